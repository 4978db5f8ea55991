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
	began := time.Now()
	got, _ := Merge(many, nil)
	if took := time.Since(began); took > 30*time.Second { // half a second, unless the machine is busy
		t.Errorf("%d rows took %v to merge", len(many), took)
	}
	if got.Values != want.Values {
		t.Errorf("many rows merge to %q, few to %q", got.Values, want.Values)
	}
}
