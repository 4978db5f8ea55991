package sheet

import (
	"context"
	"fmt"
	"io"
	"iter"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zip"
)

// xlsx is an open Office Open XML workbook.
type xlsx struct {
	lim       Limits
	parts     parts
	strings   *stringTable
	styles    []format
	epoch1904 bool
	displayed bool
}

// parts finds the files in a zip by their path, whatever slashes and case the
// producer used.
type parts map[string]*zip.File

func newParts(z *zip.Reader) (parts, error) {
	p := parts{}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, ErrEncrypted
		}
		p[partName(f.Name)] = f
	}
	return p, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// open unpacks a part within the limits.
func (p parts) open(name string, lim Limits) (io.ReadCloser, error) {
	f := p[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("%w: %s is missing", ErrTruncated, name)
	}
	const harmless = 16 << 20
	size := int64(f.UncompressedSize64)
	if size > lim.Inflated || size > harmless && float64(size) > lim.Ratio*float64(max(1, f.CompressedSize64)) {
		return nil, limitError("%s unpacks from %d to %d bytes", f.Name, f.CompressedSize64, size)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrTruncated, f.Name, err)
	}
	return &bounded{ReadCloser: r, left: lim.Inflated, name: f.Name}, nil
}

// bounded stops an unpacked part that is larger than it claimed.
type bounded struct {
	io.ReadCloser
	left int64
	name string
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, limitError("%s unpacks to too many bytes", b.name)
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%w: %s: %w", ErrTruncated, b.name, err)
	}
	return n, err
}

// OpenXLSX opens an Office Open XML workbook.
func OpenXLSX(src io.ReaderAt, size int64, opt Options) (*Workbook, error) {
	z, err := zip.NewReader(src, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTruncated, err)
	}
	p, err := newParts(z)
	if err != nil {
		return nil, err
	}
	x := &xlsx{lim: opt.Limits, displayed: opt.Displayed, parts: p}
	main, err := x.mainPart()
	if err != nil {
		return nil, err
	}
	rels, err := x.relations(main)
	if err != nil {
		return nil, err
	}
	w := &Workbook{Format: "xlsx"}
	if strings.HasSuffix(strings.ToLower(main), "bin") {
		return nil, fmt.Errorf("%w: binary workbooks (xlsb) are not read; save it as xlsx", ErrFormat)
	}
	for name := range p {
		if strings.HasSuffix(name, "vbaproject.bin") {
			w.Format = "xlsm"
		}
	}
	if err := x.workbook(main, rels, w); err != nil {
		return nil, err
	}
	if err := x.shared(main, rels); err != nil {
		return nil, err
	}
	return w, nil
}

// mainPart is the path of the workbook part.
func (x *xlsx) mainPart() (string, error) {
	if rels, err := x.relations(""); err == nil {
		for _, r := range rels {
			if strings.HasSuffix(r.kind, "/officeDocument") && x.parts[partName(r.target)] != nil {
				return r.target, nil
			}
		}
	}
	for _, name := range []string{"xl/workbook.xml", "workbook.xml"} {
		if x.parts[name] != nil {
			return name, nil
		}
	}
	inFolder := "" // of an unpacked workbook that was packed again
	for name := range x.parts {
		if strings.HasSuffix(name, "/xl/workbook.xml") && (inFolder == "" || name < inFolder) {
			inFolder = name
		}
	}
	if inFolder != "" {
		return inFolder, nil
	}
	return "", fmt.Errorf("%w: there is no workbook in it", ErrFormat)
}

type relation struct{ id, kind, target string }

