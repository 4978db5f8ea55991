package clean

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/market"
)

func TestSplitAddress(t *testing.T) {
	for _, c := range []struct {
		in, country string
		want        Place
	}{
		{"ul. Prosta 12/4, 00-850 Warszawa, Polska", "", Place{Street: "ul. Prosta 12/4", PostalCode: "00-850", City: "Warszawa", Country: "PL"}},
		{"ul. Prosta 12 m. 4, 00-850 Warszawa", "PL", Place{Street: "ul. Prosta 12 m. 4", PostalCode: "00-850", City: "Warszawa"}},
		{"00-850 Warszawa, ul. Prosta 12", "PL", Place{Street: "ul. Prosta 12", PostalCode: "00-850", City: "Warszawa"}},
		{"Prosta 12\n00-850 Warszawa", "PL", Place{Street: "Prosta 12", PostalCode: "00-850", City: "Warszawa"}},
		{"Str. Morii nr. 78, bl. A, 300571 Timișoara", "RO", Place{Street: "Str. Morii nr. 78", Street2: "bl. A", PostalCode: "300571", City: "Timișoara"}},
		{"Keizersgracht 12, 1015 CN Amsterdam", "NL", Place{Street: "Keizersgracht 12", PostalCode: "1015 CN", City: "Amsterdam"}},
		{"Unit 4, Park Road Estate, Swindon, Wiltshire, SN1 1AA", "GB", Place{Street: "Park Road Estate", Street2: "Unit 4", PostalCode: "SN1 1AA", City: "Swindon", Region: "South West"}},
		{"Rose House, Park Road, London, SW1A 1AA", "GB", Place{Street: "Rose House", Street2: "Park Road", PostalCode: "SW1A 1AA", City: "London"}},
		{"Storgata 12 B, 0155 OSLO", "NO", Place{Street: "Storgata 12 B", PostalCode: "0155", City: "OSLO"}},
		{"12 bis rue de la Paix, 75002 PARIS CEDEX 02", "FR", Place{Street: "12 bis rue de la Paix", PostalCode: "75002", City: "PARIS"}},
		{"12 rue de la Paix 75002 Paris", "FR", Place{Street: "12 rue de la Paix", PostalCode: "75002", City: "Paris"}},
		{"Musterstr. 5a, D-10115 Berlin", "DE", Place{Street: "Musterstr. 5a", PostalCode: "10115", City: "Berlin"}},
		{"Musterstr. 5a, 10115 Berlin, Germany", "", Place{Street: "Musterstr. 5a", PostalCode: "10115", City: "Berlin", Country: "DE"}},
		{"12 High Street, Leeds LS1 4AP", "GB", Place{Street: "12 High Street", PostalCode: "LS1 4AP", City: "Leeds"}},
		{"12 High Street, Leeds, LS1 4AP", "GB", Place{Street: "12 High Street", PostalCode: "LS1 4AP", City: "Leeds"}},
		{"Flat 4, 12 High Street, Leeds, LS1 4AP, UK", "", Place{Street: "12 High Street", Street2: "Flat 4", PostalCode: "LS1 4AP", City: "Leeds", Country: "GB"}},
		{"1 Main St, Springfield, IL 62701", "US", Place{Street: "1 Main St", PostalCode: "62701", City: "Springfield", Region: "IL"}},
		{"1 Main St, Suite 500, Springfield, IL 62701-1234, USA", "", Place{Street: "1 Main St", Street2: "Suite 500", PostalCode: "62701-1234", City: "Springfield", Region: "IL", Country: "US"}},
		{"1 Main St, Springfield IL 62701", "US", Place{Street: "1 Main St", PostalCode: "62701", City: "Springfield", Region: "IL"}},
		{"10 George St, Sydney NSW 2000", "AU", Place{Street: "10 George St", PostalCode: "2000", City: "Sydney", Region: "NSW"}},
		{"12, quai des Brumes, 75001 Paris, France", "", Place{Street: "12, quai des Brumes", PostalCode: "75001", City: "Paris", Country: "FR"}},
		{"Żory, ul. Boryńska 13, 44-240", "PL", Place{Street: "ul. Boryńska 13", PostalCode: "44-240", City: "Żory"}},
		{"12 High Street, London SW1A 2AA UK", "GB", Place{Street: "12 High Street", PostalCode: "SW1A 2AA", City: "London", Country: "GB"}},
		{"Musterstr. 5 - 70173 Stuttgart", "DE", Place{Street: "Musterstr. 5", PostalCode: "70173", City: "Stuttgart"}},
		{"05-500 Piaseczno ul. Leśna 5", "PL", Place{Street: "ul. Leśna 5", PostalCode: "05-500", City: "Piaseczno"}},
		{"Piaseczno 05-500, Leśna 5", "PL", Place{Street: "Leśna 5", PostalCode: "05-500", City: "Piaseczno"}},
		{"Piaseczno, Leśna 5", "PL", Place{Street: "Leśna 5", City: "Piaseczno"}},
		{"al. Jerozolimskie 123a lok. 5, 02-017 Warszawa, mazowieckie", "PL", Place{Street: "al. Jerozolimskie 123a lok. 5", PostalCode: "02-017", City: "Warszawa", Region: "mazowieckie"}},
		{"Str. Morii nr. 78, Timișoara, jud. Timiș, 300571", "RO", Place{Street: "Str. Morii nr. 78", PostalCode: "300571", City: "Timișoara", Region: "Timiș"}},
		{"Str. Lungă 5, Brașov, Brașov, România", "RO", Place{Street: "Str. Lungă 5", City: "Brașov", Region: "Brașov", Country: "RO"}},
		{"Str. Lungă 5, Brașov", "RO", Place{Street: "Str. Lungă 5", City: "Brașov"}},
		{"București, Sector 3, Bd. Unirii nr. 5, bl. A1", "RO", Place{Street: "Bd. Unirii nr. 5", Street2: "bl. A1", City: "București"}},
		{"Hauptstr. 5, Hamburg", "DE", Place{Street: "Hauptstr. 5", City: "Hamburg"}},
		{"12 High St London SW1A 1AA", "GB", Place{Street: "12 High St", PostalCode: "SW1A 1AA", City: "London"}},
		{"Unit 5, Riverside Park, Leeds, West Yorkshire LS1 4AP", "GB", Place{Street: "Riverside Park", Street2: "Unit 5", PostalCode: "LS1 4AP", City: "Leeds", Region: "Yorkshire and The Humber"}},
		{"12 Sun Rd, St Albans, Herts AL1 1AA", "GB", Place{Street: "12 Sun Rd", PostalCode: "AL1 1AA", City: "St Albans", Region: "East of England"}},
		{"Rose House", "GB", Place{Street: "Rose House"}},
		{"London, UK", "GB", Place{City: "London", Country: "GB"}},
		{"1 Main St Springfield IL 62701", "US", Place{Street: "1 Main St", PostalCode: "62701", City: "Springfield", Region: "IL"}},
		{"100 Brook St NW Atlanta GA 30303", "US", Place{Street: "100 Brook St NW", PostalCode: "30303", City: "Atlanta", Region: "GA"}},
		{"350 Fifth Ave Suite 5 New York NY 10118", "US", Place{Street: "350 Fifth Ave Suite 5", PostalCode: "10118", City: "New York", Region: "NY"}},
		{"12 Elm Rd Port St Lucie FL 34952", "US", Place{Street: "12 Elm Rd", PostalCode: "34952", City: "Port St Lucie", Region: "FL"}},
		{"1 Main Street, New York, NY", "US", Place{Street: "1 Main Street", City: "New York", Region: "NY"}},
		{"Springfield, IL", "US", Place{City: "Springfield", Region: "IL"}},
		{"16 Brook Pkwy, Mountain View, CA 94043", "", Place{Street: "16 Brook Pkwy", PostalCode: "94043", City: "Mountain View", Region: "CA", Country: "US"}},
		{"Bahnhofstr. 1, CH-8001 Zürich", "DE", Place{Street: "Bahnhofstr. 1", PostalCode: "8001", City: "Zürich", Country: "CH"}},
		{"6737 W 21st Street", "", Place{Street: "6737 W 21st Street"}}, // no W2 1ST in London
		{"Prosta 12, Warszawa", "PL", Place{Street: "Prosta 12", City: "Warszawa"}},
		{"", "PL", Place{}},
	} {
		if diff := cmp.Diff(c.want, SplitAddress(c.in, c.country)); diff != "" {
			t.Errorf("%q: %s", c.in, diff)
		}
	}
}

