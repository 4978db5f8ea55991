package sink

import (
	"slices"
	"strconv"
)

// callColumn is one column of a sheet of contacts.
type callColumn struct {
	key   string // of its heading's text
	width float64
	kind  cellKind
	value func(*CallRow) string
}

// callColumns are the columns of the call list; they are fixed. Those up to
// "better" are printed, what follows is for looking up.
var callColumns = []callColumn{
	{"col.rank", 5, numberCell, func(r *CallRow) string { return strconv.Itoa(r.Number) }},
	{"col.grade", 8, gradeCell, (*CallRow).Grade},
	{"col.company", 27, boldCell, func(r *CallRow) string { return r.Company }},
	{"col.name", 21, wrapCell, func(r *CallRow) string { return r.Name }},
	{"col.title", 21, wrapCell, func(r *CallRow) string { return r.Title }},
	{"col.phone", 19, textCell, func(r *CallRow) string { return phoneWithExt(r.Phone, r.PhoneExt) }},
	{"col.between", 12, wrapCell, func(r *CallRow) string { return r.CallBetween }},
	{"col.why", 36, wrapCell, func(r *CallRow) string { return r.Why }},
	{"col.ask", 32, wrapCell, func(r *CallRow) string { return r.Ask }},
	{"col.outcome", 14, inputCell, func(r *CallRow) string { return r.Outcome }},
	{"col.next", 11.5, dateCell, func(r *CallRow) string { return r.NextDate }},
	{"col.notes", 26, inputWrapCell, func(r *CallRow) string { return r.Notes }},
	{"col.better", 18, inputWrapCell, func(r *CallRow) string { return r.Better }},
	{"col.phone2", 19, textCell, func(r *CallRow) string { return PhoneText(r.Phone2) }},
	{"col.email", 30, textCell, func(r *CallRow) string { return r.Email }},
	{"col.city", 16, textCell, func(r *CallRow) string { return r.City }},
	{"col.source", 26, textCell, func(r *CallRow) string { return r.Source }},
	{"contact_id", 15, smallCell, func(r *CallRow) string { return r.ContactID }},
}

// printedOf is how many columns of a sheet are printed: those up to the last
// that is filled in.
func printedOf(cols []callColumn) int {
	for i := len(cols) - 1; i >= 0; i-- {
		if cols[i].kind.isInput() {
			return i + 1
		}
	}
	return len(cols)
}

// ruleColumns are the columns of the sheets of contacts that may not simply be
// called: what stands in the way takes the place of what a rep fills in.
var ruleColumns = []callColumn{
	callColumns[0], callColumns[1], callColumns[2], callColumns[3], callColumns[4], callColumns[5],
	{"col.email", 34, textCell, func(r *CallRow) string { return r.Email }},
	{"col.why", 38, wrapCell, func(r *CallRow) string { return r.Why }},
	{"col.needs", 34, wrapCell, func(r *CallRow) string { return r.RuleText }},
	{"col.rule", 21, wrapCell, func(r *CallRow) string { return r.Rule }},
	{"col.notice", 12, dayCell, func(r *CallRow) string { return r.NoticeDue }},
	{"col.notes", 24, inputWrapCell, func(r *CallRow) string { return r.Notes }},
	{"col.city", 16, textCell, func(r *CallRow) string { return r.City }},
	{"col.source", 26, textCell, func(r *CallRow) string { return r.Source }},
	{"contact_id", 15, smallCell, func(r *CallRow) string { return r.ContactID }},
}

// otherColumns are those of sheets such as Win-back: whoever is there fits, but
// it stands beside each whether a call is allowed.
var otherColumns = slices.Insert(slices.Clone(callColumns), 9,
	callColumn{"col.needs", 34, wrapCell, func(r *CallRow) string { return r.RuleText }},
	callColumn{"col.rule", 21, wrapCell, func(r *CallRow) string { return r.Rule }})
