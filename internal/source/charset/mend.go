package charset

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Mend repairs the mojibake of one text by itself, where its letters leave no
// doubt: a merged list holds a few garbled cells among sound ones. Text that
// only looks odd ("NESTLÉ®", "SÃO PAULO", "= √π") stays as it is.
func Mend(text string) string {
	if !utf8.ValidString(text) || !maybeGarbled(text) {
		return text
	}
	mended := text
	for range 10 { // what went wrong once often did so again
		fixed := mendOnce(mended)
		if fixed == mended {
			fixed = strings.Map(windowsControl, mended)
		}
		if fixed == mended {
			return mended
		}
		mended = fixed
	}
	return text // nobody's text is that deep
}

// maybeGarbled looks for the least that mojibake has: two characters beyond
// ASCII side by side, a lead before a blank, or a control character.
func maybeGarbled(text string) bool {
	var prev rune
	for _, r := range text {
		if r >= 0x80 && (prev >= 0x80 || r < 0xA0) || r == ' ' && (prev == 'Ã' || prev == 'Â' || prev == 'Ð') {
			return true
		}
		prev = r
	}
	return false
}

// windowsControl writes the control characters U+0080 to U+009F, which no text
// means, as what Windows has in their place.
func windowsControl(r rune) rune {
	if r >= 0x80 && r < 0xA0 {
		if w := pages[0].rune(byte(r)); w != utf8.RuneError {
			return w
		}
	}
	return r
}

// mendOnce goes one step back by the code page of which there is most
// evidence: as a whole, or else in those places that are certain.
func mendOnce(text string) string {
	best, most := text, 1
	runes := []rune(text)
	for _, back := range mendTables() {
		m := mender{back: back, text: runes}
		if fixed, ok := m.run(false); ok && m.evidence > most {
			best, most = fixed, m.evidence
		}
	}
	if best != text {
		return best
	}
	m := mender{back: mendTables()[0], text: runes}
	fixed, _ := m.run(true)
	return fixed
}

// mendTables are the bytes of the code pages that single texts show to have
// been read as, the usual one first.
var mendTables = sync.OnceValue(func() (tables []map[rune]byte) {
	for _, name := range []string{"windows-1252", "windows-1250", "macintosh", "windows-1251", "cp437", "cp850", "cp852"} {
		tables = append(tables, backwards(name))
	}
	return tables
})

// mender goes through a text and undoes the sequences of UTF-8 in it.
type mender struct {
	back     map[rune]byte
	text     []rune
	out      []rune
	evidence int
}

// run undoes every sequence of the text; ok is false when there is something
// else beyond ASCII, or a sequence that nobody can have meant. In places, it
// undoes those sequences that are certain and leaves the rest.
func (m *mender) run(inPlaces bool) (fixed string, ok bool) {
	for i := 0; i < len(m.text); {
		r := m.text[i]
		if r < utf8.RuneSelf {
			m.out = append(m.out, r)
			i++
			continue
		}
		s, found := m.sequence(i)
		weight := 0
		if found {
			weight = s.weigh()
		}
		if !found || weight < 0 || inPlaces && weight < 2 {
			if !inPlaces {
				return "", false
			}
			m.out = append(m.out, r)
			i++
			continue
		}
		m.evidence += weight
		m.out = append(m.out, s.meant)
		i += s.length
		if s.blank && i < len(m.text) && m.text[i] != ' ' && s.meant != 'Р' {
			m.out = append(m.out, ' ') // two blanks had become one
		}
	}
	return string(m.out), true
}

// sequence is one character of UTF-8 that was read as several.
type sequence struct {
	lead, second, meant rune
	prev, next          rune // around it, 0 at the ends
	length              int  // characters it takes
	lettersOnly         bool // all of them are letters
	blank               bool // its last was a no-break space and became a blank
}

// sequence reads the sequence that begins at a character.
func (m *mender) sequence(i int) (s sequence, found bool) {
	lead, has := m.back[m.text[i]]
	size := utf8Size(lead)
	if !has || size == 0 || i+size > len(m.text) {
		return s, false
	}
	var raw [4]byte
	raw[0] = lead
	s.lettersOnly = unicode.IsLetter(m.text[i])
	for j := 1; j < size; j++ {
		r := m.text[i+j]
		b, has := m.back[r]
		switch {
		case has && b >= 0x80 && b < 0xC0:
		case r == ' ' && size == 2 && (lead <= 0xC3 || lead == 0xD0): // Â à Р
			b, s.blank = 0xA0, true
		case r == utf8.RuneError && j == 2 && raw[1] == 0x80: // 9D, the end of a quotation, is none of Windows' characters
			b = 0x9D
		default:
			return s, false
		}
		raw[j] = b
		s.lettersOnly = s.lettersOnly && unicode.IsLetter(r)
	}
	s.meant, s.length = utf8.DecodeRune(raw[:size])
	if s.meant == utf8.RuneError || s.length != size {
		return s, false
	}
	s.lead, s.second = m.text[i], m.text[i+1]
	if len(m.out) > 0 {
		s.prev = m.out[len(m.out)-1]
	}
	if i+size < len(m.text) {
		s.next = m.text[i+size]
	}
	return s, true
}

