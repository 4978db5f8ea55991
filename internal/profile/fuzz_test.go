package profile

import "testing"

// FuzzParse: no text makes reading a profile fall over, and a text gives
// either a profile or mistakes, each with a place.
func FuzzParse(f *testing.F) {
	f.Add("lists: [{match: a, price: 1 EUR, map: {A: company}, header_row: none}]\nassign: {reps: [{name: E, capacity: 1}], return_after: 2 days}\n")
	f.Add("version: 1\ntarget: {employees: 20-500, custom: [{name: a, when: 'age > 1'}]}\n")
	f.Add("a: &x [*x]\n")
	f.Add("version: 1\nmeans: &m {revenue: {min: 1k€}}\ntarget: *m\n")
	f.Add("score: [{when: '{{{', points: 1}]\ntiers: {A: 1}\n---\nb: 2")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		p, mistakes := Parse([]byte(text), dir)
		if (p == nil) == (len(mistakes) == 0) {
			t.Fatalf("profile %v and mistakes %v", p, mistakes)
		}
		for _, m := range mistakes {
			if m.Line < 1 || m.Column < 1 || m.Message == "" {
				t.Errorf("a mistake without a place or words: %+v", m)
			}
		}
	})
}

// FuzzParseMoney: an amount is never negative or not a number, and what it
// says is itself an amount of the same value.
func FuzzParseMoney(f *testing.F) {
	for _, seed := range []string{"2M EUR", "500 tys. zł", "€1.5m", "60000 PLN", "1 200,50", "15 MNOK", "TEUR 500", "-", "1e9", "k"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := ParseMoney(text)
		if err == nil && !(a.Value >= 0) {
			t.Errorf("%q is %v", text, a.Value)
		}
	})
}
