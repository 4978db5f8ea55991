package contact

// Seniorities is the closed vocabulary of the seniority field.
func Seniorities() []string {
	return []string{"owner", "legal_rep", "partner", "c_level", "board", "vp", "director", "head", "manager",
		"buyer", "team_lead", "senior", "staff", "assistant", "junior", "official", "external"}
}

// Departments is the closed vocabulary of the department field.
func Departments() []string {
	return []string{"management", "purchasing", "finance", "it", "security", "hr", "sales", "marketing",
		"operations", "technical", "logistics", "quality", "facilities", "legal", "other"}
}

// EmailKinds is the closed vocabulary of email_kind.
func EmailKinds() []string { return []string{"personal", "role", "free", "disposable"} }

// Outcomes is the closed vocabulary of what a rep reports after a call.
func Outcomes() []string {
	return []string{"no-answer", "call-back", "not-now", "no-may-keep", "no-remove", "wrong-number",
		"left-company", "wrong-person", "deceased", "meeting", "sold"}
}

// Languages lists the languages texts are written in; the first is the default.
func Languages() []string { return []string{"en", "pl", "ro", "no", "fr", "de"} }

// Channel is a way to reach someone that may be closed to us.
type Channel uint8

// The channels as bits; All closes every one.
const (
	NoChannels   Channel = 0
	CallChannel  Channel = 1
	EmailChannel Channel = 2
	AllChannels  Channel = CallChannel | EmailChannel | 4
)

// String is the channel as the profile spells it.
func (c Channel) String() string {
	switch c {
	case NoChannels:
		return ""
	case CallChannel:
		return "call"
	case EmailChannel:
		return "email"
	}
	return "all"
}

// ParseChannel finds a channel by the profile's word.
func ParseChannel(word string) (Channel, bool) {
	switch word {
	case "call":
		return CallChannel, true
	case "email":
		return EmailChannel, true
	case "all":
		return AllChannels, true
	}
	return NoChannels, false
}

// Answer is what a test or criterion says of a contact.
type Answer uint8

// The answers. NotAsked is a test without criteria.
const (
	NotAsked Answer = iota
	Yes
	No
	Unknown
)

var answerNames = [...]string{"", "yes", "no", "unknown"}

// String is the answer as prospects.csv writes it.
func (a Answer) String() string { return answerNames[a] }

// Problem is a mistake in a piece of configuration: Path is its place below
// the owner of the configuration ("employees.min", "customers[0].file"),
// Message says what is wrong and what would be right, in lower case.
type Problem struct {
	Path    string
	Message string
}
