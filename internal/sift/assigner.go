package sift

import (
	"strings"

	"goldpan/internal/assign"
	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// assigner hands callable contacts to the reps. Without reps there is one
// sheet, named for the call list.
type assigner struct {
	pool *assign.Pool
	reps []assign.Rep
	own  bool // the profile names reps
}

func (run *run) newAssigner() *assigner {
	config := run.job.Profile.Assign
	a := &assigner{own: len(config.Reps) > 0}
	if !a.own {
		config.Reps = []assign.Rep{{}}
	}
	a.reps, a.pool = config.Reps, config.NewPool()
	return a
}

// next places a contact of an account: the rep who calls it, and where.
func (a *assigner) next(account uint32, r *contact.Record) (rep string, place assign.Place) {
	country := r.Get(contact.Country)
	i, place := a.pool.Next(assign.Candidate{
		Account: account, Country: country, Region: r.Get(contact.Region), PostalCode: r.Get(contact.PostalCode),
		Language: market.LanguageOf(country),
	})
	if i < 0 {
		return "", place
	}
	return a.reps[i].Name, place
}

// names are the sheets, in the order of the profile.
func (a *assigner) names() []string {
	out := make([]string, len(a.reps))
	for i, r := range a.reps {
		out[i] = r.Name
	}
	return out
}

// fileName makes a rep's name a file's name.
func fileName(name string) string {
	safe := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(name))
	safe = strings.Trim(safe, ". ")
	if safe == "" {
		return "rep"
	}
	return safe
}
