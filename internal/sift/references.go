package sift

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"goldpan/internal/assign"
	"goldpan/internal/clean"
	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/source"
	"goldpan/internal/suppress"
)

// loadReferences reads the customers, suppressions and exclusions that the
// profile and the flags name. One that cannot be read ends the run: without
// it, somebody who must not be contacted could be delivered.
func (run *run) loadReferences(ctx context.Context) error {
	run.blocks = suppress.NewSet(suppress.Config{
		AsOf: run.job.AsOf, Country: run.country(),
		Email: clean.MatchEmail, Phone: dialable, Company: companyKey, IsFree: isFreeMail,
	})
	for _, l := range run.blockLists() {
		if err := run.loadBlocks(ctx, l); err != nil {
			return err
		}
	}
	run.blocks.Seal()
	return nil
}

// dialable is a number in E.164, "" when the text is none.
func dialable(text, country string) string {
	n, ok := clean.Phone(text, country)
	if !ok {
		return ""
	}
	return n.E164
}

func companyKey(text, country string) string { return clean.ParseCompany(text, country).Key }

// blockLists are the lists of the profile, then those of the flags.
func (run *run) blockLists() []suppress.List {
	p := run.job.Profile
	var lists []suppress.List
	for _, c := range p.Customers {
		level, _ := suppress.ParseLevel(c.Match)
		lists = append(lists, suppress.List{File: shown(c.File), Kind: suppress.Customers, Level: level, Route: c.Route,
			Lapsed: suppress.Lapsed{OlderThan: span(c.LapsedAfter), Route: c.LapsedRoute}})
	}
	for _, s := range p.Suppress {
		lists = append(lists, suppress.List{File: shown(s.File), Kind: suppress.Suppression, Channel: s.Channel, Date: s.Date, MaxAge: span(s.MaxAge)})
	}
	for _, file := range p.ExcludeCompanies {
		lists = append(lists, suppress.List{File: shown(file), Kind: suppress.Exclusion})
	}
	for _, file := range run.job.Customers {
		lists = append(lists, suppress.List{File: file, Kind: suppress.Customers})
	}
	for _, file := range run.job.Suppress {
		lists = append(lists, suppress.List{File: file, Kind: suppress.Suppression})
	}
	return lists
}

// apart names the files that a folder of lists must leave out, and why.
func (run *run) apart() map[string]string {
	out := map[string]string{}
	for _, l := range run.blockLists() {
		out[absolute(l.File)] = "used as " + l.Kind.String()
	}
	if p := run.job.Profile.Path; p != "" {
		out[absolute(p)] = "the profile"
	}
	for _, f := range run.job.Decisions {
		out[absolute(f)] = "used as decisions"
	}
	return out
}

// allInputs are the files that the output folder must not hold.
func (run *run) allInputs() []string {
	var out []string
	for path := range run.apart() {
		out = append(out, path)
	}
	for _, arg := range run.job.Lists {
		if arg != "-" {
			out = append(out, arg)
		}
	}
	return out
}

// loadBlocks adds one file.
func (run *run) loadBlocks(ctx context.Context, l suppress.List) error {
	loader := run.blocks.Add(l)
	file, err := source.Open(ctx, l.File, source.Options{})
	var e *source.Error
	if errors.As(err, &e) && e.Kind == source.Empty {
		run.note(l.File + ": has no entries")
		return nil
	}
	if err != nil {
		return blockRefusal(l, err)
	}
	defer file.Close()
	if oneValueALine(file) {
		err = loader.LoadFile(l.File)
	} else {
		for _, t := range file.Tables {
			if err = run.loadTable(ctx, t, loader); err != nil {
				break
			}
		}
	}
	if err != nil {
		return blockRefusal(l, err)
	}
	run.tellBlocks(loader)
	return nil
}

// oneValueALine tells a text file whose lines are values: numbers, emails,
// hashes. Its first line is an entry too, even where it looks like a label.
func oneValueALine(f *source.File) bool {
	if len(f.Tables) != 1 {
		return false
	}
	t := f.Tables[0]
	text := t.Format == "csv" || t.Format == "tsv"
	return text && (len(t.Header) == 1 || len(t.Header) == 2 && t.HeaderRow == 0)
}

// tellBlocks says what became of a list's entries and how old it is.
func (run *run) tellBlocks(loader *suppress.Loader) {
	l := loader.List()
	for _, refused := range loader.Loaded.Refused {
		run.note(fmt.Sprintf("%s:%d: %s", l.File, refused.Line, refused.Message))
	}
	if loader.Loaded.Entries == 0 {
		run.note(l.File + ": has no entries")
	}
	if n := loader.Loaded.Unusable; n > 0 {
		run.note(fmt.Sprintf("%s: %d entries hold nothing to match by", l.File, n))
	}
	if warning := l.AgeWarning(run.job.AsOf); warning != "" {
		run.note(warning)
	}
	if l.Kind == suppress.Suppression && !l.Date.IsZero() && !l.Stale(run.job.AsOf) {
		run.screened |= screens(l.Channel)
	}
}

func blockRefusal(l suppress.List, err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	what := err.Error()
	hint := "without it, people who must not be contacted could be delivered"
	var e *source.Error
	if errors.As(err, &e) && e.Hint != "" {
		hint = e.Hint
	}
	return &Refusal{What: what + " (" + l.Kind.String() + ")", Hint: hint}
}

func (run *run) cleanConfig() clean.Config {
	return clean.Config{Country: run.country(), AsOf: run.job.AsOf}
}

// screens are the channels that a list closes one by one. A list that closes
// everything is our own, not a register to screen by.
func screens(c contact.Channel) contact.Channel {
	if c == contact.AllChannels {
		return contact.NoChannels
	}
	return c
}

// shown is a path of the profile as people should see it: relative to where
// they stand, if it is below.
func shown(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	rel, err := filepath.Rel(here, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		return path
	}
	return filepath.ToSlash(rel)
}

// span is the profile's period for the lists, which count in months and days.
func span(p assign.Period) suppress.Span {
	switch p.Unit {
	case "months":
		return suppress.Span{Months: p.N}
	case "years":
		return suppress.Span{Months: 12 * p.N}
	case "weeks":
		return suppress.Span{Days: 7 * p.N}
	}
	return suppress.Span{Days: p.N}
}

func isFreeMail(domain string) bool { return market.MailDomain(domain) != market.CompanyMail }
