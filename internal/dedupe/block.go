package dedupe

import (
	"slices"
)

// A rule proposes pairs: rows with an equal key of the rule are compared.
type rule struct {
	name string
	keys int // how many keys a row may have under this rule
	fill func(b *blocker, r *row, out []uint64)
	// most is the largest block that is compared as it is. A larger one is
	// split by each of the split keys in turn; what stays too large is
	// counted and left to the other rules.
	most  int
	split []func(b *blocker, r *row) uint64
}

// smallList is the number of distinct rows up to which every row is compared
// with every other: blocking would save less than a second.
const smallList = 1200

func rules() []rule {
	byName := []func(*blocker, *row) uint64{(*blocker).nameKey, (*blocker).areaKey}
	byArea := []func(*blocker, *row) uint64{(*blocker).areaKey, (*blocker).birthKey, (*blocker).firmKey}
	return []rule{
		{"email", 2, func(b *blocker, r *row, out []uint64) {
			out[0], out[1] = b.hash(slotEmail, r), b.hash(slotEmail2, r)
		}, 200, byName},
		{"phone, last seven digits", phoneSlots, (*blocker).phoneKeys, 200, byName},
		{"identifier", 4, func(b *blocker, r *row, out []uint64) {
			out[0], out[1] = b.hash(slotTax, r), b.hash(slotRegister, r)
			out[2], out[3] = b.hash(slotDuns, r), b.hash(slotLinkedIn, r)
		}, 200, byName},
		{"domain and name", 4, func(b *blocker, r *row, out []uint64) {
			domain, web := b.hash(slotDomain, r), b.hash(slotWeb, r)
			if web == domain {
				web = 0
			}
			out[0], out[1] = both(domain, b.hash(slotLast, r)), both(domain, b.hash(slotFirst, r))
			out[2] = both(web, b.hash(slotLast, r))
			if r[slotFirst] == 0 && r[slotLast] == 0 {
				out[3] = both(orUint(domain, web), 1)
			}
		}, 100, byName},
		{"family name, initial and area", 2, func(b *blocker, r *row, out []uint64) {
			name := both(b.hash(slotLast, r), b.initial(slotFirst, r))
			out[0], out[1] = both(name, b.postalArea(r)), both(name, b.hash(slotCity, r))
		}, 100, byArea},
		{"given and family name", 1, func(b *blocker, r *row, out []uint64) {
			out[0] = unordered(b.hash(slotFirst, r), b.hash(slotLast, r))
		}, 100, byArea},
		{"birth date and initial", 3, func(b *blocker, r *row, out []uint64) {
			born := uint64(r[slotBirth])
			if born&511 == 0 {
				return
			}
			first, last := b.initial(slotFirst, r), b.initial(slotLast, r)
			out[0], out[1] = both(born, first), both(born, last)
			out[2] = both(born, b.hash(slotCity, r))
		}, 100, byArea[:1]},
		{"two rarest words of the company", 1, func(b *blocker, r *row, out []uint64) {
			words := b.rareWords(r)
			if len(words) > 1 {
				out[0] = unordered(words[0], words[1])
			}
		}, 100, []func(*blocker, *row) uint64{(*blocker).nameKey, (*blocker).areaKey}},
		{"rarest word of the company and place", 3, func(b *blocker, r *row, out []uint64) {
			if words := b.rareWords(r); len(words) > 0 {
				out[0], out[1] = both(words[0], b.hash(slotCity, r)), both(words[0], b.hash(slotPostal, r))
				if len(words) > 1 {
					out[2] = both(words[1], b.hash(slotCity, r))
				}
			}
		}, 100, []func(*blocker, *row) uint64{(*blocker).nameKey}},
		{"street, number and place", 2, func(b *blocker, r *row, out []uint64) {
			road := both(b.hash(slotHouse, r), b.roadStem(r))
			out[0], out[1] = both(road, b.hash(slotPostal, r)), both(road, b.hash(slotCity, r))
		}, 60, byName},
		{"sound of the names", 1, func(b *blocker, r *row, out []uint64) {
			out[0] = unordered(b.sound(slotFirst, r), b.sound(slotLast, r))
		}, 60, byArea},
		{"sound of the family name and initial", 2, func(b *blocker, r *row, out []uint64) {
			name := both(b.sound(slotLast, r), b.initial(slotFirst, r))
			out[0], out[1] = both(name, b.postalArea(r)), both(name, b.birthYear(r))
		}, 60, byArea},
		{"mailbox name", 1, func(b *blocker, r *row, out []uint64) { out[0] = b.mailbox(r) }, 40, byName},
		{"one name and birth", 3, func(b *blocker, r *row, out []uint64) {
			day := uint64(r[slotBirth] & 511)
			out[0] = both(b.hash(slotFirst, r), day)
			out[1] = both(b.hash(slotLast, r), day)
			out[2] = both(b.hash(slotLast, r), b.birthYear(r))
		}, 60, byArea[:1]},
		{"one name and place", 3, func(b *blocker, r *row, out []uint64) {
			out[0] = both(b.hash(slotLast, r), b.hash(slotPostal, r))
			out[1] = both(b.hash(slotFirst, r), b.hash(slotPostal, r))
			out[2] = both(b.hash(slotFirst, r), b.roadStem(r))
		}, 40, nil},
		{"a rare word of the company", 3, func(b *blocker, r *row, out []uint64) {
			words := b.rareWords(r)
			copy(out, words[:min(3, len(words))])
		}, 40, byName},
		{"beginning of the company and area", 2, func(b *blocker, r *row, out []uint64) {
			head := b.head(r)
			out[0], out[1] = both(head, b.postalArea(r)), both(head, b.hash(slotCity, r))
		}, 40, byName},
		{"extra column", maxCompared, func(b *blocker, r *row, out []uint64) {
			for i := range b.l.x.extras {
				out[i] = b.hash(slotExtra+slot(i), r)
			}
		}, 30, byName},
	}
}

