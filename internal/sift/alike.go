package sift

import (
	"context"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/spool"
	"goldpan/internal/suppress"
)

// maxAlike is how many entries of customer and do-not-contact lists take part
// in matching. Beyond it, entries are found by their keys only: registers of
// millions hold numbers and addresses, not people to be compared.
const maxAlike = 200_000

// alike are the entries that rows are compared with as rows are compared with
// each other, so that a customer is found under another spelling too. They are
// never merged among themselves.
type alike struct {
	packed [][]byte
	hits   []suppress.Hit // by entry: what it means to be it
}

// add keeps an entry that names somebody or some company.
func (a *alike) add(r *contact.Record, loader *suppress.Loader) {
	if len(a.packed) >= maxAlike || r.Get(contact.LastKey) == "" && r.Get(contact.CompanyKey) == "" {
		return
	}
	r.ID = uint32(len(a.packed))
	r.Raw = r.Raw[:0]
	a.packed = append(a.packed, spool.Encode(nil, r))
	a.hits = append(a.hits, loader.Likeness(r))
}

// whoIsWhom finds the rows that are the same, and those that are an entry of a
// customer or do-not-contact list.
func (run *run) whoIsWhom(ctx context.Context, all *rows) (*dedupe.Result, error) {
	var r contact.Record
	for i, packed := range run.alike.packed {
		if err := spool.Decode(packed, &r); err != nil {
			return nil, err
		}
		all.index.AddReference(&r, run.alike.hits[i].List)
	}
	who, err := all.index.Cluster(ctx, run.job.Jobs, run.decisionsFor(), run.counting("finding duplicates"))
	if err != nil {
		return nil, err
	}
	for _, m := range who.References {
		h := run.alike.hits[m.Ref]
		if m.Account && !run.blocks.Lists()[h.List].Spreads() {
			continue // of the same company is not the same
		}
		have := all.known[all.hits[m.Row]]
		all.hits[m.Row] = all.remember(addHit(have[:len(have):len(have)], h))
	}
	return who, nil
}
