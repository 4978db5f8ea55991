package similar

import "strings"

// Phonetic is a short key of how a word sounds, the same for spellings that
// European languages use for one sound: Schmidt, Schmitt and Szmit; Meier,
// Mayer and Meyer; Philip and Filip; Kovacs and Kowacz. The word should be in
// lower case and without diacritics; other letters stay as they are. At most
// eight characters.
//
// The idea is Soundex's (Russell 1918) and Kölner Phonetik's (Postel 1969):
// consonants of one place of speech share a letter, vowels after the first
// letter fall away, doubles count once. The groups are chosen so that no
// language's spelling rules are needed.
func Phonetic(word string) string {
	var key [8]byte
	n := 0
	put := func(c byte) {
		if n < len(key) && (n == 0 || key[n-1] != c) {
			key[n] = c
			n++
		}
	}
	vowel := false // a vowel between two like consonants keeps both
	for i := 0; i < len(word) && n < len(key); {
		sound, width := sound(word[i:])
		i += width
		switch {
		case sound == 0:
			continue
		case sound == 'a':
			if n == 0 {
				put('a')
			}
			vowel = true
			continue
		case vowel && n > 0 && n < len(key) && key[n-1] == sound:
			key[n] = sound
			n++
		default:
			put(sound)
		}
		vowel = false
	}
	return string(key[:n])
}

// digraphs are the spellings of more than one letter, longest first.
var digraphs = []struct {
	spelling string
	sound    byte
}{
	{"tsch", 's'}, {"sch", 's'}, {"sz", 's'}, {"sh", 's'}, {"cz", 's'}, {"ch", 'k'}, {"ts", 's'}, {"tz", 's'}, {"rz", 's'},
	{"ph", 'f'}, {"th", 't'}, {"dt", 't'}, {"ck", 'k'}, {"qu", 'k'}, {"gh", 'k'}, {"cs", 's'}, {"wh", 'v'},
}

// sound is the first sound of a text and how many bytes spell it; 'a' is any
// vowel, 0 a silent letter.
func sound(text string) (byte, int) {
	for _, d := range digraphs {
		if d.spelling[0] == text[0] && strings.HasPrefix(text, d.spelling) {
			return d.sound, len(d.spelling)
		}
	}
	switch c := text[0]; c {
	case 'a', 'e', 'i', 'j', 'o', 'u', 'y':
		return 'a', 1
	case 'h', ' ', '-', '\'':
		return 0, 1
	case 'b', 'p':
		return 'p', 1
	case 'd', 't':
		return 't', 1
	case 'v', 'w', 'f':
		return 'f', 1
	case 'c':
		if len(text) > 1 && (text[1] == 'e' || text[1] == 'i' || text[1] == 'y') {
			return 's', 1
		}
		return 'k', 1
	case 'g', 'k', 'q':
		return 'k', 1
	case 's', 'z':
		return 's', 1
	case 'm', 'n':
		return 'n', 1
	default:
		return c, 1
	}
}
