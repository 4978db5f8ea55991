package main

import (
	"fmt"
	"strings"
)

// broken is the export of a trade fair's lead scanner, mended by hand in an
// editor: a stray quote, rows too short and too long, the header repeated,
// blank lines, bands that a spreadsheet turned into dates, a line of totals.
func (s *sampler) broken() error {
	leads := s.of("UK", 7, 0.12)
	rows := table(leads, []column{
		{"Company", cell(company)},
		{"Contact", nameFirst},
		{"Position", cell(jobTitle)},
		{"E-mail", cell(email)},
		{"Phone", func(l *lead) string {
			if l.cells[phone] == "" {
				return l.cells[mobile]
			}
			return l.cells[phone]
		}},
		{"Street", cell(street)},
		{"Town", cell(city)},
		{"Postcode", cell(postalCode)},
		{"Country", func(l *lead) string {
			if l.cells[country] == "" {
				return ""
			}
			return "UK"
		}},
		{"Line of business", func(l *lead) string { return l.card.firm.industry.text[0] }},
		{"SIC", some(0.6, func(l *lead) string { return l.card.firm.industry.ukSIC })},
		{"Staff", staff(func(l *lead, n int) string { return damaged(band(n, []int{0, 1, 10, 50, 200, 500, 1000}, "-")) })},
		{"Turnover", some(0.7, func(l *lead) string { return revenueText(l.draw, l.card.firm.plan.country, l.card.firm.revenue) })},
		{"Interest", some(0.5, oneOf("visited stand", "hot lead", "brochure", "wants quote for cartoner", "just looking"))},
		{"Do not call", some(0.04, constant("Y"))},
	})
	var b strings.Builder
	for i, line := range strings.SplitAfter(text(rows, ',', false), "\n") {
		switch {
		case i == 0 || line == "":
		case i%61 == 17: // the end of the record is lost
			cells := strings.Split(strings.TrimSuffix(line, "\n"), ",")
			line = strings.Join(cells[:5], ",") + "\n"
		case i%67 == 23: // more cells than columns
			line = strings.TrimSuffix(line, "\n") + ",scanned twice,,\n"
		case i == 40: // a quote that is never closed
			line = `"` + strings.ReplaceAll(line, `"`, "")
		case i == 90: // a quote in the middle of a cell
			line = strings.Replace(strings.ReplaceAll(line, `"`, ""), " ", ` "`, 1)
		case i == 60:
			line = "\n" + text(rows[:1], ',', false) + line
		case i == 75:
			line = "\n\n" + line
		}
		b.WriteString(line)
	}
	fmt.Fprintf(&b, "Total leads scanned: %d,,,,,,,,,,,,,,\n", len(leads))
	return s.file("lists/fair-leads.csv", b.String(), utf8Bytes)
}

// damaged is a band as a spreadsheet leaves it that takes it for a date.
func damaged(band string) string {
	switch band {
	case "2-10":
		return "02-Oct"
	case "11-50":
		return "Nov-50"
	}
	return band
}
