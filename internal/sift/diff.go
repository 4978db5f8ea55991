package sift

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"goldpan/internal/contact"
	"goldpan/internal/sink"
	"goldpan/internal/source"
)

// Difference is what changed between two runs.
type Difference struct {
	Before  sink.RunTotals `json:"before"`
	After   sink.RunTotals `json:"after"`
	Came    []Change       `json:"came"`  // delivered now, not before
	Left    []Change       `json:"left"`  // delivered before, not now
	Moved   []Change       `json:"moved"` // delivered in both, with another fate, tier, score or rep
	Stayed  int            `json:"stayed"`
	Lists   []string       `json:"lists"`   // inputs that came, went or changed
	Profile string         `json:"profile"` // "" when the profile is the same
}

// Change is one contact between two runs, and what did it.
type Change struct {
	ContactID string `json:"contact_id"`
	Name      string `json:"name"`
	Company   string `json:"company"`
	Before    string `json:"before"` // fate, tier, score and rep; "" when it was not there
	After     string `json:"after"`
	Because   string `json:"because"`
}

// line is what a run says of a delivered contact.
type line struct {
	id, name, company, fate, tier, score, rep, list, sheet, row string
}

func (l *line) standing() string {
	parts := l.fate
	for _, p := range [...]string{l.tier, l.score, l.rep} {
		if p != "" {
			parts += " " + p
		}
	}
	return parts
}

// Diff compares two output folders: who came, left or moved, and which list or
// rule did it.
func Diff(ctx context.Context, before, after string) (*Difference, error) {
	a, err := readSide(ctx, before)
	if err != nil {
		return nil, err
	}
	b, err := readSide(ctx, after)
	if err != nil {
		return nil, err
	}
	d := &Difference{Before: a.run.Totals, After: b.run.Totals, Lists: listChanges(a.run, b.run)}
	switch p, q := a.run.Profile, b.run.Profile; {
	case p.SHA256 == q.SHA256:
	case p.SHA256 == "" || q.SHA256 == "":
		d.Profile = "one of the runs had no profile"
	default:
		d.Profile = fmt.Sprintf("the profile changed (%s, %s)", p.Path, q.Path)
	}
	for _, id := range b.order {
		now, was := b.lines[id], a.lines[id]
		switch {
		case was == nil:
			d.Came = append(d.Came, Change{id, now.name, now.company, "", now.standing(), a.whyNot(now)})
		case was.standing() != now.standing():
			d.Moved = append(d.Moved, Change{id, now.name, now.company, was.standing(), now.standing(), d.whyMoved()})
		default:
			d.Stayed++
		}
	}
	for _, id := range a.order {
		if was := a.lines[id]; b.lines[id] == nil {
			d.Left = append(d.Left, Change{id, was.name, was.company, was.standing(), "", b.whyNot(was)})
		}
	}
	return d, nil
}

func (d *Difference) whyMoved() string {
	if d.Profile != "" {
		return d.Profile
	}
	return "its record or the lists changed"
}

// side is one run's outputs.
type side struct {
	run      *sink.Run
	lines    map[string]*line
	order    []string
	rejected map[[3]string]string // by list, sheet, row: the reason
	merged   map[[3]string]bool
}

// whyNot says why a contact that the other run delivered is not in this one.
func (s *side) whyNot(l *line) string {
	place := [3]string{l.list, l.sheet, l.row}
	if reason, ok := s.rejected[place]; ok {
		return "there it is rejected: " + reason
	}
	if s.merged[place] {
		return "there its row is merged into another contact"
	}
	for _, have := range s.run.Lists {
		if have.Path == l.list && have.Sheet == l.sheet {
			return "its row is delivered under another id there"
		}
	}
	return filepath.Base(l.list) + " is not a list of the other run"
}

func readSide(ctx context.Context, dir string) (*side, error) {
	run, err := sink.ReadRun(dir)
	if err != nil {
		return nil, refuse(err)
	}
	s := &side{run: run, lines: map[string]*line{}, rejected: map[[3]string]string{}, merged: map[[3]string]bool{}}
	err = eachRow(ctx, filepath.Join(dir, "prospects.csv"), func(get func(string) string) {
		r := contact.Record{}
		r.Values[contact.FirstName], r.Values[contact.MiddleName], r.Values[contact.LastName] = get("first_name"), get("middle_name"), get("last_name")
		l := &line{get("contact_id"), r.FullName(), get("company"), get("fate"), get("tier"), get("score"), get("rep"),
			get("list"), get("sheet"), get("row")}
		s.lines[l.id] = l
		s.order = append(s.order, l.id)
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, filepath.Join(dir, "rejects.csv"), func(get func(string) string) {
		reason := get("reason")
		if detail := get("detail"); detail != "" {
			reason += " (" + detail + ")"
		}
		s.rejected[[3]string{get("list"), get("sheet"), get("row")}] = reason
	})
	if err != nil {
		return nil, err
	}
	return s, eachRow(ctx, filepath.Join(dir, "duplicates.csv"), func(get func(string) string) {
		s.merged[[3]string{get("list"), get("sheet"), get("row")}] = true
	})
}

// eachRow reads one of goldpan's own CSV files.
func eachRow(ctx context.Context, path string, use func(get func(column string) string)) error {
	f, err := source.Open(ctx, path, source.Options{HeaderRow: 1, Encoding: "utf-8", Delimiter: ","})
	if err != nil {
		var e *source.Error
		if errors.As(err, &e) {
			return &Refusal{What: e.Error(), Hint: "diff compares two folders that goldpan sift wrote"}
		}
		return err
	}
	defer f.Close()
	for _, t := range f.Tables {
		for row, err := range t.Rows(ctx) {
			if err != nil {
				return err
			}
			use(func(column string) string {
				if i := slices.Index(t.Header, column); i >= 0 && i < len(row.Cells) {
					return row.Cells[i]
				}
				return ""
			})
		}
	}
	return nil
}

// listChanges names inputs that came, went or changed.
func listChanges(a, b *sink.Run) []string {
	was := map[contact.List]string{}
	for _, l := range a.Lists {
		was[contact.List{Path: l.Path, Sheet: l.Sheet}] = l.SHA256
	}
	var out []string
	for _, l := range b.Lists {
		name := contact.List{Path: l.Path, Sheet: l.Sheet}
		sum, ok := was[name]
		switch {
		case !ok:
			out = append(out, name.String()+" is new")
		case sum != l.SHA256:
			out = append(out, name.String()+" changed")
		}
		delete(was, name)
	}
	for name := range was {
		out = append(out, name.String()+" is gone")
	}
	slices.SortFunc(out, cmp.Compare[string])
	return out
}
