package sheet

import (
	"encoding/binary"
	"io"
)

// stringTable holds the shared strings of a workbook in chunks that never
// move: 5 million of them cost little more than their bytes.
type stringTable struct {
	chunks [][]byte
	at     [][]uint32 // where each string starts: chunk number * chunkBytes + offset
	n      int
	size   int64
}

// chunkBytes holds the longest text that a row may have, and 1,024 chunks are
// what 32 bits can address.
const (
	chunkBytes  = 4 << 20
	maxChunks   = 1 << 32 / chunkBytes
	chunkPlaces = 1 << 16
)

// add appends a string; ok is false when the table is full or the string is
// too long for it.
func (t *stringTable) add(text []byte) (ok bool) {
	need := len(text) + binary.MaxVarintLen32
	if n := len(t.chunks); n == 0 || cap(t.chunks[n-1])-len(t.chunks[n-1]) < need {
		if n == maxChunks || need > chunkBytes {
			return false
		}
		size := chunkBytes
		if n == 0 && need < 64<<10 {
			size = 64 << 10 // small workbooks stay small
		}
		t.chunks = append(t.chunks, make([]byte, 0, size))
	}
	n := len(t.chunks) - 1
	chunk := t.chunks[n]
	if t.n%chunkPlaces == 0 {
		t.at = append(t.at, make([]uint32, 0, min(chunkPlaces, max(64, t.n))))
	}
	last := len(t.at) - 1
	t.at[last] = append(t.at[last], uint32(n*chunkBytes+len(chunk)))
	t.n++
	chunk = binary.AppendUvarint(chunk, uint64(len(text)))
	t.chunks[n] = append(chunk, text...)
	t.size += int64(need)
	return true
}

// get is a string by its index, nil when there is none such.
func (t *stringTable) get(i int) []byte {
	if i < 0 || i >= t.n {
		return nil
	}
	at := t.at[i/chunkPlaces][i%chunkPlaces]
	rest := t.chunks[at/chunkBytes][at%chunkBytes:]
	n, k := binary.Uvarint(rest)
	return rest[k : k+int(n)]
}

// readStrings reads sharedStrings.xml: the text of each <si>, its rich text
// runs joined, its phonetic runs left out.
func readStrings(src io.Reader, limit int64, row int) (*stringTable, error) {
	t := &stringTable{}
	s := newXMLScanner(src, row)
	var text []byte
	for {
		err := s.next()
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return nil, err
		}
		if s.kind != startTag || string(s.name) != "si" {
			continue
		}
		if text, err = richText(s, text[:0], "si"); err != nil {
			return nil, err
		}
		if !t.add(text) || t.size > limit {
			return nil, limitError("its texts take more than %d MiB", limit>>20)
		}
	}
}

// richText appends the text of the element just started, named end.
func richText(s *xmlScanner, dst []byte, end string) ([]byte, error) {
	inText := false
	for {
		if err := s.next(); err != nil {
			if err == io.EOF {
				err = errXML
			}
			return dst, err
		}
		switch s.kind {
		case startTag:
			switch string(s.name) {
			case "t":
				inText = true
			case "rPh":
				if err := s.skip(); err != nil {
					return dst, err
				}
			}
		case endTag:
			switch string(s.name) {
			case "t":
				inText = false
			case end:
				return unescapeExcel(dst), nil
			}
		case charData:
			if inText {
				dst = s.appendChars(dst)
			}
		}
	}
}

// appendChars appends the text token in hand.
func (s *xmlScanner) appendChars(dst []byte) []byte {
	if s.raw {
		return appendText(dst, s.text)
	}
	return append(dst, s.text...)
}

// unescapeExcel undoes _x000D_, as Excel writes characters that XML forbids
// (ECMA-376 part 1, 22.4.2.4, ST_Xstring).
func unescapeExcel(text []byte) []byte {
	const length = 7
	out := 0
	for i := 0; i < len(text); i++ {
		if text[i] == '_' && i+length <= len(text) && text[i+1] == 'x' && text[i+6] == '_' {
			if code, ok := hex4(text[i+2 : i+6]); ok && code < 0x80 {
				text[out] = byte(code)
				out++
				i += length - 1
				continue
			}
		}
		text[out] = text[i]
		out++
	}
	return text[:out]
}

func hex4(digits []byte) (n int, ok bool) {
	for _, d := range digits {
		switch {
		case d >= '0' && d <= '9':
			n = n<<4 | int(d-'0')
		case d >= 'A' && d <= 'F':
			n = n<<4 | int(d-'A'+10)
		case d >= 'a' && d <= 'f':
			n = n<<4 | int(d-'a'+10)
		default:
			return 0, false
		}
	}
	return n, true
}
