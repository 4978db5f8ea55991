package qualify

import (
	"slices"
	"strings"

	"goldpan/internal/contact"
)

// buildCustom compiles a criterion that is an expression.
func buildCustom(p *Plan, c Criterion) (check, []contact.Problem) {
	var problems []contact.Problem
	if !validName(c.Name) {
		problems = append(problems, contact.Problem{Path: c.path() + ".name",
			Message: quoted(c.Name) + " is no name; use small letters, digits and hyphens, such as old-car"})
	}
	for _, r := range Grammar() {
		if r.Test == c.Test && r.Name == c.Name {
			problems = append(problems, contact.Problem{Path: c.path() + ".name",
				Message: quoted(c.Name) + " is a criterion already; choose another name"})
		}
	}
	first := slices.IndexFunc(p.config.Criteria, func(o Criterion) bool {
		return o.Custom && o.Test == c.Test && o.Name == c.Name
	})
	if first >= 0 && p.config.Criteria[first].path() != c.path() {
		problems = append(problems, contact.Problem{Path: c.path() + ".name", Message: quoted(c.Name) + " is there twice"})
	}
	problems = append(problems, placeholderProblems(c.path()+".why", c.Why)...)
	e, mistake := compileExpression(c.When, p.table, p.asOf)
	if mistake != nil {
		return check{}, append(problems, contact.Problem{Path: c.path() + ".when", Message: mistake.Message})
	}
	var fields []contact.Field
	for _, in := range e.inputs {
		if in.field != contact.NoField {
			fields = append(fields, in.field)
		}
	}
	return check{
		fields: fields,
		ask:    "ask.custom",
		wanted: c.When,
		answer: func(j *Judge, s *Subject) contact.Answer { return j.eval.answer(&e.root, s) },
		have: func(j *Judge, s *Subject) string {
			var parts []string
			for _, in := range e.inputs {
				parts = append(parts, j.eval.describe(in, s))
			}
			if len(parts) == 0 {
				return "always the same"
			}
			return strings.Join(parts, ", ")
		},
		lacks: func(j *Judge, s *Subject) []string {
			var labels []string
			for _, in := range e.inputs {
				if !in.household && j.eval.value(p.table.index(in.name), s.Rec) == "" {
					labels = append(labels, in.label())
				}
			}
			return labels
		},
	}, problems
}

// describe is an input and its value in words. Other people of the household
// are counted, not named.
func (e *evaluator) describe(in input, s *Subject) string {
	i := e.plan.table.index(in.name)
	if in.household {
		n := 0
		for _, other := range s.Household {
			if e.value(i, other) != "" && !samePerson(s.Rec, other) {
				n++
			}
		}
		if n == 0 {
			return "no " + in.label() + " in the household"
		}
		return number(float64(n)) + " " + in.label() + " in the household"
	}
	if v := e.value(i, s.Rec); v != "" {
		return in.label() + " " + v
	}
	return in.label() + " missing"
}

func validName(name string) bool {
	if name == "" || name[0] == '-' {
		return false
	}
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '_' {
			return false
		}
	}
	return true
}
