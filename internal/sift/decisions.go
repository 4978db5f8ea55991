package sift

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/source"
)

// decided is a pair that a person decided about, by where its rows stand.
type decided struct {
	a, b       contact.List
	rowA, rowB int32
	same       bool
}

// decisionColumns are what a decided file must have: review.csv and the Review
// sheet of the call list do.
var decisionColumns = []string{"decision", "list_a", "sheet_a", "row_a", "list_b", "sheet_b", "row_b"}

// loadDecisions reads the decided pairs that the profile and the flags name.
func (run *run) loadDecisions(ctx context.Context) error {
	for _, path := range run.decisionFiles() {
		if err := run.loadDecided(ctx, path); err != nil {
			return err
		}
	}
	return nil
}

func (run *run) decisionFiles() []string {
	files := run.job.Decisions
	if own := run.job.Profile.Dedupe.Decisions; own != "" {
		files = append([]string{shown(own)}, files...)
	}
	return files
}

func (run *run) loadDecided(ctx context.Context, path string) error {
	file, err := source.Open(ctx, path, source.Options{})
	if err != nil {
		return &Refusal{What: err.Error() + " (decisions)", Hint: "give back review.csv or the call list workbook, with same or different filled in"}
	}
	defer file.Close()
	found := false
	for _, t := range file.Tables {
		at := decisionPlaces(t.Header)
		if at == nil {
			continue
		}
		found = true
		for row, err := range t.Rows(ctx) {
			if err != nil {
				return err
			}
			if row.Kind != source.DataRow {
				continue
			}
			if err := run.decide(path, row, at); err != nil {
				return err
			}
		}
	}
	if !found {
		return &Refusal{What: path + ": holds no decisions: columns " + strings.Join(decisionColumns, ", ") + " are missing",
			Hint: "give back review.csv or the call list workbook as goldpan wrote it, with the decision column filled in", Usage: true}
	}
	return nil
}

// decisionPlaces finds the columns, nil when the table has other ones.
func decisionPlaces(header []string) []int {
	at := make([]int, len(decisionColumns))
	for i, name := range decisionColumns {
		at[i] = slices.IndexFunc(header, func(label string) bool { return strings.EqualFold(strings.TrimSpace(label), name) })
		if at[i] < 0 {
			return nil
		}
	}
	return at
}

func (run *run) decide(path string, row source.Row, at []int) error {
	cell := func(i int) string { return row.Cells[at[i]] }
	word := strings.ToLower(strings.TrimSpace(cell(0)))
	switch word {
	case "":
		return nil
	case "same", "different":
	default:
		return &Refusal{What: fmt.Sprintf("%s:%d: decision %q is not known", path, row.Number, word), Hint: "write same or different, or leave it empty", Usage: true}
	}
	rowA, errA := strconv.Atoi(strings.TrimSpace(cell(3)))
	rowB, errB := strconv.Atoi(strings.TrimSpace(cell(6)))
	if errA != nil || errB != nil {
		return &Refusal{What: fmt.Sprintf("%s:%d: row_a and row_b must be numbers", path, row.Number), Hint: "leave these columns as goldpan wrote them", Usage: true}
	}
	run.decisions = append(run.decisions, decided{
		a: contact.List{Path: cell(1), Sheet: cell(2)}, rowA: int32(rowA),
		b: contact.List{Path: cell(4), Sheet: cell(5)}, rowB: int32(rowB), same: word == "same",
	})
	return nil
}

// decisionsFor are the decisions about rows of this run's lists. Others wait
// for the run that reads their lists.
func (run *run) decisionsFor() []dedupe.Decision {
	index := map[contact.List]int32{}
	for _, l := range run.lists {
		index[l.name] = l.index
	}
	var out []dedupe.Decision
	for _, d := range run.decisions {
		a, okA := index[tidy(d.a)]
		b, okB := index[tidy(d.b)]
		if okA && okB {
			out = append(out, dedupe.Decision{A: contact.Origin{List: a, Row: d.rowA}, B: contact.Origin{List: b, Row: d.rowB}, Same: d.same})
		}
	}
	return out
}

// tidy makes two spellings of a list's path one.
func tidy(l contact.List) contact.List {
	l.Path = filepath.ToSlash(filepath.Clean(l.Path))
	return l
}
