package dedupe

import (
	"strings"

	"github.com/cespare/xxhash/v2"
)

// pool gives equal strings equal small numbers and keeps each string once. Id
// 0 is the empty string. Ids follow the order of arrival: nothing that shows
// may depend on them, only on the strings and their hashes.
type pool struct {
	text   strings.Builder // all strings end to end
	ends   []uint32        // ends[id] is where string id ends in text
	hashes []uint64        // xxhash64 of each string
	table  []uint32        // open addressing; 0 is free
}

func newPool() *pool {
	return &pool{ends: make([]uint32, 1, 64), hashes: make([]uint64, 1, 64), table: make([]uint32, 128)}
}

// id is the number of a string, new or known.
func (p *pool) id(s string) uint32 {
	if s == "" {
		return 0
	}
	hash := xxhash.Sum64String(s)
	mask := uint64(len(p.table) - 1)
	at := hash & mask
	for ; p.table[at] != 0; at = (at + 1) & mask {
		if id := p.table[at]; p.hashes[id] == hash && p.string(id) == s {
			return id
		}
	}
	id := uint32(len(p.ends))
	p.text.WriteString(s)
	p.ends = append(p.ends, uint32(p.text.Len()))
	p.hashes = append(p.hashes, hash)
	p.table[at] = id
	if len(p.ends)*4 > len(p.table)*3 {
		p.grow()
	}
	return id
}

// find is the number of a string, 0 when it is not there.
func (p *pool) find(s string) uint32 {
	hash := xxhash.Sum64String(s)
	mask := uint64(len(p.table) - 1)
	for at := hash & mask; p.table[at] != 0; at = (at + 1) & mask {
		if id := p.table[at]; p.hashes[id] == hash && p.string(id) == s {
			return id
		}
	}
	return 0
}

func (p *pool) grow() {
	p.table = make([]uint32, 2*len(p.table))
	mask := uint64(len(p.table) - 1)
	for id := 1; id < len(p.hashes); id++ {
		at := p.hashes[id] & mask
		for p.table[at] != 0 {
			at = (at + 1) & mask
		}
		p.table[at] = uint32(id)
	}
}

// string is the string of an id. It shares the pool's memory.
func (p *pool) string(id uint32) string {
	if id == 0 {
		return ""
	}
	return p.text.String()[p.ends[id-1]:p.ends[id]]
}

// hash is the xxhash64 of the string of an id; 0 for the empty string.
func (p *pool) hash(id uint32) uint64 { return p.hashes[id] }

// len is how many ids there are, the empty string among them.
func (p *pool) len() int { return len(p.ends) }

// textHash is the hash of a string that is in no pool.
func textHash(s string) uint64 { return xxhash.Sum64String(s) }

// mix joins two hashes into one, order counting (the finalizer of splitmix64,
// Steele, Lea and Flood 2014).
func mix(a, b uint64) uint64 {
	z := a*0x9E3779B97F4A7C15 + b + 0x632BE59BD9B4E019
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
