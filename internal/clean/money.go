package clean

import (
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Amount is money in normal form.
type Amount struct {
	Value    string // plain number, "lo-hi" or "lo+", in whole units of the currency
	Currency string // ISO 4217; "" unknown
}

// Money reads an amount or a range: "1,5 mln zł", "TEUR 500", "$10MM",
// "2 à 5 M€", "CA > 10 M€". Unit and currency come from the cell, then from
// the hint; a sign several countries share ("kr", "$") is told by the
// country. ok is false when there is no number in it.
func Money(text string, hint contact.Hint, country string) (Amount, bool) {
	return money(composed(text), hint, country)
}

// money is Money of a text whose blanks are in order.
func money(text string, hint contact.Hint, country string) (Amount, bool) {
	if len(text) <= 15 && allDigits(text) {
		m := moneyText{n: 1, hint: hint, country: country}
		m.values[0], _ = parseNumber(text, 0, false)
		return m.amount()
	}
	if text == "" {
		return Amount{}, false
	}
	if strings.IndexByte(text, '+') > 0 {
		if _, found := scientific(text); found {
			text = plainExponent(text)
		}
	}
	if at := strings.IndexByte(text, 0xE2); at >= 0 && (strings.Contains(text[at:], "\xE2\x80") || strings.Contains(text[at:], "−")) {
		text = dashes.Replace(text)
	}
	english := englishNumbers(country)
	if country == "" {
		english = hint.Decimal != ','
	}
	m := moneyText{text: text, negative: strings.HasSuffix(text, "-") && !strings.HasSuffix(text, ",-"), hint: hint, english: english, country: country}
	if !m.read() {
		return Amount{}, false
	}
	return m.amount()
}

// dashes writes typographic dashes and minus signs as hyphens.
var dashes = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-")

// plainExponent writes a spreadsheet's "1.5E+06" out; money may lose digits.
func plainExponent(text string) string {
	v, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil {
		return text
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// moneyText is the state of reading one amount.
type moneyText struct {
	text     string
	hint     contact.Hint
	english  bool
	country  string
	values   [2]float64
	units    [2]float64 // 0: none written
	n        int
	prefix   float64 // unit written before the number: TEUR, MNOK
	currency string
	less     bool
	more     bool
	negative bool
	unknown  bool // a word behind a small number that may be a unit of a language that we do not know
}

// read walks the text: numbers, units, currencies and comparison words.
func (m *moneyText) read() bool {
	for i := 0; i < len(m.text); {
		c := m.text[i]
		switch {
		case isDigit(c):
			end := numberEnd(m.text, i)
			v, ok := parseNumber(m.text[i:end], m.hint.Decimal, m.english)
			if !ok || m.n == 2 {
				return false
			}
			m.values[m.n] = v
			m.negative = m.negative || i > 0 && m.n == 0 && m.negativeAt(i)
			m.n++
			i = end
		case c == '<':
			m.less = true
			i++
		case c == '>':
			m.more = true
			i++
		case c == '+' && m.n > 0:
			m.more = true
			i++
		case moneyByte(c):
			end := i
			for end < len(m.text) && moneyByte(m.text[end]) {
				end++
			}
			m.word(m.text[i:end])
			i = end
		default:
			i++
		}
	}
	return m.n > 0 && !m.unknown
}

// negativeAt tells whether the number at i is a loss: "-5", "(5)".
func (m *moneyText) negativeAt(i int) bool {
	before := m.text[i-1]
	if m.text[0] == '-' && m.text[1] != ' ' || m.text[0] == '(' && strings.HasSuffix(m.text, ")") && !hasLetter(m.text) { // -$5, ($5)
		return true
	}
	if i == 1 && before == '(' { // (1 234) tys. zł
		_, behind, closed := strings.Cut(m.text, ")")
		return closed && countDigits(behind) == 0
	}
	return before == '-' && (i == 1 || m.text[i-2] == ' ' || !isDigit(m.text[i-2])) || before == '(' && strings.HasSuffix(m.text, ")")
}

func moneyByte(c byte) bool {
	return isLetter(c) || c >= 0x80 || c == '$'
}

// word takes in a word: a unit, a currency, both in one ("TEUR", "M€"), or a
// comparison.
func (m *moneyText) word(word string) {
	if word == "≥" || word == "≤" {
		m.more, m.less = word == "≥", word == "≤"
		return
	}
	if unit, currency, ok := market.MoneyWord(word, m.country); ok {
		if currency != "" && m.currency == "" {
			m.currency = currency
		}
		if unit > 0 {
			if m.n > 0 {
				if m.units[m.n-1] == 0 {
					m.units[m.n-1] = unit
				} else if m.units[m.n-1] < unit || unit == 1000 {
					m.units[m.n-1] *= unit // "mln" behind "tys."
				}
			} else {
				m.prefix = unit
			}
		}
		return
	}
	switch bandWords[market.Key(word)] {
	case "<", "<=":
		m.less = true
	case ">", "+":
		m.more = true
	case "":
		if n := m.n; n > 0 && m.units[n-1] == 0 && m.prefix == 0 && m.currency == "" && m.values[n-1] < 1000 && len(word) > 2 && m.hint.Unit == 0 {
			m.unknown = true
		}
	}
}

// amount puts the parts together.
func (m *moneyText) amount() (Amount, bool) {
	fallback := m.prefix
	if fallback == 0 && m.units[0] == 0 && m.units[1] == 0 {
		fallback = m.hint.Unit
	}
	if fallback == 0 {
		fallback = 1
	}
	for i := 0; i < m.n; i++ {
		unit := m.units[i]
		if unit == 0 && i == 0 && m.n == 2 && m.units[1] > 0 {
			unit = m.units[1] // "2 à 5 M€"
		}
		if unit == 0 {
			unit = fallback
		}
		m.values[i] *= unit
	}
	if m.negative {
		m.values[0] = -m.values[0]
	}
	currency := m.currency
	if currency == "" {
		currency = m.hint.Currency
	}
	lo := plainNumber(m.values[0])
	switch {
	case m.n == 2 && m.values[1] >= m.values[0]:
		return Amount{lo + "-" + plainNumber(m.values[1]), currency}, true
	case m.n == 2:
		return Amount{}, false
	case m.less:
		return Amount{"0-" + lo, currency}, true
	case m.more:
		return Amount{lo + "+", currency}, true
	}
	return Amount{lo, currency}, true
}
