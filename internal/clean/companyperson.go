package clean

import (
	"strings"

	"goldpan/internal/market"
)

// namesCompany tells whether the text of a person's field names a firm: it
// ends in a sure legal form, or holds a word that only firms have.
func namesCompany(text, country string) bool {
	var w companyWords
	if len(text) > maxCompany {
		return false
	}
	if w.split(text); w.n < 2 || !w.whole {
		return false
	}
	business, given := false, false
	for i := range w.n {
		kind := market.LookupName(w.squeezed(i, i+1))
		business = business || kind&market.BusinessWord != 0 && kind&(market.GivenWord|market.GivenAlsoWord|market.FamilyWord) == 0
		given = given || i == 0 && kind&market.GivenWord != 0
	}
	if business && !(given && w.n == 2) {
		return true
	}
	var firm Firm
	if w.startsWithForm(&firm, country) {
		return true
	}
	form, from := w.formAtEnd(&firm, country)
	if form == nil || form.Public || form.Distress || form.Founding {
		return false
	}
	if !form.Weak {
		return len(w.squeezed(from, w.n)) > 2
	}
	dotted, capitals := w.look(from, w.n)
	kind := market.LookupName(w.squeezed(from, w.n))
	const personal = market.GenerationWord | market.CredentialWord | market.CapitalsWord | market.GivenWord | market.FamilyWord | market.ParticleWord
	return kind&personal == 0 && (dotted || capitals) && !w.shouted && !given
}

// startsWithForm tells "SARL Moulin": a form of the row's country that leads
// the name, and is no word or initials besides.
func (w *companyWords) startsWithForm(firm *Firm, country string) bool {
	for to := min(w.n-1, 3); to > 0; to-- {
		form := w.choose(market.FormsStarting(w.squeezed(0, to)), 0, to, firm, country, func(f *market.LegalForm) bool { return f.Start })
		letters := len(w.squeezed(0, to))
		if form == nil || form.VeryWeak && letters < 3 || form.Trade || form.Distress || !form.In(country) {
			continue
		}
		if _, capitals := w.look(0, to); !form.Weak || capitals {
			return true
		}
	}
	return false
}

// person tells whether the words of a company name are a person's name;
// addressed says that a form of address stands before it.
func (w *companyWords) person(country string) (person, addressed bool) {
	from := w.low
	for from < w.high-1 && from-w.low < 2 {
		word := w.word(from)
		if classifyName(word, country)&market.TitleWord == 0 {
			break
		}
		from++
	}
	addressed = from > w.low
	n := w.high - from
	if n < 2 || n > 3 || w.n != w.high || strings.IndexByte(w.text, ',') >= 0 {
		return false, false
	}
	var given, family, both int // a word that may be either proves one of them
	for i := from; i < w.high; i++ {
		word := w.word(i)
		if strings.ContainsAny(word, "0123456789&+/@") {
			return false, false
		}
		kind := classifyName(word, country)
		if kind&(market.BusinessWord|market.ConjunctionWord|market.GenerationWord) != 0 || len(word) < 4 && capitalName(word) && !w.shouted {
			return false, false
		}
		if i > from && i < w.high-1 {
			continue
		}
		isGiven, isFamily := kind&market.GivenWord != 0, kind&market.FamilyWord != 0 || familyShape(word)
		switch {
		case isGiven && isFamily:
			both++
		case isGiven:
			given++
		case isFamily:
			family++
		}
	}
	if addressed = addressed && given+family+both > 0; addressed {
		for i := w.low; i < from; i++ {
			w.words[i].gone = true
		}
	}
	return given+family+both > 1 && given < 2 && family < 2, addressed
}

// ownerWords is the owner's name without the legal form behind it: "Eva Birke
// e.K.".
func ownerWords(owner, country string) string {
	var firm Firm
	var words companyWords
	if len(owner) <= maxCompany {
		words.split(owner)
	}
	if !words.whole || words.n < 2 {
		return ""
	}
	words.takeEnd(&firm, country)
	return words.personAt(0, words.high, country)
}