func TestStreetKeys(t *testing.T) {
	for _, c := range []struct{ in, country, name, number string }{
		{"ul. Prosta 12/4", "PL", "prosta", "12"}, {"ul. Prosta 12 m. 4", "PL", "prosta", "12"}, {"Prosta 12A", "PL", "prosta", "12a"},
		{"ul. 3 Maja 12", "PL", "3 maja", "12"}, {"al. Jana Pawła II 5", "PL", "jana pawla ii", "5"}, {"3 Maja 12/4", "PL", "3 maja", "12"},
		{"Str. Morii nr. 78", "RO", "morii", "78"}, {"Strada Morii 78, bl. A", "RO", "morii", "78"}, {"Bd. Independenței nr. 46", "RO", "independentei", "46"},
		{"Storgata 12 B", "NO", "storgt", "12b"}, {"Storgaten 12b", "NO", "storgt", "12b"}, {"Bekkeveien 9", "NO", "bekkev", "9"}, {"Bekkevn. 9", "NO", "bekkev", "9"},
		{"12 bis rue de la Paix", "FR", "de la paix", "12bis"}, {"12, rue de la Paix", "FR", "de la paix", "12"}, {"34 avenue de la Gare", "FR", "de la gare", "34"},
		{"Musterstr. 5a", "DE", "musterstr", "5a"}, {"Musterstraße 5 a", "DE", "musterstr", "5a"}, {"Am Markt 3", "DE", "markt", "3"},
		{"12 High Street", "GB", "high", "12"}, {"12 High St", "GB", "high", "12"}, {"93 Wellington Rd", "GB", "wellington", "93"},
		{"1 Main St", "US", "main", "1"}, {"13 1st Ave. near 1st St.", "", "1st ave near 1st", "13"}, {"350 5th Avenue", "US", "5th", "350"}, {"1600 Pennsylvania Avenue", "US", "pennsylvania", "1600"}, {"Prosta", "PL", "prosta", ""}, {"", "PL", "", ""},
	} {
		name, number, _ := StreetKeys(c.in, c.country)
		if name != c.name || number != c.number {
			t.Errorf("%q in %s: got %q %q, want %q %q", c.in, c.country, name, number, c.name, c.number)
		}
	}
}

