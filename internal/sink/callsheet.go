package sink

import (
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"goldpan/internal/contact"
)

type cellKind uint8

const (
	textCell cellKind = iota
	numberCell
	gradeCell
	boldCell
	wrapCell
	inputCell // a person fills it in
	inputWrapCell
	dateCell // a person fills it in
	dayCell
	percentCell
	smallCell
)

// isInput tells whether a person fills cells of the kind in.
func (k cellKind) isInput() bool { return k == inputCell || k == inputWrapCell || k == dateCell }

// wraps tells whether long text of the kind goes on in another line.
func (k cellKind) wraps() bool { return k == wrapCell || k == boldCell || k == inputWrapCell }

// callSheet adds a sheet of contacts. One that must stand is there even empty.
func (b *book) callSheet(name string, cols []callColumn, rows iter.Seq[CallRow], must bool) {
	begin := func() *tableSheet {
		heads := make([]headCell, len(cols))
		for i, c := range cols {
			heads[i] = headCell{b.text(c.key), c.width, c.kind}
		}
		return b.table(sheetSpec{name: name, heads: heads, printed: printedOf(cols), frozen: 3, tab: tabFor(must)})
	}
	var t *tableSheet
	if must {
		t = begin()
	}
	for row := range limited(b, rows) {
		if t == nil {
			t = begin()
		}
		t.callRow(cols, &row)
	}
	if t == nil {
		return
	}
	if t.rows == 1 {
		t.add([]any{nil, nil, excelize.Cell{StyleID: b.style.text, Value: b.text("note.empty")}}, 1)
	}
	t.outcomes()
	t.grades()
	t.end()
}

func (t *tableSheet) callRow(cols []callColumn, row *CallRow) {
	cells := make([]any, len(cols))
	lines := 1
	for i, c := range cols {
		text := plainCell(c.value(row))
		cells[i] = t.book.cell(c.kind, text)
		if c.kind.wraps() {
			lines = max(lines, wrappedLines(text, c.width))
		}
	}
	t.add(cells, lines)
}

// headCell is a heading with the width and kind of its column.
type headCell struct {
	text  string
	width float64
	kind  cellKind
}

// tableSheet is a streamed sheet with a header in its first row.
type tableSheet struct {
	book  *book
	name  string
	heads []headCell
	prose bool
	sw    *excelize.StreamWriter
	rows  int // with the header

	printed string // last column that is printed
}

// sheetSpec says how a table looks.
type sheetSpec struct {
	name    string
	heads   []headCell
	printed int    // columns that are printed
	frozen  int    // columns that stay in sight
	tab     string // colour of the tab
	prose   bool   // for reading: no bands, no filter
}

func tabFor(must bool) string {
	if must {
		return goldLine
	}
	return inkRule
}

// table begins a streamed sheet: header frozen, widths, landscape, printed
// columns fitted to the width of the page, the header on each.
func (b *book) table(spec sheetSpec) *tableSheet {
	t := &tableSheet{book: b, name: b.sheet(spec.name), heads: spec.heads, prose: spec.prose}
	b.page(t.name, spec.tab)
	if b.err != nil {
		return t
	}
	var err error
	if t.sw, err = b.file.NewStreamWriter(t.name); err != nil {
		b.do(err)
		return t
	}
	for i, h := range spec.heads {
		b.do(t.sw.SetColWidth(i+1, i+1, h.width))
	}
	b.do(t.sw.SetPanes(frozen(spec.frozen)))
	cells := make([]any, len(spec.heads))
	for i, h := range spec.heads {
		cells[i] = excelize.Cell{StyleID: b.headStyle(h.kind), Value: h.text}
	}
	b.do(t.sw.SetRow("A1", cells, excelize.RowOpts{Height: 32}))
	t.rows = 1
	quoted := "'" + t.name + "'!"
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted + "$1:$1", Scope: t.name}))
	t.printed = columnName(spec.printed - 1)
	return t
}

// frozen keeps the header and the first columns in sight.
func frozen(cols int) *excelize.Panes {
	first, pane := columnName(cols)+"2", "bottomLeft"
	if cols > 0 {
		pane = "bottomRight"
	}
	return &excelize.Panes{Freeze: true, XSplit: cols, YSplit: 1, TopLeftCell: first, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: first, ActiveCell: first, Pane: pane}}}
}

// add appends a row that is lines high.
func (t *tableSheet) add(cells []any, lines int) {
	if t.book.err != nil {
		return
	}
	t.rows++
	t.book.do(t.sw.SetRow("A"+strconv.Itoa(t.rows), cells, excelize.RowOpts{Height: 15*float64(min(lines, 8)) + 3}))
}

// end closes the sheet.
func (t *tableSheet) end() {
	b := t.book
	if b.err != nil {
		return
	}
	if !t.prose {
		t.filterAndBands()
	}
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: t.name,
		RefersTo: "'" + t.name + "'!$A$1:$" + t.printed + "$" + strconv.Itoa(t.rows)}))
	b.do(t.sw.Flush())
}

