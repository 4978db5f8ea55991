package suppress

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Hit is a row found on a list.
type Hit struct {
	List     int // index into [Set.Lists]
	Kind     Kind
	Channel  contact.Channel // closed by it; AllChannels for customers and exclusions
	By       string          // what matched: "email", "phone", "domain", "company", "tax id", "name and postal code", ...
	Reason   contact.Reason  // suppressed, customer, in-pipeline, competitor
	Route    string          // of customers: "reject" or the profile's other way
	Owner    string          // of a customer or deal, as the CRM names them
	Stage    string          // of the deal, as the CRM names it
	OpenDeal bool
	Lapsed   bool // a customer out of touch for longer than the list's lapsed.older_than
}

// Match finds the lists a row is on, at most one hit for each list and CRM
// entry, in the order of how surely they mean the row. It allocates nothing
// when there is no hit and is safe for many goroutines once the set is sealed.
func (s *Set) Match(rec *contact.Record) []Hit {
	if s.used == 0 {
		return nil
	}
	p := probe{set: s}
	p.emails(rec)
	p.phones(rec)
	p.account(rec)
	p.names(rec)
	return p.hits
}

// probe is one row being looked up.
type probe struct {
	set  *Set
	keys keys
	hits []Hit
}

// try looks one key up. Kinds that no list holds cost nothing.
func (p *probe) try(kind keyKind, by string, parts ...string) {
	if t := &p.set.tables[kind]; t.used > 0 {
		p.look(t, p.keys.of(kind, parts...), by)
	}
}

func (p *probe) look(t *table, hash uint64, by string) {
	if t.maybe(hash) {
		t.each(hash, func(ref uint32) { p.hit(ref, by) })
	}
}

// holds tells whether any list has keys of a kind.
func (p *probe) holds(kind keyKind) bool { return p.set.tables[kind].used > 0 }

// hit adds a hit, once for each entry.
func (p *probe) hit(ref uint32, by string) {
	h := p.set.hitOf(&p.set.entries[ref], by)
	for _, have := range p.hits {
		if have.List == h.List && have.Channel == h.Channel && have.Owner == h.Owner && have.Stage == h.Stage {
			return
		}
	}
	p.hits = append(p.hits, h)
}

// hitOf is what it means to stand on a list as an entry.
func (s *Set) hitOf(e *entry, by string) Hit {
	l := &s.lists[e.list]
	h := Hit{List: int(e.list), Kind: l.Kind, Channel: l.channel(), By: by, Owner: e.owner, Stage: e.stage}
	if e.channel != contact.NoChannels {
		h.Channel = e.channel
	}
	switch l.Kind {
	case Customers:
		s.customer(&h, e, l)
	case Exclusion:
		h.Reason = contact.Competitor
	default:
		h.Reason = contact.Suppressed
	}
	return h
}

// customer says which way a customer goes. A row of a CRM export whose deal is
// open, or that has an owner and no decided deal, is being worked on.
func (s *Set) customer(h *Hit, e *entry, l *List) {
	h.Reason, h.Route = contact.Customer, l.Route
	if h.Route == "" {
		h.Route = "reject"
	}
	h.OpenDeal = e.state == market.OpenDeal
	if h.OpenDeal || e.owner != "" && e.state == market.UnknownDeal {
		h.Reason = contact.InPipeline
	}
	if !l.Lapsed.OlderThan.IsZero() && e.last != 0 && !h.OpenDeal {
		limit := l.Lapsed.OlderThan.Before(s.cfg.AsOf)
		if int64(e.last) < limit.Unix()/86400 {
			h.Lapsed, h.Reason = true, contact.Customer
			if l.Lapsed.Route != "" {
				h.Route = l.Lapsed.Route
			}
		}
	}
}

func (p *probe) emails(rec *contact.Record) {
	v := &rec.Values
	for _, f := range [...][2]contact.Field{{contact.EmailKey, contact.Email}, {contact.Email2Key, contact.Email2}} {
		if v[f[0]] != "" {
			p.try(byEmail, "email", v[f[0]])
			if plain := untagged(v[f[0]]); plain != "" {
				p.try(byEmail, "email", plain)
			}
		}
		if p.set.hashed&ofEmail != 0 && v[f[1]] != "" {
			p.hashedEmail(v[f[1]], v[f[0]])
		}
	}
}

// hashedEmail looks an address up under the conventions of hashed lists: lower
// case, as written, and as the match key has it.
func (p *probe) hashedEmail(text, key string) {
	var buf [128]byte
	lower := appendLower(buf[:0], text)
	p.digest(lower, "hashed email")
	if string(lower) != text {
		p.digest(append(buf[:0], text...), "hashed email")
	}
	if key != "" && !strings.EqualFold(key, text) {
		p.digest(append(buf[:0], key...), "hashed email")
	}
	if plain := untagged(key); plain != "" {
		p.digest(append(buf[:0], plain...), "hashed email")
	}
}

