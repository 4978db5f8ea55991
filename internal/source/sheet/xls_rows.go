package sheet

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"math"
	"sort"

	"goldpan/internal/source/charset"
)

// xlsSheet is where the cells of one sheet stand in the stream.
type xlsSheet struct {
	cells      []xlsCell
	hidden     map[int]bool // rows
	merges     []Merge
	hiddenCols []int
}

// xlsCell is one cell: its record, and which number of a MULRK record it is.
type xlsCell struct {
	row, col uint16
	part     uint16
	at       uint32 // of the record
}

const xlsCells = 1 << 24 // all that a sheet can have

// scan goes through the records of the sheet that starts at pos.
func (x *xls) scan(pos int) (*xlsSheet, error) {
	first, ok := x.record(pos)
	if !ok || first.id != biffBOF {
		return nil, fmt.Errorf("%w: a sheet is missing", ErrTruncated)
	}
	s := &xlsSheet{hidden: map[int]bool{}}
	depth, at := 0, first.next
	sorted := true
	for {
		r, ok := x.record(at)
		if !ok {
			return nil, fmt.Errorf("%w: it ends inside a sheet", ErrTruncated)
		}
		n := len(s.cells)
		switch {
		case r.id == biffBOF:
			depth++
		case r.id == biffEOF:
			if depth == 0 {
				if !sorted {
					sort.SliceStable(s.cells, func(i, j int) bool {
						a, b := s.cells[i], s.cells[j]
						return a.row < b.row || a.row == b.row && a.col < b.col
					})
				}
				return s, nil
			}
			depth--
		case depth == 0:
			x.note(s, r, at)
		}
		if k := len(s.cells); k > n && n > 0 && (s.cells[n].row < s.cells[n-1].row || s.cells[n].row == s.cells[n-1].row && s.cells[n].col < s.cells[n-1].col) {
			sorted = false
		}
		if len(s.cells) > xlsCells {
			return nil, limitError("a sheet has too many cells")
		}
		at = r.next
	}
}

// note takes what a record tells about cells, rows and columns.
func (x *xls) note(s *xlsSheet, r record, at int) {
	switch r.id {
	case biffNumber, biffLabel, biffBoolErr, biffRK, biffLabelSST, biffFormula, biffRString:
		if len(r.data) >= 6 {
			s.cells = append(s.cells, xlsCell{row: uint16(r.u16(0)), col: uint16(r.u16(2)), at: uint32(at)})
		}
	case biffMulRK:
		first := r.u16(2)
		for i := 0; 4+6*i+6 <= len(r.data)-2; i++ {
			s.cells = append(s.cells, xlsCell{row: uint16(r.u16(0)), col: uint16(first + i), part: uint16(i), at: uint32(at)})
		}
	case biffRow:
		if r.u16(12)&0x20 != 0 {
			s.hidden[r.u16(0)] = true
		}
	case biffColInfo:
		if r.u16(8)&1 != 0 {
			for c := r.u16(0); c <= min(r.u16(2), 255); c++ {
				s.hiddenCols = append(s.hiddenCols, c+1)
			}
		}
	case biffMerged:
		for i := range r.u16(0) {
			if k := 2 + 8*i; k+8 <= len(r.data) {
				s.merges = append(s.merges, Merge{r.u16(k) + 1, r.u16(k+4) + 1, r.u16(k+2) + 1, r.u16(k+6) + 1})
			}
		}
	}
}

// rows yields the rows of the sheet that starts at pos.
func (x *xls) rows(ctx context.Context, pos int, onRead func(n int64)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		s, err := x.scan(pos)
		if err != nil {
			yield(Row{}, err)
			return
		}
		var text rowText
		told := int64(0)
		for i := 0; i < len(s.cells); {
			row := s.cells[i].row
			text.reset()
			for ; i < len(s.cells) && s.cells[i].row == row; i++ {
				c := s.cells[i]
				if int(c.col) >= x.lim.Columns {
					yield(Row{}, limitError("row %d has more than %d columns", int(row)+1, x.lim.Columns))
					return
				}
				text.skipTo(int(c.col))
				text.text = x.show(text.text, c)
				text.endCellAt(int(c.col))
			}
			if row%256 == 0 {
				done := int64(len(x.data)) * int64(i) / int64(len(s.cells))
				onRead(done - told)
				told = done
				if ctx.Err() != nil {
					yield(Row{}, ctx.Err())
					return
				}
			}
			if text.size() > x.lim.Row {
				yield(Row{}, limitError("row %d holds more than %d bytes", int(row)+1, x.lim.Row))
				return
			}
			if text.blank() {
				continue
			}
			if !yield(Row{Number: int(row) + 1, Cells: text.row(), Hidden: s.hidden[int(row)]}, nil) {
				return
			}
		}
	}
}

