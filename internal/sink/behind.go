package sink

import "io"

// behindBlock is how much is handed over at once.
const behindBlock = 256 << 10

// behind writes to another writer in a goroutine of its own. Writing outputs is
// one goroutine's work in a run; compressing and hashing them beside it costs as
// much again (a million rejected rows: 3 s in line, 1.5 s behind), and the other
// core is idle then.
type behind struct {
	block  []byte
	blocks chan []byte
	free   chan []byte
	done   chan error
}

func newBehind(w io.Writer) *behind {
	b := &behind{blocks: make(chan []byte, 2), free: make(chan []byte, 4), done: make(chan error, 1)}
	for range cap(b.free) {
		b.free <- nil // made when first used: most outputs are small
	}
	go b.run(w)
	return b
}

// run writes block after block; after an error it only takes them.
func (b *behind) run(w io.Writer) {
	var err error
	for block := range b.blocks {
		if err == nil {
			_, err = w.Write(block)
		}
		b.free <- block[:0]
	}
	b.done <- err
}

// Write takes p over. What goes wrong with it is said by close.
func (b *behind) Write(p []byte) (int, error) {
	all := len(p)
	for len(p) > 0 {
		if b.block == nil {
			if b.block = <-b.free; b.block == nil {
				b.block = make([]byte, 0, behindBlock)
			}
		}
		n := min(len(p), cap(b.block)-len(b.block))
		b.block = append(b.block, p[:n]...)
		p = p[n:]
		if len(b.block) == cap(b.block) {
			b.blocks <- b.block
			b.block = nil
		}
	}
	return all, nil
}

// close waits until everything is written and returns the first error.
func (b *behind) close() error {
	if len(b.block) > 0 {
		b.blocks <- b.block
		b.block = nil
	}
	close(b.blocks)
	return <-b.done
}
