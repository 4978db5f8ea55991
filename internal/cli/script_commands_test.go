package cli

import (
	"encoding/csv"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// exits runs goldpan and wants an exit code: exits CODE ARGS...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	if err != nil {
		ts.Fatalf("exit code %q: %v", args[0], err)
	}
	err = ts.Exec("goldpan", args[1:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("goldpan %s: exit code %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// csvCell wants a cell of a CSV file: csvcell FILE COLUMN VALUE WHERE=VALUE...
// finds the only row for which all WHERE columns have their values.
func csvCell(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: [!] csvcell FILE COLUMN VALUE [WHERE=VALUE...]")
	}
	matchCell(ts, neg, args, readCSV(ts, args[0]))
}

// sameCell wants two rows of a CSV file to have one value in a column, and
// differCell two values: same FILE COLUMN WHERE=VALUE WHERE=VALUE.
func sameCell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: same|differ FILE COLUMN WHERE=VALUE WHERE=VALUE")
	}
	if a, b := cellOf(ts, args, 2), cellOf(ts, args, 3); a != b {
		ts.Fatalf("%s: %s is %q and %q, want the same", args[0], args[1], a, b)
	}
}

func differCell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: same|differ FILE COLUMN WHERE=VALUE WHERE=VALUE")
	}
	if a, b := cellOf(ts, args, 2), cellOf(ts, args, 3); a == b {
		ts.Fatalf("%s: %s is %q twice, want a difference", args[0], args[1], a)
	}
}

// cellOf is the cell of the only row that fits the condition args[where].
func cellOf(ts *testscript.TestScript, args []string, where int) string {
	rows := readCSV(ts, args[0])
	column, value, _ := strings.Cut(args[where], "=")
	want, key := slices.Index(rows[0], args[1]), slices.Index(rows[0], column)
	var found []string
	for _, row := range rows[1:] {
		if want >= 0 && key >= 0 && row[key] == value {
			found = append(found, row[want])
		}
	}
	if len(found) != 1 {
		ts.Fatalf("%s: %d rows with %q and a column %q, want one", args[0], len(found), args[where], args[1])
	}
	return found[0]
}

func matchCell(ts *testscript.TestScript, neg bool, args []string, rows [][]string) {
	if len(rows) == 0 {
		ts.Fatalf("%s is empty", args[0])
	}
	at := func(column string) int {
		i := slices.Index(rows[0], column)
		if i < 0 {
			ts.Fatalf("%s has no column %q, only %q", args[0], column, rows[0])
		}
		return i
	}
	var found [][]string
	for _, row := range rows[1:] {
		fits := true
		for _, where := range args[3:] {
			column, value, _ := strings.Cut(where, "=")
			i := at(column)
			fits = fits && i < len(row) && row[i] == value
		}
		if fits {
			found = append(found, row)
		}
	}
	if neg {
		for _, row := range found {
			if row[at(args[1])] == args[2] {
				ts.Fatalf("%s: %s is %q", args[0], args[1], args[2])
			}
		}
		return
	}
	if len(found) != 1 {
		ts.Fatalf("%s: %d rows with %q, want one", args[0], len(found), args[3:])
	}
	if got := found[0][at(args[1])]; got != args[2] {
		ts.Fatalf("%s: %s is %q, want %q", args[0], args[1], got, args[2])
	}
}

// unescape makes bytes of the escapes (\xff) in a text file, which a script
// cannot hold: unescape FILE.
func unescape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: unescape FILE")
	}
	lines := strings.Split(ts.ReadFile(args[0]), "\n")
	for i, line := range lines {
		text, err := strconv.Unquote("\"" + strings.ReplaceAll(line, "\"", "\\\"") + "\"")
		ts.Check(err)
		lines[i] = text
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(lines, "\n")), 0o600))
}

func readCSV(ts *testscript.TestScript, name string) [][]string {
	f, err := os.Open(ts.MkAbs(name))
	ts.Check(err)
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	ts.Check(err)
	return rows
}
