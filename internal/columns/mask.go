package columns

import (
	"fmt"
	"math"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Masked stands where a personal id or a card number stood.
const Masked = "***"

// maskColumns finds the columns of national personal ids and payment numbers:
// by their labels, or where four of five values prove themselves and nothing
// explains them better.
func (b *board) maskColumns() {
	for i := range b.columns {
		c := &b.columns[i]
		labelled, weight := b.personalLabel(i)
		kind, share := b.personalValues(i)
		switch {
		case labelled && weight >= 0.8 && !b.provenBusiness(i):
			c.Rule = "header: a personal id"
		case labelled && weight >= 0.5 && b.values[i].filled == 0:
			c.Rule = "header: may be a personal id"
		case labelled && kind != "" && share >= 0.5:
			c.Rule = "header and values: a personal id"
		case kind != "" && share >= 0.8 && !b.explained(i, kind):
			c.Rule = fmt.Sprintf("values: %d%% valid %s numbers", percent(share), kind)
		default:
			continue
		}
		c.Masked, c.MaskedAs, c.Confidence, c.Field, c.Left = true, kind, 1, contact.NoField, false
		c.Samples = nil
		if c.Fill > 0 {
			c.Samples = []string{Masked}
		}
		b.candidates[i], b.fixed[i] = nil, true
	}
}

// personalLabel tells whether a label names a personal id, and how surely.
func (b *board) personalLabel(i int) (bool, float64) {
	for _, s := range b.senses[i] {
		if s.target.kind == toPersonalID && !s.loose {
			return true, s.weight
		}
	}
	return false, 0
}

// personalValues is the personal id that most values of a column prove.
func (b *board) personalValues(i int) (name string, share float64) {
	best, v := numIDs, b.values[i]
	for k := idPESEL; k < numIDs; k++ {
		if weakCheck(k) && (v.filled < 5 || len(v.first) < 2) {
			continue // too few to prove anything
		}
		if s := v.idShare(k); s > share {
			best, share = k, s
		}
	}
	if best == numIDs {
		return "", 0
	}
	return idNames[best], share
}

// weakCheck tells whether a number passes the check of an id by chance, one in
// ten or, having no check digit, by its writing alone.
func weakCheck(k idKind) bool { return k == idSteuer || k == idCard || k == idNINO || k == idSSN }

// provenBusiness tells whether a column's values are business ids for sure, in
// spite of a label such as "INSEE" or "id".
func (b *board) provenBusiness(i int) bool {
	v := b.values[i]
	_, personal := b.personalValues(i)
	for _, k := range []idKind{idSIRET, idSIREN, idNIP, idOrgnr, idREGON} {
		if s := v.idShare(k); s >= 0.8 && s >= personal {
			return true
		}
	}
	return false
}

// explained tells whether phones or business ids explain the values better
// than a personal id does: their label says so, or they prove themselves as
// well.
func (b *board) explained(i int, kind string) bool {
	if b.provenBusiness(i) {
		return true
	}
	v := b.values[i]
	for _, s := range b.senses[i] {
		if s.loose || s.target.kind != toField {
			continue
		}
		switch s.target.field {
		case contact.Phone, contact.Phone2, contact.Mobile, contact.Fax, contact.Switchboard:
			return v.share(kPhone) > 0.5
		case contact.TaxID, contact.RegistrationID, contact.DUNS:
			switch kind { // 123-45-6789 is how no business's number is printed
			case "pesel", "cnp", "fodselsnummer", "nir", "ssn":
				return v.idShare(idABN) > 0.5
			}
			return true
		}
	}
	return v.share(kPhoneSure) > 0.5 && kind != "nino" && kind != "iban" && kind != "ssn" || v.idShare(idABN) > 0.8
}

// Mask replaces, in place, the personal ids and card numbers of a row: whole
// cells of masked columns, and elsewhere what a label in the text calls one
// ("PESEL: 44051401359"). It returns how many it masked.
func (m *Mapping) Mask(cells []string) int {
	n := 0
	for _, i := range m.plan.masked {
		if i < len(cells) && cells[i] != "" && !isMissing(cells[i]) {
			cells[i] = Masked
			n++
		}
	}
	for i, cell := range cells {
		if len(cell) < 12 || m.plan.hidden(i) {
			continue
		}
		if masked, found := maskLabelled(cell); found > 0 {
			cells[i] = masked
			n += found
		}
	}
	return n
}

// maskedSamples masks what free text calls a personal id in the samples that
// are shown.
func maskedSamples(samples []string) []string {
	out := make([]string, len(samples))
	for i, text := range samples {
		out[i], _ = maskLabelled(text)
	}
	return out
}

// idLabels are the words that call a number in free text a personal id.
var idLabels = [...]string{"pesel", "cnp", "fødselsnr", "fødselsnummer", "fodselsnummer", "fodselsnr", "personnummer", "personnr",
	"nir", "ssn", "social security", "sécurité sociale", "securite sociale", "steuer-id", "steuerid", "idnr", "nino",
	"national insurance", "iban", "card", "kreditkarte", "karta", "carte", "fnr", "d-nummer"}

// maskLabelled masks the numbers that follow such a label within a few signs.
func maskLabelled(text string) (string, int) {
	if !mayHoldLabel(text) {
		return text, 0
	}
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // case folding changed lengths: rare letters
		lower = text
	}
	n := 0
	for _, label := range idLabels {
		for from := 0; ; {
			at := strings.Index(lower[from:], label)
			if at < 0 {
				break
			}
			at += from
			from = at + len(label)
			if at > 0 && isLetter(lower[at-1]) || from < len(lower) && isLetter(lower[from]) {
				continue
			}
			start, end := numberAfter(text, from)
			if end == 0 {
				continue
			}
			text, lower = text[:start]+Masked+text[end:], lower[:start]+Masked+lower[end:]
			from = start + len(Masked)
			n++
		}
	}
	return text, n
}

