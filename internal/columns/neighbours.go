package columns

import (
	"fmt"
	"math"

	"goldpan/internal/contact"
)

// askNeighbours maps, among the columns without a label, what only the place
// beside a sure column tells: the surname beside the given name, the city
// beside the postal code, plain digits beside an email as the phone.
func (b *board) askNeighbours() {
	for i := range b.columns {
		switch {
		case b.guessed(i, contact.FirstName):
			b.offerBeside(i, contact.LastName, looksSurname, "beside given names")
		case b.guessed(i, contact.PostalCode):
			b.offerBeside(i, contact.City, looksCity, "beside postal codes")
		case b.guessed(i, contact.Region):
			b.offerBeside(i, contact.City, looksCity, "beside regions")
		}
	}
	for i := range b.columns {
		v := b.values[i]
		if !b.unlabelled(i) || v.provenID() || len(b.candidates[i]) > 0 {
			continue
		}
		if s := float64(v.digits[9]+v.digits[10]+v.digits[11]) / float64(v.filled); s >= 0.9 && v.distinct() > 0.1 && b.hasPeople() {
			b.add(i, valueCandidate(contact.Phone, 0.42, fmt.Sprintf("values: %d%% numbers as long as phones", percent(s))))
		}
		if b.areaCodeBeside(i) {
			t := target{field: contact.Phone, part: DialCode}
			b.add(i, candidate{t, 0.5, sense{target: t}, "values: area codes beside numbers"})
			b.add(i+1, valueCandidate(contact.Phone, 0.5, "values: numbers beside area codes"))
		}
		if b.postalBeside(i) {
			b.add(i, valueCandidate(contact.PostalCode, 0.5, "values: postal codes by shape, beside cities"))
			b.offerBeside(i, contact.City, looksCity, "beside postal codes")
		}
		if b.birthDates(i) {
			b.add(i, valueCandidate(contact.BirthDate, 0.5, "values: dates over two generations"))
		}
	}
	b.guessCompany()
}

// guessCompany takes, where no column shows itself as the companies', the one
// with the most words of company names in it.
func (b *board) guessCompany() {
	at := -1
	for i := range b.columns {
		if b.guessed(i, contact.Company) {
			return
		}
		v := b.values[i]
		if b.unlabelled(i) && len(b.candidates[i]) == 0 && v.share(kLegal) >= 0.25 && v.share(kText) >= 0.95 && v.share(kNumbered) < 0.2 &&
			v.share(kLong) < 0.3 && (at < 0 || v.share(kLegal) > b.values[at].share(kLegal)) {
			at = i
		}
	}
	if at >= 0 {
		s := b.values[at].share(kLegal)
		b.add(at, valueCandidate(contact.Company, 0.45, fmt.Sprintf("values: %d%% company words, the most of all columns", percent(s))))
	}
}

func percent(share float64) int { return int(math.Round(100 * share)) }

func valueCandidate(f contact.Field, score float64, rule string) candidate {
	t := target{field: f}
	return candidate{t, score, sense{target: t}, rule}
}

func (b *board) unlabelled(i int) bool {
	return i >= 0 && i < len(b.columns) && !b.fixed[i] && b.wordings[i].blank && b.values[i].filled > 0
}

// guessed tells whether a column's values, or its label, make it a field.
func (b *board) guessed(i int, f contact.Field) bool {
	c, ok := b.candidateFor(i, f)
	return ok && c.score > least
}

// offerBeside offers a field to the column right of i, or else left of it, if
// it has no label and looks the part.
func (b *board) offerBeside(i int, f contact.Field, looks func(*values) bool, why string) {
	for _, j := range []int{i + 1, i - 1} {
		if b.unlabelled(j) && looks(b.values[j]) && !b.guessed(j, contact.FirstName) && !b.guessed(j, contact.Country) && !b.guessed(j, contact.Region) {
			b.add(j, valueCandidate(f, 0.5, "values: words "+why))
			return
		}
	}
}

func looksSurname(v *values) bool {
	return v.share(kWord) >= 0.8 && v.share(kLegal) < 0.1 && v.share(kHonorific) < 0.1 && v.share(kGender) < 0.5 &&
		v.distinct() >= 0.1 && v.share(kTitle) < 0.3
}

func looksCity(v *values) bool {
	return v.share(kText) >= 0.95 && v.share(kNumbered) < 0.1 && v.share(kLong) < 0.05 && v.share(kLegal) < 0.2 &&
		v.share(kEmail) == 0 && v.share(kURL) == 0 && v.share(kYesNo) < 0.5 && v.share(kHash) < 0.1 && v.share(kHonorific) < 0.5
}

// postalBeside tells whether a column of four to six digits stands beside one
// that may hold cities.
func (b *board) postalBeside(i int) bool {
	v := b.values[i]
	n := float64(max(v.digits[4], v.digits[5], v.digits[6])) / float64(max(1, v.filled))
	if n < 0.9 || v.share(kYear) > 0.5 || v.distinct() < 0.05 {
		return false
	}
	return b.unlabelled(i+1) && looksCity(b.values[i+1]) || b.unlabelled(i-1) && looksCity(b.values[i-1])
}

// areaCodeBeside tells whether a column of three digits stands before one of
// seven, as in the files of the American do-not-call register.
func (b *board) areaCodeBeside(i int) bool {
	if !b.unlabelled(i + 1) {
		return false
	}
	code, number := b.values[i], b.values[i+1]
	return float64(code.digits[3]) >= 0.95*float64(code.filled) && float64(number.digits[7]) >= 0.95*float64(number.filled)
}

// hasPeople tells whether some column holds names or emails. A list of one
// column, or of two, may be nothing but numbers to call or not to call.
func (b *board) hasPeople() bool {
	if len(b.columns) <= 2 {
		return true
	}
	for i := range b.columns {
		for _, f := range []contact.Field{contact.FirstName, contact.FullName, contact.Email, contact.Company} {
			if b.guessed(i, f) {
				return true
			}
		}
	}
	return false
}

// birthDates tells whether the dates of a column lie where people's births
// do: nine of ten spread over more than twenty years, before 2015.
func (b *board) birthDates(i int) bool {
	v := b.values[i]
	if v.share(kDate) < 0.8 || v.distinct() < 0.1 || !b.hasPeople() {
		return false
	}
	lo, hi := v.dates.years()
	return hi-lo > 20 && hi < 2015 && lo > 1900
}
