package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// sampleSeed makes the world of the samples.
const sampleSeed = 2026

// sampler writes the lists of samples/: seven lists as vendors ship them, and
// the customers, do-not-contact entries and competitors hidden in them.
type sampler struct {
	*world
	dir   string
	draw  *dice
	leads []lead // of all lists
}

// lead is a contact as one list has it.
type lead struct {
	contact uint32
	card    card
	cells   cells
	draw    *dice
	number  int // in the list, from 1
}

// column is a column of a sample list.
type column struct {
	label string
	cell  func(l *lead) string
}

// writeSamples makes the folder's files; the same on every run. Its firms mostly
// make goods and pack them, and are of middle size.
func writeSamples(t *tables, dir string) error {
	w := newWorld(t, sampleSeed, mixture{rows: 1640, countries: [...]float64{24, 18, 13, 14, 15, 8, 10},
		food: 5, copies: []float64{1}, mid: 120})
	s := &sampler{world: w, dir: dir, draw: newDice(sampleSeed)}
	if err := os.MkdirAll(filepath.Join(dir, "lists"), 0o755); err != nil {
		return err
	}
	for _, write := range []func() error{s.polish, s.romanian, s.norwegian, s.french, s.german, s.american, s.broken,
		s.customers, s.doNotContact, s.competitors} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// of draws the leads of a country, a share of them twice: the second time
// spelled another way.
func (s *sampler) of(country string, listed uint64, twice float64) []lead {
	var leads []lead
	for c := range uint32(len(s.contacts)) {
		if countries[s.firms[s.contacts[c].firm].country] != country {
			continue
		}
		leads = append(leads, s.lead(c, listed, false))
		if s.draw.of(sampleKind, uint64(c)<<8|listed).chance(twice) {
			leads = append(leads, s.lead(c, listed|128, true))
		}
	}
	return s.settle(leads, listed)
}

// settle shuffles and numbers the leads of a list and remembers them.
func (s *sampler) settle(leads []lead, listed uint64) []lead {
	d := s.draw.of(orderKind, listed)
	d.Shuffle(len(leads), func(i, j int) { leads[i], leads[j] = leads[j], leads[i] })
	for i := range leads {
		leads[i].number = i + 1
	}
	s.leads = append(s.leads, leads...)
	return leads
}

// lead draws contact c for a list.
func (s *sampler) lead(c uint32, listed uint64, duplicate bool) lead {
	l := lead{contact: c, card: s.card(c), draw: newDice(sampleSeed)}
	d := l.draw.of(sampleKind, uint64(c)<<16|listed)
	l.cells = s.show(d, &l.card)
	s.mess(d, &l.card, &l.cells, duplicate)
	if !duplicate && d.chance(0.035) {
		l.junk(d)
	}
	return l
}

// junk makes a row that is hard or impossible to use.
func (l *lead) junk(d *dice) {
	r := &l.cells
	switch d.IntN(8) {
	case 0:
		r[email], r[phone], r[mobile] = "", "", ""
	case 1:
		r[company], r[firstName], r[lastName] = "", "", ""
	case 2:
		r[firstName], r[lastName], r[phone], r[mobile] = "Test", "Test", "123456789", ""
	case 3:
		r[email], r[phone], r[mobile] = strings.Replace(r[email], "@", "", 1), "", ""
	case 4:
		r[phone], r[mobile] = "000000000", ""
	case 5:
		r[email] = mailPart(l.card.who.last) + "." + strings.ReplaceAll(l.card.firm.slug, "-", "") + "@gmial.com"
	case 6:
		r[phone], r[mobile], r[email] = "12345", "", ""
	case 7:
		r[email] = "brak"
	}
}

// key is a number of the lead's firm, for ids and ratings.
func (l *lead) key(salt uint64) uint64 { return mix(uint64(hash(l.card.firm.domain)) ^ salt) }

// cell gives column i of the generated list as it stands.
func cell(i int) func(*lead) string { return func(l *lead) string { return l.cells[i] } }

// constant gives the same in every row.
func constant(s string) func(*lead) string { return func(*lead) string { return s } }

// some gives what f does, but leaves a share of cells empty.
func some(share float64, f func(*lead) string) func(*lead) string {
	return func(l *lead) string {
		if !l.draw.chance(share) {
			return ""
		}
		return f(l)
	}
}

// oneOf picks one of the words for each row.
func oneOf(words ...string) func(*lead) string {
	return func(l *lead) string { return l.draw.one(words) }
}

// surnameFirst is the full name as official exports have it.
func surnameFirst(l *lead) string {
	return strings.TrimSpace(l.cells[lastName] + " " + l.cells[firstName])
}

func nameFirst(l *lead) string {
	return strings.TrimSpace(l.cells[firstName] + " " + l.cells[lastName])
}

// table is the list's cells below its header.
func table(leads []lead, columns []column) [][]string {
	labels := make([]string, len(columns))
	for i, c := range columns {
		labels[i] = c.label
	}
	rows := [][]string{labels}
	for i := range leads {
		l := &leads[i]
		l.draw.of(sampleKind, uint64(l.contact)<<16|uint64(l.number)|1<<48)
		row := make([]string, len(columns))
		for j, c := range columns {
			row[j] = c.cell(l)
		}
		rows = append(rows, row)
	}
	return rows
}

// text writes rows as CSV with the delimiter and line ends of their country.
func text(rows [][]string, comma rune, crlf bool) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, crlf
	// A bytes.Buffer never fails, nor do rows without stray settings.
	_ = w.WriteAll(rows)
	return b.String()
}

func (s *sampler) file(name, text string, encode encoding) error {
	b, err := encode(text)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.WriteFile(filepath.Join(s.dir, name), b, 0o644)
}
