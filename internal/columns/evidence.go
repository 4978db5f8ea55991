package columns

import (
	"sort"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// hints gathers what whole columns tell about their cells.
func (b *board) hints(m *Mapping, assumed string) contact.Hints {
	var h contact.Hints
	h.Country = assumed
	if h.Country == "" {
		h.Country = b.listCountry(m)
	}
	for i := range m.Columns {
		c := &m.Columns[i]
		if c.Field == contact.NoField || c.Masked {
			continue
		}
		v, hint := b.values[i], &h.Fields[c.Field]
		if c.Unit > 0 && hint.Unit == 0 {
			hint.Unit = c.Unit
		}
		if c.Currency != "" && hint.Currency == "" {
			hint.Currency = c.Currency
		}
		switch c.Field {
		case contact.Revenue, contact.Income, contact.Employees, contact.Credit:
			hint.Decimal = v.decimal.sign()
			if hint.Currency == "" && (c.Field == contact.Revenue || c.Field == contact.Income) {
				hint.Currency = v.currency(h.Country)
			}
		case contact.TaxID, contact.RegistrationID:
			hint.IDKind = idKindOf(b.wordings[i], v, h.Country)
		case contact.IndustryCode:
			hint.System = codeSystem(b.wordings[i], v, h.Country)
		case contact.FullName:
			hint.Order = nameOrder(v, b.wordings[i])
		}
		if isDateField(c.Field) {
			hint.Dates = v.dates.order()
		}
		if c.Field == contact.Employees {
			hint.Damaged = bandsTurnedDates(v)
			if staffCodes(b.wordings[i], v) {
				hint.System = "INSEE"
			}
		}
		if c.Field == contact.Credit {
			hint.Scale = ratingScale(b.wordings[i], v)
		}
	}
	b.shareDateOrder(&h)
	if h.Country == "US" { // where the dates do not tell, the country does
		for i := range m.Columns {
			if f := m.Columns[i].Field; isDateField(f) && h.Fields[f].Dates == "" {
				h.Fields[f].Dates = "mdy"
			}
		}
	}
	return h
}

func isDateField(f contact.Field) bool {
	switch f {
	case contact.BirthDate, contact.Founded, contact.ConsentDate, contact.VerifiedDate, contact.UpdatedDate, contact.LastContact:
		return true
	}
	return false
}

// shareDateOrder lends the order of one date column to those that do not tell
// theirs: one program wrote them all.
func (b *board) shareDateOrder(h *contact.Hints) {
	order := ""
	for f := range contact.LastMappable {
		switch o := h.Fields[f].Dates; {
		case o == "" || o == "ymd" || o == order:
		case order == "":
			order = o
		default:
			return
		}
	}
	for i := range b.columns {
		if f := b.columns[i].Field; isDateField(f) && h.Fields[f].Dates == "" {
			h.Fields[f].Dates = order
		}
	}
}

// listCountry is the country most of a list's evidence points to: its country
// column, the prefixes of its phones, postal codes, domains, regions, and the
// language of its labels. "" where they disagree.
func (b *board) listCountry(m *Mapping) string {
	votes := map[string]float64{}
	for i := range m.Columns {
		v, weight := b.values[i], 0.0
		switch m.Columns[i].Field {
		case contact.Country:
			weight = 4
		case contact.Phone, contact.Phone2, contact.Mobile, contact.Switchboard, contact.Fax:
			weight = 2
		case contact.PostalCode:
			weight = 3
		}
		for code, n := range v.country {
			votes[code] += weight * float64(n) / float64(max(1, v.filled))
		}
		b.voteByValues(m.Columns[i].Field, i, votes)
	}
	if lang := languageCountry[m.HeaderLang]; lang != "" {
		votes[lang] += 0.6
	}
	return winner(votes)
}

// languageCountry is the country a header's language suggests.
var languageCountry = map[string]string{"pl": "PL", "ro": "RO", "no": "NO", "fr": "FR", "de": "DE"}

// voteByValues adds what regions, ids and domains say.
func (b *board) voteByValues(f contact.Field, i int, votes map[string]float64) {
	v := b.values[i]
	switch f {
	case contact.TaxID, contact.RegistrationID:
		for _, k := range []struct {
			id      idKind
			country string
		}{{idNIP, "PL"}, {idREGON, "PL"}, {idOrgnr, "NO"}, {idSIREN, "FR"}, {idSIRET, "FR"}, {idUStID, "DE"}, {idONRC, "RO"}} {
			if v.idShare(k.id) >= 0.8 {
				votes[k.country] += 2
			}
		}
	case contact.Email, contact.Website:
		seen := map[string]int{}
		for text, n := range v.first {
			text = strings.TrimSuffix(strings.ToLower(text), "/")
			if code := market.CountryOfDomain(text[strings.LastIndexAny(text, "@/")+1:]); code != "" {
				seen[code] += n
			}
		}
		for code, n := range seen {
			votes[code] += float64(n) / float64(v.filled)
		}
	case contact.Region:
		for _, c := range homeMarkets {
			known := 0
			for text, n := range v.first {
				if _, ok := market.Region(c, text); ok {
					known += n
				}
			}
			if share := float64(known) / float64(max(1, v.filled)); share >= 0.8 {
				votes[c] += 1.5 * share
			}
		}
	}
}

// winner is the candidate with twice the votes of the next; "" without one.
func winner(votes map[string]float64) string {
	codes := make([]string, 0, len(votes))
	for code := range votes {
		codes = append(codes, code)
	}
	sort.Slice(codes, func(i, j int) bool {
		if votes[codes[i]] != votes[codes[j]] {
			return votes[codes[i]] > votes[codes[j]]
		}
		return codes[i] < codes[j]
	})
	if len(codes) == 0 || votes[codes[0]] < 0.5 || len(codes) > 1 && votes[codes[0]] < 1.5*votes[codes[1]] {
		return ""
	}
	return codes[0]
}

// idKindOf tells what ids a column holds: by a label that agrees with the
// values, else by what four of five values prove.
func idKindOf(w wording, v *values, country string) string {
	named := labelledID(w)
	if k, ok := map[string]idKind{"nip": idNIP, "regon": idREGON, "krs": idKRS, "cui": idCUI, "onrc": idONRC, "orgnr": idOrgnr,
		"siren": idSIREN, "siret": idSIRET, "ustid": idUStID, "ein": idEIN, "crn": idCRN, "lei": idLEI}[named]; ok {
		if v.filled == 0 || v.idShare(k) >= 0.5 {
			return named
		}
	}
	best, share := "", 0.79
	for k := range idABN {
		if s := v.idShare(k); s > share && (k != idCUI || country == "RO") && (k != idCRN || country == "GB") {
			best, share = idNames[k], s
		}
	}
	if best == "" && v.filled > 0 && v.idShare(idVAT) >= 0.5 {
		return "vat"
	}
	if best == "" {
		return named
	}
	return best
}

// labelledID is the id a label names.
func labelledID(w wording) string {
	for _, token := range append([]string{w.compact}, w.tokens...) {
		switch token {
		case "nip", "regon", "krs", "cui", "onrc", "orgnr", "siren", "siret", "ein", "lei", "ustid", "crn":
			return token
		case "cif", "codfiscal", "codunicdeinregistrare", "cuicif":
			return "cui"
		case "organisasjonsnummer", "orgnummer", "foretaksnummer":
			return "orgnr"
		case "companynumber", "companyregistrationnumber", "companieshousenumber":
			return "crn"
		case "nrregcom", "codinmatriculare", "euid":
			return "onrc"
		case "ustidnr", "umsatzsteuerid", "uid":
			return "ustid"
		case "vat", "tva", "tvaintracom":
			return "vat"
		case "fein":
			return "ein"
		}
	}
	return ""
}

// codeSystem tells which industry code a column holds: the label names it, or
// the writing and the country do.
func codeSystem(w wording, v *values, country string) string {
	label := strings.Join(w.tokens, " ")
	has := func(words ...string) bool {
		for _, word := range words {
			if strings.Contains(label, word) {
				return true
			}
		}
		return false
	}
	uk := has("uk") || country == "GB"
	switch {
	case has("naics", "naic"):
		return "NAICS"
	case has("sic") && (uk || has("2007") || v.digits[5] > v.filled/2):
		return "SIC-UK"
	case has("sic") && !has("isic"):
		return "SIC-US"
	case has("pkd"):
		return versioned(has("2025"), "PKD2025", "PKD2007")
	case has("caen"):
		return versioned(has("rev 3", "2025"), "CAEN3", "CAEN2")
	case has("naf", "ape") || has("activite principale"):
		return versioned(has("2025"), "NAF2025", "NAF2")
	case has("naeringskode", "naringskode"):
		return "SN2007"
	case has("wz"):
		return "WZ2008"
	case has("nace"):
		return versioned(has("2 1", "rev 21"), "NACE2.1", "NACE2")
	}
	switch country {
	case "PL":
		return "PKD2007"
	case "RO":
		return "CAEN2"
	case "NO":
		return "SN2007"
	case "FR":
		return "NAF2"
	case "DE":
		return "WZ2008"
	case "GB":
		return "SIC-UK"
	}
	return ""
}

func versioned(newer bool, yes, no string) string {
	if newer {
		return yes
	}
	return no
}

// nameOrder decides whether full names begin with the surname: a comma says
// so, otherwise where the given names stand.
func nameOrder(v *values, w wording) string {
	lastFirst, firstFirst := 0, 0
	for text, n := range v.first {
		if strings.Contains(text, ",") {
			continue
		}
		words := strings.Fields(market.Key(text))
		if len(words) < 2 {
			continue
		}
		front := market.GivenName(words[0])
		back := market.GivenName(words[len(words)-1])
		switch {
		case front && !back:
			firstFirst += n
		case back && !front:
			lastFirst += n
		}
	}
	switch {
	case lastFirst > 4*firstFirst && lastFirst >= 3:
		return "last-first"
	case firstFirst > 4*lastFirst && firstFirst >= 3:
		return "first-last"
	}
	if order := w.bothNames(); order != "" {
		return order
	}
	switch w.compact {
	case "namevorname", "nomprenom", "nometprenom", "numeprenume", "numesiprenume":
		return "last-first"
	case "vornamename", "prenomnom", "prenometnom", "prenumenume":
		return "first-last"
	}
	return ""
}

// bandsTurnedDates tells whether a spreadsheet made dates of employee bands:
// "Nov-50", "05-Jan" among bands or numbers.
func bandsTurnedDates(v *values) bool {
	damaged := 0
	for text, n := range v.first {
		if head, tail, ok := strings.Cut(text, "-"); ok && (isMonth(strings.ToLower(head)) && digits(tail) || digits(head) && isMonth(strings.ToLower(tail))) {
			damaged += n
		} else if looksDate(text) {
			damaged += n
		}
	}
	return damaged > 0
}

// ratingScale tells which agency's scale a rating column uses: the label names
// it, or its values can be no other's.
func ratingScale(w wording, v *values) string {
	label := strings.Join(w.tokens, " ")
	for _, named := range [...][2]string{{"creditsafe", "creditsafe"}, {"creditreform", "creditreform"}, {"bonitatsindex", "creditreform"},
		{"bonitaetsindex", "creditreform"}, {"paydex", "paydex"}, {"coface", "coface"}, {"banque de france", "bdf"}, {"bdf", "bdf"},
		{"d b", "dnb"}, {"dnb", "dnb"}, {"duns", "dnb"}, {"fico", "fico"}, {"bisnode", "aaa"}} {
		if strings.Contains(label, named[0]) {
			return named[1]
		}
	}
	return scaleByValues(v)
}

func scaleByValues(v *values) string {
	nordic, banque, letters, hundreds := 0, 0, 0, 0
	for text, n := range v.first {
		key := strings.ToUpper(strings.TrimSpace(text))
		switch key {
		case "AN":
			nordic += n
		case "BBB", "BBB+", "BBB-", "AA+", "AA-", "BB", "BB+", "BB-", "CCC", "A-", "A+", "NR":
			letters += n
		case "3++", "4+", "5+", "3+", "P":
			banque += n
		}
		if len(key) == 3 && digits(key) && key >= "100" && key <= "600" {
			hundreds += n
		}
	}
	switch {
	case letters > 0:
		return "agency"
	case nordic > 0 || v.onlyOf("AAA", "AA", "A", "B", "C", "AN"):
		return "aaa"
	case banque > 0:
		return "bdf"
	case hundreds > v.filled*8/10:
		return "creditreform"
	}
	return ""
}

// onlyOf tells whether every value is one of the words and the first of them
// occurs.
func (v *values) onlyOf(words ...string) bool {
	for text := range v.first {
		known := false
		for _, word := range words {
			known = known || strings.EqualFold(text, word)
		}
		if !known {
			return false
		}
	}
	return v.first[words[0]] > 0
}
