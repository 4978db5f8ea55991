package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// tokenKind is what a piece of XML is.
type tokenKind uint8

const (
	startTag tokenKind = iota
	endTag
	charData
)

// errXML is XML that is broken or not worth trusting.
var errXML = fmt.Errorf("%w: the XML inside is broken", ErrTruncated)

// xmlScanner cuts XML into tags and text without building anything: workbooks
// are a handful of element names repeated millions of times. It knows no
// entities but the five of XML and refuses a document that declares its own,
// so that no XML bomb can go off.
type xmlScanner struct {
	src  io.Reader
	buf  []byte
	pos  int
	end  int
	eof  bool
	err  error
	max  int   // longest piece in bytes
	done int64 // bytes read of src

	kind  tokenKind
	name  []byte // local name of the tag, without its prefix
	attrs []byte // the tag behind its name
	empty bool   // <tag/>
	text  []byte // of charData, entities not yet resolved when raw
	raw   bool   // text may hold entities
	inTag bool   // an empty tag still owes its end tag
	html  bool   // a web page: "<" may be text, <![if ...]> is harmless
}

func newXMLScanner(src io.Reader, max int) *xmlScanner {
	return &xmlScanner{src: xmlText(src), buf: make([]byte, 64<<10), max: max}
}

// more reads on, keeping what is unread. It says no at the end.
func (s *xmlScanner) more() bool {
	if s.eof {
		return false
	}
	if s.pos > 0 {
		s.end = copy(s.buf, s.buf[s.pos:s.end])
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) > s.max {
			s.eof, s.err = true, limitError("a text in it is longer than %d bytes", s.max)
			return false
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := s.src.Read(s.buf[s.end:])
	s.end += n
	s.done += int64(n)
	if err != nil {
		s.eof = true
		if err != io.EOF {
			s.err = err
		}
		return n > 0
	}
	return true
}

// until gives the bytes before the next occurrence of mark and skips both.
func (s *xmlScanner) until(mark string) ([]byte, bool) {
	from := 0
	for {
		var i int
		if len(mark) == 1 {
			i = bytes.IndexByte(s.buf[s.pos+from:s.end], mark[0])
		} else {
			i = bytes.Index(s.buf[s.pos+from:s.end], []byte(mark))
		}
		if i >= 0 {
			part := s.buf[s.pos : s.pos+from+i]
			s.pos += from + i + len(mark)
			return part, true
		}
		from = max(0, s.end-s.pos-len(mark)+1)
		if !s.more() {
			return nil, false
		}
	}
}

// next moves to the next tag or text; io.EOF at the end.
func (s *xmlScanner) next() error {
	if s.inTag {
		s.inTag = false
		s.kind = endTag
		return nil
	}
	for {
		if s.pos == s.end && !s.more() {
			return s.stop(io.EOF)
		}
		if s.buf[s.pos] != '<' {
			return s.chars()
		}
		if s.end-s.pos < 9 && !s.eof {
			s.more()
		}
		head := s.buf[s.pos:s.end]
		switch {
		case s.html && (len(head) < 2 || !tagStart(head[1])):
			s.kind, s.text, s.raw = charData, head[:1], true
			s.pos++
			return nil
		case bytes.HasPrefix(head, []byte("<![CDATA[")):
			s.pos += 9
			part, ok := s.until("]]>")
			if !ok {
				return s.stop(errXML)
			}
			s.kind, s.text, s.raw = charData, part, false
			return nil
		case bytes.HasPrefix(head, []byte("<!--")):
			s.pos += 4
			if _, ok := s.until("-->"); !ok {
				return s.stop(errXML)
			}
		case bytes.HasPrefix(head, []byte("<?")):
			if _, ok := s.until("?>"); !ok {
				return s.stop(errXML)
			}
		case bytes.HasPrefix(head, []byte("<!")):
			part, ok := s.until(">")
			if !ok {
				return s.stop(errXML)
			}
			if s.html {
				continue
			}
			if bytes.Contains(part, []byte("[")) || bytes.Contains(part, []byte("ENTITY")) {
				return limitError("its XML declares entities of its own, as XML bombs do")
			}
		default:
			return s.tag()
		}
	}
}

// tagStart tells whether a byte behind "<" makes it a tag.
func tagStart(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b == '/' || b == '!' || b == '?'
}

// between gives the text up to the next tag when that tag and what follows are
// exactly closing, and opening stands before; ok is false, and nothing is
// consumed, when it is not or when too little is in the buffer.
func (s *xmlScanner) between(opening, closing string) (text []byte, ok bool) {
	data := s.buf[s.pos:s.end]
	if s.inTag || len(data) < len(opening) || string(data[:len(opening)]) != opening {
		return nil, false
	}
	rest := data[len(opening):]
	i := bytes.IndexByte(rest, '<')
	if i < 0 || len(rest)-i < len(closing) || string(rest[i:i+len(closing)]) != closing {
		return nil, false
	}
	s.pos += len(opening) + i + len(closing)
	return rest[:i], true
}

func (s *xmlScanner) stop(err error) error {
	if s.err != nil {
		return s.err
	}
	return err
}

// chars reads text up to the next tag.
func (s *xmlScanner) chars() error {
	from := 0
	for {
		i := bytes.IndexByte(s.buf[s.pos+from:s.end], '<')
		if i < 0 {
			from = s.end - s.pos
			if s.more() {
				continue
			}
			if s.err != nil {
				return s.err
			}
			i = s.end - s.pos - from
		}
		s.kind, s.text, s.raw = charData, s.buf[s.pos:s.pos+from+i], true
		s.pos += from + i
		return nil
	}
}

// tag reads a start or end tag. A ">" inside an attribute is rare but legal.
func (s *xmlScanner) tag() error {
	s.pos++
	from := 0
	var quote byte // that is open at from
	for {
		i := bytes.IndexByte(s.buf[s.pos+from:s.end], '>')
		if i >= 0 {
			part := s.buf[s.pos : s.pos+from+i]
			if !wholeTag(part) {
				if quote = openQuote(part[from:], quote); quote != 0 {
					from += i + 1
					continue
				}
			}
			s.pos += from + i + 1
			s.split(part)
			return nil
		}
		quote = openQuote(s.buf[s.pos+from:s.end], quote)
		from = s.end - s.pos
		if !s.more() {
			return s.stop(fmt.Errorf("%w: it ends inside a tag", errXML))
		}
	}
}

// wholeTag is a quick look at how nearly all tags end: behind a closing quote,
// a slash or a name.
func wholeTag(part []byte) bool {
	n := len(part)
	if n > 1 && part[n-1] == '/' {
		n--
	}
	if n > 1 && part[n-1] == '"' {
		return part[n-2] != '='
	}
	return n < 12 && bytes.IndexByte(part, '=') < 0
}

// openQuote gives the quote of the attribute value that is open at the end of
// part, 0 if none is; quote is the one open at its start.
func openQuote(part []byte, quote byte) byte {
	for _, b := range part {
		switch {
		case quote == 0 && (b == '"' || b == '\''):
			quote = b
		case b == quote:
			quote = 0
		}
	}
	return quote
}

// split parts a tag into name and attributes.
func (s *xmlScanner) split(part []byte) {
	s.kind, s.empty = startTag, false
	if len(part) > 0 && part[0] == '/' {
		s.kind, part = endTag, part[1:]
	} else if n := len(part); n > 0 && part[n-1] == '/' {
		s.empty, s.inTag, part = true, true, part[:n-1]
	}
	i := 0
	for i < len(part) && part[i] > ' ' {
		if part[i] == ':' {
			part, i = part[i+1:], 0
			continue
		}
		i++
	}
	s.name, s.attrs = part[:i], part[i:]
}

// attr finds an attribute by its local name.
func (s *xmlScanner) attr(name string) ([]byte, bool) { return findAttr(s.attrs, name) }

func findAttr(a []byte, name string) ([]byte, bool) {
	for {
		eq := bytes.IndexByte(a, '=')
		if eq < 0 {
			return nil, false
		}
		key := bytes.TrimSpace(a[:eq])
		if c := bytes.LastIndexByte(key, ':'); c >= 0 {
			key = key[c+1:]
		}
		a = a[eq+1:]
		for len(a) > 0 && a[0] <= ' ' {
			a = a[1:]
		}
		if len(a) < 2 {
			return nil, false
		}
		end := bytes.IndexByte(a[1:], a[0])
		if end < 0 {
			return nil, false
		}
		if string(key) == name {
			return a[1 : 1+end], true
		}
		a = a[end+2:]
	}
}

// attrText is an attribute as text, entities resolved; "" when absent.
func (s *xmlScanner) attrText(name string) string {
	v, _ := s.attr(name)
	return string(appendText(nil, v))
}

// attrTrue tells whether an attribute is set to a true value.
func (s *xmlScanner) attrTrue(name string) bool {
	v, _ := s.attr(name)
	return string(v) == "1" || string(v) == "true" || string(v) == "on"
}

// skip passes over everything up to the end of the element just started.
func (s *xmlScanner) skip() error {
	for depth := 1; depth > 0; {
		if err := s.next(); err != nil {
			if err == io.EOF {
				err = errXML
			}
			return err
		}
		switch s.kind {
		case startTag:
			depth++
		case endTag:
			depth--
		}
	}
	return nil
}

// appendText appends XML text with its entities resolved.
func appendText(dst, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:i]...)
		text = text[i:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		if end < 0 {
			dst, text = append(dst, '&'), text[1:]
			continue
		}
		r, ok := entity(string(text[1:end]))
		if !ok {
			dst, text = append(dst, '&'), text[1:]
			continue
		}
		dst = utf8.AppendRune(dst, r)
		text = text[end+1:]
	}
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), err == nil && utf8.ValidRune(rune(n))
}
