package sheet

import (
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/klauspost/compress/zip"
)

// ods is an open OpenDocument spreadsheet: one XML document with all sheets.
type ods struct {
	lim       Limits
	displayed bool
	size      int64
	open      func() (io.ReadCloser, error)
}

// OpenODS opens an OpenDocument spreadsheet.
func OpenODS(src io.ReaderAt, size int64, opt Options) (*Workbook, error) {
	const content = "content.xml"
	z, err := zip.NewReader(src, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTruncated, err)
	}
	p, err := newParts(z)
	if err != nil {
		return nil, err
	}
	if err := p.checkManifest(opt.Limits); err != nil {
		return nil, err
	}
	o := &ods{lim: opt.Limits, displayed: opt.Displayed, open: func() (io.ReadCloser, error) { return p.open(content, opt.Limits) }}
	if f := p[content]; f != nil {
		o.size = int64(f.UncompressedSize64)
	}
	return o.workbook()
}

// OpenFlatODS opens an OpenDocument spreadsheet that is one XML file.
func OpenFlatODS(src io.ReaderAt, size int64, opt Options) (*Workbook, error) {
	o := &ods{lim: opt.Limits, displayed: opt.Displayed, size: size, open: plainPart(src, size)}
	return o.workbook()
}

// plainPart opens a workbook that is one file.
func plainPart(src io.ReaderAt, size int64) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(io.NewSectionReader(src, 0, size)), nil }
}

// checkManifest refuses documents whose parts are encrypted.
func (p parts) checkManifest(lim Limits) error {
	const manifest = "META-INF/manifest.xml"
	if p[partName(manifest)] == nil {
		return nil
	}
	r, err := p.open(manifest, lim)
	if err != nil {
		return err
	}
	defer r.Close()
	s := newXMLScanner(r, lim.Row)
	for {
		switch err := s.next(); {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", manifest, err)
		}
		if s.kind == startTag && string(s.name) == "encryption-data" {
			return ErrEncrypted
		}
	}
}

// workbook lists the sheets and which of them are hidden by their style.
func (o *ods) workbook() (*Workbook, error) {
	part, err := o.open()
	if err != nil {
		return nil, err
	}
	defer part.Close()
	w := &Workbook{Format: "ods"}
	hiddenStyles := map[string]bool{}
	style := ""
	s := newXMLScanner(part, o.lim.Row)
	spreadsheet := false
	for {
		switch err := s.next(); {
		case err == io.EOF:
			if !spreadsheet || len(w.Sheets) == 0 {
				return nil, fmt.Errorf("%w: there is no sheet in it", ErrFormat)
			}
			return w, nil
		case err != nil:
			return nil, err
		}
		if s.kind != startTag {
			continue
		}
		switch string(s.name) {
		case "style":
			style = s.attrText("name")
		case "table-properties":
			if s.attrText("display") == "false" {
				hiddenStyles[style] = true
			}
		case "spreadsheet":
			spreadsheet = true
		case "table":
			index := len(w.Sheets)
			sh := &Sheet{Name: s.attrText("name"), Hidden: hiddenStyles[s.attrText("style-name")], Size: o.size}
			sh.rows = func(ctx context.Context, onRead func(int64)) iter.Seq2[Row, error] { return o.rows(ctx, index, onRead) }
			if w.Sheets = append(w.Sheets, sh); len(w.Sheets) > maxSheets {
				return nil, limitError("it has more than %d sheets", maxSheets)
			}
			if err := s.skip(); err != nil {
				return nil, err
			}
		}
	}
}

// rows yields the rows of one sheet.
func (o *ods) rows(ctx context.Context, index int, onRead func(n int64)) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		part, err := o.open()
		if err != nil {
			yield(Row{}, err)
			return
		}
		ahead := readAhead(part)
		defer ahead.Close()
		in := &odsRows{lim: o.lim, displayed: o.displayed, s: newXMLScanner(ahead, o.lim.Row)}
		if err := in.s.enter("table", index); err != nil {
			yield(Row{}, err)
			return
		}
		var row Row
		left := 0 // how often the row at hand is still to be given
		in.s.rows(ctx, onRead, func() (Row, error) {
			var err error
			if left > 0 {
				row.Number++
			} else {
				row, left, err = in.next()
			}
			left--
			return row, err
		})(yield)
	}
}
