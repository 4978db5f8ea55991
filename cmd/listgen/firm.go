package main

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// firm is a company drawn in full.
type firm struct {
	plan      *firmPlan
	land      *land
	place     *place
	lang      int
	core      string   // the name without its legal form
	known     string   // what people call it, where the name has more words than its brand
	formFirst bool     // the legal form stands before the name
	form      []string // spellings of the legal form, the usual one first; nil when it has none
	slug      string   // the name as a domain would have it
	domain    string
	industry  *industry
	street    string
	number    int
	flat      int
	postal    string
	staff     int
	revenue   float64 // millions of the country's currency
	phone     number
	mailStyle int    // how the firm makes addresses from names
	freeMail  string // provider, for small firms without a domain of their own
}

// firm draws firm i.
func (w *world) firm(i uint32) firm {
	p := &w.firms[i]
	f := firm{plan: p, land: &w.lands[p.country], lang: languageOf[p.country]}
	f.place = &f.land.places[p.place]
	surname := w.familyName(p.kin)
	owner := w.person(p.owner)
	if p.family || p.kin != i {
		owner.lastMan = surname
	}

	home := w.dice.of(firmKind, uint64(p.kin))
	street := home.one(f.land.streets)
	f.number, f.flat = 1+int(math.Abs(home.NormFloat64())*40), home.IntN(60)
	f.street = street
	f.postal = digits(home, home.one(f.place.postal))

	d := w.dice.of(firmKind, uint64(i)|1<<40)
	f.industry = &w.industries[d.from(w.industryBag)]
	f.name(d, owner)
	f.staff, f.revenue = size(d, p)
	f.mailStyle = d.IntN(10)
	if p.size == 's' && d.chance(0.12) {
		f.freeMail = d.one(freeMail[p.country])
	}
	f.setDomain(p.domain)
	f.phone = f.land.number(w.area(p, i), p.line)
	return f
}

// name composes the company's name.
func (f *firm) name(d *dice, owner person) {
	sector := d.one(f.industry.words[f.lang])
	brand := f.brand(d)
	pattern := choose(d, f.land.patterns, f.plan.size)
	for range 3 { // the owner gives the name only to small firms
		if !strings.Contains(pattern, "{owner}") || f.plan.size == 's' {
			break
		}
		pattern = choose(d, f.land.patterns, f.plan.size)
	}
	f.formFirst = strings.HasPrefix(pattern, "{form}")
	if strings.Contains(pattern, "{form}") {
		f.form = chooseAll(d, f.land.forms, f.plan.size)
	}
	short := initials(d)
	words := make([]string, 0, 8)
	for _, part := range strings.Fields(pattern) {
		switch part {
		case "{form}":
			continue
		case "{brand}":
			part, f.known = brand, brand
		case "{sector}":
			part = sector
		case "{surname}":
			part = owner.lastMan
		case "{owner}":
			part = owner.first + " " + owner.last
		case "{place}":
			part = f.place.city
		case "{initials}":
			part = short
		}
		words = append(words, part)
	}
	if f.plan.second {
		words = append(words, syllables(d))
	}
	if len(words) == 1 || f.form == nil {
		f.known = ""
	}
	f.core = strings.Join(words, " ")
	f.slug = slug(d, f.core)
}

// spelled is the name with its legal form spelled so; "" leaves it out.
func (f *firm) spelled(form string) string {
	switch {
	case f.form == nil || form == "":
		return f.core
	case f.formFirst:
		return form + " " + f.core
	}
	return f.core + " " + form
}

func (f *firm) setDomain(before uint32) {
	f.domain = f.slug
	switch {
	case before == 1:
		f.domain += "-" + strings.ReplaceAll(ascii(strings.ToLower(f.place.city)), " ", "")
	case before > 1:
		f.domain += strconv.Itoa(int(before))
	}
	f.domain += ".example"
}

