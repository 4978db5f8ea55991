package qualify

import (
	"strings"
	"testing"

	"goldpan/internal/contact"
)

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
		{"the same without consent", values{contact.Country: "NO", contact.LegalForm: "as", contact.EmailKind: "role", contact.Consent: "no"}, Subject{}, "yes", "needs-consent", "NO-MFL-12-B", "NO-MFL-15-B+refused"},
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
