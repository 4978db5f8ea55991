// Package charset finds and undoes the character encoding of text files.
//
// Detection goes from proof to likelihood: a byte order mark, the NUL bytes
// of UTF-16, the validity of UTF-8, and only then letter statistics over the
// one-byte code pages, which no library at hand gets right for Romanian or
// Polish.
package charset

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// The names of encodings that are decided by proof.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	UTF32LE = "utf-32le"
	UTF32BE = "utf-32be"
)

// page is a one-byte code page.
type page struct {
	name  string
	table *charmap.Charmap // nil for Mac Central European, which x/text lacks
	prior float64          // how common it is among files, in nats
}

// pages lists the code pages letter statistics choose from.
var pages = []page{
	{"windows-1252", charmap.Windows1252, 0},
	{"windows-1250", charmap.Windows1250, 0},
	{"iso-8859-1", charmap.ISO8859_1, -.5},
	{"iso-8859-2", charmap.ISO8859_2, -.5},
	{"iso-8859-15", charmap.ISO8859_15, -1},
	{"iso-8859-16", charmap.ISO8859_16, -1.5},
	{"windows-1257", charmap.Windows1257, -1},
	{"iso-8859-13", charmap.ISO8859_13, -2},
	{"iso-8859-4", charmap.ISO8859_4, -2.5},
	{"iso-8859-10", charmap.ISO8859_10, -3},
	{"windows-1254", charmap.Windows1254, -2},
	{"cp852", charmap.CodePage852, -1.5},
	{"cp850", charmap.CodePage850, -1.5},
	{"cp437", charmap.CodePage437, -3},
	{"macintosh", charmap.Macintosh, -2},
	{"mac-ce", nil, -2},
	{"windows-1251", charmap.Windows1251, -2},
	{"koi8-r", charmap.KOI8R, -4},
	{"iso-8859-5", charmap.ISO8859_5, -4},
	{"cp866", charmap.CodePage866, -4},
	{"windows-1253", charmap.Windows1253, -2},
	{"iso-8859-7", charmap.ISO8859_7, -3},
}

// rune is the character a byte stands for.
func (p page) rune(b byte) rune {
	if b < 0x80 {
		return rune(b)
	}
	if p.table == nil {
		return macCE[b-0x80]
	}
	return p.table.DecodeByte(b)
}

// macCE is the upper half of Mac OS Central European (Apple's CENTEURO.TXT).
var macCE = []rune("ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü" +
	"†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅ" +
	"ņŃ¬√ńŇ∆«»…\u00a0ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖ" +
	"ŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ")

// aliases are other names people and programs use.
var aliases = map[string]string{
	"utf8": UTF8, "utf-8-sig": UTF8, "ascii": UTF8, "us-ascii": UTF8,
	"utf16": UTF16LE, "utf-16": UTF16LE, "ucs-2": UTF16LE, "unicode": UTF16LE, "utf16le": UTF16LE, "utf16be": UTF16BE,
	"utf-32": UTF32LE, "latin1": "iso-8859-1", "latin-1": "iso-8859-1", "latin2": "iso-8859-2", "latin-2": "iso-8859-2",
	"latin9": "iso-8859-15", "latin-9": "iso-8859-15", "latin10": "iso-8859-16", "latin-10": "iso-8859-16",
	"ansi": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252",
	"cp1253": "windows-1253", "cp1254": "windows-1254", "cp1257": "windows-1257",
	"1250": "windows-1250", "1252": "windows-1252", "1257": "windows-1257", "852": "cp852", "850": "cp850",
	"ibm852": "cp852", "ibm850": "cp850", "ibm437": "cp437", "ibm866": "cp866",
	"mac": "macintosh", "mac-roman": "macintosh", "macroman": "macintosh", "x-mac-roman": "macintosh",
	"mac-centraleurope": "mac-ce", "x-mac-ce": "mac-ce", "x-mac-centraleurroman": "mac-ce", "maccentraleurope": "mac-ce", "mac-latin2": "mac-ce",
}

// Canonical finds an encoding by any of its names; ok is false when unknown.
func Canonical(name string) (canonical string, ok bool) {
	name = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-")
	name = strings.ReplaceAll(name, "iso8859", "iso-8859")
	if alias, ok := aliases[name]; ok {
		name = alias
	}
	switch name {
	case UTF8, UTF16LE, UTF16BE, UTF32LE, UTF32BE:
		return name, true
	}
	for _, p := range pages {
		if p.name == name {
			return name, true
		}
	}
	return "", false
}

// NewReader turns text in a named encoding into UTF-8, without a byte order
// mark. UTF-8 passes unchanged and unchecked.
func NewReader(src io.Reader, name string) (io.Reader, error) {
	switch name {
	case UTF8:
		return &unmarked{src: src}, nil
	case UTF16LE:
		return transform.NewReader(src, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	case UTF16BE:
		return transform.NewReader(src, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()), nil
	case UTF32LE:
		return transform.NewReader(src, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder()), nil
	case UTF32BE:
		return transform.NewReader(src, utf32.UTF32(utf32.BigEndian, utf32.UseBOM).NewDecoder()), nil
	}
	for _, p := range pages {
		if p.name == name {
			return newPageReader(src, p), nil
		}
	}
	return nil, fmt.Errorf("unknown encoding %q", name)
}

var utf8Mark = []byte("\xef\xbb\xbf")

// unmarked leaves out the byte order mark of UTF-8.
type unmarked struct {
	src  io.Reader
	head []byte
	done bool
}

func (u *unmarked) Read(p []byte) (int, error) {
	if !u.done {
		u.done = true
		head := make([]byte, 3)
		n, err := io.ReadFull(u.src, head)
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return 0, err
		}
		u.head = bytes.TrimPrefix(head[:n], utf8Mark)
	}
	if len(u.head) > 0 {
		n := copy(p, u.head)
		u.head = u.head[n:]
		return n, nil
	}
	return u.src.Read(p)
}

// pageReader decodes a one-byte code page through a table of UTF-8 strings.
type pageReader struct {
	src   io.Reader
	table [256]string
	in    []byte
	out   []byte
	rest  []byte
}

func newPageReader(src io.Reader, p page) io.Reader {
	r := &pageReader{src: src, in: make([]byte, 32<<10)}
	for b := range 256 {
		c := p.rune(byte(b))
		if c == encoding.ASCIISub || c == 0xFFFD {
			// Undefined in the table; Windows shows the C1 control.
			c = rune(b)
		}
		r.table[b] = string(c)
	}
	return r
}

func (r *pageReader) Read(p []byte) (int, error) {
	for len(r.rest) == 0 {
		n, err := r.src.Read(r.in)
		r.out = r.out[:0]
		for _, b := range r.in[:n] {
			if b < 0x80 {
				r.out = append(r.out, b)
			} else {
				r.out = append(r.out, r.table[b]...)
			}
		}
		r.rest = r.out
		if n == 0 && err != nil {
			return 0, err
		}
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// Decode turns a short text in a named one-byte encoding into UTF-8. Text in
// an unknown encoding is taken for Windows-1252.
func Decode(raw []byte, name string) string {
	use := pages[0]
	for _, p := range pages {
		if p.name == name {
			use = p
		}
	}
	var b strings.Builder
	for _, c := range raw {
		r := use.rune(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}
