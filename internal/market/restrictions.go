package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/restrictions.csv
var restrictionsFile string

// flagWords are the words of restriction cells, those of consent cells, and
// those that object wherever they stand, or in a consent cell.
type flagWords struct {
	restricted, consented, objected, withdrawn map[string]string

	labels map[string]bool
}

var flags = sync.OnceValue(func() flagWords {
	w := flagWords{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]bool{}}
	for row := range dataRows(restrictionsFile) {
		if channel, words, _ := strings.Cut(row[1], "|"); row[0] == "objection" || row[0] == "withdrawn" {
			for word := range strings.SplitSeq(words, "|") {
				if row[0] == "objection" {
					w.objected[Key(word)] = channel
				} else {
					w.withdrawn[Key(word)] = channel
				}
			}
			continue
		}
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
			case "label":
				w.labels[key] = true
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

// Objection finds the channel that a cell closes by what it says, whatever its
// column is for: "call", "email", "all", or "" for every other text. A status
// of "Do not contact" is one. In a consent column "withdrawn" is one too.
func Objection(text string, consent bool) string {
	if len(text) < 3 || len(text) > 48 {
		return ""
	}
	var room [64]byte
	key := AppendKey(room[:0], text)
	w := flags()
	if channel := w.objected[string(key)]; channel != "" || !consent {
		return channel
	}
	return w.withdrawn[string(key)]
}

// StatusLabel tells whether a word of a label, as a key, names a column that
// says how things stand with a contact.
func StatusLabel(word string) bool { return flags().labels[word] }