func TestCity(t *testing.T) {
	for _, c := range []struct{ in, want, key string }{
		{"WARSZAWA", "Warszawa", "warszawa"}, {"Warsaw", "Warsaw", "warszawa"}, {"Bucharest", "Bucharest", "bucuresti"}, {"Bucuresti", "Bucuresti", "bucuresti"},
		{"NEUILLY-SUR-SEINE", "Neuilly-sur-Seine", "neuilly sur seine"}, {"PARIS CEDEX 08", "Paris", "paris"}, {"Saint-Denis", "Saint-Denis", "st denis"},
		{"St Denis", "St Denis", "st denis"}, {"ST-ÉTIENNE", "St-Étienne", "st etienne"}, {"Köln", "Köln", "koln"}, {"Cologne", "Cologne", "koln"},
		{"Koeln", "Koeln", "koln"}, {"Muenchen", "Muenchen", "munchen"}, {"Munich", "Munich", "munchen"}, {"Cracow", "Cracow", "krakow"}, {"Danzig", "Danzig", "gdansk"},
		{"Breslau", "Breslau", "wroclaw"}, {"00-950 Warszawa", "Warszawa", "warszawa"}, {"oslo", "Oslo", "oslo"}, {"FRANKFURT AM MAIN", "Frankfurt am Main", "frankfurt am main"},
		{"PARIS 02", "Paris", "paris"}, {"Marseille 8e", "Marseille", "marseille"}, {"Lyon 3ème arrondissement", "Lyon", "lyon"}, {"București, Sector 3", "București", "bucuresti"},
		{"KØBENHAVN K", "København K", "kobenhavn k"}, {"POINTE-À-PITRE", "Pointe-à-Pitre", "pointe a pitre"},
		{"'s-Hertogenbosch", "'s-Hertogenbosch", "s hertogenbosch"}, {"LES SABLES-D'OLONNE", "Les Sables-d'Olonne", "les sables d olonne"},
	} {
		got := City(c.in, "")
		if got != c.want || cityKey(got) != c.key {
			t.Errorf("%q: got %q %q, want %q %q", c.in, got, cityKey(got), c.want, c.key)
		}
		if again := City(got, ""); again != got {
			t.Errorf("%q: %q becomes %q", c.in, got, again)
		}
	}
}

