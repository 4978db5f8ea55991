package qualify

import (
	"strings"
	"testing"
	"time"

	"goldpan/internal/contact"
)

func money(v float64, currency string) *Amount { return &Amount{Value: v, Currency: currency} }

func plain(v float64) *Amount { return &Amount{Value: v} }

// TestCriteria gives each criterion values that it says yes, no and unknown
// to.
func TestCriteria(t *testing.T) {
	rates := Rates{Pairs: []Rate{{"EUR", 4.25, "PLN"}, {"NOK", 0.37, "PLN"}}}
	type answers map[string]contact.Answer
	one := func(f contact.Field) func(string) values {
		return func(v string) values { return values{f: v} }
	}
	two := func(a, b contact.Field) func(string) values {
		return func(v string) values {
			left, right, _ := strings.Cut(v, "|")
			return values{a: left, b: right}
		}
	}
	employees := one(contact.Employees)
	revenue := two(contact.Revenue, contact.Currency)
	code := two(contact.CodeSystem, contact.IndustryCode)
	for _, c := range []struct {
		name string
		c    Criterion
		set  func(string) values
		want answers
	}{
		{"employees between", Criterion{Name: "employees", Min: plain(20), Max: plain(500)}, employees, answers{
			"20": contact.Yes, "500": contact.Yes, "19": contact.No, "501": contact.No, "": contact.Unknown, "51-200": contact.Yes,
			"11-50": contact.Unknown, "1-10": contact.No, "250+": contact.Unknown, "1001+": contact.No, "201-500": contact.Yes, "about 50": contact.Unknown}},
		{"employees at least", Criterion{Name: "employees", Min: plain(100)}, employees, answers{
			"250+": contact.Yes, "51-200": contact.Unknown, "50+": contact.Unknown, "99": contact.No}},
		{"revenue in euro", Criterion{Test: Means, Name: "revenue", Min: money(2e6, "EUR")}, revenue, answers{
			"2000000|EUR": contact.Yes, "1999999|EUR": contact.No, "9000000|PLN": contact.Yes, "8000000|PLN": contact.No,
			"23000000|NOK": contact.Yes, "20000000|NOK": contact.No, "9000000|USD": contact.Unknown, "9000000|": contact.Unknown,
			"1000000-5000000|EUR": contact.Unknown, "5000000+|EUR": contact.Yes, "|EUR": contact.Unknown}},
		{"income without a currency", Criterion{Test: Means, Name: "income", Min: plain(60000)}, one(contact.Income), answers{
			"60000": contact.Yes, "59000": contact.No, "50000-80000": contact.Unknown}},
		{"credit", Criterion{Test: Means, Name: "credit", Min: plain(2)}, two(contact.CreditScale, contact.UpdatedDate), answers{
			"2|2026-10-01": contact.Yes, "1|2026-10-01": contact.No, "4|2025-10-01": contact.Unknown, "|": contact.Unknown, "3|": contact.Yes}},
		{"credit of a firm in liquidation", Criterion{Test: Means, Name: "credit", Min: plain(2)}, two(contact.CreditScale, contact.Distress), answers{
			"4|yes": contact.No, "|yes": contact.No, "4|": contact.Yes}},
		{"country", Criterion{Name: "country", In: []string{"Poland", "RO"}}, one(contact.Country), answers{
			"PL": contact.Yes, "RO": contact.Yes, "DE": contact.No, "": contact.Unknown}},
		{"country not", Criterion{Name: "country", NotIn: []string{"US"}}, one(contact.Country), answers{"US": contact.No, "PL": contact.Yes}},
		{"region", Criterion{Name: "region", In: []string{"Mazowieckie", "śląskie"}}, one(contact.Region), answers{
			"mazowieckie": contact.Yes, "śląskie": contact.Yes, "pomorskie": contact.No, "": contact.Unknown}},
		{"region by a foreign name", Criterion{Name: "region", In: []string{"Bavaria"}}, one(contact.Region), answers{"Bayern": contact.Yes, "Hessen": contact.No}},
		{"city", Criterion{Name: "city", In: []string{"Łódź"}}, one(contact.City), answers{"Lodz": contact.Yes, "LODZ": contact.Yes, "Radom": contact.No}},
		{"postal code", Criterion{Name: "postal_code", Prefix: []string{"00", "SW1"}}, one(contact.PostalCode), answers{
			"00-950": contact.Yes, "01-100": contact.No, "SW1A 1AA": contact.Yes, "": contact.Unknown}},
		{"distance", Criterion{Name: "distance", From: "52.23,21.01", MaxKm: 80}, two(contact.Country, contact.City), answers{
			"PL|Warszawa": contact.Yes, "PL|Siedlce": contact.No, "PL|Pruszków": contact.Yes, "PL|Nigdziewo": contact.Unknown, "PL|": contact.Unknown}},
		{"distance from a town", Criterion{Name: "distance", From: "Oslo", MaxKm: 50}, two(contact.Country, contact.City), answers{
			"NO|Drammen": contact.Yes, "NO|Bergen": contact.No}},
		{"legal form", Criterion{Name: "legal_form", NotIn: []string{"sole_trader"}}, two(contact.LegalForm, contact.SoleTrader), answers{
			"jdg|yes": contact.No, "sp_zoo|": contact.Yes, "|": contact.Unknown, "|yes": contact.No}},
		{"legal form, only the size known", Criterion{Name: "legal_form", NotIn: []string{"sole_trader"}}, two(contact.LegalForm, contact.Employees), answers{
			"|50-99": contact.Yes, "|5": contact.Unknown, "|10-49": contact.Unknown}},
		{"legal form in", Criterion{Name: "legal_form", In: []string{"Sp. z o.o.", "GmbH"}}, one(contact.LegalForm), answers{
			"sp_zoo": contact.Yes, "gmbh": contact.Yes, "sa": contact.No}},
		{"founded", Criterion{Name: "founded", Before: "2022", After: "1990"}, one(contact.Founded), answers{
			"2021": contact.Yes, "2021-12-31": contact.Yes, "2022": contact.No, "2022-01-01": contact.No, "1990": contact.No, "1991": contact.Yes, "": contact.Unknown}},
		{"founded before a day", Criterion{Name: "founded", Before: "2022-06-15"}, one(contact.Founded), answers{
			"2022": contact.Unknown, "2022-06": contact.Unknown, "2022-06-14": contact.Yes, "2022-06-15": contact.No, "2021": contact.Yes}},
		{"keywords", Criterion{Name: "keywords", Any: []string{"packing", "bottling"}, None: []string{"wholesale"}}, two(contact.Industry, contact.Notes), answers{
			"Packing lines|": contact.Yes, "Bottling|Wholesale of bottles": contact.No, "Retail|": contact.No, "|": contact.Unknown, "Unpacking|": contact.No}},
		{"short keywords", Criterion{Name: "keywords", Any: []string{"IT"}}, two(contact.Industry, contact.Notes), answers{
			"IT services|": contact.Yes, "Italian food|": contact.No, "in IT|": contact.Yes}},
		{"interests", Criterion{Name: "interests", Any: []string{"żeglarstwo"}}, one(contact.Interests), answers{
			"Zeglarstwo; golf": contact.Yes, "golf": contact.No, "": contact.Unknown}},
		{"household", Criterion{Name: "household", Any: []string{"children"}}, one(contact.Household), answers{"2 children": contact.Yes, "single": contact.No}},
		{"age", Criterion{Name: "age", Min: plain(30), Max: plain(40)}, two(contact.BirthDate, contact.BirthYear), answers{
			"1986-11-22|": contact.Yes, "1985-11-22|": contact.No, "1996-11-23|": contact.No, "1996-11-22|": contact.Yes,
			"|1990": contact.Yes, "|1996": contact.Unknown, "|1950": contact.No, "|": contact.Unknown}},
		{"seniority", Criterion{Test: Authority, Name: "seniority", In: []string{"owner", "director"}}, two(contact.Seniority, contact.Title), answers{
			"director|Director": contact.Yes, "staff|Clerk": contact.No, "|Something": contact.Unknown, "|": contact.Unknown}},
		{"department", Criterion{Test: Authority, Name: "department", In: []string{"purchasing"}}, one(contact.Department), answers{
			"purchasing": contact.Yes, "hr": contact.No, "": contact.Unknown}},
		{"industry by section", Criterion{Name: "industry", In: []string{"NACE:C"}}, code, answers{
			"PKD2007|28.29.Z": contact.Yes, "NAF2|6201Z": contact.No, "SIC-US|3559": contact.Yes, "NAICS|333993": contact.Yes,
			"NAICS|541511": contact.No, "CAEN3|2829": contact.Yes, "|": contact.Unknown, "SN2007|00.000": contact.Unknown, "SIC-US|27": contact.Unknown}},
		{"industry by prefix", Criterion{Name: "industry", In: []string{"PKD:28"}}, code, answers{
			"PKD2007|28.29.Z": contact.Yes, "PKD2025|28.94.Z": contact.Yes, "NACE2|28.29": contact.Yes, "PKD2007|27.11.Z": contact.No}},
		{"industry by class, revised", Criterion{Name: "industry", In: []string{"NACE2.1:62.10"}}, code, answers{
			"NAF2|6201Z": contact.Yes, "PKD2025|62.10.B": contact.Yes, "PKD2007|62.02.Z": contact.No, "NACE2.1|62": contact.Unknown}},
		{"industry by old class", Criterion{Name: "industry", In: []string{"NACE2:62.01"}}, code, answers{
			"CAEN3|6210": contact.Yes, "CAEN2|6201": contact.Yes, "CAEN3|6220": contact.No}},
		{"industry, old section", Criterion{Name: "industry", NotIn: []string{"NACE:K"}}, code, answers{
			"NACE2|64.19": contact.No, "NACE2.1|64.19": contact.No, "NACE2|62.01": contact.Yes, "NACE2.1|62.10": contact.Yes}},
		{"industry, new section", Criterion{Name: "industry", In: []string{"NACE2.1:K"}}, code, answers{
			"NACE2|62.01": contact.Yes, "NACE2.1|61.10": contact.Yes, "NACE2|64.19": contact.No}},
		{"industry in American codes", Criterion{Name: "industry", In: []string{"NAICS:333"}}, code, answers{
			"NAICS|333993": contact.Yes, "NACE2|28.29": contact.Yes, "SIC-US|3559": contact.Unknown, "NAICS|31": contact.No}},
		{"industry by a range", Criterion{Name: "industry", In: []string{"NAICS:31-33"}}, code, answers{
			"NAICS|333993": contact.Yes, "NAICS|42": contact.No, "NACE2|28.29": contact.Yes, "NACE2|46.10": contact.No}},
		{"industry by a range of divisions", Criterion{Name: "industry", In: []string{"NACE:08-09", "27"}}, code, answers{
			"PKD2007|09.10.Z": contact.Yes, "NAF2|2712Z": contact.Yes, "NACE2|10.11": contact.No}},
		{"industry by word", Criterion{Name: "industry", In: []string{"packaging"}}, two(contact.Industry, contact.IndustryCode), answers{
			"Packaging and containers|": contact.Yes, "Opakowania|": contact.Yes, "|22.22": contact.Yes, "|64.19": contact.No, "Banking|": contact.No,
			"Manufacturing|": contact.Unknown, "Qqq|": contact.No, "|": contact.Unknown}},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := judgeOf(t, Config{Criteria: []Criterion{c.c}, Rates: rates})
			for value, want := range c.want {
				s := &Subject{Rec: record(c.set(value))}
				got := j.Explain(s)[0]
				if got.Answer != want {
					t.Errorf("%q: %v, want %v (%s, wanted %s)", value, got.Answer, want, got.Have, got.Wanted)
				}
				if got.Have == "" || got.Wanted == "" {
					t.Errorf("%q: no evidence: %+v", value, got)
				}
			}
		})
	}
}

