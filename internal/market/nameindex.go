package market

import "github.com/cespare/xxhash/v2"

// nameIndex holds what each word may be in a name, eight bytes a word, so that
// the whole of it stays in the processor's cache: every name of every row is
// looked up here. A word is told by 44 bits of a hash; a test holds that no two
// words of the tables share them, and one of a billion unknown words may.
type nameIndex struct {
	slots []uint64 // hash and NameWord; 0 empty; a power of two, at most half full
}

// nameWordBits are the bits of a NameWord.
const nameWordBits = 20

func newNameIndex(words map[string]nameEntry) *nameIndex {
	size := 1
	for size < 2*len(words) {
		size *= 2
	}
	x := &nameIndex{make([]uint64, size)}
	for word, entry := range words {
		at, hash := x.place(xxhash.Sum64String(word))
		for x.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		x.slots[at] = hash | uint64(entry.word)
	}
	return x
}

// place is where a hash is looked for first, and its part that tells the word.
func (x *nameIndex) place(hash uint64) (at int, word uint64) {
	return int(hash>>nameWordBits) & (len(x.slots) - 1), hash &^ (1<<nameWordBits - 1)
}

func (x *nameIndex) get(word []byte) NameWord {
	at, hash := x.place(xxhash.Sum64(word))
	for {
		slot := x.slots[at]
		if slot == 0 {
			return 0
		}
		if slot&^(1<<nameWordBits-1) == hash {
			return NameWord(slot & (1<<nameWordBits - 1))
		}
		at = (at + 1) & (len(x.slots) - 1)
	}
}
