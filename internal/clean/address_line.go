package clean

import (
	"strings"

	"goldpan/internal/market"
)

// Place is a one-line address cut into its parts.
type Place struct {
	Street, Street2, PostalCode, City, Region, Country string
}

// addressLine is the work on a one-line address: what stands between its
// commas, each part emptied when it is understood.
type addressLine struct {
	place   Place
	parts   []string
	country string
	at      int // the part that held the postal code, -1 for none
}

// SplitAddress cuts a one-line address: "ul. Prosta 12/4, 00-850 Warszawa,
// Polska"; "12 High St, Leeds LS1 4AP"; "1 Main St Springfield IL 62701".
// country is the row's, "" when unknown.
func SplitAddress(text, country string) Place {
	a := addressLine{parts: numberBefore(addressParts(text)), country: country, at: -1}
	a.takeCountry()
	a.takeRegion()
	a.takePostal()
	if a.place.City == "" {
		a.takeCity()
	}
	a.takeStreets()
	return a.place
}

// takeCountry takes the country off the end. "Springfield, IL" is not in
// Israel.
func (a *addressLine) takeCountry() {
	n := len(a.parts)
	if n < 2 {
		return
	}
	last := a.parts[n-1]
	if _, region := market.Region(a.country, last); region && len(last) == 2 {
		return
	}
	if code, ok := market.Country(last); ok {
		a.place.Country, a.country = code, code
		a.parts = a.parts[:n-1]
	} else if a.country == "" && stateAndZIP(last) {
		a.place.Country, a.country = "US", "US"
	}
}

// stateAndZIP tells "CA 94043", and what ends in it.
func stateAndZIP(text string) bool {
	words := strings.Fields(text)
	n := len(words)
	if n < 2 || len(words[n-2]) != 2 || caseOf(words[n-2]) != allUpper {
		return false
	}
	_, state := market.Region("US", words[n-2])
	_, restored, zip := market.PostalCode("US", words[n-1])
	return state && zip && !restored
}

// takeRegion takes a region off the end, where a city stands before it: a
// region that bears a city's name is one only behind that or another city.
func (a *addressLine) takeRegion() {
	n := len(a.parts)
	if n < 2 {
		return
	}
	last, before := a.parts[n-1], a.parts[n-2]
	name, ok := market.Region(a.country, last)
	if !ok || countDigits(last) > 0 {
		return
	}
	word, _, _ := strings.Cut(market.Key(last), " ")
	if _, _, city, _, found := cutPostal(before, a.country); found && city != "" {
		before = city
	} else if streetLine(before) && word != "jud" && word != "woj" {
		return
	}
	if len(last) > 2 && a.knownCity(last) && !a.knownCity(before) {
		return
	}
	a.place.Region = name
	a.parts = a.parts[:n-1]
}

// knownCity tells larger towns of the row's country.
func (a *addressLine) knownCity(text string) bool {
	owner := market.CountryOfCity(cityKey(City(text, a.country)))
	return owner != "" && owner == a.country
}

// takePostal finds the postal code, and the city beside it.
func (a *addressLine) takePostal() {
	for i := len(a.parts) - 1; i >= 0; i-- {
		for word := range strings.FieldsSeq(a.parts[i]) { // "CH-8001 Zürich" in any list
			if lead := market.CountryOfPostal(word); lead != "" && lead != a.country && isLetter(word[0]) && strings.IndexByte(word, '-') > 0 {
				a.country, a.place.Country = lead, lead
			}
		}
		before, code, city, region, ok := cutPostal(a.parts[i], a.country)
		if !ok {
			continue
		}
		if named, isCountry := market.Country(city); isCountry && named == a.country && before != "" && !cityState(a.country) {
			a.place.Country, city = named, "" // "London SW1A 2AA UK"
		}
		if region != "" {
			a.place.Region = region
		}
		if before == "" {
			city, before = cutStreet(city)
		}
		a.place.PostalCode, a.place.City = code, city
		a.parts[i], a.at = strings.TrimRight(before, " -–"), i
		return
	}
}

