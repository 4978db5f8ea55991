package sheet

import (
	"bytes"
	"strings"
	"testing"
)

var fuzzOptions = Options{Limits: Limits{Inflated: 1 << 20, Ratio: 100, Row: 1 << 14, Columns: 300, EmptyRows: 10_000}, Displayed: true}

// FuzzXLSX feeds the parts of a workbook: any bytes give rows or an error, in
// bounded memory.
func FuzzXLSX(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="3"><v>1.5</v></c></row></sheetData></worksheet>`, testStrings, testStyles)
	f.Add(`<a:worksheet><a:row><a:c t="inlineStr"><a:is><a:t>x</a:t></a:is></a:c></a:row>`, `<si><t>_x0041_</t></si>`, `<numFmt numFmtId="164" formatCode="[h]:mm;@"/><cellXfs><xf numFmtId="164"/></cellXfs>`)
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		raw := pack(t, "_rels/.rels", testRels, "xl/workbook.xml", testBook, "xl/_rels/workbook.xml.rels", testBookRels,
			"xl/styles.xml", styles, "xl/sharedStrings.xml", texts, "xl/worksheets/sheet1.xml", sheet)
		w, err := OpenXLSX(bytes.NewReader(raw), int64(len(raw)), fuzzOptions)
		if err != nil {
			return
		}
		checkRows(t, w)
	})
}

// checkRows reads all sheets and checks what holds for every row.
func checkRows(t *testing.T, w *Workbook) {
	for _, s := range w.Sheets {
		if _, err := s.Layout(); err != nil {
			continue
		}
		rows, _ := readSheet(s)
		for _, r := range rows {
			if n := len(r.Cells); n == 0 || n > fuzzOptions.Columns || r.Cells[n-1] == "" {
				t.Fatalf("row %d has %d cells", r.Number, n)
			}
		}
	}
}

// FuzzODS feeds content.xml.
func FuzzODS(f *testing.F) {
	f.Add(`<x><spreadsheet><table table:name="a"><table-row><table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table-cell></table-row></table></spreadsheet></x>`)
	f.Fuzz(func(t *testing.T, content string) {
		raw := pack(t, "content.xml", content)
		w, err := OpenODS(bytes.NewReader(raw), int64(len(raw)), fuzzOptions)
		if err != nil {
			return
		}
		checkRows(t, w)
	})
}

// FuzzXML2003 feeds an XML Spreadsheet 2003.
func FuzzXML2003(f *testing.F) {
	f.Add(string(xml2003Book(`<Row ss:Index="2"><Cell ss:MergeAcross="1" ss:StyleID="day"><Data ss:Type="DateTime">2026-11-22T00:00:00.000</Data></Cell></Row>`)))
	f.Fuzz(func(t *testing.T, text string) {
		w, err := OpenXML2003(strings.NewReader(text), int64(len(text)), fuzzOptions)
		if err != nil {
			return
		}
		checkRows(t, w)
	})
}

// FuzzXLS feeds the stream of a binary workbook, and the same bytes as a
// compound file.
func FuzzXLS(f *testing.F) {
	f.Add(biffBook(false))
	f.Add(biffBook(true))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if w, err := OpenXLS(bytes.NewReader(raw), int64(len(raw)), fuzzOptions); err == nil {
			checkRows(t, w)
		}
		if w, err := openBIFF(raw, fuzzOptions); err == nil {
			checkRows(t, w)
		}
	})
}
