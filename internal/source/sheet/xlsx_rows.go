package sheet

import (
	"context"
	"fmt"
	"io"
	"iter"
	"math"
	"strconv"
)

// rows yields the rows of the sheet in the named part.
func (x *xlsx) rows(ctx context.Context, target string, onRead func(n int64)) iter.Seq2[Row, error] {
	return x.rowsAsTheyStand(ctx, target, false, onRead)
}

// rowsAsTheyStand yields the rows of the named part; unless disordered is
// known, one that stands behind a later row ends them.
func (x *xlsx) rowsAsTheyStand(ctx context.Context, target string, disordered bool, onRead func(n int64)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		part, err := x.parts.open(target, x.lim)
		if err != nil {
			yield(Row{}, err)
			return
		}
		ahead := readAhead(part)
		defer ahead.Close()
		in := &xlsxRows{x: x, s: newXMLScanner(ahead, x.lim.Row), disordered: disordered}
		in.s.rows(ctx, onRead, in.next)(yield)
	}
}

// xlsxRows is the state of reading one sheet.
type xlsxRows struct {
	x      *xlsx
	s      *xmlScanner
	number int  // of the last row
	said   int  // what the part said it was
	filled int  // number of the last row with a value
	begun  bool // the part is a sheet
	row    rowText
	value  []byte
	plain  format

	disordered bool // rows come in any order
}

// next reads up to the end of the next row that holds a value.
func (in *xlsxRows) next() (Row, error) {
	s := in.s
	for {
		if err := s.next(); err != nil {
			if err == io.EOF && !in.begun {
				err = fmt.Errorf("%w: there is no sheet in its part", ErrTruncated)
			}
			return Row{}, err
		}
		if s.kind == endTag && string(s.name) == "sheetData" {
			return Row{}, io.EOF
		}
		if s.kind != startTag || string(s.name) != "row" {
			in.begun = in.begun || s.kind == startTag && (string(s.name) == "worksheet" || string(s.name) == "sheetData")
			continue
		}
		if err := in.count(); err != nil {
			return Row{}, err
		}
		hidden := s.attrTrue("hidden")
		if err := in.cells(); err != nil {
			if err == io.EOF {
				err = fmt.Errorf("%w: it ends in row %d", ErrTruncated, in.number)
			}
			return Row{}, err
		}
		if in.row.blank() {
			continue
		}
		if !in.disordered && in.number-in.filled > in.x.lim.EmptyRows {
			return Row{}, limitError("more than %d empty rows before row %d", in.x.lim.EmptyRows, in.number)
		}
		in.filled = in.number
		return Row{Number: in.number, Cells: in.row.row(), Hidden: hidden}, nil
	}
}

// count sets the number of the row just started: what it says, or the next. A
// number told twice is taken for the next too, rather than losing a row.
func (in *xlsxRows) count() error {
	in.number++
	v, ok := in.s.attr("r")
	n := parseInt(v)
	switch {
	case !ok || n <= 0:
		return nil
	case in.disordered:
		in.number = n
	case n < in.said:
		return fmt.Errorf("%w: row %d stands behind row %d", ErrFormat, n, in.said)
	}
	in.number, in.said = max(in.number, n), n
	return nil
}

// cells gathers the cells up to the end of the row.
func (in *xlsxRows) cells() error {
	s := in.s
	in.row.reset()
	for {
		if err := s.next(); err != nil {
			return err
		}
		switch {
		case s.kind == endTag && string(s.name) == "row":
			return nil
		case s.kind == startTag && string(s.name) == "c":
			if err := in.cell(); err != nil {
				return err
			}
		}
		if in.row.size() > in.x.lim.Row {
			return limitError("row %d holds more than %d bytes", in.number, in.x.lim.Row)
		}
	}
}

// cell reads one cell, from its start tag to its end.
func (in *xlsxRows) cell() error {
	s := in.s
	col, kind, style := -1, byte('n'), -1
	for a := s.attrs; len(a) > 0; {
		key, value, rest := nextAttr(a)
		a = rest
		switch string(key) {
		case "r":
			col, _ = parseReference(value)
		case "t":
			kind = cellKind(value)
		case "s":
			style = parseInt(value)
		}
	}
	if col >= in.x.lim.Columns {
		return limitError("row %d has more than %d columns", in.number, in.x.lim.Columns)
	}
	in.row.skipTo(col)
	if len(in.row.ends) >= in.x.lim.Columns {
		return limitError("row %d has more than %d columns", in.number, in.x.lim.Columns)
	}
	if text, ok := s.between("<v>", "</v></c>"); ok {
		in.value = appendText(in.value[:0], text)
		in.show(kind, style)
		in.row.endCellAt(col)
		return nil
	}
	if text, ok := s.between("<is><t>", "</t></is></c>"); ok {
		in.value = unescapeExcel(appendText(in.value[:0], text))
		in.show('i', style)
		in.row.endCellAt(col)
		return nil
	}
	return in.cellParts(col, kind, style)
}

