package qualify

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

func verdict(t *testing.T, cfg Config, s *Subject) Verdict {
	t.Helper()
	var v Verdict
	judgeOf(t, cfg).Judge(s, &v)
	return v
}

func day(text string) time.Time {
	d, _ := parseDay(text)
	return d
}

func TestScoreAndTier(t *testing.T) {
	cfg := Config{Score: []ScoreRule{
		{Name: "right size", When: "employees >= 100", Points: 50, Why: "{employees} staff"},
		{Name: "decides", When: `authority_class in ["A", "B"]`, Points: 25, Why: "decides"},
		{Name: "far", When: `country != "PL"`, Points: -60},
		{Name: "rich", When: "revenue > 1000000000", Points: 100},
	}, Tiers: []Tier{{"C", 0}, {"A", 70}, {"B", 40}}}
	for _, c := range []struct {
		fields values
		score  int
		tier   string
	}{
		{nil, 75, "A"},
		{values{contact.Employees: "51-200"}, 25, "C"}, // a band that may be below gives no points
		{values{contact.Authority: "D"}, 50, "B"},
		{values{contact.Country: "DE", contact.Employees: "5"}, 0, "C"}, // never below 0
		{values{contact.Revenue: "2000000000"}, 100, "A"},               // never above 100
	} {
		v := verdict(t, cfg, &Subject{Rec: with(c.fields)})
		if v.Score != c.score || v.Tier != c.tier {
			t.Errorf("%v: %d %s, want %d %s", c.fields, v.Score, v.Tier, c.score, c.tier)
		}
	}
	v := verdict(t, cfg, &Subject{Rec: with(nil)})
	if v.Why != "Machinery, 120 staff, decides, dyrektor zakupów" {
		t.Errorf("why: %q", v.Why)
	}
	p, _ := Compile(Config{Score: cfg.Score[:2], Tiers: []Tier{{"A", 90}}})
	if w := p.Warnings(); len(w) != 1 || !strings.Contains(w[0], "tier A starts at 90 points, but all score rules together give 75") {
		t.Errorf("warnings: %v", w)
	}
}

func TestWithoutScoreRulesThereIsNoTier(t *testing.T) {
	v := verdict(t, Config{Tiers: []Tier{{"A", 70}, {"C", 0}}}, &Subject{Rec: with(nil)})
	if v.Score != 0 || v.Tier != "" {
		t.Errorf("score %d, tier %q", v.Score, v.Tier)
	}
}

// TestReach orders contacts from the best to reach to the worst.
func TestReach(t *testing.T) {
	cfg := Config{Decay: 0.021}
	for _, c := range []struct {
		name    string
		fields  values
		subject Subject
		want    int
	}{
		{"mobile and verified mail", values{contact.Mobile: "+48601000000", contact.EmailStatus: "valid"}, Subject{}, 1},
		{"direct phone and mail", nil, Subject{}, 2},
		{"the same, on three lists", nil, Subject{Lists: 3}, 1},
		{"the same, two years old", values{contact.VerifiedDate: "2024-11-22"}, Subject{}, 3},
		{"mail that bounced", values{contact.EmailStatus: "invalid"}, Subject{}, 3},
		{"role mailbox only", values{contact.Phone: "", contact.EmailKind: "role"}, Subject{}, 4},
		{"switchboard of a firm", values{contact.FirstName: "", contact.LastName: "", contact.Email: "", contact.Switchboard: "+48221234567"}, Subject{}, 4},
		{"call suppressed", values{contact.DoNotCall: "yes", contact.EmailStatus: "valid"}, Subject{}, 2},
		{"throw-away mail only", values{contact.Phone: "", contact.EmailKind: "disposable"}, Subject{}, 5},
	} {
		s := c.subject
		s.Rec = with(c.fields)
		if got := verdict(t, cfg, &s); got.Reach != c.want {
			t.Errorf("%s: reach %d, want %d", c.name, got.Reach, c.want)
		}
	}
}

