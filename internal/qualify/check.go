package qualify

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// check is a compiled criterion.
type check struct {
	criterion Criterion
	reason    contact.Reason
	fields    []contact.Field // what it reads, the most telling first
	wanted    string          // what is asked, in words
	but       string          // ", wanted " and what is asked
	ask       string          // key of the question when it is unknown
	answer    func(j *Judge, s *Subject) contact.Answer
	// have is the evidence: what the contact has, in words.
	have func(j *Judge, s *Subject) string
	// lacks are the labels of what an expression reads and the contact has not.
	lacks func(j *Judge, s *Subject) []string
	// looser tells which value of the criterion would let a contact in that
	// it alone rejected; nil for criteria that cannot be relaxed by a value.
	looser func(j *Judge, s *Subject) (step Step, ok bool)
}

// fieldEvidence is the usual evidence: the field's name and value.
func (p *Plan) fieldEvidence(f contact.Field) func(*Judge, *Subject) string {
	name, missing := p.fieldName(f), p.missing(f)
	return func(_ *Judge, s *Subject) string {
		if v := s.Rec.Values[f]; v != "" {
			return name + " " + v
		}
		return missing
	}
}

// buildSpan compiles a criterion on a number or band.
func buildSpan(p *Plan, c Criterion) (check, []contact.Problem) {
	problems := limitProblems(c)
	if problems != nil {
		return check{}, problems
	}
	lo, hi := bounds(c)
	field := contact.Employees
	return check{
		wanted: p.wantedBetween(c),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			have, ok := parseSpan(s.Rec.Values[field])
			if !ok {
				return contact.Unknown
			}
			return have.within(lo, hi)
		},
		have: p.fieldEvidence(field),
		looser: func(_ *Judge, s *Subject) (Step, bool) {
			have, ok := parseSpan(s.Rec.Values[field])
			return stepTo(have, lo, hi), ok
		},
	}, nil
}

// buildMoney compiles revenue and income: compared in one currency, through
// the profile's rates only.
func buildMoney(p *Plan, c Criterion) (check, []contact.Problem) {
	problems := limitProblems(c)
	if problems != nil {
		return check{}, problems
	}
	field := contact.Revenue
	if c.Name == "income" {
		field = contact.Income
	}
	currency := ""
	for _, a := range []*Amount{c.Min, c.Max} {
		if a != nil && a.Currency != "" {
			currency = a.Currency
		}
	}
	if c.Min != nil && c.Max != nil && c.Min.Currency != "" && c.Max.Currency != "" && c.Min.Currency != c.Max.Currency {
		return check{}, []contact.Problem{{Path: c.path() + ".max",
			Message: "min is in " + c.Min.Currency + " and max in " + c.Max.Currency + "; use one currency"}}
	}
	lo, hi := bounds(c)
	factors := p.rates.to(currency)
	inCurrency := func(s *Subject) (span, bool) {
		have, ok := parseSpan(s.Rec.Values[field])
		if !ok || currency == "" {
			return have, ok
		}
		factor, ok := factors[s.Rec.Values[contact.Currency]]
		return span{have.lo * factor, have.hi * factor}, ok
	}
	return check{
		wanted: p.wantedBetween(c),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			have, ok := inCurrency(s)
			if !ok {
				return contact.Unknown
			}
			return have.within(lo, hi)
		},
		have: func(_ *Judge, s *Subject) string {
			value, own := s.Rec.Values[field], s.Rec.Values[contact.Currency]
			if value == "" {
				return p.missing(field)
			}
			if own == "" && currency != "" {
				return p.say("no_currency", "{f}", p.fieldName(field), "{v}", value)
			}
			text := p.fieldName(field) + " " + value + " " + own
			if _, ok := factors[own]; !ok && currency != "" {
				text += p.say("no_rate", "{c}", currency)
			}
			return strings.TrimSpace(text)
		},
		looser: func(_ *Judge, s *Subject) (Step, bool) {
			have, ok := inCurrency(s)
			return stepTo(have, lo, hi), ok
		},
	}, nil
}

// yearOfRating is how long a credit rating is believed.
const yearOfRating = 1

