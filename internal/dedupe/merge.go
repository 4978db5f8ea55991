package dedupe

import (
	"cmp"
	"slices"
	"strings"

	"goldpan/internal/contact"
)

// A bundle is the fields that travel together: the parts of one name, one
// address, a phone and its kind. The first one decides who gives the bundle.
type bundle struct {
	lead  []contact.Field // the bundle is judged by these
	along []contact.Field
}

// bundles are all fields that do not stand for themselves.
var bundles = []bundle{
	{[]contact.Field{contact.LastName, contact.FirstName, contact.MiddleName},
		[]contact.Field{contact.FullName, contact.FirstKey, contact.MiddleKey, contact.LastKey, contact.IdentityNote}},
	{[]contact.Field{contact.Street, contact.Street2, contact.City, contact.PostalCode, contact.Region, contact.Country},
		[]contact.Field{contact.Address, contact.CityKey, contact.StreetKey, contact.HouseNumber, contact.AddressKey, contact.PostalKey, contact.CountryBy, contact.TimeZone}},
	{[]contact.Field{contact.Company, contact.LegalForm},
		[]contact.Field{contact.CompanyKey, contact.LegalCountry, contact.SoleTrader, contact.Branch}},
	{[]contact.Field{contact.Title, contact.Seniority, contact.Department},
		[]contact.Field{contact.Authority, contact.TitleNote}},
	{[]contact.Field{contact.IndustryCode}, []contact.Field{contact.CodeSystem}},
	{[]contact.Field{contact.Revenue}, []contact.Field{contact.Currency}},
	{[]contact.Field{contact.Credit}, []contact.Field{contact.CreditScale}},
	{[]contact.Field{contact.Website}, []contact.Field{contact.WebDomain}},
	{[]contact.Field{contact.BirthDate}, []contact.Field{contact.BirthYear, contact.Age}},
}

// singles are the fields that stand for themselves.
var singles = func() (singles []bundle) {
	done := map[contact.Field]bool{}
	for _, b := range bundles {
		for _, f := range slices.Concat(b.lead, b.along) {
			done[f] = true
		}
	}
	for _, f := range channelFields {
		done[f] = true
	}
	for f := contact.FullName; f < contact.NumFields; f++ {
		if !done[f] {
			singles = append(singles, bundle{lead: []contact.Field{f}})
		}
	}
	return singles
}()

// restrictions close channels: one yes anywhere in the cluster holds.
var restrictions = []contact.Field{contact.OptOut, contact.DoNotCall, contact.DoNotEmail}

// Merge makes the golden record of rows that are the same contact. Per field,
// or bundle of fields that travel together, it takes the member that is most
// complete, then the value most members agree on, then the most recently
// verified or updated, then the list trusted most, then the order of content.
// Restrictions hold when any member has one; a refused consent outweighs a
// given one. Emails and phones that the golden record has no place for move to
// its free second fields. from names the member of each field, -1 where there
// is none. Members are not changed; the golden record has the id, origin, raw
// cells and extras of the fullest member.
func Merge(members []*contact.Record, trust func(list int32) int) (golden contact.Record, from [contact.NumFields]int) {
	for f := range from {
		from[f] = -1
	}
	if len(members) == 0 {
		return contact.Record{}, from
	}
	m := &merger{members: members, from: &from, golden: &golden}
	m.rank(trust)
	for i := range bundles {
		m.take(&bundles[i])
	}
	m.channels()
	m.restrict()
	for i := range singles {
		if from[singles[i].lead[0]] < 0 {
			m.take(&singles[i])
		}
	}
	m.bestPhone()
	m.body()
	return golden, from
}

type merger struct {
	members []*contact.Record
	order   []int // members, the one to prefer on a tie first
	from    *[contact.NumFields]int
	golden  *contact.Record
}

// rank orders the members by recency, trust and content.
func (m *merger) rank(trust func(list int32) int) {
	m.order = make([]int, len(m.members))
	for i := range m.order {
		m.order[i] = i
	}
	slices.SortFunc(m.order, func(i, j int) int {
		a, b := m.members[i], m.members[j]
		byTrust := 0
		if trust != nil {
			byTrust = cmp.Compare(trust(b.Origin.List), trust(a.Origin.List))
		}
		return cmp.Or(cmp.Compare(recent(b), recent(a)), byTrust, byContent(a, b), cmp.Compare(i, j))
	})
}

// recent is the later of the dates at which somebody looked at the row.
func recent(r *contact.Record) string {
	return max(r.Values[contact.VerifiedDate], r.Values[contact.UpdatedDate])
}

