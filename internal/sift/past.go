package sift

import (
	"time"

	"goldpan/internal/profile"
	"goldpan/internal/sink"
)

// PastRun reads the run.json of an output folder. It refuses when an input,
// a reference or the profile has changed since: running again would tell
// another story.
func PastRun(dir string) (*sink.Run, error) {
	r, err := sink.ReadRun(dir)
	if err != nil {
		return nil, refuse(err)
	}
	check := func(path, sum string) error {
		if sum == "" || path == "" {
			return nil
		}
		now, err := hashFile(path)
		if err != nil {
			return &Refusal{What: path + ": cannot be read, and explaining needs it as it was", Hint: "stand in the folder where goldpan sift was run"}
		}
		if now != sum {
			return &Refusal{What: path + ": has changed since this run", Hint: "run goldpan sift again, then explain"}
		}
		return nil
	}
	if err := check(r.Profile.Path, r.Profile.SHA256); err != nil {
		return nil, err
	}
	for _, l := range r.Lists {
		if err := check(l.Path, l.SHA256); err != nil {
			return nil, err
		}
	}
	for _, ref := range r.References {
		if err := check(ref.Path, ref.SHA256); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Again is the job of a past run.
func Again(r *sink.Run, p *profile.Profile, asOf time.Time, jobs int, progress Progress) Job {
	a := r.Arguments
	return Job{
		Lists: a.Lists, Profile: p, Jobs: jobs, AsOf: asOf, Language: a.Language, Country: a.Country, Map: a.Map,
		Sheet: a.Sheet, HeaderRow: a.HeaderRow, Encoding: a.Encoding, Delimiter: a.Delimiter, Cut: a.Cut, Compare: a.Compare,
		Suppress: a.Suppress, Customers: a.Customers, Decisions: a.Decisions, Progress: progress,
	}
}

// arguments are the job's flags for run.json; the lists as they were found, so
// that files which come later do not change the story.
func (run *run) arguments() sink.RunArguments {
	j := run.job
	return sink.RunArguments{
		Lists: run.paths, Language: j.Language, Country: j.Country, Map: j.Map, Sheet: j.Sheet, HeaderRow: j.HeaderRow,
		Encoding: j.Encoding, Delimiter: j.Delimiter, Cut: j.Cut, Compare: j.Compare,
		Suppress: j.Suppress, Customers: j.Customers, Decisions: j.Decisions,
	}
}

// usedReferences are the files that rows were held against, with their hashes.
func (run *run) usedReferences() ([]sink.RunReference, error) {
	out := []sink.RunReference{}
	add := func(path, kind string) error {
		sum, err := hashFile(path)
		if err == nil {
			out = append(out, sink.RunReference{Path: path, Kind: kind, SHA256: sum})
		}
		return err
	}
	for _, l := range run.blocks.Lists() {
		if err := add(l.File, l.Kind.String()); err != nil {
			return nil, err
		}
	}
	for _, path := range run.decisionFiles() {
		if err := add(path, "decisions"); err != nil {
			return nil, err
		}
	}
	return out, nil
}