// utf8Size is how many bytes a character of UTF-8 has that begins with a byte;
// 0 when none does.
func utf8Size(lead byte) int {
	switch {
	case lead >= 0xC2 && lead < 0xE0:
		return 2
	case lead >= 0xE0 && lead < 0xF0:
		return 3
	case lead >= 0xF0 && lead < 0xF5:
		return 4
	}
	return 0
}

// weigh says how sure it is that a sequence is one: 2 and more for certain, -1
// when nobody can have meant the character it stands for.
func (s *sequence) weigh() int {
	if !meantByMany(s.meant) {
		return -1
	}
	if s.length > 2 {
		if s.lettersOnly && (s.meant < 0x2010 || s.meant > 0x20AC) {
			return 1
		}
		return 3
	}
	lowerBefore := unicode.IsLower(s.prev)
	begins := !unicode.IsLetter(s.prev)
	always := s.lead == 'Ã' || s.lead == 'Â' // no words in themselves
	switch {
	case s.blank:
		if lowerBefore || always && begins {
			return 2
		}
		return 0
	case !unicode.IsLetter(s.lead): // √ ├ ┬: mathematics and drawings
		if unicode.IsLetter(s.prev) || unicode.IsLetter(s.next) || strings.ContainsRune("√├┬┼", s.lead) && unicode.Is(unicode.Latin, s.second) ||
			s.lead == '√' && (s.second == '©' || s.second == '†') || s.lead == '¬' && s.second == '£' {
			return 2
		}
		return 0
	case unicode.Is(unicode.Cyrillic, s.lead) && (unicode.Is(unicode.Latin, s.prev) || unicode.Is(unicode.Latin, s.next)):
		return 2
	case s.lead == 'Ă' && (strings.ContainsRune("ĽľŁłŚśŠšŽžŹźŻżŤťĄą", s.second) || !unicode.IsLetter(s.second) && unicode.IsLetter(s.next)):
		return 2 // no language has both
	case unicode.IsLetter(s.second):
		if lowerBefore && unicode.IsUpper(s.lead) || s.lead == 'Ã' || always && begins || unicode.IsUpper(s.prev) && unicode.IsLower(s.second) && unicode.IsUpper(s.next) {
			return 2
		}
		return 1
	case strings.ContainsRune("’‘´”“»«›‹…—–·\u00a0", s.second): // they also end words
		if lowerBefore || always && (begins || s.second != '’' && unicode.IsLetter(s.next)) || s.second == '“' && unicode.IsLetter(s.next) {
			return 2
		}
		return 0
	case strings.ContainsRune("®™°ºª²³¹¿¡£€", s.second):
		if lowerBefore || unicode.IsLetter(s.next) || always && begins {
			return 2
		}
		return 0
	}
	return 2
}

// meantByMany tells the characters that people write: letters of the living
// scripts, punctuation, signs and pictures; and the controls that are halfway
// back from text that went wrong twice.
func meantByMany(r rune) bool {
	switch {
	case r == 'ſ':
		return false
	case r >= 0x80 && r < 0x180, r >= 0x218 && r <= 0x21B, r == 'ơ' || r == 'ư' || r == 'Ơ' || r == 'Ư':
		return true
	case r == 'ƒ', r >= 0x2C6 && r < 0x2DE, r >= 0x300 && r < 0x370: // accents that stand apart
		return true
	case r >= 0x386 && r < 0x3CF, r >= 0x400 && r < 0x4A0, r >= 0x5D0 && r <= 0x5EA, r >= 0x60C && r < 0x6D5:
		return true
	case r >= 0x900 && r < 0xE80, r >= 0x1E00 && r < 0x2000: // India, Thailand, Vietnam
		return true
	case r >= 0x200B && r < 0x2070, r >= 0x20A0 && r < 0x20C0, r >= 0x2100 && r < 0x2460, r >= 0x2500 && r < 0x27C0, r == 0xFE0F, r == 0xFEFF:
		return true
	case r >= 0x3000 && r < 0xA000, r >= 0xAC00 && r < 0xD7B0, r >= 0xFB00 && r <= 0xFB06, r >= 0xFF00 && r < 0xFFF0:
		return true
	}
	return r >= 0x1F000 && r < 0x1FB00
}
