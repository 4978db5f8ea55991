package dedupe

import (
	"fmt"
	"strings"
	"testing"

	"goldpan/internal/contact"
)

func TestAreas(t *testing.T) {
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
		if same := areaOf(c.a) == areaOf(c.b) && areaOf(c.a) != 0; same != c.same {
			t.Errorf("%s and %s: %v", c.a, c.b, same)
		}
	}
}

// Of a person in ten rows many say little: what the rows say together counts.
func TestTenRowsOfOnePerson(t *testing.T) {
	l := newLookalike(6)
	for i := range 1200 {
		given := [2]string{strings.ToLower(l.place()), strings.ToLower(l.place())}
		family := [2]string{strings.ToLower(l.place()), strings.ToLower(l.place())}
		area := fmt.Sprintf("%c%c%d", 'A'+l.rng.IntN(20), 'A'+l.rng.IntN(20), 1+l.rng.IntN(9))
		town, born := strings.ToLower(l.place()), 1600+l.rng.IntN(300)
		date := fmt.Sprintf("%d-%02d-%02d", born, 1+l.rng.IntN(12), 1+l.rng.IntN(28))
		for range 10 {
			first, last := given[l.rng.IntN(5)/4], family[l.rng.IntN(5)/4]
			values := map[contact.Field]string{contact.FirstKey: l.slip(first, 0.1), contact.LastKey: l.slip(last, 0.1),
				contact.PostalKey: fmt.Sprintf("%s%d%c%c", area, 1+l.rng.IntN(3), 'A'+l.rng.IntN(2), 'A'+l.rng.IntN(2)), contact.CityKey: town}
			switch l.rng.IntN(5) {
			case 0, 1:
			case 2:
				values[contact.BirthDate] = fmt.Sprintf("%d-01-01", born)
			default:
				values[contact.BirthDate] = date
			}
			if l.rng.IntN(3) == 0 {
				delete(values, contact.CityKey)
			}
			l.add(fmt.Sprint(i), values)
		}
	}
	if a := l.score(t); a.Precision < 0.98 || a.Recall < 0.95 {
		t.Errorf("%+v", a)
	}
}
