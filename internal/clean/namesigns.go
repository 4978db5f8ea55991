package clean

import "strings"

// nameSign is a kind of sign in a name that needs a closer look.
type nameSign uint8

const (
	commaSign   nameSign = 1 << iota
	quoteSign            // opens a nickname or a remark
	pictureSign          // an emoji
	besideSign           // may part the name from what is none
)

// signsOf looks a text through once.
func signsOf(text string) nameSign {
	var signs nameSign
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '@', ';', '|', '/', ':', '*', '_', '<', '\\', '#', '~', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			signs |= besideSign
		case '-':
			if i == 0 || text[i-1] == ' ' {
				signs |= besideSign
			}
		case ',':
			signs |= commaSign
		case '(', '[', '"', '\'', '`':
			signs |= quoteSign
		case 0xE2: // U+2000 to U+2FFF: typographic quotes, dingbats
			signs |= quoteSign | pictureSign | besideSign
		case 0xC2: // «
			signs |= quoteSign
		case 0xF0, 0xEF:
			signs |= pictureSign
		}
	}
	return signs
}

// withoutStop takes the full stop behind a name off, and the one between the
// two words of "Robert.Heron".
func withoutStop(text, country string) string {
	if n := len(text); n > 5 && text[n-1] == '.' && isLetter(text[n-2]) {
		last := text[strings.LastIndexByte(text, ' ')+1:]
		if len(last) > 5 && strings.IndexByte(last, '.') == len(last)-1 && len(last) < n && classifyName(last, country) == 0 {
			text = text[:n-1]
		}
	}
	if dot := strings.IndexByte(text, '.'); dot > 2 && len(text)-dot > 3 && strings.IndexByte(text, ' ') < 0 && strings.Count(text, ".") == 1 && classifyName(text, country) == 0 {
		return text[:dot] + " " + text[dot+1:]
	}
	return text
}
