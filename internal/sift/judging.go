package sift

import (
	"context"
	"errors"
	"slices"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/qualify"
	"goldpan/internal/spool"
	"goldpan/internal/suppress"
)

// judging merges and judges contacts for one goroutine.
type judging struct {
	run      *run
	all      *rows
	who      *dedupe.Result
	accounts map[uint32][]suppress.Hit
	judge    *qualify.Judge
	relaxing *qualify.Relaxing
	unknowns *qualify.Unknowns
	verdict  qualify.Verdict
	records  []contact.Record // the rows of the group at hand
	delivery delivery
}

func (run *run) newJudging(all *rows, who *dedupe.Result, accounts map[uint32][]suppress.Hit) *judging {
	return &judging{run: run, all: all, who: who, accounts: accounts, judge: run.plan.NewJudge(run.columns()),
		relaxing: run.plan.NewRelaxing(), unknowns: run.plan.NewUnknowns(len(run.lists))}
}

// batch judges every contact of a batch. One contact may have many thousand
// rows, so that an interruption is looked for at each.
func (j *judging) batch(ctx context.Context, g *groupBatch) (*judged, error) {
	out := &judged{outcomes: make([]outcome, 0, len(g.groups))}
	for i := range g.groups {
		if err := errors.Join(ctx.Err(), j.load(g, i)); err != nil {
			return nil, err
		}
		for _, members := range j.contacts() {
			j.contact(members, out)
		}
	}
	return out, nil
}

// load decodes the rows of group i.
func (j *judging) load(g *groupBatch, i int) error {
	n := 0
	for packed := range g.packed(i) {
		if n == len(j.records) {
			j.records = append(j.records, contact.Record{})
		}
		r := &j.records[n]
		if err := spool.Decode(packed, r); err != nil {
			return err
		}
		j.run.lists[r.Origin.List].extras(r)
		n++
	}
	j.records = j.records[:n]
	return nil
}

// contacts are the rows at hand by contact. A group is one contact, or a whole
// household where the profile looks at one.
func (j *judging) contacts() [][]*contact.Record {
	var order []uint32
	byRoot := map[uint32][]*contact.Record{}
	if len(j.records) == 1 {
		return [][]*contact.Record{{&j.records[0]}}
	}
	for i := range j.records {
		root := j.who.Contact[j.records[i].ID]
		if byRoot[root] == nil {
			order = append(order, root)
		}
		byRoot[root] = append(byRoot[root], &j.records[i])
	}
	out := make([][]*contact.Record, len(order))
	for i, root := range order {
		out[i] = byRoot[root]
	}
	return out
}

// contact merges the rows of one contact and decides about it.
func (j *judging) contact(members []*contact.Record, out *judged) {
	golden, kept, _ := j.run.merge(members)
	o := outcome{members: ids(members)}
	o.root, o.kept = j.who.Contact[members[0].ID], members[kept].ID
	o.account, o.person, o.home = accountKey(&golden), personKey(&golden), householdKey(&golden)

	subject := j.subject(&golden, members)
	if route, ok := j.decide(&o, subject, members); ok {
		j.deliver(&o, subject, route, out)
		return
	}
	out.outcomes = append(out.outcomes, o)
}

// decide holds a contact against the lists of customers and suppressions, then
// against the profile. ok tells that it may be handed out, if only in place of
// its company.
func (j *judging) decide(o *outcome, s *qualify.Subject, members []*contact.Record) (route string, ok bool) {
	route, o.rejection = j.heldAgainst(s, members)
	if o.rejection != nil {
		return "", false
	}
	v := &j.verdict
	j.judge.Judge(s, v)
	j.unknowns.Count(j.judge, s)
	o.inMarket = v.Fate != contact.Rejected
	if o.inMarket {
		return route, true
	}
	miss, near := j.relaxing.Count(j.judge, s, v)
	o.rejection = &ledger.Rejection{Reasons: slices.Clone(v.Reasons), Detail: v.Detail, NearMiss: v.NearMiss != ""}
	if !v.AuthorityOnlyNo || j.again(members) {
		return "", false
	}
	o.fallback = o.rejection
	if near {
		o.miss = &miss
	}
	j.judge.KeepCompany(s, v)
	return route, true
}

// deliver packs a contact that may be handed out.
func (j *judging) deliver(o *outcome, s *qualify.Subject, route string, out *judged) {
	v := &j.verdict
	d := &j.delivery
	*d = delivery{
		golden: *s.Rec, fate: v.Fate, tier: v.Tier, why: v.Why, ask: joinAsk(v.Ask), score: v.Score, reach: v.Reach,
		scored: j.run.plan.Scores(), members: s.Members,
		target: v.Target, means: v.Means, authority: v.Authority,
		mayCall: v.MayCall, mayEmail: v.MayEmail, callRule: v.CallRule, emailRule: v.EmailRule,
		noticeDue: v.NoticeDue, temperature: v.Temperature, vendor: s.Vendor, route: route,
		statement: j.judge.SourceSentence(s), missing: v.Missing, kept: j.run.keptColumns(s.Rec),
	}
	if !s.Purchased.IsZero() {
		d.purchased = s.Purchased.Format(dateOnly)
	}
	d.golden.ID = o.kept
	o.fate = v.Fate
	o.rank = j.judge.Rank(s, v)
	o.id = contactKey(s.Rec)
	o.name = s.Rec.FullName()
	before := len(out.gold)
	out.gold = d.pack(out.gold)
	o.gold = len(out.gold) - before
	out.outcomes = append(out.outcomes, *o)
}

// subject is the contact as the judge sees it.
func (j *judging) subject(golden *contact.Record, members []*contact.Record) *qualify.Subject {
	s := &qualify.Subject{Rec: golden, Members: len(members), Lists: 1}
	for i, m := range members {
		if i > 0 && m.Origin.List != members[0].Origin.List {
			s.Lists = 2
		}
	}
	l := j.run.lists[golden.Origin.List]
	s.Vendor, s.Purchased = l.vendor(), l.config.Purchased
	s.Screened = j.run.screened
	if j.run.plan.UsesHousehold() {
		for i := range j.records {
			s.Household = append(s.Household, &j.records[i])
		}
	}
	return s
}

// again tells whether all rows were given back as they were: their company is
// in somebody's hands already and is not to be kept a second time.
func (j *judging) again(members []*contact.Record) bool {
	for _, m := range members {
		if !j.all.fed.again[m.ID] {
			return false
		}
	}
	return true
}

func ids(members []*contact.Record) []uint32 {
	out := make([]uint32, len(members))
	for i, m := range members {
		out[i] = m.ID
	}
	return out
}

func joinAsk(questions []string) string {
	out := ""
	for i, q := range questions {
		if i > 0 {
			out += " "
		}
		out += q
	}
	return out
}
