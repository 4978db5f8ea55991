package source

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
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

// benchRows is how many rows the small benchmarks read; TestBenchReading reads
// lists of full size.
const benchRows = 20_000

func writeBenchCSV(tb testing.TB, path string, rows int) {
	tb.Helper()
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := csv.NewWriter(bufio.NewWriterSize(f, 1<<20))
	w.Write([]string{"id", "first", "last", "company", "title", "email", "phone", "street", "zip", "city", "region", "country", "staff", "revenue", "date", "web"})
	for i := range rows {
		w.Write(benchRow(i))
	}
	w.Flush()
	if err := errors.Join(w.Error(), f.Close()); err != nil {
		tb.Fatal(err)
	}
}

func writeBenchXLSX(tb testing.TB, path string, rows int) {
	tb.Helper()
	x := excelize.NewFile()
	w, err := x.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	cells := make([]any, 16)
	for i := -1; i < rows; i++ {
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
			tb.Fatal(err)
		}
	}
	if err := errors.Join(w.Flush(), x.SaveAs(path)); err != nil {
		tb.Fatal(err)
	}
}

// countOurs counts the data rows of a list's first table.
func countOurs(path string) (n int, err error) {
	f, err := Open(context.Background(), path, Options{})
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for row, err := range f.Tables[0].Rows(context.Background()) {
		if err != nil {
			return n, err
		}
		if row.Kind == DataRow {
			n++
		}
	}
	return n, nil
}

// countPlain counts the rows below the header with the standard library.
func countPlain(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for n = -1; ; n++ {
		if _, err := r.Read(); err == io.EOF {
			return n, nil
		} else if err != nil {
			return n, err
		}
	}
}

// countExcelize counts the rows below the header with excelize's Rows.
func countExcelize(path string) (n int, err error) {
	x, err := excelize.OpenFile(path)
	if err != nil {
		return 0, err
	}
	defer x.Close()
	rows, err := x.Rows("Sheet1")
	if err != nil {
		return 0, err
	}
	for n = -1; rows.Next(); n++ {
		if _, err := rows.Columns(); err != nil {
			return n, err
		}
	}
	return n, rows.Close()
}

func benchmark(b *testing.B, name string, write func(testing.TB, string, int), count func(string) (int, error)) {
	path := filepath.Join(b.TempDir(), name)
	write(b, path, benchRows)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		if n, err := count(path); err != nil || n != benchRows {
			b.Fatalf("%d rows, want %d: %v", n, benchRows, err)
		}
	}
}

func BenchmarkCSV(b *testing.B)         { benchmark(b, "list.csv", writeBenchCSV, countOurs) }
func BenchmarkEncodingCSV(b *testing.B) { benchmark(b, "list.csv", writeBenchCSV, countPlain) }
func BenchmarkXLSX(b *testing.B)        { benchmark(b, "list.xlsx", writeBenchXLSX, countOurs) }
func BenchmarkExcelize(b *testing.B)    { benchmark(b, "list.xlsx", writeBenchXLSX, countExcelize) }
