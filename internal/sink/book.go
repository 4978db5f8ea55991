package sink

import (
	"io"
	"iter"
	"strings"

	"github.com/xuri/excelize/v2"

	"goldpan/internal/market"
)

// book is a workbook in the making. The first error stays; what follows it does
// nothing.
type book struct {
	list   *CallList
	file   *excelize.File
	style  styles
	taken  map[string]bool
	sheets int
	err    error
}

func newBook(c *CallList) (*book, error) {
	f := excelize.NewFile(excelize.Options{TmpDir: c.TempDir})
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &orderedZip{w: w} })
	b := &book{list: c, file: f, taken: map[string]bool{}}
	b.style, b.err = newStyles(f)
	if b.err == nil {
		b.err = f.SetDocProps(&excelize.DocProperties{Title: "goldpan", Creator: "goldpan",
			Created: c.AsOf + "T00:00:00Z", Modified: c.AsOf + "T00:00:00Z"})
	}
	return b, b.err
}

func (b *book) close() { b.file.Close() }

// text is a text of the workbook in its language.
func (b *book) text(key string) string { return market.WorkbookText(b.list.Lang, key) }

// sheet adds a sheet and returns its name.
func (b *book) sheet(name string) string {
	// excelize does not double apostrophes where it quotes sheet names.
	name = SheetName(strings.ReplaceAll(name, "'", "’"), b.taken)
	if b.sheets++; b.sheets == 1 {
		b.do(b.file.SetSheetName("Sheet1", name))
		return name
	}
	_, err := b.file.NewSheet(name)
	b.do(err)
	return name
}

// page prints a sheet landscape on A4, as wide as the page, with its name and
// the day at the foot.
func (b *book) page(sheet, tab string) {
	yes, landscape, a4, wide, tall := true, "landscape", 9, 1, 0
	b.do(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes, TabColorRGB: &tab}))
	b.do(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}))
	side, edge, foot := 0.4, 0.5, 0.25
	b.do(b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &foot, Footer: &foot}))
	b.do(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&9&A  " + b.list.AsOf + "&R&9&P / &N"}))
}

// do keeps the first error.
func (b *book) do(err error) {
	if b.err == nil && err != nil {
		b.err = &Error{Path: "workbook", Cause: "cannot be written: " + err.Error(), Err: err}
	}
}

func (b *book) write(w io.Writer) error {
	if b.err != nil {
		return b.err
	}
	b.do(b.file.Write(w))
	return b.err
}

// limit is how many rows a sheet may have.
func (b *book) limit() int {
	n := b.list.MaxRows
	if n <= 0 {
		n = DefaultCallRows
	}
	return min(n, MaxSheetRows-1)
}

// limited is rows up to the limit of a sheet, none without rows or after an
// error.
func limited[T any](b *book, rows iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		if rows == nil {
			return
		}
		n := 0
		for row := range rows {
			if n++; n > b.limit() || b.err != nil || !yield(row) {
				return
			}
		}
	}
}

// plainCell makes a text fit for a cell: control characters that no person
// typed are taken out, so that the cell shows what is meant.
func plainCell(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}
