package suppress

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

// testConfig stands in for cleaning, which this package may not import.
func testConfig() Config {
	return Config{
		AsOf: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Country: "PL",
		Email: func(s string) string {
			s = strings.ToLower(strings.TrimSpace(s))
			local, domain, ok := strings.Cut(s, "@")
			if !ok {
				return ""
			}
			if domain == "gmail.com" {
				local, _, _ = strings.Cut(strings.ReplaceAll(local, ".", ""), "+")
			}
			return local + "@" + domain
		},
		Phone: func(s, country string) string {
			digits := strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return r
				}
				return -1
			}, s)
			switch {
			case strings.HasPrefix(strings.TrimSpace(s), "+"):
				return "+" + digits
			case strings.HasPrefix(digits, "00"):
				return "+" + digits[2:]
			case len(digits) == 9 && country == "PL":
				return "+48" + digits
			}
			return ""
		},
		Company: func(s, _ string) string {
			s = strings.NewReplacer("sp. z o.o.", "", ".", "", "ł", "l", "ó", "o").Replace(strings.ToLower(s))
			return strings.Join(strings.Fields(s), " ")
		},
		IsFree: func(d string) bool { return d == "gmail.com" || d == "wp.pl" },
	}
}

func record(values ...string) *contact.Record {
	r := new(contact.Record)
	for i := 0; i < len(values); i += 2 {
		for f := contact.Field(1); f < contact.NumFields; f++ {
			if f.String() == values[i] {
				r.Values[f] = values[i+1]
			}
		}
	}
	return r
}

func setOf(t testing.TB, l List, lines string, recs ...*contact.Record) (*Set, *Loader) {
	t.Helper()
	s := NewSet(testConfig())
	loader := s.Add(l)
	if err := loader.Load(strings.NewReader(lines)); err != nil {
		t.Fatal(err)
	}
	for i, r := range recs {
		loader.Record(r, i+2)
	}
	s.Seal()
	return s, loader
}

func TestMatchLooseValues(t *testing.T) {
	s, _ := setOf(t, List{File: "dnc.txt"}, `email
# a comment
Jan.Nowak@gmail.com
ola+shop@heron.example
+48 22 555 01 00
@example.pl
www.packaging.example
PL 526-10-40-828
Zakłady Próbne Sp. z o.o.
`)
	for _, c := range []struct {
		rec *contact.Record
		by  string
	}{
		{record("email", "jannowak+x@gmail.com", "email_key", "jannowak@gmail.com"), "email"},
		{record("email2_key", "jannowak@gmail.com"), "email"},
		{record("email_key", "ola+shop@heron.example"), "email"},
		{record("email_key", "ola+other@heron.example"), "email"},
		{record("email_key", "ola@heron.example"), "email"},
		{record("email_key", "olaf@heron.example"), ""},
		{record("mobile", "+48225550100"), "phone"},
		{record("switchboard", "+48225550100"), "phone"},
		{record("email_domain", "example.pl"), "domain"},
		{record("email_domain", "mail.example.pl"), "domain"},
		{record("web_domain", "packaging.example"), "domain"},
		{record("tax_id", "5261040828", "country", "PL"), "tax id"},
		{record("tax_id", "PL5261040828"), "tax id"},
		{record("company_key", "zaklady probne", "country", "PL", "city_key", "lodz"), "company"},
		{record("company_key", "zaklady inne", "email_key", "x@gmail.com", "phone", "+48225550101", "email_domain", "pl"), ""},
	} {
		hits := s.Match(c.rec)
		got := ""
		if len(hits) > 0 {
			got = hits[0].By
			want := Hit{By: c.by, Channel: contact.AllChannels, Reason: contact.Suppressed}
			if d := cmp.Diff(want, hits[0]); d != "" {
				t.Error(d)
			}
		}
		if got != c.by {
			t.Errorf("%v: by %q, want %q", c.rec.Values, got, c.by)
		}
	}
}

