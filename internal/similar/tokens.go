package similar

// Tokens is how much of two token lists is shared, in [0,1]: twice the shared
// weight over the whole weight (Dice). Each token of a is matched with at most
// one of b: the equal one, or else the first one within one edit when both
// have at least five characters, which counts four fifths. weight gives a
// token's weight; rare tokens should weigh more.
func Tokens(a, b []string, weight func(token string) float64) float64 {
	var shared, whole float64
	for _, t := range b {
		whole += weight(t)
	}
	used := make([]bool, len(b))
	for _, t := range a {
		w := weight(t)
		whole += w
		if j, part := counterpart(t, b, used); part > 0 {
			used[j] = true
			shared += part * (w + weight(b[j]))
		}
	}
	if whole == 0 {
		return 0
	}
	return shared / whole
}

func counterpart(t string, among []string, used []bool) (int, float64) {
	for j, u := range among {
		if !used[j] && t == u {
			return j, 1
		}
	}
	for j, u := range among {
		if !used[j] && len(t) >= 5 && len(u) >= 5 && OneEdit(t, u) {
			return j, 0.8
		}
	}
	return 0, 0
}
