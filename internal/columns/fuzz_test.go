package columns

import (
	"strings"
	"testing"

	"goldpan/internal/contact"
)

// FuzzMap maps whatever labels and cells there are: nothing panics, and every
// filled cell that is not masked is found again.
func FuzzMap(f *testing.F) {
	f.Add("Name|Phone|PESEL", "Anna Brzozak|+48 22 555 01 01|44051401359")
	f.Add("Revenue (in 000s USD)|City, State ZIP|#", "1,234.5|Springfield, IL 62701|1")
	f.Add("|column 2|Unnamed: 3", "€|\u00a0|É")
	f.Add("by|bm|bd", "1942|6|7")
	f.Fuzz(func(t *testing.T, labels, row string) {
		header, cells := strings.Split(labels, "|"), strings.Split(row, "|")
		if len(header) > 40 || len(cells) > 40 {
			return
		}
		m, _ := Map(header, [][]string{cells, cells, cells}, Options{Path: labels})
		if len(m.Columns) != len(header) {
			t.Fatalf("%d columns of %d", len(m.Columns), len(header))
		}
		m.Mask(cells)
		var r contact.Record
		m.Apply(cells, &r)
		for i, c := range m.Columns {
			if i >= len(cells) || cells[i] == "" || c.Field != contact.NoField || c.Masked {
				continue
			}
			found := false
			for _, e := range r.Extras {
				found = found || int(e.Label) == i && e.Value == cells[i]
			}
			if !found {
				t.Errorf("column %d %q is lost", i, c.Label)
			}
		}
	})
}
