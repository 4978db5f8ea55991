package clean

import (
	"cmp"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// findCountry settles the row's country and says on what evidence: its own
// cell, a phone's country code, the shape of the postal code, the domain, and
// last the list's or the run's default.
func (c *Cleaner) findCountry(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	if text := v[contact.Country]; text != "" {
		if code, ok := c.country(text); ok {
			set(r, contact.Country, code, "cell")
			return
		}
		region := market.CountryOfRegion(text) != ""
		if code := c.misspeltCountry(text); code != "" && !region {
			r.Note(contact.Country, "misspelt")
			set(r, contact.Country, code, "cell")
			return
		}
		if v[contact.Region] == "" && region {
			v[contact.Region] = text // "Bayern" in a column headed Land
		}
		r.Note(contact.Country, "unknown")
		v[contact.Country] = ""
	}
	if code, evidence := c.impliedCountry(v, h); code != "" {
		set(r, contact.Country, code, evidence)
	}
}

// impliedCountry tells the country of a row that does not name it, and on what
// evidence. The list's default stands behind what only one country has, and
// before hints that are weaker.
func (c *Cleaner) impliedCountry(v *[contact.NumFields]string, h *contact.Hints) (code, evidence string) {
	usual := cmp.Or(h.Country, c.cfg.Country)
	if code = countryOfPhones(v, false); code != "" && !acrossBorder(v[contact.PostalCode], code, usual) {
		return code, "phone"
	}
	if code = market.CountryOfPostal(v[contact.PostalCode]); code != "" {
		return code, "postal"
	}
	if code = market.CountryOfRegion(v[contact.Region]); code != "" {
		return code, "name"
	}
	if usual != "" {
		return usual, "list"
	}
	if code = countryOfDomains(v); code != "" {
		return code, "domain"
	}
	if v[contact.Company] != "" {
		if code = c.company(v[contact.Company], "").LegalCountry; code != "" {
			return code, "name"
		}
	}
	if code = market.CountryOfCity(c.cityForm(v[contact.City], "").key); code != "" {
		return code, "name"
	}
	return countryOfPhones(v, true), "phone"
}

// acrossBorder tells a row whose phone is another country's than its postal
// code, which is one of the list's own: somebody who lives here and works, or
// shops for contracts, over there.
func acrossBorder(postal, phones, usual string) bool {
	if postal == "" || usual == "" || usual == phones || !market.HasPostalShape(phones) {
		return false
	}
	_, restored, theirs := market.PostalCode(phones, postal)
	_, lost, ours := market.PostalCode(usual, postal)
	return ours && !lost && !(theirs && !restored)
}

func set(r *contact.Record, f contact.Field, value, evidence string) {
	r.Values[f] = value
	r.Values[contact.CountryBy] = evidence
}

// countryOfPhones reads the country off a number written with its country
// code; bare says that the code may lack its plus.
func countryOfPhones(v *[contact.NumFields]string, bare bool) string {
	for _, f := range [...]contact.Field{contact.Phone, contact.Mobile, contact.Switchboard, contact.Phone2} {
		text := strings.TrimLeft(v[f], " ('")
		if strings.HasPrefix(text, "+") || strings.HasPrefix(text, "00") || bare && text != "" {
			if n, ok := Phone(v[f], ""); ok {
				return n.Country
			}
		}
	}
	return ""
}

// countryOfDomains reads the country off the email's or the website's domain.
func countryOfDomains(v *[contact.NumFields]string) string {
	if mails := Emails(v[contact.Email]); len(mails) > 0 { // as they will be cleaned
		if code := market.CountryOfDomain(mails[0].Domain); code != "" {
			return code
		}
	}
	return market.CountryOfDomain(hostOf(v[contact.Website]))
}

// cleanAddress writes postal code, city, region and the street's keys.
func (c *Cleaner) cleanAddress(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	country := v[contact.Country]
	if text := v[contact.PostalCode]; text != "" {
		code, restored, ok := market.PostalCode(country, text)
		if !ok && v[contact.CountryBy] != "cell" {
			// The default country was wrong, or the code is: believe the shape.
			if other := market.CountryOfPostal(text); other != "" && v[contact.CountryBy] == "list" {
				set(r, contact.Country, other, "postal")
				country = other
				code, restored, ok = market.PostalCode(country, text)
			}
		}
		if restored && v[contact.CountryBy] == "list" && v[contact.City] != "" {
			// "1010 Wien" in a German list is no Saxon town.
			other := market.CountryOfCity(c.cityForm(v[contact.City], "").key)
			if theirs, lost, fits := market.PostalCode(other, text); other != "" && other != country && fits && !lost {
				set(r, contact.Country, other, "name")
				country, code, restored = other, theirs, false
			}
		}
		switch {
		case !ok:
			r.Note(contact.PostalCode, "invalid")
		case restored:
			r.Note(contact.PostalCode, "restored-zero")
		}
		v[contact.PostalCode] = code
	} else if city := v[contact.City]; city != "" && isDigit(city[0]) {
		// "00-950 Warszawa" in the city's column.
		if _, code, rest, _, ok := cutPostal(city, country); ok && rest != "" {
			v[contact.PostalCode], v[contact.City] = code, rest
			r.Note(contact.PostalCode, "from-city")
		}
	}
	if text := v[contact.City]; text != "" {
		if city := c.cityForm(text, country); !city.asWritten {
			v[contact.City] = city.name
			r.Note(contact.City, "tidied")
		}
	}
	if text := v[contact.Region]; text != "" {
		if name, ok := c.region(country, text); ok {
			v[contact.Region] = name
			if now := market.RegionOfPostal(country, v[contact.PostalCode]); now != "" && market.DividedRegion(country, name) {
				v[contact.Region] = now
				r.Note(contact.Region, "from-postal-code")
			}
		}
	} else if region := market.RegionOfPostal(country, v[contact.PostalCode]); region != "" {
		v[contact.Region] = region
		r.Note(contact.Region, "from-postal-code")
	}
	v[contact.TimeZone] = market.TimeZone(country, v[contact.Region])
}
