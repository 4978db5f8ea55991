// Package qualify judges a contact against a target market: criteria of the
// three tests (target, means, authority) give yes, no or unknown; from the
// tests follow the fate and its reasons, and for what is delivered a score, a
// reach, a sentence to say and questions to ask. Whether one may call or
// write comes from the contact rules of package market.
package qualify

import (
	"time"

	"goldpan/internal/market"
)

// Test is one of the three questions asked of a contact.
type Test uint8

// The tests in the order of the profile.
const (
	Target    Test = iota // does it fit the market
	Means                 // can it pay
	Authority             // may the person decide
	numTests
)

// String is the test as the profile and the reasons spell it.
func (t Test) String() string { return [...]string{"target", "means", "authority"}[t] }

// Policy says what an unknown answer of a criterion counts as.
type Policy uint8

// The policies. Keep leaves unknown as unknown.
const (
	Keep Policy = iota
	RejectUnknown
	PassUnknown
)

// ParsePolicy finds a policy by the profile's word: reject or pass.
func ParsePolicy(word string) (Policy, bool) {
	switch word {
	case "reject":
		return RejectUnknown, true
	case "pass":
		return PassUnknown, true
	}
	return Keep, false
}

// Amount is a number of a criterion, with a currency where it is money.
type Amount struct {
	Value    float64
	Currency string // ISO 4217, "" for plain numbers
	Text     string // as the profile writes it
}

// Criterion is one demand on a contact. Which of the keys a criterion takes
// depends on its name: see Grammar.
type Criterion struct {
	Test     Test
	Name     string // name of the grammar, or of the custom criterion
	In       []string
	NotIn    []string
	Any      []string
	None     []string
	Prefix   []string
	Min, Max *Amount
	Before   string // date or year
	After    string
	From     string // place name or "latitude,longitude"
	MaxKm    float64
	When     string // expression, custom criteria only
	Why      string // what a rep says when it is met, custom criteria only
	Custom   bool
	Unknown  Policy
	Ticket   *Amount // by_size: what the sale is worth
	Path     string  // place in the profile ("target.custom[0]"); "" makes TEST.NAME
}

// ScoreRule gives points to contacts for which an expression is true.
type ScoreRule struct {
	Name   string
	When   string
	Points int
	Why    string // may name fields in braces
}

// Tier is a letter and the lowest score that earns it.
type Tier struct {
	Letter string
	From   int
}

// Rates converts money: one unit of a currency is so many of another.
type Rates struct {
	Date  string
	Pairs []Rate
}

// Rate says that one From is Factor To.
type Rate struct {
	From   string
	Factor float64
	To     string
}

// Config is everything that judging needs to know. The zero value asks
// nothing: whoever can be identified and reached is a prospect.
type Config struct {
	Language      string    // of texts: en pl ro no fr de; "" is en
	Country       string    // assumed where a contact has none
	AsOf          time.Time // the day everything is judged at
	Criteria      []Criterion
	Require       []string // interest, contact, consent
	OnNoAuthority string   // keep-company (default), reject
	Reach         []string // channels of which one must be there: phone, mobile, email; nil is all three
	Score         []ScoreRule
	Tiers         []Tier
	Decay         float64 // share of records that go stale in a month, 0.021 is 2.1%
	Rates         Rates
	Rules         *market.ContactRules // nil: the embedded ones
}

// path is the criterion's place in the profile.
func (c Criterion) path() string {
	if c.Path != "" {
		return c.Path
	}
	return c.Test.String() + "." + c.Name
}
