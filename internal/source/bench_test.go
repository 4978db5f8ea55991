package source

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"
)

// benchRow is an invented contact with 16 cells.
func benchRow(i int) []string {
	return []string{
		fmt.Sprint(100000 + i), "Anna", "Nowak" + fmt.Sprint(i%977), "Zakład Stolarski " + fmt.Sprint(i%4999) + " Sp. z o.o.",
		"Dyrektor Zakupów", fmt.Sprintf("anna.nowak%d@example.com", i), fmt.Sprintf("+48 22 %03d %02d %02d", i%1000, i%100, i/7%100),
		"ul. Długa " + fmt.Sprint(i%200), fmt.Sprintf("%02d-%03d", i%100, i%1000), "Warszawa", "mazowieckie", "PL",
		fmt.Sprint(i % 500), fmt.Sprintf("%d.%02d", i*13%100000, i%100), fmt.Sprintf("2026-%02d-%02d", i%12+1, i%28+1), "www.example.com",
	}
}

const benchRows = 100_000

func benchCSV(b *testing.B) (path string, size int64) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "bench.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := csv.NewWriter(bufio.NewWriterSize(f, 1<<20))
	w.Write([]string{"id", "first", "last", "company", "title", "email", "phone", "street", "zip", "city", "region", "country", "staff", "revenue", "date", "web"})
	for i := range benchRows {
		w.Write(benchRow(i))
	}
	w.Flush()
	f.Close()
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return path, info.Size()
}

func countRows(b *testing.B, path string) {
	b.Helper()
	f, err := Open(context.Background(), path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	n := 0
	for row, err := range f.Tables[0].Rows(context.Background()) {
		if err != nil {
			b.Fatal(err)
		}
		if row.Kind == DataRow {
			n++
		}
	}
	if n != benchRows {
		b.Fatalf("%d rows, want %d", n, benchRows)
	}
}

func BenchmarkCSV(b *testing.B) {
	path, size := benchCSV(b)
	b.SetBytes(size)
	for b.Loop() {
		countRows(b, path)
	}
}

// BenchmarkEncodingCSV reads the same file with the standard library.
func BenchmarkEncodingCSV(b *testing.B) {
	path, size := benchCSV(b)
	b.SetBytes(size)
	for b.Loop() {
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		r := csv.NewReader(f)
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
		f.Close()
	}
}

func benchXLSX(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bench.xlsx")
	x := excelize.NewFile()
	w, err := x.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	cells := make([]any, 16)
	for i := -1; i < benchRows; i++ {
		row := benchRow(max(i, 0))
		for c := range cells {
			cells[c] = row[c]
			if i < 0 {
				cells[c] = fmt.Sprintf("label %c", 'a'+c)
			} else if c == 0 || c == 12 {
				cells[c] = i
			}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := x.SaveAs(path); err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkXLSX(b *testing.B) {
	path := benchXLSX(b)
	b.ResetTimer()
	for b.Loop() {
		countRows(b, path)
	}
}

// BenchmarkExcelize reads the same workbook with excelize's Rows.
func BenchmarkExcelize(b *testing.B) {
	path := benchXLSX(b)
	b.ResetTimer()
	for b.Loop() {
		x, err := excelize.OpenFile(path)
		if err != nil {
			b.Fatal(err)
		}
		rows, err := x.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		x.Close()
	}
}
