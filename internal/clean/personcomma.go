package clean

import (
	"strings"

	"goldpan/internal/market"
)

// splitCommas reads "Last, First", "First Last, Jr., MD" and "Last, Jr.,
// First".
func (s *nameSplitter) splitCommas(head, tail string) {
	parts := make([]string, 0, 6)
	for part := range strings.SplitSeq(tail, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	switch {
	case len(parts) == 0 || head == "":
		s.pieces.split(strings.TrimSpace(head+" "+strings.Join(parts, " ")), s.country)
		s.splitWords()
	case s.allSuffixes(parts[0]) && len(parts) > 1 && !s.allSuffixes(parts[1]):
		s.addSuffix(parts[0])
		s.splitInverted(head, parts[1], parts[2:])
	case s.allSuffixes(parts[0]) && (strings.IndexByte(head, ' ') > 0 || len(parts) == 1 && !s.titleOnly(parts[0])):
		for _, part := range parts {
			s.addSuffix(part)
		}
		s.pieces.split(head, s.country)
		s.splitWords()
	case strings.IndexByte(head, ' ') > 0 && market.NameMarks(firstWord(parts[0]))&market.BirthMark != 0:
		s.person.code("birth-name-left-out")
		s.pieces.split(head, s.country)
		s.splitWords()
	case strings.IndexByte(head, ' ') > 0 && namesJob(parts[0], s.country):
		for _, part := range parts {
			s.note(part)
		}
		s.pieces.split(head, s.country)
		s.splitWords()
	case s.besideName(head, parts[0]):
		s.person.Beside.Company = parts[0]
		s.person.code("company-beside-name")
		s.pieces.split(head, s.country)
		s.splitWords()
	default:
		s.splitInverted(head, parts[0], parts[1:])
	}
}

// firstWord is a text up to its first blank.
func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// allSuffixes tells whether a part between commas holds nothing but suffixes
// or titles.
func (s *nameSplitter) allSuffixes(part string) bool {
	var p namePieces
	p.split(part, s.country)
	for i := range p.n {
		if !p.isSuffix(i, false) && !p.isNumeral(i) && !(p.has(i, market.TitleWord) && strings.Contains(p.str(i), ".") && p.n == 1) {
			return false
		}
	}
	return p.n > 0
}

// titleOnly tells a part that is one title: "Andrews, Rev.".
func (s *nameSplitter) titleOnly(part string) bool {
	kind := classifyName(part, s.country)
	return kind&market.TitleWord != 0 && kind&market.GenerationWord == 0
}

// firmBehindComma tells whether a text that names a firm names a person first.
func (s *nameSplitter) firmBehindComma(text string) bool {
	head, tail, found := strings.Cut(text, ",")
	return found && strings.IndexByte(head, ' ') > 0 && startsGiven(head, s.country) &&
		strings.IndexByte(strings.TrimSpace(tail), ' ') > 0 && namesCompany(tail, s.country) && !namesCompany(head, s.country)
}

// besideName tells "Jan Nowak, Nowak Consulting": a full name with a firm.
func (s *nameSplitter) besideName(head, part string) bool {
	var p namePieces
	p.split(part, s.country)
	firm := namesCompany(part, s.country)
	for i := range p.n {
		firm = firm || p.has(i, market.BusinessWord) && !p.has(i, market.GivenWord)
	}
	if !firm {
		return false
	}
	p.split(head, s.country)
	return p.n >= 2 && (p.has(0, market.GivenWord) || p.has(0, market.TitleWord))
}

// splitInverted reads a last name, and the given names behind its comma.
func (s *nameSplitter) splitInverted(head, given string, rest []string) {
	p := &s.pieces
	p.split(head, s.country)
	if p.n > 1 && !p.nobility(0) {
		s.takeTitles(false)
	}
	from := p.n
	for from > 1 && (p.isSuffix(from-1, s.shouted) || p.isNumeral(from-1)) {
		from--
	}
	for i := from; i < p.n; i++ {
		s.addSuffix(p.str(i))
	}
	last := p.span(0, from)

	p.split(given, s.country)
	s.dropBirthName(1)
	p.joinConjunctions(s.shouted)
	s.takeTitles(p.n == 1 && !p.has(0, market.GivenWord|market.GivenAlsoWord|market.FamilyWord))
	n := p.n
	for n > 1 && (p.isSuffix(n-1, s.shouted) || p.isNumeral(n-1) && n > 2) {
		n--
	}
	for i := n; i < p.n; i++ {
		s.addSuffix(p.str(i))
	}
	tail := n // Goethe, Johann Wolfgang von
	for tail > 1 && p.has(tail-1, market.ParticleWord) && !p.has(tail-1, market.GivenWord) {
		tail--
	}
	if tail < n && tail > 1 && p.nobility(tail-1) { // Birke, Karl Freiherr von
		tail--
	}
	if tail < n {
		last = p.span(tail, n) + " " + last
	}
	s.person.Middle = p.span(1, tail)
	for _, part := range rest {
		if s.person.Middle == "" && isInitial(part) && classifyName(part, s.country)&market.GenerationWord == 0 { // HERON,JOHN,Q
			s.person.Middle = part
		} else {
			s.addSuffix(part)
		}
	}
	s.person.First = p.span(0, min(1, tail))
	s.person.Last = last
	if s.person.First == "" && p.n == 1 {
		s.person.First = p.str(0)
	}
}
