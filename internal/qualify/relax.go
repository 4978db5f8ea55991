package qualify

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"goldpan/internal/contact"
)

// Step is how far a criterion would have to be loosened to let one contact
// in: a lower min, a higher max, or one more word.
type Step struct {
	Min, Max float64 // the value needed; NaN where that side is not in the way
	Add      string  // word to add to in (or to take from not_in)
}

// stepTo is the step to the next round number that lets a value in.
func stepTo(have span, lo, hi float64) Step {
	s := Step{Min: math.NaN(), Max: math.NaN()}
	if have.lo < lo {
		s.Min = roundDown(have.lo)
	}
	if have.hi > hi {
		s.Max = roundUp(have.hi)
	}
	return s
}

// stepByOne is the step on a scale of whole numbers.
func stepByOne(have span, lo, hi float64) Step {
	s := Step{Min: math.NaN(), Max: math.NaN()}
	if have.lo < lo {
		s.Min = math.Floor(have.lo)
	}
	if have.hi > hi {
		s.Max = math.Ceil(have.hi)
	}
	return s
}

// roundNumbers are the steps within a power of ten that people use.
var roundNumbers = [...]float64{1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10}

func roundDown(n float64) float64 {
	if n < 1 || infinite(n) {
		return math.Min(n, 0)
	}
	power := math.Pow(10, math.Floor(math.Log10(n)))
	best := power
	for _, r := range roundNumbers {
		if v := r * power; v <= n && v == math.Trunc(v) {
			best = v
		}
	}
	return best
}

func roundUp(n float64) float64 {
	if n < 1 || infinite(n) {
		return math.Max(n, 1)
	}
	power := math.Pow(10, math.Floor(math.Log10(n)))
	for _, r := range roundNumbers {
		if v := r * power; v >= n && v == math.Trunc(v) {
			return v
		}
	}
	return 10 * power
}

// Relaxing counts, per criterion, the contacts that it alone rejected and what
// the next looser value would add. Each worker has its own; Add joins them.
type Relaxing struct {
	plan     *Plan
	criteria []relaxed
}

type relaxed struct {
	alone int
	mins  map[float64]int
	maxs  map[float64]int
	words map[string]int
}

// maxWords bounds the different words counted for a criterion; what comes
// later is counted under none.
const maxWords = 4096

// NewRelaxing makes an empty count.
func (p *Plan) NewRelaxing() *Relaxing {
	return &Relaxing{plan: p, criteria: make([]relaxed, len(p.checks))}
}

// Miss is a contact that one criterion alone rejected, as it was counted.
type Miss struct {
	criterion int
	step      Step
	steps     bool // a value would let it in
}

// Count adds a verdict that the judge has just given. near tells whether one
// criterion alone spoke against the contact.
func (r *Relaxing) Count(j *Judge, s *Subject, v *Verdict) (m Miss, near bool) {
	if v.NearMiss == "" {
		return m, false
	}
	for i := range j.plan.checks {
		c := &j.plan.checks[i]
		if c.reason != v.Reasons[0] {
			continue
		}
		m.criterion = i
		if c.looser != nil && j.answers[i] != contact.Unknown {
			m.step, m.steps = c.looser(j, s)
			m.step.Add = strings.Clone(m.step.Add) // of the row's backing
		}
		r.criteria[i].count(&m, 1)
		return m, true
	}
	return m, false
}

// Uncount takes a contact back that was not rejected after all: its company
// was kept.
func (r *Relaxing) Uncount(m Miss) { r.criteria[m.criterion].count(&m, -1) }

func (one *relaxed) count(m *Miss, n int) {
	one.alone += n
	if m.steps {
		one.step(m.step, n)
	}
}

