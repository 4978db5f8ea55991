package sift

import (
	"context"
	"errors"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/market"
	"goldpan/internal/qualify"
	"goldpan/internal/sink"
	"goldpan/internal/source"
	"goldpan/internal/suppress"
)

// run is one run under way: the job and what its passes share.
type run struct {
	job        Job
	plan       *qualify.Plan
	paths      []string // of the lists, sorted
	lists      []*list
	unreadable []Unreadable
	notes      []string
	labels     []string // of the columns that map to no field and are used
	files      []*source.File
	blocks     *suppress.Set
	alike      alike
	screened   contact.Channel // channels for which a fresh list was there to screen by
	decisions  []decided
	rules      *market.ContactRules
	usedRules  map[string]bool
	temp       string
	clock      *clock
}

// Run sifts lists: it reads every row, finds which are the same contact, judges
// each contact against the profile and writes the output folder, whole or not
// at all. An error that a person can mend is a *Refusal.
func Run(ctx context.Context, job Job) (*Summary, error) {
	run, err := prepare(job)
	if err != nil {
		return nil, err
	}
	folder, err := run.openFolder()
	if err != nil {
		return nil, err
	}
	defer folder.Abort()

	defer run.closeLists()
	if err := run.open(ctx); err != nil {
		return nil, err
	}
	if len(run.paths) == 0 {
		// An inbox without new files is no reason to replace the last call list.
		return &Summary{Out: folder.Dir(), Nothing: true, Tested: run.plan.AsksAnything(), Notes: run.notes}, nil
	}
	run.clock.lap("opening")

	all, err := run.firstPass(ctx)
	if err != nil {
		return nil, err
	}
	defer all.close()
	run.clock.lap("reading and cleaning")

	who, err := run.whoIsWhom(ctx, all)
	if err != nil {
		return nil, err
	}
	run.clock.lap("finding duplicates")

	found, err := run.secondPass(ctx, all, who)
	if err != nil {
		return nil, err
	}
	defer found.gold.Close()
	run.keepCompanies(found, all.ledger, who)
	found.distinctIDs()
	run.clock.lap("merging and judging")

	balance, err := all.ledger.Close()
	if err != nil {
		return nil, err
	}
	run.clock.lap("closing the ledger")
	summary, err := run.write(ctx, folder, all, who, found, balance)
	if err != nil {
		return nil, err
	}
	if !job.DryRun {
		if summary.MovedTo, err = folder.Commit(); err != nil {
			return nil, refuse(err)
		}
	}
	run.clock.lap("writing")
	summary.Phases = run.clock.phases
	return summary, nil
}

// prepare compiles the profile. Mistakes that only show now (an expression on
// a flag's value) are refusals like those of the profile.
func prepare(job Job) (*run, error) {
	run := &run{job: job, clock: startClock(), usedRules: map[string]bool{}, rules: job.Profile.Qualify.Rules}
	if run.rules == nil {
		run.rules = market.DefaultContactRules()
	}
	if run.job.Jobs < 1 {
		run.job.Jobs = 1
	}
	config := job.Profile.Qualify
	config.AsOf = job.AsOf
	config.Language = run.language()
	config.Country = run.country()
	plan, problems := qualify.Compile(config)
	for _, p := range append(problems, run.dedupeConfig().Validate()...) {
		return nil, &Refusal{What: p.Path + ": " + p.Message, Usage: true}
	}
	run.plan = plan
	return run, nil
}

func (run *run) openFolder() (*sink.Folder, error) {
	out := run.job.Out
	if run.job.DryRun && out == "" {
		out = "goldpan-out"
	}
	folder, err := sink.NewFolder(out, sink.FolderOptions{
		Now: run.job.Now, Inputs: run.allInputs(), Group: run.job.Profile.Outputs.Group,
	})
	if err != nil {
		return nil, refuse(err)
	}
	run.temp = folder.Temp()
	return folder, nil
}

// refuse turns an error that knows its hint into a refusal.
func refuse(err error) error {
	var e *sink.Error
	if errors.As(err, &e) {
		return &Refusal{What: e.Error(), Hint: e.Hint, Usage: e.Usage}
	}
	return err
}

func (run *run) language() string {
	switch {
	case run.job.Language != "":
		return run.job.Language
	case run.job.Profile.Language != "":
		return run.job.Profile.Language
	}
	return "en"
}

func (run *run) country() string {
	if run.job.Country != "" {
		return run.job.Country
	}
	return run.job.Profile.Country
}

func (run *run) dedupeConfig() dedupe.Config {
	c := dedupe.Config{Cut: run.job.Cut, Compare: run.job.Compare, Labels: run.labels}
	if c.Cut == "" {
		c.Cut = run.job.Profile.Dedupe.Cut
	}
	if len(c.Compare) == 0 {
		c.Compare = run.job.Profile.Dedupe.Compare
	}
	return c
}

func (run *run) progress(phase string, done, total int64) {
	if run.job.Progress != nil {
		run.job.Progress(phase, done, total)
	}
}

// counting is progress within one phase.
func (run *run) counting(phase string) func(done, total int64) {
	return func(done, total int64) { run.progress(phase, done, total) }
}

// note remembers what the report should say, and says it.
func (run *run) note(text string) {
	run.notes = append(run.notes, text)
	if run.job.Say != nil {
		run.job.Say(text)
	}
}
