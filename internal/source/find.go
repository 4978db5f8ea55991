package source

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
)

// How many lines are looked at to find the tables, and how many data rows are
// kept as a sample for mapping.
const (
	findLines  = 2400
	sampleRows = 2000
)

// addTables finds the tables among the lines that proto reads and adds them.
func (f *File) addTables(ctx context.Context, proto *Table, merges []mergedCells, o Options) error {
	lines, err := proto.peek(ctx, findLines)
	if err != nil {
		return err
	}
	if len(lines) == 0 {
		return &Error{Path: proto.List.Path, Kind: Empty, Detail: "there is nothing but blanks in it"}
	}
	found, err := findTable(lines, merges, o.HeaderRow, proto.isFlat)
	if err != nil {
		return err
	}
	t := proto
	t.span, t.Header, t.HeaderRow, t.HeaderRows = found.span, found.header, found.row, found.rows
	t.Notes = append(t.Notes, found.notes...)
	t.clean = cleaning{verbatim: o.Verbatim}
	t.shape = newShape(found.body, t.span.width)
	for c := range t.span.width {
		t.Columns = append(t.Columns, Column{Index: t.span.left + c})
	}
	if err := t.takeSample(ctx, lines); err != nil {
		return err
	}
	f.Tables = append(f.Tables, t)
	return nil
}

// peek reads the first lines that hold anything.
func (t *Table) peek(ctx context.Context, n int) ([]line, error) {
	var done atomic.Int64
	var all []line
	size := 0
	for l, err := range t.lines(ctx, &done) {
		if err != nil {
			return nil, err
		}
		if blankCells(l.cells) {
			continue
		}
		l.cells = append([]string(nil), l.cells...)
		l.raw = append([]byte(nil), l.raw...)
		all = append(all, l)
		if size += len(l.raw); len(all) >= n || size > 32<<20 {
			break
		}
	}
	return all, nil
}

// takeSample fills Sample from the lines already read.
func (t *Table) takeSample(ctx context.Context, lines []line) error {
	p := newParser(t)
	keep := func(row Row, err error) bool {
		if row.Kind == DataRow {
			t.Sample = append(t.Sample, append([]string(nil), row.Cells...))
		}
		return len(t.Sample) < sampleRows
	}
	for _, l := range lines {
		if l.number >= t.span.first && (t.span.last == 0 || l.number <= t.span.last) && !p.take(l, keep) {
			return ctx.Err()
		}
	}
	p.finish(keep)
	return ctx.Err()
}

// mergedCells is a range of merged cells, in sheet columns from 0.
type mergedCells struct{ row1, row2, col1, col2 int }

// found is a table found among lines.
type found struct {
	span   span
	header []string
	row    int // of the header, 0 without one
	rows   int
	body   [][]string // sample of the rows below, cut to the span
	notes  []string
}

// findTable finds where the table stands: below titles and notes, with one
// header row, two, or none.
func findTable(lines []line, merges []mergedCells, headerRow int, flat bool) (found, error) {
	width := usualWidth(lines)
	var at int
	switch {
	case headerRow > 0:
		at = -1
		for i, l := range lines {
			if l.number == headerRow {
				at = i
			}
		}
		if at < 0 {
			return found{}, &Error{Kind: Override, Detail: fmt.Sprintf("row %d, which should be the header, is blank or not there", headerRow)}
		}
	default:
		at = firstFull(lines, width)
	}
	t := found{}
	left, right := extent(lines[at:], flat)
	if flat {
		left, right = 0, max(width, trimmed(lines[at].cells))
	}
	t.span = span{left: left, width: right - left}
	below := bodyOf(lines[at+1:], t.span)
	isHeader := headerRow > 0
	if headerRow == 0 {
		isHeader = looksLikeHeader(cut(lines[at].cells, t.span), below)
	}
	if at > 0 {
		t.notes = append(t.notes, fmt.Sprintf("%s above the table left out", countRows(at)))
	}
	if !isHeader {
		t.span.first = lines[at].number
		t.body = append([][]string{cut(lines[at].cells, t.span)}, below...)
		t.header = labels(make([]string, t.span.width))
		t.notes = append(t.notes, "no header row: columns are numbered")
		return t, nil
	}
	t.row, t.rows = lines[at].number, 1
	t.header = labels(cut(lines[at].cells, t.span))
	t.body = below
	t.span.first = t.row + 1
	return t, nil
}

