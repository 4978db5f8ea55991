package clean

import (
	"goldpan/internal/market"
)

// homePlan is what the fast path knows about dialling in a country.
type homePlan struct {
	calling int
	prefix  string // the calling code's digits
	trunk   bool   // national numbers are written with a zero in front
	length  int    // digits of a usual national number; 0 varies
}

// homePlanOf gives the plan of the countries that the fast path knows.
func homePlanOf(country string) (homePlan, bool) {
	switch country {
	case "PL":
		return homePlan{48, "48", false, 9}, true
	case "RO":
		return homePlan{40, "40", true, 9}, true
	case "NO":
		return homePlan{47, "47", false, 8}, true
	case "FR":
		return homePlan{33, "33", true, 9}, true
	case "DE":
		return homePlan{49, "49", true, 0}, true
	case "GB":
		return homePlan{44, "44", true, 10}, true
	case "US", "CA":
		return homePlan{1, "1", false, 10}, true
	}
	return homePlan{}, false
}

// planOfCode gives the fast plan that international digits begin with.
func planOfCode(digits []byte) (homePlan, bool) {
	if digits[0] == '1' {
		return homePlanOf("US")
	}
	switch string(digits[:2]) {
	case "48":
		return homePlanOf("PL")
	case "40":
		return homePlanOf("RO")
	case "47":
		return homePlanOf("NO")
	case "33":
		return homePlanOf("FR")
	case "49":
		return homePlanOf("DE")
	case "44":
		return homePlanOf("GB")
	}
	return homePlan{}, false
}

// number makes the Number of national digits that the plan knows as valid, or
// that lie in a range for films although the plan calls them unused. sure is
// false where the library has to be asked.
func (p homePlan) number(national []byte) (n Number, ok, sure bool) {
	kind, country, sure := market.PhoneClass(p.calling, national)
	var room [20]byte
	e164 := append(append(append(room[:0], '+'), p.prefix...), national...)
	if !sure || kind == "" {
		var film bool
		if kind, country, film = market.FictionalClass(e164); !film {
			return Number{}, false, sure
		}
	}
	return Number{E164: string(e164), Country: country, Kind: kind}, true, true
}

// dialInternational finds the number behind a country code and its digits.
func dialInternational(digits []byte) (Number, bool) {
	if len(digits) < 6 || len(digits) > 17 {
		return Number{}, false
	}
	if plan, ok := planOfCode(digits); ok {
		national := digits[len(plan.prefix):]
		// The zero (in North America one) that only belongs to calls inside the
		// country; Poland had one until 2010.
		if national[0] == '0' && (plan.trunk || plan.calling == 48) || national[0] == '1' && plan.calling == 1 {
			national = national[1:]
		}
		if n, ok, sure := plan.number(national); sure {
			return finish(n, ok)
		}
		if plan.calling == 48 && len(national) != len(digits)-2 {
			return finish(libraryNumber("+48"+string(national), ""))
		}
	}
	return finish(libraryNumber("+"+string(digits), ""))
}

// dialNational finds the number that the digits dial inside a country.
func dialNational(digits []byte, country string) (Number, bool) {
	if country == "" {
		return Number{}, false
	}
	n, ok, sure := fastNational(digits, country)
	if sure {
		return finish(n, ok)
	}
	text := string(digits)
	if n, ok := libraryNumber(text, country); ok {
		return finish(n, true)
	}
	if country == "PL" && len(text) == 10 && text[0] == '0' { // the trunk zero of before 2010
		return finish(libraryNumber(text[1:], country))
	}
	return Number{}, false
}

// fastNational reads digits by the country's own plan. What it takes, the
// library would read the same way.
func fastNational(digits []byte, country string) (n Number, ok, sure bool) {
	plan, known := homePlanOf(country)
	if !known {
		return Number{}, false, false
	}
	if digits[0] == '0' {
		if plan.trunk && len(digits) > 1 || country == "PL" && len(digits) == 10 {
			return plan.number(digits[1:])
		}
		// No number of Poland or North America begins with a zero.
		return Number{}, false, country == "PL" || plan.calling == 1
	}
	if plan.calling == 1 {
		if len(digits) == 11 && digits[0] == '1' {
			return plan.number(digits[1:])
		}
		if len(digits) != 10 {
			return Number{}, false, true // all have ten digits
		}
	} else if country == "DE" {
		// "49..." without plus or zeros. The library takes these for numbers of
		// the 049.. area codes, whose own are shorter.
		if len(digits) >= 11 && digits[0] == '4' && digits[1] == '9' {
			if n, ok, sure = plan.number(digits[2:]); ok {
				return n, ok, sure
			}
		}
		return Number{}, false, false
	} else if len(digits) == plan.length+len(plan.prefix) && string(digits[:2]) == plan.prefix {
		return plan.number(digits[2:])
	}
	if len(digits) == plan.length {
		// Digits that are no number as they stand may hide a country code.
		if n, ok, sure = plan.number(digits); ok {
			return n, ok, sure
		}
	}
	return Number{}, false, false
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
