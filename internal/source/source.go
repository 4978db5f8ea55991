// Package source reads lists: whatever a vendor's export button made, as
// tables of text cells with the row numbers a spreadsheet shows.
//
// Open decides what a file is by its content, in which encoding and dialect it
// is written and where in it the tables stand; Table.Rows then streams the
// rows. Nothing is lost in between: every row below the header is yielded
// once, as data or with the reason why it is none.
package source

import (
	"context"

	"goldpan/internal/contact"
)

// Options say how to read a file where guessing is not wanted.
type Options struct {
	Sheet     string // read only this sheet, hidden or not
	HeaderRow int    // spreadsheet row of the header; 0 finds it, -1 says there is none
	Encoding  string // "" detects it
	Delimiter string // as a person writes it: ";", "tab", "||"; "" detects it
	Limits    Limits // zero fields take DefaultLimits
	Name      string // what to call standard input, "-" if empty
	// Verbatim leaves cells as they stand in the file: no markup stripped, no
	// CSV guard taken off, no mojibake repaired, numbers of a workbook as their
	// format displays them.
	Verbatim bool
}

// Limits protect the machine. Past one, a list is refused.
type Limits struct {
	MaxRatio     float64 // unpacked to packed size, above 16 MiB unpacked
	MaxInflated  int64   // bytes that one packed file may unpack to
	MaxRow       int     // bytes in a row
	MaxColumns   int
	MaxEmptyRows int // empty rows between two rows of a sheet
	MaxEntries   int // files in an archive
}

// DefaultLimits are far beyond any list that was sold.
func DefaultLimits() Limits {
	return Limits{MaxRatio: 400, MaxInflated: 8 << 30, MaxRow: 1 << 20, MaxColumns: 16384, MaxEmptyRows: 1_000_000, MaxEntries: 10_000}
}

// filled takes the default for every limit that is zero.
func (l Limits) filled() Limits {
	d := DefaultLimits()
	if l.MaxRatio == 0 {
		l.MaxRatio = d.MaxRatio
	}
	if l.MaxInflated == 0 {
		l.MaxInflated = d.MaxInflated
	}
	if l.MaxRow == 0 {
		l.MaxRow = d.MaxRow
	}
	if l.MaxColumns == 0 {
		l.MaxColumns = d.MaxColumns
	}
	if l.MaxEmptyRows == 0 {
		l.MaxEmptyRows = d.MaxEmptyRows
	}
	if l.MaxEntries == 0 {
		l.MaxEntries = d.MaxEntries
	}
	return l
}

// File is an open list file and the tables found in it.
type File struct {
	Path       string // as given
	Size       int64  // bytes on disk
	Tables     []*Table
	Hidden     []HiddenSheet
	Unreadable []*Error // parts of the file that could not be read: sheets, archive entries

	closers []func() error
}

// HiddenSheet is a sheet that is not read because its maker hid it.
type HiddenSheet struct {
	List contact.List
	Rows int // rows that hold a value
}

// Close releases the file; its tables cannot be read any more.
func (f *File) Close() error {
	var first error
	for i := len(f.closers) - 1; i >= 0; i-- {
		if err := f.closers[i](); err != nil && first == nil {
			first = err
		}
	}
	f.closers = nil
	return first
}

// Open looks at a file and finds its tables; path "-" is standard input. When
// the file as a whole cannot be read, err is an *Error.
func Open(ctx context.Context, path string, o Options) (*File, error) {
	o.Limits = o.Limits.filled()
	if path == "-" && o.Name != "" {
		path = o.Name
	} else if path != "-" {
		o.Name = ""
	}
	b, err := openBlob(path, o)
	if err != nil {
		return nil, asError(path, err)
	}
	f := &File{Path: path, Size: b.size, closers: []func() error{b.close}}
	if err := f.read(ctx, b, contact.List{Path: path}, o, 0); err != nil {
		f.Close()
		return nil, asError(path, err)
	}
	if err := f.settle(o); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// settle decides what it means that a file has no table.
func (f *File) settle(o Options) error {
	if len(f.Tables) > 0 {
		return nil
	}
	if len(f.Unreadable) > 0 {
		return f.Unreadable[0]
	}
	e := &Error{Path: f.Path, Kind: Empty, Detail: "it holds no table"}
	if len(f.Hidden) > 0 {
		e.Detail = "all its sheets are hidden"
		e.Hint = "name the sheet to read: --sheet \"" + f.Hidden[0].List.Sheet + "\""
	}
	return e
}
