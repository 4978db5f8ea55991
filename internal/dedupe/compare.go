package dedupe

import (
	"math"
	"strings"

	"goldpan/internal/similar"
)

// comparer compares rows. It belongs to one goroutine: it remembers how
// distinct pairs of values compared.
type comparer struct {
	x     *Index
	s     *statistics
	first memo
	last  memo
	mails memo
	firms memo
	roads memo
	texts memo
	towns memo
}

func newComparer(x *Index, s *statistics) *comparer {
	return &comparer{x: x, s: s, first: newMemo(), last: newMemo(), mails: newMemo(), firms: newMemo(), roads: newMemo(), texts: newMemo(), towns: newMemo()}
}

// memo is a direct-mapped cache of results by pair of ids.
type memo struct {
	keys []uint64
	vals []uint32
}

const memoSize = 1 << 15

func newMemo() memo { return memo{make([]uint64, memoSize), make([]uint32, memoSize)} }

// get looks a pair up, order not counting; compute fills a gap.
func (m *memo) get(a, b uint32, compute func(a, b uint32) uint32) uint32 {
	if a > b {
		a, b = b, a
	}
	key := uint64(a)<<32 | uint64(b)
	at := key * 0x9E3779B97F4A7C15 >> (64 - 15)
	if m.keys[at] != key {
		m.keys[at], m.vals[at] = key, compute(a, b)
	}
	return m.vals[at]
}

// compare brings two rows to their levels.
func (c *comparer) compare(a, b *row, o *outcome) {
	*o = outcome{}
	c.persons(a, b, o)
	c.others(a, b, o)
}

// others compares all but the names, which come first: what an email or a
// company says depends on them.
func (c *comparer) others(a, b *row, o *outcome) {
	if a[slotBirth] != 0 && b[slotBirth] != 0 {
		o.levels[cmpBirth] = dateLevel(a[slotBirth], b[slotBirth])
	}
	c.organisations(a, b, o)
	c.emails(a, b, o)
	c.phones(a, b, o)
	c.streets(a, b, o)
	c.places(a, b, o)
	o.levels[cmpStreet2] = c.text(a[slotStreet2], b[slotStreet2], c.x.pools.streets)
	o.levels[cmpTitle] = c.text(a[slotTitle], b[slotTitle], c.x.pools.texts)
	o.levels[cmpIndustry] = c.text(a[slotIndustry], b[slotIndustry], c.x.pools.texts)
	if ga, gb := a[slotFlags]&(flagMale|flagFemale), b[slotFlags]&(flagMale|flagFemale); ga != 0 && gb != 0 {
		o.levels[cmpGender] = different
		if ga == gb {
			o.levels[cmpGender] = genderSame
		}
	}
	o.levels[cmpID] = identifiers(a, b)
	c.extras(a, b, o)
	if c.s.madeUpMails && o.levels[cmpEmail] == emailNamed && namesakes(o) {
		o.levels[cmpEmail] = missing
	}
}

// persons compares the names straight and, where that fails, with given and
// family name exchanged.
func (c *comparer) persons(a, b *row, o *outcome) {
	fa, la, fb, lb := a[slotFirst], a[slotLast], b[slotFirst], b[slotLast]
	first, last := c.firstNames(fa, fb), c.lastNames(la, lb)
	if first == different {
		first = c.otherGiven(a, b)
	}
	if (first == missing || first == firstInitial) && last >= lastPart {
		first = c.hintedGiven(a, b, first)
	}
	o.levels[cmpFirst], o.levels[cmpLast] = first, last
	if fa != 0 && la != 0 && fb != 0 && lb != 0 {
		o.levels[cmpOrder] = orderStraight
		if first <= firstSimilar && last <= lastSimilar {
			c.exchanged(fa, la, fb, lb, o)
		}
	} else if la != 0 && lb != 0 && first == missing && (fa != 0 || fb != 0) {
		c.unsplit(a, b, o)
	}
	if ma, mb := a[slotMiddle], b[slotMiddle]; ma != 0 && mb != 0 {
		o.levels[cmpMiddle] = middleLevel(c.x.pools.names.string(ma), c.x.pools.names.string(mb))
	}
	if o.levels[cmpFirst] != missing {
		o.rarity[cmpFirst] = max(c.s.first.at(fa), c.s.first.at(fb))
		if fa != 0 && fb != 0 {
			o.rarity[cmpFirst] = c.s.first.rarer(fa, fb)
		}
	}
	if o.levels[cmpLast] != missing {
		o.rarity[cmpLast] = c.s.last.rarer(la, lb)
	}
	if o.levels[cmpOrder] == orderSwapped {
		// A value in the other's column is as common as it is in either.
		o.rarity[cmpFirst] = min(c.s.first.rarer(fa, lb), c.s.last.rarer(fa, lb))
		o.rarity[cmpLast] = min(c.s.first.rarer(la, fb), c.s.last.rarer(la, fb))
	}
}

