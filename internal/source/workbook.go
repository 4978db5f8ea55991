package source

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync/atomic"

	"goldpan/internal/contact"
	"goldpan/internal/source/sheet"
)

// sheet is how to read a workbook. A table that is wanted verbatim comes as a
// spreadsheet shows it; for all else dates and numbers take one form.
func (o Options) sheet() sheet.Options {
	l := o.Limits
	return sheet.Options{Displayed: o.Verbatim, Limits: sheet.Limits{Inflated: l.MaxInflated, Ratio: l.MaxRatio, Row: l.MaxRow,
		Columns: l.MaxColumns, EmptyRows: l.MaxEmptyRows}}
}

// readWorkbook finds the tables of a workbook that open can open.
func (f *File) readWorkbook(ctx context.Context, open opener, b *blob, list contact.List, o Options) error {
	w, err := open(b.at, b.size, o.sheet())
	if err != nil {
		return err
	}
	return f.readSheets(ctx, w, list, o)
}

// readSheets finds the tables of every visible sheet, or of the one asked for.
func (f *File) readSheets(ctx context.Context, w *sheet.Workbook, list contact.List, o Options) error {
	f.closers = append(f.closers, w.Close)
	if o.Encoding != "" || o.Delimiter != "" {
		return &Error{Path: list.Path, Kind: Override, Detail: "it is a workbook: it has no encoding or delimiter to choose"}
	}
	known := false
	for _, s := range w.Sheets {
		inner := contact.List{Path: list.Path, Sheet: s.Name}
		if o.Sheet != "" && !strings.EqualFold(strings.TrimSpace(s.Name), strings.TrimSpace(o.Sheet)) {
			continue
		}
		known = true
		if s.Hidden && o.Sheet == "" {
			f.Hidden = append(f.Hidden, HiddenSheet{List: inner, Rows: countHeld(ctx, s)})
			continue
		}
		if err := f.readSheet(ctx, w.Format, s, inner, o); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			bad, ok := asError(inner.String(), err).(*Error)
			if !ok {
				return err
			}
			if bad.Kind == Override {
				return bad
			}
			if bad.Kind != Empty || o.Sheet != "" {
				f.Unreadable = append(f.Unreadable, bad)
			}
		}
	}
	if !known {
		return &Error{Path: list.Path, Kind: Override, Detail: fmt.Sprintf("it has no sheet %q", o.Sheet), Hint: "its sheets: " + sheetNames(w)}
	}
	return nil
}

func sheetNames(w *sheet.Workbook) string {
	names := ""
	for i, s := range w.Sheets {
		if i == 20 {
			return names + ", ..."
		}
		if i > 0 {
			names += ", "
		}
		names += s.Name
	}
	return names
}

func countHeld(ctx context.Context, s *sheet.Sheet) int {
	n := 0
	for _, err := range s.Rows(ctx, nil) {
		if err != nil {
			break
		}
		n++
	}
	return n
}

func (f *File) readSheet(ctx context.Context, format string, s *sheet.Sheet, list contact.List, o Options) error {
	t := &Table{List: list, Format: format, Confidence: 1, total: s.Size}
	t.lines = func(ctx context.Context, done *atomic.Int64) iter.Seq2[line, error] {
		return func(yield func(line, error) bool) {
			for row, err := range s.Rows(ctx, func(n int64) { done.Add(n) }) {
				if !yield(line{number: row.Number, cells: row.Cells, hidden: row.Hidden}, err) {
					return
				}
			}
		}
	}
	layout, err := s.Layout()
	if err != nil {
		return err
	}
	t.right = layout.Right
	var ranges []mergedCells
	for _, m := range layout.Merges {
		ranges = append(ranges, mergedCells{m.Row1, m.Row2, m.Col1 - 1, m.Col2 - 1})
	}
	before := len(f.Tables)
	if err := f.addTables(ctx, t, ranges, o); err != nil {
		return err
	}
	for _, t := range f.Tables[before:] {
		t.noteHidden(layout.Hidden)
	}
	return nil
}

// noteHidden marks the columns that the sheet hides.
func (t *Table) noteHidden(hidden []int) {
	n := 0
	for _, h := range hidden {
		if i := h - 1 - t.span.left; i >= 0 && i < len(t.Columns) {
			t.Columns[i].Hidden = true
			n++
		}
	}
	if n == 1 {
		t.Notes = append(t.Notes, "1 hidden column is read too")
	} else if n > 1 {
		t.Notes = append(t.Notes, fmt.Sprintf("%d hidden columns are read too", n))
	}
}
