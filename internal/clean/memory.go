package clean

import (
	"strings"

	"golang.org/x/net/publicsuffix"

	"goldpan/internal/market"
)

// memorySize bounds each of a Cleaner's memories; a full one is emptied, which
// keeps results independent of what came before.
const memorySize = 1 << 14

// textIn keys a remembered value by its text and country.
type textIn struct{ text, country string }

// memory remembers the normal forms of values that repeat from row to row.
type memory struct {
	countries map[string]string
	misspelt  map[textIn]string
	regions   map[textIn]string
	cities    map[textIn]cityForm
	companies map[textIn]Firm
	titles    map[textIn]JobTitle
	domains   map[string]string
}

type cityForm struct{ name, key string }

func newMemory() memory {
	return memory{
		countries: map[string]string{}, misspelt: map[textIn]string{}, regions: map[textIn]string{}, cities: map[textIn]cityForm{},
		companies: map[textIn]Firm{}, titles: map[textIn]JobTitle{}, domains: map[string]string{},
	}
}

// remembered looks a value up or works it out and remembers it. The key's
// strings may be parts of a whole row: they are copied before they are kept.
func remembered[V any](m map[textIn]V, key textIn, work func(text, country string) V) V {
	if v, ok := m[key]; ok {
		return v
	}
	v := work(key.text, key.country)
	if len(m) >= memorySize {
		clear(m)
	}
	m[textIn{strings.Clone(key.text), key.country}] = v
	return v
}

func (c *Cleaner) country(text string) (string, bool) {
	if market.IsCountryCode(text) {
		return text, true
	}
	code, seen := c.seen.countries[text]
	if !seen {
		code, _ = market.Country(text)
		if len(c.seen.countries) >= memorySize {
			clear(c.seen.countries)
		}
		c.seen.countries[strings.Clone(text)] = code
	}
	return code, code != ""
}

// misspeltCountry is the country whose name is a slip away, "" for none.
func (c *Cleaner) misspeltCountry(text string) string {
	return remembered(c.seen.misspelt, textIn{text, ""}, func(text, _ string) string {
		code, _ := market.MisspeltCountry(text)
		return code
	})
}

func (c *Cleaner) region(country, text string) (string, bool) {
	name := remembered(c.seen.regions, textIn{text, country}, func(text, country string) string {
		name, _ := market.Region(country, text)
		return name
	})
	return name, name != ""
}

func (c *Cleaner) cityForm(text, country string) cityForm {
	return remembered(c.seen.cities, textIn{text, country}, func(text, country string) cityForm {
		name := City(text, country)
		return cityForm{name, cityKey(name)}
	})
}

func (c *Cleaner) city(text, country string) string { return c.cityForm(text, country).name }

func (c *Cleaner) company(text, country string) Firm {
	return remembered(c.seen.companies, textIn{text, country}, ParseCompany)
}

func (c *Cleaner) title(text, country string) JobTitle {
	return remembered(c.seen.titles, textIn{text, country}, ParseTitle)
}

// registrable is the part of a host name that its owner registered:
// "shop.firma.co.uk" is "firma.co.uk".
func (c *Cleaner) registrable(host string) string {
	if domain, seen := c.seen.domains[host]; seen {
		return domain
	}
	domain := registrable(host)
	if len(c.seen.domains) >= memorySize {
		clear(c.seen.domains)
	}
	c.seen.domains[strings.Clone(host)] = domain
	return domain
}

func registrable(host string) string {
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	return domain
}
