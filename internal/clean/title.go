package clean

import "goldpan/internal/market"

// JobTitle is a job title and what it says about its bearer.
type JobTitle struct {
	Display    string   // as written, without gender marks such as (m/w/d)
	Seniority  string   // closed vocabulary of the seniority field, "" for an empty title
	Department string   // closed vocabulary of the department field, "" for an empty title
	Authority  string   // authority class of the title alone: A B C D X
	Modifiers  []string // former, acting, deputy, gatekeeper, proxy, joint
	Codes      []string // what was found, in kebab-case
}

// ParseTitle reads a job title in any of the six languages. Country (alpha-2,
// "" unknown) decides between false friends. The title is cut into words, the
// longest known phrases are found, unknown words are read as compounds; then
// the words that modify a rank are applied, and of several titles the one of
// highest authority counts.
func ParseTitle(text, country string) JobTitle {
	display := tidy(text)
	plain := withoutGenderMarks(display)
	if plain == "" {
		return JobTitle{}
	}
	job := JobTitle{Display: plain}
	if plain != display {
		job.Codes = append(job.Codes, "gender-mark-left-out")
	}
	var w titleWords
	w.text, w.country = plain, country
	w.split(plain)
	w.match()
	w.judge(&job)
	return job
}

// titleGap says what stands before a word of a title.
type titleGap uint8

const (
	joined titleGap = iota // a blank or a hyphen
	paired                 // "&", "/", "and": a second title or a second field
	parted                 // a comma, a bracket, a dash: a new statement
)

// titleWord is one word: bytes from to to of the key.
type titleWord struct {
	from, to int16
	gap      titleGap
}

// titleHit is a phrase found in a title: words from to before to.
type titleHit struct {
	entry    *market.TitleEntry
	field    *market.TitleEntry // department of a compound's first part
	from, to int8
	part     int8 // which statement of the title
	pair     int8 // which of the statement's paired halves
}

// department is what the hit says of the field of work for certain. A
// compound's own field comes before its last part's, but not before a
// profession outside business: a works doctor is a doctor.
func (h *titleHit) department() string {
	if h.entry != nil && h.entry.Department == "other" && !h.entry.Weak {
		return "other"
	}
	if h.field != nil && !h.field.Weak {
		return h.field.Department
	}
	if h.entry != nil && !h.entry.Weak {
		return h.entry.Department
	}
	return ""
}

// usualDepartment is the field of work that the hit stands for when no other
// word names one: engineers are technical, projects belong to operations.
func (h *titleHit) usualDepartment() string {
	if h.entry != nil && h.entry.Weak {
		return h.entry.Department
	}
	if h.field != nil {
		return h.field.Department
	}
	return ""
}

func (h *titleHit) level() string {
	if h.entry == nil {
		return ""
	}
	return h.entry.Level
}

func (h *titleHit) modifier() market.TitleModifier {
	if h.entry == nil {
		return market.NoModifier
	}
	return h.entry.Modifier
}

// titleWords is the work on one title, on the stack.
type titleWords struct {
	text, country string
	language      string
	languageKnown bool
	n, hits       int
	word          [28]titleWord
	hit           [20]titleHit
	used          int
	key           [240]byte
}

// words is the key of the words from i to before j.
func (w *titleWords) words(i, j int) []byte { return w.key[w.word[i].from:w.word[j-1].to] }

// split cuts a title into words. What follows "at", "bei", "chez" is the
// employer and left out; words beyond the room are ignored.
func (w *titleWords) split(text string) {
	gap := joined
	for i := 0; i < len(text) && w.n < len(w.word); {
		c := text[i]
		if !titleByte(c) {
			gap = max(gap, gapOf(text, i))
			if c == '@' && w.n > 0 {
				return
			}
			i++
			continue
		}
		start := i
		for i < len(text) && titleByte(text[i]) {
			i++
		}
		from := w.used
		if from > 0 && from < len(w.key) {
			w.key[from] = ' '
			from++
		}
		key := market.AppendKey(w.key[:from], text[start:i])
		if len(key) > len(w.key) {
			return
		}
		if len(key) == from {
			gap = max(gap, gapBetween(text[start:i]))
			continue
		}
		switch string(key[from:]) {
		case "and", "und", "et", "og", "oraz", "sowie", "u", "y":
			gap = max(gap, paired)
		case "at", "bei", "chez", "hos":
			if w.n > 0 {
				return
			}
		}
		if rankPrefix(key[from:]) && len(key) < len(w.key) && w.n+1 < len(w.word) {
			cut := from + len("senior")
			w.word[w.n] = titleWord{from: int16(from), to: int16(cut), gap: gap}
			w.n++
			key = append(key, 0)
			copy(key[cut+1:], key[cut:])
			key[cut] = ' '
			from, gap = cut+1, joined
		}
		key = key[:from+len(maleForm(key[from:]))]
		w.used = len(key)
		w.word[w.n] = titleWord{from: int16(from), to: int16(w.used), gap: gap}
		w.n++
		gap = joined
	}
	w.joinLetters(text)
}

// rankPrefix tells compounds such as "Seniorberater" and "Juniorentwickler",
// which are read as two words.
func rankPrefix(word []byte) bool {
	const n = len("senior")
	if len(word) < n+4 || string(word[:n]) != "senior" && string(word[:n]) != "junior" {
		return false
	}
	return market.TitlePhrase(word) == nil && market.TitlePhrase(word[n:]) != nil
}

// titleByte tells letters, digits and all that is not ASCII.
func titleByte(c byte) bool {
	return isASCIILetter(c) || c >= '0' && c <= '9' || c >= 0x80
}

