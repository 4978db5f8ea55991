package source

import (
	"context"
	"fmt"
	"sync/atomic"
)

// How much is looked at to find the tables, and how many data rows are kept as
// a sample for mapping.
const (
	findLines  = 5000
	findBytes  = 8 << 20
	sampleRows = 2000
)

// addTables finds the tables among the lines that proto reads and adds them.
func (f *File) addTables(ctx context.Context, proto *Table, merges []mergedCells, o Options) error {
	lines, complete, err := proto.peek(ctx)
	if err != nil {
		return err
	}
	if len(lines) == 0 {
		return &Error{Path: proto.List.Path, Kind: Empty, Detail: "there is nothing but blanks in it"}
	}
	if proto.isFlat && o.HeaderRow == 0 {
		proto.splitHeader(lines)
	}
	all, err := findTables(lines, complete, merges, o.HeaderRow, proto.isFlat)
	if err != nil {
		return err
	}
	if !complete {
		all[len(all)-1].widenTo(proto.right)
	}
	proto.noteHiddenRows(lines, complete)
	for i, found := range all {
		t := &Table{List: proto.List, Format: proto.Format, Encoding: proto.Encoding, Delimiter: proto.Delimiter, Quote: proto.Quote,
			Escape: proto.Escape, LineEnd: proto.LineEnd, Confidence: min(proto.Confidence, found.confidence),
			HeaderRow: found.row, HeaderRows: found.rows, Header: found.header, Notes: append(proto.Notes[:len(proto.Notes):len(proto.Notes)], found.notes...),
			lines: proto.lines, span: found.span, total: proto.total, isFlat: proto.isFlat, dialect: proto.dialect,
			shape: newShape(found.body[:min(len(found.body), sampleRows)], found.span.width), clean: cleaning{verbatim: o.Verbatim, guarded: proto.isFlat}}
		if i > 0 {
			t.List.Sheet = tableName(t.List.Sheet, i+1)
		}
		for c := range t.span.width {
			t.Columns = append(t.Columns, Column{Index: t.span.left + c})
		}
		if !o.Verbatim {
			t.findMojibake(found.body)
		}
		t.takeSample(lines)
		if err := ctx.Err(); err != nil {
			return err
		}
		f.Tables = append(f.Tables, t)
	}
	return nil
}

// noteHiddenRows says that hidden rows are read as all others.
func (t *Table) noteHiddenRows(lines []line, complete bool) {
	n := 0
	for _, l := range lines {
		if l.hidden {
			n++
		}
	}
	switch {
	case n > 0 && !complete:
		t.Notes = append(t.Notes, fmt.Sprintf("hidden rows are read too: %d of the first %d", n, len(lines)))
	case n == 1:
		t.Notes = append(t.Notes, "1 hidden row is read too")
	case n > 1:
		t.Notes = append(t.Notes, fmt.Sprintf("%d hidden rows are read too", n))
	}
}

// tableName tells the further tables of one sheet or file apart.
func tableName(sheet string, n int) string {
	if sheet == "" {
		return fmt.Sprintf("table %d", n)
	}
	return fmt.Sprintf("%s, table %d", sheet, n)
}

// peek reads the first lines that hold anything; complete tells that these are
// all.
func (t *Table) peek(ctx context.Context) (all []line, complete bool, err error) {
	var done atomic.Int64
	size := 0
	for l, err := range t.lines(ctx, &done) {
		if err != nil {
			if len(all) > 0 && ctx.Err() == nil {
				return all, false, nil // Rows meets it again, behind the rows before
			}
			return nil, false, err
		}
		if blankCells(l.cells) {
			continue
		}
		l.cells = append([]string(nil), l.cells...)
		if l.raw != nil {
			l.raw = append([]byte(nil), l.raw...)
		}
		all = append(all, l)
		for _, c := range l.cells {
			size += len(c) + 16
		}
		if len(all) >= findLines || size > findBytes {
			return all, false, nil
		}
	}
	return all, true, nil
}

// takeSample fills Sample from the lines already read.
func (t *Table) takeSample(lines []line) {
	p := newParser(t)
	keep := func(row Row, err error) bool {
		if row.Kind == DataRow {
			t.Sample = append(t.Sample, append([]string(nil), row.Cells...))
		}
		return len(t.Sample) < sampleRows
	}
	for _, l := range lines {
		if l.number >= t.span.first && (t.span.last == 0 || l.number <= t.span.last) && !p.take(l, keep) {
			return
		}
	}
	p.finish(keep)
}

// mergedCells is a range of merged cells: rows as numbered, columns from 0,
// ends included.
type mergedCells struct{ row1, row2, col1, col2 int }

// found is a table found among lines.
type found struct {
	span       span
	header     []string
	row        int // of the header, 0 without one
	rows       int
	confidence float64
	body       [][]string // sample of the rows below, cut to the span
	notes      []string
}

