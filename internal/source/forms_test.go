package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// people is an invented list with what the forms treat differently: letters,
// codes with zeros, dates, numbers, an empty cell.
var (
	peopleHeader = []string{"Imię", "Nazwisko", "Firma", "Kod", "Telefon", "Data", "Zatrudnienie", "Udział"}
	peopleRows   = [][]string{
		{"Łukasz", "Wójcik", "Zakład Ślusarski \"Gąsior\"", "00-950", "48600123456", "2026-11-22", "12", "7.5"},
		{"Małgorzata", "Zięba", "Żwirownia; Bełżec", "01-234", "48600765432", "2025-02-01", "250", "0.3"},
		{"Jan", "Nowak", "", "05-800", "48221234567", "2024-12-31", "3", "12"},
	}
)

func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func zipOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(files[i+1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func gzipOf(data []byte) []byte {
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	w.Write(data)
	w.Close()
	return buf.Bytes()
}

// xlsxOf writes the table with codes as padded numbers and dates as dates.
func xlsxOf(t testing.TB) []byte {
	t.Helper()
	x := excelize.NewFile()
	code, phone := `00\-000`, "0"
	codeStyle, err := x.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		t.Fatal(err)
	}
	phoneStyle, _ := x.NewStyle(&excelize.Style{CustomNumFmt: &phone})
	dateStyle, _ := x.NewStyle(&excelize.Style{NumFmt: 14})
	x.SetSheetRow("Sheet1", "A1", &peopleHeader)
	for r, row := range peopleRows {
		for c, v := range row {
			ref, _ := excelize.CoordinatesToCellName(c+1, r+2)
			switch peopleHeader[c] {
			case "Kod":
				x.SetCellValue("Sheet1", ref, decimalOf(v))
				x.SetCellStyle("Sheet1", ref, ref, codeStyle)
			case "Telefon":
				x.SetCellValue("Sheet1", ref, decimalOf(v))
				x.SetCellStyle("Sheet1", ref, ref, phoneStyle)
			case "Zatrudnienie":
				x.SetCellValue("Sheet1", ref, decimalOf(v))
			case "Udział":
				var f float64
				fmt.Sscan(v, &f)
				x.SetCellValue("Sheet1", ref, f)
			case "Data":
				x.SetCellValue("Sheet1", ref, serialOf(t, v))
				x.SetCellStyle("Sheet1", ref, ref, dateStyle)
			default:
				if v != "" {
					x.SetCellValue("Sheet1", ref, v)
				}
			}
		}
	}
	buf, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func decimalOf(v string) int {
	n := 0
	for _, d := range v {
		if d >= '0' && d <= '9' {
			n = n*10 + int(d-'0')
		}
	}
	return n
}

// serialOf is an ISO date as Excel counts days.
func serialOf(t testing.TB, iso string) int {
	t.Helper()
	known := map[string]int{"2026-11-22": 46348, "2025-02-01": 45689, "2024-12-31": 45657}
	return known[iso]
}

// odsOf writes the table as an OpenDocument spreadsheet.
func odsOf(t testing.TB) []byte {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<office:document-content><office:body><office:spreadsheet><table:table table:name="Sheet1">`)
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;")
	for _, row := range append([][]string{peopleHeader}, peopleRows...) {
		b.WriteString("<table:table-row>")
		for c, v := range row {
			switch {
			case v == "":
				b.WriteString("<table:table-cell/>")
			case peopleHeader[c] == "Kod" && v != "Kod":
				fmt.Fprintf(&b, `<table:table-cell office:value-type="float" office:value="%d"><text:p>%s</text:p></table:table-cell>`, decimalOf(v), v)
			case peopleHeader[c] == "Data" && v != "Data":
				fmt.Fprintf(&b, `<table:table-cell office:value-type="date" office:date-value="%s"><text:p>22.11.26</text:p></table:table-cell>`, v)
			case peopleHeader[c] == "Udział" && v != "Udział":
				fmt.Fprintf(&b, `<table:table-cell office:value-type="float" office:value="%s"><text:p>%s</text:p></table:table-cell>`, v, strings.ReplaceAll(v, ".", ","))
			default:
				fmt.Fprintf(&b, `<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>`, escape.Replace(v))
			}
		}
		b.WriteString("</table:table-row>")
	}
	b.WriteString(`</table:table></office:spreadsheet></office:body></office:document-content>`)
	return zipOf(t, "content.xml", b.String())
}

func encoded(t testing.TB, text string, utf16 bool) []byte {
	t.Helper()
	e := charmap.Windows1250.NewEncoder()
	if utf16 {
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	}
	raw, err := e.Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// TestForms reads the same table in every form and wants the same rows.
func TestForms(t *testing.T) {
	comma := plainDialect.table(peopleHeader, peopleRows)
	semicolon := dialectOf{";", `"`, `"`, "\r\n", false}.table(peopleHeader, peopleRows)
	tab := dialectOf{"\t", `"`, `"`, "\r\n", false}.table(peopleHeader, peopleRows)
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string][]byte{
		"list.csv":          []byte(comma),
		"semicolon.csv":     encoded(t, semicolon, false),
		"utf16.csv":         encoded(t, tab, true),
		"utf16-no-mark.csv": encoded(t, tab, true)[2:],
		"list.ods":          odsOf(t),
		"list.xlsx":         xlsxOf(t),
		"wrong-name.csv":    xlsxOf(t),
		"list.csv.gz":       gzipOf([]byte(comma)),
		"list.csv.zst":      z.EncodeAll([]byte(comma), nil),
		"list.xlsx.gz":      gzipOf(xlsxOf(t)),
		"list.zip":          zipOf(t, "folder/list.csv", comma, "__MACOSX/folder/._list.csv", "junk"),
		"list.xlsx.zip":     zipOf(t, "list.xlsx", string(xlsxOf(t))),
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Open(context.Background(), write(t, name, raw), Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			checkTable(t, f.Tables, peopleHeader, peopleRows)
			var numbers []int
			for _, r := range allRows(t, f.Tables[0]) {
				numbers = append(numbers, r.Number)
			}
			if diff := cmp.Diff([]int{2, 3, 4}, numbers); diff != "" {
				t.Error(diff)
			}
			if done, total := f.Tables[0].Progress(); total == 0 || done > total {
				t.Errorf("progress %d of %d", done, total)
			}
			if len(f.Tables[0].Sample) != 3 {
				t.Errorf("sample of %d rows", len(f.Tables[0].Sample))
			}
		})
	}
}
