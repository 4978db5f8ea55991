package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy trims a cell and makes every run of blanks one space; zero-width
// characters, soft hyphens and control characters vanish. A tidy text comes
// back as it is.
func tidy(text string) string {
	if isTidy(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	for _, r := range text {
		switch {
		case r == ' ' || unicode.IsSpace(r) || r == '\u00A0':
			gap = b.Len() > 0
		case invisible(r):
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isTidy(text string) bool {
	space := true
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c > ' ' && c < 0x7F {
			space = false
			continue
		}
		if c == ' ' && !space {
			space = true
			continue
		}
		if c < utf8.RuneSelf {
			return false
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError || unicode.IsSpace(r) || invisible(r) {
			return false
		}
		i += size - 1
		space = false
	}
	return !space || text == ""
}

// invisible tells the characters that no reader sees, and those that only turn
// the direction of writing.
func invisible(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0, r == 0xAD, r == 0x61C, r == 0x180E, r == 0xFEFF, r == utf8.RuneError:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE007F:
		return true
	}
	return false
}

// withoutPictures leaves emoji out of a name.
func withoutPictures(text string) string {
	for _, r := range text {
		if pictograph(r) {
			return tidy(strings.Map(func(r rune) rune {
				if pictograph(r) {
					return -1
				}
				return r
			}, text))
		}
	}
	return text
}

// pictograph tells the blocks of emoji and dingbats.
func pictograph(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r == 0xFE0F
}
