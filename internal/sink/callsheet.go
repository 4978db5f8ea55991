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

// callColumn is one column of a sheet of contacts.
type callColumn struct {
	key   string // of its heading's text
	width float64
	kind  cellKind
	value func(*CallRow) string
}

type cellKind uint8

const (
	textCell cellKind = iota
	numberCell
	gradeCell
	boldCell
	wrapCell
	inputCell // a person fills it in
	inputWrapCell
	dateCell
	smallCell
)

// callColumns are the columns of the call list; they are fixed. Those up to
// "better" are printed, what follows is for looking up.
var callColumns = []callColumn{
	{"col.rank", 5, numberCell, func(r *CallRow) string { return strconv.Itoa(r.Number) }},
	{"col.grade", 7, gradeCell, (*CallRow).Grade},
	{"col.company", 28, boldCell, func(r *CallRow) string { return r.Company }},
	{"col.name", 22, wrapCell, func(r *CallRow) string { return r.Name }},
	{"col.title", 22, wrapCell, func(r *CallRow) string { return r.Title }},
	{"col.phone", 19, textCell, func(r *CallRow) string { return phoneWithExt(r.Phone, r.PhoneExt) }},
	{"col.between", 13, wrapCell, func(r *CallRow) string { return r.CallBetween }},
	{"col.why", 40, wrapCell, func(r *CallRow) string { return r.Why }},
	{"col.ask", 34, wrapCell, func(r *CallRow) string { return r.Ask }},
	{"col.outcome", 14, inputCell, func(r *CallRow) string { return r.Outcome }},
	{"col.next", 12, dateCell, func(r *CallRow) string { return r.NextDate }},
	{"col.notes", 28, inputWrapCell, func(r *CallRow) string { return r.Notes }},
	{"col.better", 20, inputWrapCell, func(r *CallRow) string { return r.Better }},
	{"col.phone2", 19, textCell, func(r *CallRow) string { return PhoneText(r.Phone2) }},
	{"col.email", 30, textCell, func(r *CallRow) string { return r.Email }},
	{"col.city", 16, textCell, func(r *CallRow) string { return r.City }},
	{"col.source", 26, textCell, func(r *CallRow) string { return r.Source }},
	{"contact_id", 15, smallCell, func(r *CallRow) string { return r.ContactID }},
}

// printedColumns of a sheet of contacts fit on a page.
const printedColumns = 13

// ruleColumns are the columns of the sheets of contacts that may not simply be
// called: what stands in the way takes the place of what a rep fills in.
var ruleColumns = []callColumn{
	callColumns[0], callColumns[1], callColumns[2], callColumns[3], callColumns[4], callColumns[5],
	{"col.email", 30, textCell, func(r *CallRow) string { return r.Email }},
	{"col.why", 40, wrapCell, func(r *CallRow) string { return r.Why }},
	{"col.needs", 36, wrapCell, func(r *CallRow) string { return r.RuleText }},
	{"col.rule", 16, textCell, func(r *CallRow) string { return r.Rule }},
	{"col.notice", 12, dateCell, func(r *CallRow) string { return r.NoticeDue }},
	{"col.notes", 24, inputWrapCell, func(r *CallRow) string { return r.Notes }},
	{"col.city", 16, textCell, func(r *CallRow) string { return r.City }},
	{"col.source", 26, textCell, func(r *CallRow) string { return r.Source }},
	{"contact_id", 15, smallCell, func(r *CallRow) string { return r.ContactID }},
}

// callSheet adds a sheet of contacts. One that must stand is there even empty.
func (b *book) callSheet(name string, cols []callColumn, rows iter.Seq[CallRow], must bool) {
	begin := func() *tableSheet {
		heads := make([]headCell, len(cols))
		for i, c := range cols {
			heads[i] = headCell{b.text(c.key), c.width, c.kind}
		}
		return b.table(name, heads, min(printedColumns, len(cols)))
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
		if c.kind == wrapCell || c.kind == boldCell || c.kind == inputWrapCell {
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
	sw    *excelize.StreamWriter
	rows  int // with the header
}

// table begins a streamed sheet: frozen header, widths, landscape, printed
// columns fitted to the width of the page, the header on each.
func (b *book) table(name string, heads []headCell, printed int) *tableSheet {
	t := &tableSheet{book: b, name: b.sheet(name), heads: heads}
	yes, landscape, a4, wide, tall := true, "landscape", 9, 1, 0
	b.do(b.file.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	b.do(b.file.SetPageLayout(t.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}))
	side, edge := 0.4, 0.6
	b.do(b.file.SetPageMargins(t.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge}))
	b.do(b.file.SetHeaderFooter(t.name, &excelize.HeaderFooterOptions{OddFooter: "&L&9&A  " + b.list.AsOf + "&R&9&P / &N"}))
	if b.err != nil {
		return t
	}
	var err error
	if t.sw, err = b.file.NewStreamWriter(t.name); err != nil {
		b.do(err)
		return t
	}
	for i, h := range heads {
		b.do(t.sw.SetColWidth(i+1, i+1, h.width))
	}
	b.do(t.sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}}))
	cells := make([]any, len(heads))
	for i, h := range heads {
		cells[i] = excelize.Cell{StyleID: b.headStyle(h.kind), Value: h.text}
	}
	b.do(t.sw.SetRow("A1", cells, excelize.RowOpts{Height: 32}))
	t.rows = 1
	quoted := "'" + t.name + "'!"
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted + "$1:$1", Scope: t.name}))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area",
		RefersTo: quoted + "$A:$" + columnName(printed-1), Scope: t.name}))
	return t
}

// add appends a row that is lines high.
func (t *tableSheet) add(cells []any, lines int) {
	if t.book.err != nil {
		return
	}
	t.rows++
	t.book.do(t.sw.SetRow("A"+strconv.Itoa(t.rows), cells, excelize.RowOpts{Height: 15*float64(min(lines, 8)) + 3}))
}

// end sets filter and bands and closes the sheet.
func (t *tableSheet) end() {
	b := t.book
	if b.err != nil {
		return
	}
	last := columnName(len(t.heads) - 1)
	b.do(b.file.AutoFilter(t.name, "A1:"+last+strconv.Itoa(t.rows), nil))
	if t.rows > 1 {
		b.do(b.file.SetConditionalFormat(t.name, "A2:"+last+strconv.Itoa(t.rows),
			[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "MOD(ROW(),2)=1", Format: &b.style.band}}))
	}
	b.do(t.sw.Flush())
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
	case dateCell:
		if t, err := time.Parse(time.DateOnly, text); err == nil {
			return excelize.Cell{StyleID: s.inputDate, Value: serialDay(t)}
		}
		return excelize.Cell{StyleID: s.inputDate, Value: text}
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
	case smallCell:
		return s.small
	}
	return s.text
}

func (b *book) headStyle(kind cellKind) int {
	switch kind {
	case inputCell, inputWrapCell, dateCell:
		return b.style.headInput
	case numberCell:
		return b.style.headNum
	}
	return b.style.head
}

// serialDay is a date as a spreadsheet counts it: days since 1899-12-30.
func serialDay(t time.Time) int {
	return int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// wrappedLines estimates how many lines a text takes in a column.
func wrappedLines(text string, width float64) int {
	lines, run := 1, 0
	for _, r := range text {
		run++
		if r == '\n' || float64(run) > width*1.05 {
			lines++
			run = 0
		}
	}
	if utf8.RuneCountInString(text) == 0 {
		return 1
	}
	return lines
}
