package source

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// randomColumns are what the columns of random lists hold: kinds of values,
// quotes, delimiters and line breaks inside them. All people are invented.
var randomColumns = []struct {
	label string
	value func(r *rand.Rand, i int) string
}{
	{"id", func(_ *rand.Rand, i int) string { return fmt.Sprint(1000 + i) }},
	{"first name", oneOf("Anna", "Piotr", "Łukasz", "Zoë", "Ștefan", "Jean-Luc", "Søren", "Mary Ann")},
	{"last name", oneOf("Nowak", "D'Angelo", "Müller", "van der Berg", "O'Neil", "Škoda", "Ő. Kovács")},
	{"company", oneOf("ACME Ltd", `Firma "Dom" S.A.`, "Smith, Jones & Co", "A/S Norsk; Stål", "Café 24")},
	{"email", func(r *rand.Rand, i int) string {
		if r.IntN(5) == 0 {
			return ""
		}
		return fmt.Sprintf("user%d@example.com", i)
	}},
	{"phone", func(r *rand.Rand, _ int) string { return fmt.Sprintf("+48 22 %03d %02d", r.IntN(1000), r.IntN(100)) }},
	{"price", func(r *rand.Rand, _ int) string { return fmt.Sprintf("%d.%02d", r.IntN(100000), r.IntN(100)) }},
	{"date", func(r *rand.Rand, _ int) string {
		return fmt.Sprintf("%d-%02d-%02d", 2000+r.IntN(26), 1+r.IntN(12), 1+r.IntN(28))
	}},
	{"notes", oneOf("call, then write", `screen 15" wide`, "line one\nline two", "it's fine", "", "ok")},
	{"active", oneOf("yes", "no")},
	{"url", func(_ *rand.Rand, i int) string { return fmt.Sprintf("http://example.com/p?id=%d&x=1", i) }},
	{"city", oneOf("Warszawa", "New York", "Oslo", "Cluj-Napoca")},
}

func oneOf(values ...string) func(*rand.Rand, int) string {
	return func(r *rand.Rand, _ int) string { return values[r.IntN(len(values))] }
}

// randomList makes a list of 4 columns or more, one of them numbers.
func randomList(r *rand.Rand) (header []string, rows [][]string) {
	columns := r.Perm(len(randomColumns))[:4+r.IntN(7)]
	if !slices.Contains(columns, 0) {
		columns[r.IntN(len(columns))] = 0
	}
	for _, c := range columns {
		header = append(header, randomColumns[c].label)
	}
	for i := range []int{5, 10, 30, 80}[r.IntN(4)] {
		row := make([]string, len(columns))
		for at, c := range columns {
			row[at] = randomColumns[c].value(r, i)
		}
		rows = append(rows, row)
	}
	return header, rows
}

// quotedCells writes every cell of a row as it stands in a file.
func quotedCells(row []string, d dialectOf) []string {
	cells := make([]string, len(row))
	for i, cell := range row {
		cells[i] = strings.TrimSuffix(d.row([]string{cell}), d.end)
	}
	return cells
}

// TestRandomLists writes random lists in many dialects, with text around them
// and with one row broken, and wants them back, cell for cell.
func TestRandomLists(t *testing.T) {
	const lists = 20
	d := plainDialect
	for seed := range uint64(lists) {
		r := rand.New(rand.NewPCG(seed, 11))
		header, rows := randomList(r)
		text := d.table(header, rows)
		try := func(name, in string, want [][]string) {
			t.Run(fmt.Sprintf("%s/%d", name, seed), func(t *testing.T) {
				checkTable(t, readText(t, in, Options{Verbatim: true}), header, want)
			})
		}
		for _, delimiter := range []string{",", ";", "\t", "|", "^", ", "} {
			for _, quote := range []dialectOf{{quote: `"`, escape: `"`}, {quote: `"`, escape: `\`}, {quote: `'`, escape: `'`}} {
				odd := dialectOf{delimiter, quote.quote, quote.escape, "\r\n", delimiter != ", " && r.IntN(2) == 0}
				try("dialect "+delimiter+quote.escape+quote.quote, odd.table(header, rows), rows)
			}
		}
		try("title", "List of contacts\nexported by system X, version 2\n\n"+text, rows)
		try("source", text+"\nSource: Ministry of Economy, 2026\n", rows)
		try("footnotes", text+"\n* provisional figures\n(1) without part-time staff\n", rows)
		try("count", text+fmt.Sprintf("Total leads scanned: %d\n", len(rows)), rows)
		try("blank column", dialectOf{",", `"`, `"`, ",\n", true}.table(header, rows), rows)
		try("blank rows", dialectOf{",", `"`, `"`, "\n\n", false}.table(header, rows), rows)
		try("other delimiter in header", strings.Join(header, ";")+"\n"+d.table(nil, rows), rows)

		at, c := r.IntN(len(rows)), r.IntN(len(header))
		if row := rows[at]; !hasBreak(row) {
			for _, delimiter := range []string{"\t", "|", ", "} {
				odd := dialectOf{delimiter, `"`, `"`, "\n", false}
				try("row with "+delimiter, d.table(header, rows[:at])+odd.row(row)+d.table(nil, rows[at+1:]), rows)
			}
			if row[c] != "" && !strings.ContainsAny(row[c], `",`) {
				half := row[c][:len(row[c])/2] + `"` + row[c][len(row[c])/2:]
				for name, cell := range map[string][2]string{ // as written, and as it should be read
					"quote opens": {`"` + row[c], row[c]}, "quote inside": {half, half}, "quote inside quotes": {`"` + half + `"`, half},
				} {
					cells, want := quotedCells(row, d), slices.Clone(rows)
					cells[c], want[at] = cell[0], slices.Clone(row)
					want[at][c] = cell[1]
					try(name, d.table(header, rows[:at])+strings.Join(cells, ",")+"\n"+d.table(nil, rows[at+1:]), want)
				}
			}
		}
	}
}
