package columns

import (
	"strings"

	"goldpan/internal/market"
)

// kind is one shape a value may have; a value may have several.
type kind uint8

const (
	kEmail kind = iota
	kURL
	kLinkedIn
	kPhone     // digits, blanks and phone punctuation, 7 to 15 digits
	kPhoneSure // with +, a trunk zero, or grouped
	kMobile    // begins like a mobile of the home markets
	kDigits    // nothing but digits
	kInt       // a whole number, separators allowed
	kNumber    // a number with decimals or a currency
	kMoney     // with a currency sign or unit word
	kBand      // 51-200, 250+, "1 to 4"
	kDate
	kYear
	kPostal     // has the shape of a postal code
	kPostalSure // of one that only one country uses
	kCountry
	kCode2 // two capital letters
	kRegion
	kPerson // two to four words of letters
	kComma  // LAST, First
	kWord   // letters only, one or two words
	kText   // holds letters
	kLong   // six words or more
	kGiven  // a given name among the words
	kLegal
	kHonorific
	kGender
	kYesNo
	kTitle
	kStreet
	kNumbered // a street line: words and a number
	kAddress  // a one-line address: street, commas, postal code or city
	kCityLine // city and postal code in one
	kPlace    // "Springfield, Illinois, United States"
	kVerifier
	kStatus
	kStage
	kInterest
	kSeniority
	kRestricted // a word of restriction columns
	kClosed     // one that is more than a yes: "do not call", "opted out"
	kObjection  // one that objects whatever its column is for
	kIDShape    // few letters, digits and separators, no blanks beyond groups
	kCodeShape  // an industry code
	kConfidence // A+, 68%
	kHash
	kStars // 4.5: what guests think, not what a bank does
	numKinds
)

// idKind is one kind of identifier whose values can be proved.
type idKind uint8

const (
	idNIP idKind = iota
	idREGON
	idKRS
	idCUI
	idONRC
	idOrgnr
	idSIREN
	idSIRET
	idVAT
	idUStID
	idEIN
	idCRN
	idLEI
	idABN
	idPESEL // the first of the national personal ids and payment numbers
	idCNP
	idFnr
	idNIR
	idSteuer
	idNINO
	idSSN
	idIBAN
	idCard
	numIDs
)

var idNames = [numIDs]string{"nip", "regon", "krs", "cui", "onrc", "orgnr", "siren", "siret", "vat", "ustid", "ein",
	"crn", "lei", "abn", "pesel", "cnp", "fodselsnummer", "nir", "steuer-id", "nino", "ssn", "iban", "card"}

// values is what the sample of one column shows.
type values struct {
	cells   int // sampled
	filled  int // neither blank nor a word for missing
	kinds   [numKinds]int
	ids     [numIDs]int
	first   map[string]int // how often each value was seen, up to a limit
	samples []string
	dates   dateEvidence
	decimal decimalEvidence
	digits  [20]int // values by their number of digits, nothing else in them
	ints    []small // small whole numbers, for months, days and ages
	country map[string]int
	weight  int // how often the value being looked at was seen
}

// small is a whole number and how often it was seen.
type small struct{ n, times int }

// sampled cells per column: enough for every decision below.
const maxSampled = 400

func (v *values) share(k kind) float64 {
	if v.filled == 0 {
		return 0
	}
	return float64(v.kinds[k]) / float64(v.filled)
}

func (v *values) idShare(k idKind) float64 {
	if v.filled == 0 {
		return 0
	}
	return float64(v.ids[k]) / float64(v.filled)
}

func (v *values) fill() float64 {
	if v.cells == 0 {
		return 0
	}
	return float64(v.filled) / float64(v.cells)
}

// distinct is the share of different values among those sampled.
func (v *values) distinct() float64 {
	if v.filled == 0 {
		return 0
	}
	return float64(len(v.first)) / float64(v.filled)
}

// survey looks at a column's sample: at cells spread over all of it, or at
// every one where the column is sparse.
func survey(sample [][]string, column int) *values {
	step := max(1, len(sample)/maxSampled)
	v := count(sample, column, step)
	if step > 1 && v.filled < 20 {
		v = count(sample, column, 1)
	}
	return v
}

// count looks at every step-th cell of a column, at equal cells once.
func count(sample [][]string, column, step int) *values {
	v := &values{first: map[string]int{}, country: map[string]int{}}
	var order []string
	for i := 0; i < len(sample); i += step {
		if column >= len(sample[i]) {
			continue
		}
		v.cells++
		text := strings.TrimSpace(sample[i][column])
		if whole, damaged := strings.CutSuffix(text, ".0"); damaged && digits(whole) {
			text = whole // a spreadsheet's decimal of a code or a phone
		}
		if isMissing(text) {
			continue
		}
		v.filled++
		if v.first[text]++; v.first[text] == 1 {
			order = append(order, text)
		}
	}
	v.samples = order[:min(3, len(order))]
	for _, text := range order {
		v.weight = v.first[text]
		v.look(text)
	}
	return v
}

// look counts what one value is, as often as it was seen.
func (v *values) look(text string) {
	s := shapeOf(text)
	v.lookNumbers(&s)
	v.lookIDs(&s)
	v.lookWords(&s)
	v.dates.add(text, v.weight)
	v.decimal.add(text, v.weight)
}

func (v *values) add(k kind, yes bool) {
	if yes {
		v.kinds[k] += v.weight
	}
}

// isMissing knows the words lists write for nothing.
func isMissing(text string) bool {
	if text == "" || len(text) > 12 {
		return text == ""
	}
	switch market.Key(text) {
	case "", "null", "n a", "na", "none", "nan", "nil", "brak", "b d", "k a", "unbekannt", "inconnu",
		"ukjent", "undefined", "lipsa", "xx", "tbd", "n v t":
		return true
	}
	return false
}

// shape is a value taken apart once for all detectors.
type shape struct {
	text    string
	key     string
	words   []string
	digits  string // the digits alone
	letters int
	others  int // signs that are neither letters, digits nor blanks
}

func shapeOf(text string) shape {
	s := shape{text: text, key: market.Key(text)}
	s.words = strings.Fields(s.key)
	var only []byte
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			only = append(only, byte(r))
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r != 0xD7 && r != 0xF7 && r < 0x2000:
			s.letters++
		case r == ' ' || r == 0xA0 || r == 0x202F || r == '\t':
		default:
			s.others++
		}
	}
	s.digits = string(only)
	return s
}