// cutStreet parts a city from a street behind it: "Piaseczno ul. Leśna 5".
func cutStreet(text string) (city, street string) {
	words := strings.Fields(text)
	for i := 1; i+1 < len(words); i++ {
		if market.StreetWord(market.Key(words[i])) && countDigits(strings.Join(words[i:], "")) > 0 {
			return strings.TrimRight(strings.Join(words[:i], " "), " -"), strings.Join(words[i:], " ")
		}
	}
	return text, ""
}

// takeCity finds the city among the parts around the postal code's, or without
// one at either end.
func (a *addressLine) takeCity() {
	if a.at < 0 {
		a.cityWithoutPostal()
		return
	}
	switch rest := a.parts[a.at]; {
	case rest != "" && !streetLine(rest): // "High St, Leeds LS1 4AP"
		a.takeCityAt(a.at)
	case rest != "":
		a.parts[a.at], a.place.City = a.cutTown(rest)
		if a.place.City == "" && a.at+1 < len(a.parts) && !streetLine(a.parts[a.at+1]) {
			a.takeCityAt(a.at + 1)
		}
	case a.at+1 < len(a.parts) && !streetLine(a.parts[a.at+1]): // "00-850, Warszawa"
		a.takeCityAt(a.at + 1)
	default:
		for i := a.at - 1; i >= 0; i-- { // "..., Leeds, LS1 4AP"; "Żory, ul. Boryńska 13, 44-240"
			if !streetLine(a.parts[i]) {
				a.takeCityAt(i)
				return
			}
		}
		if a.at > 0 {
			a.parts[a.at-1], a.place.City = a.cutTown(a.parts[a.at-1])
		}
	}
}

// takeCityAt takes a part for the city. Where it is the region, the city
// stands before it.
func (a *addressLine) takeCityAt(i int) {
	city := a.parts[i]
	a.parts[i] = ""
	if i > 0 && a.parts[i-1] != "" && !streetLine(a.parts[i-1]) && a.place.Region == "" {
		name, ok := market.Region(a.country, city)
		if a.country == "GB" {
			name, ok = regionBehind(a.parts[i-1], city)
			ok = ok && (i > 1 || i == a.at)
		}
		if ok && (len(city) == 2 || !a.knownCity(city)) {
			a.place.Region = name
			city = a.parts[i-1]
			a.parts[i-1] = ""
		}
	}
	a.place.City = city
}

// cityWithoutPostal takes the last part for the city, or where that is a
// street the first one; a text that is one part only where it is a known town.
func (a *addressLine) cityWithoutPostal() {
	n := len(a.parts)
	switch {
	case n == 0:
	case n == 1:
		if a.place.Region != "" || a.knownCity(a.parts[0]) {
			a.takeCityAt(0)
		} else {
			a.parts[0], a.place.City = a.cutTown(a.parts[0])
		}
	case a.knownCity(a.parts[0]) && !streetLine(a.parts[0]) && !a.knownCity(a.parts[n-1]):
		a.takeCityAt(0)
	case countDigits(a.parts[n-1]) == 0 && !streetLine(a.parts[n-1]):
		a.takeCityAt(n - 1)
	case !streetFirst(a.country) && !streetLine(a.parts[0]):
		a.takeCityAt(0)
	}
}

