package market

import (
	"slices"
	"sync"
)

// shortestMisspelt is the length, in bytes, from which a word of a title is
// long enough to be known by all but one of its letters.
const shortestMisspelt = 9

// spelling is what a misspelt word shares with the one it stands for.
type spelling struct {
	first  byte
	length int
}

// titleSpellings are the long single words that tell a rank, in alphabetical
// order, by first letter and length. Words that only tell a field are too close
// to those of neighbouring languages: industriel, industrial.
var titleSpellings = sync.OnceValue(func() map[spelling][]string {
	t := titles()
	words := make(map[spelling][]string)
	for word, e := range t.phrases {
		if len(word) >= shortestMisspelt && e.own && !e.National() && e.Level != "" && isLetters(word) {
			at := spelling{word[0], len(word)}
			words[at] = append(words[at], word)
		}
	}
	for _, same := range words {
		slices.Sort(same)
	}
	return words
})

// TitleMisspelt finds the rank word from which a long unknown word
// differs by one slip of the pen: a letter too many, one missing, a wrong one,
// or two neighbours exchanged. Nil when there is none.
func TitleMisspelt(word []byte) *TitleEntry {
	if len(word) < shortestMisspelt {
		return nil
	}
	words, text := titleSpellings(), string(word)
	for _, length := range [3]int{len(word), len(word) + 1, len(word) - 1} {
		for _, known := range words[spelling{word[0], length}] {
			if oneSlip(known, text) {
				return titles().phrases[known]
			}
		}
	}
	return nil
}

// isLetters tells words of nothing but letters.
func isLetters(word string) bool {
	for i := range len(word) {
		if !isLower(word[i]) {
			return false
		}
	}
	return true
}
