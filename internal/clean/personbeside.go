package clean

import (
	"strings"

	"goldpan/internal/market"
)

// Beside is what stands in the cell of a name beside the name, and belongs
// into fields of its own.
type Beside struct {
	Title, Email, Phone, Company string

	Objection string // the channel it closes: call, email, all
}

// besideSeparators part a name from what stands beside it, the surest first.
var besideSeparators = [...]string{"|", ";", "//", " / ", " - ", " – ", " — ", ": "}

// takeBeside cuts addresses, numbers, job titles and firms off a text with
// such signs, and gives back what may be the name.
func (s *nameSplitter) takeBeside(text string) string {
	text = s.takeEmails(text)
	text = s.takePhone(text)
	for _, separator := range besideSeparators {
		for {
			head, tail, found := strings.Cut(text, separator)
			if !found {
				break
			}
			head, tail = strings.TrimSpace(head), strings.TrimSpace(tail)
			switch {
			case head == "" || tail == "":
				text = head + tail
			case separator == ";" && strings.IndexByte(head, ' ') < 0 && !strings.ContainsAny(tail, " ;"):
				text = head + ", " + tail // Stork; Robert
			case remark(Key(head)) || market.Objection(head, false) != "":
				s.note(head)
				text = tail
			case strings.HasPrefix(separator, " ") && separator != " / " && s.doubleName(head, tail):
				text = head + "-" + tail
			case separator == ": " || namesJob(head, s.country) && !namesJob(tail, s.country):
				s.note(head)
				text = tail
			default:
				s.note(tail)
				text = head
			}
		}
	}
	if head, tail, found := strings.Cut(text, "/"); found && strings.IndexByte(head, ' ') > 0 && startsGiven(tail, s.country) && strings.IndexByte(tail, ' ') > 0 {
		s.person.code("second-person-left-out") // Kari Fjell/Ola Berg
		text = head
	}
	if strings.IndexByte(text, ' ') < 0 {
		text = tidy(strings.ReplaceAll(text, "_", " "))
	}
	return strings.Trim(text, " *_|:;<>/\\=~#")
}

// doubleName tells "Anna Wilk - Zając" and "WILK - ZAJĄC Anna" from "Jan Wilk -
// Prezes": a word before or behind the dash that is no job.
func (s *nameSplitter) doubleName(head, tail string) bool {
	switch {
	case namesJob(tail, s.country) || namesJob(head, s.country) || remark(Key(tail)):
		return false
	case strings.IndexByte(tail, ' ') < 0:
		return len(tail) > 2 && caseOf(tail) != allLower && caseOf(tail) == caseOf(head)
	}
	return strings.IndexByte(head, ' ') < 0 && classifyName(head, s.country)&market.TitleWord == 0
}

// note enters what stood beside a name where it belongs.
func (s *nameSplitter) note(text string) {
	b := &s.person.Beside
	switch {
	case s.objects(text):
	case namesJob(text, s.country) && !s.firmNotJob(text):
		if b.Title == "" {
			b.Title = text
		}
		s.person.code("title-beside-name")
	case namesCompany(text, s.country):
		if b.Company == "" {
			b.Company = text
		}
		s.person.code("company-beside-name")
	default:
		s.person.code("remark-left-out")
	}
}

// firmNotJob tells "Wilk Consulting" from "Marketing Manager" and "Sales
// Department": a field of work behind a word of its own, without rank.
func (s *nameSplitter) firmNotJob(text string) bool {
	if classifyName(firstWord(text), s.country)&(market.BusinessWord|market.OfficeWord) != 0 || !namesCompany(text, s.country) {
		return false
	}
	authority := ParseTitle(text, s.country).Authority
	return authority != "A" && authority != "B"
}

// takeEmails takes words with an at sign out.
func (s *nameSplitter) takeEmails(text string) string {
	at := strings.IndexByte(text, '@')
	if at < 1 {
		return text
	}
	start, end := strings.LastIndexByte(text[:at], ' ')+1, len(text)
	if cut := strings.IndexByte(text[at:], ' '); cut >= 0 {
		end = at + cut
	}
	if s.person.Beside.Email == "" {
		s.person.Beside.Email = strings.Trim(text[start:end], "<>()[]{},;")
	}
	s.person.code("email-beside-name")
	return strings.Trim(text[:start]+strings.TrimSpace(text[end:]), " ,;-(")
}

