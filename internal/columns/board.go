package columns

import (
	"fmt"
	"sort"
	"strings"

	"goldpan/internal/contact"
)

// candidate is one target a column may be given.
type candidate struct {
	target target
	score  float64
	sense  sense
	rule   string
}

// board is the table on which a mapping is decided.
type board struct {
	columns    []Column
	wordings   []wording
	senses     [][]sense // what each label may mean
	values     []*values
	candidates [][]candidate
	extra      []float64 // how sure a column is known to be no field
	fixed      []bool    // decided by an override or masked
	headerless bool
	vendor     string
	layout     string
	rules      map[int]layoutRule
	warnings   []string
}

func newBoard(header []string, sample [][]string, o Options) *board {
	n := len(header)
	b := &board{columns: make([]Column, n), wordings: make([]wording, n), senses: make([][]sense, n), values: make([]*values, n),
		candidates: make([][]candidate, n), extra: make([]float64, n), fixed: make([]bool, n), rules: map[int]layoutRule{}}
	blank := 0
	for i, label := range header {
		b.wordings[i] = wordsOf(label)
		b.senses[i] = senses(b.wordings[i])
		b.values[i] = survey(sample, i)
		b.columns[i] = Column{Index: i, Label: label, Fill: b.values[i].fill(), Samples: maskedSamples(b.values[i].samples),
			Unit: b.wordings[i].unit, Currency: b.wordings[i].currency}
		if b.wordings[i].blank {
			blank++
		}
	}
	b.headerless = n > 0 && blank*2 > n
	return b
}

// override applies what the user said. Labels compare exactly first, then by
// their keys.
func (b *board) override(overrides map[string]string) []contact.Problem {
	labels := make([]string, 0, len(overrides))
	for label := range overrides {
		labels = append(labels, label)
	}
	sort.Strings(labels)
	var problems []contact.Problem
	for _, label := range labels {
		name := overrides[label]
		field, ok := contact.ParseField(name)
		if !ok && name != "-" {
			problems = append(problems, contact.Problem{Path: label, Message: fmt.Sprintf("no field is called %q; known fields: %s, or - to leave the column out", name, fieldNames())})
			continue
		}
		indexes, missing := b.find(label)
		if missing != "" {
			problems = append(problems, contact.Problem{Path: label, Message: fmt.Sprintf("the list has no column %q", missing)})
			continue
		}
		for order, i := range indexes {
			c := &b.columns[i]
			c.Field, c.Rule, c.Confidence, c.Left = field, "--map", 1, name == "-"
			if len(indexes) > 1 {
				c.Part, c.Order = Joined, order
			}
			b.fixed[i] = true
		}
	}
	return problems
}

func fieldNames() string {
	names := make([]string, 0, contact.LastMappable)
	for _, f := range contact.Fields() {
		names = append(names, f.String())
	}
	return strings.Join(names, ", ")
}

// find gives the columns of a label, or of labels joined with "+".
func (b *board) find(label string) (indexes []int, missing string) {
	if i := b.labelled(label); i >= 0 {
		return []int{i}, ""
	}
	if !strings.Contains(label, "+") {
		return nil, label
	}
	for part := range strings.SplitSeq(label, "+") {
		i := b.labelled(strings.TrimSpace(part))
		if i < 0 {
			return nil, strings.TrimSpace(part)
		}
		indexes = append(indexes, i)
	}
	return indexes, ""
}

func (b *board) labelled(label string) int {
	for i := range b.columns {
		if b.columns[i].Label == label {
			return i
		}
	}
	key := Normal(label)
	for i := range b.columns {
		if key != "" && Normal(b.columns[i].Label) == key {
			return i
		}
	}
	return -1
}

// readLabels fills the candidates of every column from its label, its vendor's
// layout and its values.
func (b *board) readLabels() {
	for i := range b.columns {
		if b.fixed[i] {
			continue
		}
		if rule, ok := b.rules[i]; ok && b.layoutCandidate(i, rule) {
			continue
		}
		for _, s := range b.senses[i] {
			b.propose(i, s)
		}
		b.proposeByValues(i)
	}
}

// propose adds a sense of the label, weighed by the values.
func (b *board) propose(i int, s sense) {
	switch s.target.kind {
	case toExtra:
		b.extra[i] = max(b.extra[i], 0.75*s.weight)
		return
	case toFed:
		b.columns[i].Fed = strings.TrimPrefix(strings.ReplaceAll(Normal(b.columns[i].Label), " ", "_"), "goldpan_")
		b.columns[i].Rule, b.columns[i].Confidence, b.fixed[i] = "goldpan's own column", 1, true
		return
	case toPersonalID:
		return // maskColumns decides
	}
	f := fit(s.target, b.values[i])
	if f == 0 || s.loose && (f < 0.5 || b.values[i].filled == 0) {
		return
	}
	score := s.weight * (0.4 + 0.6*f)
	score += 0.02 * b.values[i].fill()
	if isAddressField(s.target.field) && b.values[i].cells > 0 {
		score *= 0.85 + 0.15*b.values[i].fill() // of two addresses the one that is filled in
	}
	if !s.exact {
		score -= 0.02 * float64(min(b.wordings[i].ordinal, 20)-1)
	}
	if year := b.wordings[i].year; year > 1990 {
		score += 0.001 * float64(year-2040) // of several years the latest
	}
	how := "exact"
	switch {
	case s.loose:
		how = "part of it"
	case !s.exact:
		how = "words"
	}
	rule := "header: " + how
	if s.lang != "" {
		rule += " (" + s.lang + ")"
	}
	b.add(i, candidate{s.target, score, s, rule})
}

func (b *board) add(i int, c candidate) {
	for k, have := range b.candidates[i] {
		if have.target == c.target {
			if c.score > have.score {
				b.candidates[i][k] = c
			}
			return
		}
	}
	b.candidates[i] = append(b.candidates[i], c)
}

// mapping puts the decided columns together.
func (b *board) mapping() *Mapping {
	m := &Mapping{Columns: b.columns, Vendor: b.vendor, Layout: b.layout, Warnings: b.warnings}
	for i := range b.columns {
		c := &b.columns[i]
		m.Labels = append(m.Labels, c.Label)
		if !isAmount(c.Field) {
			c.Unit, c.Currency = 0, ""
		}
		if c.Rule == "" {
			c.Rule = "extra column"
			if len(b.candidates[i]) == 0 && b.extra[i] < 1 && !b.wordings[i].blank && b.values[i].filled > 0 {
				b.warnContradiction(i)
			}
		}
	}
	m.HeaderLang = headerLang(b.columns)
	b.implyTitle()
	return m
}

// isAmount tells whether units and currencies mean anything to a field.
func isAmount(f contact.Field) bool {
	return f == contact.Revenue || f == contact.Income || f == contact.Employees || f == contact.Credit
}

// warnContradiction says when a label names a field that the values deny.
func (b *board) warnContradiction(i int) {
	for _, s := range b.senses[i] {
		if s.target.kind == toField && s.exact && s.weight >= 0.9 {
			b.columns[i].Warnings = append(b.columns[i].Warnings,
				fmt.Sprintf("the label says %s, the values do not: kept as an extra column", s.target.field))
			return
		}
	}
}

// taken tells whether a column already holds a whole field.
func (b *board) taken(f contact.Field) bool {
	for i := range b.columns {
		if c := &b.columns[i]; c.Field == f && (c.Part == "" || c.Part == Joined) && !c.Masked {
			return true
		}
	}
	return false
}