func TestMatchHashes(t *testing.T) {
	sum := map[string]func(string) string{
		"md5":    func(s string) string { h := md5.Sum([]byte(s)); return hex.EncodeToString(h[:]) },
		"sha1":   func(s string) string { h := sha1.Sum([]byte(s)); return strings.ToUpper(hex.EncodeToString(h[:])) },
		"sha256": func(s string) string { h := sha256.Sum256([]byte(s)); return hex.EncodeToString(h[:]) },
	}
	rec := record("email", "Anna.Lis@example.com", "email_key", "anna.lis@example.com", "mobile", "+33601234567")
	for name, hash := range sum {
		for _, text := range []string{"anna.lis@example.com", "Anna.Lis@example.com", "+33601234567", "33601234567", "601234567", "0601234567"} {
			s, _ := setOf(t, List{}, hash(text)+"\n")
			if hits := s.Match(rec); len(hits) != 1 || !strings.HasPrefix(hits[0].By, "hashed") {
				t.Errorf("%s of %s: %v", name, text, hits)
			}
			if hits := s.Match(record("email", "other@example.com", "mobile", "+33601234568")); hits != nil {
				t.Errorf("%s of %s hits a stranger", name, text)
			}
		}
	}
}

func TestNumberFiles(t *testing.T) {
	for name, c := range map[string]struct{ lines, hit, miss string }{
		"us dnc":         {"212,5550100\r\n313,5550199\r\n", "+13135550199", "+13135550198"},
		"tps split":      {"0207 9460000\r\n01632 960001\r\n", "+442079460000", "+442079460001"},
		"tps contiguous": {"02079460000 \r\n01632960001 \r\n", "+441632960001", "+441632960002"},
		"national":       {"22 555 01 00\n601-234-567\n", "+48601234567", "+48601234568"},
		"e.164":          {"+48601234567\n0048601234568\n", "+48601234568", "+48601234569"},
	} {
		s, l := setOf(t, List{Channel: contact.CallChannel}, c.lines)
		hits := s.Match(record("phone2", c.hit))
		if len(hits) != 1 || hits[0].Channel != contact.CallChannel {
			t.Errorf("%s: hits %v", name, hits)
		}
		if s.Match(record("phone2", c.miss)) != nil {
			t.Errorf("%s: hits a stranger", name)
		}
		wantAge := map[string]int{"us dnc": 31, "tps split": 28, "tps contiguous": 28}[name]
		if l.List().MaxAge.Days != wantAge || s.Lists()[0].MaxAge.Days != wantAge {
			t.Errorf("%s: may be used for %s", name, l.List().MaxAge)
		}
		if l.Loaded.Entries != 2 {
			t.Errorf("%s: loaded %+v", name, l.Loaded)
		}
	}
}

func TestContactEntryLeavesItsCompanyAlone(t *testing.T) {
	entry := record("first_key", "jan", "last_key", "nowak", "company_key", "acme", "email", "jan@acme.example", "email_kind", "personal",
		"email_key", "jan@acme.example", "email_domain", "acme.example", "postal_key", "00100")
	s, _ := setOf(t, List{}, "", entry)
	if hits := s.Match(record("company_key", "acme", "email_domain", "acme.example", "first_key", "ewa", "last_key", "lis")); hits != nil {
		t.Errorf("a colleague is hit: %v", hits)
	}
	if hits := s.Match(record("company_key", "acme", "first_key", "nowak", "last_key", "jan")); len(hits) != 1 {
		t.Error("the person with swapped names is not hit")
	}
	if hits := s.Match(record("postal_key", "00100", "first_key", "jan", "last_key", "nowak")); len(hits) != 1 {
		t.Error("the person at the postal code is not hit")
	}
	spelled, _ := setOf(t, List{}, "", record("first_key", "juergen", "last_key", "moller", "postal_key", "10115"), record("company_key", "baeckerei aarhus"))
	if len(spelled.Match(record("first_key", "jurgen", "last_key", "moeller", "postal_key", "10115"))) != 1 ||
		len(spelled.Match(record("company_key", "backerei arhus"))) != 1 {
		t.Error("telegram spelling is not hit")
	}
	firm, _ := setOf(t, List{}, "", record("company_key", "acme", "country", "PL", "email", "biuro@acme.example", "email_kind", "role", "email_key", "biuro@acme.example", "email_domain", "acme.example"))
	if hits := firm.Match(record("company_key", "acme", "country", "PL", "first_key", "ewa", "last_key", "lis")); len(hits) != 1 {
		t.Error("an entry that names only the firm does not stop its people")
	}
	if hits := firm.Match(record("company_key", "acme", "country", "DE")); hits != nil {
		t.Errorf("a namesake abroad is hit: %v", hits)
	}
}

