package columns

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// plan is a mapping made ready for the rows: no decision is left in it but
// those that depend on a row.
type plan struct {
	direct      []step // one column, one field
	flags       []step // restrictions: any yes wins
	consents    []consentStep
	objections  []objectionStep
	scoped      bool // the list has a column for the scope of consents
	statuses    []statusFlag
	extras      []int
	masked      []int
	hide        []bool
	joins       []join
	fallback    []step
	status      statusStep
	implied     impliedTitle
	cityLine    int
	numberFirst bool // house numbers stand before the street
}

type step struct {
	column int
	field  contact.Field
}

// statusFlag is a yes-or-no column whose label says what yes means.
type statusFlag struct {
	column int
	label  string
}

// join is a field made of several columns.
type join struct {
	field contact.Field
	parts []partStep
	glue  glue
}

type partStep struct {
	column int
	part   Part
}

type glue uint8

const (
	bySpace glue = iota
	asDate
	asRange
	asPhone
	asStreet
	asUnit
	asZip
	asPrefix
)

// statusStep is the column of an email verifier and the column of the address
// it was given for.
type statusStep struct {
	column, email int
	words         map[string]string // sample values and their common words
}

// impliedTitle is a title that the label of a column of names gives.
type impliedTitle struct {
	column int
	title  string
}

// hidden tells whether a column is masked as a whole.
func (p *plan) hidden(i int) bool { return i < len(p.hide) && p.hide[i] }

func newPlan(m *Mapping, values []*values) plan {
	p := plan{cityLine: -1, status: statusStep{column: -1, email: -1}, hide: make([]bool, len(m.Columns))}
	p.numberFirst, p.scoped = numberFirst(m), m.Field(contact.ConsentScope) >= 0
	joins := map[contact.Field]int{}
	for _, c := range m.Columns {
		i := c.Index
		if mayObject(c, values[i]) {
			p.objections = append(p.objections, objectionStep{i, c.Field == contact.Consent, c.Channel})
		}
		if c.Implied != "" {
			p.implied = impliedTitle{i, c.Implied}
		}
		switch {
		case c.Masked:
			p.masked = append(p.masked, i)
			p.hide[i] = true
		case c.Left:
		case c.Field == contact.NoField:
			p.extras = append(p.extras, i)
		case c.Part == Fallback:
			p.fallback = append(p.fallback, step{i, c.Field})
		case c.Part == StatusFlag:
			p.statuses = append(p.statuses, statusFlag{i, c.Label})
		case c.Part == CityLine:
			p.cityLine = i
		case c.Part != "":
			p.addPart(joins, c)
		case c.Field == contact.Consent:
			p.consents = append(p.consents, consentStep{i, consentScope(c.Channel)})
		case isFlag(c.Field):
			p.flags = append(p.flags, step{i, c.Field})
		case c.Field == contact.EmailStatus:
			p.status = newStatusStep(i, m, values[i])
		default:
			p.direct = append(p.direct, step{i, c.Field})
		}
	}
	p.joinWholes(joins)
	return p
}

func (p *plan) addPart(joins map[contact.Field]int, c Column) {
	k, ok := joins[c.Field]
	if !ok {
		k = len(p.joins)
		joins[c.Field] = k
		p.joins = append(p.joins, join{field: c.Field})
	}
	j := &p.joins[k]
	j.parts = append(j.parts, partStep{c.Index, c.Part})
	switch c.Part {
	case BirthDay, BirthMonth, BirthYearOf:
		j.glue = asDate
	case RevenueMin, RevenueMax, EmployeesMin, EmployeesMax:
		j.glue = asRange
	case DialCode, Extension:
		j.glue = asPhone
	case HouseNumber, HouseLetter, StreetType:
		j.glue = asStreet
	case Unit:
		j.glue = asUnit
	case Zip4:
		j.glue = asZip
	case Academic:
		j.glue = asPrefix
	case Joined:
		if c.Field == contact.BirthDate {
			j.glue = asDate
		}
	}
}

// joinWholes moves whole columns into the join of their field, so that pieces
// are put around them.
func (p *plan) joinWholes(joins map[contact.Field]int) {
	kept := p.direct[:0]
	for _, s := range p.direct {
		k, ok := joins[s.field]
		if !ok && s.field == contact.Address { // a street line called address takes the house number
			if k, ok = joins[contact.Street]; ok {
				p.joins[k].field = contact.Address
			}
		}
		if !ok {
			kept = append(kept, s)
			continue
		}
		p.joins[k].parts = append(p.joins[k].parts, partStep{s.column, ""})
	}
	p.direct = kept
}

