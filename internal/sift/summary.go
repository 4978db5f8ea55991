package sift

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/sink"
)

// summarise counts what the user is told at the end.
func (run *run) summarise(folder *sink.Folder, found *contacts, s *sheets, balance ledger.Balance) *Summary {
	callable := 0
	for _, n := range s.callable {
		callable += n
	}
	sum := &Summary{
		Totals: balance.Total, Contacts: found.count, InMarket: balance.Total.Prospects + balance.Total.Suspects,
		Callable: callable, Tested: run.plan.AsksAnything(), Out: folder.Dir(),
		Open: filepath.Join(folder.Dir(), "calllist.xlsx"), Unreadable: run.unreadable, Notes: run.notes,
	}
	for i := range s.best {
		b := &s.best[i]
		sum.Best = append(sum.Best, Best{Grade: b.Grade(), Name: b.Name, Title: b.Title, Company: b.Company, City: b.City,
			Phone: s.dialled(b), Why: b.Why})
	}
	for _, page := range s.pages() {
		if page.sheet.cut > 0 {
			run.note(fmt.Sprintf("sheet %s is full: %d more contacts are in prospects.csv", page.name, page.sheet.cut))
		}
	}
	sum.Notes = run.notes
	return sum
}

type page struct {
	name  string
	sheet *sheet
}

// pages are all sheets of contacts.
func (s *sheets) pages() []page {
	out := []page{}
	for _, name := range s.assign.names() {
		title := name
		if title == "" {
			title = "Call list"
		}
		out = append(out, page{title, s.reps[name]})
	}
	out = append(out, page{"Reserve", &s.reserve}, page{"Needs consent", &s.consent}, page{"Write first", &s.write})
	for _, route := range sortedKeys(s.others) {
		out = append(out, page{routeTitle(route), s.others[route]})
	}
	return out
}

// summarySheet is the run on one page, for the manager.
func (run *run) summarySheet(s *sheets, sum *Summary, found *contacts, balance ledger.Balance) sink.Summary {
	out := sink.Summary{
		Profile: run.job.Profile.Path, Rows: sum.Totals.Rows, Unique: sum.Contacts, InMarket: sum.InMarket,
		Callable: sum.Callable, Best: s.best, Notes: append(relaxations(found, run.language()), run.notes...),
	}
	// One price was paid for all sheets and files of a purchase.
	ofPurchase := map[string]int{}
	for i, l := range run.lists {
		ofPurchase[l.config.Match] += s.callable[i]
	}
	for i, l := range run.lists {
		t := balance.Lists[i]
		score := sink.ListScore{
			List: l.table.List, Vendor: l.vendor(), Rows: t.Rows, Merged: t.Merged, Rejected: t.Rejected,
			Prospects: t.Prospects, Suspects: t.Suspects, Callable: s.callable[i],
		}
		if price, n := l.config.Price, ofPurchase[l.config.Match]; price.Value > 0 && n > 0 {
			score.PerContact = money(price.Value/float64(n), price.Currency)
		}
		out.Lists = append(out.Lists, score)
	}
	for _, u := range run.unreadable {
		out.Lists = append(out.Lists, sink.ListScore{List: contact.List{Path: u.Path}, Error: u.Why})
	}
	for reason, rows := range balance.Reasons {
		out.Reasons = append(out.Reasons, sink.ReasonCount{Reason: reason, Rows: rows})
	}
	slices.SortFunc(out.Reasons, func(a, b sink.ReasonCount) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Reason, b.Reason))
	})
	return out
}

func money(amount float64, currency string) string {
	digits := 2
	if amount == float64(int64(amount)) {
		digits = 0
	}
	return strings.TrimSpace(strconv.FormatFloat(amount, 'f', digits, 64) + " " + currency)
}

// legend explains the codes that this run used.
func (run *run) legend(balance ledger.Balance) sink.Legend {
	var out sink.Legend
	for _, t := range run.job.Profile.Qualify.Tiers {
		out.Tiers = append(out.Tiers, sink.LegendEntry{Code: t.Letter, Text: fmt.Sprintf("≥ %d", t.From)})
	}
	for _, d := range run.plan.Demands() {
		out.Criteria = append(out.Criteria, sink.LegendEntry{Code: string(d.Reason), Text: d.Wanted})
	}
	for _, r := range run.rules.All() {
		if run.usedRules[r.ID] {
			out.Rules = append(out.Rules, sink.LegendEntry{Code: r.ID, Text: fmt.Sprintf("%s: %s (%s, %s)", r.Answer, r.Reason, r.Source, r.Checked)})
		}
	}
	return out
}

// writeRun writes run.json, last: it names the hashes of all other files.
func (run *run) writeRun(folder *sink.Folder, who *dedupe.Result, found *contacts, balance ledger.Balance) error {
	r := &sink.Run{
		Version: run.job.Version, AsOf: run.job.AsOf.Format(dateOnly),
		Profile: sink.RunProfile{Path: run.job.Profile.Path, SHA256: run.job.Profile.SHA256},
		Started: run.job.Now.UTC().Format(time.RFC3339), Seconds: run.clock.seconds(),
		Totals: sink.RunTotals(balance.Total), Reasons: map[string]int{}, NearMisses: map[string]int{},
		Relaxing: runRelaxing(found),
		Dedupe:   sink.RunDedupe{Pairs: who.Pairs, Clusters: found.count, Threshold: who.Threshold, SkippedBlocks: who.SkippedBlocks},
	}
	for reason, n := range balance.Reasons {
		r.Reasons[string(reason)] = n
	}
	for reason, n := range balance.NearMisses {
		_, criterion, _ := strings.Cut(string(reason), "-")
		r.NearMisses[criterion] += n
	}
	for i, l := range run.lists {
		r.Lists = append(r.Lists, run.runList(l, balance.Lists[i], balance.Skipped[i]))
	}
	for _, u := range run.unreadable {
		r.Lists = append(r.Lists, sink.RunList{Path: u.Path, Error: u.Why})
	}
	r.Arguments = run.arguments()
	var err error
	if r.References, err = run.usedReferences(); err != nil {
		return err
	}
	r.Outputs = folder.Outputs()
	return writeFile(folder, sink.RunFile, func(f *sink.File) error { return r.Write(f) })
}

func (run *run) runList(l *list, t ledger.Totals, skipped map[string]int) sink.RunList {
	columns := map[string]string{}
	for _, c := range l.mapping.Columns {
		if c.Field != contact.NoField {
			columns[c.Label] = c.Field.String()
		}
	}
	return sink.RunList{
		Path: l.table.List.Path, Sheet: l.table.List.Sheet, SHA256: l.sha256, Format: l.table.Format,
		Encoding: l.table.Encoding, Delimiter: l.table.Delimiter, HeaderRow: l.table.HeaderRow,
		Vendor: l.vendor(), Layout: l.mapping.Layout, Columns: columns, RunTotals: sink.RunTotals(t),
		Skipped: sink.RunSkipped{RepeatedHeader: skipped["repeated-header"], Total: skipped["total"], Footer: skipped["footer"]},
	}
}
