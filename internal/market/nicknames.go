package market

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/nicknames.csv
var nicknamesFile string

// nicknameRows holds, for each given name in key form, the rows of the data
// file it stands in.
var nicknameRows = sync.OnceValue(func() map[string][]uint16 {
	rows := make(map[string][]uint16)
	n := uint16(0)
	for cells := range dataRows(nicknamesFile) {
		n++
		for name := range strings.FieldsSeq(strings.Join(cells, " ")) {
			if !slices.Contains(rows[name], n) {
				rows[name] = append(rows[name], n)
			}
		}
	}
	return rows
})

// Nicknamed tells whether a given name, in key form, has other forms that
// SameGivenName knows.
func Nicknamed(name string) bool { return len(nicknameRows()[name]) > 0 }

// SameGivenName tells whether one person may go by both given names, in key
// form: Bob and Robert, Kasia and Katarzyna, Jack and John. A name is not its
// own variant here: equal names are for the caller to see.
func SameGivenName(a, b string) bool {
	if a == "" || b == "" || a == b {
		return false
	}
	rows := nicknameRows()
	for _, row := range rows[a] {
		if slices.Contains(rows[b], row) {
			return true
		}
	}
	return false
}
