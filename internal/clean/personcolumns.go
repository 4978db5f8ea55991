package clean

import (
	"strings"

	"goldpan/internal/market"
)

// moveWords puts words back that stand in the wrong one of both columns: a
// form of address in place of the first name ("Herr", "Birke"), the family's
// particle behind it ("Hans von", "Birke"), the family name before it ("Birke
// Hans", "Birke").
func (p *Person) moveWords(country string) {
	if p.Last == "" || p.First == "" || len(p.First) > maxName {
		return
	}
	if p.Prefix == "" && addressForm(p.First) {
		p.Prefix, p.First = p.First, ""
		p.code("title-split")
		return
	}
	if startsWithName(p.First, p.Last) {
		p.First = p.First[len(p.Last)+1:]
		p.code("columns-joined")
		return
	}
	cut := strings.LastIndexByte(p.First, ' ')
	for cut > 0 && caseOf(p.First[cut+1:]) == allLower && classifyName(p.First[cut+1:], country)&(market.ParticleWord|market.GivenParticleWord) == market.ParticleWord {
		p.First, p.Last = p.First[:cut], p.First[cut+1:]+" "+p.Last
		p.code("particle-moved")
		cut = strings.LastIndexByte(p.First, ' ')
	}
}

// addressForm tells the forms of address that are never a given name.
func addressForm(word string) bool {
	var room [32]byte
	return len(word) <= 12 && market.NameMarks(string(market.AppendSqueezed(room[:0], word)))&market.AddressMark != 0
}

// swapped tells a family name in the first-name column and a given name in
// the other: by the tables, or by capitals, which mark the family's name
// ("DUPUIS", "Jean").
func swapped(f, l market.NameWord, first, last, country string) bool {
	if l&market.GivenWord == 0 || f&(market.GivenWord|market.GivenAlsoWord) != 0 {
		return false
	}
	if l&(market.GivenAlsoWord|market.FamilyWord) == 0 && (f&market.FamilyWord != 0 || familyShape(first)) {
		return true
	}
	if f&market.FamilyWord != 0 { // no one is called Müller by first name
		switch country {
		case "DE", "AT", "PL", "RO", "NO", "HU":
			return true
		}
	}
	return capitalName(first) && hasLongWord(first) && caseOf(last) == mixedCase
}

// swapColumns puts a given name that stands in the last-name column back,
// where the first-name column clearly holds a family name.
func (p *Person) swapColumns(country string) {
	if p.First == "" || p.Last == "" || p.Middle != "" {
		return
	}
	var room [64]byte
	last := market.LookupName(market.AppendSqueezed(room[:0], p.Last))
	first := market.LookupName(market.AppendSqueezed(room[:0], p.First))
	if !swapped(first, last, p.First, p.Last, country) {
		return
	}
	p.First, p.Last = p.Last, p.First
	p.code("columns-swapped")
}
