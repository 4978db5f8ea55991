package qualify

import (
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

var asOf = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// values is a record's fields by name, for tests.
type values map[contact.Field]string

func record(v values) *contact.Record {
	r := &contact.Record{}
	for f, text := range v {
		r.Values[f] = text
	}
	return r
}

// with is the record of an invented purchasing director with some fields
// changed.
func with(v values) *contact.Record {
	r := record(values{
		contact.FirstName: "Anna", contact.LastName: "Testowa", contact.Title: "Dyrektor zakupów",
		contact.Seniority: "director", contact.Department: "purchasing", contact.Authority: "B",
		contact.Company: "Przykład Sp. z o.o.", contact.LegalForm: "sp_zoo", contact.Country: "PL",
		contact.Employees: "120", contact.Revenue: "3000000", contact.Currency: "EUR",
		contact.Phone: "+48221234567", contact.PhoneKind: "fixed", contact.Email: "anna@przyklad.example",
		contact.EmailKind: "personal", contact.CreditScale: "3", contact.Industry: "Machinery",
		contact.IndustryCode: "28.29.Z", contact.CodeSystem: "PKD2007",
	})
	for f, text := range v {
		r.Values[f] = text
	}
	return r
}

func judgeOf(t *testing.T, cfg Config) *Judge {
	t.Helper()
	if cfg.AsOf.IsZero() {
		cfg.AsOf = asOf
	}
	p, problems := Compile(cfg)
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	return p.NewJudge(Columns{})
}

var (
	employees = Criterion{Test: Target, Name: "employees", Min: &Amount{Value: 20}, Max: &Amount{Value: 500}}
	revenue   = Criterion{Test: Means, Name: "revenue", Min: &Amount{Value: 2e6, Currency: "EUR", Text: "2M EUR"}}
	seniors   = Criterion{Test: Authority, Name: "seniority", In: []string{"owner", "director", "head"}}
)

// TestFates is the table of section 8 of the specification.
func TestFates(t *testing.T) {
	all := Config{Criteria: []Criterion{employees, revenue, seniors}}
	for _, c := range []struct {
		name                     string
		cfg                      Config
		rec                      *contact.Record
		fate                     contact.Fate
		target, means, authority contact.Answer
		reasons                  []contact.Reason
		near                     string
		companyOnly              bool
	}{
		{"nothing asked", Config{}, with(nil), contact.Prospect, 0, 0, 0, nil, "", false},
		{"all yes", all, with(nil), contact.Prospect, contact.Yes, contact.Yes, contact.Yes, nil, "", false},
		{"one unknown", all, with(values{contact.Revenue: ""}), contact.Suspect, contact.Yes, contact.Unknown, contact.Yes, nil, "", false},
		{"band partly inside", all, with(values{contact.Employees: "11-50"}), contact.Suspect, contact.Unknown, contact.Yes, contact.Yes, nil, "", false},
		{"nothing known", all, with(values{contact.Employees: "", contact.Revenue: "", contact.Seniority: "", contact.Title: ""}),
			contact.Rejected, contact.Unknown, contact.Unknown, contact.Unknown, []contact.Reason{contact.TooThin}, "", false},
		{"one no", all, with(values{contact.Employees: "12"}), contact.Rejected, contact.No, contact.Yes, contact.Yes,
			[]contact.Reason{"target-employees"}, "employees", false},
		{"two no", all, with(values{contact.Employees: "12", contact.Revenue: "5"}), contact.Rejected, contact.No, contact.No, contact.Yes,
			[]contact.Reason{"target-employees", "means-revenue"}, "", false},
		{"authority alone no", all, with(values{contact.Seniority: "staff"}), contact.Rejected, contact.Yes, contact.Yes, contact.No,
			[]contact.Reason{"authority-seniority"}, "seniority", true},
		{"authority no, the rest unknown", all, with(values{contact.Seniority: "staff", contact.Employees: "", contact.Revenue: ""}), contact.Rejected,
			contact.Unknown, contact.Unknown, contact.No, []contact.Reason{"authority-seniority"}, "seniority", false},
		{"authority no, nothing else asked", Config{Criteria: []Criterion{seniors}}, with(values{contact.Seniority: "staff"}), contact.Rejected,
			0, 0, contact.No, []contact.Reason{"authority-seniority"}, "seniority", true},
		{"authority and target no", all, with(values{contact.Seniority: "staff", contact.Employees: "5"}), contact.Rejected,
			contact.No, contact.Yes, contact.No, []contact.Reason{"target-employees", "authority-seniority"}, "", false},
		{"not identified", all, record(values{contact.Phone: "+48221234567"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.NoIdentity}, "", false},
		{"not reachable", all, record(values{contact.Company: "Przykład"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.NoChannel}, "", false},
		{"not reachable and no target", all, record(values{contact.Company: "Przykład", contact.Employees: "5"}), contact.Rejected, 0, 0, 0,
			[]contact.Reason{contact.NoChannel, "target-employees"}, "", false},
		{"a website is enough", Config{Reach: []string{"phone", "website"}}, record(values{contact.Company: "Przykład", contact.Website: "a.example"}),
			contact.Prospect, 0, 0, 0, nil, "", false},
		{"bad e-mail only", all, record(values{contact.Company: "Przykład", contact.BadEmail: "x@"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.UnusableEmail}, "", false},
		{"invalid e-mail only", all, record(values{contact.Company: "Przykład", contact.Email: "a@b.example", contact.EmailStatus: "invalid"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.UnusableEmail}, "", false},
		{"e-mail, but a phone is wanted", Config{Reach: []string{"phone"}}, record(values{contact.Company: "Przykład", contact.Email: "a@b.example"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.NoChannel}, "", false},
		{"bad phone only", all, record(values{contact.Company: "Przykład", contact.BadPhone: "12"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.UnusablePhone}, "", false},
		{"opted out", all, with(values{contact.OptOut: "yes"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.OptedOut}, "", false},
		{"requires interest", Config{Criteria: []Criterion{employees}, Require: []string{"interest"}}, with(nil), contact.Rejected, contact.Yes, 0, 0, []contact.Reason{contact.NoInterest}, "", false},
		{"requires interest, has none", Config{Require: []string{"interest"}}, with(values{contact.Interest: "Nie"}), contact.Rejected, 0, 0, 0, []contact.Reason{contact.NoInterest}, "", false},
		{"requires interest, has it", Config{Require: []string{"interest"}}, with(values{contact.Interest: "hot lead"}), contact.Prospect, 0, 0, 0, nil, "", false},
		{"requires contact", Config{Require: []string{"contact"}}, with(nil), contact.Rejected, 0, 0, 0, []contact.Reason{contact.NoContact}, "", false},
		{"requires consent", Config{Require: []string{"consent"}}, with(nil), contact.Rejected, 0, 0, 0, []contact.Reason{contact.ConsentRequired}, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := judgeOf(t, c.cfg)
			var v Verdict
			j.Judge(&Subject{Rec: c.rec, Members: 1, Lists: 1}, &v)
			if v.Fate != c.fate || v.Target != c.target || v.Means != c.means || v.Authority != c.authority {
				t.Errorf("fate %v, tests %v %v %v; want %v, %v %v %v (%s)", v.Fate, v.Target, v.Means, v.Authority,
					c.fate, c.target, c.means, c.authority, v.Detail)
			}
			if diff := cmp.Diff(c.reasons, append([]contact.Reason(nil), v.Reasons...)); diff != "" {
				t.Errorf("reasons (-want +got):\n%s", diff)
			}
			if v.NearMiss != c.near || v.AuthorityOnlyNo != c.companyOnly {
				t.Errorf("near miss %q, authority only %v; want %q, %v", v.NearMiss, v.AuthorityOnlyNo, c.near, c.companyOnly)
			}
			if (v.Fate == contact.Rejected) != (v.Detail != "") {
				t.Errorf("detail is %q for a contact that is %v", v.Detail, v.Fate)
			}
		})
	}
}

// TestPlanServesManyGoroutines gives each its own judge and the same verdicts.
func TestPlanServesManyGoroutines(t *testing.T) {
	p, problems := Compile(twenty())
	if problems != nil {
		t.Fatal(problems)
	}
	var want Verdict
	p.NewJudge(Columns{}).Judge(&Subject{Rec: with(values{contact.Employees: "12"})}, &want)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			j := p.NewJudge(Columns{})
			for range 200 {
				var v Verdict
				j.Judge(&Subject{Rec: with(values{contact.Employees: "12"})}, &v)
				if diff := cmp.Diff(want, v); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
					return
				}
			}
		})
	}
	group.Wait()
}

// TestValidate finds mistakes that the grammar of a key alone does not show,
// at their path.
func TestValidate(t *testing.T) {
	amount := func(v float64, currency string) *Amount { return &Amount{Value: v, Currency: currency} }
	cfg := Config{Language: "xx", Require: []string{"interest", "luck"}, Reach: []string{"fax"}, OnNoAuthority: "keep", Decay: 1.5,
		Tiers: []Tier{{"AA", 50}}, Rates: Rates{Pairs: []Rate{{"EUR", 0, "PLN"}}},
		Score: []ScoreRule{{When: "x"}, {When: "true", Why: "{nothing}"}},
		Criteria: []Criterion{
			{Name: "colour"}, {Name: "country", In: []string{"PL", "Atlantis"}}, {Name: "country"},
			{Name: "industry", In: []string{"NACE:Z", "PKD:xx", "NAICS:33-31", "NAICS:99"}},
			{Name: "legal_form", NotIn: []string{"gmhb"}}, {Name: "distance", From: "Nowhere", MaxKm: 0},
			{Test: Means, Name: "revenue", Min: amount(1, "EUR"), Max: amount(2, "PLN")},
			{Test: Means, Name: "credit"}, {Test: Authority, Name: "seniority", In: []string{"boss"}},
			{Custom: true, Name: "Old Car", When: "age", Path: "target.custom[0]"},
		}}
	want := []string{
		`language: "xx" is not known here; known are en, pl, ro, no, fr, de`,
		`require[1]: "luck" is not known here; known are interest, contact, consent`,
		`reach.any[0]: "fax" is not known here; known are phone, mobile, email, website, linkedin, address`,
		`on_no_authority: "keep" is not known here; known are keep-company, reject`,
		`decay: decay is a share a month between 0% and 100%, such as 2.1%`,
		`tiers.AA: "AA" is no tier; use one capital letter`,
		`rates.EUR: a rate is above 0, such as 4.25 PLN`,
		`target.colour: there is no criterion "colour"; known are country, industry, employees, region, city, postal_code, distance, legal_form, founded, keywords, age, interests, household`,
		`target.country.in[1]: "Atlantis" is no country; use a code or name such as PL or Poland`,
		`target.country: nothing is asked; name at least one value`,
		`target.industry.in[0]: "NACE:Z" is no section; sections are A to U`,
		`target.industry.in[1]: "PKD:xx" is no code; write a prefix such as PKD:28, a range such as NACE:10-33, or a section such as NACE:C`,
		`target.industry.in[2]: "NAICS:33-31" is no code; write a prefix such as PKD:28, a range such as NACE:10-33, or a section such as NACE:C`,
		`target.industry.in[3]: "NAICS:99" is no NAICS code`,
		`target.legal_form.not_in[0]: "gmhb" is no legal form; did you mean gmbh?`,
		`target.distance.from: "Nowhere" is no place we know; write "latitude,longitude" such as "52.23,21.01"`,
		`target.distance.max_km: max_km is a number of kilometres above 0`,
		`means.revenue.max: min is in EUR and max in PLN; use one currency`,
		`means.credit: nothing is asked; give min, max or both`,
		`authority.seniority.in[0]: "boss" is no seniority; known are owner, legal_rep, partner, c_level, board, vp, director, head, manager, buyer, team_lead, senior, staff, assistant, junior, official, external`,
		`target.custom[0].name: "Old Car" is no name; use small letters, digits and hyphens, such as old-car`,
		`target.custom[0].when: expected bool, but got float64`,
		"score[0].when: unknown name x; columns of the list are written number(\"x\"), text(\"...\") or date(\"...\")",
		`score[1].why: {nothing} is no field`,
	}
	var got []string
	for _, p := range cfg.Validate() {
		got = append(got, p.Path+": "+p.Message)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
