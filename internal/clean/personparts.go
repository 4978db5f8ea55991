package clean

import (
	"cmp"
	"strings"
	"unicode"

	"goldpan/internal/market"
)

// PersonParts brings an already split name to normal form: case, swapped
// columns, titles and suffixes that slipped into the wrong column, a whole
// name in one column. Country is alpha-2, "" unknown.
func PersonParts(prefix, first, middle, last, suffix, country string) Person {
	return tidyParts(tidy(prefix), tidy(first), tidy(middle), tidy(last), tidy(suffix), country)
}

// tidyParts is PersonParts of parts whose blanks are in order.
func tidyParts(prefix, first, middle, last, suffix, country string) Person {
	p := partsOnce(prefix, first, middle, last, suffix, country)
	if !p.Company && (p.Prefix != prefix || p.First != first || p.Middle != middle || p.Last != last || p.Suffix != suffix) {
		p.settle(country)
	}
	return p
}

// settle cleans the parts again until nothing changes, so that what comes out
// is in normal form. A second look is nearly always the last.
func (p *Person) settle(country string) {
	for range 4 {
		q := partsOnce(p.Prefix, p.First, p.Middle, p.Last, p.Suffix, country)
		if q.Company {
			return
		}
		if q.Prefix == p.Prefix && q.First == p.First && q.Middle == p.Middle && q.Last == p.Last && q.Suffix == p.Suffix {
			return
		}
		p.takeOver(&q)
		if p.Nickname == "" {
			p.Nickname = q.Nickname
		}
		p.Prefix, p.First, p.Middle, p.Last, p.Suffix = q.Prefix, q.First, q.Middle, q.Last, q.Suffix
		p.Placeholder = p.Placeholder || q.Placeholder
	}
}

// partsOnce is one look at the tidy parts of a name.
func partsOnce(prefix, first, middle, last, suffix, country string) Person {
	if middle == "" && plainWord(first) && plainWord(last) {
		if p, plain := plainParts(first, last, country); plain {
			p.Prefix, p.Suffix = prefix, suffix
			p.restoreCase(country)
			return p
		}
	}
	if alone := first + last; (first == "" || last == "") && middle == "" && strings.IndexByte(alone, ' ') > 0 && namesCompany(alone, country) {
		return Person{Company: true, Codes: []string{"company-not-person"}}
	}
	kind := placeholderParts(first, last)
	if kind >= market.OfficeName {
		p := Person{Prefix: prefix, Suffix: suffix}
		p.notePlaceholder(kind)
		if office := strings.TrimSpace(first + " " + last); kind == market.OfficeName && namesJob(office, country) {
			p.Beside.Title = office
		}
		return p
	}
	s := nameSplitter{country: country}
	first, middle, last = realPart(s.partAlone(first)), realPart(middle), realPart(s.partAlone(last))
	if first == "" && last == "" && middle == "" {
		return Person{Prefix: prefix, Suffix: suffix, Beside: s.person.Beside, Codes: s.person.Codes}
	}
	p, whole := wholeName(first, middle, last, country)
	if !whole {
		p = Person{First: first, Middle: middle, Last: last}
		p.notePlaceholder(kind)
		p.moveWords(country)
		p.cleanFirst(country)
		p.cleanLast(country)
		p.swapColumns(country)
	}
	p.takeOver(&s.person)
	p.Prefix = joinAffix(prefix, p.Prefix, " ")
	p.Suffix = joinAffix(suffix, p.Suffix, ", ")
	p.restoreCase(country)
	return p
}

// partAlone leaves out what stands beside a name in the cell of one part.
func (s *nameSplitter) partAlone(part string) string {
	if signsOf(part)&besideSign != 0 {
		part = s.takeBeside(part)
	}
	return strings.TrimRight(strings.TrimLeft(part, " ,"), " ,")
}

// takeOver adds what was found in a part of the name.
func (p *Person) takeOver(q *Person) {
	b, o := &p.Beside, &q.Beside
	b.Title, b.Email = cmp.Or(b.Title, o.Title), cmp.Or(b.Email, o.Email)
	b.Phone, b.Company = cmp.Or(b.Phone, o.Phone), cmp.Or(b.Company, o.Company)
	b.Objection = cmp.Or(b.Objection, o.Objection)
	for _, code := range q.Codes {
		p.code(code)
	}
}

