package sift

import (
	"context"
	"strconv"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/sink"
)

// writeProspects writes prospects.csv, best first, and deals the contacts onto
// the sheets of the call list as they pass.
func (run *run) writeProspects(ctx context.Context, folder *sink.Folder, who *dedupe.Result, found *contacts, sheets *sheets) error {
	header := append(sink.ProspectColumns(), run.job.Profile.Outputs.KeepColumns...)
	total := int64(len(found.found))
	return writeCSV(folder, "prospects.csv", header, func(c *sink.CSV) error {
		for r, err := range found.inOrder(ctx, run.temp) {
			if err != nil {
				return err
			}
			p := run.prospect(r, who, found)
			p.Rep = sheets.deal(who.Account[r.finding.kept], r, p)
			if err := c.Prospect(p); err != nil {
				return err
			}
			run.progress("writing prospects", int64(r.rank), total)
		}
		return nil
	})
}

// prospect is the delivery as a line of prospects.csv.
func (run *run) prospect(r *ranked, who *dedupe.Result, found *contacts) *sink.Prospect {
	kept := r.finding.kept
	l := run.lists[r.golden.Origin.List]
	p := &sink.Prospect{
		Rank: r.rank, ContactID: identifier('c', r.finding.id.hash), Fate: r.fate,
		Target: r.target, Means: r.means, Authority: r.authority, Why: r.why, AskAbout: r.ask,
		PersonID:    found.persons.id('p', who.Person[kept]),
		AccountID:   found.accounts.id('a', who.Account[kept]),
		HouseholdID: found.homes.id('h', who.Household[kept]),
		Record:      &r.golden, MayCall: r.mayCall, MayEmail: r.mayEmail, ContactRule: rules(r.callRule, r.emailRule),
		NoticeDue: r.noticeDue, Temperature: r.temperature, Vendor: r.vendor, Purchased: r.purchased,
		Place: sink.Place{List: l.table.List, Row: r.golden.Origin.Row}, Kept: r.kept,
		MergedRows: strconv.Itoa(r.members - 1),
	}
	if r.scored {
		p.Tier, p.Score = r.tier, strconv.Itoa(r.score)
	}
	if r.reach > 0 {
		p.Reach = strconv.Itoa(r.reach)
	}
	return p
}

// id names a group by its strongest key, "" where it has none.
func (g groupKeys) id(kind byte, root uint32) string {
	k, ok := g[root]
	if !ok {
		return ""
	}
	return identifier(kind, k.hash)
}

func rules(call, email string) string {
	if call == "" || call == email {
		return email
	}
	if email == "" {
		return call
	}
	return call + ";" + email
}

// keptColumns are the values of the columns that the profile keeps.
func (run *run) keptColumns(r *contact.Record) []string {
	keep := run.job.Profile.Outputs.KeepColumns
	if len(keep) == 0 {
		return nil
	}
	out := make([]string, len(keep))
	for i, label := range keep {
		for _, x := range r.Extras {
			if sameLabel(run.labels[x.Label], label) {
				out[i] = x.Value
				break
			}
		}
	}
	return out
}
