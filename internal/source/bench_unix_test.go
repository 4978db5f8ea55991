//go:build unix

package source

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// Sizes of the lists that TestBenchReading reads, 16 cells wide.
const (
	fullCSV  = 1_000_000
	fullXLSX = 300_000
)

// TestBenchReading is the reading part of `make bench`: a CSV file beside
// encoding/csv, a workbook beside excelize's Rows, each reader in a process of
// its own. User CPU time is compared, since others may use the machine too;
// a reader that takes too much of it, or of memory, fails.
func TestBenchReading(t *testing.T) {
	dir := os.Getenv("GOLDPAN_BENCH")
	if dir == "" {
		t.Skip("run by make bench: GOLDPAN_BENCH names the folder of its lists")
	}
	list := filepath.Join(dir, "reading.csv")
	alone(t, "csv writer", list, fullCSV)
	ours, plain := measure(t, "goldpan", list, fullCSV), measure(t, "encoding/csv", list, fullCSV)
	times := ours.cpu.Seconds() / plain.cpu.Seconds()
	fmt.Printf("  CSV takes %.2f times as long as encoding/csv\n", times)
	if times > 2 {
		t.Errorf("CSV takes %.2f times as long as encoding/csv, more than 2", times)
	}

	book := filepath.Join(dir, "reading.xlsx")
	alone(t, "xlsx writer", book, fullXLSX)
	ours, slow := measure(t, "goldpan", book, fullXLSX), measure(t, "excelize", book, fullXLSX)
	times = slow.cpu.Seconds() / ours.cpu.Seconds()
	fmt.Printf("  XLSX is read %.1f times as fast as by excelize (by the clock %.1f times), in %d MB\n", times, slow.clock.Seconds()/ours.clock.Seconds(), ours.peak)
	if times < 8 {
		t.Errorf("XLSX is read %.1f times as fast as by excelize, less than 8", times)
	}
	if ours.peak >= 200 {
		t.Errorf("reading XLSX takes %d MB of memory, not under 200", ours.peak)
	}
}

// usage is what it took to read a list.
type usage struct {
	cpu, clock time.Duration // cpu without the system's part
	peak       int64         // resident memory, MB
}

// measure reads a list and says what it took.
func measure(t *testing.T, reader, list string, rows int) usage {
	t.Helper()
	began := time.Now()
	cmd := alone(t, reader, list, rows)
	u := usage{cpu: cmd.ProcessState.UserTime(), clock: time.Since(began)}
	u.peak = int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024
	if runtime.GOOS == "darwin" {
		u.peak /= 1024 // bytes there, KiB elsewhere
	}
	fmt.Printf("  %-12s reads %7d rows of %-12s %6.2f s CPU, %6.2f s clock, peak memory %d MB\n", reader, rows, filepath.Base(list), u.cpu.Seconds(), u.clock.Seconds(), u.peak)
	return u
}

// alone does a part of the benchmark in a process of its own: this test
// program, started again for TestAlone. The lists are written so too, since a
// process counts the memory of the one that starts it as its own.
func alone(t *testing.T, part, list string, rows int) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run", "^TestAlone$", "-test.timeout", "30m")
	cmd.Env = append(os.Environ(), "GOLDPAN_BENCH_PART="+part, "GOLDPAN_BENCH_LIST="+list, "GOLDPAN_BENCH_ROWS="+strconv.Itoa(rows))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", part, err, out)
	}
	return cmd
}

// TestAlone is what runs in the process that alone starts.
func TestAlone(t *testing.T) {
	list := os.Getenv("GOLDPAN_BENCH_LIST")
	if list == "" {
		t.Skip("started by TestBenchReading")
	}
	rows, err := strconv.Atoi(os.Getenv("GOLDPAN_BENCH_ROWS"))
	if err != nil {
		t.Fatal(err)
	}
	count := countOurs
	switch os.Getenv("GOLDPAN_BENCH_PART") {
	case "csv writer":
		writeBenchCSV(t, list, rows)
		return
	case "xlsx writer":
		writeBenchXLSX(t, list, rows)
		return
	case "encoding/csv":
		count = countPlain
	case "excelize":
		count = countExcelize
	}
	if n, err := count(list); err != nil || n != rows {
		t.Fatalf("%d rows, want %d: %v", n, rows, err)
	}
}
