//go:build unix

package sift

import (
	"fmt"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"goldpan/internal/profile"
)

// TestBenchScoring is part of `make bench`: how many candidate pairs a second
// one core compares, on the last of the lists. What is timed is the scoring of
// all pairs, from the first to the last, including the check that each pair is
// compared once; finding the blocks and learning the weights are not in it.
func TestBenchScoring(t *testing.T) {
	dir, rows := benchRows(t)
	n := rows[len(rows)-1]
	job := Job{Lists: []string{benchList(t, dir, n)}, Profile: profile.Default(), DryRun: true, Out: filepath.Join(dir, "dry"), Jobs: 2, AsOf: benchDay, Now: benchDay}
	run, cleanUp, err := start(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	defer cleanUp()
	all, err := run.firstPass(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer all.close()

	began := time.Now()
	var first, last time.Time
	var cpu time.Duration
	who, err := all.index.Cluster(t.Context(), 1, nil, func(done, total int64) {
		last = time.Now()
		if first.IsZero() {
			first, cpu = last, cpuTime(t)
		}
		if done == total {
			cpu = cpuTime(t) - cpu
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	whole, scoring := time.Since(began), last.Sub(first)
	fmt.Printf("\nscoring, %d rows on one core: %d pairs in %.1f s, %.2f M pairs/s (%.1f s CPU); clusters took %.1f s in all\n",
		n, who.Pairs, scoring.Seconds(), float64(who.Pairs)/scoring.Seconds()/1e6, cpu.Seconds(), whole.Seconds())
}

// cpuTime is what the process has used so far.
func cpuTime(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
