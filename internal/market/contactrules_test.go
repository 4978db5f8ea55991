package market

import (
	"strings"
	"testing"
)

func TestContactRulesFind(t *testing.T) {
	rules, err := ReadContactRules(strings.NewReader(contactRulesFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ country, channel, subscriber, answer, id string }{
		{"PL", "call", "firm", "needs-consent", "PL-PKE-398"},
		{"NO", "call", "named", "yes", "NO-MFL-12-B"},
		{"NO", "email", "firm", "yes", "NO-MFL-15-B"},
		{"NO", "email", "named", "needs-consent", "NO-MFL-15"},
		{"NO", "call", "", "needs-screening", "NO-MFL-12"},
		{"GB", "email", "sole_trader", "needs-consent", "GB-PECR-22"},
		{"GB", "call", "firm", "needs-screening", "GB-PECR-21-B"},
		{"US", "call", "named", "yes", "US-TSR-B2B"},
		{"BR", "call", "named", "needs-consent", "XX-STRICT"},
		{"", "call", "named", "needs-consent", "XX-STRICT"},
	} {
		got := rules.Find(c.country, c.channel, c.subscriber)
		if got.Answer != c.answer || got.ID != c.id {
			t.Errorf("Find(%q, %q, %q) = %s %s, want %s %s", c.country, c.channel, c.subscriber,
				got.Answer, got.ID, c.answer, c.id)
		}
	}
	if got := rules.Find("", "email", ""); got.Answer != "needs-consent" {
		t.Errorf("nothing known: %s, want the strictest, needs-consent", got.Answer)
	}
}

func TestContactRulesRefuseMistakes(t *testing.T) {
	good := ContactRule{"PL", "call", "firm", "yes", "X", "2026-01-01", "s", "r"}
	for name, spoil := range map[string]func(*ContactRule){
		"country":    func(r *ContactRule) { r.Country = "Poland" },
		"channel":    func(r *ContactRule) { r.Channel = "fax" },
		"subscriber": func(r *ContactRule) { r.Subscriber = "person" },
		"answer":     func(r *ContactRule) { r.Answer = "maybe" },
		"checked":    func(r *ContactRule) { r.Checked = "yesterday" },
		"id":         func(r *ContactRule) { r.ID = "" },
	} {
		bad := good
		spoil(&bad)
		if _, err := NewContactRules([]ContactRule{bad}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v does not name it", name, err)
		}
	}
	if _, err := NewContactRules([]ContactRule{good, good}); err == nil {
		t.Error("the same rule twice is accepted")
	}
}

func TestTextsAreCompleteInSixLanguages(t *testing.T) {
	keys := texts()["en"]
	if len(keys) < 30 {
		t.Fatalf("only %d texts read", len(keys))
	}
	for key, english := range keys {
		for _, lang := range []string{"en", "pl", "ro", "no", "fr", "de"} {
			text := texts()[lang][key]
			if text == "" {
				t.Errorf("%s has no text in %s", key, lang)
			}
			for _, placeholder := range []string{"{n}", "{name}", "{vendor}", "{date}", "{v}", "{f}", "{c}", "{d}"} {
				if strings.Contains(english, placeholder) != strings.Contains(text, placeholder) {
					t.Errorf("%s in %s and English differ in %s", key, lang, placeholder)
				}
			}
		}
	}
}
