//go:build unix

package sift

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestBenchJudging is part of `make bench`: what twenty criteria, five of them
// expressions, and a do-not-contact list of a million lines add to the phases
// that open, read and judge, beside a run that asks nothing.
func TestBenchJudging(t *testing.T) {
	dir := os.Getenv("GOLDPAN_BENCH")
	if dir == "" {
		t.Skip("run by make bench: GOLDPAN_BENCH names the folder of its lists and programs")
	}
	rows := strings.Fields(os.Getenv("GOLDPAN_BENCH_ROWS"))
	n, err := strconv.Atoi(rows[len(rows)-1])
	if err != nil {
		t.Fatal(err)
	}
	list := benchList(t, dir, n)
	stop := stopList(t, dir)
	plain := judgingSeconds(t, dir, "testdata/bench-empty.yaml", list)
	full := judgingSeconds(t, dir, "testdata/bench-twenty.yaml", list, "--suppress", stop)
	fmt.Printf("\njudging, %d rows: opening, reading and judging take %.1f s without criteria, %.1f s with twenty and a million suppressed: %+.1f s\n",
		n, plain, full, full-plain)
}

// judgingSeconds is how long the phases take that criteria and suppressions
// have a part in. The others depend on how many contacts are delivered.
func judgingSeconds(t *testing.T, dir, profile, list string, more ...string) float64 {
	args := append([]string{"sift", "-v", "--dry-run", "-o", filepath.Join(dir, "dry"), "-p", profile, "--progress", "never"}, more...)
	out, err := exec.Command(filepath.Join(dir, "goldpan"), append(args, list)...).CombinedOutput()
	if err != nil {
		t.Fatalf("goldpan: %v\n%s", err, out)
	}
	sum := 0.0
	for line := range strings.Lines(string(out)) {
		for _, phase := range []string{"opening", "reading and cleaning", "merging and judging"} {
			if rest, ok := strings.CutPrefix(line, "goldpan: "+phase+" "); ok {
				seconds, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " s"), 64)
				if err != nil {
					t.Fatal(err)
				}
				sum += seconds
			}
		}
	}
	if sum == 0 {
		t.Fatalf("goldpan names no phases:\n%s", out)
	}
	return sum
}

// stopList makes a list of a million invented numbers and addresses once.
func stopList(t *testing.T, dir string) string {
	path := filepath.Join(dir, "stop-1000000.txt")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	for i := range 500_000 {
		fmt.Fprintf(w, "+4845%07d\nnobody%d@stop%d.example\n", i*19%10_000_000, i, i%977)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
