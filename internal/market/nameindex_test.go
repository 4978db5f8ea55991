package market

import (
	"testing"

	"github.com/cespare/xxhash/v2"
)

// TestNameIndex holds the index to the table that it is made of.
func TestNameIndex(t *testing.T) {
	words := nameWords()
	seen := map[uint64]string{}
	for word, entry := range words {
		if entry.word >= 1<<nameWordBits {
			t.Fatalf("%q has bits beyond the %d of the index", word, nameWordBits)
		}
		hash := xxhash.Sum64String(word) >> nameWordBits
		if other, taken := seen[hash]; taken {
			t.Errorf("%q and %q share their hash", word, other)
		}
		seen[hash] = word
		if got := LookupName([]byte(word)); got != entry.word {
			t.Errorf("LookupName(%q) = %b, want %b", word, got, entry.word)
		}
		for _, other := range []string{word + "q", "x" + word, word[:len(word)/2] + "zz"} {
			if got, want := LookupName([]byte(other)), words[other].word; got != want {
				t.Errorf("LookupName(%q) = %b, want %b", other, got, want)
			}
		}
	}
	if len(seen) < 5000 {
		t.Errorf("only %d words", len(seen))
	}
}
