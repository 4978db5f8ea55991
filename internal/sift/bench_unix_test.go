//go:build unix

package sift

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"goldpan/internal/sink"
)

// TestBench is `make bench`: whole processes over listgen's rows, beside a
// plain encoding/csv copy of the same file in the same run. It measures and
// prints; only a run that fails, or passes the memory limit, fails it.
func TestBench(t *testing.T) {
	dir, rows := benchRows(t)
	for _, n := range rows {
		list := benchList(t, dir, n)
		plain := copyCSV(t, list, filepath.Join(dir, "copy.csv"))
		benchSift(t, dir, list, n, plain)
	}
}

// benchRows are the folder that make bench works in and how many rows its lists
// have, ascending. Elsewhere the test is skipped.
func benchRows(t *testing.T) (dir string, rows []int) {
	dir = os.Getenv("GOLDPAN_BENCH")
	if dir == "" {
		t.Skip("run by make bench: GOLDPAN_BENCH names the folder of its lists and programs")
	}
	for _, text := range strings.Fields(os.Getenv("GOLDPAN_BENCH_ROWS")) {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, n)
	}
	slices.Sort(rows)
	return dir, rows
}

// benchList makes listgen's list once and keeps it between runs.
func benchList(t *testing.T, dir string, rows int) string {
	list := filepath.Join(dir, fmt.Sprintf("list-%d.csv", rows))
	if _, err := os.Stat(list); err == nil {
		return list
	}
	cmd := exec.Command(filepath.Join(dir, "listgen"), "--rows", strconv.Itoa(rows), "--seed", "1", "-o", list,
		"--truth", filepath.Join(dir, fmt.Sprintf("truth-%d.csv", rows)))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("listgen: %v\n%s", err, out)
	}
	return list
}

// copyCSV reads and writes the list with encoding/csv and nothing else.
func copyCSV(t *testing.T, from, to string) time.Duration {
	began := time.Now()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer os.Remove(to)
	r, w := csv.NewReader(in), csv.NewWriter(out)
	r.ReuseRecord = true
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	if err := errors.Join(w.Error(), out.Close()); err != nil {
		t.Fatal(err)
	}
	return time.Since(began)
}

func benchSift(t *testing.T, dir, list string, rows int, plain time.Duration) {
	out := filepath.Join(dir, "out")
	os.RemoveAll(out)
	cmd := exec.Command(filepath.Join(dir, "goldpan"), "sift", "-v", "-p", "testdata/bench.yaml", "-o", out, "--progress", "never", list)
	began := time.Now()
	said, err := cmd.CombinedOutput()
	took := time.Since(began)
	if err != nil {
		t.Fatalf("goldpan: %v\n%s", err, said)
	}
	run, err := sink.ReadRun(out)
	if err != nil {
		t.Fatal(err)
	}
	peak := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS == "darwin" {
		peak /= 1024 // bytes there, KiB elsewhere
	}
	delivered := run.Totals.Prospects + run.Totals.Suspects
	fmt.Printf("\nsift, %d rows: %.1f s, %.0f rows/s, peak memory %d MB, %d delivered (%.1f%%)\n", rows, took.Seconds(),
		float64(rows)/took.Seconds(), peak/1024, delivered, 100*float64(delivered)/float64(rows))
	for line := range strings.Lines(string(said)) {
		if text, ok := strings.CutPrefix(line, "goldpan: "); ok && strings.HasSuffix(text, " s\n") {
			fmt.Print("  ", text)
		}
	}
	fmt.Printf("  plain encoding/csv copy  %8.2f s; sift takes %.1f times as long\n", plain.Seconds(), took.Seconds()/plain.Seconds())
	if limit := int64(1500); peak/1024 > limit {
		t.Errorf("peak memory of %d MB is over the limit of %d MB", peak/1024, limit)
	}
}
