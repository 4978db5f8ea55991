package dedupe

import (
	"strings"
)

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
	} else {
		if la != 0 && lb != 0 && first == missing && (fa != 0 || fb != 0) {
			c.unsplit(a, b, o)
		}
		c.misplaced(fa, la, fb, lb, o)
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
		if la == 0 || fb == 0 {
			o.rarity[cmpLast] = o.rarity[cmpFirst]
		}
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
	names := c.s.sketch.names
	if fa != lb && la != fb && (names[fa].head[0] != names[lb].head[0] || names[la].head[0] != names[fb].head[0]) {
		return
	}
	for _, cross := range [...][4]uint32{{fa, lb, la, fb}, {la, fb, fa, lb}} {
		first, last := c.firstNames(cross[0], cross[1]), c.lastNames(cross[2], cross[3])
		if first >= firstInitial && last >= lastPart && first+last > o.levels[cmpFirst]+o.levels[cmpLast] {
			o.levels[cmpFirst], o.levels[cmpLast], o.levels[cmpOrder] = first, last, orderSwapped
		}
	}
}

// misplaced compares rows of which one has a single name, straight in vain: it
// may stand in the other's column.
func (c *comparer) misplaced(fa, la, fb, lb uint32, o *outcome) {
	if o.levels[cmpFirst] > firstSimilar || o.levels[cmpLast] > lastSimilar || (fa == 0) == (la == 0) && (fb == 0) == (lb == 0) {
		return
	}
	if l := max(c.lastNames(la, fb), c.lastNames(fa, lb)); l >= lastPart {
		o.levels[cmpFirst], o.levels[cmpLast], o.levels[cmpOrder] = missing, l, orderSwapped
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
	if ka, kb := &c.s.sketch.names[a], &c.s.sketch.names[b]; ka.n > 1 && kb.n > 1 && c.unlikeNames(a, b) && !(ka.nicknamed && kb.nicknamed) {
		return different // as firstLevel would find
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
	if c.unlikeNames(a, b) {
		return different // as lastLevel would find
	}
	return level(c.last.get(a, b, func(a, b uint32) uint32 {
		return uint32(lastLevel(c.x.pools.names.string(a), c.x.pools.names.string(b), c.soundAlike(a, b)))
	}))
}

// unlikeNames tells, by their sketches, two single names apart that are too
// unlike to be forms of one by their letters.
func (c *comparer) unlikeNames(a, b uint32) bool {
	ka, kb := &c.s.sketch.names[a], &c.s.sketch.names[b]
	return !ka.spaced && !kb.spaced && (ka.sound == 0 || ka.sound != kb.sound) && ka.atMost(&kb.sketch) < tooUnlike
}

func (c *comparer) soundAlike(a, b uint32) bool {
	sound := c.s.sketch.names[a].sound
	return sound != 0 && sound == c.s.sketch.names[b].sound
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
