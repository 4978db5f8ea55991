package dedupe

import (
	"cmp"
	"context"
	"slices"

	"goldpan/internal/contact"
)

// Decision is what a person said about two rows. It holds for ever, also
// against the model.
type Decision struct {
	A, B contact.Origin
	Same bool
}

// Result says which rows belong together. The four groupings are indexed by
// record id and name the smallest record id of the group; ids that were not
// added are groups of their own.
type Result struct {
	Contact   []uint32 // the same person at the same company, or the same company
	Person    []uint32 // the same human, also across a change of jobs
	Account   []uint32 // the same company
	Household []uint32 // one family at one private address

	Proposed      int64   // candidate pairs as estimated before scoring
	Pairs         int64   // candidate pairs scored
	Threshold     float64 // the lowest probability at which rows were merged
	SkippedBlocks int     // blocks too large to be compared, even split
	SkippedPairs  int64   // pairs in those
	Precision     float64 // expected share of right pairs among those merged
	Recall        float64 // expected share found of all right pairs

	Doubtful   []Pair // likely but not sure enough: kept apart, for a person to decide
	References []RefMatch

	linker   *linker
	comparer *comparer         // of Evidence and Probability, which are for one goroutine
	byID     map[uint32]uint32 // nil while ids are dense
	best     []Pair            // by distinct row: the strongest link into its cluster
	links    []link
}

// Pair is two records and how probably they are the same contact.
type Pair struct {
	A, B        uint32
	Probability float64
}

// RefMatch is a row of the lists that fits a row of a reference.
type RefMatch struct {
	Row         uint32  // record id in the lists
	Set         int     // as given to AddReference
	Ref         uint32  // record id in that set
	Probability float64 // of being the same contact
	Account     bool    // only the company is the same
}

// Cluster finds the groups. The order of the rows and the number of jobs do
// not change them. progress is told how many of the proposed pairs are done.
func (x *Index) Cluster(ctx context.Context, jobs int, decisions []Decision, progress func(done, total int64)) (*Result, error) {
	if progress == nil {
		progress = func(int64, int64) {}
	}
	rule, err := parseCut(x.config.Cut)
	if err != nil {
		return nil, err
	}
	decided := x.locate(decisions)
	rows, err := x.collapse(ctx, jobs, decided.rows)
	if err != nil {
		return nil, err
	}
	l := &linker{x: x, rows: rows}
	l.measure()
	l.prepare()
	if l.blocks, err = l.block(ctx, jobs); err != nil {
		return nil, err
	}
	if err := l.train(ctx, jobs); err != nil {
		return nil, err
	}
	links, weights, pairs, err := l.score(ctx, jobs, progress)
	if err != nil {
		return nil, err
	}
	total := float64(pairsOf(len(l.rows.rows)))
	l.model.fitPrior(weights, max(total, 1))
	cut := l.model.threshold(weights, rule)

	res := &Result{Proposed: l.blocks.proposed, Pairs: pairs, Threshold: l.model.probability(cut),
		SkippedBlocks: l.blocks.skipped, SkippedPairs: l.blocks.unpaired, linker: l, links: links}
	res.Precision, res.Recall = l.model.expected(weights, cut)
	links = l.decide(links, decided)
	g := l.cluster(links, cut, decided)
	res.fill(g, links, cut)
	return res, nil
}

// expected is the precision and recall that the model expects at a cut.
func (m *model) expected(weights *histogram, cut float64) (precision, recall float64) {
	var sure, pairs, all float64
	for i, n := range weights {
		right := float64(n) * m.probability(weights.bits(i))
		all += right
		if weights.bits(i) >= cut {
			sure += right
			pairs += float64(n)
		}
	}
	return sure / max(pairs, 1), sure / max(all, 1)
}

// decided are the decisions of people, by row index.
type decided struct {
	rows map[uint32]bool // rows that take part in a decision
	same []rowPair
	not  []rowPair
}

type rowPair struct{ a, b uint32 }