// TestUnknownPolicy turns unknown into no or yes.
func TestUnknownPolicy(t *testing.T) {
	for _, c := range []struct {
		policy Policy
		fate   contact.Fate
		detail string
	}{
		{Keep, contact.Suspect, ""},
		{PassUnknown, contact.Prospect, ""},
		{RejectUnknown, contact.Rejected, "employees missing, wanted 20-500 (unknown)"},
	} {
		e := employees
		e.Unknown = c.policy
		var v Verdict
		judgeOf(t, Config{Criteria: []Criterion{e, seniors}}).Judge(&Subject{Rec: with(values{contact.Employees: ""})}, &v)
		if v.Fate != c.fate || v.Detail != c.detail {
			t.Errorf("policy %v: %v, %q; want %v, %q", c.policy, v.Fate, v.Detail, c.fate, c.detail)
		}
	}
}

// TestDetail says what is and what was wanted, for each reason in profile
// order.
func TestDetail(t *testing.T) {
	var v Verdict
	judgeOf(t, Config{Criteria: []Criterion{employees, revenue, seniors}}).Judge(&Subject{Rec: with(values{
		contact.Employees: "12", contact.Revenue: "1000000", contact.Seniority: "staff", contact.Title: "Księgowa"})}, &v)
	want := "employees 12, wanted 20-500; revenue 1000000 EUR, wanted at least 2M EUR; " +
		"seniority staff (Księgowa), wanted owner, director, head"
	if v.Detail != want {
		t.Errorf("got  %s\nwant %s", v.Detail, want)
	}
}

