package sift

import (
	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
)

// merge makes the golden record of a contact's rows. kept is the member that
// gives most of it, from the member of each field.
func (run *run) merge(members []*contact.Record) (golden contact.Record, kept int, from [contact.NumFields]int) {
	golden, from = dedupe.Merge(members, run.trust)
	for i, m := range members {
		if m.ID == golden.ID {
			kept = i
		}
	}
	golden.Extras = append([]contact.Extra(nil), golden.Extras...)
	for _, m := range members {
		for _, x := range m.Extras {
			if !hasExtra(golden.Extras, x.Label) {
				golden.Extras = append(golden.Extras, x)
			}
		}
	}
	golden.Raw = nil
	return golden, kept, from
}

func hasExtra(extras []contact.Extra, label uint16) bool {
	for _, x := range extras {
		if x.Label == label {
			return true
		}
	}
	return false
}

// trust is how far the profile trusts a list, 1 to 5; 3 where it says nothing.
func (run *run) trust(list int32) int {
	if t := run.lists[list].config.Trust; t > 0 {
		return t
	}
	return 3
}