// cutTown parts a street from the town behind it, which no comma does: a known
// town, or in countries whose streets end in their kind what stands behind
// that: "100 Brook St NW Atlanta".
func (a *addressLine) cutTown(text string) (street, town string) {
	words := strings.Fields(text)
	for width := min(3, len(words)-2); width > 0; width-- {
		tail := strings.Join(words[len(words)-width:], " ")
		if a.knownCity(tail) {
			return strings.Join(words[:len(words)-width], " "), tail
		}
	}
	if !streetFirst(a.country) || a.country == "FR" || a.country == "LU" || a.country == "MC" {
		return text, ""
	}
	cut := 0
	for i := 1; i < len(words); i++ {
		switch key := market.Key(words[i]); {
		case key == "st" && cut > 0 && i > cut: // Elm Rd Port St Lucie
		case market.StreetWord(key), countDigits(key) > 0:
			cut = i + 1
		case cut == i && (key == "n" || key == "s" || key == "e" || key == "w" || key == "nw" || key == "ne" || key == "sw" || key == "se"),
			i+1 < len(words) && market.FlatWord(key) && len(key) > 1:
			cut = i + 1
		}
	}
	if cut < 2 || cut == len(words) || len(words)-cut > 3 || strings.EqualFold(words[len(words)-1], "box") { // Suite 100 PO Box
		return text, ""
	}
	return strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
}

// takeStreets takes what is left for the street; "Flat 4, 12 High St": the
// part with the street's number is the street.
func (a *addressLine) takeStreets() {
	var streets []string
	for _, part := range a.parts {
		if part != "" && !districtLine(part) {
			streets = append(streets, part)
		}
	}
	if len(streets) == 0 {
		return
	}
	p := &a.place
	p.Street, p.Street2 = streets[0], strings.Join(streets[1:], ", ")
	if len(streets) > 1 && flatPart(streets[0]) {
		p.Street, p.Street2 = streets[1], strings.Join(append([]string{streets[0]}, streets[2:]...), ", ")
	}
}

// districtLine tells "Sector 3", which is no part of a street.
func districtLine(part string) bool {
	word, number, found := strings.Cut(part, " ")
	key := market.Key(word)
	return found && (key == "sector" || key == "sectorul") && districtNumber(number)
}

// streetLine tells a line with a number, or with a word for streets at either
// end. Cities have saints at their start: St Albans.
func streetLine(part string) bool {
	if countDigits(withoutDistrict(part)) > 0 {
		return !districtLine(part)
	}
	words := strings.Fields(market.Key(part))
	if len(words) < 2 {
		return false
	}
	first, last := words[0], words[len(words)-1]
	return market.StreetWord(last) || market.StreetWord(first) && first != "st" && first != "al" && first != "la"
}

// flatPart tells a line that names a flat or unit only.
func flatPart(s string) bool {
	word, _, _ := strings.Cut(market.Key(s), " ")
	switch word {
	case "flat", "unit", "suite", "ste", "apt", "apartment", "floor", "room", "studio", "etage", "bat", "batiment":
		return true
	}
	return false
}

// regionBehind gives the region of a British county that stands behind a town.
func regionBehind(town, county string) (string, bool) {
	region, ok := market.Region("GB", county)
	if !ok || market.Key(county) == "london" || countDigits(town) > 0 {
		return "", false
	}
	words := strings.Fields(market.Key(town))
	return region, len(words) > 0 && !market.StreetWord(words[len(words)-1])
}

// cityState tells the countries whose capital bears their name.
func cityState(country string) bool {
	switch country {
	case "LU", "SG", "MC", "SM", "VA", "GT", "MX", "PA", "KW", "DJ", "TN", "DZ", "AD":
		return true
	}
	return false
}

// numberBefore puts a house number back before the street that a comma cut it
// from: "12, quai des Brumes, 75001 Paris".
func numberBefore(parts []string) []string {
	if len(parts) < 3 || len(parts[0]) > 7 || !isDigit(parts[0][0]) || countDigits(parts[0]) > 4 || countDigits(parts[1]) > 2 {
		return parts
	}
	switch _, behind, _ := strings.Cut(parts[0], " "); strings.ToLower(behind) {
	case "", "a", "b", "c", "bis", "ter":
		parts[1] = parts[0] + ", " + parts[1]
		return parts[1:]
	}
	return parts
}

// addressParts cuts at commas, semicolons and line ends.
func addressParts(text string) []string {
	var parts []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool {
		return r == ',' || r == ';' || r == '\n' || r == '\r' || r == '|' || r == '\t'
	}) {
		if part = tidy(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
