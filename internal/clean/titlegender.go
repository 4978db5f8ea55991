package clean

import (
	"strings"

	"goldpan/internal/market"
)

// withoutGenderMarks leaves out what makes a title inclusive: (m/w/d), (f/h),
// H/F, k/m, and the endings of "Leiter:in", "Chargé(e)", "Kierownik/czka". Taking
// one mark out may leave another ("m/w/(m/w/d)"), so it goes on until none is left.
func withoutGenderMarks(title string) string {
	for {
		out := withoutGenderMark(title)
		if len(out) == len(title) {
			return out
		}
		title = out
	}
}

// withoutGenderMark goes through a title once.
func withoutGenderMark(title string) string {
	if !strings.ContainsAny(title, "(/*:_·|•") && !strings.Contains(title, "In") {
		return title
	}
	var b strings.Builder
	b.Grow(len(title))
	for i := 0; i < len(title); {
		if n := genderGroup(title, i); n > 0 {
			i += n
			continue
		}
		if n := genderEnding(title, i); n > 0 {
			i += n
			continue
		}
		b.WriteByte(title[i])
		i++
	}
	if b.Len() == len(title) {
		return title
	}
	out := strings.Trim(tidy(b.String()), " -–/|,")
	if out == "" {
		return title
	}
	return out
}

// genderGroup is the length of "(m/w/d)", "(f/h)", "m/w/d", "H/F" at i.
func genderGroup(s string, i int) int {
	start := i
	bracket := s[i] == '(' || s[i] == '['
	if bracket {
		i++
	} else if i > 0 && titleByte(s[i-1]) {
		return 0
	}
	letters := 0
	for i < len(s) {
		switch s[i] | 0x20 {
		case 'm', 'w', 'd', 'f', 'h', 'k', 'x', 'i', 'n', 'a':
			letters++
		default:
			return 0
		}
		i++
		if i < len(s) && titleByte(s[i]) {
			return 0
		}
		for i < len(s) && s[i] == ' ' && i+1 < len(s) && (s[i+1] == '/' || s[i+1] == '|') {
			i++
		}
		if i == len(s) || s[i] != '/' && s[i] != '|' && s[i] != '*' {
			break
		}
		i++
		for i < len(s) && s[i] == ' ' {
			i++
		}
	}
	if letters < 2 || letters > 4 {
		return 0
	}
	if bracket {
		if i == len(s) || s[i] != ')' && s[i] != ']' {
			return 0
		}
		i++
	} else if !genderPair(s[start:i]) {
		return 0
	}
	return i - start
}

// genderPair tells the pairs that need no brackets.
func genderPair(s string) bool {
	switch strings.ToLower(strings.ReplaceAll(s, " ", "")) {
	case "m/w/d", "m/w", "w/m", "w/m/d", "m/f/d", "m/f", "f/m", "h/f", "f/h", "k/m", "m/k", "d/m/w", "m/w/x", "m/f/x", "f/m/x", "f/m/d", "w/d/m":
		return true
	}
	return false
}

// genderEnding is the length of a marked female ending at i: ":in", "*innen",
// "/-in", "(e)", "·rice", "/ka".
func genderEnding(s string, i int) int {
	if i == 0 || !titleByte(s[i-1]) {
		return 0
	}
	n := 0
	shut := byte(0)
	switch {
	case s[i] == '(':
		n, shut = 1, ')'
	case strings.HasPrefix(s[i:], "·"):
		n = len("·")
	case strings.HasPrefix(s[i:], "•"):
		n = len("•")
	case s[i] == '/' || s[i] == '*' || s[i] == ':' || s[i] == '_':
		n = 1
	case s[i] == 'I' && strings.HasPrefix(s[i:], "In") && isLower(s[i-1]):
		if rest := s[i+2:]; rest == "" || !titleByte(rest[0]) || strings.HasPrefix(rest, "nen") {
			return binnenLength(rest) + 2
		}
		return 0
	default:
		return 0
	}
	if n < len(s)-i && s[i+n] == '-' {
		n++
	}
	end := i + n
	for end < len(s) && titleByte(s[end]) {
		end++
	}
	switch ending := s[i+n : end]; ending {
	case "in", "innen", "e", "es", "ne", "nes", "se", "trice", "rice", "euse", "euses", "ère", "ière", "ienne", "ka", "czka", "nka", "owa", "ă", "oare", "frau", "r", "n", "fe", "esse", "ive", "te":
	default:
		return 0
	}
	if shut != 0 {
		if end == len(s) || s[end] != shut {
			return 0
		}
		end++
	}
	return end - i
}

// binnenLength is the length of "nen" behind a capital In.
func binnenLength(rest string) int {
	if strings.HasPrefix(rest, "nen") && (len(rest) == 3 || !titleByte(rest[3])) {
		return 3
	}
	return 0
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

// maleForm drops the German -in of a word that is known only without it:
// Anlageberaterin, Tierärztin.
func maleForm(word []byte) []byte {
	n := len(word) - len("in")
	if n < 4 || string(word[n:]) != "in" || market.TitlePhrase(word) != nil {
		return word
	}
	if e := market.TitlePhrase(word[:n]); e == nil || e.Level == "" && !e.National() {
		return word
	}
	return word[:n]
}
