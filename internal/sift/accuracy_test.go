package sift

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"goldpan/internal/dedupe"
	"goldpan/internal/profile"
)

// TestAccuracyOfListgen is part of `make accuracy`: 100,000 of listgen's rows
// with their known truth, at the default cut.
func TestAccuracyOfListgen(t *testing.T) {
	if testing.Short() {
		t.Skip("clusters 100,000 rows: left out with -short")
	}
	dir := t.TempDir()
	list, truth := filepath.Join(dir, "list.csv"), filepath.Join(dir, "truth.csv")
	if out, err := exec.Command("go", "run", "../../cmd/listgen", "--rows", "100000", "--seed", "1", "-o", list, "--truth", truth).CombinedOutput(); err != nil {
		t.Fatalf("listgen: %v\n%s", err, out)
	}
	job := Job{Lists: []string{list}, Profile: profile.Default(), Jobs: 2, AsOf: asOf, Now: asOf}
	run, all, who, cleanUp, err := matched(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	defer cleanUp()
	byRow := map[int][]string{} // contact, person and account of each row
	for _, row := range readAll(t, truth)[1:] {
		n, err := strconv.Atoi(row[0])
		if err != nil {
			t.Fatal(err)
		}
		byRow[n] = row[1:4]
	}
	for level, floor := range []struct {
		name              string
		found             []uint32
		precision, recall float64
	}{
		{"contact", who.Contact, 0.995, 0.97},
		{"person", who.Person, 0.995, 0.955},
		{"account", who.Account, 0.995, 0.995},
	} {
		of := make([]string, all.ledger.Len())
		for id := range of {
			if names := byRow[int(all.ledger.Origin(uint32(id)).Row)]; names != nil {
				of[id] = names[level]
			}
		}
		a := dedupe.Score(floor.found, of)
		t.Logf("%-8s precision %.4f recall %.4f F1 %.4f B-cubed %.4f", floor.name, a.Precision, a.Recall, a.F1, a.BCubedF1)
		if a.Precision < floor.precision || a.Recall < floor.recall {
			t.Errorf("%s: below precision %.3f and recall %.3f", floor.name, floor.precision, floor.recall)
		}
	}
	if len(run.lists) != 1 || all.ledger.Len() != 100_000 {
		t.Errorf("%d rows were read", all.ledger.Len())
	}
}
