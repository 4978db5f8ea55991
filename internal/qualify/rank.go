package qualify

import (
	"cmp"
	"hash/fnv"
	"slices"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Rank is what the order of delivered contacts depends on.
type Rank struct {
	Tier     uint8 // 0 is the best
	Suspect  bool
	Score    uint8 // 0-100
	Reach    uint8 // 1 is the best
	Warm     uint8 // interest and earlier contact
	Complete uint8 // fields present
	Content  uint64
}

// Compare orders ranks, the best first: tier, prospects before suspects,
// score, reach, interest, completeness, content.
func Compare(a, b Rank) int {
	return cmp.Or(
		cmp.Compare(a.Tier, b.Tier),
		compareBool(a.Suspect, b.Suspect),
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(a.Reach, b.Reach),
		cmp.Compare(b.Warm, a.Warm),
		cmp.Compare(b.Complete, a.Complete),
		cmp.Compare(a.Content, b.Content),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Rank places a delivered contact among the others.
func (j *Judge) Rank(s *Subject, v *Verdict) Rank {
	r := Rank{Suspect: v.Fate == contact.Suspect, Score: uint8(v.Score), Reach: uint8(v.Reach),
		Complete: uint8(completeness(s.Rec)), Content: contentHash(s.Rec)}
	for i, t := range j.plan.tiers {
		if t.Letter == v.Tier {
			r.Tier = uint8(i)
		}
	}
	if interested(s.Rec) {
		r.Warm++
	}
	if s.Rec.Has(contact.LastContact) {
		r.Warm++
	}
	return r
}

// noInterest are match keys of what lists write into a column of interest for
// those who have none, in the six languages.
var noInterest = []string{"", "0", "no", "n", "none", "false", "not interested", "no interest", "cold", "nie", "brak",
	"nie zainteresowany", "nu", "fara interes", "nei", "ingen", "ikke interessert", "non", "aucun", "pas interesse",
	"nein", "kein", "kein interesse"}

// interested tells whether a list says that a contact has shown interest.
func interested(r *contact.Record) bool {
	text := r.Values[contact.Interest]
	return text != "" && !slices.Contains(noInterest, market.Key(text))
}

// telling are the fields that count for completeness.
var telling = [...]contact.Field{
	contact.FirstName, contact.LastName, contact.Title, contact.Company, contact.TaxID, contact.Industry,
	contact.Employees, contact.Revenue, contact.Email, contact.Phone, contact.Mobile, contact.Street,
	contact.City, contact.PostalCode, contact.Country, contact.Website,
}

// completeness counts the telling fields that are present.
func completeness(r *contact.Record) int {
	n := 0
	for _, f := range telling {
		if r.Values[f] != "" {
			n++
		}
	}
	return n
}

// contentHash is the FNV-1a hash of a record's values: the same content gives
// the same hash wherever the record stood.
func contentHash(r *contact.Record) uint64 {
	h := fnv.New64a()
	for f, v := range r.Values {
		if v != "" {
			h.Write([]byte{byte(f)})
			h.Write([]byte(v))
		}
	}
	return h.Sum64()
}
