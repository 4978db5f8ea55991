package clean

import "strings"

// ParseVAT reads a VAT number of the EU, the UK, Norway or Switzerland with
// its country letters; without them, those of the row's country are put in
// front. ok tells that pattern and check digit hold.
func ParseVAT(compact, country string) (string, bool) {
	if len(compact) < 4 {
		return compact, false
	}
	code := compact[:2]
	if rule := vatRules[code]; rule != nil {
		return compact, rule(compact[2:])
	}
	if country == "GR" {
		country = "EL"
	}
	if rule := vatRules[country]; rule != nil && isDigit(compact[len(compact)-1]) {
		if rule(compact) {
			return country + compact, true
		}
	}
	return compact, false
}

// ValidVAT checks a VAT number that begins with its country's letters.
func ValidVAT(s string) bool {
	_, ok := ParseVAT(compactID(s), "")
	return ok
}

var vatRules = map[string]func(string) bool{
	"PL": ValidNIP,
	"RO": ValidCUI,
	"DE": ValidUSt,
	"FR": validVATFrance,
	"GB": validVATBritain,
	"XI": validVATBritain,
	"NO": func(s string) bool { return ValidOrgNr(strings.TrimSuffix(s, "MVA")) },
}

// validVATFrance checks the key before the SIREN: numeric keys are computed,
// others (without I and O) cannot be.
func validVATFrance(s string) bool {
	if len(s) != 11 || !allDigits(s[2:]) {
		return false
	}
	siren := s[2:]
	if !luhn(siren) && siren[:3] != "000" { // Monaco's have no SIREN
		return false
	}
	if allDigits(s[:2]) {
		return (12+3*(atoi(siren)%97))%97 == atoi(s[:2])
	}
	for i := 0; i < 2; i++ {
		if c := s[i]; !isDigit(c) && (c < 'A' || c > 'Z' || c == 'I' || c == 'O') {
			return false
		}
	}
	return true
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
	t := weighted(s, 8, 7, 6, 5, 4, 3, 2) + atoi(s[7:9])
	return s[:7] != "0000000" && (t%97 == 0 || (t+55)%97 == 0 && s >= "100")
}
