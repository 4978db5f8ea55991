package sink

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zip"
)

// Limits of a worksheet, as Excel has them.
const (
	MaxSheetRows = 1_048_576 // the header counts
	MaxSheetCols = 16_384
	MaxCellText  = 32_767 // UTF-16 units
)

// plainBuffer is how many bytes are handed to the compressor at once.
const plainBuffer = 64 << 10

// Plain writes a workbook of plain text cells as a stream: for rejects.xlsx,
// which may hold a million rows. Every cell is text and stays text when edited;
// the header is bold and frozen and carries an autofilter. A sheet that is full
// goes on in another one. It compresses in a goroutine, which ends with Close. Not
// safe for concurrent use.
type Plain struct {
	zip    *zip.Writer
	entry  *behind // the sheet under way, nil before the first
	sheets []plainSheet
	taken  map[string]bool
	name   string // of the sheet under way, before " (2)"
	part   int
	header []string
	rows   PlainRows // of the sheet under way, not yet handed on
	begun  bool      // the part before the rows is written
	max    int
	err    error
}

type plainSheet struct {
	name string
	ref  string // "A1:C20"
}

// NewPlain makes a workbook on w. It must be closed to be complete.
func NewPlain(w io.Writer) *Plain {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed)
	})
	return &Plain{zip: z, taken: map[string]bool{}, rows: PlainRows{buf: make([]byte, 0, plainBuffer+4096)}, max: MaxSheetRows}
}

// Sheet ends the sheet under way and begins another. The name is made to fit
// (see [SheetName]); a header of more than 16,384 columns is cut.
func (p *Plain) Sheet(name string, header []string) error {
	p.endSheet()
	p.name, p.part = name, 1
	p.header = append([]string(nil), header[:min(len(header), MaxSheetCols)]...)
	p.beginSheet()
	return p.err
}

// Row writes a row below the header of the sheet under way. Cells are cut at
// 32,767 characters, the limit of a cell.
func (p *Plain) Row(cells ...string) error {
	if p.entry == nil && p.err == nil {
		p.Sheet("Sheet1", nil)
	}
	p.makeRoom()
	if p.err != nil {
		return p.err
	}
	p.rows.Add(cells)
	p.handOn()
	return p.err
}

// Rows writes rows that were formatted apart. They must go on where the sheet
// under way ends: at row 2 below the header, and again where the sheet is full.
func (p *Plain) Rows(r *PlainRows) error {
	p.makeRoom()
	if p.err != nil {
		return p.err
	}
	if r.first != p.rows.next || r.next > p.max+1 {
		return fmt.Errorf("rows %d to %d do not go on behind row %d of the sheet", r.first, r.next-1, p.rows.next-1)
	}
	p.rows.append(r)
	p.handOn()
	return p.err
}

// makeRoom goes on in another sheet where the one under way is full.
func (p *Plain) makeRoom() {
	if p.err == nil && p.rows.next > p.max {
		p.endSheet()
		p.part++
		p.beginSheet()
	}
}

// handOn hands the rows on once enough are seen to set the columns' widths.
func (p *Plain) handOn() {
	if p.rows.next > plainSample && !p.begun {
		p.beginRows()
	}
	if p.begun && len(p.rows.buf) >= plainBuffer {
		p.flush()
	}
}

// Close ends the workbook. It does not close the underlying writer.
func (p *Plain) Close() error {
	if len(p.sheets) == 0 && p.entry == nil {
		p.Sheet("Sheet1", nil)
	}
	p.endSheet()
	p.writeParts()
	if err := p.zip.Close(); p.err == nil {
		p.err = err
	}
	return p.err
}

func (p *Plain) beginSheet() {
	if p.err != nil {
		return
	}
	name := p.name
	if p.part > 1 {
		suffix := " (" + strconv.Itoa(p.part) + ")"
		name = cutUTF16(SheetName(name, nil), maxSheetName-len(suffix)) + suffix
	}
	p.sheets = append(p.sheets, plainSheet{name: SheetName(name, p.taken)})
	part, err := p.zip.Create("xl/worksheets/sheet" + strconv.Itoa(len(p.sheets)) + ".xml")
	if err != nil {
		p.err = err
		return
	}
	p.entry = newBehind(part)
	p.begun = false
	p.rows.Reset(1)
	p.rows.Add(p.header)
}

// beginRows writes what stands before the rows and then the rows so far.
func (p *Plain) beginRows() {
	p.begun = true
	b := append([]byte(nil), xmlHead+`<worksheet xmlns="`+nsMain+`"><sheetViews><sheetView workbookViewId="0"`...)
	if len(p.sheets) == 1 {
		b = append(b, ` tabSelected="1"`...)
	}
	b = append(b, `><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`+
		`<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`...)
	if len(p.rows.widths) > 0 {
		b = append(b, `<cols>`...)
		for i, w := range p.rows.widths {
			n := strconv.Itoa(i + 1)
			b = append(b, `<col min="`+n+`" max="`+n+`" width="`+strconv.Itoa(w)+`" customWidth="1"/>`...)
		}
		b = append(b, `</cols>`...)
	}
	b = append(b, `<sheetData>`...)
	p.entry.Write(b)
	p.flush()
}

