// Package profile reads the YAML file that says who is a prospect. It walks
// the document by one table of keys (see keys.go), reports every mistake at
// once with its line and column, and composes the Configs of the other rooms.
// A profile with a mistake is never applied, not even in part.
package profile

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"goldpan/internal/assign"
	"goldpan/internal/contact"
	"goldpan/internal/qualify"
)

// Profile is a read and checked profile.
type Profile struct {
	Path     string // "" for the default
	Dir      string // folder that file names in the profile are relative to
	SHA256   string // of the file's bytes, hex
	Language string // en pl ro no fr de
	Country  string // alpha-2, assumed where a row does not tell
	AsOf     time.Time
	Lists    []List

	// Qualify is complete but for AsOf, which the run sets.
	Qualify qualify.Config

	ExcludeCompanies []string // files, absolute
	Customers        []Customers
	Suppress         []Suppression
	RulesFile        string // "" for the embedded rules
	Assign           assign.Config
	Gates            Gates
	Outputs          Outputs
	Dedupe           Dedupe
	Book             string // absolute path, "" none

	// Pending are the keys that are accepted but have no effect yet, as the
	// profile spells them.
	Pending []string
	// Warnings are things that are allowed but hardly meant.
	Warnings []string
}

// List is what is known about an input.
type List struct {
	Match       string // path or glob, absolute
	Vendor      string
	Purchased   time.Time
	Price       qualify.Amount
	OrderedRows int
	Promise     Promise
	Basis       string
	Trust       int // 1-5, 3 where not said
	Map         map[string]string
	Sheet       string
	HeaderRow   int // 0 find, -1 none
	Encoding    string
	Delimiter   string
}

// Promise is what the vendor said the list would be.
type Promise struct {
	EmailsVerified float64 // share
	Countries      []string
	EmployeesMin   float64
	EmployeesMax   float64 // 0 no limit
}

// Customers is a list of those who already buy or are being negotiated with.
type Customers struct {
	File        string // absolute
	Match       string // account, contact
	Route       string // reject, cross-sell, win-back
	LapsedAfter assign.Period
	LapsedRoute string
}

// Suppression is a list of those who must not be contacted.
type Suppression struct {
	File    string          // absolute
	Channel contact.Channel // none where not said: all, or what an entry itself says
	Date    time.Time       // zero unknown
	MaxAge  assign.Period
}

// Gates stop delivery.
type Gates struct {
	MaxRejected   float64 // share; 1 no limit
	MaxUnreadable float64
	MinProspects  int
	LayoutDrift   string // stop, warn, "" nothing
}

// Outputs say where and what is written.
type Outputs struct {
	Dir          string // as written, relative to where goldpan runs; {date} stands for the as-of day
	CallListRows int    // 0 no limit
	KeepColumns  []string
	CRM          []string
	Claims       bool
	Group        string
}

// Dedupe configures who is whom.
type Dedupe struct {
	Cut       string            // precision=0.99 or f1
	Compare   map[string]string // column to text, number, date
	Decisions string            // absolute path, "" none
}

// Mistake is something wrong in the file. Line and Column count from 1.
type Mistake struct {
	Line, Column int
	Message      string
}

// At is the mistake as it is printed: FILE:LINE:COLUMN: what, and what would
// be right.
func (m Mistake) At(file string) string {
	return fmt.Sprintf("%s:%d:%d: %s", file, m.Line, m.Column, m.Message)
}

// Default is the profile of a run without one: nothing is asked.
func Default() *Profile {
	return &Profile{Language: "en", Gates: Gates{MaxRejected: 1, MaxUnreadable: 1},
		Dedupe: Dedupe{Cut: "precision=0.99"},
		Qualify: qualify.Config{Language: "en", OnNoAuthority: "keep-company", Decay: 0.021,
			Tiers: []qualify.Tier{{Letter: "A", From: 70}, {Letter: "B", From: 40}, {Letter: "C", From: 0}}}}
}

// Load reads a profile. The error is about the file as such (it cannot be
// read); mistakes are about what it says, in the order of its lines. With
// either, the profile is nil.
func Load(path string) (*Profile, []Mistake, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("reading profile: %w", err)
	}
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, nil, fmt.Errorf("finding the folder of profile %s: %w", path, err)
	}
	p, mistakes := Parse(content, dir)
	if mistakes != nil {
		return nil, mistakes, nil
	}
	p.Path = path
	return p, nil, nil
}

// Parse reads a profile from its text; file names in it are relative to dir.
func Parse(content []byte, dir string) (*Profile, []Mistake) {
	w := walk(content, dir)
	if w.root == nil {
		return nil, w.sorted()
	}
	p := w.decode()
	w.validate(p)
	if len(w.mistakes) > 0 {
		return nil, w.sorted()
	}
	sum := sha256.Sum256(content)
	p.SHA256, p.Dir = hex.EncodeToString(sum[:]), dir
	return p, nil
}
