package profile

import (
	"fmt"
	"os"
	"strings"

	"go.yaml.in/yaml/v3"

	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/qualify"
)

// validate lets each owner of a Config check it, and places what they find.
func (w *walker) validate(p *Profile) {
	if !w.wrong["version"] && !w.has("version") && w.root.Kind == yaml.MappingNode && len(w.root.Content) > 0 {
		w.mistake("version", w.root, "version is missing; write version: 1 on the first line")
	}
	if p.RulesFile != "" && !w.wrong["rules"] {
		w.rules(p)
	}
	plan, problems := qualify.Compile(p.Qualify)
	problems = append(problems, p.Assign.Validate()...)
	if !w.has("authority.by_size") && w.has("authority.ticket") {
		problems = append(problems, contact.Problem{Path: "authority.ticket", Message: "ticket has an effect only with by_size: true"})
	}
	for _, problem := range problems {
		w.place(problem)
	}
	if plan != nil {
		p.Warnings = append(p.Warnings, plan.Warnings()...)
	}
	for _, at := range w.each("suppress") {
		if w.text(at+".date") == "" {
			p.Warnings = append(p.Warnings, fmt.Sprintf("%s: age unknown; give its date", w.text(at+".file")))
		}
	}
}

// rules reads the file of contact rules.
func (w *walker) rules(p *Profile) {
	content, err := os.ReadFile(p.RulesFile)
	if err == nil {
		var rules *market.ContactRules
		if rules, err = parseRules(p.RulesFile, content); err == nil {
			p.Qualify.Rules = rules
			return
		}
	}
	w.mistake("rules", w.nodes["rules"], err.Error())
}

// parseRules reads contact rules as YAML (a list of rules, see ContactRule's
// columns) or, by its name, as CSV.
func parseRules(path string, content []byte) (*market.ContactRules, error) {
	if strings.HasSuffix(strings.ToLower(path), ".csv") {
		return market.ReadContactRules(strings.NewReader(string(content)))
	}
	var rows []struct {
		Country    string
		Channel    string
		Subscriber string
		Answer     string
		Rule       string
		Checked    string
		Source     string
		Reason     string
	}
	decoder := yaml.NewDecoder(strings.NewReader(string(content)))
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

// place finds the line and column of a problem: those of its path, or of the
// nearest path above. What the walk has already found is not said again.
func (w *walker) place(problem contact.Problem) {
	path := problem.Path
	for p := path; p != ""; p = parent(p) {
		if w.wrong[p] {
			return
		}
	}
	for below := range w.wrong {
		if strings.HasPrefix(below, path+".") || strings.HasPrefix(below, path+"[") {
			return
		}
	}
	for p := path; ; p = parent(p) {
		if n := w.nodes[p]; n != nil {
			if name := w.names[p]; name != nil && n.Kind != yaml.ScalarNode {
				n = name
			}
			w.mistakes = append(w.mistakes, Mistake{max(n.Line, 1), max(n.Column, 1), problem.Message})
			return
		}
		if p == "" {
			w.mistakes = append(w.mistakes, Mistake{1, 1, problem.Path + ": " + problem.Message})
			return
		}
	}
}

// parent is the path above: "a.b[0]" is below "a.b".
func parent(path string) string {
	if i := strings.LastIndexAny(path, ".["); i >= 0 {
		return path[:i]
	}
	return ""
}
