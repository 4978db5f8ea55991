package sheet

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
)

// surroundings is what a sheet's part says around its rows, and whether the
// rows stand in order.
type surroundings struct {
	Layout
	disordered bool
}

// surroundings reads what stands around the rows of a sheet: merged ranges
// behind them, size and hidden columns before. Huge sheets are lists without
// merged cells, so they are not read through for it. What is damaged behind the
// rows is nothing that a list needs.
func (x *xlsx) surroundings(target string) (a surroundings, err error) {
	const small = 48 << 20
	f := x.parts[partName(target)]
	if f == nil {
		return a, nil
	}
	r, err := x.parts.open(target, x.lim)
	if err != nil {
		return a, err
	}
	defer r.Close()
	s := newXMLScanner(r, x.lim.Row)
	past := false
	for {
		switch err := s.next(); {
		case err == io.EOF || past && errors.Is(err, errXML):
			return a, nil
		case err != nil:
			return a, err
		}
		if s.kind != startTag {
			continue
		}
		switch string(s.name) {
		case "dimension":
			if m, ok := parseRange(s.attrText("ref")); ok {
				a.Right = m.Col2
			}
		case "sheetData":
			if f.UncompressedSize64 > small {
				return a, nil
			}
			if past = true; !s.empty {
				if a.disordered, past = s.disordered(); !past {
					return a, s.stop(nil)
				}
			}
		case "col":
			from, _ := strconv.Atoi(s.attrText("min"))
			to, _ := strconv.Atoi(s.attrText("max"))
			for c := from; s.attrTrue("hidden") && c <= min(to, from+x.lim.Columns) && len(a.Hidden) < x.lim.Columns; c++ {
				a.Hidden = append(a.Hidden, c)
			}
		case "mergeCell":
			if m, ok := parseRange(s.attrText("ref")); ok && len(a.Merges) < 100_000 {
				a.Merges = append(a.Merges, m)
			}
		}
	}
}

// disordered passes over the rows up to the end of sheetData and tells whether
// one of them stands behind a later one. It says no in found when there is no
// such end.
func (s *xmlScanner) disordered() (yes, found bool) {
	const tag, end = "row ", "sheetData>"
	last := 0
	for {
		data := s.buf[s.pos:s.end]
		stop := bytes.Index(data, []byte(end))
		if stop >= 0 {
			data = data[:stop]
		}
		seen := max(0, len(data)-len(end))
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte(tag))
			if i < 0 {
				break
			}
			at += i
			size := bytes.IndexByte(data[at:], '>')
			if size < 0 {
				seen = min(seen, at)
				break
			}
			if r, ok := findAttr(data[at+len(tag):at+size], "r"); ok {
				n := parseInt(r)
				yes = yes || n >= 0 && n < last
				last = max(last, n)
			}
			at += size
			seen = max(seen, at)
		}
		if stop >= 0 {
			s.pos += stop
			return yes, true
		}
		s.pos += seen
		if !s.more() {
			return yes, false
		}
	}
}

// sortedRows yields the rows of a sheet whose part does not hold them in order.
// They are kept packed: a sparse row costs what it holds.
func (x *xlsx) sortedRows(ctx context.Context, target string, onRead func(n int64)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		const most = 256 << 20
		var all []packedRow
		size := 0
		for row, err := range x.rowsAsTheyStand(ctx, target, true, onRead) {
			if err == nil && size > most {
				err = limitError("its rows are out of order, and too many to sort")
			}
			if err != nil {
				yield(Row{}, err)
				return
			}
			p := packRow(row)
			size += len(p.cells) + 48
			all = append(all, p)
		}
		slices.SortStableFunc(all, func(a, b packedRow) int { return cmp.Compare(a.number, b.number) })
		var text rowText
		filled := 0
		for _, p := range all {
			if p.number-filled > x.lim.EmptyRows {
				yield(Row{}, limitError("more than %d empty rows before row %d", x.lim.EmptyRows, p.number))
				return
			}
			filled = p.number
			if !yield(p.row(&text), nil) {
				return
			}
		}
	}
}

// packedRow is a row as column steps, lengths and texts of its filled cells.
type packedRow struct {
	number int
	hidden bool
	cells  []byte
}

func packRow(r Row) packedRow {
	p := packedRow{number: r.Number, hidden: r.Hidden}
	last := 0
	for c, cell := range r.Cells {
		if cell != "" {
			p.cells = binary.AppendUvarint(binary.AppendUvarint(p.cells, uint64(c-last)), uint64(len(cell)))
			p.cells = append(p.cells, cell...)
			last = c
		}
	}
	return p
}

func (p packedRow) row(text *rowText) Row {
	text.reset()
	col := 0
	for rest := p.cells; len(rest) > 0; {
		step, n := binary.Uvarint(rest)
		size, k := binary.Uvarint(rest[n:])
		rest = rest[n+k:]
		col += int(step)
		text.skipTo(col)
		text.text = append(text.text, rest[:size]...)
		text.endCell()
		rest = rest[size:]
	}
	return Row{Number: p.number, Cells: text.row(), Hidden: p.hidden}
}
