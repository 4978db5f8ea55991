package source

import (
	"fmt"
	"strconv"
	"strings"

	"goldpan/internal/source/delimited"
)

// headerHeight is how many lines the header takes: labels in two lines, or
// cells merged over several.
func headerHeight(lines []line, at int, merges []mergedCells) int {
	height := mergedHeight(lines, at, merges)
	if height > 1 || at+1 >= len(lines) || lines[at+1].number != lines[at].number+1 {
		return height
	}
	top, sub := lines[at].cells, lines[at+1].cells
	if isRule(sub) || numbersColumns(sub, below(lines, at+2)) {
		return 2
	}
	if n := subLabels(lines, at); n > 1 {
		return n
	}
	if typedShare(sub) > 0 || held(sub) == 0 {
		return 1
	}
	if n := labelLines(lines, at); n > 1 {
		return n
	}
	rows := below(lines, at+2)
	if emptyFirst(sub, rows) && (contrast(sub, rows) > .4 || lacksMost(sub, rows)) {
		return 2
	}
	if held(sub) < 2 {
		return 1
	}
	fills, blanks := 0, 0
	for c := range max(len(top), len(sub)) {
		has := c < len(sub) && !isBlank(sub[c])
		if c >= len(top) || isBlank(top[c]) {
			blanks++
			if has {
				fills++
			}
		}
	}
	rest := below(lines, at+2)
	subContrast := contrast(sub, rest)
	switch {
	case fills*2 >= blanks && fills >= 2 && blanks > 0 && subContrast > .2 && len(rest) > 0:
		return 2
	case unitsOnly(sub) && len(rest) > 0:
		return 2
	}
	return 1
}

// numbersColumns tells whether a row below the labels only counts the columns,
// 1, 2, 3 or (1), (2), (3): the rows below hold other things than numbers.
func numbersColumns(cells []string, rows []line) bool {
	if len(cells) < 3 || len(rows) == 0 {
		return false
	}
	if !countsUp(cells) {
		return false
	}
	s, others := shapeOf(rows, len(cells)), 0
	for c := range s.columns {
		if main, _ := s.columns[c].main(); main != integer && main != blank {
			others++
		}
	}
	return others > 1
}

// countsUp tells whether the cells are 1, 2, 3 and so on.
func countsUp(cells []string) bool {
	for c, cell := range cells {
		if strings.Trim(cell, " ().") != strconv.Itoa(c+1) {
			return false
		}
	}
	return len(cells) > 0
}

// subLabels is how many lines the header takes where a first line names the
// same thing over several columns and the lines below tell these apart, by
// years, dates, words or units; all of them leave the first column blank, which
// the rows fill.
func subLabels(lines []line, at int) int {
	const most = 4
	top, names := lines[at].cells, map[string]bool{}
	for _, cell := range top {
		names[strings.TrimSpace(cell)] = true
	}
	if len(names) == len(top) {
		return 1
	}
	n := 1
	for n < most && at+n < len(lines) && lines[at+n].number == lines[at].number+n {
		sub := lines[at+n].cells
		if held(sub) < 2 || !emptyFirst(sub, below(lines, at+n+1)) && !(at+n+1 < len(lines) && emptyFirst(sub, below(lines, at+n+2)) && isBlank(lines[at+n+1].cells[0])) {
			break
		}
		for _, cell := range sub {
			if k := kindOf(cell); k.typed() && k != date && !isYear(cell) {
				return n
			}
		}
		n++
	}
	return n
}

// labelLines is how many lines, one below the other, name the columns in full:
// none of them holds what the rows below them hold in columns of numbers,
// dates and the like.
func labelLines(lines []line, at int) int {
	const most, needed = 4, 3
	for n := min(most, len(lines)-at-needed); n > 1; n-- {
		full := lines[at+n-1].number == lines[at].number+n-1
		for _, l := range lines[at+1 : at+n] {
			full = full && namesAll(l.cells, below(lines, at+n))
		}
		if full {
			return n
		}
	}
	return 1
}

// namesAll tells whether a row has another text over each column of typed
// values, of which there must be three, or two in a narrow table.
func namesAll(cells []string, rows []line) bool {
	s := shapeOf(rows, len(cells))
	over := map[string]bool{}
	typed := 0
	for c, cell := range cells {
		main, share := s.columns[c].main()
		if !main.typed() || share < .9 || main == flag {
			continue
		}
		typed++
		if k := kindOf(cell); len(cell) > 1 && (k == word || k == words) && strings.Trim(cell, "-./") != "" {
			over[strings.ToLower(cell)] = true
		}
	}
	narrow := typed == 2 && len(cells) <= 4 && held(cells) == len(cells)
	return (typed >= 3 || narrow) && len(over) == typed
}

// shapeOf is the shape of the cells of lines.
func shapeOf(rows []line, width int) shape {
	s := shape{columns: make([]profile, width)}
	for _, l := range rows {
		for c := range min(width, len(l.cells)) {
			s.columns[c].add(l.cells[c])
		}
	}
	return s
}

