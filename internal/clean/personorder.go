package clean

import (
	"strings"

	"goldpan/internal/market"
)

// familyFirst recognises a name that begins with the family's, and assigns
// its parts. Evidence, strongest first: capitals ("DUPONT Jean"), the list's
// habit, known given names in countries whose registers write so.
func (s *nameSplitter) familyFirst() bool {
	p := &s.pieces
	if p.n < 2 {
		return false
	}
	if eastern(s.country) && s.easternOrder() {
		return true
	}
	if n := s.trailingInitials(); n > 0 {
		s.person.Last, s.person.First, s.person.Middle = p.str(0), p.str(1), p.span(2, p.n)
		s.person.code("order-swapped")
		return true
	}
	if n, found := s.capitalRun(); found {
		if n > 0 {
			s.assignFamilyFirst(n)
			s.person.code("order-swapped")
			return true
		}
		n = -n
		s.person.First = p.str(0)
		s.person.Middle = p.span(1, p.n-n)
		s.person.Last = p.span(p.n-n, p.n)
		return true
	}
	if s.order == "last-first" && !s.clearlyGivenFirst() || s.order == "" && s.clearlyFamilyFirst() {
		s.assignFamilyFirst(s.familyLength())
		s.person.code("order-swapped")
		return true
	}
	return false
}

// trailingInitials counts the initials behind a name that begins with the
// family's: "Heron J A", "SMITH JOHN A", "Heron JA". Two unknown words before
// one initial may stand either way and are left alone.
func (s *nameSplitter) trailingInitials() int {
	p := &s.pieces
	n := 0
	for n < p.n-1 && isInitial(p.str(p.n-1-n)) {
		n++
	}
	if n == 0 && p.n == 2 && joinedInitials(p.str(1)) {
		n = 2
	}
	if n == 0 && p.n == 2 && !s.shouted && twoInitials(p.str(1)) && capitalName(p.str(1)) && !capitalName(p.str(0)) {
		n = 2
	}
	if n == 0 || isInitial(p.str(0)) || p.has(0, market.GivenWord|market.GivenAlsoWord|market.ParticleWord) {
		return 0
	}
	family := p.has(0, market.FamilyWord) || familyShape(p.str(0))
	switch {
	case p.n-n <= 1 && (family || n > 1 || s.country == "GB" || s.country == "IE"):
		return n
	case p.n-n == 2 && p.has(1, market.GivenWord) && (family || !p.has(1, market.FamilyWord)):
		return n
	}
	return 0
}

// twoInitials tells JA, PJ: two or three letters run together.
func twoInitials(word string) bool {
	return len(word) == 2 && isASCIILetter(word[0]) && isASCIILetter(word[1]) && classifyName(word, "")&(market.CredentialWord|market.CapitalsWord|market.GenerationWord) == 0
}

// joinedInitials tells J.-P. and J-P.
func joinedInitials(word string) bool {
	a, b, found := strings.Cut(word, "-")
	return found && isInitial(a) && isInitial(b)
}

// capitalRun finds words in capitals at one end of a name in mixed case: a
// positive number of words at the start, a negative one at the end of the
// name. Initials and short given names such as JP are no such run.
func (s *nameSplitter) capitalRun() (int, bool) {
	p := &s.pieces
	if s.shouted || p.n < 2 {
		return 0, false
	}
	start, end, small := 0, 0, 0
	for small < p.n && p.has(small, market.ParticleWord) && caseOf(p.str(small)) == allLower { // van der BERG Jan
		small++
	}
	for start = small; start < p.n && capitalName(p.str(start)); {
		start++
	}
	if start == small {
		start = 0
	}
	for end < p.n && capitalName(p.str(p.n-1-end)) {
		end++
	}
	if end > 0 && end < p.n { // Marie de LA TOUR
		for end < p.n-1 && p.has(p.n-1-end, market.ParticleWord) && caseOf(p.str(p.n-1-end)) == allLower {
			end++
		}
	}
	particles := func(from, to int) bool { // VAN DER is no name alone
		for i := from; i < to; i++ {
			if !p.has(i, market.ParticleWord) {
				return false
			}
		}
		return true
	}
	switch {
	case start > 0 && start < p.n && end == 0:
		if particles(0, start) || start == 1 && s.capitalGiven() {
			return 0, false
		}
		for i := start; i < p.n; i++ {
			if known := caseOf(p.str(i)); known == mixedCase || known == allLower && p.has(i, market.GivenWord) {
				return start, true
			}
		}
	case end > 0 && end < p.n && start == 0:
		if end > 1 || len(p.str(p.n-1)) > 2 {
			return -end, true
		}
	}
	return 0, false
}

