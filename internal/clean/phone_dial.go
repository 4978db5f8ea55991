package clean

import "goldpan/internal/market"

// dialInternational finds the number behind a country code and its digits.
func dialInternational(digits []byte) (Number, bool) {
	if len(digits) < 6 || len(digits) > 17 {
		return Number{}, false
	}
	n, ok := libraryNumber("+"+string(digits), "")
	if !ok && digits[0] == '4' && digits[1] == '8' && len(digits) == 12 && digits[2] == '0' {
		// An old Polish trunk zero behind the country code: +48 022 ...
		n, ok = libraryNumber("+48"+string(digits[3:]), "")
	}
	return finish(n, ok)
}

// dialNational finds the number that the digits dial inside a country.
func dialNational(digits []byte, country string) (Number, bool) {
	if country == "" {
		return Number{}, false
	}
	text := string(digits)
	n, ok := libraryNumber(text, country)
	if ok {
		return finish(n, true)
	}
	switch {
	case country == "PL" && len(text) == 10 && text[0] == '0': // the trunk zero of before 2010
		n, ok = libraryNumber(text[1:], country)
	case market.TrunkZero(country) && text[0] != '0': // a zero that a spreadsheet lost is no part of E.164
		n, ok = libraryNumber("0"+text, country)
		if ok {
			n.Codes = append(n.Codes, "restored-zero")
		}
	}
	if !ok && len(text) > 9 { // the country code without its plus
		n, ok = libraryNumber("+"+text, "")
		if ok && n.Country != country {
			ok = len(text) >= 11
		}
	}
	return finish(n, ok)
}

// finish marks numbers of fiction and of idle fingers.
func finish(n Number, ok bool) (Number, bool) {
	if !ok {
		return Number{}, false
	}
	switch {
	case market.FictionalPhone(n.E164):
		n.Codes = append(n.Codes, "fictional")
	case market.DummyPhone(n.E164):
		n.Codes = append(n.Codes, "dummy")
	}
	return n, true
}
