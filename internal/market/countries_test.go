package market

import "testing"

func TestCountrySpellings(t *testing.T) {
	for text, want := range map[string]string{
		"Germany ": "DE", "BRD": "DE", "Allemagne": "DE", "Fed. Rep. of Germany": "DE", "U.S.A.": "US", "Gr. Britain": "GB",
		"UK (England)": "GB", "N. Ireland": "GB", "Netherlands, The": "NL", "Holland": "NL", "Česká republika": "CZ",
		"Rep. of Ireland": "IE", "DE - Germany": "DE", "Polska / Poland": "PL", "Switzerland (CH)": "CH",
		"": "", "Poland, Germany": "", "Poland (Mazovia)": "", "Germnay": "", "()": "",
	} {
		if got, ok := Country(text); got != want || ok != (want != "") {
			t.Errorf("Country(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestMisspeltCountry(t *testing.T) {
	for text, want := range map[string]string{
		"Germnay": "DE", "Fance": "FR", "Unites States": "US", "Untied Kingdom": "GB", "Neatherlands": "NL", "Norwey": "NO",
		"Iteland": "", // Iceland or Ireland
		"Roland":  "", // not Poland
		"Bavaria": "", "Peri": "", "": "", "Warszawa": "",
	} {
		if got, ok := MisspeltCountry(text); got != want || ok != (want != "") {
			t.Errorf("MisspeltCountry(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}
