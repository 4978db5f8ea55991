package dedupe

import (
	"cmp"
	"slices"
	"strings"
)

// accounts joins the rows of one company: those with one tax id, those with
// one name at one place, and those with one domain, unless the domain is
// shared by clearly different companies. Different tax ids keep companies
// apart, whatever else they share.
func (l *linker) accounts(contacts *groups) *groups {
	n := l.x.Len()
	a := &accountant{l: l, g: contacts.copy(), c: newComparer(l.x, l.stats), tax: make([]uint32, n), domain: make([]uint32, n)}
	for _, s := range [...]slot{slotTax, slotRegister, slotDuns} {
		a.join(func(r *row) uint64 { return a.hash(s, r) }, (*accountant).together)
	}
	a.note()
	a.join(func(r *row) uint64 { return a.hash(slotDomain, r) }, (*accountant).byName)
	a.join(func(r *row) uint64 { return a.hash(slotWeb, r) }, (*accountant).byName)
	for _, place := range [...]slot{slotPostal, slotCity} {
		a.join(func(r *row) uint64 { return both(a.hash(slotCompany, r), a.hash(place, r)) }, (*accountant).together)
	}
	a.join(func(r *row) uint64 {
		if r[slotCompany] == 0 || !a.telling(r[slotCompany]) {
			return 0
		}
		return both(a.hash(slotCompany, r), uint64(r[slotCountry])+1)
	}, (*accountant).placeless)
	return a.g
}

type accountant struct {
	l      *linker
	g      *groups
	c      *comparer
	tax    []uint32 // by root: the tax id of the group
	domain []uint32 // by root: its own domain
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
	return a.l.stats.firms.total(company) >= 12
}

// note takes down the tax id and the own domain of each group.
func (a *accountant) note() {
	ids, domains := a.l.x.pools.ids, a.l.x.pools.domains
	for i := range a.l.x.ids {
		r, root := a.l.x.row(uint32(i)), a.g.find(uint32(i))
		if tax := r[slotTax]; tax != 0 {
			if have := a.tax[root]; have == 0 || ids.hash(tax) < ids.hash(have) {
				a.tax[root] = tax
			}
		}
		if d := anyDomain(r); d != 0 && !a.l.stats.domainShared(d) {
			if have := a.domain[root]; have == 0 || domains.hash(d) < domains.hash(have) {
				a.domain[root] = d
			}
		}
	}
}

// join hands the rows of each key to unite, in the order of their content.
func (a *accountant) join(key func(*row) uint64, unite func(a *accountant, group []uint32)) {
	keys := make([]uint64, len(a.l.rows.rows))
	var entries []uint64
	for i := range keys {
		if keys[i] = key(a.l.row(uint32(i))); keys[i] != 0 {
			entries = append(entries, keys[i]>>32<<32|uint64(i))
		}
	}
	var group []uint32
	runs(byHighHalf(entries), func(run []uint64) {
		slices.SortStableFunc(run, func(x, y uint64) int { return cmp.Compare(keys[uint32(x)], keys[uint32(y)]) })
		for start, end := 0, 0; start < len(run); start = end {
			group = group[:0]
			for end = start; end < len(run) && keys[uint32(run[end])] == keys[uint32(run[start])]; end++ {
				group = append(group, uint32(run[end]))
			}
			if len(group) > 1 {
				unite(a, group)
			}
		}
	})
}

// together unites all rows of a group that nothing keeps apart.
func (a *accountant) together(group []uint32) {
	var kept []uint32 // one row of each account found
	for _, i := range group {
		if !slices.ContainsFunc(kept, func(k uint32) bool { return a.unite(k, i) }) && len(kept) < mostNames {
			kept = append(kept, i)
		}
	}
}

// placeless unites the rows of a company in a country that do not say where,
// with the one account that does, or with each other where there are several.
func (a *accountant) placeless(group []uint32) {
	var lost, placed []uint32
	for _, i := range group {
		if r := a.l.row(i); r[slotCity] == 0 && r[slotPostal] == 0 {
			lost = append(lost, i)
		} else if !slices.ContainsFunc(placed, func(p uint32) bool { return a.root(p) == a.root(i) }) && len(placed) < 2 {
			placed = append(placed, i)
		}
	}
	if len(placed) == 1 {
		lost = append(lost, placed[0])
	}
	a.together(lost)
}

func (a *accountant) root(i uint32) uint32 { return a.g.find(a.l.rows.rows[i]) }

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

// unite joins the accounts of two distinct rows and tells whether they are one
// now: different tax ids or different domains of their own keep them apart.
func (a *accountant) unite(i, j uint32) bool {
	ri, rj := a.root(i), a.root(j)
	if ri == rj {
		return true
	}
	if differ(a.tax[ri], a.tax[rj]) || differ(a.domain[ri], a.domain[rj]) && !a.oneLabel(a.domain[ri], a.domain[rj]) {
		return false
	}
	tax, domain := max(a.tax[ri], a.tax[rj]), a.domain[ri]
	if other := a.domain[rj]; domain == 0 || other != 0 && a.l.x.pools.domains.hash(other) < a.l.x.pools.domains.hash(domain) {
		domain = other
	}
	a.g.union(ri, rj)
	root := a.g.find(ri)
	if tax != 0 {
		a.tax[root] = tax
	}
	if domain != 0 {
		a.domain[root] = domain
	}
	return true
}

func differ(a, b uint32) bool { return a != 0 && b != 0 && a != b }

// oneLabel tells whether two domains are one name under several endings.
func (a *accountant) oneLabel(x, y uint32) bool {
	lx, _, _ := strings.Cut(a.l.x.pools.domains.string(x), ".")
	ly, _, _ := strings.Cut(a.l.x.pools.domains.string(y), ".")
	return lx == ly
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
		key := both(both(address, where), textHash(familyStem(names.string(r[slotLast]))))
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

// familyStem is what the family names of one household have in common: beyond
// stem, Czech and Slovak wives add -ova to what is no stem of theirs.
func familyStem(last string) string { return strings.TrimSuffix(stem(last), "ov") }