// mergedHeight is how many lines the header takes by its merged cells: those
// over several rows, and below one over several columns the labels of these.
func mergedHeight(lines []line, at int, merges []mergedCells) int {
	const tallest = 8
	first, height := lines[at].number, 1
	for height < tallest && at+height <= len(lines) {
		last := lines[at+height-1].number
		deeper, groups := last, false
		for _, m := range merges {
			if m.row1 < first || m.row1 > last || m.row2 < last || m.row2 >= first+tallest {
				continue
			}
			deeper = max(deeper, m.row2)
			groups = groups || m.row2 == last && m.col2 > m.col1
		}
		switch {
		case deeper > last:
			height = rowsUpTo(lines[at:], deeper)
			if lines[at+height-1].number <= last {
				return height
			}
		case groups && at+height < len(lines) && lines[at+height].number == last+1 &&
			typedShare(lines[at+height].cells) == 0 && held(lines[at+height].cells) > 1:
			height++
		default:
			return height
		}
	}
	return height
}

// emptyFirst tells whether a row leaves its first cell blank where all rows
// below have one.
func emptyFirst(cells []string, below []line) bool {
	if len(cells) == 0 || !isBlank(cells[0]) || len(below) < 2 {
		return false
	}
	for _, l := range below[:min(len(below), 10)] {
		if len(l.cells) == 0 || isBlank(l.cells[0]) {
			return false
		}
	}
	return true
}

// lacksMost tells whether a row leaves blank at least half of the columns that
// all rows below fill.
func lacksMost(cells []string, below []line) bool {
	filled, lacking := 0, 0
	for c := range cells {
		always := true
		for _, l := range below {
			if c >= len(l.cells) || isBlank(l.cells[c]) {
				always = false
				break
			}
		}
		if always {
			filled++
			if isBlank(cells[c]) {
				lacking++
			}
		}
	}
	return len(below) > 2 && lacking >= 2 && lacking*2 >= filled
}

// rowsUpTo is how many lines there are up to a row number.
func rowsUpTo(lines []line, row int) int {
	n := 0
	for _, l := range lines {
		if l.number > row {
			break
		}
		n++
	}
	return max(1, n)
}

// unitsOnly tells whether a row holds only units in brackets: "(EUR)", "[%]".
func unitsOnly(cells []string) bool {
	n := 0
	for _, c := range cells {
		c = strings.TrimSpace(c)
		if c == "" {
			continue
		}
		if len(c) < 2 || !(c[0] == '(' && c[len(c)-1] == ')' || c[0] == '[' && c[len(c)-1] == ']') {
			return false
		}
		n++
	}
	return n > 1
}

// joinHeader makes one label of each column of a header of several lines. A
// group's label stands before those of all its columns.
func joinHeader(top []line, s span, merges []mergedCells) []string {
	joined := make([]string, s.width)
	for i, l := range top {
		cells := cut(l.cells, s)
		if isRule(l.cells) || i > 0 && countsUp(l.cells) {
			continue
		}
		spread := i+1 < len(top) && !isRule(top[i+1].cells) && !countsUp(top[i+1].cells)
		if spread {
			spreadGroups(cells, cut(top[i+1].cells, s), l.number, s, merges)
		}
		for c, cell := range cells {
			cell = strings.TrimSpace(cell)
			if cell == "" || joined[c] == cell {
				continue
			}
			if joined[c] != "" {
				joined[c] += " "
			}
			joined[c] += cell
		}
	}
	return joined
}

// spreadGroups writes a group's label over all its columns: as far as its
// cells are merged, or, in files without merged cells, up to the next label.
func spreadGroups(cells, sub []string, row int, s span, merges []mergedCells) {
	inRow := false
	for _, m := range merges {
		if row < m.row1 || row > m.row2 || m.col2 == m.col1 {
			continue
		}
		inRow = true
		from := m.col1 - s.left
		if from < 0 || from >= len(cells) {
			continue
		}
		for c := from + 1; c <= m.col2-s.left && c < len(cells); c++ {
			cells[c] = cells[from]
		}
	}
	if inRow {
		return
	}
	group := ""
	for c := range cells {
		if !isBlank(cells[c]) {
			group = cells[c]
			if isBlank(sub[c]) {
				group = "" // a label of its own, not of a group
			}
		} else if group != "" && !isBlank(sub[c]) {
			cells[c] = group
		}
	}
}

// splitHeader reads the first line of a text file again where it is parted by
// another delimiter than all rows below: as many labels as they have cells
// prove it.
func (t *Table) splitHeader(lines []line) {
	width := usualWidth(lines)
	if len(lines) < 3 || width < 3 || len(lines[0].cells)*2 > width {
		return
	}
	for _, delimiter := range [...]string{",", ";", "\t", "|"} {
		d := t.dialect
		if d.Delimiter == delimiter {
			continue
		}
		d.Delimiter, d.Runs = delimiter, false
		cells := delimited.SplitLine(lines[0].raw, d)
		if len(cells) == width && held(cells) == width && typedShare(cells) == 0 && isHeader(cells, lines[1:min(len(lines), rowsBelow)]) {
			lines[0].cells = cells
			t.Notes = append(t.Notes, "the header has another delimiter than the rows")
			return
		}
	}
}

// numbered is the label of a column whose header is silent; c counts from 0.
func numbered(c int) string { return fmt.Sprintf("column %d", c+1) }

// labels names the columns: as the header says, and by number where it is
// silent.
func labels(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		c = strings.TrimSpace(withoutControls(c))
		if c == "" || strings.HasPrefix(c, "Unnamed: ") {
			c = numbered(i)
		}
		out[i] = c
	}
	return out
}
