package clean

import (
	"testing"
	"time"

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

// TestCleanPlaces finds the parts of an address where lists put them.
func TestCleanPlaces(t *testing.T) {
	for _, c := range []struct{ country, street, code, city, region, wantStreet, wantCode, wantCity, wantRegion string }{
		{"DE", "Markt 3, 53113 Bonn", "", "", "", "Markt 3", "53113", "Bonn", "Nordrhein-Westfalen"},
		{"US", "Suite 100 PO Box 12345", "", "", "", "Suite 100 PO Box 12345", "", "", ""},
		{"US", "PO Box 12345", "", "", "", "PO Box 12345", "", "", ""},
		{"US", "1234 County Road 45678", "", "", "", "1234 County Road 45678", "", "", ""},
		{"DE", "Postfach 12345", "", "", "", "Postfach 12345", "", "", ""},
		{"FR", "ZI Nord BP 45000", "", "", "", "ZI Nord BP 45000", "", "", ""},
		{"DE", "Markt 3", "", "", "", "Markt 3", "", "", ""},
		{"NO", "Elveveien 22, 9011 Tromsø", "", "", "", "Elveveien 22", "9011", "Tromsø", "Troms"},
		{"NO", "Elvegata 3", "9011", "TROMSØ", "Troms og Finnmark", "Elvegata 3", "9011", "Tromsø", "Troms"},
		{"NO", "Elvegata 3", "", "Tromsø", "Troms og Finnmark", "Elvegata 3", "", "Tromsø", "Troms og Finnmark"},
		{"RO", "Str. Morii 3", "600001", "Municipiul Bacău", "BC", "Str. Morii 3", "600001", "Bacău", "Bacău"},
		{"RO", "Str. Morii 3", "030123", "SECTOR 3", "B", "Str. Morii 3", "030123", "București", "București"},
		{"TR", "", "", "DİYARBAKIR", "", "", "", "Diyarbakır", ""},
		{"MX", "", "", "CDMX", "", "", "", "CDMX", ""},
		{"RO", "nr. 3", "", "Com. Florești", "Cluj", "nr. 3", "", "Florești", "Cluj"},
	} {
		r := &contact.Record{}
		v := &r.Values
		v[contact.Country], v[contact.Street], v[contact.PostalCode], v[contact.City], v[contact.Region] = c.country, c.street, c.code, c.city, c.region
		New(Config{}).Clean(r, nil)
		got := [4]string{v[contact.Street], v[contact.PostalCode], v[contact.City], v[contact.Region]}
		if want := [4]string{c.wantStreet, c.wantCode, c.wantCity, c.wantRegion}; got != want {
			t.Errorf("%s %q %q: got %q, want %q", c.country, c.street, c.city, got, want)
		}
	}
}

// TestCleanBorders finds the country of rows that do not name it in a German
// list: by the letters before the postal code, by the town where the code has
// lost no zero, by the phone where the code does not contradict.
func TestCleanBorders(t *testing.T) {
	for _, c := range []struct{ code, city, phone, country, wantCode string }{
		{"A-1010", "Wien", "", "AT", "1010"}, {"CH-8001", "Zürich", "", "CH", "8001"}, {"L-1234", "Luxembourg", "", "LU", "1234"},
		{"PL-00-950", "Warszawa", "", "PL", "00-950"}, {"NL-1015 CV", "Amsterdam", "", "NL", "1015 CV"}, {"D-10115", "Berlin", "", "DE", "10115"},
		{"1010", "Wien", "", "AT", "1010"}, {"1067", "Dresden", "", "DE", "01067"},
		{"66740", "Saarlouis", "+352 26 12 34 56", "DE", "66740"}, {"1234", "Mersch", "+352 26 12 34 56", "LU", "1234"},
	} {
		var r contact.Record
		r.Values[contact.PostalCode], r.Values[contact.City], r.Values[contact.Phone] = c.code, c.city, c.phone
		New(Config{}).Clean(&r, &contact.Hints{Country: "DE"})
		if r.Values[contact.Country] != c.country || r.Values[contact.PostalCode] != c.wantCode {
			t.Errorf("%s %s: %s %s, want %s %s", c.code, c.city, r.Values[contact.Country], r.Values[contact.PostalCode], c.country, c.wantCode)
		}
	}
}

// TestCleanOverseas dials the French departments beyond the sea by the row's
// postal code.
func TestCleanOverseas(t *testing.T) {
	for _, c := range []struct{ code, phone, want string }{
		{"97110", "0590 90 12 34", "+590590901234"}, {"97400", "0262 20 12 34", "+262262201234"}, {"97200", "06 96 20 12 34", "+596696201234"},
		{"97300", "0594 30 12 34", "+594594301234"}, {"97110", "01 42 68 53 00", "+33142685300"}, {"75002", "01 42 68 53 00", "+33142685300"},
	} {
		var r contact.Record
		r.Values[contact.Country], r.Values[contact.PostalCode], r.Values[contact.Phone] = "FR", c.code, c.phone
		New(Config{}).Clean(&r, nil)
		if got := r.Values[contact.Phone]; got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.phone, c.code, got, c.want)
		}
	}
}

// TestCleanBirthDate puts two-digit years that are yet to come into the past.
func TestCleanBirthDate(t *testing.T) {
	cleaner := New(Config{AsOf: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)})
	for in, want := range map[string]string{"12.05.34": "1934-05-12", "12.05.04": "2004-05-12", "12.05.78": "1978-05-12", "12.05.2034": "", "23.11.26": "1926-11-23"} {
		r := &contact.Record{}
		r.Values[contact.BirthDate] = in
		cleaner.Clean(r, nil)
		if got := r.Values[contact.BirthDate]; got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestCleanTurnedText takes out the marks that turn the direction of writing.
func TestCleanTurnedText(t *testing.T) {
	r := &contact.Record{}
	r.Values[contact.City] = "\u202eOslo\u202c"
	r.Values[contact.Phone] = "\u202a+47 22 12 34 57\u202c"
	New(Config{}).Clean(r, nil)
	if got := r.Values[contact.City] + r.Values[contact.Phone]; got != "Oslo+4722123457" {
		t.Errorf("got %q", got)
	}
}

// TestCleanPhoneWithoutPlus reads the country off a bare international number
// where nothing else tells it.
func TestCleanPhoneWithoutPlus(t *testing.T) {
	r := &contact.Record{}
	v := &r.Values
	v[contact.Phone], v[contact.Mobile] = "48 22 828 12 34", "601 123 457"
	New(Config{}).Clean(r, nil)
	if v[contact.Country] != "PL" || v[contact.CountryBy] != "phone" || v[contact.Phone] != "+48228281234" || v[contact.Mobile] != "+48601123457" {
		t.Errorf("got %s by %s, %s, %s", v[contact.Country], v[contact.CountryBy], v[contact.Phone], v[contact.Mobile])
	}
}
