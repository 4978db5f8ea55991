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

// lookWords counts what the letters of a value say.
func (v *values) lookWords(s *shape) {
	text, lower := s.text, ""
	if at := strings.IndexByte(text, '@'); at > 0 && at < len(text)-2 && strings.IndexByte(text[at:], '.') > 0 ||
		at < 0 && s.letters > 5 && (strings.Contains(text, "(at)") || strings.Contains(text, "[at]")) {
		v.kinds[kEmail] += v.weight
		return
	}
	if s.others > 0 {
		lower = strings.ToLower(text)
		if isURL(lower, s) {
			v.kinds[kURL] += v.weight
			v.add(kLinkedIn, strings.Contains(lower, "linkedin.") || strings.Contains(lower, "xing."))
			return
		}
	}
	if s.letters == 0 {
		v.add(kYesNo, market.Cues(s.key)&(market.CueYes|market.CueNo) != 0)
		v.add(kGender, s.key == "1" || s.key == "2")
		return
	}
	v.kinds[kText] += v.weight
	if isMachine(text) {
		v.kinds[kHash] += v.weight
		return
	}
	whole := market.Cues(s.key)
	v.add(kHonorific, whole&market.CueHonorific != 0 || allCues(s.words, market.CueHonorific))
	v.add(kGender, whole&market.CueGender != 0)
	v.add(kYesNo, whole&(market.CueYes|market.CueNo) != 0)
	v.add(kStatus, whole&market.CueStatus != 0)
	v.add(kStage, whole&market.CueStage != 0)
	v.add(kInterest, whole&market.CueInterest != 0)
	v.add(kSeniority, whole&market.CueSeniority != 0)
	v.add(kVerifier, market.IsEmailStatus(text))
	if _, known := market.Restricted(text); known {
		v.kinds[kRestricted] += v.weight
	}
	v.add(kConfidence, len(text) <= 4 && (strings.HasSuffix(text, "%") || len(text) <= 2 && text[0] >= 'A' && text[0] <= 'F'))
	v.add(kCode2, len(text) == 2 && isUpper(text[0]) && isUpper(text[1]))
	v.lookPlaces(s)
	v.lookNames(s)
}

// isMachine tells whether a value was written by a program for a program:
// JSON, a path, an identifier with underscores.
func isMachine(text string) bool {
	return text[0] == '{' || text[0] == '[' || text[0] == '/' ||
		strings.IndexByte(text, '_') > 0 && strings.IndexByte(text, ' ') < 0
}

func (v *values) lookPlaces(s *shape) {
	if len(s.text) >= 2 && len(s.text) <= 40 && s.digits == "" {
		if code, ok := market.Country(s.text); ok {
			v.kinds[kCountry] += v.weight
			v.country[code] += v.weight
		}
		for _, c := range homeMarkets {
			if _, ok := market.Region(c, s.text); ok {
				v.kinds[kRegion] += v.weight
				break
			}
		}
	}
	street := hasCue(s.words, market.CueStreet)
	numbered := s.digits != "" && len(s.digits) <= 12 && s.letters >= 3
	v.add(kStreet, street)
	v.add(kNumbered, numbered && len(s.words) >= 2)
	commas := strings.Count(s.text, ",") + strings.Count(s.text, "\n")
	postal := hasPostalWord(s)
	v.add(kAddress, numbered && len(s.words) >= 4 && (commas >= 2 || commas >= 1 && postal || postal && len(s.words) >= 5))
	v.add(kPlace, s.digits == "" && commas >= 1 && commas <= 3 && endsInPlace(s.text))
	v.add(kCityLine, postal && s.letters >= 3 && len(s.words) <= 6 && !street)
}

// endsInPlace tells whether what follows the last comma is a country or a
// region.
func endsInPlace(text string) bool {
	tail := strings.TrimSpace(text[strings.LastIndexByte(text, ',')+1:])
	if _, ok := market.Country(tail); ok {
		return true
	}
	for _, c := range homeMarkets {
		if _, ok := market.Region(c, tail); ok {
			return true
		}
	}
	return false
}