// blocker makes keys. It belongs to one goroutine.
type blocker struct {
	l     *linker
	words []uint64
	firm  uint32 // whose words are in words
}

func both(a, b uint64) uint64 {
	if a == 0 || b == 0 {
		return 0
	}
	return mix(a, b)
}

// unordered is a key of two values in either order.
func unordered(a, b uint64) uint64 { return both(min(a, b), max(a, b)) }

func orUint(a, b uint64) uint64 {
	if a != 0 {
		return a
	}
	return b
}

// hash is the hash of a slot's value, 0 where it is empty.
func (b *blocker) hash(s slot, r *row) uint64 {
	if r[s] == 0 {
		return 0
	}
	if p := b.l.x.poolOf(s); p != nil {
		return p.hash(r[s]) | 1
	}
	return uint64(r[s])
}

func (b *blocker) initial(s slot, r *row) uint64 {
	if r[s] == 0 {
		return 0
	}
	return uint64(b.l.x.pools.names.string(r[s])[0])
}

// sound is the phonetic key of a name.
func (b *blocker) sound(s slot, r *row) uint64 { return uint64(b.l.stats.sounds[r[s]]) }

// postalArea is the beginning of the postal code that stands for a region:
// the outward part of a British code, else the first three characters.
func (b *blocker) postalArea(r *row) uint64 {
	postal := b.l.x.pools.postals.string(r[slotPostal])
	if len(postal) < 3 {
		return 0
	}
	return uint64(postal[0])<<16 | uint64(postal[1])<<8 | uint64(postal[2])
}

func (b *blocker) birthYear(r *row) uint64 { return uint64(r[slotBirth] >> 9) }

func (b *blocker) phoneKeys(r *row, out []uint64) {
	for i := range phoneSlots {
		digits := b.l.x.pools.phones.string(r[int(slotPhone)+i])
		if len(digits) < 6 {
			continue
		}
		key := uint64(1)
		for _, c := range []byte(digits[max(0, len(digits)-7):]) {
			key = key<<8 | uint64(c)
		}
		out[i] = key
		for j := range i {
			if out[j] == key {
				out[i] = 0
			}
		}
	}
}

// mailbox is the local part of the email when it says more than a role.
func (b *blocker) mailbox(r *row) uint64 {
	if r[slotEmail] == 0 || r[slotFlags]&flagRole != 0 {
		return 0
	}
	return b.l.mailboxes[r[slotEmail]]
}

func (b *blocker) roadStem(r *row) uint64 {
	id := r[slotStreet]
	if id == 0 {
		id = r[slotAddress]
	}
	if id == 0 {
		return 0
	}
	roads := b.l.stats.roads
	best := uint32(0)
	for _, w := range roads.list(id) {
		if digit(roads.words.string(w)[0]) {
			continue
		}
		if best == 0 || roads.rarer(w, best) {
			best = w
		}
	}
	if best == 0 {
		return 0
	}
	return roads.words.hash(best) | 1
}

