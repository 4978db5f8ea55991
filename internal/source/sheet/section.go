package sheet

import (
	"strconv"
	"strings"
)

// section is one of the up to four parts of a number format code, understood
// (ECMA-376 part 1, 18.8.31).
type section struct {
	parts     []codePart
	condition string // "<", ">=" and so on, "" without one
	bound     float64
	language  int64 // of month and day names, 0 unknown
	percents  int
	thousands bool // digits stand in groups of three
	scale     int  // times 1000
	whole     int  // digit places before the point
	decimals  int  // and behind it
	kind      formatKind
	mask      string // of masked: 0 and # stand for digits, the rest is literal
	letters   bool   // its literals hold letters
	date      bool
	elapsed   bool // [h]: time is not cut at days
}

// codePart is a run of a format code: a letter for what it is, and its text.
type codePart struct {
	what byte // one of the constants below
	text string
}

const (
	partLiteral  = 'l'
	partPlace    = '0' // 0 # or ?
	partPoint    = '.'
	partGroup    = ',' // a comma that does not print itself
	partPercent  = '%'
	partExponent = 'E' // + or -, with its places
	partSlash    = '/' // of a fraction, with the denominator where it is given
	partGeneral  = 'G'
	partText     = '@'
	partDate     = 'd' // y m d h s in any number, n for minutes, AM/PM
	partElapsed  = '['
	partSecond   = 's' // of a second: .000
)

// splitSections cuts a format code at its semicolons.
func splitSections(code string) []string {
	var all []string
	start := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*':
			i++
		case '"':
			i += max(0, strings.IndexByte(code[i+1:], '"')) + 1
		case '[':
			i += max(0, strings.IndexByte(code[i:], ']'))
		case ';':
			all = append(all, code[start:i])
			start = i + 1
		}
	}
	return append(all, code[start:])
}

// parseSection understands a section.
func parseSection(code string) section {
	s := section{}
	for i := 0; i < len(code); {
		n := s.parsePiece(code[i:])
		i += n
	}
	if s.date = s.saysDate(); s.date {
		s.settleDate()
		s.kind = s.dateKind()
		return s
	}
	s.settleNumber()
	s.kind = s.numberKind()
	return s
}

func (s *section) add(what byte, text string) { s.parts = append(s.parts, codePart{what, text}) }

func (s *section) literal(text string) {
	for _, r := range text {
		s.letters = s.letters || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0
	}
	if n := len(s.parts); n > 0 && s.parts[n-1].what == partLiteral {
		s.parts[n-1].text += text
		return
	}
	s.add(partLiteral, text)
}

// parsePiece takes the codePart at the start of code and returns how long it is.
func (s *section) parsePiece(code string) int {
	switch c := code[0]; c {
	case '"':
		end := strings.IndexByte(code[1:], '"')
		if end < 0 {
			s.literal(code[1:])
			return len(code)
		}
		s.literal(code[1 : 1+end])
		return end + 2
	case '\\':
		n := firstRune(code[1:])
		s.literal(code[1 : 1+n])
		return 1 + n
	case '_':
		s.literal(" ") // room for a character
		return 1 + firstRune(code[1:])
	case '*':
		return 1 + firstRune(code[1:]) // fills a column of unknown width
	case '[':
		return s.parseBracket(code)
	case '0', '#', '?':
		s.add(partPlace, code[:1])
		return 1
	case '.', ',', '%', '@':
		s.add(c, code[:1])
		return 1
	case '/':
		n := 1
		for n < len(code) && code[n] >= '0' && code[n] <= '9' {
			n++
		}
		s.add(partSlash, code[:n])
		return n
	}
	return s.parseWord(code)
}

// parseWord takes General, an exponent, a part of a date or any other
// character.
func (s *section) parseWord(code string) int {
	fold := func(word string) bool { return len(code) >= len(word) && strings.EqualFold(code[:len(word)], word) }
	switch c := code[0] | 0x20; {
	case fold("general"):
		s.add(partGeneral, code[:7])
		return 7
	case fold("am/pm"):
		s.add(partDate, "AM/PM")
		return 5
	case fold("a/p"):
		s.add(partDate, "A/P")
		return 3
	case (fold("e+") || fold("e-")) && code[0]|0x20 == 'e':
		n := 2
		for n < len(code) && (code[n] == '0' || code[n] == '#' || code[n] == '?') {
			n++
		}
		s.add(partExponent, code[1:n])
		return n
	case strings.IndexByte("ymdhseb", c) >= 0 && code[0] >= 'A':
		n := 1
		for n < len(code) && code[n]|0x20 == c {
			n++
		}
		s.add(partDate, code[:n])
		return n
	}
	n := firstRune(code)
	s.literal(code[:n])
	return n
}

// parseBracket takes what stands in brackets: a condition, a currency and
// language, elapsed time; colours and the rest mean nothing here.
func (s *section) parseBracket(code string) int {
	end := strings.IndexByte(code, ']')
	if end < 0 {
		return len(code)
	}
	inner := code[1:end]
	switch {
	case inner == "":
	case inner[0] == '$':
		symbol, language, _ := strings.Cut(inner[1:], "-")
		if n, err := strconv.ParseInt(language, 16, 64); err == nil {
			s.language = n
		}
		if symbol != "" {
			s.literal(symbol)
		}
	case inner[0] == '<' || inner[0] == '>' || inner[0] == '=':
		number := strings.TrimLeft(inner, "<>=")
		if n, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil {
			s.condition, s.bound = inner[:len(inner)-len(number)], n
		}
	case strings.Trim(strings.ToLower(inner), inner[:1]) == "" && strings.Contains("hmsHMS", inner[:1]):
		s.add(partElapsed, strings.ToLower(inner))
		s.elapsed = true
	}
	return end + 1
}

func firstRune(text string) int {
	for i := range text {
		if i > 0 {
			return i
		}
	}
	return len(text)
}
