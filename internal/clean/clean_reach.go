package clean

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// cleanEmails writes both addresses; a second one found in the first cell
// fills an empty second field; text that is no address goes to BadEmail.
func (c *Cleaner) cleanEmails(r *contact.Record, _ *contact.Hints) {
	v := &r.Values
	if v[contact.Email] == "" && v[contact.Email2] != "" {
		v[contact.Email], v[contact.Email2] = v[contact.Email2], ""
	}
	if text := v[contact.Email]; text != "" {
		mail, ok := plainMail(text)
		if !ok {
			mail, ok = c.wrappedMail(r, text)
		}
		if ok {
			c.putEmail(r, mail)
		} else {
			v[contact.Email], v[contact.BadEmail], v[contact.EmailHint] = "", text, SuggestDomain(text)
			r.Note(contact.Email, "invalid")
			if hint := v[contact.EmailHint]; hint != "" {
				r.Note(contact.Email, "suggest:"+hint)
			}
		}
	}
	if text := v[contact.Email2]; text != "" {
		mail, ok := Email(text)
		switch {
		case !ok:
			v[contact.Email2] = ""
			if v[contact.BadEmail] == "" {
				v[contact.BadEmail] = text
			}
			r.Note(contact.Email2, "invalid")
		case v[contact.Email] == "":
			v[contact.Email2] = ""
			c.putEmail(r, mail)
		case mail.Key == v[contact.EmailKey]:
			v[contact.Email2] = ""
		default:
			v[contact.Email2], v[contact.Email2Key] = mail.Address, mail.Key
		}
	}
}

// wrappedMail reads a cell that is more than one plain address.
func (c *Cleaner) wrappedMail(r *contact.Record, text string) (Mail, bool) {
	mails := Emails(text)
	if len(mails) == 0 {
		return Mail{}, false
	}
	if len(mails) > 1 {
		r.Note(contact.Email, "several")
		if r.Values[contact.Email2] == "" {
			r.Values[contact.Email2] = mails[1].Address
		}
	}
	return mails[0], true
}

func (c *Cleaner) putEmail(r *contact.Record, mail Mail) {
	v := &r.Values
	v[contact.Email], v[contact.EmailKind], v[contact.EmailKey], v[contact.EmailHint] = mail.Address, mail.Kind, mail.Key, mail.Hint
	if mail.ofCompany() && !strings.HasPrefix(mail.Domain, "[") {
		v[contact.EmailDomain] = c.registrable(mail.Domain)
	}
	for _, code := range mail.Codes {
		r.Note(contact.Email, code)
	}
}

// cleanWeb writes the website's host and registrable domain, and the profile
// address of a professional network.
func (c *Cleaner) cleanWeb(r *contact.Record, _ *contact.Hints) {
	v := &r.Values
	if text := v[contact.Website]; text != "" {
		host := hostOf(text)
		switch domain := c.registrable(host); {
		case domain == "":
			r.Note(contact.Website, "invalid")
		case strings.HasSuffix(domain, "linkedin.com") && v[contact.LinkedIn] == "":
			v[contact.LinkedIn], v[contact.Website] = text, ""
		case !market.SharedSite(domain):
			v[contact.WebDomain] = domain
		}
	}
	if text := v[contact.LinkedIn]; text != "" {
		v[contact.LinkedIn] = linkedIn(text)
	}
}

// hostOf is the host name of a website's address in lower-case ASCII, without
// "www.".
func hostOf(text string) string {
	if host, ok := plainHost(text); ok {
		return host
	}
	text = strings.TrimSpace(text)
	if at := strings.Index(text, "://"); at >= 0 {
		text = text[at+3:]
	}
	text = strings.TrimLeft(text, "/")
	if end := strings.IndexAny(text, "/?#: ,;"); end >= 0 {
		text = text[:end]
	}
	if at := strings.LastIndexByte(text, '@'); at >= 0 {
		text = text[at+1:]
	}
	text = strings.ToLower(strings.TrimRight(text, "."))
	text = strings.TrimPrefix(text, "www.")
	if text == "" {
		return ""
	}
	if host, ok := asciiDomain(text); ok {
		return host
	}
	return ""
}

// plainHost takes the common shape: a protocol or none, a host of lower-case
// letters, digits, hyphens and dots, and nothing behind it but a slash.
func plainHost(text string) (string, bool) {
	if rest, ok := strings.CutPrefix(text, "http"); ok {
		rest = strings.TrimPrefix(rest, "s")
		if rest, ok = strings.CutPrefix(rest, "://"); ok {
			text = rest
		}
	}
	text = strings.TrimPrefix(strings.TrimSuffix(text, "/"), "www.")
	for i := 0; i < len(text); i++ {
		if c := text[i]; !(c >= 'a' && c <= 'z' || isDigit(c) || c == '-' || c == '.') {
			return "", false
		}
	}
	return text, soundDomain(text)
}

// linkedIn writes a profile address without protocol, language and tracking.
func linkedIn(text string) string {
	at := indexFold(text, "linkedin.com/")
	if at < 0 {
		return text
	}
	path := text[at+len("linkedin.com/"):]
	if end := strings.IndexAny(path, "?#"); end >= 0 {
		path = path[:end]
	}
	return "https://www.linkedin.com/" + strings.TrimRight(path, "/")
}

// phoneFields are the fields that hold numbers, and where their kinds go.
var phoneFields = [...]struct{ number, kind contact.Field }{
	{contact.Phone, contact.PhoneKind},
	{contact.Phone2, contact.Phone2Kind},
	{contact.Mobile, contact.MobileKind},
	{contact.Fax, contact.NoField},
	{contact.Switchboard, contact.NoField},
}

