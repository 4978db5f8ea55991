package contact

// Fate is where a row ended. Every row gets exactly one.
type Fate uint8

// The fates. NoFate is a row that was never decided: a run with one fails.
const (
	NoFate Fate = iota
	Prospect
	Suspect
	Merged
	Rejected
)

var fateNames = [...]string{"", "prospect", "suspect", "merged", "rejected"}

// String is the fate as outputs write it.
func (f Fate) String() string { return fateNames[f] }

// ParseFate finds a fate by its name.
func ParseFate(name string) (Fate, bool) {
	for i, n := range fateNames {
		if i > 0 && n == name {
			return Fate(i), true
		}
	}
	return NoFate, false
}

// Step is the part of the run that rejected a row.
type Step uint8

// The steps in the order of work.
const (
	NoStep Step = iota
	StepRead
	StepClean
	StepSuppress
	StepQualify
)

var stepNames = [...]string{"", "read", "clean", "suppress", "qualify"}

// String is the step as rejects.csv writes it.
func (s Step) String() string { return stepNames[s] }

// Reason says why a row was rejected: one of the codes below, or
// TEST-CRITERION for a criterion of the profile ("target-employees").
type Reason string

// The fixed reason codes. A criterion's reason is its test and its name.
const (
	BadRow      Reason = "bad-row"
	BadEncoding Reason = "bad-encoding"

	NoIdentity    Reason = "no-identity"
	NoChannel     Reason = "no-channel"
	UnusableEmail Reason = "bad-email"
	UnusablePhone Reason = "bad-phone"

	Customer         Reason = "customer"
	InPipeline       Reason = "in-pipeline"
	Suppressed       Reason = "suppressed"
	OptedOut         Reason = "opted-out"
	Competitor       Reason = "competitor"
	AlreadyDelivered Reason = "already-delivered"
	Forgotten        Reason = "forgotten"

	TooThin         Reason = "too-thin"
	ConsentRequired Reason = "consent-required"
	NoInterest      Reason = "no-interest"
	NoContact       Reason = "no-contact"
)

var reasonSteps = map[Reason]Step{
	BadRow: StepRead, BadEncoding: StepRead,
	NoIdentity: StepClean, NoChannel: StepClean, UnusableEmail: StepClean, UnusablePhone: StepClean,
	Customer: StepSuppress, InPipeline: StepSuppress, Suppressed: StepSuppress, OptedOut: StepSuppress,
	Competitor: StepSuppress, AlreadyDelivered: StepSuppress, Forgotten: StepSuppress,
}

// Step is the part of the run that gives this reason.
func (r Reason) Step() Step {
	if s, ok := reasonSteps[r]; ok {
		return s
	}
	return StepQualify
}

// Reasons lists the fixed codes in the order of work.
func Reasons() []Reason {
	return []Reason{
		BadRow, BadEncoding,
		NoIdentity, NoChannel, UnusableEmail, UnusablePhone,
		Customer, InPipeline, Suppressed, OptedOut, Competitor, AlreadyDelivered, Forgotten,
		TooThin, ConsentRequired, NoInterest, NoContact,
	}
}
