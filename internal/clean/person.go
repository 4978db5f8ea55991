package clean

import (
	"strings"
	"unicode/utf8"

	"goldpan/internal/market"
)

// Person is a name in its parts, spelled as it should be displayed.
type Person struct {
	Prefix, First, Middle, Last, Suffix, Nickname string

	Beside      Beside   // what else stood in the cell
	Company     bool     // the text names a company, not a person: no part is filled
	Placeholder bool     // nobody's name: John Doe, Max Mustermann; without parts where it is no name at all
	Codes       []string // what was done, in kebab-case: "case-restored", "order-swapped"
}

func (p *Person) code(code string) {
	for _, have := range p.Codes {
		if have == code {
			return
		}
	}
	p.Codes = append(p.Codes, code)
}

// SplitName takes a full name apart. Country (alpha-2, "" unknown) decides
// national habits; order is "last-first" or "first-last" where the whole list
// is known to keep it, "" to decide by the name alone.
//
// The order of work follows python-nameparser (commas, then titles, suffixes,
// conjunctions and particles), whose results its test suite fixes; beyond it
// the order of family and given name is read off capitals, the list's habit
// and known given names.
func SplitName(full, country, order string) Person {
	s := nameSplitter{country: country, order: order}
	s.run(full)
	if !s.person.Company && !s.plain {
		s.person.settle(country)
	}
	return s.person
}

// nameSplitter is the work on one full name.
type nameSplitter struct {
	country, order string
	shouted        bool // no lower-case letter in the whole text
	firstTitle     bool // the prefix ends in a title that a first name follows
	plain          bool // a usual name: the parts need no second look
	odd            bool // signs stood in it that no usual name has
	person         Person
	pieces         namePieces
}

func (s *nameSplitter) run(full string) {
	text := tidy(full)
	signs := signsOf(text)
	if signs&pictureSign != 0 {
		text = withoutPictures(text)
	}
	if text == "" {
		return
	}
	if len(text) > maxName {
		s.person.Last = text
		s.person.code("too-long")
		return
	}
	s.odd = signs&besideSign != 0
	if s.odd && (!namesCompany(text, s.country) || startsGiven(text, s.country)) {
		if text = s.takeBeside(text); text == "" {
			return
		}
		signs = signsOf(text)
	}
	text = withoutStop(text, s.country)
	if signs&(commaSign|quoteSign) == 0 {
		s.pieces.split(text, s.country)
		s.runWords(text)
		return
	}
	if s.placeholder(text) {
		return
	}
	if signs&quoteSign != 0 {
		text = s.takeNicknames(text)
	}
	if text == "" {
		s.person.Last, s.person.Nickname = s.person.Nickname, ""
		return
	}
	s.shouted = caseOf(text) == allUpper
	if namesCompany(text, s.country) && !s.firmBehindComma(text) {
		s.refuseCompany()
		return
	}
	if head, tail, commas := strings.Cut(text, ","); commas {
		s.splitCommas(strings.TrimSpace(head), tail)
	} else {
		s.pieces.split(text, s.country)
		s.splitWords()
	}
	s.person.restoreCase(s.country)
}

// runWords splits a text without commas and quotes, whose words are in
// pieces.
func (s *nameSplitter) runWords(text string) {
	p := &s.pieces
	var all market.NameWord
	for i := range p.n {
		all |= p.piece[i].known
	}
	const odd = market.BusinessWord | market.FormWord | market.NobodyWord | market.SpecimenWord | market.OfficeWord | market.TitleWord | market.ConjunctionWord | market.ParticleWord
	if (all&(market.NobodyWord|market.SpecimenWord|market.OfficeWord) != 0 || len(text) < 8) && s.placeholder(text) {
		return
	}
	if all&(market.BusinessWord|market.FormWord) != 0 && namesCompany(text, s.country) {
		s.refuseCompany()
		return
	}
	s.shouted = caseOf(text) == allUpper
	s.plain = !s.odd && all&odd == 0 && s.order == "" && p.n == 2 && strings.IndexByte(text, '.') < 0 && len(p.str(0)) > 3 && caseOf(text) != noLetters
	s.splitWords()
	s.plain = s.plain && s.person.Suffix == ""
	s.person.restoreCase(s.country)
}