func TestPostalCode(t *testing.T) {
	for _, c := range []struct {
		country, in, want string
		restored, ok      bool
	}{
		{"PL", "00-950", "00-950", false, true}, {"PL", "00950", "00-950", false, true}, {"PL", "00 950", "00-950", false, true}, {"PL", "950", "00-950", true, true},
		{"PL", "PL-00-950", "00-950", false, true}, {"PL", "1234567", "1234567", false, false}, {"PL", "950.0", "00-950", true, true},
		{"RO", "010011", "010011", false, true}, {"RO", "10011", "010011", true, true}, {"NO", "0155", "0155", false, true}, {"NO", "155", "0155", true, true},
		{"NO", "N-0155", "0155", false, true}, {"FR", "75002", "75002", false, true}, {"FR", "1000", "01000", true, true}, {"FR", "F-75002", "75002", false, true},
		{"DE", "10115", "10115", false, true}, {"DE", "D-10115", "10115", false, true}, {"DE", "1067", "01067", true, true}, {"DE", "00001", "00001", false, false},
		{"GB", "sw1a1aa", "SW1A 1AA", false, true}, {"GB", "LS1 4AP", "LS1 4AP", false, true}, {"GB", "M1 1AE", "M1 1AE", false, true}, {"GB", "GIR 0AA", "GIR 0AA", false, true},
		{"GB", "EC1A1BB", "EC1A 1BB", false, true}, {"GB", "W1A 0AX", "W1A 0AX", false, true}, {"GB", "B33 8TH", "B33 8TH", false, true}, {"GB", "Q1 1AA", "Q1 1AA", false, false},
		{"GB", "LS1 4AI", "LS1 4AI", false, false}, {"US", "2134", "02134", true, true}, {"US", "02134-1002", "02134-1002", false, true}, {"US", "021341002", "02134-1002", false, true},
		{"US", "501", "00501", true, true}, {"AU", "2000", "2000", false, true}, {"AU", "800", "0800", true, true}, {"CZ", "11000", "110 00", false, true},
		{"SE", "S-958 22", "958 22", false, true}, {"NL", "1012ab", "1012 AB", false, true}, {"CA", "K1A0B1", "K1A 0B1", false, true}, {"ZZ", "AB 12", "AB 12", false, true},
		{"PT", "1000205", "1000-205", false, true}, {"CH", "8001", "8001", false, true}, {"", "00-950", "00-950", false, true},
	} {
		got, restored, ok := market.PostalCode(c.country, c.in)
		if got != c.want || restored != c.restored || ok != c.ok {
			t.Errorf("%s %q: got %q %v %v, want %q %v %v", c.country, c.in, got, restored, ok, c.want, c.restored, c.ok)
		}
		if again, _, _ := market.PostalCode(c.country, got); again != got {
			t.Errorf("%s %q: %q becomes %q", c.country, c.in, got, again)
		}
	}
}

