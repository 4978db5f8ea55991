package clean

import "testing"

func TestParseCompanyForms(t *testing.T) {
	for _, c := range []struct{ text, country, key, form, in string }{
		// Poland
		{"Mazur sp. z o.o.", "PL", "mazur", "sp_zoo", "PL"},
		{"Mazur sp.z o.o.", "", "mazur", "sp_zoo", "PL"},
		{"Mazur sp z oo", "", "mazur", "sp_zoo", "PL"},
		{"MAZUR SPZ.O.O.", "", "mazur", "sp_zoo", "PL"},
		{"Mazur sp. zo.o.", "", "mazur", "sp_zoo", "PL"},
		{"Mazur spółka z o.o.", "", "mazur", "sp_zoo", "PL"},
		{"Mazur spolka z ograniczona odpowiedzialnoscia", "", "mazur", "sp_zoo", "PL"},
		{"Mazur Sp. z o. o.", "", "mazur", "sp_zoo", "PL"},
		{"Łoś S.A.", "PL", "los", "sa", "PL"},
		{"Łoś spółka akcyjna", "", "los", "sa", "PL"},
		{"Łoś P.S.A.", "PL", "los", "psa", "PL"},
		{"Łoś sp.k.", "", "los", "spk", "PL"},
		{"Łoś sp. z o.o. sp. k.", "", "los", "spk", "PL"},
		{"Łoś sp. z o.o. sp.j.", "", "los", "spj", "PL"},
		{"Łoś S.K.A.", "PL", "los", "ska", "PL"},
		{"Łoś sp.p.", "", "los", "spp", "PL"},
		{"Nowak i Łoś s.c.", "PL", "nowak i los", "sc", "PL"},
		{"F.H.U. Łoś", "PL", "los", "jdg", "PL"},
		{"FHU Jan Łoś", "PL", "jan los", "jdg", "PL"},
		{"PPHU Łoś Sp. z o.o.", "PL", "los", "sp_zoo", "PL"},
		{"Firma Handlowa Łoś", "PL", "los", "jdg", "PL"},
		{"Przedsiębiorstwo Handlowo-Usługowe Łoś", "PL", "los", "jdg", "PL"},
		{"Łoś sp. z o.o. w organizacji", "PL", "los", "sp_zoo", "PL"},
		{"Łoś sp. z o.o. w likwidacji", "PL", "los", "sp_zoo", "PL"},
		{"Fundacja Łoś", "PL", "fundacja los", "fundacja", "PL"},
		// Romania
		{"S.C. Brad S.R.L.", "RO", "brad", "srl", "RO"},
		{"SC BRAD SRL", "RO", "brad", "srl", "RO"},
		{"Brad SRL-D", "RO", "brad", "srl", "RO"},
		{"Brad S.A.", "RO", "brad", "sa", "RO"},
		{"Brad SNC", "RO", "brad", "snc", "RO"},
		{"Ionescu Dan P.F.A.", "RO", "ionescu dan", "pfa", "RO"},
		{"Ionescu Dan PFA", "", "ionescu dan", "pfa", "RO"},
		{"Ionescu Dan Î.I.", "RO", "ionescu dan", "ii", "RO"},
		{"Ionescu Dan Întreprindere Individuală", "RO", "ionescu dan", "ii", "RO"},
		{"Palat II SRL", "RO", "palat ii", "srl", "RO"},
		{"R.A. Brad", "RO", "ra brad", "", ""},
		// Norway
		{"Fjell AS", "NO", "fjell", "as", "NO"},
		{"Fjell A/S", "NO", "fjell", "as", "NO"},
		{"Fjell as", "NO", "fjell", "as", "NO"},
		{"Fjell ASA", "NO", "fjell", "asa", "NO"},
		{"Fjell ENK", "NO", "fjell", "enk", "NO"},
		{"Fjell ANS", "NO", "fjell", "ans", "NO"},
		{"Fjell DA", "NO", "fjell", "da", "NO"},
		{"Fjell SA", "NO", "fjell", "sa_coop", "NO"},
		{"Fjell NUF", "NO", "fjell", "nuf", "NO"},
		{"Fjell Borettslag", "NO", "fjell borettslag", "brl", "NO"},
		// France
		{"Moulin SARL", "FR", "moulin", "sarl", "FR"},
		{"Moulin S.A.R.L.", "", "moulin", "sarl", ""},
		{"SARL Moulin", "FR", "moulin", "sarl", "FR"},
		{"EURL Moulin", "FR", "moulin", "eurl", "FR"},
		{"Moulin S.A.S.", "FR", "moulin", "sas", "FR"},
		{"SAS Moulin", "FR", "moulin", "sas", "FR"},
		{"Moulin SASU", "FR", "moulin", "sasu", "FR"},
		{"SCI Moulin", "FR", "moulin", "sci", "FR"},
		{"GAEC Moulin", "FR", "moulin", "gaec", "FR"},
		{"EARL Moulin", "FR", "moulin", "earl", "FR"},
		{"Ets Moulin", "FR", "moulin", "", ""},
		{"Établissements Moulin SAS", "FR", "moulin", "sas", "FR"},
		{"Moulin EI", "FR", "moulin", "ei", "FR"},
		// Germany
		{"Birke GmbH", "DE", "birke", "gmbh", "DE"},
		{"Birke G.m.b.H.", "", "birke", "gmbh", ""},
		{"Birke gGmbH", "DE", "birke", "gmbh", "DE"},
		{"Birke UG (haftungsbeschränkt)", "DE", "birke", "gmbh", "DE"},
		{"Birke GmbH & Co. KG", "DE", "birke", "kg", "DE"},
		{"Birke GmbH & Co KG", "DE", "birke", "kg", "DE"},
		{"Birke GmbH&Co.KG", "DE", "birke", "kg", "DE"},
		{"Birke UG & Co. KG", "DE", "birke", "kg", "DE"},
		{"Birke AG & Co. KG", "DE", "birke", "kg", "DE"},
		{"Birke SE & Co. KGaA", "DE", "birke", "kg", "DE"},
		{"Birke AG", "DE", "birke", "ag", "DE"},
		{"Birke OHG", "DE", "birke", "ohg", "DE"},
		{"Birke GbR", "DE", "birke", "gbr", "DE"},
		{"Birke e.K.", "DE", "birke", "ek", "DE"},
		{"Birke eG", "DE", "birke", "eg", "DE"},
		{"Birke e.V.", "DE", "birke", "ev", "DE"},
		{"Birke PartG mbB", "DE", "birke", "partg", "DE"},
		{"Birke GmbH i.L.", "DE", "birke", "gmbh", "DE"},
		{"Birke GmbH i.G.", "DE", "birke", "gmbh", "DE"},
		{"Birke GmbH Niederlassung Hamburg", "DE", "birke", "gmbh", "DE"},
		// United Kingdom, Ireland, United States, Australia
		{"Heron Ltd", "GB", "heron", "ltd", "GB"},
		{"Heron Ltd.", "", "heron", "ltd", ""},
		{"Heron Limited", "GB", "heron", "ltd", "GB"},
		{"Heron PLC", "GB", "heron", "plc", "GB"},
		{"Heron P.L.C.", "GB", "heron", "plc", "GB"},
		{"Heron LLP", "GB", "heron", "llp", "GB"},
		{"Heron DAC", "IE", "heron", "ltd", "IE"},
		{"Heron, Inc.", "US", "heron", "inc", "US"},
		{"Heron Incorporated", "", "heron", "inc", ""},
		{"Heron Corp", "US", "heron", "corp", "US"},
		{"Heron Corporation", "US", "heron", "corp", "US"},
		{"Heron LLC", "US", "heron", "llc", "US"},
		{"Heron L.L.C.", "US", "heron", "llc", "US"},
		{"Heron Co., Ltd.", "", "heron", "ltd", ""},
		{"The Heron Company", "US", "heron", "co", "US"},
		{"Heron Company, The", "US", "heron", "co", "US"},
		{"Heron & Co.", "GB", "heron", "co", "US"},
		{"Heron Pty Ltd", "AU", "heron", "pty", "AU"},
		{"Heron Pty. Limited", "AU", "heron", "pty", "AU"},
		{"Heron P.C.", "US", "heron", "pc", "US"},
		{"Some Big Pharma, LLC", "", "some big pharma", "llc", ""},
		// Elsewhere
		{"Kotimaa Oy Ab", "", "kotimaa", "oy", "FI"},
		{"Oy Kotimaa Ab", "FI", "kotimaa", "ab", "FI"},
		{"Kotimaa Oy Finland", "FI", "kotimaa finland", "oy", "FI"},
		{"Säätämö, Oy", "FI", "saatamo", "oy", "FI"},
		{"Ruota S.p.A.", "IT", "ruota", "spa", "IT"},
		{"Ruota S. p. A.", "IT", "ruota", "spa", "IT"},
		{"Molen B.V.", "NL", "molen", "bv", "NL"},
		{"Fabrika s.r.o.", "CZ", "fabrika", "sro", "CZ"},
		{"Gyár Kft.", "HU", "gyar", "kft", "HU"},
		{"Strand ApS", "DK", "strand", "aps", "DK"},
		{"Verkstad AB", "SE", "verkstad", "ab", "SE"},
		{"John Doe Inc (John)", "", "john doe john", "inc", ""},
		{"Hello pty ltd World", "", "hello world", "pty", ""},
		// Never to nothing, never a word
		{"GmbH", "DE", "gmbh", "", ""},
		{"SA", "FR", "sa", "", ""},
		{"Beauty Spa", "GB", "beauty spa", "", ""},
		{"Casa da", "", "casa da", "", ""},
		{"A.B.C. Trading", "", "abc trading", "", ""},
		{"H & M", "", "hm", "", ""},
		{"Smith and Sons", "", "smith sons", "", ""},
		{"Smith & Sons Ltd", "GB", "smith sons", "ltd", "GB"},
	} {
		f := ParseCompany(c.text, c.country)
		if f.Key != c.key || f.LegalForm != c.form || f.LegalCountry != c.in {
			t.Errorf("ParseCompany(%q, %q) = %q %q %q, want %q %q %q", c.text, c.country, f.Key, f.LegalForm, f.LegalCountry, c.key, c.form, c.in)
		}
		if f.Display != c.text {
			t.Errorf("ParseCompany(%q) displays %q", c.text, f.Display)
		}
	}
}

