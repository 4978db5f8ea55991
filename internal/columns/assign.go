package columns

import (
	"math"

	"goldpan/internal/contact"
)

// least is the score below which a column stays an extra: a wrong confident
// mapping is worse than none.
const least = 0.36

// assign gives columns to fields, every field at most one column, so that the
// sum of the scores is the highest (the Hungarian method). Flags and parts,
// of which a field takes several, are given afterwards.
func (b *board) assign() {
	b.offerSecondPlaces()
	var fields []contact.Field
	var gain [][]float64
	for _, f := range contact.Fields() {
		if isFlag(f) || b.taken(f) {
			continue
		}
		row, wanted := make([]float64, len(b.columns)), false
		for i := range b.columns {
			row[i] = b.gain(i, f)
			wanted = wanted || row[i] > 0
		}
		if wanted {
			fields, gain = append(fields, f), append(gain, row)
		}
	}
	for row, i := range maximum(gain, len(b.columns)) {
		if i >= 0 && gain[row][i] > 0 {
			b.give(i, fields[row])
		}
	}
}

// gain is what giving column i to field f is worth beyond leaving it an extra.
// Earlier columns win ties.
func (b *board) gain(i int, f contact.Field) float64 {
	if b.fixed[i] {
		return 0
	}
	other := max(least, b.extra[i])
	for _, c := range b.candidates[i] {
		if c.target.part != "" || isFlag(c.target.field) {
			other = max(other, c.score)
		}
	}
	for _, c := range b.candidates[i] {
		if c.target.field == f && c.target.part == "" {
			if g := c.score - other; g > 0 {
				return g - tie(f)*float64(min(i, 5000))
			}
		}
	}
	return 0
}

// tie is what a place further right costs: most in the first field of a kind,
// so that of two columns alike the first becomes the phone, the second phone2.
func tie(f contact.Field) float64 {
	switch f {
	case contact.Email2, contact.Phone2, contact.Mobile, contact.Switchboard, contact.Street2, contact.TradingName:
		return 1e-8
	}
	return 1e-7
}

func (b *board) give(i int, f contact.Field) {
	for _, c := range b.candidates[i] {
		if c.target.field == f && c.target.part == "" {
			b.take(i, c)
			return
		}
	}
}

func (b *board) take(i int, c candidate) {
	col := &b.columns[i]
	col.Field, col.Part, col.Rule = c.target.field, c.target.part, c.rule
	col.Confidence = math.Round(100*min(1, max(0, c.score))) / 100
	col.scope, col.lang = c.sense.scope, c.sense.lang
	b.fixed[i] = true
}

// offerSecondPlaces lets further phones and emails go to the fields for them.
func (b *board) offerSecondPlaces() {
	for i := range b.columns {
		best, phone, mobile := 0.0, 0.0, b.values[i].share(kMobile)
		var email, tel candidate
		for _, c := range b.candidates[i] {
			switch c.target.field {
			case contact.Email:
				if c.score > best {
					best, email = c.score, c
				}
			case contact.Phone, contact.Switchboard, contact.Mobile:
				if c.target.part == "" && c.score > phone {
					phone, tel = c.score, c
				}
			}
		}
		second := func(from candidate, f contact.Field, factor float64) {
			from.target.field, from.score = f, from.score*factor
			b.add(i, from)
		}
		if best > 0 {
			second(email, contact.Email2, 0.75)
		}
		if phone > 0 {
			if tel.target.field != contact.Switchboard {
				second(tel, contact.Phone2, 0.7)
				second(tel, contact.Mobile, 0.55+0.15*min(1, mobile))
				second(tel, contact.Phone, 0.8)
			}
		}
	}
}

func isFlag(f contact.Field) bool {
	switch f {
	case contact.OptOut, contact.DoNotCall, contact.DoNotEmail, contact.Consent:
		return true
	}
	return false
}

// assignFlags gives restriction and consent columns their field: several may
// share one, any yes wins.
func (b *board) assignFlags() {
	for i := range b.columns {
		if b.fixed[i] && !isFlag(b.columns[i].Field) {
			continue
		}
		if !b.fixed[i] {
			best := candidate{score: max(least, b.extra[i])}
			for _, c := range b.candidates[i] {
				if isFlag(c.target.field) && c.score > best.score {
					best = c
				}
			}
			if best.target.field == contact.NoField {
				continue
			}
			b.take(i, best)
		}
		switch c := &b.columns[i]; c.Field {
		case contact.DoNotCall:
			c.Channel = contact.CallChannel
		case contact.DoNotEmail:
			c.Channel = contact.EmailChannel
		case contact.OptOut:
			c.Channel = contact.AllChannels
		}
	}
}

