package dedupe

import (
	"slices"

	"goldpan/internal/similar"
)

// blocker makes keys. It belongs to one goroutine.
type blocker struct {
	l     *linker
	words []uint64
	firm  uint32 // whose words are in words
}

func both(a, b uint64) uint64 {
	if a == 0 || b == 0 {
		return 0
	}
	return mix(a, b)
}

// unordered is a key of two values in either order.
func unordered(a, b uint64) uint64 { return both(min(a, b), max(a, b)) }

func orUint(a, b uint64) uint64 {
	if a != 0 {
		return a
	}
	return b
}

// hash is the hash of a slot's value, 0 where it is empty.
func (b *blocker) hash(s slot, r *row) uint64 {
	if r[s] == 0 {
		return 0
	}
	if p := b.l.x.poolOf(s); p != nil {
		return p.hash(r[s]) | 1
	}
	return uint64(r[s])
}

func (b *blocker) initial(s slot, r *row) uint64 {
	if r[s] == 0 {
		return 0
	}
	return uint64(b.l.x.pools.names.string(r[s])[0])
}

// beginning is the first three letters of a name.
func (b *blocker) beginning(s slot, r *row) uint64 {
	name := b.l.x.pools.names.string(r[s])
	if len(name) < 3 {
		return 0
	}
	return uint64(name[0])<<16 | uint64(name[1])<<8 | uint64(name[2])
}

// sound is the phonetic key of a name.
func (b *blocker) sound(s slot, r *row) uint64 { return uint64(b.l.stats.sketch.names[r[s]].sound) }

// postalArea is the beginning of the postal code that stands for a region:
// the outward part of a British code, else the first three characters.
func (b *blocker) postalArea(r *row) uint64 {
	postal := b.l.x.pools.postals.string(r[slotPostal])
	if len(postal) < 3 {
		return 0
	}
	return uint64(postal[0])<<16 | uint64(postal[1])<<8 | uint64(postal[2])
}

// area is the postal code without its last two digits or, in codes that have
// letters, without the last three characters: the town, not the street.
func (b *blocker) area(r *row) uint64 { return uint64(b.l.stats.sketch.postals[r[slotPostal]].area) }

func (b *blocker) birthYear(r *row) uint64 { return uint64(r[slotBirth] >> 9) }

func (b *blocker) phoneKeys(r *row, out []uint64) {
	for i := range phoneSlots {
		digits := b.l.x.pools.phones.string(r[int(slotPhone)+i])
		if len(digits) < 6 {
			continue
		}
		key := uint64(1)
		for _, c := range []byte(digits[max(0, len(digits)-7):]) {
			key = key<<8 | uint64(c)
		}
		out[i] = key
		for j := range i {
			if out[j] == key {
				out[i] = 0
			}
		}
	}
}

// mailbox is the local part of the email when it says more than a role.
func (b *blocker) mailbox(r *row) uint64 {
	if r[slotEmail] == 0 || r[slotFlags]&flagRole != 0 {
		return 0
	}
	return b.l.mailboxes[r[slotEmail]]
}

func (b *blocker) roadStem(r *row) uint64 {
	id := r[slotStreet]
	if id == 0 {
		id = r[slotAddress]
	}
	if id == 0 {
		return 0
	}
	roads := b.l.stats.roads
	best := uint32(0)
	for _, w := range roads.list(id) {
		if digit(roads.words.string(w)[0]) {
			continue
		}
		if best == 0 || roads.rarer(w, best) {
			best = w
		}
	}
	if best == 0 {
		return 0
	}
	return roads.words.hash(best) | 1
}

// rareWords are the company's words that others share, rarest first: a word
// that stands in one name only proposes no pair.
func (b *blocker) rareWords(r *row) []uint64 {
	id := r[slotCompany]
	if id == 0 {
		return nil
	}
	if b.firm == id {
		return b.words
	}
	firms := b.l.stats.firms
	var picked [4]uint32
	n := 0
	for _, w := range firms.list(id) {
		if firms.count[w] < 2 && b.l.firmRows[id] < 2 {
			continue
		}
		at := n
		for at > 0 && firms.rarer(w, picked[at-1]) {
			at--
		}
		if at == len(picked) {
			continue
		}
		copy(picked[at+1:], picked[at:min(n, len(picked)-1)])
		picked[at] = w
		n = min(n+1, len(picked))
	}
	b.firm, b.words = id, b.words[:0]
	for _, w := range picked[:n] {
		b.words = append(b.words, firms.words.hash(w)|1)
	}
	return b.words
}

// rarer tells whether word a is rarer than b; ties break on the words.
func (t *tokens) rarer(a, b uint32) bool {
	if t.count[a] != t.count[b] {
		return t.count[a] < t.count[b]
	}
	return t.words.hash(a) < t.words.hash(b)
}

// head is the first five letters of the company.
func (b *blocker) head(r *row) uint64 {
	name := compact(b.l.x.pools.companies.string(r[slotCompany]))
	if len(name) < 4 {
		return 0
	}
	key := uint64(0)
	for _, c := range []byte(name[:min(5, len(name))]) {
		key = key<<8 | uint64(c)
	}
	return key
}

// likeWords are keys of a company's name that slips in a word leave as they are:
// the beginnings of the first two words, and the sound and the letters of the
// longest. They are for lists of companies.
func (b *blocker) likeWords(r *row, out []uint64) {
	if b.l.stats.wording == nil || r[slotCompany] == 0 {
		return
	}
	firms := b.l.stats.firms
	words := firms.list(r[slotCompany])
	longest := ""
	for i, w := range words {
		s := firms.words.string(w)
		if len(s) > len(longest) {
			longest = s
		}
		if i < 2 {
			out[0] = out[0]<<32 | beginningOf(s)
		}
	}
	if len(words) < 2 {
		out[0] = 0
	}
	if len(longest) < 4 {
		return
	}
	out[1] = textHash(similar.Phonetic(longest))
	letters := []byte(longest)
	slices.Sort(letters)
	out[2] = textHash(string(letters))
}

// beginningOf is the first three letters of a word.
func beginningOf(s string) uint64 {
	key := uint64(0)
	for i := range min(3, len(s)) {
		key = key<<8 | uint64(s[i])
	}
	return key
}

// The keys that split an over-large block.

func (b *blocker) nameKey(r *row) uint64 {
	if r[slotLast] == 0 && r[slotFirst] == 0 {
		return both(b.head(r), 3)
	}
	return mix(b.sound(slotLast, r), b.initial(slotFirst, r)) | 1
}

func (b *blocker) areaKey(r *row) uint64 {
	if area := b.postalArea(r); area != 0 {
		return area
	}
	return b.hash(slotCity, r)
}

func (b *blocker) birthKey(r *row) uint64 { return uint64(r[slotBirth]) }

func (b *blocker) firmKey(r *row) uint64 {
	if words := b.rareWords(r); len(words) > 0 {
		return words[0]
	}
	return b.hash(slotDomain, r)
}
