package sink

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The summary is laid out in columns A to I of one printed page.
const (
	summaryLast  = "I"
	chartColumns = "E"
)

// summarySheet is the Summary under way: row is the next free one.
type summarySheet struct {
	*book
	name string
	row  int
}

// summary adds the Summary: the run on one page.
func (b *book) summary() {
	s := &summarySheet{book: b, name: b.sheet(b.text("sheet.summary")), row: 1}
	sum := &b.list.Summary
	s.setUp()
	s.heading(sum)
	s.best(sum.Best)
	s.funnel(sum)
	s.reasons(sum.Reasons)
	s.lists(sum.Lists)
	s.notes(sum.Notes)
}

// setUp sets widths and print.
func (s *summarySheet) setUp() {
	no := false
	s.page(s.name, inkDark)
	s.do(s.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	s.do(s.file.SetColWidth(s.name, "A", "A", 34))
	s.do(s.file.SetColWidth(s.name, "B", "B", 22))
	s.do(s.file.SetColWidth(s.name, "C", summaryLast, 14))
}

func (s *summarySheet) heading(sum *Summary) {
	title := sum.Title
	if title == "" {
		title = s.text("summary.title")
	}
	s.put("A", title, s.style.title)
	s.do(s.file.SetRowHeight(s.name, s.row, 34))
	s.row++
	line := s.text("summary.asof") + " " + s.list.AsOf
	if sum.Profile != "" {
		line += "  ·  " + s.text("summary.profile") + " " + sum.Profile
	}
	s.put("A", line, s.style.subtitle)
	s.row += 2
}

// section writes a section's title over the whole width.
func (s *summarySheet) section(key, to string) {
	s.put("A", s.text(key), s.style.section)
	s.do(s.file.SetCellStyle(s.name, s.at("A"), s.at(to), s.style.section))
	s.do(s.file.SetRowHeight(s.name, s.row, 22))
	s.row++
}

// best lists the five best, with the sentence that says why.
func (s *summarySheet) best(rows []CallRow) {
	if len(rows) == 0 {
		return
	}
	s.section("best.head", summaryLast)
	s.heads([]string{"A", "B", "C", "E", "F"}, []string{"col.company", "col.name", "col.title", "col.grade", "col.why"}, false)
	s.merge("C", "D")
	s.merge("F", summaryLast)
	s.row++
	for i := range rows[:min(5, len(rows))] {
		r := &rows[i]
		s.put("A", r.Company, s.style.bold)
		s.put("B", r.Name, s.style.wrap)
		s.put("C", r.Title, s.style.wrap)
		s.put("E", r.Grade(), s.style.center)
		s.put("F", r.Why, s.style.wrap)
		s.do(s.file.SetCellStyle(s.name, s.at("C"), s.at("D"), s.style.wrap))
		s.do(s.file.SetCellStyle(s.name, s.at("F"), s.at(summaryLast), s.style.wrap))
		s.merge("C", "D")
		s.merge("F", summaryLast)
		lines := max(wrappedLines(r.Why, 60), wrappedLines(r.Title, 28), wrappedLines(r.Company, 34), wrappedLines(r.Name, 22))
		s.do(s.file.SetRowHeight(s.name, s.row, 15*float64(lines)+4))
		s.row++
	}
	s.row++
}

// funnel shows what was left after each step, as a table and bars.
func (s *summarySheet) funnel(sum *Summary) {
	s.section("funnel.head", "C")
	s.heads([]string{"A", "B", "C"}, []string{"funnel.step", "funnel.contacts", "funnel.share"}, true)
	s.row++
	first := s.row
	for _, step := range []struct {
		key string
		n   int
	}{{"funnel.rows", sum.Rows}, {"funnel.unique", sum.Unique}, {"funnel.market", sum.InMarket}, {"funnel.callable", sum.Callable}} {
		s.put("A", s.text(step.key), s.style.text)
		s.put("B", step.n, s.style.number)
		s.put("C", share(step.n, sum.Rows), s.style.percent)
		s.do(s.file.SetRowHeight(s.name, s.row, 18))
		s.row++
	}
	s.chart(first-2, "A", "B", first, s.row-1, s.text("funnel.head"), inkDark)
	s.below(first)
}

// reasons shows why rows were rejected, most frequent first.
func (s *summarySheet) reasons(counts []ReasonCount) {
	if len(counts) == 0 {
		return
	}
	s.section("reasons.head", "C")
	s.heads([]string{"A", "B", "C"}, []string{"reasons.reason", "reasons.code", "reasons.rows"}, false)
	s.row++
	first := s.row
	for _, c := range counts[:min(8, len(counts))] {
		words := s.reasonText(string(c.Reason))
		if len(words) > 66 { // the legend says what is wanted
			words, _, _ = strings.Cut(words, " (")
		}
		s.put("A", words, s.style.wrap)
		s.put("B", string(c.Reason), s.style.text)
		s.put("C", c.Rows, s.style.number)
		s.do(s.file.SetRowHeight(s.name, s.row, 15*float64(wrappedLines(words, 34))+3))
		s.row++
	}
	s.chart(first-2, "B", "C", first, s.row-1, s.text("reasons.head"), goldLine)
	s.below(first)
}

// lists is the scorecard: what each list brought for its price.
func (s *summarySheet) lists(lists []ListScore) {
	if len(lists) == 0 {
		return
	}
	s.section("lists.head", summaryLast)
	s.heads([]string{"A", "B", "C", "D", "E", "F", "G", "H", "I"}, []string{"lists.list", "lists.vendor", "lists.rows", "lists.merged",
		"lists.rejected", "lists.prospects", "lists.suspects", "lists.callable", "lists.cost"}, true)
	s.do(s.file.SetRowHeight(s.name, s.row, 32))
	s.row++
	for i := range lists {
		l := &lists[i]
		s.put("A", l.List.String(), s.style.wrap)
		s.do(s.file.SetRowHeight(s.name, s.row, 15*float64(wrappedLines(l.List.String(), 34))+3))
		s.put("B", l.Vendor, s.style.text)
		if l.Error != "" {
			s.put("C", l.Error, s.style.wrap)
			s.do(s.file.SetCellStyle(s.name, s.at("C"), s.at(summaryLast), s.style.wrap))
			s.merge("C", summaryLast)
			s.row++
			continue
		}
		for j, n := range []int{l.Rows, l.Merged, l.Rejected, l.Prospects, l.Suspects, l.Callable} {
			s.put(columnName(2+j), n, s.style.number)
		}
		s.put("I", cmp.Or(l.PerContact, l.Price), s.style.right)
		s.row++
	}
	s.row++
}

func (s *summarySheet) notes(notes []string) {
	if len(notes) == 0 {
		return
	}
	s.section("notes.head", summaryLast)
	for _, n := range notes {
		s.put("A", n, s.style.note)
		s.merge("A", summaryLast)
		s.do(s.file.SetRowHeight(s.name, s.row, 15*float64(wrappedLines(n, 150))+3))
		s.row++
	}
}

// heads writes a header row; columns after the first are figures or texts.
func (s *summarySheet) heads(cols, keys []string, numbers bool) {
	for i, col := range cols {
		style := s.style.head
		if numbers && i > 0 && keys[i] != "lists.vendor" || keys[i] == "reasons.rows" {
			style = s.style.headNum
		}
		if keys[i] == "col.grade" {
			style = s.style.headMid
		}
		s.put(col, s.text(keys[i]), style)
	}
	if last := cols[len(cols)-1]; last == "F" {
		s.do(s.file.SetCellStyle(s.name, s.at("C"), s.at("D"), s.style.head))
		s.do(s.file.SetCellStyle(s.name, s.at("F"), s.at(summaryLast), s.style.head))
	}
	s.do(s.file.SetRowHeight(s.name, s.row, 20))
}

// chart puts a bar chart to the right of a table, largest bar on top.
func (s *summarySheet) chart(at int, labels, values string, first, last int, title, color string) {
	ref := func(col string) string { return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.name, col, first, col, last) }
	gap, zero := uint(40), 0.0
	s.do(s.file.AddChart(s.name, chartColumns+strconv.Itoa(at), &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{Name: title, Categories: ref(labels), Values: ref(values),
			Fill: solid(color), DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd}},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Family: "Calibri", Size: 10, Color: inkDark}},
		YAxis:     excelize.ChartAxis{None: true, Minimum: &zero},
		GapWidth:  &gap,
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		Dimension: excelize.ChartDimension{Width: 520, Height: chartHeight(last - first + 1)},
		Format:    excelize.GraphicOptions{OffsetX: 10, OffsetY: 4},
	}))
}

// chartHeight is the height in pixels of a chart of n bars: that of its table.
func chartHeight(n int) uint { return uint(max(170, 48+26*n)) }

// below goes on under a table and the chart beside it, whichever is longer: a
// chart of few bars is eight rows high.
func (s *summarySheet) below(first int) { s.row = max(s.row, first+7) + 1 }

func (s *summarySheet) at(col string) string { return col + strconv.Itoa(s.row) }

func (s *summarySheet) put(col string, value any, style int) {
	if text, ok := value.(string); ok {
		s.do(s.file.SetCellStr(s.name, s.at(col), plainCell(text)))
	} else {
		s.do(s.file.SetCellValue(s.name, s.at(col), value))
	}
	s.do(s.file.SetCellStyle(s.name, s.at(col), s.at(col), style))
}

func (s *summarySheet) merge(from, to string) { s.do(s.file.MergeCell(s.name, s.at(from), s.at(to))) }

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