func byContent(a, b *contact.Record) int {
	for f := contact.FullName; f < contact.NumFields; f++ {
		if c := cmp.Compare(a.Values[f], b.Values[f]); c != 0 {
			return c
		}
	}
	return 0
}

// take gives the golden record a bundle from the best member.
func (m *merger) take(b *bundle) {
	best := m.best(b.lead)
	if best < 0 {
		for _, f := range b.along { // a derived field may stand without its lead
			m.single(f)
		}
		return
	}
	for _, fields := range [2][]contact.Field{b.lead, b.along} {
		for _, f := range fields {
			if v := m.members[best].Values[f]; v != "" {
				m.golden.Values[f], m.from[f] = v, best
			}
		}
	}
}

// best is the fullest member, of those the one that most members agree with,
// of those the first in order; -1 where none says anything.
func (m *merger) best(fields []contact.Field) int {
	if len(m.members) == 1 { // most contacts: no choice but to say nothing
		for _, f := range fields {
			if m.members[0].Values[f] != "" {
				return 0
			}
		}
		return -1
	}
	var room [fewMembers]int
	filled := room[:]
	if len(m.members) > fewMembers {
		filled = make([]int, len(m.members))
	}
	fullest, of, last := 0, 0, -1
	for i, r := range m.members {
		for _, f := range fields {
			filled[i] += weightOf(f, r.Values[f])
		}
		switch {
		case filled[i] > fullest:
			fullest, of, last = filled[i], 1, i
		case filled[i] == fullest:
			of++
		}
	}
	if fullest == 0 || of == 1 {
		return last
	}
	best, bestAgree := -1, 0
	agree := m.agreement(fields)
	for _, i := range m.order {
		if filled[i] < fullest {
			continue
		}
		if n := agree(m.members[i]); best < 0 || n > bestAgree {
			best, bestAgree = i, n
		}
	}
	return best
}

// fewMembers is up to how many members are compared one with another: a map
// of their values costs more than that.
const fewMembers = 16

// agreement counts the members that say the same as one in all given fields.
// Thousands of equal rows are usual in some lists, so that it must not take
// every member against every other.
func (m *merger) agreement(fields []contact.Field) func(*contact.Record) int {
	if len(m.members) <= fewMembers {
		return func(r *contact.Record) int {
			n := 0
			for _, other := range m.members {
				if fits(r, other, fields) {
					n++
				}
			}
			return n
		}
	}
	said := func(r *contact.Record) string {
		var key strings.Builder
		for _, f := range fields {
			key.WriteString(r.Values[f])
			key.WriteByte(0)
		}
		return key.String()
	}
	counts := map[string]int{}
	for _, r := range m.members {
		counts[said(r)]++
	}
	return func(r *contact.Record) int { return counts[said(r)] }
}

// weightOf is how much a value adds to completeness: nothing when empty, less
// for a mere initial.
func weightOf(f contact.Field, v string) int {
	switch {
	case v == "":
		return 0
	case (f == contact.FirstName || f == contact.MiddleName) && len(v) <= 2:
		return 1
	}
	return 2
}

// fits tells whether two members say the same in all fields of a bundle.
func fits(a, b *contact.Record, fields []contact.Field) bool {
	for _, f := range fields {
		if a.Values[f] != b.Values[f] {
			return false
		}
	}
	return true
}

func (m *merger) single(f contact.Field) {
	for _, i := range m.order {
		if v := m.members[i].Values[f]; v != "" {
			m.golden.Values[f], m.from[f] = v, i
			return
		}
	}
}

// channelFields are what channels fills.
var channelFields = []contact.Field{contact.Email, contact.EmailKind, contact.EmailKey, contact.EmailDomain, contact.EmailStatus, contact.EmailHint,
	contact.Email2, contact.Email2Key, contact.Phone, contact.PhoneKind, contact.PhoneExt, contact.Phone2, contact.Phone2Kind,
	contact.Mobile, contact.MobileKind, contact.BestPhone}

// mainChannels are the first email, phone and mobile with what describes them.
var mainChannels = []bundle{
	{[]contact.Field{contact.Email}, []contact.Field{contact.EmailKind, contact.EmailKey, contact.EmailDomain, contact.EmailStatus, contact.EmailHint}},
	{[]contact.Field{contact.Phone}, []contact.Field{contact.PhoneKind, contact.PhoneExt}},
	{[]contact.Field{contact.Mobile}, []contact.Field{contact.MobileKind}},
}

// spare is a field that a second field may be filled from, and the field that
// describes it.
type spare struct{ source, along contact.Field }

