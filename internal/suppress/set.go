package suppress

import (
	"strings"
	"time"

	"goldpan/internal/contact"
)

// Config is what the lists are read and matched with. The functions are those
// that bring rows to normal form, so that an entry and a row that mean the same
// get the same key.
type Config struct {
	AsOf    time.Time
	Country string                            // of numbers in national form, where neither list nor entry tells
	Email   func(text string) string          // match key of an email, "" when it is none
	Phone   func(text, country string) string // E.164, "" when it is none
	Company func(text, country string) string // match key of a company name
	IsFree  func(domain string) bool          // tells free-mail domains
}

// Set is all lists of a run. Fill it, [Set.Seal] it, then [Set.Match] from as
// many goroutines as you like.
type Set struct {
	cfg     Config
	lists   []List
	entries []entry
	tables  [numKinds]table // one a kind: what few entries identify by stays in the cache
	hashed  digestOf        // what the hashes among the entries may be of
	used    int
}

// NewSet makes an empty set.
func NewSet(cfg Config) *Set { return &Set{cfg: cfg} }

// Lists are the lists of the set; Hit.List indexes them.
func (s *Set) Lists() []List { return s.lists }

// Loader adds the entries of one list.
type Loader struct {
	set     *Set
	list    List
	plain   uint32 // the entry that says nothing beyond its list
	index   uint16
	country string
	known   map[entry]uint32 // entries of the list by what they say
	refused int              // entries that were refused, however many are kept
	Loaded  Loaded
}

// Loaded counts what became of the entries of a list.
type Loaded struct {
	Entries  int       // entries that can be matched
	Unusable int       // entries without anything to match by
	Refused  []Refused // entries that would have suppressed strangers, at most 100
}

// Refused is an entry that was left out and why. It carries no person's data.
type Refused struct {
	Line    int    // of the list, 0 unknown
	Message string // what is wrong and what would be right
}

// maxRefused keeps a list of refusals readable.
const maxRefused = 100

// Add begins a list.
func (s *Set) Add(l List) *Loader {
	index := uint16(len(s.lists))
	s.lists = append(s.lists, l)
	country := l.Country
	if country == "" {
		country = s.cfg.Country
	}
	loader := &Loader{set: s, list: l, index: index, country: country, known: map[entry]uint32{}}
	loader.plain = loader.entry(entry{list: index})
	return loader
}

// Seal ends filling.
func (s *Set) Seal() {
	s.used = 0
	for i := range s.tables {
		s.tables[i].seal()
		s.used += s.tables[i].used
	}
}

// put adds one key.
func (l *Loader) put(kind keyKind, ref uint32, parts ...string) {
	var k keys
	l.set.tables[kind].add(k.of(kind, parts...), ref, l.set.entries)
}

// putNamed adds one key of a person.
func (l *Loader) putNamed(kind keyKind, ref uint32, rec *contact.Record, parts ...string) {
	var k keys
	l.set.tables[kind].add(k.named(k.of(kind, parts...), rec), ref, l.set.entries)
}

// refuse leaves an entry out, and says so.
func (l *Loader) refuse(line int, message string) {
	l.refused++
	if len(l.Loaded.Refused) < maxRefused {
		l.Loaded.Refused = append(l.Loaded.Refused, Refused{line, message})
	}
}

// Record adds an entry that was read and cleaned like a row. Line is its row in
// the list, for messages.
func (l *Loader) Record(rec *contact.Record, line int) {
	ref := l.entry(l.entryOf(rec))
	refused := l.refused
	found := l.person(rec, ref)
	if l.wholeAccount(rec) {
		found = l.account(rec, ref, line) || found
	}
	found = l.digests(rec, ref) || found
	l.count(found, refused)
}

// entry is the number of an entry. Entries that say the same share one, so that
// a CRM export costs no more than the different things that it says.
func (l *Loader) entry(e entry) uint32 {
	if ref, ok := l.known[e]; ok {
		return ref
	}
	e.owner, e.stage = strings.Clone(e.owner), strings.Clone(e.stage) // of the row's backing
	ref := uint32(len(l.set.entries))
	l.set.entries = append(l.set.entries, e)
	l.known[e] = ref
	return ref
}