// TestBySize is the rule of who decides by size and ticket.
func TestBySize(t *testing.T) {
	for _, c := range []struct {
		name, class, department, employees, ticket string
		want                                       contact.Answer
	}{
		{"owner of eight", "A", "management", "8", "", contact.Yes},
		{"manager of eight", "B", "sales", "8", "", contact.Yes},
		{"buyer of eight", "C", "purchasing", "8", "", contact.No},
		{"clerk of eight", "D", "", "8", "", contact.No},
		{"manager of thirty", "B", "sales", "30", "", contact.Yes},
		{"buyer of thirty, small ticket", "C", "purchasing", "30", "5000", contact.Yes},
		{"purchasing director of 120", "B", "purchasing", "120", "", contact.Yes},
		{"sales director of 120", "B", "sales", "120", "", contact.No},
		{"director of 120, department unknown", "B", "", "120", "", contact.Unknown},
		{"technical director of 800", "B", "technical", "800", "250000", contact.Yes},
		{"HR director of 800", "B", "hr", "800", "250000", contact.No},
		{"buyer of 800, large ticket", "C", "purchasing", "800", "250000", contact.No},
		{"buyer of 800, small ticket", "C", "purchasing", "800", "50000", contact.Yes},
		{"managing director of 800", "A", "management", "800", "250000", contact.Yes},
		{"staff of 800", "D", "technical", "800", "250000", contact.No},
		{"liquidator", "X", "", "30", "", contact.No},
		{"owner, size unknown", "A", "", "", "", contact.Yes},
		{"director, size unknown", "B", "technical", "", "", contact.Unknown},
		{"staff, size unknown", "D", "technical", "", "", contact.No},
		{"sales director, band across the limit", "B", "sales", "11-50", "", contact.Unknown},
		{"nothing known", "", "", "30", "", contact.Unknown},
	} {
		bySize := Criterion{Test: Authority, Name: "by_size"}
		if c.ticket != "" {
			s, _ := parseSpan(c.ticket)
			bySize.Ticket = money(s.lo, "EUR")
		}
		department := Criterion{Test: Authority, Name: "department", In: []string{"operations", "technical", "purchasing"}}
		rec := record(values{contact.LastName: "Test", contact.Title: "some title", contact.Authority: c.class, contact.Department: c.department, contact.Employees: c.employees})
		got := judgeOf(t, Config{Criteria: []Criterion{bySize, department}}).Explain(&Subject{Rec: rec})
		if answer := both(got[0].Answer, got[1].Answer); answer != c.want {
			t.Errorf("%s: %v, want %v (%s: %v; %s: %v)", c.name, answer, c.want, got[0].Have, got[0].Answer, got[1].Have, got[1].Answer)
		}
	}
	sole := record(values{contact.LastName: "Test", contact.SoleTrader: "yes", contact.Employees: "1"})
	if got := judgeOf(t, Config{Criteria: []Criterion{{Test: Authority, Name: "by_size"}, seniors}}).Explain(&Subject{Rec: sole}); got[0].Answer != contact.Yes || got[1].Answer != contact.Yes {
		t.Errorf("the named person of a sole trader: %v", got)
	}
}