func (one *relaxed) step(step Step, n int) {
	if step.Add != "" {
		if one.words == nil {
			one.words = make(map[string]int)
		}
		if _, known := one.words[step.Add]; known || len(one.words) < maxWords {
			one.words[step.Add] += n
		}
		return
	}
	low, high := !math.IsNaN(step.Min), !math.IsNaN(step.Max)
	switch {
	case low && high || infinite(step.Max):
		return // no single value lets it in
	case low:
		if one.mins == nil {
			one.mins = make(map[float64]int)
		}
		one.mins[step.Min] += n
	case high:
		if one.maxs == nil {
			one.maxs = make(map[float64]int)
		}
		one.maxs[step.Max] += n
	}
}

// Add joins another count of the same plan into this one.
func (r *Relaxing) Add(o *Relaxing) {
	for i := range o.criteria {
		r.criteria[i].alone += o.criteria[i].alone
		for v, n := range o.criteria[i].mins {
			r.criteria[i].step(Step{Min: v, Max: math.NaN()}, n)
		}
		for v, n := range o.criteria[i].maxs {
			r.criteria[i].step(Step{Min: math.NaN(), Max: v}, n)
		}
		for w, n := range o.criteria[i].words {
			r.criteria[i].step(Step{Add: w}, n)
		}
	}
}

// Relaxation is what one criterion costs and what loosening it would bring.
type Relaxation struct {
	Test      string
	Criterion string
	Alone     int      // contacts that it alone rejected
	Loosen    []Looser // the next looser value, the most rewarding words
}

// Looser is one way to loosen a criterion: "employees >= 50" to ">= 40" adds
// 180.
type Looser struct {
	From string // ">= 50"
	To   string // ">= 40"
	Adds int
}

// Report lists the criteria in profile order.
func (r *Relaxing) Report() []Relaxation {
	all := make([]Relaxation, len(r.criteria))
	for i, one := range r.criteria {
		c := r.plan.checks[i].criterion
		all[i] = Relaxation{Test: c.Test.String(), Criterion: c.Name, Alone: one.alone}
		if c.Min != nil {
			if v, n, ok := nextBelow(one.mins, c.Min.Value); ok {
				all[i].Loosen = append(all[i].Loosen, Looser{">= " + amount(c.Min.Value, c.Min), ">= " + amount(v, c.Min), n})
			}
		}
		if c.Max != nil {
			if v, n, ok := nextAbove(one.maxs, c.Max.Value); ok {
				all[i].Loosen = append(all[i].Loosen, Looser{"<= " + amount(c.Max.Value, c.Max), "<= " + amount(v, c.Max), n})
			}
		}
		all[i].Loosen = append(all[i].Loosen, bestWords(one.words)...)
	}
	return all
}

// amount is a value of a limit as the profile would write it.
func amount(n float64, like *Amount) string {
	if like.Currency == "" {
		return number(n)
	}
	switch {
	case n >= 1e6 && n == math.Trunc(n/1e4)*1e4:
		return number(n/1e6) + "M " + like.Currency
	case n >= 1e4 && n == math.Trunc(n/100)*100:
		return number(n/1e3) + "k " + like.Currency
	}
	return number(n) + " " + like.Currency
}

// nextBelow is the next looser value below a limit that adds anything.
func nextBelow(steps map[float64]int, limit float64) (value float64, adds int, ok bool) {
	best := math.Inf(-1)
	for v := range steps {
		if v < limit && v > best && steps[v] > 0 {
			best = v
		}
	}
	return best, steps[best], !infinite(best)
}

func nextAbove(steps map[float64]int, limit float64) (value float64, adds int, ok bool) {
	best := math.Inf(1)
	for v := range steps {
		if v > limit && v < best && steps[v] > 0 {
			best = v
		}
	}
	return best, steps[best], !infinite(best)
}

// bestWords are the three words that would add most.
func bestWords(words map[string]int) []Looser {
	var all []Looser
	for w, n := range words {
		if n > 0 {
			all = append(all, Looser{"", w, n})
		}
	}
	slices.SortFunc(all, func(a, b Looser) int {
		return cmp.Or(cmp.Compare(b.Adds, a.Adds), cmp.Compare(a.To, b.To))
	})
	return all[:min(3, len(all))]
}
