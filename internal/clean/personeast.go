package clean

import (
	"unicode"
	"unicode/utf8"

	"goldpan/internal/market"
)

// eastern tells the countries where the family's name comes first at home.
func eastern(country string) bool {
	switch country {
	case "CN", "TW", "HK", "MO", "KR", "KP", "VN", "JP":
		return true
	}
	return false
}

// easternOrder splits a name of East Asia. The family names are few and known;
// where both ends are known or none, the order at home decides, but for Japan,
// whose names in Latin letters are as often turned round.
func (s *nameSplitter) easternOrder() bool {
	p := &s.pieces
	front, back := p.has(0, market.FamilyWord), p.has(p.n-1, market.FamilyWord)
	if back && !front || p.n > 4 || capitalName(p.str(p.n-1)) && !capitalName(p.str(0)) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.str(0))
	if !front && (s.country == "JP" || p.has(0, market.GivenWord|market.GivenAlsoWord)) && !unicode.Is(unicode.Han, r) {
		return false
	}
	s.person.Last = p.str(0)
	if s.country == "VN" { // the middle name stands in the middle
		s.person.Middle, s.person.First = p.span(1, p.n-1), p.str(p.n-1)
	} else {
		s.person.First = p.span(1, p.n)
	}
	s.person.code("order-swapped")
	return true
}

// splitIdeographs splits a Chinese or Korean name without blanks: one sign of
// family name, two for the few double ones.
func (s *nameSplitter) splitIdeographs(word string) bool {
	hangul, han := 0, 0
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Hangul, r):
			hangul++
		case unicode.Is(unicode.Han, r):
			han++
		default:
			return false
		}
	}
	chinese := s.country == "CN" || s.country == "TW" || s.country == "HK" || s.country == "MO"
	if !(han == 0 && hangul >= 2 && hangul <= 4 || hangul == 0 && chinese && han >= 2 && han <= 4) {
		return false
	}
	_, cut := utf8.DecodeRuneInString(word)
	if hangul+han > 2 && len(word) > 2*cut {
		switch word[:2*cut] {
		case "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "남궁", "황보", "제갈", "선우", "독고":
			cut *= 2
		}
	}
	s.person.Last, s.person.First = word[:cut], word[cut:]
	return true
}
