package sheet

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"unicode/utf16"

	"goldpan/internal/source/charset"
)

// xls is an open binary workbook of Excel 5 to 2003 (Microsoft [MS-XLS]). It
// has at most 65,536 rows and 256 columns, so its one stream is kept in
// memory.
//
// The library at hand for it loses formula results and hidden sheets and takes
// every code page for Windows-1251, hence a reader of our own.
type xls struct {
	lim       Limits
	data      []byte
	biff8     bool
	codePage  string
	epoch1904 bool
	displayed bool
	codes     map[int]format
	styles    []format
	formatIDs []int
	strings   *stringTable
}

// The records that matter.
const (
	biffFormula   = 0x06
	biffEOF       = 0x0A
	biffDateMode  = 0x22
	biffFilePass  = 0x2F
	biffContinue  = 0x3C
	biffCodePage  = 0x42
	biffColInfo   = 0x7D
	biffSheet     = 0x85
	biffMulRK     = 0xBD
	biffRString   = 0xD6
	biffXF        = 0xE0
	biffMerged    = 0xE5
	biffSST       = 0xFC
	biffLabelSST  = 0xFD
	biffNumber    = 0x203
	biffLabel     = 0x204
	biffBoolErr   = 0x205
	biffString    = 0x207
	biffRow       = 0x208
	biffRK        = 0x27E
	biffFormat    = 0x41E
	biffBOF       = 0x809
	biffTypeSheet = 0x10
)

// record is one BIFF record: its number, its data, and where it stands.
type record struct {
	id   int
	data []byte
	next int
}

// record reads the record at pos.
func (x *xls) record(pos int) (record, bool) {
	if pos < 0 || pos+4 > len(x.data) {
		return record{}, false
	}
	id := int(binary.LittleEndian.Uint16(x.data[pos:]))
	n := int(binary.LittleEndian.Uint16(x.data[pos+2:]))
	end := pos + 4 + n
	if end > len(x.data) {
		return record{}, false
	}
	return record{id, x.data[pos+4 : end], end}, true
}

func (r record) u16(at int) int {
	if at+2 > len(r.data) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(r.data[at:]))
}

func (r record) u32(at int) uint32 {
	if at+4 > len(r.data) {
		return 0
	}
	return binary.LittleEndian.Uint32(r.data[at:])
}

// OpenXLS opens a binary workbook of Excel 5 to 2003.
func OpenXLS(src io.ReaderAt, size int64, opt Options) (*Workbook, error) {
	o, err := openOLE(src, size)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"Workbook", "WORKBOOK", "Book", "BOOK"} {
		data, err := o.stream(name)
		if err != nil {
			return nil, err
		}
		if len(data) > 0 {
			return openBIFF(data, opt)
		}
	}
	return nil, fmt.Errorf("%w: there is no workbook in it", ErrFormat)
}

// openBIFF opens the stream of a binary workbook.
func openBIFF(data []byte, opt Options) (*Workbook, error) {
	x := &xls{lim: opt.Limits, displayed: opt.Displayed, data: data, codePage: "windows-1252", codes: map[int]format{}, strings: &stringTable{}}
	w := &Workbook{Format: "xls"}
	if err := x.globals(w); err != nil {
		return nil, err
	}
	if len(w.Sheets) == 0 {
		return nil, fmt.Errorf("%w: there is no sheet in it", ErrFormat)
	}
	return w, nil
}

