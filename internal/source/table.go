package source

import (
	"context"
	"iter"
	"sync/atomic"

	"goldpan/internal/contact"
	"goldpan/internal/source/delimited"
)

// Table is one table of a file: a CSV file is one, a sheet is one or several.
type Table struct {
	List       contact.List
	Format     string // csv, tsv, xlsx, xlsm, xls, ods, xml, html
	Encoding   string // of text files
	Delimiter  string // of text files, "" when a row is one cell
	Quote      string
	Escape     string
	LineEnd    string
	Confidence float64 // 0 to 1, of encoding, dialect and header together
	HeaderRow  int     // spreadsheet row of the (first) header row, 0 without one
	HeaderRows int     // rows the header takes, 0 without one
	Header     []string
	Columns    []Column
	Sample     [][]string // the first data rows, as Rows yields them
	Notes      []string   // plain sentences on how the table was read

	lines   func(ctx context.Context, done *atomic.Int64) iter.Seq2[line, error]
	span    span
	shape   shape
	clean   cleaning
	total   int64
	right   int // last column of the sheet as its producer claims, 0 unknown
	done    atomic.Int64
	isFlat  bool              // a text file: ragged rows mean something
	dialect delimited.Dialect // of text files
}

// Column is what reading knows of a column.
type Column struct {
	Index  int  // from 0, in the sheet
	Hidden bool // its maker hid it
}

// RowKind is what a row below the header is.
type RowKind uint8

// The kinds. BadRow and BadEncodingRow are rows, rejected with their raw text;
// the last three are no rows, only counted.
const (
	DataRow RowKind = iota
	BadRow
	BadEncodingRow
	RepeatedHeader
	TotalRow
	FooterRow
)

var rowKindNames = [...]string{"data", "bad-row", "bad-encoding", "repeated-header", "total", "footer"}

// String is the kind as the outputs write it.
func (k RowKind) String() string { return rowKindNames[k] }

// Row is one row below the header.
type Row struct {
	Number int      // as a spreadsheet shows it
	Cells  []string // as many as the header has labels for data; as split for others
	Kind   RowKind
	Raw    string // text of a row that is no data
	Why    string // why it is none
}

// line is a row of a file before anybody knows what it is.
type line struct {
	number   int
	cells    []string
	raw      []byte // of text files
	garbled  bool   // bytes that its encoding does not have
	spotless bool   // cleaning has nothing to do
	hidden   bool   // its maker hid it
}

// span is where in the file a table stands.
type span struct {
	first int // number of the first row below the header
	last  int // number of the last row, 0 to the end
	left  int // first column, from 0
	width int // columns
}

// Progress tells how many bytes of how many have been read by the latest call
// of Rows; safe from another goroutine.
func (t *Table) Progress() (done, total int64) { return min(t.done.Load(), t.total), t.total }

// Rows yields every row below the header once, in order. Blank rows are not
// yielded. An error ends the sequence. Cells is reused between rows; its
// strings may be kept.
func (t *Table) Rows(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		t.done.Store(0)
		p := newParser(t)
		for l, err := range t.lines(ctx, &t.done) {
			if err != nil {
				yield(Row{}, asError(t.List.Path, err))
				return
			}
			if l.number < t.span.first {
				continue
			}
			if t.span.last > 0 && l.number > t.span.last {
				break
			}
			if !p.take(l, yield) {
				return
			}
		}
		p.finish(yield)
	}
}
