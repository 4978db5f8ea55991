package dedupe

import (
	"context"
	"iter"
	"math"
	"strings"

	"goldpan/internal/parallel"
)

// linker is one run of Cluster: it finds, learns and scores.
type linker struct {
	x         *Index
	rows      *distinct
	stats     *statistics
	blocks    *blocks
	model     *model
	mailboxes []uint64 // key of each email's local part
	firmRows  []uint32 // distinct rows of each company name
}

func (l *linker) row(i uint32) *row { return &l.x.ordered[i] }

func (l *linker) reference(i uint32) bool { return l.x.references && l.x.sets[l.rows.rows[i]] != 0 }

// mailboxKey is the hash of a local part that may name a person.
func mailboxKey(email string) uint64 {
	local, _, _ := strings.Cut(email, "@")
	if len(local) < 5 || roleLike(local) {
		return 0
	}
	return textHash(local)
}

// span is a piece of work: rows [from,to) of a block against those behind
// them, or several whole blocks.
type span struct {
	rule        int
	first, last int // blocks [first,last)
}

// spanPairs is about how many pairs make a piece of work.
const spanPairs = 20000

func (l *linker) spans() iter.Seq2[span, error] {
	return func(yield func(span, error) bool) {
		for k, ends := range l.blocks.ends {
			start, pairs := 0, int64(0)
			for i := range ends {
				pairs += pairsOf(len(l.blocks.block(k, i)))
				if pairs >= spanPairs || i == len(ends)-1 {
					if !yield(span{k, start, i + 1}, nil) {
						return
					}
					start, pairs = i+1, 0
				}
			}
		}
	}
}

func (bs *blocks) block(k, i int) []uint32 {
	start := uint32(0)
	if i > 0 {
		start = bs.ends[k][i-1]
	}
	return bs.members[k][start:bs.ends[k][i]]
}

// everyPair draws all pairs.
const everyPair = math.MaxUint64

// pairs calls f with each pair of a span that no earlier rule proposes. Pairs
// within the reference lists are left out, and those whose hash is over drawn.
func (l *linker) pairs(s span, drawn uint64, f func(a, b uint32)) {
	for i := s.first; i < s.last; i++ {
		block, key := l.blocks.block(s.rule, i), l.blocks.blockKey[s.rule][i]
		for j, a := range block {
			for _, b := range block[j+1:] {
				if drawn != everyPair && mix(uint64(a), uint64(b)) > drawn || l.reference(a) && l.reference(b) {
					continue
				}
				if !l.blocks.earlier(s.rule, a, b) && !l.blocks.another(s.rule, key, a, b) {
					f(a, b)
				}
			}
		}
	}
}

// learnedPairs is up to how many candidate pairs weights are learned from; of
// pairs at random a sixth of that tells u well enough.
const learnedPairs = 600_000

// train learns the weights from the list.
func (l *linker) train(ctx context.Context, jobs int) error {
	if l.stats.wording != nil {
		l.learnWording()
	}
	seen, err := l.observe(ctx, jobs)
	if err == nil && seen.namesakes*5 > seen.named && seen.namesakes >= 10 {
		l.stats.madeUpMails = true
		seen, err = l.observe(ctx, jobs)
	}
	if err != nil {
		return err
	}
	scale := float64(seen.pairs) / float64(max(seen.compared, 1))
	observed := tallied(seen.patterns, scale)
	n := len(l.rows.rows)
	rest := float64(pairsOf(n)) - float64(seen.pairs)
	unproposed, err := l.randomPairs(ctx, jobs, rest)
	if err != nil {
		return err
	}
	observed = append(observed, unproposed...)
	matches := max(float64(seen.certain)*scale*1.2, float64(n)*0.02)
	l.model = learn(builtin(l.x.extras), observed, matches, l.stats.wording, seen.shared())
	return nil
}

// sample is what a look at the candidate pairs shows.
type sample struct {
	patterns  map[tallyKey]int64
	pairs     int64 // candidates, estimated where only some are compared
	compared  int64 // of those
	certain   int64 // pairs of the deterministic tier
	named     int64 // pairs with one address that is made of the name
	namesakes int64 // of those, pairs that conflict in all else
	oneHuman  int64 // pairs of other names at one address, born on one day
	family    int64 // the same, born on others
}

// observe compares a sample of the candidate pairs, drawn by content.
func (l *linker) observe(ctx context.Context, jobs int) (sample, error) {
	every := uint64(1 + max(l.blocks.proposed-1, 0)/learnedPairs)
	drawn := math.MaxUint64 / every
	work := func() func(span) (sample, error) {
		c := newComparer(l.x, l.stats)
		var o outcome
		return func(s span) (sample, error) {
			found := sample{patterns: map[tallyKey]int64{}}
			l.pairs(s, drawn, func(a, b uint32) {
				ra, rb := l.row(a), l.row(b)
				c.compare(ra, rb, &o)
				found.count(&o, l.stats.certain(ra, rb, &o))
			})
			return found, nil
		}
	}
	all := sample{patterns: map[tallyKey]int64{}}
	for found, err := range parallel.Map(ctx, jobs, l.spans(), work) {
		if err != nil {
			return all, err
		}
		all.add(found)
	}
	all.pairs = all.compared * int64(every)
	return all, nil
}

func (s *sample) count(o *outcome, certain bool) {
	s.patterns[o.key()]++
	s.compared++
	if certain {
		s.certain++
	}
	if o.levels[cmpEmail] == emailNamed {
		s.named++
		if namesakes(o) {
			s.namesakes++
		}
	}
	if o.neighbours() {
		switch birth := o.levels[cmpBirth]; {
		case birth >= dateClose:
			s.oneHuman++
		case birth != missing:
			s.family++
		}
	}
}

