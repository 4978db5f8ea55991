// Package similar measures how alike two strings are. It knows nothing of
// names or companies: it gets text in normal form and gives numbers.
package similar

import (
	"math/bits"

	"github.com/agnivade/levenshtein"
)

// Distance is the Levenshtein distance of a and b in characters: the least
// number of insertions, deletions and substitutions. ASCII text whose shorter
// side has at most 64 characters takes the bit-parallel way.
func Distance(a, b string) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) <= 64 && ascii(a) && ascii(b) {
		var p Pattern
		p.Set(a)
		return p.Distance(b)
	}
	return levenshtein.ComputeDistance(a, b)
}

// Pattern is a text of at most 64 ASCII characters, prepared to be compared
// with many others. The zero Pattern is the empty text.
//
// Myers, "A fast bit-vector algorithm for approximate string matching based on
// dynamic programming", JACM 46 (1999); the edit-distance form is Hyyrö, "A
// bit-vector algorithm for computing Levenshtein and Damerau edit distances"
// (2003).
type Pattern struct {
	at   [128]uint64 // at[c] has bit i set where the text's i-th character is c
	text string
}

// Set prepares text; false when it is longer than 64 bytes or not ASCII, and
// the pattern is then empty.
func (p *Pattern) Set(text string) bool {
	for i := range len(p.text) {
		p.at[p.text[i]] = 0
	}
	p.text = ""
	if len(text) > 64 || !ascii(text) {
		return false
	}
	for i := range len(text) {
		p.at[text[i]] |= 1 << i
	}
	p.text = text
	return true
}

// Distance is the Levenshtein distance of the pattern and an ASCII text.
// Characters outside ASCII count as different from all of the pattern's, byte
// by byte.
func (p *Pattern) Distance(text string) int {
	m := len(p.text)
	if m == 0 {
		return len(text)
	}
	pv, mv := ^uint64(0), uint64(0)
	last := uint64(1) << (m - 1)
	distance := m
	for i := range len(text) {
		var eq uint64
		if c := text[i]; c < 128 {
			eq = p.at[c]
		}
		d0 := (((eq & pv) + pv) ^ pv) | eq | mv
		hp := mv | ^(d0 | pv)
		hn := pv & d0
		switch {
		case hp&last != 0:
			distance++
		case hn&last != 0:
			distance--
		}
		hp = hp<<1 | 1
		hn <<= 1
		pv = hn | ^(d0 | hp)
		mv = hp & d0
	}
	return distance
}

// OneEdit tells whether a and b differ by exactly one insertion, deletion,
// substitution or exchange of two neighbours, counted in bytes (Damerau, "A
// technique for computer detection and correction of spelling errors", 1964:
// four in five spelling errors are one of these).
func OneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// Transposed is the optimal string alignment distance of a and b in bytes: as
// Levenshtein, with an exchange of two neighbours as one edit and no part of
// the text edited twice. Texts over 64 bytes get their Levenshtein distance.
func Transposed(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return Distance(a, b)
	}
	var rows [3][65]int
	before, above, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

// Within tells whether Transposed(a, b) is at most most, looking only at the
// few cells of the table that can still be (Ukkonen, "Algorithms for
// approximate string matching", 1985). Unlike texts cost a few rows.
func Within(a, b string, most int) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > most {
		return false
	}
	for len(a) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 {
		return len(b) <= most
	}
	if len(b) > 64 {
		return Distance(a, b) <= most
	}
	const far = 1 << 20
	var rows [3][66]int
	before, above, row := &rows[0], &rows[1], &rows[2]
	for j := range min(len(b), most) + 1 {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-most), min(len(b), i+most)
		row[from-1] = far
		if from == 1 {
			row[0] = i
		}
		if to < len(b) || to == i+most {
			above[to] = min(above[to], far)
			if to == i+most {
				above[to] = far
			}
		}
		least := far
		for j := from; j <= to; j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return false
		}
		before, above, row = above, row, before
	}
	return above[len(b)] <= most
}

// AtMost is an upper bound of JaroWinkler(a, b), from the letters alone, to
// spare unlike texts the comparison.
func AtMost(a, b string) float64 {
	if a == "" || b == "" {
		return 0
	}
	var inA, inB uint64
	for i := range len(a) {
		inA |= 1 << (a[i] & 63)
	}
	for i := range len(b) {
		inB |= 1 << (b[i] & 63)
	}
	matches := float64(bits.OnesCount64(inA&inB) + min(len(a)-bits.OnesCount64(inA), len(b)-bits.OnesCount64(inB)))
	la, lb := float64(len(a)), float64(len(b))
	matches = min(matches, la, lb)
	if matches == 0 {
		return 0
	}
	jaro := (matches/la + matches/lb + 1) / 3
	common := 0
	for common < min(4, len(a), len(b)) && a[common] == b[common] {
		common++
	}
	return jaro + float64(common)*0.1*(1-jaro)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 128 {
			return false
		}
	}
	return true
}
