package sheet

import (
	"io"
	"math"
	"strconv"
	"time"
)

// xml2003Rows is the state of reading one sheet of an XML Spreadsheet 2003.
type xml2003Rows struct {
	x      *xml2003
	s      *xmlScanner
	number int
	filled int
	row    rowText
	value  []byte
}

// next reads the next row that holds a value.
func (in *xml2003Rows) next() (Row, error) {
	s := in.s
	for {
		if err := s.next(); err != nil {
			if err == io.EOF {
				err = ErrTruncated
			}
			return Row{}, err
		}
		if s.kind == endTag && string(s.name) == "Worksheet" {
			return Row{}, io.EOF
		}
		if s.kind != startTag || string(s.name) != "Row" {
			continue
		}
		in.number++
		if v, ok := s.attr("Index"); ok {
			in.number = max(in.number, parseInt(v))
		}
		hidden := s.attrTrue("Hidden")
		span, _ := s.attr("Span")
		if err := in.cells(); err != nil {
			return Row{}, err
		}
		if in.row.blank() {
			in.number += max(0, parseInt(span))
			continue
		}
		if in.number-in.filled > in.x.lim.EmptyRows {
			return Row{}, limitError("more than %d empty rows before row %d", in.x.lim.EmptyRows, in.number)
		}
		in.filled = in.number
		return Row{Number: in.number, Cells: in.row.row(), Hidden: hidden}, nil
	}
}

// cells gathers the cells up to the end of the row.
func (in *xml2003Rows) cells() error {
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
		case s.kind == endTag && name == "Row":
			return nil
		case s.kind == startTag && name == "Cell":
			if err := in.cell(); err != nil {
				return err
			}
		}
		if in.row.size() > in.x.lim.Row {
			return limitError("row %d holds more than %d bytes", in.number, in.x.lim.Row)
		}
		if len(in.row.ends) > in.x.lim.Columns {
			return limitError("row %d has more than %d columns", in.number, in.x.lim.Columns)
		}
	}
}

// cell reads one cell and passes over those that it covers.
func (in *xml2003Rows) cell() error {
	s := in.s
	if v, ok := s.attr("Index"); ok {
		in.row.skipTo(min(max(0, parseInt(v)-1), in.x.lim.Columns))
	}
	style := s.attrText("StyleID")
	across, _ := s.attr("MergeAcross")
	covered := min(max(0, parseInt(across)), in.x.lim.Columns)
	kind := ""
	in.value = in.value[:0]
	for {
		if err := s.next(); err != nil {
			return err
		}
		switch name := string(s.name); {
		case s.kind == startTag && name == "Data":
			kind = s.attrText("Type")
			if err := in.text(); err != nil {
				return err
			}
		case s.kind == startTag:
			if err := s.skip(); err != nil { // comments, phonetic text
				return err
			}
		case s.kind == endTag && name == "Cell":
			in.show(kind, style)
			in.row.endCell()
			in.row.skipTo(len(in.row.ends) + covered)
			return nil
		}
	}
}

// text gathers the text of a Data element, which may be marked up.
func (in *xml2003Rows) text() error {
	in.value = in.value[:0]
	for depth := 1; depth > 0; {
		if err := in.s.next(); err != nil {
			return err
		}
		switch in.s.kind {
		case startTag:
			depth++
		case endTag:
			depth--
		case charData:
			in.value = in.s.appendChars(in.value)
		}
		if len(in.value) > in.x.lim.Row {
			return limitError("a cell in row %d holds more than %d bytes", in.number, in.x.lim.Row)
		}
	}
	return nil
}

// show appends what a person sees in the cell.
func (in *xml2003Rows) show(kind, style string) {
	f := in.x.styles[style]
	if f == nil {
		f = &format{}
	}
	dst, v := in.row.text, in.value
	if len(v) == 0 {
		return
	}
	switch kind {
	case "Number":
		dst = in.number64(dst, trimBlanks(v), f)
	case "DateTime":
		if n, ok := isoSerial(string(trimBlanks(v))); ok && len(f.sections) > 0 && f.sections[0].date {
			dst = in.number64(dst, strconv.AppendFloat(nil, n, 'g', -1, 64), f)
		} else {
			dst = appendISODate(dst, v)
		}
	case "Boolean":
		dst = appendBoolErr(dst, v[0]-'0', false)
	default:
		dst = append(dst, v...)
	}
	in.row.text = dst
}

func (in *xml2003Rows) number64(dst, raw []byte, f *format) []byte {
	if in.x.displayed {
		if n, err := strconv.ParseFloat(string(raw), 64); err == nil && !math.IsInf(n, 0) && !math.IsNaN(n) {
			return f.appendDisplayed(dst, n, false)
		}
	}
	return f.appendNumber(dst, raw, false)
}

// isoSerial is the serial date of 2006-01-02T15:04:05.000.
func isoSerial(text string) (float64, bool) {
	t, err := time.Parse("2006-01-02T15:04:05", text) // takes fractions too
	if err != nil {
		return 0, false
	}
	seconds := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Seconds()
	if n := seconds / 86400; n >= 61 {
		return n, true
	}
	return seconds/86400 - 1, seconds >= 86400 // before the 29 February that never was
}
