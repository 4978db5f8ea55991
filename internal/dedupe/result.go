package dedupe

import (
	"cmp"
	"slices"
)

// fill turns groups of distinct rows into groups of records.
func (res *Result) fill(g *groups, links []link, cut float64) {
	l := res.linker
	n := l.x.Len()
	contacts := newGroups(n)
	for i := range l.rows.rows {
		rep := l.rows.rows[i]
		if !l.reference(uint32(i)) && l.identifies(uint32(i)) {
			for _, r := range l.rows.of(uint32(i)) {
				contacts.union(rep, r)
			}
		}
		contacts.union(rep, l.rows.rows[g.find(uint32(i))])
	}
	persons := contacts.copy()
	for _, k := range links {
		if k.kind == personLink && l.model.probability(float64(k.bits)) >= 0.95 && !l.reference(k.a) && !l.reference(k.b) {
			persons.union(l.rows.rows[k.a], l.rows.rows[k.b])
		}
	}
	accounts := l.accounts(contacts)
	households := l.households(contacts)
	res.Contact = l.x.byRecord(contacts)
	res.Person = l.x.byRecord(persons)
	res.Account = l.x.byRecord(accounts)
	res.Household = l.x.byRecord(households)
	res.strongest(links, contacts)
	res.doubt(links, contacts, cut)
	res.match(links, cut, accounts)
}

// identifies tells whether a row holds enough to call its exact repetition the
// same contact: a whole name, a company, or a channel of its own.
func (l *linker) identifies(i uint32) bool {
	r := l.row(i)
	switch {
	case r[slotFirst] != 0 && r[slotLast] != 0, r[slotCompany] != 0:
		return true
	case r[slotEmail] != 0 && r[slotFlags]&flagRole == 0, r[slotPhone] != 0, r[slotMobile] != 0, r[slotTax] != 0:
		return true
	}
	filled := 0
	for s := slotFirst; s < slots; s++ {
		if r[s] != 0 && s != slotCountry {
			filled++
		}
	}
	return filled >= 3 || r[slotExtra] != 0
}

func (g *groups) copy() *groups {
	return &groups{slices.Clone(g.parent), slices.Clone(g.next), slices.Clone(g.size)}
}

// byRecord names groups of rows by their smallest record id. References are
// left out.
func (x *Index) byRecord(g *groups) []uint32 {
	top := uint32(0)
	for i, id := range x.ids {
		if x.sets[i] == 0 {
			top = max(top, id+1)
		}
	}
	of := make([]uint32, top)
	for i := range of {
		of[i] = uint32(i)
	}
	least := make([]uint32, len(x.ids)) // by root: the smallest record id
	for i := range least {
		least[i] = top
	}
	for i, id := range x.ids {
		if x.sets[i] == 0 {
			root := g.find(uint32(i))
			least[root] = min(least[root], id)
		}
	}
	for i, id := range x.ids {
		if x.sets[i] == 0 {
			of[id] = least[g.find(uint32(i))]
		}
	}
	return of
}

// strongest remembers for each merged row the best link into its cluster.
func (res *Result) strongest(links []link, contacts *groups) {
	l := res.linker
	res.best = make([]Pair, len(l.rows.rows))
	for _, k := range links {
		if contacts.find(l.rows.rows[k.a]) != contacts.find(l.rows.rows[k.b]) {
			continue
		}
		p := l.model.probability(float64(k.bits))
		if k.kind == certainLink {
			p = max(p, certainProbability)
		}
		for _, end := range [...][2]uint32{{k.a, k.b}, {k.b, k.a}} {
			if p > res.best[end[0]].Probability {
				res.best[end[0]] = Pair{end[0], end[1], p}
			}
		}
	}
}

// certainProbability is what the deterministic tier claims at least.
const certainProbability = 0.999

// doubt lists the pairs below the cut that a person should see, one for each
// pair of clusters.
func (res *Result) doubt(links []link, contacts *groups, cut float64) {
	l := res.linker
	seen := map[rowPair]bool{}
	for _, k := range links {
		a, b := l.rows.rows[k.a], l.rows.rows[k.b]
		p := l.model.probability(float64(k.bits))
		if k.kind == personLink || p < 0.3 || l.reference(k.a) || l.reference(k.b) {
			continue
		}
		between := ordered(contacts.find(a), contacts.find(b))
		if between.a == between.b || seen[between] {
			continue
		}
		seen[between] = true
		ida, idb := l.x.ids[a], l.x.ids[b]
		res.Doubtful = append(res.Doubtful, Pair{min(ida, idb), max(ida, idb), p})
	}
	slices.SortFunc(res.Doubtful, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Probability, a.Probability), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
}

