package clean

import "strings"

// Person is a name in its parts, spelled as it should be displayed.
type Person struct {
	Prefix, First, Middle, Last, Suffix, Nickname string

	Company     bool     // the text names a company, not a person: no part is filled
	Placeholder bool     // nobody's name: John Doe, Max Mustermann, Test Test
	Codes       []string // what was done, in kebab-case: "case-restored", "order-swapped"
}

// SplitName takes a full name apart. Country (alpha-2, "" unknown) decides
// national habits; order is "last-first" or "first-last" where the whole list
// is known to keep it, "" to decide by the name alone.
func SplitName(full, country, order string) Person {
	words := strings.Fields(full)
	if len(words) == 0 {
		return Person{}
	}
	last := len(words) - 1
	return Person{First: strings.Join(words[:last], " "), Last: words[last]}
}

// PersonParts brings an already split name to normal form: case, swapped
// columns, titles and suffixes that slipped into the wrong column.
func PersonParts(prefix, first, middle, last, suffix, country string) Person {
	return Person{Prefix: prefix, First: first, Middle: middle, Last: last, Suffix: suffix}
}
