package qualify

import (
	"math"

	"goldpan/internal/contact"
)

// How surely each kind of channel reaches the person meant, 0 to 1. Own
// estimates; the order matters more than the values.
const (
	reachMobile      = 0.60
	reachDirect      = 0.50
	reachSwitchboard = 0.30
	reachVerified    = 0.60
	reachEmail       = 0.40
	reachCatchAll    = 0.35
	reachFree        = 0.35
	reachRole        = 0.20
)

// reachOf is how surely the person can be reached, 1 (best) to 5: open
// channels, whether somebody is named, agreement of lists, age of the record.
func (j *Judge) reachOf(s *Subject, v *Verdict) int {
	r := s.Rec
	missed := 1.0 // chance that every channel fails
	if v.MayCall != "no" && v.MayCall != "" {
		missed *= 1 - phoneReach(r)
	}
	if v.MayEmail != "no" && v.MayEmail != "" {
		missed *= 1 - emailReach(r)
	}
	if s.Lists > 1 { // lists that agree
		missed *= math.Pow(0.8, float64(min(s.Lists-1, 3)))
	}
	sure := 1 - missed
	if !named(r) {
		sure *= 0.7
	}
	if on := recordDate(s); !on.IsZero() && on.Before(j.plan.asOf) && j.plan.config.Decay > 0 {
		months := j.plan.asOf.Sub(on).Hours() / (24 * 365.25 / 12)
		sure *= math.Pow(1-j.plan.config.Decay, months)
	}
	if j.plan.tooHigh(s) {
		sure *= 0.7
	}
	for i, limit := range [4]float64{0.75, 0.55, 0.35, 0.15} {
		if sure >= limit {
			return i + 1
		}
	}
	return 5
}

func phoneReach(r *contact.Record) float64 {
	switch {
	case r.Values[contact.Mobile] != "" || r.Values[contact.PhoneKind] == "mobile":
		return reachMobile
	case r.Values[contact.Phone] != "" && r.Values[contact.Phone] != r.Values[contact.Switchboard] &&
		r.Values[contact.PhoneKind] != "premium" && r.Values[contact.PhoneKind] != "shared" &&
		r.Values[contact.PhoneKind] != "tollfree":
		return reachDirect
	case hasPhone(r):
		return reachSwitchboard
	}
	return 0
}

func emailReach(r *contact.Record) float64 {
	if !hasEmail(r) {
		return 0
	}
	switch r.Values[contact.EmailStatus] {
	case "invalid", "disposable":
		return 0
	case "role":
		return reachRole
	case "valid":
		if r.Values[contact.EmailKind] == "role" {
			return reachRole + 0.1
		}
		return reachVerified
	case "catch_all":
		return reachCatchAll
	}
	switch r.Values[contact.EmailKind] {
	case "role":
		return reachRole
	case "free":
		return reachFree
	case "disposable":
		return 0
	}
	return reachEmail
}
