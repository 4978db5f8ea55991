package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/city_names.csv
var cityFile string

var cityNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for row := range dataRows(cityFile) {
		for _, other := range strings.Split(row[1], ";") {
			names[Key(other)] = Key(row[0])
		}
	}
	return names
})

// CityKey is the match key of a city's name: names in other languages
// ("Warsaw", "Cologne", "Koeln") become the city's own, "Saint" and "Sainte"
// are "st" and "ste".
func CityKey(city string) string {
	key := Key(city)
	if own, ok := cityNames()[key]; ok {
		return own
	}
	if strings.Contains(key, "saint") {
		words := strings.Fields(key)
		for i, word := range words {
			switch word {
			case "saint":
				words[i] = "st"
			case "sainte":
				words[i] = "ste"
			}
		}
		key = strings.Join(words, " ")
	}
	return key
}

var cityCountries = sync.OnceValue(func() map[string]string {
	owner := map[string]string{}
	for place := range places() {
		country, key := place[0], place[1]
		if country == "" {
			continue
		}
		if other, taken := owner[key]; taken && other != country {
			owner[key] = ""
		} else if !taken {
			owner[key] = country
		}
	}
	return owner
})

// CountryOfCity tells the country of a town, by its match key, that is known
// in one country only.
func CountryOfCity(key string) string { return cityCountries()[key] }
