package clean

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// cleanPerson writes the parts of a name, and puts a company that stands in a
// person's field, or the reverse, where it belongs.
func (c *Cleaner) cleanPerson(r *contact.Record, h *contact.Hints) {
	v := &r.Values
	if text := v[contact.Gender]; text != "" {
		v[contact.Gender] = Gender(text)
	}
	var p Person
	switch {
	case v[contact.FirstName] != "" || v[contact.LastName] != "":
		p = tidyParts(v[contact.NamePrefix], v[contact.FirstName], v[contact.MiddleName], v[contact.LastName], v[contact.NameSuffix], v[contact.Country])
	case v[contact.FullName] != "":
		p = SplitName(v[contact.FullName], v[contact.Country], h.Fields[contact.FullName].Order)
	default:
		return
	}
	if p.Company {
		name := r.FullName()
		switch person, swap := c.personIn(v[contact.Company], v[contact.Country]); {
		case v[contact.Company] == "":
			for _, f := range nameFields {
				v[f] = ""
			}
			v[contact.Company] = name
			r.Note(contact.Company, "from-name")
			return
		case swap:
			v[contact.Company] = name
			r.Note(contact.Company, "from-name")
			person.code("from-company")
			p = person
		}
	}
	c.keepBeside(r, &p.Beside)
	v[contact.NamePrefix], v[contact.FirstName], v[contact.MiddleName] = p.Prefix, p.First, p.Middle
	v[contact.LastName], v[contact.NameSuffix] = p.Last, p.Suffix
	if p.Nickname != "" {
		v[contact.Nickname] = p.Nickname
	}
	if p.Placeholder {
		addIdentityNote(v, "placeholder")
	}
	for _, code := range p.Codes {
		r.Note(contact.FullName, code)
	}
}

// nameFields are the parts of a name.
var nameFields = [...]contact.Field{contact.FullName, contact.NamePrefix, contact.FirstName, contact.MiddleName, contact.LastName, contact.NameSuffix}

// personIn reads the person in a company's field: nothing but a name that is
// surely one.
func (c *Cleaner) personIn(company, country string) (Person, bool) {
	if company == "" || !c.company(company, country).IsPerson {
		return Person{}, false
	}
	p := SplitName(company, country, "")
	return p, !p.Company && p.First != "" && p.Last != ""
}

// keepBeside puts what stood beside the name into fields that are empty.
func (c *Cleaner) keepBeside(r *contact.Record, b *Beside) {
	v := &r.Values
	keep := func(f contact.Field, text string) {
		if text != "" && v[f] == "" {
			v[f] = text
			r.Note(f, "from-name")
		}
	}
	keep(contact.Title, b.Title)
	keep(contact.Email, b.Email)
	keep(contact.Company, b.Company)
	if v[contact.Mobile] == "" {
		keep(contact.Phone, b.Phone)
	}
	switch b.Objection {
	case "call":
		v[contact.DoNotCall] = "yes"
	case "email":
		v[contact.DoNotEmail] = "yes"
	case "all":
		v[contact.OptOut] = "yes"
	}
}

// cleanCompany writes the company's name and what its form tells.
func (c *Cleaner) cleanCompany(r *contact.Record, _ *contact.Hints) {
	v := &r.Values
	if v[contact.ParentCompany] != "" {
		v[contact.ParentCompany] = c.company(v[contact.ParentCompany], v[contact.Country]).Display
	}
	if v[contact.Company] == "" {
		return
	}
	firm := *c.company(v[contact.Company], v[contact.Country])
	v[contact.Company], v[contact.CompanyKey] = firm.Display, firm.Key
	if form := v[contact.LegalForm]; form != "" && firm.LegalForm == "" {
		// A column of legal forms in words: read as the end of a name.
		if read := c.company("X "+form, v[contact.Country]); read.LegalForm != "" {
			firm.LegalForm, firm.LegalCountry = read.LegalForm, read.LegalCountry
			firm.SoleTrader = firm.SoleTrader || read.SoleTrader
		} else {
			firm.LegalForm = form
		}
	}
	v[contact.LegalForm] = firm.LegalForm
	v[contact.LegalCountry], v[contact.Branch] = firm.LegalCountry, firm.Branch
	if v[contact.TradingName] == "" {
		v[contact.TradingName] = firm.TradingName
	}
	if firm.Owner != "" && v[contact.FirstName] == "" && v[contact.LastName] == "" {
		c.ownerOfCompany(r, firm.Owner)
	}
	if firm.SoleTrader {
		v[contact.SoleTrader] = "yes"
	}
	if firm.Distress {
		v[contact.Distress] = "yes"
	}
	for _, code := range firm.Codes {
		r.Note(contact.Company, code)
	}
}

// ownerOfCompany fills the name of a row without one, whose company is a
// person: a trader under his own name.
func (c *Cleaner) ownerOfCompany(r *contact.Record, owner string) {
	v := &r.Values
	order := ""
	if v[contact.Country] == "RO" && caseOf(owner) == allUpper { // as the trade register writes
		order = "last-first"
	}
	p := SplitName(owner, v[contact.Country], order)
	if p.Company || p.First == "" || p.Last == "" {
		return
	}
	v[contact.NamePrefix], v[contact.FirstName], v[contact.MiddleName] = p.Prefix, p.First, p.Middle
	v[contact.LastName], v[contact.NameSuffix] = p.Last, p.Suffix
	r.Note(contact.FullName, "from-company")
}

// cleanTitle reads rank and department off the title; explicit columns win.
func (c *Cleaner) cleanTitle(r *contact.Record, _ *contact.Hints) {
	v := &r.Values
	seniority, department := v[contact.Seniority], v[contact.Department]
	var job JobTitle
	if v[contact.Title] != "" {
		job = *c.title(v[contact.Title], v[contact.Country])
		v[contact.Title] = job.Display
		for _, code := range job.Codes {
			r.Note(contact.Title, code)
		}
	}
	v[contact.Authority] = job.Authority
	v[contact.Seniority], v[contact.Department] = job.Seniority, job.Department
	if level, ok := market.SeniorityWord(seniority); ok {
		v[contact.Seniority] = level
	} else if seniority != "" && job.Seniority == "" {
		v[contact.Seniority] = c.title(seniority, v[contact.Country]).Seniority
	}
	if name, ok := market.DepartmentWord(department); ok {
		v[contact.Department] = name
	} else if department != "" && (job.Department == "" || job.Department == "other") {
		if read := c.title(department, v[contact.Country]).Department; read != "" {
			v[contact.Department] = read
		}
	}
	v[contact.TitleNote] = strings.Join(job.Modifiers, ";")
}
