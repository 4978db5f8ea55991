package sheet

import (
	"context"
	"fmt"
	"io"
	"iter"
	"strings"
)

// xml2003 is an open XML Spreadsheet 2003: one XML document with all sheets,
// as Excel 2002 on and many exporters wrote it, often under the name .xls
// (Microsoft, XML Spreadsheet Reference).
type xml2003 struct {
	lim       Limits
	displayed bool
	size      int64
	open      func() (io.ReadCloser, error)
	styles    map[string]*format
}

// OpenXML2003 opens an XML Spreadsheet 2003.
func OpenXML2003(src io.ReaderAt, size int64, opt Options) (*Workbook, error) {
	x := &xml2003{lim: opt.Limits, displayed: opt.Displayed, size: size, open: plainPart(src, size), styles: map[string]*format{}}
	return x.workbook()
}

// namedFormat is a format that may have a name in place of a code. What
// looks otherwise in every country has no more than its kind here.
func namedFormat(name string) format {
	switch name {
	case "", "General", "General Number", "Standard", "Fixed", "Currency", "Euro Currency", "Scientific":
		return format{}
	case "General Date", "Short Date", "Medium Date", "Long Date":
		return builtin(14)
	case "Short Time", "Medium Time", "Long Time":
		return builtin(21)
	case "Percent":
		return builtin(10)
	case "Yes/No":
		return parseFormat(`"Yes";"Yes";"No"`)
	case "True/False":
		return parseFormat(`"True";"True";"False"`)
	case "On/Off":
		return parseFormat(`"On";"On";"Off"`)
	}
	return parseFormat(name)
}

// workbook reads the number formats, the list of sheets, and which of them are
// hidden, which stands behind their rows.
func (x *xml2003) workbook() (*Workbook, error) {
	part, err := x.open()
	if err != nil {
		return nil, err
	}
	defer part.Close()
	w := &Workbook{Format: "xml"}
	s := newXMLScanner(part, x.lim.Row)
	style := ""
	var sh *Sheet
	var layout *Layout
	for {
		switch err := s.next(); {
		case err == io.EOF:
			if len(w.Sheets) == 0 {
				return nil, fmt.Errorf("%w: there is no sheet in it", ErrFormat)
			}
			return w, nil
		case err != nil:
			return nil, err
		}
		if s.kind != startTag {
			continue
		}
		switch string(s.name) {
		case "Style":
			style = s.attrText("ID")
			if x.styles[style] = x.styles[s.attrText("Parent")]; len(x.styles) > maxStyles {
				return nil, limitError("it has more than %d styles", maxStyles)
			}
		case "NumberFormat":
			f := namedFormat(s.attrText("Format"))
			x.styles[style] = &f
		case "Worksheet":
			index := len(w.Sheets)
			layout = &Layout{}
			found := layout
			sh = &Sheet{Name: s.attrText("Name"), Size: x.size, layout: func() (Layout, error) { return *found, nil }}
			sh.rows = func(ctx context.Context, onRead func(int64)) iter.Seq2[Row, error] { return x.rows(ctx, index, onRead) }
			if w.Sheets = append(w.Sheets, sh); len(w.Sheets) > maxSheets {
				return nil, limitError("it has more than %d sheets", maxSheets)
			}
		case "Row":
			if err := s.skip(); err != nil {
				return nil, err
			}
		case "Column":
			if layout != nil {
				x.column(s, layout)
			}
		case "Visible":
			if err := s.next(); err != nil {
				return nil, err
			}
			if sh != nil && s.kind == charData {
				sh.Hidden = strings.HasPrefix(string(trimBlanks(s.text)), "Sheet")
			}
		}
	}
}

// column notes a hidden column; Right counts the columns described so far.
func (x *xml2003) column(s *xmlScanner, l *Layout) {
	first := l.Right + 1
	if v, ok := s.attr("Index"); ok {
		first = max(1, parseInt(v))
	}
	v, _ := s.attr("Span")
	l.Right = min(first+max(0, parseInt(v)), x.lim.Columns)
	for c := first; s.attrTrue("Hidden") && c <= l.Right; c++ {
		l.Hidden = append(l.Hidden, c)
	}
}

// rows yields the rows of one sheet.
func (x *xml2003) rows(ctx context.Context, index int, onRead func(n int64)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		part, err := x.open()
		if err != nil {
			yield(Row{}, err)
			return
		}
		defer part.Close()
		in := &xml2003Rows{x: x, s: newXMLScanner(part, x.lim.Row)}
		if err := in.s.enter("Worksheet", index); err != nil {
			yield(Row{}, err)
			return
		}
		in.s.rows(ctx, onRead, in.next)(yield)
	}
}
