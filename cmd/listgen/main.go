// Command listgen makes messy contact lists from a seed, with the truth about
// who is whom beside them, for benchmarks, tests and the samples. Everybody in
// them is invented: numbers and domains lie in ranges reserved for fiction
// wherever a country has any (see data/phones.csv).
//
//	listgen --rows N --seed S -o LIST.csv --truth TRUTH.csv
//	listgen samples DIR
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		fmt.Fprintln(os.Stderr, "listgen:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	rows        int
	seed        uint64
	out         string
	truth       string
	preamble    bool
	suppressed  float64
	suppressOut string
}

func run(args []string, help io.Writer) error {
	var o options
	f := flag.NewFlagSet("listgen", flag.ContinueOnError)
	f.SetOutput(help)
	f.IntVar(&o.rows, "rows", 1000, "rows of the list")
	f.Uint64Var(&o.seed, "seed", 1, "same seed, same list")
	f.StringVar(&o.out, "o", "", "the list to write, .csv or .xlsx")
	f.StringVar(&o.truth, "truth", "", "where to write who is whom: row,contact_id,person_id,account_id,suppressed")
	f.BoolVar(&o.preamble, "preamble", false, "title lines above the header")
	f.Float64Var(&o.suppressed, "suppressed", 0, "share of people on the suppression list, 0 to 1")
	f.StringVar(&o.suppressOut, "suppress-out", "", "where to write that suppression list")
	f.Usage = func() {
		fmt.Fprint(help, "listgen --rows N --seed S -o LIST.csv --truth TRUTH.csv\nlistgen samples DIR\n\n")
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		return err
	}
	t, err := readTables()
	if err != nil {
		return err
	}
	if f.Arg(0) == "samples" && f.NArg() == 2 {
		return writeSamples(t, f.Arg(1))
	}
	switch {
	case o.out == "":
		return errors.New("say where to write the list: -o LIST.csv or -o LIST.xlsx")
	case f.NArg() > 0:
		return fmt.Errorf("unexpected argument %q", f.Arg(0))
	case o.rows < 1 || o.rows > 100_000_000:
		return errors.New("--rows is a number from 1 to 100000000")
	case o.suppressed < 0 || o.suppressed > 1:
		return errors.New("--suppressed is a share from 0 to 1")
	}
	return o.write(newWorld(t, o.seed, bought(o.rows)))
}
