package sift

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"goldpan/internal/clean"
	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/qualify"
	"goldpan/internal/spool"
	"goldpan/internal/suppress"
)

// Story is everything that happened to one contact.
type Story struct {
	ContactID string // "" when it was not delivered
	Fate      contact.Fate
	Rejection *ledger.Rejection
	Rows      []StoryRow // the rows merged into it, the one that carries it first
	Golden    []StoryField
	Hits      []string // customer and suppression lists it stands on
	Criteria  []qualify.Evidence
	Points    []qualify.Points
	Delivery  *StoryDelivery // nil when it was not delivered
}

// StoryRow is one row as read and as cleaned.
type StoryRow struct {
	Place    string      // list:row
	Cells    [][2]string // label and cell as read
	Cleaned  []StoryField
	Evidence string // why it is the same contact as the first row
}

// StoryField is a field, its value and where the value comes from or what was
// done to it.
type StoryField struct{ Field, Value, From string }

// StoryDelivery is what a delivered contact was given.
type StoryDelivery struct {
	Target, Means, Authority, Tier, Why, Ask, MayCall, MayEmail, Rule, NoticeDue, Statement string
	Score, Reach                                                                            int
}

// Explain tells the story of every contact that a key names: a contact id, an
// email, a phone, or list:row. It runs the job again without writing.
func Explain(ctx context.Context, job Job, keyText string) ([]Story, error) {
	run, all, who, cleanUp, err := matched(ctx, job)
	if err != nil {
		return nil, err
	}
	defer cleanUp()
	found, err := run.secondPass(ctx, all, who)
	if err != nil {
		return nil, err
	}
	defer found.gold.Close()
	run.keepCompanies(found, all.ledger, who)
	found.distinctIDs()

	roots, err := run.locate(ctx, keyText, all, who, found)
	if err != nil {
		return nil, err
	}
	if len(roots) == 0 {
		return nil, &Refusal{What: fmt.Sprintf("nothing in this run is named %q", keyText),
			Hint: "name a contact id, an email, a phone, or a row as list.csv:17 (workbooks: list.xlsx#Sheet:17)", Usage: true}
	}
	members, err := collect(ctx, all, who, roots)
	if err != nil {
		return nil, err
	}
	t := &teller{run: run, all: all, who: who, found: found, accounts: run.accountHits(all, who)}
	var stories []Story
	for _, root := range roots {
		stories = append(stories, t.tell(root, members[root]))
	}
	return stories, nil
}

// locate finds the contacts that a key names, by their roots.
func (run *run) locate(ctx context.Context, text string, all *rows, who *dedupe.Result, found *contacts) ([]uint32, error) {
	for i := range found.found {
		if f := &found.found[i]; f.delivered() && identifier('c', f.id.hash) == text {
			return []uint32{f.root}, nil
		}
	}
	email := clean.MatchEmail(text)
	phone := dialable(text, run.country())
	var roots []uint32
	var r contact.Record
	for packed, err := range all.spool.All(ctx) {
		if err != nil {
			return nil, err
		}
		if err := spool.Decode(packed, &r); err != nil {
			return nil, err
		}
		if run.named(&r, text, email, phone) && !contains(roots, who.Contact[r.ID]) {
			roots = append(roots, who.Contact[r.ID])
		}
	}
	return roots, nil
}

func contains(ids []uint32, id uint32) bool {
	for _, have := range ids {
		if have == id {
			return true
		}
	}
	return false
}

func (run *run) named(r *contact.Record, text, email, phone string) bool {
	l := run.lists[r.Origin.List].table.List
	row := strconv.Itoa(int(r.Origin.Row))
	if text == l.Row(r.Origin.Row) || text == l.Path+":"+row || strings.HasSuffix("/"+l.Path, "/"+strings.TrimSuffix(text, ":"+row)) && strings.HasSuffix(text, ":"+row) {
		return true
	}
	if email != "" && (r.Get(contact.EmailKey) == email || r.Get(contact.Email2Key) == email) {
		return true
	}
	if phone == "" {
		return false
	}
	for _, f := range [...]contact.Field{contact.Phone, contact.Phone2, contact.Mobile, contact.Switchboard} {
		if r.Get(f) == phone {
			return true
		}
	}
	return false
}