// placeholder marks a name that stands for nobody, and tells whether it is
// none at all.
func (s *nameSplitter) placeholder(text string) bool {
	kind := placeholderText(text)
	s.person.notePlaceholder(kind)
	if kind == market.OfficeName {
		s.note(text)
	}
	return kind >= market.OfficeName
}

func (s *nameSplitter) refuseCompany() {
	s.person = Person{Company: true, Codes: []string{"company-not-person"}}
}

// splitWords reads the pieces as one run of words without commas.
func (s *nameSplitter) splitWords() {
	p := &s.pieces
	s.dropForward()
	s.dropObjection()
	s.dropBirthName(1)
	s.dropJob()
	s.dropSecondPerson()
	p.joinConjunctions(s.shouted)
	s.takeTitles(true)
	s.takeSuffixes()
	if p.n == 0 {
		return
	}
	if p.n > 3 && p.n%2 == 0 && strings.EqualFold(p.span(0, p.n/2), p.span(p.n/2, p.n)) { // the whole name twice
		p.n /= 2
	}
	if s.familyFirst() {
		return
	}
	if s.pairOfFamilies() {
		s.person.Last = p.span(0, p.n)
		return
	}
	p.joinParticles(s.shouted, s.leadingParticle())
	s.assign()
}

// assign reads first, middle and last name off the pieces left.
func (s *nameSplitter) assign() {
	p := &s.pieces
	switch {
	case p.n == 1 && (s.person.Prefix != "" && !s.firstTitle || p.has(0, market.ParticleWord) && strings.IndexByte(p.str(0), ' ') > 0):
		s.person.Last = p.str(0)
	case p.n == 1:
		if p.str(0)[0] < utf8.RuneSelf || !s.splitIdeographs(p.str(0)) {
			s.person.First = p.str(0)
		}
	default:
		last := s.lastFrom()
		s.person.First = p.str(0)
		s.person.Middle = p.span(1, last)
		s.person.Last = p.span(last, p.n)
	}
}

// pairOfFamilies tells "Ruiz y Picasso": two family names and no given one.
// Spaniards write "e" before a name that sounds like i, Catalans "i"; in
// capitals both may be initials as well.
func (s *nameSplitter) pairOfFamilies() bool {
	p := &s.pieces
	if p.n != 3 || p.has(0, market.GivenWord|market.GivenAlsoWord|market.ParticleWord) || isInitial(p.str(0)) || isInitial(p.str(2)) {
		return false
	}
	switch p.str(1) {
	case "y":
		return true
	case "Y":
		return s.shouted && (p.has(0, market.FamilyWord) || p.has(2, market.FamilyWord))
	case "E", "e":
		second := strings.ToLower(p.str(2))
		return p.str(1) == "E" && p.has(0, market.FamilyWord) || strings.HasPrefix(second, "i") || strings.HasPrefix(second, "hi")
	case "I", "i":
		return p.has(0, market.FamilyWord) || !p.has(2, market.FamilyWord|market.GivenWord|market.GivenAlsoWord)
	}
	return false
}

// lastFrom is the piece at which the last name begins: the last one, or the
// last two where people carry both parents' names.
func (s *nameSplitter) lastFrom() int {
	p := &s.pieces
	switch s.country {
	case "ES", "MX", "AR", "CO", "CL", "PE", "VE", "EC", "UY", "BO", "CR", "GT", "DO", "CU":
		if p.n >= 3 && !p.has(p.n-2, market.GivenWord) && !isInitial(p.str(p.n-2)) {
			return p.n - 2
		}
	}
	return p.n - 1
}

// leadingParticle tells whether a particle at the very start belongs to a
// last name that stands alone: "von Streit", "Van der Post", but not "Van
// Nguyen" or "Al Arnold Gore".
func (s *nameSplitter) leadingParticle() bool {
	p := &s.pieces
	if p.n < 2 || !p.has(0, market.ParticleWord) {
		return false
	}
	if !p.has(0, market.GivenParticleWord) {
		return true
	}
	word := p.str(0)
	switch strings.ToLower(word) {
	case "al", "ben", "mac", "abu", "della":
		return false
	}
	return p.has(1, market.ParticleWord) || p.n == 2 && (s.shouted || caseOf(word) == allLower)
}

