package source

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// clean is an invented table with what makes reading hard: delimiters, quotes
// and line breaks inside cells, blanks, numbers, dates, emails.
func cleanTable() (header []string, rows [][]string) {
	header = []string{"date", "time", "qty", "product", "price", "kind", "description", "email", "comment"}
	kinds := []string{"Metal", "Wood", "Plastic"}
	for i := range 40 {
		description := fmt.Sprintf("Pack of %d screws", i+3)
		if i%4 == 1 {
			description = fmt.Sprintf("Screws, %d mm; zinc plated", i+3)
		}
		comment := ""
		switch i % 5 {
		case 1:
			comment = "urgent"
		case 2:
			comment = `the "good" ones`
		case 3:
			comment = "first line\nsecond, line"
		}
		rows = append(rows, []string{
			fmt.Sprintf("%02d/%02d/2026", i%28+1, i%12+1), fmt.Sprintf("%02d:%02d", i%24, i*7%60), fmt.Sprint(i%9 + 1), fmt.Sprintf("P-%04d", 1000+i*17),
			fmt.Sprintf("%d.%02d", i*3+1, i*11%100), kinds[i%3], description, fmt.Sprintf("buyer%d@example.com", i), comment,
		})
	}
	return header, rows
}

// dialect is how a test writes a table.
type dialectOf struct {
	delimiter, quote, escape, end string
	always                        bool // quote every cell
}

func (d dialectOf) row(cells []string) string {
	out := make([]string, len(cells))
	for i, c := range cells {
		if d.quote != "" && (d.always || strings.Contains(c, d.delimiter) || strings.Contains(c, d.quote) || strings.Contains(c, "\n") || strings.ContainsAny(c, d.delimiter)) {
			c = d.quote + strings.ReplaceAll(c, d.quote, d.escape+d.quote) + d.quote
		}
		out[i] = c
	}
	return strings.Join(out, d.delimiter) + d.end
}

func (d dialectOf) table(header []string, rows [][]string) string {
	var b strings.Builder
	if header != nil {
		b.WriteString(d.row(header))
	}
	for _, r := range rows {
		b.WriteString(d.row(r))
	}
	return b.String()
}

var plainDialect = dialectOf{delimiter: ",", quote: `"`, escape: `"`, end: "\n"}

// readText reads a text as a file and gives header and rows of its tables.
func readText(t *testing.T, text string, o Options) []*Table {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f.Tables
}

func allRows(t *testing.T, tb *Table) []Row {
	t.Helper()
	var rows []Row
	for r, err := range tb.Rows(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		r.Cells = append([]string(nil), r.Cells...)
		rows = append(rows, r)
	}
	return rows
}

func dataOf(rows []Row) [][]string {
	var data [][]string
	for _, r := range rows {
		if r.Kind == DataRow {
			data = append(data, r.Cells)
		}
	}
	return data
}

