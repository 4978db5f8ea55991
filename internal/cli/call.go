package cli

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"goldpan/internal/market"
)

// call is one use of a command: its flags as typed, its arguments and the
// streams to talk through.
type call struct {
	Streams
	speaker
	cmd  command
	args []string

	profile, out, asOf, country          string
	sheet, encoding, delimiter           string
	progress, log, lang, cut, truth, ref string
	headerRow, jobs                      int
	columns, compare                     []string
	suppress, customers, decisions, from []string
	quiet, verbose, dryRun               bool
	json, table, schema                  bool
	set                                  *pflag.FlagSet
}

// parseCall reads flags; a nil call without error means help was printed.
func parseCall(cmd command, args []string, std Streams) (*call, error) {
	c := &call{Streams: std, speaker: newSpeaker(std.Err, args), cmd: cmd}
	all := c.allFlags()
	c.set = pflag.NewFlagSet(cmd.name, pflag.ContinueOnError)
	c.set.SortFlags = false
	c.set.Usage = func() {}
	c.set.SetOutput(std.Err)
	for _, name := range append(cmd.flags, "quiet", "verbose") {
		f := all.Lookup(name)
		if f == nil {
			return nil, fmt.Errorf("command %s names an unknown flag %q", cmd.name, name)
		}
		c.set.AddFlag(f)
	}
	help := c.set.BoolP("help", "h", false, "show this help")
	if err := c.set.Parse(args); err != nil {
		return nil, &usageError{err.Error(), "goldpan " + cmd.name + " --help lists the flags"}
	}
	if *help {
		fmt.Fprint(std.Out, c.help())
		return nil, nil
	}
	c.args = c.set.Args()
	return c, nil
}

// allFlags defines every flag of every command, so that one name always means
// one thing.
func (c *call) allFlags() *pflag.FlagSet {
	f := pflag.NewFlagSet("all", pflag.ContinueOnError)
	f.StringVarP(&c.profile, "profile", "p", "", "who is a prospect: a YAML `FILE` (goldpan init writes one)")
	f.StringVarP(&c.out, "out", "o", "", "where the result goes: a `PATH`")
	f.StringArrayVar(&c.columns, "map", nil, "read column as field: `COLUMN=FIELD`, A+B=FIELD joins, COLUMN=- leaves out")
	f.StringVar(&c.sheet, "sheet", "", "read only this `SHEET` of a workbook, hidden or not")
	f.IntVar(&c.headerRow, "header-row", 0, "the header stands in this spreadsheet `ROW`; -1: there is none")
	f.StringVar(&c.encoding, "encoding", "", "the text's encoding, such as windows-1250")
	f.StringVar(&c.delimiter, "delimiter", "", "what separates the columns, such as ';' or tab")
	f.StringVar(&c.country, "country", "", "assumed where a row does not tell, such as PL")
	f.StringVar(&c.asOf, "as-of", "", "judge ages and dates as of this `DATE` (2006-01-02); default today")
	f.StringArrayVar(&c.suppress, "suppress", nil, "people who must not be contacted: a `FILE`; repeat for more")
	f.StringArrayVar(&c.customers, "customers", nil, "who already buys: a `FILE`; repeat for more")
	f.StringArrayVar(&c.decisions, "decisions", nil, "decided pairs: a review.csv or call list workbook given back, a `FILE`")
	f.StringVar(&c.cut, "cut", "", "where duplicates end: precision=0.99 (default) or f1")
	f.StringArrayVar(&c.compare, "compare", nil, "also compare a column goldpan does not know: `COLUMN=KIND` (text, number, date)")
	f.StringVar(&c.truth, "truth", "", "this `COLUMN` holds the true cluster: print precision and recall")
	f.StringVar(&c.ref, "against", "", "back-test on these customers: a `FILE`")
	f.StringArrayVar(&c.from, "from", nil, "propose the profile from these customers: a `FILE`")
	f.IntVarP(&c.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "how many rows to work on at once")
	f.BoolVar(&c.dryRun, "dry-run", false, "do everything but write")
	f.BoolVar(&c.json, "json", false, "print JSON")
	f.BoolVar(&c.table, "table", false, "write the table exactly as read, header first, as CSV (not guarded against formulas)")
	f.BoolVar(&c.schema, "schema", false, "print a JSON schema of the profile, for editors")
	f.StringVar(&c.progress, "progress", "auto", "progress bars: auto, always or never")
	f.StringVar(&c.log, "log", "text", "messages on stderr: text or json")
	f.StringVar(&c.lang, "lang", "", "language of the outputs: en, pl, ro, no, fr or de")
	f.BoolVarP(&c.quiet, "quiet", "q", false, "say nothing but errors")
	f.BoolVarP(&c.verbose, "verbose", "v", false, "say more")
	return f
}