// plainWord tells a single word of letters and hyphens.
func plainWord(text string) bool {
	if len(text) < 3 {
		return false
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; !isASCIILetter(c) && c != '-' && c < 0x80 {
			return false
		}
	}
	return true
}

// plainParts is the short way for a first and a last name of one word each:
// they may only have been swapped.
func plainParts(first, last, country string) (Person, bool) {
	var room [64]byte
	f := market.LookupName(market.AppendSqueezed(room[:0], first))
	l := market.LookupName(market.AppendSqueezed(room[:0], last))
	const odd = market.NobodyWord | market.OfficeWord | market.TitleWord
	if f&odd != 0 || l&odd != 0 || f&market.SpecimenWord != 0 && l&market.SpecimenWord != 0 {
		return Person{}, false
	}
	p := Person{First: first, Last: last}
	if swapped(f, l, first, last, country) {
		p.First, p.Last = last, first
		p.code("columns-swapped")
	}
	return p, true
}

// notePlaceholder marks a name that stands for nobody.
func (p *Person) notePlaceholder(kind market.Placeholder) {
	switch kind {
	case market.SpecimenName, market.NoName:
		p.Placeholder = true
		p.code("placeholder")
	case market.OfficeName:
		p.code("office-not-person")
	}
}

// realPart is a column of a name, empty where it holds no letter or a word
// for "none".
func realPart(text string) string {
	if text == "" || caseOf(text) == noLetters && !lettersOfOther(text) || placeholderText(text) == market.NoName {
		return ""
	}
	return text
}

