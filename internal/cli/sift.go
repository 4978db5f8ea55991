package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"goldpan/internal/profile"
	"goldpan/internal/sift"
)

func siftCommand() command {
	return command{
		name: "sift", args: "LIST...",
		summary: "lists in, ranked call list and rejection report out",
		run:     runSift,
		flags: []string{"profile", "out", "map", "sheet", "header-row", "encoding", "delimiter", "country", "as-of",
			"suppress", "customers", "decisions", "cut", "jobs", "dry-run", "lang", "progress", "log"},
		exits: []int{exitPartly},
		example: [2]example{
			{"goldpan sift list.xlsx", "clean and deduplicate one workbook into goldpan-out/"},
			{"goldpan sift -p profile.yaml -o out inbox/*.csv", "test the lists against your market"},
		},
	}
}

func runSift(ctx context.Context, c *call) error {
	job, err := c.job()
	if err != nil {
		return err
	}
	if job.Out == "" {
		job.Out = "goldpan-out"
		if dir := job.Profile.Outputs.Dir; dir != "" {
			job.Out = strings.ReplaceAll(dir, "{date}", job.AsOf.Format(time.DateOnly))
		}
	}
	b := newBars(c.progress, c.quiet, c.Err)
	job.Progress = b.Step
	summary, err := sift.Run(ctx, job)
	b.End()
	if err != nil {
		return err
	}
	if summary.MovedTo != "" {
		c.say(fmt.Sprintf("somebody has changed %s since goldpan wrote it; it is now %s", summary.Out, summary.MovedTo))
	}
	if c.verbose {
		for _, p := range summary.Phases {
			c.say(fmt.Sprintf("%-24s %8.2f s", p.Name, p.Seconds))
		}
	}
	switch {
	case c.quiet || summary.Nothing:
	case c.log == "json":
		c.say(balance(summary)) // a log names no person
	default:
		c.pan(summary)
	}
	return c.unreadable(summary.Unreadable)
}

// job makes a run of the flags and the profile. Mistakes in the profile end
// the call, all of them at once.
func (c *call) job() (sift.Job, error) {
	if err := c.checkWords(); err != nil {
		return sift.Job{}, err
	}
	p, err := c.loadProfile()
	if err != nil {
		return sift.Job{}, err
	}
	if len(c.args) == 0 && len(p.Lists) == 0 {
		return sift.Job{}, &usageError{"no list named", "goldpan " + c.cmd.name + " list.xlsx; a folder or a pattern will do too"}
	}
	asOf, err := c.day(p.AsOf)
	if err != nil {
		return sift.Job{}, err
	}
	columns, err := pairs("map", c.columns)
	if err != nil {
		return sift.Job{}, err
	}
	country, err := c.assumedCountry()
	if err != nil {
		return sift.Job{}, err
	}
	compare, err := pairs("compare", c.compare)
	if err != nil {
		return sift.Job{}, err
	}
	return sift.Job{
		Lists: c.args, Stdin: c.In, Profile: p, Out: c.out, DryRun: c.dryRun, Jobs: c.jobs,
		AsOf: asOf, Now: time.Now(), Version: Version(), Language: c.lang, Country: country,
		Map: columns, Sheet: c.sheet, HeaderRow: c.headerRow, Encoding: c.encoding, Delimiter: c.delimiter,
		Cut: c.cut, Compare: compare,
		Suppress: c.suppress, Customers: c.customers, Decisions: c.decisions,
		Say: c.say,
	}, nil
}

func (c *call) loadProfile() (*profile.Profile, error) {
	if c.profile == "" {
		return profile.Default(), nil
	}
	p, mistakes, err := profile.Load(c.profile)
	if err != nil {
		return nil, &usageError{err.Error(), "goldpan init writes a profile to start from"}
	}
	if len(mistakes) > 0 {
		return nil, mistakesRefusal(c.profile, mistakes)
	}
	if len(p.Pending) > 0 {
		c.say(fmt.Sprintf("%s: accepted, but without effect in this version: %s", c.profile, strings.Join(p.Pending, ", ")))
	}
	return p, nil
}

func mistakesRefusal(path string, mistakes []profile.Mistake) error {
	r := &sift.Refusal{Usage: true, What: path + ": mistakes in the profile"}
	for _, m := range mistakes {
		r.Lines = append(r.Lines, fmt.Sprintf("%s:%d:%d: %s", path, m.Line, m.Column, m.Message))
	}
	return r
}

// say tells the user something on stderr.
func (c *call) say(text string) {
	if !c.quiet {
		c.message("note", text)
	}
}

// unreadable names every list that could not be read; some makes exit code 3.
func (c *call) unreadable(lists []sift.Unreadable) error {
	if len(lists) == 0 {
		return nil
	}
	for _, l := range lists {
		c.message("error", l.Path+": "+l.Why)
		c.hint(l.Hint)
	}
	return &partlyError{len(lists)}
}
