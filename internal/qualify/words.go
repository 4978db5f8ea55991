package qualify

import (
	"bytes"
	"slices"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// buildCountry compiles in and not_in on the country, written as codes or
// names in any language.
func buildCountry(p *Plan, c Criterion) (check, []contact.Problem) {
	in, bad := countryCodes(c, c.In, "in")
	notIn, bad2 := countryCodes(c, c.NotIn, "not_in")
	if problems := slices.Concat(emptyProblem(c, c.In, c.NotIn), bad, bad2); problems != nil {
		return check{}, problems
	}
	return check{
		wanted: p.wantedWords(in, notIn),
		answer: func(j *Judge, s *Subject) contact.Answer { return member(j.country(s), in, notIn) },
		have: func(j *Judge, s *Subject) string {
			if v := j.country(s); v != "" {
				return p.fieldName(contact.Country) + " " + v
			}
			return p.missing(contact.Country)
		},
		looser: func(j *Judge, s *Subject) (Step, bool) { return Step{Add: j.country(s)}, true },
	}, nil
}

func countryCodes(c Criterion, names []string, key string) (codes []string, problems []contact.Problem) {
	for i, name := range names {
		code, ok := market.Country(name)
		if !ok {
			problems = append(problems, contact.Problem{Path: item(c, key, i),
				Message: NoCountry(name)})
			continue
		}
		codes = append(codes, code)
	}
	return codes, problems
}

// NoCountry says that a text names no country, and which it may mean.
func NoCountry(text string) string {
	if code, ok := market.MisspeltCountry(text); ok {
		return quoted(text) + " is no country; did you mean " + market.CountryName(code, "en") + "?"
	}
	return quoted(text) + " is no country; use a code or name such as PL or Poland"
}

// item is the path of one entry of a list of a criterion.
func item(c Criterion, key string, i int) string {
	return c.path() + "." + key + "[" + number(float64(i)) + "]"
}

// buildCity compiles in and not_in on the town, in any language's name.
func buildCity(p *Plan, c Criterion) (check, []contact.Problem) {
	if problems := emptyProblem(c, c.In, c.NotIn); problems != nil {
		return check{}, problems
	}
	in, notIn := cityKeys(c.In), cityKeys(c.NotIn)
	return check{
		wanted: p.wantedWords(c.In, c.NotIn),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			key := s.Rec.Values[contact.CityKey]
			if key == "" && s.Rec.Values[contact.City] != "" {
				key = market.CityKey(s.Rec.Values[contact.City])
			}
			return member(key, in, notIn)
		},
		have:   p.fieldEvidence(contact.City),
		looser: func(_ *Judge, s *Subject) (Step, bool) { return Step{Add: s.Rec.Values[contact.City]}, true },
	}, nil
}

func cityKeys(names []string) []string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = market.CityKey(n)
	}
	return all
}

// buildPostal compiles demands on the beginning of the postal code, blanks
// and hyphens left out on both sides.
func buildPostal(p *Plan, c Criterion) (check, []contact.Problem) {
	if problems := emptyProblem(c, c.Prefix, c.In, c.NotIn); problems != nil {
		return check{}, problems
	}
	prefixes := append(plainCodes(c.Prefix), plainCodes(c.In)...)
	not := plainCodes(c.NotIn)
	return check{
		wanted: p.wantedWords(slices.Concat(c.Prefix, c.In), c.NotIn),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			code := s.Rec.Values[contact.PostalKey]
			if code == "" {
				code = plainCode(s.Rec.Values[contact.PostalCode])
			}
			switch {
			case code == "":
				return contact.Unknown
			case hasPrefixOf(code, not) || len(prefixes) > 0 && !hasPrefixOf(code, prefixes):
				return contact.No
			}
			return contact.Yes
		},
		have: p.fieldEvidence(contact.PostalCode),
	}, nil
}

// plainCode is a postal code in capitals without blanks and hyphens.
func plainCode(code string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(code))
}

func plainCodes(codes []string) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = plainCode(strings.TrimSuffix(c, "*"))
	}
	return all
}

func hasPrefixOf(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) {
			return true
		}
	}
	return false
}

// buildLegalForm compiles in and not_in on the code of the legal form. The
// word sole_trader stands for every form that is one natural person.
func buildLegalForm(p *Plan, c Criterion) (check, []contact.Problem) {
	in, bad := legalCodes(c, "in", c.In)
	notIn, bad2 := legalCodes(c, "not_in", c.NotIn)
	if problems := slices.Concat(emptyProblem(c, c.In, c.NotIn), bad, bad2); problems != nil {
		return check{}, problems
	}
	form := p.fieldEvidence(contact.LegalForm)
	onlySole := len(in) == 0 && len(notIn) == 1 && notIn[0] == soleTrader
	return check{
		wanted: p.wantedWords(in, notIn),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			form, sole := s.Rec.Values[contact.LegalForm], s.Rec.Values[contact.SoleTrader] == "yes"
			if form == "" && !sole {
				if onlySole && tooLargeForOne(s) {
					return contact.Yes
				}
				return contact.Unknown
			}
			is := func(list []string) bool {
				return form != "" && slices.Contains(list, form) || sole && slices.Contains(list, soleTrader)
			}
			if is(notIn) || len(in) > 0 && !is(in) {
				return contact.No
			}
			return contact.Yes
		},
		have: func(_ *Judge, s *Subject) string {
			if s.Rec.Values[contact.SoleTrader] == "yes" {
				return p.say("sole_trader", "{v}", s.Rec.Values[contact.LegalForm])
			}
			text := form(nil, s)
			if onlySole && s.Rec.Values[contact.LegalForm] == "" && tooLargeForOne(s) {
				text += p.say("too_large")
			}
			return text
		},
		looser: func(_ *Judge, s *Subject) (Step, bool) { return Step{Add: s.Rec.Values[contact.LegalForm]}, true },
	}, nil
}