// help is the command's page: usage, flags, exit codes and two examples.
func (c *call) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nusage: goldpan %s [flags] %s\n\nflags:\n%s\n", capital(c.cmd.summary)+".", c.cmd.name, c.cmd.args,
		c.set.FlagUsages())
	b.WriteString("exit codes:\n")
	b.WriteString("  0    done; also when there was nothing to do\n")
	b.WriteString("  1    failed: nothing was written\n")
	b.WriteString("  2    wrong usage, or a mistake in the profile\n")
	for _, code := range c.cmd.exits {
		if code == exitPartly {
			b.WriteString("  3    done, but at least one list could not be read\n")
		}
	}
	b.WriteString("  130  interrupted: nothing was written\n\nexamples:\n")
	for _, e := range c.cmd.example {
		fmt.Fprintf(&b, "  %s\n      %s\n", e.line, e.says)
	}
	return b.String()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// day is the as-of date: the flag's, else the profile's, else today.
func (c *call) day(profile time.Time) (time.Time, error) {
	if c.asOf == "" {
		if !profile.IsZero() {
			return profile, nil
		}
		now := time.Now()
		return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC), nil
	}
	day, err := time.Parse(time.DateOnly, c.asOf)
	if err != nil {
		return day, &usageError{fmt.Sprintf("--as-of %q is no date", c.asOf), "write it as 2026-11-22"}
	}
	return day, nil
}

// assumedCountry is the country of --country, by code or by name.
func (c *call) assumedCountry() (string, error) {
	if c.country == "" {
		return "", nil
	}
	code, ok := market.Country(c.country)
	if !ok {
		return "", &usageError{fmt.Sprintf("--country %q is not known", c.country), "write a code of two letters, such as PL"}
	}
	return code, nil
}

// pairs reads COLUMN=VALUE flags. The last "=" divides, since labels may hold
// one.
func pairs(flag string, values []string) (map[string]string, error) {
	out := map[string]string{}
	for _, v := range values {
		i := strings.LastIndexByte(v, '=')
		if i <= 0 || i == len(v)-1 {
			return nil, &usageError{fmt.Sprintf("--%s %s: expected COLUMN=VALUE", flag, strconv.Quote(v)),
				"for example --map Firma=company"}
		}
		out[v[:i]] = v[i+1:]
	}
	return out, nil
}

func (c *call) checkWords() error {
	for _, w := range []struct{ flag, have, allowed string }{
		{"progress", c.progress, "auto always never"},
		{"log", c.log, "text json"},
		{"lang", c.lang, " en pl ro no fr de"},
	} {
		if !strings.Contains(" "+w.allowed+" ", " "+w.have+" ") {
			return &usageError{fmt.Sprintf("--%s %q is not known", w.flag, w.have),
				"one of: " + strings.Join(strings.Fields(w.allowed), ", ")}
		}
	}
	if c.jobs < 1 {
		return &usageError{fmt.Sprintf("--jobs %d: at least 1", c.jobs), ""}
	}
	return nil
}