// capitalGiven tells "JEAN Dupont" and "JP Dupont".
func (s *nameSplitter) capitalGiven() bool {
	p := &s.pieces
	if p.has(0, market.GivenWord) && !p.has(0, market.FamilyWord) && !p.has(p.n-1, market.GivenWord) {
		return true
	}
	return (len(p.str(0)) < 3 || initials(p.str(0))) && !p.has(0, market.FamilyWord)
}

// capitalName tells a word of at least two letters in a row, all capitals.
func capitalName(word string) bool {
	return len(word) > 1 && strings.IndexByte(word, '.') < 0 && caseOf(word) == allUpper && (word[1] != '-' || hasWord(word))
}

// assignFamilyFirst reads n words of family name, then the given names.
func (s *nameSplitter) assignFamilyFirst(n int) {
	p := &s.pieces
	s.person.Last = p.span(0, n)
	first := n
	for first < p.n-1 && (isInitial(p.str(first)) || s.fatherBetween()) { // POPESCU I. Maria: the father's initial
		first++
	}
	if isInitial(p.str(first)) { // SMITH J A
		first = n
	}
	s.person.First = p.str(first)
	s.person.Middle = p.span(first+1, p.n)
	if first > n {
		s.person.Middle = strings.TrimSpace(p.span(n, first) + " " + s.person.Middle)
	}
}

// familyLength counts the words of the family name at the start: particles
// and the word behind them, and further words up to the first given name.
func (s *nameSplitter) familyLength() int {
	p := &s.pieces
	if s.fatherBetween() {
		return 1
	}
	n := 0
	for n < p.n-1 && p.has(n, market.ParticleWord) {
		n++
	}
	n = min(n+1, p.n-1)
	for n < p.n-1 && !p.has(n, market.GivenWord) && !isInitial(p.str(n)) && s.laterGiven(n+1) {
		n++
	}
	return n
}

// laterGiven tells whether a clear given name stands at or behind piece i.
func (s *nameSplitter) laterGiven(i int) bool {
	for ; i < s.pieces.n; i++ {
		if s.pieces.has(i, market.GivenWord) {
			return true
		}
	}
	return false
}

// clearlyGivenFirst tells a name whose words contradict a list's habit.
func (s *nameSplitter) clearlyGivenFirst() bool {
	p := &s.pieces
	last := p.n - 1
	return p.has(0, market.GivenWord) && !p.has(0, market.FamilyWord|market.GivenAlsoWord) &&
		!p.has(last, market.GivenWord|market.GivenAlsoWord) && (p.has(last, market.FamilyWord) || familyShape(p.str(last)))
}

// clearlyFamilyFirst tells a name whose words are surely in register order.
func (s *nameSplitter) clearlyFamilyFirst() bool {
	p := &s.pieces
	last := p.n - 1
	family := p.has(0, market.FamilyWord) || familyShape(p.str(0))
	given := p.has(last, market.GivenWord) && !p.has(last, market.FamilyWord) && (family || !p.has(last, market.GivenAlsoWord))
	if s.familyWithParticle() || s.nationalFamilyFirst(family) || s.coupleBehind() || s.fatherBetween() {
		return true
	}
	if !given || p.has(0, market.GivenWord|market.GivenAlsoWord|market.ParticleWord) || isInitial(p.str(0)) {
		return false
	}
	for i := 1; i < last; i++ {
		if isInitial(p.str(i)) && s.country != "RO" {
			return false
		}
	}
	switch s.country {
	case "PL", "RO", "HU", "FR", "CZ", "SK", "IT", "HR", "BG", "UA", "RU", "RS", "SI", "LT", "LV", "DE", "AT", "NO":
		return true
	}
	return family
}

