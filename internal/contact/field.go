// Package contact is the vocabulary every other room speaks: the fields of a
// contact, the record that carries them, where a row came from and where it
// ended. It holds words and plain data, no rules.
package contact

import "fmt"

// Field names one value of a contact. Fields up to and including Notes may be
// the target of a column (--map, the profile's map key); those after it are
// derived by cleaning and never mapped.
type Field uint8

// The mappable fields, in the order of the specification.
const (
	NoField Field = iota
	FullName
	NamePrefix
	FirstName
	MiddleName
	LastName
	NameSuffix
	Nickname
	Gender
	BirthDate
	BirthYear
	Age
	Income
	Interests
	Household
	Title
	Seniority
	Department
	Company
	TradingName
	LegalForm
	ParentCompany
	TaxID
	RegistrationID
	DUNS
	Industry
	IndustryCode
	Employees
	Revenue
	Currency
	Founded
	Credit
	CompanyStatus
	Website
	LinkedIn
	Email
	Email2
	EmailStatus
	Phone
	Phone2
	Mobile
	Fax
	Switchboard
	Address
	Street
	Street2
	City
	PostalCode
	Region
	Country
	Consent
	ConsentDate
	ConsentScope
	OptOut
	DoNotCall
	DoNotEmail
	Vendor
	Source
	VerifiedDate
	UpdatedDate
	Interest
	LastContact
	Stage
	Owner
	ExternalID
	Notes

	// Derived by cleaning.

	EmailKind    // personal, role, free, disposable (of Email)
	EmailKey     // match key of Email: lower case, without Gmail dots and plus tags
	Email2Key    // match key of Email2
	EmailDomain  // domain of Email when it is a company's own (not free mail), lower case ASCII
	WebDomain    // registrable domain of Website
	PhoneKind    // mobile, fixed, premium, tollfree, shared, voip, unknown (of Phone)
	Phone2Kind   // the same of Phone2
	MobileKind   // the same of Mobile
	PhoneExt     // extension of Phone, digits
	BestPhone    // the number to dial first, E.164: mobile, direct, switchboard
	TimeZone     // IANA name
	FirstKey     // match key of FirstName
	MiddleKey    // match key of MiddleName
	LastKey      // match key of LastName
	CompanyKey   // match key of Company: no legal form, punctuation or diacritics
	CityKey      // match key of City
	StreetKey    // match key of the street's name without its number and type word
	HouseNumber  // street number with its letter, lower case
	AddressKey   // match key of the whole street line
	PostalKey    // PostalCode without spaces and hyphens
	LegalCountry // country of the legal form, alpha-2
	SoleTrader   // "yes" when the firm is one natural person
	Distress     // "yes" when the company is insolvent, in liquidation or struck off
	Branch       // branch or site part of the company name
	Authority    // authority class of the title: A B C D X
	TitleNote    // gatekeeper, former, acting, deputy: what modified the title, ";"-separated
	CodeSystem   // system and version of IndustryCode: NACE2, NACE2.1, NAF2, SIC-US, NAICS, ...
	CreditScale  // 0-4 on the common scale
	CountryBy    // evidence for Country: cell, name, phone, domain, postal, list
	BadEmail     // the text of an email cell that could not be used
	BadPhone     // the text of a phone cell that could not be used
	EmailHint    // suggested domain for a likely typo, never applied
	IdentityNote // placeholder, dummy: why name or phone is not real

	NumFields
)

// LastMappable is the last field a column may be mapped to.
const LastMappable = Notes

var fieldNames = [NumFields]string{
	"",
	"full_name", "name_prefix", "first_name", "middle_name", "last_name", "name_suffix", "nickname",
	"gender", "birth_date", "birth_year", "age", "income", "interests", "household",
	"title", "seniority", "department",
	"company", "trading_name", "legal_form", "parent_company", "tax_id", "registration_id", "duns",
	"industry", "industry_code", "employees", "revenue", "currency", "founded", "credit", "company_status",
	"website", "linkedin",
	"email", "email2", "email_status", "phone", "phone2", "mobile", "fax", "switchboard",
	"address", "street", "street2", "city", "postal_code", "region", "country",
	"consent", "consent_date", "consent_scope", "opt_out", "do_not_call", "do_not_email",
	"vendor", "source", "verified_date", "updated_date", "interest", "last_contact", "stage", "owner",
	"external_id", "notes",
	"email_kind", "email_key", "email2_key", "email_domain", "web_domain",
	"phone_kind", "phone2_kind", "mobile_kind", "phone_ext", "best_phone", "time_zone",
	"first_key", "middle_key", "last_key", "company_key", "city_key", "street_key", "house_number",
	"address_key", "postal_key", "legal_country", "sole_trader", "distress", "branch",
	"authority_class", "title_note", "code_system", "credit_scale", "country_by",
	"bad_email", "bad_phone", "email_hint", "identity_note",
}

// String is the field's snake_case name as the specification spells it.
func (f Field) String() string {
	if f >= NumFields {
		return fmt.Sprintf("field(%d)", uint8(f))
	}
	return fieldNames[f]
}

// ParseField finds a mappable field by its name. Derived fields are not found.
func ParseField(name string) (Field, bool) {
	for f := FullName; f <= LastMappable; f++ {
		if fieldNames[f] == name {
			return f, true
		}
	}
	return NoField, false
}

// Fields lists the mappable fields in the order of the specification.
func Fields() []Field {
	all := make([]Field, 0, LastMappable)
	for f := FullName; f <= LastMappable; f++ {
		all = append(all, f)
	}
	return all
}
