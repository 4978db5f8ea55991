package dedupe

import (
	"context"
	"slices"

	"goldpan/internal/parallel"
)

// blocks are the rows that each rule proposes to compare.
type blocks struct {
	rules    []rule
	starts   []int    // where the keys of each rule start in a row's keys
	width    int      // keys per row
	keys     []uint32 // effective keys of all rows, 0 for none
	members  [][]uint32
	ends     [][]uint32
	blockKey [][]uint32 // the key of each block
	proposed int64      // pairs within blocks, those of several rules counted for each
	skipped  int
	unpaired int64 // pairs within blocks that stayed too large
}

// block finds the blocks of all rules.
func (l *linker) block(ctx context.Context, jobs int) (*blocks, error) {
	bs := &blocks{}
	n := len(l.rows.rows)
	if n <= smallList || n <= smallNames && l.namesOnly() {
		bs.rules = []rule{{name: "all", keys: 1}}
		bs.starts, bs.width = []int{0}, 1
		bs.keys = make([]uint32, n)
		all := make([]uint32, n)
		for i := range n {
			bs.keys[i], all[i] = 1, uint32(i)
		}
		bs.members, bs.ends, bs.blockKey = [][]uint32{all}, [][]uint32{{uint32(n)}}, [][]uint32{{1}}
		bs.proposed = pairsOf(n)
		return bs, nil
	}
	b := &blocker{l: l}
	all := rules()
	if n <= largeList {
		all = append(all, wideRules()...)
	}
	for _, r := range all {
		if b.used(r) {
			bs.rules = append(bs.rules, r)
			bs.starts = append(bs.starts, bs.width)
			bs.width += r.keys
		}
	}
	bs.keys = make([]uint32, n*bs.width)
	err := inChunks(ctx, jobs, n, func(from, to int) {
		b := &blocker{l: l}
		var out [8]uint64
		for i := from; i < to; i++ {
			b.fillKeys(bs, uint32(i), &out)
		}
	})
	if err != nil {
		return nil, err
	}
	return bs, l.groupAll(ctx, jobs, bs)
}

// groupAll finds the blocks of every rule, rules side by side: each has its
// own columns of the table of keys.
func (l *linker) groupAll(ctx context.Context, jobs int, bs *blocks) error {
	each := func(yield func(int, error) bool) {
		for k := range bs.rules {
			if !yield(k, nil) {
				return
			}
		}
	}
	work := func() func(int) (grouped, error) {
		b := &blocker{l: l}
		return func(k int) (grouped, error) { return b.group(bs, k), nil }
	}
	for g, err := range parallel.Map(ctx, jobs, each, work) {
		if err != nil {
			return err
		}
		bs.members, bs.ends, bs.blockKey = append(bs.members, g.members), append(bs.ends, g.ends), append(bs.blockKey, g.keys)
		bs.proposed += g.proposed
		bs.skipped += g.skipped
		bs.unpaired += g.unpaired
	}
	return nil
}

// grouped are the blocks of one rule.
type grouped struct {
	members, ends, keys []uint32
	proposed, unpaired  int64
	skipped             int
}

// used tells whether a rule gives keys in this list, by up to 20,000 rows.
func (b *blocker) used(r rule) bool {
	n := len(b.l.rows.rows)
	var out [8]uint64
	for i := 0; i < n; i += max(1, n/20000) {
		clear(out[:])
		r.fill(b, b.l.row(uint32(i)), out[:r.keys])
		for _, key := range out[:r.keys] {
			if key != 0 {
				return true
			}
		}
	}
	return false
}

func (b *blocker) fillKeys(bs *blocks, i uint32, out *[8]uint64) {
	row := b.l.row(i)
	keys := bs.keys[int(i)*bs.width:]
	for k, r := range bs.rules {
		clear(out[:])
		r.fill(b, row, out[:r.keys])
		for j, key := range out[:r.keys] {
			if key != 0 {
				keys[bs.starts[k]+j] = short(mix(key, uint64(k)))
			}
		}
	}
}

// short is a key as it is kept: 32 bits, never 0. Two different keys meet once
// in four billion; the pair is then compared in vain.
func short(key uint64) uint32 { return max(1, uint32(key>>32)) }

