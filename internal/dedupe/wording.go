package dedupe

import (
	"cmp"
	"math"
	"slices"
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
	// held is what a word says that both names hold, lost what one says that
	// one name holds, in bits: logarithms, taken once.
	held, lost []float64
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
	w.held, w.lost = make([]float64, len(w.keep)), make([]float64, len(w.keep))
	w.refresh()
	return w
}

// refresh takes the logarithms of what was learned.
func (w *wording) refresh() {
	for id := 1; id < len(w.keep); id++ {
		share := min(0.9, float64(w.t.count[id])/w.all)
		w.held[id] = math.Log2(float64(w.keep[id]))
		w.lost[id] = min(0, math.Log2((1-float64(w.keep[id]))/(1-share)))
	}
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

// bits is the evidence of two names.
func (w *wording) bits(al *aligned) float64 {
	sum := al.common
	for _, word := range al.kept {
		sum += w.held[word]
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
	bits := w.lost[word]
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
				sum += w.held[word]
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
		w.refresh()
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
