package clean

import (
	"encoding/csv"
	"testing"
)

// nameSeeds are names of every shape, to check properties on.
var nameSeeds = []string{
	"KOWALSKI Jan", "Hansen, Kari", "Prof. Dr. med. Hans Birke", "mgr inż. Jan Wilk", "Juan Q. Xavier de la Vega III",
	"Mr. and Mrs. John and Jane Heron", "Heron, Jr., John", "John Heron, Jr., CPA, MBA", "William (Bill) Heron", "URSULA VON DER BIRKE",
	"Karl von und zu Birke", "O'CALLAGHAN, MARY", "e j heron", "Dr.John Heron", "Claire Moulin (née Durand)", "bell hooks", "JP MORGAN",
	"VAN DYKE", "MAC DONALD", "DE LA ROSA", "Q. XAVIER DE LA VEGA III", "AL FAHD", "BEN GURION", "'t Hart", "d'Angelo", "\"\"", "()", ",", ", ,", "Jr.",
	"Dr", "of the", "X", "Test Test", "N/A", "Ma III, Jack Jr", "Łoś", "🙂", "a,b,c,d", "John  \u00a0Heron", "İ ı", "ǆ", "ß", "Mrs", "MR. JOHN", "JOHN (JACK) HERON MD, PHD",
}

// checkPerson holds that a split name is in normal form: cleaning its parts
// again changes nothing.
func checkPerson(t *testing.T, full, country string) {
	t.Helper()
	for _, order := range [3]string{"", "last-first", "first-last"} {
		p := SplitName(full, country, order)
		q := PersonParts(p.Prefix, p.First, p.Middle, p.Last, p.Suffix, country)
		if p.First == "" && p.Last == "" || q.Company {
			continue
		}
		if p.Prefix != q.Prefix || p.First != q.First || p.Middle != q.Middle || p.Last != q.Last || p.Suffix != q.Suffix {
			t.Errorf("SplitName(%q, %q, %q) is not stable:\n%+v\n%+v", full, country, order, p, q)
		}
	}
}

func TestPersonStable(t *testing.T) {
	for _, name := range nameSeeds {
		for _, country := range []string{"", "PL", "FR", "ES", "TR", "RO", "US"} {
			checkPerson(t, name, country)
		}
	}
}

func TestPersonStableOnSuite(t *testing.T) {
	rows, err := csv.NewReader(dataFile(t, "suites/person_names.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		checkPerson(t, row[3], "")
	}
}

func FuzzSplitName(f *testing.F) {
	for _, name := range nameSeeds {
		f.Add(name, "")
		f.Add(name, "FR")
	}
	f.Fuzz(func(t *testing.T, full, country string) {
		if len(country) <= 2 {
			checkPerson(t, full, country)
		}
	})
}

func FuzzPersonParts(f *testing.F) {
	for i, name := range nameSeeds {
		f.Add("", name, "", nameSeeds[len(nameSeeds)-1-i], "")
		f.Add("Dr.", name, "J.", "", "MD")
	}
	f.Fuzz(func(t *testing.T, prefix, first, middle, last, suffix string) {
		p := PersonParts(prefix, first, middle, last, suffix, "")
		q := PersonParts(p.Prefix, p.First, p.Middle, p.Last, p.Suffix, "")
		if q.Company {
			return
		}
		if p.Prefix != q.Prefix || p.First != q.First || p.Middle != q.Middle || p.Last != q.Last || p.Suffix != q.Suffix {
			t.Errorf("PersonParts(%q, %q, %q, %q, %q) is not stable:\n%+v\n%+v", prefix, first, middle, last, suffix, p, q)
		}
	})
}

func FuzzParseCompany(f *testing.F) {
	for _, s := range []string{"Mazur sp. z o.o. sp.k.", "Birke GmbH & Co. KG (i.L.)", "SC BRAD SRL", "The", "Heron t/a Heron", "M. Jean Moulin", "GmbH GmbH", "A B C", "\xff(", "a\u200b b"} {
		f.Add(s, "DE")
	}
	f.Fuzz(func(t *testing.T, text, country string) {
		one := ParseCompany(text, country)
		two := ParseCompany(one.Display, country)
		if one.Display != two.Display || one.Key != two.Key || one.LegalForm != two.LegalForm || one.TradingName != two.TradingName ||
			one.Branch != two.Branch || one.SoleTrader != two.SoleTrader || one.Distress != two.Distress || one.IsPerson != two.IsPerson {
			t.Errorf("ParseCompany(%q) is not stable:\n%+v\n%+v", text, one, two)
		}
		if one.Key == "" && Key(text) != "" {
			t.Errorf("ParseCompany(%q) leaves no key", text)
		}
	})
}

func FuzzParseTitle(f *testing.F) {
	for _, s := range []string{"Leiter:in Einkauf (m/w/d)", "Directeur(trice) commercial·e H/F", "C.E.O. & Founder", "Z-ca dyrektora ds. produkcji", "MitarbeiterIn", "(m/w/d)", "a/b", "Chief of the of of Officer", "\xff"} {
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, text, country string) {
		one := ParseTitle(text, country)
		two := ParseTitle(one.Display, country)
		if one.Display != two.Display || one.Seniority != two.Seniority || one.Department != two.Department || one.Authority != two.Authority {
			t.Errorf("ParseTitle(%q, %q) is not stable:\n%+v\n%+v", text, country, one, two)
		}
	})
}
