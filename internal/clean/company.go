package clean

import (
	"slices"

	"goldpan/internal/market"
)

// Firm is a company name in its parts.
type Firm struct {
	Display      string   // as the company writes it, blanks put in order
	Key          string   // match key without legal form, punctuation and diacritics
	LegalForm    string   // code of the legal form: sp_zoo, srl, as, sarl, gmbh, ltd, inc, ...
	LegalCountry string   // country of the legal form, alpha-2, where it is certain
	TradingName  string   // the name behind t/a, d/b/a, enseigne
	Branch       string   // branch or site
	SoleTrader   bool     // the firm is one natural person
	Distress     bool     // insolvent, in liquidation, struck off
	Owner        string   // the person the firm is, where its name tells
	IsPerson     bool     // the text is a person's name without any sign of a firm
	Codes        []string // what was found, in kebab-case
}

// ParseCompany reads a company name. Country (alpha-2, "" unknown) decides
// between legal forms that share their letters. The display form keeps
// everything; only the key leaves out the legal form, and never all.
func ParseCompany(text, country string) Firm {
	display := tidy(text)
	firm := parseFirm(display, country)
	if display != text && display != "" {
		firm.Codes = slices.Insert(firm.Codes, 0, "blanks-tidied")
	}
	return firm
}

// parseFirm is ParseCompany of a name whose blanks are in order.
func parseFirm(display, country string) Firm {
	if display == "" {
		return Firm{}
	}
	firm := Firm{Display: display}
	legal := display
	cut := findTradingName(display)
	if cut.kind != noTrading {
		legal = cut.before
		firm.noteSecondName(cut)
	}
	var words companyWords
	if len(legal) <= maxCompany {
		words.split(setApart(legal))
	}
	if !words.whole {
		firm.Key = Key(legal)
		return firm
	}
	words.cutBranch(&firm)
	words.takeEnd(&firm, country)
	words.takeInside(&firm, country)
	words.takeStart(&firm, country)
	if cut.kind == ownedBy && firm.LegalForm == "" {
		firm.LegalForm, firm.LegalCountry = ownerForm(cut.after, country)
	}
	words.judgePerson(&firm, country)
	words.findOwner(&firm, country)
	if cut.kind == ownedBy && firm.Owner == "" {
		firm.Owner = ownerWords(cut.after, country)
	}
	firm.Key = words.key()
	if firm.Distress {
		firm.Codes = append(firm.Codes, "distress-marker")
	}
	return firm
}

// maxCompany bounds the names that are taken apart, in bytes.
const maxCompany = 1000

// companyWord is one word of a company name: bytes start to end of the text,
// squeezed letters from to to.
type companyWord struct {
	start, end int16
	from, to   int16
	apart      bool // a comma, parenthesis or dash stands before it
	gone       bool // taken off the key
}

// companyWords is a company name in words, on the stack.
type companyWords struct {
	text    string
	n       int
	low     int // first word that still counts
	high    int // one past the last word that still counts
	shouted bool
	whole   bool // all words found room
	words   [28]companyWord
	used    int
	letters [240]byte // squeezed letters of all words
}

// split cuts at blanks, commas and brackets. Words beyond the room are left
// out; the key is then that of the whole text.
func (w *companyWords) split(text string) {
	w.text = text
	apart, lower := false, false
	for i := 0; i < len(text); {
		if cutsCompany(text[i]) {
			apart = apart || text[i] != ' ' && text[i] != ')' && text[i] != ']'
			i++
			continue
		}
		start := i
		for i < len(text) && !cutsCompany(text[i]) {
			lower = lower || text[i] >= 'a' && text[i] <= 'z'
			i++
		}
		from := w.used
		letters := market.AppendSqueezed(w.letters[:from], text[start:i])
		if w.n == len(w.words) || len(letters) > len(w.letters) {
			return
		}
		if w.used = len(letters); w.used == from { // a dash or an ampersand
			apart = apart || text[start] != '&' && text[start] != '+'
			continue
		}
		w.words[w.n] = companyWord{start: int16(start), end: int16(i), from: int16(from), to: int16(w.used), apart: apart}
		w.n++
		apart = false
	}
	w.high = w.n
	if w.n > 1 && string(w.squeezed(w.n-1, w.n)) == "the" { // Heron Company, The
		w.high--
	}
	w.shouted, w.whole = !lower, true
}

// cutsCompany tells the signs between the words of a company name.
func cutsCompany(c byte) bool {
	switch c {
	case ' ', ',', ';', '(', ')', '[', ']', '"':
		return true
	}
	return false
}

// word is the text of word i.
func (w *companyWords) word(i int) string { return w.text[w.words[i].start:w.words[i].end] }

func (w *companyWords) squeezed(from, to int) []byte {
	return w.letters[w.words[from].from:w.words[to-1].to]
}

// takeEnd takes legal forms and distress markers off the end, longest first,
// as long as a name remains.
func (w *companyWords) takeEnd(firm *Firm, country string) {
	for w.high > 1 {
		form, from := w.formAtEnd(firm, country)
		if form == nil {
			return
		}
		w.note(firm, form, country)
		if form.Public {
			return
		}
		for i := from; i < w.high; i++ {
			w.words[i].gone = true
		}
		w.high = from
	}
}

func (w *companyWords) formAtEnd(firm *Firm, country string) (*market.LegalForm, int) {
	for from := max(1, w.high-9); from < w.high; from++ {
		forms := market.FormsEnding(w.squeezed(from, w.high))
		if forms == nil {
			continue
		}
		if form := w.choose(forms, from, w.high, firm, country, func(f *market.LegalForm) bool { return f.End }); form != nil {
			return form, from
		}
	}
	return nil, 0
}