// group sorts the keys of one rule into blocks of two and more rows.
func (b *blocker) group(bs *blocks, k int) grouped {
	var entries []uint64 // key << 32 | row
	n := len(b.l.rows.rows)
	for i := range n {
		at := i*bs.width + bs.starts[k]
		for _, key := range bs.keys[at : at+bs.rules[k].keys] {
			if key != 0 {
				entries = append(entries, uint64(key)<<32|uint64(i))
			}
		}
	}
	entries = byHighHalf(entries)
	most := bs.rules[k].most * min(4, max(1, largeList/n))
	bs.rules[k].most = affordable(entries, most, max(int64(n)*pairsPerRow, pairsAnyway))
	var g grouped
	b.cut(bs, k, entries, 0, &g)
	return g
}

// keep adds a block that is compared as it is.
func (g *grouped) keep(block []uint64) {
	for _, e := range block {
		g.members = append(g.members, uint32(e))
	}
	g.ends = append(g.ends, uint32(len(g.members)))
	g.keys = append(g.keys, uint32(block[0]>>32))
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
func (b *blocker) cut(bs *blocks, k int, entries []uint64, depth int, g *grouped) {
	if depth > 0 {
		slices.Sort(entries)
	}
	r := &bs.rules[k]
	for start, end := 0, 0; start < len(entries); start = end {
		key := entries[start] >> 32
		for end = start; end < len(entries) && entries[end]>>32 == key; end++ {
		}
		block := slices.Compact(entries[start:end])
		switch {
		case len(block) < 2:
		case len(block) <= r.most:
			g.keep(block)
		case depth == len(r.split):
			g.skipped++
			g.unpaired += pairsOf(len(block))
			for _, e := range block {
				b.rekey(bs, k, e, 0)
			}
		default:
			var finer []uint64
			for _, e := range block {
				further := r.split[depth](b, b.l.row(uint32(e)))
				if further != 0 {
					further = uint64(short(mix(e>>32, further)))
					finer = append(finer, further<<32|e&0xFFFFFFFF)
				}
				b.rekey(bs, k, e, uint32(further))
			}
			b.cut(bs, k, finer, depth+1, g)
		}
	}
}

// rekey replaces the key of an entry in the table of keys.
func (b *blocker) rekey(bs *blocks, k int, entry uint64, key uint32) {
	at := int(uint32(entry))*bs.width + bs.starts[k]
	for j, have := range bs.keys[at : at+bs.rules[k].keys] {
		if have == uint32(entry>>32) {
			bs.keys[at+j] = key
		}
	}
}

func pairsOf(n int) int64 { return int64(n) * int64(n-1) / 2 }

// earlier tells whether a rule before k proposes the pair too: each pair
// belongs to the first rule that yields it.
func (bs *blocks) earlier(k int, a, b uint32) bool {
	ka, kb := bs.keys[int(a)*bs.width:int(a+1)*bs.width], bs.keys[int(b)*bs.width:int(b+1)*bs.width]
	for j := range k {
		start, n := bs.starts[j], bs.rules[j].keys
		if n == 1 {
			if ka[start] != 0 && ka[start] == kb[start] {
				return true
			}
			continue
		}
		for _, key := range ka[start : start+n] {
			if key != 0 && slices.Contains(kb[start:start+n], key) {
				return true
			}
		}
	}
	return false
}

// another tells whether rule k proposes the pair by a smaller key than this
// one too: a pair that shares several keys of a rule is compared once.
func (bs *blocks) another(k int, key uint32, a, b uint32) bool {
	start, n := bs.starts[k], bs.rules[k].keys
	if n == 1 {
		return false
	}
	ka, kb := bs.keys[int(a)*bs.width+start:][:n], bs.keys[int(b)*bs.width+start:][:n]
	for _, have := range ka {
		if have != 0 && have < key && slices.Contains(kb, have) {
			return true
		}
	}
	return false
}

// proposes tells whether any rule proposes the pair.
func (bs *blocks) proposes(a, b uint32) bool { return bs.earlier(len(bs.rules), a, b) }

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
