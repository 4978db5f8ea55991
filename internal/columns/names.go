package columns

import "goldpan/internal/contact"

// weighNames settles the labels that name a person, a company or a surname
// ("Name", "Nom", "Navn", "Nume") by what stands beside them.
func (b *board) weighNames() {
	strong := func(f contact.Field) bool {
		for i := range b.candidates {
			for _, c := range b.candidates[i] {
				if c.target.field == f && c.target.part == "" && c.sense.weight >= 0.85 && c.score > 0.5 || b.fixed[i] && b.columns[i].Field == f {
					return true
				}
			}
		}
		return false
	}
	first, last := strong(contact.FirstName), strong(contact.LastName)
	full, company := strong(contact.FullName), strong(contact.Company)
	for i := range b.candidates {
		if !ambiguousName(b.candidates[i]) {
			continue
		}
		v := b.values[i]
		legal, given := v.share(kLegal), v.share(kGiven)
		for k := range b.candidates[i] {
			c := &b.candidates[i][k]
			switch c.target.field {
			case contact.LastName:
				c.score += weigh(first && !last, 0.4) - weigh(!first, 0.3)
			case contact.FullName:
				c.score += weigh(given > 0.35 && legal < 0.15, 0.25) - weigh(first, 0.2) - weigh(full, 0.2) - weigh(legal > 0.3 || given < 0.2 && v.filled >= 20, 0.25)
			case contact.Company:
				c.score += weigh(legal > 0.2, 0.25) + weigh(given < 0.2 && !first, 0.15) + weigh((first && last || full) && v.filled > 0, 0.15) - weigh(company, 0.3) - weigh(given > 0.4 && legal < 0.1, 0.15)
			}
		}
	}
}

func weigh(yes bool, by float64) float64 { return boolFloat(yes) * by }

// ambiguousName tells whether a label alone may be a person or a company, or a
// whole name or a surname.
func ambiguousName(cs []candidate) bool {
	full, last, company := false, false, false
	for _, c := range cs {
		unsure := c.sense.weight <= 0.7 && c.sense.weight > 0
		switch c.target.field {
		case contact.FullName:
			full = full || unsure
		case contact.LastName:
			last = last || unsure
		case contact.Company:
			company = company || unsure
		}
	}
	return (full || last) && company || full && last
}
