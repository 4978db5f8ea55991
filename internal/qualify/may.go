package qualify

import (
	"strings"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// named tells whether a record is about a person.
func named(r *contact.Record) bool {
	return r.Values[contact.LastName] != "" || r.Values[contact.FirstName] != "" || r.Values[contact.FullName] != ""
}

// hasPhone and hasEmail tell whether there is a number to dial, an address to
// write to. An address that a verifier found invalid is none.
func hasPhone(r *contact.Record) bool {
	return r.Values[contact.Phone] != "" || r.Values[contact.Mobile] != "" || r.Values[contact.BestPhone] != "" ||
		r.Values[contact.Phone2] != "" || r.Values[contact.Switchboard] != ""
}

func hasEmail(r *contact.Record) bool {
	return r.Values[contact.Email] != "" && r.Values[contact.EmailStatus] != "invalid" || r.Values[contact.Email2] != ""
}

// identified rejects what cannot be identified or reached, and what is closed
// to us on every channel.
func (j *Judge) identified(s *Subject, v *Verdict) bool {
	r := s.Rec
	if !named(r) && r.Values[contact.Company] == "" && r.Values[contact.TradingName] == "" {
		j.reject(v, contact.NoIdentity, j.plan.say("no_identity"))
		return false
	}
	if !j.reachable(r) {
		reason, detail := contact.NoChannel, j.plan.say("no_channel", "{v}", strings.Join(j.plan.reach, ", "))
		switch {
		case (r.Has(contact.BadEmail) || r.Has(contact.Email)) && !hasPhone(r) && !r.Has(contact.BadPhone) && !hasEmail(r):
			reason, detail = contact.UnusableEmail, j.plan.say("bad_email")
		case r.Has(contact.BadPhone) && !hasEmail(r):
			reason, detail = contact.UnusablePhone, j.plan.say("bad_phone")
		}
		j.reject(v, reason, detail)
		return false
	}
	blocked := s.Blocked
	own := optedOut(r)
	left := contact.NoChannels
	if hasPhone(r) {
		left |= contact.CallChannel
	}
	if hasEmail(r) {
		left |= contact.EmailChannel
	}
	if own == contact.AllChannels || own != 0 && left&^own == 0 {
		j.reject(v, contact.OptedOut, j.plan.say("opted_out"))
		return false
	}
	if blocked == contact.AllChannels || (blocked|own) != 0 && left&^(blocked|own) == 0 {
		j.reject(v, contact.Suppressed, j.plan.say("suppressed"))
		return false
	}
	return true
}

// reachable tells whether one of the wanted channels is there.
func (j *Judge) reachable(r *contact.Record) bool {
	for _, channel := range j.plan.reach {
		switch channel {
		case "phone":
			if hasPhone(r) {
				return true
			}
		case "mobile":
			if r.Values[contact.Mobile] != "" || r.Values[contact.PhoneKind] == "mobile" {
				return true
			}
		case "email":
			if hasEmail(r) {
				return true
			}
		case "website":
			if r.Values[contact.Website] != "" {
				return true
			}
		case "linkedin":
			if r.Values[contact.LinkedIn] != "" {
				return true
			}
		case "address":
			if r.Values[contact.City] != "" && (r.Values[contact.Street] != "" || r.Values[contact.Address] != "") {
				return true
			}
		}
	}
	return false
}

// optedOut is what the list's own columns close.
func optedOut(r *contact.Record) contact.Channel {
	closed := contact.NoChannels
	if r.Values[contact.OptOut] == "yes" {
		closed = contact.AllChannels
	}
	if r.Values[contact.DoNotCall] == "yes" {
		closed |= contact.CallChannel
	}
	if r.Values[contact.DoNotEmail] == "yes" {
		closed |= contact.EmailChannel
	}
	return closed
}

// permissions applies the contact rules to both channels.
func (j *Judge) permissions(s *Subject, v *Verdict) {
	country := j.country(s)
	closed := s.Blocked | optedOut(s.Rec)
	if hasPhone(s.Rec) {
		rule := j.plan.rules.Find(country, "call", callSubscriber(s.Rec))
		v.MayCall, v.CallRule = j.may(s, rule, contact.CallChannel, closed)
	}
	if hasEmail(s.Rec) {
		rule := j.plan.rules.Find(country, "email", emailSubscriber(s.Rec))
		v.MayEmail, v.EmailRule = j.may(s, rule, contact.EmailChannel, closed)
	}
	v.NoticeDue = j.noticeDue(s, country)
}

// may is the answer of a rule, opened by screening or consent, closed by a
// suppression, and for e-mail held back where the list says that consent was
// not given.
func (j *Judge) may(s *Subject, rule market.ContactRule, channel, closed contact.Channel) (answer, id string) {
	switch {
	case closed&channel != 0:
		return "no", "suppressed"
	case rule.Answer == "needs-screening" && s.Screened&channel != 0:
		return "yes", rule.ID + "+screened"
	case (rule.Answer == "needs-consent" || rule.Answer == "needs-screening") && j.consents(s.Rec, channel):
		return "yes", rule.ID + "+consent"
	case rule.Answer == "yes" && channel == contact.EmailChannel && s.Rec.Values[contact.Consent] == "no":
		return "needs-consent", rule.ID + "+refused" // they were asked for it, whatever the law lets pass
	}
	return rule.Answer, rule.ID
}

// consentAge is how long a consent is believed without having been used: the
// longer end of what authorities advise.
const consentAge = 24 // months

// consents tells whether the consent columns are evidence for a channel: a
// yes with a date that is not too old and a scope that covers the channel. A
// bare yes is a claim.
func (j *Judge) consents(r *contact.Record, channel contact.Channel) bool {
	if r.Values[contact.Consent] != "yes" {
		return false
	}
	on, ok := parseDay(r.Values[contact.ConsentDate])
	if !ok || on.After(j.plan.asOf) || on.Before(j.plan.asOf.AddDate(0, -consentAge, 0)) {
		return false
	}
	words := scopeOfCall
	if channel == contact.EmailChannel {
		words = scopeOfEmail
	}
	key := j.folded(r.Values[contact.ConsentScope])
	_, all := findWord(key, scopeOfAll)
	_, own := findWord(key, words)
	return all || own
}

// Words by which a consent's scope names channels, as match keys, in the six
// languages.
var (
	scopeOfAll  = []string{"all channels", "all", "any channel", "wszystkie", "toate", "alle", "tous", "toutes"}
	scopeOfCall = []string{"call", "phone", "tel", "telefon", "telephone", "mobile", "mobil", "voice", "rozmow", "kom", "komork", "apel", "ring", "anruf",
		"appel"}
	scopeOfEmail = []string{"email", "e mail", "mail", "newsletter", "poczta", "e post", "epost", "courriel"}
)

// callSubscriber is the kind of subscriber behind the phone.
func callSubscriber(r *contact.Record) string {
	switch {
	case r.Values[contact.SoleTrader] == "yes":
		return "sole_trader"
	case r.Values[contact.Company] == "" && r.Values[contact.TradingName] == "":
		return "consumer"
	case !firmKnown(r):
		return ""
	case named(r):
		return "named"
	}
	return "firm"
}

// firmKnown tells whether a company is known to be a legal person; a bare
// company name with neither form nor number may be a sole trader's.
func firmKnown(r *contact.Record) bool {
	for _, f := range [...]contact.Field{contact.LegalForm, contact.TaxID, contact.RegistrationID, contact.DUNS,
		contact.Employees, contact.Website, contact.EmailDomain} {
		if r.Values[f] != "" {
			return true
		}
	}
	return false
}

// emailSubscriber is the kind of subscriber behind the mail address: a role
// mailbox is a firm's, a personal one is its person's.
func emailSubscriber(r *contact.Record) string {
	kind := callSubscriber(r)
	switch {
	case kind == "named" && r.Values[contact.EmailKind] == "role":
		return "firm"
	case kind == "firm" && r.Values[contact.EmailKind] != "role":
		return "named"
	}
	return kind
}

// noticeCountries are those where the GDPR, or the like law of the UK and
// Switzerland, asks to tell people where their data came from.
var noticeCountries = map[string]bool{
	"AT": true, "BE": true, "BG": true, "CY": true, "CZ": true, "DE": true, "DK": true, "EE": true, "ES": true,
	"FI": true, "FR": true, "GR": true, "HR": true, "HU": true, "IE": true, "IS": true, "IT": true, "LI": true,
	"LT": true, "LU": true, "LV": true, "MT": true, "NL": true, "NO": true, "PL": true, "PT": true, "RO": true,
	"SE": true, "SI": true, "SK": true, "GB": true, "CH": true,
}

// noticeDue is the day by which a natural person must have been told: a month
// after the purchase (the as-of day where that is unknown), or the first
// contact planned, whichever is earlier.
func (j *Judge) noticeDue(s *Subject, country string) string {
	if !named(s.Rec) && s.Rec.Values[contact.SoleTrader] != "yes" || country != "" && !noticeCountries[country] {
		return ""
	}
	from := s.Purchased
	if from.IsZero() {
		from = j.plan.asOf
	}
	if from.IsZero() {
		return ""
	}
	due := monthAfter(from)
	if !s.Planned.IsZero() && s.Planned.Before(due) {
		due = s.Planned
	}
	return due.Format(time.DateOnly)
}

// monthAfter is the same day of the next month, or its last day where that
// month is shorter.
func monthAfter(d time.Time) time.Time {
	next := d.AddDate(0, 1, 0)
	if next.Day() != d.Day() {
		next = next.AddDate(0, 0, -next.Day())
	}
	return next
}

// SourceSentence tells a contact where its data came from, in the contact's
// own language.
func (j *Judge) SourceSentence(s *Subject) string {
	lang := market.LanguageOf(j.country(s))
	vendor := s.Vendor
	if vendor == "" {
		vendor = s.Rec.Values[contact.Vendor]
	}
	switch {
	case vendor == "":
		return market.Text(lang, "source.unknown")
	case s.Purchased.IsZero():
		return strings.NewReplacer("{vendor}", vendor).Replace(market.Text(lang, "source.undated"))
	}
	return strings.NewReplacer("{vendor}", vendor, "{date}", writtenDay(lang, s.Purchased)).
		Replace(market.Text(lang, "source.bought"))
}

// writtenDay writes a day as the language does.
func writtenDay(lang string, d time.Time) string {
	switch lang {
	case "en":
		return d.Format("2 January 2006")
	case "fr":
		return d.Format("02/01/2006")
	}
	return d.Format("02.01.2006")
}