// TestDialects writes the table in many dialects and wants it back, cell for
// cell.
func TestDialects(t *testing.T) {
	header, rows := cleanTable()
	for _, delimiter := range []string{",", ";", "\t", "|", "^", "~", " ", ":", "||", "~|~", "::", ", ", "#", "\x1f", "¦", "*", "&"} {
		for _, quote := range []struct{ quote, escape string }{{`"`, `"`}, {`"`, `\`}, {`'`, `'`}, {`'`, `\`}} {
			for _, end := range []string{"\n", "\r\n", "\r"} {
				for _, always := range []bool{false, true} {
					if (always || end != "\n") && !strings.Contains(",;\t", delimiter) {
						continue
					}
					d := dialectOf{delimiter, quote.quote, quote.escape, end, always}
					name := fmt.Sprintf("%q %s%s %q %v", delimiter, quote.escape, quote.quote, end, always)
					t.Run(name, func(t *testing.T) {
						tables := readText(t, d.table(header, rows), Options{})
						checkTable(t, tables, header, rows)
					})
				}
			}
		}
	}
}

func checkTable(t *testing.T, tables []*Table, header []string, rows [][]string) {
	t.Helper()
	if len(tables) != 1 {
		t.Fatalf("%d tables, want 1", len(tables))
	}
	tb := tables[0]
	got := allRows(t, tb)
	if !cmp.Equal(header, tb.Header) || !cmp.Equal(rows, dataOf(got)) {
		t.Errorf("delimiter %q quote %s escape %s end %s header row %d", tb.Delimiter, tb.Quote, tb.Escape, tb.LineEnd, tb.HeaderRow)
		if diff := cmp.Diff(header, tb.Header); diff != "" {
			t.Errorf("header: %s", diff)
		}
		diff := cmp.Diff(rows, dataOf(got))
		t.Errorf("rows: %s", diff[:min(len(diff), 1500)])
	}
}

// leading puts a delimiter before every row.
func leading(text string) string {
	var b strings.Builder
	quoted := false
	for line := range strings.Lines(text) {
		if !quoted {
			b.WriteByte(',')
		}
		b.WriteString(line)
		quoted = quoted != (strings.Count(line, `"`)%2 == 1)
	}
	return b.String()
}

// TestStructure pollutes the file around the rows.
func TestStructure(t *testing.T) {
	header, rows := cleanTable()
	d := plainDialect
	text := d.table(header, rows)
	semi := dialectOf{";", `"`, `"`, "\r\n", false}
	for name, in := range map[string]string{
		"no end":              strings.TrimSuffix(text, "\n"),
		"two ends":            text + "\n",
		"mark":                "\xef\xbb\xbf" + text,
		"sep line":            "sep=;\r\n" + semi.table(header, rows),
		"title":               "Sales report\n\n" + text,
		"title without blank": "Sales report\n" + text,
		"long preamble":       "Sales report of the Northern region\nGenerated on 22/11/2026 by the export tool\nAll amounts in EUR\n\n" + text,
		"keys above":          "Report:,Sales\nFrom:,2026-01-01\nTo:,2026-11-22\n\n" + text,
		"padded title":        "Sales report,,,,,,,,\n,,,,,,,,\n" + text,
		"blank lines between": strings.Replace(text, "\n", "\n\n", 3),
		"preamble commas":     "Sales, purchases, and returns\n" + text,
		"comments":            "# generated by tool, version 1\n# date: 2020-01-01\n" + text,
		"leading delimiter":   leading(text),
		"spaced header":       strings.Replace(text, "date,time", " date , time ", 1),
	} {
		t.Run(name, func(t *testing.T) { checkTable(t, readText(t, in, Options{}), header, rows) })
	}
	t.Run("trailing delimiter", func(t *testing.T) {
		in := d.row(append(header[:len(header):len(header)], ""))
		for _, r := range rows {
			in += d.row(append(r[:len(r):len(r)], ""))
		}
		checkTable(t, readText(t, in, Options{}), header, rows)
	})
	t.Run("no header", func(t *testing.T) {
		want := []string{}
		for i := range header {
			want = append(want, numbered(i))
		}
		checkTable(t, readText(t, d.table(nil, rows), Options{}), want, rows)
	})
	t.Run("header and one row", func(t *testing.T) {
		checkTable(t, readText(t, d.table(header, rows[:1]), Options{}), header, rows[:1])
	})
	t.Run("two lines of header", func(t *testing.T) {
		top := []string{"when", "", "what", "", "", "", "", "who", ""}
		in := d.row(top) + text
		want := []string{"when date", "when time", "what qty", "what product", "what price", "what kind", "what description", "who email", "who comment"}
		checkTable(t, readText(t, in, Options{}), want, rows)
	})
	for n := 2; n <= 4; n++ {
		t.Run(fmt.Sprintf("%d full lines of header", n), func(t *testing.T) {
			in, want := "", slices.Clone(header)
			for i := 1; i < n; i++ {
				line := make([]string, len(header))
				for c, label := range header {
					line[c] = fmt.Sprint(label, " of ", strings.Repeat("x", i))
					want[c] += " " + line[c]
				}
				in += d.row(line)
			}
			checkTable(t, readText(t, d.row(header)+in+d.table(nil, rows), Options{}), want, rows)
		})
	}
	t.Run("more notes than rows", func(t *testing.T) {
		in := "Ministry of Trade\nTable 3, sales\n(as of 2026)\n" + d.table(header, rows[:4]) + "\n* preliminary\n(1) without tax\nSource: own data\nUpdated yearly\n"
		checkTable(t, readText(t, in, Options{}), header, rows[:4])
	})
	t.Run("apostrophes", func(t *testing.T) {
		want := [][]string{{"1", "'t Hart", "Oslo", "12"}, {"2", "Hans'", "Oslo", "13"}, {"3", "O'Neil", "Oslo", "14"}}
		checkTable(t, readText(t, d.table([]string{"id", "name", "city", "amount"}, want), Options{}), []string{"id", "name", "city", "amount"}, want)
	})
	t.Run("header again, totals, footer", func(t *testing.T) {
		in := d.table(header, rows[:20]) + d.row(header) + d.table(nil, rows[20:]) + "Total,,123,,456.70,,,,\n\nSource: our own warehouse\n"
		tables := readText(t, in, Options{})
		checkTable(t, tables, header, rows)
		kinds := map[RowKind]int{}
		for _, r := range allRows(t, tables[0]) {
			kinds[r.Kind]++
		}
		if diff := cmp.Diff(map[RowKind]int{DataRow: 40, RepeatedHeader: 1, TotalRow: 1, FooterRow: 1}, kinds); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("two tables", func(t *testing.T) {
		in := text + "\n" + d.row([]string{"city", "staff", "opened"}) + d.row([]string{"Bergen", "12", "2019-05-01"}) + d.row([]string{"Oslo", "40", "2011-02-01"})
		tables := readText(t, in, Options{})
		if len(tables) != 2 {
			t.Fatalf("%d tables", len(tables))
		}
		checkTable(t, tables[:1], header, rows)
		checkTable(t, tables[1:], []string{"city", "staff", "opened"}, [][]string{{"Bergen", "12", "2019-05-01"}, {"Oslo", "40", "2011-02-01"}})
	})
}

// TestBrokenRows breaks one row after the other and wants all others whole.
func TestBrokenRows(t *testing.T) {
	header, rows := cleanTable()
	d := plainDialect
	breaks := map[string]func(row []string, c int) string{
		"opening quote": func(row []string, c int) string {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = strings.TrimSuffix(d.row([]string{cell}), "\n")
			}
			cells[c] = `"` + strings.ReplaceAll(row[c], `"`, `""`)
			return strings.Join(cells, ",") + "\n"
		},
		"quote inside": func(row []string, c int) string {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = strings.TrimSuffix(d.row([]string{cell}), "\n")
			}
			cells[c] = strings.ReplaceAll(row[c], `"`, "")
			cells[c] = `"` + cells[c][:len(cells[c])/2] + `"` + cells[c][len(cells[c])/2:] + `"`
			return strings.Join(cells, ",") + "\n"
		},
		"missing delimiter": func(row []string, c int) string {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = strings.TrimSuffix(d.row([]string{cell}), "\n")
			}
			return strings.Join(cells[:c], ",") + strings.Join(cells[c:], ",") + "\n"
		},
		"delimiter too many": func(row []string, c int) string {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = strings.TrimSuffix(d.row([]string{cell}), "\n")
			}
			return strings.Join(cells[:c], ",") + ",," + strings.Join(cells[c:], ",") + "\n"
		},
	}
	for name, broken := range breaks {
		for at := 0; at < len(rows); at += 3 {
			for c := range header {
				if strings.Contains(rows[at][c], "\n") || name == "opening quote" && hasBreak(rows[at]) {
					continue
				}
				t.Run(fmt.Sprintf("%s row %d cell %d", name, at, c), func(t *testing.T) {
					in := d.table(header, rows[:at]) + broken(rows[at], c) + d.table(nil, rows[at+1:])
					tables := readText(t, in, Options{})
					if len(tables) != 1 {
						t.Fatalf("%d tables", len(tables))
					}
					if diff := cmp.Diff(header, tables[0].Header); diff != "" {
						t.Fatal(diff)
					}
					got := allRows(t, tables[0])
					if len(got) == len(rows)+1 && hasBreak(rows[at]) && got[at+1].Kind == BadRow {
						got = append(got[:at+1], got[at+2:]...) // the rest of the broken row
					}
					if len(got) != len(rows) {
						t.Fatalf("%d rows, want %d", len(got), len(rows))
					}
					for i := range rows {
						if i != at && !cmp.Equal(rows[i], got[i].Cells) {
							t.Fatalf("row %d: %q %v", i, got[i].Cells, got[i].Kind)
						}
					}
				})
			}
		}
	}
}

