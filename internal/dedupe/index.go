package dedupe

import (
	"cmp"
	"context"
	"slices"

	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/parallel"
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
	precise    bool // whether the cut is for a stated precision

	// Cluster moves the rows from the chunks to ordered, where each distinct
	// row stands once and near those it is compared with; at is its place.
	ordered []row
	at      []uint32
}

const (
	chunkBits = 13
	chunkSize = 1 << chunkBits
)

// NewIndex makes an empty index. A config that Validate finds fault with is
// obeyed as far as it is understood.
func NewIndex(config Config) *Index {
	rule, err := parseCut(config.Cut)
	return &Index{config: config, extras: config.extraColumns(), pools: newPools(), variant: market.SameGivenName, precise: err == nil && rule.precision > 0}
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
	if set != 0 { // whom a reference means is not for its legal form to deny
		(*last)[len(*last)-1][slotFlags] &= 1<<formShift - 1
	}
	x.ids = append(x.ids, r.ID)
	x.origins = append(x.origins, r.Origin)
	x.sets = append(x.sets, set)
	x.references = x.references || set != 0
}

// Len is how many rows have been added, references included.
func (x *Index) Len() int { return len(x.ids) }

func (x *Index) row(i uint32) *row {
	if x.ordered != nil {
		return &x.ordered[x.at[i]]
	}
	return &x.chunks[i>>chunkBits][i&(chunkSize-1)]
}

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

// near is a hash of what rows that are compared with each other mostly have in
// common: the company, or else the family name and the place.
func (x *Index) near(r *row) uint64 {
	for _, s := range [...]slot{slotDomain, slotWeb, slotCompany} {
		if r[s] != 0 {
			return x.poolHash(s, r)
		}
	}
	return mix(x.poolHash(slotLast, r), x.poolHash(slotPostal, r))
}

// distinct is the rows without their exact repetitions, ordered by content:
// what follows works on it, so that the order of the lists changes nothing and
// ten thousand equal rows cost as much as one. Rows that are likely compared
// stand near each other, for the sake of the processor's caches.
type distinct struct {
	rows    []uint32 // index of the row that stands for each distinct content
	members [][2]uint32
	byOrder []uint32 // rows by content; members are ranges of it
}

// collapse finds the distinct rows and puts the rows of the index into their
// order. Rows that somebody decided about stay apart: apart holds their
// indexes.
func (x *Index) collapse(ctx context.Context, jobs int, apart map[uint32]bool) (*distinct, error) {
	hashes, entries := make([]uint64, x.Len()), make([]uint64, x.Len())
	err := inChunks(ctx, jobs, x.Len(), func(from, to int) {
		for i := from; i < to; i++ {
			h := x.content(uint32(i))
			if apart[uint32(i)] {
				h = mix(h, mix(uint64(x.origins[i].List)+1, uint64(x.origins[i].Row)))
			}
			hashes[i] = h
			entries[i] = x.near(x.row(uint32(i)))>>32<<32 | uint64(i)
		}
	})
	if err != nil {
		return nil, err
	}
	d := &distinct{byOrder: make([]uint32, 0, x.Len())}
	runs(byHighHalf(entries), func(run []uint64) {
		slices.SortFunc(run, func(a, b uint64) int {
			return cmp.Or(cmp.Compare(hashes[uint32(a)], hashes[uint32(b)]), cmp.Compare(uint32(a), uint32(b)))
		})
		for i, e := range run {
			at := uint32(len(d.byOrder))
			d.byOrder = append(d.byOrder, uint32(e))
			if i == 0 || hashes[uint32(e)] != hashes[uint32(run[i-1])] {
				d.rows = append(d.rows, uint32(e))
				d.members = append(d.members, [2]uint32{at, at})
			}
			d.members[len(d.members)-1][1] = at + 1
		}
	})
	x.arrange(d)
	return d, nil
}

// arrange moves the rows from the order of the lists to that of d.
func (x *Index) arrange(d *distinct) {
	ordered, at := make([]row, len(d.rows)), make([]uint32, x.Len())
	for i, r := range d.rows {
		ordered[i] = *x.row(r)
		for _, same := range d.of(uint32(i)) {
			at[same] = uint32(i)
		}
	}
	x.ordered, x.at, x.chunks = ordered, at, nil
}

// of lists the rows that a distinct row stands for.
func (d *distinct) of(i uint32) []uint32 { return d.byOrder[d.members[i][0]:d.members[i][1]] }

// chunkRows is how many rows are worth handing to another goroutine.
const chunkRows = 4096

// inChunks calls f side by side for stretches of n things.
func inChunks(ctx context.Context, jobs, n int, f func(from, to int)) error {
	starts := func(yield func(int, error) bool) {
		for from := 0; from < n; from += chunkRows {
			if !yield(from, nil) {
				return
			}
		}
	}
	work := func() func(int) (struct{}, error) {
		return func(from int) (struct{}, error) {
			f(from, min(from+chunkRows, n))
			return struct{}{}, nil
		}
	}
	for _, err := range parallel.Map(ctx, jobs, starts, work) {
		if err != nil {
			return err
		}
	}
	return nil
}