// List is the list as loaded: one that turned out to be a public register has the
// maximum age of that register where it gives none itself.
func (l *Loader) List() List { return l.list }

// count adds an entry to the tally; refused is what was refused before it.
func (l *Loader) count(found bool, refused int) {
	switch {
	case found:
		l.Loaded.Entries++
	case l.refused == refused:
		l.Loaded.Unusable++
	}
}

// Likeness is the hit on an entry that matching found a row to be, although the
// two may share no key.
func (l *Loader) Likeness(rec *contact.Record) Hit {
	e := l.entryOf(rec)
	return l.set.hitOf(&e, "likeness")
}

// wholeAccount tells whether an entry stands for its company: because the list
// says so, or because it names nobody in particular.
func (l *Loader) wholeAccount(rec *contact.Record) bool {
	switch l.list.level() {
	case Account:
		return true
	}
	v := &rec.Values
	kind := v[contact.EmailKind]
	named := v[contact.LastKey] != "" || v[contact.FirstKey] != "" || v[contact.FullName] != ""
	return !named && (v[contact.Email] == "" || kind == "role")
}

// person adds what identifies the person: emails, phones, name with a place or
// a company.
func (l *Loader) person(rec *contact.Record, ref uint32) bool {
	v := &rec.Values
	found := false
	for _, f := range [...]contact.Field{contact.EmailKey, contact.Email2Key} {
		if v[f] != "" {
			l.putEmail(v[f], ref)
			found = true
		}
	}
	for _, f := range phoneFields {
		if isE164(v[f]) {
			l.put(byPhone, ref, v[f])
			found = true
		}
	}
	if key, ok := badPhoneKey(v[contact.BadPhone]); ok {
		l.put(byPhone, ref, string(key[:]))
		found = true
	}
	if !isNamed(rec) {
		return found
	}
	if v[contact.CompanyKey] != "" {
		l.putNamed(byNameCompany, ref, rec, v[contact.CompanyKey])
		found = true
	}
	if v[contact.PostalKey] != "" {
		l.putNamed(byNamePostal, ref, rec, v[contact.PostalKey])
		found = true
	}
	if street, number := addressKey(rec); street != "" && v[contact.CityKey] != "" {
		l.putNamed(byNameAddress, ref, rec, street, number, v[contact.CityKey])
		found = true
	}
	return found
}

// account adds what identifies the company: tax id, domains, name with its
// place.
func (l *Loader) account(rec *contact.Record, ref uint32, line int) bool {
	v := &rec.Values
	found := false
	if id := idKey(v[contact.TaxID]); id != "" {
		l.put(byTaxID, ref, id)
		found = true
	}
	for _, f := range [...]contact.Field{contact.EmailDomain, contact.WebDomain} {
		if v[f] == "" {
			continue
		}
		if l.isFree(v[f]) {
			l.refuse(line, freeMessage(v[f]))
			continue
		}
		l.put(byDomain, ref, v[f])
		found = true
	}
	if key := v[contact.CompanyKey]; key != "" {
		l.company(ref, key, v[contact.Country], v[contact.CityKey])
		found = true
	}
	return found
}

// company adds a company by name and, where the entry gives one, place.
func (l *Loader) company(ref uint32, key, country, city string) {
	switch {
	case country != "":
		l.put(byCompanyPlace, ref, key, country)
	case city != "":
		l.put(byCompanyPlace, ref, key, "", city)
	default:
		l.put(byCompany, ref, key)
		return
	}
	l.put(byCompanyAnyhow, ref, key)
}

