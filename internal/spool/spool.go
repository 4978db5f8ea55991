// Package spool keeps a run's records on disk between its passes, so that
// memory holds only what matching needs.
package spool

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/klauspost/compress/s2"
)

// blockSize is how many bytes of entries are compressed together. Large
// enough to compress well, small enough that many spools stay cheap.
const blockSize = 64 << 10

// Spool is a sequence of byte strings on disk, written once and then read in
// order, as often as wanted. It is not safe for concurrent use while writing.
type Spool struct {
	file   *os.File
	block  []byte // entries not yet compressed
	packed []byte
	blocks []block
	size   int64
	count  int
}

// block is where a compressed run of entries stands in the file.
type block struct {
	at     int64
	packed int32
	plain  int32
}

// New makes an empty spool in dir. Its file has no name from the first moment
// where the system allows that, so nothing is left behind however the process
// ends; elsewhere Close removes it.
func New(dir string) (*Spool, error) {
	f, err := os.CreateTemp(dir, "spool-*")
	if err != nil {
		return nil, fmt.Errorf("spool: %w", err)
	}
	// Fails on systems that do not unlink open files; Close tries again.
	_ = os.Remove(f.Name())
	return &Spool{file: f}, nil
}

// Append adds one entry; the spool keeps no reference to it.
func (s *Spool) Append(entry []byte) error {
	s.block = binary.AppendUvarint(s.block, uint64(len(entry)))
	s.block = append(s.block, entry...)
	s.count++
	if len(s.block) >= blockSize {
		return s.flush()
	}
	return nil
}

// Len is the number of entries.
func (s *Spool) Len() int { return s.count }

func (s *Spool) flush() error {
	if len(s.block) == 0 {
		return nil
	}
	if need := s2.MaxEncodedLen(len(s.block)); cap(s.packed) < need {
		s.packed = make([]byte, need)
	}
	packed := s2.Encode(s.packed[:cap(s.packed)], s.block)
	if _, err := s.file.WriteAt(packed, s.size); err != nil {
		return fmt.Errorf("spool: %w", err)
	}
	s.blocks = append(s.blocks, block{s.size, int32(len(packed)), int32(len(s.block))})
	s.size += int64(len(packed))
	s.block = s.block[:0]
	return nil
}

// All yields the entries in the order of writing. An entry is valid until the
// next one. Nothing may be appended after the first reading has begun.
func (s *Spool) All(ctx context.Context) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		if err := s.flush(); err != nil {
			yield(nil, err)
			return
		}
		s.block, s.packed = nil, nil
		var packed, plain []byte
		for _, b := range s.blocks {
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			var err error
			if packed, plain, err = s.load(b, packed, plain); err != nil {
				yield(nil, err)
				return
			}
			for rest := plain; len(rest) > 0; {
				n, width := binary.Uvarint(rest)
				entry := rest[width : width+int(n)]
				rest = rest[width+int(n):]
				if !yield(entry, nil) {
					return
				}
			}
		}
	}
}

func (s *Spool) load(b block, packed, plain []byte) ([]byte, []byte, error) {
	if cap(packed) < int(b.packed) {
		packed = make([]byte, b.packed)
	}
	packed = packed[:b.packed]
	if _, err := s.file.ReadAt(packed, b.at); err != nil && err != io.EOF {
		return nil, nil, fmt.Errorf("spool: %w", err)
	}
	if cap(plain) < int(b.plain) {
		plain = make([]byte, b.plain)
	}
	plain, err := s2.Decode(plain[:b.plain], packed)
	if err != nil {
		return nil, nil, fmt.Errorf("spool: %w", err)
	}
	return packed, plain, nil
}

// Close frees the disk space.
func (s *Spool) Close() error {
	name := s.file.Name()
	err := s.file.Close()
	_ = os.Remove(name)
	return err
}
