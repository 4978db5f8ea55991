package qualify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// maxAsk is how many questions a rep can ask in one call.
const maxAsk = 3

// maxWhy is how many facts one sentence holds.
const maxWhy = 4

func (j *Judge) language() string {
	if j.plan.config.Language == "" {
		return "en"
	}
	return j.plan.config.Language
}

// explainToRep writes the sentence to say and the questions to ask; first is
// a question to put before all others.
func (j *Judge) explainToRep(s *Subject, v *Verdict, first string) {
	v.Why = j.why(s)
	v.Ask = v.Ask[:0]
	if first != "" {
		v.Ask = append(v.Ask, first)
	}
	// What the fate hangs on comes before what the profile lets pass.
	for _, passed := range [2]bool{false, true} {
		for i := range j.plan.checks {
			c := &j.plan.checks[i]
			settled := first != "" && c.criterion.Test == Authority
			if j.answers[i] != contact.Unknown || settled || (c.criterion.Unknown == PassUnknown) != passed {
				continue
			}
			if q := j.question(c); q != "" && len(v.Ask) < maxAsk && !slices.Contains(v.Ask, q) {
				v.Ask = append(v.Ask, q)
			}
		}
	}
}

// question is what to ask where a criterion is unknown.
func (j *Judge) question(c *check) string {
	q := market.Text(j.language(), c.ask)
	if c.ask != "ask.custom" {
		return q
	}
	about := c.criterion.Why
	if about == "" || strings.Contains(about, "{") {
		about = strings.ReplaceAll(c.criterion.Name, "-", " ")
	}
	return strings.ReplaceAll(q, "{name}", about)
}

// why is one sentence: what the score rules and custom criteria say, then
// plain facts.
func (j *Judge) why(s *Subject) string {
	var parts []string
	add := func(text string) {
		if text != "" && len(parts) < maxWhy && !slices.ContainsFunc(parts, func(p string) bool { return strings.EqualFold(p, text) }) {
			parts = append(parts, text)
		}
	}
	r := s.Rec
	add(industryWords(r.Values[contact.Industry]))
	rules := false
	for i := range j.plan.score {
		rule := &j.plan.score[i]
		if rule.rule.Points > 0 && rule.rule.Why != "" && j.eval.answer(&rule.expr.root, s) == contact.Yes {
			add(j.fillIn(rule.rule.Why, r))
			rules = true
		}
	}
	for i := range j.plan.checks {
		if c := &j.plan.checks[i]; c.criterion.Custom && c.criterion.Why != "" && j.answers[i] == contact.Yes {
			add(j.fillIn(c.criterion.Why, r))
			rules = true
		}
	}
	staff := r.Values[contact.Employees]
	if staff != "" && !(rules && slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(p, staff) })) {
		add(strings.ReplaceAll(market.Text(j.language(), "why.staff"), "{n}", staff))
	}
	add(spokenTitle(r.Values[contact.Title], j.country(s)))
	add(j.channelFact(r))
	return upperFirst(strings.Join(parts, ", "))
}

// channelFact says how the contact is reached.
func (j *Judge) channelFact(r *contact.Record) string {
	key := ""
	switch {
	case r.Values[contact.Mobile] != "" || r.Values[contact.PhoneKind] == "mobile":
		key = "why.mobile"
	case r.Values[contact.Phone] != "":
		key = "why.direct"
	case hasPhone(r):
		key = "why.switchboard"
	case hasEmail(r):
		key = "why.email"
	default:
		return ""
	}
	return market.Text(j.language(), key)
}

// fillIn puts field values into braces: "{employees} staff". Departments and
// ranks are said in the profile's language. A phrase whose field is missing is
// left out.
func (j *Judge) fillIn(phrase string, r *contact.Record) string {
	if !strings.Contains(phrase, "{") {
		return phrase
	}
	var b strings.Builder
	for rest := phrase; ; {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			b.WriteString(rest)
			return b.String()
		}
		end := strings.IndexByte(rest[open:], '}')
		if end < 0 {
			b.WriteString(rest)
			return b.String()
		}
		field, ok := expressionField(rest[open+1 : open+end])
		value := ""
		if ok {
			value = fieldValue(r, field)
		}
		if said := market.Text(j.language(), field.String()+"."+value); said != "" {
			value = said
		}
		if value == "" {
			return ""
		}
		b.WriteString(rest[:open] + value)
		rest = rest[open+end+1:]
	}
}

// placeholderProblems finds braces around what is no field.
func placeholderProblems(path, phrase string) []contact.Problem {
	var problems []contact.Problem
	for rest := phrase; ; {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			return problems
		}
		end := strings.IndexByte(rest[open:], '}')
		if end < 0 {
			return append(problems, contact.Problem{Path: path, Message: "a { without its }"})
		}
		name := rest[open+1 : open+end]
		if _, ok := expressionField(name); !ok {
			var known []string
			for _, f := range contact.Fields() {
				known = append(known, f.String())
			}
			problems = append(problems, contact.Problem{Path: path, Message: "{" + name + "} is no field" + suggest(name, known)})
		}
		rest = rest[open+end+1:]
	}
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// industryWords are the words of an industry without the code beside them:
// "16.23 Stolarka budowlana", "Perfumes (20420)". A bare code says nothing.
func industryWords(text string) string {
	if open := strings.LastIndexByte(text, '('); open > 0 && strings.ContainsAny(text[open:], "0123456789") {
		text = text[:open]
	}
	for strings.ContainsAny(text, "0123456789") {
		word, rest, _ := strings.Cut(text, " ")
		if !strings.ContainsAny(word, "0123456789") {
			break // a number among the words belongs to them
		}
		text = strings.TrimLeft(rest, " -–:")
	}
	return strings.TrimSpace(text)
}

// spokenTitle is a job title as it stands in the middle of a sentence: small
// letters where every word is one of job titles, as written where a name may
// be among them, and in German, which writes nouns so.
func spokenTitle(title, country string) string {
	switch country {
	case "DE", "AT", "CH":
		return title
	}
	words := strings.Fields(title)
	for i, word := range words {
		first, n := utf8.DecodeRuneInString(word)
		if second, _ := utf8.DecodeRuneInString(word[n:]); !unicode.IsUpper(first) || unicode.IsUpper(second) || len(word) == n {
			continue // small already, or an abbreviation
		}
		if market.TitlePhrase([]byte(market.Key(word))) == nil {
			return title
		}
		words[i] = string(unicode.ToLower(first)) + word[n:]
	}
	return strings.Join(words, " ")
}
