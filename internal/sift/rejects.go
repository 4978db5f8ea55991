package sift

import (
	"context"
	"path"
	"path/filepath"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/sink"
	"goldpan/internal/spool"
)

// rejectWriter accounts for every row that was not delivered.
type rejectWriter struct {
	run        *run
	all        *rows
	who        *dedupe.Result
	doubtful   *review
	rejects    *sink.CSV   // rejects.csv: the rejected
	duplicates *sink.CSV   // duplicates.csv: the merged
	book       *sink.Plain // rejects.xlsx: both, as they were
	list       int32       // whose sheet is under way, -1 none
	cells      []string
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
	var r contact.Record
	id := uint32(0)
	for packed, err := range w.all.spool.All(ctx) {
		if err != nil {
			return err
		}
		fate := w.all.ledger.Fate(id)
		if fate == contact.Rejected || fate == contact.Merged || w.doubtful.wants(id) {
			if err := spool.Decode(packed, &r); err != nil {
				return err
			}
			w.doubtful.see(&r)
			if err := w.row(id, fate, &r); err != nil {
				return err
			}
		}
		id++
		if id%batchRows == 0 {
			w.run.progress("writing rejects", int64(id), total)
		}
	}
	return nil
}

func (w *rejectWriter) row(id uint32, fate contact.Fate, r *contact.Record) error {
	var reason, detail string
	switch fate {
	case contact.Rejected:
		why := w.all.ledger.Rejection(id)
		reason, detail = string(why.Reasons[0]), why.Detail
		err := w.rejects.Reject(&sink.Reject{Place: w.place(r), Reasons: why.Reasons, Detail: why.Detail, NearMiss: why.NearMiss, Record: r})
		if err != nil {
			return err
		}
	case contact.Merged:
		into := w.all.ledger.MergedInto(id)
		d := w.duplicate(id, into, r)
		detail = "the same contact as " + d.Kept.List.Row(d.Kept.Row)
		if err := w.duplicates.Duplicate(&d); err != nil {
			return err
		}
	default:
		return nil
	}
	return w.sheetRow(fate, reason, detail, r)
}

func (w *rejectWriter) place(r *contact.Record) sink.Place {
	return sink.Place{List: w.run.lists[r.Origin.List].table.List, Row: r.Origin.Row}
}

func (w *rejectWriter) duplicate(id, into uint32, r *contact.Record) sink.Duplicate {
	kept := w.all.ledger.Origin(into)
	keptList := w.run.lists[kept.List].table.List
	best, p := w.who.Kept(id)
	return sink.Duplicate{
		Place: w.place(r), ClusterID: clusterID(keptList, kept.Row), Kept: sink.Place{List: keptList, Row: kept.Row},
		Probability: p, Evidence: dedupe.Waterfall(w.who.Evidence(id, best), p),
	}
}

// clusterID names a cluster by the row that stands for it.
func clusterID(l contact.List, row int32) string {
	return identifier('c', xxhash.Sum64String(l.Path+"\x00"+l.Sheet+"\x00"+strconv.Itoa(int(row))))
}

// sheetRow writes the row to its list's sheet of rejects.xlsx: what became of
// it, its cells as they were, and where it stood, so that a mended row can be
// fed back and takes the place of its first reading.
func (w *rejectWriter) sheetRow(fate contact.Fate, reason, detail string, r *contact.Record) error {
	l := w.run.lists[r.Origin.List]
	width := len(l.header)
	if w.list != l.index {
		w.list = l.index
		header := append([]string{"goldpan_fate", "goldpan_reason", "goldpan_detail"}, l.header...)
		header = append(header, "goldpan_list", "goldpan_sheet", "goldpan_row", "goldpan_hash")
		if err := w.book.Sheet(sheetTitle(l.table.List), header); err != nil {
			return err
		}
	}
	w.cells = append(w.cells[:0], fate.String(), reason, detail)
	w.cells = append(w.cells, r.Raw...)
	for len(w.cells) < 3+width {
		w.cells = append(w.cells, "")
	}
	first := place{l.table.List, r.Origin.Row}
	if origin, ok := w.all.fed.origins[r.ID]; ok {
		first = origin
	}
	w.cells = append(w.cells, first.list.Path, first.list.Sheet, strconv.Itoa(int(first.row)), cellsHash(r.Raw))
	return w.book.Row(w.cells...)
}

// cellsHash tells whether somebody has changed a row since it was written.
// Empty cells at the end do not count: a workbook does not keep them.
func cellsHash(cells []string) string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	h := xxhash.New()
	for _, c := range cells {
		// Digests never fail to take input.
		_, _ = h.WriteString(c)
		_, _ = h.Write([]byte{0})
	}
	return strconv.FormatUint(h.Sum64(), 36)
}

// sheetTitle names a list's sheet: the file's name, and the sheet's.
func sheetTitle(l contact.List) string {
	name := path.Base(filepath.ToSlash(l.Path))
	if l.Sheet != "" {
		name += " " + l.Sheet
	}
	return name
}
