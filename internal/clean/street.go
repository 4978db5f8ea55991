package clean

import (
	"strings"

	"goldpan/internal/market"
)

// StreetKeys gives the match keys of a street line: the street's name without
// number and type word, the house number with its letter, and the whole line.
// A flat's number is part of the whole only.
func StreetKeys(street, country string) (name, number, whole string) {
	whole = market.Key(street)
	var room [12]string
	words := appendWords(room[:0], whole)
	if len(words) == 0 {
		return "", "", ""
	}
	at, width := houseNumberAt(words, country)
	if at >= 0 {
		if number = words[at]; width == 2 {
			number += words[at+1]
		}
		if at > 0 || len(words) > width {
			if at == 0 {
				words = words[width:]
			} else {
				words = words[:at]
			}
		}
	}
	kept := words[:0]
	for i, word := range words {
		if len(words) > 1 && (i == 0 || i == len(words)-1 || len(kept) == 0) && market.StreetWord(word) {
			continue
		}
		kept = append(kept, streetEnding(word))
	}
	return strings.Join(kept, " "), number, whole
}

// appendWords cuts a key at its single blanks.
func appendWords(words []string, key string) []string {
	for key != "" {
		word, rest, _ := strings.Cut(key, " ")
		words = append(words, word)
		key = rest
	}
	return words
}

// houseNumberAt finds the house number among the words of a street line: in
// front where the country writes it there, else behind the name. width is 2
// when the letter stands apart ("12 b").
func houseNumberAt(words []string, country string) (at, width int) {
	at = -1
	if numbered(words[0]) && len(words) > 1 && (streetFirst(country) || !hasNumberAfter(words[1:])) {
		at = 0
	} else {
		for i := 1; i < len(words); i++ {
			if numbered(words[i]) {
				at = i
				break
			}
		}
		// "ul. 3 Maja 12": the first number belongs to the name.
		if at >= 0 && at+1 < len(words) && !isDigit(words[at+1][0]) && len(words[at+1]) > 2 && hasNumberAfter(words[at+1:]) &&
			!market.FlatWord(words[at+1]) {
			for i := at + 1; i < len(words); i++ {
				if numbered(words[i]) {
					at = i
					break
				}
			}
		}
	}
	if at < 0 {
		return -1, 0
	}
	if at+1 < len(words) && (len(words[at+1]) == 1 && isLetter(words[at+1][0]) && !market.FlatWord(words[at+1]) || words[at+1] == "bis" || words[at+1] == "ter") {
		return at, 2
	}
	return at, 1
}

func hasNumberAfter(words []string) bool {
	for _, word := range words {
		if numbered(word) {
			return true
		}
	}
	return false
}

// numbered tells a word that may be a house's number: "12", "12b", but not the
// "1st" of an avenue.
func numbered(word string) bool {
	if !isDigit(word[0]) {
		return false
	}
	if n := len(word) - 2; n > 0 && isDigit(word[n-1]) {
		switch word[n:] {
		case "st", "nd", "rd", "th":
			return false
		}
	}
	return true
}

// streetEndings are the endings by which German and Norwegian compounds name
// the kind of street, and the one form they share in keys.
var streetEndings = [...]struct{ ending, form string }{
	{"strasse", "str"}, {"gaten", "gt"}, {"gata", "gt"}, {"gate", "gt"}, {"veien", "v"}, {"vegen", "v"}, {"vei", "v"}, {"veg", "v"}, {"vn", "v"},
}

func streetEnding(word string) string {
	switch word[len(word)-1] {
	case 'e', 'n', 'a', 'i', 'g': // the last letters of them all
	default:
		return word
	}
	for _, e := range streetEndings {
		if len(word) > len(e.ending)+1 && strings.HasSuffix(word, e.ending) {
			return word[:len(word)-len(e.ending)] + e.form
		}
	}
	return word
}
