package columns

import (
	"testing"

	"goldpan/internal/contact"
)

// TestUnits reads units and currencies off labels.
func TestUnits(t *testing.T) {
	for _, test := range []struct {
		label    string
		unit     float64
		currency string
	}{
		{"Revenue (in 000s USD)", 1000, "USD"}, {"Revenue ($M)", 1e6, "USD"}, {"Revenue", 0, ""},
		{"Sales (USD)", 0, "USD"}, {"Turnover £000", 1000, "GBP"}, {"Annual revenue (£m)", 1e6, "GBP"},
		{"Omsetning (1000 NOK)", 1000, "NOK"}, {"Omsetning (TNOK)", 1000, "NOK"}, {"Omsetning TNOK", 1000, "NOK"},
		{"Omsetning i 1000 kr", 1000, "NOK"}, {"Omsetning (MNOK)", 1e6, "NOK"}, {"Driftsinntekter (tkr)", 1000, "NOK"},
		{"Umsatz TEUR", 1000, "EUR"}, {"Umsatz (T€)", 1000, "EUR"}, {"Umsatz in Mio. EUR", 1e6, "EUR"}, {"Umsatz (Tsd. €)", 1000, "EUR"},
		{"Przychody (tys. zł)", 1000, "PLN"}, {"Przychody mln zł", 1e6, "PLN"}, {"Przychody [tys. PLN]", 1000, "PLN"},
		{"CA k€", 1000, "EUR"}, {"CA (K€)", 1000, "EUR"}, {"Chiffre d'affaires (M€)", 1e6, "EUR"}, {"CA HT en milliers d'euros", 1000, "EUR"},
		{"Cifra de afaceri (mii lei)", 1000, "RON"}, {"Cifra de afaceri (mil. lei)", 1e6, "RON"}, {"Cifra de afaceri (RON)", 0, "RON"},
		{"Revenue (USD millions)", 1e6, "USD"}, {"Revenue in thousands", 1000, ""}, {"Revenue USD '000", 1000, "USD"},
	} {
		m := check(t, list{test.label, []string{"1200", "350", "84000"}, "revenue"})
		h := m.Hints.Fields[contact.Revenue]
		if h.Unit != test.unit || h.Currency != test.currency {
			t.Errorf("%q: unit %v %q, want %v %q", test.label, h.Unit, h.Currency, test.unit, test.currency)
		}
	}
}

func TestHints(t *testing.T) {
	hint := func(l list, f contact.Field) contact.Hint { return check(t, l).Hints.Fields[f] }
	for _, test := range []struct{ label, values, want string }{
		{"dob", "13/02/1980", "dmy"}, {"dob", "02/13/1980", "mdy"}, {"dob", "1980-02-13", "ymd"}, {"dob", "02/03/1980", ""},
		{"Geburtsdatum", "24.12.1975", "dmy"},
	} {
		if h := hint(list{test.label, []string{test.values}, "birth_date"}, contact.BirthDate); h.Dates != test.want {
			t.Errorf("dates %s: %q, want %q", test.values, h.Dates, test.want)
		}
	}
	american := list{"dob|country", []string{"02/03/1980|US", "04/05/1981|US"}, "birth_date|country"}
	if h := hint(american, contact.BirthDate); h.Dates != "mdy" {
		t.Errorf("dates of an American list: %q", h.Dates)
	}
	for _, test := range []struct {
		value string
		want  byte
	}{{"1.234.567,89", ','}, {"1,234,567.89", '.'}, {"1234567", 0}, {"1.500", 0}, {"1 234,5", ','}, {"1,234,567", '.'}} {
		if h := hint(list{"Revenue", []string{test.value}, "revenue"}, contact.Revenue); h.Decimal != test.want {
			t.Errorf("decimal of %s: %q, want %q", test.value, h.Decimal, test.want)
		}
	}
	for _, test := range []struct {
		values []string
		want   string
	}{
		{[]string{"1,5 M€", "500 000 €", "1.200.000"}, "EUR"}, {[]string{"1,5 M€", "$500,000", "1.200.000"}, ""}, {[]string{"1,5 M€", "500", "600", "700"}, ""},
	} {
		if h := hint(list{"CA", test.values, "revenue"}, contact.Revenue); h.Currency != test.want {
			t.Errorf("currency of %s: %q, want %q", test.values, h.Currency, test.want)
		}
	}
	for _, test := range []struct{ label, value, field, want string }{
		{"NIP", "7740001454", "tax_id", "nip"}, {"CUI", "1590082", "tax_id", "cui"}, {"Orgnr", "923609016", "tax_id", "orgnr"},
		{"Tax ID", "7740001454", "tax_id", "nip"}, {"USt-IdNr", "DE143454214", "tax_id", "ustid"}, {"Tax ID", "94-2404110", "tax_id", "ein"},
		{"SIREN", "542051180", "registration_id", "siren"}, {"SIRET", "55203253400646", "registration_id", "siret"},
		{"REGON", "610188201", "registration_id", "regon"}, {"KRS", "0000028860", "registration_id", "krs"},
		{"Company Number", "SC045551", "registration_id", "crn"}, {"Nr. Reg. Com.", "J40/8302/1997", "registration_id", "onrc"},
		{"N° TVA intracommunautaire", "FR59542051180", "tax_id", "vat"},
	} {
		f, _ := contact.ParseField(test.field)
		if h := hint(list{test.label, []string{test.value}, test.field}, f); h.IDKind != test.want {
			t.Errorf("%s %s: id kind %q, want %q", test.label, test.value, h.IDKind, test.want)
		}
	}
	for _, test := range []struct{ label, value, want string }{
		{"SIC Code", "3571", "SIC-US"}, {"UK SIC 2007", "62020", "SIC-UK"}, {"NAICS", "541512", "NAICS"}, {"PKD", "62.01.Z", "PKD2007"},
		{"PKD 2025", "62.10.B", "PKD2025"}, {"Cod CAEN", "6201", "CAEN2"}, {"Code NAF", "6201Z", "NAF2"}, {"Næringskode", "62.010", "SN2007"},
		{"WZ 2008", "62.01.0", "WZ2008"}, {"NACE Rev. 2", "62.01", "NACE2"},
	} {
		if h := hint(list{test.label, []string{test.value}, "industry_code"}, contact.IndustryCode); h.System != test.want {
			t.Errorf("%s: system %q, want %q", test.label, h.System, test.want)
		}
	}
	for _, test := range []struct{ label, value, want string }{
		{"Bonitätsindex", "234", "creditreform"}, {"Creditsafe score", "71", "creditsafe"}, {"Credit rating", "AAA", "aaa"},
		{"Paydex", "80", "paydex"}, {"D&B rating", "5A1", "dnb"}, {"Cotation Banque de France", "4+", "bdf"}, {"Credit rating", "BBB-", "agency"},
	} {
		if h := hint(list{test.label, []string{test.value}, "credit"}, contact.Credit); h.Scale != test.want {
			t.Errorf("%s: scale %q, want %q", test.label, h.Scale, test.want)
		}
	}
	order := hint(list{"Osoba kontaktowa", []string{"Wilczak Marek", "Brzozak Anna", "Tarkowiak Piotr"}, "full_name"}, contact.FullName)
	if order.Order != "last-first" {
		t.Errorf("order %q", order.Order)
	}
	for _, test := range []struct {
		label  string
		values []string
		want   string
	}{
		{"trancheEffectifsUniteLegale", []string{"NN", "12", "03"}, "INSEE"}, {"Effectif", []string{"NN", "12", "03"}, "INSEE"},
		{"Tranche d'effectif", []string{"11", "12", "41"}, "INSEE"}, {"Effectif", []string{"11", "12", "41"}, ""},
		{"Tranche d'effectif", []string{"11-19", "12"}, ""}, {"Tranche d'effectif", []string{"10 à 19 salariés"}, ""},
	} {
		if h := hint(list{test.label, test.values, "employees"}, contact.Employees); h.System != test.want {
			t.Errorf("%s %s: system %q, want %q", test.label, test.values, h.System, test.want)
		}
	}
	damaged := hint(list{"Employees", []string{"Nov-50", "51-200", "201-500"}, "employees"}, contact.Employees)
	if !damaged.Damaged {
		t.Error("Nov-50 is a damaged band")
	}
}