func TestRegion(t *testing.T) {
	for _, c := range []struct{ country, in, want string }{
		{"PL", "woj. mazowieckie", "mazowieckie"}, {"PL", "MAZOWIECKIE", "mazowieckie"}, {"PL", "Masovian Voivodeship", "mazowieckie"}, {"PL", "slaskie", "śląskie"},
		{"PL", "14", "mazowieckie"}, {"RO", "CJ", "Cluj"}, {"RO", "jud. Cluj", "Cluj"}, {"RO", "Sector 3", "București"}, {"NO", "Hordaland", "Vestland"},
		{"NO", "46", "Vestland"}, {"NO", "Oppland", "Innlandet"}, {"FR", "PACA", "Provence-Alpes-Côte d'Azur"}, {"FR", "Ile de France", "Île-de-France"},
		{"FR", "Rhône-Alpes", "Auvergne-Rhône-Alpes"}, {"DE", "NRW", "Nordrhein-Westfalen"}, {"DE", "BY", "Bayern"}, {"DE", "Bavaria", "Bayern"},
		{"US", "California", "CA"}, {"US", "calif.", "CA"}, {"US", "NY", "NY"}, {"AU", "New South Wales", "NSW"}, {"GB", "Kent", "South East"}, {"GB", "Cymru", "Wales"},
		{"US", "Mazowieckie", ""}, {"JP", "Tokyo", ""},
	} {
		if got, _ := market.Region(c.country, c.in); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.country, c.in, got, c.want)
		}
	}
	for _, c := range []struct{ country, code, want string }{
		{"PL", "00-950", "mazowieckie"}, {"PL", "30-001", "małopolskie"}, {"PL", "82-300", "warmińsko-mazurskie"}, {"PL", "26-600", "mazowieckie"}, {"RO", "400001", "Cluj"},
		{"RO", "010011", "București"}, {"NO", "0155", "Oslo"}, {"NO", "5003", "Vestland"}, {"NO", "4006", "Rogaland"}, {"FR", "75002", "Île-de-France"}, {"FR", "20000", "Corse"},
		{"FR", "97400", "La Réunion"}, {"DE", "10115", "Berlin"}, {"DE", "80331", "Bayern"}, {"DE", "01067", "Sachsen"}, {"DE", "22113", "Schleswig-Holstein"},
		{"GB", "EH1 1AA", "Scotland"}, {"GB", "SW1A 1AA", "London"}, {"GB", "M1 1AE", "North West"}, {"US", "02134", "MA"}, {"US", "94105", "CA"}, {"US", "10001-1234", "NY"},
		{"AU", "2000", "NSW"}, {"JP", "100-0001", ""},
	} {
		if got := market.RegionOfPostal(c.country, c.code); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.country, c.code, got, c.want)
		}
	}
}

func TestCountry(t *testing.T) {
	for in, want := range map[string]string{
		"Polska": "PL", "POLAND": "PL", "pl": "PL", "POL": "PL", "Polen": "PL", "Pologne": "PL", "Polonia": "PL", "Niemcy": "DE", "Deutschland": "DE", "Tyskland": "DE",
		"Allemagne": "DE", "UK": "GB", "U.K.": "GB", "England": "GB", "Wielka Brytania": "GB", "Storbritannia": "GB", "Royaume-Uni": "GB", "Marea Britanie": "GB",
		"USA": "US", "U.S.A.": "US", "United States": "US", "Stany Zjednoczone": "US", "SUA": "US", "Norge": "NO", "Norwegia": "NO", "România": "RO", "Rumunia": "RO",
		"Österreich": "AT", "Schweiz": "CH", "Czechy": "CZ", "Česko": "CZ", "Holandia": "NL", "Magyarország": "HU", "Ελλάδα": "GR", "Україна": "UA", "日本": "JP", "Tyrkia": "TR", "De forente arabiske emirater": "AE", "Moldova, Republic of": "MD",
		"South Korea": "KR", "Côte d’Ivoire": "CI", "México": "MX", "Türkiye": "TR", "Nowhere": "", "": "", "Francja": "FR", "la France": "", "Viet Nam": "VN",
	} {
		if got, _ := Country(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	for _, code := range market.CountryCodes() {
		for _, lang := range []string{"en", "pl", "ro", "no", "fr", "de"} {
			if got, _ := Country(market.CountryName(code, lang)); got != code {
				t.Errorf("%s in %s, %q: got %q", code, lang, market.CountryName(code, lang), got)
			}
		}
	}
}
