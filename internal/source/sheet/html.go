package sheet

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"io"
	"iter"
	"strings"

	"goldpan/internal/source/charset"
)

// page is a web page whose tables are a list: what many systems export under
// the name .xls. As in a spreadsheet that opens it, its tables stand one below
// the other on one sheet.
type page struct {
	lim      Limits
	encoding string
	src      io.ReaderAt
	size     int64
}

// OpenHTML opens a web page that holds a list.
func OpenHTML(src io.ReaderAt, size int64, opt Options) (*Workbook, error) {
	p := &page{lim: opt.Limits, src: src, size: size}
	if err := p.findEncoding(); err != nil {
		return nil, err
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	return &Workbook{Format: "html", Sheets: []*Sheet{{Size: size, rows: p.rows}}}, nil
}

// findEncoding decides by the bytes, and by what the page declares where these
// leave it open.
func (p *page) findEncoding() error {
	const enough = 8 << 20
	text, err := io.ReadAll(io.NewSectionReader(p.src, 0, min(p.size, enough)))
	if err != nil {
		return err
	}
	var e charset.Evidence
	e.Add(text)
	p.encoding = e.Guess().Name
	if p.encoding == charset.UTF8 || p.encoding == charset.UTF16LE || p.encoding == charset.UTF16BE {
		return nil
	}
	head := text[:min(len(text), 4096)]
	if i := bytes.Index(bytes.ToLower(head), []byte("charset=")); i >= 0 {
		declared := string(bytes.TrimLeft(head[i+len("charset="):], "\"' "))
		if end := strings.IndexAny(declared, "\"'/> ;"); end > 0 {
			declared = declared[:end]
		}
		if name, ok := charset.Canonical(declared); ok && name != charset.UTF8 && !strings.HasPrefix(name, "utf-16") {
			p.encoding = name
		}
	}
	return nil
}

// check refuses a page without two rows of two cells each.
func (p *page) check() error {
	in, err := p.open()
	if err != nil {
		return err
	}
	for full := 0; full < 2; {
		row, err := in.next()
		if err == io.EOF {
			return fmt.Errorf("%w: it is a web page without a list", ErrFormat)
		}
		if err != nil {
			return err
		}
		held := 0
		for _, c := range row.Cells {
			if c != "" {
				held++
			}
		}
		if held > 1 {
			full++
		}
	}
	return nil
}

func (p *page) open() (*htmlRows, error) {
	text, err := charset.NewReader(io.NewSectionReader(p.src, 0, p.size), p.encoding)
	if err != nil {
		return nil, err
	}
	s := newXMLScanner(text, p.lim.Row)
	s.html = true
	return &htmlRows{lim: p.lim, s: s}, nil
}

// rows yields the rows of all tables.
func (p *page) rows(ctx context.Context, onRead func(n int64)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		in, err := p.open()
		if err != nil {
			yield(Row{}, err)
			return
		}
		in.s.rows(ctx, onRead, in.next)(yield)
	}
}

// htmlRows is the state of reading the tables of a web page.
type htmlRows struct {
	lim     Limits
	s       *xmlScanner
	number  int
	row     rowText
	covered []int // rows that a cell above still takes, by column
	value   []byte
	exact   []byte // the number behind what the cell shows
	across  int    // columns that the cell in hand takes
	down    int    // and rows
	inCell  bool
	step    int // rows from the one that ends to the next
	ended   bool
}

// next reads the next row that holds a value. End tags may be missing
// everywhere: the next start tag tells.
func (in *htmlRows) next() (Row, error) {
	for !in.ended {
		switch err := in.s.next(); {
		case err == io.EOF:
			in.ended = true
		case err != nil:
			return Row{}, err
		}
		rowEnds, err := in.token()
		if err != nil {
			return Row{}, err
		}
		if in.row.size()+len(in.value) > in.lim.Row {
			return Row{}, limitError("row %d holds more than %d bytes", in.number, in.lim.Row)
		}
		if !rowEnds {
			continue
		}
		if err := in.endCell(); err != nil {
			return Row{}, err
		}
		number, blank := in.number, in.row.blank()
		cells := in.row.row()
		in.row.reset()
		in.number += in.step
		if !blank {
			return Row{Number: max(1, number), Cells: cells}, nil
		}
	}
	return Row{}, io.EOF
}

