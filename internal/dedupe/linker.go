package dedupe

import (
	"context"
	"iter"
	"math"
	"runtime"
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

// span is a piece of work: rows [from,to) against those behind them.
type span struct{ from, to uint32 }

// spanPairs is about how many pairs make a piece of work.
const spanPairs = 20000

func (l *linker) spans() iter.Seq2[span, error] {
	return func(yield func(span, error) bool) {
		from, pairs := uint32(0), int64(0)
		n := uint32(len(l.rows.rows))
		for i := range n {
			pairs += l.blocks.pairsFrom(i)
			if pairs >= spanPairs || i == n-1 {
				if !yield(span{from, i + 1}, nil) {
					return
				}
				from, pairs = i+1, 0
			}
		}
	}
}

// everyPair draws all pairs.
const everyPair = math.MaxUint64

// pairs calls f with each candidate pair of a span, the earlier row first.
// Pairs within the reference lists are left out, and those whose hash is over
// drawn.
func (l *linker) pairs(s span, drawn uint64, f func(a, b uint32)) {
	var partners []uint32
	var seen uint32 // rows looked at together come from memory together
	for a := s.from; a < s.to; a++ {
		partners = l.blocks.partners(a, partners)
		for _, b := range partners {
			seen |= l.row(b)[slotFlags]
		}
		for _, b := range partners {
			if drawn != everyPair && mix(uint64(a), uint64(b)) > drawn || l.reference(a) && l.reference(b) {
				continue
			}
			f(a, b)
		}
	}
	runtime.KeepAlive(seen)
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
	l.model = learn(builtin(l.x.extras), observed, matches, l.stats.wording, &seen, l.x.precise)
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

	neighbours, lodgers roof // pairs at one address of which one name or both differ
	desk                roof // pairs of companies with one number at one address
}

// observe compares a sample of the candidate pairs, drawn by content.
func (l *linker) observe(ctx context.Context, jobs int) (sample, error) {
	every := uint64(1 + max(l.blocks.proposed-1, 0)/learnedPairs)
	drawn := math.MaxUint64 / every
	streets := l.x.pools.streets.len() > 1
	work := func() func(span) (sample, error) {
		c := newComparer(l.x, l.stats)
		var o outcome
		return func(s span) (sample, error) {
			found := sample{patterns: map[tallyKey]int64{}}
			l.pairs(s, drawn, func(a, b uint32) {
				ra, rb := l.row(a), l.row(b)
				c.compare(ra, rb, &o)
				found.count(&o, l.stats.certain(ra, rb, &o), streets)
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

// count takes a pair in; streets tells whether the list has any.
func (s *sample) count(o *outcome, certain, streets bool) {
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
	switch roofed := o.oneRoof(streets); {
	case roofed && o.neighbours():
		s.neighbours.count(o.levels[cmpBirth], dateClose, different)
	case roofed && o.lodgers():
		s.lodgers.count(o.levels[cmpBirth], dateClose, different)
	case atOneDesk(func(c comparison) level { return o.levels[c] }):
		s.desk.count(o.levels[cmpOrg], orgPartial, orgWeak)
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
	s.neighbours.add(part.neighbours)
	s.lodgers.add(part.lodgers)
	s.desk.add(part.desk)
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