// findTables finds the tables one below the other: usually one.
func findTables(lines []line, complete bool, merges []mergedCells, headerRow int, flat bool) ([]found, error) {
	if headerRow != 0 {
		t, err := givenHeader(lines, merges, headerRow, flat)
		if err != nil {
			return nil, err
		}
		return []found{t}, nil
	}
	var all []found
	for rest := lines; len(rest) > 0; {
		end := nextTable(rest, flat)
		t := findTable(rest[:end], merges, flat)
		if end < len(rest) {
			t.span.last = rest[end].number - 1
		}
		all = append(all, t)
		rest = rest[end:]
	}
	if len(all) > 1 {
		for i := range all {
			all[i].notes = append(all[i].notes, fmt.Sprintf("table %d of %d, one below the other", i+1, len(all)))
		}
	}
	return all, nil
}

// givenHeader takes the row that the user names as header, or none at all.
func givenHeader(lines []line, merges []mergedCells, headerRow int, flat bool) (found, error) {
	if headerRow < 0 {
		return withoutHeader(lines, 0, flat), nil
	}
	for i, l := range lines {
		if l.number == headerRow {
			return withHeader(lines, i, 1, merges, flat), nil
		}
	}
	return found{}, &Error{Kind: Override, Detail: fmt.Sprintf("row %d, which should be the header, is blank or not there", headerRow)}
}

// findTable finds where a table stands: below titles and notes, with a header
// of one row or more, or with none.
func findTable(lines []line, merges []mergedCells, flat bool) found {
	at := headerAt(lines, flat)
	if at >= 0 {
		return withHeader(lines, at, headerHeight(lines, at, merges), merges, flat)
	}
	return withoutHeader(lines, firstFull(lines, flat), flat)
}

// withHeader describes a table whose header takes rows lines from at.
func withHeader(lines []line, at, rows int, merges []mergedCells, flat bool) found {
	top := lines[at : at+rows]
	t := found{row: top[0].number, confidence: .95}
	t.rows = top[rows-1].number - t.row + 1
	t.span = spanOf(lines[at:], flat)
	t.span.first = t.row + t.rows
	t.body = bodyOf(lines[at+rows:], t.span)
	t.header = labels(joinHeader(top, t.span, merges))
	t.shrink()
	if flat && rows == 1 {
		t.shiftHeader(lines[at])
	}
	t.noteAbove(at)
	if t.rows > 1 {
		t.notes = append(t.notes, fmt.Sprintf("the header takes %d rows", t.rows))
	}
	return t
}

// withoutHeader describes a table that starts with data at line at.
func withoutHeader(lines []line, at int, flat bool) found {
	t := found{confidence: .7}
	t.span = spanOf(lines[at:], flat)
	t.span.first = lines[at].number
	t.body = bodyOf(lines[at:], t.span)
	t.header = labels(make([]string, t.span.width))
	t.noteAbove(at)
	t.notes = append(t.notes, "no header row: columns are numbered")
	return t
}

func (t *found) noteAbove(at int) {
	switch {
	case at == 1:
		t.notes = append(t.notes, "1 row above the table left out")
	case at > 1:
		t.notes = append(t.notes, fmt.Sprintf("%d rows above the table left out", at))
	}
}

// shrink drops columns at either end that have neither label nor value: rows
// that start or end with a delimiter.
func (t *found) shrink() {
	for t.span.width > 1 && len(t.body) > 0 && t.blankColumn(t.span.width-1) {
		t.span.width--
		t.header = t.header[:t.span.width]
	}
	for t.span.width > 1 && len(t.body) > 0 && t.blankColumn(0) {
		t.span.left++
		t.span.width--
		named := append([]string(nil), t.header[1:]...)
		for i, label := range named {
			if label == numbered(i+1) {
				named[i] = ""
			}
		}
		t.header = labels(named)
		for i, row := range t.body {
			t.body[i] = row[1:]
		}
	}
}

// widenTo adds the columns of a sheet that hold nothing in the rows looked at,
// but may further down: those up to right. A claim of far more is not believed.
func (t *found) widenTo(right int) {
	const believed = 64
	if right > t.span.left+t.span.width+believed {
		return
	}
	for t.span.left+t.span.width < right {
		t.header = append(t.header, numbered(t.span.width))
		t.span.width++
	}
}

// blankColumn tells whether a column has neither label nor value.
func (t *found) blankColumn(c int) bool {
	if t.header[c] != numbered(c) {
		return false
	}
	for _, row := range t.body {
		if !isBlank(row[c]) && !isRule(row) {
			return false
		}
	}
	return true
}

// shiftHeader moves the labels right by one where the header lacks a label for
// the first column, as R writes it, and the values prove it.
func (t *found) shiftHeader(l line) {
	n := t.span.width
	if len(l.cells) != n-1 || len(t.body) < 3 {
		return
	}
	shifted := append([]string{""}, l.cells...)
	if contrast(shifted, t.body) > contrast(cut(l.cells, t.span), t.body)+.15 {
		t.header = labels(shifted)
		t.notes = append(t.notes, "the header lacks a label for the first column")
	}
}
