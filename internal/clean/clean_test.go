package clean

import (
	"testing"

	"goldpan/internal/contact"
)

func TestCleanWholeRow(t *testing.T) {
	r := &contact.Record{}
	v := &r.Values
	v[contact.FirstName], v[contact.LastName] = "Anna", "Testowa"
	v[contact.Company] = "Zakłady Próbne Sp. z o.o."
	v[contact.Email] = "mailto:Anna.Testowa@Probne.PL"
	v[contact.Phone] = "tel. 022 828 12 34 wew. 12"
	v[contact.Mobile] = "601 123 457 lub 602 123 458"
	v[contact.Street], v[contact.City], v[contact.PostalCode] = "ul. 3 Maja 12/4", "WARSZAWA", "950"
	v[contact.Country] = "Polska"
	v[contact.PostalCode] = "00950"
	v[contact.Employees] = "od 51 do 200"
	v[contact.Revenue] = "1,5 mln zł"
	v[contact.TaxID] = "774-000-14-54"
	v[contact.Consent] = "tak"
	v[contact.Website] = "https://www.sklep.probne.pl/kontakt"
	v[contact.Fax] = "brak"
	New(Config{}).Clean(r, nil)
	want := map[contact.Field]string{
		contact.Email: "Anna.Testowa@probne.pl", contact.EmailKey: "anna.testowa@probne.pl", contact.EmailKind: "personal",
		contact.EmailDomain: "probne.pl", contact.WebDomain: "probne.pl",
		contact.Phone: "+48228281234", contact.PhoneExt: "12", contact.PhoneKind: "fixed",
		contact.Mobile: "+48601123457", contact.MobileKind: "mobile", contact.Phone2: "+48602123458", contact.BestPhone: "+48601123457",
		contact.PostalCode: "00-950", contact.PostalKey: "00950", contact.City: "Warszawa", contact.CityKey: "warszawa",
		contact.Region: "mazowieckie", contact.Country: "PL", contact.CountryBy: "cell", contact.TimeZone: "Europe/Warsaw",
		contact.StreetKey: "3 maja", contact.HouseNumber: "12",
		contact.Employees: "51-200", contact.Revenue: "1500000", contact.Currency: "PLN", contact.TaxID: "7740001454",
		contact.Consent: "yes", contact.Fax: "",
	}
	for f, w := range want {
		if v[f] != w {
			t.Errorf("%s: got %q, want %q", f, v[f], w)
		}
	}
}
