package sink

import (
	"fmt"
	"strings"

	"goldpan/internal/contact"
)

// gaps adds the accounts that one missing field keeps from being prospects.
func (b *book) gaps() {
	var t *tableSheet
	for g := range limited(b, b.list.Gaps) {
		if t == nil {
			t = b.gapsTable()
		}
		t.texts(g.Company, g.Missing, g.Question, fmt.Sprint(g.Contacts), g.Best, PhoneText(g.Phone), g.Website, g.TaxID, g.City, g.Country, "", g.AccountID)
	}
	if t != nil {
		t.end()
	}
}

func (b *book) gapsTable() *tableSheet {
	return b.table(b.text("sheet.gaps"), []headCell{
		{b.text("col.company"), 30, boldCell}, {b.text("gaps.missing"), 24, wrapCell}, {b.text("gaps.question"), 40, wrapCell},
		{b.text("gaps.contacts"), 11, numberCell}, {b.text("gaps.best"), 28, wrapCell}, {b.text("col.phone"), 19, textCell},
		{b.text("gaps.website"), 26, textCell}, {b.text("gaps.taxid"), 16, textCell}, {b.text("col.city"), 16, textCell},
		{b.text("gaps.country"), 9, textCell}, {b.text("gaps.found"), 24, inputWrapCell}, {"account_id", 15, smallCell}}, 11)
}

// review adds the doubtful pairs, one above the other, for a person to decide.
func (b *book) review() {
	var t *tableSheet
	for r := range limited(b, b.list.Review) {
		if t == nil {
			t = b.reviewTable()
		}
		t.texts(r.Decision, fmt.Sprintf("%.0f%%", 100*r.Probability), r.Evidence, r.A.Name, r.B.Name, r.A.Company, r.B.Company,
			PhoneText(r.A.Phone), PhoneText(r.B.Phone), r.A.Email, r.B.Email, r.A.City, r.B.City,
			r.A.Place.List.Path, r.A.Place.List.Sheet, fmt.Sprint(r.A.Place.Row), r.B.Place.List.Path, r.B.Place.List.Sheet, fmt.Sprint(r.B.Place.Row))
	}
	if t == nil {
		return
	}
	t.dropdown(t.column(inputCell), []string{"same", "different"})
	t.end()
}

func (b *book) reviewTable() *tableSheet {
	return b.table(b.text("sheet.review"), []headCell{
		{"decision", 13, inputCell}, {b.text("review.sure"), 9, numberCell}, {b.text("review.evidence"), 36, wrapCell},
		{b.text("col.name") + " A", 22, wrapCell}, {b.text("col.name") + " B", 22, wrapCell},
		{b.text("col.company") + " A", 26, wrapCell}, {b.text("col.company") + " B", 26, wrapCell},
		{b.text("col.phone") + " A", 18, textCell}, {b.text("col.phone") + " B", 18, textCell},
		{b.text("col.email") + " A", 28, textCell}, {b.text("col.email") + " B", 28, textCell},
		{b.text("col.city") + " A", 14, textCell}, {b.text("col.city") + " B", 14, textCell},
		{"list_a", 22, smallCell}, {"sheet_a", 10, smallCell}, {"row_a", 8, smallCell},
		{"list_b", 22, smallCell}, {"sheet_b", 10, smallCell}, {"row_b", 8, smallCell}}, 13)
}

// texts appends a row of texts in the kinds of their columns.
func (t *tableSheet) texts(values ...string) {
	cells := make([]any, len(values))
	lines := 1
	for i, v := range values {
		v = plainCell(v)
		cells[i] = t.book.cell(t.heads[i].kind, v)
		if k := t.heads[i].kind; k == wrapCell || k == boldCell || k == inputWrapCell {
			lines = max(lines, wrappedLines(v, t.heads[i].width))
		}
	}
	t.add(cells, lines)
}

// legend explains columns, grades, outcomes, reasons and rules.
func (b *book) legend() {
	if b.err != nil {
		return
	}
	t := b.table(b.text("sheet.legend"), []headCell{{b.text("legend.what"), 26, boldCell}, {b.text("legend.means"), 110, wrapCell}}, 2)
	t.texts(b.text("legend.law.head"), b.text("legend.law"))
	for _, key := range []string{"sheet.calllist", "sheet.reserve", "sheet.consent", "sheet.write", "sheet.gaps", "sheet.review"} {
		t.texts(b.text(key), b.text("legend."+key))
	}
	for _, key := range []string{"col.grade", "col.between", "col.why", "col.ask", "col.outcome", "col.next", "col.better", "col.source"} {
		t.texts(b.text(key), b.text("legend."+key))
	}
	t.texts("contact_id", b.text("legend.contact_id"))
	for _, e := range b.list.Legend.Tiers {
		t.texts(e.Code, e.Text)
	}
	for n := 1; n <= 5; n++ {
		t.texts(b.text("legend.reach")+" "+fmt.Sprint(n), b.text("legend.reach."+fmt.Sprint(n)))
	}
	for _, word := range contact.Outcomes() {
		t.texts(word, b.text("outcome."+word))
	}
	for _, r := range contact.Reasons() {
		t.texts(string(r), b.text("reason."+string(r)))
	}
	for _, list := range [][]LegendEntry{b.list.Legend.Criteria, b.list.Legend.Rules} {
		for _, e := range list {
			t.texts(e.Code, e.Text)
		}
	}
	t.end()
}

// reasonText says a reason code in words; that of a criterion names its test
// and the criterion.
func (b *book) reasonText(code string) string {
	for _, e := range b.list.Legend.Criteria {
		if e.Code == code {
			return e.Text
		}
	}
	test, criterion, ok := strings.Cut(code, "-")
	if ok && (test == "target" || test == "means" || test == "authority") {
		return b.text("reason."+test) + " " + criterion
	}
	return b.text("reason." + code)
}
