package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"goldpan/internal/market"
)

// namePiece is a part of a name that stays together: a word, or words joined
// by a particle or a conjunction. Its text is text[start:end] of its part.
type namePiece struct {
	start, end int16
	word       market.NameWord
	known      market.NameWord // what the first word of the piece may be
}

// maxName bounds what can be a name, in bytes; what is longer is no name.
const maxName = 1000

// namePieces are the pieces of one part of a name, on the stack.
type namePieces struct {
	text  string
	n     int
	piece [20]namePiece
}

func (p *namePieces) str(i int) string { return p.text[p.piece[i].start:p.piece[i].end] }

// span is the text from piece i to before piece j.
func (p *namePieces) span(i, j int) string {
	if i >= j {
		return ""
	}
	return p.text[p.piece[i].start:p.piece[j-1].end]
}

// has tells whether piece i may be any of the given kinds.
func (p *namePieces) has(i int, kinds market.NameWord) bool { return p.piece[i].word&kinds != 0 }

// split cuts a part at its blanks and classifies the words. Words beyond the
// room stay with the last.
func (p *namePieces) split(text, country string) {
	p.text, p.n = text, 0
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		start := i
		for i < len(text) && text[i] != ' ' {
			i++
		}
		if p.n == len(p.piece) {
			p.piece[p.n-1].end = int16(i)
			continue
		}
		p.add(start, i, country)
	}
	p.joinPhD()
}

// add appends a word; "Dr.Jan" becomes two.
func (p *namePieces) add(start, end int, country string) {
	word := p.text[start:end]
	kind := classifyName(word, country)
	if kind == 0 {
		if dot := strings.IndexByte(word, '.'); dot > 1 && dot < len(word)-2 && p.n+1 < len(p.piece) &&
			classifyName(word[:dot+1], country)&market.TitleWord != 0 && strings.IndexByte(word[dot+1:], '.') < 0 {
			p.add(start, start+dot+1, country)
			start += dot + 1
			kind = classifyName(p.text[start:end], country)
		}
	}
	p.piece[p.n] = namePiece{start: int16(start), end: int16(end), word: kind, known: kind}
	p.n++
}

// joinPhD mends "Ph. D.".
func (p *namePieces) joinPhD() {
	for i := 0; i+1 < p.n; i++ {
		if strings.EqualFold(strings.TrimRight(p.str(i), "."), "ph") && strings.EqualFold(strings.TrimRight(p.str(i+1), "."), "d") {
			p.merge(i, i+2, market.CredentialWord)
		}
	}
}

// merge makes the pieces from i to before j one.
func (p *namePieces) merge(i, j int, word market.NameWord) {
	p.piece[i].end = p.piece[j-1].end
	p.piece[i].word = word
	copy(p.piece[i+1:], p.piece[j:p.n])
	p.n -= j - i - 1
}

// drop takes the pieces from i to before j out.
func (p *namePieces) drop(i, j int) {
	copy(p.piece[i:], p.piece[j:p.n])
	p.n -= j - i
}

// classifyName tells what a word may be in a name.
func classifyName(word, country string) market.NameWord {
	var room [64]byte
	squeezed := market.AppendSqueezed(room[:0], word)
	switch {
	case strings.HasPrefix(word, "("):
		inner, closed := strings.CutSuffix(word[1:], ")")
		switch marks := market.NameMarks(inner); {
		case closed && marks&market.DegreeMark != 0:
			return market.TitleWord
		case closed && marks&market.HonoursMark != 0:
			return market.CredentialWord
		}
		return 0
	case len(squeezed) == 0:
		if word == "&" || word == "+" {
			return market.ConjunctionWord
		}
		return 0
	case len(squeezed) == 1 && squeezed[0] < utf8.RuneSelf:
		return classifyLetter(word, squeezed[0], country)
	}
	kind := market.LookupName(squeezed)
	if kind == 0 {
		switch word {
		case "Ní", "NÍ", "Uí", "UÍ": // with the accent: Ni is a Chinese family
			return market.ParticleWord
		}
		kind = classifyCompound(word)
	}
	if kind&nationalTitles != 0 && nationalTitle(kind, country) {
		kind |= market.TitleWord
	}
	if kind&market.ConjunctionWord != 0 && strings.IndexByte(word, '.') >= 0 { // E.T. and J.A. are initials
		kind &^= market.ConjunctionWord
	}
	if kind&market.TitleWord != 0 && kind&(market.GivenWord|market.GivenAlsoWord) != 0 && !strings.HasSuffix(word, ".") {
		kind &^= market.TitleWord
	}
	if kind&market.TitleWord != 0 && kind&market.ParticleWord != 0 && word[0] >= 'a' && !strings.HasSuffix(word, ".") {
		kind &^= market.TitleWord // av Heron, not Av. Heron
	}
	return kind
}

