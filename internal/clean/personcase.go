package clean

import (
	"strings"

	"goldpan/internal/market"
)

// restoreCase gives the parts their capitals back where they have lost them:
// first, middle and last name all in capitals, all of it (but for the prefix)
// in small letters, or one part in capitals or small letters beside another
// that is not: "Jean DUPONT", "marie DUPONT", "marie Dupont". Capitals that
// may be initials stay (JP Heron), and so does every word in mixed case.
func (p *Person) restoreCase(country string) {
	first, middle, last := caseOf(p.First), caseOf(p.Middle), caseOf(p.Last)
	if last == mixedCase && shoutedFamily(p.Last) {
		last = allUpper
	}
	if first == mixedCase && last == mixedCase && middle != allUpper {
		p.First = p.changed(p.First, restoreDouble(p.First))
		return
	}
	if first != mixedCase && middle != mixedCase && last != mixedCase {
		upper := (first == allUpper || middle == allUpper || last == allUpper) && !(first == allLower || middle == allLower || last == allLower)
		lower := (first == allLower || middle == allLower || last == allLower) && !(first == allUpper || middle == allUpper || last == allUpper)
		switch {
		case upper && (hasWord(p.First) || hasWord(p.Middle) || hasWord(p.Last)):
			p.restoreAll(country)
			return
		case lower && (p.Suffix == "" || caseOf(p.Suffix) == allLower || caseOf(p.Suffix) == noLetters):
			p.restoreAll(country)
			return
		case upper || lower:
			return
		}
	}
	if (last == allUpper && (first == mixedCase || first == allLower) || last == allLower && (first == mixedCase || first == allUpper)) && hasWord(p.Last) {
		p.Last = p.changed(p.Last, restoreName(p.Last, country, true))
		if last == allLower && caseOf(p.Suffix) == allLower {
			p.Suffix = restoreAffix(p.Suffix, country)
		}
	}
	if first == allUpper && hasLongWord(p.First) && (last == mixedCase || last == allLower) || first == allLower && hasWord(p.First) && (last == mixedCase || last == allUpper) {
		p.First = p.changed(p.First, restoreName(p.First, country, false))
	}
	if middle == allUpper && hasLongWord(p.Middle) && last == mixedCase && first == mixedCase {
		p.Middle = p.changed(p.Middle, restoreName(p.Middle, country, true))
	}
}

// shoutedFamily tells a family name in capitals but for its particles and the
// letters that stay small in capitals as well: d'ARTAGNAN, de LA TOUR, PÉREZ y
// GARCÍA, McDONALD.
func shoutedFamily(last string) bool {
	if c := last[len(last)-1]; c >= 'a' && c <= 'z' { // as nearly all do
		return false
	}
	shouted := false
	for word := range strings.FieldsSeq(last) {
		if len(word) > 3 && (word[:2] == "d'" || word[:2] == "l'" || word[:2] == "Mc") {
			word = word[2:]
		} else if cut, found := strings.CutPrefix(word, "Mac"); found && len(cut) > 2 {
			word = cut
		} else if caseOf(word) == allLower && classifyName(word, "")&(market.ParticleWord|market.ConjunctionWord) != 0 {
			continue
		}
		if caseOf(word) != allUpper {
			return false
		}
		shouted = shouted || hasLongWord(word)
	}
	return shouted
}

// restoreDouble writes both halves of a double given name with a capital:
// "Jean-pierre". Halves that are no European given names are left to their
// bearers: Min-jun.
func restoreDouble(first string) string {
	cut := strings.IndexByte(first, '-')
	if cut < 1 || cut+1 >= len(first) || first[cut+1] < 'a' || first[cut+1] > 'z' || !market.GivenName(first[:cut]) || !market.GivenName(first[cut+1:]) {
		return first
	}
	return first[:cut+1] + string(first[cut+1]-'a'+'A') + first[cut+2:]
}

func (p *Person) restoreAll(country string) {
	p.First = p.changed(p.First, restoreName(p.First, country, false))
	p.Middle = p.changed(p.Middle, restoreName(p.Middle, country, true))
	p.Last = p.changed(p.Last, restoreName(p.Last, country, true))
	if caseOf(p.Nickname) != mixedCase {
		p.Nickname = restoreName(p.Nickname, country, false)
	}
	if lost := caseOf(p.Prefix); lost == allUpper && hasWord(p.Prefix) || lost == allLower {
		p.Prefix = restoreAffix(p.Prefix, country)
	}
	if caseOf(p.Suffix) != mixedCase {
		p.Suffix = restoreAffix(p.Suffix, country)
	}
}

// changed notes a change of spelling.
func (p *Person) changed(was, is string) string {
	if was == is {
		return was
	}
	p.code("case-restored")
	return is
}

// hasWord tells whether a text holds two letters in a row.
func hasWord(text string) bool { return longestRun(text) > 1 }

// hasLongWord tells whether a text holds a word of three letters with a
// vowel, so that its capitals are no initials.
func hasLongWord(text string) bool {
	if longestRun(text) < 3 {
		return false
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == 'A', c == 'E', c == 'I', c == 'O', c == 'U', c == 'Y', c >= 0x80:
			return true
		}
	}
	return false
}

// longestRun is the length in bytes of the longest run of letters.
func longestRun(text string) int {
	longest, run := 0, 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; isASCIILetter(c) || c >= 0x80 {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	return longest
}
