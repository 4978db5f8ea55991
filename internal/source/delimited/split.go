package delimited

import "strings"

// What a byte means to splitByte.
const (
	plainByte = iota
	delimiterByte
	dirtyByte
)

// byteClasses is the meaning of every byte under a dialect.
func byteClasses(d Dialect) (classes [256]uint8) {
	for b := range 256 {
		if isDirty(byte(b)) {
			classes[b] = dirtyByte
		}
	}
	if len(d.Delimiter) == 1 {
		classes[d.Delimiter[0]] = delimiterByte
	}
	return classes
}

// isDirty tells of bytes that stand in few cells and then ask for a closer
// look: control bytes, markup, apostrophes.
func isDirty(b byte) bool {
	return b < ' ' && b != '\t' || b == 0x7f || b == '&' || b == '<' || b == '\''
}

// splitByte cuts text at every delimiter and notes dirty bytes on the way.
// Cells of lists are short, so a plain loop beats a call of IndexByte for each
// of them.
func splitByte(text string, classes *[256]uint8, cells []string) (split []string, dirty bool) {
	start := 0
	for i := 0; i < len(text); i++ {
		switch classes[text[i]] {
		case plainByte:
		case delimiterByte:
			cells = append(cells, text[start:i])
			start = i + 1
		default:
			dirty = true
		}
	}
	return append(cells, text[start:]), dirty
}

// splitText cuts text at every delimiter of several bytes.
func splitText(text, delimiter string, cells []string) []string {
	for {
		i := strings.Index(text, delimiter)
		if i < 0 {
			return append(cells, text)
		}
		cells = append(cells, text[:i])
		text = text[i+len(delimiter):]
	}
}

// splitRuns cuts text at every run of at least least blanks; blanks at the
// ends count for nothing.
func splitRuns(text string, least int, cells []string) []string {
	start, end := -1, 0
	for i := 0; i < len(text); i++ {
		if isBlankByte(text[i]) {
			continue
		}
		if start >= 0 && (i-end >= least || i > end && text[end] == '\t') {
			cells = append(cells, text[start:end])
			start = i
		}
		if start < 0 {
			start = i
		}
		end = i + 1
	}
	if start >= 0 {
		return append(cells, text[start:end])
	}
	if len(cells) == 0 {
		cells = append(cells, "")
	}
	return cells
}

// trimCells takes the blanks around each cell away.
func trimCells(cells []string) {
	for i, cell := range cells {
		if cell != "" && (cell[0] == ' ' || cell[len(cell)-1] == ' ') {
			cells[i] = strings.Trim(cell, " ")
		}
	}
}

func isBlank(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != ' ' && text[i] != '\t' {
			return false
		}
	}
	return true
}