// takeTitles moves the titles before a name to the prefix. A title alone is
// taken only where nothing else could follow ("Coach").
func (s *nameSplitter) takeTitles(alone bool) {
	p := &s.pieces
	n := 0
	for n < p.n && p.has(n, market.TitleWord) && (n+1 < p.n || alone && n == 0) && !s.titleIsFamily(n) {
		n++
	}
	if n == 0 {
		return
	}
	s.addPrefix(p.span(0, n))
	s.firstTitle = p.piece[n-1].known&market.FirstTitleWord != 0
	p.drop(0, n)
}

// titleIsFamily tells "KING Graeme" and "GRAF Johannes": a title in capitals
// before a name in mixed case is the family's name.
func (s *nameSplitter) titleIsFamily(i int) bool {
	word := s.pieces.str(i)
	if s.shouted || i > 0 || len(word) < 4 || !capitalName(word) {
		return false
	}
	switch word {
	case "PROF", "MISS", "HERR", "FRAU", "HERRN", "PANI", "MLLE", "DIPL", "HONORABLE":
		return false
	}
	return true
}

func (s *nameSplitter) addPrefix(title string) {
	if s.person.Prefix != "" {
		title = s.person.Prefix + " " + title
	}
	s.person.Prefix = title
}

func (s *nameSplitter) addSuffix(suffix string) {
	if s.person.Suffix != "" {
		suffix = s.person.Suffix + ", " + suffix
	}
	s.person.Suffix = suffix
}

// takeSuffixes moves what stands behind a name to the suffix. At least a
// first and a last name remain, or a last name behind a title.
func (s *nameSplitter) takeSuffixes() {
	p := &s.pieces
	least := 2
	if s.person.Prefix != "" && !s.firstTitle {
		least = 1
	}
	from := p.n
	for from > least && p.isSuffix(from-1, s.shouted) {
		from--
	}
	if from == p.n && s.country == "PL" {
		from = p.chairFrom(least)
	}
	if from == p.n && p.n == least && p.n > 1 && s.regnal(p.n-1) {
		from--
	}
	if from == p.n && p.n > 2 && p.isNumeral(p.n-1) && !isInitial(p.str(p.n-2)) {
		from--
	}
	if from < p.n {
		text := p.str(from)
		if p.n > from+1 && p.has(from, market.GenerationWord) {
			for i := from + 1; i < p.n; i++ {
				text += ", " + p.str(i)
			}
		} else {
			text = p.span(from, p.n)
		}
		s.addSuffixBefore(text)
		p.drop(from, p.n)
	}
	if from = p.titlesFrom(2); from < p.n {
		s.addPrefix(p.span(from, p.n))
		p.drop(from, p.n)
	}
}

// regnal tells the numeral of a king or a namesake without a last name:
// Henry VIII.
func (s *nameSplitter) regnal(i int) bool {
	word := s.pieces.str(i)
	if len(word) < 2 || caseOf(word) != allUpper && caseOf(s.pieces.text) != allLower {
		return false
	}
	if len(word) == 2 && word[1]|0x20 == 'i' && word[0]|0x20 != 'i' { // VI and XI are names as well
		return false
	}
	var room [16]byte
	return len(word) < len(room) && romanNumeral(market.AppendSqueezed(room[:0], word))
}

// addSuffixBefore puts a suffix before those that commas cut off.
func (s *nameSplitter) addSuffixBefore(suffix string) {
	if s.person.Suffix != "" {
		suffix += ", " + s.person.Suffix
	}
	s.person.Suffix = suffix
}

// placeholderText looks a whole text up among the placeholders.
func placeholderText(text string) market.Placeholder {
	var room [64]byte
	if len(text) > 40 {
		return market.RealName
	}
	return market.PlaceholderName(market.AppendKey(room[:0], text))
}
