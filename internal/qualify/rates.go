package qualify

import "goldpan/internal/contact"

// to gives, for every currency that the rates reach, by what its amounts are
// multiplied to have them in another. Rates are used both ways and chained;
// the shortest chain wins, of equals the one written first.
func (r Rates) to(currency string) map[string]float64 {
	if currency == "" {
		return nil
	}
	factors := map[string]float64{currency: 1}
	for reached := []string{currency}; len(reached) > 0; {
		var next []string
		for _, at := range reached {
			for _, pair := range r.Pairs {
				other, factor := "", 0.0
				switch at {
				case pair.To:
					other, factor = pair.From, pair.Factor
				case pair.From:
					other, factor = pair.To, 1/pair.Factor
				default:
					continue
				}
				if _, known := factors[other]; !known {
					factors[other] = factors[at] * factor
					next = append(next, other)
				}
			}
		}
		reached = next
	}
	return factors
}

// problems finds rates that cannot be.
func (r Rates) problems() []contact.Problem {
	var found []contact.Problem
	for _, pair := range r.Pairs {
		if pair.Factor <= 0 {
			found = append(found, contact.Problem{Path: "rates." + pair.From, Message: "a rate is above 0, such as 4.25 PLN"})
		}
		if pair.From == pair.To {
			found = append(found, contact.Problem{Path: "rates." + pair.From, Message: "a rate needs another currency, such as 4.25 PLN"})
		}
	}
	return found
}
