package columns

import (
	"strings"

	"goldpan/internal/contact"
)

// Part names the piece of a field a column holds, or how it goes into it.
type Part string

// The parts. Whole columns have none.
const (
	HouseNumber  Part = "house_number"
	HouseLetter  Part = "house_letter"
	StreetType   Part = "street_type"
	Unit         Part = "unit"
	Academic     Part = "academic_title" // stands behind the form of address: Frau Dr.
	DialCode     Part = "dial_code"
	Extension    Part = "extension"
	BirthDay     Part = "birth_day"
	BirthMonth   Part = "birth_month"
	BirthYearOf  Part = "birth_year"
	RevenueMin   Part = "revenue_min"
	RevenueMax   Part = "revenue_max"
	EmployeesMin Part = "employees_min"
	EmployeesMax Part = "employees_max"
	CityLine     Part = "city_state_zip" // city, region and postal code in one cell: split
	Zip4         Part = "zip4"
	StatusFlag   Part = "status_flag" // a yes means what the label says: "Konkurs", "Under avvikling"
	Joined       Part = "join"        // one of several columns joined by --map A+B=field
	Fallback     Part = "fallback"    // used in rows where the columns before it are blank
)

var partFields = map[Part]contact.Field{
	HouseNumber: contact.Street, HouseLetter: contact.Street, StreetType: contact.Street, Unit: contact.Street2,
	Academic: contact.NamePrefix, DialCode: contact.Phone, Extension: contact.Phone,
	BirthDay: contact.BirthDate, BirthMonth: contact.BirthDate, BirthYearOf: contact.BirthDate,
	RevenueMin: contact.Revenue, RevenueMax: contact.Revenue,
	EmployeesMin: contact.Employees, EmployeesMax: contact.Employees,
	StatusFlag: contact.CompanyStatus, CityLine: contact.City, Zip4: contact.PostalCode,
}

// target is what a column may become.
type target struct {
	field contact.Field
	part  Part
	kind  targetKind
}

type targetKind uint8

const (
	toField targetKind = iota
	toExtra
	toPersonalID
	toFed
)

// parseTarget reads the target of a lexicon row; ok is false for an unknown
// word.
func parseTarget(word string) (t target, ok bool) {
	switch word {
	case "extra":
		return target{kind: toExtra}, true
	case "personal_id":
		return target{kind: toPersonalID}, true
	case "fed":
		return target{kind: toFed}, true
	}
	if part, found := strings.CutPrefix(word, "part:"); found {
		field, known := partFields[Part(part)]
		return target{field: field, part: Part(part)}, known
	}
	field, ok := contact.ParseField(word)
	return target{field: field}, ok
}
