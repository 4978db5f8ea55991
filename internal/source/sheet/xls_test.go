package sheet

import (
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// biff builds the stream of a binary workbook.
type biff []byte

func (b *biff) record(id int, data ...byte) int {
	at := len(*b)
	*b = binary.LittleEndian.AppendUint16(*b, uint16(id))
	*b = binary.LittleEndian.AppendUint16(*b, uint16(len(data)))
	*b = append(*b, data...)
	return at
}

func u16s(values ...int) (raw []byte) {
	for _, v := range values {
		raw = binary.LittleEndian.AppendUint16(raw, uint16(v))
	}
	return raw
}

func f64(n float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(n)) }

func join(parts ...[]byte) (all []byte) {
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// biffBook makes a workbook of a visible and a hidden sheet.
func biffBook(encrypted bool) []byte {
	var b biff
	b.record(biffBOF, u16s(0x600, 5, 0, 0)...)
	if encrypted {
		b.record(biffFilePass, u16s(1, 1)...)
	}
	b.record(biffFormat, join(u16s(164, 5), []byte{0}, []byte("00000"))...)
	b.record(biffXF, u16s(0, 0)...)
	b.record(biffXF, u16s(0, 14)...)
	b.record(biffXF, u16s(0, 164)...)
	first := b.record(biffSheet, join(u16s(0, 0, 0), []byte{4, 0}, []byte("List"))...)
	second := b.record(biffSheet, join(u16s(0, 0, 1), []byte{3, 1}, u16s('O', 'l', 0x142))...)
	// Shared strings: the second runs on in the next record, there in two
	// bytes a character; the third has formatting runs and a phonetic part.
	b.record(biffSST, join(u16s(3, 0, 3, 0), u16s(5), []byte{0}, []byte("plain"), u16s(6), []byte{0}, []byte("abc"))...)
	b.record(biffContinue, join([]byte{1}, u16s('d', 0x105, 0x142), u16s(2), []byte{0x0C}, u16s(1), u16s(4, 0), []byte("xy"), u16s(1, 1), []byte{9, 9, 9, 9})...)
	b.record(biffEOF)
	binary.LittleEndian.PutUint32(b[first+4:], uint32(len(b)))
	b.record(biffBOF, u16s(0x600, biffTypeSheet, 0, 0)...)
	b.record(biffColInfo, u16s(1, 2, 0, 0, 1, 0)...)
	b.record(biffRow, u16s(1, 0, 9, 0, 0, 0, 0x20, 0)...)
	b.record(biffLabelSST, u16s(0, 0, 0, 0, 0)...)
	b.record(biffLabelSST, u16s(0, 1, 0, 1, 0)...)
	b.record(biffLabelSST, u16s(0, 3, 0, 2, 0)...)
	b.record(biffNumber, join(u16s(1, 0, 1), f64(46348))...)
	b.record(biffMulRK, join(u16s(1, 1), u16s(2), binary.LittleEndian.AppendUint32(nil, 950<<2|2), u16s(0), binary.LittleEndian.AppendUint32(nil, 1250<<2|3), u16s(2))...)
	b.record(biffBoolErr, join(u16s(1, 3, 0), []byte{1, 0})...)
	b.record(biffBoolErr, join(u16s(1, 4, 0), []byte{0x2A, 1})...)
	b.record(biffFormula, join(u16s(1, 5, 0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, u16s(0, 0, 0, 0))...)
	b.record(biffString, join(u16s(2), []byte{0}, []byte("ok"))...)
	b.record(biffFormula, join(u16s(1, 6, 0), f64(2.5), u16s(0, 0, 0, 0))...)
	b.record(biffLabel, join(u16s(4, 0, 0), u16s(1), []byte{1}, u16s(0x17C))...)
	b.record(biffMerged, u16s(1, 0, 1, 0, 2)...)
	b.record(biffEOF)
	binary.LittleEndian.PutUint32(b[second+4:], uint32(len(b)))
	b.record(biffBOF, u16s(0x600, biffTypeSheet, 0, 0)...)
	b.record(biffEOF)
	return b
}

func TestXLS(t *testing.T) {
	w, err := openBIFF(biffBook(false), testOptions)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Sheets) != 2 || w.Sheets[0].Name != "List" || w.Sheets[0].Hidden || w.Sheets[1].Name != "Olł" || !w.Sheets[1].Hidden {
		t.Errorf("sheets %+v", w.Sheets)
	}
	rows, err := readSheet(w.Sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	want := []numbered{{1, []string{"plain", "abcdął", "", "xy"}}, {2, []string{"2026-11-22", "00950", "12.5", "TRUE", "#N/A", "ok", "2.5"}}, {5, []string{"ż"}}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	layout, err := w.Sheets[0].Layout()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Merge{{1, 1, 2, 3}}, layout.Merges); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{2, 3}, layout.Hidden); diff != "" {
		t.Error(diff)
	}
}

func TestXLSRefused(t *testing.T) {
	if _, err := openBIFF(biffBook(true), testOptions); !errors.Is(err, ErrEncrypted) {
		t.Error(err)
	}
	whole := biffBook(false)
	for n := range len(whole) {
		w, err := openBIFF(whole[:n], testOptions)
		if err == nil {
			_, err = readSheet(w.Sheets[0])
		}
		if err == nil && n < len(whole)-20 {
			t.Errorf("cut at %d of %d: no error", n, len(whole))
		}
	}
}
