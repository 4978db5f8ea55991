package dedupe

import (
	"strings"

	"goldpan/internal/similar"
)

func (c *comparer) organisations(a, b *row, o *outcome) {
	l := missing
	var shared float32
	for _, pair := range [...][2]uint32{{a[slotCompany], b[slotCompany]}, {a[slotCompany], b[slotTrading]}, {a[slotTrading], b[slotCompany]}, {a[slotTrading], b[slotTrading]}} {
		if pair[0] == 0 || pair[1] == 0 {
			continue
		}
		if pair[0] == pair[1] {
			l, shared, o.orgLike = orgCompany, c.s.company.rarer(pair[0], pair[1]), 1
			if a[slotFlags]&b[slotFlags]&flagCompany != 0 {
				// A company with many rows is no commoner than one with few:
				// what counts is how distinctive its name is.
				shared = max(shared, c.s.firms.total(pair[0]))
			}
			if c.s.wording != nil {
				shared = wordedBits(c.firms.get(pair[0], pair[1], c.firmsWorded))
			}
			break
		}
		found, bits, like := c.twoFirms(pair[0], pair[1])
		if found > l {
			l, shared = found, bits
		}
		o.orgLike = max(o.orgLike, like)
	}
	if l > different && c.namesake(a, b, o) {
		l, shared = c.withoutNames(a, b, l, shared)
	}
	domain := c.s.sharedDomain(a, b)
	if domain == 0 && l > orgWeak && c.otherDomains(a, b) {
		l = otherDomain[l]
	}
	switch {
	case domain == 0 && l == missing && anyDomain(a) != 0 && anyDomain(b) != 0:
		l = different
	case domain == 0:
	case l == orgCompany:
		l = orgBoth
	case l >= orgStrong:
	case (l == different || l == orgWeak) && a[slotFlags]&b[slotFlags]&flagCompany != 0 && c.s.wording == nil:
		l, shared = orgWeak, 0 // companies of one group
	default:
		l, shared = orgDomain, c.s.domain.rarer(domain, domain)
	}
	o.worded = c.s.wording != nil && l != orgDomain
	if (a[slotFlags]|b[slotFlags])&flagPerson != 0 {
		switch id := registered(a, b); {
		case id == idConflict:
			l, shared, o.orgLike = different, 0, 0
		case id == idSame && l < orgDomain:
			l, shared = orgDomain, registeredRarity
		}
	}
	o.levels[cmpOrg], o.rarity[cmpOrg] = l, shared
}

// namesake tells whether two people of like family names both work for a company
// that bears theirs: then the companies are alike because the people are.
func (c *comparer) namesake(a, b *row, o *outcome) bool {
	if l := o.levels[cmpLast]; l != lastSame && l != lastClose || o.levels[cmpOrder] == orderSwapped {
		return false
	}
	names, firms := c.x.pools.names, c.x.pools.companies
	return hasWord(firms.string(a[slotCompany]), names.string(a[slotLast])) && hasWord(firms.string(b[slotCompany]), names.string(b[slotLast]))
}

// ownFirm tells whether two rows are one named company, of which one names as
// a person whom the company is called after: Henry Lis, and Henry Lis Ltd.
func (c *comparer) ownFirm(a, b *row) bool {
	if a[slotFlags]&flagPerson == 0 {
		a, b = b, a
	}
	if a[slotLast] == 0 || a[slotCompany] == 0 || b[slotCompany] == 0 {
		return false
	}
	names, firms := c.x.pools.names, c.x.pools.companies
	for word := range strings.FieldsSeq(firms.string(a[slotCompany])) {
		if !hasWord(names.string(a[slotLast]), word) && !hasWord(names.string(a[slotFirst]), word) && !hasWord(names.string(a[slotMiddle]), word) {
			return false
		}
	}
	if a[slotCompany] == b[slotCompany] {
		return true
	}
	l, _, _ := c.twoFirms(a[slotCompany], b[slotCompany])
	return l >= orgStrong || l >= orgPartial && c.s.wording != nil
}

// withoutNames is the level of two companies that bear their people's name: a
// company that is called nothing else says nothing, any other one level less.
func (c *comparer) withoutNames(a, b *row, l level, shared float32) (level, float32) {
	if l != orgCompany {
		return l - 1, shared / 2
	}
	names := c.x.pools.names
	var own float32
	bare := true
	for word := range strings.FieldsSeq(c.x.pools.companies.string(a[slotCompany])) {
		if word != names.string(a[slotLast]) && word != names.string(a[slotFirst]) {
			own += c.s.firms.rarity(word)
			bare = false
		}
	}
	switch {
	case bare:
		return missing, 0
	case own < ownName:
		return orgStrong, own
	}
	return l, shared
}

// ownName is how many bits of rarity a company's name must have beside its
// owner's name to be a name of its own: "and sons" has not.
const ownName = 8

// otherDomain is the level of companies of like names that have unlike domains.
var otherDomain = [levels]level{orgPartial: orgWeak, orgStrong: orgPartial, orgCompany: orgStrong}

