package main

import (
	"slices"
	"strings"
	"unicode"
)

// mess does to a row what bought lists have done to theirs: fields missing,
// case and diacritics lost; to a duplicate more, so that it takes comparing
// to see that it is one.
func (w *world) mess(d *dice, k *card, r *cells, duplicate bool) {
	w.lose(d, r)
	if duplicate {
		for range 1 + d.IntN(3) {
			w.spoil(d, k, r)
		}
	} else if d.chance(0.03) {
		w.spoil(d, k, r)
	}
	whole(d, r)
	if duplicate && d.chance(0.012) {
		questionMarks(r)
	}
	if r[email] == "" && r[phone] == "" && r[mobile] == "" && d.chance(0.95) {
		r[email] = k.email
	}
	if r[company] == "" && r[email] == "" {
		r[company] = k.firm.core
	}
}

// missing is how often a column is empty.
var missing = [columns]float64{jobTitle: 0.06, email: 0.1, phone: 0.1, mobile: 0.28, street: 0.05,
	postalCode: 0.05, city: 0.02, region: 0.12, country: 0.04, industryText: 0.04, employees: 0.1, revenue: 0.18,
	website: 0.08, company: 0.005, firstName: 0.015}

func (w *world) lose(d *dice, r *cells) {
	for i, p := range missing {
		if p > 0 && d.chance(p) {
			r[i] = ""
			if i == employees && d.chance(0.1) {
				r[i] = d.one([]string{"n/a", "-", "b.d.", "?"})
			}
		}
	}
}

// whole changes the row as a whole: the habits of whoever typed it.
func whole(d *dice, r *cells) {
	if d.chance(0.12) {
		for _, i := range [...]int{company, firstName, lastName, jobTitle, street, city, region} {
			r[i] = ascii(r[i])
		}
	}
	switch x := d.Float64(); {
	case x < 0.05:
		for _, i := range [...]int{company, firstName, lastName, city} {
			r[i] = strings.ToUpper(r[i])
		}
	case x < 0.09:
		r[lastName] = strings.ToUpper(r[lastName])
	case x < 0.11:
		for _, i := range [...]int{firstName, lastName, city} {
			r[i] = strings.ToLower(r[i])
		}
	}
	if d.chance(0.02) {
		i := d.IntN(columns)
		if r[i] != "" {
			r[i] = " " + r[i] + "  "
		}
	}
}

// questionMarks puts ? for every letter beyond ASCII, as a program did that
// the row went through.
func questionMarks(r *cells) {
	for i := range r {
		r[i] = strings.Map(func(c rune) rune {
			if c < 0x80 {
				return c
			}
			return '?'
		}, r[i])
	}
}

// spoil makes one of the differences that hide duplicates.
func (w *world) spoil(d *dice, k *card, r *cells) {
	f := &k.firm
	switch d.IntN(8) {
	case 0, 1:
		spoilCompany(d, f, r)
	case 2, 3:
		spoilName(d, k, r)
	case 4:
		spoilEmail(d, k, r)
	case 5:
		r[jobTitle] = titleText(d, k, []int{f.lang, f.lang, 0}[d.IntN(3)])
	case 6:
		r[street] = d.one([]string{typo(d, r[street]), abbreviate(r[street]), ""})
		if d.chance(0.4) {
			r[city], r[region], r[postalCode] = typo(d, r[city]), "", ""
		}
	default:
		w.age(d, k, r)
	}
}

func spoilCompany(d *dice, f *firm, r *cells) {
	switch d.IntN(7) {
	case 0, 1:
		r[company] = typo(d, f.spelled(usual(d, f.form)))
	case 2, 3:
		r[company] = f.core
	case 4:
		r[company] = strings.ToUpper(ascii(f.core))
	case 5:
		if len(f.form) > 1 {
			r[company] = f.spelled(d.one(f.form[1:]))
		}
	default: // as people call it: the name without what the firm does
		if f.known != "" {
			r[company] = f.known + " " + usual(d, f.form)
		}
	}
}

func spoilName(d *dice, k *card, r *cells) {
	switch d.IntN(9) {
	case 0:
		r[lastName] = typo(d, r[lastName])
	case 1:
		r[firstName] = typo(d, r[firstName])
	case 2, 3, 4:
		if r[firstName] != k.who.first { // swapped before, or gone
			return
		}
		r[firstName] = short(r[firstName])
		if k.who.nick != "" && d.chance(0.8) {
			r[firstName] = k.who.nick
		}
	case 5:
		r[firstName], r[lastName] = r[lastName], r[firstName]
	case 6:
		r[firstName], r[lastName] = "", r[lastName]+" "+r[firstName]
	case 7:
		r[firstName] += " " + initials(d)[:1] + "."
	default: // one half of a double surname
		if head, tail, found := strings.Cut(r[lastName], "-"); found {
			r[lastName] = d.one([]string{head, tail, tail + "-" + head})
		}
	}
}

// spoilEmail shows the front door, another vendor's guess at the address, or
// none.
func spoilEmail(d *dice, k *card, r *cells) {
	f := &k.firm
	switch {
	case f.freeMail != "" || d.chance(0.3):
		r[email] = ""
	case d.chance(0.4):
		r[email] = d.one(frontDoors[f.plan.country]) + "@" + f.domain
	case d.chance(0.4):
		r[email] = strings.ToUpper(r[email])
	default:
		r[email] = local(d.IntN(9), mailPart(k.who.first), mailPart(k.who.last)) + "@" + f.domain
	}
}

// age shows the contact as of another year, or the mobile where the phone
// should stand.
func (w *world) age(d *dice, k *card, r *cells) {
	f, land := &k.firm, k.firm.plan.country
	switch d.IntN(3) {
	case 0:
		r[phone], r[mobile] = k.who.mobile.spelled(d, land), ""
	case 1:
		r[employees] = staffText(d, land, 1+int(float64(f.staff)*(0.7+0.5*d.Float64())))
		r[revenue] = revenueText(d, land, f.revenue*(0.7+0.5*d.Float64()))
	default:
		r[phone] = ""
		r[street], r[postalCode] = "", ""
	}
}

// short is a given name's initial.
func short(name string) string {
	for _, c := range name {
		return string(c) + "."
	}
	return ""
}

// typo swaps, drops, doubles or replaces one letter within a word.
func typo(d *dice, s string) string {
	r := []rune(s)
	for range 8 {
		if len(r) < 4 {
			break
		}
		i := 1 + d.IntN(len(r)-2)
		if !unicode.IsLetter(r[i-1]) || !unicode.IsLetter(r[i]) || !unicode.IsLetter(r[i+1]) {
			continue
		}
		switch d.IntN(4) {
		case 0:
			r[i], r[i+1] = r[i+1], r[i]
		case 1:
			r = slices.Delete(r, i, i+1)
		case 2:
			r = slices.Insert(r, i, r[i])
		default:
			r[i] = rune("aeinorstlk"[d.IntN(10)])
		}
		return string(r)
	}
	return s
}

// abbreviate writes the street's kind the short way, or leaves it out.
func abbreviate(street string) string { return shortStreet.Replace(street) }

var shortStreet = strings.NewReplacer("ul. ", "", "al. ", "Aleja ", "Str. ", "Strada ", " nr. ", " ", "Bd. ", "B-dul ",
	"straße", "str.", "Straße", "Str.", "veien", "vn.", "gata", "gt.", "boulevard", "Bd", "avenue", "Av.", "rue ", "R. ",
	" Street", " St", " Road", " Rd", " Avenue", " Ave", " Boulevard", " Blvd", " Drive", " Dr", " Lane", " Ln")
