package sheet

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// xml2003Book is an XML Spreadsheet 2003 of a visible and a hidden sheet.
func xml2003Book(rows string) []byte {
	return []byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>` +
		`<Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="zip"><NumberFormat ss:Format="00000"/></Style><Style ss:ID="day"><NumberFormat ss:Format="dd.mm.yyyy"/></Style>` +
		`<Style ss:ID="short"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="time"><NumberFormat ss:Format="h:mm"/></Style><Style ss:ID="yes"><NumberFormat ss:Format="Yes/No"/></Style><Style ss:ID="bold" ss:Parent="zip"><Font/></Style></Styles>` +
		`<Worksheet ss:Name="List"><Table><Column/><Column ss:Hidden="1" ss:Span="1"/>` + rows + `</Table></Worksheet>` +
		`<Worksheet ss:Name="Old"><Table><Row><Cell><Data ss:Type="String">old</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`)
}

func TestXML2003(t *testing.T) {
	cell := func(attrs, kind, value string) string {
		return `<Cell ` + attrs + `><Data ss:Type="` + kind + `">` + value + `</Data></Cell>`
	}
	raw := xml2003Book(`<Row>` + cell("", "String", "a &amp; b") + cell(`ss:Index="3" ss:MergeAcross="1"`, "String", "<B>bo</B>ld") + cell("", "Number", "1234.5") + `</Row>` +
		`<Row ss:Span="1"/>` +
		`<Row ss:Hidden="1">` + cell(`ss:StyleID="zip"`, "Number", "950") + cell(`ss:StyleID="bold"`, "Number", "7") + cell(`ss:StyleID="day"`, "DateTime", "2026-11-22T00:00:00.000") +
		cell(`ss:StyleID="short"`, "DateTime", "1950-01-31T00:00:00.000") + cell(`ss:StyleID="time"`, "DateTime", "1899-12-31T08:30:00.000") + cell(`ss:StyleID="yes"`, "Number", "1") + `</Row>` +
		`<Row ss:Index="9"><Cell><Comment><Data>no</Data></Comment></Cell>` + cell("", "Boolean", "1") + cell("", "Error", "#N/A") + `</Row>`)
	for _, c := range []struct {
		displayed bool
		want      []numbered
	}{
		{false, []numbered{{1, []string{"a & b", "", "bold", "", "1234.5"}}, {4, []string{"00950", "00007", "2026-11-22", "1950-01-31", "08:30:00", "Yes"}}, {9, []string{"", "TRUE", "#N/A"}}}},
		{true, []numbered{{1, []string{"a & b", "", "bold", "", "1234.5"}}, {4, []string{"00950", "00007", "22.11.2026", "1950-01-31", "8:30", "Yes"}}, {9, []string{"", "TRUE", "#N/A"}}}},
	} {
		opt := testOptions
		opt.Displayed = c.displayed
		w, err := OpenXML2003(bytes.NewReader(raw), int64(len(raw)), opt)
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Sheets) != 2 || w.Sheets[0].Name != "List" || w.Sheets[0].Hidden || !w.Sheets[1].Hidden {
			t.Errorf("sheets %+v", w.Sheets)
		}
		if layout, err := w.Sheets[0].Layout(); err != nil || !cmp.Equal(layout.Hidden, []int{2, 3}) {
			t.Errorf("layout %+v, %v", layout, err)
		}
		rows, err := readSheet(w.Sheets[0])
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, rows); diff != "" {
			t.Error(diff)
		}
		if old, err := readSheet(w.Sheets[1]); err != nil || len(old) != 1 {
			t.Error(old, err)
		}
	}
}

func TestXML2003Refused(t *testing.T) {
	row := `<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>`
	whole := xml2003Book(row)
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"cut off":      {whole[:bytes.Index(whole, []byte("</Table>"))], ErrTruncated},
		"wide":         {xml2003Book(strings.Replace(row, "<Cell>", `<Cell ss:Index="99999">`, 1)), ErrLimit},
		"far":          {xml2003Book(strings.Replace(row, "<Row>", `<Row ss:Index="1500000">`, 1)), ErrLimit},
		"own entities": {append([]byte(`<!DOCTYPE x [<!ENTITY a "aaaa">]>`), whole...), ErrLimit},
		"no sheet":     {[]byte(`<Workbook/>`), ErrFormat},
	} {
		w, err := OpenXML2003(bytes.NewReader(c.raw), int64(len(c.raw)), testOptions)
		if err == nil {
			_, err = readSheet(w.Sheets[0])
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}
