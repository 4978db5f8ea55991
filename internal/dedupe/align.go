package dedupe

import (
	"math"
	"slices"
	"strings"
)

// aligned is how the words of two names fit each other.
type aligned struct {
	common float64 // bits of what is common, before how often it is kept
	kept   []uint32
	left   []uint32
	// crossed is set where each name has a word that the other lacks.
	crossed bool
	words   memo // how far two words are one, in hundredths
}

// mostWords is how many words of a name are looked at.
const mostWords = 32

// align pairs the words of two names: equal ones, slips and abbreviations,
// words written as one, initials and acronyms.
func (w *wording) align(a, b uint32, out *aligned) {
	out.common, out.kept, out.left = 0, out.kept[:0], out.left[:0]
	if w.names.hash(a) > w.names.hash(b) {
		a, b = b, a // the same in either order
	}
	as, bs := w.t.list(a), w.t.list(b)
	as, bs = as[:min(len(as), mostWords)], bs[:min(len(bs), mostWords)]
	var usedA, usedB uint32
	for i, word := range as {
		if j := slices.Index(bs, word); j >= 0 {
			usedA |= 1 << i
			usedB |= 1 << j
			bits := w.rarity(word)
			if i > 0 && j > 0 && as[i-1] == bs[j-1] {
				bits = min(bits, w.followed(as[i-1], word))
			}
			out.common += bits
			out.kept = append(out.kept, word)
		}
	}
	usedA, usedB = w.alignLike(as, bs, usedA, usedB, out)
	usedA, usedB = w.alignJoined(as, bs, usedA, usedB, out)
	usedB, usedA = w.alignJoined(bs, as, usedB, usedA, out)
	out.leave(as, usedA, 0)
	first := len(out.left)
	out.leave(bs, usedB, ofSecond)
	out.crossed = first > 0 && len(out.left) > first
}

// leave notes the words of a name that found no counterpart, those of a run
// behind its first one marked: who leaves out a word of an address or a
// department leaves out the rest of it too.
func (al *aligned) leave(words []uint32, used, of uint32) {
	for i, word := range words {
		if used&(1<<i) != 0 {
			continue
		}
		if i > 0 && used&(1<<(i-1)) == 0 && len(words) >= longName {
			word |= furtherLeft
		}
		al.left = append(al.left, word|of)
	}
}

// Marks of a word that only one name has.
const (
	furtherLeft = 1 << 31 // the word before is left out as well
	ofSecond    = 1 << 30 // it stands in the second name
	marks       = furtherLeft | ofSecond
)

// longName is from how many words on a name is a line of text: with an
// address, a department or the like.
const longName = 6

// followed is the rarity of a word where another stands before it.
func (w *wording) followed(before, word uint32) float64 {
	n := w.follow[uint64(before)<<32|uint64(word)]
	if n == 0 {
		return maxRarity
	}
	return math.Log2(float64(w.t.count[before]) / float64(n))
}

// alignLike pairs words that are alike.
func (w *wording) alignLike(as, bs []uint32, usedA, usedB uint32, out *aligned) (uint32, uint32) {
	for i, word := range as {
		if usedA&(1<<i) != 0 {
			continue
		}
		for j, other := range bs {
			if usedB&(1<<j) != 0 {
				continue
			}
			if part := float64(out.words.get(word, other, w.wordsLike)) / 100; part > 0 {
				usedA |= 1 << i
				usedB |= 1 << j
				out.common += part * min(w.rarity(word), w.rarity(other))
				out.kept = append(out.kept, word)
				break
			}
		}
	}
	return usedA, usedB
}

// wordsLike is wordsAlike in hundredths.
func (w *wording) wordsLike(a, b uint32) uint32 { return uint32(w.t.wordsLike(a, b)*100 + 0.5) }

// wordsLike is wordsAlike with initials, and abbreviations that keep a vowel.
func (t *tokens) wordsLike(a, b uint32) float32 {
	s, u := t.words.string(a), t.words.string(b)
	if len(s) > len(u) {
		s, u = u, s
	}
	switch {
	case len(s) == 1:
		if s[0] == u[0] && !digit(s[0]) && len(u) > 1 {
			return 0.8
		}
		return 0
	case len(s) == 4 && len(u) >= 7 && s[0] == u[0] && s[3] == u[len(u)-1] && subsequence(s, u):
		return 0.8 // dept, natl
	}
	return t.wordsAlike(a, b)
}

// subsequence tells whether the letters of s stand in u in their order.
func subsequence(s, u string) bool {
	at := 0
	for i := range len(s) {
		found := strings.IndexByte(u[at:], s[i])
		if found < 0 {
			return false
		}
		at += found + 1
	}
	return true
}

// alignJoined pairs a word of one name with several of the other: those it is
// joined of (daycare, day care), or whose initials it is (MIT).
func (w *wording) alignJoined(as, bs []uint32, usedA, usedB uint32, out *aligned) (uint32, uint32) {
	for i, word := range as {
		if usedA&(1<<i) != 0 {
			continue
		}
		s := w.t.words.string(word)
		for j := range bs {
			if n := w.spelled(s, bs, usedB, j); n > 0 {
				usedA |= 1 << i
				usedB |= (1<<n - 1) << j
				out.common += min(0.8*w.rarity(word), w.together(bs[j:j+n]))
				out.kept = append(out.kept, word)
				break
			}
		}
	}
	return usedA, usedB
}

// together is the rarity of words in a row: a seldom abbreviation of common
// words tells no more than they do.
func (w *wording) together(words []uint32) float64 {
	sum := w.rarity(words[0])
	for i := 1; i < len(words); i++ {
		sum += min(w.rarity(words[i]), w.followed(words[i-1], words[i]))
	}
	return sum
}

// spelled is how many free words from place j on make up s: joined, or by
// their initials, small words left out; 0 for none.
func (w *wording) spelled(s string, words []uint32, used uint32, j int) int {
	joined, initials := 0, 0
	for n := 1; j+n <= len(words) && used&(1<<(j+n-1)) == 0; n++ {
		u := w.t.words.string(words[j+n-1])
		if joined >= 0 && strings.HasPrefix(s[joined:], u) {
			if joined += len(u); joined == len(s) && n > 1 {
				return n
			}
		} else {
			joined = -1
		}
		switch {
		case initials >= 0 && initials < len(s) && s[initials] == u[0]:
			if initials++; initials == len(s) && n > 1 && len(s) <= 6 {
				return n
			}
		case initials > 0 && smallWord(u):
		default:
			initials = -1
		}
		if joined < 0 && initials < 0 {
			return 0
		}
	}
	return 0
}

func smallWord(s string) bool {
	switch s {
	case "of", "and", "for", "the", "de", "di", "la", "du", "der", "fur", "in":
		return true
	}
	return false
}

// tells tells whether a word is left that tells companies of one name apart.
func (al *aligned) tells(w *wording) bool {
	return slices.ContainsFunc(al.left, func(word uint32) bool { return tellsApart(w.t.words.string(word &^ marks)) })
}