// globals reads what stands before the sheets.
func (x *xls) globals(w *Workbook) error {
	first, ok := x.record(0)
	if !ok || first.id != biffBOF {
		return fmt.Errorf("%w: it is older than Excel 5", ErrFormat)
	}
	x.biff8 = first.u16(0) >= 0x600
	for r, pos := first, first.next; ; pos = r.next {
		if r, ok = x.record(pos); !ok {
			return fmt.Errorf("%w: it ends before its sheets", ErrTruncated)
		}
		switch r.id {
		case biffEOF:
			x.resolveStyles()
			return nil
		case biffFilePass:
			return ErrEncrypted
		case biffCodePage:
			x.codePage = codePageName(r.u16(0))
		case biffDateMode:
			x.epoch1904 = r.u16(0) == 1
		case biffFormat:
			code := ""
			if x.biff8 {
				code, _ = x.text16(r.data, 2)
			} else if len(r.data) > 3 {
				code = charset.Decode(r.data[3:min(len(r.data), 3+int(r.data[2]))], x.codePage)
			}
			x.codes[r.u16(0)] = parseFormat(code)
		case biffXF:
			if x.formatIDs = append(x.formatIDs, r.u16(2)); len(x.formatIDs) > maxStyles {
				return limitError("it has more than %d styles", maxStyles)
			}
		case biffSheet:
			if x.addSheet(r, w); len(w.Sheets) > maxSheets {
				return limitError("it has more than %d sheets", maxSheets)
			}
		case biffSST:
			if r.next = x.readSST(r); x.strings.size > min(x.lim.Inflated, maxTexts) {
				return limitError("its texts take too many bytes")
			}
		}
	}
}

// codePageName is the encoding of texts in workbooks before Excel 97.
func codePageName(id int) string {
	switch id {
	case 10000, 32768:
		return "macintosh"
	case 10029:
		return "mac-ce"
	case 367, 1200, 32769:
		return "windows-1252"
	}
	if name, ok := charset.Canonical(fmt.Sprintf("cp%d", id)); ok {
		return name
	}
	return "windows-1252"
}

func (x *xls) resolveStyles() {
	for _, id := range x.formatIDs {
		f, own := x.codes[id]
		if !own {
			f = builtin(id)
			x.codes[id] = f
		}
		x.styles = append(x.styles, f)
	}
}

// addSheet adds the sheet of a BOUNDSHEET record; charts and macros are left
// out.
func (x *xls) addSheet(r record, w *Workbook) {
	if len(r.data) < 8 || r.data[5] != 0 {
		return
	}
	at := int(r.u32(0))
	name := ""
	if x.biff8 {
		name, _ = x.chars(r.data, 8, int(r.data[6]), r.data[7]&1 != 0)
	} else {
		name = charset.Decode(r.data[7:min(len(r.data), 7+int(r.data[6]))], x.codePage)
	}
	s := &Sheet{Name: name, Hidden: r.data[4]&3 != 0, Size: int64(len(x.data))}
	s.rows = func(ctx context.Context, onRead func(int64)) iter.Seq2[Row, error] { return x.rows(ctx, at, onRead) }
	s.layout = func() (Layout, error) {
		sheet, err := x.scan(at)
		if err != nil {
			return Layout{}, err
		}
		return Layout{Merges: sheet.merges, Hidden: sheet.hiddenCols}, nil
	}
	w.Sheets = append(w.Sheets, s)
}

// text16 reads a BIFF8 string with a 16-bit length at pos, and returns where
// it ends.
func (x *xls) text16(data []byte, pos int) (string, int) {
	if pos+3 > len(data) {
		return "", len(data)
	}
	n := int(binary.LittleEndian.Uint16(data[pos:]))
	flags := data[pos+2]
	pos += 3
	if flags&8 != 0 {
		pos += 2
	}
	if flags&4 != 0 {
		pos += 4
	}
	return x.chars(data, pos, n, flags&1 != 0)
}

// chars reads n characters of one or two bytes at pos.
func (x *xls) chars(data []byte, pos, n int, wide bool) (string, int) {
	if !wide {
		end := min(len(data), pos+n)
		if pos > end {
			return "", len(data)
		}
		return charset.Decode(data[pos:end], "iso-8859-1"), end
	}
	units := make([]uint16, 0, n)
	for ; n > 0 && pos+2 <= len(data); n-- {
		units = append(units, binary.LittleEndian.Uint16(data[pos:]))
		pos += 2
	}
	return string(utf16.Decode(units)), pos
}
