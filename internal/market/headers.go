package market

import (
	_ "embed"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/headers.csv
var headersCSV string

// HeaderTerm is one meaning a column label may have.
type HeaderTerm struct {
	Target string  // a field's name, "part:X", "extra", "personal_id" or "fed"
	Lang   string  // the label's language, two letters
	Weight float64 // how sure the label alone is, in (0, 1]
}

// HeaderUnit is what a unit word in a label says: "tkr" is 1000 and NOK.
type HeaderUnit struct {
	Factor   float64
	Currency string // ISO 4217, "" when the word names none
}

type headerLexicon struct {
	terms   map[string][]HeaderTerm
	keys    []string // of terms, sorted
	affixes map[string]string
	units   map[string]HeaderUnit
}

var headers = sync.OnceValue(func() headerLexicon {
	lex := headerLexicon{terms: map[string][]HeaderTerm{}, affixes: map[string]string{}, units: map[string]HeaderUnit{}}
	for row := range dataRows(headersCSV) {
		if len(row) != 4 || row[0] == "target" {
			continue
		}
		target, lang, weight := row[0], row[1], 1.0
		if row[2] != "" {
			weight, _ = strconv.ParseFloat(row[2], 64)
		}
		for label := range strings.SplitSeq(row[3], "|") {
			lex.add(target, lang, weight, label)
		}
	}
	lex.keys = slices.Sorted(maps.Keys(lex.terms))
	return lex
})

func (lex *headerLexicon) add(target, lang string, weight float64, label string) {
	kind, rest, _ := strings.Cut(target, ":")
	if kind == "unit" {
		factor, currency, _ := strings.Cut(rest, ":")
		n, _ := strconv.ParseFloat(factor, 64)
		lex.units[unitKey(label)] = HeaderUnit{n, currency}
		return
	}
	for _, key := range headerKeys(label) {
		if kind == "affix" {
			if lex.affixes[key] != "foreign" {
				lex.affixes[key] = rest
			}
			continue
		}
		lex.terms[key] = addTerm(lex.terms[key], HeaderTerm{target, lang, weight})
	}
}

// addTerm keeps the stronger of two terms of one target; the language of the
// first that named it stays.
func addTerm(terms []HeaderTerm, t HeaderTerm) []HeaderTerm {
	for i, have := range terms {
		if have.Target == t.Target {
			terms[i].Weight = max(have.Weight, t.Weight)
			if have.Lang != t.Lang {
				terms[i].Lang = "" // shared by several languages: says nothing
			}
			return terms
		}
	}
	return append(terms, t)
}

// HeaderTerms lists what a compact label key (see HeaderCompact) may mean.
func HeaderTerms(compact string) []HeaderTerm { return headers().terms[compact] }

// HeaderAbbreviations lists what an abbreviated label ("Zatr.", "Ansprechp.")
// may stand for: the targets of the labels that begin with it, each once. None
// for fewer than three letters, and where there are more than four.
func HeaderAbbreviations(compact string) []HeaderTerm {
	if len(compact) < 3 {
		return nil
	}
	lex := headers()
	var found []HeaderTerm
	at, _ := slices.BinarySearch(lex.keys, compact)
	for ; at < len(lex.keys) && strings.HasPrefix(lex.keys[at], compact); at++ {
		best := lex.terms[lex.keys[at]][0]
		if best.Target != "extra" && !slices.ContainsFunc(found, func(t HeaderTerm) bool { return t.Target == best.Target }) {
			found = append(found, best)
		}
		if len(found) > 4 {
			return nil
		}
	}
	return found
}

// HeaderAffix says what a word around a label does: "person", "company",
// "neutral", "second" (another address or number of the same kind), "foreign"
// (the column is about something else) or "" for a word it does not know.
func HeaderAffix(compact string) string { return headers().affixes[compact] }

// HeaderUnitWord reads a unit or currency word of a label, such as "tys." or
// "k€".
func HeaderUnitWord(word string) (HeaderUnit, bool) {
	u, ok := headers().units[unitKey(word)]
	return u, ok
}

// unitKey is the key of unit words: lower case with its currency sign, without
// spaces and dots.
func unitKey(word string) string {
	word = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '.' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, strings.ToLower(word))
	return polishLetters.Replace(word)
}

var polishLetters = strings.NewReplacer("ł", "l", "ę", "e", "ó", "o")

// HeaderCompact is the key labels are looked up by: the match key of the
// label without its spaces.
func HeaderCompact(label string) string { return strings.ReplaceAll(Key(label), " ", "") }

// headerKeys are the compact keys of a label: as written, and where it has
// umlauts or Nordic letters, spelled without them.
func headerKeys(label string) []string {
	key := HeaderCompact(label)
	if key == "" {
		key = strings.TrimSpace(label) // "#"
	}
	second := strings.ReplaceAll(GermanKey(label), " ", "")
	if second == key || second == "" {
		return []string{key}
	}
	return []string{key, second}
}