// mayHoldLabel is the fast way out: a text with fewer than six digits, or
// without three letters, holds no labelled id.
func mayHoldLabel(text string) bool {
	counts := uint64(0)
	for i := range len(text) {
		counts += labelSigns[text[i]]
	}
	return counts>>32 >= 6 && counts&math.MaxUint32 >= 3
}

// labelSigns count a digit in the upper half of a number, a letter in the lower.
var labelSigns = func() (signs [256]uint64) {
	for c := range signs {
		switch {
		case isDigit(byte(c)):
			signs[c] = 1 << 32
		case isLetter(byte(c)):
			signs[c] = 1
		}
	}
	return signs
}()

// numberAfter finds an id of six signs with at least six digits that begins
// within twelve signs after a label: words such as "nr" and signs such as ":"
// may stand between.
func numberAfter(text string, from int) (start, end int) {
	start = from
	for start < len(text) && start-from < 12 && !isDigit(text[start]) && !startsCode(text[start:]) {
		start++
	}
	if start >= len(text) || start-from >= 12 {
		return 0, 0
	}
	count := 0
	for end = start; end < len(text); end++ {
		c := text[end]
		if isDigit(c) {
			count++
		} else if !isUpper(c) && !oneOf(c, " -./") {
			break
		} else if oneOf(c, " -./") && (end+1 >= len(text) || !isDigit(text[end+1]) && !isUpper(text[end+1])) {
			break
		} else if isUpper(c) && count > 0 && end+1 < len(text) && isUpper(text[end+1]) && end+2 < len(text) && isLetter(text[end+2]) {
			break
		}
	}
	if count < 6 {
		return 0, 0
	}
	for end > start && oneOf(text[end-1], " -./") {
		end--
	}
	return start, end
}

// startsCode tells whether an IBAN or a British number begins here.
func startsCode(s string) bool {
	return len(s) > 4 && isUpper(s[0]) && isUpper(s[1]) && (isDigit(s[2]) || s[2] == ' ' && isDigit(s[3]))
}

// restricted reads a cell of a restriction or consent column.
func restricted(text string) string {
	answer, _ := market.Restricted(text)
	return answer
}
