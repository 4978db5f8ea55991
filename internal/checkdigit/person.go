package checkdigit

import "strings"

// The checks of personal identifiers and of payment instruments. They serve
// only to recognise such numbers, so that they can be masked: goldpan never
// keeps, matches on or writes one.

// PESEL checks a Polish personal number (11 digits) with its date.
func PESEL(s string) bool {
	if !digitsOf(s, 11) {
		return false
	}
	month := number(s[2:4]) % 20
	return month >= 1 && month <= 12 && birthDay(s[4:6]) && (10-weighted(s, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3)%10)%10 == int(s[10]-'0')
}

func birthDay(s string) bool { return s >= "01" && s <= "31" }

// CNP checks a Romanian personal number (13 digits) with its date.
func CNP(s string) bool {
	if !digitsOf(s, 13) || s[0] == '0' || s[3:5] < "01" || s[3:5] > "12" || !birthDay(s[5:7]) {
		return false
	}
	r := weighted(s, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11
	if r == 10 {
		r = 1
	}
	return r == int(s[12]-'0')
}

// Fodselsnummer checks a Norwegian birth number or D-number (11 digits).
func Fodselsnummer(s string) bool {
	if !digitsOf(s, 11) {
		return false
	}
	day := number(s[:2]) % 40
	month := number(s[2:4]) % 40 // synthetic test persons have 40 or 80 added
	if day < 1 || day > 31 || month < 1 || month > 12 {
		return false
	}
	k1 := (11 - weighted(s, 3, 7, 6, 1, 8, 9, 4, 5, 2)%11) % 11
	k2 := (11 - weighted(s, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)%11) % 11
	return k1 == int(s[9]-'0') && k2 == int(s[10]-'0')
}

// NIR checks a French social security number: 13 signs and two of key;
// 2A and 2B are Corsica.
func NIR(s string) bool {
	if len(s) != 15 || s[0] < '1' || s[0] > '8' {
		return false
	}
	body := s[:13]
	switch s[5:7] {
	case "2A":
		body = s[:5] + "19" + s[7:13]
	case "2B":
		body = s[:5] + "18" + s[7:13]
	}
	if !allDigits(body) || !allDigits(s[13:]) {
		return false
	}
	month := number(body[3:5]) // 20 and more where the month of birth is not known
	return (month >= 1 && month <= 12 || month >= 20) && 97-number(body)%97 == number(s[13:])
}

// SteuerID checks a German tax identification number of a person (11
// digits): in the first ten exactly one digit comes twice or three times, the
// last is the check of ISO 7064 mod 11,10.
func SteuerID(s string) bool {
	if !digitsOf(s, 11) || s[0] == '0' || !mod1110(s) {
		return false
	}
	var seen [10]int
	for i := 0; i < 10; i++ {
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

// NINO checks a British national insurance number.
func NINO(s string) bool {
	if len(s) != 9 || !allDigits(s[2:8]) || s[8] < 'A' || s[8] > 'D' {
		return false
	}
	if strings.IndexByte("DFIQUV", s[0]) >= 0 || strings.IndexByte("DFIOQUV", s[1]) >= 0 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z' {
		return false
	}
	switch s[:2] {
	case "BG", "GB", "NK", "KN", "TN", "NT", "ZZ":
		return false
	}
	return true
}

// NHS checks a patient's number of the National Health Service of England and
// Wales (10 digits).
func NHS(s string) bool {
	r := 10
	if digitsOf(s, 10) && s != "0000000000" {
		r = (11 - weighted(s, 10, 9, 8, 7, 6, 5, 4, 3, 2)%11) % 11
	}
	return r != 10 && r == int(s[9]-'0')
}

// UTR checks a British taxpayer's reference (10 digits): the first is the check.
func UTR(s string) bool {
	return digitsOf(s, 10) && s[0] == "21987654321"[weighted(s[1:], 6, 7, 8, 9, 10, 5, 4, 3, 2)%11]
}

// SSN checks a US social security number (9 digits).
func SSN(s string) bool {
	return digitsOf(s, 9) && s[:3] != "000" && s[:3] != "666" && s[0] != '9' && s[3:5] != "00" && s[5:] != "0000"
}

// ibanLengths are the lengths of account numbers by country (SWIFT registry).
var ibanLengths = map[string]int{
	"AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28, "CH": 21, "CR": 22,
	"CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22,
	"GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30,
	"KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27,
	"MT": 31, "MU": 30, "NL": 18, "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31,
	"SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}

// IBAN checks an international bank account number.
func IBAN(s string) bool {
	if len(s) < 15 || len(s) > 34 || !allDigits(s[2:4]) || ibanLengths[s[:2]] != len(s) {
		return false
	}
	return mod97(s[4:]+s[:4]) == 1
}

// Card checks a payment card number: 13 to 19 digits of an issuer's
// range, Luhn.
func Card(s string) bool {
	return len(s) >= 13 && len(s) <= 19 && allDigits(s) && s[0] >= '2' && s[0] <= '6' && luhn(s)
}
