package sheet

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// odsBook packs an OpenDocument spreadsheet with the given rows.
func odsBook(t testing.TB, rows string) []byte {
	return pack(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml",
		`<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`+
			`<office:body><office:spreadsheet><table:table table:name="List"><table:table-column table:number-columns-repeated="3"/>`+rows+`</table:table>`+
			`<table:table table:name="Old" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>old</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`)
}

func readODS(raw []byte, opt Options) ([]numbered, error) {
	w, err := OpenODS(bytes.NewReader(raw), int64(len(raw)), opt)
	if err != nil {
		return nil, err
	}
	return readSheet(w.Sheets[0])
}

func odsCell(kind, value, shown string) string {
	return `<table:table-cell office:value-type="` + kind + `" ` + value + `><text:p>` + shown + `</text:p></table:table-cell>`
}

func TestODSCells(t *testing.T) {
	for name, c := range map[string]struct{ cell, want string }{
		"text":           {odsCell("string", "", "a &lt; b"), "a < b"},
		"paragraphs":     {`<table:table-cell office:value-type="string"><text:p>a</text:p><text:p>b<text:span>c</text:span></text:p></table:table-cell>`, "a\nbc"},
		"blanks":         {`<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p></table:table-cell>`, "a  b\tc\nd"},
		"comment":        {`<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p></office:annotation><text:p>yes</text:p></table:table-cell>`, "yes"},
		"number":         {odsCell("float", `office:value="1234.5"`, "1 234,50"), "1234.5"},
		"lost digits":    {odsCell("float", `office:value="48600000000"`, "4,86E+10"), "48600000000"},
		"zero-padded":    {odsCell("float", `office:value="950"`, "00950"), "00950"},
		"postal code":    {odsCell("float", `office:value="950"`, "00-950"), "00-950"},
		"negative":       {odsCell("float", `office:value="-5"`, "-5"), "-5"},
		"money":          {odsCell("currency", `office:value="12.5" office:currency="EUR"`, "12,50 €"), "12.5"},
		"percent":        {odsCell("percentage", `office:value="0.125"`, "12,5%"), "12.5%"},
		"date":           {odsCell("date", `office:date-value="2026-11-22"`, "22.11.26"), "2026-11-22"},
		"date and time":  {odsCell("date", `office:date-value="2026-11-22T08:30:00"`, "22.11.26"), "2026-11-22 08:30:00"},
		"damaged band":   {odsCell("date", `office:date-value="1950-11-01"`, "Nov-50"), "Nov-50"},
		"time":           {odsCell("time", `office:time-value="PT08H30M05S"`, "8:30"), "08:30:05"},
		"truth":          {odsCell("boolean", `office:boolean-value="true"`, "PRAWDA"), "TRUE"},
		"covered":        {`<table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>` + odsCell("string", "", "x"), ""},
		"value untitled": {`<table:table-cell office:value-type="string" office:string-value="only here"/>`, "only here"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := readODS(odsBook(t, `<table:table-row>`+c.cell+`</table:table-row>`), testOptions)
			if err != nil || len(rows) != 1 {
				t.Fatal(rows, err)
			}
			if got := rows[0].Cells[0]; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestODSDisplayed wants what is displayed where it says all of the value.
func TestODSDisplayed(t *testing.T) {
	opt := testOptions
	opt.Displayed = true
	row := odsCell("float", `office:value="1234.5"`, "1 234,50") + odsCell("float", `office:value="48600000123"`, "4,86E+10") + odsCell("float", `office:value="1.239"`, "1,24") +
		odsCell("date", `office:date-value="2026-11-22"`, "22.11.2026") + odsCell("time", `office:time-value="PT08H30M00S"`, "8:30") + odsCell("float", `office:value="1"`, "TRUE")
	rows, err := readODS(odsBook(t, `<table:table-row>`+row+`</table:table-row>`), opt)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]numbered{{1, []string{"1 234,50", "48600000123", "1.239", "22.11.2026", "8:30", "TRUE"}}}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestODSPlaces(t *testing.T) {
	blank := `<table:table-cell table:number-columns-repeated="1021"/>`
	one := odsCell("float", `office:value="1" table:number-columns-repeated="2"`, "1")
	rows, err := readODS(odsBook(t,
		`<table:table-header-rows><table:table-row>`+one+blank+`</table:table-row></table:table-header-rows>`+
			`<table:table-row table:number-rows-repeated="3">`+blank+`</table:table-row>`+
			`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>`+one+`</table:table-row>`+
			`<table:table-row table:number-rows-repeated="1048570">`+blank+`</table:table-row>`), testOptions)
	if err != nil {
		t.Fatal(err)
	}
	want := []numbered{{1, []string{"1", "1"}}, {5, []string{"", "", "1", "1"}}, {6, []string{"", "", "1", "1"}}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
}

func TestODSSheets(t *testing.T) {
	raw := odsBook(t, "")
	w, err := OpenODS(bytes.NewReader(raw), int64(len(raw)), testOptions)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Sheets) != 2 || w.Sheets[0].Name != "List" || w.Sheets[0].Hidden || !w.Sheets[1].Hidden {
		t.Errorf("%+v", w.Sheets)
	}
	rows, err := readSheet(w.Sheets[1])
	if err != nil || len(rows) != 1 || rows[0].Cells[0] != "old" {
		t.Error(rows, err)
	}
}

func TestODSRefused(t *testing.T) {
	for name, c := range map[string]struct {
		raw  []byte
		want error
	}{
		"encrypted":     {pack(t, "META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`, "content.xml", "x"), ErrEncrypted},
		"wide":          {odsBook(t, `<table:table-row>`+odsCell("float", `office:value="1" table:number-columns-repeated="99999999"`, "1")+`</table:table-row>`), ErrLimit},
		"deep":          {odsBook(t, `<table:table-row table:number-rows-repeated="99999999">`+odsCell("float", `office:value="1"`, "1")+`</table:table-row>`), ErrLimit},
		"far":           {odsBook(t, `<table:table-row table:number-rows-repeated="1500000"/><table:table-row>`+odsCell("float", `office:value="1"`, "1")+`</table:table-row>`), ErrLimit},
		"own entities":  {odsBook(t, `<!DOCTYPE x [<!ENTITY a "aaaa">]>`), ErrLimit},
		"many blanks":   {odsBook(t, `<table:table-row>`+odsCell("string", "", strings.Repeat(`<text:s text:c="999999"/>`, 2000))+`</table:table-row>`), ErrLimit},
		"text document": {pack(t, "content.xml", `<office:document-content><office:body><office:text/></office:body></office:document-content>`), ErrFormat},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := readODS(c.raw, testOptions); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}
