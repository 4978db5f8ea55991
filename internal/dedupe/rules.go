package dedupe

// A rule proposes pairs: rows with an equal key of the rule are compared.
type rule struct {
	name string
	keys int // how many keys a row may have under this rule
	fill func(b *blocker, r *row, out []uint64)
	// most is the largest block that is compared as it is. A larger one is
	// split by each of the split keys in turn; what stays too large is
	// counted and left to the other rules.
	most  int
	split []func(b *blocker, r *row) uint64
}

// smallList is the number of distinct rows up to which every row is compared
// with every other: blocking would save less than a second.
const smallList = 1200

// smallNames is the same for a list of names alone: what is alike in them is
// often nothing that a key could be made of.
const smallNames = 3000

// namesOnly tells whether companies' names are all that the list is compared
// by, a city aside.
func (l *linker) namesOnly() bool {
	if l.stats.wording == nil {
		return false
	}
	for i := range l.rows.rows {
		for s, v := range l.row(uint32(i)) {
			switch slot(s) {
			case slotFlags, slotCompany, slotTrading, slotCity, slotCountry:
			default:
				if v != 0 {
					return false
				}
			}
		}
	}
	return true
}

func rules() []rule {
	byName := []func(*blocker, *row) uint64{(*blocker).nameKey, (*blocker).areaKey}
	byArea := []func(*blocker, *row) uint64{(*blocker).areaKey, (*blocker).birthKey, (*blocker).firmKey}
	return []rule{
		{"email", 2, func(b *blocker, r *row, out []uint64) {
			out[0], out[1] = b.hash(slotEmail, r), b.hash(slotEmail2, r)
		}, 200, byName},
		{"phone, last seven digits", phoneSlots, (*blocker).phoneKeys, 200, byName},
		{"identifier", 4, func(b *blocker, r *row, out []uint64) {
			out[0], out[1] = b.hash(slotTax, r), b.hash(slotRegister, r)
			out[2], out[3] = b.hash(slotDuns, r), b.hash(slotLinkedIn, r)
		}, 200, byName},
		{"domain and name", 4, func(b *blocker, r *row, out []uint64) {
			domain, web := b.hash(slotDomain, r), b.hash(slotWeb, r)
			if web == domain {
				web = 0
			}
			out[0], out[1] = both(domain, b.hash(slotLast, r)), both(domain, b.hash(slotFirst, r))
			out[2] = both(web, b.hash(slotLast, r))
			if r[slotFirst] == 0 && r[slotLast] == 0 {
				out[3] = both(orUint(domain, web), 1)
			}
		}, 100, byName},
		{"family name, initial and area", 2, func(b *blocker, r *row, out []uint64) {
			name := both(b.hash(slotLast, r), b.initial(slotFirst, r))
			out[0], out[1] = both(name, b.postalArea(r)), both(name, b.hash(slotCity, r))
		}, 100, byArea},
		{"given and family name", 1, func(b *blocker, r *row, out []uint64) {
			out[0] = unordered(b.hash(slotFirst, r), b.hash(slotLast, r))
		}, 100, byArea},
		{"birth date and initial", 3, func(b *blocker, r *row, out []uint64) {
			born := uint64(r[slotBirth])
			if born&511 == 0 {
				return
			}
			first, last := b.initial(slotFirst, r), b.initial(slotLast, r)
			out[0], out[1] = both(born, first), both(born, last)
			out[2] = both(born, b.hash(slotCity, r))
		}, 100, byArea[:1]},
		{"two rarest words of the company", 1, func(b *blocker, r *row, out []uint64) {
			words := b.rareWords(r)
			if len(words) > 1 {
				out[0] = unordered(words[0], words[1])
			}
		}, 100, []func(*blocker, *row) uint64{(*blocker).nameKey, (*blocker).areaKey}},
		{"rarest word of the company and place", 3, func(b *blocker, r *row, out []uint64) {
			if words := b.rareWords(r); len(words) > 0 {
				out[0], out[1] = both(words[0], b.hash(slotCity, r)), both(words[0], b.hash(slotPostal, r))
				if len(words) > 1 {
					out[2] = both(words[1], b.hash(slotCity, r))
				}
			}
		}, 100, []func(*blocker, *row) uint64{(*blocker).nameKey}},
		{"street, number and place", 2, func(b *blocker, r *row, out []uint64) {
			road := both(b.hash(slotHouse, r), b.roadStem(r))
			out[0], out[1] = both(road, b.hash(slotPostal, r)), both(road, b.hash(slotCity, r))
		}, 60, byName},
		{"sound of the names", 1, func(b *blocker, r *row, out []uint64) {
			out[0] = unordered(b.sound(slotFirst, r), b.sound(slotLast, r))
		}, 60, byArea},
		{"sound of the family name and initial", 2, func(b *blocker, r *row, out []uint64) {
			name := both(b.sound(slotLast, r), b.initial(slotFirst, r))
			out[0], out[1] = both(name, b.postalArea(r)), both(name, b.birthYear(r))
		}, 60, byArea},
		{"mailbox name", 1, func(b *blocker, r *row, out []uint64) { out[0] = b.mailbox(r) }, 40, byName},
		{"one name and birth", 3, func(b *blocker, r *row, out []uint64) {
			day := uint64(r[slotBirth] & 511)
			out[0] = both(b.hash(slotFirst, r), day)
			out[1] = both(b.hash(slotLast, r), day)
			out[2] = both(b.hash(slotLast, r), b.birthYear(r))
		}, 60, byArea[:1]},
		{"one name and place", 3, func(b *blocker, r *row, out []uint64) {
			out[0] = both(b.hash(slotLast, r), b.hash(slotPostal, r))
			out[1] = both(b.hash(slotFirst, r), b.hash(slotPostal, r))
			out[2] = both(b.hash(slotFirst, r), b.roadStem(r))
		}, 40, nil},
		{"a rare word of the company", 3, func(b *blocker, r *row, out []uint64) {
			words := b.rareWords(r)
			copy(out, words[:min(3, len(words))])
		}, 40, byName},
		{"beginning of the company and area", 2, func(b *blocker, r *row, out []uint64) {
			head := b.head(r)
			out[0], out[1] = both(head, b.postalArea(r)), both(head, b.hash(slotCity, r))
		}, 40, byName},
		{"extra column", maxCompared, func(b *blocker, r *row, out []uint64) {
			for i := range b.l.x.extras {
				out[i] = b.hash(slotExtra+slot(i), r)
			}
		}, 30, byName},
	}
}

