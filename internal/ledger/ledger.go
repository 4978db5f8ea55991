// Package ledger keeps the fate of every row. It is the only way to drop one:
// a row enters with Open, gets one fate, and Close fails unless for every list
// and in total
//
//	rows = prospects + suspects + merged + rejected
package ledger

import (
	"fmt"
	"strings"

	"goldpan/internal/contact"
)

// Ledger holds one entry per row, indexed by the row's id. It is not safe for
// concurrent use: the passes report to it in order.
type Ledger struct {
	lists   []contact.List
	skipped []map[string]int

	fates   []contact.Fate
	origins []contact.Origin
	ref     []uint32 // the row merged into, or the index of the rejection

	rejections []rejection
	details    []byte
	codes      [][]contact.Reason // distinct combinations of reasons
	codeIndex  map[string]uint32
	wrong      error // the first row that was decided twice or never opened
}

type rejection struct {
	codes  uint32
	detail uint32 // offset of the detail's first byte
	length uint32
	near   bool
}

// Rejection is why a row was rejected.
type Rejection struct {
	Reasons  []contact.Reason // at least one; the first decided
	Detail   string           // evidence for a person
	NearMiss bool             // exactly one criterion rejected it
}

// New opens a ledger over the run's lists.
func New(lists []contact.List) *Ledger {
	return &Ledger{
		lists:     lists,
		skipped:   make([]map[string]int, len(lists)),
		codeIndex: map[string]uint32{},
	}
}

// Open enters a row and gives it its id: dense, in the order of entering.
func (l *Ledger) Open(o contact.Origin) uint32 {
	l.fates = append(l.fates, contact.NoFate)
	l.origins = append(l.origins, o)
	l.ref = append(l.ref, 0)
	return uint32(len(l.fates) - 1)
}

// Skip counts a line of a list that is no row: a repeated header, a total, a
// footer.
func (l *Ledger) Skip(list int32, kind string) {
	if l.skipped[list] == nil {
		l.skipped[list] = map[string]int{}
	}
	l.skipped[list][kind]++
}

// Deliver makes the row a prospect or a suspect.
func (l *Ledger) Deliver(id uint32, fate contact.Fate) {
	if fate != contact.Prospect && fate != contact.Suspect {
		l.fail(id, fmt.Sprintf("delivered as %q", fate))
		return
	}
	l.decide(id, fate, 0)
}

// Merge says that the row is the same contact as another and lives on in it.
// A row whose other half stands in no list of this run merges into itself.
func (l *Ledger) Merge(id, into uint32) { l.decide(id, contact.Merged, into) }

// Reject drops the row for the given reasons.
func (l *Ledger) Reject(id uint32, r Rejection) {
	if len(r.Reasons) == 0 {
		l.fail(id, "rejected without a reason")
		return
	}
	l.rejections = append(l.rejections, rejection{
		codes:  l.intern(r.Reasons),
		detail: uint32(len(l.details)),
		length: uint32(len(r.Detail)),
		near:   r.NearMiss,
	})
	l.details = append(l.details, r.Detail...)
	l.decide(id, contact.Rejected, uint32(len(l.rejections)-1))
}

func (l *Ledger) intern(reasons []contact.Reason) uint32 {
	var key strings.Builder
	for _, r := range reasons {
		key.WriteString(string(r))
		key.WriteByte(';')
	}
	i, ok := l.codeIndex[key.String()]
	if !ok {
		i = uint32(len(l.codes))
		l.codes = append(l.codes, append([]contact.Reason(nil), reasons...))
		l.codeIndex[key.String()] = i
	}
	return i
}

func (l *Ledger) decide(id uint32, fate contact.Fate, ref uint32) {
	switch {
	case int(id) >= len(l.fates):
		l.fail(id, "never entered")
	case l.fates[id] != contact.NoFate:
		l.fail(id, fmt.Sprintf("decided twice, as %s and as %s", l.fates[id], fate))
	default:
		l.fates[id], l.ref[id] = fate, ref
	}
}

func (l *Ledger) fail(id uint32, what string) {
	if l.wrong == nil {
		l.wrong = fmt.Errorf("ledger: row with id %d %s", id, what)
	}
}

// Len is the number of rows entered.
func (l *Ledger) Len() int { return len(l.fates) }

// Lists are the run's lists.
func (l *Ledger) Lists() []contact.List { return l.lists }

// Fate is where a row ended, NoFate while it is open.
func (l *Ledger) Fate(id uint32) contact.Fate { return l.fates[id] }

// Origin is where a row stands.
func (l *Ledger) Origin(id uint32) contact.Origin { return l.origins[id] }

// MergedInto is the row that a merged row lives on in.
func (l *Ledger) MergedInto(id uint32) uint32 { return l.ref[id] }

// Rejection is why a rejected row was rejected.
func (l *Ledger) Rejection(id uint32) Rejection {
	r := l.rejections[l.ref[id]]
	return Rejection{l.codes[r.codes], string(l.details[r.detail : r.detail+r.length]), r.near}
}
