package sift

import (
	"context"
	"io"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/sink"
)

// DedupeReport is what goldpan dedupe tells beside its rows.
type DedupeReport struct {
	Rows          int          `json:"rows"`
	Clusters      int          `json:"clusters"`
	Accounts      int          `json:"accounts"`
	Proposed      int64        `json:"proposed_pairs"` // as estimated before scoring
	Pairs         int64        `json:"pairs"`
	Threshold     float64      `json:"threshold"`
	SkippedBlocks int          `json:"skipped_blocks"`
	SkippedPairs  int64        `json:"skipped_pairs"`
	Precision     float64      `json:"expected_precision"` // estimated without labels
	Recall        float64      `json:"expected_recall"`
	Score         *Scored      `json:"score,omitempty"`
	Unreadable    []Unreadable `json:"unreadable"`
}

// Dedupe only finds duplicates: it writes every row of the lists with its
// cluster, as CSV. With truth, the label of a column that holds the true
// cluster, the report says how good the clusters are.
func Dedupe(ctx context.Context, job Job, truth string, w io.Writer) (*DedupeReport, error) {
	job.truth = truth
	run, all, who, cleanUp, err := matched(ctx, job)
	if err != nil {
		return nil, err
	}
	defer cleanUp()
	report := &DedupeReport{
		Rows: all.ledger.Len(), Clusters: countGroups(who.Contact), Accounts: countGroups(who.Account),
		Proposed: who.Proposed, Pairs: who.Pairs, Threshold: who.Threshold, SkippedBlocks: who.SkippedBlocks,
		SkippedPairs: who.SkippedPairs, Precision: who.Precision, Recall: who.Recall, Unreadable: run.unreadable,
	}
	c := sink.NewCSV(w)
	if err := c.Row(sink.DedupeColumns()...); err != nil {
		return nil, err
	}
	for id := range uint32(all.ledger.Len()) {
		if err := run.clustered(c, all, who, id); err != nil {
			return nil, err
		}
	}
	if err := c.Flush(); err != nil {
		return nil, err
	}
	if truth != "" {
		report.Score, err = run.score(ctx, all, who, truth)
	}
	return report, err
}

func (run *run) clustered(c *sink.CSV, all *rows, who *dedupe.Result, id uint32) error {
	place := func(id uint32) (contact.List, int32) {
		o := all.ledger.Origin(id)
		return run.lists[o.List].table.List, o.Row
	}
	l, row := place(id)
	_, p := who.Kept(id)
	return c.Clustered(sink.Place{List: l, Row: row}, clusterID(place(who.Contact[id])), accountID(place(who.Account[id])), p)
}

func accountID(l contact.List, row int32) string { return "a" + clusterID(l, row)[1:] }

func countGroups(roots []uint32) int {
	n := 0
	for id, root := range roots {
		if root == uint32(id) {
			n++
		}
	}
	return n
}
