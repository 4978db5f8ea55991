package dedupe

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

func member(list int32, pairs ...any) *contact.Record {
	r := somebody(pairs...)
	r.Origin.List = list
	return r
}

func TestMergeTakesTheBestOfEach(t *testing.T) {
	members := []*contact.Record{
		member(0, contact.FirstName, "K.", contact.LastName, "Nowak", contact.Phone, "+48221112233", contact.PhoneKind, "fixed",
			contact.City, "Łódź", contact.UpdatedDate, "2026-01-01"),
		member(1, contact.FirstName, "Kamila", contact.LastName, "Nowak", contact.Mobile, "+48601222333", contact.MobileKind, "mobile",
			contact.Street, "Prosta 5", contact.City, "Warszawa", contact.PostalCode, "00-001", contact.UpdatedDate, "2025-01-01"),
		member(1, contact.FirstName, "Kamila", contact.LastName, "Nowak", contact.Phone, "+48224445566", contact.PhoneKind, "fixed",
			contact.Title, "Dyrektor", contact.UpdatedDate, "2024-01-01"),
	}
	golden, from := Merge(members, nil)
	for f, want := range map[contact.Field]string{
		contact.FirstName: "Kamila", contact.FirstKey: "kamila", // a name beats an initial, though older
		contact.Street: "Prosta 5", contact.City: "Warszawa", contact.PostalCode: "00-001", // one address, not a mixture
		contact.Phone: "+48221112233", contact.PhoneKind: "fixed", contact.Phone2: "+48224445566", contact.Phone2Kind: "fixed",
		contact.Mobile: "+48601222333", contact.BestPhone: "+48601222333", contact.Title: "Dyrektor",
	} {
		if golden.Get(f) != want {
			t.Errorf("%v = %q, want %q", f, golden.Get(f), want)
		}
	}
	for f, want := range map[contact.Field]int{contact.FirstName: 1, contact.City: 1, contact.Phone: 0, contact.Phone2: 2, contact.Title: 2, contact.Company: -1} {
		if from[f] != want {
			t.Errorf("%v came from member %d, want %d", f, from[f], want)
		}
	}
}

func TestMergePrefersAgreementThenRecencyThenTrust(t *testing.T) {
	said := func(list int32, city, updated string) *contact.Record {
		return member(list, contact.City, city, contact.UpdatedDate, updated)
	}
	trust := func(list int32) int { return int(list) }
	tests := []struct {
		name    string
		members []*contact.Record
		want    string
	}{
		{"two agree", []*contact.Record{said(0, "Bergen", "2020-01-01"), said(0, "Oslo", "2026-01-01"), said(0, "Bergen", "2019-01-01")}, "Bergen"},
		{"the newer", []*contact.Record{said(5, "Bergen", "2020-01-01"), said(0, "Oslo", "2026-01-01")}, "Oslo"},
		{"the trusted", []*contact.Record{said(1, "Bergen", ""), said(4, "Oslo", "")}, "Oslo"},
		{"by content", []*contact.Record{said(1, "Oslo", ""), said(1, "Bergen", "")}, "Bergen"},
	}
	for _, tt := range tests {
		if golden, _ := Merge(tt.members, trust); golden.Get(contact.City) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, golden.Get(contact.City), tt.want)
		}
	}
}

// Whoever said no anywhere has said no.
func TestMergeKeepsRestrictions(t *testing.T) {
	golden, from := Merge([]*contact.Record{
		member(0, contact.LastName, "Lien", contact.DoNotCall, "no", contact.Consent, "yes", contact.ConsentDate, "2026-05-01"),
		member(0, contact.LastName, "Lien", contact.DoNotCall, "yes", contact.OptOut, "yes", contact.Consent, "no", contact.ConsentDate, "2024-02-02"),
	}, nil)
	if golden.Get(contact.DoNotCall) != "yes" || golden.Get(contact.OptOut) != "yes" || golden.Get(contact.Consent) != "no" ||
		golden.Get(contact.ConsentDate) != "2024-02-02" || from[contact.DoNotCall] != 1 {
		t.Errorf("restrictions were lost: %q %q %q %q from %d", golden.Get(contact.DoNotCall), golden.Get(contact.OptOut),
			golden.Get(contact.Consent), golden.Get(contact.ConsentDate), from[contact.DoNotCall])
	}
}

func TestMergeFillsExtras(t *testing.T) {
	a, b := member(0, contact.LastName, "Lien", contact.City, "Oslo"), member(0, contact.LastName, "Lien")
	a.Extras = []contact.Extra{{Label: 3, Value: "x"}, {Label: 1, Value: ""}}
	b.Extras = []contact.Extra{{Label: 1, Value: "y"}, {Label: 2, Value: "z"}, {Label: 3, Value: "w"}}
	golden, _ := Merge([]*contact.Record{a, b}, nil)
	want := []contact.Extra{{Label: 1, Value: "y"}, {Label: 2, Value: "z"}, {Label: 3, Value: "x"}}
	if diff := cmp.Diff(want, golden.Extras); diff != "" {
		t.Errorf("extras (-want +got):\n%s", diff)
	}
	if a.Extras[1].Value != "" {
		t.Error("a member was changed")
	}
}

// A switchboard is dialled where nobody has a number of their own, whichever
// row brings it.
func TestMergeDialsTheSwitchboardLast(t *testing.T) {
	switchboard := member(0, contact.LastName, "Lien", contact.Switchboard, "+4722001100", contact.BestPhone, "+4722001100")
	direct := member(0, contact.LastName, "Lien", contact.Phone, "+4722001122", contact.BestPhone, "+4722001122")
	for want, members := range map[string][]*contact.Record{"+4722001100": {switchboard}, "+4722001122": {switchboard, direct}} {
		if golden, _ := Merge(members, nil); golden.Get(contact.BestPhone) != want {
			t.Errorf("of %d rows %q is dialled, want %q", len(members), golden.Get(contact.BestPhone), want)
		}
	}
}
