package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zip"
	"golang.org/x/text/encoding/charmap"

	"goldpan/internal/contact"
	"goldpan/internal/source/sheet"
)

const headBytes = 4096

// read finds the tables of a blob by what it holds, never by its name. depth
// counts the wrappings taken off so far.
func (f *File) read(ctx context.Context, b *blob, list contact.List, o Options, depth int) error {
	head, err := b.head(headBytes)
	if err != nil {
		return err
	}
	if len(head) == 0 {
		return &Error{Path: list.Path, Kind: Empty, Detail: "it is empty"}
	}
	if depth > 3 {
		return &Error{Path: list.Path, Kind: TooLarge, Detail: "it is packed too many times over"}
	}
	has := func(magic string) bool { return bytes.HasPrefix(head, []byte(magic)) }
	switch {
	case has("\x1f\x8b"):
		return f.read(ctx, b.unpacked(gunzip, o.Limits), list, o, depth+1)
	case has("\x28\xb5\x2f\xfd"):
		return f.read(ctx, b.unpacked(unzstd, o.Limits), list, o, depth+1)
	case has("PK\x03\x04"), has("PK\x05\x06"):
		return f.readZip(ctx, b, list, o, depth)
	case has("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return f.readOLE(ctx, b, list, o)
	}
	if open := documentOf(head); open != nil {
		return f.readDocument(ctx, b, open, list, o)
	}
	what := foreign(head)
	if what == webPage {
		if err := f.readDocument(ctx, b, sheet.OpenHTML, list, o); !errors.Is(err, sheet.ErrFormat) {
			return err
		}
	}
	if what != "" {
		return &Error{Path: list.Path, Kind: Binary, Detail: "it is " + what + ", not a list", Hint: "export the list as CSV or XLSX"}
	}
	return f.readText(ctx, b, list, o)
}

// opener opens a kind of workbook.
type opener func(src io.ReaderAt, size int64, o sheet.Options) (*sheet.Workbook, error)

// documentOf knows workbooks that are one XML document, whatever they are
// called; nil for all else.
func documentOf(head []byte) opener {
	text := string(head)
	if strings.IndexByte(text, 0) >= 0 {
		text = strings.ReplaceAll(text, "\x00", "") // UTF-16
	}
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		text = strings.TrimPrefix(text, mark)
	}
	if !strings.HasPrefix(strings.TrimSpace(text), "<") {
		return nil
	}
	switch {
	case strings.Contains(text, "urn:schemas-microsoft-com:office:spreadsheet") && strings.Contains(text, "Workbook"):
		return sheet.OpenXML2003
	case strings.Contains(text, "urn:oasis:names:tc:opendocument:xmlns:office:1.0") && strings.Contains(text, "opendocument.spreadsheet"):
		return sheet.OpenFlatODS
	}
	return nil
}

// readDocument reads a workbook that is one file of text.
func (f *File) readDocument(ctx context.Context, packed *blob, open opener, list contact.List, o Options) error {
	b, err := packed.seekable(o.Limits)
	if err != nil {
		return err
	}
	if b != packed {
		f.closers = append(f.closers, b.close)
	}
	return f.readWorkbook(ctx, open, b, list, o)
}

// webPage is what foreign calls one; it may hold a list all the same.
const webPage = "a web page"

// foreign names what a file is that can hold no list.
func foreign(head []byte) string {
	for _, m := range []struct{ magic, what string }{
		{"%PDF", "a PDF document"}, {"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
		{"{\\rtf", "a text document (RTF)"}, {"7z\xbc\xaf\x27\x1c", "a 7z archive"}, {"Rar!", "a RAR archive"},
		{"\x7fELF", "a program"}, {"MZ\x90", "a program"}, {"SQLite format 3", "a database"}, {"PAR1", "a Parquet file"},
		{"BZh", "a bzip2 archive"}, {"\xfd7zXZ", "an xz archive"}, {"MIME-Version:", "a web archive"}, {"ID;P", "a SYLK file"},
		{"TABLE\r\n0,1\r\n", "a DIF file"}, {"TABLE\n0,1\n", "a DIF file"}, {"\x00\x00\x02\x00", "an old Lotus or Quattro file"}, {"\x00\x00\x1a\x00", "an old Lotus file"},
		{"\x09\x00\x04\x00", "a workbook of Excel 2"}, {"\x09\x02\x06\x00", "a workbook of Excel 3"}, {"\x09\x04\x06\x00", "a workbook of Excel 4"},
	} {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.what
		}
	}
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	for _, start := range []string{"<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<style", "<div"} {
		if bytes.HasPrefix(text, []byte(start)) {
			return webPage
		}
	}
	switch {
	case bytes.HasPrefix(text, []byte("<?xml")), bytes.HasPrefix(text, []byte("<workbook")):
		return "an XML document"
	case bytes.HasPrefix(text, []byte("[{\"")):
		return "a JSON document"
	}
	return ""
}

