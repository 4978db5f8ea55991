package internal_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"goldpan/internal/contact"
)

// TestReadmeNames holds the README's closed vocabularies to the code's, word by
// word and in the same order.
func TestReadmeNames(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var fields []string
	for _, f := range contact.Fields() {
		fields = append(fields, f.String())
	}
	for head, want := range map[string][]string{
		"**Fields**":     fields,
		"**Seniority**":  contact.Seniorities(),
		"**Department**": contact.Departments(),
		"**Email kind**": contact.EmailKinds(),
		"**Outcome**":    contact.Outcomes(),
	} {
		if got := listed(string(text), head); !slices.Equal(got, want) {
			t.Errorf("%s: the README lists\n%q, the code\n%q", head, got, want)
		}
	}
	for _, reason := range contact.Reasons() {
		if !strings.Contains(string(text), "`"+string(reason)+"`") {
			t.Errorf("the README does not explain the reason %s", reason)
		}
	}
}

// listed are the words behind the colon of the paragraph that begins with head,
// up to its full stop.
func listed(text, head string) []string {
	for line := range strings.Lines(text) {
		rest, ok := strings.CutPrefix(line, head)
		if !ok {
			continue
		}
		_, rest, _ = strings.Cut(rest, ": ")
		rest, _, _ = strings.Cut(rest, ".")
		return strings.Split(rest, ", ")
	}
	return nil
}