// cleanPhones writes every number in E.164 form, finds room for second numbers
// of a cell, and picks the one to dial first.
func (c *Cleaner) cleanPhones(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	for _, p := range phoneFields {
		if v[p.number] != "" {
			c.cleanPhone(r, p.number, p.kind)
		}
	}
	if v[contact.Phone] != "" && v[contact.Phone] == v[contact.Fax] {
		v[contact.Phone], v[contact.PhoneKind] = "", ""
		r.Note(contact.Phone, "fax")
	}
	c.placePhones(r)
	v[contact.BestPhone] = bestPhone(v)
	if v[contact.TimeZone] == "" && v[contact.BestPhone] != "" {
		v[contact.TimeZone] = market.PhoneZone(v[contact.BestPhone], v[contact.Country])
	}
}

func (c *Cleaner) cleanPhone(r *contact.Record, field, kind contact.Field) {
	v := &r.Values
	text := v[field]
	v[field] = ""
	var room [3]Number
	numbers := room[:0]
	if away := overseas(v[contact.PostalCode]); away != "" && v[contact.Country] == "FR" {
		numbers = appendNumbers(numbers, text, away, len(room))
	}
	if len(numbers) == 0 {
		numbers = appendNumbers(numbers, text, v[contact.Country], len(room))
	}
	if len(numbers) == 0 {
		if emptyNumber(text) {
			r.Note(field, "missing-word")
			return
		}
		r.Note(field, "invalid")
		if digits := onlyDigits(text); same([]byte(digits)) {
			addIdentityNote(v, "dummy")
		}
		if v[contact.BadPhone] == "" && field != contact.Fax {
			v[contact.BadPhone] = text
		}
		return
	}
	n := &numbers[0]
	v[field] = n.E164
	if kind != contact.NoField {
		v[kind] = n.Kind
		if field == contact.Mobile && n.Kind == "unknown" {
			v[kind] = "mobile" // where the number does not tell, the column does
		}
	}
	if field == contact.Phone && n.Ext != "" {
		v[contact.PhoneExt] = n.Ext
	}
	for _, code := range n.Codes {
		r.Note(field, code)
		if (code == "fictional" || code == "dummy") && field != contact.Fax {
			addIdentityNote(v, code)
		}
	}
	for i := range numbers[1:] {
		c.secondPhone(r, field, &numbers[i+1])
	}
}

// overseas is the country code under which the departments of France beyond
// the sea are dialled, by their postal code: 0590 12 34 56 is +590 590 12 34 56.
func overseas(postal string) string {
	if len(postal) != 5 || postal[:2] != "97" {
		return ""
	}
	switch postal[2] {
	case '1':
		return "GP"
	case '2':
		return "MQ"
	case '3':
		return "GF"
	case '4':
		return "RE"
	case '6':
		return "YT"
	}
	return ""
}

// emptyNumber tells a cell that holds no digits but zeros: "0", "000-000-000",
// "+48".
func emptyNumber(text string) bool {
	digits := onlyDigits(text)
	return len(digits) < 3 || strings.Count(digits, "0") == len(digits)
}

// addIdentityNote adds a word to the identity note, once.
func addIdentityNote(v *[contact.NumFields]string, word string) {
	switch note := v[contact.IdentityNote]; {
	case note == "":
		v[contact.IdentityNote] = word
	case !strings.Contains(note, word):
		v[contact.IdentityNote] = note + ";" + word
	}
}

// secondPhone puts a further number of a cell into an empty field.
func (c *Cleaner) secondPhone(r *contact.Record, from contact.Field, n *Number) {
	if from == contact.Fax {
		return
	}
	v := &r.Values
	r.Note(from, "several")
	switch {
	case n.Kind == "mobile" && v[contact.Mobile] == "":
		v[contact.Mobile], v[contact.MobileKind] = n.E164, n.Kind
	case v[contact.Phone2] == "":
		v[contact.Phone2], v[contact.Phone2Kind] = n.E164, n.Kind
	case v[contact.Mobile] == "" && n.Kind == "unknown":
		v[contact.Mobile], v[contact.MobileKind] = n.E164, n.Kind
	}
}

// placePhones moves numbers to the fields they belong in: a repeated one goes,
// an only number stands in Phone or Mobile.
func (c *Cleaner) placePhones(r *contact.Record) {
	v := &r.Values
	if v[contact.Phone2] != "" && (v[contact.Phone2] == v[contact.Phone] || v[contact.Phone2] == v[contact.Mobile]) {
		v[contact.Phone2], v[contact.Phone2Kind] = "", ""
	}
	if v[contact.Phone] == "" && v[contact.Phone2] != "" {
		v[contact.Phone], v[contact.PhoneKind] = v[contact.Phone2], v[contact.Phone2Kind]
		v[contact.Phone2], v[contact.Phone2Kind] = "", ""
	}
}

// bestPhone picks the number to dial first: a mobile, a direct line, the
// switchboard; premium numbers never.
func bestPhone(v *[contact.NumFields]string) string {
	switch {
	case v[contact.Mobile] != "" && v[contact.MobileKind] != "premium":
		return v[contact.Mobile]
	case v[contact.Phone] != "" && v[contact.PhoneKind] == "mobile":
		return v[contact.Phone]
	case v[contact.Phone2] != "" && v[contact.Phone2Kind] == "mobile":
		return v[contact.Phone2]
	case v[contact.Phone] != "" && v[contact.PhoneKind] != "premium":
		return v[contact.Phone]
	case v[contact.Phone2] != "" && v[contact.Phone2Kind] != "premium":
		return v[contact.Phone2]
	}
	return v[contact.Switchboard]
}
