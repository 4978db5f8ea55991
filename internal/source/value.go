package source

import "strings"

// kind is what a cell looks like, as far as it tells a label from a value and
// one column from another.
type kind uint8

const (
	blank kind = iota
	integer
	decimal
	date
	clock
	email
	link
	flag  // yes, no, true, false
	code  // letters and digits without blanks
	word  // letters without blanks
	words // text
	numKinds
)

// typed tells whether the kind can hardly be a label.
func (k kind) typed() bool { return k >= integer && k <= link }

// kindOf looks at a cell once.
func kindOf(cell string) kind {
	s := strings.TrimSpace(cell)
	if s == "" {
		return blank
	}
	if len(s) > 256 {
		return words
	}
	var letters, digits, blanks, dots, commas, slashes, dashes, colons, ats, other int
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80:
			letters++
		case c == ' ':
			blanks++
		case c == '.':
			dots++
		case c == ',':
			commas++
		case c == '/':
			slashes++
		case c == '-', c == '+':
			dashes++
		case c == ':':
			colons++
		case c == '@':
			ats++
		default:
			other++
		}
	}
	switch {
	case letters == 0 && digits > 0:
		return numericKind(s, digits, blanks, dots, commas, slashes, dashes, colons, other)
	case ats == 1 && blanks == 0 && dots > 0 && s[0] != '@':
		return email
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "www."):
		return link
	case digits > 0 && isDate(s):
		return date
	case digits > 0 && blanks <= 1 && moneyLike(s, letters, digits):
		return decimal
	case isFlag(s):
		return flag
	case blanks == 0 && digits > 0:
		return code
	case blanks == 0:
		return word
	}
	return words
}

func numericKind(s string, digits, blanks, dots, commas, slashes, dashes, colons, other int) kind {
	switch {
	case digits >= 4 && digits <= 8 && (slashes == 2 || dots == 2 || dashes == 2) && blanks == 0 && colons == 0 && s[0] != '+' && s[0] != '-':
		if isDate(s) {
			return date
		}
		return code
	case colons > 0 && blanks == 0 && slashes+dashes == 0 && digits <= 6:
		return clock
	case colons > 0 && digits >= 8:
		return date
	case slashes > 0 || colons > 0:
		return code
	case blanks+dots+commas+dashes+other == 0:
		return integer
	case dashes == 1 && (s[0] == '-' || s[0] == '+') && dots+commas+blanks+other == 0:
		return integer
	}
	return decimal
}

// isDate knows the shape of dates: 2026-11-22, 22.11.2026, 11/22/26, with or
// without a time, and month names between two numbers.
func isDate(s string) bool {
	day, _, _ := strings.Cut(s, " ")
	if t := strings.IndexByte(day, 'T'); t == 10 {
		day = day[:t]
	}
	for _, sep := range [...]byte{'-', '.', '/'} {
		if strings.Count(day, string(sep)) != 2 {
			continue
		}
		i := strings.IndexByte(day, sep)
		j := i + 1 + strings.IndexByte(day[i+1:], sep)
		return dateParts(day[:i], day[i+1:j], day[j+1:])
	}
	return false
}

func dateParts(a, b, c string) bool {
	ok := func(s string, n int) bool {
		if len(s) == 0 || len(s) > n {
			return false
		}
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return false
			}
		}
		return true
	}
	month := func(s string) bool {
		if len(s) < 3 || len(s) > 9 {
			return false
		}
		for i := 0; i < len(s); i++ {
			if s[i]|0x20 < 'a' || s[i]|0x20 > 'z' {
				return s[i] >= 0x80
			}
		}
		return true
	}
	return ok(a, 4) && (ok(b, 2) || month(b)) && ok(c, 4) && (len(a) != 3 && len(c) != 3) && (len(a) <= 2 || len(c) <= 2)
}

// moneyLike knows amounts with a currency or a unit: "1 200 EUR", "$12.50".
func moneyLike(s string, letters, digits int) bool {
	if letters > 4 || digits < letters {
		return false
	}
	c := s[0]
	return c >= '0' && c <= '9' && strings.IndexByte(s, ' ') > 0 && digits >= 2 || c == '$' || strings.HasPrefix(s, "€") || strings.HasPrefix(s, "£")
}

func isFlag(s string) bool {
	if len(s) > 6 {
		return false
	}
	switch strings.ToLower(s) {
	case "yes", "no", "true", "false", "tak", "nie", "da", "nu", "ja", "nei", "nein", "oui", "non", "y", "n", "wahr", "falsch", "vrai", "faux":
		return true
	}
	return false
}
