package profile

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"goldpan/internal/market"
	"goldpan/internal/qualify"
)

// moneyWord reads a unit, a currency or both in one. Signs that countries
// share are those of the home markets: kr is Norwegian, $ American.
func moneyWord(word string) (unit float64, currency string, ok bool) {
	for _, country := range [3]string{"", "NO", "US"} {
		if unit, currency, ok = market.MoneyWord(word, country); ok && (unit != 0 || currency != "") {
			return unit, currency, true
		}
	}
	return 0, "", false
}

// ParseMoney reads an amount as a person writes it: 2M EUR, 500 tys. zł,
// €1.5m, 60000 PLN. Without a currency the amount is a plain number. The error
// says what would be right.
func ParseMoney(text string) (qualify.Amount, error) {
	wrong := fmt.Errorf("%q is no amount; write a number, a unit and a currency such as 2M EUR or 500 tys. zł", text)
	a := qualify.Amount{Text: text}
	digits, letters := splitMoney(text)
	value, ok := parseNumber(digits)
	if !ok || value < 0 {
		return a, wrong
	}
	a.Value = value
	scaled := false
	for _, word := range letters {
		unit, code, ok := moneyWord(word)
		switch {
		case !ok, unit != 0 && scaled, code != "" && a.Currency != "":
			return a, wrong
		case unit != 0:
			a.Value, scaled = a.Value*unit, true
		}
		if code != "" {
			a.Currency = code
		}
	}
	a.Value = math.Round(a.Value*100) / 100
	return a, nil
}

// splitMoney parts the number from the words around it.
func splitMoney(text string) (digits string, words []string) {
	var number, word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			flush()
			number.WriteRune(r)
		case (r == '.' || r == ',' || r == '-') && word.Len() == 0:
			number.WriteRune(r)
		case r == ' ' || r == '\u00a0' || r == '\u202f' || r == '.' || r == '_' || r == '\'':
			flush()
		case r == '€' || r == '£':
			flush()
			words = append(words, string(r))
		default:
			word.WriteRune(r)
		}
	}
	flush()
	return number.String(), words
}

// parseNumber reads digits with a decimal point or comma; a comma or point
// before exactly three digits at the end groups thousands when it stands more
// than once, a comma also when it stands once.
func parseNumber(digits string) (float64, bool) {
	digits = strings.TrimRight(digits, ".,")
	comma, point := strings.Count(digits, ","), strings.Count(digits, ".")
	last := strings.LastIndexAny(digits, ",.")
	switch {
	case comma > 0 && point > 0: // the later one is decimal
		group := ","
		if digits[last] == ',' {
			group = "."
		}
		digits = strings.Replace(strings.ReplaceAll(digits, group, ""), ",", ".", 1)
	case comma > 1 || comma == 1 && len(digits)-last == 4:
		digits = strings.ReplaceAll(digits, ",", "")
	case comma == 1:
		digits = strings.Replace(digits, ",", ".", 1)
	case point > 1:
		digits = strings.ReplaceAll(digits, ".", "")
	}
	n, err := strconv.ParseFloat(digits, 64)
	return n, err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
}

// band is a size of a firm.
type band struct {
	lo, hi float64 // hi 0: no limit
	closed bool    // written as a band or class, not as one number
}

// sizeClasses are the classes of the EU (2003/361) by people.
var sizeClasses = map[string]band{
	"micro": {0, 9, true}, "small": {10, 49, true}, "medium": {50, 249, true}, "large": {250, 0, true},
}

// parseSize reads a number of people or a band: 50, 1.2k, 51-200, 250+, medium.
func parseSize(text string) (band, error) {
	wrong := fmt.Errorf("%q is no size; write a number, a band or a class such as 50, 51-200, 250+, medium", text)
	if class, ok := sizeClasses[strings.ToLower(text)]; ok {
		return class, nil
	}
	one := func(s string) (float64, bool) {
		s = strings.TrimSpace(s)
		factor := 1.0
		if k, ok := strings.CutSuffix(strings.ToLower(s), "k"); ok {
			s, factor = k, 1000
		}
		n, ok := parseNumber(strings.ReplaceAll(s, " ", ""))
		return n * factor, ok && n >= 0
	}
	if open, ok := strings.CutSuffix(strings.TrimSpace(text), "+"); ok {
		n, ok := one(open)
		if !ok {
			return band{}, wrong
		}
		return band{lo: n, closed: true}, nil
	}
	if lo, hi, ok := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-"); ok {
		a, ok1 := one(lo)
		b, ok2 := one(hi)
		if !ok1 || !ok2 || a > b {
			return band{}, wrong
		}
		return band{a, b, true}, nil
	}
	n, ok := one(text)
	if !ok {
		return band{}, wrong
	}
	return band{lo: n, hi: n}, nil
}
