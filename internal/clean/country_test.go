package clean

import (
	"testing"

	"goldpan/internal/contact"
)

// A country that is misspelt must not become the list's own.
func TestMisspeltCountry(t *testing.T) {
	c := New(Config{Country: "PL"})
	for _, text := range []string{"Germnay", "Germnay"} { // the second from memory
		r := &contact.Record{}
		r.Values[contact.Country] = text
		c.Clean(r, &contact.Hints{})
		if got := r.Values[contact.Country]; got != "DE" {
			t.Errorf("%q is %q", text, got)
		}
		if len(r.Notes) != 1 || r.Notes[0].String() != "country:misspelt" {
			t.Errorf("notes %v", r.Notes)
		}
	}
	r := &contact.Record{}
	r.Values[contact.Country] = "Rutland"
	c.Clean(r, &contact.Hints{})
	if r.Values[contact.Country] == "RU" {
		t.Error("a county of England is not Russia")
	}
}
