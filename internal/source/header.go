package source

import (
	"slices"
	"strconv"
	"strings"
)

// How far down a header is looked for, and how many rows below it are asked.
const (
	deepestHeader = 12 // lines behind the first that looks like a row
	rowsBelow     = 60
)

// headerAt is the index of the line that holds the header, -1 if the table has
// none.
//
// A file that starts with its table is the rule, so the first line is taken
// unless it is clearly no part of one: it holds far fewer cells than the rows
// below, or a row further down names the columns much better.
func headerAt(lines []line, flat bool) int {
	usual, width := usualHeld(lines), usualWidth(lines)
	best, bestScore, full := -1, -1e9, 0
	first := firstFull(lines, flat)
	for i := 0; i < len(lines) && i < first+deepestHeader; i++ {
		cells := lines[i].cells
		n := held(cells)
		if n < min(usual, 2) || n*2 < usual && i != first {
			continue
		}
		if flat && len(cells) < width && n*5 < usual*3 && i != first {
			continue
		}
		c := contrast(cells, below(lines, i+1))
		score := .8*min(1, float64(n)/float64(max(1, usual))) + c - .02*float64(i)
		score -= .6 * float64(full) // as full a row above would be lost
		above := flat && i+1 < len(lines) && (isProse(lines[i]) || isSetting(cells, width))
		if above {
			score -= .5
		} else if n*4 >= usual*3 {
			full++
		}
		if flat && len(cells) == width || !flat && i == first {
			score += .15
		}
		if i == first && !above {
			score += .25
		}
		if i+1 < len(lines) && lines[i+1].number > lines[i].number+1 && i < first+3 {
			score -= .3 // a blank line below a title
		}
		if isComment(cells) && i+1 < len(lines) && (isComment(lines[i+1].cells) || contrast(lines[i+1].cells, below(lines, i+2)) > .2) {
			score -= 1.5
			full = 0
		}
		if score > bestScore {
			best, bestScore = i, score
		}
		if typedShare(cells) > .5 && i > first+2 && countingLabels(cells) == 0 {
			break // the data has begun
		}
	}
	if best < 0 {
		return -1
	}
	if !isHeader(lines[best].cells, below(lines, best+1)) {
		return loneLabel(lines, first)
	}
	if best > 0 && isGroupRow(lines[best-1], lines[best], flat) {
		return best - 1
	}
	return best
}

// isComment tells whether a line starts as comments in data files do.
func isComment(cells []string) bool { return len(cells) > 0 && strings.HasPrefix(cells[0], "#") }

// isGroupRow tells whether a line names groups of the columns that the line
// below names: texts with blanks between them, and as many cells.
func isGroupRow(top, sub line, flat bool) bool {
	if top.number+1 != sub.number || typedShare(top.cells) > 0 || flat && len(top.cells) != len(sub.cells) {
		return false
	}
	n, gaps := 0, 0
	for c, cell := range top.cells {
		if isBlank(cell) {
			continue
		}
		if n++; c > 0 && n > 1 && isBlank(top.cells[c-1]) {
			gaps++
		}
	}
	return n >= 2 && gaps >= 1
}

// loneLabel finds a header that names only its first column above data: the
// line before the first full one, one short word and as many cells.
func loneLabel(lines []line, first int) int {
	if first != 1 || lines[0].number+1 != lines[1].number {
		return -1
	}
	cells := lines[0].cells
	if len(cells) < 2 || len(cells) != len(lines[1].cells) || isBlank(cells[0]) || strings.ContainsAny(cells[0], " :") || kindOf(cells[0]).typed() {
		return -1
	}
	if contrast(cells, below(lines, 1)) <= 0 {
		return -1
	}
	return 0
}

// below cuts out the lines from i on that are asked about a header above.
func below(lines []line, i int) []line {
	return lines[min(i, len(lines)):min(i+rowsBelow, len(lines))]
}

