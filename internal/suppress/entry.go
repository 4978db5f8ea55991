package suppress

import (
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// entry is what a hit tells beyond its list. Entries without any of it share
// one per list.
type entry struct {
	list  uint16
	state market.DealState
	owner string
	stage string
	last  int32 // days since 1970 of the last contact or order, 0 unknown
}

// better tells whether an entry says more than another of its list about the
// same key: an open deal first, then an owner, then the later contact.
func (e *entry) better(than *entry) bool {
	if a, b := e.state == market.OpenDeal, than.state == market.OpenDeal; a != b {
		return a
	}
	if a, b := e.owner != "", than.owner != ""; a != b {
		return a
	}
	if e.last != than.last {
		return e.last > than.last
	}
	if e.owner != than.owner {
		return e.owner < than.owner // the same whatever the order of the rows
	}
	return e.stage < than.stage
}

// entryOf reads owner, stage and last contact of a CRM row.
func entryOf(list uint16, rec *contact.Record) entry {
	e := entry{list: list, owner: rec.Values[contact.Owner], stage: rec.Values[contact.Stage]}
	e.state = market.DealStage(e.stage)
	e.last = day(rec.Values[contact.LastContact])
	return e
}

// day is an ISO date (or month, or year, taken at its start) as days since
// 1970; 0 when it is none.
func day(iso string) int32 {
	for _, layout := range [...]string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return int32(t.Unix() / 86400)
		}
	}
	return 0
}
