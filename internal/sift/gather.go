package sift

import (
	"context"
	"iter"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/spool"
)

// memberBuckets is how many parts the rows of clusters are dealt onto, so
// that one part is loaded at a time: a million rows make parts of a few
// megabytes.
const memberBuckets = 64

// groupBatch is a run of contacts, each the packed rows that are it.
type groupBatch struct {
	data   []byte
	ends   []int // where each packed row ends in data
	groups []int // where each group ends in ends
}

func (g *groupBatch) row(packed []byte) {
	g.data = append(g.data, packed...)
	g.ends = append(g.ends, len(g.data))
}

func (g *groupBatch) endGroup() { g.groups = append(g.groups, len(g.ends)) }

func (g *groupBatch) full() bool { return len(g.groups) >= batchRows }

// packed yields the packed rows of group i.
func (g *groupBatch) packed(i int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		from := 0
		if i > 0 {
			from = g.groups[i-1]
		}
		for r := from; r < g.groups[i]; r++ {
			start := 0
			if r > 0 {
				start = g.ends[r-1]
			}
			if !yield(g.data[start:g.ends[r]]) {
				return
			}
		}
	}
}

// together are the groups whose rows must be judged side by side: contacts, or
// whole households where the profile looks at one.
func (run *run) together(who *dedupe.Result) []uint32 {
	if run.plan.UsesHousehold() {
		return who.Household
	}
	return who.Contact
}

// gather yields every contact with all its rows. A row that is alone goes
// straight through; the rows of clusters, which stand anywhere in the lists,
// are first dealt onto buckets on disk.
func (run *run) gather(ctx context.Context, all *rows, who *dedupe.Result) iter.Seq2[*groupBatch, error] {
	return func(yield func(*groupBatch, error) bool) {
		roots := run.together(who)
		size := groupSizes(roots)
		buckets, err := spool.NewBuckets(run.temp, memberBuckets)
		if err != nil {
			yield(nil, err)
			return
		}
		defer buckets.Close()
		g := &groupBatch{}
		bad := all.bad
		for packed, err := range all.spool.All(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			id := spool.ID(packed)
			if len(bad) > 0 && bad[0].id == id {
				bad = bad[1:]
				continue
			}
			if all.ledger.Fate(id) != contact.NoFate {
				continue
			}
			root := roots[id]
			if size[root] > 1 {
				if err := buckets.Append(int(root)%memberBuckets, packed); err != nil {
					yield(nil, err)
					return
				}
				continue
			}
			g.row(packed)
			g.endGroup()
			if g.full() {
				if !yield(g, nil) {
					return
				}
				g = &groupBatch{}
			}
		}
		if len(g.groups) > 0 && !yield(g, nil) {
			return
		}
		for i := range buckets.Len() {
			if !gatherBucket(ctx, buckets.Bucket(i), roots, yield) {
				return
			}
		}
	}
}

// gatherBucket yields the contacts whose rows stand in one bucket.
func gatherBucket(ctx context.Context, s *spool.Spool, groups []uint32, yield func(*groupBatch, error) bool) bool {
	members := map[uint32][][]byte{}
	var roots []uint32
	for packed, err := range s.All(ctx) {
		if err != nil {
			yield(nil, err)
			return false
		}
		root := groups[spool.ID(packed)]
		if members[root] == nil {
			roots = append(roots, root)
		}
		members[root] = append(members[root], append([]byte(nil), packed...))
	}
	g := &groupBatch{}
	for _, root := range roots {
		for _, packed := range members[root] {
			g.row(packed)
		}
		g.endGroup()
		if g.full() {
			if !yield(g, nil) {
				return false
			}
			g = &groupBatch{}
		}
	}
	return len(g.groups) == 0 || yield(g, nil)
}

// groupSizes counts the rows of each group by its root.
func groupSizes(roots []uint32) []uint32 {
	size := make([]uint32, len(roots))
	for _, root := range roots {
		size[root]++
	}
	return size
}
