package source

import (
	"bytes"
	"strings"
)

// isProse tells whether a line of a text file is text that the delimiter
// happened to cut, as in "Sales of spare parts, by region, and returns": a
// blank behind every delimiter, and words as sentences have them.
func isProse(l line) bool {
	if len(l.cells) < 2 || bytes.ContainsAny(l.raw, "\"\t|") || bytes.Count(l.raw, []byte(";")) > 1 {
		return false
	}
	longest := 0
	for i, c := range l.cells {
		if c = strings.TrimRight(c, " "); i > 0 && (len(c) < 2 || c[0] != ' ') {
			return false
		}
		longest = max(longest, len(strings.Fields(c)))
	}
	last := l.cells[len(l.cells)-1]
	return longest >= 4 || strings.HasSuffix(last, ".") || strings.HasPrefix(last, " and ") || strings.HasPrefix(last, " or ") ||
		strings.Contains(l.cells[0], ": ")
}

// isSetting tells whether the cells are a name and its value, "Region:" and
// "North", as reports write them above a table of two columns or more.
func isSetting(cells []string, width int) bool {
	return len(cells) > 1 && strings.HasSuffix(cells[0], ":") && held(cells) == 2 && !isBlank(cells[1]) && !strings.HasSuffix(cells[1], ":") &&
		(width == 2 || len(cells) == 2)
}
