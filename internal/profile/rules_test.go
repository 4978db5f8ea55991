package profile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/market"
)

// TestRulesCanBeEdited: what Rules writes is read back as the embedded rules.
func TestRulesCanBeEdited(t *testing.T) {
	rules, err := parseRules("rules.yaml", Rules())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(market.DefaultContactRules().All(), rules.All()); diff != "" {
		t.Errorf("(-embedded +read back):\n%s", diff)
	}
}

func TestRulesFile(t *testing.T) {
	const header = "country;channel;subscriber;answer;rule;checked;source;reason\n"
	for name, c := range map[string]struct{ file, content, wrong string }{
		"csv":          {"r.csv", header + "PL;call;firm;yes;MY-1;2026-01-01;own;own\n", ""},
		"bad csv":      {"r.csv", header + "PL;call;firm;maybe;MY-1;2026-01-01;own;own\n", `answer "maybe"`},
		"unknown key":  {"r.yaml", "- {land: PL}\n", "land"},
		"no list":      {"r.yaml", "country: PL\n", "reading contact rules"},
		"bad country":  {"r.yaml", "- {country: Poland, channel: call, subscriber: firm, answer: \"yes\", rule: X, checked: 2026-01-01}\n", `country "Poland"`},
		"not checked":  {"r.yaml", "- {country: PL, channel: call, subscriber: firm, answer: \"yes\", rule: X}\n", "checked"},
		"plain answer": {"r.yaml", "- {country: NO, channel: call, subscriber: firm, answer: yes, rule: X, checked: 2026-01-01}\n", ""},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		p, mistakes := Parse([]byte("version: 1\nrules: "+c.file+"\n"), dir)
		switch {
		case c.wrong == "" && p == nil:
			t.Errorf("%s: %v", name, mistakes)
		case c.wrong != "" && (len(mistakes) != 1 || mistakes[0].Line != 2 || mistakes[0].Column != 8 || !strings.Contains(mistakes[0].Message, c.wrong)):
			t.Errorf("%s: %v, want a mistake about %s", name, mistakes, c.wrong)
		}
	}
}
