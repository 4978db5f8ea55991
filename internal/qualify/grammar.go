package qualify

import (
	"goldpan/internal/contact"
)

// Form is the grammar of one key of a criterion.
type Form uint8

// The forms of values in criteria.
const (
	Words      Form = iota // list of words
	Number                 // plain number
	Size                   // number of people, may be written with k
	Money                  // number with unit and currency
	Day                    // date or year
	Place                  // name of a town or "latitude,longitude"
	Kilometres             // distance
)

// GrammarKey is a key that a criterion takes.
type GrammarKey struct {
	Name string
	Form Form
	Enum []string // the only words allowed, nil for any
}

// GrammarRule describes a criterion of the profile: its test, its name, its
// keys besides unknown, and the fields it reads.
type GrammarRule struct {
	Test   Test
	Name   string
	Doc    string
	Keys   []GrammarKey
	Fields []contact.Field
	build  func(p *Plan, c Criterion) (check, []contact.Problem)
}

// Grammar lists the typed criteria of the profile. It is the one table from
// which the profile is read, checked, compiled and described to editors.
func Grammar() []GrammarRule {
	in := func(enum ...string) []GrammarKey {
		return []GrammarKey{{"in", Words, enum}, {"not_in", Words, enum}}
	}
	between := func(form Form) []GrammarKey { return []GrammarKey{{"min", form, nil}, {"max", form, nil}} }
	words := []GrammarKey{{"any", Words, nil}, {"none", Words, nil}}
	f := func(fields ...contact.Field) []contact.Field { return fields }
	return []GrammarRule{
		{Target, "country", "ISO codes or names of countries", in(), f(contact.Country), buildCountry},
		{Target, "industry", "code prefixes (NACE:C, PKD:28, NAICS:31) or words", in(),
			f(contact.IndustryCode, contact.Industry), buildIndustry},
		{Target, "employees", "number of people", between(Size), f(contact.Employees), buildSpan},
		{Target, "region", "names or codes of regions", in(), f(contact.Region), buildRegion},
		{Target, "city", "names of towns", in(), f(contact.City), buildCity},
		{Target, "postal_code", "postal codes by their beginning",
			[]GrammarKey{{"prefix", Words, nil}, {"in", Words, nil}, {"not_in", Words, nil}},
			f(contact.PostalCode), buildPostal},
		{Target, "distance", "kilometres from a place",
			[]GrammarKey{{"from", Place, nil}, {"max_km", Kilometres, nil}},
			f(contact.City, contact.Country), buildDistance},
		{Target, "legal_form", "codes of legal forms; sole_trader is any firm of one natural person", in(),
			f(contact.LegalForm), buildLegalForm},
		{Target, "founded", "when the firm began", []GrammarKey{{"before", Day, nil}, {"after", Day, nil}},
			f(contact.Founded), buildFounded},
		{Target, "keywords", "words in industry, company, interests, notes and further columns",
			[]GrammarKey{{"any", Words, nil}, {"none", Words, nil}}, f(contact.Industry, contact.Notes), buildKeywords},
		{Target, "age", "age of a private person", between(Number), f(contact.BirthDate), buildAge},
		{Target, "interests", "words in the interests", words, f(contact.Interests), buildInterests},
		{Target, "household", "words in the household column", words, f(contact.Household), buildHousehold},
		{Means, "revenue", "yearly turnover", between(Money), f(contact.Revenue), buildMoney},
		{Means, "credit", "0-4 on the common scale, 4 is best", between(Number), f(contact.Credit), buildCredit},
		{Means, "income", "yearly income of a private person or household", between(Money), f(contact.Income), buildMoney},
		{Authority, "seniority", "rank of the person", in(contact.Seniorities()...), f(contact.Seniority, contact.Title), buildSeniority},
		{Authority, "department", "department of the person", in(contact.Departments()...), f(contact.Department, contact.Title), buildDepartment},
		{Authority, "by_size", "who decides depends on the size of the firm and the ticket", nil,
			f(contact.Employees, contact.Title), buildBySize},
	}
}

// rule finds the grammar of a criterion; the one for expressions when it is
// custom.
func ruleFor(c Criterion) (GrammarRule, bool) {
	if c.Custom {
		return GrammarRule{Test: c.Test, Name: c.Name, build: buildCustom}, true
	}
	for _, r := range Grammar() {
		if r.Test == c.Test && r.Name == c.Name {
			return r, true
		}
	}
	return GrammarRule{}, false
}
