package dedupe

import (
	"strings"
	"testing"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// A list of a few rows tells nothing about how rare its values are: what is
// plainly one is merged by the shipped weights, and what is only alike is not.
func TestSmallLists(t *testing.T) {
	companies := []contact.Field{contact.Company, contact.City}
	people := []contact.Field{contact.FirstName, contact.LastName, contact.Company, contact.City}
	for name, list := range map[string]struct {
		cut    string
		fields []contact.Field
		rows   string // one a line, the first letter naming who it is
	}{
		"companies": {DefaultCut, companies, `a,muller maschinenbau,
a,mueller maschinenbau,
b,orland transport,
b,orland transport,lublin
c,orland meble,
d,northwind traders,
d,northwnd traders,
e,brightwater,
f,brightwater international,`},
		"towns": {DefaultCut, companies, `a,ashford plumbing,york
a,ashford plumbing,york
b,delta systems,hull
c,delta systems,bristol
d,lukasz budowa,lodz`},
		"people": {"f1", people, `a,halina,wroniecka,meblex,poznan
a,halina,wroniekca,meblex,poznan
b,jan,biegun,meblex,poznan
c,piotr,zielinski,budomax,lodz
c,piotr,zielinski,budomax,
d,carl,denby,acme,
e,carl,denby,orion,
f,robert,miller,orion,
f,bob,miller,orion,`},
		"a family": {DefaultCut, people, `a,maria,lis,tartak lis,lublin
b,marek,lis,tartak lis,lublin
c,ewa,wilk,huta wilk,lublin`},
	} {
		l := newLookalike(1)
		for line := range strings.Lines(list.rows) {
			cells := strings.Split(strings.TrimSpace(line), ",")
			values := map[contact.Field]string{}
			for i, field := range list.fields {
				values[field] = market.Key(cells[i+1])
			}
			l.add(cells[0], values)
		}
		x := NewIndex(Config{Cut: list.cut})
		for _, r := range l.rows {
			x.Add(r)
		}
		res, err := x.Cluster(t.Context(), 1, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := range l.rows {
			for j := range i {
				if same := res.Contact[i] == res.Contact[j]; same != (l.truth[i] == l.truth[j]) {
					t.Errorf("%s: rows %d and %d are one: %v; %s", name, j+1, i+1, same,
						Waterfall(res.Evidence(uint32(j), uint32(i)), res.Probability(uint32(j), uint32(i))))
				}
			}
		}
	}
}
