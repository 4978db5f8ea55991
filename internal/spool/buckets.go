package spool

// Buckets are spools that entries are dealt onto by number, so that entries
// which belong together but were written far apart can be loaded together.
type Buckets struct {
	spools []*Spool
}

// NewBuckets makes n empty spools in dir.
func NewBuckets(dir string, n int) (*Buckets, error) {
	b := &Buckets{}
	for range n {
		s, err := New(dir)
		if err != nil {
			b.Close()
			return nil, err
		}
		b.spools = append(b.spools, s)
	}
	return b, nil
}

// Len is the number of buckets.
func (b *Buckets) Len() int { return len(b.spools) }

// Append adds an entry to bucket i.
func (b *Buckets) Append(i int, entry []byte) error { return b.spools[i].Append(entry) }

// Bucket is the spool of bucket i.
func (b *Buckets) Bucket(i int) *Spool { return b.spools[i] }

// Close frees all disk space.
func (b *Buckets) Close() error {
	var first error
	for _, s := range b.spools {
		if err := s.Close(); err != nil && first == nil {
			first = err
		}
	}
	b.spools = nil
	return first
}
