package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"goldpan/internal/market"
)

// letterCase says what the capitals of a text tell.
type letterCase uint8

const (
	mixedCase letterCase = iota
	allUpper             // no lower-case letter
	allLower             // no capital
	noLetters
)

// caseOf looks at the letters of a text. One capital letter alone is an
// initial, not a shout.
func caseOf(text string) letterCase {
	upper, lower := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == 'ß' { // few capitals of it: PREIß is a shout
				i += size - 1
				continue
			}
			if unicode.IsUpper(r) {
				upper++
			} else if unicode.IsLower(r) {
				lower++
			}
			i += size - 1
		}
		if upper > 0 && lower > 0 {
			return mixedCase
		}
	}
	switch {
	case upper == 0 && lower == 0:
		return noLetters
	case lower == 0:
		return allUpper
	}
	return allLower
}

// restoreName gives the words of a name their capitals back. It is meant for
// names that have lost them; family says that the words are a family name,
// whose particles are small: von der Leyen, de la Cruz, van den Berg.
func restoreName(name, country string, family bool) string {
	var b strings.Builder
	b.Grow(len(name) + 2)
	first := true
	for rest := name; rest != ""; {
		word, after, _ := strings.Cut(rest, " ")
		rest = after
		if !first {
			b.WriteByte(' ')
		}
		place := wordPlace{first: first, last: rest == "", family: family}
		restoreWord(&b, word, country, place)
		first = false
	}
	return b.String()
}

// wordPlace says where a word stands in its name.
type wordPlace struct{ first, last, family bool }

func restoreWord(b *strings.Builder, word, country string, at wordPlace) {
	var room [64]byte
	squeezed := market.AppendSqueezed(room[:0], word)
	kind := market.LookupName(squeezed)
	switch {
	case !at.last && (at.family || !at.first) && smallWord(squeezed, kind, country, at):
		writeLower(b, word, country)
		return
	case at.last && (!at.first || len(squeezed) > 2) && romanNumeral(squeezed):
		b.WriteString(strings.ToUpper(word))
		return
	case !at.family && initials(word):
		b.WriteString(word)
		return
	}
	for i := 0; i < len(word); {
		end := strings.IndexByte(word[i:], '-')
		if end < 0 {
			end = len(word)
		} else {
			end += i
		}
		part := word[i:end]
		if end < len(word) && smallPart(part, country) || i > 0 && !at.family && koreanCountry(country) { // Min-jun
			writeLower(b, part, country)
		} else {
			if i == 0 && !at.first && at.family && country == "FR" && len(part) > 4 && strings.EqualFold(part[:2], "l'") { // de l'Isle
				writeLower(b, part[:2], country)
				part = part[2:]
			}
			restorePart(b, part, country)
		}
		if end < len(word) {
			b.WriteByte('-')
		}
		i = end + 1
	}
}

// smallPart tells what is written small before a hyphen: al-Fahd, bin-Rashid.
func smallPart(part, country string) bool {
	switch {
	case strings.EqualFold(part, "al"), strings.EqualFold(part, "el"):
		return !arabCountry(country)
	}
	return strings.EqualFold(part, "bin") || strings.EqualFold(part, "ibn")
}

// arabCountry tells where the article of a family name is written large: Al
// Hashimi, El Amrani.
func arabCountry(country string) bool {
	switch country {
	case "AE", "SA", "QA", "KW", "BH", "OM", "YE", "IQ", "SY", "JO", "LB", "PS", "EG", "SD", "LY", "TN", "DZ", "MA", "MR":
		return true
	}
	return false
}

// koreanCountry tells where the second half of a given name is written small.
func koreanCountry(country string) bool { return country == "KR" || country == "KP" || country == "TW" }

// initials tells JP, TJ, JRR: given names that nobody could say as a word.
func initials(word string) bool {
	if len(word) < 2 || len(word) > 3 || word == "NG" {
		return false
	}
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c < 'A' || c > 'Z', c == 'A', c == 'E', c == 'I', c == 'O', c == 'U', c == 'Y':
			return false
		}
	}
	return true
}

