package sift

import (
	"cmp"
	"slices"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/qualify"
)

// keepCompanies decides about the contacts that only authority speaks
// against. Where nobody else of the account is delivered, the one that is
// easiest to reach stays, to be asked who decides; the others are rejected and
// point to the better contact.
func (run *run) keepCompanies(c *contacts, l *ledger.Ledger, who *dedupe.Result) {
	best := map[uint32]*finding{} // by account: who is delivered
	for i := range c.found {
		if f := &c.found[i]; f.fallback == nil {
			lead(best, who.Account[f.kept], f)
		}
	}
	if run.plan.KeepsCompany() {
		waiting := map[uint32]*finding{}
		for i := range c.found {
			f := &c.found[i]
			if account := who.Account[f.kept]; f.fallback != nil && best[account] == nil {
				lead(waiting, account, f)
			}
		}
		for i := range c.found {
			f := &c.found[i]
			if account := who.Account[f.kept]; waiting[account] == f {
				l.Deliver(f.kept, contact.Suspect)
				if f.miss != nil {
					c.relaxing.Uncount(*f.miss)
				}
				f.fallback, f.miss = nil, nil
				c.inMarket++
				best[account] = f
			}
		}
	}
	delivered := c.found[:0:0]
	for i := range c.found {
		f := &c.found[i]
		if f.fallback == nil {
			delivered = append(delivered, *f)
			continue
		}
		r := *f.fallback
		if b := best[who.Account[f.kept]]; b != nil {
			r.Detail += "; " + run.say("held.better", "{n}", b.name, "{id}", identifier('c', b.id.hash))
		}
		l.Reject(f.kept, r)
		delivered = append(delivered, finding{}) // keeps the places of gold
	}
	c.found = delivered
}

// lead keeps the finding that is easiest to reach, then the best ranked.
func lead(best map[uint32]*finding, account uint32, f *finding) {
	have := best[account]
	if have == nil || cmp.Or(cmp.Compare(f.rank.Reach, have.rank.Reach), qualify.Compare(f.rank, have.rank)) < 0 {
		best[account] = f
	}
}

// distinctIDs gives contacts that share their strongest key (two people on
// one mailbox) ids of their own, from all that tells them apart.
func (c *contacts) distinctIDs() {
	order := make([]int, 0, len(c.found))
	for i := range c.found {
		if c.found[i].delivered() {
			order = append(order, i)
		}
	}
	for {
		slices.SortFunc(order, func(a, b int) int {
			return cmp.Or(cmp.Compare(c.found[a].id.hash, c.found[b].id.hash), qualify.Compare(c.found[a].rank, c.found[b].rank))
		})
		clash := false
		for n := 1; n < len(order); n++ {
			if a, b := &c.found[order[n-1]], &c.found[order[n]]; a.id.hash == b.id.hash {
				b.id.hash = (b.id.hash ^ b.rank.Content) * 0x9E3779B97F4A7C15 // Fibonacci hashing: spreads, stays non-zero in practice
				if b.rank.Content == 0 {
					b.id.hash += uint64(n)
				}
				clash = true
			}
		}
		if !clash {
			return
		}
	}
}

// delivered tells a finding that is handed out from one that fell back.
func (f *finding) delivered() bool { return f.fate != contact.NoFate && f.fallback == nil }

// order is the rank of each delivery by its place in gold, -1 for what is not
// delivered; count is how many are.
func (c *contacts) order() (rank []int, count int) {
	best := make([]int, 0, len(c.found))
	for i := range c.found {
		if c.found[i].delivered() {
			best = append(best, i)
		}
	}
	slices.SortFunc(best, func(a, b int) int {
		return cmp.Or(qualify.Compare(c.found[a].rank, c.found[b].rank), cmp.Compare(c.found[a].id.hash, c.found[b].id.hash),
			cmp.Compare(c.found[a].kept, c.found[b].kept))
	})
	rank = make([]int, len(c.found))
	for i := range rank {
		rank[i] = -1
	}
	for n, i := range best {
		rank[i] = n
	}
	return rank, len(best)
}