// wideRules are for lists up to largeList rows only: they find what has errors
// in two and more fields, and in a long list they propose too many strangers.
func wideRules() []rule {
	byName := []func(*blocker, *row) uint64{(*blocker).nameKey, (*blocker).areaKey}
	byArea := []func(*blocker, *row) uint64{(*blocker).areaKey, (*blocker).birthKey}
	return []rule{
		{"sound of one name and place", 4, func(b *blocker, r *row, out []uint64) {
			first, last := b.sound(slotFirst, r), b.sound(slotLast, r)
			city, postal := b.hash(slotCity, r), b.hash(slotPostal, r)
			out[0], out[1], out[2], out[3] = both(first, city), both(last, city), both(first, postal), both(last, postal)
		}, 30, byName},
		{"one name and area", 4, func(b *blocker, r *row, out []uint64) {
			area := b.area(r)
			out[0], out[1] = both(area, b.hash(slotFirst, r)), both(area, mix(b.hash(slotLast, r), 1))
			out[2], out[3] = both(area, mix(b.sound(slotLast, r), 2)), both(area, mix(b.birthYear(r), 3))
		}, 30, byName},
		{"street with its number or an initial", 3, func(b *blocker, r *row, out []uint64) {
			road := b.roadStem(r)
			out[0] = both(road, b.hash(slotHouse, r))
			out[1], out[2] = both(road, b.initial(slotFirst, r)), both(road, b.initial(slotLast, r))
		}, 30, byName},
		{"beginnings of the names", 1, func(b *blocker, r *row, out []uint64) {
			out[0] = unordered(b.beginning(slotFirst, r), b.beginning(slotLast, r))
		}, 30, byArea},
		{"initials with place or year", 3, func(b *blocker, r *row, out []uint64) {
			initials := unordered(b.initial(slotFirst, r), b.initial(slotLast, r))
			out[0], out[1] = both(initials, b.hash(slotPostal, r)), both(initials, b.hash(slotCity, r))
			out[2] = both(initials, b.birthYear(r))
		}, 30, byArea},
		{"street or second line and place", 4, func(b *blocker, r *row, out []uint64) {
			road, line := b.roadStem(r), b.hash(slotStreet2, r)
			city, postal := b.hash(slotCity, r), b.hash(slotPostal, r)
			out[0], out[1], out[2], out[3] = both(road, city), both(road, postal), both(line, city), both(line, postal)
		}, 30, byName},
		{"one initial and place", 2, func(b *blocker, r *row, out []uint64) {
			place := both(b.hash(slotCity, r), b.hash(slotPostal, r))
			out[0], out[1] = both(place, b.initial(slotFirst, r)), both(place, mix(b.initial(slotLast, r), 1))
		}, 40, byArea[1:]},
		{"like words of the company", 3, (*blocker).likeWords, 30, byName},
		{"birth date", 1, func(b *blocker, r *row, out []uint64) {
			if r[slotBirth]&511 != 0 {
				out[0] = uint64(r[slotBirth])
			}
		}, 30, byArea[:1]},
	}
}
