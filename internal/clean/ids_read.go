package clean

import (
	"cmp"
	"strings"

	"goldpan/internal/checkdigit"
	"goldpan/internal/contact"
)

// CompanyID is a company identifier in normal form.
type CompanyID struct {
	Text  string // compact form; with the country letters where they are part of it
	Kind  string // nip, regon, krs, cui, onrc, orgnr, siren, siret, vat, ustid, ein, utr, crn, abn, duns, lei, register, steuernummer; "" unknown
	Valid bool   // the check digit (or pattern) holds
	Codes []string
}

// ReadID reads a cell that should hold a company identifier. kind is the
// column's (a hint's IDKind), country the row's; either may be "". Lost zeros
// are given back where the check digit then holds.
func ReadID(text string, hint contact.Hint, country string) CompanyID {
	compact := compactID(text)
	if compact == "" {
		return CompanyID{}
	}
	if damagedID(text) {
		return CompanyID{Text: tidy(text), Kind: hint.IDKind, Codes: []string{"damaged"}}
	}
	kind := hint.IDKind
	if kind == "" && (country == "DE" || country == "AT") {
		if id, found := germanID(text); found {
			return id
		}
	}
	if kind == "" || kind == "crn" && country != "GB" && (country != "" || len(compact) > 8) {
		kind = guessKind(compact, country) // "Company number" may head any register's
	}
	id := CompanyID{Text: compact, Kind: kind}
	for _, rule := range idRules {
		if rule.kind != kind {
			continue
		}
		bare := compact
		for _, lead := range rule.leads {
			bare = strings.TrimPrefix(bare, lead)
		}
		bare = strings.TrimSuffix(bare, "MVA")
		id.Text = bare
		if rule.valid(bare) && !(kind == "ein" && personGroups(text)) {
			id.Valid = true
			return id
		}
		if padded := padID(bare, rule.length); padded != bare && rule.valid(padded) {
			id.Text, id.Valid = padded, true
			id.Codes = append(id.Codes, "restored-zero")
			return id
		}
		if kind == "siren" && checkdigit.SIRET(bare) || kind == "siret" && checkdigit.SIREN(bare) {
			id.Valid = true
			return id
		}
		id.Codes = append(id.Codes, "invalid-"+kind)
		return id
	}
	switch kind {
	case "vat":
		id.readVAT(country)
	case "ustid":
		id.readVAT(cmp.Or(country, "DE"))
	}
	return id
}

// readVAT checks a VAT number; country is whose it is without letters. Bare
// digits of no country can be told neither valid nor wrong.
func (id *CompanyID) readVAT(country string) {
	vat, ok := checkdigit.ParseVAT(id.Text, country)
	switch {
	case ok:
		id.Text, id.Valid = vat, true
		id.bare()
	case country != "" || !allDigits(id.Text):
		id.Codes = append(id.Codes, "invalid-"+id.Kind)
	}
}

// bare takes the country letters off the VAT numbers of Poland, Romania and
// Norway: what is left is the company's own number, so that both spellings are
// one.
func (id *CompanyID) bare() {
	switch id.Text[:2] {
	case "PL":
		id.Text, id.Kind = id.Text[2:], "nip"
	case "RO":
		id.Text, id.Kind = id.Text[2:], "cui"
	case "NO":
		id.Text, id.Kind = strings.TrimSuffix(id.Text[2:], "MVA"), "orgnr"
	}
}

// idRule ties a kind of identifier to its check, its letters and its length.
type idRule struct {
	kind   string
	valid  func(string) bool
	leads  []string // words and country letters before the number
	length int      // of the number with its zeros; 0 varies
}

