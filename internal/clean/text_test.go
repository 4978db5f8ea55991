package clean

import (
	"strings"
	"testing"
)

// The fast test of a plain cell says the same as the rule it stands for.
func TestIsPlain(t *testing.T) {
	bytes := []byte{0, '\t', '\n', ' ', '!', '0', 'a', '~', 0x7F, 0x80, 0xC3, 0xFF}
	var try func(s []byte, more int)
	try = func(s []byte, more int) {
		text := string(s)
		want := text != "" && strings.Join(strings.Fields(text), " ") == text
		for _, c := range s {
			want = want && c >= ' ' && c <= '~'
		}
		if got := isPlain(text); got != want {
			t.Errorf("isPlain(%q) = %v", text, got)
		}
		if more == 0 {
			return
		}
		for _, c := range bytes {
			try(append(s, c), more-1)
		}
	}
	try(nil, 4)
}
