package clean

import (
	"strings"

	"goldpan/internal/checkdigit"
)

// idChecks are all kinds of identifiers by their names: companies' first, then
// persons' and payment instruments'.
var idChecks = []struct {
	kind  string
	valid func(string) bool
}{
	{"nip", checkdigit.NIP}, {"regon", checkdigit.REGON}, {"krs", checkdigit.KRS}, {"cui", checkdigit.CUI}, {"onrc", checkdigit.ONRC}, {"orgnr", checkdigit.OrgNr},
	{"siren", checkdigit.SIREN}, {"siret", checkdigit.SIRET}, {"ustid", checkdigit.VAT}, {"vat", checkdigit.VAT}, {"ein", checkdigit.EIN}, {"crn", checkdigit.CRN},
	{"abn", checkdigit.ABN}, {"duns", checkdigit.DUNS}, {"lei", checkdigit.LEI}, {"isin", checkdigit.ISIN},
	{"pesel", checkdigit.PESEL}, {"cnp", checkdigit.CNP}, {"fodselsnummer", checkdigit.Fodselsnummer}, {"nir", checkdigit.NIR}, {"steuerid", checkdigit.SteuerID},
	{"nino", checkdigit.NINO}, {"nhs", checkdigit.NHS}, {"utr", checkdigit.UTR}, {"ssn", checkdigit.SSN}, {"iban", checkdigit.IBAN}, {"card", checkdigit.Card},
}

// IDKinds lists the kinds of identifiers that ValidID knows.
func IDKinds() []string {
	var kinds []string
	for _, check := range idChecks {
		kinds = append(kinds, check.kind)
	}
	return kinds
}

// personGroups tells the groups of a social security number, 123-45-6789: an
// employer's is printed 12-3456789.
func personGroups(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) == 11 && text[3] == '-' && text[6] == '-'
}

// ValidID checks an identifier of a kind as it is written in lists: blanks,
// hyphens and dots do not matter, country letters may stand in front where
// they usually do. Zeros that were lost are not given back.
func ValidID(kind, text string) bool {
	s := compactID(text)
	for _, check := range idChecks {
		if check.kind != kind {
			continue
		}
		if kind == "ein" && personGroups(text) {
			return false
		}
		if check.valid(s) {
			return true
		}
		for _, rule := range idRules {
			if rule.kind != kind {
				continue
			}
			for _, lead := range rule.leads {
				if bare, found := strings.CutPrefix(s, lead); found {
					return check.valid(strings.TrimSuffix(bare, "MVA"))
				}
			}
		}
		return kind == "ustid" && checkdigit.USt(s) || kind == "orgnr" && checkdigit.OrgNr(strings.TrimSuffix(s, "MVA"))
	}
	return false
}
