package clean

import (
	"strings"
	"testing"

	"goldpan/internal/contact"
)

func TestBesideName(t *testing.T) {
	for _, c := range []struct{ full, country, want, beside string }{
		{"Robin Heron, CEO", "US", "|Robin||Heron||", "CEO|||"},
		{"Robin Heron - Sales Manager", "US", "|Robin||Heron||", "Sales Manager|||"},
		{"Hans Birke (Geschäftsführer)", "DE", "|Hans||Birke||", "Geschäftsführer|||"},
		{"Hans Birke Geschäftsführer", "DE", "|Hans||Birke||", "Geschäftsführer|||"},
		{"Administrator Ion Dunca", "RO", "|Ion||Dunca||", "Administrator|||"},
		{"Dyrektor Szkoły Anna Wilk", "PL", "|Anna||Wilk||", "Dyrektor Szkoły|||"},
		{"Vorname Nachname", "DE", "|||||", "|||"},
		{"Imię Nazwisko", "PL", "|||||", "|||"},
		{"Jan Wilk, prezes zarządu", "PL", "|Jan||Wilk||", "prezes zarządu|||"},
		{"Prezes: Jan Wilk", "PL", "|Jan||Wilk||", "Prezes|||"},
		{"Jan Wilk tel. 601 234 567", "PL", "|Jan||Wilk||", "||601 234 567|"},
		{"Robin Heron (555) 867-5309", "US", "|Robin||Heron||", "||(555) 867-5309|"},
		{"Robin Heron <robin@heron.example>", "US", "|Robin||Heron||", "|robin@heron.example||"},
		{"robin@heron.example", "US", "|||||", "|robin@heron.example||"},
		{"Jan Wilk, Wilk Consulting", "PL", "|Jan||Wilk||", "|||Wilk Consulting"},
		{"Robin Heron | Heron Ltd", "GB", "|Robin||Heron||", "|||Heron Ltd"},
		{"Attn: Robin Heron", "US", "|Robin||Heron||", "|||"},
		{"c/o Robin Heron", "US", "|Robin||Heron||", "|||"},
		{"z. Hd. Frau Eva Birke", "DE", "Frau|Eva||Birke||", "|||"},
		{"Anna Wilk - Zając", "PL", "|Anna||Wilk-Zając||", "|||"},
		{"Heron; Robin", "GB", "|Robin||Heron||", "|||"},
		{"Robin.Heron", "GB", "|Robin||Heron||", "|||"},
		{"robin_heron", "GB", "|Robin||Heron||", "|||"},
		{"Robin Heron.", "GB", "|Robin||Heron||", "|||"},
		{"\"Robin Heron", "GB", "|Robin||Heron||", "|||"},
		{"Robin \"Heron", "GB", "|Robin||Heron||", "|||"},
		{"Robin Heron Robin Heron", "GB", "|Robin||Heron||", "|||"},
		{"Robin Heron 2nd", "US", "|Robin||Heron|2nd|", "|||"},
		{"Buchhaltung", "DE", "|||||", "Buchhaltung|||"},
		{"The Occupier", "GB", "|||||", "|||"},
		{"DECEASED - Mr Robin Heron", "GB", "Mr|Robin||Heron||", "|||"},
		{"Robin Heron (deceased)", "GB", "|Robin||Heron||", "|||"},
		{"Duplicate - Robin Heron", "GB", "|Robin||Heron||", "|||"},
		{"Claire Moulin - doublon", "FR", "|Claire||Moulin||", "|||"},
		{"Hans Birke verstorben", "DE", "|Hans||Birke||", "|||"},
		{"Robin Heron (aka \"Bobby\")", "GB", "|Robin||Heron||Bobby", "|||"},
		{"Robin Heron aka Bobby", "GB", "|Robin||Heron||Bobby", "|||"},
		{"Birke, Eva-Maria geb. Stein", "DE", "|Eva-Maria||Birke||", "|||"},
		{"MOULIN EP. DURAND Claire", "FR", "|Claire||Moulin||", "|||"},
		{"Jean MOULIN (Chief)", "FR", "|Jean||Moulin||Chief", "|||"},
	} {
		p := SplitName(c.full, c.country, "")
		if got := strings.Join([]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix, p.Nickname}, "|"); got != c.want {
			t.Errorf("SplitName(%q) = %s, want %s", c.full, got, c.want)
		}
		if got := strings.Join([]string{p.Beside.Title, p.Beside.Email, p.Beside.Phone, p.Beside.Company}, "|"); got != c.beside {
			t.Errorf("SplitName(%q) has beside the name %s, want %s", c.full, got, c.beside)
		}
	}
}

