package market

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/rating_scales.csv
var ratingFile string

// ratingBand is a row of a rating scale: a range of numbers or marks by name.
type ratingBand struct {
	lo, hi float64
	level  string
}

type ratingScale struct {
	bands []ratingBand
	marks map[string]string
}

var ratingScales = sync.OnceValue(func() map[string]*ratingScale {
	scales := map[string]*ratingScale{}
	for row := range dataRows(ratingFile) {
		scale := scales[row[0]]
		if scale == nil {
			scale = &ratingScale{marks: map[string]string{}}
			scales[row[0]] = scale
		}
		for _, mark := range strings.Fields(row[2]) {
			lo, hi, isRange := strings.Cut(mark, "..")
			if isRange {
				from, _ := strconv.ParseFloat(lo, 64)
				to, _ := strconv.ParseFloat(hi, 64)
				scale.bands = append(scale.bands, ratingBand{from, to, row[1]})
			} else {
				scale.marks[mark] = row[1]
			}
		}
	}
	return scales
})

// CommonRating brings a mark of a scale (creditsafe, dnb, aaa, creditreform,
// coface, bdf, bdf-old, paydex, agency, fico) onto "0" to "4", 4 the best.
func CommonRating(scale, mark string) (level string, ok bool) {
	s := ratingScales()[scale]
	if s == nil {
		return "", false
	}
	if level, ok = s.marks[mark]; ok {
		return level, level != ""
	}
	v, err := strconv.ParseFloat(strings.Replace(mark, ",", ".", 1), 64)
	if err != nil {
		return "", false
	}
	for _, band := range s.bands {
		if v >= band.lo && v <= band.hi {
			return band.level, true
		}
	}
	return "", false
}

// RatingWord brings a rating in words ("niskie ryzyko", "hohes Risiko",
// "risque élevé") onto "0" to "4". Words of risk only: "high" alone does not
// tell what is high.
func RatingWord(text string) (level string, ok bool) {
	level, ok = ratingScales()["words"].marks[strings.ReplaceAll(Key(text), " ", "_")]
	return level, ok
}
