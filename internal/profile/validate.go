package profile

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"goldpan/internal/contact"
	"goldpan/internal/qualify"
)

// validate lets each owner of a Config check it, and places what they find.
func (w *walker) validate(p *Profile) {
	if !w.wrong["version"] && !w.has("version") && w.root.Kind == yaml.MappingNode && len(w.root.Content) > 0 {
		w.mistake("version", w.root, "version is missing; write version: 1 on the first line")
	}
	if p.RulesFile != "" && !w.wrong["rules"] {
		w.readRules(p)
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
