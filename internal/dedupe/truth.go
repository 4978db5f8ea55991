package dedupe

import (
	"cmp"
	"maps"
	"slices"
)

// Accuracy compares a clustering with the truth: over pairs of rows, and by
// row (B-cubed: Bagga and Baldwin, "Algorithms for scoring coreference
// chains", 1998).
type Accuracy struct {
	Precision       float64 `json:"precision"`
	Recall          float64 `json:"recall"`
	F1              float64 `json:"f1"`
	BCubedPrecision float64 `json:"bcubed_precision"`
	BCubedRecall    float64 `json:"bcubed_recall"`
	BCubedF1        float64 `json:"bcubed_f1"`
	TruePairs       int64   `json:"true_pairs"`
	FoundPairs      int64   `json:"found_pairs"`
	RightPairs      int64   `json:"right_pairs"`
}

// Score compares found groups with true ones: both give the group of each
// row, in the same order. Rows whose truth is empty count as alone.
func Score(found []uint32, truth []string) Accuracy {
	type cell struct {
		found uint32
		truth string
	}
	groups, classes, cells := map[uint32]int64{}, map[string]int64{}, map[cell]int64{}
	alone := int64(0)
	for i, f := range found {
		groups[f]++
		if truth[i] == "" {
			alone++
			continue
		}
		classes[truth[i]]++
		cells[cell{f, truth[i]}]++
	}
	var a Accuracy
	for _, n := range groups {
		a.FoundPairs += pairsOf(int(n))
	}
	for _, n := range classes {
		a.TruePairs += pairsOf(int(n))
	}
	// Whole numbers first: sums of fractions would follow the map's order.
	var inGroup, inClass = map[[2]int64]int64{}, map[[2]int64]int64{}
	for c, n := range cells {
		a.RightPairs += pairsOf(int(n))
		inGroup[[2]int64{n * n, groups[c.found]}]++
		inClass[[2]int64{n * n, classes[c.truth]}]++
	}
	for i, f := range found {
		if truth[i] == "" {
			inGroup[[2]int64{1, groups[f]}]++
		}
	}
	a.Precision, a.Recall = share(a.RightPairs, a.FoundPairs), share(a.RightPairs, a.TruePairs)
	a.F1 = harmonic(a.Precision, a.Recall)
	rows := float64(max(len(found), 1))
	a.BCubedPrecision = sumOf(inGroup) / rows
	a.BCubedRecall = (sumOf(inClass) + float64(alone)) / rows
	a.BCubedF1 = harmonic(a.BCubedPrecision, a.BCubedRecall)
	return a
}

func share(part, whole int64) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// BestCut is the probability at which pairs alone, without clustering, would
// have the best F1 against the truth, and that F1. truth is indexed by record
// id.
func (res *Result) BestCut(truth []string) (cut, f1 float64) {
	l := res.linker
	var total int64
	classes := map[string]int64{}
	for _, t := range truth {
		if t != "" {
			classes[t]++
		}
	}
	for _, n := range classes {
		total += pairsOf(int(n))
	}
	right, wrong := new(histogram), new(histogram)
	for i := range l.rows.rows { // exact repetitions are pairs at any cut
		same := l.rows.of(uint32(i))
		tallyPairs(l, same, same, truth, right, wrong, float64(len(right)))
	}
	for _, k := range res.links {
		if k.kind != personLink && !l.reference(k.a) && !l.reference(k.b) {
			tallyPairs(l, l.rows.of(k.a), l.rows.of(k.b), truth, right, wrong, float64(k.bits))
		}
	}
	var found, hits int64
	for i := len(right) - 1; i >= 0; i-- {
		if right[i]+wrong[i] == 0 {
			continue
		}
		found += right[i] + wrong[i]
		hits += right[i]
		if f := harmonic(share(hits, found), share(hits, total)); f > f1 {
			f1, cut = f, l.model.probability(right.bits(i))
		}
	}
	return cut, f1
}

func tallyPairs(l *linker, as, bs []uint32, truth []string, right, wrong *histogram, bits float64) {
	of := func(row uint32) string {
		if id := l.x.ids[row]; int(id) < len(truth) {
			return truth[id]
		}
		return ""
	}
	for i, a := range as {
		others := bs
		if &as[0] == &bs[0] {
			others = bs[i+1:]
		}
		for _, b := range others {
			if t := of(a); t != "" && t == of(b) {
				right.add(bits)
			} else {
				wrong.add(bits)
			}
		}
	}
}

// sumOf adds the fractions n/d, each as often as it was counted, in the order
// of the fractions.
func sumOf(counted map[[2]int64]int64) float64 {
	var sum float64
	for _, f := range slices.SortedFunc(maps.Keys(counted), func(a, b [2]int64) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		sum += float64(f[0]) / float64(f[1]) * float64(counted[f])
	}
	return sum
}
