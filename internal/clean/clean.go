// Package clean brings the values of a row to normal form, as a native clerk
// of the row's country would write them: names, companies, titles, emails,
// phones, addresses, identifiers, sizes, money and dates. Every normaliser is
// pure and idempotent; a Cleaner applies them to whole records, fills the
// derived fields and keys, and notes what it changed as codes.
package clean

import (
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Config is what a run knows before it reads a list.
type Config struct {
	Country string    // alpha-2 assumed where neither row nor list tells; "" none
	AsOf    time.Time // the day ages and rating dates are judged at
}

// Cleaner cleans records. It remembers values that repeat (cities, companies,
// titles, domains), so each worker has its own.
type Cleaner struct {
	cfg  Config
	seen memory
}

// New makes a Cleaner.
func New(cfg Config) *Cleaner { return &Cleaner{cfg: cfg, seen: newMemory()} }

// steps bring a record to normal form, each building on those before it.
var steps = [...]func(*Cleaner, *contact.Record, *contact.Hints){
	(*Cleaner).tidyCells,
	(*Cleaner).splitAddress,
	(*Cleaner).findCountry,
	(*Cleaner).cleanAddress,
	(*Cleaner).cleanPerson,
	(*Cleaner).cleanCompany,
	(*Cleaner).cleanTitle,
	(*Cleaner).cleanEmails,
	(*Cleaner).cleanWeb,
	(*Cleaner).cleanPhones,
	(*Cleaner).cleanIDs,
	(*Cleaner).cleanFirmFacts,
	(*Cleaner).cleanDates,
	(*Cleaner).cleanFlags,
	(*Cleaner).fillKeys,
}

// Clean brings one record to normal form, as CleanAll does.
func (c *Cleaner) Clean(r *contact.Record, hints *contact.Hints) {
	c.CleanAll([]*contact.Record{r}, hints)
}

// CleanAll brings records to normal form in place: their Values hold the cells
// as mapped before and normal forms after, derived fields and keys are filled,
// Notes say what changed. hints tell what whole columns decided; nil means
// none. All records take one step before any takes the next: a step's code and
// tables stay in the processor's cache, so that a batch is cleaned a tenth
// faster than its rows one by one. No record changes another.
func (c *Cleaner) CleanAll(records []*contact.Record, hints *contact.Hints) {
	if hints == nil {
		hints = new(contact.Hints)
	}
	for _, step := range steps {
		for _, r := range records {
			step(c, r, hints)
		}
	}
}

// tidyCells closes up blanks and empties cells that only say "unknown".
func (c *Cleaner) tidyCells(r *contact.Record, _ *contact.Hints) {
	for f := contact.FullName; f <= contact.LastMappable; f++ {
		v := r.Values[f]
		if v == "" {
			continue
		}
		if f == contact.Address || f == contact.Notes {
			continue // their line ends mean something
		}
		v = composed(v)
		if missing(f, v) {
			v = ""
			r.Note(f, "missing-word")
		}
		r.Values[f] = v
	}
	if v := r.Values[contact.Address]; v != "" && missing(contact.Address, tidy(v)) {
		r.Values[contact.Address] = ""
	}
}

// splitAddress cuts a one-line address where the list has no street column.
func (c *Cleaner) splitAddress(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	whole := v[contact.Address]
	inStreet := v[contact.Street] != ""
	if inStreet { // "Markt 3, 53113 Bonn" in the street's column
		if v[contact.City] != "" || v[contact.PostalCode] != "" {
			return
		}
		whole = v[contact.Street]
	}
	if whole == "" {
		return
	}
	country := h.Country
	if code, ok := market.Country(v[contact.Country]); ok {
		country = code
	}
	if country == "" {
		country = c.cfg.Country
	}
	p := SplitAddress(whole, country)
	if inStreet {
		if p.PostalCode == "" || len(p.City) < 2 || p.Street == "" {
			return
		}
		v[contact.Street] = ""
	}
	fill := func(f contact.Field, text string) {
		if v[f] == "" && text != "" {
			v[f] = text
			r.Note(f, "from-address")
		}
	}
	fill(contact.Street, p.Street)
	fill(contact.Street2, p.Street2)
	fill(contact.PostalCode, p.PostalCode)
	fill(contact.City, p.City)
	fill(contact.Region, p.Region)
	fill(contact.Country, p.Country)
}
