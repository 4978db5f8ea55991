package clean

import (
	"strings"

	"goldpan/internal/market"
)

// Place is a one-line address cut into its parts.
type Place struct {
	Street, Street2, PostalCode, City, Region, Country string
}

// SplitAddress cuts a one-line address: "ul. Prosta 12/4, 00-850 Warszawa,
// Polska"; "12 High St, Leeds LS1 4AP"; "1 Main St, Springfield, IL 62701".
// country is the row's, "" when unknown.
func SplitAddress(text, country string) Place {
	var p Place
	parts := numberBefore(addressParts(text))
	if n := len(parts); n > 1 {
		if code, ok := market.Country(parts[n-1]); ok {
			p.Country, parts = code, parts[:n-1]
			country = code
		}
	}
	at := -1
	for i := len(parts) - 1; i >= 0; i-- {
		if before, code, city, region, ok := cutPostal(parts[i], country); ok {
			p.PostalCode, p.City, p.Region = code, city, region
			if named, isCountry := market.Country(city); isCountry && named == country && before != "" && !cityState(country) {
				p.Country, p.City = named, "" // "London SW1A 2AA UK"
			}
			parts[i] = strings.TrimRight(before, " -–")
			at = i
			break
		}
	}
	parts = p.takeCity(parts, at, country)
	var streets []string
	for _, part := range parts {
		if part != "" {
			streets = append(streets, part)
		}
	}
	if len(streets) > 0 {
		p.Street = streets[0]
		p.Street2 = strings.Join(streets[1:], ", ")
		// "Flat 4, 12 High St": the part with the street's number is the street.
		if len(streets) > 1 && flatPart(streets[0]) {
			p.Street, p.Street2 = streets[1], strings.Join(append([]string{streets[0]}, streets[2:]...), ", ")
		}
	}
	return p
}