// TestListCountry: which country a list as a whole points to.
func TestListCountry(t *testing.T) {
	for _, test := range []struct {
		list list
		want string
	}{
		{list{"Firma|Telefon|Kod", []string{"Wilkon Sp. z o.o.|+48 22 555 01 11|00-950"}, "company|phone|postal_code"}, "PL"},
		{list{"Company|Phone|Postcode", []string{"Halloway Ltd|020 7946 0101|LS12 4AP"}, "company|phone|postal_code"}, "GB"},
		{list{"Firma|Poststed|Postnr", []string{"Tunheim Bygg AS|BERGEN|5003"}, "company|city|postal_code"}, "NO"},
		{list{"Raison sociale|Ville|Code postal", []string{"Delvaire SARL|LYON|69001"}, "company|city|postal_code"}, "FR"},
		{list{"company|country", []string{"Halloway Inc|US", "Finchley LLC|US", "Delvaire SARL|FR"}, "company|country"}, "US"},
		{list{"company|country", []string{"Halloway Inc|US", "Moorfeld AG|DE", "Delvaire SARL|FR"}, "company|country"}, ""},
		{list{"company|state", []string{"Halloway Inc|TX", "Finchley LLC|OH", "Orrell LLC|NY"}, "company|region"}, "US"},
	} {
		if got := check(t, test.list).Hints.Country; got != test.want {
			t.Errorf("%s: country %q, want %q", test.list.header, got, test.want)
		}
	}
}

// TestWarnings says what a person should look at.
func TestWarnings(t *testing.T) {
	for _, test := range []struct {
		list list
		want string
	}{
		{list{"Company|City", []string{"Halloway Ltd|Leeds"}, "company|city"}, "no column holds phones, emails or addresses"},
		{list{"First Name|Last Name|Email", []string{"Brzozak|Anna|a@wilkon.example", "Tunheim|Kari|k@tunheim.example", "Moorfeld|Sabine|s@moorfeld.example"}, "first_name|last_name|email"},
			`"First Name" and "Last Name" look swapped: the given names stand in "Last Name"`},
		{list{"Name|Born|Phone", []string{"Anna Brzozak|02/03/1980|+1 217 555 0101"}, "full_name|birth_date|phone"}, ""},
	} {
		got := check(t, test.list).Warnings
		if test.want == "" && len(got) > 0 || test.want != "" && (len(got) == 0 || got[len(got)-1] != test.want) {
			t.Errorf("%s: %q, want %q", test.list.header, got, test.want)
		}
	}
}
