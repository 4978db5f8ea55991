package sink

import (
	"io"
	"strings"
	"unicode/utf8"
)

// csvBuffer is when buffered lines are handed on.
const csvBuffer = 64 << 10

// CSV writes comma-separated values for machines: UTF-8 without BOM, RFC 4180
// quoting, LF line ends. A cell that a spreadsheet would take for a formula
// gets a leading apostrophe (see [Guarded]). It buffers and does not allocate
// per row; [CSV.Flush] must be called at the end. Not safe for concurrent use.
type CSV struct {
	w     io.Writer
	buf   []byte
	cells int // of the line under way
	start int // where that line begins in buf
	err   error
}

// NewCSV makes a writer.
func NewCSV(w io.Writer) *CSV { return &CSV{w: w, buf: make([]byte, 0, csvBuffer+4096)} }

// Cell appends a cell to the line under way.
func (c *CSV) Cell(s string) {
	if c.cells > 0 {
		c.buf = append(c.buf, ',')
	}
	c.cells++
	if s == "" {
		return
	}
	guard := Guarded(s)
	quote, ascii := scanCell(s)
	if !ascii && !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if !quote {
		if guard {
			c.buf = append(c.buf, '\'')
		}
		c.buf = append(c.buf, s...)
		return
	}
	c.buf = append(c.buf, '"')
	if guard {
		c.buf = append(c.buf, '\'')
	}
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			break
		}
		c.buf = append(c.buf, s[:i+1]...)
		c.buf = append(c.buf, '"')
		s = s[i+1:]
	}
	c.buf = append(c.buf, s...)
	c.buf = append(c.buf, '"')
}

// scanCell tells whether a cell needs quotes, which is RFC 4180's rule
// (separator, quote or line end inside), and whether it is ASCII.
func scanCell(s string) (quote, ascii bool) {
	kinds := byte(0)
	for i := 0; i < len(s); i++ {
		kinds |= csvBytes[s[i]]
	}
	return kinds&csvQuoted != 0, kinds&csvHigh == 0
}

// The kinds of bytes that scanCell looks for.
const (
	csvQuoted = 1 << iota
	csvHigh   // part of a character beyond ASCII
)

var csvBytes = func() (kinds [256]byte) {
	for _, c := range []byte(",\"\n\r") {
		kinds[c] = csvQuoted
	}
	for c := utf8.RuneSelf; c < len(kinds); c++ {
		kinds[c] = csvHigh
	}
	return kinds
}()

// End ends the line under way. The error is that of the underlying writer.
func (c *CSV) End() error {
	if len(c.buf) == c.start && c.cells == 1 {
		c.buf = append(c.buf, '"', '"') // a line with one empty cell must not look blank
	}
	c.buf = append(c.buf, '\n')
	c.cells, c.start = 0, len(c.buf)
	if len(c.buf) >= csvBuffer {
		return c.Flush()
	}
	return c.err
}

// Row writes a whole line.
func (c *CSV) Row(cells ...string) error {
	for _, cell := range cells {
		c.Cell(cell)
	}
	return c.End()
}

// Lines writes whole lines that another CSV has formatted.
func (c *CSV) Lines(lines []byte) error {
	c.Flush()
	if c.err == nil {
		_, c.err = c.w.Write(lines)
	}
	return c.err
}

// Flush hands everything on to the underlying writer.
func (c *CSV) Flush() error {
	if c.err == nil && len(c.buf) > 0 {
		_, c.err = c.w.Write(c.buf)
	}
	c.buf, c.start = c.buf[:0], 0
	return c.err
}

// Guarded tells whether a spreadsheet might run the cell: its first character
// after blanks is =, +, -, @, TAB, CR or a full-width form of these, and the
// cell as a whole is no number or phone ([+-]?[0-9][0-9 ().,/-]*).
func Guarded(s string) bool {
	if s == "" || s[0] > '@' && s[0] < utf8.RuneSelf || s[0] >= '0' && s[0] <= '9' {
		return false // letters and digits begin most cells
	}
	for _, r := range s {
		if triggers(r) {
			return !isNumber(s)
		}
		if !isBlank(r) {
			return false
		}
	}
	return false
}

// triggers knows the characters that begin a formula in Excel, LibreOffice or
// Google Sheets (OWASP, CSV Injection), and their full-width forms.
func triggers(r rune) bool {
	switch r {
	case '=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// isBlank knows what a spreadsheet may skip before a formula.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\n', '\v', '\f', 0, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x200B:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// isNumber is [+-]?[0-9][0-9 ().,/-]* over the whole cell.
func isNumber(s string) bool {
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case c == ' ', c == '(', c == ')', c == '.', c == ',', c == '/', c == '-':
		default:
			return false
		}
	}
	return true
}
