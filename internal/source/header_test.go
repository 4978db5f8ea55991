package source

import (
	"strings"
	"testing"
)

// TestHeaderOrData decides by the values whether the first row names the
// columns.
func TestHeaderOrData(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		row  int
	}{
		"labels over numbers":    {"a,b\n1,2\n3,4\n", 1},
		"labels over texts":      {"Name,City,Country\nAlice,Oslo,Norway\nBob,Bergen,Norway\n", 1},
		"one year":               {"Name,2020\nAlice,12.5\nBob,13\n", 1},
		"birth years":            {"Alice,1985\nBob,1990\nCid,1971\n", 0},
		"numbers over numbers":   {"1,2\n3,4\n5,6\n", 0},
		"a person":               {"Jan;Nowak;jan@example.com;600123456\nEwa;Lis;ewa@example.com;600123457\n", 0},
		"a value that recurs":    {"Alice,StreetA,TEST5\nBob,StreetB,TEST5\n", 0},
		"a lone label":           {"a,,\n123,x,y\n345,z,w\n", 1},
		"blank label":            {"a,,c\n1,x,2\n3,y,4\n", 1},
		"only a header":          {"name,email,phone\n", 1},
		"only a row":             {"Ann,ann@example.com,12\n", 0},
		"emails alone":           {"ann@example.com\nbob@example.com\n", 0},
		"rows all alike":         {strings.Repeat("same,same\n", 20), 0},
		"notes in two columns":   {"some notes...\nmore notes,...\nnumber,text,date\n345.0,x,2000-12-13\n", 3},
		"label missing at right": {"foo,bar,baz\n1,2,3,4\n", 1},
	} {
		t.Run(name, func(t *testing.T) {
			if got := readText(t, c.text, Options{})[0].HeaderRow; got != c.row {
				t.Errorf("header in row %d, want %d", got, c.row)
			}
		})
	}
}
