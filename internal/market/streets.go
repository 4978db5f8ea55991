package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/street_words.csv
var streetFile string

var streetWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for row := range dataRows(streetFile) {
		for _, word := range strings.Fields(row[1]) {
			words[word] = row[0]
		}
	}
	return words
})

// StreetWord tells whether a key word names a kind of street ("ul", "str",
// "avenue", "rd").
func StreetWord(word string) bool { return streetWords()[word] == "street" }

// FlatWord tells whether a key word leads a flat's or unit's number ("m",
// "lok", "apt", "ap").
func FlatWord(word string) bool { return streetWords()[word] == "flat" }

// SharedSite tells whether a registrable domain hosts pages of many owners, so
// that it says nothing about a company.
func SharedSite(domain string) bool { return streetWords()[domain] == "site" }
