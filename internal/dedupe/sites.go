package dedupe

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// townOnly tells whether the street of a record is no more than its town:
// "Lublin, Poland" is no address that two rows could share. It gives the
// town's key.
func townOnly(v *[contact.NumFields]string) (town string, only bool) {
	street := v[contact.Street]
	if street == "" || v[contact.HouseNumber] != "" || strings.ContainsAny(street, "0123456789") {
		return "", false
	}
	city := keyOr(v[contact.CityKey], v[contact.City])
	country, parts := false, 0
	for part := range strings.SplitSeq(street, ",") {
		key := market.CityKey(part)
		parts++
		_, isCountry := market.Country(strings.TrimSpace(part))
		switch {
		case key == "":
		case isCountry:
			country = true
		case key == city || key == market.Key(v[contact.Region]):
			town = orElse(town, key)
		case city == "" && town == "" && parts == 1:
			town = key // if a country follows
		default:
			return "", false
		}
	}
	return town, country || town != "" && town == city
}

// formMark is a small number for a legal form, the same for forms that are
// written for each other; 0 for one that does not tell two companies of one
// name apart: a GmbH & Co. KG is often called by its partner's form, and a sole
// trader by none.
func formMark(form string) uint32 {
	switch form {
	case "", "kg", "spk", "ska", "jdg", "ei", "sp", "se", "public", "distress", "founding", "coop":
		return 0
	case "corp", "co":
		form = "inc"
	case "coltd", "pvt", "pty", "pte":
		form = "ltd"
	case "sau":
		form = "sa"
	case "sasu":
		form = "sas"
	case "slu":
		form = "sl"
	case "eurl":
		form = "sarl"
	}
	return uint32(textHash(form)>>53) | 1
}

// otherForm tells whether two rows are two companies of unlike legal forms: the
// limited company and the joint-stock company of one owner bear one name. A
// company that was converted keeps its number.
func otherForm(a, b *row) bool {
	fa, fb := a[slotFlags]>>formShift, b[slotFlags]>>formShift
	return fa != fb && fa != 0 && fb != 0 && a[slotFlags]&b[slotFlags]&flagCompany != 0 && registered(a, b) != idSame
}

// sites tells, by levels, whether two companies are found at two places: in
// two towns, or in two streets of what may be one.
func sites(street, place level) bool {
	return otherPlace(place) && street <= streetNumber || street == different && place <= placeCity
}

// sameButForm tells whether two rows say all the same, but for the legal form.
func sameButForm(a, b *row) bool {
	if a[slotCompany] == 0 || a[slotCompany] != b[slotCompany] {
		return false
	}
	copied := *a
	copied[slotFlags] = a[slotFlags]&(1<<formShift-1) | b[slotFlags]>>formShift<<formShift
	return copied == *b
}

// formConflict is what two legal forms say against being one company, of whom
// all else says some bits: never more than even odds, which is for a person to
// decide.
func (m *model) formConflict(bits float64) float64 { return min(0, -m.prior-bits) }
