package dedupe

import (
	"math/bits"
	"strings"

	"goldpan/internal/market"
	"goldpan/internal/similar"
)

// A sketch is what is kept of a string beside it, so that most of the strings
// that have nothing in common are told apart without being looked at.
type sketch struct {
	letters uint64  // which bytes it has, by their lower six bits
	head    [4]byte // how it begins
	n       uint16  // bytes
	spaced  bool    // the string has spaces
}

// sketchOf draws a string as it is, or without its spaces.
func sketchOf(s string, spaces bool) sketch {
	var k sketch
	for i := range len(s) {
		if s[i] == ' ' {
			k.spaced = true
			if !spaces {
				continue
			}
		}
		if int(k.n) < len(k.head) {
			k.head[k.n] = s[i]
		}
		k.letters |= 1 << (s[i] & 63)
		if k.n < 1<<16-1 {
			k.n++
		}
	}
	return k
}

// sketches are the sketches of all strings of a pool, by id.
func sketches(p *pool, spaces bool) []sketch {
	all := make([]sketch, p.len())
	for id := 1; id < p.len(); id++ {
		all[id] = sketchOf(p.string(uint32(id)), spaces)
	}
	return all
}

// atMost is similar.AtMost of the two strings.
func (a *sketch) atMost(b *sketch) float64 {
	matches := int(min(a.n, b.n))
	if matches == 0 {
		return 0
	}
	distinctA, distinctB := bits.OnesCount64(a.letters), bits.OnesCount64(b.letters)
	matches = min(matches, bits.OnesCount64(a.letters&b.letters)+min(int(a.n)-distinctA, int(b.n)-distinctB))
	if matches == 0 {
		return 0
	}
	la, lb, m := float64(a.n), float64(b.n), float64(matches)
	jaro := (m/la + m/lb + 1) / 3
	common := 0
	for common < min(len(a.head), int(a.n), int(b.n)) && a.head[common] == b.head[common] {
		common++
	}
	return jaro + float64(common)*0.1*(1-jaro)
}

// lacks is how many kinds of letters of a are not in b: each takes an edit of
// its own to make one string of the other.
func (a *sketch) lacks(b *sketch) int { return bits.OnesCount64(a.letters &^ b.letters) }

// within is false where the two strings are certainly more than some edits
// apart.
func (a *sketch) within(b *sketch, edits int) bool {
	apart := int(a.n) - int(b.n)
	return apart <= edits && -apart <= edits && a.lacks(b) <= edits && b.lacks(a) <= edits
}

// misspelt is false where misspelt is certainly false of the two strings.
func (a *sketch) misspelt(b *sketch) bool { return a.within(b, 2) || a.atMost(b) >= 0.92 }

// lastDigits packs the last sixteen characters of a number, four bits each.
func lastDigits(s string) uint64 {
	var packed uint64
	for i := range len(s) {
		packed = packed<<4 | uint64(s[i]&15)
	}
	return packed
}

// digitsApart is in how many of their places two packed numbers differ.
func digitsApart(a, b uint64) int {
	x := a ^ b
	x |= x >> 2
	x |= x >> 1
	return bits.OnesCount64(x & 0x1111111111111111)
}

// A nameSketch is a sketch of a name and what else tells it from others.
type nameSketch struct {
	sketch
	sound     uint32 // hash of its phonetic key, 0 for none
	nicknamed bool   // a given name that has other forms
}

func nameSketches(p *pool) []nameSketch {
	all := make([]nameSketch, p.len())
	for id := 1; id < p.len(); id++ {
		name := p.string(uint32(id))
		all[id] = nameSketch{sketch: sketchOf(name, false), nicknamed: market.Nicknamed(name)}
		if key := similar.Phonetic(compact(name)); len(key) >= 2 { // a single sound is no key
			all[id].sound = short(textHash(key))
		}
	}
	return all
}

// A mailSketch is a sketch of an email address and what its parts are.
type mailSketch struct {
	sketch
	local, domain uint32 // hashes
	undigited     uint32 // hash of the local part without its digits
}

func mailSketches(p *pool) []mailSketch {
	all := make([]mailSketch, p.len())
	var bare []byte
	for id := 1; id < p.len(); id++ {
		address := p.string(uint32(id))
		local, domain, _ := strings.Cut(address, "@")
		bare = bare[:0]
		for i := range len(local) {
			if !digit(local[i]) {
				bare = append(bare, local[i])
			}
		}
		all[id] = mailSketch{sketchOf(address, false), short(textHash(local)), short(textHash(domain)), short(textHash(string(bare)))}
	}
	return all
}

// A postalSketch is a sketch of a postal code and the area that it stands for.
type postalSketch struct {
	sketch
	area uint32 // a hash, 0 for none
}

func postalSketches(p *pool) []postalSketch {
	all := make([]postalSketch, p.len())
	for id := 1; id < p.len(); id++ {
		code := p.string(uint32(id))
		all[id] = postalSketch{sketchOf(code, true), areaOf(code)}
	}
	return all
}

// areaOf is a hash of the area that a postal code stands for, 0 for none: of
// SW1A 1AA, K1A 0B1 and 1015 CN what stands before the last three characters, of
// codes in digits all but the last two.
func areaOf(code string) uint32 {
	n, cut := len(code), 2
	if n >= 5 && !digit(code[n-1]) && !digit(code[n-2]) && digit(code[n-3]) || n == 6 && !digit(code[0]) {
		cut = 3
	}
	if n-cut < 2 {
		return 0
	}
	return short(textHash(code[:n-cut]))
}

// A sketchbook holds the sketches of the values that are compared most.
type sketchbook struct {
	names              []nameSketch
	companies, streets []sketch // without their spaces
	texts              []sketch
	postals            []postalSketch
	mails              []mailSketch
	phones             []uint64 // lastDigits of each number
}

func newSketchbook(p *pools) sketchbook {
	b := sketchbook{
		names:     nameSketches(p.names),
		companies: sketches(p.companies, false),
		streets:   sketches(p.streets, false),
		texts:     sketches(p.texts, true),
		postals:   postalSketches(p.postals),
		mails:     mailSketches(p.emails),
		phones:    make([]uint64, p.phones.len()),
	}
	for id := 1; id < p.phones.len(); id++ {
		b.phones[id] = lastDigits(p.phones.string(uint32(id)))
	}
	return b
}
