package main

import (
	"fmt"
	"strconv"
	"strings"
)

// The columns of a generated list.
const (
	company = iota
	firstName
	lastName
	jobTitle
	email
	phone
	mobile
	street
	postalCode
	city
	region
	country
	industryText
	employees
	revenue
	website
	columns
)

var header = [columns]string{"Company", "First Name", "Last Name", "Job Title", "Email", "Phone", "Mobile",
	"Street", "Postal Code", "City", "Region", "Country", "Industry", "Employees", "Revenue", "Website"}

type cells [columns]string

// row is row v of contact c as the list shows it. Row 0 is the contact's
// first, further ones are its duplicates: one in seven letter by letter, the
// rest other in at least one cell.
func (w *world) row(c, v uint32) cells {
	d := w.dice.of(rowKind, uint64(c)<<4|uint64(v))
	if v > 0 && d.chance(0.14) {
		return w.row(c, 0)
	}
	k := w.card(c)
	d = w.dice.of(rowKind, uint64(c)<<4|uint64(v)|1<<50)
	row := w.show(d, &k)
	w.mess(d, &k, &row, v > 0)
	if v > 0 && row == w.row(c, 0) {
		row[company] = strings.ToUpper(k.firm.core)
		row[jobTitle] = ""
	}
	return row
}

// show writes the contact down in the spellings of its country, every cell
// filled.
func (w *world) show(d *dice, k *card) cells {
	f, land := &k.firm, k.firm.plan.country
	var r cells
	r[company] = f.spelled(usual(d, f.form))
	r[firstName], r[lastName] = k.who.first, k.who.last
	r[jobTitle] = titleText(d, k, f.lang)
	r[email] = k.email
	r[phone] = f.phone.spelled(d, land)
	r[mobile] = k.who.mobile.spelled(d, land)
	r[street] = streetText(f)
	r[postalCode], r[city], r[region] = f.postal, f.place.city, f.place.region
	r[country] = d.one(countryNames[land])
	r[industryText] = industryCell(d, f)
	r[employees] = staffText(d, land, f.staff)
	r[revenue] = revenueText(d, land, f.revenue)
	r[website] = siteText(d, f.domain)
	return r
}

// usual is the first spelling of a legal form, now and then another.
func usual(d *dice, forms []string) string {
	if len(forms) == 0 || d.chance(0.6) {
		return first(forms)
	}
	return d.one(forms)
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func titleText(d *dice, k *card, lang int) string {
	names := k.title.names[lang]
	if k.firm.form == nil && k.title.level == "top" {
		names = names[:1]
	}
	n := names[d.IntN(len(names))]
	if k.who.woman {
		return n.woman
	}
	return n.man
}

func streetText(f *firm) string {
	number := strconv.Itoa(f.number)
	switch {
	case countries[f.plan.country] == "PL" && f.flat > 40:
		number += "/" + strconv.Itoa(f.flat-38)
	case f.flat > 54 && countries[f.plan.country] != "US":
		number += string("abc"[f.flat%3])
	}
	return strings.Replace(f.street, "%d", number, 1)
}

var countryNames = [len(countries)][]string{
	{"Polska", "PL", "Poland", "Polska"}, {"România", "RO", "Romania", "România"}, {"Norge", "NO", "Norway", "Norge"},
	{"France", "FR", "France"}, {"Deutschland", "DE", "Germany", "Deutschland"},
	{"United Kingdom", "UK", "GB", "England"}, {"USA", "US", "United States"},
}

// industryCell shows text, code, or both.
func industryCell(d *dice, f *firm) string {
	code, text := f.industry.code, f.industry.text[f.lang]
	switch countries[f.plan.country] {
	case "US":
		code = "SIC " + f.industry.usSIC
	case "UK":
		code = f.industry.ukSIC
	case "FR":
		code = f.industry.naf
	case "DE", "NO":
		code = f.industry.rev2
	}
	switch d.IntN(5) {
	case 0, 4:
		return code + " " + text
	case 1:
		return text + " (" + code + ")"
	case 2:
		return code
	}
	return text
}

// staffText shows a count, or a band as one of the usual schemes has it.
func staffText(d *dice, land uint8, n int) string {
	switch d.IntN(6) {
	case 0, 1, 2:
		return strconv.Itoa(n)
	case 3:
		return band(n, []int{0, 9, 49, 249}, "-")
	case 4:
		return band(n, []int{0, 1, 10, 50, 200, 500, 1000, 5000}, "-")
	}
	about := [len(countries)]string{"ok. ", "cca. ", "ca. ", "env. ", "ca. ", "c. ", "~"}
	round := n
	if n > 20 {
		round = n / 10 * 10
	}
	return about[land] + strconv.Itoa(round)
}

// band is the band of n between the upper bounds given.
func band(n int, uppers []int, to string) string {
	for i := 1; i < len(uppers); i++ {
		if n <= uppers[i] {
			if uppers[i-1]+1 == uppers[i] {
				return strconv.Itoa(uppers[i])
			}
			return strconv.Itoa(uppers[i-1]+1) + to + strconv.Itoa(uppers[i])
		}
	}
	return strconv.Itoa(uppers[len(uppers)-1]+1) + "+"
}

// revenueText shows millions in the ways of the country.
func revenueText(d *dice, land uint8, m float64) string {
	comma := func(x float64, digits int) string {
		return strings.Replace(strconv.FormatFloat(x, 'f', digits, 64), ".", ",", 1)
	}
	style := d.IntN(3)
	switch countries[land] {
	case "PL":
		return [...]string{comma(m, 1) + " mln zł", grouped(m*1000, " ") + " tys. zł", grouped(m*1e6, " ") + ",00 PLN"}[style]
	case "RO":
		return [...]string{comma(m, 1) + " mil. lei", grouped(m*1000, ".") + " mii lei", grouped(m*1e6, ".") + " RON"}[style]
	case "NO":
		return [...]string{comma(m, 1) + " MNOK", grouped(m*1000, " ") + " TNOK", comma(m, 0) + " mill. kr"}[style]
	case "FR":
		return [...]string{comma(m, 1) + " M€", grouped(m*1000, " ") + " k€", grouped(m*1e6, " ") + " €"}[style]
	case "DE":
		return [...]string{comma(m, 1) + " Mio. €", "TEUR " + grouped(m*1000, "."), grouped(m*1e6, ".") + " EUR"}[style]
	case "UK":
		return [...]string{fmt.Sprintf("£%.1fm", m), "£" + grouped(m*1000, ",") + "k", "GBP " + grouped(m*1e6, ",")}[style]
	}
	return [...]string{fmt.Sprintf("$%.1fM", m), "$" + grouped(m*1e6, ","), usBand(m)}[style]
}

func usBand(m float64) string {
	bounds := []float64{1, 5, 10, 25, 50, 100, 250, 500, 1000}
	low := 0.5
	for _, high := range bounds {
		if m < high {
			if low < 1 {
				return "$500K-$1M"
			}
			return fmt.Sprintf("$%.0fM-$%.0fM", low, high)
		}
		low = high
	}
	return "over $1B"
}

// grouped writes a whole number with its thousands set apart.
func grouped(x float64, by string) string {
	s := strconv.FormatInt(int64(x), 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + by + s[i:]
	}
	return s
}

func siteText(d *dice, domain string) string {
	return d.one([]string{"www.", "", "https://www.", "http://", "www."}) + domain
}