// relations reads the .rels file beside a part; without one there are none.
func (x *xlsx) relations(part string) ([]relation, error) {
	dir, file := path.Split(strings.ReplaceAll(part, `\`, "/"))
	name := dir + "_rels/" + file + ".rels"
	if x.parts[partName(name)] == nil {
		return nil, nil
	}
	r, err := x.parts.open(name, x.lim)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var all []relation
	s := newXMLScanner(r, x.lim.Row)
	for {
		switch err := s.next(); {
		case err == io.EOF:
			return all, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if s.kind != startTag || string(s.name) != "Relationship" {
			continue
		}
		if len(all) > maxSheets {
			return nil, limitError("%s names too many parts", name)
		}
		all = append(all, relation{s.attrText("Id"), s.attrText("Type"), x.target(dir, s.attrText("Target"))})
	}
}

// target is the part that a relation beside dir leads to. Targets are URIs, so
// My%20Sheet.xml may stand for a part with a blank.
func (x *xlsx) target(dir, uri string) string {
	target := strings.TrimPrefix(strings.ReplaceAll(uri, `\`, "/"), "file://")
	if strings.HasPrefix(target, "/") {
		target = target[1:]
	} else {
		target = path.Join(dir, target)
	}
	if x.parts[partName(target)] == nil {
		if plain, err := url.PathUnescape(target); err == nil {
			return plain
		}
	}
	return target
}

// workbook reads the list of sheets.
func (x *xlsx) workbook(main string, rels []relation, w *Workbook) error {
	r, err := x.parts.open(main, x.lim)
	if err != nil {
		return err
	}
	defer r.Close()
	s := newXMLScanner(r, x.lim.Row)
	for {
		switch err := s.next(); {
		case err == io.EOF:
			if len(w.Sheets) == 0 {
				return fmt.Errorf("%w: there is no sheet in it", ErrFormat)
			}
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", main, err)
		}
		if s.kind != startTag {
			continue
		}
		switch string(s.name) {
		case "workbookPr":
			x.epoch1904 = s.attrTrue("date1904")
		case "sheet":
			if x.sheet(s, path.Dir(main), rels, w); len(w.Sheets) > maxSheets {
				return limitError("it has more than %d sheets", maxSheets)
			}
		}
	}
}

// sheet adds the sheet that the tag in hand names; charts and macro sheets
// hold no list. Without a relation its part is looked for under the usual name.
func (x *xlsx) sheet(s *xmlScanner, dir string, rels []relation, w *Workbook) {
	id, state := s.attrText("id"), s.attrText("state")
	target := path.Join(dir, fmt.Sprintf("worksheets/sheet%d.xml", len(w.Sheets)+1))
	for _, r := range rels {
		if r.id == id {
			if !strings.HasSuffix(r.kind, "/worksheet") {
				return
			}
			target = r.target
			break
		}
	}
	sh := &Sheet{Name: s.attrText("name"), Hidden: state == "hidden" || state == "veryHidden"}
	if part := x.parts[partName(target)]; part != nil {
		sh.Size = int64(part.UncompressedSize64)
	}
	around := sync.OnceValues(func() (surroundings, error) { return x.surroundings(target) })
	sh.rows = func(ctx context.Context, onRead func(int64)) iter.Seq2[Row, error] {
		if a, err := around(); err == nil && a.disordered {
			return x.sortedRows(ctx, target, onRead)
		}
		return x.rows(ctx, target, onRead)
	}
	sh.layout = func() (Layout, error) {
		a, err := around()
		return a.Layout, err
	}
	w.Sheets = append(w.Sheets, sh)
}

// shared reads what all sheets use: texts and number formats.
func (x *xlsx) shared(main string, rels []relation) error {
	dir := path.Dir(main)
	texts, styles := path.Join(dir, "sharedStrings.xml"), path.Join(dir, "styles.xml")
	for _, r := range rels {
		switch {
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			texts = r.target
		case strings.HasSuffix(r.kind, "/styles"):
			styles = r.target
		}
	}
	x.strings = &stringTable{}
	if x.parts[partName(texts)] != nil {
		r, err := x.parts.open(texts, x.lim)
		if err != nil {
			return err
		}
		defer r.Close()
		if x.strings, err = readStrings(r, min(x.lim.Inflated, maxTexts), x.lim.Row); err != nil {
			return fmt.Errorf("%s: %w", texts, err)
		}
	}
	if x.parts[partName(styles)] != nil {
		r, err := x.parts.open(styles, x.lim)
		if err != nil {
			return err
		}
		defer r.Close()
		if x.styles, err = readStyles(r, x.lim.Row); err != nil {
			return fmt.Errorf("%s: %w", styles, err)
		}
	}
	return nil
}

// readStyles reads the number format of each cell style.
func readStyles(src io.Reader, limit int) ([]format, error) {
	s := newXMLScanner(src, limit)
	codes := map[int]format{}
	var formats []format
	inCells := false
	for {
		switch err := s.next(); {
		case err == io.EOF:
			return formats, nil
		case err != nil:
			return nil, err
		}
		switch name := string(s.name); {
		case s.kind == charData:
		case s.kind == startTag && name == "numFmt":
			if id, err := strconv.Atoi(s.attrText("numFmtId")); err == nil {
				if _, known := codes[id]; !known {
					codes[id] = parseFormat(s.attrText("formatCode"))
				}
			}
		case name == "cellXfs":
			inCells = s.kind == startTag
		case s.kind == startTag && name == "xf" && inCells:
			id, _ := strconv.Atoi(s.attrText("numFmtId"))
			f, known := codes[id]
			if !known {
				f = builtin(id)
				codes[id] = f
			}
			formats = append(formats, f)
		}
		if len(codes)+len(formats) > maxStyles {
			return nil, limitError("it has more than %d styles", maxStyles)
		}
	}
}

// parseRange reads A1:C2.
func parseRange(ref string) (Merge, bool) {
	from, to, _ := strings.Cut(ref, ":")
	c1, r1 := parseReference([]byte(from))
	c2, r2 := parseReference([]byte(to))
	return Merge{r1, c1 + 1, r2, c2 + 1}, r1 > 0 && r2 >= r1 && c1 >= 0 && c2 >= c1
}

// parseReference reads B12 as column 1 (from 0) and row 12; -1 and 0 stand for
// what is missing.
func parseReference(ref []byte) (col, row int) {
	i, n := 0, 0
	for ; i < len(ref); i++ {
		c := ref[i] &^ 0x20
		if ref[i] == '$' {
			continue
		}
		if c < 'A' || c > 'Z' || n > 1<<20 {
			break
		}
		n = n*26 + int(c-'A'+1)
	}
	for ; i < len(ref); i++ {
		if ref[i] < '0' || ref[i] > '9' || row > 1<<28 {
			break
		}
		row = row*10 + int(ref[i]-'0')
	}
	if i < len(ref) {
		return -1, 0 // R2C1, or nothing at all
	}
	return n - 1, row
}