// hintedGiven asks the mailbox of a row without a whole given name what the
// name is: j.thompson is not Bethan. It only ever finds a conflict.
func (c *comparer) hintedGiven(a, b *row, l level) level {
	for _, pair := range [...][2]*row{{a, b}, {b, a}} {
		if given := pair[1][slotFirst]; given != 0 && len(c.x.pools.names.string(pair[0][slotFirst])) <= 1 {
			hint := c.mailboxGiven(pair[0])
			if hint != "" && firstLevel(hint, c.x.pools.names.string(given), c.x.variant, false) == different {
				return different
			}
		}
	}
	return l
}

// mailboxGiven is what stands beside the family name in a row's mailbox name:
// a given name or its initial.
func (c *comparer) mailboxGiven(r *row) string {
	local, _, _ := strings.Cut(c.x.pools.emails.string(r[slotEmail]), "@")
	last := compact(c.x.pools.names.string(r[slotLast]))
	if len(last) < 3 || len(local) <= len(last) {
		return ""
	}
	before, after, found := strings.Cut(local, last)
	if !found {
		return ""
	}
	hint := strings.Trim(before+after, "._-0123456789")
	for i := range len(hint) {
		if hint[i] < 'a' || hint[i] > 'z' {
			return ""
		}
	}
	return hint
}

// exchanged compares the names with given and family name of one row in the
// other's place; either row may be the wrong one.
func (c *comparer) exchanged(fa, la, fb, lb uint32, o *outcome) {
	names := c.x.pools.names
	if fa != lb && la != fb && (names.string(fa)[0] != names.string(lb)[0] || names.string(la)[0] != names.string(fb)[0]) {
		return
	}
	for _, cross := range [...][4]uint32{{fa, lb, la, fb}, {la, fb, fa, lb}} {
		first, last := c.firstNames(cross[0], cross[1]), c.lastNames(cross[2], cross[3])
		if first >= firstInitial && last >= lastPart && first+last > o.levels[cmpFirst]+o.levels[cmpLast] {
			o.levels[cmpFirst], o.levels[cmpLast], o.levels[cmpOrder] = first, last, orderSwapped
		}
	}
}

// unsplit compares rows of which one has its whole name as family name: what
// is left of it beside the other's family name is its given name.
func (c *comparer) unsplit(a, b *row, o *outcome) {
	if a[slotFirst] != 0 {
		a, b = b, a
	}
	names := c.x.pools.names
	whole, last := names.string(a[slotLast]), names.string(b[slotLast])
	if !strings.Contains(whole, " ") || !hasWord(whole, last) {
		return
	}
	rest := strings.TrimSpace(strings.Replace(" "+whole+" ", " "+last+" ", " ", 1))
	if rest == "" {
		return
	}
	o.levels[cmpFirst] = firstLevel(rest, names.string(b[slotFirst]), c.x.variant, false)
	o.levels[cmpLast] = lastSame
}

func (c *comparer) firstNames(a, b uint32) level {
	if a == 0 || b == 0 {
		return missing
	}
	if a == b {
		return firstSame
	}
	return level(c.first.get(a, b, func(a, b uint32) uint32 {
		return uint32(firstLevel(c.x.pools.names.string(a), c.x.pools.names.string(b), c.x.variant, c.soundAlike(a, b)))
	}))
}

func (c *comparer) lastNames(a, b uint32) level {
	if a == 0 || b == 0 {
		return missing
	}
	if a == b {
		return lastSame
	}
	return level(c.last.get(a, b, func(a, b uint32) uint32 {
		return uint32(lastLevel(c.x.pools.names.string(a), c.x.pools.names.string(b), c.soundAlike(a, b)))
	}))
}

func (c *comparer) soundAlike(a, b uint32) bool {
	return c.s.sounds[a] != 0 && c.s.sounds[a] == c.s.sounds[b]
}

// otherGiven looks for one row's given name among the other's nickname and
// middle name.
func (c *comparer) otherGiven(a, b *row) level {
	for _, pair := range [...][2]uint32{{a[slotNick], b[slotFirst]}, {a[slotFirst], b[slotNick]},
		{a[slotMiddle], b[slotFirst]}, {a[slotFirst], b[slotMiddle]}} {
		if pair[0] != 0 && pair[0] == pair[1] {
			return firstVariant
		}
	}
	return different
}

