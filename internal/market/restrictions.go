package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/restrictions.csv
var restrictionsFile string

var restrictionWords = sync.OnceValue(func() map[string]string {
	meanings := map[string]string{"closed": "yes", "open": "no", "blank": ""}
	words := map[string]string{}
	for row := range dataRows(restrictionsFile) {
		for word := range strings.SplitSeq(row[1], "|") {
			words[Key(word)] = meanings[row[0]]
		}
	}
	return words
})

// Restricted reads a cell of a restriction column: "yes" when the channel is
// closed, "no" when it is open, "" when the cell says nothing. Any other text
// (a date, the name of a register) closes the channel: whoever filled the cell
// meant something by it. known is false for those.
func Restricted(text string) (answer string, known bool) {
	key := Key(text)
	if key == "" {
		return "", true
	}
	if answer, known = restrictionWords()[key]; known {
		return answer, true
	}
	return "yes", false
}
