package qualify

import (
	"slices"

	"goldpan/internal/contact"
)

// buildSeniority compiles in and not_in on the rank of the person. The named
// person of a sole trader is its owner whatever the title says.
func buildSeniority(p *Plan, c Criterion) (check, []contact.Problem) {
	problems := slices.Concat(emptyProblem(c, c.In, c.NotIn),
		vocabulary(c, "in", c.In, contact.Seniorities()), vocabulary(c, "not_in", c.NotIn, contact.Seniorities()))
	if problems != nil {
		return check{}, problems
	}
	return check{
		wanted: p.wantedWords(c.In, c.NotIn),
		answer: func(_ *Judge, s *Subject) contact.Answer { return member(seniority(s), c.In, c.NotIn) },
		have: func(_ *Judge, s *Subject) string {
			if v := seniority(s); v != "" {
				return p.fieldName(contact.Seniority) + " " + v + titleOf(s)
			}
			return p.missing(contact.Seniority) + titleOf(s)
		},
		looser: func(_ *Judge, s *Subject) (Step, bool) { return Step{Add: seniority(s)}, true },
	}, nil
}

// titleOf is the title in brackets.
func titleOf(s *Subject) string {
	if t := s.Rec.Values[contact.Title]; t != "" {
		return " (" + t + ")"
	}
	return ""
}

func seniority(s *Subject) string {
	v := s.Rec.Values[contact.Seniority]
	if v == "" && s.Rec.Values[contact.Title] == "" && s.Rec.Values[contact.SoleTrader] == "yes" && named(s.Rec) {
		return "owner"
	}
	return v
}

// buildDepartment compiles in and not_in on the department. Where by_size is
// asked too it settles whether the department matters.
func buildDepartment(p *Plan, c Criterion) (check, []contact.Problem) {
	problems := slices.Concat(emptyProblem(c, c.In, c.NotIn),
		vocabulary(c, "in", c.In, contact.Departments()), vocabulary(c, "not_in", c.NotIn, contact.Departments()))
	if problems != nil {
		return check{}, problems
	}
	department := p.fieldEvidence(contact.Department)
	return check{
		wanted: p.wantedWords(c.In, c.NotIn),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			is := member(s.Rec.Values[contact.Department], c.In, c.NotIn)
			switch p.departmentMatters(s) {
			case contact.No:
				return contact.Yes
			case contact.Unknown:
				if is == contact.No {
					return contact.Unknown
				}
			}
			return is
		},
		have: func(_ *Judge, s *Subject) string {
			text := department(nil, s)
			if p.departmentMatters(s) == contact.No {
				return text + p.say("waived")
			}
			return text + titleOf(s)
		},
		looser: func(_ *Judge, s *Subject) (Step, bool) { return Step{Add: s.Rec.Values[contact.Department]}, true },
	}, nil
}

// departmentMatters tells whether the department counts: always, unless
// by_size is asked, where it does not for those who bind the firm and in
// firms below 50.
func (p *Plan) departmentMatters(s *Subject) contact.Answer {
	if !p.bySize {
		return contact.Yes
	}
	if authorityClass(s) == "A" {
		return contact.No
	}
	size, known := parseSpan(s.Rec.Values[contact.Employees])
	switch {
	case known && size.hi < 50:
		return contact.No
	case known && size.lo >= 50:
		return contact.Yes
	}
	return contact.Unknown
}

// vocabulary finds words that are not in a closed list.
func vocabulary(c Criterion, key string, words, known []string) []contact.Problem {
	var problems []contact.Problem
	for i, w := range words {
		if !slices.Contains(known, w) {
			problems = append(problems, contact.Problem{Path: item(c, key, i),
				Message: quoted(w) + " is no " + c.Name + suggest(w, known)})
		}
	}
	return problems
}

