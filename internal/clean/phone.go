package clean

import (
	"strings"

	"goldpan/internal/market"
)

// Number is one phone number in normal form.
type Number struct {
	E164    string // "+48221234567"; "" when the text is no number that can be dialled
	Country string // alpha-2 of the number's plan
	Kind    string // mobile, fixed, premium, tollfree, shared, voip, unknown
	Ext     string // extension, digits
	Codes   []string
}

// Phone reads the first number of a cell, dialled from the given country
// (alpha-2, "" when unknown). ok is false when there is none that exists by
// the country's numbering plan.
func Phone(text, country string) (Number, bool) {
	var room [1]Number
	numbers := appendNumbers(room[:0], text, country, 1)
	if len(numbers) == 0 {
		return Number{}, false
	}
	return numbers[0], true
}

// Phones reads every number of a cell.
func Phones(text, country string) []Number { return appendNumbers(nil, text, country, 4) }

// appendNumbers reads up to limit numbers. The usual cell is one number of
// digits and separators; anything else goes through the slower page below.
func appendNumbers(numbers []Number, text, country string, limit int) []Number {
	text = withoutDecimal(text)
	d, plain := scanDialled(text)
	if plain {
		if n, ok := d.resolve(country); ok {
			return append(numbers, n)
		}
	}
	if plain && undivided(text) {
		if n, ok := d.disguised(country); ok {
			numbers = append(numbers, n)
		}
		return numbers
	}
	pieces := phonePieces(text, country)
	if !plain || len(pieces) != 1 || countDigits(pieces[0].text) != d.n { // there is something new to try
		for i := 0; i < len(pieces) && len(numbers) < limit; i++ {
			numbers = pieces[i].append(numbers, country)
		}
	}
	for i := 0; i < len(pieces) && len(numbers) == 0; i++ {
		if d, plain := scanDialled(pieces[i].text); plain {
			if n, ok := d.disguised(country); ok {
				numbers = append(numbers, pieces[i].finish(n))
			}
		}
	}
	return numbers
}

// undivided tells whether a cell of digits and separators can only be one
// number: nothing in it stands between two, or before an extension.
func undivided(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case isDigit(c) || c == '+' || c == '-' || c == '.':
		case c == ' ':
			if i+1 < len(text) && (text[i+1] == '-' || text[i+1] == '(') {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// withoutDecimal takes off the decimals that a spreadsheet gave a number.
func withoutDecimal(text string) string {
	if whole, found := strings.CutSuffix(text, ".0"); found && strings.IndexByte(whole, '.') < 0 {
		return whole
	}
	return text
}

func hasNumber(numbers []Number, e164 string) bool {
	for i := range numbers {
		if numbers[i].E164 == e164 {
			return true
		}
	}
	return false
}

// maxDigits bounds the digits of one dialled number with all its prefixes.
const maxDigits = 20

// dialled is a number as it stands in a cell: its digits and what stands
// around them.
type dialled struct {
	digits [maxDigits]byte
	n      int
	plus   bool // led by "+"
	trunk0 int  // index of the 0 of a "(0)", -1 without one
}

// scanDialled reads a cell of digits and separators. plain is false when the
// cell holds anything else, or no number of digits that can be one.
func scanDialled(text string) (d dialled, plain bool) {
	d.trunk0 = -1
	open := false
	for i := labelEnd(text); i < len(text); i++ {
		c := text[i]
		switch {
		case isDigit(c):
			if d.n == maxDigits {
				return d, false
			}
			if open && c == '0' && d.n > 0 && i+1 < len(text) && text[i+1] == ')' && text[i-1] == '(' {
				d.trunk0 = d.n
			}
			d.digits[d.n] = c
			d.n++
		case c == '+':
			if d.n > 0 {
				return d, false
			}
			d.plus = true
		case c == '(':
			open = true
		case c == ')':
			open = false
		case c == ' ' || c == '-' || c == '.' || c == '/':
		case c == 0xC2 && i+1 < len(text) && text[i+1] == 0xA0: // no-break space
			i++
		default:
			return d, false
		}
	}
	return d, d.n >= 3
}

// labelEnd is where the number begins behind a word such as "tel." or "Fon:".
func labelEnd(text string) int {
	if text == "" || !isLetter(text[0]) {
		return 0
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case isDigit(c) || c == '+' || c == '(':
			return i
		case isLetter(c) || c == '.' || c == ':' || c == ' ':
		default:
			return 0
		}
	}
	return 0
}

// resolve finds the number that the digits dial from the country.
func (d *dialled) resolve(country string) (Number, bool) {
	digits := d.digits[:d.n]
	if d.n < 4 || same(digits) {
		return Number{}, false
	}
	if d.trunk0 > 0 && !(d.plus && digits[0] == '3' && digits[1] == '9') {
		// The zero of "+44 (0)20 ..." is not dialled; Italy's numbers keep
		// theirs, and in Hungary it is half of 06.
		whole := *d
		whole.trunk0 = -1
		copy(digits[d.trunk0:], digits[d.trunk0+1:])
		d.n, d.trunk0 = d.n-1, -1
		if n, ok := d.resolve(country); ok {
			return n, true
		}
		return whole.resolve(country)
	}
	international := d.plus
	if !international {
		if n := internationalPrefix(digits, country); n > 0 {
			digits, international = digits[n:], true
		}
	}
	if !international {
		return dialNational(digits, country)
	}
	for len(digits) > 0 && digits[0] == '0' { // "+0048", "+ 00 48"
		digits = digits[1:]
	}
	return dialInternational(digits)
}

// disguised finds the number of international digits that lack their plus or
// stand behind what is dialled elsewhere in its place, where they are no number
// of the country's. Ten digits are too few to tell: a tenth of America's
// numbers would be Danish or Norwegian.
func (d *dialled) disguised(country string) (Number, bool) {
	text := string(d.digits[:d.n])
	switch {
	case d.plus:
		return Number{}, false
	case strings.HasPrefix(text, "0011"):
		text = text[4:]
	case strings.HasPrefix(text, "011"):
		text = text[3:]
	case country == "":
	case text[0] == '0': // "048 601 ..."
		if text = text[1:]; !strings.HasPrefix(text, callingCode(country)) {
			return Number{}, false
		}
	default:
		if _, known := planOfCode(d.digits[:]); !known {
			return Number{}, false
		}
	}
	if len(text) < 11 || text[0] == '0' {
		return Number{}, false
	}
	n, ok := dialInternational([]byte(text))
	n.Codes = append(n.Codes, "plus-added")
	return n, ok
}

// same tells whether all digits are one and the same.
func same(digits []byte) bool {
	for _, c := range digits[1:] {
		if c != digits[0] {
			return false
		}
	}
	return true
}

// internationalPrefix counts the digits that are dialled to leave a country:
// 00 in most of the world, 011 in North America, 0011 in Australia; 0 when the
// number does not begin with them.
func internationalPrefix(digits []byte, country string) int {
	if digits[0] != '0' || len(digits) < 9 {
		return 0
	}
	switch {
	case digits[1] == '0' && digits[2] == '1' && digits[3] == '1' && country == "AU" && len(digits) > 10:
		return 4
	case digits[1] == '1' && digits[2] == '1' && len(digits) > 10 && market.NorthAmerican(country):
		return 3
	case digits[1] == '0' && digits[2] != '0':
		return 2
	}
	return 0
}
