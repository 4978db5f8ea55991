package sift

import (
	"context"
	"encoding/binary"
	"iter"

	"goldpan/internal/spool"
)

// rankPart is how many deliveries are held in memory to be put in order.
const rankPart = 20_000

// ranked is a delivery at its place.
type ranked struct {
	rank    int // from 1
	finding *finding
	*delivery
}

// inOrder yields the deliveries, best first. They are dealt onto parts of
// consecutive ranks on disk and each part is put in order in memory.
func (c *contacts) inOrder(ctx context.Context, temp string) iter.Seq2[*ranked, error] {
	return func(yield func(*ranked, error) bool) {
		rank, count := c.order()
		parts, err := spool.NewBuckets(temp, (count+rankPart-1)/rankPart)
		if err != nil {
			yield(nil, err)
			return
		}
		defer parts.Close()
		if err := c.deal(ctx, rank, parts); err != nil {
			yield(nil, err)
			return
		}
		place := make([]int, count) // where in found each rank stands
		for i, n := range rank {
			if n >= 0 {
				place[n] = i
			}
		}
		for p := range parts.Len() {
			first := p * rankPart
			entries := make([][]byte, min(rankPart, count-first))
			for packed, err := range parts.Bucket(p).All(ctx) {
				if err != nil {
					yield(nil, err)
					return
				}
				n := int(binary.LittleEndian.Uint32(packed))
				entries[n-first] = append([]byte(nil), packed[4:]...)
			}
			for i, packed := range entries {
				d := new(delivery)
				if err := d.unpack(packed); err != nil {
					yield(nil, err)
					return
				}
				if !yield(&ranked{first + i + 1, &c.found[place[first+i]], d}, nil) {
					return
				}
			}
		}
	}
}

// deal writes each delivery, with its rank before it, to the part it belongs to.
func (c *contacts) deal(ctx context.Context, rank []int, parts *spool.Buckets) error {
	at := 0
	var entry []byte
	for packed, err := range c.gold.All(ctx) {
		if err != nil {
			return err
		}
		if n := rank[at]; n >= 0 {
			entry = binary.LittleEndian.AppendUint32(entry[:0], uint32(n))
			entry = append(entry, packed...)
			if err := parts.Append(n/rankPart, entry); err != nil {
				return err
			}
		}
		at++
	}
	return nil
}
