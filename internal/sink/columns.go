package sink

import (
	"strconv"

	"goldpan/internal/contact"
)

// contactFields are the fields of a contact in machine outputs, in order.
var contactFields = [...]contact.Field{
	contact.NamePrefix, contact.FirstName, contact.MiddleName, contact.LastName, contact.NameSuffix,
	contact.Title, contact.Seniority, contact.Department, contact.Company,
	contact.TaxID, contact.Industry, contact.Employees, contact.Revenue, contact.Currency,
	contact.Street, contact.City, contact.PostalCode, contact.Region, contact.Country,
	contact.Email, contact.EmailKind, contact.Phone, contact.Mobile, contact.BestPhone, contact.TimeZone,
	contact.Website, contact.BirthDate,
}

// fieldsBeforeIDs is how many of contactFields stand before the ids of person,
// account and household in prospects.csv.
const fieldsBeforeIDs = 9

// ProspectColumns are the columns of prospects.csv; those that the profile asks
// to keep follow them.
func ProspectColumns() []string {
	cols := []string{"rank", "contact_id", "fate", "tier", "score", "reach", "target", "means", "authority", "why", "ask_about", "rep"}
	cols = appendNames(cols, contactFields[:fieldsBeforeIDs])
	cols = append(cols, "person_id", "account_id", "household_id")
	cols = appendNames(cols, contactFields[fieldsBeforeIDs:])
	return append(cols, "may_call", "may_email", "contact_rule", "notice_due", "temperature", "stage",
		"vendor", "purchased", "list", "sheet", "row", "merged_rows")
}

// RejectColumns are the columns of rejects.csv.
func RejectColumns() []string {
	return appendNames([]string{"list", "sheet", "row", "step", "reason", "reasons", "detail", "near_miss"}, contactFields[:])
}

// DuplicateColumns are the columns of duplicates.csv.
func DuplicateColumns() []string {
	return []string{"list", "sheet", "row", "cluster_id", "kept_list", "kept_sheet", "kept_row", "probability", "evidence"}
}

// DedupeColumns are the columns of goldpan dedupe.
func DedupeColumns() []string {
	return []string{"list", "sheet", "row", "cluster_id", "account_id", "probability"}
}

// CleanColumns are the columns of goldpan clean.
func CleanColumns() []string {
	cols := appendNames([]string{"list", "sheet", "row"}, contactFields[:])
	return append(cols, "nickname", "legal_form", "notes")
}

// ReviewColumns are the columns of review.csv: a doubtful pair, both sides
// named by origin and shown by what a person compares.
func ReviewColumns() []string {
	return []string{"decision", "probability", "evidence",
		"list_a", "sheet_a", "row_a", "name_a", "company_a", "email_a", "phone_a", "city_a",
		"list_b", "sheet_b", "row_b", "name_b", "company_b", "email_b", "phone_b", "city_b"}
}

func appendNames(cols []string, fields []contact.Field) []string {
	for _, f := range fields {
		cols = append(cols, f.String())
	}
	return cols
}

// Place names a row of a list for machine outputs.
type Place struct {
	List contact.List
	Row  int32
}

func (p Place) cells(c *CSV) {
	c.Cell(p.List.Path)
	c.Cell(p.List.Sheet)
	c.Int(int(p.Row))
}

// Prospect is one line of prospects.csv. Texts are written as they are.
type Prospect struct {
	Rank                             int
	ContactID                        string
	Fate                             contact.Fate
	Tier, Score, Reach               string // empty where the profile does not score
	Target, Means, Authority         contact.Answer
	Why, AskAbout, Rep               string
	PersonID, AccountID, HouseholdID string
	Record                           *contact.Record // golden record
	MayCall, MayEmail, ContactRule   string
	NoticeDue, Temperature           string
	Vendor, Purchased                string
	Place                            Place
	MergedRows                       string
	Kept                             []string // values of the columns the profile keeps
}

