package dedupe

import (
	"strings"

	"goldpan/internal/similar"
)

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
				l = c.mailLevel(ea, eb)
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

// mailsAlike tells whether two rows have addresses that are the same or nearly.
func (c *comparer) mailsAlike(a, b *row) bool {
	for _, ea := range [...]uint32{a[slotEmail], a[slotEmail2]} {
		for _, eb := range [...]uint32{b[slotEmail], b[slotEmail2]} {
			if ea != 0 && eb != 0 && (ea == eb || c.mailLevel(ea, eb) >= emailClose) {
				return true
			}
		}
	}
	return false
}

// mailLevel compares two unequal addresses.
func (c *comparer) mailLevel(a, b uint32) level {
	ka, kb := &c.s.sketch.mails[a], &c.s.sketch.mails[b]
	if ka.local != kb.local && (ka.domain != kb.domain || ka.undigited != kb.undigited) && !ka.within(&kb.sketch, 2) {
		return emailOther // as emailLevel would find
	}
	return emailLevel(c.x.pools.emails.string(a), c.x.pools.emails.string(b))
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
	case l == emailSame && o.levels[cmpFirst] >= firstVariant && !sameNames(o) && !c.givenOnly(a):
		return l // a married name keeps the mailbox
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

// givenOnly tells whether a row's mailbox name is its given name and no more:
// anna@ is the next Anna's, too.
func (c *comparer) givenOnly(r *row) bool {
	local, _, _ := strings.Cut(c.x.pools.emails.string(r[slotEmail]), "@")
	return local == compact(c.x.pools.names.string(r[slotFirst]))
}

// emailLevel compares two unequal addresses.
func emailLevel(a, b string) level {
	localA, domainA, _ := strings.Cut(a, "@")
	localB, domainB, _ := strings.Cut(b, "@")
	if localA == "" || localB == "" {
		return emailOther
	}
	if localA == localB {
		if nearDomains(domainA, domainB) {
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

// nearDomains tells whether one domain is likely a slip of the other. In a short
// name two letters are most of it: rev.example is not dep.example.
func nearDomains(a, b string) bool {
	if !similar.Within(a, b, 2) {
		return false
	}
	nameA, nameB := a[:max(0, strings.LastIndexByte(a, '.'))], b[:max(0, strings.LastIndexByte(b, '.'))]
	switch short := min(len(nameA), len(nameB)); {
	case nameA == nameB || short >= 8:
		return true
	default:
		return short >= 4 && similar.Within(nameA, nameB, 1)
	}
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
					best = max(best, c.phoneLevel(pa, pb))
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

// phoneLevel compares two unequal numbers by id.
func (c *comparer) phoneLevel(a, b uint32) level {
	if digitsApart(c.s.sketch.phones[a], c.s.sketch.phones[b]) > 2 {
		return different
	}
	return phoneLevel(c.x.pools.phones.string(a), c.x.pools.phones.string(b))
}

// phoneLevel compares two unequal numbers: close is one digit wrong or two
// exchanged behind the same beginning, but not a neighbouring extension.
func phoneLevel(a, b string) level {
	if len(a) >= 8 && len(a) == len(b) && a[:len(a)-2] != b[:len(b)-2] && similar.OneEdit(a, b) {
		return phoneClose
	}
	return different
}