// token takes in a tag or text and tells whether the row in hand ends with it.
func (in *htmlRows) token() (rowEnds bool, err error) {
	s := in.s
	if in.ended {
		return true, nil
	}
	if s.kind == charData {
		if in.inCell {
			in.text(s.text)
		}
		return false, nil
	}
	switch name := strings.ToLower(string(s.name)); name {
	case "script", "style", "title":
		if s.kind == startTag && !s.empty {
			return false, in.passOver(name)
		}
	case "table":
		in.covered, in.step = in.covered[:0], 0
		if s.kind == startTag && in.number > 0 {
			in.step = 1 // a blank row between two tables
		}
		return true, nil
	case "tr":
		in.step = 1
		return s.kind == startTag, nil
	case "td", "th":
		if err := in.endCell(); err != nil {
			return false, err
		}
		if s.kind == startTag {
			in.startCell()
		}
	case "br", "p", "div", "li":
		if in.inCell && len(in.value) > 0 && (s.kind == startTag) {
			in.value = append(bytes.TrimRight(in.value, " "), '\n')
		}
	}
	return false, nil
}

// passOver skips an element whose text is no markup.
func (in *htmlRows) passOver(name string) error {
	for {
		if _, ok := in.s.until("</"); !ok {
			return in.s.stop(nil)
		}
		for in.s.end-in.s.pos < len(name) && in.s.more() {
		}
		if rest := in.s.buf[in.s.pos:in.s.end]; len(rest) >= len(name) && strings.EqualFold(string(rest[:len(name)]), name) {
			in.s.until(">")
			return nil
		}
	}
}

// startCell begins the cell of the tag in hand, right of what cells above take.
func (in *htmlRows) startCell() {
	s := in.s
	in.inCell, in.value = true, in.value[:0]
	in.across, in.down = s.span("colspan"), s.span("rowspan")
	number, _ := s.attr("num")
	in.exact = append(in.exact[:0], number...)
	for col := len(in.row.ends); col < len(in.covered) && in.covered[col] > 0; col++ {
		in.covered[col]--
		in.row.endCell()
	}
}

// span reads colspan or rowspan, whose value may lack quotes.
func (s *xmlScanner) span(name string) int {
	attrs := strings.ToLower(string(s.attrs))
	i := strings.Index(attrs, name)
	if i < 0 {
		return 1
	}
	digits := strings.TrimLeft(attrs[i+len(name):], "=\"' ")
	end := 0
	for end < len(digits) && digits[end] >= '0' && digits[end] <= '9' {
		end++
	}
	return min(max(1, parseInt([]byte(digits[:end]))), 1<<16)
}

// text appends text as a browser shows it: blanks run together.
func (in *htmlRows) text(raw []byte) {
	text := strings.ReplaceAll(html.UnescapeString(string(raw)), "\u00a0", " ")
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\n' || c == '\r' || c == '\t' {
			c = ' '
		}
		if n := len(in.value); c == ' ' && (n == 0 || in.value[n-1] == ' ' || in.value[n-1] == '\n') {
			continue
		}
		in.value = append(in.value, c)
	}
}

// endCell ends the cell in hand, if there is one.
func (in *htmlRows) endCell() error {
	if !in.inCell {
		return nil
	}
	in.inCell = false
	col := len(in.row.ends)
	if col+in.across > in.lim.Columns {
		return limitError("row %d has more than %d columns", in.number, in.lim.Columns)
	}
	for len(in.covered) < col+in.across {
		in.covered = append(in.covered, 0)
	}
	for c := col; c < col+in.across; c++ {
		in.covered[c] = in.down - 1
	}
	value := bytes.TrimSpace(in.value)
	if len(in.exact) > 0 && bytes.Contains(value, []byte("E+")) {
		value = (&format{}).appendNumber(nil, in.exact, false) // x:num holds the digits that the display lost
	}
	in.row.text = append(in.row.text, value...)
	in.row.endCell()
	in.row.skipTo(col + in.across)
	return nil
}
