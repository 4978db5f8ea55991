package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var testOptions = Options{Limits: Limits{Inflated: 64 << 20, Ratio: 400, Row: 1 << 20, Columns: 16384, EmptyRows: 1_000_000}}

// pack makes a zip of parts, written in the order of their names given.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const (
	testRels     = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	testBookRels = `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>`
	testBook     = `<workbook xmlns:r="x"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`
	testStyles   = `<styleSheet><numFmts count="6"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="00\-000"/><numFmt numFmtId="166" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="167" formatCode="#,##0.00\ &quot;zł&quot;"/><numFmt numFmtId="168" formatCode="[$-409]d\-mmm\-yy\ h:mm;@"/><numFmt numFmtId="169" formatCode="(000) 000\-0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="9"/><xf numFmtId="17"/><xf numFmtId="168"/><xf numFmtId="22"/><xf numFmtId="21"/><xf numFmtId="169"/><xf numFmtId="16"/><xf numFmtId="49"/><xf numFmtId="11"/></cellXfs></styleSheet>`
	testStrings  = `<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">text</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si><si><t><![CDATA[a < b]]></t></si><si><t>x &amp; y &#353;_x000D_</t></si><si/></sst>`
)

// book packs a workbook of one sheet with the given sheetData.
func book(t testing.TB, sheetData string) []byte {
	return pack(t, "[Content_Types].xml", "<Types/>", "_rels/.rels", testRels, "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", testBookRels,
		"xl/styles.xml", testStyles, "xl/sharedStrings.xml", testStrings, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+sheetData+"</sheetData></worksheet>")
}

type numbered struct {
	Number int
	Cells  []string
}

func readFirst(raw []byte, opt Options) ([]numbered, error) {
	w, err := OpenXLSX(bytes.NewReader(raw), int64(len(raw)), opt)
	if err != nil {
		return nil, err
	}
	return readSheet(w.Sheets[0])
}

func readSheet(s *Sheet) ([]numbered, error) {
	var rows []numbered
	for r, err := range s.Rows(context.Background(), nil) {
		if err != nil {
			return rows, err
		}
		rows = append(rows, numbered{r.Number, append([]string(nil), r.Cells...)})
	}
	return rows, nil
}

