package columns

import (
	"strings"

	"goldpan/internal/market"
)

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
	if answer, known := market.Restricted(text); known {
		v.kinds[kRestricted] += v.weight
		v.add(kClosed, answer == "yes" && len(s.words) > 1)
	}
	v.add(kObjection, market.Objection(text, false) != "")
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
