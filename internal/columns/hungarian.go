package columns

import "math"

// maximum solves the assignment problem for a gain matrix of fields by
// columns: the column of each row, or -1. Gains of zero or less are never
// used. The method is Kuhn's with potentials, O(rows² columns).
func maximum(gain [][]float64, columns int) []int {
	rows := len(gain)
	width := columns + rows // a column of zero gain for every row: leave it empty
	cost := func(r, c int) float64 {
		if c < columns && gain[r][c] > 0 {
			return -gain[r][c]
		}
		if c >= columns {
			return 0
		}
		return 1 // worse than leaving the row empty
	}
	u, v := make([]float64, rows+1), make([]float64, width+1)
	match, way := make([]int, width+1), make([]int, width+1)
	for r := 1; r <= rows; r++ {
		match[0] = r
		at := 0
		least := make([]float64, width+1)
		used := make([]bool, width+1)
		for c := range least {
			least[c] = math.Inf(1)
		}
		for match[at] != 0 {
			used[at] = true
			row, delta, next := match[at], math.Inf(1), 0
			for c := 1; c <= width; c++ {
				if used[c] {
					continue
				}
				if reduced := cost(row-1, c-1) - u[row] - v[c]; reduced < least[c] {
					least[c], way[c] = reduced, at
				}
				if least[c] < delta {
					delta, next = least[c], c
				}
			}
			for c := 0; c <= width; c++ {
				if used[c] {
					u[match[c]] += delta
					v[c] -= delta
				} else {
					least[c] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			match[at] = match[way[at]]
			at = way[at]
		}
	}
	out := make([]int, rows)
	for r := range out {
		out[r] = -1
	}
	for c := 1; c <= columns; c++ {
		if match[c] > 0 {
			out[match[c]-1] = c - 1
		}
	}
	return out
}
