package clean

// restoreCase gives the parts their capitals back where the text has lost
// them: the whole name, or the family name in capitals beside a given name in
// mixed case. A name with any sign of its bearer's own spelling stays.
func (s *nameSplitter) restoreCase(lost letterCase) {
	p := &s.person
	if lost == allUpper || lost == allLower {
		if lost == allLower || hasWord(p.First) || hasWord(p.Middle) || hasWord(p.Last) {
			p.restoreAll(s.country)
			p.code("case-restored")
		}
		return
	}
	if lost == mixedCase {
		p.restoreMixed(s.country)
	}
}

func (p *Person) restoreAll(country string) {
	p.First = restoreName(p.First, country, false)
	p.Middle = restoreName(p.Middle, country, false)
	p.Last = restoreName(p.Last, country, true)
	p.Nickname = restoreName(p.Nickname, country, false)
	if caseOf(p.Prefix) != mixedCase {
		p.Prefix = restoreAffix(p.Prefix, country)
	}
	if caseOf(p.Suffix) != mixedCase {
		p.Suffix = restoreAffix(p.Suffix, country)
	}
}

// restoreMixed restores single parts in capitals: "Jean DUPONT", "JEAN
// Dupont". JP, TJ and the like stay.
func (p *Person) restoreMixed(country string) {
	if caseOf(p.Last) == allUpper && hasWord(p.Last) && p.First != "" && caseOf(p.First) == mixedCase {
		p.Last = restoreName(p.Last, country, true)
		p.code("case-restored")
	}
	if caseOf(p.First) == allUpper && hasLongWord(p.First) && caseOf(p.Last) == mixedCase {
		p.First = restoreName(p.First, country, false)
		p.code("case-restored")
	}
	if caseOf(p.Middle) == allUpper && hasLongWord(p.Middle) && caseOf(p.Last) == mixedCase {
		p.Middle = restoreName(p.Middle, country, false)
		p.code("case-restored")
	}
}

// hasWord tells whether a text holds two letters in a row.
func hasWord(text string) bool { return longestRun(text) > 1 }

// hasLongWord tells whether a text holds a word of three letters with a
// vowel, so that its capitals are no initials.
func hasLongWord(text string) bool {
	if longestRun(text) < 3 {
		return false
	}
	for _, c := range []byte(text) {
		switch c {
		case 'A', 'E', 'I', 'O', 'U', 'Y':
			return true
		}
		if c >= 0x80 {
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
