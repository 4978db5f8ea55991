package clean

import "strings"

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
	IsPerson     bool     // the text is a person's name without any sign of a firm
	Codes        []string // what was found, in kebab-case
}

// ParseCompany reads a company name. Country (alpha-2, "" unknown) decides
// between legal forms that share their letters.
func ParseCompany(text, country string) Firm {
	text = strings.Join(strings.Fields(text), " ")
	return Firm{Display: text, Key: Key(text)}
}
