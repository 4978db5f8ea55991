package suppress

import (
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// entry is what a hit tells beyond its list. Entries without any of it share
// one per list.
type entry struct {
	list    uint16
	channel contact.Channel // closed by this entry; none: whatever its list closes
	state   market.DealState
	owner   string
	stage   string
	last    int32 // days since 1970 of the last contact or order, 0 unknown
}

// sameList tells whether two entries are of one list and close the same.
func (e *entry) sameList(o *entry) bool { return e.list == o.list && e.channel == o.channel }

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

// entryOf reads owner, stage and last contact of a CRM row, and which channels
// a row of a suppression list closes.
func (l *Loader) entryOf(rec *contact.Record) entry {
	e := entry{list: l.index, owner: rec.Values[contact.Owner], stage: rec.Values[contact.Stage]}
	if l.list.Kind == Suppression && l.list.Channel == contact.NoChannels {
		e.channel = closedBy(rec)
	}
	e.state = market.DealStage(e.stage)
	e.last = day(rec.Values[contact.LastContact])
	return e
}

// closedBy is what the restriction columns of an entry close: one channel where
// only that is marked. An entry without a mark stands for whatever its list
// does; so does an opt-out, which is from everything.
func closedBy(rec *contact.Record) contact.Channel {
	v := &rec.Values
	if v[contact.OptOut] == "yes" {
		return contact.NoChannels
	}
	closed := contact.NoChannels
	if v[contact.DoNotCall] == "yes" {
		closed |= contact.CallChannel
	}
	if v[contact.DoNotEmail] == "yes" {
		closed |= contact.EmailChannel
	}
	return closed
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
