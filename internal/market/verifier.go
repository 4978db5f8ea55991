package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/verifier.csv
var verifierFile string

var verifierWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for row := range dataRows(verifierFile) {
		for word := range strings.SplitSeq(row[1], "|") {
			words[Key(word)] = row[0]
		}
	}
	return words
})

// EmailStatus is the common word for what a verifier said of an address:
// valid, catch_all, unknown, invalid, role or disposable. Several words in one
// cell ("ok|ok_for_all") give the least certain of them. ok is false for a
// word no verifier is known to use.
func EmailStatus(text string) (status string, ok bool) {
	if s, found := verifierWords()[Key(text)]; found {
		return s, true
	}
	rank := -1
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '|' || r == ';' || r == '/' }) {
		s, found := verifierWords()[Key(part)]
		if !found {
			return "", false
		}
		if r := strings.Index("valid catch_all unknown role disposable invalid", s); r > rank {
			rank, status = r, s
		}
	}
	return status, rank >= 0
}

// IsEmailStatus tells whether a word is more than a number: "valid" is, "2"
// might be anything. It decides whether a column holds statuses.
func IsEmailStatus(text string) bool {
	key := Key(text)
	if len(key) < 2 {
		return false
	}
	_, ok := verifierWords()[key]
	return ok
}
