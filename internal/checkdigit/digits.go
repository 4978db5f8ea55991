// Package checkdigit holds the check-digit rules of identifiers: of companies,
// of persons and of payment instruments. Each function takes the bare
// identifier: capitals and digits without blanks or punctuation, without the
// country letters of a VAT number, and tells whether pattern and check digits
// hold. Sources: the registers' own descriptions; re-implemented from their
// words.
package checkdigit

import "strings"

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// allDigits tells whether a text is digits only, at least one.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// number is the value of a text of digits.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// words is a set of the words of a text.
func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}
