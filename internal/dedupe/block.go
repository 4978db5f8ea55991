package dedupe

import (
	"context"
	"slices"

	"goldpan/internal/parallel"
)

// blocks are the rows that the rules propose to compare with each other.
type blocks struct {
	members  []uint32 // the rows of all blocks end to end, each block ascending
	ends     []uint32 // where each block ends in members
	starts   []uint32 // by row: where its places begin in places; one more at the end
	places   []place
	proposed int64 // pairs within blocks, those of several rules counted for each
	skipped  int
	unpaired int64 // pairs within blocks that stayed too large
}

// place is where a row stands in a block: in members, and the block's end.
type place struct{ at, end uint32 }

// block finds the blocks of all rules.
func (l *linker) block(ctx context.Context, jobs int) (*blocks, error) {
	bs := &blocks{}
	n := len(l.rows.rows)
	if n <= smallList || n <= smallNames && l.namesOnly() {
		for i := range n {
			bs.members = append(bs.members, uint32(i))
		}
		bs.ends, bs.proposed = []uint32{uint32(n)}, pairsOf(n)
		bs.invert(n)
		return bs, nil
	}
	all := rules()
	if n <= largeList {
		all = append(all, wideRules()...)
	}
	each := func(yield func(rule, error) bool) {
		for _, r := range all {
			if !yield(r, nil) {
				return
			}
		}
	}
	work := func() func(rule) (*grouped, error) {
		b := &blocker{l: l}
		return func(r rule) (*grouped, error) { return b.group(r), nil }
	}
	for g, err := range parallel.Map(ctx, jobs, each, work) {
		if err != nil {
			return nil, err
		}
		bs.add(g)
	}
	bs.invert(n)
	return bs, nil
}

// add takes the blocks of one rule in.
func (bs *blocks) add(g *grouped) {
	before := uint32(len(bs.members))
	bs.members = append(bs.members, g.members...)
	for _, end := range g.ends {
		bs.ends = append(bs.ends, before+end)
	}
	bs.proposed += g.proposed
	bs.skipped += g.skipped
	bs.unpaired += g.unpaired
}

// invert finds the places of every row: pairs are taken row by row, so that
// each is compared once and the row at hand stays in the processor's cache.
func (bs *blocks) invert(n int) {
	bs.starts = make([]uint32, n+1)
	for _, row := range bs.members {
		bs.starts[row]++
	}
	sum := uint32(0)
	for i, count := range bs.starts {
		bs.starts[i] = sum
		sum += count
	}
	bs.places = make([]place, len(bs.members))
	next := slices.Clone(bs.starts)
	at := uint32(0)
	for _, end := range bs.ends {
		for ; at < end; at++ {
			row := bs.members[at]
			bs.places[next[row]] = place{at, end}
			next[row]++
		}
	}
}

// of are the places of a row.
func (bs *blocks) of(row uint32) []place { return bs.places[bs.starts[row]:bs.starts[row+1]] }

// pairsFrom is how many pairs are proposed of a row with later ones, those of
// several blocks counted for each.
func (bs *blocks) pairsFrom(row uint32) int64 {
	var pairs int64
	for _, p := range bs.of(row) {
		pairs += int64(p.end - p.at - 1)
	}
	return pairs
}

// partners are the rows behind a row that share a block with it, ascending,
// each once. They are put into buffer.
func (bs *blocks) partners(row uint32, buffer []uint32) []uint32 {
	buffer = buffer[:0]
	for _, p := range bs.of(row) {
		buffer = append(buffer, bs.members[p.at+1:p.end]...)
	}
	slices.Sort(buffer)
	return slices.Compact(buffer)
}

// proposes tells whether two rows share a block.
func (bs *blocks) proposes(a, b uint32) bool {
	a, b = min(a, b), max(a, b)
	for _, p := range bs.of(a) {
		if _, ok := slices.BinarySearch(bs.members[p.at+1:p.end], b); ok {
			return true
		}
	}
	return false
}