// takePhone takes a number at the end off, with the word that announces it.
func (s *nameSplitter) takePhone(text string) string {
	from := len(text)
	for from > 0 && strings.IndexByte("0123456789+-()./ ", text[from-1]) >= 0 {
		from--
	}
	for from < len(text) && (text[from] == ' ' || text[from] == '.' || text[from] == ')') {
		from++
	}
	number := text[from:]
	if countDigits(number) < 5 || from > 0 && text[from-1] != ' ' && text[from-1] != ':' && text[from-1] != '.' {
		return text
	}
	if s.person.Beside.Phone == "" {
		s.person.Beside.Phone = number
	}
	s.person.code("phone-beside-name")
	text = strings.TrimRight(text[:from], " ,;:-.")
	cut := strings.LastIndexByte(text, ' ') + 1
	switch strings.ToLower(strings.TrimRight(text[cut:], ".:")) {
	case "tel", "tél", "telefon", "phone", "ph", "mobile", "mob", "cell", "kom", "tlf", "handy", "gsm", "fon", "port", "t", "m":
		text = strings.TrimRight(text[:cut], " ,;:-.(")
	}
	return text
}

// dropForward leaves out the words that say whom a letter is for.
func (s *nameSplitter) dropForward() {
	p := &s.pieces
	n := 0
	for n < p.n-1 && p.has(n, market.ForwardWord) {
		n++
	}
	for p.n > n+2 && p.has(p.n-1, market.ForwardWord) {
		p.n--
		s.person.code("remark-left-out")
	}
	if p.n > 2 && n == 0 {
		switch word := p.str(0); {
		case word == "c/o" || word == "C/O":
			n = 1
		case (word == "z." || word == "Z.") && (strings.EqualFold(p.str(1), "hd.") || strings.EqualFold(p.str(1), "hdn.")):
			n = 2
		}
	}
	if n > 0 {
		p.drop(0, n)
		s.person.code("remark-left-out")
	}
}

// dropObjection takes words off either end of a name that close a channel:
// "ANNA WILK DO NOT CALL".
func (s *nameSplitter) dropObjection() {
	p := &s.pieces
	for n := 3; n <= 4 && p.n >= n+2; n++ {
		switch {
		case s.objects(p.span(p.n-n, p.n)):
			p.n -= n
		case s.objects(p.span(0, n)):
			p.drop(0, n)
		}
	}
}

// dropJob takes a post off either end of a full name: "Hans Birke
// Geschäftsführer", "Administrator Ion Brad".
func (s *nameSplitter) dropJob() {
	p := &s.pieces
	if p.n < 3 {
		return
	}
	if p.has(0, market.OfficeWord) && !p.has(0, market.TitleWord) { // Dyrektor Szkoły Anna Wilk
		for j := min(3, p.n-2); j > 1; j-- {
			if p.has(j, market.GivenWord) && namesJob(p.span(0, j), s.country) {
				s.note(p.span(0, j))
				p.drop(0, j)
				return
			}
		}
	}
	for _, i := range [2]int{0, p.n - 1} {
		if word := p.str(i); p.has(i, market.OfficeWord) && !p.has(i, market.TitleWord) && placeholderText(word) == market.OfficeName && namesJob(word, s.country) {
			s.note(word)
			p.drop(i, i+1)
			return
		}
	}
}

// namesJob tells whether a text is a job title or a department, and cannot be
// a name.
func namesJob(text, country string) bool {
	if len(text) < 2 || len(text) > 80 || countDigits(text) > 0 {
		return false
	}
	n, titles := 0, strings.IndexByte(text, '.') > 0 // Prof. Dr.
	for word := range strings.FieldsSeq(text) {
		n++
		kind := classifyName(word, country)
		if kind&(market.GivenWord|market.GivenAlsoWord|market.GenerationWord) != 0 {
			return false
		}
		titles = titles && kind&market.TitleWord != 0
	}
	if titles {
		return false
	}
	job := ParseTitle(text, country)
	if n > 1 {
		return job.Department != "other" || job.Seniority != "staff"
	}
	return job.Department != "other"
}
