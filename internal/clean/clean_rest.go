package clean

import (
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// dateFields are the fields that hold one date each.
var dateFields = [...]contact.Field{contact.BirthDate, contact.ConsentDate, contact.VerifiedDate, contact.UpdatedDate, contact.LastContact}

// cleanDates writes dates by the order their column decided, and birth year
// and age as numbers.
func (c *Cleaner) cleanDates(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	for _, f := range dateFields {
		text := v[f]
		if text == "" {
			continue
		}
		date, ok := Date(text, h.Fields[f])
		if !ok {
			r.Note(f, "unreadable")
		}
		if f == contact.BirthDate {
			date = c.past(date, text)
		}
		v[f] = date
	}
	if text := v[contact.BirthYear]; text != "" {
		date, ok := Date(text, h.Fields[contact.BirthYear])
		if !ok || !c.birthYear(date[:4]) {
			r.Note(contact.BirthYear, "unreadable")
			date = ""
		}
		v[contact.BirthYear] = date[:min(4, len(date))]
	}
	if date := v[contact.BirthDate]; date != "" {
		if !c.birthYear(date[:4]) {
			v[contact.BirthDate] = ""
			r.Note(contact.BirthDate, "unreadable")
		} else if v[contact.BirthYear] == "" {
			v[contact.BirthYear] = date[:4]
		}
	}
	if text := v[contact.Age]; text != "" {
		digits := onlyDigits(text)
		if age := atoi(digits[:min(3, len(digits))]); len(digits) == 0 || len(digits) > 3 || age > 120 {
			v[contact.Age] = ""
			r.Note(contact.Age, "unreadable")
		} else {
			v[contact.Age] = strconv.Itoa(age)
		}
	}
}

// past puts a date that is yet to come, and whose year was written with two
// digits, into the century before: births and foundings have been.
func (c *Cleaner) past(date, text string) string {
	if date == "" || c.cfg.AsOf.IsZero() || date <= c.cfg.AsOf.Format("2006-01-02")[:len(date)] || strings.Contains(text, date[:4]) {
		return date
	}
	if date[:2] == "20" {
		return "19" + date[2:]
	}
	return date
}

// birthYear tells whether somebody may be born in the year. Lists of people
// long dead are matched too.
func (c *Cleaner) birthYear(year string) bool {
	return year >= "1500" && (c.cfg.AsOf.IsZero() || atoi(year) <= c.cfg.AsOf.Year())
}

// cleanFlags writes consent and restriction cells as yes, no or nothing. A
// date in them is a yes of that day.
func (c *Cleaner) cleanFlags(r *contact.Record, _ *contact.Hints) {
	v := &r.Values
	for _, f := range [...]contact.Field{contact.Consent, contact.OptOut, contact.DoNotCall, contact.DoNotEmail} {
		text := v[f]
		if text == "" {
			continue
		}
		flag := Flag(text, f != contact.Consent)
		if flag == "" {
			if date, ok := Date(text, contact.Hint{}); ok && len(date) == 10 {
				flag = "yes"
				if f == contact.Consent && v[contact.ConsentDate] == "" {
					v[contact.ConsentDate] = date
				}
			} else {
				r.Note(f, "unreadable")
			}
		}
		v[f] = flag
	}
}

// fillKeys writes the match keys of the person and the place.
func (c *Cleaner) fillKeys(r *contact.Record, _ *contact.Hints) {
	v := &r.Values
	v[contact.FirstKey] = market.Key(v[contact.FirstName])
	v[contact.MiddleKey] = market.Key(v[contact.MiddleName])
	v[contact.LastKey] = market.Key(v[contact.LastName])
	if v[contact.City] != "" {
		v[contact.CityKey] = c.cityForm(v[contact.City], v[contact.Country]).key
	}
	if v[contact.Street] != "" {
		v[contact.StreetKey], v[contact.HouseNumber], v[contact.AddressKey] = StreetKeys(v[contact.Street], v[contact.Country])
	}
	v[contact.PostalKey] = postalKey(v[contact.PostalCode])
}

// postalKey is a postal code without blanks and hyphens.
func postalKey(code string) string {
	if isASCII(code) {
		var room [16]byte
		out := room[:0]
		for i := 0; i < len(code) && len(out) < cap(out); i++ {
			if isDigit(code[i]) || isLetter(code[i]) {
				out = append(out, code[i])
			}
		}
		if len(out) == len(code) {
			return code
		}
		return string(out)
	}
	return code
}