// rareWords are the company's words that others share, rarest first: a word
// that stands in one name only proposes no pair.
func (b *blocker) rareWords(r *row) []uint64 {
	id := r[slotCompany]
	if id == 0 {
		return nil
	}
	if b.firm == id {
		return b.words
	}
	firms := b.l.stats.firms
	var picked [4]uint32
	n := 0
	for _, w := range firms.list(id) {
		if firms.count[w] < 2 && b.l.firmRows[id] < 2 {
			continue
		}
		at := n
		for at > 0 && firms.rarer(w, picked[at-1]) {
			at--
		}
		if at == len(picked) {
			continue
		}
		copy(picked[at+1:], picked[at:min(n, len(picked)-1)])
		picked[at] = w
		n = min(n+1, len(picked))
	}
	b.firm, b.words = id, b.words[:0]
	for _, w := range picked[:n] {
		b.words = append(b.words, firms.words.hash(w)|1)
	}
	return b.words
}

// rarer tells whether word a is rarer than b; ties break on the words.
func (t *tokens) rarer(a, b uint32) bool {
	if t.count[a] != t.count[b] {
		return t.count[a] < t.count[b]
	}
	return t.words.hash(a) < t.words.hash(b)
}

// head is the first five letters of the company.
func (b *blocker) head(r *row) uint64 {
	name := compact(b.l.x.pools.companies.string(r[slotCompany]))
	if len(name) < 4 {
		return 0
	}
	key := uint64(0)
	for _, c := range []byte(name[:min(5, len(name))]) {
		key = key<<8 | uint64(c)
	}
	return key
}

// The keys that split an over-large block.

func (b *blocker) nameKey(r *row) uint64 {
	if r[slotLast] == 0 && r[slotFirst] == 0 {
		return both(b.head(r), 3)
	}
	return mix(b.sound(slotLast, r), b.initial(slotFirst, r)) | 1
}

func (b *blocker) areaKey(r *row) uint64 {
	if area := b.postalArea(r); area != 0 {
		return area
	}
	return b.hash(slotCity, r)
}

func (b *blocker) birthKey(r *row) uint64 { return uint64(r[slotBirth]) }

func (b *blocker) firmKey(r *row) uint64 {
	if words := b.rareWords(r); len(words) > 0 {
		return words[0]
	}
	return b.hash(slotDomain, r)
}

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
func (l *linker) block() *blocks {
	bs := &blocks{}
	n := len(l.rows.rows)
	if n <= smallList {
		bs.rules = []rule{{name: "all", keys: 1}}
		bs.starts, bs.width = []int{0}, 1
		bs.keys = make([]uint32, n)
		all := make([]uint32, n)
		for i := range n {
			bs.keys[i], all[i] = 1, uint32(i)
		}
		bs.members, bs.ends, bs.blockKey = [][]uint32{all}, [][]uint32{{uint32(n)}}, [][]uint32{{1}}
		bs.proposed = int64(n) * int64(n-1) / 2
		return bs
	}
	b := &blocker{l: l}
	for _, r := range rules() {
		if b.used(r) {
			bs.rules = append(bs.rules, r)
			bs.starts = append(bs.starts, bs.width)
			bs.width += r.keys
		}
	}
	bs.keys = make([]uint32, n*bs.width)
	var out [8]uint64
	for i := range n {
		b.fillKeys(bs, uint32(i), &out)
	}
	for k := range bs.rules {
		b.group(bs, k)
	}
	return bs
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
func (b *blocker) group(bs *blocks, k int) {
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
	slices.Sort(entries)
	bs.rules[k].most = affordable(entries, bs.rules[k].most, int64(n)*pairsPerRow)
	var members, ends, keys []uint32
	b.cut(bs, k, entries, 0, func(block []uint64) {
		for _, e := range block {
			members = append(members, uint32(e))
		}
		ends = append(ends, uint32(len(members)))
		keys = append(keys, uint32(block[0]>>32))
		bs.proposed += pairsOf(len(block))
	})
	bs.members, bs.ends, bs.blockKey = append(bs.members, members), append(bs.ends, ends), append(bs.blockKey, keys)
}

// pairsPerRow is how many pairs per row one rule may propose before its blocks
// are split finer: the larger a list, the more people of one name it has who
// have nothing else in common.
const pairsPerRow = 2

// fewest is the size of block that is never split.
const fewest = 12

// affordable is the largest block, up to most, at which the blocks of a rule
// hold no more pairs than allowed.
func affordable(entries []uint64, most int, allowed int64) int {
	sizes := make([]int64, most+1) // how many blocks of each size
	for start, end := 0, 0; start < len(entries); start = end {
		for end = start; end < len(entries) && entries[end]>>32 == entries[start]>>32; end++ {
		}
		if end-start <= most {
			sizes[end-start]++
		}
	}
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
func (b *blocker) cut(bs *blocks, k int, entries []uint64, depth int, emit func([]uint64)) {
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
			emit(block)
		case depth == len(r.split):
			bs.skipped++
			bs.unpaired += pairsOf(len(block))
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
			b.cut(bs, k, finer, depth+1, emit)
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
