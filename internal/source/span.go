package source

// usualWidth is the most frequent number of cells in a line.
func usualWidth(lines []line) int {
	return usual(lines, func(l line) int { return len(l.cells) })
}

// usualHeld is the most frequent number of cells that hold anything.
func usualHeld(lines []line) int {
	return usual(lines, func(l line) int { return held(l.cells) })
}

// usual is the most frequent of a number of cells. Where a third of the lines
// have several and agree, those with one are titles and notes around them.
func usual(lines []line, of func(line) int) int {
	most := modal(lines, of)
	if most > 1 {
		return most
	}
	var several []line
	for _, l := range lines {
		if of(l) > 1 {
			several = append(several, l)
		}
	}
	if len(several) < 3 || len(several)*3 < len(lines) {
		return most
	}
	next, agree := modal(several, of), 0
	for _, l := range several {
		if of(l) == next {
			agree++
		}
	}
	if agree*2 < len(several) {
		return most
	}
	return next
}

// modal is the most frequent of a number over lines; of equals the larger.
func modal(lines []line, of func(line) int) int {
	counts := map[int]int{}
	best, times := 1, 0
	for _, l := range lines {
		n := of(l)
		counts[n]++
		if c := counts[n]; c > times || c == times && n > best {
			best, times = n, c
		}
	}
	return best
}

// held is how many cells hold anything.
func held(cells []string) int {
	n := 0
	for _, c := range cells {
		if !isBlank(c) {
			n++
		}
	}
	return n
}

// trimmed is how many cells a row has up to the last that holds anything.
func trimmed(cells []string) int {
	n := len(cells)
	for n > 0 && isBlank(cells[n-1]) {
		n--
	}
	return n
}

// firstFull is the first line that holds about as many cells as those of the
// table do: what stands above is title and notes.
func firstFull(lines []line, flat bool) int {
	usual, width := usualHeld(lines), usualWidth(lines)
	need := 1
	if usual >= 2 {
		need = max(2, (usual+1)/2)
	}
	for i, l := range lines {
		n := held(l.cells)
		if n < need {
			continue
		}
		if flat && len(l.cells) < width && n*3 < usual*2 {
			continue
		}
		return i
	}
	return 0
}

// spanOf is the range of columns of a table: in a text file from the first on,
// in a sheet from the first that holds anything.
func spanOf(lines []line, flat bool) span {
	if flat {
		return span{width: max(usualWidth(lines), trimmed(lines[0].cells))}
	}
	left, right := 1<<30, 0
	for _, l := range lines {
		for c, cell := range l.cells {
			if !isBlank(cell) {
				left, right = min(left, c), max(right, c+1)
			}
		}
	}
	if right == 0 {
		return span{width: 1}
	}
	return span{left: left, width: right - left}
}

// cut takes the cells of a span out of a line.
func cut(cells []string, s span) []string {
	out := make([]string, s.width)
	if s.left < len(cells) {
		copy(out, cells[s.left:])
	}
	return out
}

// bodyOf cuts lines to a span, without those that are wider.
func bodyOf(lines []line, s span) [][]string {
	rows := make([][]string, 0, len(lines))
	for _, l := range lines {
		if end := s.left + s.width; len(l.cells) > end && !blankCells(l.cells[end:]) {
			continue
		}
		rows = append(rows, cut(l.cells, s))
	}
	return rows
}

// nextTable is the index of the line at which another table starts below the
// first, len(lines) if there is none: behind a blank line stands a header of
// its own, over rows that the table above cannot have.
func nextTable(lines []line, flat bool) int {
	start := -1
	if flat {
		start = firstBlock(lines)
	}
	if start < 0 {
		start = headerAt(lines, flat)
	}
	if start < 0 {
		start = firstFull(lines, flat)
	}
	for i := start + 2; i+1 < len(lines); i++ {
		gap := lines[i].number > lines[i-1].number+1
		if !gap && !(flat && (widthChanges(lines, i) || labelsAgain(lines, i))) {
			continue
		}
		if j := blockStart(lines, i); j > 0 && startsTable(lines[start:i], lines[j:], flat) {
			return i
		}
	}
	return len(lines)
}