func TestFreeMailDomainIsRefused(t *testing.T) {
	s, l := setOf(t, List{}, "@gmail.com\nwp.pl\nacme.example\n")
	if len(l.Loaded.Refused) != 2 || l.Loaded.Unusable != 0 || l.Loaded.Entries != 1 || l.Loaded.Refused[1].Line != 2 || !strings.Contains(l.Loaded.Refused[1].Message, "wp.pl") {
		t.Errorf("refused %+v", l.Loaded.Refused)
	}
	if s.Match(record("email_domain", "gmail.com")) != nil {
		t.Error("the free-mail domain was taken")
	}
}

func TestCustomers(t *testing.T) {
	list := List{Kind: Customers, Lapsed: Lapsed{OlderThan: Span{Months: 36}, Route: "win-back"}}
	s, _ := setOf(t, list, "",
		record("company_key", "won", "stage", "Closed Won", "owner", "Ewa", "last_contact", "2026-01-01"),
		record("company_key", "open", "stage", "Negotiation/Review", "owner", "Ola"),
		record("company_key", "owned", "owner", "Jan"),
		record("company_key", "lapsed", "last_contact", "2020-05-01"),
		record("company_key", "open", "last_contact", "2020-05-01"),
	)
	for name, want := range map[string]Hit{
		"won":    {Reason: contact.Customer, Route: "reject", Owner: "Ewa", Stage: "Closed Won"},
		"open":   {Reason: contact.InPipeline, Route: "reject", Owner: "Ola", Stage: "Negotiation/Review", OpenDeal: true},
		"owned":  {Reason: contact.InPipeline, Route: "reject", Owner: "Jan"},
		"lapsed": {Reason: contact.Customer, Route: "win-back", Lapsed: true},
	} {
		want.Kind, want.Channel, want.By = Customers, contact.AllChannels, "company"
		hits := s.Match(record("company_key", name, "country", "PL"))
		if d := cmp.Diff([]Hit{want}, hits); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestAges(t *testing.T) {
	asOf := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	for want, l := range map[string]List{
		"":             {Date: asOf.AddDate(0, 0, -31), MaxAge: Span{Days: 31}},
		"age unknown":  {MaxAge: Span{Days: 31}},
		"older than":   {Date: asOf.AddDate(0, 0, -32), MaxAge: Span{Days: 31}},
		"still to com": {Date: asOf.AddDate(0, 0, 1)},
	} {
		got := l.AgeWarning(asOf)
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("warning %q, want %q", got, want)
		}
	}
}

func TestParseLine(t *testing.T) {
	for line, want := range map[string]Value{
		"  Jan@Example.com ": {EmailValue, "Jan@Example.com"}, `"jan@example.com",`: {EmailValue, "jan@example.com"},
		"@Example.com": {DomainValue, "example.com"}, "*@example.com": {DomainValue, "example.com"},
		"https://www.example.co.uk/contact?x": {DomainValue, "example.co.uk"},
		"212,5550100":                         {PhoneValue, "+12125550100"},
		"(022) 555-01-00":                     {PhoneValue, "(022) 555-01-00"}, "tel. 601 234 567": {PhoneValue, "tel. 601 234 567"},
		"DE123456789": {TaxIDValue, "DE123456789"}, "CHE-123.456.788": {TaxIDValue, "CHE-123.456.788"},
		"D41D8CD98F00B204E9800998ECF8427E": {DigestValue, "d41d8cd98f00b204e9800998ecf8427e"},
		"Acme Sp. z o.o.":                  {CompanyValue, "Acme Sp. z o.o."}, "3M": {CompanyValue, "3M"}, "Booking.com BV": {CompanyValue, "Booking.com BV"},
		"": {}, "# note": {}, "E-mail": {},
	} {
		if got := ParseLine(line); got != want {
			t.Errorf("ParseLine(%q) = %+v, want %+v", line, got, want)
		}
	}
}

func FuzzParseLine(f *testing.F) {
	for _, s := range []string{"a@b.pl", "212,5550100", "0207 3787244", "@x.pl", "Acme", "DE123456789", "\xff", "="} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		s := NewSet(testConfig())
		s.Add(List{}).Line(line, 1)
		s.Seal()
		s.Match(record("company_key", "x", "email_domain", "y.z", "phone", "+48601234567"))
		if v := ParseLine(line); v.Kind != NoValue && v.Text == "" && v.Kind != DomainValue {
			t.Errorf("%q gives an empty value of kind %d", line, v.Kind)
		}
	})
}

