package clean

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"goldpan/internal/contact"
)

// benchFields are the columns of the benchmark's rows.
var benchFields = []contact.Field{contact.Company, contact.FirstName, contact.LastName, contact.Title, contact.Email, contact.Phone, contact.Mobile,
	contact.Street, contact.PostalCode, contact.City, contact.Region, contact.Country, contact.Industry, contact.Employees, contact.Revenue, contact.Website}

// benchMarket is what the benchmark draws one country's rows from.
type benchMarket struct {
	firms, firsts, lasts, titles, streets, phones, mobiles []string
	city, postal, region, country, form, revenue, tld      string
}

var benchMarkets = []benchMarket{
	{[]string{"Plastfol", "Ferromat", "Budpol", "Kozmet"}, []string{"Anna", "PIOTR", "Katarzyna", "Marek"}, []string{"Próbna", "TESTOWY", "Wzorcowa"},
		[]string{"Kierownik Zakupów", "Prezes Zarządu", "Dyrektor Produkcji", "Główna księgowa"}, []string{"ul. Krakowska %d/8", "al. 3 Maja %d", "ul. Prosta %dA"},
		[]string{"22 828 %02d %02d", "+48 42 63%02d1%02d", "(71) 34-5%02d-%02d"}, []string{"601 1%02d 4%02d", "+48 502 3%02d 5%02d"},
		"Wrocław", "50-%03d", "dolnośląskie", "Polska", "%s %s sp. z o.o.", "%d,5 mln zł", "pl"},
	{[]string{"Carpatexpert", "Futel", "Simexbo"}, []string{"Ioana", "Bogdan", "MARIA"}, []string{"Probescu", "TESTARU", "Modelescu"},
		[]string{"Director General", "Administrator", "Contabil Șef"}, []string{"Str. Morii nr. %d", "Bd. Independenței nr. %d"},
		[]string{"021 31%02d 4%02d", "+40 256 4%02d 7%02d"}, []string{"0722 1%02d 3%02d", "+40744 2%02d 1%02d"},
		"Timișoara", "300%03d", "", "RO", "%s %s S.R.L.", "%d mil. lei", "ro"},
	{[]string{"Atlanduo", "Morvelis", "Dafigilis"}, []string{"Julien", "LAURENT", "Marie-Laure"}, []string{"Essai", "MODÈLE", "Dupuis-Test"},
		[]string{"Directeur général", "Responsable des achats", "Gérant"}, []string{"%d avenue de la Gare", "%d bis rue du Moulin"},
		[]string{"01 42 6%d 5%d 12", "+33 4 78 5%d 1%d 22"}, []string{"06 12 3%d 5%d 78", "+33 (0)6 22 1%d 3%d 45"},
		"LYON", "69%03d", "Auvergne-Rhône-Alpes", "France", "%s %s SAS", "%d,2 M€", "fr"},
	{[]string{"Eichkamp", "Marxlack", "Ferrowerk"}, []string{"Peter", "Jörg", "HANNELORE"}, []string{"Musterfrau", "Beispiel", "PROBST"},
		[]string{"Geschäftsführer", "Leiter Einkauf", "Sachbearbeiter"}, []string{"Schillerstr. %d", "Gewerbestraße %da"},
		[]string{"030 / 31%02d4%02d", "+49 (0)89 51%02d 3%02d"}, []string{"0171 21%02d1%02d", "+49 172 34%02d 5%02d"},
		"München", "80%03d", "Bayern", "DE", "%s %s GmbH & Co. KG", "%d Mio. €", "de"},
	{[]string{"Tapira", "Leecraft", "Valefresh"}, []string{"Helen", "Martin", "O'CONNOR"}, []string{"Sample", "Mockford", "TESTWOOD"},
		[]string{"Purchasing Manager", "Managing Director", "Head of Operations"}, []string{"%d Wellington Road", "Unit 4, %d High St"},
		[]string{"020 7946 00%d%d", "+44 161 49%02d 0%02d"}, []string{"07912 1%02d 2%02d", "+44 7912 2%02d 3%02d"},
		"Leeds", "LS1 4AP", "West Yorkshire", "United Kingdom", "%s %s Limited", "£%dm", "co.uk"},
}

// benchRows makes rows of invented people, spelled as lists do.
func benchRows(n int) [][]string {
	random := rand.New(rand.NewPCG(7, 8))
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	rows := make([][]string, n)
	for i := range rows {
		m := &benchMarkets[random.IntN(len(benchMarkets))]
		firm := fmt.Sprintf(m.form, pick(m.firms), fmt.Sprint("N", random.IntN(5000)))
		host := fmt.Sprintf("firma%d.%s", random.IntN(5000), m.tld)
		number := func(form string) string { return fmt.Sprintf(form, random.IntN(9)+1, random.IntN(9)+1) }
		postal := m.postal
		if m.tld != "co.uk" {
			postal = fmt.Sprintf(m.postal, random.IntN(400))
		}
		rows[i] = []string{firm, pick(m.firsts), pick(m.lasts), pick(m.titles), fmt.Sprintf("a.proba%d@%s", random.IntN(9000), host), number(pick(m.phones)),
			number(pick(m.mobiles)), fmt.Sprintf(pick(m.streets), random.IntN(90)+1), postal, m.city, m.region, m.country,
			"46.39 Wholesale", fmt.Sprint(random.IntN(400)), fmt.Sprintf(m.revenue, random.IntN(90)+1), "https://www." + host}
	}
	return rows
}

// BenchmarkClean measures whole rows, a second and a core.
func BenchmarkClean(b *testing.B) {
	rows := benchRows(4096)
	cleaner, hints := New(Config{}), new(contact.Hints)
	var r contact.Record
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		r.Reset()
		for j, cell := range rows[i%len(rows)] {
			r.Values[benchFields[j]] = cell
		}
		cleaner.Clean(&r, hints)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

// benchNumbers are the rows' phone numbers with their countries.
func benchNumbers() (texts, countries []string) {
	for _, row := range benchRows(4096) {
		country, _ := Country(row[11])
		texts, countries = append(texts, row[5], row[6]), append(countries, country, country)
	}
	return texts, countries
}

// BenchmarkPhone and BenchmarkLibraryParse read the same numbers: here, and by
// nyaruka/phonenumbers' Parse alone.
func BenchmarkPhone(b *testing.B) {
	texts, countries := benchNumbers()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Phone(texts[i%len(texts)], countries[i%len(texts)])
	}
}

func BenchmarkLibraryParse(b *testing.B) {
	texts, countries := benchNumbers()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		_, _ = phonenumbers.Parse(texts[i%len(texts)], countries[i%len(texts)])
	}
}

// TestFastPathShare holds the fast path to four of five of the usual numbers.
func TestFastPathShare(t *testing.T) {
	texts, countries := benchNumbers()
	fast := 0
	for i, text := range texts {
		d, plain := scanDialled(text)
		if !plain {
			continue
		}
		if n, ok := d.resolve(countries[i]); ok {
			if plan, known := homePlanOf(n.Country); known {
				if _, ok, _ := plan.number([]byte(n.E164[1+len(plan.prefix):])); ok {
					fast++
				}
			}
		}
	}
	if share := float64(fast) / float64(len(texts)); share < 0.8 {
		t.Errorf("the fast path takes %.0f%% of the numbers", 100*share)
	}
}
