package qualify

import (
	"math"
	"strconv"
	"strings"

	"goldpan/internal/contact"
)

// span is a number known exactly (lo == hi) or as a band.
type span struct{ lo, hi float64 }

// parseSpan reads a number in normal form: "120", "51-200", "250+".
func parseSpan(text string) (span, bool) {
	if text == "" {
		return span{}, false
	}
	if open, ok := strings.CutSuffix(text, "+"); ok {
		lo, err := strconv.ParseFloat(open, 64)
		return span{lo, math.Inf(1)}, err == nil
	}
	if i := strings.IndexByte(text[1:], '-'); i >= 0 {
		lo, err := strconv.ParseFloat(text[:i+1], 64)
		hi, err2 := strconv.ParseFloat(text[i+2:], 64)
		return span{lo, hi}, err == nil && err2 == nil && lo <= hi
	}
	if n, ok := parseDigits(text); ok {
		return span{n, n}, true
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(n) {
		return span{}, false
	}
	return span{n, n}, true
}

// parseDigits is the fast path for plain whole numbers.
func parseDigits(text string) (float64, bool) {
	if len(text) > 15 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(text); i++ {
		d := text[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int(d)
	}
	return float64(n), true
}

// within answers whether a band lies inside min and max: yes when all of it
// does, no when none, unknown when part of it does.
func (s span) within(min, max float64) contact.Answer {
	switch {
	case s.lo >= min && s.hi <= max:
		return contact.Yes
	case s.hi < min || s.lo > max:
		return contact.No
	}
	return contact.Unknown
}

// number writes a number as a person would: no exponent, no trailing zeros.
func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// bounds are the limits of a criterion, open ones infinite.
func bounds(c Criterion) (lo, hi float64) {
	lo, hi = math.Inf(-1), math.Inf(1)
	if c.Min != nil {
		lo = c.Min.Value
	}
	if c.Max != nil {
		hi = c.Max.Value
	}
	return lo, hi
}

// wantedBetween is a criterion's limits in words: "20-500", "at least 20".
func (p *Plan) wantedBetween(c Criterion) string {
	text := func(a *Amount) string {
		if a.Text != "" {
			return a.Text
		}
		if a.Currency != "" {
			return number(a.Value) + " " + a.Currency
		}
		return number(a.Value)
	}
	switch {
	case c.Min != nil && c.Max != nil:
		return text(c.Min) + "-" + text(c.Max)
	case c.Min != nil:
		return p.say("at_least", "{v}", text(c.Min))
	}
	return p.say("at_most", "{v}", text(c.Max))
}

// limitProblems finds missing and swapped limits.
func limitProblems(c Criterion) []contact.Problem {
	if c.Min == nil && c.Max == nil {
		return []contact.Problem{{Path: c.path(), Message: "nothing is asked; give min, max or both"}}
	}
	if c.Min != nil && c.Max != nil && c.Min.Currency == c.Max.Currency && c.Min.Value > c.Max.Value {
		return []contact.Problem{{Path: c.path() + ".min",
			Message: "min " + number(c.Min.Value) + " is above max " + number(c.Max.Value) + "; swap them"}}
	}
	return nil
}

// LowEnd is a number in normal form, or the lower end of a band.
func LowEnd(text string) (float64, bool) {
	s, ok := parseSpan(text)
	return s.lo, ok
}