func (x *Index) locate(decisions []Decision) *decided {
	d := &decided{rows: map[uint32]bool{}}
	if len(decisions) == 0 {
		return d
	}
	at := map[contact.Origin]uint32{}
	for _, dec := range decisions {
		at[dec.A], at[dec.B] = 0, 0
	}
	for i, o := range x.origins {
		if _, asked := at[o]; asked && x.sets[i] == 0 {
			at[o] = uint32(i) + 1
		}
	}
	for _, dec := range decisions {
		a, b := at[dec.A], at[dec.B]
		if a == 0 || b == 0 || a == b {
			continue
		}
		d.rows[a-1], d.rows[b-1] = true, true
		if dec.Same {
			d.same = append(d.same, rowPair{a - 1, b - 1})
		} else {
			d.not = append(d.not, rowPair{a - 1, b - 1})
		}
	}
	return d
}

// decide turns decisions about rows into decisions about distinct rows: the
// links of decided pairs go, and those called the same come back as certain.
func (l *linker) decide(links []link, d *decided) []link {
	if len(d.rows) == 0 {
		return links
	}
	at := make(map[uint32]uint32, len(d.rows))
	for i := range l.rows.rows {
		for _, r := range l.rows.of(uint32(i)) {
			if d.rows[r] {
				at[r] = uint32(i)
			}
		}
	}
	settled := map[rowPair]bool{}
	for _, list := range [...][]rowPair{d.same, d.not} {
		for i, p := range list {
			list[i] = ordered(at[p.a], at[p.b])
			settled[list[i]] = true
		}
	}
	links = slices.DeleteFunc(links, func(k link) bool { return settled[ordered(k.a, k.b)] })
	for _, p := range d.same {
		links = append(links, link{a: p.a, b: p.b, bits: decidedBits, kind: certainLink})
	}
	return links
}

// decidedBits outranks every link that the model finds.
const decidedBits = 1000

func ordered(a, b uint32) rowPair { return rowPair{min(a, b), max(a, b)} }

// groups is a union-find forest with the members of every group.
type groups struct {
	parent []uint32
	next   []uint32 // circular list of the members
	size   []uint32
}

func newGroups(n int) *groups {
	g := &groups{make([]uint32, n), make([]uint32, n), make([]uint32, n)}
	for i := range n {
		g.parent[i], g.next[i], g.size[i] = uint32(i), uint32(i), 1
	}
	return g
}

func (g *groups) find(i uint32) uint32 {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *groups) union(a, b uint32) {
	a, b = g.find(a), g.find(b)
	if a == b {
		return
	}
	if g.size[a] < g.size[b] || g.size[a] == g.size[b] && a > b {
		a, b = b, a
	}
	g.parent[b] = a
	g.size[a] += g.size[b]
	g.next[a], g.next[b] = g.next[b], g.next[a]
}

// members calls f with up to most members of i's group, the group's own order.
func (g *groups) members(i uint32, most int) []uint32 {
	list := []uint32{i}
	for j := g.next[i]; j != i && len(list) < most; j = g.next[j] {
		list = append(list, j)
	}
	return list
}

// cluster joins distinct rows by their links, strongest first. A link joins
// two groups only when their members on the whole agree: so one weak bridge
// does not make one cluster of two.
func (l *linker) cluster(links []link, cut float64, d *decided) *groups {
	slices.SortFunc(links, func(a, b link) int {
		return cmp.Or(cmp.Compare(b.rank(), a.rank()), cmp.Compare(b.bits, a.bits),
			cmp.Compare(min(a.a, a.b), min(b.a, b.b)), cmp.Compare(max(a.a, a.b), max(b.a, b.b)))
	})
	g := newGroups(len(l.rows.rows))
	c := newComparer(l.x, l.stats)
	whole := !l.x.precise && l.stats.wording != nil && l.stats.wording.alone
	not := map[uint32][]uint32{}
	for _, p := range d.not {
		not[p.a], not[p.b] = append(not[p.a], p.b), append(not[p.b], p.a)
	}
	for _, k := range links {
		if k.kind == personLink || l.reference(k.a) || l.reference(k.b) || g.find(k.a) == g.find(k.b) || forbidden(g, not, k) {
			continue
		}
		if k.kind == contactLink && float64(k.bits) < cut && !(whole && l.alikeOnTheWhole(c, g, k)) {
			continue
		}
		if k.bits == decidedBits || l.agree(c, g, k) {
			g.union(k.a, k.b)
		}
	}
	return g
}

