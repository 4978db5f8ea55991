package source

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"goldpan/internal/source/delimited"
	"goldpan/internal/source/sheet"
)

// Kind is why a list cannot be read.
type Kind uint8

// The kinds.
const (
	Failed    Kind = iota // the machine could not read it: missing, no permission, I/O
	Empty                 // there is nothing in it
	Binary                // it is no list but some other kind of file
	Encrypted             // it is protected with a password
	Truncated             // it is cut off or damaged
	TooLarge              // it goes past a limit
	Override              // what the user asked for cannot be met
)

var kindNames = [...]string{"failed", "empty", "binary", "encrypted", "truncated", "limit", "override"}

// String is the kind as run.json writes it.
func (k Kind) String() string { return kindNames[k] }

// Error says why a list cannot be read and what would help. It never holds
// anything of the list's content.
type Error struct {
	Path   string
	Kind   Kind
	Detail string // lower case, without the path
	Hint   string // what the user can do, "" if nothing
	Err    error  // the cause, nil if Detail says it all
}

// Error is path and cause; the hint is left to who shows it.
func (e *Error) Error() string { return e.Path + ": " + e.Detail }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// asError gives any error the form that Open promises. Cancellation passes
// unchanged.
func asError(path string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		if e.Path == "" {
			e.Path = path
		}
		return e
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	e = &Error{Path: path, Kind: Failed, Detail: err.Error(), Err: err}
	var pathErr *fs.PathError
	switch {
	case errors.As(err, &pathErr):
		e.Detail = pathErr.Err.Error()
	case errors.Is(err, sheet.ErrEncrypted):
		e.Kind, e.Hint = Encrypted, "open it, take the password off, save it again"
	case errors.Is(err, sheet.ErrLimit), errors.Is(err, delimited.ErrLong), errors.Is(err, errLimit):
		e.Kind, e.Hint = TooLarge, "split the list, or check that it is what it should be"
	case errors.Is(err, sheet.ErrTruncated):
		e.Kind, e.Hint = Truncated, "fetch the file again"
	case errors.Is(err, sheet.ErrFormat):
		e.Kind = Binary
	}
	e.Detail = strings.ReplaceAll(e.Detail, "\n", " ")
	return e
}
