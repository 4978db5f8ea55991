// Package columns decides which column of a list is which field of a contact:
// by its label (synonyms in six languages, the layouts of list vendors) and by
// its values, in one best assignment over all columns. It also masks national
// personal ids, and takes rows apart as decided.
package columns

import (
	"sort"

	"goldpan/internal/contact"
)

// Options are what the user and the run know about a list.
type Options struct {
	// Overrides map a label, or several joined with "+", to a field name or to
	// "-" for leaving the column out. They win over everything else.
	Overrides map[string]string
	Country   string // assumed country, alpha-2; "" unknown
	Path      string // the list's path: its name is a hint of the vendor
}

// Column is how one column of a list is read.
type Column struct {
	Index      int
	Label      string
	Field      contact.Field // NoField: an extra column
	Part       Part          // which piece of the field, "" the whole
	Order      int           // place among the columns joined into one field, from 0
	Confidence float64       // 0 to 1
	Rule       string        // why: "header: exact (pl)", "layout ZoomInfo", "values: 97% emails", "--map"
	Fill       float64       // share of sampled cells that hold something
	Samples    []string      // up to three different values; masked where the column is
	Masked     bool          // personal ids or payment numbers: masked, never kept
	MaskedAs   string        // which: pesel, cnp, ...; "" by its label alone
	Left       bool          // mapped to "-": left out
	Fed        string        // "fate", "list", "sheet", "row", ...: a column goldpan itself wrote
	Channel    contact.Channel
	Unit       float64 // plain numbers are multiplied by this; 0 means 1
	Currency   string  // ISO 4217 from label or layout
	Implied    string  // job title of everyone in a column of names labelled "Geschäftsführer" or "Daglig leder"
	Warnings   []string

	scope scope
	lang  string
}

// Mapping is how a list's columns are read. It is immutable once made and may
// be shared between goroutines.
type Mapping struct {
	Columns    []Column
	Hints      contact.Hints
	Vendor     string // "" when no known vendor's layout was recognised
	Layout     string
	HeaderLang string // language of most labels, "" unknown
	Warnings   []string
	Labels     []string // the header, for the labels of extras

	plan plan
}

// Map decides the columns of a list from its header and a sample of its rows.
// The problems name overrides that cannot be met.
func Map(header []string, sample [][]string, o Options) (*Mapping, []contact.Problem) {
	b := newBoard(header, sample, o)
	problems := b.override(o.Overrides)
	b.findLayout(o.Path)
	b.readLabels()
	b.maskColumns()
	b.askNeighbours()
	b.weighNames()
	b.assign()
	b.assignParts()
	b.assignFlags()
	b.settleAddresses()
	m := b.mapping()
	m.Hints = b.hints(m, o.Country)
	b.warn(m)
	m.plan = newPlan(m, b.values)
	return m, problems
}

// Field finds the column that holds a whole field; -1 when none does.
func (m *Mapping) Field(f contact.Field) int {
	for _, c := range m.Columns {
		if c.Field == f && c.Part == "" && !c.Masked {
			return c.Index
		}
	}
	return -1
}

// Fed finds the column goldpan wrote under a name ("fate", "row"); -1 when the
// list has none.
func (m *Mapping) Fed(name string) int {
	for _, c := range m.Columns {
		if c.Fed == name {
			return c.Index
		}
	}
	return -1
}

// headerLang is the language most labels are written in; ties and doubts give
// "".
func headerLang(columns []Column) string {
	votes := map[string]int{}
	for _, c := range columns {
		if c.lang != "" {
			votes[c.lang]++
		}
	}
	langs := make([]string, 0, len(votes))
	for lang := range votes {
		langs = append(langs, lang)
	}
	sort.Strings(langs)
	best, second := "", 0
	for _, lang := range langs {
		if n := votes[lang]; best == "" || n > votes[best] {
			best = lang
		}
	}
	for _, lang := range langs {
		if lang != best && votes[lang] > second {
			second = votes[lang]
		}
	}
	if best == "" || votes[best] == second {
		return ""
	}
	return best
}
