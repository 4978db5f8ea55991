package qualify

import (
	"strings"

	"goldpan/internal/similar"
)

// Nearest finds the known word that a misspelt one most likely means: the one
// with the fewest changed letters, at most a third of them. "" where none is
// near. Of equals the first wins.
func Nearest(word string, known []string) string {
	word = strings.ToLower(word)
	if len(word) < 3 {
		return "" // too short to tell a slip from another word
	}
	best, least := "", max(1, len(word)/3)+1
	for _, k := range known {
		if d := similar.Transposed(word, strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// suggest is "; did you mean X?" or, where nothing is near, "; known are ...".
func suggest(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return "; did you mean " + near + "?"
	}
	if len(known) > 20 {
		return ""
	}
	return "; known are " + strings.Join(known, ", ")
}
