package clean

import "goldpan/internal/market"

// lang is the language of a title: by the row's country, else by its letters
// and small words; "en" when nothing tells.
func (w *titleWords) lang() string {
	if !w.languageKnown {
		w.language, w.languageKnown = titleLanguage(w.text, w.country), true
		if w.language == "" {
			w.language = w.smallWords()
		}
	}
	return w.language
}

// titleLanguage tells the language of a country's titles, unless the letters
// of the text speak against it.
func titleLanguage(text, country string) string {
	byLetters := languageOfLetters(text)
	switch country {
	case "PL":
		return "pl"
	case "RO", "MD":
		return "ro"
	case "NO":
		return "no"
	case "FR", "LU", "MC":
		return "fr"
	case "DE", "AT", "LI":
		return "de"
	case "BE", "CH":
		return byLetters
	case "GB", "IE", "US", "CA", "AU", "NZ":
		if byLetters == "" {
			return "en"
		}
	}
	return byLetters
}

// languageOfLetters knows the letters that only one of the six languages has.
func languageOfLetters(text string) string {
	for _, r := range text {
		if r < 0x80 {
			continue
		}
		switch r {
		case 'é', 'è', 'ê', 'ç', 'à', 'œ', 'û', 'ô', 'É', 'È', 'À', 'ù', 'ë':
			return "fr"
		case 'ł', 'ą', 'ę', 'ś', 'ż', 'ź', 'ć', 'ń', 'Ł', 'Ś', 'Ż':
			return "pl"
		case 'ă', 'ș', 'ț', 'ş', 'ţ', 'Ș', 'Ț':
			return "ro"
		case 'ø', 'å', 'æ', 'Ø', 'Å':
			return "no"
		case 'ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü':
			return "de"
		}
	}
	return ""
}

// smallWords knows the articles and prepositions of a language.
func (w *titleWords) smallWords() string {
	for i := range w.n {
		switch string(w.words(i, i+1)) {
		case "der", "die", "das", "und", "fur", "fuer", "im", "bei", "zur", "zum", "von":
			return "de"
		case "et", "du", "des", "les", "le", "la", "aux", "d", "en", "chez", "directeur", "directrice", "adjoint", "moa", "moe":
			return "fr"
		case "chef": // de projet; alone it is an English cook, behind a field a German boss
			switch w.next(i + 1) {
			case "de", "d", "projet", "produit", "comptable":
				return "fr"
			case "":
				if w.fieldBefore(i) {
					return "de"
				}
			}
		case "og", "til", "leder", "daglig", "styret":
			return "no"
		case "ds", "oraz", "dyrektor", "kierownik", "prezes", "zarzadu":
			return "pl"
		case "si", "cu", "pentru", "asociat":
			return "ro"
		}
	}
	return "en"
}

// fieldBefore tells whether a field of work ends right before word i, as in
// "HR-Chef" and "Supply-Chain-Chef".
func (w *titleWords) fieldBefore(i int) bool {
	for n := 1; n <= min(i, 2); n++ {
		e := market.TitlePhrase(w.words(i-n, i))
		if e != nil && e.Level == "" && e.Department != "" && e.Department != "other" {
			return true
		}
	}
	return false
}
