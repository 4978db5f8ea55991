package market

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/money_words.csv
var moneyWordFile string

//go:embed data/currencies.csv
var currencyFile string

type moneyWord struct {
	unit     float64
	currency string
}

var moneyWords = sync.OnceValue(func() map[string]moneyWord {
	words := map[string]moneyWord{}
	for row := range dataRows(moneyWordFile) {
		unit, _ := strconv.ParseFloat(row[1], 64)
		words[row[0]] = moneyWord{unit, row[2]}
	}
	return words
})

var currencyOf = sync.OnceValue(func() map[string]string {
	byCountry := map[string]string{}
	for row := range dataRows(currencyFile) {
		for _, country := range strings.Fields(row[1]) {
			byCountry[country] = row[0]
		}
	}
	return byCountry
})

var currencyCodes = sync.OnceValue(func() map[string]bool {
	codes := map[string]bool{}
	for row := range dataRows(currencyFile) {
		codes[row[0]] = true
	}
	return codes
})

// CurrencyOf is the ISO 4217 code of a country's currency; "" where unknown.
func CurrencyOf(country string) string { return currencyOf()[country] }

// IsCurrency tells whether code is a known ISO 4217 code in capitals.
func IsCurrency(code string) bool { return currencyCodes()[code] }

// MoneyWord reads a word of an amount: a unit ("mln", "MM", "T"), a currency
// ("zł", "€", "PLN") or both in one ("TEUR", "M€", "$M"). unit is 0 where the
// word names none, currency "" likewise; signs that several countries share
// ("kr", "$") are told by the country. The unit words of the markets are
// case-sensitive only where the case tells: "M" and "m" are both millions.
func MoneyWord(word, country string) (unit float64, currency string, ok bool) {
	if w, found := lookMoney(word, country); found {
		return w.unit, w.currency, true
	}
	// Two words in one: a unit before or behind a currency.
	for cut := range word {
		if cut == 0 {
			continue
		}
		a, okA := lookMoney(word[:cut], country)
		b, okB := lookMoney(word[cut:], country)
		if okA && okB && (a.unit == 0) != (b.unit == 0) {
			if a.unit == 0 {
				a, b = b, a
			}
			return a.unit, b.currency, true
		}
	}
	return 0, "", false
}

func lookMoney(word, country string) (moneyWord, bool) {
	words := moneyWords()
	w, ok := words[word]
	if !ok {
		if len(word) == 3 && currencyCodes()[word] {
			return moneyWord{0, word}, true
		}
		w, ok = words[strings.ToLower(word)]
	}
	if !ok {
		if len(word) == 3 {
			if up := strings.ToUpper(word); IsCurrency(up) {
				return moneyWord{0, up}, true
			}
		}
		return moneyWord{}, false
	}
	if w.unit == 1e9 && len(word) > 5 && (word[0] == 'b' || word[0] == 'B') && longScale(country) {
		w.unit = 1e12
	}
	if (word == "mil" || word == "Mil" || word == "MIL") && iberian(country) {
		w.unit = 1000
	}
	if shared, found := strings.CutPrefix(w.currency, "?"); found {
		w.currency = sharedCurrency(shared, country)
	}
	return w, true
}

// longScale tells the countries where "billion" is a million millions.
func longScale(country string) bool {
	switch country {
	case "DE", "FR", "NO", "PL", "AT", "CH", "BE", "NL", "SE", "DK", "ES", "PT", "IT", "FI", "CZ", "SK", "HU":
		return true
	}
	return false
}

// iberian tells the countries where "mil" is a thousand.
func iberian(country string) bool {
	switch country {
	case "ES", "PT", "BR", "MX", "AR", "CO", "CL", "PE", "VE", "EC", "UY", "BO", "PY", "CR", "GT", "DO", "PA":
		return true
	}
	return false
}

// sharedCurrency tells which of several countries' currencies a sign means.
func sharedCurrency(sign, country string) string {
	home := CurrencyOf(country)
	switch sign {
	case "kr":
		if home == "NOK" || home == "SEK" || home == "DKK" || home == "ISK" {
			return home
		}
		return "NOK"
	case "dollar":
		switch home {
		case "AUD", "CAD", "NZD", "SGD", "HKD", "USD", "MXN":
			return home
		}
		return "USD"
	case "yen":
		if home == "CNY" {
			return home
		}
		return "JPY"
	case "lei":
		if home == "MDL" {
			return home
		}
		return "RON"
	}
	return ""
}
