package main

import "fmt"

// Consent is what a lead's columns say of it together: a third have a yes with
// date and scope, some a bare yes, which proves nothing, the rest a no or
// nothing at all.

func (l *lead) consentState() uint64 { return mix(uint64(l.contact)+99) % 10 }

func consent(yes, no string) func(*lead) string {
	return func(l *lead) string {
		switch n := l.consentState(); {
		case n < 5:
			return yes
		case n < 8:
			return no
		}
		return ""
	}
}

// consentDate is a day of the last three years, some too long ago.
func consentDate(l *lead) string {
	if l.consentState() > 3 {
		return ""
	}
	return fmt.Sprintf("%02d.%02d.%d", 1+l.draw.IntN(28), 1+l.draw.IntN(10), 2024+min(2, l.draw.IntN(4)))
}

// consentScope names the channels: mostly both, else one.
func consentScope(both, mail, call string) func(*lead) string {
	return func(l *lead) string {
		if l.consentState() > 3 {
			return ""
		}
		return l.draw.one([]string{both, both, both, mail, call})
	}
}