// grouped are the blocks of one rule.
type grouped struct {
	members, ends []uint32
	proposed      int64
	skipped       int
	unpaired      int64
}

// keys are the rule's keys of all rows, each with its row in the lower half.
func (b *blocker) keys(r rule) []uint64 {
	var entries []uint64
	var out [8]uint64
	for i := range uint32(len(b.l.rows.rows)) {
		clear(out[:])
		r.fill(b, b.l.row(i), out[:r.keys])
		for _, key := range out[:r.keys] {
			if key != 0 {
				entries = append(entries, uint64(short(mix(key, 0)))<<32|uint64(i))
			}
		}
	}
	return entries
}

// short is a key as it is kept: 32 bits, never 0. Two different keys meet once
// in four billion; the pair is then compared in vain.
func short(key uint64) uint32 { return max(1, uint32(key>>32)) }

// group sorts the keys of one rule into blocks of two and more rows.
func (b *blocker) group(r rule) *grouped {
	entries := byHighHalf(b.keys(r))
	n := len(b.l.rows.rows)
	most := r.most * min(4, max(1, largeList/n))
	r.most = affordable(entries, most, max(int64(n)*pairsPerRow, pairsAnyway))
	g := &grouped{}
	b.cut(&r, entries, 0, g)
	return g
}

// keep adds a block that is compared as it is.
func (g *grouped) keep(block []uint64) {
	for _, e := range block {
		g.members = append(g.members, uint32(e))
	}
	g.ends = append(g.ends, uint32(len(g.members)))
	g.proposed += pairsOf(len(block))
}

// pairsPerRow is how many pairs per row one rule may propose before its blocks
// are split finer: the larger a list, the more people of one name it has who
// have nothing else in common.
const pairsPerRow = 2

// pairsAnyway is how many pairs one rule may propose however short the list,
// and largeList the number of rows from which blocks are as large as the rules
// say: a short list may have many rows of each contact, and comparing more of
// them costs little.
const (
	pairsAnyway = 250_000
	largeList   = 100_000
)

// fewest is the size of block that is never split.
const fewest = 12

// affordable is the largest block, up to most, at which the blocks of a rule
// hold no more pairs than allowed.
func affordable(entries []uint64, most int, allowed int64) int {
	sizes := make([]int64, most+1) // how many blocks of each size
	runs(entries, func(run []uint64) {
		if len(run) <= most {
			sizes[len(run)]++
		}
	})
	var pairs int64
	for size := 2; size <= most; size++ {
		if pairs += sizes[size] * pairsOf(size); pairs > allowed {
			return min(most, max(size-1, fewest))
		}
	}
	return most
}

// cut finds the blocks among entries, splitting those that are too large by
// the rule's split keys from depth on.
func (b *blocker) cut(r *rule, entries []uint64, depth int, g *grouped) {
	if depth > 0 {
		slices.Sort(entries)
	}
	runs(entries, func(block []uint64) {
		block = slices.Compact(block)
		switch {
		case len(block) < 2:
		case len(block) <= r.most:
			g.keep(block)
		case depth == len(r.split):
			g.skipped++
			g.unpaired += pairsOf(len(block))
		default:
			var finer []uint64
			for _, e := range block {
				if further := r.split[depth](b, b.l.row(uint32(e))); further != 0 {
					finer = append(finer, uint64(short(mix(e>>32, further)))<<32|e&0xFFFFFFFF)
				}
			}
			b.cut(r, finer, depth+1, g)
		}
	})
}

func pairsOf(n int) int64 { return int64(n) * int64(n-1) / 2 }

// prepare computes what keys are made of, once per distinct value.
func (l *linker) prepare() {
	p := l.x.pools
	l.mailboxes = make([]uint64, p.emails.len())
	for id := 1; id < p.emails.len(); id++ {
		l.mailboxes[id] = mailboxKey(p.emails.string(uint32(id)))
	}
	l.firmRows = make([]uint32, p.companies.len())
	for i := range l.rows.rows {
		l.firmRows[l.row(uint32(i))[slotCompany]]++
	}
}
