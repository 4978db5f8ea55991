package sheet

import (
	"bufio"
	"bytes"
	"io"

	"goldpan/internal/source/charset"
)

// xmlText gives an XML part as UTF-8: by its byte order mark, by the NUL bytes
// of UTF-16, or by the encoding that its first line declares.
func xmlText(src io.Reader) io.Reader {
	const declaration = 200
	in := bufio.NewReaderSize(src, 4096)
	head, _ := in.Peek(declaration) // an error comes again with the next read
	name := ""
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("<\x00")):
		name = charset.UTF16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")) || bytes.HasPrefix(head, []byte("\x00<")):
		name = charset.UTF16BE
	case bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), []byte("<?xml")):
		end := bytes.IndexByte(head, '>')
		if end < 0 {
			break
		}
		if declared, ok := findAttr(head[5:end], "encoding"); ok {
			name, _ = charset.Canonical(string(declared))
		}
	}
	if name == "" || name == charset.UTF8 || bytes.HasPrefix(head, []byte("<?")) && (name == charset.UTF16LE || name == charset.UTF16BE) && head[1] != 0 {
		return in
	}
	r, err := charset.NewReader(in, name)
	if err != nil {
		return in
	}
	return r
}
