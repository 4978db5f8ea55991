package delimited

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Trouble is what was wrong with a record that was read all the same.
type Trouble uint8

// The troubles, as bits.
const (
	StrayQuote Trouble = 1 << iota // a quote that no rule explains
	OpenQuote                      // a quoted cell that never ends: cut at its line's end
	BadUTF8                        // bytes that are no UTF-8
)

// ErrLong is a record longer than the limit.
var ErrLong = errors.New("a row is longer than the limit")

// Record is one record of the text. Cells and Raw are valid until the next
// call of Next; the strings in Cells may be kept.
type Record struct {
	Cells   []string
	Raw     []byte // without its line end
	Blank   bool   // nothing but blanks: one empty cell
	Dirty   bool   // there may be control bytes, markup or apostrophes in it
	Trouble Trouble
}

// Reader reads records from UTF-8 text.
type Reader struct {
	d     Dialect
	src   io.Reader
	width int // usual number of cells, 0 unknown
	max   int // longest record in bytes
	buf   []byte
	pos   int // start of the unread part of buf
	end   int
	eof   bool
	err   error // of src, once buf is used up

	passed    int // bytes of the records read
	rescanned int // bytes looked at again for a closing quote

	rec     Record
	classes [256]uint8
	cells   []string
	ends    []int   // where each cell ends in text
	how     reading // the reading in hand
	opened  int     // the cell of that reading whose quote is never closed, or -1
	text    []byte  // unquoted cells of the record in hand
}

const firstBuffer = 64 << 10

// NewReader reads src in the given dialect. width is the usual number of cells
// in a record, 0 if unknown: it is evidence on where an unclosed quote ends.
// Records longer than max bytes are refused with ErrLong.
func NewReader(src io.Reader, d Dialect, width, max int) *Reader {
	return &Reader{d: d, src: src, width: width, max: max, classes: byteClasses(d), buf: make([]byte, firstBuffer)}
}

// SplitLine splits one line into cells, as a record on its own. The line is
// not kept.
func SplitLine(line []byte, d Dialect) []string {
	if len(line) == 0 {
		return []string{""}
	}
	r := &Reader{d: d, max: len(line), classes: byteClasses(d), buf: line, end: len(line), eof: true}
	rec, err := r.Next()
	if err != nil || r.pos < r.end {
		return []string{string(line)}
	}
	return rec.Cells
}

// Next gives the next record, or io.EOF. Blank lines are records too.
func (r *Reader) Next() (*Record, error) {
	line, next, err := r.line(0)
	if err != nil {
		return nil, err
	}
	if len(line) > r.max {
		return nil, ErrLong
	}
	for len(line) > 0 && line[0] == '\r' { // of a line that ends in LF CR
		r.pos, next, line = r.pos+1, next-1, line[1:]
	}
	if next, err = r.record(line, next); err != nil {
		return nil, err
	}
	if r.width > 1 && len(r.rec.Cells) > r.width {
		if end := r.loneCR(r.rec.Raw); end > 0 {
			if next, err = r.record(r.rec.Raw[:end], end+1); err != nil {
				return nil, err
			}
		}
	}
	if r.d.Padded {
		trimCells(r.rec.Cells)
	}
	r.cells = r.rec.Cells
	r.pos += next
	r.passed += next
	if !utf8.Valid(r.rec.Raw) {
		r.rec.Trouble |= BadUTF8
	}
	return &r.rec, nil
}

// record reads the record whose first line is given. It returns the offset
// behind the record.
func (r *Reader) record(line []byte, next int) (int, error) {
	r.rec = Record{Raw: line, Dirty: true}
	switch {
	case len(line) == 0:
		r.rec.Blank = true
		r.rec.Cells = append(r.cells[:0], "")
	case r.d.Quote == 0 || bytes.IndexByte(line, r.d.Quote) < 0:
		r.plain(line)
	default:
		return r.quoted(line, next)
	}
	return next, nil
}

