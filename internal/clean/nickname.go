package clean

import (
	"strings"
	"unicode/utf8"

	"goldpan/internal/market"
)

// nicknameQuotes are the pairs around a nickname.
var nicknameQuotes = [...][2]string{
	{"(", ")"}, {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"[", "]"}, {"''", "''"}, {"‘", "’"}, {"'", "'"}, {"`", "´"},
}

// nicknameSigns are the signs that open a nickname.
const nicknameSigns = "('\"“„«[‘`"

// takeNicknames cuts what stands in parentheses or quotes out of a name.
// Birth names ("née Durand", "geb. Schmidt") and remarks are no nicknames.
func (s *nameSplitter) takeNicknames(text string) string {
	if !strings.ContainsAny(text, nicknameSigns) {
		return text
	}
	for _, q := range nicknameQuotes {
		for from := 0; ; {
			start, end := quoted(text, from, q[0], q[1])
			if start < 0 {
				break
			}
			inner := strings.TrimSpace(text[start+len(q[0]) : end])
			if q[0] == "(" && (market.NameMarks(inner)&market.DegreeMark != 0 && s.behindWord(text[:start], market.TitleWord) || market.NameMarks(inner)&market.HonoursMark != 0 && s.behindWord(text[:start], market.CredentialWord|market.CapitalsWord)) {
				from = end
				continue
			}
			text = tidy(text[:start] + " " + text[end+len(q[1]):])
			text = strings.ReplaceAll(text, " ,", ",")
			s.takeQuoted(inner)
		}
	}
	return strings.Trim(strings.Map(looseQuote, text), " ,")
}

// looseQuote drops the double quotes that nothing closes.
func looseQuote(r rune) rune {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return -1
	}
	return r
}

// quoted finds text between quotes that stand at the edges of words, from a
// byte on.
func quoted(text string, from int, open, shut string) (start, end int) {
	for {
		i := strings.Index(text[from:], open)
		if i < 0 {
			return -1, -1
		}
		start = from + i
		inside := start + len(open)
		bracket := open == "(" || open == "["
		if !bracket && start > 0 && text[start-1] != ' ' {
			from = inside
			continue
		}
		rest := inside
		for {
			j := strings.Index(text[rest:], shut)
			if j < 0 {
				return -1, -1
			}
			end = rest + j
			after := end + len(shut)
			if end > inside && (bracket || after == len(text) || text[after] == ' ' || text[after] == ',') {
				return start, end
			}
			rest = after
			if rest >= len(text) {
				return -1, -1
			}
		}
	}
}

// dropBirthName leaves out a birth name behind the name: "Eva Birke geb.
// Stein", or inside it: "MOULIN née DURAND Claire". The first from words are
// the name's own.
func (s *nameSplitter) dropBirthName(from int) {
	p := &s.pieces
	for i := from; i < p.n-1; i++ {
		word, next := p.str(i), i+1
		switch {
		case i > 1 && aliasMark(word) && s.person.Nickname == "":
			s.person.Nickname = strings.Trim(p.span(next, p.n), "\"'“”„«»")
			s.person.code("nickname-split")
			p.n = i
			return
		case strings.EqualFold(word, "z") && (strings.EqualFold(p.str(next), "domu") || strings.EqualFold(p.str(next), "d.")):
			next++
		case word == "f." && (s.country == "NO" || s.country == "DK" || s.country == "SE"):
		case market.NameMarks(word)&market.BirthMark == 0:
			continue
		}
		for next < p.n-1 && p.has(next, market.ParticleWord) {
			next++
		}
		if next+1 < p.n && (i < 2 || capitalName(p.str(0)) && !capitalName(p.str(p.n-1))) {
			p.drop(i, next+1)
		} else {
			p.n = i
		}
		s.person.code("birth-name-left-out")
		return
	}
}

// behindWord tells whether a text ends in a word of a kind.
func (s *nameSplitter) behindWord(before string, kind market.NameWord) bool {
	before = strings.TrimRight(before, " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return classifyName(word, s.country)&kind != 0
}

// takeQuoted decides what quoted text is.
func (s *nameSplitter) takeQuoted(inner string) {
	key := Key(inner)
	first, _, _ := strings.Cut(key, " ")
	if market.NameMarks(first)&market.QuotedBirthMark != 0 && key != first {
		s.person.code("birth-name-left-out")
		return
	}
	if alias, found := aliasOf(inner); found {
		inner = alias
	}
	if s.pieces.split(inner, s.country); inner != "" {
		suffixes := s.pieces.n > 0
		for i := range s.pieces.n {
			suffixes = suffixes && s.pieces.isSuffix(i, false)
		}
		if suffixes {
			s.addSuffix(inner)
			return
		}
	}
	switch {
	case s.objects(inner):
	case namesJob(inner, s.country) && !remark(key):
		s.note(inner)
	case utf8.RuneCountInString(inner) < 2, countDigits(inner) > 4, placeholderText(inner) != 0, remark(key), namesCompany(inner, s.country):
		s.person.code("remark-left-out")
	case s.person.Nickname == "":
		s.person.Nickname = inner
		s.person.code("nickname-split")
	default:
		s.person.Nickname += ", " + inner
	}
}

// aliasOf cuts the word that announces another name: aka "Bobby".
func aliasOf(text string) (string, bool) {
	word, name, _ := strings.Cut(text, " ")
	if !aliasMark(word) || name == "" {
		return "", false
	}
	return strings.Trim(name, " \"'“”„«»"), true
}

// aliasMark tells the words before a name that somebody goes by.
func aliasMark(word string) bool {
	return market.NameMarks(strings.TrimRight(word, ":"))&market.AliasMark != 0
}

// objects takes note of words beside a name that close a channel: "do not
// call".
func (s *nameSplitter) objects(text string) bool {
	channel := market.Objection(text, false)
	if channel == "" {
		return false
	}
	s.person.Beside.Objection = channel
	s.person.code("objection-beside-name")
	return true
}

// remark tells words in parentheses that are about the row, not the name.
func remark(key string) bool { return market.NameRemark(key) }
