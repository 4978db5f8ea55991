package source

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A list of one column has quotes like any other: a cell that holds a comma or
// a quote is quoted, the others are not, and no delimiter says so.
func TestOneColumnKeepsItsQuotes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names.csv")
	text := "Full name\nAnna Bocian\nEwa Lis\n\"Bocian, Anna\"\nJan Kos\n\"Adam \"\"Big\"\" Wilk\"\nOla Sowa\nPiotr Dudek\n" +
		"Ela Wrona\nIgor Jelen\n\"Sarna, Jan, Jr.\"\nLidia Bober\nGustaw Kos\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var got []string
	for row, err := range f.Tables[0].Rows(context.Background()) {
		if err != nil || row.Kind != DataRow || len(row.Cells) != 1 {
			t.Fatalf("row %d: %v, %v, %q", row.Number, err, row.Kind, row.Cells)
		}
		got = append(got, row.Cells[0])
	}
	want := []string{"Anna Bocian", "Ewa Lis", "Bocian, Anna", "Jan Kos", `Adam "Big" Wilk`, "Ola Sowa", "Piotr Dudek", "Ela Wrona",
		"Igor Jelen", "Sarna, Jan, Jr.", "Lidia Bober", "Gustaw Kos"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
