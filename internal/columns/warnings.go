package columns

import (
	"fmt"

	"goldpan/internal/contact"
)

// warn says what a person should look at before trusting the mapping.
func (b *board) warn(m *Mapping) {
	say := func(format string, args ...any) { m.Warnings = append(m.Warnings, fmt.Sprintf(format, args...)) }
	if b.headerless {
		say("the list has no labels: its columns were read by their values alone")
	}
	if !b.reachable() {
		say("no column holds phones, emails or addresses")
	}
	first, last := b.whole(contact.FirstName), b.whole(contact.LastName)
	if first >= 0 && last >= 0 && b.values[last].share(kGiven) > 0.6 && b.values[first].share(kGiven) < 0.3 && b.values[first].filled > 9 {
		say("%q and %q look swapped: the given names stand in %q", b.columns[first].Label, b.columns[last].Label, b.columns[last].Label)
	}
	for i := range b.columns {
		c, d := &b.columns[i], &b.values[i].dates
		if isDateField(c.Field) && d.open > 0 && d.order() == "" && m.Hints.Fields[c.Field].Dates == "" && m.Hints.Country == "" {
			say("the dates in %q do not tell day from month: say the country with --country", c.Label)
		}
	}
}

// reachable tells whether any column leads to the contact.
func (b *board) reachable() bool {
	for _, f := range []contact.Field{contact.Email, contact.Email2, contact.Phone, contact.Phone2, contact.Mobile, contact.Switchboard,
		contact.Street, contact.Address, contact.Website, contact.LinkedIn} {
		if b.taken(f) {
			return true
		}
	}
	return false
}
