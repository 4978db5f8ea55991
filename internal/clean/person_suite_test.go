package clean

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"
)

// dataFile opens a file of the shared test data, or skips the test.
func dataFile(t *testing.T, name string) *os.File {
	t.Helper()
	root := os.Getenv("GOLDPAN_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	f, err := os.Open(filepath.Join(root, name))
	if err != nil {
		t.Skipf("no test data: set GOLDPAN_DATA to run this test (%v)", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestPersonSuite holds the parts of full names against python-nameparser's
// own test cases. An empty cell is compared as well: nothing may appear where
// nothing belongs.
func TestPersonSuite(t *testing.T) {
	rows, err := csv.NewReader(dataFile(t, "suites/person_names.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, row := range rows[1:] {
		want := [6]string(row[4:10])
		if row[2] == "xfail" || want == [6]string{} {
			continue
		}
		all++
		p := SplitName(row[3], "", "")
		if got := [6]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix, p.Nickname}; got == want {
			right++
		} else {
			t.Logf("%s: %q\n got %q\nwant %q", row[1], row[3], got, want)
		}
	}
	t.Logf("%d of %d", right, all)
	if float64(right) < 0.96*float64(all) {
		t.Errorf("%d of %d names right, want 96%%", right, all)
	}
}
