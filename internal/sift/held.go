package sift

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/market"
	"goldpan/internal/qualify"
	"goldpan/internal/suppress"
)

// accountHits spreads what the customer and exclusion lists say of a row to
// its whole account: a colleague of a customer is no prospect either.
func (run *run) accountHits(all *rows, who *dedupe.Result) map[uint32][]suppress.Hit {
	spread := map[uint32][]suppress.Hit{}
	for id, known := range all.hits {
		for _, h := range all.known[known] {
			if run.blocks.Lists()[h.List].Spreads() {
				root := who.Account[id]
				spread[root] = addHit(spread[root], h)
			}
		}
	}
	return spread
}

// addHit adds a hit, unless the list has hit already. A key says more than
// likeness.
func addHit(hits []suppress.Hit, h suppress.Hit) []suppress.Hit {
	for _, have := range hits {
		if have == h || h.By == "likeness" && have.List == h.List && have.Channel == h.Channel {
			return hits
		}
	}
	return append(hits, h)
}

// heldAgainst holds every row of a contact against the lists, so that nobody
// slips through on the row whose email was left out. It gives the sheet that a
// customer goes to instead of the call list, or the rejection.
func (j *judging) heldAgainst(s *qualify.Subject, members []*contact.Record) (route string, r *ledger.Rejection) {
	var hits []suppress.Hit
	for _, m := range members {
		for _, h := range j.all.known[j.all.hits[m.ID]] {
			hits = addHit(hits, h)
		}
	}
	for _, h := range j.accounts[j.who.Account[members[0].ID]] {
		hits = addHit(hits, h)
	}
	var closing []suppress.Hit
	for _, h := range hits {
		switch {
		case h.Kind == suppress.Suppression && h.Channel != contact.AllChannels:
			s.Blocked |= h.Channel
			closing = append(closing, h)
		case h.Kind == suppress.Customers && h.Route != "reject":
			route = h.Route
		default:
			return "", rejected(h.Reason, j.run.hitDetail(h))
		}
	}
	if s.Blocked != contact.NoChannels && !reachable(s) {
		return "", rejected(contact.Suppressed, j.run.hitDetail(closing[0])+", "+j.run.say("held.nothing_left"))
	}
	return route, nil
}

// reachable tells whether a channel is left that nobody closed.
func reachable(s *qualify.Subject) bool {
	r := s.Rec
	phone := r.Has(contact.Phone) || r.Has(contact.Mobile) || r.Has(contact.Phone2) || r.Has(contact.Switchboard)
	return phone && s.Blocked&contact.CallChannel == 0 || r.Has(contact.Email) && s.Blocked&contact.EmailChannel == 0
}

func rejected(reason contact.Reason, detail string) *ledger.Rejection {
	return &ledger.Rejection{Reasons: []contact.Reason{reason}, Detail: detail}
}

// hitDetail says, in the profile's language, which list a contact stands on and
// by what it was found.
func (run *run) hitDetail(h suppress.Hit) string {
	by := run.say("held.by." + h.By)
	if by == "" {
		by = h.By
	}
	parts := []string{run.say("held.on", "{l}", run.blocks.Lists()[h.List].File, "{by}", by)}
	if h.Channel == contact.CallChannel || h.Channel == contact.EmailChannel {
		parts = append(parts, run.say("held.channel", "{c}", h.Channel.String()))
	}
	if h.OpenDeal {
		parts = append(parts, run.say("held.open_deal"))
	}
	if h.Owner != "" {
		parts = append(parts, run.say("held.owner", "{o}", h.Owner))
	}
	return strings.Join(parts, ", ")
}

// say is a phrase in the profile's language with its placeholders filled in.
func (run *run) say(key string, pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(market.Text(run.language(), key))
}
