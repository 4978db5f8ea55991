package columns

// Check digits as the registers publish them; the algorithms are those of the
// project's market reference, section 5. All take digits only.

// weighted is the weighted digit sum of s.
func weighted(s string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += w * int(s[i]-'0')
	}
	return sum
}

func validNIP(s string) bool {
	return len(s) == 10 && weighted(s, 6, 5, 7, 2, 3, 4, 5, 6, 7)%11 == int(s[9]-'0')
}

func validREGON(s string) bool {
	switch len(s) {
	case 9:
		return weighted(s, 8, 9, 2, 3, 4, 5, 6, 7)%11%10 == int(s[8]-'0')
	case 14:
		return validREGON(s[:9]) && weighted(s, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)%11%10 == int(s[13]-'0')
	}
	return false
}

func validCUI(s string) bool {
	if len(s) < 2 || len(s) > 10 || s[0] == '0' {
		return false
	}
	body := "000000000"[:10-len(s)] + s[:len(s)-1]
	return 10*weighted(body, 7, 5, 3, 2, 1, 7, 5, 3, 2)%11%10 == int(s[len(s)-1]-'0')
}

func validOrgnr(s string) bool {
	if len(s) != 9 || s[0] != '8' && s[0] != '9' {
		return false
	}
	return (11-weighted(s, 3, 2, 7, 6, 5, 4, 3, 2)%11)%11 == int(s[8]-'0')
}

func validSIREN(s string) bool { return len(s) == 9 && luhn(s) }

// validSIRET knows the exception of La Poste, whose sites need a digit sum
// divisible by five.
func validSIRET(s string) bool {
	if len(s) != 14 || !luhn(s[:9]) {
		return false
	}
	if s[:9] == "356000000" {
		sum := 0
		for i := range len(s) {
			sum += int(s[i] - '0')
		}
		return sum%5 == 0 || luhn(s)
	}
	return luhn(s)
}

func luhn(s string) bool {
	sum := 0
	for i := 0; i < len(s); i++ {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// mod1110 is ISO 7064 mod 11,10: German VAT numbers and tax ids.
func mod1110(s string) bool {
	p := 10
	for i := range len(s) - 1 {
		sum := (int(s[i]-'0') + p) % 10
		if sum == 0 {
			sum = 10
		}
		p = 2 * sum % 11
	}
	return (11-p)%10 == int(s[len(s)-1]-'0')
}

func validABN(s string) bool {
	return len(s) == 11 && s[0] != '0' && (weighted(s, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)-10)%89 == 0
}

// National personal ids.

func validPESEL(s string) bool {
	if len(s) != 11 || (10-weighted(s, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3)%10)%10 != int(s[10]-'0') {
		return false
	}
	return monthDay(two(s[2:])%20, two(s[4:]))
}

func validCNP(s string) bool {
	if len(s) != 13 || s[0] == '0' || !monthDay(two(s[3:]), two(s[5:])) {
		return false
	}
	check := weighted(s, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11
	if check == 10 {
		check = 1
	}
	county := two(s[7:])
	return county >= 1 && (county <= 52 || county == 70) && check == int(s[12]-'0')
}

// validFnr takes birth numbers and, day plus 40, D-numbers.
func validFnr(s string) bool {
	if len(s) != 11 || !monthDay(two(s[2:])%40, two(s)%40) {
		return false
	}
	k1 := (11 - weighted(s, 3, 7, 6, 1, 8, 9, 4, 5, 2)%11) % 11
	k2 := (11 - weighted(s, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)%11) % 11
	return k1 == int(s[9]-'0') && k2 == int(s[10]-'0')
}

// validNIR wants the 13 digits and the two of the key; Corsica's 2A and 2B
// stand as 19 and 18.
func validNIR(s string) bool {
	if len(s) != 15 || s[0] < '1' || s[0] > '8' {
		return false
	}
	month, n := two(s[3:]), 0
	for i := range 13 {
		n = (n*10 + int(s[i]-'0')) % 97
	}
	return (month >= 1 && month <= 12 || month >= 20) && 97-n == two(s[13:])
}

func validSteuerID(s string) bool {
	if len(s) != 11 || s[0] == '0' || !mod1110(s) {
		return false
	}
	var seen [10]int
	for i := range 10 {
		seen[s[i]-'0']++
	}
	repeated := 0
	for _, n := range seen {
		if n > 3 {
			return false
		}
		if n > 1 {
			repeated++
		}
	}
	return repeated == 1
}

// validCard takes the number ranges of payment cards that are in use.
func validCard(s string) bool {
	if len(s) < 13 || len(s) > 19 || !luhn(s) {
		return false
	}
	first2 := two(s)
	switch {
	case s[0] == '4':
		return len(s) == 13 || len(s) == 16 || len(s) == 19
	case first2 >= 51 && first2 <= 55, first2 >= 22 && first2 <= 27:
		return len(s) == 16
	case first2 == 34 || first2 == 37:
		return len(s) == 15
	case first2 == 60 || first2 == 65 || first2 == 62 || first2 == 35:
		return len(s) >= 16
	}
	return false
}

func validIBAN(s string) bool {
	if len(s) < 15 || len(s) > 34 || !isUpper(s[0]) || !isUpper(s[1]) || !isDigit(s[2]) || !isDigit(s[3]) {
		return false
	}
	return mod97(s[4:]+s[:4]) == 1
}

// validLEI is ISO 17442: 20 signs, mod 97 is 1.
func validLEI(s string) bool {
	return len(s) == 20 && isDigit(s[18]) && isDigit(s[19]) && mod97(s) == 1
}

// mod97 is ISO 7064 mod 97-10 over digits and capital letters; -1 for others.
func mod97(s string) int {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			n = (n*10 + int(c-'0')) % 97
		case isUpper(c):
			n = (n*100 + int(c-'A') + 10) % 97
		default:
			return -1
		}
	}
	return n
}

// validNINO is the shape of a British national insurance number.
func validNINO(s string) bool {
	if len(s) != 9 || !isUpper(s[0]) || !isUpper(s[1]) || s[8] < 'A' || s[8] > 'D' {
		return false
	}
	switch s[:2] {
	case "BG", "GB", "NK", "KN", "TN", "NT", "ZZ":
		return false
	}
	return digits(s[2:8]) && !oneOf(s[0], "DFIQUV") && !oneOf(s[1], "DFIQUVO")
}

// validSSN is the printed shape of an American one, dashes included: it has no
// check digit.
func validSSN(s string) bool {
	return len(s) == 11 && s[3] == '-' && s[6] == '-' && digits(s[:3]) && digits(s[4:6]) && digits(s[7:]) &&
		s[:3] != "000" && s[:3] != "666" && s[0] != '9' && s[4:6] != "00" && s[7:] != "0000"
}

func monthDay(month, day int) bool { return month >= 1 && month <= 12 && day >= 1 && day <= 31 }

// two reads the two digits at the start of s.
func two(s string) int { return int(s[0]-'0')*10 + int(s[1]-'0') }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

func digits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func oneOf(c byte, set string) bool {
	for i := range len(set) {
		if set[i] == c {
			return true
		}
	}
	return false
}