func countRows(n int) string {
	if n == 1 {
		return "1 row"
	}
	return fmt.Sprintf("%d rows", n)
}

// usualWidth is the most frequent number of cells that hold anything or stand
// before one that does.
func usualWidth(lines []line) int {
	counts := map[int]int{}
	best, times := 1, 0
	for _, l := range lines {
		n := len(l.cells)
		if n == 0 {
			continue
		}
		counts[n]++
		if c := counts[n]; c > times || c == times && n > best {
			best, times = n, c
		}
	}
	return best
}

// trimmed is how many cells a row has up to the last that holds anything.
func trimmed(cells []string) int {
	n := len(cells)
	for n > 0 && isBlank(cells[n-1]) {
		n--
	}
	return n
}

func held(cells []string) int {
	n := 0
	for _, c := range cells {
		if !isBlank(c) {
			n++
		}
	}
	return n
}

// firstFull is the first line that holds about as many cells as those of the
// table do: what stands above is title and notes.
func firstFull(lines []line, width int) int {
	counts := map[int]int{}
	usual, times := 1, 0
	for _, l := range lines {
		n := held(l.cells)
		counts[n]++
		if c := counts[n]; c > times || c == times && n > usual {
			usual, times = n, c
		}
	}
	need := 1
	if usual >= 2 {
		need = max(2, (usual+1)/2)
	}
	for i, l := range lines {
		if held(l.cells) >= need {
			return i
		}
	}
	return 0
}

// extent is the range of columns that hold anything.
func extent(lines []line, flat bool) (left, right int) {
	left = 1 << 30
	for _, l := range lines {
		for c, cell := range l.cells {
			if !isBlank(cell) {
				left, right = min(left, c), max(right, c+1)
			}
		}
	}
	return min(left, right), right
}

// cut takes the cells of a span out of a line.
func cut(cells []string, s span) []string {
	out := make([]string, s.width)
	if s.left < len(cells) {
		copy(out, cells[s.left:])
	}
	return out
}

func bodyOf(lines []line, s span) [][]string {
	rows := make([][]string, 0, len(lines))
	for _, l := range lines {
		if s.left == 0 && len(l.cells) > s.width && !blankCells(l.cells[s.width:]) {
			continue
		}
		rows = append(rows, cut(l.cells, s))
	}
	return rows
}

// labels names the columns: as the header says, and by number where it is
// silent.
func labels(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		c = strings.TrimSpace(withoutControls(c))
		if c == "" {
			c = fmt.Sprintf("column %d", i+1)
		}
		out[i] = c
	}
	return out
}

// looksLikeHeader weighs whether a row names its columns rather than being the
// first of the data: labels differ in kind from the values below, values do
// not.
func looksLikeHeader(cells []string, below [][]string) bool {
	score, typed := 0.0, 0
	s := newShape(below, len(cells))
	for c, cell := range cells {
		k := kindOf(cell)
		if k == blank {
			score -= .1
			continue
		}
		if k.typed() {
			typed++
		}
		main, share := s.columns[c].main()
		switch {
		case main == blank:
			if k.typed() {
				score -= .5
			}
		case k.typed() && (k == main || k == integer && main == decimal || k == decimal && main == integer):
			score -= 1.5
		case k.typed():
			score--
		case main.typed() && share > .6:
			score++
		default:
			score += recurs(cell, c, below)
		}
	}
	if typed == 0 && score > -1 {
		return score >= -.5*float64(len(cells))
	}
	return score > 0
}

// recurs is evidence from a text cell over a column of texts: a label does not
// come up again among its values.
func recurs(cell string, c int, below [][]string) float64 {
	for _, row := range below[:min(len(below), 200)] {
		if row[c] == cell {
			return -1
		}
	}
	return 0
}