// collect decodes the rows of the given contacts.
func collect(ctx context.Context, all *rows, who *dedupe.Result, roots []uint32) (map[uint32][]*contact.Record, error) {
	members := map[uint32][]*contact.Record{}
	for packed, err := range all.spool.All(ctx) {
		if err != nil {
			return nil, err
		}
		root := who.Contact[spool.ID(packed)]
		if !contains(roots, root) {
			continue
		}
		r := new(contact.Record)
		if err := spool.Decode(packed, r); err != nil {
			return nil, err
		}
		members[root] = append(members[root], r)
	}
	return members, nil
}

// teller tells stories.
type teller struct {
	run      *run
	all      *rows
	who      *dedupe.Result
	found    *contacts
	accounts map[uint32][]suppress.Hit
}

func (t *teller) tell(root uint32, members []*contact.Record) Story {
	for _, m := range members {
		t.run.lists[m.Origin.List].extras(m)
	}
	golden, kept, from := t.run.merge(members)
	story := Story{Fate: t.all.ledger.Fate(members[kept].ID)}
	if story.Fate == contact.Rejected {
		r := t.all.ledger.Rejection(members[kept].ID)
		story.Rejection = &r
	}
	story.Rows = append(story.Rows, t.row(members[kept]))
	for i, m := range members {
		if i == kept {
			continue
		}
		row := t.row(m)
		best, p := t.who.Kept(m.ID)
		row.Evidence = dedupe.Waterfall(t.who.Evidence(m.ID, best), p)
		story.Rows = append(story.Rows, row)
	}
	for f := contact.FullName; f < contact.NumFields; f++ {
		if v := golden.Get(f); v != "" {
			field := StoryField{Field: f.String(), Value: v}
			if from[f] >= 0 && len(members) > 1 {
				m := members[from[f]]
				field.From = t.run.lists[m.Origin.List].table.List.Row(m.Origin.Row)
			}
			story.Golden = append(story.Golden, field)
		}
	}
	t.judge(&story, root, &golden, members)
	return story
}

// row is a row as read, and as cleaned with what cleaning noted.
func (t *teller) row(r *contact.Record) StoryRow {
	l := t.run.lists[r.Origin.List]
	out := StoryRow{Place: l.table.List.Row(r.Origin.Row)}
	for i, cell := range r.Raw {
		if i < len(l.header) && cell != "" {
			out.Cells = append(out.Cells, [2]string{l.header[i], cell})
		}
	}
	var again contact.Record
	l.mapping.Apply(l.allCells(r.Raw), &again)
	clean.New(t.run.cleanConfig()).Clean(&again, &l.mapping.Hints)
	for f := contact.FullName; f <= contact.LastMappable; f++ {
		if v := r.Get(f); v != "" {
			var notes []string
			for _, n := range again.Notes {
				if n.Field == f {
					notes = append(notes, n.Code)
				}
			}
			out.Cleaned = append(out.Cleaned, StoryField{f.String(), v, strings.Join(notes, ", ")})
		}
	}
	return out
}

// judge tells what was held against the contact and how it was judged.
func (t *teller) judge(story *Story, root uint32, golden *contact.Record, members []*contact.Record) {
	j := t.run.newJudging(t.all, t.who, t.accounts)
	for _, m := range members {
		j.records = append(j.records, *m)
	}
	s := j.subject(golden, members)
	for _, m := range members {
		for _, h := range t.all.known[t.all.hits[m.ID]] {
			story.Hits = append(story.Hits, t.run.hitDetail(h)+" (row "+strconv.Itoa(int(m.Origin.Row))+")")
		}
	}
	j.heldAgainst(s, members)
	story.Criteria, story.Points = j.judge.Explain(s), j.judge.ExplainScore(s)
	for i := range t.found.found {
		f := &t.found.found[i]
		if f.root != root || !f.delivered() {
			continue
		}
		v := &j.verdict
		j.judge.Judge(s, v)
		if v.AuthorityOnlyNo {
			j.judge.KeepCompany(s, v)
		}
		story.ContactID = identifier('c', f.id.hash)
		story.Delivery = &StoryDelivery{
			Target: v.Target.String(), Means: v.Means.String(), Authority: v.Authority.String(), Tier: v.Tier, Why: v.Why,
			Ask: joinAsk(v.Ask), MayCall: v.MayCall, MayEmail: v.MayEmail, Rule: rules(v.CallRule, v.EmailRule),
			NoticeDue: v.NoticeDue, Statement: j.judge.SourceSentence(s), Score: v.Score, Reach: v.Reach,
		}
	}
}
