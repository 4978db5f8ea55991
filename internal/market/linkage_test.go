package market

import (
	"math"
	"testing"
)

func TestLinkageWeightsAddUp(t *testing.T) {
	m, u := map[string]float64{}, map[string]float64{}
	for _, w := range LinkageWeights() {
		if w.M <= 0 || w.M >= 1 || w.U <= 0 || w.U >= 1 {
			t.Errorf("%s %s: m %g, u %g are not in (0,1)", w.Comparison, w.Level, w.M, w.U)
		}
		m[w.Comparison] += w.M
		u[w.Comparison] += w.U
	}
	if len(m) < 15 {
		t.Fatalf("%d comparisons, want all", len(m))
	}
	for name := range m {
		if math.Abs(m[name]-1) > 0.001 || math.Abs(u[name]-1) > 0.001 {
			t.Errorf("%s: m adds up to %g, u to %g", name, m[name], u[name])
		}
	}
}