func (s *sample) add(part sample) {
	for p, n := range part.patterns {
		s.patterns[p] += n
	}
	s.compared += part.compared
	s.certain += part.certain
	s.named += part.named
	s.namesakes += part.namesakes
	s.oneHuman += part.oneHuman
	s.family += part.family
}

// randomPairs tallies a sample of the pairs that no rule proposes, scaled to
// their number. Rows stand in an order that depends on content only, so a hash
// of a place in it draws the same rows from a list in any order.
func (l *linker) randomPairs(ctx context.Context, jobs int, rest float64) ([]tally, error) {
	n := uint64(len(l.rows.rows))
	if rest < 1 || n < 2 {
		return nil, nil
	}
	const draws, batch = learnedPairs / 6, 5000
	batches := func(yield func(uint64, error) bool) {
		for from := uint64(0); from < draws && yield(from, nil); from += batch {
		}
	}
	work := func() func(uint64) (map[tallyKey]int64, error) {
		c := newComparer(l.x, l.stats)
		var o outcome
		return func(from uint64) (map[tallyKey]int64, error) {
			found := map[tallyKey]int64{}
			for i := from; i < from+batch; i++ {
				a, b := uint32(mix(i, 1)%n), uint32(mix(i, 2)%n)
				if a != b && !l.blocks.proposes(a, b) {
					c.compare(l.row(a), l.row(b), &o)
					found[o.key()]++
				}
			}
			return found, nil
		}
	}
	counts := map[tallyKey]int64{}
	var sampled int64
	for found, err := range parallel.Map(ctx, jobs, batches, work) {
		if err != nil {
			return nil, err
		}
		for key, times := range found {
			counts[key] += times
			sampled += times
		}
	}
	all := tallied(counts, rest/float64(max(sampled, 1)))
	for i := range all {
		all[i].unproposed = true
	}
	return all, nil
}

// link is a pair of distinct rows that may be the same contact.
type link struct {
	a, b uint32
	bits float32
	kind linkKind
}

type linkKind uint8

const (
	contactLink linkKind = iota
	personLink           // the same human at another company
	certainLink          // of the deterministic tier: the model is not asked
)

// histogram counts pairs by their evidence, in eighths of a bit. Counting in
// whole numbers makes sums the same in any order.
type histogram [2 * 160 * 8]int64

func (h *histogram) add(bits float64) {
	at := int(math.Floor(bits*8)) + len(h)/2
	h[min(max(at, 0), len(h)-1)]++
}

func (h *histogram) bits(i int) float64 { return (float64(i-len(h)/2) + 0.5) / 8 }

// keptOdds is how far below even odds a pair may stand and still be kept, in
// bits.
const keptOdds = -7

// score compares all candidate pairs and keeps those that may be links.
func (l *linker) score(ctx context.Context, jobs int, progress func(done, total int64)) ([]link, *histogram, int64, error) {
	type part struct {
		links    []link
		weights  *histogram
		pairs    int64
		proposed int64
	}
	work := func() func(span) (part, error) {
		c := newComparer(l.x, l.stats)
		var o outcome
		return func(s span) (part, error) {
			found := part{weights: new(histogram)}
			for i := s.first; i < s.last; i++ {
				found.proposed += pairsOf(len(l.blocks.block(s.rule, i)))
			}
			l.pairs(s, everyPair, func(a, b uint32) {
				found.pairs++
				if k, ok := l.judge(c, a, b, true, &o); ok {
					found.weights.add(float64(k.bits))
					if float64(k.bits)+l.model.prior >= keptOdds || k.kind == certainLink {
						found.links = append(found.links, k)
					}
				}
			})
			return found, nil
		}
	}
	var links []link
	weights := new(histogram)
	var pairs, done int64
	for found, err := range parallel.Map(ctx, jobs, l.spans(), work) {
		if err != nil {
			return nil, nil, 0, err
		}
		links = append(links, found.links...)
		for i, n := range found.weights {
			weights[i] += n
		}
		pairs += found.pairs
		done += found.proposed
		progress(done, l.blocks.proposed)
	}
	return links, weights, pairs, nil
}

// judge compares two rows; false when they cannot be linked at all. In haste
// it gives up on pairs whose evidence cannot reach what is kept.
func (l *linker) judge(c *comparer, a, b uint32, haste bool, o *outcome) (link, bool) {
	ra, rb := l.row(a), l.row(b)
	fa, fb := ra[slotFlags], rb[slotFlags]
	if (fa|fb)&flagPerson != 0 && (fa|fb)&flagCompany != 0 && !c.ownFirm(ra, rb) {
		return link{}, false // a company's own row is not the contact of a person there
	}
	if conflictingSuffix(ra, rb) {
		return link{}, false // father and son
	}
	*o = outcome{}
	c.persons(ra, rb, o)
	if l.model.prior < hopelessPrior && (l.model.shared == contextCap && hopeless(ra, rb, o) || haste && l.beyondReach(c, ra, rb, o)) {
		return link{}, false
	}
	c.others(ra, rb, o)
	k := link{a: a, b: b, bits: float32(l.model.score(o))}
	switch {
	case movedOn(ra, rb, o):
		k.kind = personLink
		k.bits = float32(l.model.human(o))
	case l.stats.certain(ra, rb, o):
		k.kind = certainLink
	}
	return k, true
}

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
			if sure/pairs >= rule.precision && p >= rule.single() {
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