// smallWord tells the particles and conjunctions that are written small
// inside a name. Saints, Mac and Ben keep their capital, and so do the Breton
// Le and La and the Arabic El of France, the Flemish Van and De of Belgium, and Italian ones.
func smallWord(squeezed []byte, kind market.NameWord, country string, at wordPlace) bool {
	if len(squeezed) == 1 {
		return at.family && !at.first && (squeezed[0] == 'y' || squeezed[0] == 'e' || squeezed[0] == 'i') || string(squeezed) == "t" || at.family && squeezed[0] == 'd'
	}
	if kind&market.ParticleWord == 0 {
		return kind&market.ConjunctionWord != 0
	}
	if country == "IT" { // De Luca, Della Valle
		return false
	}
	switch string(squeezed) {
	case "st", "ste", "san", "santa", "mac", "mc", "fitz", "ben", "abu":
		return false
	case "el", "al":
		return !arabCountry(country) && (!frenchCountry(country) || !at.first)
	case "le", "la", "les", "ait", "ould":
		return !frenchCountry(country) && !arabCountry(country) || !at.first
	case "van", "de", "den", "der", "vande", "vanden", "vander", "ter":
		return country != "BE" || !at.first // Van den Broeck, De Smet
	}
	return true
}

// restorePart writes a part between hyphens: each piece behind an apostrophe
// and each initial anew, Mc and Mac as the Scots do.
func restorePart(b *strings.Builder, part, country string) {
	start := 0
	for i := 0; i < len(part); {
		r, size := utf8.DecodeRuneInString(part[i:])
		i += size
		if r != '\'' && r != '’' && r != '`' && r != '´' && r != '.' && r != '/' && r != 'ʼ' {
			continue
		}
		piece := part[start:i]
		stop := r == '.' || r == '/'
		if !stop && i < len(part) && !capitalBehind(piece[:len(piece)-size], part[i:]) {
			continue
		}
		if !stop && smallElision(piece[:len(piece)-size], country) && i < len(part) {
			writeLower(b, piece, country)
		} else {
			writeCapital(b, piece, country)
		}
		start = i
	}
	if start < len(part) {
		writeCapital(b, part[start:], country)
	}
}

// capitalBehind tells whether an apostrophe opens a new word: O'Brien,
// D'Angelo, dell'Orto, but not Yuri's or Nahi'ena'ena.
func capitalBehind(before, after string) bool {
	if utf8.RuneCountInString(after) < 2 {
		return false
	}
	if utf8.RuneCountInString(before) == 1 {
		return true
	}
	switch strings.ToLower(before) {
	case "dell", "dall", "nell", "sant", "mc", "de", "del":
		return true
	case "la", "da", "di", "sha": // La'Keisha, but not Da'ud
		return !strings.ContainsAny(after[:1], "aeiouAEIOU")
	}
	return false
}

// smallElision tells the elided particles that are written small.
func smallElision(before, country string) bool {
	switch strings.ToLower(before) {
	case "dell", "dall", "nell":
		return country != "IT"
	case "d":
		return country == "FR"
	}
	return false
}

// writeCapital writes a word with a capital first letter, and a second one
// behind Mc and, in Gaelic names, Mac.
func writeCapital(b *strings.Builder, word, country string) {
	if len(word) > 3 && strings.EqualFold(word[:2], "mc") && isASCIILetter(word[2]) {
		b.WriteString("Mc")
		word = word[2:]
	} else if len(word) > 5 && strings.EqualFold(word[:3], "mac") && gaelicMac(strings.ToLower(word), country) {
		b.WriteString("Mac")
		word = word[3:]
	} else if len(word) > 3 && strings.EqualFold(word[:2], "ij") && (country == "NL" || !strings.ContainsAny(word[2:3], "aeiouAEIOU")) {
		// The Dutch ij is one letter, a vowel: IJssel, but Ijaz and Ijeoma.
		b.WriteString("IJ")
		writeLower(b, word[2:], country)
		return
	}
	for i, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteString(word[:i])
			b.WriteRune(upperRune(r, country))
			writeLower(b, word[i+utf8.RuneLen(r):], country)
			return
		}
	}
	b.WriteString(word)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func writeLower(b *strings.Builder, word, country string) {
	if country == "TR" || country == "AZ" {
		b.WriteString(strings.ToLowerSpecial(unicode.TurkishCase, word))
		return
	}
	b.WriteString(strings.ToLower(word))
}

