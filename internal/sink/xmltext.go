package sink

import (
	"strings"
	"unicode/utf8"
)

// hasEdgeBlank tells whether a reader would trim the text.
func hasEdgeBlank(s string) bool {
	return s != "" && (s[0] <= ' ' || s[len(s)-1] <= ' ' || strings.IndexByte(s, '\n') >= 0)
}

// The kinds of bytes that appendXML looks for.
const (
	xmlSpecial = 1 << iota // not to be copied without a look
	xmlHigh                // part of a character beyond ASCII
)

var xmlBytes = func() (kinds [256]byte) {
	for c := range kinds {
		if !isPlain(byte(c)) {
			kinds[c] |= xmlSpecial
		}
		if c >= utf8.RuneSelf {
			kinds[c] |= xmlHigh
		}
	}
	return kinds
}()

// isPlain tells whether appendXML may copy a byte as it is. An underscore may
// begin an escape of its own, 0xEF begins U+FFFE and U+FFFF, which XML has not.
func isPlain(c byte) bool {
	if c > '>' {
		return c != '_' && c != 0x7F && c != 0xEF
	}
	return c >= ' ' && c != '&' && c != '<' && c != '>' || c == '\t' || c == '\n'
}

// appendXML appends text as XML character data. Characters that XML cannot
// carry are written as _xHHHH_, text that looks like such an escape gets its
// underscore escaped, as ECMA-376 part 1, 22.9.2.19 (ST_Xstring) has it.
func appendXML(b []byte, s string) []byte {
	kinds := byte(0)
	for i := 0; i < len(s); i++ {
		kinds |= xmlBytes[s[i]]
	}
	if kinds&xmlHigh != 0 && !utf8.ValidString(s) {
		s, kinds = strings.ToValidUTF8(s, "\uFFFD"), xmlSpecial
	}
	if kinds&xmlSpecial == 0 { // the usual cell
		return append(b, s...)
	}
	done := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if xmlBytes[c]&xmlSpecial == 0 {
			continue
		}
		var with string
		switch {
		case c == '&':
			with = "&amp;"
		case c == '<':
			with = "&lt;"
		case c == '>':
			with = "&gt;"
		case c == '_':
			if !startsEscape(s[i:]) {
				continue
			}
			with = "_x005F_"
		case c == 0xEF:
			if strings.HasPrefix(s[i:], "\uFFFE") || strings.HasPrefix(s[i:], "\uFFFF") {
				b = append(append(b, s[done:i]...), "\uFFFD"...)
				i += 2
				done = i + 1
			}
			continue
		default: // control characters
			b = append(append(b, s[done:i]...), '_', 'x', '0', '0', hexDigits[c>>4], hexDigits[c&15], '_')
			done = i + 1
			continue
		}
		b = append(append(b, s[done:i]...), with...)
		done = i + 1
	}
	return append(b, s[done:]...)
}

const hexDigits = "0123456789ABCDEF"

// startsEscape tells whether s will begin with _xHHHH_ as written: the second
// underscore may be that of an escaped control character.
func startsEscape(s string) bool {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' && !isControl(s[6]) {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F') {
			return false
		}
	}
	return true
}

// isControl tells whether a byte is written as an escape.
func isControl(c byte) bool { return c < ' ' && c != '\t' && c != '\n' || c == 0x7F }

// cutUTF16 cuts text to at most n UTF-16 units, what Excel counts in.
func cutUTF16(s string, n int) string {
	for i, r := range s {
		units := 1
		if r > 0xFFFF {
			units = 2
		}
		if n < units {
			return s[:i]
		}
		n -= units
	}
	return s
}
