package checkdigit

import "strings"

// weighted is the sum of digits times weights, left to right.
func weighted(digits string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += int(digits[i]-'0') * w
	}
	return sum
}

func digitsOf(s string, n int) bool { return len(s) == n && allDigits(s) }

// NIP checks a Polish tax number (10 digits).
func NIP(s string) bool {
	return digitsOf(s, 10) && s != "0000000000" && weighted(s, 6, 5, 7, 2, 3, 4, 5, 6, 7)%11 == int(s[9]-'0')
}

// REGON checks a Polish statistical number: 9 digits for a company, 14
// for one of its sites.
func REGON(s string) bool {
	switch {
	case digitsOf(s, 9):
		return s != "000000000" && weighted(s, 8, 9, 2, 3, 4, 5, 6, 7)%11%10 == int(s[8]-'0')
	case digitsOf(s, 14):
		return REGON(s[:9]) && weighted(s, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)%11%10 == int(s[13]-'0')
	}
	return false
}

// KRS checks a Polish court register number: 10 digits, no check digit.
func KRS(s string) bool { return digitsOf(s, 10) && s[0] == '0' && s != "0000000000" }

// CUI checks a Romanian fiscal code of 2 to 10 digits.
func CUI(s string) bool {
	if len(s) < 2 || len(s) > 10 || !allDigits(s) || s[0] == '0' {
		return false
	}
	body := strings.Repeat("0", 10-len(s)) + s
	return weighted(body, 7, 5, 3, 2, 1, 7, 5, 3, 2)*10%11%10 == int(s[len(s)-1]-'0')
}

// ONRC checks a Romanian trade register number, in the form of before
// July 2024 (J40/8302/1997, no check digit) or since (J1997008302407).
func ONRC(s string) bool {
	if len(s) < 8 || strings.IndexByte("JFC", s[0]) < 0 {
		return false
	}
	if parts := strings.Split(s[1:], "/"); len(parts) == 3 {
		county, serial, year := parts[0], parts[1], parts[2]
		if !allDigits(county) || len(county) > 2 || !allDigits(serial) || len(serial) > 6 {
			return false
		}
		if len(year) == 10 { // a whole date in place of the year
			year = year[6:]
		}
		n := number(county)
		return (n >= 1 && n <= 40 || n == 51 || n == 52) && digitsOf(year, 4) && year >= "1990" && year <= "2024"
	}
	if !digitsOf(s[1:], 13) {
		return false
	}
	sum := map[byte]int{'J': 4, 'F': 0, 'C': 7}[s[0]]
	for i := 1; i < 13; i++ {
		sum += int(s[i] - '0')
	}
	return sum%10 == int(s[13]-'0')
}

// OrgNr checks a Norwegian organisation number (9 digits).
func OrgNr(s string) bool {
	if !digitsOf(s, 9) || s[0] != '8' && s[0] != '9' {
		return false
	}
	r := weighted(s, 3, 2, 7, 6, 5, 4, 3, 2) % 11
	return r != 1 && (11-r)%11 == int(s[8]-'0')
}

// luhn is the check of ISO/IEC 7812: every second digit from the right is
// doubled, the digit sum must be a multiple of ten.
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

// SIREN checks a French company number (9 digits).
func SIREN(s string) bool { return digitsOf(s, 9) && s != "000000000" && luhn(s) }

// SIRET checks the number of a French establishment (14 digits). The
// post's establishments follow a rule of their own: a digit sum divisible by 5.
func SIRET(s string) bool {
	if !digitsOf(s, 14) || !SIREN(s[:9]) {
		return false
	}
	if luhn(s) {
		return true
	}
	sum := 0
	for i := range s {
		sum += int(s[i] - '0')
	}
	return strings.HasPrefix(s, "356000000") && sum%5 == 0
}

// USt checks the digits of a German VAT number: ISO 7064 mod 11,10.
func USt(s string) bool { return digitsOf(s, 9) && s[0] != '0' && mod1110(s) }

// mod1110 is the pure ISO 7064 mod 11,10 check over all digits.
func mod1110(s string) bool {
	p := 10
	for i := 0; i < len(s)-1; i++ {
		d := (int(s[i]-'0') + p) % 10
		if d == 0 {
			d = 10
		}
		p = 2 * d % 11
	}
	return (11-p)%10 == int(s[len(s)-1]-'0')
}

// crnPrefixes are the two-letter prefixes of British company numbers.
var crnPrefixes = words("SC NI R0 OC SO NC LP SL NL FC SF NF SE ES EN CE CS RS IP SP AC SA NA ZC SZ NZ GE GS GN SG OE RC SR NR NO IC SI NV NP PC")

// CRN checks a British company number: eight digits, or a known prefix
// and six digits (the last may be a letter in old societies' numbers).
func CRN(s string) bool {
	if len(s) != 8 || s == "00000000" {
		return false
	}
	if allDigits(s) {
		return true
	}
	last := s[7]
	return crnPrefixes[s[:2]] && allDigits(s[2:7]) && (isDigit(last) || last >= 'A' && last <= 'Z')
}

// einUnused are the prefixes of US employer numbers that were never given out.
var einUnused = words("00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97")

// EIN checks a US employer number (9 digits, no check digit): its prefix
// must have been given out.
func EIN(s string) bool { return digitsOf(s, 9) && !einUnused[s[:2]] }

// ABN checks an Australian business number (11 digits).
func ABN(s string) bool {
	return digitsOf(s, 11) && s[0] != '0' && s[:2] >= "11" && (weighted(s, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)-10)%89 == 0
}

// DUNS checks a D-U-N-S number: 9 digits; its old check digit is no
// longer kept.
func DUNS(s string) bool { return digitsOf(s, 9) && s != "000000000" }

// LEI checks a legal entity identifier: 18 letters and digits and two
// check digits, ISO 7064 mod 97-10.
func LEI(s string) bool { return len(s) == 20 && allDigits(s[18:]) && mod97(s) == 1 }

// ISIN checks the number of a security (ISO 6166): two letters of a country,
// nine letters and digits, Luhn over all with letters read as 10 to 35.
func ISIN(s string) bool {
	if len(s) != 12 || isDigit(s[0]) || isDigit(s[1]) || !isDigit(s[11]) {
		return false
	}
	var room [24]byte
	digits := room[:0]
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			digits = append(digits, c)
		case c >= 'A' && c <= 'Z':
			digits = append(digits, '1'+(c-'A')/10, '0'+(c-'A')%10)
		default:
			return false
		}
	}
	return luhn(string(digits))
}

// mod97 is the remainder of an alphanumeric text read as one number, letters
// as 10 to 35; -1 where a sign is neither capital nor digit.
func mod97(s string) int {
	r := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			r = (r*10 + int(c-'0')) % 97
		case c >= 'A' && c <= 'Z':
			r = (r*100 + int(c-'A') + 10) % 97
		default:
			return -1
		}
	}
	return r
}
