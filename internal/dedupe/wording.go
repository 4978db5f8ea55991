package dedupe

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// wording weighs the names of a list of companies word by word. Each word is a
// comparison of its own after Fellegi and Sunter: u is the share of names that
// hold it, m how often a second name of the same company keeps it. m is learned
// per word without labels, as the weights of the columns are, because words
// differ: of two addresses of one university "department" is in one only as
// often as not, the town's name hardly ever; and a number, a direction or a
// "II" is what tells two companies of one owner apart.
type wording struct {
	t     *tokens
	names *pool
	prior float64   // log2 odds that two names are of one company
	all   float64   // distinct names
	keep  []float32 // by word: m
	// follow is how often a word stands behind another, for common ones: what
	// follows from the word before tells little more.
	follow map[uint64]uint32
}

// oftenFollowed is from how many names on a word counts as common.
const oftenFollowed = 3

func newWording(t *tokens, names *pool) *wording {
	w := &wording{t: t, names: names, all: float64(max(names.len()-1, 1)), keep: make([]float32, len(t.count)), follow: map[uint64]uint32{}}
	for id := 1; id < names.len(); id++ {
		words := t.list(uint32(id))
		for i := 1; i < len(words); i++ {
			if t.count[words[i]] >= oftenFollowed && t.count[words[i-1]] >= oftenFollowed {
				w.follow[uint64(words[i-1])<<32|uint64(words[i])]++
			}
		}
	}
	for id := 1; id < len(w.keep); id++ {
		w.keep[id] = float32(w.expected(uint32(id)))
	}
	return w
}

// How often a word is kept before anything is learned: numbers and the like
// nearly always, a word that stands in one name only is as likely a slip.
const (
	keepWord   = 0.85
	keepTell   = 0.97
	keepSingle = 0.75
	// drawnKeep is how many pairs the expectation weighs.
	drawnKeep = 6
	leastKeep = 0.1
	mostKeep  = 0.985
)

func (w *wording) expected(word uint32) float64 {
	switch s := w.t.words.string(word); {
	case tellsApart(s):
		return keepTell
	case w.t.count[word] <= 1:
		return keepSingle
	}
	return keepWord
}

// tellsApart tells the words that owners give to companies of one name to tell
// them apart: numbers, years, directions.
func tellsApart(s string) bool {
	if digit(s[0]) {
		return len(s) <= 4
	}
	switch s {
	case "ii", "iii", "iv", "vi", "vii", "viii", "ix", "north", "south", "east", "west", "northern", "southern", "eastern", "western":
		return true
	}
	return false
}

// rarity is -log2 of the share of names that hold a word.
func (w *wording) rarity(word uint32) float64 {
	return math.Log2(w.all / float64(max(w.t.count[word], 1)))
}

// aligned is how the words of two names fit each other.
type aligned struct {
	common float64 // bits of what is common, before how often it is kept
	kept   []uint32
	left   []uint32
	words  memo // how far two words are one, in hundredths
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
	out.leave(as, usedA)
	out.leave(bs, usedB)
}

// leave notes the words of a name that found no counterpart, those of a run
// behind its first one marked: who leaves out a word of an address or a
// department leaves out the rest of it too.
func (al *aligned) leave(words []uint32, used uint32) {
	for i, word := range words {
		if used&(1<<i) != 0 {
			continue
		}
		if i > 0 && used&(1<<(i-1)) == 0 && len(words) >= longName {
			word |= furtherLeft
		}
		al.left = append(al.left, word)
	}
}

// furtherLeft marks a word left out together with the one before.
const furtherLeft = 1 << 31

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
				out.common += 0.8 * w.rarity(word)
				out.kept = append(out.kept, word)
				break
			}
		}
	}
	return usedA, usedB
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

// bits is the evidence of two names.
func (w *wording) bits(al *aligned) float64 {
	sum := al.common
	for _, word := range al.kept {
		sum += math.Log2(float64(w.keep[word]))
	}
	return sum + w.conflict(al.left)
}

// conflict is what the words say that only one name holds.
func (w *wording) conflict(left []uint32) float64 {
	var sum float64
	for _, word := range left {
		sum += w.against(word)
	}
	return sum
}

