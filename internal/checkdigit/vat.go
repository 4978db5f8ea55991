package checkdigit

import "strings"

// ParseVAT reads a VAT number of the EU, the UK, Norway or Switzerland: with
// its country letters, or without them in a row of that country. It comes back
// with its letters; ok tells that pattern and check digits hold.
func ParseVAT(compact, country string) (string, bool) {
	if len(compact) < 4 {
		return compact, false
	}
	if lead := compact[:2]; vatRules[lead] != nil {
		return compact, vatRules[lead](compact[2:])
	}
	switch {
	case strings.HasPrefix(compact, "CHE"):
		return compact, validVATSwiss(compact)
	case strings.HasPrefix(compact, "GR") && vatRules["EL"](compact[2:]):
		return "EL" + compact[2:], true
	case country == "GR":
		country = "EL"
	}
	if rule := vatRules[country]; rule != nil && rule(compact) {
		return country + compact, true
	}
	return compact, false
}

// VAT checks a VAT number that begins with its country's letters.
func VAT(s string) bool {
	_, ok := ParseVAT(s, "")
	return ok
}

// vatRules are the checks behind each country's letters. Sources: the check
// digit descriptions of the tax offices, as collected by the European
// Commission for its validation service; re-implemented from the words.
var vatRules = map[string]func(string) bool{
	"AT": func(s string) bool { return len(s) == 9 && s[0] == 'U' && validVATAustria(s[1:]) },
	"BE": func(s string) bool {
		return digitsOf(s, 10) && s[0] <= '1' && s[:8] != "00000000" && 97-number(s[:8])%97 == number(s[8:])
	},
	"BG": validVATBulgaria,
	"CY": validVATCyprus,
	"CZ": validVATCzech,
	"DE": USt,
	"DK": func(s string) bool {
		return digitsOf(s, 8) && s[0] != '0' && weighted(s, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0
	},
	"EE": func(s string) bool {
		return digitsOf(s, 9) && s != "000000000" && weighted(s, 3, 7, 1, 3, 7, 1, 3, 7, 1)%10 == 0
	},
	"EL": func(s string) bool {
		return digitsOf(s, 9) && s != "000000000" && weighted(s, 256, 128, 64, 32, 16, 8, 4, 2)%11%10 == int(s[8]-'0')
	},
	"ES": validVATSpain,
	"FI": func(s string) bool {
		return digitsOf(s, 8) && (11-weighted(s, 7, 9, 10, 5, 8, 4, 2)%11)%11 == int(s[7]-'0')
	},
	"FR": validVATFrance,
	"GB": validVATBritain,
	"HR": func(s string) bool { return digitsOf(s, 11) && mod1110(s) },
	"HU": func(s string) bool {
		return digitsOf(s, 8) && weighted(s, 9, 7, 3, 1, 9, 7, 3, 1)%10 == 0 && s != "00000000"
	},
	"IE": validVATIreland,
	"IT": func(s string) bool {
		return digitsOf(s, 11) && s[:7] != "0000000" && validProvince(s[7:10]) && luhn(s)
	},
	"LT": validVATLithuania,
	"LU": func(s string) bool { return digitsOf(s, 8) && number(s[:6])%89 == number(s[6:]) && s[:6] != "000000" },
	"LV": validVATLatvia,
	"MT": func(s string) bool {
		return digitsOf(s, 8) && s[0] != '0' && weighted(s, 3, 4, 6, 7, 8, 9, 10, 1)%37 == 0
	},
	"NL": validVATNetherlands,
	"NO": func(s string) bool { return OrgNr(strings.TrimSuffix(s, "MVA")) },
	"PL": NIP,
	"PT": func(s string) bool {
		return digitsOf(s, 9) && s[0] != '0' && (11-weighted(s, 9, 8, 7, 6, 5, 4, 3, 2)%11)%11%10 == int(s[8]-'0')
	},
	"RO": CUI,
	"SE": func(s string) bool { return digitsOf(s, 12) && s[10:] >= "01" && s[10:] <= "94" && luhn(s[:10]) },
	"SI": func(s string) bool {
		return digitsOf(s, 8) && s[0] != '0' && (11-weighted(s, 8, 7, 6, 5, 4, 3, 2)%11)%10 == int(s[7]-'0') &&
			weighted(s, 8, 7, 6, 5, 4, 3, 2)%11 != 0
	},
	"SK": func(s string) bool {
		// A company's third digit is one of these; a person's number is that of birth.
		return digitsOf(s, 10) && s[0] != '0' && (strings.IndexByte("234789", s[2]) >= 0 || czechBirth(s)) && number(s)%11 == 0
	},
	"XI": validVATBritain,
}

func validVATAustria(s string) bool {
	if !digitsOf(s, 8) {
		return false
	}
	sum := 4
	for i := 0; i < 7; i++ {
		d := int(s[i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return (10-sum%10)%10 == int(s[7]-'0')
}

// validVATBulgaria checks 9 digits of a company, or 10 of a person, a
// foreigner or another taxpayer.
func validVATBulgaria(s string) bool {
	switch {
	case digitsOf(s, 9):
		r := weighted(s, 1, 2, 3, 4, 5, 6, 7, 8) % 11
		if r == 10 {
			r = weighted(s, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10
		}
		return r == int(s[8]-'0')
	case digitsOf(s, 10):
		last := int(s[9] - '0')
		month := number(s[2:4]) % 20
		person := month >= 1 && month <= 12 && birthDay(s[4:6]) && weighted(s, 2, 4, 8, 5, 10, 9, 7, 3, 6)%11%10 == last
		return person || weighted(s, 21, 19, 17, 13, 11, 9, 7, 3, 1)%10 == last ||
			(11-weighted(s, 4, 3, 2, 7, 6, 5, 4, 3, 2)%11)%11 == last
	}
	return false
}

func validVATCyprus(s string) bool {
	if len(s) != 9 || !allDigits(s[:8]) || s[:2] == "12" {
		return false
	}
	odd := [...]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21}
	sum := 0
	for i := 0; i < 8; i++ {
		if d := int(s[i] - '0'); i%2 == 0 {
			sum += odd[d]
		} else {
			sum += d
		}
	}
	return s[8] == byte('A'+sum%26)
}

// validVATCzech checks 8 digits of a company, or a person's 9 or 10.
func validVATCzech(s string) bool {
	switch {
	case digitsOf(s, 8):
		c := (11 - weighted(s, 8, 7, 6, 5, 4, 3, 2)%11) % 11
		if c == 0 {
			c = 1
		}
		return s[0] != '9' && c%10 == int(s[7]-'0')
	case digitsOf(s, 9) && s[0] == '6':
		c := weighted(s[1:], 8, 7, 6, 5, 4, 3, 2) % 11
		return ((8-(10-c)%11)%10+10)%10 == int(s[8]-'0')
	case digitsOf(s, 9):
		return s[:2] <= "53" && czechBirth(s) // before 1954 there was no check digit
	case digitsOf(s, 10):
		return czechBirth(s) && (number(s)%11 == 0 || number(s[:9])%11 == 10 && s[9] == '0')
	}
	return false
}

func czechBirth(s string) bool {
	month := number(s[2:4]) % 50
	return (month >= 1 && month <= 12 || month >= 21 && month <= 32) && birthDay(s[4:6])
}

// validVATSpain checks the tax numbers of companies (CIF), citizens (DNI) and
// foreigners (NIE).
func validVATSpain(s string) bool {
	const letters = "TRWAGMYFPDXBNJZSQVHLCKE"
	if len(s) != 9 || !allDigits(s[1:8]) {
		return false
	}
	first, last := s[0], s[8]
	switch {
	case isDigit(first):
		return last == letters[number(s[:8])%23]
	case first >= 'X' && first <= 'Z':
		return last == letters[number(string('0'+first-'X')+s[1:8])%23]
	case strings.IndexByte("KLM", first) >= 0:
		return last == letters[number(s[1:8])%23]
	case strings.IndexByte("ABCDEFGHJNPQRSUVW", first) < 0:
		return false
	}
	check := 0
	for ; check < 10 && !luhn(s[1:8]+string(rune('0'+check))); check++ {
	}
	digit, letter := byte('0'+check), "JABCDEFGHI"[check]
	return last == digit || last == letter // which of the two a kind of company has is told differently by each source
}

// validVATFrance checks the key before the SIREN. Keys with letters (never I
// or O) are of the newer rule.
func validVATFrance(s string) bool {
	if len(s) != 11 || !allDigits(s[2:]) {
		return false
	}
	siren := s[2:]
	if !luhn(siren) && siren[:3] != "000" { // Monaco's have no SIREN
		return false
	}
	if allDigits(s[:2]) {
		return (12+3*(number(siren)%97))%97 == number(s[:2])
	}
	const alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
	a, b := strings.IndexByte(alphabet, s[0]), strings.IndexByte(alphabet, s[1])
	if a < 0 || b < 0 {
		return false
	}
	check := a*34 + b - 100
	if a < 10 {
		check = a*24 + b - 10
	}
	return (number(siren)+1+check/11)%11 == check%11
}

// validVATBritain checks 9 digits, 12 with a branch, government (GD) and
// health (HA) numbers.
func validVATBritain(s string) bool {
	if len(s) == 5 && allDigits(s[2:]) {
		return s[:2] == "GD" && s[2:] < "500" || s[:2] == "HA" && s[2:] >= "500"
	}
	if !digitsOf(s, 9) && !digitsOf(s, 12) {
		return false
	}
	t := weighted(s, 8, 7, 6, 5, 4, 3, 2) + number(s[7:9])
	return s[:7] != "0000000" && (t%97 == 0 || (t+55)%97 == 0 && s >= "100" || (t+42)%97 == 0 && s >= "100")
}

// validVATIreland checks seven digits and one or two letters, and the older
// form whose second sign is a letter.
func validVATIreland(s string) bool {
	const letters = "WABCDEFGHIJKLMNOPQRSTUV"
	if len(s) != 8 && len(s) != 9 {
		return false
	}
	if len(s) == 8 && !isDigit(s[1]) && isDigit(s[0]) && allDigits(s[2:7]) {
		s = "0" + s[2:7] + s[:1] + s[7:]
	}
	if !allDigits(s[:7]) {
		return false
	}
	sum := weighted(s, 8, 7, 6, 5, 4, 3, 2)
	if len(s) == 9 {
		second := strings.IndexByte(letters, s[8])
		if second < 0 {
			return false
		}
		sum += 9 * second
	}
	return s[7] == letters[sum%23]
}

func validProvince(s string) bool {
	n := number(s)
	return n >= 1 && n <= 100 || n == 120 || n == 121 || n == 888 || n == 999
}

// validVATLithuania checks 9 digits of a company or 12 of a temporary payer;
// the last but one is 1.
func validVATLithuania(s string) bool {
	if !digitsOf(s, 9) && !digitsOf(s, 12) || s[len(s)-2] != '1' {
		return false
	}
	first, second := 0, 0
	for i := 0; i < len(s)-1; i++ {
		d := int(s[i] - '0')
		first += (1 + i%9) * d
		second += (1 + (i+2)%9) * d
	}
	check := first % 11
	if check == 10 {
		check = second % 11 % 10
	}
	return check == int(s[len(s)-1]-'0')
}

// validVATLatvia checks a company's 11 digits, or a person's with its date;
// those given since 2017 begin with 32 and hold none.
func validVATLatvia(s string) bool {
	if !digitsOf(s, 11) {
		return false
	}
	if s[0] > '3' {
		return weighted(s, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)%11 == 3
	}
	dated := s[2:4] >= "01" && s[2:4] <= "12" && birthDay(s[:2])
	return (dated || s[:2] == "32") && (1+weighted(s, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9))%11%10 == int(s[10]-'0')
}

// validVATNetherlands checks nine digits, B and two digits: by the old rule of
// eleven, or for sole traders since 2020 by ISO 7064 mod 97-10.
func validVATNetherlands(s string) bool {
	if len(s) != 12 || !allDigits(s[:9]) || s[9] != 'B' || !allDigits(s[10:]) || s[10:] == "00" {
		return false
	}
	return weighted(s, 9, 8, 7, 6, 5, 4, 3, 2)%11 == int(s[8]-'0') || mod97("NL"+s) == 1
}

// validVATSwiss checks CHE and nine digits, with MWST, TVA or IVA behind.
func validVATSwiss(s string) bool {
	s = strings.TrimPrefix(s, "CHE")
	for _, tail := range []string{"MWST", "TVA", "IVA"} {
		s = strings.TrimSuffix(s, tail)
	}
	return digitsOf(s, 9) && (11-weighted(s, 5, 4, 3, 2, 7, 6, 5, 4)%11)%11 == int(s[8]-'0')
}
