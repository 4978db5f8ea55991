package sift

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"goldpan/internal/columns"
	"goldpan/internal/contact"
	"goldpan/internal/profile"
	"goldpan/internal/qualify"
	"goldpan/internal/source"
)

// list is one table being sifted: how it is read, which column is which
// field, and what the profile knows about it.
type list struct {
	index   int32
	name    contact.List // tidied, to be compared
	table   *source.Table
	mapping *columns.Mapping
	config  profile.List
	sha256  string
	size    int64
	rows    int
	// used tells for each of the list's own columns the run's label of its
	// extra value, or -1.
	used []int

	fed    *fedColumns // nil but for a list that goldpan wrote
	own    []int       // columns that are not goldpan's; nil is all
	header []string    // labels of the list's own columns
}

// vendor is who sold the list: the profile's word, else the layout's.
func (l *list) vendor() string {
	if l.config.Vendor != "" {
		return l.config.Vendor
	}
	return l.mapping.Vendor
}

// extras fills a decoded record's extra values from its cells.
func (l *list) extras(r *contact.Record) {
	for i, label := range l.used {
		if label >= 0 && i < len(r.Raw) && r.Raw[i] != "" {
			r.Extras = append(r.Extras, contact.Extra{Label: uint16(label), Value: r.Raw[i]})
		}
	}
}

// openLists finds, opens and maps every list. A list that cannot be read is
// noted and left out; when none can be read the run fails.
func (run *run) openLists(ctx context.Context) error {
	args := run.job.Lists
	if len(args) == 0 {
		for _, l := range run.job.Profile.Lists {
			args = append(args, shown(l.Match))
		}
	}
	in, err := findInputs(args, run.apart())
	if err != nil {
		return err
	}
	for _, pattern := range in.empty {
		run.note(pattern + ": no file matches, nothing to do")
	}
	for _, left := range in.leftOut {
		run.note("left out " + left)
	}
	run.paths = in.paths
	for _, path := range in.paths {
		if err := run.openList(ctx, path); err != nil {
			return err
		}
	}
	if len(run.lists) == 0 && len(run.unreadable) > 0 {
		r := &Refusal{What: "no list could be read", Hint: run.unreadable[0].Hint}
		for _, u := range run.unreadable {
			r.Lines = append(r.Lines, fmt.Sprintf("goldpan: %s: %s", u.Path, u.Why))
		}
		return r
	}
	// Mended rows come before the rows they replace.
	slices.SortStableFunc(run.lists, func(a, b *list) int {
		switch {
		case (a.fed != nil) == (b.fed != nil):
			return 0
		case a.fed != nil:
			return -1
		}
		return 1
	})
	for i, l := range run.lists {
		l.index = int32(i)
	}
	run.nameExtras()
	return nil
}

func (run *run) openList(ctx context.Context, path string) error {
	config := run.listConfig(path)
	file, err := source.Open(ctx, path, run.sourceOptions(config))
	if err != nil {
		return run.unread(ctx, path, err)
	}
	sum, err := hashFile(path)
	if err != nil {
		return run.unread(ctx, path, err)
	}
	for _, e := range file.Unreadable {
		run.unreadable = append(run.unreadable, Unreadable{e.Path, e.Detail, e.Hint})
	}
	for _, h := range file.Hidden {
		run.note(fmt.Sprintf("%s is hidden and was not sifted (%d rows with its header); --sheet %q reads it", h.List, h.Rows, h.List.Sheet))
	}
	for _, t := range file.Tables {
		l, err := run.mapTable(t, config)
		if err != nil {
			return err
		}
		l.sha256, l.size = sum, file.Size
		run.lists = append(run.lists, l)
	}
	run.files = append(run.files, file)
	return nil
}

// unread notes a list that cannot be read. A wish of the user that cannot be
// met, and an interruption, end the run.
func (run *run) unread(ctx context.Context, path string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var e *source.Error
	if !errors.As(err, &e) {
		e = &source.Error{Path: path, Detail: err.Error()}
	}
	if e.Kind == source.Override {
		return &Refusal{What: e.Error(), Hint: e.Hint, Usage: true}
	}
	run.unreadable = append(run.unreadable, Unreadable{e.Path, e.Detail, e.Hint})
	return nil
}

