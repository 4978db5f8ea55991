package similar

// Jaro is the Jaro similarity of a and b in [0,1], byte by byte: characters
// match when equal and no further apart than half the longer text less one;
// half the matches out of order are transpositions, rounded down.
//
// Jaro, "Advances in record-linkage methodology as applied to matching the
// 1985 census of Tampa, Florida", JASA 84 (1989). Two empty texts are 1, one
// empty text 0. Texts over 64 bytes are compared by their first 64.
func Jaro(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) > 64 {
		a = a[:64]
	}
	if len(b) > 64 {
		b = b[:64]
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	reach := max(0, max(len(a), len(b))/2-1)
	var usedA, usedB uint64
	matches := 0
	for i := range len(a) {
		for j := max(0, i-reach); j < min(len(b), i+reach+1); j++ {
			if usedB&(1<<j) == 0 && a[i] == b[j] {
				usedA |= 1 << i
				usedB |= 1 << j
				matches++
				break
			}
		}
	}
	if matches == 0 {
		return 0
	}
	moved, j := 0, 0
	for i := range len(a) {
		if usedA&(1<<i) == 0 {
			continue
		}
		for usedB&(1<<j) == 0 {
			j++
		}
		if a[i] != b[j] {
			moved++
		}
		j++
	}
	m := float64(matches)
	return (m/float64(len(a)) + m/float64(len(b)) + (m-float64(moved/2))/m) / 3
}

// JaroWinkler is Jaro raised for a common beginning of up to four characters,
// a tenth of the missing part each, whatever the Jaro value.
//
// Winkler, "String comparator metrics and enhanced decision rules in the
// Fellegi-Sunter model of record linkage" (1990). Libraries disagree on a
// threshold of 0.7 below which nothing is raised; here there is none, as in
// the paper.
func JaroWinkler(a, b string) float64 {
	jaro := Jaro(a, b)
	common := 0
	for common < min(4, len(a), len(b)) && a[common] == b[common] {
		common++
	}
	return jaro + float64(common)*0.1*(1-jaro)
}