func (c *comparer) emails(a, b *row, o *outcome) {
	best := missing
	for i, ea := range [...]uint32{a[slotEmail], a[slotEmail2]} {
		for j, eb := range [...]uint32{b[slotEmail], b[slotEmail2]} {
			if ea == 0 || eb == 0 {
				continue
			}
			l := emailSame
			switch {
			case ea != eb:
				l = level(c.mails.get(ea, eb, func(a, b uint32) uint32 {
					return uint32(emailLevel(c.x.pools.emails.string(a), c.x.pools.emails.string(b)))
				}))
			case c.s.mailShared(ea) || a[slotFlags]&(flagRole<<i) != 0 && b[slotFlags]&(flagRole<<j) != 0:
				l = emailShared
			}
			best = max(best, l)
		}
	}
	if best != missing {
		best = c.emailInContext(a, b, best, o)
	}
	o.levels[cmpEmail] = best
}

// emailInContext corrects the level of two addresses by what the names and the
// companies say. Where an address is made of its owner's name, everybody of
// that name has such an address somewhere, and nearly equal names have nearly
// equal addresses.
func (c *comparer) emailInContext(a, b *row, l level, o *outcome) level {
	sameFirm := a[slotDomain] != 0 && a[slotDomain] == b[slotDomain]
	otherFirms := a[slotDomain] != 0 && b[slotDomain] != 0 && !sameFirm && o.levels[cmpOrg] == different
	if l == emailClose && otherFirms {
		l = emailLocal // one name at two companies with like domains
	}
	switch {
	case sameFirm && (a[slotFlags]|b[slotFlags])&flagRole != 0 && l < emailShared:
		return missing // the office's address and a person's do not conflict
	case sameFirm && l == emailClose && (o.levels[cmpFirst] != firstSame || o.levels[cmpLast] != lastSame):
		return emailOther // colleagues of like names
	case l == emailOther || l == emailShared:
		return l
	}
	made := c.madeOfNames(a) && c.madeOfNames(b)
	switch {
	case l == emailTwin && !made:
		return emailOther
	case l == emailTwin || !made:
		return l
	case l == emailLocal || !sameNames(o):
		return missing
	}
	return emailNamed
}

// madeOfNames tells whether a row's mailbox name is made of the row's names,
// so that equal mailboxes follow from equal names.
func (c *comparer) madeOfNames(r *row) bool {
	if r[slotFirst] == 0 || r[slotLast] == 0 {
		return false
	}
	local, _, _ := strings.Cut(c.x.pools.emails.string(r[slotEmail]), "@")
	for _, s := range [...]slot{slotLast, slotFirst} {
		if name := c.x.pools.names.string(r[s]); len(name) >= 3 && strings.Contains(local, compact(name)) {
			return true
		}
	}
	return false
}

// emailLevel compares two unequal addresses.
func emailLevel(a, b string) level {
	localA, domainA, _ := strings.Cut(a, "@")
	localB, domainB, _ := strings.Cut(b, "@")
	if localA == "" || localB == "" {
		return emailOther
	}
	if localA == localB {
		if similar.Within(domainA, domainB, 2) {
			return emailClose
		}
		if len(localA) >= 4 && !roleLike(localA) {
			return emailLocal
		}
		return emailOther
	}
	if domainA == domainB && onlyDigitsDiffer(localA, localB) {
		return emailTwin
	}
	// One letter apart in the first place is another person's initial
	// (a.nowak, b.nowak).
	if localA[0] != localB[0] && domainA == domainB && len(localA) == len(localB) {
		return emailOther
	}
	if min(len(a), len(b)) >= 8 && similar.Within(a, b, 2) {
		return emailClose
	}
	return emailOther
}

// onlyDigitsDiffer tells whether two texts are the same but for their digits.
func onlyDigitsDiffer(a, b string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, s)
	}
	return a != b && letters(a) == letters(b)
}

