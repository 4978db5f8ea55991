package sift

import (
	"context"
	"sync"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/parallel"
	"goldpan/internal/source"
	"goldpan/internal/spool"
	"goldpan/internal/suppress"
)

// rows is what the first pass leaves: every row on disk, its identifying
// values in the index, and what the customer and suppression lists say of it.
type rows struct {
	ledger *ledger.Ledger
	spool  *spool.Spool
	index  *dedupe.Index
	hits   []uint32 // by row id: index into known, 0 for none
	known  [][]suppress.Hit
	bad    []badRow // ascending by id
	fed    *feeding
}

// badRow is a row that could not be parsed.
type badRow struct {
	id     uint32
	reason contact.Reason
	why    string
}

// firstPass reads every row of every list, brings it to normal form and keeps
// it. It rejects nothing but what cannot be parsed: a row too thin on its own
// may still complete another.
func (run *run) firstPass(ctx context.Context) (*rows, error) {
	all := &rows{
		ledger: ledger.New(run.origins()),
		index:  dedupe.NewIndex(run.dedupeConfig()),
		known:  [][]suppress.Hit{nil},
		fed:    newFeeding(run.lists),
	}
	var err error
	if all.spool, err = spool.New(run.temp); err != nil {
		return nil, err
	}
	pool := &sync.Pool{New: func() any { return new(batch) }}
	bytes := run.totalBytes()
	for b, err := range parallel.Map(ctx, run.job.Jobs, batches(ctx, run.lists, pool), run.washing) {
		if err != nil {
			all.close()
			return nil, err
		}
		if err := all.enter(b); err != nil {
			all.close()
			return nil, err
		}
		run.progress("reading and cleaning", int64(all.ledger.Len()), estimate(all.ledger.Len(), run.bytesDone(), bytes))
		pool.Put(b)
	}
	all.fed.close(all.ledger)
	return all, nil
}

// estimate is the number of rows to expect from the share of bytes read.
func estimate(rows int, done, total int64) int64 {
	if done <= 0 || total <= done {
		return int64(rows)
	}
	return int64(float64(rows) * float64(total) / float64(done))
}

// enter takes a batch into the ledger, the index and the spool, in order.
func (all *rows) enter(b *batch) error {
	data := 0
	for i := range b.rows {
		row, r := &b.rows[i], &b.records[i]
		if !isRow(row.Kind) {
			all.ledger.Skip(b.list.index, skipKind(row.Kind))
			continue
		}
		id := all.ledger.Open(r.Origin)
		start := 0
		if data > 0 {
			start = b.ends[data-1]
		}
		if err := all.spool.Append(b.packed[start:b.ends[data]]); err != nil {
			return err
		}
		data++
		settled := all.fed.settle(all.ledger, id, place{b.list.name, r.Origin.Row}, b.fed[i])
		if !settled {
			all.index.Add(r)
		}
		all.hits = append(all.hits, all.remember(b.hits[i]))
		b.list.rows++
		if row.Kind != source.DataRow && !settled {
			all.bad = append(all.bad, badRow{id, badReason(row.Kind), row.Why})
		}
	}
	return nil
}

// remember keeps a set of hits once: few rows have any, and those of one
// customer have the same.
func (all *rows) remember(hits []suppress.Hit) uint32 {
	if len(hits) == 0 {
		return 0
	}
	last := len(all.known) - 1
	if sameHits(all.known[last], hits) {
		return uint32(last)
	}
	all.known = append(all.known, hits)
	return uint32(last + 1)
}

func sameHits(a, b []suppress.Hit) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func skipKind(k source.RowKind) string {
	switch k {
	case source.RepeatedHeader:
		return "repeated-header"
	case source.TotalRow:
		return "total"
	}
	return "footer"
}

func badReason(k source.RowKind) contact.Reason {
	if k == source.BadEncodingRow {
		return contact.BadEncoding
	}
	return contact.BadRow
}

func (all *rows) close() {
	if all.spool != nil {
		all.spool.Close()
	}
}
