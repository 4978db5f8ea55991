package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/street_words.csv
var streetFile string

// streetTable is the words with what they are, and which lengths they have by
// their first letter: most words of an address are told apart by that alone.
type streetTable struct {
	words   map[string]string
	lengths [256]uint64
}

var streetWords = sync.OnceValue(func() *streetTable {
	t := &streetTable{words: map[string]string{}}
	for row := range dataRows(streetFile) {
		for _, word := range strings.Fields(row[1]) {
			t.words[word] = row[0]
			t.lengths[word[0]] |= 1 << len(word)
		}
	}
	return t
})

func (t *streetTable) is(word, kind string) bool {
	return word != "" && t.lengths[word[0]]&(1<<len(word)) != 0 && t.words[word] == kind
}

// StreetWord tells whether a key word names a kind of street ("ul", "str",
// "avenue", "rd").
func StreetWord(word string) bool { return streetWords().is(word, "street") }

// FlatWord tells whether a key word leads a flat's or unit's number ("m",
// "lok", "apt", "ap").
func FlatWord(word string) bool { return streetWords().is(word, "flat") }

// SharedSite tells whether a registrable domain hosts pages of many owners, so
// that it says nothing about a company.
func SharedSite(domain string) bool { return streetWords().is(domain, "site") }
