package columns

import (
	"slices"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// scope says whose value a label names.
type scope uint8

const (
	anyScope scope = iota
	personScope
	companyScope
	secondScope // "other", "billing", "private": a further one
)

// sense is one meaning of a label.
type sense struct {
	target target
	weight float64 // how sure the label is, 0 to 1
	lang   string
	scope  scope
	loose  bool // some words of the label were not understood: values must agree
	exact  bool
}

// longestLabel is the number of words beyond which a label is a sentence, and
// understood as a whole or not at all.
const longestLabel = 12

// senses lists what a label may mean, the words around the known part taken
// off as far as the lexicon knows them: of all known parts of the label the one
// that leaves the fewest words unknown, then the longest, then the last.
func senses(w wording) []sense {
	if w.blank {
		return nil
	}
	if terms := market.HeaderTerms(w.compact); terms != nil {
		return termSenses(terms, sense{weight: 1, scope: w.scope(), exact: true})
	}
	if w.bare != "" {
		if found := senses(wordsOf(w.bare)); len(found) > 0 && !found[0].loose {
			return found
		}
	}
	if order := w.bothNames(); order != "" {
		return []sense{{target: target{field: contact.FullName}, weight: 1}}
	}
	n := len(w.tokens)
	if n > longestLabel {
		return nil
	}
	var best []sense
	fewest := 4
	for size := n; size > 0; size-- {
		for i := n - size; i >= 0; i-- {
			terms := market.HeaderTerms(strings.Join(w.tokens[i:i+size], ""))
			if terms == nil || size == 1 && n > 1 && len(w.tokens[i]) < 2 {
				continue
			}
			if found, unknown := w.around(terms, i, i+size); found != nil && unknown < fewest {
				best, fewest = found, unknown
			}
		}
	}
	if best == nil && w.short {
		terms := market.HeaderAbbreviations(w.stem())
		best = termSenses(terms, sense{weight: 0.85 - 0.1*float64(min(len(terms), 3)-1), loose: true})
	}
	return best
}

// bothNames tells whether a label names the given name and the surname
// ("Etternavn, Fornavn", "First / Last Name"), and in which order.
func (w wording) bothNames() (order string) {
	first, last := -1, -1
	for i, token := range w.tokens {
		for _, size := range []int{2, 1} {
			if i+size > len(w.tokens) {
				continue
			}
			if size == 2 {
				token = w.tokens[i] + w.tokens[i+1]
			} else {
				token = w.tokens[i]
			}
			for _, term := range market.HeaderTerms(token) {
				if term.Target == "first_name" && first < 0 {
					first = i
				}
				if term.Target == "last_name" && last < 0 && term.Weight > 0.6 {
					last = i
				}
			}
		}
	}
	switch {
	case first < 0 || last < 0 || first == last:
		return ""
	case first < last:
		return "first-last"
	}
	return "last-first"
}

// stem is the label without its units, for an abbreviation in front of them.
func (w wording) stem() string {
	out := ""
	for i, token := range w.tokens {
		if w.units[i] || i > 0 && market.HeaderAffix(token) == "neutral" {
			continue
		}
		if _, unit := market.HeaderUnitWord(token); i > 0 && (unit || len(token) == 1) {
			continue
		}
		out += token
	}
	return out
}

// scope looks for a word that says whose a fully known label is.
func (w wording) scope() scope {
	if len(w.tokens) < 2 {
		return anyScope
	}
	for i := range w.tokens {
		switch kind, _ := w.affix(i, len(w.tokens)); kind {
		case "person":
			return personScope
		case "company":
			return companyScope
		}
	}
	return anyScope
}

// around judges the words of a label outside tokens[from:to] and counts those
// it does not know.
func (w wording) around(terms []market.HeaderTerm, from, to int) (found []sense, unknown int) {
	s := sense{weight: 1}
	foreign, dates := false, nameDates(terms)
	for i := 0; i < len(w.tokens); {
		if i == from {
			i = to
			continue
		}
		limit := len(w.tokens)
		if i < from {
			limit = from
		}
		kind, used := w.affix(i, limit)
		switch kind {
		case "person":
			s.scope = personScope
		case "company":
			s.scope = companyScope
		case "second":
			s.scope = secondScope
			s.weight *= 0.9
		case "foreign":
			foreign = foreign || !(dates && isTimeWord(w.tokens[i]))
		case "":
			unknown++
		}
		s.weight *= 0.97
		i += used
	}
	if foreign {
		return []sense{{target: target{kind: toExtra}, weight: 0.8}}, unknown
	}
	if unknown > 0 {
		if from != 0 && to != len(w.tokens) || market.HeaderAffix(strings.Join(w.tokens[from:to], "")) == "foreign" {
			return nil, unknown
		}
		s.loose = true
		s.weight *= 0.55 + 0.3*float64(to-from)/float64(len(w.tokens))
	}
	found = termSenses(terms, s)
	for i := range found {
		if found[i].target.field == contact.Consent && slices.ContainsFunc(w.tokens, isDenial) {
			found[i].target.field = w.restriction()
		}
	}
	return found, unknown
}

// isDenial knows words that turn a consent into its opposite: "no GDPR
// consent", "newsletter désabonné".
func isDenial(token string) bool {
	switch token {
	case "not", "no", "never", "without", "delete", "deleted", "deletion", "withdrawn", "withdrawal", "revoked", "refused", "objection",
		"nie", "brak", "bez", "odmowa", "wycofana", "wycofanie", "cofnieta", "fara", "retras", "refuz", "refuzat", "ikke", "uten", "trukket",
		"sans", "pas", "refus", "refuse", "desabonne", "desinscrit", "retrait", "retire", "kein", "keine", "nicht", "ohne", "widerruf",
		"widerrufen", "abgemeldet", "abgelehnt":
		return true
	}
	return false
}

// restriction is the field of a label that denies: that of the channel it
// names.
func (w wording) restriction() contact.Field {
	switch w.channel() {
	case contact.EmailChannel:
		return contact.DoNotEmail
	case contact.CallChannel:
		return contact.DoNotCall
	}
	return contact.OptOut
}

// affix reads the word, or the two or three, at i.
func (w wording) affix(i, limit int) (kind string, used int) {
	if w.units[i] || digits(w.tokens[i]) {
		return "neutral", 1
	}
	for used = min(3, limit-i); used > 0; used-- {
		if kind = market.HeaderAffix(strings.Join(w.tokens[i:i+used], "")); kind != "" {
			return kind, used
		}
	}
	return "", 1
}

func isTimeWord(token string) bool {
	return token == "date" || token == "time" || token == "data" || token == "datum" || token == "dato"
}

// nameDates tells whether a term names a date, so that "date" beside it adds
// nothing.
func nameDates(terms []market.HeaderTerm) bool {
	for _, term := range terms {
		if t, ok := parseTarget(term.Target); ok && isDateField(t.field) {
			return true
		}
	}
	return false
}

// termSenses applies what the words around say to every meaning of a term.
func termSenses(terms []market.HeaderTerm, around sense) []sense {
	var out []sense
	for _, term := range terms {
		t, ok := parseTarget(term.Target)
		if !ok || around.loose && !provable(t) {
			continue
		}
		s := around
		s.target, s.weight, s.lang = t, term.Weight*around.weight, term.Lang
		if s.exact {
			out = append(out, s) // the lexicon knows the whole label: nothing to turn
		} else {
			out = append(out, s.inScope()...)
		}
	}
	return out
}

// provable tells whether values can confirm a target: only then may a label be
// understood in part.
func provable(t target) bool {
	if t.kind != toField || t.part != "" {
		return false
	}
	switch t.field {
	case contact.Notes, contact.Interest, contact.Interests, contact.Stage, contact.Source, contact.Owner, contact.ExternalID,
		contact.Household, contact.Vendor, contact.Nickname, contact.NameSuffix, contact.Street2, contact.Credit,
		contact.ConsentScope, contact.Seniority, contact.CompanyStatus, contact.ParentCompany, contact.TradingName, contact.Department:
		return false
	}
	return true
}

// inScope turns a company's phone into its switchboard, a company's name into
// the company, and so on.
func (s sense) inScope() []sense {
	if s.target.kind != toField || s.target.part != "" {
		return []sense{s}
	}
	other := func(f contact.Field, factor float64) sense {
		o := s
		o.target.field, o.weight = f, s.weight*factor
		return o
	}
	switch f := s.target.field; s.scope {
	case companyScope:
		switch f {
		case contact.FullName:
			o := other(contact.Company, 0.97)
			o.weight = max(o.weight, 0.85)
			return []sense{o}
		case contact.Phone:
			return []sense{other(contact.Switchboard, 0.97), other(contact.Phone, 0.7)}
		case contact.Email:
			return []sense{other(contact.Email, 0.85), other(contact.Email2, 0.9)}
		case contact.Street, contact.Street2, contact.City, contact.PostalCode, contact.Region, contact.Country, contact.Address:
			return []sense{other(f, 0.9)} // the person's own comes first
		case contact.LinkedIn, contact.ExternalID, contact.FirstName, contact.LastName:
			return []sense{other(f, 0.5), {target: target{kind: toExtra}, weight: 0.7}}
		}
	case personScope:
		switch f {
		case contact.Company:
			return []sense{other(contact.FullName, 0.6), other(f, 0.8)}
		case contact.Website, contact.Industry, contact.Revenue, contact.Employees, contact.CompanyStatus, contact.LegalForm, contact.EmailStatus,
			contact.RegistrationID:
			return []sense{other(f, 0.5)}
		}
	case secondScope:
		switch f {
		case contact.Phone:
			return []sense{other(contact.Phone2, 1), other(contact.Phone, 0.8)}
		case contact.Email:
			return []sense{other(contact.Email2, 1), other(contact.Email, 0.8)}
		case contact.Street, contact.Street2, contact.City, contact.PostalCode, contact.Region, contact.Country, contact.Address:
			return []sense{other(f, 0.8)}
		default:
			return []sense{other(f, 0.6)}
		}
	}
	return []sense{s}
}