func TestTopOfALargeFirmIsHarderToReachForASmallTicket(t *testing.T) {
	boss := func() *Subject { return &Subject{Rec: with(values{contact.Authority: "A", contact.Employees: "800"})} }
	small := verdict(t, Config{Criteria: []Criterion{{Test: Authority, Name: "by_size", Ticket: money(5000, "EUR")}}}, boss())
	large := verdict(t, Config{Criteria: []Criterion{{Test: Authority, Name: "by_size", Ticket: money(500000, "EUR")}}}, boss())
	if small.Fate != contact.Prospect || large.Fate != contact.Prospect || small.Reach <= large.Reach {
		t.Errorf("small ticket: %v reach %d; large: %v reach %d", small.Fate, small.Reach, large.Fate, large.Reach)
	}
}

// TestAsk has the questions for what is unknown, at most three, in each
// language.
func TestAsk(t *testing.T) {
	custom := Criterion{Custom: true, Name: "old-car", When: `number("vehicle_age") >= 10`, Path: "target.custom[0]"}
	rec := func() *Subject {
		return &Subject{Rec: with(values{contact.Employees: "", contact.Revenue: ""})}
	}
	for lang, want := range map[string][]string{
		"en": {"How many people work there?", "What is the yearly turnover, roughly?", "To be found out: old car"},
		"pl": {"Ile osób pracuje w firmie?", "Jakie są mniej więcej roczne obroty?", "Do ustalenia: old car"},
		"ro": {"Câți angajați are firma?", "Care este, aproximativ, cifra de afaceri anuală?", "De aflat: old car"},
		"no": {"Hvor mange ansatte har dere?", "Hva er omtrent årlig omsetning?", "Må avklares: old car"},
		"fr": {"Combien de salariés compte l'entreprise ?", "Quel est à peu près le chiffre d'affaires annuel ?", "À vérifier : old car"},
		"de": {"Wie viele Mitarbeiter hat das Unternehmen?", "Wie hoch ist ungefähr der Jahresumsatz?", "Zu klären: old car"},
	} {
		founded := Criterion{Name: "founded", Before: "2022"}
		v := verdict(t, Config{Language: lang, Criteria: []Criterion{seniors, employees, revenue, custom, founded}}, rec())
		if diff := cmp.Diff(want, v.Ask); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
		if diff := cmp.Diff([]string{"employees", "revenue", "vehicle_age", "founded"}, v.Missing); diff != "" {
			t.Errorf("missing (-want +got):\n%s", diff)
		}
	}
}

// TestEveryCriterionHasAQuestion in all languages, so that nothing unknown
// goes unasked.
func TestEveryCriterionHasAQuestion(t *testing.T) {
	for _, r := range Grammar() {
		for _, lang := range contact.Languages() {
			j := &Judge{plan: &Plan{config: Config{Language: lang}, checks: []check{{ask: "ask." + r.Name}}},
				answers: []contact.Answer{contact.Unknown}}
			var v Verdict
			j.explainToRep(&Subject{Rec: with(nil)}, &v, "")
			if len(v.Ask) != 1 || v.Ask[0] == "" {
				t.Errorf("%s has no question in %s", r.Name, lang)
			}
		}
	}
}

func TestWhyInEachLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "Machinery, 120 staff, dyrektor zakupów, direct phone",
		"pl": "Machinery, 120 pracowników, dyrektor zakupów, telefon bezpośredni",
		"ro": "Machinery, 120 angajați, dyrektor zakupów, telefon direct",
		"no": "Machinery, 120 ansatte, dyrektor zakupów, direktenummer",
		"fr": "Machinery, 120 salariés, dyrektor zakupów, ligne directe",
		"de": "Machinery, 120 Mitarbeiter, dyrektor zakupów, direkte Durchwahl",
	} {
		if v := verdict(t, Config{Language: lang}, &Subject{Rec: with(nil)}); v.Why != want {
			t.Errorf("%s: %q, want %q", lang, v.Why, want)
		}
	}
}

