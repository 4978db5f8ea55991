package sift

import (
	"iter"
	"maps"
	"slices"

	"goldpan/internal/contact"
	"goldpan/internal/sink"
)

// gaps are the accounts that one missing field keeps from being prospects: an
// enrichment order.
type gaps struct {
	order []uint32
	rows  map[uint32]*sink.GapRow
}

// see takes in a suspect whose one question is a missing field. The first of
// an account is its best.
func (g *gaps) see(account uint32, r *ranked, p *sink.Prospect, row *sink.CallRow) {
	if r.fate != contact.Suspect || len(r.missing) != 1 {
		return
	}
	if have := g.rows[account]; have != nil {
		have.Contacts++
		return
	}
	if g.rows == nil {
		g.rows = map[uint32]*sink.GapRow{}
	}
	g.order = append(g.order, account)
	g.rows[account] = &sink.GapRow{
		Company: row.Company, Missing: r.missing[0], Question: r.ask, Contacts: 1, Best: row.Name, Phone: row.Phone,
		Website: r.golden.Get(contact.Website), TaxID: r.golden.Get(contact.TaxID), City: row.City,
		Country: r.golden.Get(contact.Country), AccountID: p.AccountID,
	}
}

func (g *gaps) all() iter.Seq[sink.GapRow] {
	return func(yield func(sink.GapRow) bool) {
		for _, account := range g.order {
			if !yield(*g.rows[account]) {
				return
			}
		}
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
