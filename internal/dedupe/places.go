package dedupe

import (
	"strings"

	"goldpan/internal/similar"
)

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
	} else if aa, ab := a[slotAddress], b[slotAddress]; alike < textClose && aa != 0 && ab != 0 && (ha == 0 || hb == 0) {
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
	o.levels[cmpStreet] = l
	if l >= streetClose {
		o.rarity[cmpStreet] = c.s.address.rarer(a[slotAddress], b[slotAddress])
	}
}

// houses compares two house numbers: 1 the same, -1 different, 0 unknown.
func (c *comparer) houses(a, b uint32) int {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == b:
		return 1
	}
	s, u := c.x.pools.houses.string(a), c.x.pools.houses.string(b)
	if strings.HasPrefix(s, u) && !digit(s[len(u)]) || strings.HasPrefix(u, s) && !digit(u[len(s)]) {
		return 0 // 12 and 12a, 301 and 301 n
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
	if c.s.sketch.streets[a].misspelt(&c.s.sketch.streets[b]) && lettersApart(s, u) <= 2 && misspelt(compact(s), compact(u)) {
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
		if pa == pb {
			postal = textSame
		} else if c.s.sketch.postals[pa].within(&c.s.sketch.postals[pb].sketch, 1) && similar.OneEdit(c.x.pools.postals.string(pa), c.x.pools.postals.string(pb)) {
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
	case postal == different && c.s.sketch.postals[pa].area == c.s.sketch.postals[pb].area && c.s.sketch.postals[pa].area != 0:
		l = placeArea
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

// otherPlace tells whether two rows are at places of their own.
func otherPlace(l level) bool { return l == different || l == placeArea }

func townLevel(a, b string) level {
	if misspelt(a, b) || partOf(a, b) || compact(a) == compact(b) || unfolded(a) == unfolded(b) {
		return textClose
	}
	return different
}
