package sift

import (
	"encoding/binary"
	"fmt"
	"strconv"

	"goldpan/internal/contact"
	"goldpan/internal/spool"
)

// delivery is a contact that may be handed out: its golden record and what
// judging said of it. It waits on disk until the order is known.
type delivery struct {
	golden contact.Record // id and origin are those of the row that carries it
	fate   contact.Fate

	tier, why, ask               string
	score, reach, members        int
	scored                       bool
	target, means, authority     contact.Answer
	mayCall, mayEmail            string
	callRule, emailRule          string
	noticeDue, temperature       string
	vendor, purchased, statement string
	route                        string   // "" for the call list, else the name of another sheet
	missing                      []string // fields that would settle what is unknown
	kept                         []string // values of the columns that the profile keeps
}

// pack appends the delivery to buf.
func (d *delivery) pack(buf []byte) []byte {
	at := len(buf)
	buf = append(buf, 0, 0, 0, 0)
	buf = spool.Encode(buf, &d.golden)
	binary.LittleEndian.PutUint32(buf[at:], uint32(len(buf)-at-4))
	for _, s := range d.texts() {
		buf = packText(buf, *s)
	}
	for _, n := range d.numbers() {
		buf = packText(buf, strconv.Itoa(n))
	}
	for _, list := range [2][]string{d.missing, d.kept} {
		buf = binary.AppendUvarint(buf, uint64(len(list)))
		for _, s := range list {
			buf = packText(buf, s)
		}
	}
	return buf
}

func (d *delivery) texts() [13]*string {
	return [...]*string{&d.tier, &d.why, &d.ask, &d.mayCall, &d.mayEmail, &d.callRule, &d.emailRule, &d.noticeDue,
		&d.temperature, &d.vendor, &d.purchased, &d.statement, &d.route}
}

func (d *delivery) numbers() [8]int {
	scored := 0
	if d.scored {
		scored = 1
	}
	return [...]int{d.score, d.reach, d.members, scored, int(d.fate), int(d.target), int(d.means), int(d.authority)}
}

func packText(buf []byte, s string) []byte {
	buf = binary.AppendUvarint(buf, uint64(len(s)))
	return append(buf, s...)
}

// unpack reads what pack wrote.
func (d *delivery) unpack(data []byte) error {
	broken := fmt.Errorf("a delivery of %d bytes does not decode", len(data))
	if len(data) < 4 {
		return broken
	}
	n := binary.LittleEndian.Uint32(data)
	if uint64(n)+4 > uint64(len(data)) {
		return broken
	}
	if err := spool.Decode(data[4:4+n], &d.golden); err != nil {
		return err
	}
	rest := string(data[4+n:])
	next := func() string {
		length, width := uvarint(rest)
		if width <= 0 || length > uint64(len(rest)-width) {
			rest = ""
			return ""
		}
		s := rest[width : width+int(length)]
		rest = rest[width+int(length):]
		return s
	}
	for _, s := range d.texts() {
		*s = next()
	}
	var numbers [8]int
	for i := range numbers {
		var err error
		if numbers[i], err = strconv.Atoi(next()); err != nil {
			return broken
		}
	}
	d.score, d.reach, d.members, d.scored = numbers[0], numbers[1], numbers[2], numbers[3] == 1
	d.fate = contact.Fate(numbers[4])
	d.target, d.means, d.authority = contact.Answer(numbers[5]), contact.Answer(numbers[6]), contact.Answer(numbers[7])
	for _, list := range [2]*[]string{&d.missing, &d.kept} {
		*list = (*list)[:0]
		count, width := uvarint(rest)
		if width <= 0 {
			return broken
		}
		rest = rest[width:]
		for range count {
			*list = append(*list, next())
		}
	}
	return nil
}

// uvarint is binary.Uvarint on a string.
func uvarint(s string) (uint64, int) {
	var n uint64
	for i := 0; i < len(s) && i < binary.MaxVarintLen64; i++ {
		n |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return n, i + 1
		}
	}
	return 0, 0
}