// digests adds hashes that stand where an email, phone or unknown column does.
func (l *Loader) digests(rec *contact.Record, ref uint32) bool {
	found := false
	for _, f := range [...]contact.Field{contact.BadEmail, contact.Email} {
		found = l.digest(rec.Values[f], ofEmail, ref) || found
	}
	for _, f := range [...]contact.Field{contact.BadPhone, contact.Phone, contact.Mobile} {
		found = l.digest(rec.Values[f], ofPhone, ref) || found
	}
	for _, x := range rec.Extras {
		found = l.digest(x.Value, ofAny, ref) || found
	}
	return l.digest(rec.Values[contact.ExternalID], ofAny, ref) || found
}

func (l *Loader) isFree(domain string) bool {
	return l.set.cfg.IsFree != nil && l.set.cfg.IsFree(domain)
}

func freeMessage(domain string) string {
	return domain + " is a free-mail domain and would stop everybody who has a mailbox there: list the addresses instead"
}

// phoneFields are all numbers of a record.
var phoneFields = [...]contact.Field{contact.Phone, contact.Phone2, contact.Mobile, contact.Switchboard, contact.BestPhone, contact.Fax}

func isE164(s string) bool { return len(s) > 6 && s[0] == '+' }

// National adds a number that is written without its country, on a list that
// does not tell the country either: rows of any country with these national
// digits match. Better one stranger too few than one suppressed person called.
// A number with its country code, or too short to be one, is left alone. rec is
// the entry it stands in.
func (l *Loader) National(text string, rec *contact.Record) bool {
	return l.national(text, l.entry(l.entryOf(rec)))
}

func (l *Loader) national(text string, ref uint32) bool {
	digits := make([]byte, 0, 24)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '+':
			return false
		case isDigit(c) && len(digits) < cap(digits):
			digits = append(digits, c)
		}
	}
	if len(digits) > 1 && digits[0] == '0' && digits[1] == '0' {
		return false
	}
	key := trimZeros(string(digits))
	if len(key) < 7 || len(key) > 15 {
		return false
	}
	l.put(byNational, ref, key)
	l.Loaded.Entries++
	return true
}

// trimZeros takes trunk zeros off national digits.
func trimZeros(digits string) string { return strings.TrimLeft(digits, "0") }

// badPhoneKey stands for a number that no numbering plan knows: its last eight
// digits, the same for a row and an entry that have the same unusable number.
// No E.164 number begins with a tilde.
func badPhoneKey(text string) (key [9]byte, ok bool) {
	if IsDigest(text) {
		return key, false
	}
	key[0] = '~'
	n := len(key)
	for i := len(text) - 1; i >= 0 && n > 1; i-- {
		if isDigit(text[i]) {
			n--
			key[n] = text[i]
		}
	}
	return key, n == 1
}

// isNamed tells whether a person can be matched by name: first and last.
func isNamed(rec *contact.Record) bool {
	return rec.Values[contact.FirstKey] != "" && rec.Values[contact.LastKey] != ""
}

// addressKey is street and house number; the whole street line where they could
// not be told apart.
func addressKey(rec *contact.Record) (street, number string) {
	v := &rec.Values
	if v[contact.StreetKey] != "" && v[contact.HouseNumber] != "" {
		return v[contact.StreetKey], v[contact.HouseNumber]
	}
	return v[contact.AddressKey], ""
}

// idKey is a tax id without its country and punctuation, so that "PL
// 526-10-40-828" and "5261040828" are the same; "" when too short to be one.
func idKey(id string) string {
	clean := id
	for i := 0; i < len(id); i++ {
		if c := id[i]; !isDigit(c) && !isLetter(c) {
			clean = compact(id)
			break
		}
	}
	clean = strings.TrimSuffix(clean, "MVA") // Norwegian VAT registration
	if len(clean) > 4 && isLetter(clean[0]) && isLetter(clean[1]) && (isDigit(clean[2]) || clean[:2] == "FR") {
		clean = clean[2:]
	}
	if len(clean) < 5 {
		return ""
	}
	return clean
}

// compact keeps letters, as capitals, and digits.
func compact(id string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= '0' && r <= '9', r >= 'A' && r <= 'Z':
			return r
		}
		return -1
	}, id)
}

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
