// Package sift runs the whole of goldpan: lists in, a ranked call list and a
// rejection report out. Run, in run.go, is the recipe; start there.
package sift

import (
	"io"
	"time"

	"goldpan/internal/ledger"
	"goldpan/internal/profile"
)

// Job is what a run is asked to do. Flags stand beside the profile and win
// over it.
type Job struct {
	Lists     []string // files, globs, folders, "-"
	Stdin     io.Reader
	Profile   *profile.Profile // profile.Default() where the user has none
	Out       string           // output folder; "" with DryRun
	DryRun    bool             // do everything but write
	Jobs      int              // rows worked on at once, at least 1
	AsOf      time.Time        // the day ages and dates are judged at, UTC midnight
	Now       time.Time        // names a folder that is moved aside; recorded as started
	Version   string
	Language  string            // "" the profile's
	Country   string            // "" the profile's
	Map       map[string]string // column label to field, joins included
	Sheet     string
	HeaderRow int
	Encoding  string
	Delimiter string
	Verbatim  bool              // leave cells as they stand in the files, for inspect --table
	Cut       string            // "" the profile's
	Compare   map[string]string // unknown columns to compare
	Suppress  []string          // files
	Customers []string          // files
	Decisions []string          // files
	Progress  Progress          // may be nil
	Say       func(string)      // told what a person should know; may be nil

	truth string // label of the column that holds the true clusters, for Dedupe
}

// Summary is how a run ended.
type Summary struct {
	Totals     ledger.Totals
	Contacts   int    // distinct contacts
	InMarket   int    // contacts that no test rejected
	Callable   int    // delivered with a number to dial and no rule against it
	Tested     bool   // the profile asks something
	Nothing    bool   // there was nothing to do: nothing was written
	Best       []Best // the five best
	Open       string // the file to open first
	Out        string
	MovedTo    string // where a changed output folder went, "" if nowhere
	Unreadable []Unreadable
	Notes      []string
	Phases     []Phase
}

// Best is a delivered contact in one line.
type Best struct {
	Grade, Name, Title, Company, City, Phone, Why string
}

// Unreadable is a list that could not be read, and why.
type Unreadable struct {
	Path string `json:"path"`
	Why  string `json:"why"`
	Hint string `json:"hint"`
}
