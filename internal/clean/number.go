package clean

import (
	"math"
	"strconv"
	"strings"
)

// parseNumber reads a written number: "1 234 567,89", "1.234.567", "1'234",
// "12,5", "(1 234)", "1 234-". decimal is ',' or '.' where the column decides,
// 0 where the text must tell by itself; english says which reading a lone
// separator before three digits gets then: 1.500 is 1.5 in English, 1500 in
// German. ok is false when the text is no number.
func parseNumber(text string, decimal byte, english bool) (value float64, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) <= 15 && allDigits(text) { // exact in a float64
		n := uint64(0)
		for i := range len(text) {
			n = n*10 + uint64(text[i]-'0')
		}
		return float64(n), true
	}
	negative := false
	if len(text) > 2 && text[0] == '(' && text[len(text)-1] == ')' {
		negative, text = true, text[1:len(text)-1]
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, ",-"), ",–")
	switch {
	case strings.HasPrefix(text, "-"):
		negative, text = true, text[1:]
	case strings.HasSuffix(text, "-"):
		negative, text = true, text[:len(text)-1]
	case strings.HasPrefix(text, "+"):
		text = text[1:]
	}
	var room [32]byte
	digits, ok := plainDigits(room[:0], strings.TrimSpace(text), decimal, english)
	if !ok {
		return 0, false
	}
	value, err := strconv.ParseFloat(string(digits), 64)
	if err != nil || math.IsInf(value, 0) {
		return 0, false
	}
	if negative {
		value = -value
	}
	return value, true
}

// plainDigits appends the digits of a number with at most one "." for the
// decimal sign; group separators are left out.
func plainDigits(out []byte, text string, decimal byte, english bool) ([]byte, bool) {
	if text == "" || len(text) > 28 || !isDigit(text[len(text)-1]) {
		return nil, false
	}
	if own, sure := decimalSign(text, english); sure || decimal == 0 {
		decimal = own // a list of several countries writes both
	}
	seen := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case isDigit(c):
			out = append(out, c)
		case (c == '.' || c == ',') && c == decimal && !seen:
			seen = true
			out = append(out, '.')
		case (c == '.' || c == ',' || c == '\'' || c == ' ') && !seen && groupAt(text, i):
		default:
			return nil, false
		}
	}
	return out, true
}

// groupAt tells whether a sign stands before a group of exactly three digits.
func groupAt(text string, at int) bool {
	n := 0
	for i := at + 1; i < len(text) && isDigit(text[i]); i++ {
		n++
	}
	return n == 3 && at > 0 && isDigit(text[at-1])
}

// decimalSign decides which sign of a number is the decimal one: the last of
// two kinds; never one that comes twice; a lone one before anything but three
// digits. Those are sure. Before three digits it is a group sign unless the
// list is English and the sign a point.
func decimalSign(text string, english bool) (sign byte, sure bool) {
	point, comma := strings.Count(text, "."), strings.Count(text, ",")
	switch {
	case point > 0 && comma > 0:
		if strings.LastIndexByte(text, '.') > strings.LastIndexByte(text, ',') {
			return '.', true
		}
		return ',', true
	case point+comma == 0:
		return '.', false
	case point > 1:
		return ',', true
	case comma > 1:
		return '.', true
	}
	sign = '.'
	if comma == 1 {
		sign = ','
	}
	at := strings.IndexByte(text, sign)
	if !groupAt(text, at) || at > 3 || at == 1 && text[0] == '0' || at == 0 {
		return sign, true
	}
	if english == (sign == '.') {
		return sign, false // 1.500 in English, 1,500 elsewhere
	}
	return sign ^ '.' ^ ',', false
}

// plainNumber writes a value without exponent or superfluous zeros, to the
// second decimal.
func plainNumber(v float64) string {
	if whole := int64(v); float64(whole) == v {
		return strconv.FormatInt(whole, 10)
	}
	v = math.Round(v*100) / 100
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// englishNumbers tells whether a country writes 1,234.5.
func englishNumbers(country string) bool {
	switch country {
	case "US", "GB", "IE", "AU", "NZ", "CA", "IN", "IL", "JP", "KR", "CN", "HK", "SG", "MX", "PH", "TH", "MY", "PK", "ZA", "NG", "KE":
		return true
	}
	return false
}
