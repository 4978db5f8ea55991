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
		if diff := cmp.Diff([]string{"employees", "revenue", "old-car", "founded"}, v.Missing); diff != "" {
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

// TestMay applies the rules by country and subscriber, and opens them by
// consent and screening, closes them by a suppression.
func TestMay(t *testing.T) {
	consent := func(scope string) values {
		return values{contact.Consent: "yes", contact.ConsentDate: "2026-05-01", contact.ConsentScope: scope}
	}
	norway := values{contact.Country: "NO", contact.LegalForm: "as"}
	for _, c := range []struct {
		name              string
		fields            values
		subject           Subject
		call, email       string
		callRule, mailRul string
	}{
		{"Polish firm", nil, Subject{}, "needs-consent", "needs-consent", "PL-PKE-398", "PL-PKE-398"},
		{"Polish firm, consent to calls", consent("telefon"), Subject{}, "yes", "needs-consent", "PL-PKE-398+consent", "PL-PKE-398"},
		{"consent to all", consent("all channels"), Subject{}, "yes", "yes", "PL-PKE-398+consent", "PL-PKE-398+consent"},
		{"consent to e-mail", consent("e-mail, newsletter"), Subject{}, "needs-consent", "yes", "PL-PKE-398", "PL-PKE-398+consent"},
		{"a bare yes is a claim", values{contact.Consent: "yes"}, Subject{}, "needs-consent", "needs-consent", "PL-PKE-398", "PL-PKE-398"},
		{"consent without a scope", consent(""), Subject{}, "needs-consent", "needs-consent", "PL-PKE-398", "PL-PKE-398"},
		{"consent of long ago", values{contact.Consent: "yes", contact.ConsentDate: "2020-05-01", contact.ConsentScope: "all"}, Subject{}, "needs-consent", "needs-consent", "PL-PKE-398", "PL-PKE-398"},
		{"Norwegian employee", norway, Subject{}, "yes", "needs-consent", "NO-MFL-12-B", "NO-MFL-15"},
		{"Norwegian front door", values{contact.Country: "NO", contact.LegalForm: "as", contact.EmailKind: "role"}, Subject{}, "yes", "yes", "NO-MFL-12-B", "NO-MFL-15-B"},
		{"Norwegian consumer", values{contact.Country: "NO", contact.Company: ""}, Subject{}, "needs-screening", "needs-consent", "NO-MFL-12", "NO-MFL-15"},
		{"the same, screened", values{contact.Country: "NO", contact.Company: ""}, Subject{Screened: contact.CallChannel}, "yes", "needs-consent", "NO-MFL-12+screened", "NO-MFL-15"},
		{"British sole trader", values{contact.Country: "GB", contact.SoleTrader: "yes"}, Subject{}, "needs-screening", "needs-consent", "GB-PECR-21", "GB-PECR-22"},
		{"firm of unknown kind", values{contact.Country: "GB", contact.LegalForm: "", contact.Employees: ""}, Subject{}, "needs-screening", "needs-consent", "GB-PECR-21", "GB-PECR-22"},
		{"country unknown", values{contact.Country: ""}, Subject{}, "needs-consent", "needs-consent", "XX-STRICT", "XX-STRICT"},
		{"calls suppressed", norway, Subject{Blocked: contact.CallChannel}, "no", "needs-consent", "suppressed", "NO-MFL-15"},
		{"vendor says do not e-mail", values{contact.Country: "NO", contact.DoNotEmail: "yes"}, Subject{}, "yes", "no", "NO-MFL-12-B", "suppressed"},
		{"no e-mail", values{contact.Email: ""}, Subject{}, "needs-consent", "", "PL-PKE-398", ""},
	} {
		s := c.subject
		s.Rec = with(c.fields)
		v := verdict(t, Config{}, &s)
		if v.MayCall != c.call || v.MayEmail != c.email || v.CallRule != c.callRule || v.EmailRule != c.mailRul {
			t.Errorf("%s: %s %s (%s %s); want %s %s (%s %s)", c.name, v.MayCall, v.MayEmail, v.CallRule, v.EmailRule,
				c.call, c.email, c.callRule, c.mailRul)
		}
	}
}

// TestSuppressionByChannel: a suppression of one channel never costs a
// contact that has the other.
func TestSuppressionByChannel(t *testing.T) {
	for _, c := range []struct {
		name    string
		fields  values
		blocked contact.Channel
		reason  contact.Reason
	}{
		{"calls, but there is an e-mail", nil, contact.CallChannel, ""},
		{"e-mail, but there is a phone", nil, contact.EmailChannel, ""},
		{"calls, and there is only a phone", values{contact.Email: ""}, contact.CallChannel, contact.Suppressed},
		{"both one by one", nil, contact.CallChannel | contact.EmailChannel, contact.Suppressed},
		{"all", nil, contact.AllChannels, contact.Suppressed},
		{"the list says so itself", values{contact.DoNotCall: "yes", contact.Email: ""}, 0, contact.OptedOut},
		{"one by the list, one by us", values{contact.DoNotCall: "yes"}, contact.EmailChannel, contact.Suppressed},
	} {
		v := verdict(t, Config{}, &Subject{Rec: with(c.fields), Blocked: c.blocked})
		if c.reason == "" {
			if v.Fate != contact.Prospect {
				t.Errorf("%s: %v %v", c.name, v.Fate, v.Reasons)
			}
			continue
		}
		if v.Fate != contact.Rejected || len(v.Reasons) != 1 || v.Reasons[0] != c.reason || v.Reasons[0].Step() != contact.StepSuppress {
			t.Errorf("%s: %v %v, want %s", c.name, v.Fate, v.Reasons, c.reason)
		}
	}
}

func TestNoticeDue(t *testing.T) {
	for _, c := range []struct {
		name    string
		fields  values
		subject Subject
		want    string
	}{
		{"a month after the purchase", nil, Subject{Purchased: day("2026-11-01")}, "2026-12-01"},
		{"a short month", nil, Subject{Purchased: day("2026-01-31")}, "2026-02-28"},
		{"the first contact comes earlier", nil, Subject{Purchased: day("2026-11-01"), Planned: day("2026-11-25")}, "2026-11-25"},
		{"purchase unknown", nil, Subject{}, "2026-12-22"},
		{"no natural person", values{contact.FirstName: "", contact.LastName: ""}, Subject{Purchased: day("2026-11-01")}, ""},
		{"sole trader without a name", values{contact.FirstName: "", contact.LastName: "", contact.SoleTrader: "yes"}, Subject{Purchased: day("2026-11-01")}, "2026-12-01"},
		{"United States", values{contact.Country: "US"}, Subject{Purchased: day("2026-11-01")}, ""},
	} {
		s := c.subject
		s.Rec = with(c.fields)
		if v := verdict(t, Config{}, &s); v.NoticeDue != c.want {
			t.Errorf("%s: %q, want %q", c.name, v.NoticeDue, c.want)
		}
	}
}

func TestSourceSentence(t *testing.T) {
	j := judgeOf(t, Config{})
	for country, want := range map[string]string{
		"GB": "Your details come from ACME, bought on 1 November 2026; I can delete them now.",
		"PL": "Pana/Pani dane pochodzą od ACME, kupione 01.11.2026; mogę je teraz usunąć.",
		"RO": "Datele dumneavoastră provin de la ACME, cumpărate la 01.11.2026; le pot șterge acum.",
		"NO": "Opplysningene dine kommer fra ACME, kjøpt 01.11.2026; jeg kan slette dem nå.",
		"FR": "Vos coordonnées viennent de ACME, achetées le 01/11/2026 ; je peux les effacer tout de suite.",
		"AT": "Ihre Daten stammen von ACME, gekauft am 01.11.2026; ich kann sie sofort löschen.",
	} {
		s := &Subject{Rec: with(values{contact.Country: country}), Vendor: "ACME", Purchased: day("2026-11-01")}
		if got := j.SourceSentence(s); got != want {
			t.Errorf("%s: %q, want %q", country, got, want)
		}
	}
	if got := j.SourceSentence(&Subject{Rec: with(values{contact.Country: "US"})}); strings.Contains(got, "{") || got == "" {
		t.Errorf("nothing known: %q", got)
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
	count := func(n int, fields values) {
		for i := range n {
			var v Verdict
			s := &Subject{Rec: with(fields)}
			judges[i%2].Judge(s, &v)
			halves[i%2].Count(judges[i%2], s, &v)
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
