package sink

import (
	"strconv"
	"unicode/utf8"
)

const (
	plainSample = 200 // rows seen before the column widths are set
	minWidth    = 8
	maxWidth    = 48
)

// PlainRows are consecutive rows of one sheet of a [Plain], formatted apart
// from it: formatting is most of the work of a large workbook, and several
// goroutines may share it. Each must have its own.
type PlainRows struct {
	first, next int // numbers of the first row and of the one behind the last
	buf         []byte
	widths      []int    // of the columns, by the first rows of the sheet
	refs        [][]byte // column letters by index
	number      [8]byte  // of the row under way
}

// Reset empties the rows; row is the number of the first one to come. The
// header is row 1.
func (r *PlainRows) Reset(row int) {
	r.first, r.next = row, row
	r.buf, r.widths = r.buf[:0], r.widths[:0]
}

// Add appends a row. Cells are cut at 32,767 characters, the limit of a cell.
func (r *PlainRows) Add(cells []string) {
	number := strconv.AppendInt(r.number[:0], int64(r.next), 10)
	b := append(r.buf, `<row r="`...)
	b = append(b, number...)
	if r.next == 1 {
		b = append(b, `" s="1" customFormat="1">`...)
	} else {
		b = append(b, `">`...)
	}
	for i, cell := range cells[:min(len(cells), MaxSheetCols)] {
		if cell == "" {
			continue
		}
		b = append(b, `<c r="`...)
		b = append(b, r.letters(i)...)
		b = append(b, number...)
		if r.next == 1 {
			b = append(b, `" s="1`...)
		}
		if hasEdgeBlank(cell) {
			b = append(b, `" t="inlineStr"><is><t xml:space="preserve">`...)
		} else {
			b = append(b, `" t="inlineStr"><is><t>`...)
		}
		if len(cell) > MaxCellText {
			cell = cutUTF16(cell, MaxCellText)
		}
		b = appendXML(b, cell)
		b = append(b, `</t></is></c>`...)
		if r.next <= plainSample {
			r.measure(i, cell)
		}
	}
	r.buf = append(b, `</row>`...)
	r.next++
}

// measure widens a column for one of the first cells.
func (r *PlainRows) measure(col int, cell string) {
	extra := 2
	if r.next == 1 {
		extra = 4 // bold, and the arrow of the filter
	}
	r.widen(col, min(utf8.RuneCountInString(cell)+extra, maxWidth))
}

func (r *PlainRows) widen(col, width int) {
	for len(r.widths) <= col {
		r.widths = append(r.widths, minWidth)
	}
	r.widths[col] = max(r.widths[col], width)
}

// append appends rows that were formatted apart.
func (r *PlainRows) append(more *PlainRows) {
	for col, width := range more.widths {
		r.widen(col, width)
	}
	r.buf = append(r.buf, more.buf...)
	r.next = more.next
}

// letters is the name of a column, "A" for 0.
func (r *PlainRows) letters(col int) []byte {
	for i := len(r.refs); i <= col; i++ {
		r.refs = append(r.refs, []byte(columnName(i)))
	}
	return r.refs[col]
}

// columnName is the letters of a column, "A" for 0, "XFD" for 16,383.
func columnName(col int) string {
	var b [4]byte
	i := len(b)
	for col++; col > 0; col = (col - 1) / 26 {
		i--
		b[i] = byte('A' + (col-1)%26)
	}
	return string(b[i:])
}
