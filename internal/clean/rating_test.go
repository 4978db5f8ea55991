package clean

import (
	"testing"

	"goldpan/internal/contact"
)

func TestRating(t *testing.T) {
	for _, c := range []struct{ scale, marks, want string }{
		{"creditsafe", "71 100 A", "4"}, {"creditsafe", "51 70 B", "3"}, {"creditsafe", "30 50 C", "2"}, {"creditsafe", "21 29 D", "1"}, {"creditsafe", "0 20 E", "0"},
		{"dnb", "1 5A1 AA1", "4"}, {"dnb", "2 AA2", "3"}, {"dnb", "3 2A3", "2"}, {"dnb", "4", "1"}, {"dnb", "NQ", "0"}, {"dnb", "- 5A-", ""},
		{"aaa", "AAA", "4"}, {"aaa", "AA", "3"}, {"aaa", "A", "2"}, {"aaa", "B", "1"}, {"aaa", "C", "0"}, {"aaa", "AN", ""},
		{"creditreform", "100 199", "4"}, {"creditreform", "200 249", "3"}, {"creditreform", "250 299", "2"}, {"creditreform", "300 349", "1"},
		{"creditreform", "350 499 500 600", "0"}, {"creditreform", "0", ""},
		{"coface", "8 10", "4"}, {"coface", "7", "3"}, {"coface", "5 6", "2"}, {"coface", "3 4", "1"}, {"coface", "0 2", "0"}, {"coface", "-", ""},
		{"bdf", "1+ 1 1- 2+ 2 2- C1-", "4"}, {"bdf", "3+ 3 3- 4+ E4+", "3"}, {"bdf", "4 4- 5+", "2"}, {"bdf", "5 5- 6+", "1"}, {"bdf", "6 6- 7 8 P", "0"}, {"bdf", "0", ""},
		{"bdf-old", "3++ 3+ 3", "4"}, {"bdf-old", "4+ 4", "3"}, {"bdf-old", "5+", "2"}, {"bdf-old", "5 6", "1"}, {"bdf-old", "7 8 9 P", "0"},
		{"paydex", "80 100", "4"}, {"paydex", "70 79", "3"}, {"paydex", "50 69", "2"}, {"paydex", "30 49", "1"}, {"paydex", "1 29", "0"},
		{"agency", "AAA A-", "4"}, {"agency", "BBB", "3"}, {"agency", "BB", "2"}, {"agency", "B", "1"}, {"agency", "CCC D", "0"}, {"agency", "NR", ""},
		{"fico", "740", "4"}, {"fico", "670 739", "3"}, {"fico", "580", "2"}, {"fico", "500", "1"}, {"fico", "499", "0"},
		{"", "5 AA", ""},
	} {
		for _, mark := range splitWords(c.marks) {
			if got, ok := Rating(mark, c.scale); got != c.want || ok != (c.want != "") {
				t.Errorf("%s %q: got %q, want %q", c.scale, mark, got, c.want)
			}
		}
	}
	for words, want := range map[string]string{
		"bardzo niskie ryzyko": "4", "niskie ryzyko": "3", "średnie ryzyko": "2", "wysokie ryzyko": "1", "risc scăzut": "3", "risc mediu": "2", "risc ridicat": "1",
		"svært lav risiko": "4", "lav risiko": "3", "middels risiko": "2", "høy risiko": "1", "risque faible": "3", "risque moyen": "2", "risque élevé": "1",
		"geringes Risiko": "3", "mittleres Risiko": "2", "hohes Risiko": "1", "pending": "", "not scored": "", "2A 3": "",
	} {
		if got, _ := Rating(words, ""); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
	if got, _ := Rating("2A 3", "dnb"); got != "2" {
		t.Errorf("2A 3: got %q", got)
	}
}

func splitWords(s string) (words []string) {
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] != ' ' {
			i++
		}
		words = append(words, s[:i])
		s = s[min(len(s), i+1):]
	}
	return words
}

func TestIndustryCode(t *testing.T) {
	for _, c := range []struct {
		in, system string
		damaged    bool
		want       string
	}{
		{"62.10.B", "PKD2025", false, "62.10.B"}, {"6210B", "PKD2025", false, "62.10.B"}, {"62.01.Z - Działalność", "PKD2007", false, "62.01.Z"},
		{"6201", "CAEN2", false, "6201"}, {"62.01", "CAEN2", false, "6201"}, {"111", "CAEN2", true, "0111"}, {"111", "SIC-US", false, "111"},
		{"6201Z", "NAF2", false, "62.01Z"}, {"62.01Z", "NAF2", false, "62.01Z"}, {"62.010", "SN2007", false, "62.010"}, {"62010", "SN2007", false, "62.010"},
		{"62.01.0", "WZ2008", false, "62.01.0"}, {"62010", "SIC-UK", false, "62010"}, {"1110", "SIC-UK", true, "01110"}, {"541511", "NAICS", false, "541511"},
		{"1.11", "NACE2", false, "01.11"}, {"C10.11", "NACE2", false, "10.11"}, {"C", "NACE2", false, "C"}, {"62", "NACE2", false, "62"}, {"software", "NACE2", false, ""},
	} {
		got, ok := IndustryCode(c.in, c.system, c.damaged)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%q %s: got %q, want %q", c.in, c.system, got, c.want)
		}
		if again, _ := IndustryCode(got, c.system, c.damaged); again != got {
			t.Errorf("%q: %q becomes %q", c.in, got, again)
		}
	}
}