// takeCity finds the city among the parts around the postal code's.
func (p *Place) takeCity(parts []string, at int, country string) []string {
	switch {
	case p.City != "":
	case at >= 0 && at+1 < len(parts) && parts[at] == "": // "00-850, Warszawa"
		p.City = parts[at+1]
		parts = append(parts[:at+1], parts[at+2:]...)
	case at >= 0 && parts[at] != "" && at > 0: // "High St, Leeds LS1 4AP"
		p.City = parts[at]
		parts[at] = ""
	case at > 1 && parts[at] == "" && streetShape(parts[at-1]) && !streetShape(parts[0]): // "Żory, ul. Boryńska 13, 44-240"
		p.City = parts[0]
		parts[0] = ""
	case at > 0: // "..., Leeds, LS1 4AP"
		p.City = parts[at-1]
		parts[at-1] = ""
		if at > 2 && country == "GB" {
			if region, found := regionBehind(parts[at-2], p.City); found { // "..., Swindon, Wiltshire, SN1 1AA"
				p.City, p.Region, parts[at-2] = parts[at-2], region, ""
			}
		}
	case at < 0 && len(parts) > 1 && countDigits(parts[len(parts)-1]) == 0:
		p.City = parts[len(parts)-1]
		parts = parts[:len(parts)-1]
	}
	if p.Region == "" && at > 1 && p.City != "" {
		if name, ok := market.Region(country, p.City); ok && country == "US" && parts[at-2] != "" && at-2 > 0 {
			p.Region, p.City = name, parts[at-2]
			parts[at-2] = ""
		}
	}
	return parts
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

// streetShape tells a line with a number or a word for streets in it.
func streetShape(part string) bool {
	if countDigits(part) > 0 {
		return true
	}
	for word := range strings.FieldsSeq(market.Key(part)) {
		if market.StreetWord(word) {
			return true
		}
	}
	return false
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

// cutPostal finds a postal code in a part: what stands before it, the code,
// the city behind it, and the region (US: "Springfield IL 62701").
func cutPostal(part, country string) (before, code, city, region string, ok bool) {
	words := strings.Fields(part)
	for i := len(words) - 1; i >= 0; i-- {
		if countDigits(words[i]) == 0 {
			continue
		}
		for width := 2; width >= 1; width-- { // "LS1 4AP", "123 45", and "1015 CN"
			from, end := i-width+1, i+1
			if country == "NL" && width == 2 {
				from, end = i, i+2
			}
			if from < 0 || end > len(words) {
				continue
			}
			candidate := strings.Join(words[from:end], " ")
			c, found := postalIn(candidate, country)
			if !found || width == 1 && from == 0 && len(words) > 1 && streetFirst(country) && !postalSure(candidate, country) {
				continue
			}
			before = strings.Join(words[:from], " ")
			city = strings.Join(words[end:], " ")
			if country == "US" || country == "CA" || country == "AU" {
				before, region = cutRegion(before, country)
				if city == "" {
					city, before = before, ""
				}
			}
			return before, c, cityWithoutMarks(city), region, true
		}
	}
	return part, "", "", "", false
}

// postalIn tests words against the country's shape, or the shapes that only
// one country has.
func postalIn(text, country string) (string, bool) {
	if country == "" {
		if country = market.CountryOfPostal(text); country == "" {
			return "", false
		}
	}
	if !market.HasPostalShape(country) || countDigits(text) < 2 {
		return "", false
	}
	code, restored, ok := market.PostalCode(country, text)
	return code, ok && !restored
}

// streetFirst tells countries where a street number leads the line.
func streetFirst(country string) bool {
	switch country {
	case "US", "GB", "FR", "AU", "CA", "IE", "NZ", "ZA", "IN", "SG", "HK", "MC", "LU":
		return true
	}
	return false
}

// postalSure tells codes that look like no street number.
func postalSure(text, country string) bool {
	return country == "GB" || country == "FR" && len(text) == 5 || strings.Contains(text, "-") && len(text) > 5
}

// cutRegion cuts a region's name off the end of a text.
func cutRegion(text, country string) (rest, region string) {
	words := strings.Fields(text)
	for width := 2; width >= 1; width-- {
		if len(words) < width {
			continue
		}
		if name, ok := market.Region(country, strings.Join(words[len(words)-width:], " ")); ok {
			return strings.TrimRight(strings.Join(words[:len(words)-width], " "), ", "), name
		}
	}
	return text, ""
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

// City writes a city as a plain name: without the postal code before it, the
// CEDEX behind it, a district's number; case restored where it was lost.
func City(text, country string) string {
	text = cityWithoutMarks(tidy(text))
	if country == "RO" {
		text = withoutRank(text)
	}
	return restoreCity(withoutDistrict(text))
}

// withoutDistrict takes the number of a district off a city: "Paris 02",
// "Marseille 8e", "Lyon 3ème arrondissement", "București, Sector 3".
func withoutDistrict(text string) string {
	words := strings.Fields(text)
	n := len(words)
	district := func(word string) bool {
		switch market.Key(word) {
		case "arrondissement", "arr", "sector", "sectorul":
			return true
		}
		return false
	}
	if n > 2 && district(words[n-1]) {
		n--
	} else if n > 1 && district(words[n-1]) {
		return text
	}
	if n < 2 || !districtNumber(words[n-1]) {
		return text
	}
	if n--; n > 1 && district(words[n-1]) {
		n--
	}
	return strings.TrimRight(strings.Join(words[:n], " "), " ,-")
}

// districtNumber tells "02", "8e", "1er", "3ème".
func districtNumber(word string) bool {
	digits := countDigits(word)
	if digits == 0 || digits > 2 || !isDigit(word[0]) {
		return false
	}
	switch strings.ToLower(word[digits:]) {
	case "", "e", "er", "ème", "eme", ".":
		return true
	}
	return false
}

// withoutRank takes the rank of a Romanian place off its name: "Municipiul
// Bacău", "Com. Florești".
func withoutRank(text string) string {
	rank, name, found := strings.Cut(text, " ")
	if !found || strings.IndexByte(name, ',') >= 0 {
		return text
	}
	switch market.Key(rank) {
	case "municipiul", "mun", "orasul", "oras", "or", "comuna", "com", "sat", "satul", "localitatea", "loc":
		return name
	}
	return text
}

// cityWithoutMarks takes CEDEX, country letters and a leading postal code off.
func cityWithoutMarks(text string) string {
	if at := indexFold(text, " cedex"); at > 0 {
		text = text[:at]
	}
	words := strings.Fields(text)
	for len(words) > 1 && countDigits(words[0]) >= 3 && countDigits(words[0]) >= len(words[0])-2 {
		words = words[1:]
	}
	return strings.Trim(strings.Join(words, " "), " ,;-")
}

// indexFold finds an ASCII lower-case word in any case.
func indexFold(text, word string) int {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}
