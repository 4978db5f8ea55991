package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/regions.csv
var regionFile string

//go:embed data/postal_regions.csv
var postalRegionFile string

//go:embed data/timezones.csv
var timeZoneFile string

//go:embed data/area_codes.csv
var areaCodeFile string

// regionWords are the words for "region" that stand beside its name.
var regionWords = map[string]bool{
	"woj": true, "wojewodztwo": true, "voivodeship": true, "jud": true, "judetul": true, "judet": true, "county": true,
	"fylke": true, "fylkeskommune": true, "region": true, "state": true, "of": true, "province": true, "land": true,
	"departement": true, "mun": true, "municipiul": true, "wojewodztwa": true, "wojewodztwie": true,
}

var regionNames = sync.OnceValue(func() map[string]map[string]string {
	byCountry := map[string]map[string]string{}
	for row := range dataRows(regionFile) {
		names := byCountry[row[0]]
		if names == nil {
			names = map[string]string{}
			byCountry[row[0]] = names
		}
		names[Key(row[1])] = row[1]
		for _, alias := range strings.Split(row[2], ";") {
			if key := Key(alias); names[key] == "" {
				names[key] = row[1]
			}
		}
	}
	return byCountry
})

// Region finds the name goldpan writes for a region of a country: the official
// name, the postal abbreviation in the US, Canada and Australia. It
// understands abbreviations, codes, old names and names in other languages.
func Region(country, text string) (name string, ok bool) {
	names := regionNames()[country]
	if names == nil {
		return "", false
	}
	key := Key(text)
	if name, ok = names[key]; ok {
		return name, true
	}
	words := strings.Fields(key)
	kept := words[:0]
	for _, word := range words {
		if !regionWords[word] {
			kept = append(kept, word)
		}
	}
	name, ok = names[strings.Join(kept, " ")]
	return name, ok
}

var dividedRegions = sync.OnceValue(func() map[[2]string]bool {
	divided := map[[2]string]bool{}
	for row := range dataRows(regionFile) {
		if len(row) > 3 && row[3] == "divided" {
			divided[[2]string{row[0], row[1]}] = true
		}
	}
	return divided
})

// DividedRegion tells the regions that are no more and have several
// successors: which is meant, the postal code knows.
func DividedRegion(country, name string) bool { return dividedRegions()[[2]string{country, name}] }

var regionCountries = sync.OnceValue(func() map[string]string {
	owner := map[string]string{}
	for country, names := range regionNames() {
		for key := range names {
			if len(key) <= 3 {
				continue // codes: BC is Bacău and British Columbia
			}
			if other, taken := owner[key]; taken && other != country {
				owner[key] = ""
			} else if !taken {
				owner[key] = country
			}
		}
	}
	return owner
})

// CountryOfRegion tells the country of a region whose name only one of the
// known countries has; "" for others and for short codes.
func CountryOfRegion(text string) string {
	if text == "" {
		return ""
	}
	var room [64]byte
	return regionCountries()[string(AppendKey(room[:0], text))]
}

// postalPrefixes are the regions of a country by the first digits of their
// postal codes, which are longest digits long at most.
type postalPrefixes struct {
	regions map[string]string
	longest int
}

var postalRegions = sync.OnceValue(func() map[string]*postalPrefixes {
	byCountry := map[string]*postalPrefixes{}
	for row := range dataRows(postalRegionFile) {
		prefixes := byCountry[row[0]]
		if prefixes == nil {
			prefixes = &postalPrefixes{regions: map[string]string{}}
			byCountry[row[0]] = prefixes
		}
		prefixes.longest = max(prefixes.longest, len(row[1]))
		for prefix := row[1]; ; prefix = nextDigits(prefix) {
			prefixes.regions[prefix] = row[3]
			if prefix >= row[2] {
				break
			}
		}
	}
	return byCountry
})

// nextDigits counts a string of digits up by one, keeping its length.
func nextDigits(s string) string {
	b := []byte(s)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < '9' {
			b[i]++
			break
		}
		b[i] = '0'
	}
	return string(b)
}

// RegionOfPostal finds the region a postal code lies in, for the countries of
// postal_regions.csv; "" where it does not tell.
func RegionOfPostal(country, code string) string {
	prefixes := postalRegions()[country]
	if prefixes == nil {
		return ""
	}
	var buf [8]byte
	key := buf[:0]
	for i := 0; i < len(code) && len(key) < cap(key); i++ {
		c := code[i]
		if country == "GB" && (c < 'A' || c > 'Z') {
			break // the area: the letters before the first digit
		}
		if c != '-' && c != ' ' {
			key = append(key, c)
		}
	}
	if country == "GB" {
		return prefixes.regions[string(key)]
	}
	for n := min(len(key), prefixes.longest); n >= 2; n-- {
		if region := prefixes.regions[string(key[:n])]; region != "" {
			return region
		}
	}
	return ""
}

// zonesOf are the time zones of a country: its only one, or those of its
// regions.
type zonesOf struct {
	only    string
	regions map[string]string
}

var timeZones = sync.OnceValue(func() map[string]zonesOf {
	zones := map[string]zonesOf{}
	for row := range dataRows(timeZoneFile) {
		of := zones[row[0]]
		switch {
		case row[1] == "":
			of.only = row[2]
		case of.regions == nil:
			of.regions = map[string]string{row[1]: row[2]}
		default:
			of.regions[row[1]] = row[2]
		}
		zones[row[0]] = of
	}
	return zones
})

// TimeZone is the IANA name of the time zone of a region (named as Region
// names it), or of the country where that has only one; "" where unknown.
func TimeZone(country, region string) string {
	zones := timeZones()[country]
	if zone := zones.regions[region]; zone != "" {
		return zone
	}
	return zones.only
}

var areaCodes = sync.OnceValue(func() map[string][2]string {
	areas := map[string][2]string{}
	for row := range dataRows(areaCodeFile) {
		for _, code := range strings.Fields(row[2]) {
			areas[code] = [2]string{row[0], row[1]}
		}
	}
	return areas
})

// PhoneZone is the time zone of an E.164 number: by area code in North
// America, else by the number's country where that has one zone. "" where
// unknown.
func PhoneZone(e164, country string) string {
	if strings.HasPrefix(e164, "+1") && len(e164) == 12 {
		area := areaCodes()[e164[2:5]]
		return TimeZone(area[0], area[1])
	}
	return TimeZone(country, "")
}