// contrast weighs, column by column, whether a row names its columns rather
// than being one of the rows below: labels differ in kind from the values,
// values do not. It is between -1.5 and 1.
func contrast[R line | []string](cells []string, below []R) float64 {
	if len(cells) == 0 {
		return 0
	}
	rows := make([][]string, len(below))
	for i, r := range below {
		switch r := any(r).(type) {
		case line:
			rows[i] = r.cells
		case []string:
			rows[i] = r
		}
	}
	if same := countEqual(rows, cells); same*5 < len(rows) || same == 1 && len(rows) > 2 {
		// Headers may be repeated; rows that are all alike are no headers.
		rows = slices.DeleteFunc(rows, func(row []string) bool { return slices.Equal(row, cells) })
	}
	s := newShape(rows, len(cells))
	sum, asked := 0.0, 0
	counting := countingLabels(cells) > 0 && (len(rows) == 0 || countingLabels(rows[0]) == 0)
	for c, cell := range cells {
		k := kindOf(cell)
		if k == blank {
			continue
		}
		asked++
		if counting && k == integer {
			continue
		}
		sum += s.columns[c].contrast(cell, k)
		if !k.typed() {
			sum += recurs(cell, c, rows)
		}
	}
	if asked == 0 {
		return 0
	}
	return sum / float64(asked)
}

func countEqual(rows [][]string, cells []string) int {
	n := 0
	for _, row := range rows {
		if slices.Equal(row, cells) {
			n++
		}
	}
	return n
}

// contrast is the evidence of one cell over a column of values.
func (p *profile) contrast(cell string, k kind) float64 {
	main, share := p.main()
	numbers := float64(p.seen[integer]+p.seen[decimal]) / float64(max(1, p.total))
	number := k == integer || k == decimal
	switch {
	case main == blank:
		if k.typed() {
			return -.5
		}
		return 0
	case number && isYear(cell) && !p.years():
		return 0 // 2019, 2020, 2021 over amounts
	case number && numbers > .5, k.typed() && k == main:
		return -1.5
	case k.typed():
		return -1
	case main.typed() && (share > .6 || numbers > .6):
		return 1
	case k == code && main == code && share > .7:
		return -.4
	case k == word && main == words && share > .8, k == word && main == code && share > .8:
		return .3
	}
	return 0
}

// recurs is evidence from a text: a label does not come up again among the
// values of its column.
func recurs(cell string, c int, rows [][]string) float64 {
	for _, row := range rows {
		if c < len(row) && row[c] == cell {
			return -1
		}
	}
	return 0
}

func isYear(cell string) bool {
	cell = strings.TrimSpace(cell)
	return len(cell) == 4 && (cell[:2] == "19" || cell[:2] == "20")
}

// years tells whether a column's numbers may be years themselves.
func (p *profile) years() bool { return p.total > 0 && p.size == 4*p.total }

// typedShare is how many of a row's cells can hardly be labels.
func typedShare(cells []string) float64 {
	typed, n := 0, 0
	for _, c := range cells {
		k := kindOf(c)
		if k == blank {
			continue
		}
		n++
		if k.typed() {
			typed++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(typed) / float64(n)
}

// isHeader decides whether the best candidate names its columns. Texts over
// texts are taken for a header, as people expect; a number, a date or an email
// among the cells needs a better reason.
func isHeader(cells []string, below []line) bool {
	if held(cells) == 0 {
		return false
	}
	c := contrast(cells, below)
	share := typedShare(cells)
	if share == 0 || onlyYears(cells) {
		return c > -.3
	}
	if n := countingLabels(cells); n > 0 && share*float64(held(cells)) <= float64(n)+1.1 {
		return c > -.3
	}
	return c > 0 && share <= .5
}

// onlyYears tells whether all that could not be a label is a year beside
// words: over amounts a year is one.
func onlyYears(cells []string) bool {
	labels := 0
	for _, cell := range cells {
		switch k := kindOf(cell); {
		case k == blank:
		case !k.typed():
			labels++
		case k != integer || !isYear(cell):
			return false
		}
	}
	return labels > 0
}

// countingLabels counts cells that are numbers as labels are: years or ages,
// each one more than the one before, beside labels that are words.
func countingLabels(cells []string) int {
	best, run, last := 0, 0, -2
	for _, c := range cells {
		n, err := strconv.Atoi(strings.TrimSpace(c))
		switch {
		case err != nil:
			run, last = 0, -2
			continue
		case n == last+1 && run > 0 || n == last-1 && run > 0:
			run++
		default:
			run = 1
		}
		last = n
		best = max(best, run)
	}
	if best < 3 || best == held(cells) {
		return 0
	}
	return best
}
