package qualify

import (
	"fmt"

	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/similar"
)

// buildRegion compiles in and not_in on the region. Names are understood in
// the spelling of any country whose regions are known, compared by key.
func buildRegion(p *Plan, c Criterion) (check, []contact.Problem) {
	if problems := emptyProblem(c, c.In, c.NotIn); problems != nil {
		return check{}, problems
	}
	problems := append(p.regionProblems(c, "in", c.In), p.regionProblems(c, "not_in", c.NotIn)...)
	if problems != nil {
		return check{}, problems
	}
	in, notIn := p.regionKeys(c.In), p.regionKeys(c.NotIn)
	value := func(j *Judge, s *Subject) string {
		return j.key(s.Rec.Values[contact.Region])
	}
	return check{
		wanted: p.wantedWords(c.In, c.NotIn),
		answer: func(j *Judge, s *Subject) contact.Answer { return member(value(j, s), in, notIn) },
		have:   p.fieldEvidence(contact.Region),
		looser: func(_ *Judge, s *Subject) (Step, bool) { return Step{Add: s.Rec.Values[contact.Region]}, true },
	}, nil
}

// regionKeys adds to each name the official spelling of it in every country
// that the profile may mean.
func (p *Plan) regionKeys(names []string) []string {
	countries := p.regionCountries()
	all := keys(names)
	for _, name := range names {
		for _, country := range countries {
			if official, ok := market.Region(country, name); ok {
				all = append(all, market.Key(official))
			}
		}
	}
	return all
}

// regionCountries are the countries whose regions the profile may mean.
func (p *Plan) regionCountries() []string {
	countries := []string{"PL", "RO", "NO", "FR", "DE", "GB", "US", "CA", "AU", "AT", "CH"}
	if p.config.Country != "" {
		countries = []string{p.config.Country}
	}
	for _, c := range p.config.Criteria {
		if c.Name == "country" && len(c.In) > 0 {
			countries, _ = countryCodes(c, c.In, "in")
		}
	}
	return countries
}

// regionProblems finds names that no country has, but for one letter. A name
// that is like none is believed: a list may have regions of its own.
func (p *Plan) regionProblems(c Criterion, key string, names []string) []contact.Problem {
	var problems []contact.Problem
	for i, name := range names {
		if near := p.nearRegion(name); near != "" {
			problems = append(problems, contact.Problem{Path: fmt.Sprintf("%s.%s[%d]", c.path(), key, i),
				Message: quoted(name) + " is no region we know; did you mean " + near + "?"})
		}
	}
	return problems
}

func (p *Plan) nearRegion(name string) (near string) {
	key := market.Key(name)
	if len(key) < 5 {
		return ""
	}
	for _, country := range p.regionCountries() {
		if _, known := market.Region(country, name); known {
			return ""
		}
		for _, official := range market.Regions(country) {
			if near == "" && similar.Transposed(key, market.Key(official)) == 1 {
				near = official
			}
		}
	}
	return near
}