// gapOf tells what kind of gap a sign makes.
func gapOf(text string, i int) titleGap {
	switch text[i] {
	case '&', '/', '+', '\\', '>':
		return paired
	case ',', ';', '|', '(', ')', ':', '[', ']', '@', '*':
		return parted
	case '-':
		if i > 0 && i+1 < len(text) && text[i-1] == ' ' && text[i+1] == ' ' {
			return parted
		}
	}
	return joined
}

// gapBetween tells what kind of gap signs beyond ASCII make: dashes, bullets.
func gapBetween(signs string) titleGap {
	switch signs {
	case "’", "´", "‐", "‑", "·":
		return joined
	case "→":
		return paired
	}
	return parted
}

// joinLetters makes "C.E.O." one word.
func (w *titleWords) joinLetters(text string) {
	for i := 0; i+2 < w.n; i++ {
		run := i
		for run < w.n && w.word[run].to == w.word[run].from+1 && isASCIILetter(w.key[w.word[run].from]) && (run == i || w.word[run].gap == joined) {
			run++
		}
		if run-i < 3 {
			continue
		}
		from := int(w.word[i].from)
		var letters [16]byte
		n := 0
		for j := i; j < run && n < len(letters); j++ {
			letters[n] = w.key[w.word[j].from]
			n++
		}
		if !dottedLetters(text, letters[:n]) {
			continue
		}
		// The key stays as long; the letters move together and blanks behind
		// them belong to no word.
		copy(w.key[from:], letters[:n])
		w.word[i].to = int16(from + n)
		copy(w.word[i+1:], w.word[run:w.n])
		w.n -= run - i - 1
	}
}

// dottedLetters tells whether the letters stand in the text as "C.E.O".
func dottedLetters(text string, letters []byte) bool {
	for i := 0; i+2*len(letters)-1 <= len(text); i++ {
		j := 0
		for j < len(letters) && text[i+2*j]|0x20 == letters[j] && (j == len(letters)-1 || text[i+2*j+1] == '.') {
			j++
		}
		if j == len(letters) {
			return true
		}
	}
	return false
}

// match finds the longest known phrase at each word.
func (w *titleWords) match() {
	part, pair := int8(0), int8(0)
	for i := 0; i < w.n; {
		entry, to := w.phraseAt(i)
		for j := i; j < to; j++ {
			switch w.word[j].gap {
			case parted:
				part, pair = part+1, 0
			case paired:
				if j == i || j == to-1 {
					pair++
				}
			}
		}
		h := titleHit{entry: entry, from: int8(i), to: int8(to), part: part, pair: pair}
		if entry == nil {
			h.entry, h.field = w.compound(i)
			if h.field == nil {
				if meant := market.TitleMisspelt(w.words(i, i+1)); meant != nil {
					h.entry = meant
				}
			}
		}
		i = to
		if h.entry == nil && h.field == nil {
			continue
		}
		if w.hits < len(w.hit) {
			w.hit[w.hits] = h
			w.hits++
		}
	}
	w.dropEmployers()
	w.joinChiefs()
}

// joinChiefs makes one rank of "Chief Product & Technology Officer".
func (w *titleWords) joinChiefs() {
	for i := range w.hits {
		if !w.isWord(&w.hit[i], "chief") {
			continue
		}
		for j := i + 1; j < w.hits && w.hit[j].part == w.hit[i].part; j++ {
			if w.isWord(&w.hit[j], "officer") {
				for k := i + 1; k <= j; k++ {
					w.hit[k].pair = w.hit[i].pair
				}
			}
		}
	}
}

// dropEmployers forgets what was found in a later statement that ends in a
// legal form: "Consultant, Muster Bank AG".
func (w *titleWords) dropEmployers() {
	part := int8(0)
	for i := range w.n {
		if w.word[i].gap == parted {
			part++
		}
		if part == 0 || i+1 < w.n && w.word[i+1].gap != parted || !legalFormWord(w.words(i, i+1)) {
			continue
		}
		kept := 0
		for _, h := range w.hit[:w.hits] {
			if h.part != part {
				w.hit[kept] = h
				kept++
			}
		}
		w.hits = kept
	}
}

// legalFormWord tells the last words of the commonest legal forms.
func legalFormWord(word []byte) bool {
	switch string(word) {
	case "gmbh", "ag", "kg", "ohg", "ug", "kgaa", "ltd", "limited", "llc", "inc", "corp", "plc", "sas", "sarl", "eurl", "srl", "asa":
		return true
	}
	return false
}

// phraseAt finds the longest phrase that begins at word i.
func (w *titleWords) phraseAt(i int) (*market.TitleEntry, int) {
	first := market.TitlePhrase(w.words(i, i+1))
	if first == nil {
		return nil, i + 1
	}
	longest := min(first.Longest(), w.n-i)
	for n := 1; n < longest; n++ {
		if w.word[i+n].gap == parted {
			longest = n
		}
	}
	for n := longest; n > 1; n-- {
		phrase := market.TitlePhrase(w.words(i, i+n))
		if phrase == nil {
			continue
		}
		if e := w.meaning(phrase); e != nil {
			return e, i + n
		}
	}
	return w.meaning(first), i + 1
}

// meaning is what a phrase means in the language of the title.
func (w *titleWords) meaning(phrase *market.TitleEntry) *market.TitleEntry {
	if !phrase.National() {
		return phrase
	}
	return phrase.In(w.lang())
}

// compound reads an unknown word.
func (w *titleWords) compound(i int) (head, field *market.TitleEntry) {
	word := w.words(i, i+1)
	if len(word) < 6 {
		return nil, nil
	}
	head, field = market.TitleCompound(word)
	if n := len(word) - len("in"); head == nil && string(word[n:]) == "in" {
		if male, its := market.TitleCompound(word[:n]); male != nil {
			return male, its
		}
	}
	return head, field
}
