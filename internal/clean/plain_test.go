package clean

import (
	"math/rand/v2"
	"testing"
)

// TestPlainByEights holds the reading of eight bytes at a time to the plain
// loop, on texts of the signs between which it has to tell.
func TestPlainByEights(t *testing.T) {
	signs := []byte{' ', ' ', ' ', '!', 'a', 'Z', '~', '0', 0x1F, 0x7F, 0x80, 0xFF, '\t', 0, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'}
	random := rand.New(rand.NewPCG(1, 2))
	plain := 0
	for range 200_000 {
		text := make([]byte, random.IntN(30))
		for i := range text {
			text[i] = signs[random.IntN(len(signs))]
			if random.IntN(4) > 0 {
				text[i] = 'y'
			}
		}
		want := isPlainShort(string(text))
		if want {
			plain++
		}
		if got := isPlain(string(text)); got != want {
			t.Fatalf("isPlain(%q) = %v", text, got)
		}
	}
	if plain < 1000 {
		t.Errorf("only %d of the texts were plain", plain)
	}
}
