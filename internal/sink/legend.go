package sink

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"goldpan/internal/contact"
)

// gaps adds the accounts that one missing field keeps from being prospects.
func (b *book) gaps() {
	var t *tableSheet
	for g := range limited(b, b.list.Gaps) {
		if t == nil {
			t = b.gapsTable()
		}
		t.texts(g.Company, b.fieldWords(g.Missing), g.Question, fmt.Sprint(g.Contacts), g.Best, PhoneText(g.Phone), g.Website, g.TaxID, g.City, g.Country, "", g.AccountID)
	}
	if t != nil {
		t.end()
	}
}

// fieldWords names a field in the language of the workbook, or else by its own
// words.
func (b *book) fieldWords(field string) string {
	for _, key := range []string{"criterion." + strings.TrimSuffix(field, "_code"), "criterion." + field, "col." + field, "gaps." + field} {
		if text := b.text(key); text != key {
			return text
		}
	}
	return strings.ReplaceAll(field, "_", " ")
}

func (b *book) gapsTable() *tableSheet {
	return b.table(sheetSpec{name: b.text("sheet.gaps"), printed: 11, frozen: 1, tab: inkRule, heads: []headCell{
		{b.text("col.company"), 30, boldCell}, {b.text("gaps.missing"), 24, wrapCell}, {b.text("gaps.question"), 40, wrapCell},
		{b.text("gaps.contacts"), 11, numberCell}, {b.text("gaps.best"), 28, wrapCell}, {b.text("col.phone"), 19, textCell},
		{b.text("gaps.website"), 26, textCell}, {b.text("gaps.taxid"), 16, textCell}, {b.text("col.city"), 16, textCell},
		{b.text("gaps.country"), 9, textCell}, {b.text("gaps.found"), 24, inputWrapCell}, {"account_id", 15, smallCell}}})
}

// review adds the doubtful pairs, one above the other, for a person to decide.
func (b *book) review() {
	var t *tableSheet
	for r := range limited(b, b.list.Review) {
		if t == nil {
			t = b.reviewTable()
		}
		t.texts(r.Decision, fmt.Sprintf("%.4f", r.Probability), r.Evidence, r.A.Name, r.B.Name, r.A.Company, r.B.Company,
			PhoneText(r.A.Phone), PhoneText(r.B.Phone), r.A.Email, r.B.Email, r.A.City, r.B.City,
			r.A.Place.List.Path, r.A.Place.List.Sheet, fmt.Sprint(r.A.Place.Row), r.B.Place.List.Path, r.B.Place.List.Sheet, fmt.Sprint(r.B.Place.Row))
	}
	if t == nil {
		return
	}
	t.dropdown(t.column(inputCell), []string{"same", "different"})
	t.differences()
	t.end()
}

func (b *book) reviewTable() *tableSheet {
	return b.table(sheetSpec{name: b.text("sheet.review"), printed: 13, frozen: 2, tab: inkRule, heads: []headCell{
		{"decision", 13, inputCell}, {b.text("review.sure"), 9, percentCell}, {b.text("review.evidence"), 36, wrapCell},
		{b.text("col.name") + " A", 22, wrapCell}, {b.text("col.name") + " B", 22, wrapCell},
		{b.text("col.company") + " A", 26, wrapCell}, {b.text("col.company") + " B", 26, wrapCell},
		{b.text("col.phone") + " A", 18, textCell}, {b.text("col.phone") + " B", 18, textCell},
		{b.text("col.email") + " A", 28, textCell}, {b.text("col.email") + " B", 28, textCell},
		{b.text("col.city") + " A", 14, textCell}, {b.text("col.city") + " B", 14, textCell},
		{"list_a", 22, smallCell}, {"sheet_a", 10, smallCell}, {"row_a", 8, smallCell},
		{"list_b", 22, smallCell}, {"sheet_b", 10, smallCell}, {"row_b", 8, smallCell}}})
}

