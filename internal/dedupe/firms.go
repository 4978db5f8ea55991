package dedupe

import (
	"slices"
	"strings"

	"goldpan/internal/similar"
)

// tokens knows the words of the strings of one pool and how rare each word is
// among its distinct strings: a word in one string of a thousand tells ten
// bits, a word in every second one tells one.
type tokens struct {
	words  *pool
	of     []uint32 // word ids of all strings end to end
	ends   []uint32 // ends[id] is where the words of string id end in of
	weight []float32
	count  []uint32 // in how many distinct strings the word stands
	sketch []sketch // of each word
}

func newTokens(strs *pool, usual float64) *tokens {
	t := &tokens{words: newPool(), ends: make([]uint32, strs.len())}
	count := []uint32{0}
	for id := 1; id < strs.len(); id++ {
		start := len(t.of)
		for word := range strings.FieldsSeq(strs.string(uint32(id))) {
			w := t.words.id(word)
			if int(w) == len(count) {
				count = append(count, 0)
			}
			if !slices.Contains(t.of[start:], w) {
				t.of = append(t.of, w)
				count[w]++
			}
		}
		t.ends[id] = uint32(len(t.of))
	}
	t.count, t.sketch = count, sketches(t.words, true)
	t.weight = make([]float32, len(count))
	for w := 1; w < len(count); w++ {
		t.weight[w] = float32(max(0.25, seldom(int(count[w]), strs.len(), usual)))
	}
	return t
}

func (t *tokens) list(id uint32) []uint32 { return t.of[t.ends[id-1]:t.ends[id]] }

// rarity is the weight of a word, 0 for one that no string has.
func (t *tokens) rarity(word string) float32 { return t.weight[t.words.find(word)] }

// total is the rarity of all words of a string together.
func (t *tokens) total(id uint32) float32 {
	var sum float32
	for _, w := range t.list(id) {
		sum += t.weight[w]
	}
	return min(sum, maxRarity)
}

// alike says how alike two strings of the pool are: like in [0,1], and how
// many bits of rarity they share. Early words weigh more than late ones: a
// name begins with what is its own and ends with what it is and where. What
// one side has in excess counts less against than what both sides have in the
// other's place: names are shortened more often than they are changed.
func (t *tokens) alike(a, b uint32) (like, shared float32) {
	as, bs := t.list(a), t.list(b)
	as, bs = as[:min(len(as), 64)], bs[:min(len(bs), 64)]
	var usedA, usedB uint64
	var common float32 // shared weight, early words first
	for i, w := range as {
		if j := slices.Index(bs, w); j >= 0 {
			usedA |= 1 << i
			usedB |= 1 << j
			shared += t.weight[w]
			common += t.weight[w] * early(min(i, j))
		}
	}
	for i, w := range as {
		if usedA&(1<<i) != 0 {
			continue
		}
		for j, v := range bs {
			if usedB&(1<<j) != 0 {
				continue
			}
			if part := t.wordsAlike(w, v); part > 0 {
				usedA |= 1 << i
				usedB |= 1 << j
				weight := part * (t.weight[w] + t.weight[v]) / 2
				shared += weight
				common += weight * early(min(i, j))
				break
			}
		}
	}
	if shared == 0 {
		return 0, 0
	}
	onlyA, onlyB := t.left(as, usedA), t.left(bs, usedB)
	against := 0.5*(onlyA+onlyB) + 0.5*min(onlyA, onlyB)
	within := common / (common + min(onlyA, onlyB))
	return (common/(common+against) + within) / 2, shared
}

// early is how much the word at a place counts.
func early(place int) float32 { return 1 / (1 + 0.3*float32(place)) }

// left is the weight of the words that found no counterpart.
func (t *tokens) left(words []uint32, used uint64) float32 {
	var sum float32
	for i, w := range words {
		if used&(1<<i) == 0 {
			sum += t.weight[w] * early(i)
		}
	}
	return sum
}

// wordsAlike gives how far two unequal words count as one, most of them by
// their sketches alone.
func (t *tokens) wordsAlike(a, b uint32) float32 {
	ka, kb := &t.sketch[a], &t.sketch[b]
	if ka.n > kb.n {
		ka, kb = kb, ka
	}
	if ka.head[0] != kb.head[0] && ka.head[1] != kb.head[1] && (ka.n < 5 || ka.head[0] != kb.head[1] || ka.head[1] != kb.head[2]) ||
		ka.n < 3 || digit(ka.head[0]) || ka.lacks(kb) > 2 {
		return 0 // as textsAlike would find
	}
	return textsAlike(t.words.string(a), t.words.string(b))
}

// textsAlike is wordsAlike of two words: a slip of a letter, a beginning
// ("intl", "int"), the number that is joined ("7th", "7").
func textsAlike(s, u string) float32 {
	if len(s) > len(u) {
		s, u = u, s
	}
	if len(s) < 3 || digit(s[0]) {
		return 0
	}
	if s[0] != u[0] && s[1] != u[1] {
		if len(s) >= 5 && (s == u[1:] || s[1:] == u[1:] || s[1:] == u) {
			return 0.8 // the slip is in the first letter
		}
		return 0
	}
	switch {
	case abbreviates(s, u):
		return 0.8
	case len(s) >= 4 && similar.OneEdit(s, u):
		return 0.8
	case len(s) >= 3 && len(u) > len(s) && u[:len(s)] == s:
		return 0.6
	case len(s) >= 7 && similar.Within(s, u, 2):
		return 0.7
	}
	return 0
}

// abbreviates tells whether a word is another without its vowels and some of
// its consonants, beginning and ending alike: svcs for services, ctr for
// center, intl for international.
func abbreviates(short, long string) bool {
	if len(short) > 5 || len(long) < len(short)+2 || short[0] != long[0] || short[len(short)-1] != long[len(long)-1] {
		return false
	}
	at := 1
	for i := 1; i < len(short); i++ {
		if strings.IndexByte("aeiou", short[i]) >= 0 {
			return false
		}
		found := strings.IndexByte(long[at:], short[i])
		if found < 0 {
			return false
		}
		at += found + 1
	}
	return true
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
