package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/levels.csv
var levelFile string

var levels = sync.OnceValue(func() map[[2]string]string {
	words := map[[2]string]string{}
	for row := range dataRows(levelFile) {
		words[[2]string{row[0], strings.ReplaceAll(row[1], "_", " ")}] = row[1]
		for _, word := range strings.Split(row[2], ";") {
			words[[2]string{row[0], Key(word)}] = row[1]
		}
	}
	return words
})

// SeniorityWord brings the value of a seniority column ("C-Level",
// "VP-Level", "Non-Manager") to the closed vocabulary.
func SeniorityWord(text string) (string, bool) {
	if text == "" {
		return "", false
	}
	level, ok := levels()[[2]string{"seniority", Key(text)}]
	return level, ok
}

// DepartmentWord brings the value of a department column ("Information
// Technology", "Księgowość", "Einkauf") to the closed vocabulary. Several
// departments in a cell are judged by the first.
func DepartmentWord(text string) (string, bool) {
	if text == "" {
		return "", false
	}
	if name, ok := levels()[[2]string{"department", Key(text)}]; ok {
		return name, true
	}
	first, _, several := strings.Cut(strings.ReplaceAll(text, ";", ","), ",")
	if !several {
		return "", false
	}
	name, ok := levels()[[2]string{"department", Key(first)}]
	return name, ok
}
