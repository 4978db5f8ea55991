// Package suppress knows whom not to contact: customers, do-not-contact lists,
// competitors. Lists are held as 64-bit hashes of what identifies a person or a
// company, so that a million entries stay small and a row is looked up in well
// under a microsecond; entries may themselves be hashes (MD5, SHA-1, SHA-256).
package suppress

import (
	"fmt"
	"time"

	"goldpan/internal/contact"
)

// Kind is what a list is for.
type Kind uint8

// The kinds of list.
const (
	Suppression Kind = iota // must not be called, mailed or contacted
	Customers               // already buy or are being negotiated with
	Exclusion               // competitors and others who are no market
)

// String is the kind as messages name it.
func (k Kind) String() string {
	switch k {
	case Customers:
		return "customers"
	case Exclusion:
		return "exclusion"
	}
	return "suppression"
}

// Level is what an entry stands for.
type Level uint8

// The levels. The zero Level is the default of the list's kind: accounts for
// customers and exclusions, and for suppressions whatever the entry names, a
// person or a company.
const (
	DefaultLevel Level = iota
	Account            // the whole company
	Contact            // this person only, or the company when no person is named
)

// ParseLevel finds a level by the profile's word.
func ParseLevel(word string) (Level, bool) {
	switch word {
	case "account":
		return Account, true
	case "contact":
		return Contact, true
	}
	return DefaultLevel, false
}

// Span is a length of calendar time.
type Span struct{ Months, Days int }

// IsZero tells whether no span is set.
func (s Span) IsZero() bool { return s == Span{} }

// Before is the day a span before t.
func (s Span) Before(t time.Time) time.Time { return t.AddDate(0, -s.Months, -s.Days) }

// String is the span in words.
func (s Span) String() string {
	switch {
	case s.Months > 0 && s.Days > 0:
		return fmt.Sprintf("%d months and %d days", s.Months, s.Days)
	case s.Months > 0:
		return fmt.Sprintf("%d months", s.Months)
	}
	return fmt.Sprintf("%d days", s.Days)
}

// List says what a list is and what a hit on it means. The zero values are
// those of the profile: every channel, reject, no maximum age.
type List struct {
	File    string // as given; names the list in messages
	Kind    Kind
	Channel contact.Channel // closed by a suppression; 0 means all
	Level   Level
	Route   string // of customers: "reject" (default) or the name of another way, as "cross-sell"
	Lapsed  Lapsed
	Date    time.Time // the day the list is from; zero unknown
	MaxAge  Span      // older than this is stale
	Country string    // of numbers in national form, alpha-2; "" the run's
}

// Lapsed sends customers who have not been in touch for long another way.
type Lapsed struct {
	OlderThan Span
	Route     string
}

// Stale tells whether the list is older than its maximum age allows.
func (l List) Stale(asOf time.Time) bool {
	return !l.MaxAge.IsZero() && !l.Date.IsZero() && l.Date.Before(l.MaxAge.Before(asOf))
}

// AgeWarning is a sentence about the age of a suppression list that somebody
// should know, or "".
func (l List) AgeWarning(asOf time.Time) string {
	switch {
	case l.Kind != Suppression:
		return ""
	case l.Date.IsZero():
		return l.File + ": age unknown: give the list a date in the profile"
	case l.Stale(asOf):
		return fmt.Sprintf("%s: is from %s, older than the %s that the profile allows", l.File, l.Date.Format(time.DateOnly), l.MaxAge)
	case l.Date.After(asOf):
		return fmt.Sprintf("%s: is dated %s, which is still to come", l.File, l.Date.Format(time.DateOnly))
	}
	return ""
}

func (l List) level() Level {
	if l.Level == DefaultLevel && l.Kind != Suppression {
		return Account
	}
	return l.Level
}

func (l List) channel() contact.Channel {
	if l.Channel == contact.NoChannels {
		return contact.AllChannels
	}
	return l.Channel
}

// Spreads tells whether a hit on one row speaks for the whole account: a
// colleague of a customer is a customer too.
func (l List) Spreads() bool { return l.level() == Account }
