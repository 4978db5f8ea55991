package qualify

import "strings"

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
		if d := distance(word, strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts inserted, deleted, replaced and swapped bytes (optimal
// string alignment, Damerau 1964).
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
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
