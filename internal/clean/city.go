package clean

import (
	"strings"
	"unicode"

	"goldpan/internal/market"
)

// smallCityWords stay small inside a city's name when case is restored.
var smallCityWords = wordSet(`a|à|lès|lez|de|du|des|la|le|les|sur|sous|en|et|aux|am|an|der|die|dem|im|in|ob|bei|vor|und|upon|on|the|of|by|og|i|pe|cel|lui|da|do|y|del|d|l|nad|pod|k|aan|den|super|or|nell|dell|sull`)

// restoreCity gives a city in capitals or small letters its usual case:
// "NEUILLY-SUR-SEINE" is "Neuilly-sur-Seine". A name in mixed case stays.
func restoreCity(text, country string) string {
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	if upper > 0 && lower > 0 || upper+lower < 2 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	word := 0
	flush := func(end int) {
		w := strings.ToLower(text[word:end])
		if country == "TR" {
			w = strings.ToLowerSpecial(unicode.TurkishCase, text[word:end])
		}
		switch behindApostrophe := word > 0 && text[word-1] == '\''; {
		case behindApostrophe && (w == "s" || w == "t"): // King's Lynn, 's-Hertogenbosch
			b.WriteString(w)
		case word > 0 && smallCityWords[w] && (len(w) > 1 || end < len(text)): // but not København K
			b.WriteString(w)
		case len(w) > 3 && (w[:2] == "mc" || w[:2] == "ij" && !strings.ContainsAny(w[2:3], "aeiou")): // McAllen, IJmuiden
			writeCapital(&b, w, "")
		case upper > 0 && len(w) > 3 && !strings.ContainsFunc(w, vowel): // CDMX
			b.WriteString(text[word:end])
		default:
			for i, r := range w {
				if i == 0 {
					r = upperRune(r, country)
				}
				b.WriteRune(r)
			}
		}
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == ' ' || c == '-' || c == '\'' || c == '/' || c == '.' || c == '(' {
			flush(i)
			b.WriteByte(c)
			word = i + 1
		}
	}
	flush(len(text))
	return b.String()
}

// vowel tells the letters that a word to be spoken needs one of.
func vowel(r rune) bool { return r >= 0x80 || strings.ContainsRune("aeiouyAEIOUY", r) }

// cityKey is the match key of a city: one spelling for names in several
// languages ("Warsaw", "Köln"), St for Saint.
func cityKey(city string) string { return market.CityKey(city) }
