package sift

import (
	"context"
	"iter"
	"sync"

	"goldpan/internal/clean"
	"goldpan/internal/contact"
	"goldpan/internal/source"
	"goldpan/internal/spool"
	"goldpan/internal/suppress"
)

// batchRows is how many rows travel together: enough that handing them over
// costs nothing beside cleaning them.
const batchRows = 256

// batch is a run of rows of one list, from reading to the ledger. Batches are
// used again and again, so that a million rows make no garbage.
type batch struct {
	list  *list
	first uint32 // id of the first row
	rows  []source.Row
	cells []string // backs the rows' cells

	records []contact.Record
	data    []*contact.Record // the records of data rows
	hits    [][]suppress.Hit
	fed     []*fedRow
	masked  int // personal ids and payment numbers
	packed  []byte
	ends    []int // where each record ends in packed
}

func (b *batch) reset(l *list, first uint32) {
	b.list, b.first = l, first
	b.rows, b.cells = b.rows[:0], b.cells[:0]
	b.packed, b.ends, b.masked = b.packed[:0], b.ends[:0], 0
}

// add copies a row whose cells the reader will use again.
func (b *batch) add(row source.Row) {
	at := len(b.cells)
	b.cells = append(b.cells, row.Cells...)
	row.Cells = b.cells[at:len(b.cells):len(b.cells)]
	b.rows = append(b.rows, row)
}

// batches reads the rows of all lists, in order, into batches. Lines that are
// no rows (repeated headers, totals, footers) travel along and get no id.
func batches(ctx context.Context, lists []*list, pool *sync.Pool) iter.Seq2[*batch, error] {
	return func(yield func(*batch, error) bool) {
		next := uint32(0)
		for _, l := range lists {
			b := pool.Get().(*batch)
			b.reset(l, next)
			for row, err := range l.table.Rows(ctx) {
				if err != nil {
					yield(nil, err)
					return
				}
				b.add(row)
				if isRow(row.Kind) {
					next++
				}
				if len(b.rows) == batchRows {
					if !yield(b, nil) {
						return
					}
					b = pool.Get().(*batch)
					b.reset(l, next)
				}
			}
			if len(b.rows) > 0 && !yield(b, nil) {
				return
			}
		}
	}
}

func isRow(k source.RowKind) bool {
	return k == source.DataRow || k == source.BadRow || k == source.BadEncodingRow
}

// washer brings batches to normal form. Each goroutine has its own.
type washer struct {
	cleaners map[string]*clean.Cleaner // by assumed country
	config   clean.Config
	blocks   *suppress.Set
}

func (w *washer) cleaner(country string) *clean.Cleaner {
	c := w.cleaners[country]
	if c == nil {
		config := w.config
		if country != "" {
			config.Country = country
		}
		c = clean.New(config)
		w.cleaners[country] = c
	}
	return c
}

// wash masks, maps and cleans every row of the batch, looks it up in the
// customer and suppression lists and packs it for the spool.
func (w *washer) wash(b *batch) (*batch, error) {
	if len(b.records) < len(b.rows) {
		b.records = make([]contact.Record, max(batchRows, len(b.rows)))
		b.hits = make([][]suppress.Hit, len(b.records))
		b.fed = make([]*fedRow, len(b.records))
	}
	id := b.first
	b.data = b.data[:0]
	for i := range b.rows {
		row, r := &b.rows[i], &b.records[i]
		b.hits[i], b.fed[i] = nil, nil
		r.Reset()
		if !isRow(row.Kind) {
			continue
		}
		r.ID = id
		r.Origin = contact.Origin{List: b.list.index, Row: int32(row.Number)}
		id++
		if row.Kind == source.DataRow {
			b.masked += b.list.apply(row, r)
			b.data = append(b.data, r)
		} else {
			r.Raw = append(r.Raw, row.Raw)
		}
	}
	w.cleaner(b.list.mapping.Hints.Country).CleanAll(b.data, &b.list.mapping.Hints)
	for i := range b.rows {
		row, r := &b.rows[i], &b.records[i]
		if !isRow(row.Kind) {
			continue
		}
		if row.Kind == source.DataRow {
			b.hits[i] = w.blocks.Match(r)
			if b.list.fed != nil {
				b.fed[i] = b.list.readFed(row.Cells, r.Raw)
			}
		}
		b.packed = spool.Encode(b.packed, r)
		b.ends = append(b.ends, len(b.packed))
	}
	return b, nil
}

// apply masks a row and puts its cells into the fields that their columns map
// to; masked counts the personal ids that it hid.
func (l *list) apply(row *source.Row, r *contact.Record) (masked int) {
	m := l.mapping
	masked = m.Mask(row.Cells)
	m.Apply(row.Cells, r)
	r.Raw = l.ownCells(r.Raw[:0], row.Cells)
	r.Extras = r.Extras[:0]
	l.extras(r)
	return masked
}
