package market

import (
	_ "embed"
	"strconv"
	"sync"
)

//go:embed data/linkage_weights.csv
var linkageFile string

// LinkageWeight is how often a comparison reaches a level: M among pairs that
// are the same contact, U among pairs that are not, both in (0,1).
type LinkageWeight struct {
	Comparison, Level string
	M, U              float64
}

// LinkageWeights are the built-in weights of record linkage, levels in rising
// order within each comparison. The slice is shared: callers must not change
// it.
var LinkageWeights = sync.OnceValue(func() []LinkageWeight {
	var all []LinkageWeight
	for row := range dataRows(linkageFile) {
		m, _ := strconv.ParseFloat(row[2], 64)
		u, _ := strconv.ParseFloat(row[3], 64)
		all = append(all, LinkageWeight{Comparison: row[0], Level: row[1], M: m, U: u})
	}
	return all
})
