package market

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"
)

//go:embed data/texts_workbook.csv
var workbookCSV string

// workbookTexts maps language and key to text.
var workbookTexts = sync.OnceValue(func() map[[2]string]string {
	r := csv.NewReader(strings.NewReader(workbookCSV))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil // the file is embedded; a test reads it
	}
	texts := make(map[[2]string]string, len(rows)*len(rows[0]))
	for _, row := range rows[1:] {
		for i, text := range row[1:] {
			texts[[2]string{rows[0][i+1], row[0]}] = text
		}
	}
	return texts
})

// WorkbookText is a text of the call list workbook in a language of
// contact.Languages; in English where that language has none, and the key
// itself where nothing has.
func WorkbookText(lang, key string) string {
	if text := workbookTexts()[[2]string{lang, key}]; text != "" {
		return text
	}
	if text := workbookTexts()[[2]string{"en", key}]; text != "" {
		return text
	}
	return key
}
