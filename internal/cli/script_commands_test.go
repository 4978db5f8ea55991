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