// classOfSeniority is the authority class of a rank that a vendor states
// without a title that tells.
var classOfSeniority = map[string]string{
	"owner": "A", "legal_rep": "A", "partner": "A", "c_level": "A",
	"vp": "B", "director": "B", "head": "B", "manager": "B", "official": "B",
	"board": "C", "buyer": "C", "team_lead": "C",
	"senior": "D", "staff": "D", "assistant": "D", "junior": "D", "external": "X",
}

// authorityClass is A (binds the firm), B (has a budget), C (buys within
// limits), D (uses), X (no target), "" unknown.
func authorityClass(s *Subject) string {
	class := s.Rec.Values[contact.Authority]
	if class == "" || class == "D" && s.Rec.Values[contact.Title] == "" {
		if byRank := classOfSeniority[seniority(s)]; byRank != "" {
			class = byRank
		}
	}
	if class != "X" && s.Rec.Values[contact.SoleTrader] == "yes" && named(s.Rec) {
		return "A" // the named person of a sole trader, whatever the title
	}
	return class
}

// Tickets in euro below which a buyer decides alone, and above which only the
// top of a large firm does. Own estimate.
const (
	smallTicket = 25_000
	largeTicket = 100_000
)

// buildBySize compiles the rule that the size of the firm and the ticket
// decide who decides.
func buildBySize(p *Plan, c Criterion) (check, []contact.Problem) {
	ticket, known := 0.0, false
	if c.Ticket != nil {
		factor, ok := p.rates.to("EUR")[c.Ticket.Currency]
		if c.Ticket.Currency == "" {
			factor, ok = 1, true
		}
		ticket, known = c.Ticket.Value*factor, ok
	}
	return check{
		wanted: p.say("decider"),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			size, sized := parseSpan(s.Rec.Values[contact.Employees])
			return decides(authorityClass(s), s.Rec.Values[contact.Department], size, sized, ticket, known)
		},
		have: func(_ *Judge, s *Subject) string {
			class := authorityClass(s)
			if class == "" {
				class = p.say("no_class")
			}
			size := s.Rec.Values[contact.Employees]
			if size == "" {
				size = p.say("no_size")
			} else {
				size = p.say("people", "{n}", size)
			}
			return p.say("class", "{v}", class) + titleOf(s) + ", " + size
		},
	}, nil
}

// decides answers whether a person of an authority class decides in a firm of
// a size (a band answers for both its ends) about a ticket in euro. Whether a
// director is one of the right department is the department criterion's to say.
func decides(class, department string, size span, sized bool, ticket float64, ticketed bool) contact.Answer {
	if class == "X" {
		return contact.No
	}
	if !sized {
		switch class {
		case "A":
			return contact.Yes
		case "D":
			return contact.No
		}
		return contact.Unknown
	}
	low := decidesAt(class, department, size.lo, ticket, ticketed)
	if high := decidesAt(class, department, size.hi, ticket, ticketed); high != low {
		return contact.Unknown
	}
	return low
}

// decidesAt is decides for one size.
func decidesAt(class, department string, size, ticket float64, ticketed bool) contact.Answer {
	buyer := class == "C" && department == "purchasing"
	switch {
	case class == "":
		return contact.Unknown
	case class == "A", class == "B":
		return contact.Yes
	case size < 10:
		return contact.No
	case size < 250:
		return yesIf(buyer && ticketed && ticket < smallTicket)
	}
	return yesIf(buyer && !(ticketed && ticket >= largeTicket))
}

func yesIf(ok bool) contact.Answer {
	if ok {
		return contact.Yes
	}
	return contact.No
}

// tooHigh tells that somebody at the top of a large firm would hardly deal
// with so small a ticket: kept, but harder to reach.
func (p *Plan) tooHigh(s *Subject) bool {
	if !p.bySize || authorityClass(s) != "A" {
		return false
	}
	size, ok := parseSpan(s.Rec.Values[contact.Employees])
	return ok && size.lo >= 250 && p.ticketKnown && p.ticketEUR < largeTicket
}