func TestParseCompanySigns(t *testing.T) {
	for _, c := range []struct {
		text, country          string
		key, trading, branch   string
		sole, distress, person bool
	}{
		{"Łoś sp. z o.o. w upadłości", "PL", "los", "", "", false, true, false},
		{"Łoś sp. z o.o. w restrukturyzacji", "PL", "los", "", "", false, true, false},
		{"Brad SRL în insolvență", "RO", "brad", "", "", false, true, false},
		{"BRAD SRL (IN LICHIDARE)", "RO", "brad", "", "", false, true, false},
		{"Brad SRL - în faliment", "RO", "brad", "", "", false, true, false},
		{"Fjell AS under avvikling", "NO", "fjell", "", "", false, true, false},
		{"Fjell AS konkursbo", "NO", "fjell", "", "", false, true, false},
		{"Konkurs Musikk AS", "NO", "konkurs musikk", "", "", false, false, false},
		{"Moulin SARL en liquidation judiciaire", "FR", "moulin", "", "", false, true, false},
		{"Moulin SAS (redressement judiciaire)", "FR", "moulin", "", "", false, true, false},
		{"Birke GmbH in Liquidation", "DE", "birke", "", "", false, true, false},
		{"Birke GmbH i.L.", "DE", "birke", "", "", false, true, false},
		{"Birke GmbH in Insolvenz", "DE", "birke", "", "", false, true, false},
		{"Heron Ltd (in administration)", "GB", "heron", "", "", false, true, false},
		{"Heron Ltd - Dissolved", "GB", "heron", "", "", false, true, false},
		{"Heron Inc., debtor-in-possession", "US", "heron", "", "", false, true, false},
		{"Heron LLC (Chapter 11)", "US", "heron", "", "", false, true, false},
		{"Birke GmbH Niederlassung Hamburg", "DE", "birke", "", "Niederlassung Hamburg", false, false, false},
		{"Łoś sp. z o.o. Oddział w Krakowie", "PL", "los", "", "Oddział w Krakowie", false, false, false},
		{"Fjell AS avd. Bergen", "NO", "fjell", "", "avd. Bergen", false, false, false},
		{"Jane Heron t/a Heron Cakes", "GB", "jane heron", "Heron Cakes", "", false, false, false},
		{"John Smith t/a Smith Cakes", "GB", "john smith", "Smith Cakes", "", true, false, false},
		{"Heron Foods LLC d/b/a Heron Diner", "US", "heron foods", "Heron Diner", "", false, false, false},
		{"Heron Foods LLC (formerly Stork Foods)", "US", "heron foods", "", "", false, false, false},
		{"Heron Pty Ltd ATF The Heron Trust", "AU", "heron", "The Heron Trust", "", false, false, false},
		{"Birke e.K.", "DE", "birke", "", "", true, false, false},
		{"FHU Jan Łoś", "PL", "jan los", "", "", true, false, false},
		{"Ionescu Dan PFA", "RO", "ionescu dan", "", "", true, false, false},
		{"Fjell ENK", "NO", "fjell", "", "", true, false, false},
		{"Moulin EI", "FR", "moulin", "", "", true, false, false},
		{"M. Jean Moulin", "FR", "jean moulin", "", "", true, false, true},
		{"Anna Kowalska", "PL", "anna kowalska", "", "", false, false, true},
		{"Martin Transport", "FR", "martin transport", "", "", false, false, false},
	} {
		f := ParseCompany(c.text, c.country)
		if f.Key != c.key || f.TradingName != c.trading || f.Branch != c.branch || f.SoleTrader != c.sole || f.Distress != c.distress || f.IsPerson != c.person {
			t.Errorf("ParseCompany(%q, %q) = %+v", c.text, c.country, f)
		}
	}
}