// firstBlock finds a table above a longer one of another width, which would
// make its rows look like notes: full rows of one width from near the top on
// to a blank line or a row of another width. It is -1 where there is none.
func firstBlock(lines []line) int {
	start := 0
	for start < len(lines) && start < deepestHeader && held(lines[start].cells) < 2 {
		start++
	}
	end := start
	for end < len(lines) && len(lines[end].cells) == len(lines[start].cells) && (end == start || lines[end].number == lines[end-1].number+1) {
		if isProse(lines[end]) || held(lines[end].cells)*4 < len(lines[end].cells)*3 {
			return -1
		}
		end++
	}
	rows, width := end-start-1, 0
	if end < len(lines) && rows > 1 {
		width = len(lines[start].cells)
	}
	if width < 2 || width == usualWidth(lines) || typedShare(lines[start].cells) > 0 {
		return -1
	}
	if c := contrast(lines[start].cells, lines[start+1:end]); width == 2 && (rows < 3 || c < .4 || !allTyped(lines[start+1:end], 1)) || c < -.1 {
		return -1
	}
	return start
}

// allTyped tells whether a column holds a number, a date or the like in every
// line.
func allTyped(lines []line, column int) bool {
	for _, l := range lines {
		if column >= len(l.cells) || !kindOf(l.cells[column]).typed() {
			return false
		}
	}
	return true
}

// labelsAgain tells whether a line between two of values holds none, but only
// words: perhaps the header of a table that follows without a blank line.
func labelsAgain(lines []line, i int) bool {
	cells := lines[i].cells
	return len(cells) > 2 && len(lines[i+1].cells) == len(cells) && held(cells) == len(cells) && typedShare(cells) == 0 && typedShare(lines[i-1].cells) > 0 && typedShare(lines[i+1].cells) > 0
}

// widthChanges tells whether from a line on all rows of a text file have
// another number of cells than the rows before, for three rows at least.
func widthChanges(lines []line, i int) bool {
	n := len(lines[i].cells)
	if i < 2 || n < 2 || n == len(lines[i-1].cells) || len(lines[i-1].cells) != len(lines[i-2].cells) || i+3 > len(lines) {
		return false
	}
	for _, l := range lines[i:min(len(lines), i+10)] {
		if len(l.cells) != n {
			return false
		}
	}
	return true
}

// blockStart passes over title lines: at most three lone texts.
func blockStart(lines []line, i int) int {
	for j := i; j < len(lines) && j < i+4; j++ {
		if held(lines[j].cells) >= 2 {
			return j
		}
	}
	return -1
}

// startsTable tells whether lines begin with a header that is not that of the
// table above.
func startsTable(above, lines []line, flat bool) bool {
	if len(lines) < 2 || held(lines[0].cells) < 2 || typedShare(lines[0].cells) > 0 {
		return false
	}
	cells := lines[0].cells
	if repeats(labels(above[0].cells), cells) || isTotal(cells) || flat && (isProse(lines[0]) || readsLikeFooter(string(lines[0].raw))) {
		return false
	}
	end := 1
	for end < len(lines) && end < rowsBelow && lines[end].number == lines[end-1].number+1 {
		end++
	}
	if end < 2 {
		return false
	}
	block := lines[1:end]
	c := contrast(cells, block)
	widthOf := func(l line) int { return trimmed(l.cells) }
	if flat {
		widthOf = func(l line) int { return len(l.cells) }
	}
	other := modal(block, widthOf) != modal(above, widthOf)
	// A data row of the table above would contrast with nothing; a header does.
	s := newShape(bodyOf(above[1:], spanOf(above, flat)), spanOf(above, flat).width)
	odd := 0
	for c, cell := range cells {
		if c < len(s.columns) && !isBlank(cell) {
			if main, share := s.columns[c].main(); main.typed() && share > .7 {
				odd++
			}
		}
	}
	switch {
	case flat && !other && c > .2 && unlike(&s, newShape(bodyOf(block, spanOf(block, flat)), len(s.columns))):
		return true
	case flat && other:
		return c > .15 || odd > 0 && c > -.1
	case other:
		return odd > 0 && c > .15
	}
	return odd > 1 && c > .5 // as wide as the table above: a row of gaps and notes looks much the same
}

// unlike tells whether half of the columns hold other kinds of values below
// than above: numbers instead of words, or words instead of numbers.
func unlike(above *shape, below shape) bool {
	n := 0
	for c := range above.columns {
		a, _ := above.columns[c].main()
		b, _ := below.columns[c].main()
		if a != blank && b != blank && a.typed() != b.typed() {
			n++
		}
	}
	return n*2 >= len(above.columns)
}
