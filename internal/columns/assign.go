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
		case contact.Consent:
			c.Channel = b.wordings[i].channel()
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
		if best.target.part == "" && !have[Academic] && b.taken(contact.NamePrefix) {
			if c, ok := b.candidateFor(i, contact.NamePrefix); ok && c.score > best.score { // Anrede, Titel
				best, best.target.part = c, Academic
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
	case HouseNumber:
		return b.streetWithoutNumber()
	case HouseLetter, StreetType:
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

// streetWithoutNumber tells whether a street is there that waits for its house
// number: beside one that has its own, "Nr" counts rows.
func (b *board) streetWithoutNumber() bool {
	for i := range b.columns {
		if c := &b.columns[i]; (c.Field == contact.Street || c.Field == contact.Address) && c.Part == "" && !c.Masked {
			if v := b.values[i]; v.filled == 0 || v.share(kNumbered) < 0.8 {
				return true
			}
		}
	}
	return false
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
