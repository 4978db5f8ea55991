// Package assign hands delivered contacts to sales reps: by territory and
// language, in rank order, each account to one rep, up to each rep's capacity.
package assign

import (
	"fmt"
	"slices"
	"strings"

	"goldpan/internal/contact"
)

// Config says who sells where.
type Config struct {
	Reps         []Rep
	PerAccount   int    // contacts of one account on a sheet; 0 is no limit
	ReturnAfter  Period // delivered without an outcome: back to the pool
	RecycleAfter Period // never for refusals
}

// Rep is one person who calls.
type Rep struct {
	Name      string
	Territory Territory
	Languages []string // spoken, of the six of the product; nil is any
	Capacity  int      // contacts a run; 0 is no limit
}

// Territory is where a rep sells; what is empty does not restrict.
type Territory struct {
	Country    []string // alpha-2
	Region     []string // names as goldpan writes them
	PostalCode []string // prefixes
}

// Validate finds reps without or with the same name, and numbers below 0.
func (c Config) Validate() []contact.Problem {
	var problems []contact.Problem
	seen := make(map[string]bool)
	for i, r := range c.Reps {
		path := fmt.Sprintf("assign.reps[%d]", i)
		switch {
		case strings.TrimSpace(r.Name) == "":
			problems = append(problems, contact.Problem{Path: path, Message: "a rep needs a name"})
		case seen[strings.ToLower(r.Name)]:
			problems = append(problems, contact.Problem{Path: path + ".name", Message: fmt.Sprintf("%q is there twice", r.Name)})
		}
		seen[strings.ToLower(r.Name)] = true
		if r.Capacity < 0 {
			problems = append(problems, contact.Problem{Path: path + ".capacity", Message: "capacity is a number of contacts, 1 or more"})
		}
		for k, l := range r.Languages {
			if !slices.Contains(contact.Languages(), l) {
				problems = append(problems, contact.Problem{Path: fmt.Sprintf("%s.languages[%d]", path, k),
					Message: fmt.Sprintf("%q is no language here; known are %s", l, strings.Join(contact.Languages(), ", "))})
			}
		}
	}
	if c.PerAccount < 0 {
		problems = append(problems, contact.Problem{Path: "assign.per_account", Message: "per_account is 1 or more"})
	}
	return problems
}

// Candidate is what of a delivered contact decides who calls it.
type Candidate struct {
	Account    uint32
	Country    string
	Region     string
	PostalCode string
	Language   string
}

// Place says where a contact stands.
type Place uint8

// The places. Reserve is what no rep has room or territory for; AlsoThere are
// further people of an account that a rep has already.
const (
	OnSheet Place = iota
	AlsoThere
	Reserve
)

// Pool distributes contacts that come in rank order, one after another.
type Pool struct {
	config   Config
	load     []int
	accounts map[uint32]*held
}

// held is what a rep has of an account.
type held struct {
	rep   int
	count int
}

// NewPool starts a distribution.
func (c Config) NewPool() *Pool {
	return &Pool{config: c, load: make([]int, len(c.Reps)), accounts: make(map[uint32]*held)}
}

// Next places the next best contact: the index of the rep (-1 none) and
// where. An account stays with its rep; a new one goes to the rep that fits
// and has the largest share of capacity left, of equals the first.
func (p *Pool) Next(c Candidate) (rep int, place Place) {
	if have, ok := p.accounts[c.Account]; ok {
		if p.config.PerAccount > 0 && have.count >= p.config.PerAccount {
			return have.rep, AlsoThere
		}
		if !p.room(have.rep) {
			return have.rep, AlsoThere
		}
		have.count++
		p.load[have.rep]++
		return have.rep, OnSheet
	}
	best := -1
	for i, r := range p.config.Reps {
		if !r.takes(c) || !p.room(i) {
			continue
		}
		if best < 0 || p.lighter(i, best) {
			best = i
		}
	}
	if best < 0 {
		return -1, Reserve
	}
	p.accounts[c.Account] = &held{best, 1}
	p.load[best]++
	return best, OnSheet
}

func (p *Pool) room(rep int) bool {
	capacity := p.config.Reps[rep].Capacity
	return capacity == 0 || p.load[rep] < capacity
}

// lighter tells whether rep a has used less of its capacity than b; without
// capacities, whether it has fewer contacts.
func (p *Pool) lighter(a, b int) bool {
	ca, cb := p.config.Reps[a].Capacity, p.config.Reps[b].Capacity
	if ca == 0 || cb == 0 {
		return p.load[a] < p.load[b]
	}
	return p.load[a]*cb < p.load[b]*ca
}

// takes tells whether a contact lies in the rep's territory and languages.
func (r Rep) takes(c Candidate) bool {
	inList := func(list []string, value string) bool {
		return len(list) == 0 || slices.ContainsFunc(list, func(w string) bool { return strings.EqualFold(w, value) })
	}
	if !inList(r.Territory.Country, c.Country) || !inList(r.Territory.Region, c.Region) || !inList(r.Languages, c.Language) {
		return false
	}
	return len(r.Territory.PostalCode) == 0 ||
		slices.ContainsFunc(r.Territory.PostalCode, func(prefix string) bool { return strings.HasPrefix(c.PostalCode, prefix) })
}
