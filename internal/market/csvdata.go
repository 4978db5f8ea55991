package market

import (
	"iter"
	"strings"
)

// dataRows walks the rows of an embedded data file: comma-separated, without
// quoting, comments behind "#" and blank lines left out, cells trimmed.
func dataRows(file string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			row := strings.Split(line, ",")
			for i, cell := range row {
				row[i] = strings.TrimSpace(cell)
			}
			if !yield(row) {
				return
			}
		}
	}
}

// undecomposed maps letters that Unicode does not decompose.
var undecomposed = map[rune]string{
	'ł': "l", 'Ł': "l", 'ø': "o", 'Ø': "o", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ß': "ss", 'ẞ': "ss",
	'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ı': "i",
}
