package clean

import (
	"strings"

	"goldpan/internal/market"
)

// nobility tells a title that is part of the family name before "von": Karl
// Freiherr von Birke.
func (p *namePieces) nobility(i int) bool {
	if !p.has(i, market.TitleWord) || i+1 >= p.n || !p.has(i+1, market.ParticleWord) {
		return false
	}
	return market.NameMarks(strings.ToLower(p.str(i)))&market.NobilityMark != 0
}

// chairFrom finds the Polish professorship behind a name, with the letters of
// the school it is held at: "prof. UW", "prof. nadzw. AGH". The first least
// words stay.
func (p *namePieces) chairFrom(least int) int {
	for i := least; i+1 < p.n; i++ {
		if !strings.EqualFold(p.str(i), "prof.") {
			continue
		}
		for j := i + 1; j < p.n; j++ {
			if word := p.str(j); !capitalName(word) && word != "nadzw." && word != "zw." && word != "uczelni" {
				return p.n
			}
		}
		return i
	}
	return p.n
}

// titlesFrom finds the titles behind a name: "Wilk dr inż.", "LEWIS MR". Only
// words with a dot or without a vowel are surely no names. The first least
// words stay.
func (p *namePieces) titlesFrom(least int) int {
	from := p.n
	for from > least && p.has(from-1, market.TitleWord) && !isInitial(p.str(from-1)) &&
		(strings.HasSuffix(p.str(from-1), ".") || !strings.ContainsAny(p.str(from-1), "aeiouyAEIOUY")) {
		from--
	}
	return from
}
