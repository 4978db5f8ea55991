package main

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// packer tells whether a firm is one the samples' profile looks for: it packs
// goods and is of middle size.
func (f *firm) packer() bool { return f.industry.food && f.staff >= 20 && f.staff <= 500 }

// firmsListed are the firms of the lists, each with its first lead, in order.
func (s *sampler) firmsListed(want func(i uint32, f *firm) bool) []lead {
	seen := map[uint32]bool{}
	var leads []lead
	for _, l := range s.leads {
		i := s.contacts[l.contact].firm
		if seen[i] || l.card.firm.freeMail != "" || !want(i, &l.card.firm) {
			continue
		}
		seen[i] = true
		leads = append(leads, l)
	}
	return leads
}

// isCustomer draws the firms that buy already.
func isCustomer(i uint32, f *firm) bool {
	share := uint64(40)
	if f.packer() {
		share = 9
	}
	return mix(uint64(i)+77)%share == 0 && f.industry.code != rivalCode
}

// customers is an export of the CRM: firms under the names a seller typed,
// some being negotiated with, some that have not bought for years.
func (s *sampler) customers() error {
	rows := [][]string{{"Record ID", "Company name", "Company Domain Name", "First Name", "Last Name", "Email",
		"Phone Number", "City", "Country/Region", "Company owner", "Deal Stage", "Last Activity Date"}}
	d := newDice(sampleSeed)
	for n, l := range s.firmsListed(isCustomer) {
		d.of(sampleKind, uint64(n)|1<<52)
		f := &l.card.firm
		name := f.core
		switch d.IntN(3) {
		case 0:
			name = strings.ToUpper(ascii(name))
		case 1:
			name = f.spelled(d.one(f.form))
		}
		stage, owner, day := "Closed Won", "", fmt.Sprintf("2026-%02d-%02d", 1+d.IntN(10), 1+d.IntN(28))
		switch d.IntN(10) {
		case 0, 1, 2:
			stage, owner = d.one([]string{"Proposal/Price Quote", "Negotiation/Review", "Qualification"}), d.one(reps)
		case 3, 4:
			day = fmt.Sprintf("202%d-%02d-%02d", 1+d.IntN(2), 1+d.IntN(12), 1+d.IntN(28))
		}
		row := []string{fmt.Sprint(51000 + n*7), name, "", "", "", "", "", f.place.city, english[f.plan.country], owner, stage, day}
		if d.chance(0.75) {
			row[2] = f.domain
		}
		if d.chance(0.5) {
			row[3], row[4] = l.card.who.first, l.card.who.last
			row[5] = l.card.email
		}
		if d.chance(0.6) {
			row[6] = f.phone.spelled(d, f.plan.country)
		}
		rows = append(rows, row)
	}
	return s.file("customers.csv", text(rows, ',', false), utf8Bytes)
}

var reps = []string{"Ewa Zielonka", "Lars Tveiten", "Camille Perrier"}

// doNotContact is the house's own list: people and firms who asked not to be
// contacted, some only as a hash, in spellings of their own.
func (s *sampler) doNotContact() error {
	rows := [][]string{{"Email", "Phone", "Domain", "First name", "Last name", "Company", "Postal code", "Country", "Date", "Reason"}}
	d := newDice(sampleSeed)
	for _, leads := range s.byContact() {
		d.of(suppressKind, uint64(leads[0].contact))
		k := &leads[0].card
		share := 0.02
		if k.firm.packer() {
			share = 0.07
		}
		if !d.chance(share) {
			continue
		}
		row := make([]string, len(rows[0]))
		if !s.entry(d, row, leads) {
			continue
		}
		row[7] = countries[k.firm.plan.country]
		row[8] = fmt.Sprintf("2026-%02d-%02d", 1+d.IntN(10), 1+d.IntN(28))
		row[9] = d.one([]string{"asked on the phone", "unsubscribed", "objection by mail", "legal", ""})
		rows = append(rows, row)
	}
	return s.file("do-not-contact.csv", text(rows, ',', false), utf8Bytes)
}

// byContact gathers the leads of each contact, in the order of contacts.
func (s *sampler) byContact() [][]lead {
	all := make([][]lead, len(s.contacts))
	for _, l := range s.leads {
		all[l.contact] = append(all[l.contact], l)
	}
	return slices.DeleteFunc(all, func(leads []lead) bool { return len(leads) == 0 })
}

// entry fills a row with what every lead of the contact shows.
func (s *sampler) entry(d *dice, row []string, leads []lead) bool {
	k := &leads[0].card
	land := k.firm.plan.country
	mail, tel := !k.role, true
	for _, l := range leads {
		mail = mail && strings.EqualFold(strings.TrimSpace(l.cells[email]), k.email)
		tel = tel && l.cells[mobile] != ""
	}
	e164 := "+" + countryCodes[land] + k.who.mobile.digits()
	switch way := d.IntN(9); {
	case mail && way < 2:
		row[0] = strings.ToUpper(k.email)
	case mail && way == 2:
		sum := md5.Sum([]byte(strings.ToLower(k.email)))
		row[0] = hex.EncodeToString(sum[:])
	case mail && way < 5:
		sum := sha256.Sum256([]byte(strings.ToLower(k.email)))
		row[0] = hex.EncodeToString(sum[:])
	case tel && way == 5:
		sum := sha256.Sum256([]byte(e164))
		row[1] = hex.EncodeToString(sum[:])
	case tel:
		row[1] = k.who.mobile.spelled(d, land)
	case way == 6 && k.firm.freeMail == "":
		row[2] = k.firm.domain
	case way == 7 && k.firm.freeMail == "":
		row[5], row[6] = strings.ToUpper(ascii(k.firm.core)), k.firm.postal
	case mail:
		row[0] = k.email
	default:
		row[3], row[4], row[5] = ascii(k.who.first), strings.ToUpper(k.who.last), ascii(k.firm.core)
	}
	return true
}

// rivalCode is the industry of the samples' seller itself.
const rivalCode = "28.29"

// competitors are the makers of machines among the listed firms, and two more.
func (s *sampler) competitors() error {
	rows := [][]string{{"Company", "Website", "Country"}}
	for _, l := range s.firmsListed(func(_ uint32, f *firm) bool { return f.industry.code == rivalCode && f.staff > 9 }) {
		f := &l.card.firm
		rows = append(rows, []string{f.core, f.domain, english[f.plan.country]})
	}
	return s.file("competitors.csv", text(rows, ',', false), utf8Bytes)
}