// differences marks where the two sides of a pair do not agree.
func (t *tableSheet) differences() {
	for col := 3; col < 13 && t.book.err == nil; col += 2 {
		a, b := columnName(col), columnName(col+1)
		t.book.do(t.book.file.SetConditionalFormat(t.name, a+"2:"+b+strconv.Itoa(t.rows), []excelize.ConditionalFormatOptions{
			{Type: "formula", Criteria: "$" + a + "2<>$" + b + "2", Format: &t.book.style.differs, StopIfTrue: true}}))
	}
}

// texts appends a row of texts in the kinds of their columns.
func (t *tableSheet) texts(values ...string) {
	cells := make([]any, len(values))
	lines := 1
	for i, v := range values {
		v = plainCell(v)
		cells[i] = t.book.cell(t.heads[i].kind, v)
		if t.heads[i].kind.wraps() {
			lines = max(lines, wrappedLines(v, t.heads[i].width))
		}
	}
	t.add(cells, lines)
}

// legend explains sheets, columns, grades and outcomes; for the manager reasons
// and rules as well.
func (b *book) legend(manager bool) {
	if b.err != nil {
		return
	}
	t := b.table(sheetSpec{name: b.text("sheet.legend"), printed: 2, tab: inkRule, prose: true,
		heads: []headCell{{b.text("legend.what"), 28, boldCell}, {b.text("legend.means"), 112, wrapCell}}})
	t.texts(b.text("legend.law.head"), b.text("legend.law"))
	t.part("legend.columns")
	for _, key := range []string{"col.grade", "col.between", "col.why", "col.ask", "col.outcome", "col.next", "col.better", "col.source"} {
		t.texts(b.text(key), b.text("legend."+key))
	}
	t.texts("contact_id", b.text("legend.contact_id"))
	t.part("col.grade")
	t.entries(b.list.Legend.Tiers)
	for n := 1; n <= 5; n++ {
		t.texts(b.text("legend.reach")+" "+fmt.Sprint(n), b.text("legend.reach."+fmt.Sprint(n)))
	}
	t.part("col.outcome")
	for _, word := range contact.Outcomes() {
		t.texts(word, b.text("outcome."+word))
	}
	if manager {
		t.part("legend.sheets")
		for _, key := range []string{"sheet.calllist", "sheet.reserve", "sheet.consent", "sheet.write", "sheet.gaps", "sheet.review"} {
			t.texts(b.text(key), b.text("legend."+key))
		}
		for _, other := range b.list.Others {
			if text := b.text("legend.sheet." + strings.ToLower(other.Name)); !strings.HasPrefix(text, "legend.") {
				t.texts(other.Name, text)
			}
		}
		t.part("reasons.head")
		for _, r := range contact.Reasons() {
			t.texts(string(r), b.text("reason."+string(r)))
		}
		for _, e := range b.list.Legend.Criteria {
			t.texts(e.Code, b.reasonText(e.Code))
		}
	}
	if len(b.list.Legend.Rules) > 0 {
		t.part("legend.rules")
		t.entries(b.list.Legend.Rules)
	}
	t.end()
}

// part writes a heading within the legend.
func (t *tableSheet) part(key string) {
	style := t.book.style.section
	t.add([]any{excelize.Cell{StyleID: style, Value: t.book.text(key)}, excelize.Cell{StyleID: style, Value: ""}}, 2)
}

func (t *tableSheet) entries(list []LegendEntry) {
	for _, e := range list {
		t.texts(e.Code, e.Text)
	}
}

// reasonText says a reason code in words; that of a criterion names its test,
// the criterion and what is wanted.
func (b *book) reasonText(code string) string {
	test, criterion, ok := strings.Cut(code, "-")
	if !ok || test != "target" && test != "means" && test != "authority" {
		return b.text("reason." + code)
	}
	name := b.text("criterion." + criterion)
	if strings.HasPrefix(name, "criterion.") {
		name = criterion // a custom one, named by the profile
	}
	words := b.text("reason."+test) + " " + name
	for _, e := range b.list.Legend.Criteria {
		if e.Code == code {
			words += " (" + e.Text + ")"
		}
	}
	return words
}