func (t *tableSheet) filterAndBands() {
	b := t.book
	b.do(b.file.AutoFilter(t.name, "A1:"+columnName(len(t.heads)-1)+strconv.Itoa(t.rows), nil))
	for _, area := range t.readOnly() {
		b.do(b.file.SetConditionalFormat(t.name, area,
			[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "MOD(ROW(),2)=1", Format: &b.style.band}}))
	}
}

// readOnly are the ranges of neighbouring columns that nobody fills in; those
// to fill in keep their colour in every row.
func (t *tableSheet) readOnly() []string {
	var areas []string
	for i := 0; i < len(t.heads) && t.rows > 1; i++ {
		from := i
		for i < len(t.heads) && !t.heads[i].kind.isInput() {
			i++
		}
		if i > from {
			areas = append(areas, columnName(from)+"2:"+columnName(i-1)+strconv.Itoa(t.rows))
		}
	}
	return areas
}

// column is the range of all cells below the heading of a kind, "" when there
// is no such column or no row.
func (t *tableSheet) column(kind cellKind) string {
	for i, h := range t.heads {
		if h.kind == kind && t.rows > 1 {
			return columnName(i) + "2:" + columnName(i) + strconv.Itoa(t.rows)
		}
	}
	return ""
}

// outcomes gives the outcome its list of words and the next date its check.
func (t *tableSheet) outcomes() {
	if area := t.column(inputCell); area != "" {
		t.dropdown(area, contact.Outcomes())
	}
	area := t.column(dateCell)
	from, err := time.Parse(time.DateOnly, t.book.list.AsOf)
	if area == "" || err != nil || t.book.err != nil {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(area)
	v.SetError(excelize.DataValidationErrorStyleWarning, t.book.text("col.next"), t.book.text("check.date"))
	t.book.do(v.SetRange(serialDay(from), serialDay(from.AddDate(5, 0, 0)), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
	t.book.do(t.book.file.AddDataValidation(t.name, v))
}

// dropdown offers words to choose from.
func (t *tableSheet) dropdown(area string, words []string) {
	if t.book.err != nil {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(area)
	v.SetError(excelize.DataValidationErrorStyleStop, t.book.text("col.outcome"), t.book.text("check.word"))
	t.book.do(v.SetDropList(words))
	t.book.do(t.book.file.AddDataValidation(t.name, v))
}

// grades colours the grade by its letter.
func (t *tableSheet) grades() {
	area := t.column(gradeCell)
	if area == "" || t.book.err != nil {
		return
	}
	s := &t.book.style
	first, _, _ := strings.Cut(area, ":")
	rule := func(letter string, format *int) excelize.ConditionalFormatOptions {
		return excelize.ConditionalFormatOptions{Type: "formula", Criteria: `LEFT($` + first + `,1)="` + letter + `"`, Format: format, StopIfTrue: true}
	}
	rules := []excelize.ConditionalFormatOptions{rule("A", &s.gradeA), rule("B", &s.gradeB), rule("C", &s.gradeC)}
	t.book.do(t.book.file.SetConditionalFormat(t.name, area, rules))
}

// cell makes a styled cell; text stays text.
func (b *book) cell(kind cellKind, text string) any {
	s := &b.style
	switch kind {
	case numberCell:
		n, err := strconv.Atoi(text)
		if err != nil {
			return excelize.Cell{StyleID: s.text, Value: text}
		}
		return excelize.Cell{StyleID: s.number, Value: n}
	case dateCell, dayCell:
		if t, err := time.Parse(time.DateOnly, text); err == nil {
			return excelize.Cell{StyleID: b.cellStyle(kind), Value: serialDay(t)}
		}
	case percentCell:
		if p, err := strconv.ParseFloat(text, 64); err == nil {
			return excelize.Cell{StyleID: s.percent, Value: p}
		}
	}
	return excelize.Cell{StyleID: b.cellStyle(kind), Value: text}
}

func (b *book) cellStyle(kind cellKind) int {
	s := &b.style
	switch kind {
	case gradeCell:
		return s.center
	case boldCell:
		return s.bold
	case wrapCell:
		return s.wrap
	case inputCell:
		return s.input
	case inputWrapCell:
		return s.inputWrap
	case dateCell:
		return s.inputDate
	case dayCell:
		return s.day
	case smallCell:
		return s.small
	}
	return s.text
}

func (b *book) headStyle(kind cellKind) int {
	switch {
	case kind.isInput():
		return b.style.headInput
	case kind == numberCell, kind == percentCell:
		return b.style.headNum
	case kind == gradeCell:
		return b.style.headMid
	}
	return b.style.head
}

// serialDay is a date as a spreadsheet counts it: days since 1899-12-30.
func serialDay(t time.Time) int {
	return int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// wrappedLines estimates how many lines a text takes in a column: words are
// kept whole, and a column of width w holds about w characters of running text.
func wrappedLines(text string, width float64) int {
	room, lines, run := int(width*1.05), 1, 0
	for line := range strings.SplitSeq(text, "\n") {
		if run > 0 {
			lines, run = lines+1, 0
		}
		for word := range strings.SplitSeq(line, " ") {
			n := utf8.RuneCountInString(word)
			if run > 0 && run+1+n > room {
				lines, run = lines+1, 0
			}
			for ; n > room; n -= room { // a word longer than a line is broken
				lines++
			}
			run += n + min(run, 1)
		}
	}
	return lines
}
