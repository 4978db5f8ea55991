package dedupe

import (
	"math"
)

// comparer compares rows. It belongs to one goroutine: it remembers how
// distinct pairs of values compared.
type comparer struct {
	x     *Index
	s     *statistics
	first memo
	last  memo
	firms wideMemo
	roads memo
	texts memo
	towns memo
	al    aligned
}

func newComparer(x *Index, s *statistics) *comparer {
	c := &comparer{x: x, s: s, first: newMemo(), last: newMemo(), firms: newWideMemo(),
		roads: newMemo(), texts: newMemoOf(memoBits + 3), towns: newMemo()}
	if s.wording != nil {
		c.al.words = newMemo()
	}
	return c
}

// memo is a direct-mapped cache of small results by pair of ids, eight bytes
// each: the pair's key is multiplied by an odd number, which can be undone; the
// upper bits of the product are the place and the others stand there, in front
// of the result.
type memo struct {
	places []uint64
	bits   int
}

// memoBits is how many bits a result of a memo of the fewest places may have.
const memoBits = 15

func newMemo() memo { return newMemoOf(memoBits) }

func newMemoOf(bits int) memo { return memo{make([]uint64, 1<<bits), bits} }

// get looks a pair up, order not counting; compute fills a gap with a number
// below 1<<memoBits.
func (m *memo) get(a, b uint32, compute func(a, b uint32) uint32) uint32 {
	key := pairKey(a, b)
	at := &m.places[key>>(64-m.bits)]
	if tag := key << memoBits; *at&^(1<<memoBits-1) != tag {
		*at = tag | uint64(compute(min(a, b), max(a, b)))
	}
	return uint32(*at & (1<<memoBits - 1))
}

// pairKey is a number for a pair, order not counting, whose upper bits are
// spread.
func pairKey(a, b uint32) uint64 {
	return (uint64(min(a, b))<<32 | uint64(max(a, b))) * 0x9E3779B97F4A7C15
}

// wideMemo is a memo of results of 32 bits.
type wideMemo []remembered

type remembered struct {
	key   uint64
	value uint32
}

func newWideMemo() wideMemo { return make(wideMemo, 1<<memoBits) }

func (m wideMemo) get(a, b uint32, compute func(a, b uint32) uint32) uint32 {
	key := pairKey(a, b)
	at := &m[key>>(64-memoBits)]
	if at.key != key {
		*at = remembered{key, compute(min(a, b), max(a, b))}
	}
	return at.value
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
		case c.s.sketch.texts[a].misspelt(&c.s.sketch.texts[b]) && misspelt(p.string(a), p.string(b)) || like >= 0.8 && shared >= 3:
			return uint32(textClose)
		case like >= 0.4:
			return uint32(textPartial)
		}
		return uint32(different)
	}))
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
