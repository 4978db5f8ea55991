package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/name_marks.csv
var nameMarkFile string

// NameMark says what a word of a name tells of those beside it.
type NameMark uint8

// The marks; a word may be several.
const (
	BirthMark       NameMark = 1 << iota // née, geb.: a birth name follows
	QuotedBirthMark                      // the same in parentheses, as a key
	AliasMark                            // aka: the name somebody goes by follows
	DegreeMark                           // (FH): the school of a German degree
	HonoursMark                          // (Hons): what an English degree was earned with
	NobilityMark                         // Freiherr, part of the family's name before "von"
	AddressMark                          // Herr: a form of address, never a given name
	PlainMark                            // Mme: a form of address, no academic title
)

var nameMarks = sync.OnceValue(func() map[string]NameMark {
	kinds := map[string]NameMark{"birth": BirthMark, "quotedbirth": QuotedBirthMark, "alias": AliasMark, "degree": DegreeMark, "honours": HonoursMark,
		"nobility": NobilityMark, "address": AddressMark, "plain": PlainMark}
	marks := map[string]NameMark{}
	for row := range dataRows(nameMarkFile) {
		for word := range strings.FieldsSeq(row[1]) {
			marks[word] |= kinds[row[0]]
		}
	}
	return marks
})

// NameMarks tells what a word, spelled as the data file spells it, marks.
func NameMarks(word string) NameMark { return nameMarks()[word] }
