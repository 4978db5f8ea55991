package sift

import (
	"fmt"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/qualify"
	"goldpan/internal/sink"
)

// relaxations says, for every criterion that alone rejected somebody, how many
// and what the next looser value would add.
func relaxations(c *contacts) []string {
	var out []string
	for _, r := range c.relaxing.Report() {
		if r.Alone == 0 {
			continue
		}
		text := fmt.Sprintf("%s %s alone rejected %d contacts", r.Test, r.Criterion, r.Alone)
		var looser []string
		for _, l := range r.Loosen {
			looser = append(looser, loosened(l))
		}
		if len(looser) > 0 {
			text += "; loosened: " + strings.Join(looser, ", ")
		}
		out = append(out, text)
	}
	return out
}

func loosened(l qualify.Looser) string {
	if l.From == "" {
		return fmt.Sprintf("with %s +%d", l.To, l.Adds)
	}
	return fmt.Sprintf("%s to %s +%d", l.From, l.To, l.Adds)
}

// runRelaxing is the same for run.json.
func runRelaxing(c *contacts) []sink.RunRelaxing {
	out := []sink.RunRelaxing{}
	for _, r := range c.relaxing.Report() {
		entry := sink.RunRelaxing{Test: r.Test, Criterion: r.Criterion, Alone: r.Alone}
		for _, l := range r.Loosen {
			entry.Looser = append(entry.Looser, sink.RunLooser{From: l.From, To: l.To, Adds: l.Adds})
		}
		out = append(out, entry)
	}
	return out
}

// blindFrom is the share of a list's contacts from which on a criterion that
// is unknown says something about the list.
const blindFrom = 0.99

// noteBlind names the lists that cannot answer what the profile asks, and the
// columns that the profile names and no list has.
func (run *run) noteBlind(u *qualify.Unknowns) {
	for _, b := range u.Report(blindFrom) {
		l := run.lists[b.List]
		lacks := true
		for _, f := range b.Fields {
			lacks = lacks && !l.has(f)
		}
		run.note(b.Sentence(l.table.List.String(), lacks))
	}
	for _, label := range run.plan.ColumnsRead() {
		if !run.hasColumn(label) {
			run.note(fmt.Sprintf("the profile names the column %q, which no list has", label))
		}
	}
}

// has tells whether a column of the list maps to the field.
func (l *list) has(f contact.Field) bool {
	for _, c := range l.mapping.Columns {
		if c.Field == f {
			return true
		}
	}
	return false
}

func (run *run) hasColumn(label string) bool {
	for _, l := range run.lists {
		for _, have := range l.header {
			if sameLabel(have, label) {
				return true
			}
		}
	}
	return false
}