// takeInside takes off forms that have more text behind them: "Müller GmbH
// Werk Nord", "Acme Inc (Jane)".
func (w *companyWords) takeInside(firm *Firm, country string) {
	if firm.LegalForm != "" && firm.Distress {
		return
	}
	for from := 1; from < w.high-1; from++ {
		for to := min(w.high-1, from+6); to > from; to-- {
			forms := market.FormsEnding(w.squeezed(from, to))
			if forms == nil {
				continue
			}
			form := w.choose(forms, from, to, firm, country, func(f *market.LegalForm) bool { return f.Inside })
			if form == nil {
				continue
			}
			w.note(firm, form, country)
			for i := from; i < to; i++ {
				w.words[i].gone = true
			}
			break
		}
	}
}

// takeStart takes a form or a trade prefix off the start.
func (w *companyWords) takeStart(firm *Firm, country string) {
	for to := min(w.high-1, 6); to > 0; to-- {
		forms := market.FormsStarting(w.squeezed(0, to))
		if forms == nil {
			continue
		}
		form := w.choose(forms, 0, to, firm, country, func(f *market.LegalForm) bool { return f.Start })
		if form == nil {
			continue
		}
		switch {
		case form.Code == "sc_prefix" && firm.LegalCountry == "": // S.C. ... S.R.L. is Romanian
			firm.LegalCountry = "RO"
		case !form.Trade && firm.LegalForm == "co": // SARL Moulin & Cie
			firm.LegalForm, firm.LegalCountry = "", ""
			w.note(firm, form, country)
		case !form.Trade || firm.LegalForm == "" && form.Code == "jdg":
			w.note(firm, form, country)
		}
		if !form.Public {
			for i := range to {
				w.words[i].gone = true
			}
			w.low = to
		}
		return
	}
}

// choose picks the form that a span of words means: one of the row's country
// before any other.
func (w *companyWords) choose(forms []*market.LegalForm, from, to int, firm *Firm, country string,
	place func(*market.LegalForm) bool) *market.LegalForm {
	var found *market.LegalForm
	for _, f := range forms {
		if !place(f) || !w.believable(f, from, to, firm, country) {
			continue
		}
		if f.In(country) {
			return f
		}
		if found == nil {
			found = f
		}
	}
	return found
}

// believable weighs whether words that spell a form are meant as one.
func (w *companyWords) believable(f *market.LegalForm, from, to int, firm *Firm, country string) bool {
	if f.Distress && to == from+1 && !f.Weak {
		// "Inactive" or "Konkurs" may be a brand: only behind a form or apart.
		return w.words[from].apart || firm.LegalForm != "" || from > 0 && len(market.FormsEnding(w.squeezed(from-1, from))) > 0
	}
	if firm.LegalForm != "" && !f.Distress && !f.Founding && (f.Weak || f.SoleTrader) && !f.Trade {
		return false // "Palace II SRL": II is no second form
	}
	if (f.Code == "ev" || f.Code == "ek") && w.word(from)[0] == 'E' && (!w.shouted || from == 1) && !f.In(country) {
		return false // "Ramirez, E. V." has two initials; the form begins with a small e
	}
	if !f.Weak {
		return true
	}
	at := f.In(country)
	dotted, capitals := w.look(from, to)
	if f.Code == "sc_prefix" && country == "" {
		return firm.LegalForm == "srl" || firm.LegalForm == "sa" || firm.LegalForm == "snc"
	}
	if f.VeryWeak && !at && (country != "" || !dotted) {
		return false
	}
	switch {
	case dotted, f.Cased && country == "" && !w.shouted && w.word(from)[0] <= 'Z':
		return true
	case f.VeryWeak || !at:
		return capitals
	}
	return true
}

// look tells whether a span is written with dots or slashes, and whether in
// capitals (SpA, ApS and eG count).
func (w *companyWords) look(from, to int) (dotted, capitals bool) {
	text := w.text[w.words[from].start:w.words[to-1].end]
	lower, upper := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
			if lower > 0 {
				upper++ // no word is written "eG"
			}
		case c == '.' && i > 0 && (i+1 < len(text) || upper+lower == 1 || from == 0 && lower == 0), c == '/':
			dotted = true
		}
	}
	return dotted, lower == 0 || upper > 1
}

// note enters what a form says into the firm. The outermost form is the
// firm's own: "sp. z o.o. sp.k." is a limited partnership.
func (w *companyWords) note(firm *Firm, form *market.LegalForm, country string) {
	switch {
	case form.Distress:
		firm.Distress = true
	case form.Founding:
	case firm.LegalForm == "":
		firm.LegalForm = form.Code
		firm.SoleTrader = firm.SoleTrader || form.SoleTrader || form.Trade && form.Code == "jdg"
		if form.In(country) {
			firm.LegalCountry = country
		} else if len(form.Countries) == 1 {
			firm.LegalCountry = form.Countries[0]
		}
	}
}

// judgePerson decides whether the name is a person's, and whether the firm is
// that person.
func (w *companyWords) judgePerson(firm *Firm, country string) {
	if firm.LegalForm != "" || firm.Distress || firm.Branch != "" {
		return
	}
	person, addressed := w.person(country)
	switch {
	case addressed:
		firm.IsPerson, firm.SoleTrader = firm.TradingName == "", true
	case person && firm.TradingName != "":
		firm.SoleTrader = true
	case person:
		firm.IsPerson = true
	}
	if firm.IsPerson {
		firm.Codes = append(firm.Codes, "person-not-company")
	}
}
