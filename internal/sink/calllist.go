package sink

import (
	"io"
	"iter"

	"goldpan/internal/contact"
)

// DefaultCallRows is how many rows a call list has unless the profile says
// otherwise: more is no list to call.
const DefaultCallRows = 10_000

// CallList is calllist.xlsx: what a manager hands out. Fill it and Write it;
// sheets without rows are left out, apart from the call list itself.
type CallList struct {
	Lang       string // of the texts; "" is English
	AsOf       string // ISO date
	Summary    Summary
	Reps       []RepSheet // one without a name is "Call list"
	Reserve    iter.Seq[CallRow]
	Consent    iter.Seq[CallRow] // Needs consent
	WriteFirst iter.Seq[CallRow]
	Others     []RepSheet // sheets of their own, as cross-sell or win-back, by name
	Gaps       iter.Seq[GapRow]
	Review     iter.Seq[ReviewRow]
	Legend     Legend
	MaxRows    int    // of each sheet; 0 is DefaultCallRows
	TempDir    string // for what does not fit in memory; "" is the system's
}

// RepSheet is the contacts of one rep, best first.
type RepSheet struct {
	Name string
	Rows iter.Seq[CallRow]
}

// CallRow is one line of the call list. Everything is text as a person reads
// it, apart from phones (E.164, spaced here) and dates (ISO).
type CallRow struct {
	Number      int
	Tier        string // "A"; "" without score rules
	Reach       int    // 1-5, 1 best; 0 without score rules
	Company     string
	Name        string
	Title       string
	Phone       string // E.164
	PhoneExt    string
	CallBetween string // "9-12, 14-17", in the contact's own time
	Why         string
	Ask         string
	Outcome     string // one of contact.Outcomes, when known already
	NextDate    string // ISO date
	Notes       string
	Better      string // who else to ask for
	Phone2      string // E.164
	Email       string
	City        string
	Source      string // list and row
	ContactID   string
	Rule        string // id of the contact rule, for Needs consent and Write first
	RuleText    string // what it asks for, in words
	NoticeDue   string // ISO date
}

// Grade is tier and reach as one mark: "A1".
func (r *CallRow) Grade() string {
	if r.Reach <= 0 {
		return r.Tier
	}
	return r.Tier + string(rune('0'+r.Reach))
}

// GapRow is an account that one missing field keeps from being a prospect.
type GapRow struct {
	Company   string
	Missing   string // the field, in words
	Question  string // as one would ask it
	Contacts  int
	Best      string // the best person there
	Phone     string // E.164
	Website   string
	TaxID     string
	City      string
	Country   string
	AccountID string
}

// Summary is the first sheet: the run on one page.
type Summary struct {
	Title    string // "" is the standard title
	Profile  string // path of the profile, "" without one
	Rows     int
	Unique   int // contacts after merging
	InMarket int // prospects and suspects
	Callable int // on the call list or in reserve: may be called, number known
	Lists    []ListScore
	Reasons  []ReasonCount // most frequent first
	Best     []CallRow     // the five best
	Notes    []string      // what the reader should know: stale lists, unreadable files, a missing profile
}

// ListScore is one line of the scorecard: was this list worth its price?
type ListScore struct {
	List       contact.List
	Vendor     string
	Rows       int
	Merged     int // duplicates within and of other lists
	Rejected   int
	Prospects  int
	Suspects   int
	Callable   int
	Price      string // "1200 EUR"
	PerContact string // price for each callable contact; Price is shown where there is none
	Error      string // why it could not be read
}

// ReasonCount is how many rows one reason rejected.
type ReasonCount struct {
	Reason contact.Reason
	Rows   int
}

// Legend is what the last sheet explains beyond its own texts.
type Legend struct {
	Tiers    []LegendEntry // "A": "70 points and more"
	Criteria []LegendEntry // reason codes of the profile's criteria
	Rules    []LegendEntry // contact rules that were applied, by id
}

// LegendEntry explains one code.
type LegendEntry struct{ Code, Text string }

// Write writes the workbook. The same CallList gives the same bytes.
func (c *CallList) Write(w io.Writer) error {
	b, err := newBook(c)
	if err != nil {
		return err
	}
	defer b.close()
	b.summary()
	for _, rep := range c.Reps {
		name := rep.Name
		if name == "" {
			name = b.text("sheet.calllist")
		}
		b.callSheet(name, callColumns, rep.Rows, true)
	}
	if len(c.Reps) == 0 {
		b.callSheet(b.text("sheet.calllist"), callColumns, nil, true)
	}
	b.callSheet(b.text("sheet.reserve"), callColumns, c.Reserve, false)
	b.callSheet(b.text("sheet.consent"), ruleColumns, c.Consent, false)
	b.callSheet(b.text("sheet.write"), ruleColumns, c.WriteFirst, false)
	for _, other := range c.Others {
		b.callSheet(other.Name, otherColumns, other.Rows, false)
	}
	b.gaps()
	b.review()
	b.legend(true)
	return b.write(w)
}

// WriteRep writes the workbook of one rep: the sheet and the legend.
func (c *CallList) WriteRep(w io.Writer, rep RepSheet) error {
	b, err := newBook(c)
	if err != nil {
		return err
	}
	defer b.close()
	name := rep.Name
	if name == "" {
		name = b.text("sheet.calllist")
	}
	b.callSheet(name, callColumns, rep.Rows, true)
	b.legend(false)
	return b.write(w)
}