// assignParts gives the pieces of a field their columns where the rest of the
// field is there to be joined with, and the first of each kind only (units of
// an address may be several).
func (b *board) assignParts() {
	have := map[Part]bool{}
	for i := range b.columns {
		if b.fixed[i] {
			continue
		}
		best := candidate{score: max(least, b.extra[i])}
		for _, c := range b.candidates[i] {
			if c.target.part != "" && c.score > best.score && b.hasRest(c.target.part) && (!have[c.target.part] || c.target.part == Unit || c.target.part == StatusFlag) {
				best = c
			}
		}
		if best.target.part != "" {
			b.take(i, best)
			have[best.target.part] = true
		}
	}
	b.assignBirthYear()
	b.dropLonelyParts(have)
}

// hasRest tells whether a piece has something to be joined with.
func (b *board) hasRest(p Part) bool {
	switch p {
	case HouseNumber, HouseLetter, StreetType:
		return b.taken(contact.Street) || b.taken(contact.Address)
	case DialCode, Extension:
		return b.taken(contact.Phone)
	case Zip4:
		return b.taken(contact.PostalCode)
	case CityLine:
		return !b.taken(contact.City)
	case BirthDay, BirthMonth, BirthYearOf:
		return !b.taken(contact.BirthDate)
	case RevenueMin, RevenueMax:
		return !b.taken(contact.Revenue)
	case EmployeesMin, EmployeesMax:
		return !b.taken(contact.Employees)
	}
	return true
}

// assignBirthYear turns a birth year into a piece of the birth date where day
// and month stand in columns of their own.
func (b *board) assignBirthYear() {
	day, month, year := b.part(BirthDay), b.part(BirthMonth), -1
	for i := range b.columns {
		if b.columns[i].Field == contact.BirthYear && b.columns[i].Part == "" {
			year = i
		}
	}
	if day >= 0 && month >= 0 && year >= 0 {
		b.columns[year].Field, b.columns[year].Part = contact.BirthDate, BirthYearOf
		return
	}
	for _, i := range []int{day, month} {
		if i >= 0 {
			b.release(i)
		}
	}
}

// dropLonelyParts frees the piece of a pair whose other half is missing.
func (b *board) dropLonelyParts(have map[Part]bool) {
	for _, pair := range [][2]Part{{RevenueMin, RevenueMax}, {EmployeesMin, EmployeesMax}} {
		for k, p := range pair {
			if have[p] && !have[pair[1-k]] {
				b.release(b.part(p))
			}
		}
	}
}

func (b *board) part(p Part) int {
	for i := range b.columns {
		if b.columns[i].Part == p {
			return i
		}
	}
	return -1
}

// release makes a column an extra again.
func (b *board) release(i int) {
	c := &b.columns[i]
	c.Field, c.Part, c.Rule, c.Confidence = contact.NoField, "", "extra column", 0
	b.fixed[i] = false
}

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
		if have >= 0 && (b.wordings[have].group() == group || b.columns[have].Rule == "--map") {
			continue
		}
		for i := range b.columns {
			if b.fixed[i] || b.wordings[i].group() != group || b.values[i].filled == 0 && have >= 0 && b.values[have].filled > 0 {
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

// maximum solves the assignment problem for a gain matrix of fields by
// columns: the column of each row, or -1. Gains of zero or less are never
// used. The method is Kuhn's with potentials, O(rows² columns).
func maximum(gain [][]float64, columns int) []int {
	rows := len(gain)
	width := columns + rows // a column of zero gain for every row: leave it empty
	cost := func(r, c int) float64 {
		if c < columns && gain[r][c] > 0 {
			return -gain[r][c]
		}
		if c >= columns {
			return 0
		}
		return 1 // worse than leaving the row empty
	}
	u, v := make([]float64, rows+1), make([]float64, width+1)
	match, way := make([]int, width+1), make([]int, width+1)
	for r := 1; r <= rows; r++ {
		match[0] = r
		at := 0
		least := make([]float64, width+1)
		used := make([]bool, width+1)
		for c := range least {
			least[c] = math.Inf(1)
		}
		for match[at] != 0 {
			used[at] = true
			row, delta, next := match[at], math.Inf(1), 0
			for c := 1; c <= width; c++ {
				if used[c] {
					continue
				}
				if reduced := cost(row-1, c-1) - u[row] - v[c]; reduced < least[c] {
					least[c], way[c] = reduced, at
				}
				if least[c] < delta {
					delta, next = least[c], c
				}
			}
			for c := 0; c <= width; c++ {
				if used[c] {
					u[match[c]] += delta
					v[c] -= delta
				} else {
					least[c] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			match[at] = match[way[at]]
			at = way[at]
		}
	}
	out := make([]int, rows)
	for r := range out {
		out[r] = -1
	}
	for c := 1; c <= columns; c++ {
		if match[c] > 0 {
			out[match[c]-1] = c - 1
		}
	}
	return out
}