// readZip reads a workbook, or an archive of lists.
func (f *File) readZip(ctx context.Context, packed *blob, list contact.List, o Options, depth int) error {
	b, err := packed.seekable(o.Limits)
	if err != nil {
		return err
	}
	if b != packed {
		f.closers = append(f.closers, b.close)
	}
	z, err := zip.NewReader(b.at, b.size)
	if err != nil {
		return &Error{Path: list.Path, Kind: Truncated, Detail: "it is cut off or damaged: " + err.Error(), Hint: "fetch the file again", Err: err}
	}
	if len(z.File) > o.Limits.MaxEntries {
		return &Error{Path: list.Path, Kind: TooLarge, Detail: "it holds too many files"}
	}
	for _, e := range z.File {
		switch name := strings.ToLower(strings.ReplaceAll(e.Name, `\`, "/")); {
		case name == "[content_types].xml" || strings.HasSuffix(name, "xl/workbook.xml"):
			return f.readWorkbook(ctx, sheet.OpenXLSX, b, list, o)
		case name == "content.xml":
			return f.readWorkbook(ctx, sheet.OpenODS, b, list, o)
		case strings.HasSuffix(name, ".iwa") || name == "index.zip":
			return &Error{Path: list.Path, Kind: Binary, Detail: "it is a Numbers document, not a list", Hint: "export the list as CSV or XLSX"}
		}
	}
	return f.readArchive(ctx, z, list, o, depth)
}

// readArchive reads each list inside a zip as a list of its own.
func (f *File) readArchive(ctx context.Context, z *zip.Reader, list contact.List, o Options, depth int) error {
	files := make([]*zip.File, 0, len(z.File))
	for _, e := range z.File {
		base := path.Base(strings.ReplaceAll(e.Name, `\`, "/"))
		if e.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(e.Name, "__MACOSX") || strings.HasSuffix(e.Name, "/") {
			continue
		}
		files = append(files, e)
	}
	if len(files) == 0 {
		return &Error{Path: list.Path, Kind: Empty, Detail: "there is no list in it"}
	}
	sort.SliceStable(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	for _, e := range files {
		inner := contact.List{Path: list.Path + "/" + entryName(e)}
		err := error(&Error{Path: inner.Path, Kind: Encrypted, Detail: "it is encrypted", Hint: "unpack it with its password"})
		if e.Flags&1 == 0 {
			err = f.read(ctx, entry(e, o.Limits), inner, o, depth+1)
		}
		if err == nil {
			continue
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if bad, ok := asError(inner.Path, err).(*Error); ok {
			f.Unreadable = append(f.Unreadable, bad)
		}
	}
	return nil
}

// entryName is the name of an archive's file; old archivers wrote CP437.
func entryName(e *zip.File) string {
	name := strings.ReplaceAll(e.Name, `\`, "/")
	if e.NonUTF8 && !utf8.ValidString(name) {
		if decoded, err := charmap.CodePage852.NewDecoder().String(name); err == nil {
			name = decoded
		}
	}
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// utf16 is ASCII text as UTF-16, as OLE directories name their streams.
func utf16(text string) []byte {
	out := make([]byte, 0, 2*len(text))
	for i := 0; i < len(text); i++ {
		out = append(out, text[i], 0)
	}
	return out
}

// readOLE reads an old workbook, or says that a new one is encrypted.
func (f *File) readOLE(ctx context.Context, packed *blob, list contact.List, o Options) error {
	b, err := packed.seekable(o.Limits)
	if err != nil {
		return err
	}
	if b != packed {
		f.closers = append(f.closers, b.close)
	}
	if holds(b, utf16("EncryptedPackage")) {
		return sheet.ErrEncrypted
	}
	if !holds(b, utf16("Workbook")) && !holds(b, utf16("Book")) {
		return &Error{Path: list.Path, Kind: Binary, Detail: "it is an old Office document without a workbook"}
	}
	return f.readWorkbook(ctx, sheet.OpenXLS, b, list, o)
}

// holds looks for bytes anywhere in a blob.
func holds(b *blob, what []byte) bool {
	buf := make([]byte, 1<<20)
	for off := int64(0); off < b.size; off += int64(len(buf) - len(what)) {
		n, _ := b.at.ReadAt(buf, off)
		if bytes.Contains(buf[:n], what) {
			return true
		}
	}
	return false
}
