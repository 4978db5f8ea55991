package sift

import (
	"fmt"
	"iter"
	"strings"

	"goldpan/internal/assign"
	"goldpan/internal/contact"
	"goldpan/internal/ledger"
	"goldpan/internal/sink"
)

// sheets are the pages of the call list workbook, filled in rank order. Each
// holds at most the profile's number of rows: a longer list is no list to
// call, and prospects.csv has everybody.
type sheets struct {
	run      *run
	limit    int
	assign   *assigner
	reps     map[string]*sheet
	reserve  sheet
	consent  sheet
	write    sheet
	others   map[string]*sheet
	gaps     gaps
	best     []sink.CallRow
	mayCall  map[string]bool          // of the best, by contact
	leading  map[uint32]*sink.CallRow // by account: its row on a rep's sheet
	callable []int                    // by list
}

// sheet is one page.
type sheet struct {
	rows []*sink.CallRow
	cut  int // rows left out because the sheet was full
}

func (s *sheet) add(row *sink.CallRow, limit int) {
	if len(s.rows) >= limit {
		s.cut++
		return
	}
	row.Number = len(s.rows) + 1
	s.rows = append(s.rows, row)
}

func (s *sheet) all() iter.Seq[sink.CallRow] {
	return func(yield func(sink.CallRow) bool) {
		for _, row := range s.rows {
			if !yield(*row) {
				return
			}
		}
	}
}

func (run *run) newSheets() *sheets {
	limit := run.job.Profile.Outputs.CallListRows
	if limit <= 0 {
		limit = sink.DefaultCallRows
	}
	s := &sheets{run: run, limit: limit, assign: run.newAssigner(), reps: map[string]*sheet{}, others: map[string]*sheet{},
		mayCall: map[string]bool{}, leading: map[uint32]*sink.CallRow{}, callable: make([]int, len(run.lists))}
	for _, name := range s.assign.names() {
		s.reps[name] = &sheet{}
	}
	return s
}

// deal puts a contact on the sheet it belongs to and names its rep.
func (s *sheets) deal(account uint32, r *ranked, p *sink.Prospect) (rep string) {
	row := s.run.callRow(r, p)
	if len(s.best) < 5 && r.route == "" {
		s.best = append(s.best, *row)
		s.mayCall[row.ContactID] = r.mayCall == "yes"
	}
	s.gaps.see(account, r, p, row)
	switch {
	case r.route != "":
		row.Source = withStatement(row.Source, r.statement)
		if s.others[r.route] == nil {
			s.others[r.route] = &sheet{}
		}
		s.others[r.route].add(row, s.limit)
		return ""
	case row.Phone != "" && r.mayCall == "yes":
		s.callable[r.golden.Origin.List]++
		row.Source = withStatement(row.Source, r.statement)
		return s.call(account, row, &r.golden)
	case row.Phone != "" && (r.mayCall == "needs-consent" || r.mayCall == "needs-screening"):
		s.consent.add(row, s.limit)
	default:
		s.write.add(row, s.limit)
	}
	return ""
}

// withStatement adds to a contact's source what to say of it when asked. Sheets
// of contacts that may not be called say it beside the rule.
func withStatement(source, statement string) string {
	if statement == "" {
		return source
	}
	return source + ". " + statement
}

// dialled is the number of one of the best, "" for who may not simply be
// called.
func (s *sheets) dialled(row *sink.CallRow) string {
	if !s.mayCall[row.ContactID] {
		return ""
	}
	return row.Phone
}

// call hands a contact that may be called to a rep, or keeps it in reserve.
// Further people of an account are named beside the first.
func (s *sheets) call(account uint32, row *sink.CallRow, golden *contact.Record) (rep string) {
	rep, place := s.assign.next(account, golden)
	switch place {
	case assign.OnSheet:
		s.reps[rep].add(row, s.limit)
		if s.leading[account] == nil {
			s.leading[account] = row
		}
		return rep
	case assign.AlsoThere:
		if first := s.leading[account]; first != nil && len(first.Better) < maxBetter {
			if first.Better != "" {
				first.Better += "; "
			}
			first.Better += strings.Trim(row.Name+", "+row.Title, ", ")
		}
	}
	s.reserve.add(row, s.limit)
	return ""
}

