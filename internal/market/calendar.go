package market

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/months.csv
var monthFile string

var months = sync.OnceValue(func() map[string]int {
	words := map[string]int{}
	for row := range dataRows(monthFile) {
		month, _ := strconv.Atoi(row[0])
		for _, word := range strings.Fields(row[1]) {
			words[Key(word)] = month
		}
	}
	return words
})

// Month is the number of a month by its name or short form in the languages
// of the markets; 0 where the word is none.
func Month(word string) int {
	var room [32]byte
	return max(months()[string(AppendKey(room[:0], word))], 0)
}

// DateFiller tells whether a word may stand beside a date and means nothing:
// weekdays, ordinal endings, "of", "am", "r.".
func DateFiller(word string) bool {
	var room [32]byte
	return months()[string(AppendKey(room[:0], word))] == -1
}