// phones looks up every number once.
func (p *probe) phones(rec *contact.Record) {
	hashed := p.set.hashed&ofPhone != 0
	if !hashed && !p.holds(byPhone) && !p.holds(byNational) {
		return
	}
	for i, f := range phoneFields {
		number := rec.Values[f]
		if !isE164(number) || phoneSeen(rec, i) {
			continue
		}
		p.try(byPhone, "phone", number)
		if p.holds(byNational) {
			p.try(byNational, "phone", trimZeros(number[1+callingCode(number[1:]):]))
			p.try(byNational, "phone", number[1:]) // the plus left out
		}
		if hashed {
			p.hashedPhone(number)
		}
	}
	if bad := rec.Values[contact.BadPhone]; bad != "" {
		if key, ok := badPhoneKey(bad); ok {
			p.try(byPhone, "phone", string(key[:]))
		}
	}
}

// hashedPhone looks a number up under the conventions of hashed lists: E.164
// with and without plus, national digits and, where the country has one, the
// trunk zero before them.
func (p *probe) hashedPhone(number string) {
	var buf [64]byte
	digits := number[1:]
	n := callingCode(digits)
	code, national := digits[:n], digits[n:]
	p.digest(append(buf[:0], number...), "hashed phone")
	p.digest(append(buf[:0], digits...), "hashed phone")
	p.digest(append(buf[:0], national...), "hashed phone")
	if !noTrunk(code) {
		p.digest(append(append(buf[:0], '0'), national...), "hashed phone")
	}
}

// phoneSeen tells whether an earlier field has the same number.
func phoneSeen(rec *contact.Record, i int) bool {
	for _, f := range phoneFields[:i] {
		if rec.Values[f] == rec.Values[phoneFields[i]] {
			return true
		}
	}
	return false
}

func (p *probe) account(rec *contact.Record) {
	v := &rec.Values
	if p.holds(byTaxID) {
		for _, f := range [...]contact.Field{contact.TaxID, contact.RegistrationID} {
			if v[f] != "" {
				if id := idKey(v[f]); id != "" {
					p.try(byTaxID, "tax id", id)
				}
			}
		}
	}
	if p.holds(byDomain) {
		p.domain(v[contact.EmailDomain])
		if v[contact.WebDomain] != v[contact.EmailDomain] {
			p.domain(v[contact.WebDomain])
		}
	}
	key := v[contact.CompanyKey]
	if key == "" {
		return
	}
	country, city := v[contact.Country], v[contact.CityKey]
	p.try(byCompany, "company", key)
	if country != "" {
		p.try(byCompanyPlace, "company", key, country)
	}
	if city != "" {
		p.try(byCompanyPlace, "company", key, "", city)
	}
	if country == "" && city == "" {
		p.try(byCompanyAnyhow, "company", key)
	}
}

// domain looks a domain up and then what stands behind each of its dots, so
// that an entry covers its subdomains.
func (p *probe) domain(d string) {
	for d != "" {
		p.try(byDomain, "domain", d)
		_, rest, ok := strings.Cut(d, ".")
		if !ok || !strings.Contains(rest, ".") {
			return
		}
		d = rest
	}
}

func (p *probe) names(rec *contact.Record) {
	if !isNamed(rec) {
		return
	}
	v := &rec.Values
	if v[contact.CompanyKey] != "" {
		p.tryNamed(byNameCompany, "name and company", rec, v[contact.CompanyKey])
	}
	if v[contact.PostalKey] != "" {
		p.tryNamed(byNamePostal, "name and postal code", rec, v[contact.PostalKey])
	}
	if p.holds(byNameAddress) && v[contact.CityKey] != "" {
		if street, number := addressKey(rec); street != "" {
			p.tryNamed(byNameAddress, "name and address", rec, street, number, v[contact.CityKey])
		}
	}
}

// tryNamed looks one key of a person up.
func (p *probe) tryNamed(kind keyKind, by string, rec *contact.Record, parts ...string) {
	if t := &p.set.tables[kind]; t.used > 0 {
		p.look(t, p.keys.named(p.keys.of(kind, parts...), rec), by)
	}
}

// digest looks up the hashes of a text, of the algorithms that occur in lists.
func (p *probe) digest(text []byte, by string) {
	if t := &p.set.tables[byMD5]; t.used > 0 {
		sum := md5.Sum(text)
		p.look(t, p.keys.digest(sum[:]), by)
	}
	if t := &p.set.tables[bySHA1]; t.used > 0 {
		sum := sha1.Sum(text)
		p.look(t, p.keys.digest(sum[:]), by)
	}
	if t := &p.set.tables[bySHA256]; t.used > 0 {
		sum := sha256.Sum256(text)
		p.look(t, p.keys.digest(sum[:]), by)
	}
}

func appendLower(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}
