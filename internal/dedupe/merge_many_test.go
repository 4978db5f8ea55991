package dedupe

import (
	"fmt"
	"testing"
	"time"

	"goldpan/internal/contact"
)

// A cluster of many thousand rows merges in time that grows with its rows, and
// to the same record as the few rows that it repeats.
func TestMergeOfManyRows(t *testing.T) {
	few := make([]*contact.Record, 0, 8)
	for i := range 8 {
		r := &contact.Record{ID: uint32(i)}
		r.Values[contact.FirstName] = "Anna"
		r.Values[contact.LastName] = "Kowalska"
		r.Values[contact.Title] = fmt.Sprint("title ", i%3)
		r.Values[contact.City] = []string{"Warszawa", ""}[i%2]
		few = append(few, r)
	}
	var many []*contact.Record
	for range 5000 {
		many = append(many, few...)
	}
	want, _ := Merge(few, nil)
	var got contact.Record
	best := func(rows []*contact.Record) time.Duration {
		least := time.Hour
		for range 3 {
			began := time.Now()
			got, _ = Merge(rows, nil)
			least = min(least, time.Since(began))
		}
		return least
	}
	// Four times the rows: four times as long, or sixteen if every row were
	// held against all others.
	if quarter, whole := best(many[:len(many)/4]), best(many); whole > 10*quarter {
		t.Errorf("%d rows took %v to merge, a quarter of them %v", len(many), whole, quarter)
	}
	if got.Values != want.Values {
		t.Errorf("many rows merge to %q, few to %q", got.Values, want.Values)
	}
}
