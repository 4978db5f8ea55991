package qualify

import (
	"testing"

	"goldpan/internal/contact"
)

// twenty is a configuration with twenty criteria, five of them expressions.
func twenty() Config {
	amount := func(v float64, currency string) *Amount { return &Amount{Value: v, Currency: currency} }
	custom := func(name, when string) Criterion {
		return Criterion{Test: Target, Custom: true, Name: name, When: when, Path: "target.custom." + name}
	}
	return Config{AsOf: asOf, Rates: Rates{Pairs: []Rate{{"EUR", 4.25, "PLN"}}}, Criteria: []Criterion{
		{Test: Target, Name: "country", In: []string{"PL", "RO", "NO"}},
		{Test: Target, Name: "industry", In: []string{"NACE:C", "PKD:28", "packaging"}, NotIn: []string{"NACE:K"}},
		{Test: Target, Name: "employees", Min: amount(20, ""), Max: amount(500, "")},
		{Test: Target, Name: "region", In: []string{"mazowieckie", "pomorskie"}},
		{Test: Target, Name: "city", NotIn: []string{"Radom"}},
		{Test: Target, Name: "postal_code", Prefix: []string{"00", "01"}},
		{Test: Target, Name: "distance", From: "52.23,21.01", MaxKm: 80},
		{Test: Target, Name: "legal_form", NotIn: []string{"sole_trader"}},
		{Test: Target, Name: "founded", Before: "2022"},
		{Test: Target, Name: "keywords", Any: []string{"packing", "bottling", "machinery"}, None: []string{"wholesale"}},
		{Test: Target, Name: "interests", None: []string{"golf"}},
		{Test: Means, Name: "revenue", Min: amount(2e6, "EUR")},
		{Test: Means, Name: "credit", Min: amount(2, "")},
		{Test: Authority, Name: "seniority", In: []string{"owner", "director", "head"}},
		{Test: Authority, Name: "by_size", Ticket: amount(250e3, "EUR")},
		custom("size", "employees >= 100 and employees < 1000"),
		custom("phone", `phone_kind == "mobile" or email_kind == "personal"`),
		custom("title", `title contains "irector" or seniority in ["owner", "head"]`),
		custom("fresh", "days_until(verified_date) > -400"),
		custom("old-car", `number("vehicle_age") >= 10 or not (country == "NO")`),
	}}
}

// BenchmarkJudge is one contact against twenty criteria and five expressions.
func BenchmarkJudge(b *testing.B) {
	p, problems := Compile(twenty())
	if problems != nil {
		b.Fatal(problems)
	}
	j := p.NewJudge(Columns{Extras: []string{"vehicle_age"}})
	for name, fields := range map[string]values{
		"delivered": {contact.Region: "mazowieckie", contact.City: "Warszawa", contact.PostalCode: "00-950", contact.PostalKey: "00950",
			contact.Founded: "1999", contact.VerifiedDate: "2026-06-01", contact.Title: "Purchasing Director", contact.Notes: "packing lines"},
		"rejected": {contact.Region: "lubelskie", contact.City: "Lublin", contact.PostalCode: "20-001", contact.PostalKey: "20001",
			contact.Founded: "2024", contact.VerifiedDate: "2020-06-01", contact.Employees: "12", contact.Revenue: "5-10"},
	} {
		b.Run(name, func(b *testing.B) {
			rec := with(fields)
			rec.Extras = []contact.Extra{{Label: 0, Value: "11"}}
			s := &Subject{Rec: rec, Members: 1, Lists: 1}
			var v Verdict
			b.ReportAllocs()
			for b.Loop() {
				j.Judge(s, &v)
			}
			if (v.Fate == contact.Rejected) != (name == "rejected") {
				b.Fatalf("%s is %v: %s", name, v.Fate, v.Detail)
			}
		})
	}
}