// cellParts reads what is inside a cell piece by piece: its value or its own
// text, and neither formula nor extensions.
func (in *xlsxRows) cellParts(col int, kind byte, style int) error {
	s := in.s
	in.value = in.value[:0]
	inline := false
	for {
		if err := s.next(); err != nil {
			return err
		}
		switch name := string(s.name); {
		case s.kind == startTag && name == "v" && !inline:
			if err := in.chars(); err != nil {
				return err
			}
		case s.kind == startTag && name == "is":
			var err error
			if in.value, err = richText(s, in.value[:0], "is"); err != nil {
				return err
			}
			inline = true
		case s.kind == startTag:
			if err := s.skip(); err != nil {
				return err
			}
		case s.kind == endTag && name == "c":
			if inline {
				kind = 'i'
			}
			in.show(kind, style)
			in.row.endCellAt(col)
			return nil
		}
	}
}

// chars gathers the text of the element just started as the value.
func (in *xlsxRows) chars() error {
	in.value = in.value[:0]
	for {
		if err := in.s.next(); err != nil {
			return err
		}
		switch in.s.kind {
		case charData:
			in.value = in.s.appendChars(in.value)
		case startTag:
			if err := in.s.skip(); err != nil {
				return err
			}
		case endTag:
			return nil
		}
	}
}

// cellKind turns the type attribute into a letter.
func cellKind(value []byte) byte {
	switch string(value) {
	case "s":
		return 's'
	case "str":
		return 't'
	case "inlineStr":
		return 'i'
	case "b":
		return 'b'
	case "e":
		return 'e'
	case "d":
		return 'd'
	}
	return 'n'
}

// show appends what a person sees in the cell.
func (in *xlsxRows) show(kind byte, style int) {
	v := in.value
	if len(v) == 0 {
		return
	}
	text := in.row.text
	switch kind {
	case 's':
		text = in.appendText(text, in.x.strings.get(stringIndex(trimBlanks(v))), style)
	case 't':
		text = in.appendText(text, unescapeExcel(v), style)
	case 'i':
		text = in.appendText(text, v, style)
	case 'e':
		text = append(text, v...)
	case 'b':
		if v[0] == '0' || v[0] == 'f' || v[0] == 'F' {
			text = append(text, "FALSE"...)
		} else {
			text = append(text, "TRUE"...)
		}
	case 'd':
		text = appendISODate(text, v)
	default:
		text = in.appendNumber(text, trimBlanks(v), style)
	}
	in.row.text = text
}

// format is the number format of a style, General if there is none such.
func (in *xlsxRows) format(style int) *format {
	if style >= 0 && style < len(in.x.styles) {
		return &in.x.styles[style]
	}
	return &in.plain
}

func (in *xlsxRows) appendNumber(dst, raw []byte, style int) []byte {
	f := in.format(style)
	if in.x.displayed {
		if n, err := strconv.ParseFloat(string(raw), 64); err == nil && !math.IsInf(n, 0) && !math.IsNaN(n) {
			return f.appendDisplayed(dst, n, in.x.epoch1904)
		}
	}
	return f.appendNumber(dst, raw, in.x.epoch1904)
}

func (in *xlsxRows) appendText(dst, text []byte, style int) []byte {
	if in.x.displayed && len(text) > 0 {
		return in.format(style).appendText(dst, text)
	}
	return append(dst, text...)
}

// stringIndex reads the index of a shared string, which some write as 12.0.
func stringIndex(v []byte) int {
	if i := parseInt(v); i >= 0 {
		return i
	}
	if n, err := strconv.ParseFloat(string(v), 64); err == nil && n >= 0 && n < math.MaxInt32 {
		return int(n)
	}
	return -1
}

func trimBlanks(v []byte) []byte {
	for len(v) > 0 && v[0] <= ' ' {
		v = v[1:]
	}
	for len(v) > 0 && v[len(v)-1] <= ' ' {
		v = v[:len(v)-1]
	}
	return v
}

// appendISODate writes an ISO date as all dates are written: without the T,
// fractions and midnight.
func appendISODate(dst, v []byte) []byte {
	if len(v) < 19 || v[10] != 'T' {
		return append(dst, v...)
	}
	dst = append(dst, v[:10]...)
	if string(v[11:19]) != "00:00:00" {
		dst = append(append(dst, ' '), v[11:19]...)
	}
	return dst
}

// nextAttr takes the first attribute off a tag.
func nextAttr(a []byte) (key, value, rest []byte) {
	i := 0
	for i < len(a) && a[i] <= ' ' {
		i++
	}
	start := i
	for i < len(a) && a[i] != '=' {
		if a[i] == ':' {
			start = i + 1
		}
		i++
	}
	key = trimBlanks(a[start:i])
	for i++; i < len(a) && a[i] <= ' '; i++ {
	}
	if i >= len(a) {
		return nil, nil, nil
	}
	quote := a[i]
	i++
	end := i
	for end < len(a) && a[end] != quote {
		end++
	}
	if end == len(a) {
		return nil, nil, nil
	}
	return key, a[i:end], a[end+1:]
}

func parseInt(v []byte) int {
	n := 0
	for _, b := range v {
		if b < '0' || b > '9' || n > math.MaxInt32/10 {
			return -1
		}
		n = n*10 + int(b-'0')
	}
	if len(v) == 0 {
		return -1
	}
	return n
}
