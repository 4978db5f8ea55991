package profile

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/assign"
	"goldpan/internal/contact"
	"goldpan/internal/qualify"
)

// TestLoadEveryKey reads a profile in which every key of the specification
// has a value.
func TestLoadEveryKey(t *testing.T) {
	p, mistakes, err := Load("testdata/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mistakes {
		t.Error(m.At("full.yaml"))
	}
	if p == nil {
		t.FailNow()
	}
	dir, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	want := []List{{Match: in("inbox/acme-*.xlsx"), Vendor: "Acme Data", Purchased: day("2026-11-01"),
		Price: qualify.Amount{Value: 1200, Currency: "EUR", Text: "1200 EUR"}, OrderedRows: 5000,
		Promise: Promise{EmailsVerified: 0.95, Countries: []string{"PL"}, EmployeesMin: 20, EmployeesMax: 500},
		Basis:   "legitimate interest", Trust: 3, Map: map[string]string{"Firma": "company"}, Sheet: "Lista"}}
	if diff := cmp.Diff(want, p.Lists); diff != "" {
		t.Errorf("lists (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Customers{{File: in("crm.csv"), Match: "account", Route: "reject",
		LapsedAfter: assign.Period{N: 36, Unit: "months"}, LapsedRoute: "win-back"}}, p.Customers); diff != "" {
		t.Errorf("customers (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Suppression{{File: in("do-not-contact.csv"), Channel: contact.AllChannels},
		{File: in("dnc.txt"), Channel: contact.CallChannel, Date: day("2026-11-10"), MaxAge: assign.Period{N: 31, Unit: "days"}}},
		p.Suppress); diff != "" {
		t.Errorf("suppress (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(assign.Config{PerAccount: 2, ReturnAfter: assign.Period{N: 10, Unit: "working days"},
		RecycleAfter: assign.Period{N: 90, Unit: "days"},
		Reps:         []assign.Rep{{Name: "Ewa", Territory: assign.Territory{Country: []string{"PL"}}, Languages: []string{"pl"}, Capacity: 40}}},
		p.Assign); diff != "" {
		t.Errorf("assign (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Gates{0.9, 0.05, 1, "stop"}, p.Gates); diff != "" {
		t.Errorf("gates (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Outputs{Dir: "out/{date}", CallListRows: 10000, KeepColumns: []string{"Notes"},
		CRM: []string{"salesforce", "hubspot"}, Claims: true}, p.Outputs); diff != "" {
		t.Errorf("outputs (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Dedupe{Cut: "precision=0.99", Compare: map[string]string{"occupation": "text"}}, p.Dedupe); diff != "" {
		t.Errorf("dedupe (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{in("competitors.csv")}, p.ExcludeCompanies); diff != "" {
		t.Errorf("exclude (-want +got):\n%s", diff)
	}
	if p.Book != in("goldpan.db") || p.RulesFile != in("rules.yaml") || len(p.SHA256) != 64 {
		t.Errorf("book %s, rules %s, hash %s", p.Book, p.RulesFile, p.SHA256)
	}
	if got := p.Qualify.Rules.Find("PL", "call", "firm").ID; got != "MY-1" {
		t.Errorf("the rules file is not in effect: %s", got)
	}
	q := p.Qualify
	q.Rules = nil
	eur := func(v float64, text string) *qualify.Amount {
		return &qualify.Amount{Value: v, Currency: "EUR", Text: text}
	}
	num := func(v float64) *qualify.Amount { return &qualify.Amount{Value: v} }
	wantQualify := qualify.Config{Language: "en", Country: "PL", OnNoAuthority: "keep-company", Decay: 0.021,
		Reach: []string{"phone", "mobile", "email"}, Require: []string{},
		Tiers: []qualify.Tier{{Letter: "A", From: 70}, {Letter: "B", From: 40}, {Letter: "C", From: 0}},
		Rates: qualify.Rates{Date: "2026-11-01", Pairs: []qualify.Rate{{From: "EUR", Factor: 4.25, To: "PLN"}, {From: "NOK", Factor: 0.37, To: "PLN"}}},
		Score: []qualify.ScoreRule{{Name: "right size", When: "employees >= 100", Points: 25, Why: "{employees} staff"},
			{Name: "direct line", When: `phone_kind == "mobile"`, Points: 10, Why: "direct phone"}},
		Criteria: []qualify.Criterion{
			{Test: qualify.Target, Name: "country", Path: "target.country", In: []string{"PL", "RO", "NO"}},
			{Test: qualify.Target, Name: "industry", Path: "target.industry", In: []string{"NACE:C", "PKD:28", "packaging"}, NotIn: []string{"NACE:K"}},
			{Test: qualify.Target, Name: "employees", Path: "target.employees", Min: &qualify.Amount{Value: 20, Text: "20"}, Max: &qualify.Amount{Value: 500, Text: "500"}},
			{Test: qualify.Target, Name: "region", Path: "target.region", In: []string{"mazowieckie"}},
			{Test: qualify.Target, Name: "postal_code", Path: "target.postal_code", Prefix: []string{"00", "01"}},
			{Test: qualify.Target, Name: "distance", Path: "target.distance", From: "52.23,21.01", MaxKm: 80},
			{Test: qualify.Target, Name: "legal_form", Path: "target.legal_form", NotIn: []string{"sole_trader"}},
			{Test: qualify.Target, Name: "founded", Path: "target.founded", Before: "2022"},
			{Test: qualify.Target, Name: "keywords", Path: "target.keywords", Any: []string{"packing", "bottling"}, None: []string{"wholesale"}},
			{Test: qualify.Target, Custom: true, Name: "old-car", Path: "target.custom[0]", When: `number("vehicle_age") >= 10`, Why: "car is ten years or older"},
			{Test: qualify.Means, Name: "revenue", Path: "means.revenue", Min: eur(2e6, "2M EUR"), Unknown: qualify.PassUnknown},
			{Test: qualify.Means, Name: "credit", Path: "means.credit", Min: num(2)},
			{Test: qualify.Means, Name: "income", Path: "means.income", Min: &qualify.Amount{Value: 60000, Currency: "PLN", Text: "60000 PLN"}},
			{Test: qualify.Authority, Name: "seniority", Path: "authority.seniority", In: []string{"owner", "legal_rep", "partner", "c_level", "director", "head"}},
			{Test: qualify.Authority, Name: "department", Path: "authority.department", In: []string{"operations", "technical", "purchasing"}},
			{Test: qualify.Authority, Name: "by_size", Path: "authority.by_size", Ticket: eur(250e3, "250k EUR")},
		}}
	if diff := cmp.Diff(wantQualify, q); diff != "" {
		t.Errorf("qualify (-want +got):\n%s", diff)
	}
}

// TestTwentyMistakes gets one message for each of twenty different mistakes,
// at its line and column.
func TestTwentyMistakes(t *testing.T) {
	const wrong = `version: 2
langauge: en
country: Polska Ludowa
as_of: yesterday
lists:
  - {vendor: Acme, purchased: 01.11.2026, trust: 9}
target:
  industry: {in: ["PKX:28"]}
  employees: {min: many}
  employees: {min: 5}
  distance: {from: Atlantis, max_km: 80}
  founded: {before: soon}
  legal_form: [gmbh]
  custom:
    - {name: old-car, when: 'number("vehicle_age") >= "ten"'}
    - {name: Big Firm, when: employes > 5}
means:
  revenue: {min: 2M EURO DOLLARS}
  credit: {min: 7}
  income: {min: 5000 PLN, max: 1000 PLN}
authority:
  seniority: {in: [owner, directer]}
decay: 2.1
suppress: [{file: nowhere.csv, channel: phone}]
score: {name: x}
`
	want := []struct {
		line, column int
		says         string
	}{
		{1, 10, "known are 1"},
		{2, 1, "did you mean language?"},
		{3, 10, "no country"},
		{4, 8, "write today"},
		{6, 5, "match is missing"},
		{6, 31, "no day"},
		{6, 50, "known are 1, 2, 3, 4, 5"},
		{8, 19, "no system of industry codes; did you mean PKD?"},
		{9, 20, "no size"},
		{10, 3, "employees is there twice; the first is on line 9"},
		{11, 20, "no place"},
		{12, 21, "no date"},
		{13, 15, "legal_form is a list, but should be keys: in, not_in, unknown"},
		{15, 52, "invalid operation: >="},
		{16, 14, "no name"},
		{16, 30, "unknown name employes; did you mean employees?"},
		{18, 18, "no amount"},
		{19, 17, "not on the common scale"},
		{20, 17, "min 5000 is above max 1000"},
		{22, 27, "did you mean director?"},
		{23, 8, "write a percentage"},
		{24, 19, "there is no file nowhere.csv"},
		{24, 41, "known are call, email, all"},
		{25, 8, "score is keys with values, but should be a list"},
	}
	p, got := Parse([]byte(wrong), t.TempDir())
	if p != nil {
		t.Error("a profile with mistakes is handed out")
	}
	for i, m := range got {
		if i >= len(want) {
			t.Errorf("more: %s", m.At("p"))
			continue
		}
		if m.Line != want[i].line || m.Column != want[i].column || !strings.Contains(m.Message, want[i].says) {
			t.Errorf("got  %s\nwant p:%d:%d: ...%s...", m.At("p"), want[i].line, want[i].column, want[i].says)
		}
	}
	if len(got) < len(want) {
		t.Errorf("%d messages, want %d", len(got), len(want))
	}
}

// TestPlacesOfMistakes: in blocks of text, in quotes, in files that are no
// profile at all.
func TestPlacesOfMistakes(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"block of text": {"version: 1\ntarget:\n  custom:\n    - name: a\n      when: |\n        employees > 5\n        and revenu > 3\n",
			[]string{"p:7:13: unknown name revenu; did you mean revenue?"}},
		"double quotes": {"version: 1\nscore: [{name: a, when: \"employes > 5\", points: 1}]\n",
			[]string{"p:2:26: unknown name employes; did you mean employees?"}},
		"no YAML": {"version: 1\ntarget:\n  employees: {min: 20\n  country: x\n", []string{"p:2:1: this is not YAML: did not find expected ',' or '}'"}},
		"a tab":   {"version: 1\ntarget:\n\temployees: {min: 20}\n", []string{"p:3:1: this is not YAML: found character that cannot start any token; indent with blanks"}},
		"misspelt country": {"version: 1\ncountry: Polnd\ntarget: {country: {in: [Germnay]}}\n",
			[]string{`p:2:10: "Polnd" is no country; did you mean Poland?`, `p:3:25: "Germnay" is no country; did you mean Germany?`}},
		"open bracket":   {"version: 1\nscore: [{name: a, when: 'number(\"x\" > 5', points: 1}]\n", []string{"p:2:39: the expression ends too soon"}},
		"a list":         {"- a\n", []string{"p:1:1: this is a list, but should be keys: version, language"}},
		"no version":     {"language: pl\n", []string{"p:1:1: version is missing; write version: 1 on the first line"}},
		"two documents":  {"version: 1\n---\nversion: 1\n", []string{"p:2:1: a profile is one document"}},
		"no value":       {"version: 1\nlanguage:\n", []string{"p:2:10: language has no value; write one of en, pl"}},
		"nothing asked":  {"version: 1\ntarget: {country: {unknown: pass}}\n", []string{"p:2:10: nothing is asked; name at least one value"}},
		"ticket alone":   {"version: 1\nauthority: {ticket: 5k EUR}\n", []string{"p:2:21: ticket has an effect only with by_size: true"}},
		"criterion name": {"version: 1\ntarget: {custom: [{name: country, when: age > 3}]}\n", []string{`p:2:26: "country" is a criterion already`}},
		"same name twice": {"version: 1\ntarget: {custom: [{name: a, when: age > 3}, {name: a, when: age > 4}]}\n",
			[]string{`p:2:52: "a" is there twice`}},
		"tier":              {"version: 1\ntiers: {A1: 70, B: 400}\n", []string{`p:2:13: "A1" is no tier`, "p:2:20: a score lies between 0 and 100"}},
		"tiers upside down": {"version: 1\ntiers: {A: 40, B: 70}\n", []string{"p:2:19: B begins at 70 points, A at 40"}},
		"nothing between":   {"version: 1\ntarget: {founded: {before: 2010, after: 2020}}\n", []string{"p:2:41: nothing is after 2020 and before 2010; swap them"}},
		"off the scale":     {"version: 1\nmeans: {credit: {min: 7}}\n", []string{"p:2:23: credit 7 is not on the common scale"}},
		"misspelt region": {"version: 1\ntarget: {region: {in: [mazowiekie, Bavaria, Silesia, Nowhere]}}\n",
			[]string{`p:2:24: "mazowiekie" is no region we know; did you mean mazowieckie?`}},
		"placeholder":  {"version: 1\noutputs: {dir: 'out/{dat}'}\n", []string{`p:2:16: "out/{dat}" has a placeholder that is not known`}},
		"without keys": {"version: 1\ntarget: {country: PL}\n", []string{"p:2:19: country is a single value, but should be keys: in, not_in, unknown; write country: {in: [PL]}"}},
		"rate": {"version: 1\nrates: {EUR: 4.25, XYZ1: 3 PLN, PLN: 1 PLN}\n",
			[]string{`p:2:14: "4.25" is no rate`, `p:2:20: "XYZ1" is no currency`, "p:2:38: a rate needs another currency"}},
	} {
		_, mistakes := Parse([]byte(c.text), "")
		for i, m := range mistakes {
			if i >= len(c.want) || !strings.HasPrefix(m.At("p"), c.want[i]) {
				t.Errorf("%s: got %s, want %q", name, m.At("p"), c.want)
			}
		}
		if len(mistakes) < len(c.want) {
			t.Errorf("%s: %v, want %q", name, mistakes, c.want)
		}
	}
}
