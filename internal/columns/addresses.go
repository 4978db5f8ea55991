package columns

import "goldpan/internal/contact"

// settleAddresses keeps the columns of one address together: those of the
// mapped street (or else city) come first, and where the list has an address
// of the person and one of the company, the company's is the fallback of rows
// whose person has none.
func (b *board) settleAddresses() {
	b.keepTogether()
	if !b.twoAddresses() {
		return
	}
	for i := range b.columns {
		if c := &b.columns[i]; c.scope == companyScope && c.Part == "" && isAddressField(c.Field) {
			c.Part = Fallback
		}
	}
	for _, f := range addressFields {
		b.addFallback(f)
	}
}

var addressFields = [...]contact.Field{contact.Address, contact.Street, contact.Street2, contact.City, contact.PostalCode,
	contact.Region, contact.Country}

// keepTogether gives each address field to the column of the main address,
// where that has one: the residence's city with the residence's street, not
// the mailing city.
func (b *board) keepTogether() {
	main := -1
	for _, f := range []contact.Field{contact.Street, contact.City, contact.PostalCode} {
		if at := b.whole(f); at >= 0 && (main < 0 || b.columns[main].scope == companyScope && b.columns[at].scope != companyScope) {
			main = at
		}
	}
	if main < 0 || b.columns[main].Rule == "--map" {
		return
	}
	group := b.wordings[main].group()
	for _, f := range addressFields {
		have := b.whole(f)
		if have >= 0 && (sameGroup(b.wordings[have].group(), group) || b.columns[have].Rule == "--map") {
			continue
		}
		for i := range b.columns {
			if b.fixed[i] || !sameGroup(b.wordings[i].group(), group) || b.values[i].filled == 0 && have >= 0 && b.values[have].filled > 0 {
				continue
			}
			if c, ok := b.candidateFor(i, f); ok && c.score > max(least, b.extra[i]) && have >= 0 {
				b.release(have)
				b.take(i, c)
				break
			}
		}
	}
}

// whole is the column that holds a whole field, or -1.
func (b *board) whole(f contact.Field) int {
	for i := range b.columns {
		if c := &b.columns[i]; c.Field == f && c.Part == "" && !c.Masked {
			return i
		}
	}
	return -1
}

func (b *board) candidateFor(i int, f contact.Field) (candidate, bool) {
	for _, c := range b.candidates[i] {
		if c.target.field == f && c.target.part == "" {
			return c, true
		}
	}
	return candidate{}, false
}

// twoAddresses tells whether a mapped address column has a rival that belongs
// to the company, so that it must be the person's own.
func (b *board) twoAddresses() bool {
	for _, f := range []contact.Field{contact.Street, contact.City, contact.PostalCode, contact.Region, contact.Country, contact.Address} {
		have := b.whole(f)
		if have < 0 || b.columns[have].scope == companyScope || b.columns[have].Rule == "--map" {
			continue
		}
		if b.columns[have].scope == personScope {
			return true
		}
		for i := range b.columns {
			if c, ok := b.candidateFor(i, f); ok && i != have && c.sense.scope == companyScope {
				return true
			}
		}
	}
	return false
}

// addFallback gives the company's column of an address field, which the
// person's column kept out, its place behind it.
func (b *board) addFallback(f contact.Field) {
	best, at := candidate{}, -1
	for i := range b.columns {
		if c := &b.columns[i]; c.Part == Fallback && c.Field == f {
			return
		}
		for _, c := range b.candidates[i] {
			if !b.fixed[i] && c.target.field == f && c.target.part == "" && c.sense.scope == companyScope &&
				c.score > max(least, b.extra[i], best.score) {
				best, at = c, i
			}
		}
	}
	if at >= 0 {
		best.target.part = Fallback
		best.rule += ", where the person has no address"
		b.take(at, best)
	}
}

func isAddressField(f contact.Field) bool {
	switch f {
	case contact.Address, contact.Street, contact.Street2, contact.City, contact.PostalCode, contact.Region, contact.Country:
		return true
	}
	return false
}