func TestIndustryInText(t *testing.T) {
	for _, c := range []struct{ in, country, code, system string }{
		{"46.39 Sprzedaż hurtowa żywności", "PL", "46.39", "PKD"}, {"62.10.B", "PL", "62.10.B", "PKD"}, {"86.21", "RO", "8621", "CAEN"},
		{"Transports routiers (4941A)", "FR", "49.41A", "NAF"}, {"6201Z Programmation", "FR", "62.01Z", "NAF"}, {"69201 Accounting", "GB", "69201", "SIC-UK"},
		{"Elektrisk installasjonsarbeid (43.21)", "NO", "43.21", "SN"}, {"41.20 Hochbau", "DE", "41.20", "WZ"}, {"Packaging", "PL", "", ""},
		{"3D printing", "US", "", ""}, {"Top 1000 firm", "PL", "", ""}, {"62.01", "IT", "62.01", "NACE"},
	} {
		code, system := industryInText(c.in, c.country)
		if code != c.code || system != c.system {
			t.Errorf("%q in %s: got %s %s, want %s %s", c.in, c.country, system, code, c.system, c.code)
		}
	}
}

func TestFlag(t *testing.T) {
	for _, s := range []string{"yes", "Y", "TRUE", "1", "x", "tak", "TAK", "da", "ja", "J", "oui", "O", "opt-in", "zgoda", "✓"} {
		if Flag(s, false) != "yes" {
			t.Errorf("consent %q: %q", s, Flag(s, false))
		}
	}
	for _, s := range []string{"no", "N", "0", "false", "nie", "brak", "nu", "nei", "non", "nein", "opt-out", "unsubscribed", "✗"} {
		if Flag(s, false) != "no" {
			t.Errorf("consent %q: %q", s, Flag(s, false))
		}
	}
	for _, s := range []string{"yes", "1", "DNC", "TPS", "Do Not Call", "reservert", "opt-out", "tak", "Bloctel", "Widerspruch"} {
		if Flag(s, true) != "yes" {
			t.Errorf("restriction %q: %q", s, Flag(s, true))
		}
	}
	for _, s := range []string{"no", "0", "nie", "opted in", "nei", "False"} {
		if Flag(s, true) != "no" {
			t.Errorf("restriction %q: %q", s, Flag(s, true))
		}
	}
	for _, s := range []string{"maybe", "pending", ""} {
		if Flag(s, true) != "" || Flag(s, false) != "" {
			t.Errorf("%q is neither", s)
		}
	}
	for in, want := range map[string]string{"M": "m", "Male": "m", "Herr": "m", "mężczyzna": "m", "K": "f", "kobieta": "f", "F": "f", "Frau": "f", "Mme": "f", "kvinne": "f", "W": "f", "?": "", "unknown": ""} {
		if got := Gender(in); got != want {
			t.Errorf("gender %q: got %q, want %q", in, got, want)
		}
	}
}

func TestMissing(t *testing.T) {
	for _, s := range []string{"", "b.d.", "n/a", "N/A", "brak", "BRAK", "brak danych", "k.A.", "k. A.", "-", "--", "NULL", "null", "None", "#N/A", "#N/D!", "#ARG!",
		"No tel_number", "No email", "lipsă", "ukjent", "ikke oppgitt", "inconnu", "non renseigné", "n.c.", "unbekannt", "keine Angabe", "?", "???", "...", "(null)",
		"nie dotyczy", "nd", "nie posiada", "nu este cazul", "pas d'email", "keine E-Mail", "siehe oben", "same as above", "withheld",
		"#NAME?", "#WERT!", "#DZIEL/0!", "#VALEUR!", "#NV", "#I/T", "TBD", "xxx", "not available", "\\N", "…", "–", "n.a."} {
		if !Missing(s) {
			t.Errorf("%q is no value", s)
		}
	}
	for _, s := range []string{"Anna", "0", "Nowak", "Brakowski", "NASA", "+48", "Norge", "Notariat", "12", "Xavier", "Keine Sorgen GmbH", "北京", "Nilsen", "Nulls", "No Limits Sp. z o.o.", "#1 Plumbing", "#STRASSE", "Hidden Valley"} {
		if Missing(s) {
			t.Errorf("%q is a value", s)
		}
	}
}

// TestMissingNames keeps the names that are words for "none" elsewhere.
func TestMissingNames(t *testing.T) {
	for _, c := range []struct {
		field contact.Field
		text  string
		want  bool
	}{
		{contact.FirstName, "TOM", false}, {contact.FirstName, "tom", false}, {contact.LastName, "Blank", false}, {contact.LastName, "Brak", false},
		{contact.LastName, "NaN", true}, {contact.Company, "n/d", true}, {contact.Company, "ND", false},
		{contact.LastName, "brak", true}, {contact.Region, "Brak", true}, {contact.City, "tom", true}, {contact.FirstName, "N/A", true},
	} {
		if got := missing(c.field, c.text); got != c.want {
			t.Errorf("%s %q: %v", c.field, c.text, got)
		}
	}
}
