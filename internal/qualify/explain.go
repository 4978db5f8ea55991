package qualify

import (
	"goldpan/internal/contact"
)

// Evidence is the verdict of one criterion in words, for explain.
type Evidence struct {
	Test      string
	Criterion string
	Answer    contact.Answer // before the policy for unknown
	Have      string         // "employees 12"
	Wanted    string         // "20-500"
}

// Explain answers every criterion with its evidence, in profile order.
func (j *Judge) Explain(s *Subject) []Evidence {
	all := make([]Evidence, len(j.plan.checks))
	for i := range j.plan.checks {
		c := &j.plan.checks[i]
		all[i] = Evidence{c.criterion.Test.String(), c.criterion.Name, c.answer(j, s), c.have(j, s), c.wanted}
	}
	return all
}

// Points is what a score rule gave, for explain.
type Points struct {
	Rule   string
	When   string
	Answer contact.Answer
	Points int // what the rule gives when it is true
}

// ExplainScore answers every score rule.
func (j *Judge) ExplainScore(s *Subject) []Points {
	var all []Points
	for i := range j.plan.score {
		r := &j.plan.score[i]
		all = append(all, Points{r.rule.Name, r.rule.When, j.eval.answer(&r.expr.root, s), r.rule.Points})
	}
	return all
}
