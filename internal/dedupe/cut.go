package dedupe

import "math"

// histogram counts pairs by their evidence, in eighths of a bit. Counting in
// whole numbers makes sums the same in any order.
type histogram [2 * 160 * 8]int64

func (h *histogram) add(bits float64) {
	at := int(math.Floor(bits*8)) + len(h)/2
	h[min(max(at, 0), len(h)-1)]++
}

func (h *histogram) bits(i int) float64 { return (float64(i-len(h)/2) + 0.5) / 8 }

// fitPrior finds the share of matches under which the evidence of all pairs
// adds up to that share: a fixed point of expectation maximisation with the
// weights held. It stays near what learning found, because a list whose
// evidence is weak throughout has no other fixed point than no match at all.
func (m *model) fitPrior(weights *histogram, total float64) {
	learned := m.prior
	defer func() { m.prior = min(max(m.prior, learned-nearLearned), learned+nearLearned) }()
	for range 30 {
		var matches float64
		for i, n := range weights {
			if n > 0 {
				matches += float64(n) * m.probability(weights.bits(i))
			}
		}
		m.prior = oddsOf(matches, total)
	}
}

// nearLearned is how far the prior may move from the learned one, in bits.
const nearLearned = 3

// threshold is the evidence from which pairs are merged.
func (m *model) threshold(weights *histogram, rule cutRule) float64 {
	var all float64
	for i, n := range weights {
		all += float64(n) * m.probability(weights.bits(i))
	}
	least := rule.single()
	if m.unlearned && !m.worded {
		// Nothing in the list bears the shipped weights out.
		least = rule.precision
	}
	var sure, pairs, best float64
	at := weights.bits(len(weights) - 1)
	for i := len(weights) - 1; i >= 0; i-- {
		p := m.probability(weights.bits(i))
		if p < 0.05 {
			break
		}
		if weights[i] == 0 {
			continue
		}
		n := float64(weights[i])
		sure += n * p
		pairs += n
		if rule.precision > 0 {
			if sure/pairs >= rule.precision && p >= least {
				at = weights.bits(i) - 1.0/16
			}
			continue
		}
		if f1 := 2 * sure / (pairs + all); f1 >= best {
			best, at = f1, weights.bits(i)-1.0/16
		}
	}
	return at
}