var idRules = []idRule{
	{"nip", checkdigit.NIP, []string{"NIP", "PL"}, 10},
	{"regon", checkdigit.REGON, []string{"REGON"}, 9},
	{"krs", checkdigit.KRS, []string{"KRS"}, 10},
	{"cui", checkdigit.CUI, []string{"CUI", "CIF", "RO"}, 0},
	{"onrc", checkdigit.ONRC, []string{"ROONRC"}, 0},
	{"orgnr", checkdigit.OrgNr, []string{"ORGNR", "ORG", "NO"}, 9},
	{"siren", checkdigit.SIREN, []string{"SIREN", "RCS"}, 9},
	{"siret", checkdigit.SIRET, []string{"SIRET"}, 14},
	{"ein", checkdigit.EIN, []string{"EIN", "FEIN"}, 9},
	{"utr", checkdigit.UTR, []string{"UTR"}, 10},
	{"crn", checkdigit.CRN, []string{"CRN", "GB"}, 8},
	{"abn", checkdigit.ABN, []string{"ABN"}, 11},
	{"duns", checkdigit.DUNS, []string{"DUNS"}, 9},
	{"lei", checkdigit.LEI, []string{"LEI"}, 20},
}

// compactID keeps letters (as capitals), digits and the slashes of the
// Romanian trade register.
func compactID(text string) string {
	text = strings.TrimSuffix(unwrapCell(strings.TrimSpace(text)), ".0")
	if allDigits(text) {
		return text
	}
	var room [40]byte
	out := room[:0]
	slashes := strings.Count(text, "/")
	for i := 0; i < len(text) && len(out) < cap(out); i++ {
		switch c := text[i]; {
		case isDigit(c):
			out = append(out, c)
		case isLetter(c):
			out = append(out, c&^0x20)
		case c == '/' && slashes == 2:
			out = append(out, c)
		case c == '.' && slashes == 2 && i+1 < len(text) && isDigit(text[i+1]) && len(out) > 6:
			out = append(out, c)
		}
	}
	return string(out)
}

// damagedID tells the scientific notation of a spreadsheet: digits are lost.
func damagedID(text string) bool {
	_, found := scientific(strings.TrimSpace(text))
	return found
}

// padID gives back zeros that a spreadsheet took from the front.
func padID(s string, length int) string {
	lead := 0
	for lead < len(s) && !isDigit(s[lead]) {
		lead++
	}
	if length == 0 || len(s) >= length || len(s)-lead < 2 || length-len(s) > 6 || !allDigits(s[lead:]) {
		return s
	}
	return s[:lead] + strings.Repeat("0", length-len(s)) + s[lead:]
}

// guessKind tells the kind of an identifier by the row's country and its
// shape, where the column does not say.
func guessKind(s, country string) string {
	digits := allDigits(s)
	switch {
	case len(s) == 20 && checkdigit.LEI(s):
		return "lei"
	case strings.Count(s, "/") == 2 || len(s) == 14 && !digits && strings.IndexByte("JFC", s[0]) >= 0:
		return "onrc"
	case !digits && len(s) > 4 && !isDigit(s[0]) && !isDigit(s[1]):
		if _, ok := checkdigit.ParseVAT(s, ""); ok {
			return "vat"
		}
	}
	switch country {
	case "PL":
		switch {
		case len(s) == 10 && checkdigit.NIP(s):
			return "nip"
		case len(s) == 10 && checkdigit.KRS(s):
			return "krs"
		case len(s) == 9 || len(s) == 14:
			return "regon"
		}
		return "nip"
	case "RO":
		return "cui"
	case "NO":
		return "orgnr"
	case "FR":
		if len(s) == 14 {
			return "siret"
		}
		return "siren"
	case "DE":
		return "vat"
	case "GB":
		switch len(s) {
		case 8:
			return "crn"
		case 10:
			return "utr"
		}
		return "vat"
	case "US":
		if digits && len(s) == 9 {
			return "ein"
		}
	case "AU":
		return "abn"
	}
	if _, ok := checkdigit.ParseVAT(s, country); ok {
		return "vat"
	}
	return ""
}