func newStatusStep(column int, m *Mapping, v *values) statusStep {
	s := statusStep{column: column, email: m.Field(contact.Email), words: map[string]string{}}
	for text := range v.first {
		s.words[text] = statusWord(text)
	}
	return s
}

// statusWord is the common word of a verifier's: yes and no count too, and
// what nobody knows is unknown.
func statusWord(text string) string {
	if status, ok := market.EmailStatus(text); ok {
		return status
	}
	if market.Cues(market.Key(text))&market.CueYes != 0 {
		return "valid"
	}
	return "unknown"
}

// Apply puts the cells of a row into a record: fields as they were read,
// joined where several columns make one field, and the columns without a field
// as extras, labelled by their index. Cells of masked columns are left out.
func (m *Mapping) Apply(cells []string, r *contact.Record) {
	p := &m.plan
	n := len(cells)
	for _, s := range p.direct {
		if s.column < n {
			r.Values[s.field] = cells[s.column]
		}
	}
	for _, i := range p.extras {
		if i < n && cells[i] != "" {
			r.Extras = append(r.Extras, contact.Extra{Label: uint16(i), Value: cells[i]})
		}
	}
	for _, s := range p.flags {
		if s.column < n && cells[s.column] != "" {
			raise(r, s.field, restricted(cells[s.column]))
		}
	}
	for _, s := range p.consents {
		if s.column < n && cells[s.column] != "" {
			p.consent(r, cells[s.column], s.scope)
		}
	}
	for _, s := range p.objections {
		if s.column < n {
			s.apply(cells[s.column], r)
		}
	}
	for _, s := range p.statuses {
		if s.column < n && restricted(cells[s.column]) == "yes" && r.Values[contact.CompanyStatus] == "" {
			r.Values[contact.CompanyStatus] = s.label
		}
	}
	for i := range p.joins {
		if v := p.joins[i].value(cells, p.numberFirst); v != "" {
			r.Values[p.joins[i].field] = v
		}
	}
	if p.cityLine >= 0 && p.cityLine < n {
		splitCityLine(cells[p.cityLine], r)
	}
	if s := p.status; s.column >= 0 && s.column < n && cells[s.column] != "" {
		if s.email < 0 || s.email < n && strings.TrimSpace(cells[s.email]) != "" {
			r.Values[contact.EmailStatus] = s.word(cells[s.column])
		} else {
			r.Extras = append(r.Extras, contact.Extra{Label: uint16(s.column), Value: cells[s.column]})
		}
	}
	if s := p.implied; s.title != "" && s.column < n && cells[s.column] != "" {
		r.Values[contact.Title] = s.title
	}
	if len(p.fallback) > 0 {
		p.applyFallback(cells, r)
	}
}

func (s *statusStep) word(cell string) string {
	if word, ok := s.words[cell]; ok {
		return word
	}
	return statusWord(cell)
}

// applyFallback takes the company's address where the row has none of its own;
// otherwise it stays beside it as extras.
func (p *plan) applyFallback(cells []string, r *contact.Record) {
	empty := r.Values[contact.Street] == "" && r.Values[contact.City] == "" && r.Values[contact.PostalCode] == "" && r.Values[contact.Address] == ""
	for _, s := range p.fallback {
		if s.column >= len(cells) || cells[s.column] == "" {
			continue
		}
		if empty {
			r.Values[s.field] = cells[s.column]
		} else {
			r.Extras = append(r.Extras, contact.Extra{Label: uint16(s.column), Value: cells[s.column]})
		}
	}
}

// raise sets a restriction: yes wins over no, no over nothing.
func raise(r *contact.Record, f contact.Field, answer string) {
	if answer == "yes" || answer == "no" && r.Values[f] == "" {
		r.Values[f] = answer
	}
}

// consentStep is a consent column and the word for the channel it is given
// for.
type consentStep struct {
	column int
	scope  string
}

func consentScope(c contact.Channel) string {
	switch c {
	case contact.CallChannel:
		return "phone"
	case contact.EmailChannel:
		return "email"
	}
	return ""
}

// consent sets the consent of a row. A yes for one channel is a consent with
// that channel as its scope, whatever was said of others; what is neither yes
// nor no, a date or a sentence, stays for cleaning to read.
func (p *plan) consent(r *contact.Record, cell, scope string) {
	answer := market.Consented(cell)
	given := &r.Values[contact.Consent]
	switch {
	case answer == "yes":
		*given = "yes"
	case answer == "no" && *given == "":
		*given = "no"
	case answer == "" && (*given == "" || *given == "no"):
		*given = cell
		answer = "yes"
	}
	if answer == "yes" && scope != "" && !p.scoped {
		if have := r.Values[contact.ConsentScope]; have != "" {
			scope = have + "; " + scope
		}
		r.Values[contact.ConsentScope] = scope
	}
}
