package suppress

// table maps 64-bit key hashes to entries: open addressing with linear probing,
// twelve bytes a slot, at most three quarters full. A hash stands once per list
// and what it closes.
// A filter of sixteen bits a key answers most look-ups from the cache.
type table struct {
	hashes []uint64 // 0 is an empty slot
	refs   []uint32 // entry of the slot
	used   int
	filter []uint64
}

// add records a hash for an entry. Where the entry's list has the hash already,
// better decides which of the two entries stays.
func (t *table) add(hash uint64, ref uint32, entries []entry) {
	if hash == 0 {
		hash = 1
	}
	if 4*(t.used+1) > 3*len(t.hashes) {
		t.grow()
	}
	mask := uint64(len(t.hashes) - 1)
	i := hash & mask
	for ; t.hashes[i] != 0; i = (i + 1) & mask {
		if t.hashes[i] == hash && entries[ref].sameList(&entries[t.refs[i]]) {
			if entries[ref].better(&entries[t.refs[i]]) {
				t.refs[i] = ref
			}
			return
		}
	}
	t.hashes[i], t.refs[i] = hash, ref
	t.used++
}

// grow doubles the table.
func (t *table) grow() {
	size := max(64, 2*len(t.hashes))
	old := *t
	t.hashes, t.refs = make([]uint64, size), make([]uint32, size)
	mask := uint64(size - 1)
	for j, hash := range old.hashes {
		if hash == 0 {
			continue
		}
		i := hash & mask
		for t.hashes[i] != 0 {
			i = (i + 1) & mask
		}
		t.hashes[i], t.refs[i] = hash, old.refs[j]
	}
}

// seal builds the filter; nothing may be added after it.
func (t *table) seal() {
	if t.used == 0 {
		return
	}
	words := 8
	for words*64 < 16*t.used {
		words *= 2
	}
	t.filter = make([]uint64, words)
	for _, hash := range t.hashes {
		if hash != 0 {
			t.filter[t.word(hash)] |= bits(hash)
		}
	}
}

func (t *table) word(hash uint64) uint64 { return hash >> 32 & uint64(len(t.filter)-1) }

// bits are the two bits of a hash within its word of the filter.
func bits(hash uint64) uint64 { return 1<<(hash>>58) | 1<<(hash>>26&63) }

// maybe tells whether the table may have a hash; it is wrong in one of a few
// hundred.
func (t *table) maybe(hash uint64) bool {
	if hash == 0 {
		hash = 1
	}
	b := bits(hash)
	return t.filter[t.word(hash)]&b == b
}

// each calls yield with the entries of a hash.
func (t *table) each(hash uint64, yield func(ref uint32)) {
	if hash == 0 {
		hash = 1
	}
	mask := uint64(len(t.hashes) - 1)
	for i := hash & mask; t.hashes[i] != 0; i = (i + 1) & mask {
		if t.hashes[i] == hash {
			yield(t.refs[i])
		}
	}
}
