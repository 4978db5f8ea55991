package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/name_remarks.csv
var nameRemarkFile string

var nameRemarks = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for row := range dataRows(nameRemarkFile) {
		for word := range strings.SplitSeq(row[0], "|") {
			words[Key(word)] = true
		}
	}
	return words
})

// NameRemark tells, by its match key, whether a text beside a person's name is
// about the row or the person and no part of the name: "deceased", "doublon".
func NameRemark(key string) bool { return nameRemarks()[key] }
