package suppress

import (
	"encoding/hex"
	"strings"

	"goldpan/internal/contact"
)

// Line adds one line of a list without columns.
func (l *Loader) Line(text string, number int) {
	v := ParseLine(text)
	if v.Kind == NoValue {
		return
	}
	refused := l.refused
	l.count(l.value(v, number), refused)
}

// Cells adds one row of a table without a header: a single cell like [Loader.Line],
// of several those that say by themselves what they are (emails, phones, domains,
// tax ids, hashes).
func (l *Loader) Cells(cells []string, number int) {
	var only string
	filled := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			only = c
			filled++
		}
	}
	if filled == 2 && len(cells) == 2 && isDNC(cells[0]+","+cells[1]) {
		only, filled = cells[0]+","+cells[1], 1
	}
	if filled <= 1 {
		l.Line(only, number)
		return
	}
	found, refused := false, l.refused
	for _, c := range cells {
		if v := ParseLine(c); v.Kind != NoValue && v.Kind != CompanyValue {
			found = l.value(v, number) || found
		}
	}
	l.count(found, refused)
}

func (l *Loader) value(v Value, line int) bool {
	cfg := &l.set.cfg
	switch v.Kind {
	case EmailValue:
		key := cfg.Email(v.Text)
		if key == "" {
			return false
		}
		l.putEmail(key, l.plain)
	case PhoneValue:
		return l.phone(v.Text)
	case DomainValue:
		if l.isFree(v.Text) {
			l.refuse(line, freeMessage(v.Text))
			return false
		}
		l.put(byDomain, l.plain, v.Text)
	case TaxIDValue:
		id := idKey(v.Text)
		if id == "" {
			return false
		}
		l.put(byTaxID, l.plain, id)
	case DigestValue:
		return l.digest(v.Text, ofAny, l.plain)
	case CompanyValue:
		key := cfg.Company(v.Text, l.country)
		if key == "" {
			return false
		}
		l.put(byCompany, l.plain, key)
	}
	return true
}

// phone adds a number in any spelling. Bare digits may as well be a tax id, and
// are then taken for both; not so on a list of numbers not to call.
func (l *Loader) phone(text string) bool {
	if l.list.Country == "" && l.national(text, l.plain) {
		l.Loaded.Entries-- // counted by the caller
	}
	number := l.set.cfg.Phone(text, l.country)
	if number == "" && l.list.Country == "" {
		number = string(tpsNumber(nil, []byte(text))) // a line of a British register elsewhere
	}
	if isE164(number) {
		l.put(byPhone, l.plain, number)
		if l.list.channel() == contact.CallChannel {
			return true
		}
	}
	if id := idKey(text); text[0] != '+' && text[0] != '0' && len(id) >= 8 && len(id) <= 14 {
		l.put(byTaxID, l.plain, id)
		return true
	}
	return isE164(number)
}

// Digest adds a cell of an entry that is a hash, of an email or a number. What
// is none is left alone.
func (l *Loader) Digest(text string, rec *contact.Record) {
	if IsDigest(text) && l.digest(text, ofAny, l.entry(l.entryOf(rec))) {
		l.Loaded.Entries++
	}
}

// digest adds a hash in hex; what is none is left alone.
func (l *Loader) digest(text string, of digestOf, ref uint32) bool {
	if !IsDigest(text) {
		return false
	}
	sum, err := hex.DecodeString(text)
	if err != nil {
		return false
	}
	var k keys
	l.set.tables[digestKind(len(sum))].add(k.digest(sum), ref, l.set.entries)
	l.set.hashed |= of
	return true
}