func benchSet(b testing.TB, hashed bool) (*Set, []*contact.Record) {
	var lines strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&lines, "%03d,%07d\n", 200+i%700, i)
	}
	if hashed {
		sum := sha256.Sum256([]byte("x"))
		fmt.Fprintf(&lines, "%x\n", sum)
	}
	s := NewSet(testConfig())
	if err := s.Add(List{}).Load(strings.NewReader(lines.String())); err != nil {
		b.Fatal(err)
	}
	c := s.Add(List{Kind: Customers})
	for i := range 10000 {
		c.Record(record("company_key", fmt.Sprint("firm ", i), "country", "PL", "tax_id", fmt.Sprint(5000000000+i),
			"email_domain", fmt.Sprintf("firm%d.example", i), "email_key", fmt.Sprintf("jan@firm%d.example", i)), i)
	}
	s.Seal()
	recs := make([]*contact.Record, 4096)
	for i := range recs {
		recs[i] = record("first_key", "jan", "last_key", fmt.Sprint("nowak", i), "company_key", fmt.Sprint("other ", i), "country", "PL", "city_key", "warszawa",
			"postal_key", "00100", "email", fmt.Sprintf("jan@other%d.example", i), "email_key", fmt.Sprintf("jan@other%d.example", i),
			"email_domain", fmt.Sprintf("other%d.example", i), "tax_id", fmt.Sprint(6000000000+i), "phone", fmt.Sprintf("+482255%05d", i), "best_phone", fmt.Sprintf("+482255%05d", i),
			"mobile", fmt.Sprintf("+4860123%04d", i))
	}
	return s, recs
}

func BenchmarkMatch(b *testing.B) {
	for _, hashed := range []bool{false, true} {
		b.Run(fmt.Sprintf("hashed=%v", hashed), func(b *testing.B) {
			s, recs := benchSet(b, hashed)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if s.Match(recs[i&4095]) != nil {
					b.Fatal("hit")
				}
			}
		})
	}
}

func BenchmarkLoadNumbers(b *testing.B) {
	var lines strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&lines, "%03d,%07d\n", 200+i%700, i)
	}
	b.ReportAllocs()
	for b.Loop() {
		s := NewSet(testConfig())
		s.Add(List{}).Load(strings.NewReader(lines.String()))
		s.Seal()
		t := &s.tables[byPhone]
		b.ReportMetric(float64(len(t.hashes)*12+len(t.filter)*8)/1e6, "MB")
	}
}
