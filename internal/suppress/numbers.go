package suppress

import (
	"bufio"
	"bytes"
	"io"
)

// maxLine is the longest line that is read as a value; longer ones are no list.
const maxLine = 64 << 10

// Load adds the lines of a list without columns: one value a line, or a number
// file as the US Do Not Call Registry and the British Telephone Preference
// Service deliver them. Numbers in those shapes, and numbers in E.164, are read
// without the phone function. The error is the reader's.
func (l *Loader) Load(r io.Reader) error {
	in := bufio.NewReaderSize(utf8Reader(bufio.NewReaderSize(r, 64<<10)), 64<<10)
	head, _ := in.Peek(16 << 10)
	tps := isTPS(head) && (l.list.Country == "" || l.list.Country == "GB")
	if tps {
		l.register(Span{Days: 28}) // Telephone Preference Service: screen every 28 days
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 64<<10), maxLine)
	var digits [24]byte
	for n := 1; lines.Scan(); n++ {
		line := trimEnd(lines.Bytes())
		number, removed := dncNumber(digits[:0], line)
		if removed {
			continue
		}
		if number != nil {
			l.register(Span{Days: 31}) // US telemarketing sales rule, 16 CFR 310.4(b)(3)(iv)
		} else if tps {
			number = tpsNumber(digits[:0], line)
		}
		if number == nil && isPlainE164(line) {
			number = line
		}
		if number == nil {
			l.Line(string(line), n)
			continue
		}
		l.put(byPhone, l.plain, string(number))
		l.Loaded.Entries++
	}
	return lines.Err()
}

// register notes that the list is a public register, which may be used for so
// long, unless the list says otherwise.
func (l *Loader) register(maxAge Span) {
	if l.list.MaxAge.IsZero() {
		l.list.MaxAge = maxAge
		l.set.lists[l.index].MaxAge = maxAge
	}
}

// isTPS tells whether the head of a file has the shape of the Telephone
// Preference Service: every line twelve characters wide and a number that
// begins with one zero, some of them split or padded with blanks.
func isTPS(head []byte) bool {
	lines := bytes.Split(head, []byte("\n"))
	padded := false
	for _, line := range lines[:len(lines)-1] { // the last may be cut
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) != 12 || tpsNumber(nil, trimEnd(line)) == nil {
			return false
		}
		padded = padded || bytes.IndexByte(line, ' ') >= 0
	}
	return padded
}

// dncNumber reads AAA,NNNNNNN; nil when the line is none. In a list of changes
// further fields follow, one of them A for added or D for deleted.
func dncNumber(b, line []byte) (number []byte, removed bool) {
	if len(line) < 11 || line[3] != ',' || !digitBytes(line[:3]) || !digitBytes(line[4:11]) || len(line) > 11 && line[11] != ',' {
		return nil, false
	}
	for field := range bytes.SplitSeq(line[11:], []byte(",")) {
		if len(field) == 1 && field[0]|0x20 == 'd' {
			return nil, true
		}
	}
	return append(append(append(b, "+1"...), line[:3]...), line[4:11]...), false
}

// tpsNumber reads a British number of the twelve-character shape: dial code of
// five left-justified and remainder of seven right-justified ("0207 3787244",
// "01635 506160"), or contiguous; nil when the line is none.
func tpsNumber(b, line []byte) []byte {
	if len(line) < 10 || len(line) > 12 || line[0] != '0' || line[1] == '0' {
		return nil
	}
	b = append(b, "+44"...)
	for i, c := range line[1:] {
		switch {
		case isDigit(c):
			b = append(b, c)
		case c != ' ' || i < 2 || i > 5: // the dial code has three digits at least
			return nil
		}
	}
	if len(b) < 12 || len(b) > 13 {
		return nil
	}
	return b
}

// isPlainE164 knows +48221234567.
func isPlainE164(b []byte) bool {
	return len(b) >= 9 && len(b) <= 16 && b[0] == '+' && b[1] != '0' && digitBytes(b[1:])
}

func digitBytes(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

func trimEnd(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] <= ' ' {
		b = b[:len(b)-1]
	}
	return b
}