// show appends what a person sees in a cell.
func (x *xls) show(dst []byte, c xlsCell) []byte {
	r, ok := x.record(int(c.at))
	if !ok {
		return dst
	}
	style := r.u16(4)
	switch r.id {
	case biffLabelSST:
		return append(dst, x.strings.get(int(r.u32(6)))...)
	case biffLabel, biffRString:
		return append(dst, x.label(r)...)
	case biffBoolErr:
		if len(r.data) < 8 {
			return dst
		}
		return appendBoolErr(dst, r.data[6], r.data[7] != 0)
	case biffNumber:
		if len(r.data) < 14 {
			return dst
		}
		return x.number(dst, math.Float64frombits(binary.LittleEndian.Uint64(r.data[6:])), style)
	case biffRK:
		return x.number(dst, rkNumber(r.u32(6)), style)
	case biffMulRK:
		at := 4 + 6*int(c.part)
		return x.number(dst, rkNumber(r.u32(at+2)), r.u16(at))
	case biffFormula:
		return x.formula(dst, r, style)
	}
	return dst
}

func (x *xls) number(dst []byte, n float64, style int) []byte {
	f := format{}
	if style < len(x.styles) {
		f = x.styles[style]
	}
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return dst
	}
	if x.displayed {
		return f.appendDisplayed(dst, n, x.epoch1904)
	}
	return f.appendFloat(dst, n, x.epoch1904)
}

// rkNumber unpacks a number of 30 bits: an integer or the top of a float,
// perhaps times 100.
func rkNumber(rk uint32) float64 {
	var n float64
	if rk&2 != 0 {
		n = float64(int32(rk) >> 2)
	} else {
		n = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&1 != 0 {
		n /= 100
	}
	return n
}

// label is the text of a cell that keeps its own.
func (x *xls) label(r record) string {
	if x.biff8 {
		text, _ := x.text16(r.data, 6)
		return text
	}
	if len(r.data) < 8 {
		return ""
	}
	return charset.Decode(r.data[8:min(len(r.data), 8+r.u16(6))], x.codePage)
}

// formula appends the result that was kept beside a formula.
func (x *xls) formula(dst []byte, r record, style int) []byte {
	if len(r.data) < 14 {
		return dst
	}
	if r.u16(12) != 0xFFFF {
		return x.number(dst, math.Float64frombits(binary.LittleEndian.Uint64(r.data[6:])), style)
	}
	switch r.data[6] {
	case 0:
		return append(dst, x.formulaText(r.next)...)
	case 1:
		return appendBoolErr(dst, r.data[8], false)
	case 2:
		return appendBoolErr(dst, r.data[8], true)
	}
	return dst
}

// formulaText finds the text result of a formula in one of the records behind
// it.
func (x *xls) formulaText(pos int) string {
	for range 3 {
		r, ok := x.record(pos)
		if !ok {
			return ""
		}
		if r.id == biffString {
			if x.biff8 {
				text, _ := x.text16(r.data, 0)
				return text
			}
			if len(r.data) < 2 {
				return ""
			}
			return charset.Decode(r.data[2:min(len(r.data), 2+r.u16(0))], x.codePage)
		}
		pos = r.next
	}
	return ""
}

// appendBoolErr writes a truth value or an error as Excel shows it.
func appendBoolErr(dst []byte, code byte, isError bool) []byte {
	if !isError {
		if code == 0 {
			return append(dst, "FALSE"...)
		}
		return append(dst, "TRUE"...)
	}
	switch code {
	case 0x00:
		return append(dst, "#NULL!"...)
	case 0x07:
		return append(dst, "#DIV/0!"...)
	case 0x0F:
		return append(dst, "#VALUE!"...)
	case 0x17:
		return append(dst, "#REF!"...)
	case 0x1D:
		return append(dst, "#NAME?"...)
	case 0x24:
		return append(dst, "#NUM!"...)
	}
	return append(dst, "#N/A"...)
}