// brand makes up a name: two parts, the beginning of a surname and a part,
// or syllables that mean nothing.
func (f *firm) brand(d *dice) string {
	tail := d.one(f.land.brandTails)
	var head string
	switch x := d.Float64(); {
	case x < 0.3:
		return syllables(d)
	case x < 0.6:
		head = beginning(d, f.land.surnames[d.from(f.land.surnameBag)])
	default:
		head = d.one(f.land.brandHeads)
		if d.chance(0.15) {
			head += strings.ToLower(initials(d)[:1]) + "o"
		}
	}
	for strings.HasSuffix(strings.ToLower(head), tail[:1]) {
		tail = d.one(f.land.brandTails)
	}
	if name := head + tail; !d.chance(0.15) {
		return name
	}
	return strings.ToUpper(head + tail)
}

// beginning is the first three to five letters of a surname.
func beginning(d *dice, surname string) string {
	letters := []rune(strings.ReplaceAll(surname, " ", ""))
	return string(letters[:min(3+d.IntN(3), len(letters))])
}

func syllables(d *dice) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for range 2 + d.IntN(2) {
		b.WriteByte(consonants[d.IntN(len(consonants))])
		b.WriteByte(vowels[d.IntN(len(vowels))])
	}
	b.WriteString(d.one([]string{"", "n", "x", "r", "s", "l", "ra", "nt", "mo", "lis"}))
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

func initials(d *dice) string {
	b := make([]byte, 2+d.IntN(2))
	for i := range b {
		b[i] = "ABCDEFGHKLMNPRSTWZ"[d.IntN(18)]
	}
	return string(b)
}

// choose picks one wording that fits the size, chooseAll its spellings.
func choose(d *dice, words []wording, size byte) string { return d.one(chooseAll(d, words, size)) }

func chooseAll(d *dice, words []wording, size byte) []string {
	total := 0.0
	for _, w := range words {
		if strings.IndexByte(w.sizes, size) >= 0 {
			total += w.weight
		}
	}
	x := d.Float64() * total
	for _, w := range words {
		if strings.IndexByte(w.sizes, size) < 0 {
			continue
		}
		if x -= w.weight; x < 0 {
			return w.texts
		}
	}
	return words[0].texts
}

// size draws staff and revenue: revenue a head of 30,000 to 400,000 EUR, in
// millions of the country's currency.
func size(d *dice, p *firmPlan) (staff int, revenue float64) {
	switch p.size {
	case 's':
		staff = 1 + int(8*d.Float64()*d.Float64())
	case 'm':
		staff = 10 + int(239*math.Pow(d.Float64(), 2))
	default:
		staff = 250 + int(3000*math.Pow(d.Float64(), 3))
	}
	staff = max(staff, int(p.crew))
	rate := [len(countries)]float64{4.25, 4.97, 11.5, 1, 1, 0.86, 1.1}
	revenue = float64(staff) * (0.03 + 0.37*math.Pow(d.Float64(), 2)) * rate[p.country]
	return staff, revenue
}

// freeMail lists providers by country; only invented long local parts are
// put in front of them.
var freeMail = [len(countries)][]string{
	{"gmail.com", "wp.pl", "o2.pl", "interia.pl", "onet.pl"}, {"gmail.com", "yahoo.com", "yahoo.ro"},
	{"gmail.com", "online.no"}, {"orange.fr", "gmail.com", "wanadoo.fr", "free.fr"},
	{"gmx.de", "web.de", "t-online.de", "gmail.com"}, {"gmail.com", "btinternet.com", "hotmail.co.uk"},
	{"gmail.com", "yahoo.com", "comcast.net"},
}

// slug is a company name as its web site spells it.
func slug(d *dice, name string) string {
	words := strings.FieldsFunc(ascii(strings.ToLower(name)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	words = slices.DeleteFunc(words, func(w string) bool { // P.P.H.U., t/a, et
		return len(w) < 2 || w == "de" || w == "et"
	})
	words = words[:min(3, len(words))]
	joint := "-"
	if len(words) < 3 && d.chance(0.6) {
		joint = ""
	}
	return strings.Join(words, joint)
}

// digits fills a postal code pattern: x a digit, y a digit but 0, @ a letter.
func digits(d *dice, pattern string) string {
	b := []byte(pattern)
	for i, c := range b {
		switch c {
		case 'x':
			b[i] = '0' + byte(d.IntN(10))
		case 'y':
			b[i] = '1' + byte(d.IntN(9))
		case '@':
			b[i] = "ABDEFGHJLNPQRSTUWXYZ"[d.IntN(20)]
		}
	}
	return string(b)
}
