package qualify

import (
	"strings"
	"time"

	"github.com/expr-lang/expr/vm"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// evaluator runs expressions for one worker.
type evaluator struct {
	plan    *Plan
	machine vm.VM
	env     map[string]any
	sources []source // where each input of the plan comes from
}

// source is where an input's value is: a field, or an extra column.
type source struct {
	field contact.Field
	extra int // label of the extra column; -1 none
}

// newEvaluator resolves the columns that expressions name.
func newEvaluator(p *Plan, columns Columns) *evaluator {
	e := &evaluator{plan: p, env: map[string]any{"as_of": p.asOf}, sources: make([]source, len(p.table.inputs))}
	for i, in := range p.table.inputs {
		e.sources[i] = source{field: in.field, extra: -1}
		if in.column != "" {
			e.sources[i] = columns.find(in.column)
		}
	}
	return e
}

// Columns tells where the columns of the lists went: Extras are the labels of
// columns without a field (indexed by contact.Extra's Label), Mapped the
// labels of those with one.
type Columns struct {
	Extras []string
	Mapped map[string]contact.Field
}

// find looks a column up by its label as written, then by its key.
func (c Columns) find(label string) source {
	for i, have := range c.Extras {
		if have == label {
			return source{extra: i}
		}
	}
	if f, ok := c.Mapped[label]; ok {
		return source{field: f, extra: -1}
	}
	key := market.Key(label)
	for i, have := range c.Extras {
		if market.Key(have) == key {
			return source{extra: i}
		}
	}
	best := source{extra: -1}
	first := ""
	for have, f := range c.Mapped {
		if market.Key(have) == key && (first == "" || have < first) {
			best, first = source{field: f, extra: -1}, have
		}
	}
	return best
}

// value is the text of an input in a record, "" missing.
func (e *evaluator) value(i int, r *contact.Record) string {
	src := e.sources[i]
	if src.extra >= 0 {
		for _, x := range r.Extras {
			if int(x.Label) == src.extra {
				return x.Value
			}
		}
		return ""
	}
	return fieldValue(r, src.field)
}

// fieldValue is a field as expressions see it: phone_kind is that of the
// number to dial, credit is the common scale, age follows from a birth date.
func fieldValue(r *contact.Record, f contact.Field) string {
	switch f {
	case contact.Credit:
		return r.Values[contact.CreditScale]
	case contact.PhoneKind:
		if r.Values[contact.Mobile] != "" {
			return "mobile"
		}
	case contact.FullName:
		return r.FullName()
	}
	return r.Values[f]
}

// answer evaluates an expression by three-valued logic.
func (e *evaluator) answer(n *node, s *Subject) contact.Answer {
	switch n.kind {
	case notNode:
		switch e.answer(&n.children[0], s) {
		case contact.Yes:
			return contact.No
		case contact.No:
			return contact.Yes
		}
		return contact.Unknown
	case andNode:
		left := e.answer(&n.children[0], s)
		if left == contact.No {
			return contact.No
		}
		return both(left, e.answer(&n.children[1], s))
	case orNode:
		left := e.answer(&n.children[0], s)
		if left == contact.Yes {
			return contact.Yes
		}
		right := e.answer(&n.children[1], s)
		if right == contact.Yes || left == contact.No {
			return right
		}
		return contact.Unknown
	}
	return e.leaf(n.leaf, s)
}

// leaf evaluates one leaf: by comparison where it is simple, else by program,
// twice where a number is a band.
func (e *evaluator) leaf(l *leaf, s *Subject) contact.Answer {
	if c := l.simple; c != nil {
		text := e.value(c.input, s.Rec)
		if c.isText {
			if text == "" && !l.presence {
				return contact.Unknown
			}
			return yesIf(c.holds(0, text))
		}
		have, ok := e.numberOf(c.input, s, text)
		if !ok {
			return contact.Unknown
		}
		return c.overBand(have)
	}
	banded := false
	for _, i := range l.inputs {
		present, band := e.fill(i, s, false)
		if !present && !l.presence {
			return contact.Unknown
		}
		banded = banded || band
	}
	low := e.run(l)
	if !banded {
		return low
	}
	for _, i := range l.inputs {
		e.fill(i, s, true)
	}
	if high := e.run(l); high != low {
		return contact.Unknown
	}
	return low
}

// run executes a leaf's program. A program that fails on the values it got (a
// division by nought) cannot tell.
func (e *evaluator) run(l *leaf) contact.Answer {
	out, err := e.machine.Run(l.program, e.env)
	yes, ok := out.(bool)
	if err != nil || !ok {
		return contact.Unknown
	}
	return yesIf(yes)
}

// numberOf reads a number or band; age falls back on the birth date.
func (e *evaluator) numberOf(i int, s *Subject, text string) (span, bool) {
	in := e.plan.table.inputs[i]
	if in.column != "" && e.sources[i].field == contact.NoField {
		return parseLoose(text)
	}
	switch e.sources[i].field {
	case contact.Age:
		return ageSpan(s, e.plan.asOf)
	case contact.Founded, contact.BirthYear:
		year, ok := digitsAt(text, 0, 4)
		if !ok && e.sources[i].field == contact.BirthYear {
			year, ok = digitsAt(s.Rec.Values[contact.BirthDate], 0, 4)
		}
		return span{float64(year), float64(year)}, ok
	}
	return parseSpan(text)
}

// fill puts an input's value into the environment: for bands the low or the
// high end.
func (e *evaluator) fill(i int, s *Subject, high bool) (present, band bool) {
	in := &e.plan.table.inputs[i]
	if in.household {
		return e.fillHousehold(i, s), false
	}
	text := e.value(i, s.Rec)
	switch in.kind {
	case numberInput:
		n, ok := e.numberOf(i, s, text)
		value := n.lo
		if high {
			value = n.hi
		}
		e.env[in.name] = value
		return ok, ok && n.lo != n.hi
	case dateInput:
		d, ok := e.dateOf(i, text)
		e.env[in.name] = d
		return ok, false
	}
	e.env[in.name] = text
	return text != "", false
}

// dateOf reads a date: fields in normal form, columns in the usual spellings.
func (e *evaluator) dateOf(i int, text string) (time.Time, bool) {
	if d, ok := parseDay(text); ok && len(text) == 10 {
		return d, true
	}
	if e.sources[i].field != contact.NoField {
		return time.Time{}, false
	}
	return parseLooseDay(text)
}

// fillHousehold gathers an input from the other rows of the household.
func (e *evaluator) fillHousehold(i int, s *Subject) bool {
	in := &e.plan.table.inputs[i]
	var dates []time.Time
	var numbers []float64
	var texts []string
	for _, other := range s.Household {
		text := e.value(i, other)
		if text == "" || samePerson(s.Rec, other) {
			continue
		}
		switch in.kind {
		case datesInput:
			if d, ok := e.dateOf(i, text); ok {
				dates = append(dates, d)
			}
		case numbersInput:
			if n, ok := parseSpan(text); ok {
				numbers = append(numbers, n.lo)
			}
		default:
			texts = append(texts, text)
		}
	}
	switch in.kind {
	case datesInput:
		e.env[in.name] = dates
	case numbersInput:
		e.env[in.name] = numbers
	default:
		e.env[in.name] = texts
	}
	return len(dates)+len(numbers)+len(texts) > 0
}

// samePerson tells rows of the contact itself from those of others in its
// household, who share its family name but not its first.
func samePerson(a, b *contact.Record) bool {
	return a == b || a.Values[contact.FirstName] != "" &&
		strings.EqualFold(a.Values[contact.FirstName], b.Values[contact.FirstName]) &&
		strings.EqualFold(a.Values[contact.LastName], b.Values[contact.LastName])
}

// parseLoose reads a number in a column that no one has brought to normal
// form: blanks, a currency or unit behind it, comma or point.
func parseLoose(text string) (span, bool) {
	if n, ok := parseDigits(text); ok && text != "" {
		return span{n, n}, true
	}
	text = strings.TrimSpace(text)
	end := 0
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || strings.IndexByte("-+., \u00a0'", text[end]) >= 0) {
		end++
	}
	digits := strings.NewReplacer(" ", "", "\u00a0", "", "'", "").Replace(strings.TrimRight(text[:end], " .,-+"))
	comma, point := strings.LastIndexByte(digits, ','), strings.LastIndexByte(digits, '.')
	switch {
	case comma >= 0 && point >= 0 && comma > point, comma >= 0 && point < 0 && len(digits)-comma != 4:
		digits = strings.Replace(strings.ReplaceAll(digits, ".", ""), ",", ".", 1)
	case strings.Count(digits, ".") > 1:
		digits = strings.ReplaceAll(digits, ".", "")
	default:
		digits = strings.ReplaceAll(digits, ",", "")
	}
	return parseSpan(digits)
}

// looseDays are the spellings of dates understood in columns without a field:
// day before month, as in the home markets, unless the year stands first.
var looseDays = []string{"2.1.2006", "2/1/2006", "2-1-2006", "2006/1/2", "2006.1.2", "2006-01-02 15:04:05",
	"2006-01-02T15:04:05Z07:00", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006"}

func parseLooseDay(text string) (time.Time, bool) {
	text = strings.TrimSpace(text)
	for _, layout := range looseDays {
		if d, err := time.Parse(layout, text); err == nil {
			return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC), true
		}
	}
	return time.Time{}, false
}
