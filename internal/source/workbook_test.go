package source

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// makeBook writes a workbook as fill says and opens it.
func makeBook(t *testing.T, fill func(x *excelize.File)) *File {
	t.Helper()
	x := excelize.NewFile()
	fill(x)
	buf, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), write(t, "list.xlsx", buf.Bytes()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func put(t *testing.T, x *excelize.File, cells ...string) {
	t.Helper()
	for i := 0; i < len(cells); i += 2 {
		if err := x.SetCellStr("Sheet1", cells[i], cells[i+1]); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSheetGaps leaves out cells at either end and inside of rows: cells of a
// sheet have addresses, so no such row is a bad one.
func TestSheetGaps(t *testing.T) {
	f := makeBook(t, func(x *excelize.File) {
		put(t, x, "A1", "name", "B1", "city", "C1", "staff", "D1", "email",
			"A2", "ACME", "B2", "Oslo", "C2", "12", "D2", "a@example.com", "A3", "Dom", "A4", "Stal", "D4", "b@example.com", "D5", "c@example.com", "C6", "7",
			"A7", "Las", "B7", "Łódź", "C7", "3", "D7", "d@example.com")
	})
	want := [][]string{{"ACME", "Oslo", "12", "a@example.com"}, {"Dom", "", "", ""}, {"Stal", "", "", "b@example.com"}, {"", "", "", "c@example.com"},
		{"", "", "7", ""}, {"Las", "Łódź", "3", "d@example.com"}}
	if diff := cmp.Diff(want, dataOf(allRows(t, f.Tables[0]))); diff != "" {
		t.Error(diff)
	}
}

// TestLateColumn fills a column without a label for the first time behind the
// rows that are looked at to find the table.
func TestLateColumn(t *testing.T) {
	const rows = findLines + 500
	f := makeBook(t, func(x *excelize.File) {
		put(t, x, "A1", "company", "B1", "staff", fmt.Sprint("D", rows), "call later")
		for i := 2; i <= rows; i++ {
			put(t, x, fmt.Sprint("A", i), fmt.Sprint("Firma ", i), fmt.Sprint("B", i), fmt.Sprint(i))
		}
		if err := x.SetSheetDimension("Sheet1", fmt.Sprint("A1:D", rows)); err != nil {
			t.Fatal(err)
		}
	})
	got := allRows(t, f.Tables[0])
	last := got[len(got)-1]
	if want := []string{fmt.Sprint("Firma ", rows), fmt.Sprint(rows), "", "call later"}; last.Kind != DataRow || !slices.Equal(last.Cells, want) {
		t.Errorf("last row %v %q %s", last.Kind, last.Cells, last.Why)
	}
	if want := []string{"company", "staff", "column 3", "column 4"}; !slices.Equal(f.Tables[0].Header, want) {
		t.Errorf("header %q", f.Tables[0].Header)
	}
}

// TestHiddenColumns wants hidden columns read, marked and noted.
func TestHiddenColumns(t *testing.T) {
	f := makeBook(t, func(x *excelize.File) {
		put(t, x, "A1", "name", "B1", "staff", "A2", "ACME", "B2", "12")
		if err := x.SetColVisible("Sheet1", "B", false); err != nil {
			t.Fatal(err)
		}
	})
	tb := f.Tables[0]
	if tb.Columns[0].Hidden || !tb.Columns[1].Hidden || !strings.Contains(strings.Join(tb.Notes, "; "), "hidden column") {
		t.Errorf("columns %+v, notes %q", tb.Columns, tb.Notes)
	}
}

// TestDocuments reads workbooks that are one XML document, under any name.
func TestDocuments(t *testing.T) {
	const (
		xml2003 = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="L"><Table><Row><Cell><Data ss:Type="String">name</Data></Cell><Cell><Data ss:Type="String">staff</Data></Cell></Row>` +
			`<Row><Cell><Data ss:Type="String">ACME</Data></Cell><Cell><Data ss:Type="Number">12</Data></Cell></Row></Table></Worksheet></Workbook>`
		flat = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:spreadsheet><table:table table:name="L">` +
			`<table:table-row><table:table-cell><text:p>name</text:p></table:table-cell><table:table-cell><text:p>staff</text:p></table:table-cell></table:table-row>` +
			`<table:table-row><table:table-cell><text:p>ACME</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:document>`
	)
	for name, text := range map[string]string{"xml2003.xls": xml2003, "flat.xls": flat, "marked.xml": "\xef\xbb\xbf\n" + xml2003,
		"page.xls": "<html><table><tr><td>name</td><td>staff</td></tr><tr><td>ACME</td><td>12</td></tr></table>"} {
		f, err := Open(context.Background(), write(t, name, []byte(text)), Options{})
		if err != nil {
			t.Error(name, err)
			continue
		}
		if diff := cmp.Diff([][]string{{"ACME", "12"}}, dataOf(allRows(t, f.Tables[0]))); diff != "" {
			t.Error(name, diff)
		}
		f.Close()
	}
}