func (c *comparer) phones(a, b *row, o *outcome) {
	best := missing
	for i := range phoneSlots {
		pa := a[int(slotPhone)+i]
		if pa == 0 {
			continue
		}
		for j := range phoneSlots {
			pb := b[int(slotPhone)+j]
			switch {
			case pb == 0:
			case pa != pb:
				if best < phoneClose {
					best = max(best, phoneLevel(c.x.pools.phones.string(pa), c.x.pools.phones.string(pb)))
				}
			case c.s.phoneShared(pa) || a[slotFlags]&(flagDirect0<<i) == 0 || b[slotFlags]&(flagDirect0<<j) == 0:
				best = max(best, phoneShared)
			default:
				best = phoneSame
			}
		}
	}
	if ma, mb := a[slotMobile], b[slotMobile]; best >= phoneShared && ma != mb && ma != 0 && mb != 0 && !c.carries(a, mb) && !c.carries(b, ma) {
		best = different // one desk, but two mobiles
	}
	o.levels[cmpPhone] = best
}

// carries tells whether a row has a number in any of its columns.
func (c *comparer) carries(r *row, phone uint32) bool {
	for i := range phoneSlots {
		if r[int(slotPhone)+i] == phone {
			return true
		}
	}
	return false
}

// phoneLevel compares two unequal numbers: close is one digit wrong or two
// exchanged behind the same beginning, but not a neighbouring extension.
func phoneLevel(a, b string) level {
	if len(a) >= 8 && len(a) == len(b) && a[:len(a)-2] != b[:len(b)-2] && similar.OneEdit(a, b) {
		return phoneClose
	}
	return different
}

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
			break
		}
		packed := c.firms.get(pair[0], pair[1], c.firmsAlike)
		found, like := level(packed>>24), float32(packed&0xFFF)/0xFFF
		if found > l {
			l, shared = found, float32(packed>>12&0xFFF)/16
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
	default:
		l, shared = orgDomain, c.s.domain.rarer(domain, domain)
	}
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