// TestObjectionBesideName holds that words beside a name close their channel,
// and are no nickname.
func TestObjectionBesideName(t *testing.T) {
	for _, c := range []struct{ name, call, email, all string }{
		{"Robin Heron (do not call)", "yes", "", ""},
		{"Robin Heron - DO NOT CALL", "yes", "", ""},
		{"DO NOT CALL - Robin Heron", "yes", "", ""},
		{"ROBIN HERON DO NOT CONTACT", "", "", "yes"},
		{"Robin Heron (nie dzwonić)", "yes", "", ""},
		{"Robin Heron (unsubscribed)", "", "yes", ""},
		{"Robin Heron (Bob)", "", "", ""},
	} {
		var r contact.Record
		v := &r.Values
		v[contact.FullName] = c.name
		New(Config{}).Clean(&r, nil)
		if got := [3]string{v[contact.DoNotCall], v[contact.DoNotEmail], v[contact.OptOut]}; got != [3]string{c.call, c.email, c.all} {
			t.Errorf("%q: %q", c.name, got)
		}
		if v[contact.FirstName] != "Robin" || v[contact.LastName] != "Heron" || v[contact.MiddleName] != "" {
			t.Errorf("%q: %q %q %q", c.name, v[contact.FirstName], v[contact.MiddleName], v[contact.LastName])
		}
	}
}

// TestMisplacedIdentity holds that a person goes into the person's fields and
// a firm into the company's, wherever they stand.
func TestMisplacedIdentity(t *testing.T) {
	for _, c := range []struct{ name, company, country, person, firm string }{
		{"Plastfol Sp. z o.o.", "", "PL", "", "Plastfol Sp. z o.o."},
		{"Plastfol Sp. z o.o.", "Anna Wiśniewska", "PL", "Anna Wiśniewska", "Plastfol Sp. z o.o."},
		{"SARL MOULIN", "", "FR", "", "SARL MOULIN"},
		{"SAS MOULIN", "", "FR", "", "SAS MOULIN"},
		{"Famille Moulin", "", "FR", "Moulin", ""},
		{"Birke GmbH", "Eva Schneider", "DE", "Eva Schneider", "Birke GmbH"},
		{"Plastfol Sp. z o.o.", "Plastfol Sp. z o.o.", "PL", "", "Plastfol Sp. z o.o."},
		{"Anna Wilk", "Jan Kowalczyk", "PL", "Anna Wilk", "Jan Kowalczyk"},
		{"", "Jan Kowalczyk", "PL", "Jan Kowalczyk", "Jan Kowalczyk"},
		{"", "Usługi Budowlane Jan Kowalczyk", "PL", "Jan Kowalczyk", "Usługi Budowlane Jan Kowalczyk"},
		{"", "Kowalczyk Jan Sklep", "PL", "Jan Kowalczyk", "Kowalczyk Jan Sklep"},
		{"", "PHU Wzór Jan Kowalczyk", "PL", "Jan Kowalczyk", "PHU Wzór Jan Kowalczyk"},
		{"", "Szkoła Podstawowa im. Jana Kowalczyka", "PL", "", "Szkoła Podstawowa im. Jana Kowalczyka"},
		{"", "POPA ION PFA", "RO", "Ion Popa", "POPA ION PFA"},
		{"", "Hans Müller e.K.", "DE", "Hans Müller", "Hans Müller e.K."},
		{"", "Birke Inh. Eva Stein e.K.", "DE", "Eva Stein", "Birke Inh. Eva Stein e.K."},
		{"", "Autohaus Müller e.K.", "DE", "", "Autohaus Müller e.K."},
		{"", "Hans Müller GmbH", "DE", "", "Hans Müller GmbH"},
		{"", "EI Jean Durand", "FR", "Jean Durand", "EI Jean Durand"},
		{"", "Ola Hansen ENK", "NO", "Ola Hansen", "Ola Hansen ENK"},
		{"", "Martin Transport", "FR", "", "Martin Transport"},
	} {
		var r contact.Record
		r.Values[contact.FullName], r.Values[contact.Company], r.Values[contact.Country] = c.name, c.company, c.country
		New(Config{}).Clean(&r, nil)
		person := strings.TrimSpace(r.Values[contact.FirstName] + " " + r.Values[contact.LastName])
		if person != c.person || r.Values[contact.Company] != c.firm {
			t.Errorf("%q with company %q: %q at %q, want %q at %q", c.name, c.company, person, r.Values[contact.Company], c.person, c.firm)
		}
	}
}
