package sink

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zip"
)

// contentTypes is the part that lists the types of the others.
const contentTypes = "[Content_Types].xml"

// orderedZip writes the parts of a package in the order of their names, and the
// types in the order of what they are for: excelize hands both over in the order
// of a map, and the same run must give the same bytes.
type orderedZip struct {
	w     io.Writer
	parts []*zipPart
}

type zipPart struct {
	name string
	body bytes.Buffer
}

func (p *zipPart) Write(b []byte) (int, error) { return p.body.Write(b) }

// Create begins a part.
func (z *orderedZip) Create(name string) (io.Writer, error) {
	p := &zipPart{name: name}
	z.parts = append(z.parts, p)
	return p, nil
}

// AddFS completes excelize.ZipWriter; excelize itself does not call it.
func (z *orderedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the package.
func (z *orderedZip) Close() error {
	// "[Content_Types].xml" sorts before all others, as readers that sniff want it.
	slices.SortFunc(z.parts, func(a, b *zipPart) int { return strings.Compare(a.name, b.name) })
	out := zip.NewWriter(z.w)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 5) })
	for _, p := range z.parts {
		w, err := out.Create(p.name)
		if err != nil {
			return err
		}
		body := p.body.Bytes()
		if p.name == contentTypes {
			body = sortTypes(body)
		}
		if _, err := w.Write(body); err != nil {
			return err
		}
	}
	return out.Close()
}

// sortTypes sorts the entries of [Content_Types].xml. Their order means nothing.
func sortTypes(part []byte) []byte {
	text := string(part)
	begin, end := strings.Index(text, "<Default "), strings.LastIndex(text, "</Types>")
	if begin < 0 || end < begin {
		return part
	}
	entries := strings.SplitAfter(text[begin:end], "></Default>")
	last := entries[len(entries)-1]
	entries = append(entries[:len(entries)-1], strings.SplitAfter(last, "></Override>")...)
	slices.Sort(entries)
	return []byte(text[:begin] + strings.Join(entries, "") + text[end:])
}
