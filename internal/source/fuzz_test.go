package source

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// FuzzOpen feeds any bytes as a file: they are read or refused with an Error,
// every row has as many cells as the table has labels, and reading twice gives
// the same.
func FuzzOpen(f *testing.F) {
	header, rows := cleanTable()
	f.Add([]byte(plainDialect.table(header, rows[:5])), false)
	f.Add([]byte("title\n\na;b;c\n1;2;3\n1;\"2;3\n;;\nTotal;5;6\n\nx;y\nfoo;bar\nSource: me\n"), true)
	f.Add([]byte("\xff\xfea\x00\t\x00b\x00\n\x00"), false)
	f.Add(gzipOf([]byte("a,b\n1,2\n")), false)
	f.Add(zipOf(f, "x.csv", "a,b\n1,2\n"), false)
	f.Add([]byte("sep=|\r\na|b\r\n1|2\r\n"), false)
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte, verbatim bool) {
		path := filepath.Join(dir, "list")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		limits := Limits{MaxInflated: 1 << 22, MaxRow: 1 << 16, MaxColumns: 500, MaxEmptyRows: 10_000, MaxEntries: 10}
		file, err := Open(context.Background(), path, Options{Limits: limits, Verbatim: verbatim})
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Detail == "" || e.Path == "" {
				t.Fatalf("no proper Error: %v", err)
			}
			return
		}
		defer file.Close()
		if len(file.Tables) == 0 {
			t.Fatal("no table and no error")
		}
		for _, tb := range file.Tables {
			first, second := readOnce(t, tb), readOnce(t, tb)
			if first != second {
				t.Fatalf("read twice: %d rows and %d", first, second)
			}
			for _, row := range tb.Sample {
				if len(row) != len(tb.Header) {
					t.Fatalf("a sample row of %d cells under %d labels", len(row), len(tb.Header))
				}
			}
		}
	})
}

// readOnce counts the rows of a table and checks each.
func readOnce(t *testing.T, tb *Table) (n int) {
	last := tb.HeaderRow
	for r, err := range tb.Rows(context.Background()) {
		if err != nil {
			return n
		}
		n++
		if r.Number <= last {
			t.Fatalf("row %d behind row %d", r.Number, last)
		}
		last = r.Number
		switch r.Kind {
		case DataRow:
			if len(r.Cells) != len(tb.Header) || blankCells(r.Cells) {
				t.Fatalf("row %d has %d cells under %d labels: %q", r.Number, len(r.Cells), len(tb.Header), r.Cells)
			}
		case BadRow, BadEncodingRow:
			if r.Why == "" || r.Raw == "" {
				t.Fatalf("bad row %d says nothing: %q", r.Number, r.Cells)
			}
		}
	}
	return n
}