// tooLargeForOne tells that a firm of unknown form has more people than sole
// traders do. Own estimate.
func tooLargeForOne(s *Subject) bool {
	size, ok := parseSpan(s.Rec.Values[contact.Employees])
	return ok && size.lo >= 20
}

// legalCodes writes legal forms as codes: "Sp. z o.o." is sp_zoo.
func legalCodes(c Criterion, key string, names []string) (codes []string, problems []contact.Problem) {
	for i, n := range names {
		code, ok := market.LegalFormCode(n)
		if n == soleTrader {
			code, ok = n, true
		}
		if !ok {
			problems = append(problems, contact.Problem{Path: item(c, key, i),
				Message: quoted(n) + " is no legal form" + suggest(n, append(market.LegalFormCodes(), soleTrader))})
		}
		codes = append(codes, code)
	}
	return codes, problems
}

// soleTrader is the word for every form that is one natural person.
const soleTrader = "sole_trader"

// buildInterests and buildHousehold compile words that must and must not be
// in a text.
func buildInterests(p *Plan, c Criterion) (check, []contact.Problem) {
	return p.buildFieldWords(c, contact.Interests)
}

func buildHousehold(p *Plan, c Criterion) (check, []contact.Problem) {
	return p.buildFieldWords(c, contact.Household)
}

func (p *Plan) buildFieldWords(c Criterion, field contact.Field) (check, []contact.Problem) {
	if problems := emptyProblem(c, c.Any, c.None); problems != nil {
		return check{}, problems
	}
	any, none := keys(c.Any), keys(c.None)
	return check{
		wanted: p.wantedWords(c.Any, c.None),
		answer: func(j *Judge, s *Subject) contact.Answer {
			text := s.Rec.Values[field]
			if text == "" {
				return contact.Unknown
			}
			key := j.folded(text)
			if _, found := findWord(key, none); found {
				return contact.No
			}
			if _, found := findWord(key, any); !found && len(any) > 0 {
				return contact.No
			}
			return contact.Yes
		},
		have: p.fieldEvidence(field),
	}, nil
}

// buildKeywords compiles words looked for in all that describes a contact:
// industry, company, interests, notes and the columns without a field.
func buildKeywords(p *Plan, c Criterion) (check, []contact.Problem) {
	if problems := emptyProblem(c, c.Any, c.None); problems != nil {
		return check{}, problems
	}
	any, none := keys(c.Any), keys(c.None)
	// search gives the first words found, and whether there was any text that
	// describes rather than names.
	search := func(j *Judge, s *Subject) (wanted, unwanted int, described bool) {
		wanted, unwanted = -1, -1
		look := func(text string) {
			if text == "" {
				return
			}
			key := j.folded(text)
			if i, found := findWord(key, any); found && wanted < 0 {
				wanted = i
			}
			if i, found := findWord(key, none); found && unwanted < 0 {
				unwanted = i
			}
		}
		for _, f := range [3]contact.Field{contact.Industry, contact.Interests, contact.Notes} {
			described = described || s.Rec.Values[f] != ""
			look(s.Rec.Values[f])
		}
		look(s.Rec.Values[contact.Company])
		for _, extra := range s.Rec.Extras {
			look(extra.Value)
		}
		return wanted, unwanted, described
	}
	return check{
		wanted: p.wantedWords(c.Any, c.None),
		answer: func(j *Judge, s *Subject) contact.Answer {
			wanted, unwanted, described := search(j, s)
			switch {
			case unwanted >= 0:
				return contact.No
			case wanted >= 0 || len(any) == 0:
				return contact.Yes
			case described:
				return contact.No
			}
			return contact.Unknown
		},
		have: func(j *Judge, s *Subject) string {
			wanted, unwanted, described := search(j, s)
			switch {
			case unwanted >= 0:
				return p.say("says", "{v}", c.None[unwanted])
			case wanted >= 0:
				return p.say("says", "{v}", c.Any[wanted])
			case described:
				return p.say("no_word")
			}
			return p.say("no_text")
		},
	}, nil
}

// findWord finds the first of the words (keys) that stands in a key at the
// beginning of a word: "packing" finds "packing lines", "pack" finds both. A
// word of up to three letters must stand alone.
func findWord(key []byte, words []string) (index int, found bool) {
	index = len(words)
	for from := 0; index > 0; {
		for i, w := range words[:index] {
			if beginsWith(key[from:], w) {
				index = i
				break
			}
		}
		blank := bytes.IndexByte(key[from:], ' ')
		if blank < 0 {
			break
		}
		from += blank + 1
	}
	return index, index < len(words)
}

func beginsWith(key []byte, word string) bool {
	n := len(word)
	return n > 0 && n <= len(key) && key[0] == word[0] && string(key[:n]) == word &&
		(n > 3 || n == len(key) || key[n] == ' ')
}
