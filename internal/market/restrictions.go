package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/restrictions.csv
var restrictionsFile string

// flagWords are the words of restriction cells and those of consent cells.
type flagWords struct{ restricted, consented map[string]string }

var flags = sync.OnceValue(func() flagWords {
	w := flagWords{map[string]string{}, map[string]string{}}
	for row := range dataRows(restrictionsFile) {
		for word := range strings.SplitSeq(row[1], "|") {
			switch key := Key(word); row[0] {
			case "closed":
				w.restricted[key] = "yes"
			case "open":
				w.restricted[key] = "no"
			case "blank":
				w.restricted[key] = ""
			case "granted":
				w.consented[key] = "yes"
			case "refused":
				w.consented[key] = "no"
			}
		}
	}
	return w
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
	if answer, known = flags().restricted[key]; known {
		return answer, true
	}
	return "yes", false
}

// Consented reads a cell of a consent column: "yes", "no", or "" for a text
// that is neither. Unlike a restriction, a consent must be plain.
func Consented(text string) string { return flags().consented[Key(text)] }
