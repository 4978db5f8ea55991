package clean

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// composed tidies a cell and composes its letters (Unicode NFC).
func composed(s string) string {
	if isComposed(s) {
		return s
	}
	s = tidy(s)
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return s
}

// isComposed is the fast test that nothing is to be done: ASCII and Latin
// letters of U+00C0 to U+023F, single blanks inside. There are no marks,
// blanks or invisible signs among those.
func isComposed(s string) bool {
	if isPlain(s) {
		return true
	}
	blank := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < 0x7F:
			blank = false
		case c == ' ':
			if blank {
				return false
			}
			blank = true
		case c >= 0xC3 && c <= 0xC8 && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
			i++
			blank = false
		default:
			return false
		}
	}
	return !blank
}

// isPlain tells whether a text is printable ASCII with single blanks inside.
// Every cell of every row comes through here, so it looks at eight bytes at a
// time (S. E. Anderson, Bit Twiddling Hacks: determine if a word has a byte
// less than n), the last eight perhaps a second time.
func isPlain(s string) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	last := len(s) - 8
	if last < 0 {
		return isPlainShort(s)
	}
	before := uint64(0x80) // a blank before the text would be one too many
	for i := 0; ; i += 8 {
		if i > last {
			i, before = last, 0
		}
		x := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		notBlank := x ^ ' '*ones
		blanks := ^((notBlank&^highs + (ones * 0x7F)) | notBlank | ones*0x7F)
		if (x|(x+ones)|((x-' '*ones)&^x))&highs != 0 || blanks&(blanks<<8|before) != 0 {
			return false
		}
		if i == last {
			return blanks>>63 == 0
		}
		before = blanks >> 56
	}
}

// isPlainShort is isPlain byte by byte, for texts of fewer than eight.
func isPlainShort(s string) bool {
	var other byte // its upper bit is set by anything else, and by two blanks in a row
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		other |= (c - ' ') | ('~' - c) | ((c | before) - '!')
		before = c
	}
	return other < 0x80 && before != ' '
}

// unwrapCell takes off what a spreadsheet puts around text: ="...", a leading
// apostrophe, paired quotes.
func unwrapCell(s string) string {
	if len(s) >= 3 && s[0] == '=' && s[1] == '"' && s[len(s)-1] == '"' {
		s = s[2 : len(s)-1]
	}
	for len(s) >= 2 && (s[0] == '"' && s[len(s)-1] == '"' || s[0] == '\'' && s[len(s)-1] == '\'') {
		s = s[1 : len(s)-1]
	}
	if len(s) > 1 && s[0] == '\'' {
		s = s[1:]
	}
	return strings.TrimSpace(s)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// onlyDigits keeps the digits of a text. A text of digits comes back as it is.
func onlyDigits(s string) string {
	if allDigits(s) {
		return s
	}
	var room [32]byte
	out := room[:0]
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			out = append(out, s[i])
		}
	}
	return string(out)
}

// allDigits tells whether a text is digits only, at least one.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// countDigits counts the ASCII digits of a text.
func countDigits(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

// atoi is the value of a text of digits.
func atoi(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
