package sift

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/qualify"
	"goldpan/internal/sink"
)

// relaxations says, for every criterion that alone rejected somebody, how many
// and what the next looser value would add.
func relaxations(c *contacts, lang string) []string {
	var out []string
	for _, r := range c.relaxing.Report() {
		if r.Alone == 0 {
			continue
		}
		text := strings.NewReplacer("{criterion}", r.Test+" "+r.Criterion, "{n}", strconv.Itoa(r.Alone)).Replace(market.WorkbookText(lang, "relax.alone"))
		var looser []string
		for _, l := range r.Loosen {
			looser = append(looser, loosened(l, lang))
		}
		if len(looser) > 0 {
			text += market.WorkbookText(lang, "relax.looser") + " " + strings.Join(looser, ", ")
		}
		out = append(out, text)
	}
	return out
}

func loosened(l qualify.Looser, lang string) string {
	if l.From == "" {
		return fmt.Sprintf("%s %s +%d", market.WorkbookText(lang, "relax.with"), l.To, l.Adds)
	}
	return fmt.Sprintf("%s → %s +%d", l.From, l.To, l.Adds)
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
	for _, l := range run.lists {
		if l.rows > 0 && !l.reaches(run.plan.Reach()) {
			run.note(fmt.Sprintf("nobody on %s can be reached: it has no column of %s; reach in the profile may name website, linkedin or address too",
				l.table.List, strings.Join(run.plan.Reach(), ", ")))
		}
	}
	for _, label := range run.plan.ColumnsRead() {
		if !run.hasColumn(label) {
			run.note(fmt.Sprintf("the profile names the column %q, which no list has", label))
		}
	}
}

// reaches tells whether a column of the list may hold one of the channels that
// the profile wants.
func (l *list) reaches(channels []string) bool {
	for _, c := range l.mapping.Columns {
		switch c.Field {
		case contact.Phone, contact.Phone2, contact.Switchboard, contact.Mobile:
			if slices.Contains(channels, "phone") || slices.Contains(channels, "mobile") {
				return true
			}
		case contact.Email, contact.Email2:
			if slices.Contains(channels, "email") {
				return true
			}
		case contact.Website, contact.LinkedIn:
			if slices.Contains(channels, c.Field.String()) {
				return true
			}
		case contact.Street, contact.Address:
			if slices.Contains(channels, "address") {
				return true
			}
		}
	}
	return false
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
