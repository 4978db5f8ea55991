package sheet

import (
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf16"
)

// ole reads streams out of a compound file (Microsoft [MS-CFB]), the container
// of the binary Office documents.
type ole struct {
	src     io.ReaderAt
	size    int64
	shift   uint // of the sector size
	fat     []uint32
	mini    []uint32 // FAT of the small streams
	root    oleEntry
	entries []oleEntry
	cutoff  uint64 // streams below are small
}

type oleEntry struct {
	name  string
	kind  byte // 1 folder, 2 stream, 5 root
	start uint32
	size  uint64
}

const (
	oleEnd   = 0xFFFFFFFA // sector numbers from here on are marks, not sectors
	oleLimit = 512 << 20  // bytes of a stream
)

// openOLE reads the directory of a compound file.
func openOLE(src io.ReaderAt, size int64) (*ole, error) {
	head := make([]byte, 512)
	if _, err := src.ReadAt(head, 0); err != nil {
		return nil, ErrTruncated
	}
	le := binary.LittleEndian
	o := &ole{src: src, size: size, shift: uint(le.Uint16(head[30:])), cutoff: uint64(le.Uint32(head[56:]))}
	if o.shift != 9 && o.shift != 12 || le.Uint16(head[32:]) != 6 {
		return nil, fmt.Errorf("%w: odd sector size", ErrTruncated)
	}
	if err := o.readFAT(head); err != nil {
		return nil, err
	}
	dir, err := o.chain(le.Uint32(head[48:]), oleLimit)
	if err != nil {
		return nil, err
	}
	for ; len(dir) >= 128; dir = dir[128:] {
		o.addEntry(dir[:128])
	}
	if start := le.Uint32(head[60:]); start < oleEnd {
		raw, err := o.chain(start, oleLimit)
		if err != nil {
			return nil, err
		}
		o.mini = words(raw)
	}
	return o, nil
}

// readFAT gathers the table that says which sector follows which.
func (o *ole) readFAT(head []byte) error {
	le := binary.LittleEndian
	list := words(head[76:512])
	next := le.Uint32(head[68:])
	sector := 1 << o.shift
	for n := 0; next < oleEnd; n++ {
		raw := make([]byte, sector)
		if n > 1<<16 || o.sector(next, raw) != nil {
			return ErrTruncated
		}
		list = append(list, words(raw[:sector-4])...)
		next = le.Uint32(raw[sector-4:])
	}
	for _, s := range list {
		if s >= oleEnd {
			continue
		}
		raw := make([]byte, sector)
		if err := o.sector(s, raw); err != nil {
			return err
		}
		o.fat = append(o.fat, words(raw)...)
		if int64(len(o.fat)) > o.size>>o.shift+int64(sector) {
			break
		}
	}
	return nil
}

func words(raw []byte) []uint32 {
	all := make([]uint32, len(raw)/4)
	for i := range all {
		all[i] = binary.LittleEndian.Uint32(raw[4*i:])
	}
	return all
}

// sector reads one sector; the last of a file may be short.
func (o *ole) sector(n uint32, buf []byte) error {
	got, err := o.src.ReadAt(buf, (int64(n)+1)<<o.shift)
	if err != nil && (err != io.EOF || got == 0) {
		return ErrTruncated
	}
	return nil
}

// chain reads the sectors of a stream one after the other.
func (o *ole) chain(start uint32, size uint64) ([]byte, error) {
	var out []byte
	sector := 1 << o.shift
	for s := start; s < oleEnd && uint64(len(out)) < size; s = o.fat[s] {
		if int64(s) >= int64(len(o.fat)) || int64(len(out)) > o.size {
			return nil, ErrTruncated
		}
		at := len(out)
		out = append(out, make([]byte, sector)...)
		if err := o.sector(s, out[at:]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// addEntry reads one entry of the directory.
func (o *ole) addEntry(raw []byte) {
	le := binary.LittleEndian
	n := int(le.Uint16(raw[64:]))
	if n < 2 || n > 64 {
		return
	}
	units := make([]uint16, n/2-1)
	for i := range units {
		units[i] = le.Uint16(raw[2*i:])
	}
	e := oleEntry{name: string(utf16.Decode(units)), kind: raw[66], start: le.Uint32(raw[116:]), size: uint64(le.Uint32(raw[120:]))}
	if e.kind == 5 {
		o.root = e
	}
	o.entries = append(o.entries, e)
}

// stream reads a stream by its name; nil if there is none such.
func (o *ole) stream(name string) ([]byte, error) {
	for _, e := range o.entries {
		if e.kind != 2 || e.name != name {
			continue
		}
		if e.size > oleLimit {
			return nil, limitError("it holds %d bytes", e.size)
		}
		if e.size < o.cutoff {
			return o.small(e)
		}
		data, err := o.chain(e.start, e.size)
		return data[:min(uint64(len(data)), e.size)], err
	}
	return nil, nil
}

// small reads a stream that is kept in 64-byte pieces of the root's stream.
func (o *ole) small(e oleEntry) ([]byte, error) {
	pool, err := o.chain(o.root.start, o.root.size)
	if err != nil {
		return nil, err
	}
	var out []byte
	for s := e.start; s < oleEnd && uint64(len(out)) < e.size; s = o.mini[s] {
		at := int64(s) * 64
		if int64(s) >= int64(len(o.mini)) || at+64 > int64(len(pool)) {
			return nil, ErrTruncated
		}
		out = append(out, pool[at:at+64]...)
	}
	return out[:min(uint64(len(out)), e.size)], nil
}
