package clean

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// TestTitleAccuracy holds floors for the share of right seniorities and
// departments in testdata/titles_labelled.csv, per author and language. The
// second author gave one label where the others give two or three to doubtful
// titles, so that the floors of part 4 are lower. Polish, Romanian and
// Norwegian titles are read with their country, on which their false friends
// depend; the others without one, as in most lists.
func TestTitleAccuracy(t *testing.T) {
	file, err := os.Open("testdata/titles_labelled.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	type group struct{ author, language string }
	type score struct{ titles, seniority, department int }
	scores := map[group]*score{}
	for _, row := range rows[1:] {
		language, title := row[1], row[2]
		country := ""
		switch language {
		case "pl", "ro", "no":
			country = strings.ToUpper(language)
		}
		job := ParseTitle(title, country)
		rank, field := accepts(row[3], job.Seniority), accepts(row[4], job.Department)
		if !rank || !field {
			t.Logf("%s, part %s: %q is %s, %s; labelled %s, %s", language, row[0], title, job.Seniority, job.Department, row[3], row[4])
		}
		key := group{"first", language}
		switch row[0] {
		case "4":
			key.author = "second"
		case "5", "6":
			key.author = "third"
		}
		s := scores[key]
		if s == nil {
			s = new(score)
			scores[key] = s
		}
		s.titles++
		if rank {
			s.seniority++
		}
		if field {
			s.department++
		}
	}
	for _, floor := range []struct {
		key                   group
		seniority, department float64
	}{
		{group{"first", "de"}, 0.98, 0.97}, {group{"first", "en"}, 0.98, 0.97}, {group{"first", "fr"}, 0.98, 0.97},
		{group{"first", "pl"}, 0.97, 0.94}, {group{"first", "ro"}, 0.97, 0.94}, {group{"first", "no"}, 0.97, 0.94},
		{group{"second", "de"}, 0.87, 0.85}, {group{"second", "en"}, 0.89, 0.87}, {group{"second", "fr"}, 0.91, 0.89},
		{group{"third", "de"}, 0.97, 0.97}, {group{"third", "en"}, 0.97, 0.97}, {group{"third", "fr"}, 0.97, 0.97},
		{group{"third", "pl"}, 0.96, 0.96}, {group{"third", "ro"}, 0.95, 0.95}, {group{"third", "no"}, 0.96, 0.96},
		{group{"third", "es"}, 0.9, 0.9}, {group{"third", "it"}, 0.9, 0.9}, {group{"third", "nl"}, 0.9, 0.9},
	} {
		s := scores[floor.key]
		if s == nil {
			t.Fatalf("no titles of %v", floor.key)
		}
		seniority, department := float64(s.seniority)/float64(s.titles), float64(s.department)/float64(s.titles)
		t.Logf("%v: %d titles, seniority %.3f, department %.3f", floor.key, s.titles, seniority, department)
		if seniority < floor.seniority || department < floor.department {
			t.Errorf("%v is below its floors %.2f and %.2f", floor.key, floor.seniority, floor.department)
		}
	}
}

// accepts tells whether a label, or one of several joined by |, is the answer.
func accepts(labels, answer string) bool {
	for label := range strings.SplitSeq(labels, "|") {
		if label == answer {
			return true
		}
	}
	return false
}
