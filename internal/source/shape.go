package source

import (
	"slices"
	"strings"
)

// shape is what the sample tells of each column: which kinds of values it
// holds and how long they are. It judges where ragged rows belong.
type shape struct {
	columns []profile
	spaced  bool // cells that start with a blank are common
}

type profile struct {
	seen  [numKinds]int
	total int // cells that hold something
	size  int // bytes of them
}

func newShape(rows [][]string, width int) shape {
	s := shape{columns: make([]profile, width)}
	blanks := 0
	for _, row := range rows {
		for c := range min(width, len(row)) {
			s.columns[c].add(row[c])
		}
		if len(row) > 1 && strings.HasPrefix(row[1], " ") {
			blanks++
		}
	}
	s.spaced = blanks > 1 && blanks*5 > len(rows)
	return s
}

func (p *profile) add(cell string) {
	k := kindOf(cell)
	p.seen[k]++
	if k != blank {
		p.total++
		p.size += len(cell)
	}
}

// main is the kind most of a column's cells are of, and their share.
func (p *profile) main() (kind, float64) {
	best := blank
	for k := integer; k < numKinds; k++ {
		if p.seen[k] > 0 && (best == blank || p.seen[k] > p.seen[best]) {
			best = k
		}
	}
	if p.total == 0 {
		return blank, 0
	}
	return best, float64(p.seen[best]) / float64(p.total)
}

// usual is the mean length of a column's cells in bytes.
func (s shape) usual(column int) int {
	if column >= len(s.columns) || s.columns[column].total == 0 {
		return 0
	}
	return s.columns[column].size / s.columns[column].total
}

// fit is how well a cell stands in a column: 1 as its neighbours, 0 never seen
// in a column that has always held something else.
func (s shape) fit(column int, cell string) float64 {
	p := &s.columns[column]
	rows := p.total + p.seen[blank]
	if rows == 0 {
		return .5
	}
	k := kindOf(cell)
	n := p.seen[k]
	switch k {
	case word, words, code, flag:
		n = p.seen[word] + p.seen[words] + p.seen[code] + p.seen[flag]
	case integer, decimal:
		n = p.seen[integer] + p.seen[decimal]
	}
	if k == blank {
		return (float64(n) + .2) / (float64(rows) + 1)
	}
	return (float64(n) + .2) / (float64(p.total) + 1)
}

// worst is how well the cell fits that fits least; blank cells fit anywhere.
func (s shape) worst(cells []string) float64 {
	if len(s.columns) < len(cells) {
		return 1
	}
	worst := 1.0
	for c, cell := range cells {
		if !isBlank(cell) {
			worst = min(worst, s.fit(c, cell))
		}
	}
	return worst
}

// fits tells whether every cell is like its column, and some of them prove it
// by being numbers, dates or the like.
func (s shape) fits(cells []string) bool {
	proof := 0
	for c, cell := range cells {
		if isBlank(cell) {
			continue
		}
		if s.fit(c, cell) < .3 {
			return false
		}
		if kindOf(cell).typed() {
			proof++
		}
	}
	return proof > 0
}

// unfit is a fit so bad that a cell stands in the wrong column: a table of
// some rows never had its like there.
const unfit = .03

// align brings a row of another width to width cells. why is empty when it
// could: blank cells too many at the end, cells missing at the end, or a
// delimiter too many or too few whose place the values prove.
func (s shape) align(dst, cells []string, width int, delimiter string) (aligned []string, why string) {
	for len(cells) > width && isBlank(cells[len(cells)-1]) {
		cells = cells[:len(cells)-1]
	}
	switch missing := width - len(cells); {
	case missing == 0:
		return append(dst, cells...), ""
	case missing > 0:
		return s.widen(dst, cells, width)
	case len(s.columns) == width && width > 1 && missing >= -8 && delimiter != "":
		return s.narrow(dst, cells, delimiter)
	}
	return cells, "more cells than the table has columns"
}

// widen adds blank cells: at the end, unless the values say that the row
// lacks one further left.
func (s shape) widen(dst, cells []string, width int) (aligned []string, why string) {
	missing := width - len(cells)
	pad := func(at int) []string {
		out := append(dst, cells[:at]...)
		for range missing {
			out = append(out, "")
		}
		return append(out, cells[at:]...)
	}
	end := 1.0
	if len(s.columns) == width && len(cells) > 1 {
		end = s.worst(cells)
	}
	if end > .3 {
		return pad(len(cells)), ""
	}
	best, second, at := -1.0, -1.0, 0
	for start := range len(cells) + 1 {
		score := s.paddedFit(cells, start, missing)
		if score > best {
			best, second, at = score, best, start
		} else if score > second {
			second = score
		}
	}
	if best >= .3 && best >= 1.3*second {
		return pad(at), ""
	}
	if end > unfit && best < 3*end {
		return pad(len(cells)), "" // few rows know little; nothing fits better
	}
	return cells, "fewer cells than the table has columns"
}

// paddedFit is how well a row fits with blank cells put in at a place: the
// worst fit counts. The cell before the place may be two run together.
func (s shape) paddedFit(cells []string, at, missing int) float64 {
	worst := 1.0
	for i, cell := range cells {
		c := i
		if i >= at {
			c += missing
		}
		if missing == 1 && i == at-1 || isBlank(cell) {
			continue
		}
		worst = min(worst, s.fit(c, cell))
	}
	return worst
}

// narrow joins cells: somewhere in the row a delimiter is part of a text, or
// one too many. The values must prove where.
func (s shape) narrow(dst, cells []string, delimiter string) (aligned []string, why string) {
	width := len(s.columns)
	extra := len(cells) - width
	best, second := -1.0, -1.0
	var row []string
	for start := range width {
		text := joinCells(cells[start:start+extra+1], delimiter)
		score := s.joinedFit(cells, start, extra, text)
		if held(cells[start:start+extra+1]) > 1 {
			score *= .75 // a blank cell too many is likelier than a delimiter in a text
		}
		if score <= second {
			continue
		}
		candidate := slices.Concat(cells[:start], []string{text}, cells[start+extra+1:])
		switch same := slices.Equal(candidate, row); {
		case score > best && same:
			best = score
		case score > best:
			best, second, row = score, best, candidate
		case !same:
			second = score
		}
	}
	if best < .3 || best < 1.3*second {
		return cells, "more cells than the table has columns"
	}
	return append(dst, row...), ""
}

// joinCells puts a text together again; blank cells at its ends come from a
// delimiter too many.
func joinCells(cells []string, delimiter string) string {
	for len(cells) > 1 && isBlank(cells[0]) {
		cells = cells[1:]
	}
	for len(cells) > 1 && isBlank(cells[len(cells)-1]) {
		cells = cells[:len(cells)-1]
	}
	return strings.Join(cells, delimiter)
}

// joinedFit is how well a row fits when the cells from start on, extra of them
// too many, are the one text: the worst fit of all its cells counts.
func (s shape) joinedFit(cells []string, start, extra int, text string) float64 {
	worst := 1.0
	for c := range s.columns {
		cell := text
		switch {
		case c < start:
			cell = cells[c]
		case c > start:
			cell = cells[c+extra]
		}
		switch fit := s.fit(c, cell); {
		case !isBlank(cell):
			worst = min(worst, fit)
		case fit < .1:
			worst = min(worst, .35) // a column that is hardly ever blank
		default:
			worst = min(worst, max(.5, fit))
		}
	}
	return worst
}
