package dedupe

import (
	"math"
	"slices"
)

// statistics are what the list as a whole tells about its values.
type statistics struct {
	first, last, company, domain, address, postal, city frequency
	extras                                              [maxCompared]frequency
	firms, roads, texts                                 *tokens
	// wording is there in a list of companies: names are weighed by it.
	wording                                  *wording
	sharedMails, sharedPhones, sharedDomains []bool // by id: carried by several clearly different parties
	sketch                                   sketchbook
	// madeUpMails is set where addresses made of a name are carried by people
	// of that name who have nothing else in common: the list made them up.
	madeUpMails bool
}

// frequency is how rare each value of a slot is: -log2 of its share among the
// rows that have one.
type frequency []float32

// rarer is the rarity of a value that two rows share, or of the commoner of
// two similar values: rarity must not be claimed for a slip of the pen.
func (f frequency) rarer(a, b uint32) float32 { return min(f.at(a), f.at(b)) }

func (f frequency) at(id uint32) float32 {
	if int(id) >= len(f) {
		return 0
	}
	return f[id]
}

// maxRarity is the floor of a value's share, in bits: no single value may tell
// more than one in a quarter of a million.
const maxRarity = 18

func (l *linker) frequencies(s slot, p *pool, usual float64) frequency {
	counts := make([]uint32, p.len())
	n := 0
	for i := range l.rows.rows {
		if id := l.row(uint32(i))[s]; id != 0 {
			counts[id]++
			n++
		}
	}
	f := make(frequency, p.len())
	for id, c := range counts {
		if id > 0 {
			f[id] = float32(min(maxRarity, seldom(int(max(c, 1)), n, usual)))
		}
	}
	return f
}

// shortList is the number of values below which a list is too short to tell how
// rare a value is that two of its rows share: of ten rows, one contact in two
// rows is a fifth.
const shortList = 300

// How rare values usually are, in bits: towns and the like in lists of
// companies, what hardly two companies share by chance, and common names of
// people: two of one name in one town may be two.
const (
	usualName   = 6
	usualValue  = 9
	usualGiven  = 4
	usualFamily = 6
)

// seldom is how rare a value is that count of n hold, in bits, where usual is
// how rare such values are elsewhere, 0 for unknown. In a short list
// the two that are compared are left out of the count, for they may be one,
// and a value that no other has is as rare as usual.
func seldom(count, n int, usual float64) float64 {
	bits := math.Log2(float64(n) / float64(count))
	if n >= shortList || usual == 0 {
		return bits
	}
	const drawn = 20 // values that weigh against the list's
	others := float64(max(count-2, 0)) + drawn*math.Exp2(-usual)
	return max(bits, min(usual, math.Log2(float64(n+drawn)/others)))
}

func (l *linker) measure() *statistics {
	p := l.x.pools
	value, name := 0.0, 0.0
	if l.ofCompanies() {
		value, name = usualValue, usualName
	}
	s := &statistics{
		first:   l.frequencies(slotFirst, p.names, usualGiven),
		last:    l.frequencies(slotLast, p.names, usualFamily),
		company: l.frequencies(slotCompany, p.companies, value),
		domain:  l.frequencies(slotDomain, p.domains, value),
		address: l.frequencies(slotAddress, p.streets, value),
		postal:  l.frequencies(slotPostal, p.postals, value),
		city:    l.frequencies(slotCity, p.cities, name),
		firms:   newTokens(p.companies, value),
		roads:   newTokens(p.streets, 0),
		texts:   newTokens(p.texts, 0),
		sketch:  newSketchbook(p),
	}
	for i, column := range l.x.extras {
		if column.kind != extraDate {
			s.extras[i] = l.frequencies(slotExtra+slot(i), p.texts, name)
		}
	}
	if l.ofCompanies() && p.companies.len() > enoughNames {
		s.wording = newWording(s.firms, p.companies)
	}
	l.stats = s
	c := newComparer(l.x, s)
	s.sharedMails = l.shared(c, p.emails.len(), slotEmail, slotEmail2)
	s.sharedPhones = l.shared(c, p.phones.len(), slotPhone, slotPhone2, slotMobile, slotSwitchboard)
	s.sharedDomains = l.sharedByFirms(c)
	return s
}

