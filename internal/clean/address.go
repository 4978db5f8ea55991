package clean

import (
	"strings"

	"goldpan/internal/market"
)

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
				if city == "" && !streetLine(before) {
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

// City writes a city as a plain name: without the postal code before it, the
// CEDEX behind it, a district's number; case restored where it was lost.
func City(text, country string) string {
	text = cityWithoutMarks(tidy(text))
	if country == "RO" && districtLine(text) {
		return "București"
	}
	if country == "RO" || country == "PL" {
		text = withoutRank(text)
	}
	return restoreCity(withoutDistrict(text), country)
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

// withoutRank takes the rank of a Romanian or Polish place off its name:
// "Municipiul Bacău", "gm. Lesznowola".
func withoutRank(text string) string {
	rank, name, found := strings.Cut(text, " ")
	if !found || strings.IndexByte(name, ',') >= 0 {
		return text
	}
	switch market.Key(rank) {
	case "municipiul", "mun", "orasul", "oras", "or", "comuna", "com", "sat", "satul", "localitatea", "loc", "gmina", "gm":
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
