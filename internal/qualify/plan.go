package qualify

import (
	"fmt"
	"slices"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Plan is a compiled Config, safe for many goroutines. Each worker judges
// with a Judge of its own.
type Plan struct {
	config      Config
	asOf        time.Time
	checks      []check
	score       []scoreCheck
	tiers       []Tier
	reach       []string
	rules       *market.ContactRules
	rates       Rates
	table       *inputTable
	industries  int // criteria on the industry
	bySize      bool
	ticketEUR   float64
	ticketKnown bool
}

// scoreCheck is a compiled score rule.
type scoreCheck struct {
	rule ScoreRule
	expr *expression
}

// Validate finds all mistakes of the configuration. Paths are those of the
// profile.
func (cfg Config) Validate() []contact.Problem {
	_, problems := Compile(cfg)
	return problems
}

// Compile makes a plan. Where there are problems the plan is nil.
func Compile(cfg Config) (*Plan, []contact.Problem) {
	p := &Plan{config: cfg, asOf: cfg.AsOf, rules: cfg.Rules, rates: cfg.Rates, table: &inputTable{},
		reach: cfg.Reach, tiers: slices.Clone(cfg.Tiers)}
	if p.rules == nil {
		p.rules = market.DefaultContactRules()
	}
	if p.reach == nil {
		p.reach = reachWords[:3] // the lines that are dialled and written to
	}
	slices.SortStableFunc(p.tiers, func(a, b Tier) int { return b.From - a.From })
	for _, c := range cfg.Criteria {
		if c.Test == Authority && c.Name == "by_size" && !c.Custom {
			p.bySize = true
			p.ticketEUR, p.ticketKnown = ticketInEuro(cfg.Rates, c.Ticket)
		}
	}
	problems := slices.Concat(cfg.wordProblems(), cfg.Rates.problems())
	for _, c := range cfg.Criteria {
		built, found := p.compileCriterion(c)
		problems = append(problems, found...)
		p.checks = append(p.checks, built)
	}
	for i, rule := range cfg.Score {
		path := fmt.Sprintf("score[%d]", i)
		e, mistake := compileExpression(rule.When, p.table, p.asOf)
		if mistake != nil {
			problems = append(problems, contact.Problem{Path: path + ".when", Message: mistake.Message})
			continue
		}
		problems = append(problems, placeholderProblems(path+".why", rule.Why)...)
		p.score = append(p.score, scoreCheck{rule, e})
	}
	if problems != nil {
		return nil, problems
	}
	return p, nil
}

func (p *Plan) compileCriterion(c Criterion) (check, []contact.Problem) {
	rule, ok := ruleFor(c)
	if !ok {
		var known []string
		for _, r := range Grammar() {
			if r.Test == c.Test {
				known = append(known, r.Name)
			}
		}
		return check{}, []contact.Problem{{Path: c.path(),
			Message: "there is no criterion " + quoted(c.Name) + suggest(c.Name, known)}}
	}
	built, problems := rule.build(p, c)
	built.criterion = c
	built.but = p.say("wanted") + built.wanted
	built.reason = contact.Reason(c.Test.String() + "-" + c.Name)
	if built.fields == nil {
		built.fields = rule.Fields
	}
	if built.ask == "" {
		built.ask = "ask." + c.Name
	}
	return built, problems
}

// ticketInEuro converts the ticket of by_size.
func ticketInEuro(rates Rates, ticket *Amount) (float64, bool) {
	if ticket == nil {
		return 0, false
	}
	if ticket.Currency == "" {
		return ticket.Value, true
	}
	factor, ok := rates.to("EUR")[ticket.Currency]
	return ticket.Value * factor, ok
}

var (
	reachWords   = []string{"phone", "mobile", "email", "website", "linkedin", "address"}
	requireWords = []string{"interest", "contact", "consent"}
	noAuthority  = []string{"keep-company", "reject"}
)

// wordProblems finds words outside the closed lists, bad tiers and rates.
func (cfg Config) wordProblems() []contact.Problem {
	var problems []contact.Problem
	check := func(path, word string, known []string) {
		if !slices.Contains(known, word) {
			problems = append(problems, contact.Problem{Path: path, Message: quoted(word) + " is not known here" + suggest(word, known)})
		}
	}
	if cfg.Language != "" {
		check("language", cfg.Language, contact.Languages())
	}
	for i, w := range cfg.Require {
		check(fmt.Sprintf("require[%d]", i), w, requireWords)
	}
	for i, w := range cfg.Reach {
		check(fmt.Sprintf("reach.any[%d]", i), w, reachWords)
	}
	if cfg.OnNoAuthority != "" {
		check("on_no_authority", cfg.OnNoAuthority, noAuthority)
	}
	if cfg.Decay < 0 || cfg.Decay >= 1 {
		problems = append(problems, contact.Problem{Path: "decay", Message: "decay is a share a month between 0% and 100%, such as 2.1%"})
	}
	for _, t := range cfg.Tiers {
		if len(t.Letter) != 1 || t.Letter[0] < 'A' || t.Letter[0] > 'Z' {
			problems = append(problems, contact.Problem{Path: "tiers." + t.Letter, Message: quoted(t.Letter) + " is no tier; use one capital letter"})
		}
		if t.From < 0 || t.From > 100 {
			problems = append(problems, contact.Problem{Path: "tiers." + t.Letter, Message: "a score lies between 0 and 100"})
			continue
		}
		for _, better := range cfg.Tiers {
			if len(t.Letter) == 1 && better.Letter < t.Letter && better.From <= t.From {
				problems = append(problems, contact.Problem{Path: "tiers." + t.Letter, Message: fmt.Sprintf(
					"%s begins at %d points, %s at %d: nobody could be %s; a later letter needs fewer points", t.Letter, t.From, better.Letter, better.From, t.Letter)})
				break
			}
		}
	}
	return problems
}

// Warnings are things that are allowed but hardly meant.
func (p *Plan) Warnings() []string {
	var warnings []string
	best := 0
	for _, s := range p.score {
		best += max(0, s.rule.Points)
	}
	if len(p.score) > 0 && len(p.tiers) > 0 && best < p.tiers[0].From {
		warnings = append(warnings, fmt.Sprintf("tier %s starts at %d points, but all score rules together give %d: nobody can reach it",
			p.tiers[0].Letter, p.tiers[0].From, best))
	}
	for _, c := range p.config.Criteria {
		for _, word := range slices.Concat(c.In, c.NotIn) {
			if c.Name == "industry" && ambiguousSection(word) {
				warnings = append(warnings, fmt.Sprintf("%s: %s is read as NACE Rev. 2; write NACE2.1:... for the sections in force since 2025",
					c.path(), word))
			}
		}
	}
	return warnings
}

// UsesHousehold tells whether the plan reads other rows of a household: only
// then need a Subject carry them.
func (p *Plan) UsesHousehold() bool {
	return slices.ContainsFunc(p.table.inputs, func(in input) bool { return in.household })
}

// ColumnsRead lists the columns that the plan's expressions name, so that
// their values are kept.
func (p *Plan) ColumnsRead() []string {
	var columns []string
	for _, in := range p.table.inputs {
		if in.column != "" && !slices.Contains(columns, in.column) {
			columns = append(columns, in.column)
		}
	}
	return columns
}

// ColumnsUsed are those that the plan reads where a list has them, named by
// the profile or not.
func (p *Plan) ColumnsUsed() []string { return append(p.ColumnsRead(), p.coordinateColumns()...) }

// Reach are the channels of which a contact must have one.
func (p *Plan) Reach() []string { return slices.Clone(p.reach) }

// AsksAnything tells whether any test has a criterion.
func (p *Plan) AsksAnything() bool { return len(p.checks) > 0 }

// Scores tells whether there are score rules: without, score and tier are
// empty.
func (p *Plan) Scores() bool { return len(p.score) > 0 }

// KeepsCompany tells whether a company whose only fault is the person's
// authority is to be kept.
func (p *Plan) KeepsCompany() bool { return p.config.OnNoAuthority != "reject" }
