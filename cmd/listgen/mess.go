package main

import "strings"

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
	if r[email] == "" && r[phone] == "" && r[mobile] == "" && d.chance(0.95) {
		r[email] = k.email
	}
	if r[company] == "" && r[email] == "" {
		r[company] = k.firm.core
	}
}

// missing is how often a column is empty.
var missing = [columns]float64{jobTitle: 0.06, email: 0.1, phone: 0.12, mobile: 0.35, street: 0.06,
	postalCode: 0.06, city: 0.03, region: 0.15, country: 0.05, industryText: 0.06, employees: 0.12, revenue: 0.25,
	website: 0.12, company: 0.005, firstName: 0.015}

func (w *world) lose(d *dice, r *cells) {
	for i, p := range missing {
		if p > 0 && d.chance(p) {
			r[i] = ""
			if i == int(employees) && d.chance(0.1) {
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

// spoil makes one of the differences that hide duplicates.
func (w *world) spoil(d *dice, k *card, r *cells) {
	f, land := &k.firm, k.firm.plan.country
	switch d.IntN(20) {
	case 0:
		r[lastName] = typo(d, r[lastName])
	case 1:
		r[firstName] = typo(d, r[firstName])
	case 2, 3:
		r[company] = typo(d, f.spelled(usual(d, f.form)))
	case 4, 5:
		r[company] = f.core
	case 6:
		if len(f.form) > 0 {
			r[company] = f.spelled(d.one(f.form[1:]))
		}
	case 7, 8:
		if k.who.nick != "" {
			r[firstName] = k.who.nick
		} else {
			r[firstName] = short(r[firstName])
		}
	case 9:
		r[firstName] = short(r[firstName])
	case 10:
		r[firstName], r[lastName] = r[lastName], r[firstName]
	case 11:
		r[firstName], r[lastName] = "", r[lastName]+" "+r[firstName]
	case 12:
		if f.freeMail == "" {
			r[email] = d.one(frontDoors[land]) + "@" + f.domain
		}
	case 13:
		r[email] = ""
	case 14:
		r[email] = strings.ToUpper(r[email][:min(1, len(r[email]))]) + r[email][min(1, len(r[email])):]
		r[jobTitle] = titleText(d, k, f.lang)
	case 15:
		r[phone], r[mobile] = k.who.mobile.spelled(d, land), ""
	case 16:
		r[jobTitle] = titleText(d, k, 0)
	case 17:
		r[street] = abbreviate(r[street])
	case 18:
		r[street] = typo(d, r[street])
	default:
		r[city], r[region], r[postalCode] = typo(d, r[city]), "", ""
	}
}

// short is a given name's initial.
func short(name string) string {
	for _, c := range name {
		return string(c) + "."
	}
	return ""
}

// typo swaps, drops, doubles or replaces one letter.
func typo(d *dice, s string) string {
	r := []rune(s)
	if len(r) < 4 {
		return s
	}
	i := 1 + d.IntN(len(r)-2)
	switch d.IntN(4) {
	case 0:
		r[i], r[i+1] = r[i+1], r[i]
	case 1:
		r = append(r[:i], r[i+1:]...)
	case 2:
		r = append(r[:i+1], r[i:]...)
	default:
		r[i] = rune("aeinorstlk"[d.IntN(10)])
	}
	return string(r)
}

// abbreviate writes the street's kind the short way, or leaves it out.
func abbreviate(street string) string { return shortStreet.Replace(street) }

var shortStreet = strings.NewReplacer("ul. ", "", "al. ", "Aleja ", "Str. ", "Strada ", " nr. ", " ", "Bd. ", "B-dul ",
	"straße", "str.", "Straße", "Str.", "veien", "vn.", "gata", "gt.", "boulevard", "Bd", "avenue", "Av.", "rue ", "R. ",
	" Street", " St", " Road", " Rd", " Avenue", " Ave", " Boulevard", " Blvd", " Drive", " Dr", " Lane", " Ln")
