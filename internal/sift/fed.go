package sift

import (
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/ledger"
)

// fedColumns are the columns of a list that goldpan itself wrote: a
// rejects.xlsx that somebody has mended and gives back.
type fedColumns struct {
	fate, reason, detail, list, sheet, row, hash int // -1 where missing
}

// fedRow is what such a row says about its first reading.
type fedRow struct {
	origin  place
	fate    string
	reason  contact.Reason
	detail  string
	changed bool // somebody mended it
}

// place names a row by its list, before lists have numbers.
type place struct {
	list contact.List
	row  int32
}

// findFed finds the columns; nil when the list has none and was not written by
// goldpan.
func (l *list) findFed() {
	f := &fedColumns{fate: l.mapping.Fed("fate"), reason: l.mapping.Fed("reason"), detail: l.mapping.Fed("detail"),
		list: l.mapping.Fed("list"), sheet: l.mapping.Fed("sheet"), row: l.mapping.Fed("row"), hash: l.mapping.Fed("hash")}
	for i, c := range l.mapping.Columns {
		if c.Fed == "" {
			l.own = append(l.own, i)
		}
	}
	l.header = l.table.Header
	if f.fate < 0 || f.list < 0 || f.row < 0 || f.hash < 0 {
		l.own = nil
		return
	}
	l.fed = f
	l.header = make([]string, len(l.own))
	for i, col := range l.own {
		l.header[i] = l.table.Header[col]
	}
}

// ownCells appends the cells of the list's own columns.
func (l *list) ownCells(to, cells []string) []string {
	if l.own == nil {
		return append(to, cells...)
	}
	for _, i := range l.own {
		to = append(to, cells[i])
	}
	return to
}

// allCells puts own cells back where the table has them.
func (l *list) allCells(own []string) []string {
	if l.own == nil {
		return own
	}
	cells := make([]string, len(l.table.Header))
	for i, cell := range own {
		if i < len(l.own) {
			cells[l.own[i]] = cell
		}
	}
	return cells
}

// readFed reads what a row says of its first reading; nil when it says
// nothing, as a row does that somebody added.
func (l *list) readFed(cells, own []string) *fedRow {
	get := func(i int) string {
		if i < 0 || i >= len(cells) {
			return ""
		}
		return strings.TrimSpace(cells[i])
	}
	row, err := strconv.Atoi(get(l.fed.row))
	if err != nil || get(l.fed.list) == "" {
		return nil
	}
	return &fedRow{
		origin: place{tidy(contact.List{Path: get(l.fed.list), Sheet: get(l.fed.sheet)}), int32(row)},
		fate:   get(l.fed.fate), reason: contact.Reason(get(l.fed.reason)), detail: get(l.fed.detail),
		changed: get(l.fed.hash) != cellsHash(own),
	}
}

// feeding is what the first pass knows of rows that were given back.
type feeding struct {
	lists   map[contact.List]bool // the lists of this run
	mended  map[place]uint32      // rows that replace their first reading
	copies  map[place]uint32      // rows given back as they were, whose first reading is in this run
	origins map[uint32]place      // first readings of rows given back
	again   map[uint32]bool       // rows given back as they were, without their first reading
}

func newFeeding(lists []*list) *feeding {
	f := &feeding{lists: map[contact.List]bool{}, mended: map[place]uint32{}, copies: map[place]uint32{},
		origins: map[uint32]place{}, again: map[uint32]bool{}}
	for _, l := range lists {
		f.lists[l.name] = true
	}
	return f
}

// settle decides about a row that needs no matching: one that was given back
// as it was, or one whose mended form was given back. Lists of goldpan's own
// come first, so that first readings find them. It tells whether the row is
// settled.
func (f *feeding) settle(l *ledger.Ledger, id uint32, at place, fed *fedRow) bool {
	if fed == nil {
		if len(f.mended) == 0 && len(f.copies) == 0 {
			return false
		}
		if by, ok := f.mended[at]; ok {
			l.Merge(id, by)
			return true
		}
		if copied, ok := f.copies[at]; ok {
			l.Merge(copied, id)
			delete(f.copies, at)
		}
		return false
	}
	f.origins[id] = fed.origin
	switch {
	case fed.changed:
		f.mended[fed.origin] = id
		return false
	case f.lists[fed.origin.list]:
		f.copies[fed.origin] = id
		return true
	case fed.fate == contact.Merged.String():
		l.Merge(id, id)
		return true
	case fed.reason.Step() == contact.StepSuppress, fed.reason.Step() == contact.StepRead:
		l.Reject(id, ledger.Rejection{Reasons: []contact.Reason{fed.reason}, Detail: fed.detail})
		return true
	}
	f.again[id] = true
	return false
}

// close rejects the copies whose first reading did not turn up.
func (f *feeding) close(l *ledger.Ledger) {
	for at, id := range f.copies {
		l.Reject(id, ledger.Rejection{Reasons: []contact.Reason{contact.BadRow},
			Detail: "given back as it was, but " + at.list.Row(at.row) + " is not there any more"})
	}
}