func hasBreak(row []string) bool { return strings.Contains(strings.Join(row, ""), "\n") }

// TestOddRows writes one row with another delimiter or quote than the others.
func TestOddRows(t *testing.T) {
	header, rows := cleanTable()
	d := plainDialect
	for _, odd := range []dialectOf{{";", `"`, `"`, "\n", false}, {"\t", `"`, `"`, "\n", false}, {"|", `"`, `"`, "\n", true}, {" ", `"`, `"`, "\n", false}, {",", "'", "'", "\n", false}} {
		for _, at := range []int{0, 1, 16, 39} {
			if hasBreak(rows[at]) {
				continue
			}
			in := d.table(header, rows[:at]) + odd.row(rows[at]) + d.table(nil, rows[at+1:])
			t.Run(fmt.Sprintf("%q %s row %d", odd.delimiter, odd.quote, at), func(t *testing.T) {
				checkTable(t, readText(t, in, Options{}), header, rows)
			})
		}
	}
}

// TestPadded sets blanks around the delimiters, as far as lists are lined up
// by hand.
func TestPadded(t *testing.T) {
	header, rows := cleanTable()
	for _, delimiter := range []string{" , ", " ,", " ; ", " | "} {
		var b strings.Builder
		for _, row := range append([][]string{header}, rows...) {
			b.WriteString(strings.Join(quotedCells(row, dialectOf{strings.TrimSpace(delimiter), `"`, `"`, "", false}), delimiter) + "\n")
		}
		t.Run(delimiter, func(t *testing.T) { checkTable(t, readText(t, b.String(), Options{}), header, rows) })
	}
}

