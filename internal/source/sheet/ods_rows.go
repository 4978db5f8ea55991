package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// odsRows is the state of reading one sheet of an OpenDocument spreadsheet.
type odsRows struct {
	lim       Limits
	displayed bool
	s         *xmlScanner
	number    int
	filled    int
	row       rowText
	value     []byte
}

// next reads the next row that holds a value, and how often it is repeated.
func (in *odsRows) next() (Row, int, error) {
	s := in.s
	for {
		if err := s.next(); err != nil {
			if err == io.EOF {
				err = ErrTruncated
			}
			return Row{}, 0, err
		}
		if s.kind == endTag && string(s.name) == "table" {
			return Row{}, 0, io.EOF
		}
		if s.kind == startTag && string(s.name) == "shapes" {
			if err := s.skip(); err != nil {
				return Row{}, 0, err
			}
			continue
		}
		if s.kind != startTag || string(s.name) != "table-row" {
			continue
		}
		repeated := s.repeat("number-rows-repeated")
		visibility := s.attrText("visibility")
		first := in.number + 1
		in.number += repeated
		if err := in.cells(); err != nil {
			return Row{}, 0, err
		}
		if in.row.blank() {
			continue
		}
		if first-in.filled > in.lim.EmptyRows {
			return Row{}, 0, limitError("more than %d empty rows before row %d", in.lim.EmptyRows, first)
		}
		if repeated > 1<<20 {
			return Row{}, 0, limitError("row %d is repeated %d times", first, repeated)
		}
		in.filled = in.number
		return Row{Number: first, Cells: in.row.row(), Hidden: visibility == "collapse" || visibility == "filter"}, repeated, nil
	}
}

// repeat reads a repetition attribute, at least 1.
func (s *xmlScanner) repeat(name string) int {
	v, ok := s.attr(name)
	if !ok {
		return 1
	}
	return max(1, parseInt(v))
}

// cells gathers the cells up to the end of the row.
func (in *odsRows) cells() error {
	s := in.s
	in.row.reset()
	for {
		if err := s.next(); err != nil {
			if err == io.EOF {
				err = ErrTruncated
			}
			return err
		}
		switch name := string(s.name); {
		case s.kind == endTag && name == "table-row":
			return nil
		case s.kind == startTag && (name == "table-cell" || name == "covered-table-cell"):
			if err := in.cell(); err != nil {
				return err
			}
		}
	}
}

// cell reads one cell with its repetitions. What a covered cell of a merged
// range holds is not shown, so it is left out.
func (in *odsRows) cell() error {
	s := in.s
	covered := string(s.name) == "covered-table-cell"
	name := string(s.name)
	repeated := s.repeat("number-columns-repeated")
	kind := s.attrText("value-type")
	value := ""
	switch kind {
	case "float", "currency", "percentage":
		value = s.attrText("value")
	case "date":
		value = s.attrText("date-value")
	case "time":
		value = s.attrText("time-value")
	case "boolean":
		value = s.attrText("boolean-value")
	case "string":
		value = s.attrText("string-value")
	}
	if err := in.text(name); err != nil {
		return err
	}
	start := len(in.row.text)
	if !covered {
		in.show(kind, value)
	}
	shown := string(in.row.text[start:])
	if shown == "" {
		if repeated > in.lim.Columns {
			repeated = in.lim.Columns - min(in.lim.Columns, len(in.row.ends)) // the blank rest of the row
		}
	} else if len(in.row.ends)+repeated > in.lim.Columns {
		return limitError("row %d has more than %d columns", in.number, in.lim.Columns)
	}
	for i := range repeated {
		if len(in.row.ends) >= in.lim.Columns {
			break
		}
		if i > 0 {
			in.row.text = append(in.row.text, shown...)
		}
		in.row.endCell()
		if len(in.row.text) > in.lim.Row {
			return limitError("row %d holds more than %d bytes", in.number, in.lim.Row)
		}
	}
	return nil
}

// text gathers the paragraphs of the cell in hand, without its comments.
func (in *odsRows) text(end string) error {
	s := in.s
	in.value = in.value[:0]
	inside, paragraphs := 0, 0
	for depth := 1; depth > 0; {
		if err := s.next(); err != nil {
			if err == io.EOF {
				err = ErrTruncated
			}
			return err
		}
		switch s.kind {
		case startTag:
			switch string(s.name) {
			case "annotation", "frame", "custom-shape":
				if err := s.skip(); err != nil {
					return err
				}
				continue
			case "p", "h":
				if paragraphs++; paragraphs > 1 {
					in.value = append(in.value, '\n')
				}
				inside++
			case "s":
				in.value = append(in.value, bytes.Repeat([]byte{' '}, min(1000, s.repeat("c")))...)
			case "tab":
				in.value = append(in.value, '\t')
			case "line-break":
				in.value = append(in.value, '\n')
			}
			depth++
		case endTag:
			if depth--; string(s.name) == "p" || string(s.name) == "h" {
				inside--
			}
		case charData:
			if inside > 0 {
				in.value = s.appendChars(in.value)
			}
		}
		if len(in.value) > in.lim.Row {
			return limitError("a cell in row %d holds more than %d bytes", in.number, in.lim.Row)
		}
	}
	return nil
}