// rank puts decisions first, then what is certain.
func (k link) rank() int {
	switch {
	case k.bits == decidedBits:
		return 2
	case k.kind == certainLink:
		return 1
	}
	return 0
}

// forbidden tells whether joining would put two rows together that somebody
// called different.
func forbidden(g *groups, not map[uint32][]uint32, k link) bool {
	if len(not) == 0 {
		return false
	}
	ra, rb := g.find(k.a), g.find(k.b)
	for i, others := range not {
		if g.find(i) != ra {
			continue
		}
		for _, o := range others {
			if g.find(o) == rb {
				return true
			}
		}
	}
	return false
}

const (
	// agreeMembers is how many members of each group are asked.
	agreeMembers = 6
	// agreeBits bounds what one pair of members may say, agreeMean is what
	// they must say on average.
	agreeBits = 10
	agreeMean = 2
	// From manyPairs pairs of members on they must say so much that the odds
	// of an average pair are manyOdds, in bits: of two large groups of one
	// contact most members are alike, however far the worst rows strayed. Each
	// pair may then say up to manyBits: what is asked of them together must be
	// in reach of the long lists, too, in which any two rows are least alike.
	manyPairs = 16
	manyOdds  = -3
	manyBits  = 20
)

// groupPairs is from how many pairs of members on, and groupOdds with what odds
// of an average pair, in bits, two groups of one company's names are joined
// although no link between them reaches the cut.
const (
	groupPairs = 6
	groupOdds  = -6
)

// alikeOnTheWhole tells whether two groups are one company's for all that their
// members say together. Names in free text differ more than any two of them can
// make up for: what one leaves out others have, and two groups of one company
// are alike throughout. Where a list has more than names, the members of two
// branches of a chain are as alike; and a cut for a stated precision holds for
// every link.
func (l *linker) alikeOnTheWhole(c *comparer, g *groups, k link) bool {
	as, bs := g.members(k.a, agreeMembers), g.members(k.b, agreeMembers)
	if len(as)*len(bs) < groupPairs {
		return false
	}
	var o outcome
	var sum float64
	for _, a := range as {
		for _, b := range bs {
			pair, ok := l.judge(c, a, b, false, &o)
			if !ok || pair.kind == personLink {
				return false
			}
			sum += min(agreeBits, max(-agreeBits, float64(pair.bits)))
		}
	}
	return sum/float64(len(as)*len(bs)) >= groupOdds-l.model.prior
}

// agree tells whether the members of two groups agree on the whole.
func (l *linker) agree(c *comparer, g *groups, k link) bool {
	if g.size[g.find(k.a)] == 1 && g.size[g.find(k.b)] == 1 {
		return true
	}
	var o outcome
	var sum float64
	as, bs := g.members(k.a, agreeMembers), g.members(k.b, agreeMembers)
	least, most := float64(agreeMean), float64(agreeBits)
	if len(as)*len(bs) >= manyPairs {
		least, most = max(least, manyOdds-l.model.prior), manyBits
	}
	for _, a := range as {
		for _, b := range bs {
			pair, ok := l.judge(c, a, b, false, &o)
			switch {
			case !ok && conflictingSuffix(l.row(a), l.row(b)), otherForm(l.row(a), l.row(b)):
				return false
			case !ok || pair.kind == personLink || colleagues(&o) || elsewhere(&o):
				sum -= agreeBits
			case l.model.shared == contextCap && namesConflict(&o) && !confirmed(&o):
				sum += min(0, max(-agreeBits, float64(pair.bits)))
			default:
				sum += min(most, max(-agreeBits, float64(pair.bits)))
			}
		}
	}
	return sum/float64(len(as)*len(bs)) >= least
}
