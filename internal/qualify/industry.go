package qualify

import (
	"slices"
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// industryWish is one entry of an industry criterion: a code prefix of a
// system, or words.
type industryWish struct {
	system market.IndustrySystem
	codes  []string // digits of the prefixes; nil for sections and words
	nace   []string // NACE prefixes it covers, in revision 2 numbers unless revised
	revise bool     // nace holds revision 2.1 numbers
	word   string   // match key, "" for codes
}

// ambiguousSection tells a bare letter of NACE that means another section
// since 2025.
func ambiguousSection(text string) bool {
	system, code, ok := strings.Cut(text, ":")
	if !ok {
		return false
	}
	s, known := market.ParseIndustrySystem(system)
	letter := strings.ToUpper(strings.TrimSpace(code))
	return known && s.Family == "NACE" && s.Revision == "" && len(letter) == 1 && letter >= "K" && letter <= "V"
}

// buildIndustry compiles in and not_in on industry codes and words.
func buildIndustry(p *Plan, c Criterion) (check, []contact.Problem) {
	in, bad := industryWishes(c, "in", c.In)
	notIn, bad2 := industryWishes(c, "not_in", c.NotIn)
	if problems := slices.Concat(emptyProblem(c, c.In, c.NotIn), bad, bad2); problems != nil {
		return check{}, problems
	}
	name := p.fieldName(contact.Industry)
	number := p.industries
	p.industries++
	return check{
		wanted: p.wantedWords(c.In, c.NotIn),
		answer: func(j *Judge, s *Subject) contact.Answer {
			have := j.industry(s)
			if have == nil {
				return contact.Unknown
			}
			if have.answers[number] == contact.NotAsked {
				have.answers[number] = among(in, notIn, have)
			}
			return have.answers[number]
		},
		have: func(_ *Judge, s *Subject) string {
			code, text := s.Rec.Values[contact.IndustryCode], s.Rec.Values[contact.Industry]
			switch {
			case code != "" && text != "":
				return name + " " + systemAnd(s, code) + " (" + text + ")"
			case code != "":
				return name + " " + systemAnd(s, code)
			case text != "":
				return name + " " + text
			}
			return p.missing(contact.Industry)
		},
		looser: func(_ *Judge, s *Subject) (Step, bool) {
			if code := digitsOf(s.Rec.Values[contact.IndustryCode]); len(code) >= 2 {
				sys, _ := market.ParseIndustrySystem(s.Rec.Values[contact.CodeSystem])
				return Step{Add: strings.TrimPrefix(sys.Name+":"+code[:2], ":")}, true
			}
			return Step{Add: s.Rec.Values[contact.Industry]}, s.Rec.Values[contact.Industry] != ""
		},
	}, nil
}

func systemAnd(s *Subject, code string) string {
	if system := s.Rec.Values[contact.CodeSystem]; system != "" {
		return system + " " + code
	}
	return code
}

// industryWishes reads the entries of a criterion.
func industryWishes(c Criterion, key string, entries []string) (wishes []industryWish, problems []contact.Problem) {
	for i, text := range entries {
		w, problem := industryWishOf(text)
		if problem != "" {
			problems = append(problems, contact.Problem{Path: item(c, key, i), Message: problem})
			continue
		}
		wishes = append(wishes, w)
	}
	return wishes, problems
}

func industryWishOf(text string) (industryWish, string) {
	name, code, coded := strings.Cut(text, ":")
	if !coded {
		if digits := digitsOf(text); digits != "" && len(digits) >= len(text)-2 {
			return industryWish{system: market.IndustrySystem{Family: "NACE"}, codes: []string{digits}, nace: []string{digits}}, ""
		}
		w := industryWish{word: market.Key(text), nace: market.NACEOfWords(market.Key(text))}
		if w.word == "" {
			return w, quoted(text) + " is neither a code nor a word"
		}
		return w, ""
	}
	system, ok := market.ParseIndustrySystem(strings.TrimSpace(name))
	if !ok {
		return industryWish{}, quoted(name) + " is no system of industry codes" + suggest(name, market.IndustrySystems())
	}
	code = strings.ToUpper(strings.TrimSuffix(strings.TrimSpace(code), "*"))
	w := industryWish{system: system, revise: system.Revision == "2.1"}
	if system.Family == "NACE" && len(code) == 1 && code[0] >= 'A' {
		revision := system.Revision
		if revision == "" {
			revision = "2"
		}
		if w.nace = market.SectionDivisions(revision, code); w.nace == nil {
			return w, quoted(text) + " is no section; sections are A to " + map[bool]string{true: "V", false: "U"}[w.revise]
		}
		return w, ""
	}
	if len(code) > 1 && code[0] >= 'A' && code[0] <= 'V' { // NACE:C28
		code = code[1:]
	}
	w.codes = codeRange(code)
	if w.codes == nil {
		return w, quoted(text) + " is no code; write a prefix such as PKD:28, a range such as NACE:10-33, or a section such as NACE:C"
	}
	for _, digits := range w.codes {
		nace := []string{digits[:min(4, len(digits))]}
		if system.Family != "NACE" {
			if nace = market.NACEOfUS(system.Family, digits); nace == nil {
				return w, quoted(text) + " is no " + system.Name + " code"
			}
		}
		w.nace = append(w.nace, nace...)
	}
	return w, ""
}

// codeRange reads "28.2" as one prefix, "31-33" as all from one to the other;
// nil where there are no digits or the range runs backwards.
func codeRange(code string) []string {
	first, last, ranged := strings.Cut(code, "-")
	first, last = digitsOf(first), digitsOf(last)
	if !ranged {
		last = first
	}
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil || len(first) != len(last) || to < from || to-from > 999 {
		return nil
	}
	var codes []string
	for n := from; n <= to; n++ {
		digits := strconv.Itoa(n)
		codes = append(codes, strings.Repeat("0", len(first)-len(digits))+digits)
	}
	return codes
}

// digitsOf keeps the digits of a code.
func digitsOf(code string) string {
	b := make([]byte, 0, len(code))
	for i := 0; i < len(code); i++ {
		if code[i] >= '0' && code[i] <= '9' {
			b = append(b, code[i])
		}
	}
	return string(b)
}

// industryOf is what a contact's industry code and words stand for.
type industryOf struct {
	system market.IndustrySystem
	code   string
	nace2  []string // as numbers of NACE Rev. 2 (or of unknown revision)
	nace21 []string // the same as numbers of Rev. 2.1
	key    string   // match key of the words

	answers []contact.Answer // by industry criterion of the plan; NotAsked until asked
}

// industry reads the industry of a contact, remembered by its text; nil where
// nothing is known.
func (j *Judge) industry(s *Subject) *industryOf {
	code, system, text := s.Rec.Values[contact.IndustryCode], s.Rec.Values[contact.CodeSystem], s.Rec.Values[contact.Industry]
	if code == "" && text == "" {
		return nil
	}
	id := [3]string{code, system, text}
	if have, ok := j.industries[id]; ok {
		return have
	}
	if len(j.industries) >= maxKeys {
		clear(j.industries)
	}
	have := newIndustry(code, system, text)
	have.answers = make([]contact.Answer, j.plan.industries)
	j.industries[id] = have
	return have
}

func newIndustry(code, system, text string) *industryOf {
	have := &industryOf{key: market.Key(text)}
	have.system, _ = market.ParseIndustrySystem(system)
	if have.system.Family == "" {
		have.system.Family = "NACE"
	}
	have.code = digitsOf(code)
	if have.code == "00000" || have.code == "0000" {
		have.code = "" // not yet classified
	}
	switch {
	case have.code == "":
		have.nace2 = market.NACEOfWords(have.key)
	case have.system.Family == "NACE":
		have.nace2 = []string{have.code[:min(4, len(have.code))]}
	default:
		have.nace2 = market.NACEOfUS(have.system.Family, have.code)
	}
	have.nace21 = have.nace2
	if have.system.Revision != "2.1" {
		have.nace21 = nil
		for _, p := range have.nace2 {
			have.nace21 = append(have.nace21, market.NACE21Of(p)...)
		}
	}
	return have
}

// among answers in and not_in.
func among(in, notIn []industryWish, have *industryOf) contact.Answer {
	answer := contact.Yes
	if len(in) > 0 {
		answer = anyWish(in, have)
	}
	switch anyWish(notIn, have) {
	case contact.Yes:
		return contact.No
	case contact.Unknown:
		return both(answer, contact.Unknown)
	}
	return answer
}

// anyWish answers whether one of the wishes is met.
func anyWish(wishes []industryWish, have *industryOf) contact.Answer {
	answer := contact.No
	for i := range wishes {
		switch wishes[i].met(have) {
		case contact.Yes:
			return contact.Yes
		case contact.Unknown:
			answer = contact.Unknown
		}
	}
	return answer
}

// met answers one wish: by words, by a code of the same system, else through
// the divisions of NACE.
func (w *industryWish) met(have *industryOf) contact.Answer {
	if w.word != "" {
		if _, found := findWord([]byte(have.key), []string{w.word}); found {
			return contact.Yes
		}
		if w.nace == nil { // a word without a known code: only the text can tell
			if have.key == "" {
				return contact.Unknown
			}
			return contact.No
		}
		if have.key != "" && have.code == "" && have.nace2 == nil {
			return contact.No
		}
	}
	if w.codes != nil && have.code != "" && w.system.Name == have.system.Name && w.system.Family == have.system.Family &&
		(w.system.Revision == have.system.Revision || w.system.Revision == "" || have.system.Revision == "") {
		return prefixes([]string{have.code}, w.codes)
	}
	revised := w.revise && have.system.Revision != "2.1"
	if !w.revise && have.system.Revision == "2.1" {
		return prefixes(have.nace2, w.revisedNACE())
	}
	if revised {
		return prefixes(have.nace21, w.nace)
	}
	return prefixes(have.nace2, w.nace)
}

// revisedNACE is what a wish in numbers of Rev. 2 covers in Rev. 2.1.
func (w *industryWish) revisedNACE() []string {
	var all []string
	for _, p := range w.nace {
		all = append(all, market.NACE21Of(p)...)
		if len(p) == 2 && !slices.Contains(all, p) && p != "45" {
			all = append(all, p)
		}
	}
	return all
}

// prefixes answers whether all that a contact may be lies below one of the
// wanted prefixes: yes, no, or unknown when only part of it may.
func prefixes(have, wanted []string) contact.Answer {
	if len(have) == 0 {
		return contact.Unknown
	}
	inside, outside := 0, 0
	for _, h := range have {
		switch {
		case slices.ContainsFunc(wanted, func(w string) bool { return strings.HasPrefix(h, w) }):
			inside++
		case slices.ContainsFunc(wanted, func(w string) bool { return strings.HasPrefix(w, h) }):
			inside, outside = inside+1, outside+1
		default:
			outside++
		}
	}
	switch {
	case outside == 0:
		return contact.Yes
	case inside == 0:
		return contact.No
	}
	return contact.Unknown
}
