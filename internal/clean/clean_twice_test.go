package clean

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

// messyRows are rows as bad lists spell them; all people are invented.
var messyRows = []map[contact.Field]string{
	{contact.FullName: "PRÓBNA, Anna", contact.Company: "PROBPOL SP Z O O", contact.Phone: "22 828 12 34 w. 5; kom. 601 123 457", contact.Email: "anna@probpol.pl / biuro@probpol.pl",
		contact.Address: "ul. Prosta 12/4, 00-850 Warszawa, Polska", contact.Revenue: "od 2 do 5 mln zł", contact.Employees: "50 - 249 osób"},
	{contact.FullName: "Probpol sp. z o.o.", contact.Phone: "0", contact.Email: "probpol@wp.p", contact.City: "00-950 WARSZAWA"},
	{contact.Company: "Jan Wzorcowy", contact.Title: "były dyrektor ds. zakupów", contact.Mobile: "+48 (0) 601 123 457", contact.Country: "Poland"},
	{contact.FirstName: "J.", contact.LastName: "O'SAMPLE", contact.Company: "Sampleworks Ltd t/a Sample & Sons", contact.Phone: "07700 900123", contact.PostalCode: "ls14ap",
		contact.Country: "England", contact.Website: "HTTP://WWW.SAMPLEWORKS.CO.UK/contact", contact.TaxID: "GB 220 4302 31", contact.OptOut: "TPS"},
	{contact.LastName: "MODÈLE", contact.FirstName: "jean-pierre", contact.Country: "Frankrike", contact.City: "PARIS CEDEX 08", contact.PostalCode: "75008", contact.Phone: "142685300",
		contact.IndustryCode: "6201Z", contact.Revenue: "CA > 10 M€", contact.Consent: "oui", contact.BirthDate: "12/05/1978"},
	{contact.Company: "Müller Beispiel GmbH i.L.", contact.PostalCode: "D-1067", contact.Region: "Sachsen", contact.Phone: "0351/4567-0", contact.Email: "info(at)beispiel.de", contact.Founded: "1987"},
	{contact.FullName: "brak", contact.Company: "-", contact.Email: "n/a", contact.Phone: "NULL", contact.Country: "n/d", contact.Age: "b.d."},
	{contact.FirstName: "Max", contact.LastName: "Mustermann", contact.Seniority: "C-Level", contact.Department: "Einkauf", contact.Phone: "999999999", contact.Country: "DE"},
	{contact.Company: "Nordprøve AS", contact.Phone: "22 12 34 57 linje 12", contact.Street: "Storgata 12 B", contact.PostalCode: "155", contact.Country: "NO", contact.Employees: "10 000+", contact.TaxID: "NO 923 609 016 MVA"},
	{contact.Company: "Acme Testing, Inc.", contact.Phone: "1-800-FLOWERS", contact.Address: "1 Main St, Springfield, IL 62701", contact.Country: "United States", contact.Revenue: "$10MM", contact.UpdatedDate: "2024-05-12 10:00"},
}

// TestCleanTwice cleans rows a second time: nothing may change any more.
func TestCleanTwice(t *testing.T) {
	rows := messyRows
	for _, cells := range benchRows(500) {
		row := map[contact.Field]string{}
		for i, cell := range cells {
			row[benchFields[i]] = cell
		}
		rows = append(rows, row)
	}
	cleaner := New(Config{})
	for _, row := range rows {
		var r contact.Record
		for f, text := range row {
			r.Values[f] = text
		}
		cleaner.Clean(&r, nil)
		once := r.Values
		r.Notes = nil
		cleaner.Clean(&r, nil)
		once[contact.CountryBy], r.Values[contact.CountryBy] = "", "" // the evidence is the cell now
		for f, text := range once {
			if r.Values[f] != text {
				t.Errorf("%s: %s %q becomes %q", row[contact.Company], contact.Field(f), text, r.Values[f])
			}
		}
	}
}

// TestCleanAlike cleans the same rows in another order and company: memory may
// not show.
func TestCleanAlike(t *testing.T) {
	used := New(Config{})
	for i := range messyRows {
		for range 2 {
			var a, b contact.Record
			for f, text := range messyRows[len(messyRows)-1-i] {
				a.Values[f] = text
			}
			b.Values = a.Values
			New(Config{}).Clean(&a, nil)
			used.Clean(&b, nil)
			if diff := cmp.Diff(a, b); diff != "" {
				t.Error(diff)
			}
		}
	}
}

// TestCleanAll cleans the same rows together and one by one: no row may change
// another.
func TestCleanAll(t *testing.T) {
	var together []*contact.Record
	var alone []contact.Record
	for _, row := range messyRows {
		var r contact.Record
		for f, text := range row {
			r.Values[f] = text
		}
		alone = append(alone, r)
		together = append(together, &r)
	}
	New(Config{}).CleanAll(together, nil)
	for i := range alone {
		New(Config{}).Clean(&alone[i], nil)
		if diff := cmp.Diff(alone[i], *together[i]); diff != "" {
			t.Error(diff)
		}
	}
}

// FuzzClean puts one text into every field: nothing may panic, and a second
// cleaning may not change a place or a channel.
func FuzzClean(f *testing.F) {
	for _, row := range messyRows {
		for _, text := range row {
			f.Add(text, "PL")
			f.Add(text, "US")
		}
	}
	f.Fuzz(func(t *testing.T, text, country string) {
		var r contact.Record
		for field := contact.FullName; field <= contact.LastMappable; field++ {
			r.Values[field] = text
		}
		if country != "" {
			r.Values[contact.Country] = country
		}
		cleaner := New(Config{})
		cleaner.Clean(&r, nil)
		once := r.Values
		cleaner.Clean(&r, nil)
		for _, field := range []contact.Field{contact.Email, contact.Phone, contact.Mobile, contact.PostalCode, contact.Country, contact.Employees, contact.BirthDate} {
			if once[field] != r.Values[field] {
				t.Errorf("%s of %q in %q: %q becomes %q", field, text, country, once[field], r.Values[field])
			}
		}
	})
}
