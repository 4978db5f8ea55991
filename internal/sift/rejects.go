package sift

import (
	"context"
	"path"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/cespare/xxhash/v2"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/parallel"
	"goldpan/internal/sink"
)

// rejectWriter accounts for every row that was not delivered. Rows are
// formatted side by side and written in order; only the evidence of duplicates
// is put into words in line, for it comes from comparisons that are remembered.
type rejectWriter struct {
	run        *run
	all        *rows
	who        *dedupe.Result
	doubtful   *review
	rejects    *sink.CSV   // rejects.csv: the rejected
	duplicates *sink.CSV   // duplicates.csv: the merged
	book       *sink.Plain // rejects.xlsx: both, as they were
	list       int32       // whose sheet is under way, -1 none
}

// writeRejects goes through all rows once more, in the order of the lists.
func (run *run) writeRejects(ctx context.Context, folder *sink.Folder, all *rows, who *dedupe.Result, doubtful *review) error {
	w := &rejectWriter{run: run, all: all, who: who, doubtful: doubtful, list: -1}
	return writeCSV(folder, "rejects.csv", sink.RejectColumns(), func(rejects *sink.CSV) error {
		return writeCSV(folder, "duplicates.csv", sink.DuplicateColumns(), func(duplicates *sink.CSV) error {
			return writeFile(folder, "rejects.xlsx", func(f *sink.File) error {
				w.rejects, w.duplicates, w.book = rejects, duplicates, sink.NewPlain(f)
				if err := w.rows(ctx); err != nil {
					return err
				}
				return w.book.Close()
			})
		})
	})
}

func (w *rejectWriter) rows(ctx context.Context) error {
	total := int64(w.all.ledger.Len())
	pool := &sync.Pool{New: func() any { return new(rejectBatch) }}
	format := func() func(*rejectBatch) (*rejectBatch, error) { return w.newFormat().batch }
	for b, err := range parallel.Map(ctx, w.run.job.Jobs, w.batches(ctx, pool), format) {
		if err == nil {
			err = w.write(b)
		}
		if err != nil {
			return err
		}
		w.run.progress("writing rejects", int64(b.upTo), total)
		pool.Put(b)
	}
	return nil
}

// write writes what was formatted of a batch.
func (w *rejectWriter) write(b *rejectBatch) error {
	for _, id := range b.merged {
		if err := w.duplicate(id); err != nil {
			return err
		}
	}
	if err := w.rejects.Lines(b.rejects); err != nil {
		return err
	}
	if b.next == b.first {
		return nil
	}
	if w.list != b.list {
		w.list = b.list
		l := w.run.lists[b.list]
		header := append([]string{"goldpan_fate", "goldpan_reason", "goldpan_detail"}, l.header...)
		header = append(header, "goldpan_list", "goldpan_sheet", "goldpan_row", "goldpan_hash")
		if err := w.book.Sheet(sheetTitle(l.table.List), header); err != nil {
			return err
		}
	}
	return w.book.Rows(&b.sheet)
}

// duplicate writes the line of a merged row.
func (w *rejectWriter) duplicate(id uint32) error {
	kept := w.place(w.all.ledger.MergedInto(id))
	best, p := w.who.Kept(id)
	return w.duplicates.Duplicate(&sink.Duplicate{
		Place: w.place(id), ClusterID: clusterID(kept.List, kept.Row), Kept: kept,
		Probability: p, Evidence: dedupe.Waterfall(w.who.Evidence(id, best), p),
	})
}

func (w *rejectWriter) place(id uint32) sink.Place {
	o := w.all.ledger.Origin(id)
	return sink.Place{List: w.run.lists[o.List].table.List, Row: o.Row}
}

// clusterID names a cluster by the row that stands for it.
func clusterID(l contact.List, row int32) string {
	return identifier('c', xxhash.Sum64String(l.Path+"\x00"+l.Sheet+"\x00"+strconv.Itoa(int(row))))
}

// sheetTitle names a list's sheet: the file's name, and the sheet's.
func sheetTitle(l contact.List) string {
	name := path.Base(filepath.ToSlash(l.Path))
	if l.Sheet != "" {
		name += " " + l.Sheet
	}
	return name
}
