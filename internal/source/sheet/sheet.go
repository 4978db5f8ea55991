// Package sheet reads workbooks, one streaming reader per format, as rows of
// text: what a person sees in the cell, unless the display has lost something
// that the file still holds. Dates become ISO 8601, numbers keep their digits,
// codes keep their zeros.
package sheet

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// The ways a workbook can be refused.
var (
	ErrEncrypted = errors.New("it is encrypted")
	ErrTruncated = errors.New("it is cut off or damaged")
	ErrLimit     = errors.New("it goes past a limit")
	ErrFormat    = errors.New("it is no workbook that can be read")
)

// Limits protect the machine; all are positive.
type Limits struct {
	Inflated  int64   // bytes a part of a workbook may unpack to
	Ratio     float64 // and how many times its packed size, above a few megabytes
	Row       int     // bytes in a row
	Columns   int
	EmptyRows int // rows without a value between two with one
}

// Options say how to read a workbook.
type Options struct {
	Limits
	// Displayed gives numbers and dates the look that their format gives them,
	// wherever that says all of the value; otherwise they come in one plain form
	// for all formats.
	Displayed bool
}

// What a workbook may have of the things that are kept in memory: more than any
// program writes (Excel stops at 65,490 styles), less than does harm.
const (
	maxSheets = 1 << 14
	maxStyles = 1 << 17
	maxTexts  = 1 << 30 // bytes of shared strings
)

// Row is one row of a sheet. Cells is reused, its strings may be kept.
type Row struct {
	Number int // as the spreadsheet shows it, from 1
	Cells  []string
	Hidden bool
}

// Merge is a range of merged cells, rows and columns from 1, ends included.
type Merge struct{ Row1, Col1, Row2, Col2 int }

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool

	Size int64 // bytes that reading it goes through, for progress

	rows   func(ctx context.Context, onRead func(n int64)) iter.Seq2[Row, error]
	layout func() (Layout, error)
}

// Layout is what a sheet says of its cells as a whole, where the format has it.
type Layout struct {
	Merges []Merge
	Hidden []int // hidden columns, from 1
	Right  int   // last column in use, from 1, as its producer claims; 0 unknown
}

// Rows yields the rows that hold a value, in order. onRead, if not nil, is
// told how many bytes of Size were gone through.
func (s *Sheet) Rows(ctx context.Context, onRead func(n int64)) iter.Seq2[Row, error] {
	if onRead == nil {
		onRead = func(int64) {}
	}
	return s.rows(ctx, onRead)
}

// Layout reads what stands around the cells.
func (s *Sheet) Layout() (Layout, error) {
	if s.layout == nil {
		return Layout{}, nil
	}
	return s.layout()
}

// Workbook is an open workbook.
type Workbook struct {
	Format string // xlsx, xlsm, xls, ods, xml
	Sheets []*Sheet
	Notes  []string
	close  func() error
}

// Close releases the file.
func (w *Workbook) Close() error {
	if w.close == nil {
		return nil
	}
	return w.close()
}

func limitError(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrLimit, fmt.Sprintf(format, args...))
}

// rowText gathers the cells of one row in one piece of memory, so that a row
// costs one string.
type rowText struct {
	text  []byte
	ends  []int
	late  []lateCell
	extra int // bytes of late
	cells []string
}

// lateCell is a cell that comes behind those to its right, or a second time.
type lateCell struct {
	col  int
	text string
}

func (t *rowText) reset() { t.text, t.ends, t.late, t.extra = t.text[:0], t.ends[:0], t.late[:0], 0 }

// size is how many bytes the cells hold.
func (t *rowText) size() int { return len(t.text) + t.extra }

// skipTo adds blank cells until the next is column col (from 0).
func (t *rowText) skipTo(col int) {
	for len(t.ends) < col {
		t.ends = append(t.ends, len(t.text))
	}
}

// endCell ends the cell whose text was appended.
func (t *rowText) endCell() { t.ends = append(t.ends, len(t.text)) }

// endCellAt ends the cell whose text was appended and which belongs into column
// col, wherever the cells before it stood.
func (t *rowText) endCellAt(col int) {
	if col < 0 || col >= len(t.ends) {
		t.endCell()
		return
	}
	start := 0
	if n := len(t.ends); n > 0 {
		start = t.ends[n-1]
	}
	if len(t.text) > start {
		t.late = append(t.late, lateCell{col, string(t.text[start:])})
		t.extra += len(t.text) - start
		t.text = t.text[:start]
	}
}

// blank tells whether no cell holds anything.
func (t *rowText) blank() bool { return t.size() == 0 }

// row is the gathered cells without blank ones at the end.
func (t *rowText) row() []string {
	text := string(t.text)
	t.cells = t.cells[:0]
	start := 0
	for _, end := range t.ends {
		t.cells = append(t.cells, text[start:end])
		start = end
	}
	for _, l := range t.late {
		t.cells[l.col] = l.text // of two cells in one place the last holds, as in every spreadsheet
	}
	n := len(t.cells)
	for n > 0 && t.cells[n-1] == "" {
		n--
	}
	return t.cells[:n]
}