// show appends what a person sees, or the value where the display lost some
// of it.
func (in *odsRows) show(kind, value string) {
	shown := in.value
	dst := in.row.text
	switch kind {
	case "float", "currency":
		if codeLike(shown) || onlyLetters(shown) || in.displayed && sameDigits(shown, []byte(value)) {
			dst = append(dst, shown...)
			break
		}
		dst = (&format{}).appendNumber(dst, []byte(value), false)
	case "percentage":
		if len(shown) > 0 && shown[len(shown)-1] == '%' {
			dst = append(dst, bytes.ReplaceAll(shown, []byte(","), []byte("."))...)
		} else if n, err := strconv.ParseFloat(value, 64); err == nil {
			dst = append(appendGeneral(dst, n*100), '%')
		}
	case "date":
		if in.displayed && len(shown) > 0 || len(shown) >= 4 && len(shown) <= 8 && damagedDate(shown) {
			dst = append(dst, shown...)
		} else {
			dst = appendISODate(dst, []byte(value))
		}
	case "time":
		if in.displayed && len(shown) > 0 {
			dst = append(dst, shown...)
		} else {
			dst = appendDuration(dst, value)
		}
	case "boolean":
		dst = append(dst, strings.ToUpper(value)...)
	default:
		if len(shown) == 0 {
			dst = append(dst, value...)
		}
		dst = append(dst, shown...)
	}
	in.row.text = dst
}

// codeLike tells whether a displayed number keeps zeros or a pattern that its
// value lacks: 01234, 00-950, +48 22 123 45 67.
func codeLike(shown []byte) bool {
	if len(shown) < 2 {
		return false
	}
	digits := 0
	for _, b := range shown {
		if b >= '0' && b <= '9' {
			digits++
		}
	}
	if digits == len(shown) {
		return shown[0] == '0'
	}
	dash := bytes.LastIndexByte(shown, '-')
	return digits >= 4 && (shown[0] == '0' && shown[1] != '.' && shown[1] != ',' || shown[0] == '+' || dash > 0) && !bytes.ContainsAny(shown, "Ee.,")
}

// onlyLetters tells whether a number is displayed as a word.
func onlyLetters(shown []byte) bool {
	letters := false
	for _, b := range shown {
		if b >= '0' && b <= '9' {
			return false
		}
		letters = letters || b >= 0x80 || b|0x20 >= 'a' && b|0x20 <= 'z'
	}
	return letters && shown[0] != '#'
}

// sameDigits tells whether a displayed number has all digits of its value.
func sameDigits(shown, value []byte) bool {
	digits := func(text []byte) string {
		var all []byte
		for _, b := range text {
			switch {
			case b >= '0' && b <= '9':
				all = append(all, b)
			case b == 'E' || b == 'e':
				return "" // scientific, or a unit that may be taken for it
			}
		}
		return string(bytes.Trim(all, "0"))
	}
	a, b := digits(shown), digits((&format{}).appendNumber(nil, value, false))
	return a == b && (a != "" || bytes.IndexByte(shown, '0') >= 0)
}

// damagedDate tells whether a date is displayed as Nov-50 or 5-Oct: letters on
// one side of a dash and digits on the other.
func damagedDate(shown []byte) bool {
	a, b, ok := bytes.Cut(shown, []byte("-"))
	letters := func(t []byte) bool { return len(t) >= 3 && t[0]|0x20 >= 'a' && t[0]|0x20 <= 'z' }
	digits := func(t []byte) bool { return len(t) >= 1 && len(t) <= 2 && t[0] >= '0' && t[0] <= '9' }
	return ok && (letters(a) && digits(b) || digits(a) && letters(b))
}

// appendDuration writes PT12H30M05S as 12:30:05.
func appendDuration(dst []byte, value string) []byte {
	var h, m int
	var sec float64
	rest := strings.TrimPrefix(value, "PT")
	for rest != "" {
		i := strings.IndexAny(rest, "HMS")
		if i < 0 {
			return append(dst, value...)
		}
		n, err := strconv.ParseFloat(strings.Replace(rest[:i], ",", ".", 1), 64)
		if err != nil {
			return append(dst, value...)
		}
		switch rest[i] {
		case 'H':
			h = int(n)
		case 'M':
			m = int(n)
		case 'S':
			sec = n
		}
		rest = rest[i+1:]
	}
	return fmt.Appendf(dst, "%02d:%02d:%02d", h, m, int(sec))
}
