package similar

import (
	"math"
	"strings"
	"testing"

	"github.com/agnivade/levenshtein"
)

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"kowalski", "kowalska", 1},
		{"smith", "smiht", 2}, {"łódź", "lodz", 3},
		{strings.Repeat("ab", 40), strings.Repeat("ba", 40), 2},
	}
	for _, tt := range tests {
		if got := Distance(tt.a, tt.b); got != tt.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func FuzzDistance(f *testing.F) {
	f.Add("kitten", "sitting")
	f.Add("", "a")
	f.Add(strings.Repeat("x", 64), strings.Repeat("xy", 40))
	f.Fuzz(func(t *testing.T, a, b string) {
		if !ascii(a) || !ascii(b) {
			return
		}
		want := levenshtein.ComputeDistance(a, b)
		if got := Distance(a, b); got != want {
			t.Fatalf("Distance(%q, %q) = %d, the reference says %d", a, b, got, want)
		}
		if len(a) <= 64 && len(b) <= 64 {
			if osa := Transposed(a, b); osa > want {
				t.Fatalf("Transposed(%q, %q) = %d is over the Levenshtein distance %d", a, b, osa, want)
			} else if len(a) <= 60 && len(b) <= 60 && (Within(a, b, 2) != (osa <= 2) || Within(a, b, 1) != (osa <= 1)) {
				t.Fatalf("Within(%q, %q) disagrees with the alignment distance %d", a, b, osa)
			} else if AtMost(a, b) < JaroWinkler(a, b)-1e-9 && a != b {
				t.Fatalf("AtMost(%q, %q) = %v is below %v", a, b, AtMost(a, b), JaroWinkler(a, b))
			} else if OneEdit(a, b) != (osa == 1) {
				t.Fatalf("OneEdit(%q, %q) = %v, but the alignment distance is %d", a, b, OneEdit(a, b), osa)
			}
		}
	})
}

func TestPatternIsReusable(t *testing.T) {
	var p Pattern
	for _, text := range []string{"hansen", "olsen", "", "hansen"} {
		if !p.Set(text) {
			t.Fatalf("Set(%q) refused", text)
		}
		if got, want := p.Distance("hanssen"), levenshtein.ComputeDistance(text, "hanssen"); got != want {
			t.Errorf("Distance of %q = %d, want %d", text, got, want)
		}
	}
	if p.Set(strings.Repeat("a", 65)) || p.Set("ø") {
		t.Error("Set took a text it cannot hold")
	}
}

// The values are those of Winkler's own table ("Overview of record linkage and
// current research directions", 2006, table 6).
func TestJaroWinkler(t *testing.T) {
	tests := []struct {
		a, b          string
		jaro, winkler float64
	}{
		{"shackleford", "shackelford", 0.970, 0.982},
		{"dunningham", "cunnigham", 0.896, 0.896},
		{"nichleson", "nichulson", 0.926, 0.956},
		{"jones", "johnson", 0.790, 0.832},
		{"massey", "massie", 0.889, 0.933},
		{"abroms", "abrams", 0.889, 0.922},
		{"jeraldine", "geraldine", 0.926, 0.926},
		{"marhta", "martha", 0.944, 0.961},
		{"michelle", "michael", 0.869, 0.921},
		{"dwayne", "duane", 0.822, 0.840},
		{"abc", "xyz", 0, 0}, {"", "", 1, 1}, {"", "a", 0, 0},
	}
	for _, tt := range tests {
		if got := Jaro(tt.a, tt.b); math.Abs(got-tt.jaro) > 0.0006 {
			t.Errorf("Jaro(%q, %q) = %.4f, want %.3f", tt.a, tt.b, got, tt.jaro)
		}
		if got := JaroWinkler(tt.a, tt.b); math.Abs(got-tt.winkler) > 0.0006 {
			t.Errorf("JaroWinkler(%q, %q) = %.4f, want %.3f", tt.a, tt.b, got, tt.winkler)
		}
	}
}

func TestPhonetic(t *testing.T) {
	same := [][]string{
		{"schmidt", "schmitt", "szmit", "smit", "smith"},
		{"meier", "mayer", "meyer", "maier"},
		{"philip", "filip", "phillip"},
		{"kovacs", "kowacz"},
		{"hansen", "hanssen"},
		{"jackson", "jakson"},
		{"katherine", "catherine", "katarine"},
	}
	for _, group := range same {
		for _, w := range group[1:] {
			if Phonetic(w) != Phonetic(group[0]) {
				t.Errorf("Phonetic(%q) = %q, but %q is %q", w, Phonetic(w), group[0], Phonetic(group[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"miller", "keller"}, {"anna", "ella"}, {"nowak", "kowal"}} {
		if Phonetic(pair[0]) == Phonetic(pair[1]) {
			t.Errorf("%q and %q sound alike: %q", pair[0], pair[1], Phonetic(pair[0]))
		}
	}
}

func TestTokens(t *testing.T) {
	rarity := func(token string) float64 {
		if token == "bank" {
			return 1
		}
		return 4
	}
	tests := []struct {
		a, b string
		want float64
	}{
		{"nord bank", "nord bank", 1},
		{"nord bank", "bank nord", 1},
		{"nord bank", "sued bank", 0.2},
		{"orlowski bank", "orlovski bank", 0.84},
		{"nord", "", 0}, {"", "", 0},
	}
	for _, tt := range tests {
		if got := Tokens(strings.Fields(tt.a), strings.Fields(tt.b), rarity); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("Tokens(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func BenchmarkPatternDistance(b *testing.B) {
	var p Pattern
	p.Set("wojciechowska")
	for b.Loop() {
		p.Distance("wojciechowski")
	}
}

func BenchmarkJaroWinkler(b *testing.B) {
	for b.Loop() {
		JaroWinkler("wojciechowska", "wojciechowski")
	}
}

// Within and OneEdit agree with the full table on every pair of short words
// over three letters.
func TestWithinExhaustively(t *testing.T) {
	words := []string{""}
	for at := 0; len(words[at]) < 5; at++ {
		for _, c := range "abc" {
			words = append(words, words[at]+string(c))
		}
	}
	for _, a := range words {
		for _, b := range words {
			osa := Transposed(a, b)
			for most := 1; most <= 2; most++ {
				if Within(a, b, most) != (osa <= most) {
					t.Fatalf("Within(%q, %q, %d) = %v, the distance is %d", a, b, most, !(osa <= most), osa)
				}
			}
			if OneEdit(a, b) != (osa == 1) {
				t.Fatalf("OneEdit(%q, %q) = %v, the distance is %d", a, b, osa != 1, osa)
			}
		}
	}
}