// homeMarkets are the countries whose regions and numbers are told apart.
var homeMarkets = []string{"PL", "RO", "NO", "FR", "DE", "GB", "US", "AU", "CA"}

func (v *values) lookNames(s *shape) {
	n := len(s.words)
	if n == 0 {
		return
	}
	plain := s.digits == "" && s.others <= 3
	legal := false
	for _, word := range s.words {
		legal = legal || market.Cues(word)&market.CueLegal != 0 && (n > 1 || !market.GivenName(word))
	}
	legal = legal || strings.Contains(s.text, "&") || dottedForm(s.text)
	v.add(kGiven, plain && n <= 5 && (market.GivenName(s.words[0]) || market.GivenName(s.words[n-1])))
	v.add(kTitle, n <= 8 && isTitle(s))
	v.add(kLegal, legal)
	v.add(kPerson, plain && n >= 2 && n <= 5 && !legal)
	v.add(kComma, plain && n >= 2 && n <= 5 && strings.Count(s.text, ",") == 1)
	v.add(kWord, plain && n >= 1 && n <= 2)
	v.add(kLong, n >= 6)
}

// isTitle tells whether a value, or a word of it, is a rank or an occupation.
func isTitle(s *shape) bool {
	if e := market.TitlePhrase([]byte(s.key)); e != nil && e.Level != "" {
		return true
	}
	for _, word := range s.words {
		if e := market.TitlePhrase([]byte(word)); e != nil && e.Level != "" {
			return true
		}
		if head, _ := market.TitleCompound([]byte(word)); head != nil {
			return true
		}
	}
	return false
}

// dottedForm finds legal forms written with dots: "S.A.", "sp. z o.o.".
func dottedForm(text string) bool {
	lower := strings.ToLower(text)
	for _, form := range []string{"s.a", "s.r.l", "sp. z", "z o.o", "s.c.", "sp.j", "sp.k", "e.k", "e.v", "l.l.c", "a/s", "s.p.a", "b.v", "n.v"} {
		if strings.Contains(lower, form) {
			return true
		}
	}
	return false
}

func hasCue(words []string, c market.Cue) bool {
	for _, word := range words {
		if market.Cues(word)&c != 0 {
			return true
		}
	}
	return false
}

func allCues(words []string, c market.Cue) bool {
	for _, word := range words {
		if market.Cues(word)&c == 0 {
			return false
		}
	}
	return len(words) > 0
}

// isURL takes addresses with a scheme or www, and bare hosts.
func isURL(lower string, s *shape) bool {
	if strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "www.") {
		return true
	}
	if strings.ContainsAny(lower, " ,;") {
		return false
	}
	host, _, _ := strings.Cut(lower, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot < 2 || len(host)-dot < 3 || len(host)-dot > 12 || s.letters < 4 {
		return false
	}
	for i := dot + 1; i < len(host); i++ {
		if host[i] < 'a' || host[i] > 'z' {
			return false
		}
	}
	return true
}

// hasPostalWord tells whether a word of a line looks like a postal code.
func hasPostalWord(s *shape) bool {
	for field := range strings.FieldsSeq(s.text) {
		field = strings.Trim(field, ",;()")
		if n := len(field); n >= 4 && n <= 6 && digits(field) && n != 4 || n == 6 && market.CountryOfPostal(field) == "PL" ||
			n == 10 && market.CountryOfPostal(field) == "US" {
			return true
		}
		if len(field) == 4 && digits(field) && s.words[0] == field {
			return true
		}
	}
	if n := len(s.words); n >= 2 {
		return market.CountryOfPostal(strings.ToUpper(s.words[n-2]+" "+s.words[n-1])) == "GB" && s.digits != ""
	}
	return false
}
