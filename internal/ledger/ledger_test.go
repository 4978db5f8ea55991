package ledger

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

func open(t *testing.T, rows int) *Ledger {
	t.Helper()
	l := New([]contact.List{{Path: "a.csv"}, {Path: "b.xlsx", Sheet: "Lista"}})
	for i := range rows {
		if id := l.Open(contact.Origin{List: int32(i % 2), Row: int32(i + 2)}); id != uint32(i) {
			t.Fatalf("row %d got id %d", i, id)
		}
	}
	return l
}

func TestBalance(t *testing.T) {
	l := open(t, 5)
	l.Deliver(0, contact.Prospect)
	l.Deliver(1, contact.Suspect)
	l.Merge(2, 0)
	tooFew := Rejection{[]contact.Reason{"target-employees"}, "employees 3, wanted 20-500", true}
	both := Rejection{[]contact.Reason{"target-employees", "means-credit"}, "", false}
	l.Reject(3, tooFew)
	l.Reject(4, both)
	l.Skip(1, "total")
	l.Skip(1, "total")
	got, err := l.Close()
	if err != nil {
		t.Fatal(err)
	}
	want := Balance{
		Total:      Totals{5, 1, 1, 1, 2},
		Lists:      []Totals{{3, 1, 0, 1, 1}, {2, 0, 1, 0, 1}},
		Skipped:    []map[string]int{nil, {"total": 2}},
		Reasons:    map[contact.Reason]int{"target-employees": 2},
		NearMisses: map[contact.Reason]int{"target-employees": 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(tooFew, l.Rejection(3)); diff != "" {
		t.Error(diff)
	}
	if l.MergedInto(2) != 0 || l.Fate(4) != contact.Rejected || l.Origin(3).Row != 5 {
		t.Error("the ledger does not remember what it was told")
	}
}

func TestUnbalanced(t *testing.T) {
	for name, test := range map[string]struct {
		do   func(*Ledger)
		want string
	}{
		"a row forgotten":     {func(l *Ledger) { l.Deliver(0, contact.Prospect) }, "b.xlsx#Lista does not balance"},
		"a row decided twice": {func(l *Ledger) { l.Merge(1, 0); l.Deliver(1, contact.Suspect) }, "decided twice"},
		"an unknown row":      {func(l *Ledger) { l.Merge(9, 0) }, "never entered"},
		"no reason":           {func(l *Ledger) { l.Reject(0, Rejection{}) }, "without a reason"},
		"no delivery":         {func(l *Ledger) { l.Deliver(0, contact.Merged) }, `delivered as "merged"`},
	} {
		l := open(t, 2)
		test.do(l)
		if _, err := l.Close(); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, test.want)
		}
	}
}