// otherDomains tells whether both rows have a domain and these are not one
// name under several endings (acme.pl, acme.com).
func (c *comparer) otherDomains(a, b *row) bool {
	da, db := anyDomain(a), anyDomain(b)
	if da == 0 || db == 0 || c.s.domainShared(da) || c.s.domainShared(db) {
		return false
	}
	la, _, _ := strings.Cut(c.x.pools.domains.string(da), ".")
	lb, _, _ := strings.Cut(c.x.pools.domains.string(db), ".")
	return la != lb
}

// twoFirms gives the level of two unequal names of companies, their evidence
// (in a list of companies) or what rarity they share, and their similarity.
func (c *comparer) twoFirms(a, b uint32) (level, float32, float32) {
	compute, rarity := c.firmsAlike, func(packed uint32) float32 { return float32(packed>>12&0xFFF) / 16 }
	if c.s.wording != nil {
		compute, rarity = c.firmsWorded, wordedBits
	}
	packed := c.firms.get(a, b, compute)
	return level(packed >> 24), rarity(packed), float32(packed&0xFFF) / 0xFFF
}

// wordedBits unpacks the evidence of firmsWorded.
func wordedBits(packed uint32) float32 { return float32(packed>>12&0xFFF)/16 - wordedZero }

// wordedZero is added to evidence, so that it is packed as a positive number.
const wordedZero = 64

// firmsWorded is firmsAlike by the wording of a list of companies: rarity is
// the whole evidence.
func (c *comparer) firmsWorded(a, b uint32) uint32 {
	like, _ := c.s.firms.alike(a, b)
	bits := c.worded(a, b)
	l := different
	switch {
	case bits >= 8:
		l = orgStrong
	case bits >= 3:
		l = orgPartial
	case bits >= -2:
		l = orgWeak
	}
	return uint32(l)<<24 | uint32((min(max(bits, -wordedZero), 128)+wordedZero)*16)<<12 | uint32(like*0xFFF)
}

// worded is the evidence of two names.
func (c *comparer) worded(a, b uint32) float64 {
	w := c.s.wording
	w.align(a, b, &c.al)
	bits := w.bits(&c.al)
	sa, sb := compact(c.x.pools.companies.string(a)), compact(c.x.pools.companies.string(b))
	switch {
	case sa == sb:
		bits = max(bits, min(w.same(a), w.same(b)))
	case min(len(sa), len(sb)) >= 8 && similar.OneEdit(sa, sb) && !c.al.tells(w):
		bits = max(bits, min(w.total(a), w.total(b))-2)
	}
	return bits
}

// firmsAlike packs the level (8 bits), the shared rarity in sixteenths of a
// bit (12) and the similarity (12) of two company names.
func (c *comparer) firmsAlike(a, b uint32) uint32 {
	like, shared := c.s.firms.alike(a, b)
	if c.s.sketch.companies[a].within(&c.s.sketch.companies[b], 1) {
		sa, sb := compact(c.x.pools.companies.string(a)), compact(c.x.pools.companies.string(b))
		if a == b || sa == sb || min(len(sa), len(sb)) >= 8 && similar.OneEdit(sa, sb) {
			like, shared = 1, max(shared, 6)
		}
	}
	l := different
	switch {
	case like >= 0.8 && shared >= 4:
		l = orgStrong
	case like >= 0.6 && shared >= 3:
		l = orgPartial
	case like >= 0.4:
		l = orgWeak
	}
	return uint32(l)<<24 | uint32(min(shared, 255)*16)<<12 | uint32(like*0xFFF)
}

// sharedDomain is the domain that two rows have in common, unless it belongs to
// several companies.
func (s *statistics) sharedDomain(a, b *row) uint32 {
	for _, d := range [...]uint32{a[slotDomain], a[slotWeb]} {
		if d != 0 && !s.domainShared(d) && (d == b[slotDomain] || d == b[slotWeb]) {
			return d
		}
	}
	return 0
}

func anyDomain(r *row) uint32 {
	if r[slotDomain] != 0 {
		return r[slotDomain]
	}
	return r[slotWeb]
}

// identifiers compares what names a person or, where no person is named, a
// company once: an agreement outweighs a conflict of another kind. The tax id
// of two people's company is part of comparing organisations.
func identifiers(a, b *row) level {
	kinds := companyIDs[:]
	if (a[slotFlags]|b[slotFlags])&flagPerson != 0 {
		kinds = []slot{slotLinkedIn}
	}
	l := missing
	for _, s := range kinds {
		if a[s] == 0 || b[s] == 0 {
			continue
		}
		if a[s] == b[s] {
			return idSame
		}
		l = idConflict
	}
	return l
}

// registeredRarity is how rare two people of one registered company are, in
// bits, where its name says nothing.
const registeredRarity = 10

var companyIDs = [...]slot{slotTax, slotRegister, slotDuns}

// registered compares the numbers under which companies are registered.
func registered(a, b *row) level {
	l := missing
	for _, s := range companyIDs {
		if a[s] != 0 && b[s] != 0 {
			if a[s] == b[s] {
				return idSame
			}
			l = idConflict
		}
	}
	return l
}