// nationalFamilyFirst weighs a known family name, or one with an ending that
// no given name has, against a given name that some families bear as well
// ("Schmidt Thomas", "Birke Hans-Peter", "Wronescu Zorel"). It does not
// hold for English names: there Thomas and Carter are both.
func (s *nameSplitter) nationalFamilyFirst(family bool) bool {
	p := &s.pieces
	last := p.n - 1
	if p.has(0, market.ParticleWord) || isInitial(p.str(0)) || isInitial(p.str(last)) {
		return false
	}
	if p.has(0, market.GivenWord|market.GivenAlsoWord) {
		return p.n == 2 && s.martinSophie()
	}
	switch s.country {
	case "PL", "RO", "MD", "UA", "CZ", "SK", "BG":
		if family && !p.has(0, market.FamilyWord) && !p.has(last, market.FamilyWord) && !familyShape(p.str(last)) {
			return true
		}
	case "DE", "AT", "CH", "FR", "BE", "LU", "NO", "SE", "DK", "HU", "IT", "NL":
	default:
		return false
	}
	if !p.has(last, market.GivenWord) {
		return false
	}
	return family || strings.IndexByte(p.str(last), '-') > 0 && !p.has(last, market.GivenAlsoWord)
}

// martinSophie tells a family name that is a given name as well before one
// that is nothing else.
func (s *nameSplitter) martinSophie() bool {
	p := &s.pieces
	switch s.country {
	case "FR", "BE", "DE", "AT", "PL", "RO", "HU":
	default:
		return false
	}
	return p.has(0, market.FamilyWord) && p.has(0, market.GivenAlsoWord) && p.has(1, market.GivenWord) && !p.has(1, market.GivenAlsoWord|market.FamilyWord)
}

// coupleBehind tells "HERON JOHN & MARY".
func (s *nameSplitter) coupleBehind() bool {
	p := &s.pieces
	return p.n == 2 && p.piece[1].known&market.GivenWord != 0 && strings.IndexByte(p.str(1), ' ') > 0 && p.piece[0].known&(market.GivenWord|market.GivenAlsoWord|market.ParticleWord) == 0 && !isInitial(p.str(0))
}

// fatherBetween tells "Dunca Șt. Ion", as Romanians put the father's initial.
func (s *nameSplitter) fatherBetween() bool {
	p := &s.pieces
	if s.country != "RO" || p.n != 3 || p.has(0, market.GivenWord|market.GivenAlsoWord) {
		return false
	}
	father := p.str(1)
	return len(father) <= 4 && strings.HasSuffix(father, ".") && p.has(2, market.GivenWord)
}

// familyWithParticle tells "von Streit Hans": particles, a word, and a given
// name at the end.
func (s *nameSplitter) familyWithParticle() bool {
	p := &s.pieces
	n := 0
	for n < p.n && p.has(n, market.ParticleWord) {
		n++
	}
	last := p.n - 1
	return n > 0 && n+1 < p.n && (n > 1 || !p.has(0, market.GivenParticleWord) || frenchCountry(s.country)) &&
		p.has(last, market.GivenWord) && !p.has(last, market.FamilyWord) && !p.has(n, market.GivenWord)
}

// familyShape tells the endings that only family names have.
func familyShape(word string) bool {
	var room [64]byte
	key := market.AppendSqueezed(room[:0], word)
	n := len(key)
	if n < 5 {
		return false
	}
	switch string(key[n-3:]) {
	case "ski", "ska", "cki", "cka", "wna", "sen", "ovic":
		return string(key[n-3:]) != "sen" || n > 5
	}
	if n < 6 {
		return false
	}
	switch string(key[n-4:]) {
	case "escu", "eanu", "wicz", "czyk", "mann", "dotr", "sson", "enko", "idis":
		return string(key) != "hermann"
	}
	return false
}
