package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/staff_bands.csv
var staffBandFile string

var staffBands = sync.OnceValue(func() map[string]string {
	bands := map[string]string{}
	for row := range dataRows(staffBandFile) {
		bands[row[0]] = row[1]
	}
	return bands
})

//go:embed data/size_classes.csv
var sizeClassFile string

var sizeClasses = sync.OnceValue(func() map[string]string {
	bands := map[string]string{}
	for row := range dataRows(sizeClassFile) {
		for word := range strings.SplitSeq(row[1], "|") {
			bands[Key(word)] = row[0]
		}
	}
	return bands
})

// SizeClass is the staff band ("10-49") behind the word for a class of company
// sizes ("małe przedsiębiorstwo"); "" for other words.
func SizeClass(text string) string {
	if len(text) > 40 {
		return ""
	}
	return sizeClasses()[Key(text)]
}

// InseeBand is the staff band ("10-19", "10000+") behind a code of the French
// statistics office's tranche d'effectif; "" when the code is none.
func InseeBand(code string) string {
	if len(code) == 1 {
		code = "0" + code // a lost zero
	}
	return staffBands()[code]
}
