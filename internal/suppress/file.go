package suppress

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// LoadFile adds a file without columns: one value a line, as text in UTF-8 or
// UTF-16, alone, gzipped, or in a zip archive, as number registers come. The
// error names the file.
func (l *Loader) LoadFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer f.Close()
	magic := make([]byte, 4)
	n, _ := f.ReadAt(magic, 0)
	switch magic = magic[:n]; {
	case bytes.HasPrefix(magic, []byte("PK\x03\x04")):
		err = l.loadZip(f)
	case bytes.HasPrefix(magic, []byte{0x1F, 0x8B}):
		var r *gzip.Reader
		if r, err = gzip.NewReader(f); err == nil {
			err = l.Load(r)
		}
	default:
		err = l.Load(f)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// loadZip adds every file of an archive, in the order of their names.
func (l *Loader) loadZip(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(f, info.Size())
	if err != nil {
		return err
	}
	slices.SortFunc(archive.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	for _, part := range archive.File {
		if part.FileInfo().IsDir() {
			continue
		}
		if err := l.loadPart(part); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return nil
}

func (l *Loader) loadPart(part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return l.Load(r)
}

// utf8Reader gives UTF-8 whatever of UTF-8 and UTF-16 the byte order mark says.
func utf8Reader(r *bufio.Reader) io.Reader {
	mark, _ := r.Peek(2)
	switch {
	case bytes.Equal(mark, []byte{0xFF, 0xFE}):
		return &utf16Reader{r: r}
	case bytes.Equal(mark, []byte{0xFE, 0xFF}):
		return &utf16Reader{r: r, big: true}
	}
	return r
}

// utf16Reader decodes UTF-16 with its byte order mark.
type utf16Reader struct {
	r    *bufio.Reader
	big  bool
	high rune // half of a pair
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	n := 0
	for n+utf8.UTFMax <= len(p) {
		var unit [2]byte
		if _, err := io.ReadFull(u.r, unit[:]); err != nil {
			if err == io.ErrUnexpectedEOF || n > 0 && err == io.EOF {
				return n, nil // half a character at the end
			}
			return n, err
		}
		c := rune(unit[0]) | rune(unit[1])<<8
		if u.big {
			c = rune(unit[1]) | rune(unit[0])<<8
		}
		switch {
		case u.high != 0:
			c, u.high = utf16.DecodeRune(u.high, c), 0
		case utf16.IsSurrogate(c):
			u.high = c
			continue
		case c == 0xFEFF:
			continue
		}
		n += utf8.EncodeRune(p[n:], c)
	}
	return n, nil
}
