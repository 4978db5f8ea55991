package columns

import (
	"slices"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// objectionStep is a column that is no restriction column but may hold words
// that are one: a lead status of "Do not contact", a note of "do not call".
type objectionStep struct {
	column  int
	consent bool
	channel contact.Channel // of a consent column that is for one channel
}

// mayObject tells whether a column's cells are searched for such words: those
// that say how things stand with a contact, and extra columns that are called
// so or whose sample has one.
func mayObject(c Column, v *values) bool {
	if c.Masked || c.Left || c.Part != "" {
		return false
	}
	switch c.Field {
	case contact.Stage, contact.CompanyStatus, contact.EmailStatus, contact.Consent, contact.Interest, contact.Notes:
		return true
	case contact.NoField:
		return v.kinds[kObjection] > 0 || slices.ContainsFunc(strings.Fields(Normal(c.Label)), market.StatusLabel)
	}
	return false
}

// apply closes the channels that a cell objects to. It may name several things
// side by side: "VIP; do not call".
func (o *objectionStep) apply(cell string, r *contact.Record) {
	if len(cell) > 200 { // a story, not a status
		return
	}
	if !strings.ContainsAny(cell, ";,|") {
		o.close(market.Objection(cell, o.consent), r)
		return
	}
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		o.close(market.Objection(strings.TrimSpace(part), o.consent), r)
	}
}

func (o *objectionStep) close(channel string, r *contact.Record) {
	if channel == "all" && o.channel != contact.NoChannels {
		channel = o.channel.String()
	}
	switch channel {
	case "call":
		raise(r, contact.DoNotCall, "yes")
	case "email":
		raise(r, contact.DoNotEmail, "yes")
	case "all":
		raise(r, contact.OptOut, "yes")
	}
}
