package main

import "strings"

// person is a human drawn in full.
type person struct {
	woman       bool
	first, nick string
	last        string
	lastMan     string // the surname in the form firms carry it
	mobile      number
}

// person draws person i.
func (w *world) person(i uint32) person {
	plan := &w.people[i]
	l := &w.lands[plan.country]
	family := ""
	if plan.family > 0 {
		family = w.familyName(plan.family - 1)
	}
	d := w.dice.of(personKind, uint64(i))
	p := person{woman: d.chance(0.42)}
	names, weights := l.men, l.menBag
	if p.woman {
		names, weights = l.women, l.womenBag
	}
	k := d.from(weights)
	if plan.family > 0 { // no two of a family bear one name
		k = (int(plan.family)*5 + int(plan.sibling)*7) % len(names)
	}
	p.first, p.nick = names[k].name, names[k].short
	p.lastMan = family
	if family == "" {
		p.lastMan = l.surname(d)
	}
	if family == "" && d.chance(0.03) && !strings.ContainsAny(p.lastMan, "- ") {
		joint := "-"
		if countries[plan.country] == "NO" {
			joint = " "
		}
		p.lastMan += joint + l.surnames[d.from(l.surnameBag)]
	}
	p.last = p.lastMan
	if p.woman && countries[plan.country] == "PL" {
		p.last = polishWoman(p.last)
	}
	area := "mobile"
	if plan.area != "" {
		area = plan.area
	}
	p.mobile = l.number(area, plan.mobile)
	return p
}

// familyName is the surname of the family behind a firm.
func (w *world) familyName(firm uint32) string {
	return w.lands[w.firms[firm].country].surname(w.dice.of(familyKind, uint64(firm)))
}

// surname draws a surname: common ones most often, and now and then one of
// the long tail of rare ones.
func (l *land) surname(d *dice) string {
	if d.chance(0.28) {
		stem, tail := d.one(l.stems), d.one(l.tails)
		return stem + strings.TrimPrefix(tail, stem[len(stem)-1:])
	}
	return l.surnames[d.from(l.surnameBag)]
}

// polishWoman is a surname in its feminine form: -ski, -cki, -dzki change.
func polishWoman(name string) string {
	parts := strings.Split(name, "-")
	for i, p := range parts {
		for _, end := range []string{"ski", "cki", "dzki"} {
			if strings.HasSuffix(p, end) {
				parts[i] = strings.TrimSuffix(p, "i") + "a"
			}
		}
	}
	return strings.Join(parts, "-")
}