func (run *run) sourceOptions(c profile.List) source.Options {
	o := source.Options{Sheet: c.Sheet, HeaderRow: c.HeaderRow, Encoding: c.Encoding, Delimiter: c.Delimiter, Verbatim: run.job.Verbatim}
	if run.job.Sheet != "" {
		o.Sheet = run.job.Sheet
	}
	if run.job.HeaderRow != 0 {
		o.HeaderRow = run.job.HeaderRow
	}
	if run.job.Encoding != "" {
		o.Encoding = run.job.Encoding
	}
	if run.job.Delimiter != "" {
		o.Delimiter = run.job.Delimiter
	}
	return o
}

// listConfig is what the profile knows about a file: the first entry whose
// pattern fits. Where links lead does not matter, for file and pattern alike.
func (run *run) listConfig(path string) profile.List {
	named, err := filepath.Abs(path)
	if err != nil {
		named = path
	}
	for _, l := range run.job.Profile.Lists {
		for _, pattern := range [2]string{l.Match, filepath.Join(absolute(filepath.Dir(l.Match)), filepath.Base(l.Match))} {
			for _, file := range [2]string{named, absolute(path)} {
				if ok, err := filepath.Match(pattern, file); err == nil && ok {
					return l
				}
			}
		}
	}
	return profile.List{}
}

func (run *run) mapTable(t *source.Table, c profile.List) (*list, error) {
	overrides := maps.Clone(c.Map)
	if overrides == nil {
		overrides = map[string]string{}
	}
	maps.Copy(overrides, run.job.Map)
	for _, label := range t.Header {
		if _, asked := overrides[label]; !asked && run.job.truth != "" && sameLabel(label, run.job.truth) {
			overrides[label] = "-" // what is to be found is no evidence
		}
	}
	m, problems := columns.Map(t.Header, t.Sample, columns.Options{Overrides: overrides, Country: run.job.Country, Path: t.List.Path})
	if len(problems) > 0 {
		return nil, &Refusal{What: fmt.Sprintf("%s: %s: %s", t.List, problems[0].Path, problems[0].Message),
			Hint: "goldpan inspect shows the columns", Usage: true}
	}
	if m.Hints.Country == "" {
		m.Hints.Country = run.country()
	}
	l := &list{name: tidy(t.List), table: t, mapping: m, config: c}
	l.findFed()
	return l, nil
}

// nameExtras numbers the labels of the columns that map to no field but that
// the profile, or a comparison, names. They are called as they are named there:
// the lists may differ in case and signs.
func (run *run) nameExtras() {
	named := map[string]string{} // by key
	for _, label := range slices.Concat(slices.Sorted(maps.Keys(run.dedupeConfig().Compare)), run.plan.ColumnsUsed(),
		run.job.Profile.Outputs.KeepColumns) {
		if key := columns.Normal(label); named[key] == "" {
			named[key] = label
		}
	}
	there := map[string]bool{}
	for _, l := range run.lists {
		for _, c := range l.mapping.Columns {
			if label := named[columns.Normal(c.Label)]; label != "" {
				there[label] = true
			}
		}
	}
	run.labels = slices.Sorted(maps.Keys(there))
	for _, l := range run.lists {
		taken := map[int]bool{}
		for _, c := range l.mapping.Columns {
			if l.fed != nil && c.Fed != "" {
				continue
			}
			n := -1
			if label := named[columns.Normal(c.Label)]; label != "" && !c.Masked {
				n = slices.Index(run.labels, label)
			}
			if taken[n] {
				n = -1 // a second column of the same label
			}
			taken[n] = n >= 0
			l.used = append(l.used, n)
		}
	}
}

func (run *run) closeLists() {
	for _, f := range run.files {
		f.Close()
	}
}

// origins names the lists in order, for the ledger.
func (run *run) origins() []contact.List {
	out := make([]contact.List, len(run.lists))
	for i, l := range run.lists {
		out[i] = l.table.List
	}
	return out
}

func (run *run) totalBytes() int64 {
	var n int64
	for _, l := range run.lists {
		_, total := l.table.Progress()
		n += total
	}
	return n
}

func (run *run) bytesDone() int64 {
	var n int64
	for _, l := range run.lists {
		done, _ := l.table.Progress()
		n += done
	}
	return n
}

// hashFile is the SHA-256 of a file in hex, "" for standard input.
func hashFile(path string) (string, error) {
	if path == "-" {
		return "", nil
	}
	f, err := os.Open(filepath.Clean(path))
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// columns tells the judge where the lists' columns went.
func (run *run) columns() qualify.Columns {
	mapped := map[string]contact.Field{}
	for _, l := range run.lists {
		for _, c := range l.mapping.Columns {
			if c.Field != contact.NoField && !c.Masked {
				mapped[c.Label] = c.Field
			}
		}
	}
	return qualify.Columns{Extras: run.labels, Mapped: mapped}
}
