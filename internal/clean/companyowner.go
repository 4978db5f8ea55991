package clean

import (
	"strings"

	"goldpan/internal/market"
)

// findOwner finds the person a firm is named after, where the firm is that
// person: a name alone, a sole trader's form ("Popa Ion PFA", "EI Jean
// Durand"), or in Poland, where a trader's firm must hold his name, a name
// beside words of trade ("Usługi Budowlane Jan Kowalczyk").
func (w *companyWords) findOwner(firm *Firm, country string) {
	switch {
	case firm.IsPerson:
		firm.Owner = w.text[w.words[0].start:w.words[w.high-1].end]
	case firm.SoleTrader:
		firm.Owner = w.personAt(w.low, w.high, country)
		if firm.Owner == "" && country == "PL" {
			firm.Owner = w.polishOwner()
		}
	case country == "PL" && firm.LegalForm == "" && !firm.Distress && w.tradeWords():
		if firm.Owner = w.polishOwner(); firm.Owner != "" {
			firm.SoleTrader = true
		}
	}
}

// personAt gives the words from i to before j where they are a person's name:
// a given name at one end, and nothing that only firms have.
func (w *companyWords) personAt(i, j int, country string) string {
	if j-i < 2 || j-i > 3 {
		return ""
	}
	given := false
	for k := i; k < j; k++ {
		kind := classifyName(w.word(k), country)
		if kind&(market.BusinessWord|market.ConjunctionWord|market.FormWord) != 0 || strings.ContainsAny(w.word(k), "0123456789&+/@") {
			return ""
		}
		given = given || (k == i || k == j-1) && kind&market.GivenWord != 0
	}
	if !given {
		return ""
	}
	return w.text[w.words[i].start:w.words[j-1].end]
}

// polishOwner finds a given and a family name side by side at either end.
func (w *companyWords) polishOwner() string {
	pair := func(i int) bool {
		if i < w.low || i+2 > w.high {
			return false
		}
		a, b := classifyName(w.word(i), "PL"), classifyName(w.word(i+1), "PL")
		family := func(kind market.NameWord, word string) bool {
			return kind&market.FamilyWord != 0 || kind&(market.GivenWord|market.BusinessWord) == 0 && familyShape(word)
		}
		return a&market.GivenWord != 0 && family(b, w.word(i+1)) || b&market.GivenWord != 0 && family(a, w.word(i))
	}
	for _, i := range [2]int{w.low, w.high - 2} {
		if pair(i) {
			return w.text[w.words[i].start:w.words[i+1].end]
		}
	}
	return ""
}

// tradeWords tells whether a name holds a word of trade, and none of an
// institution that may be named after a person.
func (w *companyWords) tradeWords() bool {
	trade := false
	for i := w.low; i < w.high; i++ {
		switch word := w.squeezed(i, i+1); string(word) {
		case "szkola", "przedszkole", "szpital", "fundacja", "stowarzyszenie", "instytut", "urzad", "gmina", "im", "imienia", "swietego", "sw", "spoldzielnia", "wspolnota", "centrum", "i":
			return false
		default:
			trade = trade || market.LookupName(word)&market.BusinessWord != 0
		}
	}
	return trade
}
