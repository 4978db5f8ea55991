package columns

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// invented values of each field, none of a real person or firm.
var invented = map[string][]string{
	"name_prefix":     {"Pan", "Pani", "Mr", "Mme", "Herr", "Dr"},
	"name_suffix":     {"Jr", "MBA", "III", "PhD"},
	"first_name":      {"Anna", "Marek", "Kari", "Jean", "Ion", "Sabine"},
	"middle_name":     {"J", "Maria", "K.", "Lise"},
	"last_name":       {"Brzozak", "Tunheim", "Delvaire", "Popazan", "Moorfeld"},
	"full_name":       {"Anna Brzozak", "Marek Wilczak", "Kari Tunheim", "Jean Delvaire", "Ion Popazan"},
	"title":           {"Sales Director", "Prezes", "Daglig leder", "Gérant", "Geschäftsführer"},
	"seniority":       {"Director", "Manager", "C-Level"},
	"department":      {"Sales", "Zakupy", "Innkjøp", "Finance"},
	"company":         {"Wilkon Sp. z o.o.", "Tunheim Bygg AS", "Delvaire SARL", "Moorfeld GmbH", "Popazan SRL"},
	"trading_name":    {"Wilkon", "Delvaire", "Moorfeld Bau"},
	"legal_form":      {"GmbH", "AS", "SARL", "sp. z o.o."},
	"parent_company":  {"Wilkon Holding", "Moorfeld AG"},
	"email":           {"anna@wilkon.example", "kari@tunheim.example", "jean@delvaire.example"},
	"email2":          {"anna.b@mail.example", "kari.t@mail.example"},
	"phone":           {"+48 22 555 01 11", "+47 22 55 50 11", "+33 1 99 00 12 34"},
	"mobile":          {"+48 601 555 011", "+47 905 55 011", "+33 6 39 98 12 34"},
	"switchboard":     {"+48 22 555 01 00", "+47 22 55 50 00"},
	"fax":             {"+48 22 555 01 12", "+47 22 55 50 12"},
	"street":          {"ul. Lipowa 12", "Storgata 5", "12 rue des Lilas", "Hauptstr. 7"},
	"street2":         {"Postboks 12", "BP 44", "Postfach 9"},
	"city":            {"Radom", "Bergen", "Lyon", "Köln", "Arad"},
	"postal_code":     {"00-950", "02-137", "30-001"},
	"region":          {"mazowieckie", "Cluj", "Vestland", "Bretagne"},
	"country":         {"Poland", "Norge", "France", "Deutschland"},
	"industry":        {"Packaging", "Bygg og anlegg", "Transport"},
	"industry_code":   {"62.01.Z", "4711", "10.51"},
	"employees":       {"12", "120", "51-200", "250+"},
	"revenue":         {"1200000", "350000", "2 500 000"},
	"website":         {"www.wilkon.example", "https://tunheim.example"},
	"tax_id":          {"7740001454", "5250007738"},
	"registration_id": {"610188201", "016298263"},
	"duns":            {"123456789", "987654321"},
	"founded":         {"1998", "2004", "2011"},
	"company_status":  {"active", "inactive"},
	"consent":         {"yes", "no"}, "opt_out": {"yes", "no"}, "do_not_call": {"1", "0"}, "do_not_email": {"true", "false"},
	"consent_date": {"2024-03-01", "2025-01-12"}, "consent_scope": {"newsletter and phone", "phone"},
	"source": {"trade fair", "web"}, "updated_date": {"2024-05-01", "2025-02-03"}, "verified_date": {"2024-05-01", "2025-02-03"},
	"credit": {"A", "B", "C"}, "birth_date": {"1980-02-03", "1975-11-30"}, "birth_year": {"1980", "1975"},
	"age": {"44", "51"}, "gender": {"M", "F"}, "income": {"62000", "48000"}, "household": {"H12", "H13"},
	"interests": {"golf", "sailing"}, "notes": {"call after six", "met at the fair"}, "external_id": {"K-1001", "K-1002"},
	"street/house_number": {"12", "7a", "104"},
	"masked":              {"44051401359", "44051401359"}, "": {"some", "thing"},
}

// TestSynonyms maps every unambiguous label of the six languages, alone and
// in capitals, without values and with.
func TestSynonyms(t *testing.T) {
	table, err := os.ReadFile("testdata/synonyms.csv")
	if err != nil {
		t.Fatal(err)
	}
	n, lines := 0, strings.Split(strings.TrimSpace(string(table)), "\n")
	for _, line := range lines {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "field,") {
			continue
		}
		row := strings.SplitN(line, ",", 3)
		wants, label := strings.Split(row[0], "|"), row[2]
		n++
		for _, written := range []string{label, strings.ToUpper(label), strings.ReplaceAll(label, " ", "_")} {
			for _, sample := range [][][]string{nil, column(invented[wants[0]])} {
				header := []string{written, "misc 7 x"}
				if strings.HasPrefix(wants[0], "street/") {
					header[1] = "Street" // a house number needs one
				}
				m, _ := Map(header, beside(sample, "Lipowa"), Options{})
				if got := described(m.Columns[0]); !slices.Contains(wants, got) {
					t.Errorf("%q (%s, %d values) is %q by %q, want %q", written, row[1], len(sample), got, m.Columns[0].Rule, wants)
				}
			}
		}
	}
	if n < 800 {
		t.Errorf("only %d labels tested", n)
	}
}

// column is a sample of one column.
func column(values []string) [][]string {
	var rows [][]string
	for i := range 30 {
		if len(values) > 0 {
			rows = append(rows, []string{values[i%len(values)]})
		}
	}
	return rows
}

// beside adds a column of one value.
func beside(rows [][]string, value string) [][]string {
	var out [][]string
	for _, r := range rows {
		out = append(out, append(slices.Clone(r), value))
	}
	return out
}