// ofCompanies tells whether the list is one of companies: most rows name one
// and no person.
func (l *linker) ofCompanies() bool {
	companies := 0
	for i := range l.rows.rows {
		if r := l.row(uint32(i)); r[slotCompany] != 0 && r[slotFirst] == 0 && r[slotLast] == 0 {
			companies++
		}
	}
	return companies*2 > len(l.rows.rows)
}

// enoughNames is how many names a list must have for their words to be weighed.
const enoughNames = 300

func (s *statistics) domainShared(id uint32) bool {
	return s.sharedDomains != nil && s.sharedDomains[id]
}
func (s *statistics) mailShared(id uint32) bool  { return s.sharedMails != nil && s.sharedMails[id] }
func (s *statistics) phoneShared(id uint32) bool { return s.sharedPhones != nil && s.sharedPhones[id] }

// enoughParties is how many clearly different people or companies make an
// address or number a shared one.
const enoughParties = 3

// shared finds the values of some slots that several clearly different parties
// carry: switchboards, mailboxes of a family or a holding.
func (l *linker) shared(c *comparer, ids int, from ...slot) []bool {
	return l.carriedBy(ids, from, c.otherParty)
}

// sharedByFirms finds the domains that several clearly different companies
// use: those of a holding, a portal or a mail provider nobody listed.
func (l *linker) sharedByFirms(c *comparer) []bool {
	return l.carriedBy(l.x.pools.domains.len(), []slot{slotDomain, slotWeb}, func(a, b *row) bool {
		return a[slotCompany] != 0 && b[slotCompany] != 0 && c.firmsApart(a, b)
	})
}

func (l *linker) carriedBy(ids int, from []slot, apart func(a, b *row) bool) []bool {
	var carried []uint64 // value id << 32 | distinct row
	for i := range l.rows.rows {
		r := l.row(uint32(i))
		for _, s := range from {
			if r[s] != 0 {
				carried = append(carried, uint64(r[s])<<32|uint64(i))
			}
		}
	}
	shared := make([]bool, ids)
	runs(byHighHalf(carried), func(run []uint64) {
		if len(run) >= enoughParties {
			shared[run[0]>>32] = l.parties(run, apart) >= enoughParties
		}
	})
	return shared
}

// parties counts the parties among some rows that are pairwise apart, up to
// enoughParties.
func (l *linker) parties(carriers []uint64, apart func(a, b *row) bool) int {
	var known [enoughParties]*row
	n := 0
	for _, carrier := range carriers {
		r := l.row(uint32(carrier))
		if slices.ContainsFunc(known[:n], func(k *row) bool { return !apart(r, k) }) {
			continue
		}
		known[n] = r
		if n++; n == enoughParties {
			break
		}
	}
	return n
}

// otherParty tells whether two rows clearly name different people, or where
// they name none, different companies.
func (c *comparer) otherParty(a, b *row) bool {
	var o outcome
	c.persons(a, b, &o)
	if o.levels[cmpFirst] != missing || o.levels[cmpLast] != missing {
		return o.levels[cmpFirst] == different || o.levels[cmpFirst] == missing && o.levels[cmpLast] == different
	}
	if a[slotFlags]&b[slotFlags]&flagCompany == 0 {
		return false
	}
	return c.firmsApart(a, b) || c.sitesApart(a, b)
}

// sitesApart tells whether two companies are clearly at different addresses: a
// number of three of them is that of a chain's head office.
func (c *comparer) sitesApart(a, b *row) bool {
	var o outcome
	c.streets(a, b, &o)
	return o.levels[cmpStreet] == different
}

// firmsApart tells whether two rows clearly name different companies.
func (c *comparer) firmsApart(a, b *row) bool {
	var o outcome
	c.organisations(a, b, &o)
	return o.orgLike < clearlyOther
}

// clearlyOther is the similarity below which two company names are of
// different companies.
const clearlyOther = 0.3
