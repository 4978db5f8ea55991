package delimited

import (
	"bytes"
	"io"
)

// rate is how well a dialect explains a sample, and its usual width.
func rate(sample []byte, d Dialect) (score float64, width int) {
	widths := map[int]int{}
	var values, cells, typed float64
	rows, troubled, enclosed := 0, 0, 0
	r := NewReader(bytes.NewReader(sample), d, 0, len(sample)+1)
	for rows < sniffRows {
		rec, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0
		}
		if rec.Blank || allBlank(rec.Cells) && len(rec.Cells) == 1 {
			continue
		}
		rows++
		widths[len(rec.Cells)]++
		if rec.Trouble&(StrayQuote|OpenQuote) != 0 || d.Quote == '\'' && swallows(rec, d) {
			troubled++
		}
		if n := len(rec.Raw); d.Quote != 0 && n > 1 && rec.Raw[0] == d.Quote && rec.Raw[n-1] == d.Quote {
			enclosed++
		}
		for _, cell := range rec.Cells {
			v := value(cell, d)
			values += v
			cells++
			if v == 1 {
				typed++
			}
		}
	}
	if rows == 0 {
		return 0, 0
	}
	width = modal(widths)
	pattern := 0.0
	for w, n := range widths {
		share := float64(n) / float64(rows)
		pattern += share * share * max(.001, float64(w-1)) / float64(w)
	}
	quality := values / cells
	if width == 1 {
		// One column: believable when its lines are values themselves.
		share := float64(enclosed-troubled) / float64(rows)
		score = .02 + .45*typed/cells*quality*quality + .4*max(0, share-.5)
		if d.Quote == '"' && enclosed > 0 && troubled == 0 {
			score += .005 // few cells need quotes where there is no delimiter; nothing speaks against these
		}
		return score, 1
	}
	if rare := d.Delimiter == " " || d.Delimiter == ":" || d.Delimiter == "/"; rare && typed/cells < .3 {
		pattern *= .4
		if share := float64(widths[width]) / float64(rows); share < .6 || width < 3 {
			pattern *= .3
		}
	}
	if d.Quote == '"' {
		troubled = max(0, troubled-1) // one broken row says little
	}
	clean := 1 - .8*float64(troubled)/float64(rows)
	switch {
	case d.Quote != '\'' || troubled == 0 && bytes.Contains(sample, []byte("''")):
	case troubled == 0:
		clean *= .997
	default:
		clean *= .98
	}
	return pattern * quality * clean * trust(d.Delimiter, d.Runs), width
}

// swallows tells whether a record of several lines has as many cells as its
// first line alone: an apostrophe at the start of a cell was no quote.
func swallows(rec *Record, d Dialect) bool {
	first, _, several := bytes.Cut(rec.Raw, []byte("\n"))
	return several && d.Delimiter != "" && bytes.Count(first, []byte(d.Delimiter))+1 == len(rec.Cells)
}

func allBlank(cells []string) bool {
	for _, c := range cells {
		if !isBlank(c) {
			return false
		}
	}
	return true
}

// modal is the most frequent width; of equals the larger.
func modal(widths map[int]int) int {
	best, times := 0, 0
	for w, n := range widths {
		if n > times || n == times && w > best {
			best, times = w, n
		}
	}
	return best
}