func TestXLSXCells(t *testing.T) {
	for name, c := range map[string]struct{ cell, want string }{
		"shared":            {`<c r="A1" t="s"><v>0</v></c>`, "plain"},
		"shared, indented":  {"<c r=\"A1\" t=\"s\">\n <v>\n 0\n </v>\n</c>", "plain"},
		"rich":              {`<c r="A1" t="s"><v>1</v></c>`, "rich text"},
		"cdata":             {`<c r="A1" t="s"><v>2</v></c>`, "a < b"},
		"entities":          {`<c r="A1" t="s"><v>3</v></c>`, "x & y š\r"},
		"inline":            {`<c r="A1" t="inlineStr"><is><t>in </t><r><t>line</t></r><rPh><t>no</t></rPh></is></c>`, "in line"},
		"index as a float":  {`<c r="A1" t="s"><v>0.0</v></c>`, "plain"},
		"value first":       {`<c r="A1"><v>3</v><f>1+2</f></c>`, "3"},
		"value elsewhere":   {`<c r="A1"><v>3</v><extLst><ext><v>9</v></ext></extLst></c>`, "3"},
		"text without type": {`<c r="A1"><is><t>x</t></is></c>`, "x"},
		"formula text":      {`<c r="A1" t="str"><f>A2&amp;"x"</f><v>result</v></c>`, "result"},
		"formula number":    {`<c r="A1"><f>1+2</f><v>3</v></c>`, "3"},
		"true":              {`<c r="A1" t="b"><v>1</v></c>`, "TRUE"},
		"false":             {`<c r="A1" t="b"><v>0</v></c>`, "FALSE"},
		"error":             {`<c r="A1" t="e"><v>#N/A</v></c>`, "#N/A"},
		"iso date":          {`<c r="A1" t="d"><v>2026-11-22T00:00:00</v></c>`, "2026-11-22"},
		"date":              {`<c r="A1" s="1"><v>46348</v></c>`, "2026-11-22"},
		"own date":          {`<c r="A1" s="4"><v>1</v></c>`, "1900-01-01"},
		"after leap bug":    {`<c r="A1" s="4"><v>61</v></c>`, "1900-03-01"},
		"date and time":     {`<c r="A1" s="8"><v>46348.5</v></c>`, "2026-11-22 12:00:00"},
		"time":              {`<c r="A1" s="10"><v>0.75</v></c>`, "18:00:00"},
		"month and year":    {`<c r="A1" s="7"><v>18568</v></c>`, "Nov-50"},
		"day and month":     {`<c r="A1" s="12"><v>46300</v></c>`, "5-Oct"},
		"zero-padded":       {`<c r="A1" s="2"><v>1234</v></c>`, "01234"},
		"postal code":       {`<c r="A1" s="3"><v>950</v></c>`, "00-950"},
		"us phone":          {`<c r="A1" s="11"><v>2125550123</v></c>`, "(212) 555-0123"},
		"money":             {`<c r="A1" s="5"><v>1234.5</v></c>`, "1234.5"},
		"percent":           {`<c r="A1" s="6"><v>0.07</v></c>`, "7%"},
		"noise":             {`<c r="A1"><v>0.30000000000000004</v></c>`, "0.3"},
		"scientific":        {`<c r="A1"><v>4.86E+10</v></c>`, "48600000000"},
		"scientific format": {`<c r="A1" s="14"><v>48600123456</v></c>`, "48600123456"},
		"negative":          {`<c r="A1"><v>-12</v></c>`, "-12"},
		"text format":       {`<c r="A1" s="13" t="s"><v>0</v></c>`, "plain"},
		"no such string":    {`<c r="A1" t="s"><v>77</v></c><c r="B1"><v>1</v></c>`, ""},
		"spaced attributes": {"<c  r = 'A1'\n t=\"s\" ><v>0</v></c >", "plain"},
		"gt in attribute":   {`<c r="A1" x="a>b" t="s"><v>0</v></c>`, "plain"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := readFirst(book(t, `<row r="1">`+c.cell+`</row>`), testOptions)
			if err != nil || len(rows) != 1 {
				t.Fatal(rows, err)
			}
			if got := rows[0].Cells[0]; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestXLSXPlaces(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []numbered
	}{
		"gaps":                {`<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row>`, []numbered{{2, []string{"", "1", "", "2"}}, {5, []string{"3"}}}},
		"no references":       {`<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>`, []numbered{{1, []string{"1", "2"}}, {3, []string{"3"}}}},
		"blank row":           {`<row r="1"><c r="A1" s="1"/></row><row r="2"><c r="A2"><v>1</v></c></row>`, []numbered{{2, []string{"1"}}}},
		"out of order":        {`<row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>`, []numbered{{2, []string{"3"}}, {5, []string{"2", "1"}}}},
		"a row told twice":    {`<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>`, []numbered{{1, []string{"1"}}, {2, []string{"2"}}, {3, []string{"3"}}, {4, []string{"4"}}}},
		"a cell told twice":   {`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="A1"><v>3</v></c><c r="B1"/><c r="C1"><v>4</v></c></row>`, []numbered{{1, []string{"3", "2", "4"}}}},
		"rows reversed":       {`<x:row r="12" hidden="1"><x:c r="C12" t="inlineStr"><x:is><x:t>x y</x:t></x:is></x:c></x:row><row r="7"><c r="A7"><v>1</v></c></row>`, []numbered{{7, []string{"1"}}, {12, []string{"", "", "x y"}}}},
		"odd references":      {`<row r="1"><c r="R1C1"><v>1</v></c><c r="$b$1"><v>2</v></c></row>`, []numbered{{1, []string{"1", "2"}}}},
		"column AA":           {`<row r="1"><c r="AA1"><v>1</v></c></row>`, []numbered{{1, append(make([]string, 26), "1")}}},
		"comments and prolog": {`<!-- <row> --><?x y?><row r="1"><c r="A1"><v>1</v></c></row>`, []numbered{{1, []string{"1"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := readFirst(book(t, c.data), testOptions)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, rows); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestXLSXProducers reads what is legal or common though no usual producer's:
// strict namespaces, prefixes, backslashes, odd case, absolute targets.
func TestXLSXProducers(t *testing.T) {
	strict := strings.ReplaceAll(testRels, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", "http://purl.oclc.org/ooxml/officeDocument/relationships/")
	data := `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
	for name, parts := range map[string][]string{
		"strict and prefixed":  {"_rels/.rels", strict, "xl/workbook.xml", `<x:workbook xmlns:x="y" xmlns:r="z"><x:sheets><x:sheet name="L" r:id="rId1"/></x:sheets></x:workbook>`, "xl/_rels/workbook.xml.rels", testBookRels, "xl/worksheets/sheet1.xml", data},
		"backslashes":          {`_rels\.rels`, testRels, `xl\workbook.xml`, testBook, `xl\_rels\workbook.xml.rels`, strings.ReplaceAll(testBookRels, "worksheets/", `worksheets\`), `xl\worksheets\sheet1.xml`, data},
		"odd case":             {"_rels/.rels", testRels, "xl/Workbook.xml", testBook, "xl/_rels/Workbook.xml.rels", testBookRels, "xl/Worksheets/Sheet1.xml", data},
		"absolute":             {"_rels/.rels", strings.ReplaceAll(testRels, `"xl/`, `"/xl/`), "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", strings.ReplaceAll(testBookRels, `"worksheets/`, `"/xl/worksheets/`), "xl/worksheets/sheet1.xml", data},
		"UTF-16":               {"_rels/.rels", testRels, "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", testBookRels, "xl/worksheets/sheet1.xml", wide(data)},
		"declared Latin-1":     {"_rels/.rels", testRels, "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", testBookRels, "xl/worksheets/sheet1.xml", "<?xml version='1.0' encoding='ISO-8859-1'?><!-- \xe9 -->" + data},
		"no package relations": {"xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", testBookRels, "xl/worksheets/sheet1.xml", data},
		"no relations":         {"xl/workbook.xml", testBook, "xl/worksheets/sheet1.xml", data},
		"escaped targets":      {"_rels/.rels", testRels, "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", strings.ReplaceAll(testBookRels, `sheet1.xml`, `my%20sheet%31.xml`), "xl/worksheets/my sheet1.xml", data},
		"in a folder":          {"list/_rels/.rels", testRels, "list/xl/workbook.xml", testBook, "list/xl/_rels/workbook.xml.rels", testBookRels, "list/xl/worksheets/sheet1.xml", data},
		"file URLs":            {"_rels/.rels", testRels, "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", strings.ReplaceAll(testBookRels, `"worksheets/`, `"file:///xl/worksheets/`), "xl/worksheets/sheet1.xml", data},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := readFirst(pack(t, parts...), testOptions)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]numbered{{1, []string{"a"}}}, rows); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// wide is ASCII text as UTF-16 with a byte order mark.
func wide(text string) string {
	out := []byte("\xff\xfe")
	for i := 0; i < len(text); i++ {
		out = append(out, text[i], 0)
	}
	return string(out)
}

func TestXLSX1904(t *testing.T) {
	raw := pack(t, "_rels/.rels", testRels, "xl/workbook.xml", strings.Replace(testBook, "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1), "xl/_rels/workbook.xml.rels", testBookRels,
		"xl/styles.xml", testStyles, "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>44886</v></c></row></sheetData></worksheet>`)
	rows, err := readFirst(raw, testOptions)
	if err != nil || rows[0].Cells[0] != "2026-11-22" {
		t.Error(rows, err)
	}
}

func TestXLSXRefused(t *testing.T) {
	row := func(n int, cell string) string { return fmt.Sprintf(`<row r="%d">%s</row>`, n, cell) }
	ok := `<c><v>1</v></c>`
	small := testOptions
	small.Row, small.Inflated = 4096, 1<<20
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"cut off":        {book(t, row(1, ok))[:700], ErrTruncated},
		"cut sheet":      {book(t, row(1, `<c><v>1`)), ErrTruncated},
		"too wide":       {book(t, row(1, `<c r="ZZZZ1"><v>1</v></c>`)), ErrLimit},
		"too far down":   {book(t, row(1, ok)+row(1_500_000, ok)), ErrLimit},
		"long row":       {book(t, row(1, strings.Repeat(`<c t="inlineStr"><is><t>`+strings.Repeat("x", 1000)+`</t></is></c>`, 5))), ErrLimit},
		"long text":      {book(t, row(1, `<c t="inlineStr"><is><t>`+strings.Repeat("x", 200_000)+`</t></is></c>`)), ErrLimit},
		"huge part":      {book(t, strings.Repeat(row(1, ok), 100_000)), ErrLimit},
		"many styles":    {pack(t, "xl/workbook.xml", testBook, "xl/styles.xml", "<cellXfs>"+strings.Repeat("<xf/>", maxStyles+1), "xl/worksheets/sheet1.xml", ""), ErrLimit},
		"many sheets":    {pack(t, "xl/workbook.xml", strings.Repeat("<sheet/>", maxSheets+1)), ErrLimit},
		"own entities":   {book(t, `<!DOCTYPE x [<!ENTITY a "aaaa">]>`+row(1, ok)), ErrLimit},
		"no sheet":       {pack(t, "xl/workbook.xml", testBook, "xl/worksheets/sheet1.xml", "<html><body>Not found"), ErrTruncated},
		"no workbook":    {pack(t, "hello.txt", "hello"), ErrFormat},
		"not even a zip": {[]byte("PK\x03\x04 and no more"), ErrTruncated},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readFirst(c.raw, small)
			if !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

// TestExcelize writes workbooks with excelize and wants the cells that it
// reads back.
func TestExcelize(t *testing.T) {
	x := excelize.NewFile()
	const rows, cols = 200, 9
	for r := 1; r <= rows; r++ {
		for c := 1; c <= cols; c++ {
			if (r*c)%7 == 0 {
				continue
			}
			var v any = fmt.Sprintf("text %d <&> ąß\n%d", r, c)
			switch c {
			case 1:
				v = r * 1_000_003
			case 2:
				v = float64(r) / 7
			case 3:
				v = r%2 == 0
			}
			ref, err := excelize.CoordinatesToCellName(c, r)
			if err != nil {
				t.Fatal(err)
			}
			if err := x.SetCellValue("Sheet1", ref, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	buf, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := readFirst(buf.Bytes(), testOptions)
	if err != nil {
		t.Fatal(err)
	}
	want, err := x.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for n, cells := range want {
		if len(cells) == 0 {
			continue
		}
		if got[i].Number != n+1 {
			t.Fatalf("row %d, want %d", got[i].Number, n+1)
		}
		if diff := cmp.Diff(cells, got[i].Cells); diff != "" {
			t.Errorf("row %d: %s", n+1, diff)
		}
		i++
	}
}

func TestHiddenAndMerged(t *testing.T) {
	x := excelize.NewFile()
	for i, step := range []error{
		x.SetCellValue("Sheet1", "A1", "a"), x.SetCellValue("Sheet1", "B2", "b"), x.MergeCell("Sheet1", "A1", "B1"),
		x.SetColVisible("Sheet1", "C:D", false), x.SetRowVisible("Sheet1", 2, false),
	} {
		if step != nil {
			t.Fatal(i, step)
		}
	}
	if _, err := x.NewSheet("Old"); err != nil {
		t.Fatal(err)
	}
	if err := x.SetSheetVisible("Old", false); err != nil {
		t.Fatal(err)
	}
	buf, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	w, err := OpenXLSX(bytes.NewReader(buf.Bytes()), int64(buf.Len()), testOptions)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Sheets) != 2 || w.Sheets[0].Hidden || !w.Sheets[1].Hidden || w.Sheets[1].Name != "Old" {
		t.Errorf("sheets %+v", w.Sheets)
	}
	layout, err := w.Sheets[0].Layout()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Merge{{1, 1, 1, 2}}, layout.Merges); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{3, 4}, layout.Hidden); diff != "" {
		t.Error(diff)
	}
	for r, err := range w.Sheets[0].Rows(context.Background(), nil) {
		if err != nil || r.Hidden != (r.Number == 2) {
			t.Errorf("row %d hidden %v, %v", r.Number, r.Hidden, err)
		}
	}
}
