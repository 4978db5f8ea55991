package main

import (
	"fmt"
	"unicode/utf16"
)

// encoding turns text into the bytes of an older code page.
type encoding func(text string) ([]byte, error)

func utf8Bytes(text string) ([]byte, error) { return []byte(text), nil }

func utf8BOM(text string) ([]byte, error) { return []byte("\ufeff" + text), nil }

// utf16LE is UTF-16 with a byte order mark, as spreadsheets save "Unicode text".
func utf16LE(text string) ([]byte, error) {
	units := utf16.Encode([]rune("\ufeff" + text))
	b := make([]byte, 0, 2*len(units))
	for _, u := range units {
		b = append(b, byte(u), byte(u>>8))
	}
	return b, nil
}

// windows1250 covers the letters of Polish and what the samples add to them.
func windows1250(text string) ([]byte, error) {
	return singleBytes(text, "Windows-1250", map[rune]byte{
		'Ą': 0xa5, 'Ć': 0xc6, 'Ę': 0xca, 'Ł': 0xa3, 'Ń': 0xd1, 'Ó': 0xd3, 'Ś': 0x8c, 'Ź': 0x8f, 'Ż': 0xaf,
		'ą': 0xb9, 'ć': 0xe6, 'ę': 0xea, 'ł': 0xb3, 'ń': 0xf1, 'ó': 0xf3, 'ś': 0x9c, 'ź': 0x9f, 'ż': 0xbf,
		'–': 0x96, '€': 0x80, '„': 0x84, '”': 0x94,
	})
}

// latin9 is ISO-8859-15: Latin-1 with the euro sign and œ in eight places.
func latin9(text string) ([]byte, error) {
	table := map[rune]byte{'€': 0xa4, 'Š': 0xa6, 'š': 0xa8, 'Ž': 0xb4, 'ž': 0xb8, 'Œ': 0xbc, 'œ': 0xbd, 'Ÿ': 0xbe}
	taken := map[byte]bool{}
	for _, b := range table {
		taken[b] = true
	}
	for b := 0xa0; b < 0x100; b++ {
		if !taken[byte(b)] {
			table[rune(b)] = byte(b)
		}
	}
	return singleBytes(text, "ISO-8859-15", table)
}

func singleBytes(text, name string, table map[rune]byte) ([]byte, error) {
	b := make([]byte, 0, len(text))
	for _, r := range text {
		if r < 0x80 {
			b = append(b, byte(r))
			continue
		}
		c, ok := table[r]
		if !ok {
			return nil, fmt.Errorf("%s has no %q", name, r)
		}
		b = append(b, c)
	}
	return b, nil
}