// againstFurther is the most that a word says against, in bits, that is left out
// together with the one before.
const againstFurther = -0.7

// against is what a word says that one name holds and the other does not.
func (w *wording) against(word uint32) float64 {
	further := word&furtherLeft != 0
	word &^= furtherLeft
	share := min(0.9, float64(w.t.count[word])/w.all)
	bits := min(0, math.Log2((1-float64(w.keep[word]))/(1-share)))
	if further && !tellsApart(w.t.words.string(word)) {
		bits = max(bits, againstFurther)
	}
	return bits
}

// namePair is two names to learn from.
type namePair struct {
	common     float64
	start, mid int // words kept and left, in a shared list
	end        int
}

const (
	learnedNames = 200_000
	nameRounds   = 12
)

// learn estimates how often each word is kept from pairs of names, and how many
// of all pairs of names match.
func (w *wording) learn(pairs []rowPair, total float64) {
	list := make([]namePair, 0, len(pairs))
	var words []uint32
	al := aligned{words: newMemo()}
	for _, p := range pairs {
		w.align(p.a, p.b, &al)
		n := namePair{common: al.common, start: len(words)}
		words = append(words, al.kept...)
		n.mid = len(words)
		words = append(words, al.left...)
		n.end = len(words)
		list = append(list, n)
	}
	prior := oddsOf(w.all, total)
	kept, seen := make([]float64, len(w.keep)), make([]float64, len(w.keep))
	for range nameRounds {
		clear(kept)
		clear(seen)
		var matches float64
		for _, n := range list {
			sum := n.common + prior
			for _, word := range words[n.start:n.mid] {
				sum += math.Log2(float64(w.keep[word]))
			}
			sum += w.conflict(words[n.mid:n.end])
			p := 1 / (1 + math.Exp2(-sum))
			matches += p
			for _, word := range words[n.start:n.mid] {
				kept[word] += p
				seen[word] += p
			}
			for _, word := range words[n.mid:n.end] {
				seen[word&^furtherLeft] += p
			}
		}
		for word := range w.keep {
			if word > 0 {
				k := (kept[word] + drawnKeep*w.expected(uint32(word))) / (seen[word] + drawnKeep)
				w.keep[word] = float32(min(mostKeep, max(leastKeep, k)))
			}
		}
		prior = oddsOf(matches, total)
	}
	w.prior = prior
}

// learnWording learns from the names of a sample of the candidate pairs.
func (l *linker) learnWording() {
	every := uint64(1 + max(l.blocks.proposed-1, 0)/learnedNames)
	drawn := math.MaxUint64 / every
	var pairs []rowPair
	for s := range l.spans() {
		l.pairs(s, drawn, func(a, b uint32) {
			ca, cb := l.row(a)[slotCompany], l.row(b)[slotCompany]
			if ca != 0 && cb != 0 && ca != cb {
				pairs = append(pairs, rowPair{ca, cb})
			}
		})
	}
	names := l.x.pools.companies
	slices.SortFunc(pairs, func(p, q rowPair) int {
		return cmp.Or(cmp.Compare(min(names.hash(p.a), names.hash(p.b)), min(names.hash(q.a), names.hash(q.b))),
			cmp.Compare(max(names.hash(p.a), names.hash(p.b)), max(names.hash(q.a), names.hash(q.b))))
	})
	pairs = slices.CompactFunc(pairs, func(p, q rowPair) bool { return ordered(p.a, p.b) == ordered(q.a, q.b) })
	l.stats.wording.learn(pairs, float64(pairsOf(names.len()-1))/float64(every))
}

// total is the evidence of a name that two rows share.
func (w *wording) total(name uint32) float64 {
	var al aligned // equal words need no memory of like ones
	w.align(name, name, &al)
	return w.bits(&al)
}

// tells tells whether a word is left that tells companies of one name apart.
func (al *aligned) tells(w *wording) bool {
	return slices.ContainsFunc(al.left, func(word uint32) bool { return tellsApart(w.t.words.string(word &^ furtherLeft)) })
}
