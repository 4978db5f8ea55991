package qualify

import (
	"fmt"

	"goldpan/internal/contact"
)

// Unknowns counts, per list and criterion, the contacts whose answer is
// unknown: a list that lacks a column altogether shows here. Each worker has
// its own; Add joins them.
type Unknowns struct {
	plan    *Plan
	judged  []int   // per list
	unknown [][]int // per list and criterion
}

// NewUnknowns makes an empty count for so many lists.
func (p *Plan) NewUnknowns(lists int) *Unknowns {
	u := &Unknowns{plan: p, judged: make([]int, lists), unknown: make([][]int, lists)}
	for i := range u.unknown {
		u.unknown[i] = make([]int, len(p.checks))
	}
	return u
}

// Count adds the contact that the judge has just judged, under the list that
// its golden record comes from. Contacts that never came to the tests do not
// count.
func (u *Unknowns) Count(j *Judge, s *Subject) {
	list := s.Rec.Origin.List
	if !j.tested || int(list) >= len(u.judged) {
		return
	}
	u.judged[list]++
	for i, a := range j.answers {
		if a == contact.Unknown {
			u.unknown[list][i]++
		}
	}
}

// Add joins another count of the same plan into this one.
func (u *Unknowns) Add(o *Unknowns) {
	for l := range u.judged {
		u.judged[l] += o.judged[l]
		for i := range u.unknown[l] {
			u.unknown[l][i] += o.unknown[l][i]
		}
	}
}

// Blind is a criterion that a list hardly answers.
type Blind struct {
	List      int
	Test      string
	Criterion string
	Fields    []contact.Field // what it reads
	Percent   int             // of the list's contacts, rounded down
}

// Sentence says it in words; lacks tells that the list has no column for any
// of the fields.
func (b Blind) Sentence(list string, lacks bool) string {
	text := fmt.Sprintf("%s (%s) unknown for %d%% of %s", b.Test, b.Criterion, b.Percent, list)
	if lacks && len(b.Fields) > 0 {
		text += ": it has no " + b.Fields[0].String() + " column"
	}
	return text
}

// Report lists the criteria that are unknown for at least a share of a list's
// contacts, by list, then in profile order.
func (u *Unknowns) Report(share float64) []Blind {
	var all []Blind
	for l, judged := range u.judged {
		for i, n := range u.unknown[l] {
			if c := &u.plan.checks[i]; n > 0 && float64(n) >= share*float64(judged) {
				all = append(all, Blind{l, c.criterion.Test.String(), c.criterion.Name, c.fields, 100 * n / judged})
			}
		}
	}
	return all
}
