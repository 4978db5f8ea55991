package profile

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"go.yaml.in/yaml/v3"

	"goldpan/internal/market"
)

// contactRule is a contact rule as the rules file spells it.
type contactRule struct {
	Country    string `yaml:"country"`
	Channel    string `yaml:"channel"`
	Subscriber string `yaml:"subscriber"`
	Answer     string `yaml:"answer"`
	Rule       string `yaml:"rule"`
	Checked    string `yaml:"checked"`
	Source     string `yaml:"source"`
	Reason     string `yaml:"reason"`
}

// readRules puts the profile's file of contact rules in place of the embedded
// ones.
func (w *walker) readRules(p *Profile) {
	content, err := os.ReadFile(p.RulesFile)
	if err == nil {
		p.Qualify.Rules, err = parseRules(p.RulesFile, content)
	}
	if err != nil {
		w.mistake("rules", w.nodes["rules"], err.Error())
	}
}

// parseRules reads contact rules as YAML, a list of rules, or, by its name,
// as CSV (see market.ReadContactRules).
func parseRules(path string, content []byte) (*market.ContactRules, error) {
	if strings.HasSuffix(strings.ToLower(path), ".csv") {
		return market.ReadContactRules(bytes.NewReader(content))
	}
	var rows []contactRule
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(&rows); err != nil {
		return nil, fmt.Errorf("reading contact rules: %w", err)
	}
	rules := make([]market.ContactRule, len(rows))
	for i, r := range rows {
		rules[i] = market.ContactRule{Country: r.Country, Channel: r.Channel, Subscriber: r.Subscriber, Answer: r.Answer,
			ID: r.Rule, Checked: r.Checked, Source: r.Source, Reason: r.Reason}
	}
	return market.NewContactRules(rules)
}

// Rules writes the embedded contact rules as a file to edit and name under
// rules.
func Rules() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# May we call or write? Checked %s. No legal advice: have your own lawyer check before you rely on it.\n",
		market.DefaultContactRules().Checked())
	fmt.Fprintf(&b, "# subscriber: %s. answer: %s.\n", strings.Join(market.Subscribers(), ", "), strings.Join(market.ContactAnswers(), ", "))
	b.WriteString("# country: two letters; \"*\" is every country without rules of its own.\n")
	for _, r := range market.DefaultContactRules().All() {
		fmt.Fprintf(&b, "- {country: %q, channel: %s, subscriber: %s, answer: %q, rule: %q, checked: %s,\n   source: %q, reason: %q}\n",
			r.Country, r.Channel, r.Subscriber, r.Answer, r.ID, r.Checked, r.Source, r.Reason)
	}
	return b.Bytes()
}
