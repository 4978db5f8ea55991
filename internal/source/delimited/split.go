package delimited

import "strings"

// splitByte cuts text at every delimiter. Cells of lists are short, so a plain
// loop beats a call of IndexByte for each of them.
func splitByte(text string, delimiter byte, cells []string) []string {
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] == delimiter {
			cells = append(cells, text[start:i])
			start = i + 1
		}
	}
	return append(cells, text[start:])
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

// splitRuns cuts text at every run of blanks; blanks at the ends count for
// nothing.
func splitRuns(text string, cells []string) []string {
	start := -1
	for i := 0; i < len(text); i++ {
		switch blank := text[i] == ' ' || text[i] == '\t'; {
		case !blank && start < 0:
			start = i
		case blank && start >= 0:
			cells = append(cells, text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		return append(cells, text[start:])
	}
	if len(cells) == 0 {
		cells = append(cells, "")
	}
	return cells
}

func isBlank(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != ' ' && text[i] != '\t' {
			return false
		}
	}
	return true
}
