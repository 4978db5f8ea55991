package dedupe_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"goldpan/internal/dedupe"
)

// floors are the pairwise F1 that the shipped configuration must reach on the
// labelled sets of the development data, with --cut f1.
var floors = []struct {
	set       string
	overrides map[string]string
	f1        float64
}{
	{"splink_fake_1000", nil, 0.96},
	{"dqbench_er_t1", nil, 0.99},
	{"dqbench_er_t2", nil, 0.995},
	{"febrl1", nil, 0.995},
	{"febrl2", nil, 0.998},
	{"rldata10000", map[string]string{"fname_c1": "first_name", "fname_c2": "middle_name", "lname_c1": "last_name", "by+bm+bd": "birth_date"}, 0.94},
	{"fodors_zagat", map[string]string{"name": "company"}, 0.95},
	{"stoxx50", map[string]string{"name": "company"}, 0.96},
}

// dataDir is the folder of development data; the test is skipped without it.
func dataDir(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("GOLDPAN_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	if _, err := os.Stat(filepath.Join(dir, "linkage")); err != nil {
		t.Skip("the labelled sets are not here: set GOLDPAN_DATA to their folder")
	}
	return dir
}

func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("measures eight labelled sets for half a minute: left out with -short")
	}
	dir := dataDir(t)
	for _, set := range floors {
		t.Run(set.set, func(t *testing.T) {
			l := read(t, filepath.Join(dir, "linkage", set.set, "list.csv"), set.overrides)
			of := truth(t, filepath.Join(dir, "linkage", set.set, "truth.csv"), "cluster_id", l)
			res, err := index(l, dedupe.Config{Cut: "f1"}).Cluster(context.Background(), 2, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			a := dedupe.Score(res.Contact, of)
			t.Logf("precision %.4f recall %.4f F1 %.4f B-cubed %.4f, expected %.3f and %.3f, %d pairs", a.Precision, a.Recall, a.F1, a.BCubedF1,
				res.Precision, res.Recall, res.Pairs)
			if a.F1 < set.f1 {
				t.Errorf("F1 %.4f is below the floor %.2f", a.F1, set.f1)
			}
		})
	}
}
