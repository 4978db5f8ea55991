package profile

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"goldpan/internal/market"
	"goldpan/internal/qualify"
)

// units of money, as match keys, longest first where one begins another.
var moneyUnits = map[string]float64{
	"k": 1e3, "tys": 1e3, "tsd": 1e3, "mii": 1e3, "thousand": 1e3, "tusen": 1e3, "mille": 1e3, "t": 1e3,
	"m": 1e6, "mm": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "mill": 1e6, "million": 1e6, "millions": 1e6, "milioane": 1e6,
	"bn": 1e9, "b": 1e9, "mld": 1e9, "mrd": 1e9, "md": 1e9, "mds": 1e9, "billion": 1e9, "milliard": 1e9, "miliarde": 1e9,
}

// currencyWords are the currencies that are also written as signs or words.
var currencyWords = map[string]string{
	"€": "EUR", "euro": "EUR", "euros": "EUR", "zł": "PLN", "zl": "PLN", "lei": "RON", "leu": "RON",
	"kr": "NOK", "$": "USD", "us$": "USD", "£": "GBP",
}

// currencies are the codes understood (ISO 4217): those of Europe and of the
// larger economies.
var currencies = []string{"AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HUF", "ILS", "INR",
	"ISK", "JPY", "KRW", "MDL", "MXN", "NOK", "NZD", "PLN", "RON", "RSD", "SEK", "SGD", "TRY", "UAH", "USD", "ZAR"}

// currencyOf finds the code of a currency by code, sign or word.
func currencyOf(text string) (string, bool) {
	if upper := strings.ToUpper(text); slices.Contains(currencies, upper) {
		return upper, true
	}
	code, ok := currencyWords[strings.ToLower(text)]
	return code, ok
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
		if code, ok := currencyOf(word); ok && a.Currency == "" {
			a.Currency = code
			continue
		}
		unit, ok := moneyUnits[market.Key(word)]
		if !ok || scaled {
			code, glued := "", false
			// TEUR, MNOK, k€: a unit glued to its currency.
			for cut := 1; cut <= 3 && cut < len(word); cut++ {
				u, isUnit := moneyUnits[strings.ToLower(word[:cut])]
				c, isCurrency := currencyOf(word[cut:])
				if isUnit && isCurrency && !scaled && a.Currency == "" {
					unit, code, glued = u, c, true
				}
			}
			if !glued {
				return a, wrong
			}
			a.Currency = code
		}
		a.Value, scaled = a.Value*unit, true
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
