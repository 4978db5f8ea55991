package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"goldpan/internal/source/charset"
)

func TestArchive(t *testing.T) {
	path := write(t, "lists.zip", zipOf(t, "b.csv", "x,y\n1,2\n", "a/b.csv", "p,q\n3,4\n", "photo.png", "\x89PNG....", "empty.csv", ""))
	f, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var names []string
	for _, tb := range f.Tables {
		names = append(names, strings.TrimPrefix(tb.List.Path, path))
	}
	var bad []string
	for _, e := range f.Unreadable {
		bad = append(bad, strings.TrimPrefix(e.Path, path)+" "+e.Kind.String())
	}
	if diff := cmp.Diff([]string{"/a/b.csv", "/b.csv"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"/empty.csv empty", "/photo.png binary"}, bad); diff != "" {
		t.Error(diff)
	}
}

func TestRefused(t *testing.T) {
	small := Limits{MaxInflated: 1 << 20, MaxRow: 1 << 12, MaxColumns: 100, MaxRatio: 20, MaxEntries: 5}
	var entries []string
	for i := range 9 {
		entries = append(entries, fmt.Sprint(i, ".csv"), "a,b\n1,2\n")
	}
	encrypted := zipOf(t, "a.csv", "a,b\n1,2\n")
	for i := range encrypted {
		if bytes.HasPrefix(encrypted[i:], []byte("PK\x01\x02")) {
			encrypted[i+8] |= 1
		}
	}
	for name, c := range map[string]struct {
		raw  []byte
		o    Options
		want Kind
	}{
		"empty":             {nil, Options{}, Empty},
		"blanks":            {[]byte("\n  \n\r\n"), Options{}, Empty},
		"picture":           {[]byte("\x89PNG\r\n\x1a\n"), Options{}, Binary},
		"binary":            {bytes.Repeat([]byte{0, 1, 2, 3, 200, 255, 7, 9}, 500), Options{}, Binary},
		"web page":          {[]byte("<!DOCTYPE html><html><table><tr><td>1"), Options{}, Binary},
		"part of a page":    {[]byte("<meta charset=utf-8>\r\n<table><tr><td>1"), Options{}, Binary},
		"JSON":              {[]byte(`[{"name": "x", "city": "y"}]`), Options{}, Binary},
		"SYLK":              {[]byte("ID;PWXL;N;E\r\nC;Y1;X1;K\"a\"\r\nE\r\n"), Options{}, Binary},
		"Numbers":           {zipOf(t, "Index/Document.iwa", "\x00\x01"), Options{}, Binary},
		"text document":     {zipOf(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<document/>"), Options{}, Binary},
		"cut off gzip":      {gzipOf(bytes.Repeat([]byte("a,b,c,d\n"), 5000))[:60], Options{}, Truncated},
		"gzip bomb":         {gzipOf(make([]byte, 30<<20)), Options{Limits: small}, TooLarge},
		"long row":          {[]byte("a,b\n" + strings.Repeat("x", 1<<13) + ",1\n"), Options{Limits: small}, TooLarge},
		"many columns":      {[]byte(strings.Repeat("a,", 200) + "\n1,2\n"), Options{Limits: small}, TooLarge},
		"many files":        {zipOf(t, entries...), Options{Limits: small}, TooLarge},
		"encrypted zip":     {encrypted, Options{}, Encrypted},
		"cut off zip":       {xlsxOf(t)[:3000], Options{}, Truncated},
		"no such sheet":     {xlsxOf(t), Options{Sheet: "Nope"}, Override},
		"sheet of a text":   {[]byte("a,b\n1,2\n"), Options{Sheet: "Nope"}, Override},
		"no such encoding":  {[]byte("a,b\n1,2\n"), Options{Encoding: "klingon"}, Override},
		"no such delimiter": {[]byte("a,b\n1,2\n"), Options{Delimiter: ";"}, Override},
		"no such row":       {[]byte("a,b\n1,2\n"), Options{HeaderRow: 9}, Override},
		"quote delimits":    {[]byte("a,b\n1,2\n"), Options{Delimiter: `"`}, Override},
		"zip of nothing":    {zipOf(t), Options{}, Empty},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Open(context.Background(), write(t, "list.csv", c.raw), c.o)
			if err == nil {
				for _, tb := range f.Tables {
					for _, e := range tb.Rows(context.Background()) {
						if e != nil {
							err = e
						}
					}
				}
				f.Close()
			}
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("no Error but %v", err)
			}
			if e.Kind != c.want || e.Detail == "" || e.Path == "" {
				t.Errorf("%v (%s), want %s", e, e.Kind, c.want)
			}
		})
	}
}

