package columns

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// implyTitle gives the people of a column labelled with a role ("Daglig
// leder", "Geschäftsführer Nachname") that role as their title, where the list
// has no titles of its own.
func (b *board) implyTitle() {
	if b.taken(contact.Title) {
		return
	}
	for i := range b.columns {
		c := &b.columns[i]
		if c.Part != "" || c.Field != contact.FullName && c.Field != contact.LastName {
			continue
		}
		if role := roleOf(c.Label); role != "" {
			c.Implied = role
			return
		}
	}
}

// roleOf is the title of a decision maker that a label begins with; "" when it
// names none.
func roleOf(label string) string {
	words := splitLabel(label)
	for n := min(3, len(words)); n > 0; n-- {
		phrase := strings.Join(words[:n], " ")
		e := market.TitlePhrase([]byte(market.Key(phrase)))
		if e == nil {
			continue
		}
		switch e.Level {
		case "owner", "legal_rep", "c_level", "board", "partner":
			return phrase
		}
	}
	return ""
}
