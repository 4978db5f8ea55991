package market

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

//go:embed data/contact_rules.csv
var contactRulesFile string

// ContactRule says whether one kind of subscriber in one country may be
// reached on one channel. It is no legal advice.
type ContactRule struct {
	Country    string // alpha-2, or "*" for a country without rules of its own
	Channel    string // call, email
	Subscriber string // consumer, sole_trader, named, firm
	Answer     string // yes, needs-consent, needs-screening, no
	ID         string
	Checked    string // day it was checked, ISO 8601
	Source     string // public source
	Reason     string // one line
}

// ContactAnswers lists the answers of a contact rule from free to closed: of
// two, the one that stands further back is the stricter.
func ContactAnswers() []string { return []string{"yes", "needs-screening", "needs-consent", "no"} }

// Subscribers lists the kinds of subscriber.
func Subscribers() []string { return []string{"consumer", "sole_trader", "named", "firm"} }

// ContactRules is a set of contact rules, safe for many goroutines.
type ContactRules struct {
	rules    []ContactRule
	byKey    map[ruleKey]int
	strict   map[ruleKey]int // by channel and subscriber ("" any): the strictest
	checked  string
	hasRules map[string]bool
}

type ruleKey struct{ country, channel, subscriber string }

// embeddedRules are the rules that come with goldpan.
var embeddedRules = sync.OnceValue(func() *ContactRules {
	rules, err := ReadContactRules(strings.NewReader(contactRulesFile))
	if err != nil {
		return &ContactRules{} // a test reads the embedded file and fails on this
	}
	return rules
})

// DefaultContactRules are the rules that come with goldpan.
func DefaultContactRules() *ContactRules { return embeddedRules() }

// ReadContactRules reads rules in the layout of the embedded file: columns
// country;channel;subscriber;answer;rule;checked;source;reason, comments
// behind "#".
func ReadContactRules(file io.Reader) (*ContactRules, error) {
	r := csv.NewReader(file)
	r.Comma, r.Comment, r.FieldsPerRecord, r.LazyQuotes = ';', '#', 8, true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading contact rules: %w", err)
	}
	var rules []ContactRule
	for i, row := range rows {
		if i == 0 && row[0] == "country" {
			continue
		}
		rules = append(rules, ContactRule{row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]})
	}
	return NewContactRules(rules)
}

// NewContactRules checks rules and makes them a set. The error names the first
// rule that is wrong and what would be right.
func NewContactRules(rules []ContactRule) (*ContactRules, error) {
	set := &ContactRules{rules: rules, byKey: make(map[ruleKey]int, len(rules)),
		strict: make(map[ruleKey]int), hasRules: make(map[string]bool)}
	for i, rule := range rules {
		if err := rule.check(); err != nil {
			return nil, fmt.Errorf("contact rule %d (%s): %w", i+1, rule.ID, err)
		}
		key := ruleKey{rule.Country, rule.Channel, rule.Subscriber}
		if _, twice := set.byKey[key]; twice {
			return nil, fmt.Errorf("contact rule %d (%s): %s, %s, %s is there twice", i+1, rule.ID,
				rule.Country, rule.Channel, rule.Subscriber)
		}
		set.byKey[key] = i
		set.hasRules[rule.Country] = true
		set.checked = max(set.checked, rule.Checked)
		for _, subscriber := range [2]string{rule.Subscriber, ""} {
			k := ruleKey{"", rule.Channel, subscriber}
			if have, ok := set.strict[k]; !ok || strictness(rule.Answer) > strictness(rules[have].Answer) {
				set.strict[k] = i
			}
		}
	}
	return set, nil
}

func (r ContactRule) check() error {
	switch {
	case r.Country != "*" && (len(r.Country) != 2 || strings.ToUpper(r.Country) != r.Country):
		return fmt.Errorf("country %q: two capital letters or *", r.Country)
	case r.Channel != "call" && r.Channel != "email":
		return fmt.Errorf("channel %q: call or email", r.Channel)
	case strictness(r.Answer) < 0:
		return fmt.Errorf("answer %q: one of %s", r.Answer, strings.Join(ContactAnswers(), ", "))
	case r.ID == "":
		return fmt.Errorf("a rule needs an id")
	}
	if _, err := time.Parse(time.DateOnly, r.Checked); err != nil {
		return fmt.Errorf("checked %q: a date such as 2026-11-22", r.Checked)
	}
	for _, known := range Subscribers() {
		if r.Subscriber == known {
			return nil
		}
	}
	return fmt.Errorf("subscriber %q: one of %s", r.Subscriber, strings.Join(Subscribers(), ", "))
}

func strictness(answer string) int {
	for i, a := range ContactAnswers() {
		if a == answer {
			return i
		}
	}
	return -1
}

// Find is the rule for a country, channel and subscriber. Where country or
// subscriber are unknown ("") the strictest rule that could apply is taken.
func (c *ContactRules) Find(country, channel, subscriber string) ContactRule {
	if country != "" && !c.hasRules[country] {
		if i, ok := c.byKey[ruleKey{"*", channel, subscriber}]; ok {
			return c.rules[i]
		}
		country = ""
	}
	if country == "" {
		if i, ok := c.byKey[ruleKey{"*", channel, subscriber}]; ok && subscriber != "" {
			return c.rules[i]
		}
		if i, ok := c.strict[ruleKey{"", channel, subscriber}]; ok {
			return c.rules[i]
		}
		return noRule(country, channel, subscriber)
	}
	if subscriber != "" {
		if i, ok := c.byKey[ruleKey{country, channel, subscriber}]; ok {
			return c.rules[i]
		}
		return noRule(country, channel, subscriber)
	}
	strictest := noRule(country, channel, subscriber)
	found := false
	for _, kind := range Subscribers() {
		i, ok := c.byKey[ruleKey{country, channel, kind}]
		if ok && (!found || strictness(c.rules[i].Answer) > strictness(strictest.Answer)) {
			strictest, found = c.rules[i], true
		}
	}
	return strictest
}

// noRule is the answer where a rules file is silent: not without consent.
func noRule(country, channel, subscriber string) ContactRule {
	return ContactRule{Country: country, Channel: channel, Subscriber: subscriber,
		Answer: "needs-consent", ID: "none", Reason: "no rule covers this contact"}
}

// Checked is the latest day a rule of the set was checked, ISO 8601.
func (c *ContactRules) Checked() string { return c.checked }

// All lists the rules in the order of their file.
func (c *ContactRules) All() []ContactRule { return append([]ContactRule(nil), c.rules...) }

// Rule finds a rule by its id. Rules that differ only in whom they are for may
// share one; the first is given.
func (c *ContactRules) Rule(id string) (ContactRule, bool) {
	for _, r := range c.rules {
		if r.ID == id {
			return r, true
		}
	}
	return ContactRule{}, false
}