func upperRune(r rune, country string) rune {
	if country == "TR" || country == "AZ" {
		return unicode.TurkishCase.ToUpper(r)
	}
	return unicode.ToTitle(r)
}

// gaelicMac tells MacArthur from Machnik. Known stems decide; beyond them,
// only in lists that may be English, Mac counts before a letter that seldom
// follows it elsewhere and when the name does not end like an Italian,
// Lithuanian or Polish one (the rule of thumb of Lingua::EN::NameCase).
func gaelicMac(lower, country string) bool {
	stem := lower[3:]
	if macStem(stem) {
		return true
	}
	switch country {
	case "", "GB", "IE", "US", "CA", "AU", "NZ", "ZA":
	default:
		return false
	}
	if strings.ContainsAny(stem[:1], "heikoquyzcj") || strings.ContainsAny(stem[len(stem)-1:], "aciozj") {
		return false
	}
	return lower != "macron" && lower != "macart" && lower[0] < utf8.RuneSelf
}

// macStem knows the Gaelic names behind Mac.
func macStem(stem string) bool {
	switch stem {
	case "adam", "alister", "allister", "andrew", "arthur", "askill", "aulay", "bain", "bean", "beth", "bride",
		"cabe", "caig", "callum", "cann", "carthy", "clure", "coll", "conachie", "connell", "corkindale", "cormack", "cormick",
		"crae", "crimmon", "cullagh", "culloch", "diarmid", "donald", "donell", "donnell", "dougal", "dougall", "dowell", "duff",
		"eachern", "eachran", "ewan", "ewen", "fadyen", "farlane", "fie", "gill", "gillivray", "gowan", "gregor", "hardy", "hugh",
		"innes", "innis", "intyre", "isaac", "iver", "ivor", "kay", "kellar", "kenna", "kendrick", "kenzie", "kerron", "kinlay", "kinley",
		"kinnon", "kinnie", "kintosh", "lachlan", "laine", "lane", "laren", "laughlin", "lea", "lean", "leish", "lellan", "lennan",
		"leod", "mahon", "manus", "master", "millan", "murdo", "murray", "murrough", "nab", "namara", "naughton", "neil", "neill",
		"nicol", "niven", "phail", "phee", "pherson", "rae", "ritchie", "rory", "sorley", "sween", "swan",
		"taggart", "tavish", "vicar", "vey", "whirter", "william", "eoin":
		return true
	}
	return false
}

// romanNumeral tells the numerals of kings, popes and namesakes, II to XLIX;
// XI is a Chinese name as well and not taken.
func romanNumeral(s []byte) bool {
	if len(s) < 2 || len(s) > 6 || string(s) == "xi" {
		return false
	}
	i := 0
	if s[0] == 'x' && s[1] == 'l' {
		i = 2
	} else {
		for i < len(s) && i < 3 && s[i] == 'x' {
			i++
		}
	}
	rest := string(s[i:])
	switch rest {
	case "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix":
		return true
	}
	return false
}

// restoreAffix spells a title, suffix or credential whose case was lost the
// way it is usually spelled, keeping its dots.
func restoreAffix(text, country string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && text[end] != ' ' && text[end] != ',' {
			end++
		}
		if end > i {
			b.WriteString(affixSpelling(text[i:end], country))
		}
		if end < len(text) {
			b.WriteByte(text[end])
		}
		i = end + 1
	}
	return b.String()
}

func affixSpelling(word, country string) string {
	var room [64]byte
	squeezed := market.AppendSqueezed(room[:0], word)
	usual := market.NameSpelling(squeezed)
	if country == "PL" {
		switch string(squeezed) { // small in Polish: prof. dr hab.
		case "prof", "dr", "ks", "doc", "gen", "mgr":
			usual = strings.ToLower(usual)
		}
	}
	dots := strings.Count(word, ".")
	switch {
	case usual == "":
		return restoreName(word, country, false)
	case dots == 0:
		return usual
	case dots == 1 && strings.HasSuffix(word, ".") && len(Key(usual)) == len(squeezed):
		return usual + "."
	}
	// The dots stand elsewhere: take the letters' case from the usual
	// spelling, one by one.
	var b strings.Builder
	letters := []rune(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, usual))
	n := 0
	for _, r := range word {
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && n < len(letters) {
			r = letters[n]
			n++
		}
		b.WriteRune(r)
	}
	return b.String()
}
