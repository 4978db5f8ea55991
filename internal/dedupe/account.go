package dedupe

import (
	"cmp"
	"slices"
)

// accounts joins the rows of one company: those with one tax id, those with
// one name at one place, and those with one domain, unless the domain is
// shared by clearly different companies. Different tax ids keep companies
// apart, whatever else they share.
func (l *linker) accounts(contacts *groups) *groups {
	a := &accountant{l: l, g: contacts.copy(), c: newComparer(l.x, l.stats)}
	for _, s := range [...]slot{slotTax, slotRegister, slotDuns} {
		a.join(func(r *row) uint64 { return a.hash(s, r) }, false)
	}
	a.taxes()
	for _, place := range [...]slot{slotPostal, slotCity} {
		a.join(func(r *row) uint64 { return both(a.hash(slotCompany, r), a.hash(place, r)) }, false)
	}
	a.join(func(r *row) uint64 {
		if r[slotCompany] == 0 || l.stats.company.at(r[slotCompany]) == 0 || !a.telling(r[slotCompany]) {
			return 0
		}
		return both(a.hash(slotCompany, r), uint64(r[slotCountry])+1)
	}, false)
	a.join(func(r *row) uint64 { return a.hash(slotDomain, r) }, true)
	a.join(func(r *row) uint64 { return a.hash(slotWeb, r) }, true)
	return a.g
}

type accountant struct {
	l   *linker
	g   *groups
	c   *comparer
	tax map[uint32]uint32 // tax id of each group that has one
}

func (a *accountant) hash(s slot, r *row) uint64 {
	if r[s] == 0 {
		return 0
	}
	if s == slotWeb || s == slotDomain { // one name space
		return a.l.x.pools.domains.hash(r[s]) | 1
	}
	return mix(a.l.x.pools.of(s).hash(r[s]), uint64(s))
}

// telling asks whether a company's name is rare enough to mean one company in
// a country: two words at least, or one that few others use.
func (a *accountant) telling(company uint32) bool {
	var bits float32
	firms := a.l.stats.firms
	for _, w := range firms.list(company) {
		bits += firms.weight[w]
	}
	return bits >= 12
}

// taxes notes the tax id of each group.
func (a *accountant) taxes() {
	a.tax = map[uint32]uint32{}
	for i := range a.l.x.ids {
		if tax := a.l.x.row(uint32(i))[slotTax]; tax != 0 {
			root := a.g.find(uint32(i))
			if have, ok := a.tax[root]; !ok || a.l.x.pools.ids.hash(tax) < a.l.x.pools.ids.hash(have) {
				a.tax[root] = tax
			}
		}
	}
}

// join unites the rows with one key. Where companies of the key must be alike,
// rows with clearly different names stay apart.
func (a *accountant) join(key func(*row) uint64, alike bool) {
	type keyed struct {
		key uint64
		at  uint32 // distinct row: content order
	}
	var all []keyed
	for i := range a.l.rows.rows {
		if k := key(a.l.row(uint32(i))); k != 0 {
			all = append(all, keyed{k, uint32(i)})
		}
	}
	slices.SortFunc(all, func(x, y keyed) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.at, y.at)) })
	for start, end := 0, 0; start < len(all); start = end {
		for end = start; end < len(all) && all[end].key == all[start].key; end++ {
		}
		if end-start < 2 {
			continue
		}
		group := make([]uint32, 0, end-start)
		for _, k := range all[start:end] {
			group = append(group, k.at)
		}
		if alike {
			a.byName(group)
			continue
		}
		for _, b := range group[1:] {
			a.unite(group[0], b)
		}
	}
}

// mostNames is how many names of one domain are compared with each other.
const mostNames = 60

// byName unites the rows of one domain whose companies have like names. Rows
// without a company go with the others when there is one company only.
func (a *accountant) byName(group []uint32) {
	var names []uint32 // one distinct row per company name
	for _, i := range group {
		id := a.l.row(i)[slotCompany]
		if id == 0 {
			continue
		}
		at := slices.IndexFunc(names, func(n uint32) bool { return a.l.row(n)[slotCompany] == id })
		if at >= 0 {
			a.unite(names[at], i)
		} else if len(names) < mostNames {
			names = append(names, i)
		}
	}
	for j, n := range names {
		for _, m := range names[j+1:] {
			var o outcome
			a.c.organisations(a.l.row(n), a.l.row(m), &o)
			if o.orgLike >= 0.35 {
				a.unite(n, m)
			}
		}
	}
	one := len(names) > 0
	for _, n := range names {
		one = one && a.g.find(a.l.rows.rows[n]) == a.g.find(a.l.rows.rows[names[0]])
	}
	var homeless []uint32
	for _, i := range group {
		if a.l.row(i)[slotCompany] == 0 {
			homeless = append(homeless, i)
		}
	}
	if one && len(homeless) > 0 {
		a.unite(names[0], homeless[0])
	}
	for _, i := range homeless[min(1, len(homeless)):] {
		a.unite(homeless[0], i)
	}
}

// unite joins the groups of two distinct rows unless their tax ids conflict.
func (a *accountant) unite(i, j uint32) {
	ri, rj := a.g.find(a.l.rows.rows[i]), a.g.find(a.l.rows.rows[j])
	if ri == rj {
		return
	}
	ti, oki := a.tax[ri]
	tj, okj := a.tax[rj]
	if oki && okj && ti != tj {
		return
	}
	a.g.union(ri, rj)
	if root := a.g.find(ri); oki || okj {
		a.tax[root] = max(ti, tj)
	}
}

// households joins private people, rows without a company, of one family name
// at one address, and the rows of each contact with them.
func (l *linker) households(contacts *groups) *groups {
	g := contacts.copy()
	names := l.x.pools.names
	at := map[uint64]uint32{}
	for i := range l.rows.rows {
		r := l.row(uint32(i))
		place := r[slotPostal]
		if r[slotLast] == 0 || r[slotCompany] != 0 || l.reference(uint32(i)) || place == 0 && r[slotCity] == 0 {
			continue
		}
		address := both(l.x.poolHash(slotStreet, r), l.x.poolHash(slotHouse, r))
		if address == 0 {
			address = l.x.poolHash(slotAddress, r)
		}
		where := l.x.poolHash(slotPostal, r)
		if where == 0 {
			where = l.x.poolHash(slotCity, r)
		}
		key := both(both(address, where), textHash(stem(names.string(r[slotLast]))))
		if key == 0 {
			continue
		}
		if first, ok := at[key]; ok {
			g.union(l.rows.rows[first], l.rows.rows[i])
		} else {
			at[key] = uint32(i)
		}
	}
	return g
}

func (x *Index) poolHash(s slot, r *row) uint64 {
	if r[s] == 0 {
		return 0
	}
	return x.pools.of(s).hash(r[s]) | 1
}
