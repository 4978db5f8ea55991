package sift

// Refusal is an error that says what would help. Usage tells a wrong call or
// a mistake in the profile (exit code 2) from a failure (exit code 1).
type Refusal struct {
	What  string
	Hint  string
	Usage bool
	Lines []string // complete messages, one a line, instead of What
}

func (r *Refusal) Error() string {
	if len(r.Lines) > 0 {
		return r.Lines[0]
	}
	return r.What
}