// lettersOfOther tells scripts without capitals.
func lettersOfOther(text string) bool {
	for _, r := range text {
		if r >= 0x80 && unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// wholeName recognises a whole name in the first or the last column, and
// splits it.
func wholeName(first, middle, last, country string) (Person, bool) {
	text := ""
	switch {
	case middle != "":
		return Person{}, false
	case last == "" && strings.IndexByte(first, ' ') > 0:
		text = first
	case first == "" && strings.IndexByte(last, ' ') > 0:
		if strings.IndexByte(last, ',') < 0 && !startsWhole(last, country) {
			return Person{}, false
		}
		text = last
	case first != "" && first == last && strings.IndexByte(first, ' ') > 0:
		text = first
	case strings.IndexByte(first, ' ') > 0 && last != "" && endsWithName(first, last):
		text = first
	case strings.IndexByte(last, ' ') > 0 && first != "" && startsWithName(last, first) && startsGiven(last, country):
		text = last
	default:
		return Person{}, false
	}
	n := nameSplitter{country: country}
	n.run(text)
	p := n.person
	if p.Last == "" && last == "" {
		return Person{}, false
	}
	p.code("columns-joined")
	return p, true
}

// endsWithName tells "Anna Nowak" beside "Nowak".
func endsWithName(full, last string) bool {
	return len(full) > len(last)+1 && full[len(full)-len(last)-1] == ' ' && strings.EqualFold(full[len(full)-len(last):], last)
}

// startsWithName tells "Anna Nowak" beside "Anna".
func startsWithName(full, first string) bool {
	return len(full) > len(first)+1 && full[len(first)] == ' ' && strings.EqualFold(full[:len(first)], first)
}

// startsGiven tells whether a text begins with a title or a given name.
func startsGiven(text, country string) bool {
	word, _, _ := strings.Cut(text, " ")
	return classifyName(word, country)&(market.TitleWord|market.GivenWord) != 0
}

// startsWhole tells whether the text of a last-name column begins like a whole
// name. There "AL FAHD" is a family's name.
func startsWhole(text, country string) bool {
	word, rest, _ := strings.Cut(text, " ")
	if caseOf(text) != mixedCase && strings.IndexByte(rest, ' ') < 0 && classifyName(word, country)&market.GivenParticleWord != 0 {
		return false
	}
	return startsGiven(text, country)
}

// placeholderParts looks both columns up among the placeholders.
func placeholderParts(first, last string) market.Placeholder {
	var room [96]byte
	if len(first)+len(last) > 40 {
		return market.RealName
	}
	key := market.AppendKey(room[:0], first)
	if len(key) > 0 && last != "" {
		key = append(key, ' ')
	}
	from := len(key)
	key = market.AppendKey(key, last)
	if kind := market.PlaceholderName(key); kind != market.RealName {
		return kind
	}
	return min(market.PlaceholderName(key[:max(0, from-1)]), market.PlaceholderName(key[from:]))
}

// cleanFirst takes titles, suffixes, nicknames and a trailing initial out of
// the first-name column.
func (p *Person) cleanFirst(country string) {
	if !strings.ContainsAny(p.First, " .(\"'“") && len(p.First) > 3 || len(p.First) > maxName {
		return
	}
	s := nameSplitter{country: country}
	p.First = s.takeNicknames(p.First)
	p.Nickname = s.person.Nickname
	w := &s.pieces
	w.split(p.First, country)
	w.joinConjunctions(false)
	if w.n == 1 && w.has(0, market.TitleWord) && strings.HasSuffix(p.First, ".") && !isInitial(p.First) {
		p.Prefix, p.First = p.First, ""
		return
	}
	s.takeTitles(false)
	if s.person.Prefix != "" {
		p.Prefix = s.person.Prefix
		p.code("title-split")
	}
	from := w.n
	for from > 1 && w.isSuffix(from-1, false) {
		from--
	}
	if from < w.n {
		s.addSuffix(w.span(from, w.n))
		p.code("suffix-split")
	}
	p.Suffix = s.person.Suffix
	if from == 2 && p.Middle == "" && isInitial(w.str(1)) && !isInitial(w.str(0)) {
		p.Middle = w.str(1)
		p.code("initial-split")
		from = 1
	}
	p.First = w.span(0, from)
	p.takeOver(&s.person)
}

// cleanLast takes suffixes and titles out of the last-name column.
func (p *Person) cleanLast(country string) {
	if !strings.ContainsAny(p.Last, " ,.(\"“") || len(p.Last) > maxName {
		return
	}
	s := nameSplitter{country: country}
	p.Last = s.takeNicknames(p.Last)
	if p.Nickname == "" {
		p.Nickname = s.person.Nickname
	}
	if head, tail, found := strings.Cut(p.Last, ","); found {
		if tail = strings.TrimSpace(tail); tail == "" || s.allSuffixes(strings.ReplaceAll(tail, ",", " ")) {
			p.Last = strings.TrimSpace(head)
			if tail != "" {
				s.addSuffix(tail)
			}
		} else if p.First == "" {
			p.Last, p.First = strings.TrimSpace(head), tail
		} else if namesJob(tail, country) {
			p.Last = strings.TrimSpace(head)
			s.note(tail)
		}
	}
	w := &s.pieces
	w.split(p.Last, country)
	s.dropBirthName(1)
	if !w.nobility(0) {
		s.takeTitles(false)
	}
	if s.person.Prefix != "" {
		p.Prefix = strings.TrimSpace(p.Prefix + " " + s.person.Prefix)
		p.code("title-split")
	}
	shouted := caseOf(p.Last) == allUpper
	from := w.n
	for from > 1 && (w.isSuffix(from-1, shouted) || w.isNumeral(from-1)) {
		from--
	}
	if from < w.n {
		s.addSuffixBefore(w.span(from, w.n))
	}
	if s.person.Suffix != "" {
		p.Suffix = joinAffix(p.Suffix, s.person.Suffix, ", ")
		p.code("suffix-split")
	}
	if titles := w.titlesFrom(1); from == w.n && titles < from {
		p.Prefix = joinAffix(p.Prefix, w.span(titles, from), " ")
		p.code("title-split")
		from = titles
	}
	p.Last = w.span(0, from)
	p.takeOver(&s.person)
}

// joinAffix joins what stood in its own column with what was found elsewhere,
// once.
func joinAffix(own, found, gap string) string {
	switch {
	case found == "" || strings.EqualFold(own, found):
		return own
	case own == "":
		return found
	case strings.Contains(strings.ToLower(own), strings.ToLower(found)):
		return own
	}
	return own + gap + found
}