// TestRareQuotes sets other signs around cells than quotes.
func TestRareQuotes(t *testing.T) {
	header, rows := cleanTable()
	for _, quote := range []string{"`", "|", "~", "$"} {
		for _, always := range []bool{false, true} {
			d := dialectOf{",", quote, quote, "\n", always}
			t.Run(fmt.Sprint(quote, always), func(t *testing.T) { checkTable(t, readText(t, d.table(header, rows), Options{}), header, rows) })
		}
	}
}

// TestRowsOfTexts reads rows that no number or date proves.
func TestRowsOfTexts(t *testing.T) {
	header := []string{"name", "city", "role", "country"}
	var rows [][]string
	for i := range 12 {
		rows = append(rows, []string{fmt.Sprint("Person ", string(rune('A'+i))), "Oslo", "Sales rep", "Norway"})
	}
	table := func(broken string) string {
		return plainDialect.table(header, rows[:5]) + broken + "\n" + plainDialect.table(nil, rows[6:])
	}
	for _, row := range []string{"Person F;Oslo;Sales rep;Norway", "Person F\tOslo\tSales rep\tNorway", "'Person F','Oslo','Sales rep','Norway'", "'Person F';'Oslo';'Sales rep';'Norway'"} {
		t.Run(row, func(t *testing.T) { checkTable(t, readText(t, table(row), Options{}), header, rows) })
	}
	t.Run("the last, with a comma", func(t *testing.T) {
		want := append(slices.Clone(rows), []string{"Person M", "Oslo", "Sales rep, head of the shop", "Norway"})
		text := plainDialect.table(header, rows) + "Person M;Oslo;Sales rep, head of the shop;Norway\n"
		checkTable(t, readText(t, text, Options{}), header, want)
	})
	t.Run("a text with semicolons", func(t *testing.T) {
		tb := readText(t, table("Left; to be; asked; again"), Options{})[0]
		if got := allRows(t, tb)[5]; got.Cells[0] != "Left; to be; asked; again" {
			t.Errorf("%q", got.Cells)
		}
	})
}