// buildCredit compiles a demand on the common credit scale. A rating whose
// date (or the date of the row, or of the purchase) lies over a year back is
// unknown.
func buildCredit(p *Plan, c Criterion) (check, []contact.Problem) {
	problems := limitProblems(c)
	for i, a := range []*Amount{c.Min, c.Max} {
		if a != nil && (a.Value < 0 || a.Value > 4) {
			problems = append(problems, contact.Problem{Path: c.path() + [...]string{".min", ".max"}[i],
				Message: "credit " + number(a.Value) + " is not on the common scale; 0 (worst) to 4 (best)"})
		}
	}
	if problems != nil {
		return check{}, problems
	}
	lo, hi := bounds(c)
	name := p.fieldName(contact.Credit)
	oldest := p.asOf.AddDate(-yearOfRating, 0, 0)
	stale := func(s *Subject) bool {
		on := recordDate(s)
		return !on.IsZero() && on.Before(oldest)
	}
	return check{
		wanted: p.wantedBetween(c),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			if s.Rec.Values[contact.Distress] == "yes" { // whatever was rated before
				return span{0, 0}.within(lo, hi)
			}
			have, ok := parseSpan(s.Rec.Values[contact.CreditScale])
			if !ok || stale(s) {
				return contact.Unknown
			}
			return have.within(lo, hi)
		},
		have: func(_ *Judge, s *Subject) string {
			scale, text := s.Rec.Values[contact.CreditScale], s.Rec.Values[contact.Credit]
			switch {
			case s.Rec.Values[contact.Distress] == "yes":
				return p.say("distress", "{f}", name)
			case scale == "" && text == "":
				return p.missing(contact.Credit)
			case scale == "":
				return p.say("off_scale", "{f}", name, "{v}", text)
			case stale(s):
				return p.say("too_old", "{f}", name, "{v}", scale, "{d}", recordDate(s).Format(time.DateOnly))
			case text != "" && text != scale:
				return name + " " + scale + " (" + text + ")"
			}
			return name + " " + scale
		},
		looser: func(_ *Judge, s *Subject) (Step, bool) {
			have, ok := parseSpan(s.Rec.Values[contact.CreditScale])
			return stepByOne(have, lo, hi), ok
		},
	}, nil
}

// buildFounded compiles before and after on a year or date.
func buildFounded(p *Plan, c Criterion) (check, []contact.Problem) {
	var problems []contact.Problem
	if c.Before == "" && c.After == "" {
		problems = append(problems, contact.Problem{Path: c.path(), Message: "nothing is asked; give before, after or both"})
	}
	for _, k := range [2][2]string{{"before", c.Before}, {"after", c.After}} {
		if _, ok := parseDay(k[1]); k[1] != "" && !ok {
			problems = append(problems, contact.Problem{Path: c.path() + "." + k[0],
				Message: "\"" + k[1] + "\" is no date; write a year or a day: 2022, 2022-05-01"})
		}
	}
	if c.Before != "" && c.After != "" && c.After >= c.Before {
		problems = append(problems, contact.Problem{Path: c.path() + ".after",
			Message: "nothing is after " + c.After + " and before " + c.Before + "; swap them"})
	}
	if problems != nil {
		return check{}, problems
	}
	var wanted []string
	if c.Before != "" {
		wanted = append(wanted, p.say("before", "{v}", c.Before))
	}
	if c.After != "" {
		wanted = append(wanted, p.say("after", "{v}", c.After))
	}
	return check{
		wanted: strings.Join(wanted, p.say("and")),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			have := s.Rec.Values[contact.Founded]
			if _, ok := parseDay(have); !ok {
				return contact.Unknown
			}
			before, after := contact.Yes, contact.Yes
			if c.Before != "" {
				before = dayBefore(have, c.Before)
			}
			if c.After != "" {
				after = dayAfter(have, c.After)
			}
			return both(before, after)
		},
		have: p.fieldEvidence(contact.Founded),
	}, nil
}

// dayBefore compares dates in normal form of any precision. "before 2022" is
// up to the end of 2021; a year that contains the limit is unknown.
func dayBefore(have, limit string) contact.Answer {
	n := min(len(have), len(limit))
	switch {
	case have[:n] < limit[:n]:
		return contact.Yes
	case have[:n] > limit[:n] || len(have) >= len(limit):
		return contact.No
	}
	return contact.Unknown
}

// dayAfter is the opposite: "after 2022" is from the start of 2023.
func dayAfter(have, limit string) contact.Answer {
	n := min(len(have), len(limit))
	switch {
	case have[:n] > limit[:n]:
		return contact.Yes
	case have[:n] < limit[:n] || len(have) >= len(limit):
		return contact.No
	}
	return contact.Unknown
}

// both is the logical and of two answers.
func both(a, b contact.Answer) contact.Answer {
	switch {
	case a == contact.No || b == contact.No:
		return contact.No
	case a == contact.Unknown || b == contact.Unknown:
		return contact.Unknown
	}
	return contact.Yes
}

// keys are match keys of a list of words.
func keys(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = market.Key(w)
	}
	return all
}

// wantedWords is a criterion's in and not_in (or any and none) in words.
func (p *Plan) wantedWords(in, notIn []string) string {
	var parts []string
	if len(in) > 0 {
		parts = append(parts, strings.Join(in, ", "))
	}
	if len(notIn) > 0 {
		parts = append(parts, p.say("not", "{v}", strings.Join(notIn, ", ")))
	}
	return strings.Join(parts, p.say("but"))
}

// emptyProblem finds a criterion that asks nothing.
func emptyProblem(c Criterion, lists ...[]string) []contact.Problem {
	for _, l := range lists {
		if len(l) > 0 {
			return nil
		}
	}
	return []contact.Problem{{Path: c.path(), Message: "nothing is asked; name at least one value"}}
}

// member answers an in and not_in question for one exact value.
func member(value string, in, notIn []string) contact.Answer {
	if value == "" {
		return contact.Unknown
	}
	if slices.Contains(notIn, value) || len(in) > 0 && !slices.Contains(in, value) {
		return contact.No
	}
	return contact.Yes
}

// quoted is a word in quotes, for messages.
func quoted(s string) string { return strconv.Quote(s) }

// infinite tells an open limit.
func infinite(n float64) bool { return math.IsInf(n, 0) }