func (p *Plain) endSheet() {
	if p.entry == nil {
		return
	}
	if !p.begun {
		p.beginRows()
	}
	sheet := &p.sheets[len(p.sheets)-1]
	p.rows.buf = append(p.rows.buf, `</sheetData>`...)
	if len(p.header) > 0 {
		sheet.ref = "A1:" + columnName(len(p.header)-1) + strconv.Itoa(p.rows.next-1)
		p.rows.buf = append(p.rows.buf, `<autoFilter ref="`+sheet.ref+`"/>`...)
	}
	p.rows.buf = append(p.rows.buf, `</worksheet>`...)
	p.flush()
	if err := p.entry.close(); p.err == nil {
		p.err = err
	}
	p.entry = nil
}

func (p *Plain) flush() {
	p.entry.Write(p.rows.buf)
	p.rows.buf = p.rows.buf[:0]
}

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsMain  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsRel   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPack  = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsType  = "http://schemas.openxmlformats.org/package/2006/content-types"
	ctSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// plainStyles: format 0 is text ("@"), so that a mended phone keeps its zero;
// format 1 is the header.
const plainStyles = xmlHead + `<styleSheet xmlns="` + nsMain + `">` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>` +
	`<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts>` +
	`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A4D"/><bgColor indexed="64"/></patternFill></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellStyleXfs>` +
	`<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

// writeParts writes the parts of the package that list the sheets.
func (p *Plain) writeParts() {
	var types, sheets, rels, names bytes.Buffer
	for i, s := range p.sheets {
		n := strconv.Itoa(i + 1)
		types.WriteString(`<Override PartName="/xl/worksheets/sheet` + n + `.xml" ContentType="` + ctSheet + `worksheet+xml"/>`)
		rels.WriteString(`<Relationship Id="rId` + n + `" Type="` + nsRel + `/worksheet" Target="worksheets/sheet` + n + `.xml"/>`)
		sheets.WriteString(`<sheet name="` + attr(s.name) + `" sheetId="` + n + `" r:id="rId` + n + `"/>`)
		if s.ref != "" {
			names.WriteString(`<definedName name="_xlnm._FilterDatabase" localSheetId="` + strconv.Itoa(i) + `" hidden="1">` +
				attr(absolute(s.name, s.ref)) + `</definedName>`)
		}
	}
	styles := "rId" + strconv.Itoa(len(p.sheets)+1)
	p.addPart("xl/workbook.xml", `<workbook xmlns="`+nsMain+`" xmlns:r="`+nsRel+`"><bookViews><workbookView/></bookViews><sheets>`+
		sheets.String()+`</sheets>`+wrap("definedNames", names.String())+`</workbook>`)
	p.addPart("xl/_rels/workbook.xml.rels", `<Relationships xmlns="`+nsPack+`">`+rels.String()+
		`<Relationship Id="`+styles+`" Type="`+nsRel+`/styles" Target="styles.xml"/></Relationships>`)
	p.addPart("xl/styles.xml", strings.TrimPrefix(plainStyles, xmlHead))
	p.addPart("_rels/.rels", `<Relationships xmlns="`+nsPack+`"><Relationship Id="rId1" Type="`+nsRel+
		`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	p.addPart("[Content_Types].xml", `<Types xmlns="`+nsType+`"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/>`+
		`<Override PartName="/xl/workbook.xml" ContentType="`+ctSheet+`sheet.main+xml"/>`+types.String()+
		`<Override PartName="/xl/styles.xml" ContentType="`+ctSheet+`styles+xml"/></Types>`)
}

func (p *Plain) addPart(name, body string) {
	if p.err != nil {
		return
	}
	w, err := p.zip.Create(name)
	if err == nil {
		_, err = io.WriteString(w, xmlHead+body)
	}
	p.err = err
}

func wrap(tag, inner string) string {
	if inner == "" {
		return ""
	}
	return "<" + tag + ">" + inner + "</" + tag + ">"
}

// attr escapes text for an attribute or element.
func attr(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// absolute is a range with its sheet: 'My list'!$A$1:$C$20.
func absolute(sheet, ref string) string {
	from, to, _ := strings.Cut(ref, ":")
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + dollar(from) + ":" + dollar(to)
}

func dollar(cell string) string {
	i := strings.IndexAny(cell, "0123456789")
	return "$" + cell[:i] + "$" + cell[i:]
}
