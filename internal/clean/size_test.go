package clean

import (
	"testing"

	"goldpan/internal/contact"
)

func TestEmployees(t *testing.T) {
	for in, want := range map[string]string{
		"51-200": "51-200", "51–200": "51-200", "51 to 200": "51-200", "od 51 do 200": "51-200", "de 51 à 200": "51-200", "51 bis 200": "51-200",
		">250": "251+", "250+": "250+", "10 000+": "10000+", "10,000+": "10000+", "10.000+": "10000+", "< 10": "0-9", "poniżej 10": "0-9", "sub 10": "0-9",
		"under 10": "0-9", "moins de 10": "0-9", "unter 10": "0-9", "ok. 50": "50", "ca. 50": "50", "env. 50": "50", "cca. 30": "30",
		"10-49 ansatte": "10-49", "9 osób": "9", "12 angajați": "12", "20 à 49 salariés": "20-49", "1,2k": "1200", "1 to 4": "1-4", "11-50": "11-50",
		"5001–10 000": "5001-10000", "1 - 9": "1-9", "10 001+": "10001+", "120": "120", "1 200": "1200", "1.200": "1200", "more than 500": "501+",
		"powyżej 250": "251+", "peste 250": "251+", "plus de 250": "251+", "mehr als 250": "251+", "over 250": "251+", "between 10 and 49": "10-49",
		"mellom 10 og 49": "10-49", "500 and more": "500+", "mindestens 20": "20+", "up to 50": "0-50", "250 et plus": "250+",
		"≥ 250": "250+", "≤ 10": "0-10", "0": "0", "50-249": "50-249", "1-5k": "1000-5000", "self-employed": "", "many": "", "-5": "",
		"mikro": "0-9", "Mała firma": "10-49", "średnie": "50-249", "duża": "250+", "TPE": "0-9", "PME": "0-249", "Kleinunternehmen": "10-49", "liten": "10-49",
		"small": "", // fewer than 50 in Europe, than 500 in America
		"do 10": "0-10", "bis zu 10": "0-10", "til 10": "0-10", "færre enn 10": "0-9", "250 eller flere": "250+", "120 (2024)": "120", "100-249 (2022)": "100-249",
		"10 to 49 employees": "10-49", "de la 10 la 49": "10-49",
	} {
		got, ok := Employees(in, contact.Hint{})
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		if again, ok := Employees(got, contact.Hint{}); ok && again != got {
			t.Errorf("%q: %q becomes %q", in, got, again)
		}
	}
	for in, want := range map[string]string{
		"NN": "0", "00": "0", "01": "1-2", "02": "3-5", "03": "6-9", "11": "10-19", "12": "20-49", "21": "50-99", "22": "100-199", "31": "200-249",
		"32": "250-499", "41": "500-999", "42": "1000-1999", "51": "2000-4999", "52": "5000-9999", "53": "10000+", "3": "6-9",
	} {
		if got, _ := Employees(in, contact.Hint{System: "INSEE"}); got != want {
			t.Errorf("INSEE %q: got %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Oct-49": "10-49", "paź.49": "10-49", "05-Jan": "1-5", "1.mai": "1-5", "5-janv": "1-5", "01.05.2026": "1-5", "2-Oct": "2-10", "Nov-50": "11-50",
		"50-249": "50-249", "250+": "250+", "2026-05-01": "1-5", "okt.49": "10-49", "9-Jan": "1-9", "1": "1",
	} {
		if got, _ := Employees(in, contact.Hint{Damaged: true}); got != want {
			t.Errorf("damaged %q: got %q, want %q", in, got, want)
		}
	}
	if got, _ := Employees("1.2", contact.Hint{Unit: 1000, Decimal: '.'}); got != "1200" {
		t.Errorf("in thousands: %q", got)
	}
}

// TestWithUnit: a count without a unit stays as it is written, but for zeros in
// front.
func TestWithUnit(t *testing.T) {
	for _, c := range []struct {
		digits string
		unit   float64
		want   string
	}{{"120", 0, "120"}, {"0120", 0, "120"}, {"0", 0, "0"}, {"000", 0, "0"}, {"9999999", 0, "9999999"}, {"12", 1000, "12000"}, {"012", 1, "12"}} {
		if got := withUnit(c.digits, c.unit); got != c.want {
			t.Errorf("%s times %v: got %s, want %s", c.digits, c.unit, got, c.want)
		}
	}
}
