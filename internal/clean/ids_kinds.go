package clean

import "strings"

// idChecks are all kinds of identifiers by their names: companies' first, then
// persons' and payment instruments'.
var idChecks = []struct {
	kind  string
	valid func(string) bool
}{
	{"nip", ValidNIP}, {"regon", ValidREGON}, {"krs", ValidKRS}, {"cui", ValidCUI}, {"onrc", ValidONRC}, {"orgnr", ValidOrgNr},
	{"siren", ValidSIREN}, {"siret", ValidSIRET}, {"ustid", ValidVAT}, {"vat", ValidVAT}, {"ein", ValidEIN}, {"crn", ValidCRN},
	{"abn", ValidABN}, {"duns", ValidDUNS}, {"lei", ValidLEI},
	{"pesel", ValidPESEL}, {"cnp", ValidCNP}, {"fodselsnummer", ValidFodselsnummer}, {"nir", ValidNIR}, {"steuerid", ValidSteuerID},
	{"nino", ValidNINO}, {"ssn", ValidSSN}, {"iban", ValidIBAN}, {"card", ValidCard},
}

// IDKinds lists the kinds of identifiers that ValidID knows.
func IDKinds() []string {
	var kinds []string
	for _, check := range idChecks {
		kinds = append(kinds, check.kind)
	}
	return kinds
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
		return kind == "ustid" && ValidUSt(s) || kind == "orgnr" && ValidOrgNr(strings.TrimSuffix(s, "MVA"))
	}
	return false
}