func TestKeepCompany(t *testing.T) {
	j := judgeOf(t, Config{Criteria: []Criterion{employees, seniors}})
	s := &Subject{Rec: with(values{contact.Seniority: "assistant", contact.Title: "Sekretarka"})}
	var v Verdict
	j.Judge(s, &v)
	if !v.AuthorityOnlyNo || v.Fate != contact.Rejected || v.Reach == 0 {
		t.Fatalf("%+v", v)
	}
	j.KeepCompany(s, &v)
	if v.Fate != contact.Suspect || v.Authority != contact.No || len(v.Reasons) != 0 || v.Detail != "" ||
		!slices.Equal(v.Ask, []string{"Who decides about a purchase like this?"}) || v.Why == "" {
		t.Errorf("%+v", v)
	}
}

// TestCompare orders by tier, prospect before suspect, score, reach,
// interest, completeness, content.
func TestCompare(t *testing.T) {
	best := []Rank{
		{Tier: 0, Suspect: true, Score: 71, Reach: 5},
		{Tier: 1, Score: 60, Reach: 1},
		{Tier: 1, Score: 50, Reach: 1, Warm: 2},
		{Tier: 1, Score: 50, Reach: 1, Complete: 9, Content: 7},
		{Tier: 1, Score: 50, Reach: 1, Complete: 8, Content: 1},
		{Tier: 1, Score: 50, Reach: 1, Complete: 8, Content: 2},
		{Tier: 1, Score: 50, Reach: 2, Complete: 12},
		{Tier: 1, Suspect: true, Score: 99, Reach: 1},
	}
	shuffled := slices.Clone(best)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, Compare)
	if diff := cmp.Diff(best, shuffled); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestRelaxing(t *testing.T) {
	amount := func(v float64) *Amount { return &Amount{Value: v} }
	cfg := Config{AsOf: asOf, Criteria: []Criterion{
		{Name: "employees", Min: amount(50), Max: amount(500)},
		{Name: "country", In: []string{"PL"}},
		{Test: Means, Name: "credit", Min: amount(3)},
	}}
	p, problems := Compile(cfg)
	if problems != nil {
		t.Fatal(problems)
	}
	halves := [2]*Relaxing{p.NewRelaxing(), p.NewRelaxing()}
	judges := [2]*Judge{p.NewJudge(Columns{}), p.NewJudge(Columns{})}
	var last Miss
	count := func(n int, fields values) {
		for i := range n {
			var v Verdict
			s := &Subject{Rec: with(fields)}
			judges[i%2].Judge(s, &v)
			if m, near := halves[i%2].Count(judges[i%2], s, &v); near {
				last = m
			}
		}
	}
	count(180, values{contact.Employees: "44"})
	count(30, values{contact.Employees: "12"})
	count(7, values{contact.Employees: "550"})
	count(5, values{contact.Employees: "20", contact.Country: "DE"}) // two criteria: neither alone
	count(60, values{contact.Country: "DE"})
	count(20, values{contact.Country: "CZ"})
	count(11, values{contact.CreditScale: "2"})
	count(3, nil)
	count(1, values{contact.Country: "FR"}) // kept after all
	halves[0].Uncount(last)
	halves[0].Add(halves[1])
	want := []Relaxation{
		{"target", "employees", 217, []Looser{{">= 50", ">= 40", 180}, {"<= 500", "<= 600", 7}}},
		{"target", "country", 80, []Looser{{"", "DE", 60}, {"", "CZ", 20}}},
		{"means", "credit", 11, []Looser{{">= 3", ">= 2", 11}}},
	}
	if diff := cmp.Diff(want, halves[0].Report()); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

// TestSameVerdictTwice: a judge has no memory that changes its judgement.
func TestSameVerdictTwice(t *testing.T) {
	p, _ := Compile(twenty())
	one, two := p.NewJudge(Columns{}), p.NewJudge(Columns{})
	first := &Subject{Rec: with(values{contact.Employees: "12", contact.City: "Radom"})}
	second := &Subject{Rec: with(values{contact.Revenue: ""})}
	var a, b, c Verdict
	one.Judge(second, &a)
	two.Judge(first, &b)
	two.Judge(second, &c)
	if diff := cmp.Diff(a, c); diff != "" {
		t.Errorf("after another contact (-want +got):\n%s", diff)
	}
}

func TestUnknowns(t *testing.T) {
	p, problems := Compile(Config{AsOf: asOf, Criteria: []Criterion{employees, revenue, seniors}})
	if problems != nil {
		t.Fatal(problems)
	}
	j, u, other := p.NewJudge(Columns{}), p.NewUnknowns(2), p.NewUnknowns(2)
	for i := range 20 {
		r := with(values{contact.Revenue: ""})
		if i%2 == 0 {
			r = with(nil)
			r.Origin.List = 1
		}
		var v Verdict
		j.Judge(&Subject{Rec: r}, &v)
		u.Count(j, &Subject{Rec: r})
	}
	u.Add(other)
	got := u.Report(0.9)
	if len(got) != 1 {
		t.Fatalf("%+v", got)
	}
	if s := got[0].Sentence("acme.xlsx", true); s != "means (revenue) unknown for 100% of acme.xlsx: it has no revenue column" {
		t.Error(s)
	}
}

// TestQuestionsThatMatterComeFirst: what the profile lets pass is asked last.
func TestQuestionsThatMatterComeFirst(t *testing.T) {
	r := revenue
	r.Unknown = PassUnknown
	v := verdict(t, Config{Criteria: []Criterion{r, employees, seniors}}, &Subject{Rec: with(values{contact.Employees: "", contact.Revenue: ""})})
	want := []string{"How many people work there?", "What is the yearly turnover, roughly?"}
	if diff := cmp.Diff(want, v.Ask); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPhrasesAreSaidInTheProfilesLanguage(t *testing.T) {
	cfg := Config{Language: "pl", Score: []ScoreRule{{Name: "d", When: `department != ""`, Points: 1, Why: "{department}"}}}
	if v := verdict(t, cfg, &Subject{Rec: with(nil)}); v.Why != "Machinery, zakupy, 120 pracowników, dyrektor zakupów" {
		t.Error(v.Why)
	}
}

// TestDetailIsSaidInTheProfilesLanguage, and every phrase of the evidence has
// its placeholders in each.
func TestDetailIsSaidInTheProfilesLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "employees 12, wanted 20-500; seniority missing, wanted owner, director, head (unknown)",
		"pl": "zatrudnienie 12, oczekiwane 20-500; szczebel: brak, oczekiwane owner, director, head (nieznane)",
		"ro": "angajați 12, dorit 20-500; nivel: lipsă, dorit owner, director, head (necunoscut)",
		"no": "ansatte 12, ønsket 20-500; stillingsnivå mangler, ønsket owner, director, head (ukjent)",
		"fr": "effectif 12, attendu 20-500; niveau : absent, attendu owner, director, head (inconnu)",
		"de": "Mitarbeiter 12, gewünscht 20-500; Hierarchieebene fehlt, gewünscht owner, director, head (unbekannt)",
	} {
		s := seniors
		s.Unknown = RejectUnknown
		v := verdict(t, Config{Language: lang, Criteria: []Criterion{employees, s}},
			&Subject{Rec: with(values{contact.Employees: "12", contact.Seniority: "", contact.Title: ""})})
		if v.Detail != want {
			t.Errorf("%s: got  %s\nwant %s", lang, v.Detail, want)
		}
	}
}

// A sentence to say aloud holds no codes and no half-lowered titles.
func TestSpokenFacts(t *testing.T) {
	for _, c := range []struct{ title, country, want string }{
		{"Technical Director", "PL", "technical director"}, {"Head of Purchasing", "GB", "head of purchasing"},
		{"CEO", "PL", "CEO"}, {"VP Sales", "US", "VP sales"}, {"Technischer Leiter", "DE", "Technischer Leiter"},
		{"Director Zanzibar", "GB", "Director Zanzibar"}, {"kierownik", "PL", "kierownik"}, {"", "PL", ""},
	} {
		if got := spokenTitle(c.title, c.country); got != c.want {
			t.Errorf("%q is said %q, want %q", c.title, got, c.want)
		}
	}
	for text, want := range map[string]string{
		"16.23 Stolarka budowlana": "Stolarka budowlana", "2042Z - Parfums": "Parfums", "Perfumes (20420)": "Perfumes",
		"28.29": "", "Machinery": "Machinery", "Industry 4.0": "Industry 4.0", "": "",
	} {
		if got := industryWords(text); got != want {
			t.Errorf("%q is said %q, want %q", text, got, want)
		}
	}
}
