package clean

import (
	"testing"

	"goldpan/internal/contact"
)

func TestMoney(t *testing.T) {
	for _, c := range []struct{ in, country, value, currency string }{
		{"1,5 mln zł", "PL", "1500000", "PLN"},
		{"€2M-€5M", "FR", "2000000-5000000", "EUR"},
		{"2 à 5 M€", "FR", "2000000-5000000", "EUR"},
		{"de 2 a 5 M€", "FR", "2000000-5000000", "EUR"},
		{"CA > 10 M€", "FR", "10000000+", "EUR"},
		{"15 MNOK", "NO", "15000000", "NOK"},
		{"TEUR 500", "DE", "500000", "EUR"},
		{"TEUR 19.414", "DE", "19414000", "EUR"},
		{"$500K–$1M", "US", "500000-1000000", "USD"},
		{"$10MM", "US", "10000000", "USD"},
		{"(1 234)", "PL", "-1234", ""},
		{"1 234-", "PL", "-1234", ""},
		{"(1 234) tys. zł", "PL", "-1234000", "PLN"},
		{"-$5,000", "US", "-5000", "USD"},
		{"($5,000)", "US", "-5000", "USD"},
		{"3,5 millones €", "ES", "3500000", "EUR"},
		{"500 mil €", "ES", "500000", "EUR"},
		{"5 mil. Kč", "CZ", "5000000", "CZK"},
		{"R$ 1,5 mi", "BR", "1500000", "BRL"},
		{"1,2 milioni di euro", "IT", "1200000", "EUR"},
		{"250 millió Ft", "HU", "250000000", "HUF"},
		{"5 milyon TL", "TR", "5000000", "TRY"},
		{"Rs. 2.5 Cr", "IN", "25000000", "INR"},
		{"¥ 5000万", "CN", "50000000", "CNY"},
		{"500 zł netto", "PL", "500", "PLN"},
		{"1 234 567,89", "PL", "1234567.89", ""},
		{"1.234.567,89", "RO", "1234567.89", ""},
		{"1,234,567.89", "US", "1234567.89", ""},
		{"1'234'567.89", "CH", "1234567.89", ""},
		{"1 234 567,89", "FR", "1234567.89", ""},
		{"500 tys. zł", "PL", "500000", "PLN"},
		{"89,7 mil. lei", "RO", "89700000", "RON"},
		{"300 mii lei", "RO", "300000", "RON"},
		{"3,3 mill. kr", "NO", "3300000", "NOK"},
		{"1 036 TNOK", "NO", "1036000", "NOK"},
		{"250 000,-", "NO", "250000", ""},
		{"kr 250 000,-", "NO", "250000", "NOK"},
		{"1,2 mrd.", "NO", "1200000000", ""},
		{"0,3 Mio. €", "DE", "300000", "EUR"},
		{"2,5 Mrd. €", "DE", "2500000000", "EUR"},
		{"500 Tsd. €", "DE", "500000", "EUR"},
		{"3 Md€", "FR", "3000000000", "EUR"},
		{"250 k€", "FR", "250000", "EUR"},
		{"£57.2m", "GB", "57200000", "GBP"},
		{"£28,675k", "GB", "28675000", "GBP"},
		{"US$ 2.5 billion", "US", "2500000000", "USD"},
		{"1 billion", "DE", "1000000000000", ""},
		{"2 370 040 267,00 PLN", "PL", "2370040267", "PLN"},
		{"25.854.454 RON", "RO", "25854454", "RON"},
		{"1.500", "DE", "1500", ""},
		{"1.500", "US", "1.5", ""},
		{"1,500", "US", "1500", ""},
		{"1,500", "PL", "1.5", ""},
		{"1,50", "PL", "1.5", ""},
		{"2000000", "PL", "2000000", ""},
		{"2000000-5000000", "PL", "2000000-5000000", ""},
		{"10000000+", "FR", "10000000+", ""},
		{"under $1 million", "US", "0-1000000", "USD"},
		{"powyżej 10 mln zł", "PL", "10000000+", "PLN"},
		{"A$ 3m", "AU", "3000000", "AUD"},
		{"$3m", "AU", "3000000", "AUD"},
		{"EUR 1.2 Mio", "DE", "1200000", "EUR"},
		{"-15 000 zł", "PL", "-15000", "PLN"},
		{"1.5E+06", "US", "1500000", ""},
	} {
		got, ok := Money(c.in, contact.Hint{}, c.country)
		if want := (Amount{c.value, c.currency}); !ok || got != want {
			t.Errorf("%q in %s: got %v, want %v", c.in, c.country, got, want)
			continue
		}
		if again, ok := Money(got.Value, contact.Hint{}, c.country); !ok || again.Value != got.Value {
			t.Errorf("%q in %s: %q becomes %q", c.in, c.country, got.Value, again.Value)
		}
	}
	for _, in := range []string{"", "b.d.", "n/a", "n.c.", "nd", "k.A.", "-", "on request", "3,5 grzywien"} {
		if got, ok := Money(in, contact.Hint{}, "PL"); ok {
			t.Errorf("%q: taken as %v", in, got)
		}
	}
}

func TestMoneyHints(t *testing.T) {
	for _, c := range []struct {
		in   string
		hint contact.Hint
		want Amount
	}{
		{"1 234", contact.Hint{Unit: 1000, Currency: "NOK"}, Amount{"1234000", "NOK"}},
		{"1 mln", contact.Hint{Unit: 1000, Currency: "PLN"}, Amount{"1000000", "PLN"}},
		{"$5", contact.Hint{Unit: 1e6, Currency: "EUR"}, Amount{"5000000", "USD"}},
		{"1.500", contact.Hint{Decimal: '.'}, Amount{"1.5", ""}},
		{"1,500", contact.Hint{Decimal: ','}, Amount{"1.5", ""}},
		{"1.500", contact.Hint{Decimal: ','}, Amount{"1500", ""}},
	} {
		if got, _ := Money(c.in, c.hint, ""); got != c.want {
			t.Errorf("%q %+v: got %v, want %v", c.in, c.hint, got, c.want)
		}
	}
}
