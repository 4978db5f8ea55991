package dedupe

import "testing"

func TestAreas(t *testing.T) {
	p := newPool()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"TQ138DF", "TQ134AA", true},
		{"TQ138DF", "TQ38DF", false},
		{"M11AA", "M12BB", true},
		{"K1A0B1", "K1A9Z9", true},
		{"K1A0B1", "K2A0B1", false},
		{"1015CN", "1016AB", true},
		{"60612", "60699", true},
		{"60612", "60712", false},
		{"2145", "2101", true},
		{"101", "102", false}, // too short to have areas
	} {
		a, b := p.id(c.a), p.id(c.b)
		all := areas(p)
		if same := all[a] == all[b] && all[a] != 0; same != c.same {
			t.Errorf("%s and %s: %v", c.a, c.b, same)
		}
	}
}
