package sift

import (
	"context"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/parallel"
	"goldpan/internal/qualify"
	"goldpan/internal/spool"
)

// contacts is what the second pass leaves: every contact judged, those that
// may be delivered on disk, the rest in the ledger.
type contacts struct {
	gold     *spool.Spool
	found    []finding // contacts with a delivery, in the order of gold
	accounts groupKeys
	persons  groupKeys
	homes    groupKeys
	relaxing *qualify.Relaxing
	count    int // all contacts
	inMarket int // contacts that no test rejected
}

// finding is a contact with a delivery.
type finding struct {
	root, kept uint32 // group id, and the row that carries the golden record
	rank       qualify.Rank
	id         key
	fate       contact.Fate
	fallback   *ledger.Rejection // rejected for authority alone: delivered only if the account has nobody else
	miss       *qualify.Miss     // of a fallback: what a looser profile would have brought
	name       string            // of the person, where a fallback may need it
}

// outcome is what a worker finds out about one contact.
type outcome struct {
	finding
	rejection *ledger.Rejection // nil when delivered
	members   []uint32
	account   key
	person    key
	home      key
	inMarket  bool
	gold      int // bytes of the delivery, 0 for none
}

// judged is a batch of outcomes with their deliveries packed behind each other.
type judged struct {
	outcomes []outcome
	gold     []byte
}

// secondPass merges every contact's rows into its golden record, holds it
// against the lists of customers and suppressions and judges it.
func (run *run) secondPass(ctx context.Context, all *rows, who *dedupe.Result) (*contacts, error) {
	out := &contacts{accounts: groupKeys{}, persons: groupKeys{}, homes: groupKeys{}}
	var err error
	if out.gold, err = spool.New(run.temp); err != nil {
		return nil, err
	}
	accounts := run.accountHits(all, who)
	var mine []*judging
	work := func() func(*groupBatch) (*judged, error) {
		j := run.newJudging(all, who, accounts)
		mine = append(mine, j)
		return func(g *groupBatch) (*judged, error) { return j.batch(ctx, g) }
	}
	total, done := int64(all.ledger.Len()), int64(0)
	for b, err := range parallel.Map(ctx, run.job.Jobs, run.gather(ctx, all, who), work) {
		if err == nil {
			err = out.take(all.ledger, who, b)
		}
		if err != nil {
			out.gold.Close()
			return nil, err
		}
		for i := range b.outcomes {
			done += int64(len(b.outcomes[i].members))
		}
		run.progress("judging", done, total)
	}
	out.relaxing = run.plan.NewRelaxing()
	unknowns := run.plan.NewUnknowns(len(run.lists))
	for _, j := range mine {
		out.relaxing.Add(j.relaxing)
		unknowns.Add(j.unknowns)
	}
	run.noteBlind(unknowns)
	for _, bad := range all.bad {
		all.ledger.Reject(bad.id, ledger.Rejection{Reasons: []contact.Reason{bad.reason}, Detail: bad.why})
	}
	return out, nil
}

// take enters a batch into the ledger and keeps its deliveries.
func (c *contacts) take(l *ledger.Ledger, who *dedupe.Result, b *judged) error {
	at := 0
	for i := range b.outcomes {
		o := &b.outcomes[i]
		c.count++
		if o.inMarket {
			c.inMarket++
		}
		for _, id := range o.members {
			if id != o.kept {
				l.Merge(id, o.kept)
			}
		}
		c.accounts.add(who.Account[o.kept], o.account)
		c.persons.add(who.Person[o.kept], o.person)
		c.homes.add(who.Household[o.kept], o.home)
		if o.gold == 0 {
			l.Reject(o.kept, *o.rejection)
			continue
		}
		if err := c.gold.Append(b.gold[at : at+o.gold]); err != nil {
			return err
		}
		at += o.gold
		c.found = append(c.found, o.finding)
		if o.fallback == nil {
			l.Deliver(o.kept, o.fate)
		}
	}
	return nil
}

// groupKeys is the strongest key of each group, by the group's root. Groups
// of one need no entry until something of theirs is delivered.
type groupKeys map[uint32]key

func (g groupKeys) add(root uint32, k key) {
	if k.rank > 0 {
		g[root] = g[root].stronger(k)
	}
}
