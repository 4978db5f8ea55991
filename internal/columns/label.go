package columns

import (
	"strings"
	"unicode"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Normal is the key of a column label: lower case, without diacritics, every
// run of other signs one space. Labels with one key are the same label.
func Normal(label string) string { return market.Key(label) }

// wording is a label taken apart.
type wording struct {
	compact  string   // for exact look-ups
	tokens   []string // folded words; camelCase, digits and letters apart
	units    []bool   // which tokens are units or currencies
	unit     float64  // factor of plain numbers, 0 when the label names none
	currency string
	ordinal  int    // "Phone 3" is the third; 1 when the label has no number
	year     int    // "Revenue 2024": the year, 0 without one
	bare     string // the label without what stands in brackets, "" where nothing does
	short    bool   // may be abbreviated: it holds a dot
	blank    bool
}

// wordsOf reads a label into its words.
func wordsOf(label string) wording {
	w := wording{compact: market.HeaderCompact(label), ordinal: 1}
	if w.compact == "" {
		w.compact = strings.TrimSpace(label)
	}
	w.blank = isPlaceholder(w.compact)
	w.bare = withoutBrackets(label)
	w.short = strings.Contains(label, ".")
	for _, raw := range splitLabel(label) {
		token := market.HeaderCompact(raw)
		unit, isUnit := market.HeaderUnitWord(raw)
		if token == "" && !isUnit {
			continue
		}
		if isUnit && len(w.tokens) > 0 {
			if unit.Factor != 1 {
				w.unit = unit.Factor
			}
			if unit.Currency != "" {
				w.currency = unit.Currency
			}
		}
		w.tokens = append(w.tokens, token)
		w.units = append(w.units, isUnit && len(w.tokens) > 1)
	}
	w.joinUnits()
	for _, token := range w.tokens {
		if len(token) == 4 && digits(token) && (token[:2] == "19" || token[:2] == "20") {
			w.year = two(token)*100 + two(token[2:])
		}
	}
	if n := len(w.tokens); n > 1 {
		if number, ok := smallNumber(w.tokens[n-1]); ok {
			w.ordinal = number
		} else if number, ok := smallNumber(w.tokens[n-2]); ok {
			w.ordinal = number
		}
	}
	return w
}

// joinUnits reads units of two words: "1000 NOK", "T EUR", "tys. zł".
func (w *wording) joinUnits() {
	for i := 1; i+1 < len(w.tokens); i++ {
		unit, ok := market.HeaderUnitWord(w.tokens[i] + w.tokens[i+1])
		if !ok && w.tokens[i] == "t" && w.units[i+1] {
			unit, ok = market.HeaderUnit{Factor: 1000, Currency: w.currency}, true
		}
		if !ok {
			continue
		}
		w.units[i], w.units[i+1] = true, true
		if unit.Factor != 1 {
			w.unit = unit.Factor
		}
		if unit.Currency != "" {
			w.currency = unit.Currency
		}
	}
}

// splitLabel cuts a label at its separators, between a small and a capital
// letter and between letters and digits; currency signs stay with their word.
func splitLabel(label string) []string {
	var words []string
	start := -1
	runes := []rune(label)
	flush := func(end int) {
		if start >= 0 {
			words = append(words, string(runes[start:end]))
			start = -1
		}
	}
	for i, r := range runes {
		if !isWordRune(r) {
			flush(i)
			continue
		}
		if start >= 0 && breaksBefore(runes, start, i) {
			flush(i)
		}
		if start < 0 {
			start = i
		}
	}
	flush(len(runes))
	return words
}

// withoutBrackets takes "(in 000s USD)" and "[x]" off a label.
func withoutBrackets(label string) string {
	open := strings.IndexAny(label, "([")
	if open <= 0 {
		return ""
	}
	end := strings.LastIndexAny(label, ")]")
	if end < open {
		end = len(label) - 1
	}
	return strings.TrimSpace(label[:open] + label[end+1:])
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Sc, r)
}

// breaksBefore tells whether a new word starts at i inside a run of letters
// and digits: "companyName", "DUNSNumber", "phone2" but not "000s".
func breaksBefore(runes []rune, start, i int) bool {
	prev, r := runes[i-1], runes[i]
	switch {
	case unicode.IsUpper(r) && unicode.IsLower(prev):
		return true
	case unicode.IsUpper(r) && unicode.IsUpper(prev) && i+1 < len(runes) && unicode.IsLower(runes[i+1]) && i-start > 1:
		return i+2 >= len(runes) || !(runes[i+1] == 's' && !unicode.IsLetter(runes[i+2]))
	case unicode.IsDigit(r) && unicode.IsLetter(prev):
		return true
	case unicode.IsLetter(r) && unicode.IsDigit(prev):
		return r != 's' && r != 'S'
	}
	return false
}

func smallNumber(token string) (int, bool) {
	if len(token) == 0 || len(token) > 2 || token[0] < '1' || token[0] > '9' {
		return 0, false
	}
	n := 0
	for i := 0; i < len(token); i++ {
		if token[i] < '0' || token[i] > '9' {
			return 0, false
		}
		n = n*10 + int(token[i]-'0')
	}
	return n, true
}

// isPlaceholder tells whether a label only counts columns: "column 7",
// "Unnamed: 7", "Field3", "X1".
func isPlaceholder(compact string) bool {
	stem := strings.TrimRight(compact, "0123456789")
	switch stem {
	case "":
		return compact != "#"
	case compact:
		return stem == "unnamed" || stem == "column"
	case "column", "unnamed", "field", "col", "f", "c", "x", "v", "var", "spalte", "kolumna", "kolonne", "colonne",
		"coloana", "feld", "pole", "champ", "felt":
		return true
	}
	return false
}

// group is the first word of an address label that says which address it
// belongs to: "mailing", "residence", "forretningsadresse"; "" for none.
func (w wording) group() string {
	if len(w.tokens) < 2 || isAddressWord(w.tokens[0]) {
		return ""
	}
	return w.tokens[0]
}

// sameGroup tells whether two address groups are one, however shortened:
// "phy" and "physical", "mail" and "mailing".
func sameGroup(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= 3 && strings.HasPrefix(b, a)
}

// isAddressWord knows the words that address labels begin with of themselves.
func isAddressWord(token string) bool {
	switch token {
	case "address", "addr", "adresse", "adresa", "adres", "street", "city", "country", "state", "zip", "postal", "post", "code",
		"kod", "cod", "nr", "numer", "house", "nom", "libelle", "ville", "complement", "line", "adresselinje", "province", "county",
		"numero", "n", "type", "typ", "iso", "town", "road", "nazwa", "rue", "voie", "codice", "municipality", "strasse", "plz":
		return true
	}
	return false
}

// channel is the channel a consent label names: "optin_sms", "Zgoda e-mail";
// none when it names neither or both.
func (w wording) channel() contact.Channel {
	found := contact.NoChannels
	for _, token := range w.tokens {
		switch token {
		case "email", "mail", "emails", "epost", "courriel", "newsletter", "post":
			found |= contact.EmailChannel
		case "sms", "phone", "tel", "telefon", "telephone", "call", "calls", "anruf", "mms":
			found |= contact.CallChannel
		}
	}
	if found == contact.CallChannel|contact.EmailChannel {
		return contact.NoChannels
	}
	return found
}
