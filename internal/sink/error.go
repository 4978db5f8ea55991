// Package sink writes what a run leaves behind: the output folder, which
// appears whole or not at all, the CSV files for machines, the workbooks for
// people, and run.json.
//
// A [Folder] guards the place and hands out files; [CSV], [Plain] and
// [CallList] fill them. Nothing here decides anything about a contact.
package sink

// Error is a folder or file that cannot be written, for a person to read.
type Error struct {
	Path  string // as the user gave it
	Cause string // what is wrong, lower case, no period
	Hint  string // what would help; "" when there is nothing to say
	Usage bool   // the user asked for something refused (exit 2), not a failure (exit 1)
	Err   error  // underlying error, nil when there is none
}

// Error is one line: path and cause.
func (e *Error) Error() string { return e.Path + ": " + e.Cause }

// Unwrap is the underlying error.
func (e *Error) Unwrap() error { return e.Err }
