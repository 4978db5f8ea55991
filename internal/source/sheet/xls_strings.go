package sheet

import (
	"encoding/binary"
	"unicode/utf16"
)

// sst reads the shared strings, which run on over CONTINUE records: the
// characters of one string may change their width at such a border.
type sst struct {
	x     *xls
	data  []byte // rest of the record in hand
	next  int    // where the record behind it starts
	units []uint16
}

// readSST fills the string table and returns where the record behind it
// starts.
func (x *xls) readSST(r record) int {
	s := &sst{x: x, next: r.next}
	if len(r.data) < 8 {
		return r.next
	}
	total := r.u32(4)
	s.data = r.data[8:]
	for range total {
		if !s.string() || x.strings.size > x.lim.Inflated {
			break
		}
	}
	for {
		r, ok := x.record(s.next)
		if !ok || r.id != biffContinue {
			return s.next
		}
		s.next = r.next
	}
}

// more moves into the next CONTINUE record.
func (s *sst) more() bool {
	r, ok := s.x.record(s.next)
	if !ok || r.id != biffContinue {
		return false
	}
	s.data, s.next = r.data, r.next
	return true
}

// take cuts n bytes off, which never cross a border.
func (s *sst) take(n int) []byte {
	for len(s.data) == 0 {
		if !s.more() {
			return nil
		}
	}
	if len(s.data) < n {
		return nil
	}
	part := s.data[:n]
	s.data = s.data[n:]
	return part
}

// string reads one string into the table.
func (s *sst) string() bool {
	head := s.take(3)
	if head == nil {
		return false
	}
	n, flags := int(binary.LittleEndian.Uint16(head)), head[2]
	skip := 0
	if flags&8 != 0 {
		runs := s.take(2)
		if runs == nil {
			return false
		}
		skip += 4 * int(binary.LittleEndian.Uint16(runs))
	}
	if flags&4 != 0 {
		size := s.take(4)
		if size == nil {
			return false
		}
		skip += int(binary.LittleEndian.Uint32(size) & 0xFFFFFF)
	}
	s.units = s.units[:0]
	wide := flags&1 != 0
	for n > 0 {
		if len(s.data) == 0 {
			if !s.more() || len(s.data) == 0 {
				break
			}
			wide = s.data[0]&1 != 0
			s.data = s.data[1:]
			continue
		}
		if !wide {
			s.units = append(s.units, uint16(s.data[0]))
			s.data = s.data[1:]
		} else {
			if len(s.data) < 2 {
				s.data = nil
				continue
			}
			s.units = append(s.units, binary.LittleEndian.Uint16(s.data))
			s.data = s.data[2:]
		}
		n--
	}
	if !s.x.strings.add([]byte(string(utf16.Decode(s.units)))) {
		return false
	}
	for skip > 0 {
		if len(s.data) == 0 && !s.more() {
			return false
		}
		k := min(skip, len(s.data))
		if k == 0 {
			continue
		}
		s.data, skip = s.data[k:], skip-k
	}
	return n == 0
}
