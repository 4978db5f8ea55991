package clean

import (
	"hash/maphash"

	"golang.org/x/net/publicsuffix"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// recent remembers the normal forms of values that repeat from row to row: a
// cache by text and country with two places for each, so that two frequent
// values do not drive each other out. What it holds never changes a result. Values are told by 64 bits of a hash with a seed of its own; the
// texts, long gone from the processor's cache, are not looked at again.
type recent[V any] struct {
	seed   maphash.Seed
	hashes []uint64 // 0: nothing yet
	values []V
	turn   uint64 // which of two places is given up next: 0 or 1
}

// fewPlaces are enough for values that repeat from one row to the next, and
// stay in the processor's cache; manyPlaces are for those of which a list has
// some thousands at most. Both are powers of two.
const (
	fewPlaces  = 1 << 8
	manyPlaces = 1 << 12
)

func newRecent[V any](places int) recent[V] {
	return recent[V]{seed: maphash.MakeSeed(), hashes: make([]uint64, places), values: make([]V, places)}
}

// get is work's answer, remembered or worked out.
func (m *recent[V]) get(text, country string, work func(text, country string) V) *V {
	hash := maphash.String(m.seed, text) | 1
	for i := range len(country) {
		hash = hash*31 + 2*uint64(country[i])
	}
	at := hash >> 32 & uint64(len(m.values)-1)
	if m.hashes[at] == hash {
		return &m.values[at]
	}
	if at ^= 1; m.hashes[at] == hash {
		return &m.values[at]
	}
	m.turn ^= 1
	at ^= m.turn
	m.hashes[at], m.values[at] = hash, work(text, country)
	return &m.values[at]
}

// memory remembers the normal forms of values that repeat from row to row.
type memory struct {
	countries recent[string]
	misspelt  recent[string]
	regions   recent[string]
	cities    recent[cityForm]
	companies recent[Firm]
	titles    recent[JobTitle]
	domains   recent[string]
	industry  recent[industryForm]
	employees recent[string]
	headHint  contact.Hint // under which employees were read
}

func newMemory() memory {
	return memory{
		countries: newRecent[string](fewPlaces), misspelt: newRecent[string](fewPlaces), regions: newRecent[string](manyPlaces),
		cities: newRecent[cityForm](manyPlaces), companies: newRecent[Firm](fewPlaces), titles: newRecent[JobTitle](manyPlaces),
		domains: newRecent[string](manyPlaces), industry: newRecent[industryForm](manyPlaces), employees: newRecent[string](manyPlaces),
	}
}

type cityForm struct {
	name, key string
	asWritten bool // the name is the cell's own text
}

type industryForm struct{ code, system string }

func (c *Cleaner) country(text string) (string, bool) {
	if market.IsCountryCode(text) {
		return text, true
	}
	code := *c.seen.countries.get(text, "", func(text, _ string) string {
		code, _ := market.Country(text)
		return code
	})
	return code, code != ""
}

// misspeltCountry is the country whose name is a slip away, "" for none.
func (c *Cleaner) misspeltCountry(text string) string {
	return *c.seen.misspelt.get(text, "", func(text, _ string) string {
		code, _ := market.MisspeltCountry(text)
		return code
	})
}

func (c *Cleaner) region(country, text string) (string, bool) {
	name := *c.seen.regions.get(text, country, func(text, country string) string {
		name, _ := market.Region(country, text)
		return name
	})
	return name, name != ""
}

func (c *Cleaner) cityForm(text, country string) *cityForm {
	return c.seen.cities.get(text, country, func(text, country string) cityForm {
		name := City(text, country)
		return cityForm{name, cityKey(name), name == text}
	})
}

// company is the parsed name of a firm; cells are tidied before they come here.
func (c *Cleaner) company(text, country string) *Firm {
	return c.seen.companies.get(text, country, parseFirm)
}

func (c *Cleaner) title(text, country string) *JobTitle {
	return c.seen.titles.get(text, country, ParseTitle)
}

func (c *Cleaner) industryInText(text, country string) (code, system string) {
	form := c.seen.industry.get(text, country, func(text, country string) industryForm {
		code, system := industryInText(text, country)
		return industryForm{code, system}
	})
	return form.code, form.system
}

// headCount is Employees; "" when the text is no count.
func (c *Cleaner) headCount(text string, hint contact.Hint) string {
	if hint != c.seen.headHint {
		c.seen.headHint, c.seen.employees = hint, newRecent[string](manyPlaces)
	}
	return *c.seen.employees.get(text, "", func(text, _ string) string {
		band, _ := Employees(text, hint)
		return band
	})
}

// registrable is the part of a host name that its owner registered:
// "shop.firma.co.uk" is "firma.co.uk".
func (c *Cleaner) registrable(host string) string {
	return *c.seen.domains.get(host, "", func(host, _ string) string {
		domain, err := publicsuffix.EffectiveTLDPlusOne(host)
		if err != nil {
			return ""
		}
		return domain
	})
}
