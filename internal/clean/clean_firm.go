package clean

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// cleanIDs writes the company's identifiers and flags those that fail their
// check.
func (c *Cleaner) cleanIDs(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	for _, f := range [...]contact.Field{contact.TaxID, contact.RegistrationID, contact.DUNS} {
		text := v[f]
		if text == "" {
			continue
		}
		hint := h.Fields[f]
		if f == contact.DUNS {
			hint.IDKind = "duns"
		}
		id := ReadID(text, hint, v[contact.Country])
		v[f] = id.Text
		for _, code := range id.Codes {
			r.Note(f, code)
		}
	}
}

// cleanFirmFacts writes sizes, money, industry codes and ratings.
func (c *Cleaner) cleanFirmFacts(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	if text := v[contact.Employees]; text != "" {
		if v[contact.Employees] = c.headCount(text, h.Fields[contact.Employees]); v[contact.Employees] == "" {
			r.Note(contact.Employees, "unreadable")
		}
	}
	if code := strings.ToUpper(v[contact.Currency]); code != "" {
		if _, word, ok := market.MoneyWord(v[contact.Currency], v[contact.Country]); ok && word != "" {
			code = word
		}
		v[contact.Currency] = code
	}
	c.cleanMoney(r, contact.Revenue, h)
	c.cleanMoney(r, contact.Income, h)
	if text := v[contact.IndustryCode]; text != "" {
		hint := h.Fields[contact.IndustryCode]
		if hint.System == "" {
			hint.System = v[contact.CodeSystem]
		}
		if code, ok := IndustryCode(text, hint.System, hint.Damaged); ok {
			v[contact.IndustryCode] = code
			if hint.System != "" {
				v[contact.CodeSystem] = hint.System
			}
		} else {
			if v[contact.Industry] == "" {
				v[contact.Industry] = text
			}
			v[contact.IndustryCode] = ""
			r.Note(contact.IndustryCode, "unreadable")
		}
	}
	if v[contact.IndustryCode] == "" && v[contact.Industry] != "" {
		v[contact.IndustryCode], v[contact.CodeSystem] = c.industryInText(v[contact.Industry], v[contact.Country])
		if system := h.Fields[contact.Industry].System; system != "" && v[contact.IndustryCode] != "" {
			v[contact.CodeSystem] = system
		}
	}
	if text := v[contact.Credit]; text != "" {
		if level, ok := Rating(text, h.Fields[contact.Credit].Scale); ok {
			v[contact.CreditScale] = level
		}
	}
	if text := v[contact.Founded]; text != "" {
		if date, ok := Date(text, h.Fields[contact.Founded]); ok {
			v[contact.Founded] = c.past(date, text)
		} else {
			v[contact.Founded] = ""
			r.Note(contact.Founded, "unreadable")
		}
	}
}

// cleanMoney writes revenue or income; the revenue's currency is the row's.
func (c *Cleaner) cleanMoney(r *contact.Record, f contact.Field, h *contact.Hints) {
	v := &r.Values
	text := v[f]
	if text == "" {
		return
	}
	amount, ok := money(text, h.Fields[f], v[contact.Country])
	if !ok {
		v[f] = ""
		r.Note(f, "unreadable")
		return
	}
	v[f] = amount.Value
	if v[contact.Currency] == "" { // revenue comes first, so its currency wins
		v[contact.Currency] = amount.Currency
	}
}
