package profile

import "testing"

func TestParseMoney(t *testing.T) {
	for text, want := range map[string]struct {
		value    float64
		currency string
	}{
		"2M EUR": {2e6, "EUR"}, "500 tys. zł": {500e3, "PLN"}, "250k EUR": {250e3, "EUR"}, "60000 PLN": {60000, "PLN"},
		"€1.5m": {1.5e6, "EUR"}, "1,5 mln zł": {1.5e6, "PLN"}, "1 200 EUR": {1200, "EUR"}, "1,200 EUR": {1200, "EUR"},
		"15 MNOK": {15e6, "NOK"}, "TEUR 500": {500e3, "EUR"}, "500 k€": {500e3, "EUR"}, "10 mio. kr": {10e6, "NOK"},
		"$3bn": {3e9, "USD"}, "£40": {40, "GBP"}, "2 mil. lei": {2e6, "RON"}, "0.37 PLN": {0.37, "PLN"}, "4.25 PLN": {4.25, "PLN"},
		"1.234.567,89 EUR": {1234567.89, "EUR"}, "100": {100, ""},
	} {
		a, err := ParseMoney(text)
		if err != nil || a.Value != want.value || a.Currency != want.currency {
			t.Errorf("%q: %v %s (%v), want %v %s", text, a.Value, a.Currency, err, want.value, want.currency)
		}
	}
	for _, bad := range []string{"", "EUR", "many EUR", "2M EUR PLN", "2k M EUR", "-5 EUR", "5 apples"} {
		if a, err := ParseMoney(bad); err == nil {
			t.Errorf("%q is read as %v %s", bad, a.Value, a.Currency)
		}
	}
}

func TestParseSize(t *testing.T) {
	for text, want := range map[string]band{
		"50": {50, 50, false}, "1.2k": {1200, 1200, false}, "51-200": {51, 200, true}, "250+": {250, 0, true},
		"1 000": {1000, 1000, false}, "10–49": {10, 49, true}, "medium": {50, 249, true},
	} {
		if got, err := parseSize(text); err != nil || got != want {
			t.Errorf("%q: %v (%v), want %v", text, got, err, want)
		}
	}
	for _, bad := range []string{"", "many", "200-51", "-", "+", "huge"} {
		if got, err := parseSize(bad); err == nil {
			t.Errorf("%q is read as %v", bad, got)
		}
	}
}
