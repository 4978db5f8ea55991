package spool

import (
	"encoding/binary"
	"fmt"

	"goldpan/internal/contact"
)

// Encode appends the record to buf: id, origin, the cells as read and the
// fields that hold anything. Extras and notes are not kept: extras are cells,
// and a note belongs to the cleaning that made it.
func Encode(buf []byte, r *contact.Record) []byte {
	buf = binary.AppendUvarint(buf, uint64(r.ID))
	buf = binary.AppendUvarint(buf, uint64(r.Origin.List))
	buf = binary.AppendUvarint(buf, uint64(r.Origin.Row))
	buf = binary.AppendUvarint(buf, uint64(len(r.Raw)))
	for _, cell := range r.Raw {
		buf = appendText(buf, cell)
	}
	set := len(buf)
	buf = append(buf, 0) // how many are set: a number below 128 takes one byte
	for f := range r.Values {
		if v := r.Values[f]; v != "" {
			buf[set]++
			buf = append(buf, byte(f))
			buf = appendText(buf, v)
		}
	}
	return buf
}

// A count of fields above 127 would take a second byte.
const _ = uint(127 - contact.NumFields)

func appendText(buf []byte, s string) []byte {
	if len(s) < 0x80 { // the usual length takes one byte
		return append(append(buf, byte(len(s))), s...)
	}
	buf = binary.AppendUvarint(buf, uint64(len(s)))
	return append(buf, s...)
}

// Decode fills r from what Encode wrote. All strings of the record share one
// backing string; r.Raw's memory is reused, Extras and Notes are emptied.
func Decode(data []byte, r *contact.Record) error {
	r.Reset()
	d := decoder{text: string(data)}
	r.ID = uint32(d.number())
	r.Origin.List = int32(d.number())
	r.Origin.Row = int32(d.number())
	for range d.number() {
		r.Raw = append(r.Raw, d.string())
	}
	for range d.number() {
		f := d.byte()
		v := d.string()
		if f < int(contact.NumFields) {
			r.Values[f] = v
		}
	}
	if d.broken {
		return fmt.Errorf("spool: record of %d bytes does not decode", len(data))
	}
	return nil
}

// ID reads only the id of an encoded record.
func ID(data []byte) uint32 {
	n, _ := binary.Uvarint(data)
	return uint32(n)
}

type decoder struct {
	text   string
	broken bool
}

func (d *decoder) number() int {
	var n uint64
	for i := 0; i < len(d.text) && i < binary.MaxVarintLen64; i++ {
		b := d.text[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			d.text = d.text[i+1:]
			if n > 1<<40 {
				break
			}
			return int(n)
		}
	}
	d.text, d.broken = "", true
	return 0
}

func (d *decoder) byte() int {
	if d.text == "" {
		d.broken = true
		return int(contact.NumFields)
	}
	b := d.text[0]
	d.text = d.text[1:]
	return int(b)
}

func (d *decoder) string() string {
	if t := d.text; t != "" && int(t[0]) < min(len(t), 0x80) { // the usual length takes one byte
		n := int(t[0]) + 1
		d.text = t[n:]
		return t[1:n]
	}
	n := d.number()
	if n > len(d.text) {
		d.text, d.broken = "", true
		return ""
	}
	s := d.text[:n]
	d.text = d.text[n:]
	return s
}