// maxBetter keeps the names of further people to what a cell shows.
const maxBetter = 120

// callRow is a delivery as people read it.
func (run *run) callRow(r *ranked, p *sink.Prospect) *sink.CallRow {
	g := &r.golden
	phone, second := phones(g)
	row := &sink.CallRow{
		Reach: r.reach, Company: g.Get(contact.Company), Name: g.FullName(), Title: g.Get(contact.Title),
		Phone: phone, Phone2: second, Why: r.why, Ask: r.ask, Email: g.Get(contact.Email), City: g.Get(contact.City),
		Source: p.Place.List.Row(p.Place.Row), ContactID: p.ContactID, Rule: rules(r.callRule, r.emailRule), NoticeDue: r.noticeDue,
		CallBetween: callBetween(g),
	}
	if phone == g.Get(contact.Phone) {
		row.PhoneExt = g.Get(contact.PhoneExt)
	}
	if r.vendor != "" {
		row.Source = r.vendor + ": " + row.Source
	}
	if r.scored {
		row.Tier = r.tier
	}
	row.RuleText = run.ruleText(r)
	run.usedRules[r.callRule], run.usedRules[r.emailRule] = true, true
	return row
}

// phones are the number to dial first and the next other one.
func phones(r *contact.Record) (first, second string) {
	first = r.Get(contact.BestPhone)
	for _, f := range [...]contact.Field{contact.Mobile, contact.Phone, contact.Phone2, contact.Switchboard} {
		switch v := r.Get(f); {
		case v == "":
		case first == "":
			first = v
		case v != first && second == "":
			second = v
		}
	}
	return first, second
}

// callBetween is the time to call, in the contact's own time: office hours,
// with the place whose clock counts.
func callBetween(r *contact.Record) string {
	zone := r.Get(contact.TimeZone)
	if zone == "" {
		return ""
	}
	place := zone[strings.LastIndexByte(zone, '/')+1:]
	return "9-17 " + strings.ReplaceAll(place, "_", " ")
}

// ruleText explains the contact rule of the channel that is not simply open,
// and has the sentence that names the source in the contact's own language.
func (run *run) ruleText(r *ranked) string {
	rule, may := r.callRule, r.mayCall
	if may == "yes" || rule == "" {
		rule = r.emailRule
	}
	found, _ := run.rules.Rule(rule)
	// Whoever is written to is told where the details come from.
	if found.Reason == "" || r.statement == "" {
		return found.Reason + r.statement
	}
	return found.Reason + ". " + r.statement
}

// writeCallList writes calllist.xlsx and, where there are reps, a workbook for
// each.
func (run *run) writeCallList(folder *sink.Folder, s *sheets, doubtful *review, summary *Summary, found *contacts, balance ledger.Balance) error {
	book := &sink.CallList{
		Lang: run.language(), AsOf: run.job.AsOf.Format(dateOnly), MaxRows: s.limit, TempDir: run.temp,
		Summary: run.summarySheet(s, summary, found, balance),
		Reserve: s.reserve.all(), Consent: s.consent.all(), WriteFirst: s.write.all(), Gaps: s.gaps.all(),
		Review: doubtful.pairs(), Legend: run.legend(balance),
	}
	for _, name := range s.assign.names() {
		book.Reps = append(book.Reps, sink.RepSheet{Name: name, Rows: s.reps[name].all()})
	}
	for _, route := range sortedKeys(s.others) {
		book.Others = append(book.Others, sink.RepSheet{Name: routeTitle(route), Rows: s.others[route].all()})
	}
	if err := writeFile(folder, "calllist.xlsx", func(f *sink.File) error { return book.Write(f) }); err != nil {
		return err
	}
	if !s.assign.own {
		return nil
	}
	for _, rep := range book.Reps {
		name := fmt.Sprintf("calllists/%s.xlsx", fileName(rep.Name))
		if err := writeFile(folder, name, func(f *sink.File) error { return book.WriteRep(f, rep) }); err != nil {
			return err
		}
	}
	return nil
}

// routeTitle makes a sheet's name of a route: "cross-sell" is "Cross-sell".
func routeTitle(route string) string {
	if route == "" {
		return ""
	}
	return strings.ToUpper(route[:1]) + route[1:]
}
