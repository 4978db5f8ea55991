package clean

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// TestTitleAccuracy holds floors for the share of right seniorities and
// departments in testdata/titles_labelled.csv, per language. German, English
// and French titles are read without a country, as in most lists; the others
// with theirs, on which their false friends depend.
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
	type score struct{ titles, seniority, department int }
	scores := map[string]*score{}
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
		s := scores[language]
		if s == nil {
			s = new(score)
			scores[language] = s
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
		key                   string
		seniority, department float64
	}{
		{"de", 0.98, 0.97}, {"en", 0.98, 0.97}, {"fr", 0.98, 0.97},
		{"pl", 0.97, 0.94}, {"ro", 0.97, 0.94}, {"no", 0.97, 0.94},
	} {
		s := scores[floor.key]
		if s == nil {
			t.Fatalf("no titles of %s", floor.key)
		}
		seniority, department := float64(s.seniority)/float64(s.titles), float64(s.department)/float64(s.titles)
		t.Logf("%s: %d titles, seniority %.3f, department %.3f", floor.key, s.titles, seniority, department)
		if seniority < floor.seniority || department < floor.department {
			t.Errorf("%s is below its floors %.2f and %.2f", floor.key, floor.seniority, floor.department)
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