// TestExpressions checks three-valued logic, bands, columns and functions.
func TestExpressions(t *testing.T) {
	rec := with(values{contact.Employees: "51-200", contact.BirthDate: "1986-12-10", contact.Revenue: ""})
	rec.Extras = []contact.Extra{{Label: 1, Value: "12,5 lat"}, {Label: 2, Value: "10.12.2026"}}
	columns := Columns{Extras: []string{"Marka", "Vehicle age", "Contract end"}, Mapped: map[string]contact.Field{"Liczba pracowników": contact.Employees}}
	for when, want := range map[string]contact.Answer{
		`employees >= 50`:                               contact.Yes,
		`employees >= 100`:                              contact.Unknown,
		`employees < 50`:                                contact.No,
		`employees == 100`:                              contact.Unknown,
		`employees != 300`:                              contact.Yes,
		`employees + 1 > 200`:                           contact.Unknown,
		`employees * 2 > 50`:                            contact.Yes,
		`revenue > 5`:                                   contact.Unknown,
		`not (revenue > 5)`:                             contact.Unknown,
		`revenue > 5 or country == "PL"`:                contact.Yes,
		`country == "PL" || revenue > 5`:                contact.Yes,
		`revenue > 5 and country == "NO"`:               contact.No,
		`revenue > 5 and country == "PL"`:               contact.Unknown,
		`mobile == ""`:                                  contact.Yes,
		`email != ""`:                                   contact.Yes,
		`seniority in ["owner", "director"]`:            contact.Yes,
		`nickname in ["Ania"]`:                          contact.Unknown,
		`title matches "(?i)zakup"`:                     contact.Yes,
		`number("Vehicle age") >= 10`:                   contact.Yes,
		`number("vehicle age") >= 13`:                   contact.No,
		`number("nowhere") >= 10`:                       contact.Unknown,
		`text("Marka") == "Fiat"`:                       contact.Unknown,
		`text("Marka") == ""`:                           contact.Yes,
		`number("Liczba pracowników") > 20`:             contact.Yes,
		`days_until(date("Contract end")) == 18`:        contact.Yes,
		`date("Contract end") > as_of`:                  contact.Yes,
		`age(birth_date) == 39`:                         contact.Yes,
		`age >= 39 and age < 40`:                        contact.Yes,
		`days_until(birth_date, 40) in 0..30`:           contact.Yes,
		`days_until(birth_date, 41) in 0..30`:           contact.No,
		`birth_date < day("1990-01-01")`:                contact.Yes,
		`credit >= 3`:                                   contact.Yes,
		`founded < 2000`:                                contact.Unknown,
		`phone_kind == "fixed" && authority_class=="B"`: contact.Yes,
		`any(household("birth_date"), {age(#) > 30})`:   contact.Unknown,
		`1 == 1`: contact.Yes,
	} {
		p, problems := Compile(Config{AsOf: asOf, Criteria: []Criterion{{Custom: true, Name: "x", When: when}}})
		if problems != nil {
			t.Errorf("%s: %v", when, problems)
			continue
		}
		j := p.NewJudge(columns)
		if got := j.Explain(&Subject{Rec: rec})[0]; got.Answer != want {
			t.Errorf("%s: %v, want %v (%s)", when, got.Answer, want, got.Have)
		}
	}
}

