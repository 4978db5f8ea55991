package dedupe

import (
	"slices"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Index holds what matching needs of every row, as integers and pooled
// strings. Fill it with Add and AddReference, then call Cluster once. It is
// not safe for concurrent use.
type Index struct {
	config     Config
	extras     []extraColumn
	pools      *pools
	chunks     [][]row
	ids        []uint32         // record id of each row
	origins    []contact.Origin // where each row stands
	sets       []int32          // 0 for rows of the lists, else 1 + the reference set
	variant    func(a, b string) bool
	references bool // whether sets holds any but 0
}

const (
	chunkBits = 13
	chunkSize = 1 << chunkBits
)

// NewIndex makes an empty index. A config that Validate finds fault with is
// obeyed as far as it is understood.
func NewIndex(config Config) *Index {
	return &Index{config: config, extras: config.extraColumns(), pools: newPools(), variant: market.SameGivenName}
}

// Add takes a cleaned record in. Records come in rising order of their ids;
// ids may be left out.
func (x *Index) Add(r *contact.Record) { x.add(r, 0) }

// AddReference takes in a row of a customer file, a suppression list or the
// book: rows are matched against it, but it is never merged with another row.
// Ids count within the set; set tells several references apart.
func (x *Index) AddReference(r *contact.Record, set int) { x.add(r, int32(set)+1) }

func (x *Index) add(r *contact.Record, set int32) {
	n := len(x.ids)
	if n&(chunkSize-1) == 0 {
		x.chunks = append(x.chunks, make([]row, 0, chunkSize))
	}
	last := &x.chunks[len(x.chunks)-1]
	*last = (*last)[:len(*last)+1]
	x.readRow(&(*last)[len(*last)-1], r)
	x.ids = append(x.ids, r.ID)
	x.origins = append(x.origins, r.Origin)
	x.sets = append(x.sets, set)
	x.references = x.references || set != 0
}

// Len is how many rows have been added, references included.
func (x *Index) Len() int { return len(x.ids) }

func (x *Index) row(i uint32) *row { return &x.chunks[i>>chunkBits][i&(chunkSize-1)] }

// content is a hash of all that a row is compared by. It depends on strings
// only, not on ids: rows in another order have the same.
func (x *Index) content(i uint32) uint64 {
	r := x.row(i)
	h := uint64(x.sets[i])
	for s := range slots {
		v := uint64(r[s])
		if v == 0 {
			continue
		}
		if p := x.poolOf(s); p != nil {
			v = p.hash(r[s])
		}
		h = mix(h^uint64(s)<<56, v)
	}
	return h
}

func (x *Index) poolOf(s slot) *pool {
	if s >= slotExtra {
		if i := int(s - slotExtra); i < len(x.extras) && x.extras[i].kind != extraDate {
			return x.pools.texts
		}
		return nil
	}
	return x.pools.of(s)
}

// distinct is the rows without their exact repetitions, in the order of their
// content: what follows works on it, so that the order of the lists changes
// nothing and ten thousand equal rows cost as much as one.
type distinct struct {
	rows    []uint32 // index of the row that stands for each distinct content
	members [][2]uint32
	byOrder []uint32 // rows by content; members are ranges of it
	at      []uint32 // distinct row of each row, made when asked for
}

// collapse finds the distinct rows. Rows that somebody decided about stay
// apart: apart holds their indexes.
func (x *Index) collapse(apart map[uint32]bool) *distinct {
	type keyed struct {
		hash uint64
		row  uint32
	}
	all := make([]keyed, x.Len())
	for i := range all {
		h := x.content(uint32(i))
		if apart[uint32(i)] {
			h = mix(h, mix(uint64(x.origins[i].List)+1, uint64(x.origins[i].Row)))
		}
		all[i] = keyed{h, uint32(i)}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		switch {
		case a.hash < b.hash:
			return -1
		case a.hash > b.hash:
			return 1
		}
		return int(a.row) - int(b.row)
	})
	d := &distinct{byOrder: make([]uint32, len(all))}
	for i, k := range all {
		d.byOrder[i] = k.row
		if i == 0 || k.hash != all[i-1].hash {
			d.rows = append(d.rows, k.row)
			d.members = append(d.members, [2]uint32{uint32(i), uint32(i)})
		}
		d.members[len(d.members)-1][1] = uint32(i + 1)
	}
	return d
}

// of lists the rows that a distinct row stands for.
func (d *distinct) of(i uint32) []uint32 { return d.byOrder[d.members[i][0]:d.members[i][1]] }