func TestMissing(t *testing.T) {
	_, err := Open(context.Background(), filepath.Join(t.TempDir(), "no.csv"), Options{})
	var e *Error
	if !errors.As(err, &e) || e.Kind != Failed || !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

func TestHeaderWithoutRows(t *testing.T) {
	tables := readText(t, "name,email\n", Options{})
	if len(tables) != 1 || len(allRows(t, tables[0])) != 0 || !slices.Equal(tables[0].Header, []string{"name", "email"}) {
		t.Errorf("%+v", tables)
	}
}

func TestOverrides(t *testing.T) {
	text := "note;x\na;b;c\n1;2;3\n4;5;6\n"
	for name, c := range map[string]struct {
		o      Options
		header []string
		rows   int
	}{
		"header row":   {Options{HeaderRow: 3}, []string{"1", "2", "3"}, 1},
		"no header":    {Options{HeaderRow: -1}, []string{"column 1", "column 2", "column 3"}, 4},
		"delimiter":    {Options{Delimiter: "semicolon"}, []string{"a", "b", "c"}, 2},
		"encoding":     {Options{Encoding: "latin2"}, []string{"a", "b", "c"}, 2},
		"no delimiter": {Options{Delimiter: "none"}, []string{"note;x"}, 3},
	} {
		t.Run(name, func(t *testing.T) {
			tables := readText(t, text, c.o)
			if diff := cmp.Diff(c.header, tables[0].Header); diff != "" {
				t.Error(diff)
			}
			if n := len(dataOf(allRows(t, tables[0]))); n != c.rows {
				t.Errorf("%d rows, want %d", n, c.rows)
			}
		})
	}
}

func TestHiddenSheet(t *testing.T) {
	x := excelize.NewFile()
	x.SetSheetRow("Sheet1", "A1", &[]string{"a", "b"})
	x.SetSheetRow("Sheet1", "A2", &[]int{1, 2})
	x.NewSheet("Old")
	x.SetSheetRow("Old", "A1", &[]string{"c", "d"})
	x.SetSheetRow("Old", "A2", &[]int{3, 4})
	x.SetSheetVisible("Old", false)
	buf, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	path := write(t, "book.xlsx", buf.Bytes())
	f, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if len(f.Tables) != 1 || len(f.Hidden) != 1 || f.Hidden[0].Rows != 2 || f.Hidden[0].List.Sheet != "Old" {
		t.Errorf("tables %d hidden %+v", len(f.Tables), f.Hidden)
	}
	g, err := Open(context.Background(), path, Options{Sheet: "Old"})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	checkTable(t, g.Tables, []string{"c", "d"}, [][]string{{"3", "4"}})
}

// TestTwice reads a table twice and stops the first time half way.
func TestTwice(t *testing.T) {
	header, rows := cleanTable()
	tb := readText(t, plainDialect.table(header, rows), Options{})[0]
	for range tb.Rows(context.Background()) {
		break
	}
	if diff := cmp.Diff(rows, dataOf(allRows(t, tb))); diff != "" {
		t.Error(diff)
	}
}

func TestCancelled(t *testing.T) {
	tb := readText(t, strings.Repeat("a,b\n1,2\n", 50_000), Options{})[0]
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, err := range tb.Rows(ctx) {
		if err != nil {
			if !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
			return
		}
	}
	t.Error("read to the end")
}

// TestMixedEncodings reads a UTF-8 list to which rows in Windows-1250 were
// appended, and one with bytes that mean nothing.
func TestMixedEncodings(t *testing.T) {
	text := plainDialect.table(peopleHeader, nil)
	for range 10 {
		text += plainDialect.table(nil, peopleRows)
	}
	mixed := text + string(encoded(t, plainDialect.table(nil, peopleRows), false))
	tables := readText(t, mixed, Options{})
	rows := dataOf(allRows(t, tables[0]))
	if len(rows) != 33 || tables[0].Encoding != "utf-8" {
		t.Fatalf("%d rows as %s", len(rows), tables[0].Encoding)
	}
	if diff := cmp.Diff(peopleRows, rows[30:]); diff != "" {
		t.Error(diff)
	}
	bad := allRows(t, readText(t, text+"x\x01\xffy,\xfe\xff,z,1,2,3,4,5\n", Options{})[0])
	if last := bad[len(bad)-1]; last.Kind != BadEncodingRow || last.Raw == "" {
		t.Errorf("%+v", last)
	}
}

// TestMojibake repairs what was garbled before it reached us, but not in a
// verbatim reading.
func TestMojibake(t *testing.T) {
	text := plainDialect.table(peopleHeader, peopleRows)
	garbled := charset.Decode([]byte(text), "windows-1252")
	checkTable(t, readText(t, garbled, Options{}), peopleHeader, peopleRows)
	raw := readText(t, garbled, Options{Verbatim: true})[0]
	if raw.Header[0] == peopleHeader[0] {
		t.Error("repaired although verbatim")
	}
}
