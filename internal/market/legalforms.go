package market

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/legal_forms.csv
var legalFormData string

// LegalForm is one form of company, or one of the phrases that stand beside a
// company's name without being part of it.
type LegalForm struct {
	Code       string
	Countries  []string // alpha-2; empty: anywhere
	Start      bool     // stands before the name
	End        bool     // stands behind the name
	Inside     bool     // may have more text behind it
	Weak       bool     // also a word or initials
	VeryWeak   bool     // believed only in one of its countries
	Cased      bool     // sure enough where one capital leads it: Ky, Bt.
	SoleTrader bool     // one natural person
	Trade      bool     // a trade prefix, weaker than any form at the end
	Distress   bool     // a sign of the firm's end, not a form
	Founding   bool     // a phase, not a form
	Public     bool     // a public body: the words belong to the name
}

// In tells whether the form exists in a country.
func (f *LegalForm) In(country string) bool { return slices.Contains(f.Countries, country) }

// maxFormLetters bounds the spellings of forms, squeezed.
const maxFormLetters = 63

type legalFormTable struct {
	forms map[string][]*LegalForm
	// ends and starts have bit n set where a spelling of n letters ends
	// (starts) with this letter: most words are turned away by one look.
	ends, starts [256]uint64
}

var legalForms = sync.OnceValue(func() *legalFormTable {
	t := &legalFormTable{forms: make(map[string][]*LegalForm, 1000)}
	for row := range dataRows(legalFormData) {
		f := &LegalForm{
			Code: row[0], Countries: strings.Fields(row[1]),
			Start: strings.Contains(row[2], "s"), End: strings.Contains(row[2], "e"), Inside: strings.Contains(row[2], "i"),
			Weak: strings.ContainsAny(row[3], "wW"), VeryWeak: strings.Contains(row[3], "W"), Cased: strings.Contains(row[3], "c"),
			SoleTrader: strings.Contains(row[3], "t"), Trade: strings.Contains(row[3], "p"),
			Distress: strings.Contains(row[3], "d"), Founding: strings.Contains(row[3], "f"),
			Public: strings.Contains(row[3], "b"),
		}
		for spelling := range strings.SplitSeq(row[4], "|") {
			for _, s := range [2]string{Squeeze(spelling), strings.ReplaceAll(GermanKey(spelling), " ", "")} {
				if s != "" && len(s) <= maxFormLetters && !slices.Contains(t.forms[s], f) {
					t.add(s, f)
				}
			}
		}
	}
	return t
})

func (t *legalFormTable) add(spelling string, f *LegalForm) {
	t.forms[spelling] = append(t.forms[spelling], f)
	bit := uint64(1) << len(spelling)
	if f.End || f.Inside {
		t.ends[spelling[len(spelling)-1]] |= bit
	}
	if f.Start {
		t.starts[spelling[0]] |= bit
	}
}

// Squeeze is the key of a text without its blanks, by which spellings of
// legal forms are compared: "Sp. z o. o." and "sp.zo.o." are one.
func Squeeze(text string) string { return strings.ReplaceAll(Key(text), " ", "") }

// FormsEnding are the legal forms spelled exactly like these squeezed letters
// that can stand behind a name. The slice is shared: do not change it.
func FormsEnding(squeezed []byte) []*LegalForm {
	return legalForms().lookup(squeezed, true)
}

// FormsStarting are the legal forms spelled exactly like these squeezed
// letters; those that can stand before a name have Start set.
func FormsStarting(squeezed []byte) []*LegalForm {
	return legalForms().lookup(squeezed, false)
}

func (t *legalFormTable) lookup(squeezed []byte, end bool) []*LegalForm {
	n := len(squeezed)
	if n == 0 || n > maxFormLetters {
		return nil
	}
	lengths := t.starts[squeezed[0]]
	if end {
		lengths = t.ends[squeezed[n-1]]
	}
	if lengths&(1<<n) == 0 {
		return nil
	}
	return t.forms[string(squeezed)]
}
