package dedupe

import (
	"context"
	"runtime"

	"goldpan/internal/parallel"
)

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

// keptOdds is how far below even odds a pair may stand and still be kept, in
// bits.
const keptOdds = -7

// scored is what comparing a span of pairs gave.
type scored struct {
	links    []link
	weights  *histogram
	pairs    int64
	proposed int64
}

// score compares all candidate pairs and keeps those that may be links.
func (l *linker) score(ctx context.Context, jobs int, progress func(done, total int64)) ([]link, *histogram, int64, error) {
	work := func() func(span) (*scored, error) {
		c := newComparer(l.x, l.stats)
		left := make([]undecided, 0, undecidedPairs)
		return func(s span) (*scored, error) {
			found := &scored{weights: new(histogram)}
			for i := s.from; i < s.to; i++ {
				found.proposed += l.blocks.pairsFrom(i)
			}
			l.pairs(s, everyPair, func(a, b uint32) {
				found.pairs++
				left = left[:len(left)+1]
				if u := &left[len(left)-1]; !l.likely(c, a, b, true, &u.o) {
					left = left[:len(left)-1]
				} else if u.a, u.b = a, b; len(left) == cap(left) {
					l.weighAll(c, left, found)
					left = left[:0]
				}
			})
			l.weighAll(c, left, found)
			left = left[:0]
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

// An undecided pair is one whose names leave it open.
type undecided struct {
	a, b uint32
	o    outcome
}

// undecidedPairs is how many pairs are compared by the rest of their values
// together. What is read of each is looked at for all of them first: values
// that come from memory side by side come as fast as one.
const undecidedPairs = 64

// weighAll compares the pairs that their names left open and keeps what may be
// links.
func (l *linker) weighAll(c *comparer, left []undecided, found *scored) {
	var seen uint32
	for i := range left {
		b := l.row(left[i].b)
		seen |= l.stats.sketch.mails[b[slotEmail]].local | l.stats.firms.ends[b[slotCompany]] | uint32(l.stats.sketch.phones[b[slotPhone]])
	}
	runtime.KeepAlive(seen)
	for i := range left {
		k := l.weigh(c, left[i].a, left[i].b, &left[i].o)
		found.weights.add(float64(k.bits))
		if float64(k.bits)+l.model.prior >= keptOdds || k.kind == certainLink {
			found.links = append(found.links, k)
		}
	}
}

// judge compares two rows; false when they cannot be linked at all.
func (l *linker) judge(c *comparer, a, b uint32, haste bool, o *outcome) (link, bool) {
	if !l.likely(c, a, b, haste, o) {
		return link{}, false
	}
	return l.weigh(c, a, b, o), true
}

// likely compares the names of two rows; false when, by them alone, the rows
// cannot be linked. In haste it also gives up on pairs whose evidence cannot
// reach what is kept.
func (l *linker) likely(c *comparer, a, b uint32, haste bool, o *outcome) bool {
	ra, rb := l.row(a), l.row(b)
	fa, fb := ra[slotFlags], rb[slotFlags]
	if (fa|fb)&flagPerson != 0 && (fa|fb)&flagCompany != 0 && !c.ownFirm(ra, rb) {
		return false // a company's own row is not the contact of a person there
	}
	if conflictingSuffix(ra, rb) {
		return false // father and son
	}
	*o = outcome{}
	c.persons(ra, rb, o)
	return l.model.prior >= hopelessPrior || !(l.model.shared == contextCap && hopeless(ra, rb, o)) && !(haste && l.beyondReach(c, ra, rb, o))
}

// weigh compares the rest of two rows whose names are compared.
func (l *linker) weigh(c *comparer, a, b uint32, o *outcome) link {
	ra, rb := l.row(a), l.row(b)
	c.others(ra, rb, o)
	k := link{a: a, b: b, bits: float32(l.model.score(o))}
	if otherForm(ra, rb) {
		k.bits += float32(l.model.formConflict(float64(k.bits)))
	}
	switch {
	case movedOn(ra, rb, o):
		k.kind = personLink
		k.bits = float32(l.model.human(o))
	case l.stats.certain(ra, rb, o):
		k.kind = certainLink
	}
	return k
}