// TestWorkedExamples are the two of the README: a car older than ten years,
// and a partner who turns 40 within 30 days, on another row of the household.
func TestWorkedExamples(t *testing.T) {
	car := Criterion{Custom: true, Name: "old-car", When: `number("vehicle_age") >= 10`, Why: "car is ten years or older"}
	jeweller := Criterion{Custom: true, Name: "partner-turns-40",
		When: `any(household("birth_date"), {days_until(#, 40) in 0..30})`, Why: "partner turns 40 this month"}

	driver := func(age string) *Subject {
		r := record(values{contact.FirstName: "Jan", contact.LastName: "Przykładowy", contact.Mobile: "+48601000000", contact.Country: "PL"})
		if age != "" {
			r.Extras = []contact.Extra{{Label: 0, Value: age}}
		}
		return &Subject{Rec: r}
	}
	p, problems := Compile(Config{AsOf: asOf, Criteria: []Criterion{car}})
	if problems != nil {
		t.Fatal(problems)
	}
	j := p.NewJudge(Columns{Extras: []string{"vehicle_age"}})
	for age, want := range map[string]contact.Fate{"11": contact.Prospect, "9": contact.Rejected, "": contact.Rejected} {
		var v Verdict
		j.Judge(driver(age), &v)
		if v.Fate != want {
			t.Errorf("car of %q years: %v, want %v", age, v.Fate, want)
		}
		switch age {
		case "11":
			if !strings.Contains(v.Why, "ar is ten years or older") {
				t.Errorf("why: %q", v.Why)
			}
		case "9":
			if v.Reasons[0] != "target-old-car" || v.NearMiss != "old-car" || v.Detail != `vehicle_age 9, wanted number("vehicle_age") >= 10` {
				t.Errorf("%v, near %q, %s", v.Reasons, v.NearMiss, v.Detail)
			}
		case "":
			if v.Reasons[0] != contact.TooThin {
				t.Errorf("without the column: %v", v.Reasons)
			}
		}
	}

	jp, problems := Compile(Config{AsOf: asOf, Criteria: []Criterion{jeweller}})
	if problems != nil {
		t.Fatal(problems)
	}
	if !jp.UsesHousehold() {
		t.Error("the plan does not say that it reads the household")
	}
	jj := jp.NewJudge(Columns{})
	for born, want := range map[string]contact.Fate{
		"1986-12-10": contact.Prospect, "1986-11-22": contact.Prospect, "1986-12-22": contact.Prospect,
		"1986-12-23": contact.Rejected, "1986-11-21": contact.Rejected, "1987-12-10": contact.Rejected, "": contact.Rejected,
	} {
		husband := driver("")
		husband.Rec.Values[contact.BirthDate] = "1986-12-01" // his own birthday does not count
		wife := record(values{contact.FirstName: "Maria", contact.LastName: "Przykładowa", contact.BirthDate: born})
		husband.Household = []*contact.Record{husband.Rec, wife}
		var v Verdict
		jj.Judge(husband, &v)
		if v.Fate != want {
			t.Errorf("partner born %q: %v, want %v (%s)", born, v.Fate, want, v.Detail)
		}
	}
}

