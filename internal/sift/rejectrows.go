package sift

import (
	"bytes"
	"context"
	"iter"
	"strconv"
	"sync"

	"github.com/cespare/xxhash/v2"

	"goldpan/internal/contact"
	"goldpan/internal/sink"
	"goldpan/internal/spool"
)

// rejectBatch is a run of rows that were not delivered, or that the review
// shows: first as they lie in the spool, then as the outputs have them. Those
// that go onto a sheet go onto the same one.
type rejectBatch struct {
	upTo  uint32 // id behind the last row
	list  int32  // whose sheet, -1 when no row goes onto any
	first int    // number of the first row on the sheet
	next  int    // number of the row behind the last
	data  []byte // the packed rows
	ends  []int  // where each ends in data

	merged  []uint32 // ids of the merged
	rejects []byte   // lines of rejects.csv
	sheet   sink.PlainRows
}

func (b *rejectBatch) reset(list int32, row int) {
	b.list, b.first, b.next = list, row, row
	b.data, b.ends, b.merged = b.data[:0], b.ends[:0], b.merged[:0]
}

// batches goes through all rows and gathers those that are to be written.
func (w *rejectWriter) batches(ctx context.Context, pool *sync.Pool) iter.Seq2[*rejectBatch, error] {
	return func(yield func(*rejectBatch, error) bool) {
		l := w.all.ledger
		id := uint32(0)
		b := pool.Get().(*rejectBatch)
		b.reset(-1, 2)
		for packed, err := range w.all.spool.All(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			fate := l.Fate(id)
			onSheet := fate == contact.Rejected || fate == contact.Merged
			if onSheet || w.doubtful.wants(id) {
				list, row := b.list, b.next
				if onSheet {
					list = l.Origin(id).List
				}
				if list != b.list || row > sink.MaxSheetRows {
					row = 2 // another sheet
				}
				if len(b.ends) == batchRows || b.list >= 0 && row != b.next {
					if !yield(b, nil) {
						return
					}
					b = pool.Get().(*rejectBatch)
					b.reset(list, row)
				}
				b.list = list
				b.data = append(b.data, packed...)
				b.ends = append(b.ends, len(b.data))
				if onSheet {
					b.next++
				}
			}
			id++
			b.upTo = id
		}
		yield(b, nil)
	}
}

// rejectFormat formats batches for one goroutine.
type rejectFormat struct {
	*rejectWriter
	csv    *sink.CSV // writes to lines
	lines  bytes.Buffer
	record contact.Record
	cells  []string
}

func (w *rejectWriter) newFormat() *rejectFormat {
	f := &rejectFormat{rejectWriter: w}
	f.csv = sink.NewCSV(&f.lines)
	return f
}

func (f *rejectFormat) batch(b *rejectBatch) (*rejectBatch, error) {
	b.sheet.Reset(b.first)
	start := 0
	for _, end := range b.ends {
		r := &f.record
		if err := spool.Decode(b.data[start:end], r); err != nil {
			return nil, err
		}
		start = end
		f.doubtful.see(r)
		if err := f.row(r, b); err != nil {
			return nil, err
		}
	}
	err := f.csv.Flush()
	b.rejects = append(b.rejects[:0], f.lines.Bytes()...)
	f.lines.Reset()
	return b, err
}

func (f *rejectFormat) row(r *contact.Record, b *rejectBatch) error {
	l := f.all.ledger
	switch fate := l.Fate(r.ID); fate {
	case contact.Rejected:
		why := l.Rejection(r.ID)
		err := f.csv.Reject(&sink.Reject{Place: f.place(r.ID), Reasons: why.Reasons, Detail: why.Detail, NearMiss: why.NearMiss, Record: r})
		if err != nil {
			return err
		}
		f.sheetRow(&b.sheet, fate, string(why.Reasons[0]), why.Detail, r)
	case contact.Merged:
		b.merged = append(b.merged, r.ID)
		kept := f.place(l.MergedInto(r.ID))
		f.sheetRow(&b.sheet, fate, "", "the same contact as "+kept.List.Row(kept.Row), r)
	}
	return nil
}

// sheetRow formats the row for its list's sheet of rejects.xlsx: what became
// of it, its cells as they were, and where it stood, so that a mended row can
// be fed back and takes the place of its first reading.
func (f *rejectFormat) sheetRow(sheet *sink.PlainRows, fate contact.Fate, reason, detail string, r *contact.Record) {
	l := f.run.lists[r.Origin.List]
	f.cells = append(f.cells[:0], fate.String(), reason, detail)
	f.cells = append(f.cells, r.Raw...)
	for len(f.cells) < 3+len(l.header) {
		f.cells = append(f.cells, "")
	}
	first := place{l.table.List, r.Origin.Row}
	if origin, ok := f.all.fed.origins[r.ID]; ok {
		first = origin
	}
	f.cells = append(f.cells, first.list.Path, first.list.Sheet, strconv.Itoa(int(first.row)), cellsHash(r.Raw))
	sheet.Add(f.cells)
}

// cellsHash tells whether somebody has changed a row since it was written.
// Empty cells at the end do not count: a workbook does not keep them.
func cellsHash(cells []string) string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	var room [512]byte
	all := room[:0]
	for _, c := range cells {
		all = append(append(all, c...), 0)
	}
	return strconv.FormatUint(xxhash.Sum64(all), 36)
}
