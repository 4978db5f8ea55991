package market

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
		at, hash := x.place(wordHash([]byte(word)))
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
	at, hash := x.place(wordHash(word))
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

// wordHash multiplies eight bytes at a time into 64 bits (the multiplier is
// that of D. E. Knuth's golden ratio hashing, TAOCP 6.4).
func wordHash(word []byte) uint64 {
	const golden = 0x9E3779B97F4A7C15
	hash := uint64(len(word)+1) * golden
	for len(word) >= 8 {
		hash ^= uint64(word[0]) | uint64(word[1])<<8 | uint64(word[2])<<16 | uint64(word[3])<<24 |
			uint64(word[4])<<32 | uint64(word[5])<<40 | uint64(word[6])<<48 | uint64(word[7])<<56
		hash *= golden
		hash ^= hash >> 29
		word = word[8:]
	}
	rest := uint64(0)
	for i, c := range word {
		rest |= uint64(c) << (8 * i)
	}
	hash = (hash ^ rest) * golden
	hash ^= hash >> 32
	hash *= golden
	return hash ^ hash>>29
}