// Prospect writes a line of prospects.csv.
func (c *CSV) Prospect(p *Prospect) error {
	c.Int(p.Rank)
	for _, s := range [...]string{p.ContactID, p.Fate.String(), p.Tier, p.Score, p.Reach,
		p.Target.String(), p.Means.String(), p.Authority.String(), p.Why, p.AskAbout, p.Rep} {
		c.Cell(s)
	}
	c.fields(p.Record, contactFields[:fieldsBeforeIDs])
	c.Cell(p.PersonID)
	c.Cell(p.AccountID)
	c.Cell(p.HouseholdID)
	c.fields(p.Record, contactFields[fieldsBeforeIDs:])
	for _, s := range [...]string{p.MayCall, p.MayEmail, p.ContactRule, p.NoticeDue, p.Temperature,
		p.Record.Values[contact.Stage], p.Vendor, p.Purchased} {
		c.Cell(s)
	}
	p.Place.cells(c)
	c.Cell(p.MergedRows)
	for _, s := range p.Kept {
		c.Cell(s)
	}
	return c.End()
}

// Reject is one line of rejects.csv.
type Reject struct {
	Place    Place
	Reasons  []contact.Reason // the first is the one
	Detail   string
	NearMiss bool
	Record   *contact.Record
}

// Reject writes a line of rejects.csv.
func (c *CSV) Reject(r *Reject) error {
	r.Place.cells(c)
	first := contact.Reason("")
	step := contact.NoStep
	if len(r.Reasons) > 0 {
		first, step = r.Reasons[0], r.Reasons[0].Step()
	}
	c.Cell(step.String())
	c.Cell(string(first))
	c.Cell(joinReasons(r.Reasons))
	c.Cell(r.Detail)
	c.Cell(yes(r.NearMiss))
	c.fields(r.Record, contactFields[:])
	return c.End()
}

func joinReasons(reasons []contact.Reason) string {
	if len(reasons) == 1 {
		return string(reasons[0])
	}
	all := ""
	for i, r := range reasons {
		if i > 0 {
			all += ";"
		}
		all += string(r)
	}
	return all
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// Duplicate is one line of duplicates.csv.
type Duplicate struct {
	Place       Place
	ClusterID   string
	Kept        Place
	Probability float64
	Evidence    string
}

// Duplicate writes a line of duplicates.csv.
func (c *CSV) Duplicate(d *Duplicate) error {
	d.Place.cells(c)
	c.Cell(d.ClusterID)
	d.Kept.cells(c)
	c.Probability(d.Probability)
	c.Cell(d.Evidence)
	return c.End()
}

// Clustered writes a line of goldpan dedupe.
func (c *CSV) Clustered(p Place, clusterID, accountID string, probability float64) error {
	p.cells(c)
	c.Cell(clusterID)
	c.Cell(accountID)
	c.Probability(probability)
	return c.End()
}

// Clean writes a line of goldpan clean.
func (c *CSV) Clean(p Place, r *contact.Record) error {
	p.cells(c)
	c.fields(r, contactFields[:])
	c.Cell(r.Values[contact.Nickname])
	c.Cell(r.Values[contact.LegalForm])
	notes := ""
	for i, n := range r.Notes {
		if i > 0 {
			notes += ";"
		}
		notes += n.String()
	}
	c.Cell(notes)
	return c.End()
}

// ReviewRow is a doubtful pair, on the Review sheet and in review.csv.
type ReviewRow struct {
	Probability float64
	Evidence    string
	A, B        ReviewSide
	Decision    string // "same", "different", or "" while nobody decided
}

// ReviewSide is one of the two rows.
type ReviewSide struct {
	Place                             Place
	Name, Company, Email, Phone, City string
}

// Review writes a line of review.csv.
func (c *CSV) Review(r *ReviewRow) error {
	c.Cell(r.Decision)
	c.Probability(r.Probability)
	c.Cell(r.Evidence)
	for _, side := range [...]*ReviewSide{&r.A, &r.B} {
		side.Place.cells(c)
		for _, s := range [...]string{side.Name, side.Company, side.Email, side.Phone, side.City} {
			c.Cell(s)
		}
	}
	return c.End()
}

func (c *CSV) fields(r *contact.Record, fields []contact.Field) {
	for _, f := range fields {
		if r == nil {
			c.Cell("")
			continue
		}
		c.Cell(r.Values[f])
	}
}

// Int appends a whole number to the line under way.
func (c *CSV) Int(n int) {
	if c.cells > 0 {
		c.buf = append(c.buf, ',')
	}
	c.cells++
	c.buf = strconv.AppendInt(c.buf, int64(n), 10)
}

// Probability appends a probability with four decimals.
func (c *CSV) Probability(p float64) {
	if c.cells > 0 {
		c.buf = append(c.buf, ',')
	}
	c.cells++
	c.buf = strconv.AppendFloat(c.buf, p, 'f', 4, 64)
}
