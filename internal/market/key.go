package market

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key is the form in which texts are compared: lower case, without diacritics
// and without the letters' national shapes (ł l, ø o, ß ss, æ ae), every run
// of other signs one space. Zero-width characters and soft hyphens vanish. A
// text that is a key already comes back as it is, without copying.
func Key(text string) string {
	if isKey(text) {
		return text
	}
	var room [96]byte
	return string(AppendKey(room[:0], text))
}

// GermanKey is the second key of German and Norwegian texts: ä ae, ö oe, ü ue,
// å aa, ø oe; all else as in Key. "Müller" and "Mueller" share it.
func GermanKey(text string) string {
	if isKey(text) {
		return text
	}
	var room [96]byte
	return string(appendFolded(room[:0], text, true))
}

// AppendKey appends the key of a text to dst.
func AppendKey(dst []byte, text string) []byte { return appendFolded(dst, text, false) }

// isKey tells whether an ASCII text is its own key.
func isKey(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		switch class := asciiFold[s[i]&0x7F]; {
		case s[i] >= 0x80 || class != s[i]:
			return false
		case class == ' ' && space:
			return false
		default:
			space = class == ' '
		}
	}
	return len(s) == 0 || !space
}

// asciiFold maps an ASCII byte to its lower-case letter or digit, all others
// to a space.
var asciiFold = func() (fold [128]byte) {
	for i := range fold {
		c := byte(i)
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			fold[i] = c
		case c >= 'A' && c <= 'Z':
			fold[i] = c + 'a' - 'A'
		default:
			fold[i] = ' '
		}
	}
	return fold
}()

func appendFolded(dst []byte, text string, german bool) []byte {
	if german && !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	start := len(dst)
	gap := false
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			i++
			if c = asciiFold[c]; c == ' ' {
				gap = true
				continue
			}
			if gap && len(dst) > start {
				dst = append(dst, ' ')
			}
			gap = false
			dst = append(dst, c)
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		folded, vanishes := foldRune(r)
		if german {
			if two := germanFold(r); two != "" {
				folded = two
			}
		}
		switch {
		case vanishes:
		case folded == "":
			gap = true
		default:
			if gap && len(dst) > start {
				dst = append(dst, ' ')
			}
			gap = false
			dst = append(dst, folded...)
		}
	}
	return dst
}

// germanFold is the two-letter spelling of an umlaut or a Norwegian vowel.
func germanFold(r rune) string {
	switch r {
	case 'ä', 'Ä', 'æ', 'Æ':
		return "ae"
	case 'ö', 'Ö', 'ø', 'Ø':
		return "oe"
	case 'ü', 'Ü':
		return "ue"
	case 'å', 'Å':
		return "aa"
	}
	return ""
}

// foldRune gives the key letters of a character beyond ASCII. Marks, soft
// hyphens and zero-width characters vanish; "" otherwise separates words.
func foldRune(r rune) (letters string, vanishes bool) {
	t := latinFolds()
	switch {
	case r < latinEnd:
		return t.latin[r], r == 0xAD
	case r >= vietnameseStart && r < vietnameseEnd:
		return t.vietnamese[r-vietnameseStart], false
	case r >= 0x300 && r <= 0x36F, r >= 0x200B && r <= 0x200D, r == 0xFEFF, r == 0x2060, r >= 0xFE00 && r <= 0xFE0F:
		return "", true
	}
	return foldAny(r), unicode.Is(unicode.Mn, r)
}

// The two blocks that hold the Latin letters with diacritics.
const (
	latinEnd        = 0x250
	vietnameseStart = 0x1E00
	vietnameseEnd   = 0x1F00
)

type foldTable struct {
	latin      [latinEnd]string
	vietnamese [vietnameseEnd - vietnameseStart]string
}

var latinFolds = sync.OnceValue(func() *foldTable {
	t := new(foldTable)
	for r := rune(0x80); r < latinEnd; r++ {
		t.latin[r] = foldAny(r)
	}
	for r := rune(vietnameseStart); r < vietnameseEnd; r++ {
		t.vietnamese[r-vietnameseStart] = foldAny(r)
	}
	return t
})

// foldAny folds one character by Unicode's own tables: decomposed, lower
// case, marks dropped.
func foldAny(r rune) string {
	if s, ok := undecomposed[r]; ok {
		return s
	}
	if r == 'º' || r == 'ª' { // ordinal signs are no letters of a word
		return ""
	}
	var out []rune
	for _, d := range norm.NFKD.String(string(r)) {
		if d = unicode.ToLower(d); unicode.Is(unicode.Mn, d) {
			continue
		}
		if s, ok := undecomposed[d]; ok {
			out = append(out, []rune(s)...)
		} else if unicode.IsLetter(d) || unicode.IsDigit(d) {
			out = append(out, d)
		}
	}
	return string(out)
}
