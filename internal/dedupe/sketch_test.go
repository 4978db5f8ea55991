package dedupe

import (
	"math/rand/v2"
	"strings"
	"testing"

	"goldpan/internal/similar"
)

// made makes pairs of texts that are often alike: what a sketch rules out, the
// comparison of the texts themselves must rule out too.
func made(r *rand.Rand, alphabet string) (a, b string) {
	word := func() string {
		n := 1 + r.IntN(12)
		var s strings.Builder
		for range n {
			s.WriteByte(alphabet[r.IntN(len(alphabet))])
		}
		return s.String()
	}
	a = word()
	b = a
	for range r.IntN(5) {
		at := r.IntN(len(b) + 1)
		switch r.IntN(3) {
		case 0:
			b = b[:at] + word()[:1] + b[at:]
		case 1:
			b = b[:at] + b[min(at+1, len(b)):]
		case 2:
			b = b[:at] + word()
		}
	}
	return a, b
}

func TestSketchRulesOutOnlyTheUnlike(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	ruledOut := 0
	for range 200_000 {
		a, b := made(r, "aabcdenorst -")
		ka, kb := sketchOf(a, true), sketchOf(b, true)
		if got, want := ka.atMost(&kb), similar.AtMost(a, b); got != want {
			t.Fatalf("bound of %q and %q is %v, want %v", a, b, got, want)
		}
		if similar.OneEdit(a, b) && !ka.within(&kb, 1) || similar.Within(a, b, 2) && !ka.within(&kb, 2) || misspelt(a, b) && !ka.misspelt(&kb) {
			t.Fatalf("the sketches rule out %q and %q", a, b)
		}
		ca, cb := sketchOf(a, false), sketchOf(b, false)
		if misspelt(compact(a), compact(b)) && !ca.misspelt(&cb) {
			t.Fatalf("without spaces the sketches rule out %q and %q", a, b)
		}
		if !ka.misspelt(&kb) {
			ruledOut++
		}
	}
	if ruledOut < 10_000 {
		t.Errorf("only %d pairs were ruled out", ruledOut)
	}
}

// Names, addresses, numbers and words are the same by way of sketches as by
// their texts alone.
func TestSketchedLevelsAreThoseOfTheTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	x := NewIndex(Default())
	words := newPool()
	type pair struct{ a, b string }
	var names, mails, phones []pair
	for range 20_000 {
		a, b := made(r, "aabcdenorst ")
		names = append(names, pair{strings.TrimSpace(a) + "x", strings.TrimSpace(b) + "x"})
		a, b = made(r, "abc.1@")
		mails = append(mails, pair{a, b})
		a, b = made(r, "0123456789")
		phones = append(phones, pair{"+4822" + a, "+4822" + b})
	}
	names = append(names, pair{"bob", "robert"}, pair{"b", "robert"}, pair{"kasia", "katarzyna"}, pair{"robert", "bob"})
	for i, of := range [...][]pair{names, mails, phones} {
		p := [...]*pool{x.pools.names, x.pools.emails, x.pools.phones}[i]
		for _, pair := range of {
			p.id(pair.a)
			p.id(pair.b)
			if i == 0 {
				words.id(strings.ReplaceAll(pair.a, " ", ""))
				words.id(strings.ReplaceAll(pair.b, " ", ""))
			}
		}
	}
	s := &statistics{sketch: newSketchbook(x.pools)}
	c := newComparer(x, s)
	for _, n := range names {
		a, b := x.pools.names.find(n.a), x.pools.names.find(n.b)
		sound := c.soundAlike(a, b)
		if got, want := c.firstNames(a, b), firstLevel(n.a, n.b, x.variant, sound); got != want {
			t.Fatalf("given names %q and %q: level %d by sketches, %d by the texts", n.a, n.b, got, want)
		}
		if got, want := c.lastNames(a, b), lastLevel(n.a, n.b, sound); got != want {
			t.Fatalf("family names %q and %q: level %d by sketches, %d by the texts", n.a, n.b, got, want)
		}
	}
	for _, m := range mails {
		a, b := x.pools.emails.find(m.a), x.pools.emails.find(m.b)
		if a != b {
			if got, want := c.mailLevel(a, b), emailLevel(m.a, m.b); got != want {
				t.Fatalf("addresses %q and %q: level %d by sketches, %d by the texts", m.a, m.b, got, want)
			}
		}
	}
	for _, n := range phones {
		a, b := x.pools.phones.find(n.a), x.pools.phones.find(n.b)
		if got, want := c.phoneLevel(a, b), phoneLevel(n.a, n.b); a != b && got != want {
			t.Fatalf("numbers %q and %q: level %d by sketches, %d by the texts", n.a, n.b, got, want)
		}
	}
	tokens := &tokens{words: words, sketch: sketches(words, true)}
	for _, n := range names {
		a, b := strings.ReplaceAll(n.a, " ", ""), strings.ReplaceAll(n.b, " ", "")
		if got, want := tokens.wordsAlike(words.find(a), words.find(b)), textsAlike(a, b); a != b && got != want {
			t.Fatalf("words %q and %q: %v by sketches, %v by the texts", a, b, got, want)
		}
	}
}
