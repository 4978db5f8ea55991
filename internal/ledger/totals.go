package ledger

import (
	"fmt"

	"goldpan/internal/contact"
)

// Totals counts rows by fate.
type Totals struct {
	Rows      int `json:"rows"`
	Prospects int `json:"prospects"`
	Suspects  int `json:"suspects"`
	Merged    int `json:"merged"`
	Rejected  int `json:"rejected"`
}

func (t *Totals) add(fate contact.Fate) {
	t.Rows++
	switch fate {
	case contact.Prospect:
		t.Prospects++
	case contact.Suspect:
		t.Suspects++
	case contact.Merged:
		t.Merged++
	case contact.Rejected:
		t.Rejected++
	}
}

func (t Totals) balanced() bool {
	return t.Rows == t.Prospects+t.Suspects+t.Merged+t.Rejected
}

// Balance is the closed ledger.
type Balance struct {
	Total      Totals
	Lists      []Totals               // by list index
	Skipped    []map[string]int       // by list index: lines that are no rows, by kind
	Reasons    map[contact.Reason]int // rows by their first reason
	NearMisses map[contact.Reason]int // rows that one criterion alone rejected
}

// Close checks that every row has exactly one fate and counts. It fails when
// a row has none or was decided twice: such a run must not deliver anything.
func (l *Ledger) Close() (Balance, error) {
	b := Balance{
		Lists:      make([]Totals, len(l.lists)),
		Skipped:    l.skipped,
		Reasons:    map[contact.Reason]int{},
		NearMisses: map[contact.Reason]int{},
	}
	if l.wrong != nil {
		return b, l.wrong
	}
	for id, fate := range l.fates {
		b.Total.add(fate)
		b.Lists[l.origins[id].List].add(fate)
		if fate != contact.Rejected {
			continue
		}
		r := l.rejections[l.ref[id]]
		first := l.codes[r.codes][0]
		b.Reasons[first]++
		if r.near {
			b.NearMisses[first]++
		}
	}
	for i, t := range b.Lists {
		if !t.balanced() {
			return b, fmt.Errorf("ledger: %s does not balance: %d rows, but %d prospects, %d suspects, %d merged, %d rejected",
				l.lists[i], t.Rows, t.Prospects, t.Suspects, t.Merged, t.Rejected)
		}
	}
	if !b.Total.balanced() {
		return b, fmt.Errorf("ledger: the run does not balance: %+v", b.Total)
	}
	return b, nil
}
