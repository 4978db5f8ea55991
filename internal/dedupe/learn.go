package dedupe

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// tally is how often outcomes of one key stand in the pairs of a list.
type tally struct {
	tallyKey
	pairs float64
	// unproposed pairs have no key of any rule in common. They are taken for
	// no matches: one of a sample stands for thousands, and if likeness by
	// chance could make it a match, those thousands would outweigh all true
	// ones.
	unproposed bool
}

// tallied orders counted outcomes, so that sums never depend on a map.
func tallied(counts map[tallyKey]int64, scale float64) []tally {
	all := make([]tally, 0, len(counts))
	for _, k := range slices.SortedFunc(maps.Keys(counts), func(a, b tallyKey) int {
		return cmp.Or(cmp.Compare(a.pattern, b.pattern), cmp.Compare(a.rarities, b.rarities))
	}) {
		all = append(all, tally{tallyKey: k, pairs: float64(counts[k]) * scale})
	}
	return all
}

const (
	rounds = 40
	// drawnM is how many matching pairs the built-in m weighs, drawnU which
	// part of all pairs the built-in u weighs.
	drawnM = 25
	drawnU = 0.002
	// leastU is how far below the built-in value u may be learned: a list of
	// a few hundred rows cannot tell one in a million from never.
	leastU = 0.05
	// leastM is the same for m: however clean a list is, the next pair may
	// have an error in this field.
	leastM = 0.25
	// namesDiffer bounds the share of matches whose given or family name is
	// called different: EM would otherwise take families for matches.
	namesDiffer = 0.08
	// mostDiffer is the same for all else, unless the built-in share is high:
	// without it namesakes, who agree in their names and a town, are learned
	// to be matches whose phones and streets all differ.
	mostDiffer = 0.3
)

// learn estimates m, u and the prior by expectation maximisation (Dempster,
// Laird and Rubin 1977; for record linkage Winkler 1988) over the patterns of
// all pairs of the list: those proposed by blocking, counted, and the rest, by
// a sample. So u is that of all pairs and m is not bent by what blocking
// selects. matches is the first guess of how many pairs match.
func learn(base *weights, observed []tally, matches float64, names *wording, seen *sample, precise bool) *model {
	m := &model{weights: *base, worded: names != nil, shared: seen.shared(), precise: precise,
		aliases: names != nil && !precise && seen.aliases()}
	m.refresh()
	var total float64
	for _, t := range observed {
		total += t.pairs
	}
	m.prior = oddsOf(matches, total)
	enough := enoughCompared
	if names != nil {
		enough-- // each word of a name is a comparison
	}
	if compared(observed) < enough || total < enoughPairs {
		// As many pairs match as there are rows: the order of magnitude of
		// any list that has duplicates at all.
		rows := math.Sqrt(2 * total)
		m.prior, m.unlearned = oddsOf(rows, total), true
		if names != nil {
			m.prior = names.prior
		}
		return m
	}
	for range rounds {
		m.step(base, observed, total)
	}
	return m
}

// enoughCompared is how many comparisons a list must fill for its weights to be
// learned: with fewer, what matches and what does not cannot be told from the
// patterns alone.
const enoughCompared = 3

// enoughPairs is how many pairs of rows a list must have for the same: in those of
// a hundred rows chance agreements are too few to tell how rare they are.
const enoughPairs = 4950

// compared counts the comparisons that at least one pair in ten fills.
func compared(observed []tally) int {
	var filled [comparisons]float64
	var total float64
	for _, t := range observed {
		total += t.pairs
		for c := range comparisons {
			if c != cmpOrder && t.pattern.level(c) != missing {
				filled[c] += t.pairs
			}
		}
	}
	n := 0
	for _, f := range filled {
		if f >= total/10 && f > 0 {
			n++
		}
	}
	return n
}

// oddsOf is log2 of the odds of part in total.
func oddsOf(part, total float64) float64 {
	part = min(max(part, 0.5), total*mostMatches)
	return math.Log2(part / max(total-part, 0.1))
}

// mostMatches bounds the share of matches among all pairs: a list of three
// rows is not all one contact because two of them are.
const mostMatches = 0.1

// step is one round of expectation and maximisation.
func (m *model) step(base *weights, observed []tally, total float64) {
	var sumM, sumU [comparisons][levels]float64
	var matches float64
	for _, t := range observed {
		var p float64
		if !t.unproposed {
			p = m.probability(m.scorePattern(t.tallyKey))
		}
		matches += p * t.pairs
		for c := range comparisons {
			if l := t.pattern.level(c); l != missing {
				sumM[c][l] += p * t.pairs
				sumU[c][l] += (1 - p) * t.pairs
			}
		}
	}
	for c := range comparisons {
		m.estimate(c, base, &sumM[c], &sumU[c])
	}
	m.prior = oddsOf(matches, total)
	m.refresh()
}

func (m *model) estimate(c comparison, base *weights, sumM, sumU *[levels]float64) {
	var allM, allU float64
	for l := 1; l < levels; l++ {
		allM += sumM[l]
		allU += sumU[l]
	}
	drawn := drawnU*allU + 1
	for l := 1; l < levels; l++ {
		b := base[c][l]
		if b.m == 0 {
			continue
		}
		w := &m.weights[c][l]
		w.m = max((sumM[l]+drawnM*b.m)/(allM+drawnM), leastM*b.m)
		w.u = max((sumU[l]+drawn*b.u)/(allU+drawn), leastU*b.u)
	}
	w := &m.weights[c][different]
	if c == cmpFirst || c == cmpLast {
		w.m = min(w.m, namesDiffer)
	} else if c != cmpOrder {
		w.m = min(w.m, max(mostDiffer, 3*base[c][different].m))
	}
}
