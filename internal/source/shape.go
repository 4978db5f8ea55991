package source

import "strings"

// shape is what the sample tells of each column: which kinds of values it
// holds and how long they are. It judges where ragged rows belong.
type shape struct {
	columns []profile
}

type profile struct {
	seen  [numKinds]int
	total int // cells that hold something
	size  int // bytes of them
}

func newShape(rows [][]string, width int) shape {
	s := shape{columns: make([]profile, width)}
	for _, row := range rows {
		for c := range min(width, len(row)) {
			s.columns[c].add(row[c])
		}
	}
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
	return (float64(n) + .2) / (float64(rows) + 1)
}

// align brings a row of another width to width cells. why is empty when it
// could: blank cells too many at the end, cells missing at the end, or a
// delimiter inside a cell whose place the values prove.
func (s shape) align(dst, cells []string, width int, delimiter string) (aligned []string, why string) {
	extra := len(cells) - width
	for extra > 0 && isBlank(cells[len(cells)-1]) {
		cells, extra = cells[:len(cells)-1], extra-1
	}
	if extra <= 0 {
		dst = append(dst, cells...)
		for len(dst) < width {
			dst = append(dst, "")
		}
		return dst, ""
	}
	if len(s.columns) != width || width < 2 || extra > 8 || delimiter == "" {
		return cells, "more cells than the table has columns"
	}
	best, second, at := -1.0, -1.0, 0
	for start := range width {
		score := s.mergedFit(cells, start, extra, delimiter)
		if score > best {
			best, second, at = score, best, start
		} else if score > second {
			second = score
		}
	}
	if best < .45 || best < 1.6*second {
		return cells, "more cells than the table has columns"
	}
	dst = append(dst, cells[:at]...)
	dst = append(dst, strings.Join(cells[at:at+extra+1], delimiter))
	return append(dst, cells[at+extra+1:]...), ""
}

// mergedFit is how well a row fits when the cells from start on, extra of them
// too many, are one cell: the worst fit of all its cells counts.
func (s shape) mergedFit(cells []string, start, extra int, delimiter string) float64 {
	worst := 1.0
	for c := range s.columns {
		fit := 0.0
		switch {
		case c < start:
			fit = s.fit(c, cells[c])
		case c == start:
			fit = s.fit(c, strings.Join(cells[start:start+extra+1], delimiter))
		default:
			fit = s.fit(c, cells[c+extra])
		}
		worst = min(worst, fit)
	}
	return worst
}
