package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/placeholders.csv
var placeholderData string

// Placeholder says whether a name stands for nobody.
type Placeholder uint8

// Kinds of placeholders.
const (
	RealName Placeholder = iota
	SpecimenName
	OfficeName // a desk or a post: "Buchhaltung", "The Manager"
	NoName
)

var placeholders = sync.OnceValue(func() map[string]Placeholder {
	names := make(map[string]Placeholder, 300)
	for row := range dataRows(placeholderData) {
		kind := SpecimenName
		switch row[0] {
		case "nobody":
			kind = NoName
		case "office":
			kind = OfficeName
		}
		for name := range strings.SplitSeq(row[1], "|") {
			key := Key(name)
			names[key] = kind
			if cut := strings.LastIndexByte(key, ' '); cut > 0 && kind == SpecimenName {
				names[key[cut+1:]+" "+key[:cut]] = kind
			}
		}
	}
	return names
})

// PlaceholderName tells whether the key of a full name is a specimen's (John
// Doe, Max Mustermann), an office's ("sekretariat", "the manager") or no name
// at all ("n a", "brak", "test test").
func PlaceholderName(key []byte) Placeholder { return placeholders()[string(key)] }
