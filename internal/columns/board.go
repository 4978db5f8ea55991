package columns

import (
	"fmt"
	"math"
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
	b := &board{columns: make([]Column, n), wordings: make([]wording, n), values: make([]*values, n),
		candidates: make([][]candidate, n), extra: make([]float64, n), fixed: make([]bool, n), rules: map[int]layoutRule{}}
	blank := 0
	for i, label := range header {
		b.wordings[i] = wordsOf(label)
		b.values[i] = survey(sample, i)
		b.columns[i] = Column{Index: i, Label: label, Fill: b.values[i].fill(), Samples: b.values[i].samples,
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
		for _, s := range senses(b.wordings[i]) {
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

// proposeByValues adds what the values alone show. With labels, only what
// proves itself counts; without, weaker evidence has to do.
func (b *board) proposeByValues(i int) {
	v := b.values[i]
	if v.filled == 0 {
		return
	}
	byValue := func(f contact.Field, score float64, what string, share float64) {
		if f != contact.Email && b.known(i) && (f != contact.LinkedIn || b.extra[i] > 0) {
			return // the label says it is something else
		}
		rule := fmt.Sprintf("values: %d%% %s", int(math.Round(100*share)), what)
		b.add(i, valueCandidate(f, score+0.02*v.fill(), rule))
	}
	blank := b.wordings[i].blank
	if s := v.share(kEmail); s >= 0.6 && b.extra[i] == 0 {
		byValue(contact.Email, 0.55+0.2*s, "emails", s)
	}
	if s := v.share(kLinkedIn); s >= 0.8 {
		byValue(contact.LinkedIn, 0.65, "profile links", s)
	} else if s := v.share(kURL); s >= 0.8 && blank {
		byValue(contact.Website, 0.5, "web addresses", s)
	}
	if s := v.share(kPhoneSure); s >= 0.7 && v.share(kDate) < 0.2 && !v.provenID() {
		byValue(contact.Phone, 0.36+0.2*s*boolFloat(blank), "phone numbers", s)
	}
	if !blank {
		return
	}
	for _, guess := range guesses(v) {
		byValue(guess.field, guess.score, guess.what, guess.share)
	}
}

// known tells whether a column's label is understood.
func (b *board) known(i int) bool {
	found := senses(b.wordings[i])
	return b.extra[i] > 0 || len(found) > 0 && !found[0].loose
}

// provenID tells whether four of five values are valid business ids.
func (v *values) provenID() bool {
	for _, k := range []idKind{idSIRET, idSIREN, idNIP, idOrgnr, idREGON, idABN} {
		if v.idShare(k) >= 0.8 {
			return true
		}
	}
	return false
}

func boolFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// guess is what the values of a column without a label suggest.
type guess struct {
	field contact.Field
	score float64
	what  string
	share float64
}

// guesses lists the fields a column without a label may hold.
func guesses(v *values) []guess {
	var out []guess
	try := func(f contact.Field, share, low, weight float64, what string) {
		if share >= low {
			out = append(out, guess{f, weight * (0.5 + 0.5*share), what, share})
		}
	}
	if v.share(kGender) >= 0.9 && v.share(kText) >= 0.9 && v.share(kYesNo) < 0.9 && len(v.first) >= 2 {
		try(contact.Gender, v.share(kGender), 0.9, 0.6, "genders")
		return out
	}
	if v.share(kCode2) < 0.5 {
		try(contact.NamePrefix, v.share(kHonorific), 0.8, 0.7, "titles of courtesy")
	}
	try(contact.Country, v.share(kCountry), 0.85, 0.62, "countries")
	try(contact.Region, v.share(kRegion), 0.85, 0.6, "regions")
	try(contact.PostalCode, v.share(kPostalSure), 0.7, 0.7, "postal codes")
	legal, given, person := v.share(kLegal), v.share(kGiven), v.share(kPerson)
	if v.share(kNumbered) < 0.4 {
		try(contact.Company, min(1, legal*1.2), 0.4, 0.65, "company words")
	}
	if legal < 0.2 {
		if person >= 0.6 {
			try(contact.FullName, min(person, given*1.3), 0.35, 0.7, "full names")
		}
		if person < 0.3 && v.share(kWord) > 0.8 {
			try(contact.FirstName, given, 0.35, 0.7, "given names")
		}
		try(contact.Title, v.share(kTitle), 0.4, 0.6, "job titles")
	}
	if v.share(kAddress) < 0.5 && v.share(kEmail) == 0 {
		try(contact.Street, v.share(kNumbered)*v.share(kText), 0.7, 0.6, "street lines")
	}
	try(contact.Address, v.share(kAddress), 0.6, 0.65, "addresses")
	for _, k := range []struct {
		id    idKind
		field contact.Field
	}{{idNIP, contact.TaxID}, {idOrgnr, contact.TaxID}, {idSIRET, contact.RegistrationID}, {idUStID, contact.TaxID},
		{idSIREN, contact.RegistrationID}, {idREGON, contact.RegistrationID}} {
		try(k.field, v.idShare(k.id), 0.8, 0.75, "valid "+idNames[k.id]+" numbers")
	}
	return out
}

// weighNames settles the labels that name a person, a company or a surname
// ("Name", "Nom", "Navn", "Nume") by what stands beside them.
func (b *board) weighNames() {
	strong := func(f contact.Field) bool {
		for i := range b.candidates {
			for _, c := range b.candidates[i] {
				if c.target.field == f && c.target.part == "" && c.sense.weight >= 0.85 && c.score > 0.5 || b.fixed[i] && b.columns[i].Field == f {
					return true
				}
			}
		}
		return false
	}
	first, last := strong(contact.FirstName), strong(contact.LastName)
	full, company := strong(contact.FullName), strong(contact.Company)
	for i := range b.candidates {
		if !ambiguousName(b.candidates[i]) {
			continue
		}
		v := b.values[i]
		legal, given := v.share(kLegal), v.share(kGiven)
		for k := range b.candidates[i] {
			c := &b.candidates[i][k]
			switch c.target.field {
			case contact.LastName:
				c.score += weigh(first && !last, 0.4) - weigh(!first, 0.3)
			case contact.FullName:
				c.score += weigh(given > 0.35 && legal < 0.15, 0.25) - weigh(first, 0.2) - weigh(full, 0.2) - weigh(legal > 0.3 || given < 0.2 && v.filled >= 20, 0.25)
			case contact.Company:
				c.score += weigh(legal > 0.2, 0.25) + weigh(given < 0.2 && !first, 0.15) + weigh((first && last || full) && v.filled > 0, 0.15) - weigh(company, 0.3) - weigh(given > 0.4 && legal < 0.1, 0.15)
			}
		}
	}
}

func weigh(yes bool, by float64) float64 { return boolFloat(yes) * by }

// ambiguousName tells whether a label alone may be a person or a company.
func ambiguousName(cs []candidate) bool {
	person, company := false, false
	for _, c := range cs {
		switch c.target.field {
		case contact.FullName, contact.LastName:
			person = person || c.sense.weight <= 0.7 && c.sense.weight > 0
		case contact.Company:
			company = company || c.sense.weight <= 0.7 && c.sense.weight > 0
		}
	}
	return person && company
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
			if len(b.candidates[i]) == 0 && !b.wordings[i].blank && b.values[i].filled > 0 {
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
	for _, s := range senses(b.wordings[i]) {
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
