package dedupe

import (
	"fmt"
	"testing"

	"goldpan/internal/contact"
)

// What scoring gives up on by the names must have no chance by the whole
// comparison either.
func TestHasteLosesNothing(t *testing.T) {
	given := []string{"adam", "beata", "cezary", "dorota", "edward", "halina"}
	family := []string{"wilk", "zajac", "bocian", "sowa", "kos", "lis", "wrona", "dudek", "czapla", "jelen", "sarna", "bober"}
	var people []*contact.Record
	for i := range 400 {
		first, last := given[i%6], family[(i*7+i/6)%12]
		people = append(people, somebody(contact.FirstName, first, contact.LastName, last, contact.Company, fmt.Sprintf("fabryka %d", i%40),
			contact.Email, fmt.Sprintf("%s.%s@fabryka%d.example", first, family[(i*7)%12], i%40), contact.EmailDomain, fmt.Sprintf("fabryka%d.example", i%40),
			contact.Phone, fmt.Sprintf("+4822%07d", i%40), contact.PhoneKind, "fixed", contact.City, "Opole", contact.PostalCode, fmt.Sprintf("45-0%02d", i%40),
			contact.Gender, []string{"m", "f"}[i%2], contact.Title, "buyer"))
	}
	l := clusterOf(t, Default(), people).linker
	l.model.prior = -18 // as in a list of half a million rows
	c := newComparer(l.x, l.stats)
	left := 0
	for a := range uint32(len(l.rows.rows)) {
		for b := range a {
			if l.row(a)[slotCity] != l.row(b)[slotCity] {
				continue
			}
			var hasty, o outcome
			if _, ok := l.judge(c, a, b, true, &hasty); ok {
				continue
			}
			left++
			ra, rb := l.row(a), l.row(b)
			c.compare(ra, rb, &o)
			bits := l.model.score(&o)
			if movedOn(ra, rb, &o) {
				bits = l.model.human(&o)
			} else if l.stats.certain(ra, rb, &o) {
				t.Fatalf("rows %d and %d are certain, but were given up", a, b)
			}
			if bits+l.model.prior >= keptOdds {
				t.Fatalf("rows %d and %d reach %.1f bits, but were given up", a, b, bits)
			}
		}
	}
	if left < 1000 {
		t.Errorf("only %d pairs were given up", left)
	}
}
