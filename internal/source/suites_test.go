package source

import (
	"context"
	"encoding/json"
	"errors"

	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// With GOLDPAN_PIN set, testdata/suites.txt is written anew: check every line of
// it by hand.

// suites is the folder with the test suites of others, none of which is ours
// to keep.
func suites(t *testing.T) string {
	t.Helper()
	root := os.Getenv("GOLDPAN_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	dir := filepath.Join(root, "suites")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no test suites: GOLDPAN_DATA names no folder that holds them")
	}
	return dir
}

// plainTable reads a file and gives header and rows as one table.
func plainTable(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := Open(context.Background(), path, Options{Verbatim: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if len(f.Tables) != 1 {
		t.Fatalf("%d tables", len(f.Tables))
	}
	table := [][]string{f.Tables[0].Header}
	for _, r := range allRows(t, f.Tables[0]) {
		table = append(table, r.Cells)
	}
	return table
}

// TestSuitesByJSON compares with the rows that two suites give as JSON: lists
// of objects by label, or lists of rows with the header first.
func TestSuitesByJSON(t *testing.T) {
	dir := suites(t)
	for _, suite := range []struct{ csv, json string }{{"csv/spectrum/csvs", "csv/spectrum/json"}, {"csv/test-data/csv", "csv/test-data/json"}} {
		wants, err := filepath.Glob(filepath.Join(dir, suite.json, "*.json"))
		if err != nil || len(wants) == 0 {
			t.Fatal("no JSON in", suite.json)
		}
		for _, want := range wants {
			name := strings.TrimSuffix(filepath.Base(want), ".json")
			if name == "all-empty" || name == "empty-one-column" {
				continue // rows of blank cells are no rows here
			}
			t.Run(name, func(t *testing.T) {
				got := plainTable(t, filepath.Join(dir, suite.csv, name+".csv"))
				raw, err := os.ReadFile(want)
				if err != nil {
					t.Fatal(err)
				}
				compareJSON(t, raw, got)
			})
		}
	}
}

func compareJSON(t *testing.T, raw []byte, got [][]string) {
	t.Helper()
	var rows [][]string
	if json.Unmarshal(raw, &rows) == nil {
		if len(rows) == 0 {
			rows = got[:1] // a header without rows
		}
		if diff := cmp.Diff(rows, got); diff != "" {
			t.Error(diff)
		}
		return
	}
	var objects []map[string]string
	if err := json.Unmarshal(raw, &objects); err != nil {
		t.Fatal(err)
	}
	var have []map[string]string
	for _, row := range got[1:] {
		object := map[string]string{}
		for i, label := range got[0] {
			object[label] = row[i]
		}
		have = append(have, object)
	}
	if diff := cmp.Diff(objects, have); diff != "" {
		t.Error(diff)
	}
}

// TestSuites reads every file of all suites and compares how it was read with
// what was checked by hand and pinned: none may panic or lose a row.
func TestSuites(t *testing.T) {
	dir := suites(t)
	var lines []string
	for _, folder := range []string{"csv/spectrum/csvs", "csv/test-data/csv", "csv/duckdb/auto", "csv/duckdb/auto/glob", "csv/duckdb/test", "tables"} {
		files, err := filepath.Glob(filepath.Join(dir, folder, "*.*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.Contains(filepath.Base(path), "LICENSE") {
				continue
			}
			lines = append(lines, howRead(t, dir, path)...)
		}
	}
	got := strings.Join(lines, "\n") + "\n"
	const pinned = "testdata/suites.txt"
	if os.Getenv("GOLDPAN_PIN") != "" {
		if err := os.WriteFile(pinned, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(pinned)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Error(diff)
	}
}

// howRead says in a line per table how a file was read.
func howRead(t *testing.T, dir, path string) []string {
	name := filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))
	f, err := Open(context.Background(), path, Options{})
	if err != nil {
		var e *Error
		if !errors.As(err, &e) {
			t.Fatalf("%s: no Error but %v", name, err)
		}
		return []string{fmt.Sprintf("%s: refused, %s: %s", name, e.Kind, e.Detail)}
	}
	defer f.Close()
	var lines []string
	for _, tb := range f.Tables {
		counts := map[RowKind]int{}
		for r, err := range tb.Rows(context.Background()) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			counts[r.Kind]++
		}
		how := tb.Format
		if tb.Encoding != "" {
			how += fmt.Sprintf(" %s %q %s", tb.Encoding, tb.Delimiter, tb.LineEnd)
		} else {
			how += " " + tb.List.Sheet
		}
		if tb.HeaderRow > 0 {
			how += fmt.Sprintf(", header %d", tb.HeaderRow)
			if tb.HeaderRows > 1 {
				how += fmt.Sprintf("-%d", tb.HeaderRow+tb.HeaderRows-1)
			}
		} else {
			how += ", no header"
		}
		how += fmt.Sprintf(", %d columns", len(tb.Header))
		var kinds []string
		for k, n := range counts {
			kinds = append(kinds, fmt.Sprintf("%d %s", n, k))
		}
		slices.Sort(kinds)
		lines = append(lines, fmt.Sprintf("%s: %s: %s", name, how, strings.Join(kinds, ", ")))
	}
	return lines
}
