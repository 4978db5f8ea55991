package sift

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/profile"
	"goldpan/internal/sink"
)

var asOf = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

func sampleProfile(t testing.TB) *profile.Profile {
	t.Helper()
	p, mistakes, err := profile.Load("../../samples/profile.yaml")
	if err != nil || len(mistakes) > 0 {
		t.Fatal(err, mistakes)
	}
	return p
}

func sampleLists(t testing.TB) []string {
	t.Helper()
	lists, err := filepath.Glob("../../samples/lists/*")
	if err != nil || len(lists) != 7 {
		t.Fatalf("%d sample lists, %v", len(lists), err)
	}
	return lists
}

func runSamples(t testing.TB, change func(*Job)) (*Summary, *sink.Run, string) {
	t.Helper()
	job := Job{Lists: sampleLists(t), Profile: sampleProfile(t), Out: filepath.Join(t.TempDir(), "out"), Jobs: 2, AsOf: asOf, Now: asOf}
	change(&job)
	summary, err := Run(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	run, err := sink.ReadRun(job.Out)
	if err != nil {
		t.Fatal(err)
	}
	return summary, run, job.Out
}

// The same lists give the same bytes whatever the number of jobs and the order
// of the arguments.
func TestSameBytes(t *testing.T) {
	_, want, _ := runSamples(t, func(j *Job) { j.Jobs = 1 })
	_, got, _ := runSamples(t, func(j *Job) {
		slices.Reverse(j.Lists)
		j.Jobs = 3
	})
	if diff := cmp.Diff(want.Outputs, got.Outputs); diff != "" {
		t.Error("other bytes: ", diff)
	}
	if len(want.Outputs) < 6 {
		t.Errorf("only %d outputs", len(want.Outputs))
	}
}

func TestSamplesBalance(t *testing.T) {
	summary, run, out := runSamples(t, func(*Job) {})
	n := run.Totals
	if n.Rows != n.Prospects+n.Suspects+n.Merged+n.Rejected || n.Rows < 1500 {
		t.Errorf("totals %+v", n)
	}
	if n.Prospects == 0 || n.Suspects == 0 || n.Merged == 0 || n.Rejected == 0 {
		t.Errorf("the samples should show every fate: %+v", n)
	}
	var sum sink.RunTotals
	for _, l := range run.Lists {
		sum.Rows += l.Rows
		sum.Prospects += l.Prospects
		sum.Suspects += l.Suspects
		sum.Merged += l.Merged
		sum.Rejected += l.Rejected
	}
	if sum != n {
		t.Errorf("the lists add up to %+v, the run to %+v", sum, n)
	}
	if len(summary.Best) != 5 || summary.Callable == 0 {
		t.Errorf("%d best, %d callable", len(summary.Best), summary.Callable)
	}
	info, err := os.Stat(filepath.Join(out, "prospects.csv"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("prospects.csv: %v, %v", info.Mode(), err)
	}
	left, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(left) != 1 {
		t.Errorf("%d things beside the output folder: %v", len(left)-1, err)
	}
}

// An interrupted run leaves nothing behind.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	job := Job{Lists: sampleLists(t), Profile: sampleProfile(t), Out: filepath.Join(dir, "out"), Jobs: 2, AsOf: asOf, Now: asOf}
	job.Progress = func(phase string, _, _ int64) {
		if phase == "judging" {
			cancel()
		}
	}
	if _, err := Run(ctx, job); err == nil {
		t.Fatal("an interrupted run succeeds")
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("%d things left behind: %v", len(left), left)
	}
}