// classifyLetter tells what a single letter may be: an initial, "M." before a
// French name, "P." before a Polish one, a conjunction, a Roman numeral.
func classifyLetter(word string, letter byte, country string) market.NameWord {
	if len(word) > 1 && (word[0] == '\'' || strings.HasPrefix(word, "’")) { // 't
		return market.ParticleWord
	}
	if n := len(word); n > 1 && (word[n-1] == '\'' || strings.HasSuffix(word, "’")) { // d'
		return market.ParticleWord
	}
	switch letter {
	case 'm':
		if frenchCountry(country) && (len(word) == 2 || country == "FR" && word == "M") {
			return market.TitleWord
		}
	case 'p':
		if country == "PL" && len(word) == 2 {
			return market.TitleWord
		}
	case 'n', 'r', 'o', 's': // dr n. med., r. pr., o. and s. before a monk's or a nun's name
		if word == "Ó" || word == "ó" { // Ó Briain
			return market.ParticleWord
		}
		if country == "PL" && len(word) == 2 && word[1] == '.' && word[0] == letter {
			return market.TitleWord
		}
	case 'y', 'e', 'i':
		if len(word) == 1 {
			kind := market.ConjunctionWord
			if word == "I" {
				kind = market.GenerationWord
			}
			return kind
		}
	case 'v', 'x':
		if word == "v." { // Uwe v. Stein
			return market.ParticleWord
		}
		if word == "V" || word == "X" {
			return market.GenerationWord
		}
	}
	return 0
}

// nationalTitles are the titles of single countries.
const nationalTitles = market.FrenchTitleWord | market.PolishTitleWord | market.RomanianTitleWord

// nationalTitle tells whether a word is a title in the lists of a country.
func nationalTitle(kind market.NameWord, country string) bool {
	switch country {
	case "PL":
		return kind&market.PolishTitleWord != 0
	case "RO", "MD":
		return kind&market.RomanianTitleWord != 0
	}
	return kind&market.FrenchTitleWord != 0 && frenchCountry(country)
}

func frenchCountry(country string) bool {
	switch country {
	case "FR", "BE", "LU", "CH", "MC", "RE", "GP", "MQ", "GF":
		return true
	}
	return false
}

// classifyCompound looks at the parts of "Magistrate-Judge", "Lt.Gov.",
// "Jean-Paul", "Msc.Ed.".
func classifyCompound(word string) market.NameWord {
	cut := strings.IndexAny(word, "-./")
	if cut <= 0 || cut >= len(word)-1 {
		return 0
	}
	dashed := word[cut] == '-'
	if cut >= 4 && strings.EqualFold(word[:4], "dipl") { // Dipl.-Betriebswirtin, whatever the diploma is in
		return market.TitleWord
	}
	all := ^market.NameWord(0)
	var some market.NameWord
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return r == '-' || r == '.' || r == '/' }) {
		var room [64]byte
		kind := market.LookupName(market.AppendSqueezed(room[:0], part))
		all &= kind
		some |= kind
	}
	const suffixes = market.CredentialWord | market.CapitalsWord
	if dashed {
		return all & (market.TitleWord | market.GivenWord | market.GivenAlsoWord | market.FamilyWord | market.CredentialWord)
	}
	if all&market.TitleWord != 0 {
		return market.TitleWord
	}
	if some&suffixes != 0 && all&(market.GivenWord|market.GivenAlsoWord) == 0 && strings.Count(word, ".") > 1 {
		return market.CredentialWord
	}
	return 0
}

// isInitial tells a single letter, with or without a dot.
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && (size == len(word) || word[size:] == ".")
}