// match lists the reference rows that rows of the lists fit, by row; the best
// one of each set, as a contact where that is likely, else as a company.
func (res *Result) match(links []link, cut float64, accounts *groups) {
	l := res.linker
	type key struct {
		row uint32
		set int32
	}
	best := map[key]RefMatch{}
	offer := func(row, ref uint32, p float64, account bool) {
		k := key{row, l.x.sets[ref]}
		have, ok := best[k]
		if ok && (have.Account == account && (have.Probability > p || have.Probability == p && have.Ref <= l.x.ids[ref]) || !have.Account && account) {
			return
		}
		best[k] = RefMatch{l.x.ids[row], int(l.x.sets[ref] - 1), l.x.ids[ref], p, account}
	}
	for _, k := range links {
		if l.reference(k.a) {
			k.a, k.b = k.b, k.a
		}
		if k.kind == personLink || !l.reference(k.b) || k.kind != certainLink && float64(k.bits) < cut {
			continue
		}
		p := l.model.probability(float64(k.bits))
		if k.kind == certainLink {
			p = max(p, certainProbability)
		}
		for _, row := range l.rows.of(k.a) {
			for _, ref := range l.rows.of(k.b) {
				offer(row, ref, p, false)
			}
		}
	}
	res.matchAccounts(accounts, offer)
	for _, m := range best {
		res.References = append(res.References, m)
	}
	slices.SortFunc(res.References, func(a, b RefMatch) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Set, b.Set))
	})
}

// matchAccounts offers the reference rows of each row's account.
func (res *Result) matchAccounts(accounts *groups, offer func(row, ref uint32, p float64, account bool)) {
	x := res.linker.x
	refs := map[rowPair]uint32{} // account root and set, to the reference row with the smallest id
	for i, set := range x.sets {
		if set == 0 {
			continue
		}
		k := rowPair{accounts.find(uint32(i)), uint32(set)}
		if have, ok := refs[k]; !ok || x.ids[i] < x.ids[have] {
			refs[k] = uint32(i)
		}
	}
	if len(refs) == 0 {
		return
	}
	sets := uint32(slices.Max(x.sets))
	for i, set := range x.sets {
		for s := uint32(1); set == 0 && s <= sets; s++ {
			if ref, ok := refs[rowPair{accounts.find(uint32(i)), s}]; ok {
				offer(uint32(i), ref, certainProbability, true)
			}
		}
	}
}

// index finds the row of a record id of the lists.
func (res *Result) index(id uint32) (uint32, bool) {
	ids := res.linker.x.ids
	if int(id) < len(ids) && ids[id] == id && res.linker.x.sets[id] == 0 {
		return id, true
	}
	if res.byID == nil {
		res.byID = make(map[uint32]uint32)
		for i, have := range ids {
			if res.linker.x.sets[i] == 0 {
				res.byID[have] = uint32(i)
			}
		}
	}
	i, ok := res.byID[id]
	return i, ok
}

// Kept is the strongest link of a merged record into its cluster: the other
// record and the probability. An exact repetition links to the record it
// repeats with probability 1; a record of no cluster gives itself and 0.
func (res *Result) Kept(id uint32) (best uint32, p float64) {
	i, ok := res.index(id)
	if !ok {
		return id, 0
	}
	l := res.linker
	at := l.distinctOf(i)
	same := l.rows.of(at)
	if len(same) > 1 && res.Contact[l.x.ids[same[0]]] == res.Contact[l.x.ids[same[1]]] {
		if same[0] != i {
			return l.x.ids[same[0]], 1
		}
		if res.best[at].Probability == 0 {
			return l.x.ids[same[1]], 1
		}
	}
	if pair := res.best[at]; pair.Probability > 0 {
		return l.x.ids[l.rows.rows[pair.B]], pair.Probability
	}
	return id, 0
}

// distinctOf finds the distinct row that stands for a row.
func (l *linker) distinctOf(i uint32) uint32 { return l.x.at[i] }
