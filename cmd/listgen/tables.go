package main

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

//go:embed data
var files embed.FS

// countries in the order of their numbers; weights are their share of firms.
var countries = [...]string{"PL", "RO", "NO", "FR", "DE", "UK", "US"}

// tables is the reference data, read once and not changed after.
type tables struct {
	lands      [len(countries)]land
	industries []industry
	titles     []title
}

// land is what firms and people of one country are made of.
type land struct {
	women, men   []given
	womenBag     bag
	menBag       bag
	surnames     []string
	surnameBag   bag
	stems, tails []string // of rarer surnames
	places       []place
	placeBag     bag
	streets      []string
	brandHeads   []string
	brandTails   []string
	patterns     []wording
	forms        []wording
	blocks       map[string][]string // numbers by area code, "*" for any, "mobile"
}

type given struct{ name, short string }

type place struct {
	city, region string
	postal       []string
	areas        []string
}

// wording is a company name pattern, or a legal form with its spellings, and
// the sizes of firms (s, m, l) it fits.
type wording struct {
	sizes  string
	weight float64
	texts  []string
}

// industry has one text and some company name words per language.
type industry struct {
	code   string // NACE Rev. 2.1
	rev2   string // NACE Rev. 2
	naf    string // NAF rév. 2, France
	ukSIC  string // UK SIC 2007
	usSIC  string // US SIC 1987
	weight float64
	food   bool // packs what it makes
	text   [len(languages)]string
	words  [len(languages)][]string
}

// title is one job with its names per language, men's form and women's.
type title struct {
	concept, level string
	weight         float64
	names          [len(languages)][]worded
}

type worded struct{ man, woman string }

var languages = [...]string{"en", "pl", "ro", "no", "fr", "de"}

// languageOf gives a country's language as an index into languages.
var languageOf = [len(countries)]int{1, 2, 3, 4, 5, 0, 0}

func countryIndex(code string) int {
	for i, c := range countries {
		if c == code {
			return i
		}
	}
	return -1
}

// readTables reads the embedded reference data.
func readTables() (*tables, error) {
	t := &tables{}
	readers := []struct {
		file string
		row  func(c []string) error
	}{
		{"given.csv", t.given}, {"surnames.csv", t.surnames}, {"places.csv", t.place}, {"phones.csv", t.phones},
		{"streets.csv", t.streets}, {"titles.csv", t.title}, {"industries.csv", t.industry}, {"firms.csv", t.firm},
	}
	for _, r := range readers {
		if err := eachRow(r.file, r.row); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func eachRow(name string, row func([]string) error) error {
	f, err := files.Open("data/" + name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, cells := range rows[1:] {
		if err := row(cells); err != nil {
			return fmt.Errorf("%s: %s: %w", name, cells[0], err)
		}
	}
	return nil
}

func (t *tables) land(code string) (*land, error) {
	i := countryIndex(code)
	if i < 0 {
		return nil, fmt.Errorf("unknown country")
	}
	return &t.lands[i], nil
}

func list(cell string) []string { return strings.Split(cell, "|") }

func (t *tables) given(c []string) error {
	l, err := t.land(c[0])
	if err != nil {
		return err
	}
	var names []given
	for _, n := range list(c[2]) {
		name, short, _ := strings.Cut(n, "=")
		names = append(names, given{name, short})
	}
	if c[1] == "f" {
		l.women, l.womenBag = names, ranked(len(names), 6)
	} else {
		l.men, l.menBag = names, ranked(len(names), 6)
	}
	return nil
}

func (t *tables) surnames(c []string) error {
	l, err := t.land(c[0])
	if err != nil {
		return err
	}
	l.surnames, l.stems, l.tails = list(c[1]), list(c[2]), list(c[3])
	l.surnameBag = ranked(len(l.surnames), 20)
	return nil
}

func (t *tables) place(c []string) error {
	l, err := t.land(c[0])
	if err != nil {
		return err
	}
	weight, err := strconv.ParseFloat(c[5], 64)
	l.places = append(l.places, place{city: c[1], region: c[2], postal: list(c[3]), areas: list(c[4])})
	l.placeBag.add(weight)
	return err
}

func (t *tables) phones(c []string) error {
	l, err := t.land(c[0])
	if err != nil {
		return err
	}
	if l.blocks == nil {
		l.blocks = map[string][]string{}
	}
	l.blocks[c[1]] = list(c[2])
	return nil
}

func (t *tables) streets(c []string) error {
	l, err := t.land(c[0])
	if err != nil {
		return err
	}
	l.streets = list(c[1])
	return nil
}

func (t *tables) title(c []string) error {
	weight, err := strconv.ParseFloat(c[2], 64)
	job := title{concept: c[0], level: c[1], weight: weight}
	for i := range languages {
		for _, n := range list(c[3+i]) {
			man, woman, differs := strings.Cut(n, "~")
			if !differs {
				woman = man
			}
			job.names[i] = append(job.names[i], worded{man, woman})
		}
	}
	t.titles = append(t.titles, job)
	return err
}

func (t *tables) industry(c []string) error {
	weight, err := strconv.ParseFloat(c[5], 64)
	in := industry{code: c[0], rev2: c[1], naf: c[2], ukSIC: c[3], usSIC: c[4], weight: weight, food: c[6] == "y"}
	for i := range languages {
		in.text[i], in.words[i] = c[7+i], list(c[7+len(languages)+i])
	}
	t.industries = append(t.industries, in)
	return err
}

func (t *tables) firm(c []string) error {
	l, err := t.land(c[0])
	if err != nil {
		return err
	}
	weight, err := strconv.ParseFloat(c[3], 64)
	switch c[1] {
	case "head":
		l.brandHeads = list(c[4])
	case "tail":
		l.brandTails = list(c[4])
	case "pattern":
		l.patterns = append(l.patterns, wording{c[2], weight, c[4:5]})
	case "form":
		l.forms = append(l.forms, wording{c[2], weight, list(c[4])})
	default:
		return fmt.Errorf("unknown kind %q", c[1])
	}
	return err
}