// isSuffix tells whether piece i may be a suffix behind a name. Letters that
// are names or words as well count only in capitals or dotted, and never
// where the whole text is in capitals.
func (p *namePieces) isSuffix(i int, shouted bool) bool {
	word, kind := p.str(i), p.piece[i].word
	switch {
	case kind&(market.GenerationWord|market.CredentialWord|market.CapitalsWord) == 0:
		return false
	case kind&market.GenerationWord != 0:
		return !isInitial(word)
	}
	capitals, dots := 0, 0
	for j := 0; j < len(word); j++ {
		if c := word[j]; c >= 'A' && c <= 'Z' {
			capitals++
		} else if c == '.' {
			dots++
		}
	}
	marked := dots > 1 || capitals > 1 && !shouted
	const names = market.ParticleWord | market.GivenWord | market.GivenAlsoWord | market.FamilyWord
	if kind&market.CredentialWord == 0 || kind&names != 0 {
		return marked
	}
	return marked || shouted || len(word) >= 3 || dots > 0 || capitals == 0 && caseOf(p.text) == allLower
}

// isNumeral tells a single Roman numeral that ends a name of three pieces.
func (p *namePieces) isNumeral(i int) bool {
	return p.piece[i].word&market.GenerationWord != 0 && p.piece[i].end-p.piece[i].start == 1
}

// joinConjunctions draws "John and Jane", "Velasquez y Garcia", "Secretary of
// State" together, as python-nameparser does (its documented behaviour; the
// code is our own). A single letter in a short name is an initial instead.
func (p *namePieces) joinConjunctions(shouted bool) {
	names := 0
	found := false
	for i := range p.n {
		if !p.has(i, market.TitleWord) && !(i > 0 && p.isSuffix(i, shouted)) {
			names++
		}
		found = found || p.has(i, market.ConjunctionWord)
	}
	if !found || p.n < 2 {
		return
	}
	for i := 0; i+1 < p.n; {
		if p.conjunction(i, names) && p.conjunction(i+1, 9) || p.has(i, market.ConjunctionWord) && p.conjunction(i+1, names) && p.n > 2 && i > 0 {
			p.merge(i, i+2, market.ConjunctionWord)
			continue
		}
		i++
	}
	for i := 0; i < p.n; i++ {
		if !p.conjunction(i, names) {
			continue
		}
		switch {
		case i == 0 && p.n > 1:
			word := p.piece[1].word & market.TitleWord
			p.merge(0, 2, word)
		case i > 0:
			word := p.piece[i-1].word & market.TitleWord
			if i+1 < p.n && p.has(i-1, market.ParticleWord) && p.has(i+1, market.ParticleWord) { // von und zu
				word = market.ParticleWord
			}
			p.merge(i-1, min(i+2, p.n), word)
			i--
		}
	}
}

// dropSecondPerson leaves a second full name out: "Kari Fjell og Ola Berg".
// Couples who share their family name stay together.
func (s *nameSplitter) dropSecondPerson() {
	p := &s.pieces
	for i := 2; i < p.n-2; i++ {
		if !p.has(i, market.ConjunctionWord) || !p.has(0, market.GivenWord) || !p.has(i+1, market.GivenWord) {
			continue
		}
		if p.has(i-1, market.GivenWord|market.GivenAlsoWord|market.TitleWord) || p.has(i+2, market.ConjunctionWord) {
			continue
		}
		p.n = i
		s.person.code("second-person-left-out")
		return
	}
}

// conjunction tells whether piece i joins its neighbours in a name of so many
// words.
func (p *namePieces) conjunction(i, names int) bool {
	if !p.has(i, market.ConjunctionWord) {
		return false
	}
	switch word := p.str(i); {
	case word == "&" || word == "+":
		return true
	case len(word) > 1:
		return true
	case word == "y" || word == "Y" || word == "e" || word == "i":
		return names > 3
	}
	return false
}

// joinParticles draws particles and what follows together: "de la Vega", "von
// bergen wessels". A leading particle in a name of more words is taken for a
// given name ("Van Nguyen") unless it never is one.
func (p *namePieces) joinParticles(shouted, leading bool) {
	for i := 0; i < p.n; i++ {
		if !p.has(i, market.ParticleWord) && !p.nobility(i) || i == 0 && !leading {
			continue
		}
		j := i + 1
		for j < p.n && p.has(j, market.ParticleWord) { // de la, von der
			j++
		}
		for j < p.n && !p.has(j, market.ParticleWord) && !p.isSuffix(j, shouted) && !p.isNumeral(j) {
			j++
		}
		if j > i+1 {
			p.merge(i, j, market.ParticleWord)
		}
	}
}
