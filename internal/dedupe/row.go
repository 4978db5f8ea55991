package dedupe

import (
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// A row is what matching needs of a record, as numbers: one slot per value,
// the id of a pooled string or a packed number, 0 for none. What tells most
// pairs apart stands in front.
type slot int

const (
	slotFlags slot = iota
	slotFirst
	slotMiddle
	slotLast
	slotNick
	slotBirth // packed date
	slotEmail
	slotEmail2
	slotLinkedIn
	slotCompany
	slotTrading
	slotDomain // of the email, when it is the company's own
	slotWeb    // of the website
	slotPhone
	slotPhone2
	slotMobile
	slotSwitchboard
	slotPostal
	slotCity
	slotStreet
	slotHouse
	slotAddress
	slotStreet2
	slotBranch
	slotCountry // packed letters
	slotTax
	slotRegister
	slotDuns
	slotTitle
	slotIndustry
	slotExtra
	slots = slotExtra + maxCompared
)

const phoneSlots = 4

type row [slots]uint32

// Flags of a row.
const (
	flagMale uint32 = 1 << iota
	flagFemale
	flagPerson  // somebody is named, or the address is a person's own
	flagCompany // a company without a named person
	flagRole    // Email is a role mailbox
	flagRole2
	flagDirect0 // the phone slots hold numbers of a person, not of a desk
	flagDirect1
	flagDirect2
	flagDirect3
	suffixShift = 16 // generational suffix, 0 none
	suffixMask  = 7 << suffixShift
	formShift   = 20 // legal form, 0 none or one that claims nothing
)

// suffixes are the generational suffixes by their match key. Junior and the
// second are different claims, but fils and jr are one.
var suffixes = map[string]uint32{
	"jr": 1, "junior": 1, "jun": 1, "fils": 1, "jnr": 1,
	"sr": 2, "senior": 2, "sen": 2, "pere": 2, "snr": 2,
	"ii": 3, "2nd": 3, "iii": 4, "3rd": 4, "iv": 5, "4th": 5, "v": 6, "5th": 6,
}

// pools hold the strings of a run, one pool per kind of value.
type pools struct {
	names, emails, domains, phones, companies, streets, houses, postals, cities, ids, texts *pool
}

func newPools() *pools {
	return &pools{newPool(), newPool(), newPool(), newPool(), newPool(), newPool(), newPool(), newPool(), newPool(), newPool(), newPool()}
}

// of is the pool whose ids a slot holds; nil where it holds a packed number.
func (p *pools) of(s slot) *pool {
	switch s {
	case slotFirst, slotMiddle, slotLast, slotNick:
		return p.names
	case slotEmail, slotEmail2:
		return p.emails
	case slotDomain, slotWeb:
		return p.domains
	case slotPhone, slotPhone2, slotMobile, slotSwitchboard:
		return p.phones
	case slotCompany, slotTrading:
		return p.companies
	case slotStreet, slotAddress, slotStreet2:
		return p.streets
	case slotHouse:
		return p.houses
	case slotPostal:
		return p.postals
	case slotCity:
		return p.cities
	case slotTax, slotRegister, slotDuns, slotLinkedIn:
		return p.ids
	case slotBranch, slotTitle, slotIndustry:
		return p.texts
	}
	return nil
}

// readRow takes a record's values into r. Values that are no keys yet are
// brought to key form here.
func (x *Index) readRow(r *row, rec *contact.Record) {
	v := &rec.Values
	p := x.pools
	r[slotFirst] = p.names.id(keyOr(v[contact.FirstKey], v[contact.FirstName]))
	r[slotMiddle] = p.names.id(keyOr(v[contact.MiddleKey], v[contact.MiddleName]))
	r[slotLast] = p.names.id(keyOr(v[contact.LastKey], v[contact.LastName]))
	r[slotNick] = p.names.id(market.Key(v[contact.Nickname]))
	r[slotBirth] = packDate(v[contact.BirthDate])
	if r[slotBirth] == 0 {
		r[slotBirth] = packDate(v[contact.BirthYear])
	}
	r[slotEmail] = p.emails.id(orElse(v[contact.EmailKey], v[contact.Email]))
	r[slotEmail2] = p.emails.id(orElse(v[contact.Email2Key], v[contact.Email2]))
	r[slotDomain] = p.domains.id(v[contact.EmailDomain])
	r[slotWeb] = p.domains.id(v[contact.WebDomain])
	r[slotPhone] = p.phones.id(orElse(v[contact.Phone], bareDigits(v[contact.BadPhone])))
	r[slotPhone2] = p.phones.id(v[contact.Phone2])
	r[slotMobile] = p.phones.id(v[contact.Mobile])
	r[slotSwitchboard] = p.phones.id(v[contact.Switchboard])
	r[slotCompany] = p.companies.id(keyOr(v[contact.CompanyKey], v[contact.Company]))
	r[slotTrading] = p.companies.id(market.Key(v[contact.TradingName]))
	r[slotBranch] = p.texts.id(market.Key(v[contact.Branch]))
	r[slotPostal] = p.postals.id(orElse(v[contact.PostalKey], v[contact.PostalCode]))
	r[slotCity] = p.cities.id(keyOr(v[contact.CityKey], v[contact.City]))
	r[slotStreet] = p.streets.id(v[contact.StreetKey])
	r[slotHouse] = p.houses.id(v[contact.HouseNumber])
	r[slotAddress] = p.streets.id(keyOr(v[contact.AddressKey], v[contact.Street]))
	r[slotStreet2] = p.streets.id(market.Key(v[contact.Street2]))
	if town, only := townOnly(v); only {
		r[slotStreet], r[slotAddress] = 0, 0
		if v[contact.City] == "" && v[contact.CityKey] == "" {
			r[slotCity] = p.cities.id(town)
		}
	}
	r[slotCountry] = packLetters(v[contact.Country])
	r[slotTax] = p.ids.id(v[contact.TaxID])
	r[slotRegister] = p.ids.id(v[contact.RegistrationID])
	r[slotDuns] = p.ids.id(v[contact.DUNS])
	if page := strings.ToLower(v[contact.LinkedIn]); !strings.Contains(page, "/company/") { // that is everybody's there
		r[slotLinkedIn] = p.ids.id(page)
	}
	r[slotTitle] = p.texts.id(market.Key(v[contact.Title]))
	r[slotIndustry] = p.texts.id(market.Key(v[contact.Industry]))
	for _, extra := range rec.Extras {
		x.readExtra(r, extra)
	}
	if r[slotCompany] == 0 && r[slotFirst] == 0 && r[slotLast] == 0 {
		x.nameByExtra(r)
	}
	r[slotFlags] = flags(r, v)
	if x.precise { // lists mix forms up: the best guess is that they mean nothing
		r[slotFlags] |= formMark(v[contact.LegalForm]) << formShift
	}
}

// readExtra takes a compared extra column into its slot.
func (x *Index) readExtra(r *row, extra contact.Extra) {
	if int(extra.Label) >= len(x.config.Labels) {
		return
	}
	for i, column := range x.extras {
		if column.label != x.config.Labels[extra.Label] {
			continue
		}
		at := slotExtra + slot(i)
		switch column.kind {
		case extraText:
			r[at] = x.pools.texts.id(market.Key(extra.Value))
		case extraNumber:
			if n, ok := plainNumber(extra.Value); ok {
				r[at] = x.pools.texts.id(strconv.FormatFloat(n, 'g', -1, 64))
			}
		case extraDate:
			r[at] = packDate(extra.Value)
		}
	}
}

// nameByExtra makes the first compared text of a row that names nobody its
// company: a list of one column of names is a list of companies.
func (x *Index) nameByExtra(r *row) {
	for i, column := range x.extras {
		if at := slotExtra + slot(i); column.kind == extraText && r[at] != 0 {
			r[slotCompany], r[at] = x.pools.companies.id(x.pools.texts.string(r[at])), 0
			return
		}
	}
}

func flags(r *row, v *[contact.NumFields]string) uint32 {
	var f uint32
	switch v[contact.Gender] {
	case "m":
		f |= flagMale
	case "f":
		f |= flagFemale
	}
	kind := v[contact.EmailKind]
	if kind == "role" {
		f |= flagRole
	}
	if local, _, _ := strings.Cut(v[contact.Email2Key], "@"); roleLike(local) {
		f |= flagRole2
	}
	named := r[slotFirst] != 0 || r[slotLast] != 0
	switch {
	case named:
		f |= flagPerson
	case r[slotCompany] != 0 && (r[slotEmail] == 0 || kind == "role" || kind == ""):
		f |= flagCompany
	}
	for i, field := range [phoneSlots]contact.Field{contact.PhoneKind, contact.Phone2Kind, contact.MobileKind} {
		if k := v[field]; r[int(slotPhone)+i] != 0 && k != "shared" && k != "tollfree" && k != "premium" {
			f |= flagDirect0 << i
		}
	}
	f |= suffixes[market.Key(v[contact.NameSuffix])] << suffixShift
	return f
}

// roleLike tells the commonest role mailboxes; the kind of the second address
// is not kept by cleaning.
func roleLike(local string) bool {
	switch local {
	case "info", "office", "contact", "kontakt", "biuro", "sales", "mail", "post", "hello", "admin", "support":
		return true
	}
	return false
}

func keyOr(key, display string) string {
	if key != "" {
		return key
	}
	return market.Key(display)
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return strings.ToLower(b)
}

// bareDigits are the digits of a number that cleaning could not read, up to an
// extension; "" when there are fewer than seven. In a list whose country is
// unknown they still tell who is who.
func bareDigits(text string) string {
	var digits []byte
	for _, c := range []byte(text) {
		switch {
		case c >= '0' && c <= '9':
			digits = append(digits, c)
		case len(digits) >= 7 && c >= 'A':
			return string(digits)
		}
	}
	if len(digits) < 7 {
		return ""
	}
	return string(digits)
}

// packLetters packs up to four bytes of a code.
func packLetters(code string) uint32 {
	var n uint32
	for i := range min(4, len(code)) {
		n = n<<8 | uint32(code[i])
	}
	return n
}

// A packed date is year<<9 | month<<5 | day; month or day 0 are unknown.
//
// Years stand in front (1979-03-14, 19790314, 1979) or behind (14.03.1979). A
// month that only a day can be is taken for one, and of a date whose month or
// day cannot be the year is kept.
func packDate(text string) uint32 {
	var parts [3]uint32
	var digits [3]int
	at := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9' && digits[at] < 8:
			parts[at] = parts[at]*10 + uint32(c-'0')
			digits[at]++
		case (c == '-' || c == '.' || c == '/') && digits[at] > 0 && at < 2:
			at++
		default:
			return 0
		}
	}
	year, month, day := parts[0], parts[1], parts[2]
	switch {
	case digits[0] == 8 && at == 0:
		year, month, day = year/10000, year/100%100, year%100
	case digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4:
		year, day = day, year
	case digits[0] != 4 || digits[1] > 2 || digits[2] > 2:
		return 0
	}
	if month > 12 && day <= 12 && day > 0 {
		month, day = day, month
	}
	switch {
	case year == 0:
		return 0
	case month > 12 || month == 0:
		month, day = 0, 0
	case day > 31:
		day = 0
	}
	return year<<9 | month<<5 | day
}

func unpackDate(d uint32) (year, month, day int) {
	return int(d >> 9), int(d >> 5 & 15), int(d & 31)
}

func plainNumber(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	if strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil
}