// TestOptionalEnd breaks rows of a table whose last cells are often blank: a
// blank cell at the end is no proof that a row is whole.
func TestOptionalEnd(t *testing.T) {
	header := []string{"date", "time", "amount", "text", "remark"}
	var rows [][]string
	for i := range 12 {
		rows = append(rows, []string{fmt.Sprintf("2026-03-%02d", i+1), []string{"", "10:15"}[i%2], fmt.Sprintf("%d.50", i+2), "paid in cash", []string{"", "late"}[i%3/2]})
	}
	table := func(broken string) string {
		return plainDialect.table(header, rows[:3]) + broken + "\n" + plainDialect.table(nil, rows[4:])
	}
	for _, row := range []string{"2026-03-04,10:15,,5.50,paid in cash,", ",2026-03-04,10:15,5.50,paid in cash,", "2026-03-04,10:15,5.50,paid in cash,,,"} {
		t.Run(row, func(t *testing.T) { checkTable(t, readText(t, table(row), Options{}), header, rows) })
	}
	t.Run("a delimiter missing", func(t *testing.T) {
		tb := readText(t, table("2026-03-0410:15,5.50,paid in cash,"), Options{})[0]
		if got := allRows(t, tb)[3]; got.Kind == DataRow && got.Cells[2] != "5.50" {
			t.Errorf("shifted: %q", got.Cells)
		}
	})
}

// TestCutRow writes one row with a line break in a cell that is not quoted.
func TestCutRow(t *testing.T) {
	header, rows := cleanTable()
	d := plainDialect
	for _, at := range []int{0, 2, 20, 39} {
		broken := slices.Clone(rows[at])
		broken[6] = strings.Replace(broken[6], " ", "\n", 1)
		if hasBreak(rows[at]) || strings.Contains(broken[6], ",") {
			continue
		}
		in := d.table(header, rows[:at]) + strings.Join(broken, ",") + "\n" + d.table(nil, rows[at+1:])
		t.Run(fmt.Sprint(at), func(t *testing.T) {
			want := slices.Clone(rows)
			want[at] = broken
			checkTable(t, readText(t, in, Options{}), header, want)
		})
	}
}

// TestQuotedRows puts every row into one pair of quotes.
func TestQuotedRows(t *testing.T) {
	header, rows := cleanTable()
	for i := range rows {
		rows[i][8] = strings.ReplaceAll(rows[i][8], "\n", " ")
	}
	for _, inner := range []dialectOf{plainDialect, {";", `"`, `"`, "\n", false}} {
		var b strings.Builder
		for _, l := range strings.Split(strings.TrimSuffix(inner.table(header, rows), "\n"), "\n") {
			b.WriteString(`"` + strings.ReplaceAll(l, `"`, `""`) + "\"\n")
		}
		t.Run(inner.delimiter, func(t *testing.T) { checkTable(t, readText(t, b.String(), Options{}), header, rows) })
	}
}
