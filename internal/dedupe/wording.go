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
	// lines is set where most names are lines of text, with an address or a
	// department: numbers and directions are then the address's.
	lines bool
	// alone is set where the list has nothing but names.
	alone bool
	// covered is what it says, beyond the words, that one name has all words of
	// the other, crossed that each has some of its own, in bits: words are left
	// out together, by those who shorten a name.
	covered, crossed float64
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
	w.lines = len(t.of) >= longName*(names.len()-1)
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
	case w.tells(s):
		return keepTell
	case w.t.count[word] <= 1:
		return keepSingle
	}
	return keepWord
}

// tells tells whether a word of this list tells companies of one name apart.
func (w *wording) tells(s string) bool { return !w.lines && tellsApart(s) }

// tellsApart tells the words that owners give to companies of one name to tell
// them apart: numbers, years, directions. Other numbers of four digits are
// postal codes.
func tellsApart(s string) bool {
	if digit(s[0]) {
		return len(s) < 4 || len(s) == 4 && (s[:2] == "19" || s[:2] == "20")
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
	return al.common + w.said(al.kept, al.left, al.crossed)
}

// said is what words say by being kept and left.
func (w *wording) said(kept, left []uint32, crossed bool) float64 {
	sum := w.covered
	if crossed {
		sum = w.crossed
	}
	for _, word := range kept {
		sum += w.held[word]
	}
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
	word &^= marks
	bits := w.lost[word]
	if further && !w.tells(w.t.words.string(word)) {
		bits = max(bits, againstFurther)
	}
	return bits
}

// namePair is two names to learn from: the bits of what is common, and the words
// kept and left, in a list of all.
type namePair struct {
	common     float64
	start, mid int
	end        int
	crossed    bool
}

const (
	learnedNames = 200_000
	nameRounds   = 12
)

// learn estimates how often each word is kept from pairs of names, and how many
// of all pairs of names match. Where names stand alone, those of one company also
// tell how names are shortened; elsewhere they may be of branches of one chain.
func (w *wording) learn(pairs []rowPair, total float64) {
	list := make([]namePair, 0, len(pairs))
	var words []uint32
	al := aligned{words: newMemo()}
	for _, p := range pairs {
		w.align(p.a, p.b, &al)
		n := namePair{common: al.common, start: len(words), crossed: al.crossed}
		words = append(words, al.kept...)
		n.mid = len(words)
		words = append(words, al.left...)
		n.end = len(words)
		list = append(list, n)
	}
	prior := oddsOf(w.all, total)
	keeps, seen := make([]float64, len(w.keep)), make([]float64, len(w.keep))
	for range nameRounds {
		clear(keeps)
		clear(seen)
		var matches, crossed, expected float64
		for _, n := range list {
			kept, left := words[n.start:n.mid], words[n.mid:n.end]
			p := 1 / (1 + math.Exp2(-(n.common + w.said(kept, left, n.crossed) + prior)))
			matches += p
			if n.crossed {
				crossed += p
			}
			expected += p * w.crosses(kept, left)
			for _, word := range kept {
				keeps[word] += p
				seen[word] += p
			}
			for _, word := range left {
				seen[word&^marks] += p
			}
		}
		for word := range w.keep {
			if word > 0 {
				k := (keeps[word] + drawnKeep*w.expected(uint32(word))) / (seen[word] + drawnKeep)
				w.keep[word] = float32(min(mostKeep, max(leastKeep, k)))
			}
		}
		w.refresh()
		if w.alone {
			w.relate(crossed, expected, matches)
		}
		prior = oddsOf(matches, total)
	}
	w.prior = prior
}

// crosses is the probability that two names of one company, of words kept
// and left like these, each have some of their own, if every word were kept or
// left for itself.
func (w *wording) crosses(kept, left []uint32) float64 {
	first, second := 1.0, 1.0 // that all words are kept
	for _, word := range kept {
		first *= float64(w.keep[word])
		second *= float64(w.keep[word])
	}
	for _, word := range left {
		k := float64(w.keep[word&^marks])
		if word&ofSecond != 0 {
			second *= k
		} else {
			first *= k
		}
	}
	return (1 - first) * (1 - second)
}

const (
	drawnCrossed = 2.5 // matches that weigh against what is learned of crossed names, on either side
	mostCrossed  = 4   // the most it may say, in bits
)

// relate compares how often names of one company cross with how often they
// would if every word were kept or left for itself.
func (w *wording) relate(crossed, expected, matches float64) {
	seen := (crossed + drawnCrossed) / (matches + 2*drawnCrossed)
	alone := (expected + drawnCrossed) / (matches + 2*drawnCrossed)
	bounded := func(ratio float64) float64 { return max(-mostCrossed, min(mostCrossed, math.Log2(ratio))) }
	w.crossed, w.covered = bounded(seen/alone), bounded((1-seen)/(1-alone))
}

// learnWording learns from the names of a sample of the candidate pairs.
func (l *linker) learnWording() {
	l.stats.wording.alone = l.namesOnly()
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

// total is the evidence of a name that two rows share but for a slip.
func (w *wording) total(name uint32) float64 {
	var al aligned // equal words need no memory of like ones
	w.align(name, name, &al)
	return w.bits(&al)
}

// sameName is what it says, beyond its words, that two rows bear one name, in
// bits: companies choose names that no other bears.
const sameName = 3

// same is the evidence of a name that two rows share. Where there is more than
// names, branches of a chain share it.
func (w *wording) same(name uint32) float64 {
	if !w.alone {
		return w.total(name) - 2
	}
	sum := w.covered + sameName
	for _, word := range w.t.list(name) {
		sum += w.rarity(word) + w.held[word]
	}
	return sum
}