// loneCR finds where in a text with too many cells a record ends in a CR
// alone, as few do in a file of other line ends: as many cells as usual stand
// before it. It says 0 where there is no such place.
func (r *Reader) loneCR(line []byte) int {
	for from := 0; ; {
		i := bytes.IndexByte(line[from:], '\r')
		if i < 0 {
			return 0
		}
		if from += i; len(SplitLine(line[:from], r.d)) == r.width {
			return from
		}
		from++
	}
}

// line finds the line that starts at off behind the unread position: its text
// without line end, and the offset at which the following line starts.
func (r *Reader) line(off int) (text []byte, next int, err error) {
	seen := off
	for {
		data := r.buf[r.pos:r.end]
		if i, n := r.lineEnd(data, seen); i >= 0 {
			return withoutCR(data[off:i]), i + n, nil
		}
		seen = max(off, len(data)-1)
		if r.eof {
			if len(data) > off {
				return withoutCR(data[off:]), len(data), nil
			}
			if r.err != nil {
				return nil, 0, r.err
			}
			return nil, 0, io.EOF
		}
		if len(data)-off > r.max {
			return nil, 0, ErrLong
		}
		r.fill()
	}
}

// lineEnd finds the first line end at or behind from: its index and its
// length, or -1 if there is none or it is not yet known whole.
func (r *Reader) lineEnd(data []byte, from int) (at, length int) {
	if r.d.LineEnd <= CRLF {
		i := bytes.IndexByte(data[from:], '\n')
		if i < 0 {
			return -1, 0
		}
		return i + from, 1
	}
	i := from
	for ; i < len(data) && data[i] != '\r' && (data[i] != '\n' || r.d.LineEnd == CR); i++ {
	}
	switch {
	case i == len(data):
		return -1, 0
	case data[i] == '\n' || i+1 < len(data) && data[i+1] != '\n':
		return i, 1
	case i+1 < len(data):
		return i, 2
	case r.eof:
		return i, 1
	}
	return -1, 0
}

// withoutCR takes from a line the CR before its LF: usually one.
func withoutCR(line []byte) []byte {
	for len(line) > 0 && line[len(line)-1] == '\r' {
		line = line[:len(line)-1]
	}
	return line
}

// fill reads more of the source behind the unread part.
func (r *Reader) fill() {
	if r.pos > 0 && (r.end == len(r.buf) || r.pos == r.end) {
		r.end = copy(r.buf, r.buf[r.pos:r.end])
		r.pos = 0
	}
	if r.end == len(r.buf) {
		r.buf = append(r.buf, make([]byte, len(r.buf))...)
	}
	n, err := r.src.Read(r.buf[r.end:])
	r.end += n
	if err != nil {
		r.eof = true
		if err != io.EOF {
			r.err = fmt.Errorf("reading text: %w", err)
		}
	}
}

// plain splits a line without quotes.
func (r *Reader) plain(line []byte) {
	text, cells := string(line), r.cells[:0]
	switch {
	case r.d.Delimiter == "":
		cells = append(cells, text)
	case r.d.Runs:
		cells = splitRuns(text, len(r.d.Delimiter), cells)
	case r.d.Backslash && bytes.IndexByte(line, '\\') >= 0:
		r.scan(line, asText)
		r.rec.Cells = r.strings()
		return
	case len(r.d.Delimiter) == 1:
		cells, r.rec.Dirty = splitByte(text, &r.classes, cells)
	default:
		cells = splitText(text, r.d.Delimiter, cells)
	}
	r.rec.Cells = cells
	r.rec.Blank = len(cells) == 1 && isBlank(text)
}

// strings turns the text in hand into cells that share one string.
func (r *Reader) strings() []string {
	text, cells, start := string(r.text), r.cells[:0], 0
	for _, end := range r.ends {
		cells = append(cells, text[start:end])
		start = end
	}
	return cells
}
