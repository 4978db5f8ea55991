package sift

import (
	"context"
	"fmt"
	"slices"

	"goldpan/internal/columns"
	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/spool"
)

// Scored is a clustering held against the truth.
type Scored struct {
	dedupe.Accuracy
	BestCut float64 `json:"best_cut"` // the probability at which pairs would be best divided
	BestF1  float64 `json:"best_f1"`  // and how well
}

// score compares the clusters with the column that holds the true ones.
func (run *run) score(ctx context.Context, all *rows, who *dedupe.Result, column string) (*Scored, error) {
	at := make([]int, len(run.lists))
	found := false
	for i, l := range run.lists {
		at[i] = slices.IndexFunc(l.header, func(label string) bool { return sameLabel(label, column) })
		found = found || at[i] >= 0
	}
	if !found {
		return nil, &Refusal{What: fmt.Sprintf("no list has a column %q", column), Hint: "goldpan inspect shows the columns", Usage: true}
	}
	truth := make([]string, 0, all.ledger.Len())
	var r contact.Record
	for packed, err := range all.spool.All(ctx) {
		if err != nil {
			return nil, err
		}
		if err := spool.Decode(packed, &r); err != nil {
			return nil, err
		}
		value := ""
		if i := at[r.Origin.List]; i >= 0 && i < len(r.Raw) {
			value = r.Raw[i]
		}
		truth = append(truth, value)
	}
	s := &Scored{Accuracy: dedupe.Score(who.Contact, truth)}
	s.BestCut, s.BestF1 = who.BestCut(truth)
	return s, nil
}

func sameLabel(a, b string) bool { return columns.Normal(a) == columns.Normal(b) }
