package columns

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden mappings anew")

// TestLayouts maps the exports of list vendors, verifiers and CRMs, filled
// with invented values, and compares every column with its golden file.
func TestLayouts(t *testing.T) {
	paths, err := filepath.Glob("testdata/layouts/*.csv")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d layouts: %v", len(paths), err)
	}
	for _, path := range paths {
		header, sample := readList(t, path)
		m, _ := Map(header, sample, Options{})
		got := golden(m)
		file := strings.TrimSuffix(path, ".csv") + ".golden"
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// golden writes a mapping as one line a column: what it became, its unit and
// currency, and its label.
func golden(m *Mapping) string {
	var out strings.Builder
	fmt.Fprintf(&out, "vendor=%s layout=%s\n", m.Vendor, m.Layout)
	for _, c := range m.Columns {
		what := described(c)
		if c.Unit > 0 && c.Unit != 1 {
			what += fmt.Sprintf(" x%.0f", c.Unit)
		}
		if c.Field != 0 && c.Currency != "" {
			what += " " + c.Currency
		}
		fmt.Fprintf(&out, "%-28s %s\n", what, c.Label)
	}
	return out.String()
}

// TestExports maps header lines without rows and compares with the golden
// file: a change shows what else it changed.
func TestExports(t *testing.T) {
	lines, err := os.ReadFile("testdata/exports.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(lines)) {
		name, header, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		m, _ := Map(strings.Split(header, "|"), nil, Options{})
		fmt.Fprintf(&got, "== %s lang=%s country=%s ", name, m.HeaderLang, m.Hints.Country)
		got.WriteString(golden(m))
	}
	if *update {
		if err := os.WriteFile("testdata/exports.golden", []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/exports.golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
