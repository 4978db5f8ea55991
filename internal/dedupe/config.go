// Package dedupe finds the rows that are the same contact, person, company or
// household although they are spelled differently, and says why.
//
// It is probabilistic record linkage after Fellegi and Sunter, "A theory for
// record linkage" (1969): blocking keys give candidate pairs, each pair is
// brought to a level per comparison (same, close, different ...), each level
// weighs log2(m/u) bits, and the sum and the share of duplicates in the list
// give a probability. m and u are learned from the list itself without labels
// (EM over the level patterns of all pairs) and drawn to built-in values where
// the list is small.
package dedupe

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"goldpan/internal/contact"
)

// Config says how sure a merge must be and what else to compare.
type Config struct {
	// Cut is "precision=P" with P in (0.5,1), or "f1"; "" is the default.
	Cut string
	// Compare names columns that map to no field, by their label, and how
	// to compare them: "text", "number" or "date".
	Compare map[string]string
	// Labels is the run's table of extra labels: Extra.Label indexes it.
	// Needed where Compare is used.
	Labels []string
}

// DefaultCut is the cut of a profile that says nothing: one wrong merge in a
// hundred at most.
const DefaultCut = "precision=0.99"

// maxCompared is how many extra columns can be compared: what fits a pattern.
const maxCompared = 6

// Default is the configuration of a profile that says nothing.
func Default() Config { return Config{Cut: DefaultCut} }

// Validate finds all mistakes, in a fixed order.
func (c Config) Validate() []contact.Problem {
	var problems []contact.Problem
	if _, err := parseCut(c.Cut); err != nil {
		problems = append(problems, contact.Problem{Path: "cut", Message: err.Error()})
	}
	for _, label := range slices.Sorted(maps.Keys(c.Compare)) {
		if _, ok := extraKinds[c.Compare[label]]; !ok {
			problems = append(problems, contact.Problem{Path: "compare." + label,
				Message: fmt.Sprintf("%q is no way to compare: text, number or date", c.Compare[label])})
		}
	}
	if len(c.Compare) > maxCompared {
		problems = append(problems, contact.Problem{Path: "compare",
			Message: fmt.Sprintf("%d columns are too many: at most %d can be compared", len(c.Compare), maxCompared)})
	}
	return problems
}

// cutRule is a parsed Cut: precision is 0 for the best expected F1.
type cutRule struct{ precision float64 }

// single is the least probability of a single merged pair: with one wrong merge
// in a hundred allowed on the whole, no pair of more than one chance in ten to
// be wrong is merged.
func (c cutRule) single() float64 { return max(0.5, 1-10*(1-c.precision)) }

func parseCut(text string) (cutRule, error) {
	if text == "" {
		text = DefaultCut
	}
	if text == "f1" {
		return cutRule{}, nil
	}
	if number, ok := strings.CutPrefix(text, "precision="); ok {
		p, err := strconv.ParseFloat(number, 64)
		if err == nil && p > 0.5 && p < 1 {
			return cutRule{precision: p}, nil
		}
	}
	return cutRule{}, fmt.Errorf("%q is no cut: precision=P with P over 0.5 and under 1 (precision=0.99), or f1", text)
}

// extraKind is how an extra column is compared.
type extraKind uint8

const (
	extraText extraKind = iota + 1
	extraNumber
	extraDate
)

var extraKinds = map[string]extraKind{"text": extraText, "number": extraNumber, "date": extraDate}

// extraColumn is one compared extra column.
type extraColumn struct {
	label string
	kind  extraKind
}

// extraColumns lists the compared extra columns by label.
func (c Config) extraColumns() []extraColumn {
	var columns []extraColumn
	for _, label := range slices.Sorted(maps.Keys(c.Compare)) {
		if kind, ok := extraKinds[c.Compare[label]]; ok && len(columns) < maxCompared {
			columns = append(columns, extraColumn{label, kind})
		}
	}
	return columns
}