// A second email or phone: where it goes, the fields that must not hold it
// already, and where it comes from.
var (
	secondEmail = second{contact.Email2, contact.Email2Key, []contact.Field{contact.Email},
		[]spare{{contact.Email2, contact.Email2Key}, {contact.Email, contact.EmailKey}}}
	secondPhone = second{contact.Phone2, contact.Phone2Kind, []contact.Field{contact.Phone, contact.Mobile},
		[]spare{{contact.Phone2, contact.Phone2Kind}, {contact.Phone, contact.PhoneKind}, {contact.Mobile, contact.MobileKind}}}
)

type second struct {
	to, along contact.Field
	taken     []contact.Field
	from      []spare
}

// channels gathers the emails and phones of all members: the best first, the
// others where there is room.
func (m *merger) channels() {
	for i := range mainChannels {
		m.take(&mainChannels[i])
	}
	m.second(&secondEmail)
	if m.golden.Values[contact.Mobile] == "" {
		m.mobile()
	}
	m.second(&secondPhone)
}

// bestPhone takes the number to dial first; the switchboard, which is merged
// as a single field, only where nobody has another.
func (m *merger) bestPhone() {
	for _, f := range [...]contact.Field{contact.Mobile, contact.Phone, contact.Phone2, contact.Switchboard} {
		if v := m.golden.Values[f]; v != "" {
			m.golden.Values[contact.BestPhone], m.from[contact.BestPhone] = v, m.from[f]
			return
		}
	}
}

// second fills a free second field with the first value that none of taken
// has, and the field that describes it.
func (m *merger) second(s *second) {
	for _, spare := range s.from {
		for _, i := range m.order {
			v := m.members[i].Values[spare.source]
			if v == "" || slices.ContainsFunc(s.taken, func(f contact.Field) bool { return m.golden.Values[f] == v }) {
				continue
			}
			m.golden.Values[s.to], m.from[s.to] = v, i
			if d := m.members[i].Values[spare.along]; d != "" {
				m.golden.Values[s.along], m.from[s.along] = d, i
			}
			return
		}
	}
}

// mobile moves a mobile number that stands in another member's phone column
// to the free mobile field.
func (m *merger) mobile() {
	for _, f := range [...][2]contact.Field{{contact.Phone, contact.PhoneKind}, {contact.Phone2, contact.Phone2Kind}} {
		for _, i := range m.order {
			v := m.members[i].Values[f[0]]
			if v != "" && v != m.golden.Values[contact.Phone] && m.members[i].Values[f[1]] == "mobile" {
				m.golden.Values[contact.Mobile], m.from[contact.Mobile] = v, i
				m.golden.Values[contact.MobileKind], m.from[contact.MobileKind] = "mobile", i
				return
			}
		}
	}
}

// restrict closes a channel that any member has closed, and takes a refused
// consent before a given one.
func (m *merger) restrict() {
	for _, f := range restrictions {
		m.prefer(f, "yes")
	}
	m.prefer(contact.Consent, "no")
	if i := m.from[contact.Consent]; i >= 0 {
		for _, f := range [...]contact.Field{contact.ConsentDate, contact.ConsentScope} {
			m.golden.Values[f], m.from[f] = m.members[i].Values[f], i
		}
	}
}

// prefer takes the member that has the value, where there is one.
func (m *merger) prefer(f contact.Field, value string) {
	for _, i := range m.order {
		if m.members[i].Values[f] == value {
			m.golden.Values[f], m.from[f] = value, i
			return
		}
	}
	m.single(f)
}

// body takes identity, raw cells and extras from the fullest member; other
// members' extras fill its gaps.
func (m *merger) body() {
	best, most := m.order[0], -1
	for _, i := range m.order {
		filled := 0
		for f := contact.FullName; f <= contact.LastMappable; f++ {
			if m.members[i].Values[f] != "" {
				filled++
			}
		}
		if filled > most {
			best, most = i, filled
		}
	}
	r := m.members[best]
	m.golden.ID, m.golden.Origin, m.golden.Raw, m.golden.Notes = r.ID, r.Origin, r.Raw, r.Notes
	m.golden.Extras = slices.Clone(r.Extras)
	for _, i := range m.order {
		for _, e := range m.members[i].Extras {
			at := slices.IndexFunc(m.golden.Extras, func(have contact.Extra) bool { return have.Label == e.Label })
			switch {
			case at < 0:
				m.golden.Extras = append(m.golden.Extras, e)
			case m.golden.Extras[at].Value == "":
				m.golden.Extras[at].Value = e.Value
			}
		}
	}
	slices.SortFunc(m.golden.Extras, func(a, b contact.Extra) int { return cmp.Compare(a.Label, b.Label) })
}