// namesake tells whether two people of one family name both work for a company
// that bears it: then the companies are alike because the people are.
func (c *comparer) namesake(a, b *row, o *outcome) bool {
	if o.levels[cmpLast] != lastSame || o.levels[cmpOrder] == orderSwapped {
		return false
	}
	last := c.x.pools.names.string(a[slotLast])
	return hasWord(c.x.pools.companies.string(a[slotCompany]), last) && hasWord(c.x.pools.companies.string(b[slotCompany]), last)
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

// firmsAlike packs the level (8 bits), the shared rarity in sixteenths of a
// bit (12) and the similarity (12) of two company names.
func (c *comparer) firmsAlike(a, b uint32) uint32 {
	like, shared := c.s.firms.alike(a, b)
	sa, sb := compact(c.x.pools.companies.string(a)), compact(c.x.pools.companies.string(b))
	if sa == sb || min(len(sa), len(sb)) >= 8 && similar.OneEdit(sa, sb) {
		like, shared = 1, max(shared, 6)
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

func (c *comparer) streets(a, b *row, o *outcome) {
	sa, sb, ha, hb := a[slotStreet], b[slotStreet], a[slotHouse], b[slotHouse]
	if aa, ab := a[slotAddress], b[slotAddress]; aa != 0 && aa == ab {
		o.levels[cmpStreet], o.rarity[cmpStreet] = streetSame, c.s.address.rarer(aa, ab)
		return
	} else if sa == 0 || sb == 0 {
		if aa == 0 || ab == 0 {
			return
		}
		sa, sb, ha, hb = aa, ab, 0, 0
	}
	alike := level(c.roads.get(sa, sb, func(a, b uint32) uint32 {
		return uint32(c.roadLevel(a, b))
	}))
	number := c.houses(ha, hb)
	if a[slotStreet] == 0 || b[slotStreet] == 0 {
		number = c.leadingNumbers(sa, sb)
	} else if aa, ab := a[slotAddress], b[slotAddress]; alike < textClose && aa != 0 && ab != 0 {
		// The street's name may not have been found in one of the lines.
		whole := level(c.roads.get(aa, ab, func(a, b uint32) uint32 { return uint32(c.roadLevel(a, b)) }))
		if whole >= textClose {
			alike, number = whole, c.leadingNumbers(aa, ab)
		}
	}
	l := different
	switch {
	case alike == textSame && number == 1:
		l = streetSame
	case alike >= textClose && number >= 0:
		l = streetClose
	case alike >= textClose:
		l = streetStreet
	case alike == textPartial && number == 1:
		l = streetClose
	case alike == textPartial && number == 0:
		l = streetStreet
	case number == 1:
		l = streetNumber
	}
	o.levels[cmpStreet], o.rarity[cmpStreet] = l, c.s.address.rarer(a[slotAddress], b[slotAddress])
}

// houses compares two house numbers: 1 the same, -1 different, 0 unknown.
func (c *comparer) houses(a, b uint32) int {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == b:
		return 1
	}
	return -1
}

// leadingNumbers is houses by the first number of two address lines.
func (c *comparer) leadingNumbers(a, b uint32) int {
	na, nb := firstNumber(c.x.pools.streets.string(a)), firstNumber(c.x.pools.streets.string(b))
	switch {
	case na == "" || nb == "":
		return 0
	case na == nb:
		return 1
	}
	return -1
}

// firstNumber is the first word of a text that begins with a digit.
func firstNumber(text string) string {
	for word := range strings.FieldsSeq(text) {
		if digit(word[0]) {
			return word
		}
	}
	return ""
}

// roadLevel compares two street names or address lines.
func (c *comparer) roadLevel(a, b uint32) level {
	if a == b {
		return textSame
	}
	s, u := c.x.pools.streets.string(a), c.x.pools.streets.string(b)
	if misspelt(compact(s), compact(u)) {
		return textClose
	}
	like, shared := c.s.roads.alike(a, b)
	switch {
	case like >= 0.8 && shared >= 3:
		return textClose
	case like >= 0.5 && shared >= 3:
		return textPartial
	}
	return different
}

func (c *comparer) places(a, b *row, o *outcome) {
	pa, pb, ca, cb := a[slotPostal], b[slotPostal], a[slotCity], b[slotCity]
	postal, city := missing, missing
	if pa != 0 && pb != 0 {
		postal = different
		if s, u := c.x.pools.postals.string(pa), c.x.pools.postals.string(pb); pa == pb {
			postal = textSame
		} else if similar.OneEdit(s, u) {
			postal = textClose
		}
	}
	if ca != 0 && cb != 0 {
		city = textSame
		if ca != cb {
			city = level(c.towns.get(ca, cb, func(a, b uint32) uint32 {
				return uint32(townLevel(c.x.pools.cities.string(a), c.x.pools.cities.string(b)))
			}))
		}
	}
	l := missing
	switch {
	case postal == missing && city == missing:
	case postal == textSame && city >= textClose:
		l = placeBoth
	case postal == textSame:
		l = placePostal
	case city == textSame:
		l = placeCity
	case city == textClose || postal == textClose:
		l = placeNear
	default:
		l = different
	}
	o.levels[cmpPlace] = l
	switch l {
	case placeBoth, placePostal:
		o.rarity[cmpPlace] = c.s.postal.rarer(pa, pb)
	case placeCity:
		o.rarity[cmpPlace] = c.s.city.rarer(ca, cb)
	}
}

func townLevel(a, b string) level {
	if misspelt(a, b) || partOf(a, b) || compact(a) == compact(b) || unfolded(a) == unfolded(b) {
		return textClose
	}
	return different
}

// text compares two ids of a pool of free text.
func (c *comparer) text(a, b uint32, p *pool) level {
	if a == 0 || b == 0 {
		return missing
	}
	if a == b {
		return textSame
	}
	if p == c.x.pools.streets {
		return c.roadLevel(a, b)
	}
	return level(c.texts.get(a, b, func(a, b uint32) uint32 {
		like, shared := c.s.texts.alike(a, b)
		switch {
		case misspelt(p.string(a), p.string(b)) || like >= 0.8 && shared >= 3:
			return uint32(textClose)
		case like >= 0.4:
			return uint32(textPartial)
		}
		return uint32(different)
	}))
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

func (c *comparer) extras(a, b *row, o *outcome) {
	for i, column := range c.x.extras {
		va, vb := a[int(slotExtra)+i], b[int(slotExtra)+i]
		if va == 0 || vb == 0 {
			continue
		}
		at := cmpExtra + comparison(i)
		switch column.kind {
		case extraText:
			o.levels[at] = c.text(va, vb, c.x.pools.texts)
			o.rarity[at] = c.s.extras[i].rarer(va, vb)
		case extraNumber:
			o.levels[at] = numberLevel(c.x.pools.texts.string(va), c.x.pools.texts.string(vb))
			o.rarity[at] = c.s.extras[i].rarer(va, vb)
		case extraDate:
			o.levels[at] = dateLevel(va, vb)
		}
	}
}

// numberLevel compares two numbers: within one part in a hundred is close,
// within one in ten near.
func numberLevel(a, b string) level {
	if a == b {
		return numberSame
	}
	x, _ := plainNumber(a)
	y, _ := plainNumber(b)
	apart := math.Abs(x-y) / max(math.Abs(x), math.Abs(y))
	switch {
	case apart <= 0.01:
		return numberClose
	case apart <= 0.1:
		return numberNear
	}
	return different
}
