package sink

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func readBack(t *testing.T, book []byte) map[string][][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		got[name] = rows
	}
	return got
}

func TestPlainReadsBack(t *testing.T) {
	var buf bytes.Buffer
	p := NewPlain(&buf)
	header := []string{"goldpan_fate", "Firma <&>", "Telefon"}
	rows := [][]string{
		{"rejected", " blanks ", "0048221234567"},
		{"merged", "line\nbreak and \"quotes\"", "=1+1"},
		{"rejected", "a_x0041_b", "_x005F_"},
		{"rejected", "bell\x07", "Łódź 𝄞"},
		{"rejected", "", "last"},
	}
	if err := p.Sheet("lists/a:b.csv", header); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := p.Row(r...); err != nil {
			t.Fatal(err)
		}
	}
	p.Sheet("lists/A?b.csv", header)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	want := map[string][][]string{"lists-a-b.csv": append([][]string{header}, rows...), "lists-A-b.csv (2)": {header}}
	got := readBack(t, buf.Bytes())
	// excelize leaves control characters of ST_Xstring as they are written.
	got["lists-a-b.csv"][4][1] = strings.ReplaceAll(got["lists-a-b.csv"][4][1], "_x0007_", "\a")
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// unescape reads ST_Xstring text the way a spreadsheet does.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if startsEscape(s[i:]) && s[i+6] == '_' {
			n, _ := strconv.ParseUint(s[i+2:i+6], 16, 32)
			b.WriteRune(rune(n))
			i += 7
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

func FuzzPlainCell(f *testing.F) {
	for _, s := range []string{"a<b>&\"'", "_x0041_", "__x0041_x0042_", "\x00\x1f\x7f", "\ufffe\uffff\ufeffx", " a ", "\r\n", "\xff", "𝄞"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var cell struct {
			Text string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte("<t>"+string(appendXML(nil, text))+"</t>"), &cell); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		want := strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd").Replace(strings.ToValidUTF8(text, "\ufffd"))
		if got := unescape(cell.Text); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
	})
}

func TestPlainGoesOnOnAnotherSheet(t *testing.T) {
	var buf bytes.Buffer
	p := NewPlain(&buf)
	p.max = 400
	p.Sheet("list", []string{"n"})
	for i := range 1000 {
		p.Row(fmt.Sprint(i))
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	got := readBack(t, buf.Bytes())
	n := 0
	for _, name := range []string{"list", "list (2)", "list (3)"} {
		if len(got[name]) == 0 || got[name][0][0] != "n" {
			t.Fatalf("%s has no header", name)
		}
		for _, row := range got[name][1:] {
			if row[0] != fmt.Sprint(n) {
				t.Fatalf("%s: got %s, want %d", name, row[0], n)
			}
			n++
		}
	}
	if n != 1000 {
		t.Errorf("%d rows came back", n)
	}
}

// TestPlainRows writes the same workbook row by row and from rows formatted
// apart: the bytes must be the same.
func TestPlainRows(t *testing.T) {
	row := func(i int) []string { return []string{fmt.Sprint(i), strings.Repeat("ü", i%60), "", " a\n"} }
	book := func(write func(p *Plain)) []byte {
		var buf bytes.Buffer
		p := NewPlain(&buf)
		p.max = 400
		p.Sheet("list", []string{"n", "a longer label", "", "x"})
		write(p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		return buf.Bytes()
	}
	want := book(func(p *Plain) {
		for i := range 1000 {
			p.Row(row(i)...)
		}
	})
	got := book(func(p *Plain) {
		var rows PlainRows
		rows.Reset(2)
		for i := range 1000 {
			if full := rows.next > p.max; full || i%70 == 0 {
				if err := p.Rows(&rows); err != nil {
					t.Fatal(err)
				}
				next := rows.next
				if full {
					next = 2
				}
				rows.Reset(next)
			}
			rows.Add(row(i))
		}
		if err := p.Rows(&rows); err != nil {
			t.Fatal(err)
		}
	})
	if !bytes.Equal(got, want) {
		t.Errorf("rows formatted apart make another workbook (%d bytes, not %d)", len(got), len(want))
	}
}

// TestPlainRowsOutOfOrder refuses rows that do not go on where the sheet ends.
func TestPlainRowsOutOfOrder(t *testing.T) {
	p := NewPlain(io.Discard)
	p.Sheet("list", []string{"n"})
	var rows PlainRows
	rows.Reset(7)
	rows.Add([]string{"a"})
	if err := p.Rows(&rows); err == nil {
		t.Error("row 7 went on behind row 1")
	}
}

func TestPlainWithoutSheet(t *testing.T) {
	var buf bytes.Buffer
	p := NewPlain(&buf)
	p.Row("a", "b")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if got := readBack(t, buf.Bytes())["Sheet1"]; len(got) != 2 || got[1][1] != "b" {
		t.Errorf("got %q", got)
	}
}

func TestPlainCutsCells(t *testing.T) {
	var buf bytes.Buffer
	p := NewPlain(&buf)
	p.Sheet("x", []string{"h"})
	p.Row(strings.Repeat("ż", 40000))
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if got := []rune(readBack(t, buf.Bytes())["x"][1][0]); len(got) != MaxCellText {
		t.Errorf("cell has %d characters", len(got))
	}
}

func TestSheetName(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range []struct{ in, want string }{
		{"Call list", "Call list"}, {"call LIST", "call LIST (2)"},
		{"a/b\\c[d]:e*?", "a-b-c-d--e--"}, {"'quoted'", "quoted"}, {"", "Sheet"}, {"history", "history_"},
		{strings.Repeat("x", 40), strings.Repeat("x", 31)},
		{strings.Repeat("x", 50), strings.Repeat("x", 27) + " (2)"},
	} {
		if got := SheetName(c.in, taken); got != c.want {
			t.Errorf("SheetName(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestColumnName(t *testing.T) {
	for col, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := columnName(col); got != want {
			t.Errorf("columnName(%d) = %s, want %s", col, got, want)
		}
	}
}

func benchRow(i int) []string {
	return []string{"rejected", "target-employees", "employees 12 is under 20", "Zakłady Przykładowe Sp. z o.o.", fmt.Sprint("Jan ", i),
		"Nowak", "Kierownik zakupów", "+48 22 555 01 " + fmt.Sprint(i%100), "jan.nowak" + fmt.Sprint(i) + "@example.com", "ul. Prosta " + fmt.Sprint(i%300),
		"00-" + fmt.Sprint(100+i%900), "Warszawa", "mazowieckie", "PL", "", "12", "1500000", "2026-11-01", "www.example.com"}
}

func BenchmarkPlain(b *testing.B) {
	rows := make([][]string, 1000)
	for i := range rows {
		rows[i] = benchRow(i)
	}
	b.ReportAllocs()
	p := NewPlain(io.Discard)
	p.Sheet("x", rows[0])
	for i := range b.N {
		if err := p.Row(rows[i%1000]...); err != nil {
			b.Fatal(err)
		}
	}
	p.Close()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkExcelizeStream(b *testing.B) {
	rows := make([][]any, 1000)
	for i := range rows {
		for _, c := range benchRow(i) {
			rows[i] = append(rows[i], c)
		}
	}
	f := excelize.NewFile()
	defer f.Close()
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range b.N {
		if err := sw.SetRow(fmt.Sprintf("A%d", i%MaxSheetRows+1), rows[i%1000]); err != nil {
			b.Fatal(err)
		}
	}
	sw.Flush()
	f.Write(io.Discard)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
