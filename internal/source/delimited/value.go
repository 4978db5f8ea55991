package delimited

import "strings"

// value rates a cell as a value from 0 to 1: a number, a date, an address is
// surely one; words are likely one; text that still holds other delimiters or
// odd quotes rather shows that it was cut wrongly.
func value(cell string, d Dialect) float64 {
	text := strings.TrimSpace(cell)
	if text == "" {
		return .7
	}
	if len(text) > 2000 {
		return .3
	}
	var letters, digits, blanks, seps, marks, quotes, open int
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80:
			letters++
		case c >= '0' && c <= '9':
			digits++
		case c == ' ':
			blanks++
		case c == ';', c == '|', c == '\t', c == '^':
			seps++
		case c == ',':
			if i+1 < len(text) && text[i+1] != ' ' && !(digits > 0 && text[i+1] >= '0' && text[i+1] <= '9' && letters == 0) {
				seps++
			} else {
				marks++
			}
		case c == '"':
			quotes++
		case c == '(', c == '[', c == '{':
			open++
		case c == ')', c == ']', c == '}':
			open--
		case c == '\n':
		default:
			marks++
		}
	}
	if v, odd := oddQuotes(text, quotes, d); odd {
		return v
	}
	first, last := text[0], text[len(text)-1]
	switch {
	case seps > 0:
		return .25
	case open != 0:
		return .3
	case letters == 0 && digits > 0:
		return numeric(text)
	case strings.Contains(text, "@") && blanks == 0 && strings.Contains(text, "."),
		strings.HasPrefix(text, "http://"), strings.HasPrefix(text, "https://"), strings.HasPrefix(text, "www."):
		return 1
	case letters+digits+blanks == 0:
		return .3
	case first == ',' || last == ',' || first == ':' || first == '.':
		return .4
	case marks*4 > letters+digits:
		return .5
	case marks == 0:
		return .95
	}
	return .9
}

// oddQuotes rates a cell whose quotes show that the dialect is not its own.
func oddQuotes(text string, quotes int, d Dialect) (rating float64, odd bool) {
	first, last := text[0], text[len(text)-1]
	switch {
	case d.Quote != '"' && quotes > 0 && (first == '"' || last == '"'):
		return .1, true
	case d.Quote == 0 && len(text) > 1 && first == '\'' && last == '\'':
		return .3, true
	case first == '\'' != (last == '\'') && len(text) > 1 && d.Quote != '"':
		return .3, true
	}
	return 0, false
}

// numeric rates text without letters: numbers, dates, times, phones.
func numeric(text string) float64 {
	colons, commas, dots, blanks := 0, 0, 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case ':':
			colons++
		case ',':
			commas++
		case '.':
			dots++
		case ' ':
			blanks++
		case '"', '\'', '=', '<', '>', '!', '?', '@', '&', '*', '_', '~', '#':
			return .4
		}
	}
	first, last := text[0], text[len(text)-1]
	if last == ':' || last == ',' || first == ':' || last == '-' || first == ',' || first == '/' || last == '/' {
		return .4
	}
	if commas > 1 && dots == 0 && !grouped(text) || blanks > 2 && dots > 2 {
		return .25
	}
	return 1
}

// grouped tells whether every comma stands before exactly three digits, as in
// 1,234,567.
func grouped(text string) bool {
	run := 0
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == ',' {
			if run != 3 {
				return false
			}
			run = 0
			continue
		}
		run++
	}
	return true
}
