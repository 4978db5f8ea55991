package dedupe

import (
	"testing"

	"goldpan/internal/contact"
)

func TestTownOnly(t *testing.T) {
	for _, test := range []struct {
		street, city, region, town string
		only                       bool
	}{
		{"Lublin, Poland", "Lublin", "", "lublin", true},
		{"Lublin, Poland", "", "", "lublin", true},
		{"Austin, TX, USA", "Austin", "TX", "austin", true},
		{"Lublin", "Lublin", "", "lublin", true},
		{"Germany", "", "", "", true},
		{"Prosta 5, Lublin", "Lublin", "", "", false},
		{"Prosta", "Lublin", "", "", false},
		{"Prosta", "", "", "", false},
		{"Rose Cottage, Mill Lane", "Ashby", "", "", false},
		{"", "Lublin", "", "", false},
	} {
		r := somebody(contact.Street, test.street, contact.City, test.city, contact.Region, test.region)
		town, only := townOnly(&r.Values)
		if only != test.only || only && town != test.town {
			t.Errorf("townOnly(%q in %q) = %q, %v; want %q, %v", test.street, test.city, town, only, test.town, test.only)
		}
	}
}

// Look-alikes of ordinary lists that are two contacts.
func TestTwoOfAKind(t *testing.T) {
	near := func(last, firm, phone, street string) *contact.Record {
		domain := firm + ".example"
		mail := "henryk." + last + "@" + domain
		return somebody(contact.FirstName, "Henryk", contact.LastName, last, contact.Company, firm, contact.Email, mail, contact.EmailKind, "personal",
			contact.EmailDomain, domain, contact.Phone, phone, contact.PhoneKind, "fixed", contact.Street, street, contact.City, "Torun", contact.PostalCode, "87100")
	}
	firm := func(name, form, phone, mail, street, city string) *contact.Record {
		return somebody(contact.Company, name, contact.LegalForm, form, contact.Phone, phone, contact.PhoneKind, "fixed", contact.Email, mail,
			contact.EmailKind, "role", contact.EmailDomain, "kwirelda.example", contact.Street, street, contact.City, city)
	}
	const mail, phone = "info@kwirelda.example", "+48565550101"
	for name, pair := range map[string][]*contact.Record{
		"near names at two firms of one town": {near("szczepanski", "ferngra", "+48225501064", "Torun, Poland"), near("szczepaniak", "kowalvex", "+48225501164", "Torun, Poland")},
		"near names at two firms of one house": {near("szczepanski", "ferngra", "+48225501064", "Mostowa 4"),
			near("szczepaniak", "kowalvex", "+48225501164", "Mostowa 4")},
		"two legal forms": {firm("Kwirelda Stal", "sp_zoo", phone, mail, "Mostowa 4", "Torun"), firm("Kwirelda Stal", "sa", phone, mail, "Mostowa 4", "Torun")},
		"firms of a group": {firm("Kwirelda Zumowan", "", phone, mail, "Mostowa 4", "Torun"),
			firm("Kwirelda Tredolim", "", phone, mail, "Mostowa 4", "Torun")},
		"branches with the number of the head office": {firm("Kwirelda Stal", "", phone, mail, "Mostowa 4", "Torun"), firm("Kwirelda Stal", "", phone, mail, "Polna 17", "Gliwice")},
	} {
		apart(t, name, clusterOf(t, Default(), pair).Contact, 2)
	}
}

// A legal form that one row leaves out or writes otherwise tells nothing.
func TestLegalFormLeftOut(t *testing.T) {
	firm := func(form string) *contact.Record {
		return somebody(contact.Company, "Quillmere Harrow", contact.LegalForm, form, contact.City, "Akron")
	}
	together(t, "with and without a form", clusterOf(t, Default(), []*contact.Record{firm("inc"), firm("corp"), firm("")}).Contact, 3)
	res := clusterOf(t, Default(), []*contact.Record{firm("inc"), firm("llc"), firm("")})
	if res.Contact[0] == res.Contact[1] {
		t.Error("a row without a legal form put two together")
	}
	converted := []*contact.Record{firm("sp_zoo"), firm("sa")}
	for _, r := range converted {
		r.Set(contact.TaxID, "5250007313")
	}
	together(t, "a converted company", clusterOf(t, Default(), converted).Contact, 2)
}
