package main

import "strings"

// ascii writes a text without its diacritics, as people do on a keyboard that
// lacks them.
func ascii(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return plain.Replace(s)
		}
	}
	return s
}

var plain = strings.NewReplacer(
	"ą", "a", "ć", "c", "ę", "e", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z",
	"Ą", "A", "Ć", "C", "Ę", "E", "Ł", "L", "Ń", "N", "Ó", "O", "Ś", "S", "Ź", "Z", "Ż", "Z",
	"ă", "a", "â", "a", "î", "i", "ș", "s", "ț", "t", "Ă", "A", "Â", "A", "Î", "I", "Ș", "S", "Ț", "T",
	"æ", "ae", "ø", "o", "å", "a", "Æ", "AE", "Ø", "O", "Å", "A",
	"à", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "ï", "i", "ô", "o", "œ", "oe", "ù", "u", "û", "u",
	"À", "A", "Ç", "C", "É", "E", "È", "E", "Ê", "E", "Ï", "I", "Ô", "O", "Œ", "OE",
	"ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "í", "i", "ı", "i",
)