// TestExpressionMistakes are found when the profile is loaded, with their
// place.
func TestExpressionMistakes(t *testing.T) {
	for source, want := range map[string]ExpressionMistake{
		"":                                {1, 1, "the expression is empty"},
		"employes >= 5":                   {1, 1, "unknown name employes; did you mean employees?"},
		`country == "PL" and vehicle > 3`: {1, 21, `unknown name vehicle; columns of the list are written number("vehicle")`},
		`employees > "ten"`:               {1, 11, "mismatched types"},
		`employees`:                       {0, 0, "expected bool, but got float64"},
		`employees >= `:                   {1, 13, "the expression ends too soon"},
		`number(title) > 3`:               {1, 1, "takes the name of a column in quotes"},
		`now() > as_of`:                   {1, 1, "unknown name now"},
	} {
		got := CheckExpression(source)
		if got == nil {
			t.Errorf("%q is accepted", source)
			continue
		}
		if got.Line != want.Line || got.Column != want.Column || !strings.Contains(got.Message, want.Message) {
			t.Errorf("%q: %d:%d %s; want %d:%d %s", source, got.Line, got.Column, got.Message, want.Line, want.Column, want.Message)
		}
	}
}

func TestBirthdayOfLeapDay(t *testing.T) {
	born := time.Date(2000, 2, 29, 0, 0, 0, 0, time.UTC)
	for day, want := range map[string]int{"2026-02-27": 25, "2026-02-28": 26, "2028-02-28": 27, "2028-02-29": 28} {
		d, _ := parseDay(day)
		if got := fullYears(born, d); got != want {
			t.Errorf("on %s: %d years, want %d", day, got, want)
		}
	}
}

func TestParseLoose(t *testing.T) {
	for text, want := range map[string]span{
		"12": {12, 12}, "12,5 lat": {12.5, 12.5}, "1 234 zł": {1234, 1234}, "1.234.567": {1234567, 1234567},
		"1,234.50 USD": {1234.5, 1234.5}, "1.234,50 €": {1234.5, 1234.5}, "10-12 years": {10, 12}, " 7 ": {7, 7},
		"12,000": {12000, 12000}, "-3": {-3, -3},
	} {
		if got, ok := parseLoose(text); !ok || got != want {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
	for _, bad := range []string{"", "old", "n/a", "-", "twelve 12"} {
		if got, ok := parseLoose(bad); ok {
			t.Errorf("%q is read as %v", bad, got)
		}
	}
}

func FuzzParseLoose(f *testing.F) {
	f.Add("1.234,50 €")
	f.Add("-")
	f.Add("10-12")
	f.Fuzz(func(t *testing.T, text string) {
		if s, ok := parseLoose(text); ok && !(s.lo <= s.hi) {
			t.Errorf("%q is %v", text, s)
		}
		parseLooseDay(text)
		parseDay(text)
		if s, ok := parseSpan(text); ok && !(s.lo <= s.hi) {
			t.Errorf("%q is %v", text, s)
		}
	})
}
