package market

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"
)

//go:embed data/texts.csv
var textsFile string

// texts holds the translations: language, then key.
var texts = sync.OnceValue(func() map[string]map[string]string { return readTexts(textsFile) })

// readTexts reads a table of translations: a header "key|en|pl|...", one text
// a line, comments behind "#".
func readTexts(file string) map[string]map[string]string {
	r := csv.NewReader(strings.NewReader(file))
	r.Comma, r.Comment, r.LazyQuotes = '|', '#', true
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		return nil // a test reads the embedded file and fails on this
	}
	all := make(map[string]map[string]string)
	for col, lang := range rows[0][1:] {
		byKey := make(map[string]string, len(rows))
		for _, row := range rows[1:] {
			byKey[row[0]] = row[col+1]
		}
		all[lang] = byKey
	}
	return all
}

// Text is the text of a key in a language (en pl ro no fr de); English where
// the language is unknown, "" where the key is.
func Text(lang, key string) string {
	if text, ok := texts()[lang][key]; ok {
		return text
	}
	return texts()["en"][key]
}

// languageOf is the language a person in a country is spoken to.
var languageOf = map[string]string{
	"PL": "pl", "RO": "ro", "MD": "ro", "NO": "no", "FR": "fr", "MC": "fr", "BE": "fr", "LU": "fr",
	"DE": "de", "AT": "de", "CH": "de", "LI": "de",
}

// LanguageOf is the language (of the six of the product) in which a contact of
// a country is addressed; English where none of them is spoken there.
func LanguageOf(country string) string {
	if lang, ok := languageOf[country]; ok {
		return lang
	}
	return "en"
}
