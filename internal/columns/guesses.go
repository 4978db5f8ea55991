package columns

import (
	"fmt"

	"goldpan/internal/contact"
)

// proposeByValues adds what the values alone show. With labels, only what
// proves itself counts; without, weaker evidence has to do.
func (b *board) proposeByValues(i int) {
	v := b.values[i]
	if v.filled == 0 {
		return
	}
	byValue := func(f contact.Field, score float64, what string, share float64) {
		if f != contact.Email && b.known(i) && (f != contact.LinkedIn || b.extra[i] > 0) {
			return // the label says it is something else
		}
		rule := fmt.Sprintf("values: %d%% %s", percent(share), what)
		b.add(i, valueCandidate(f, score+0.02*v.fill(), rule))
	}
	blank := b.wordings[i].blank
	if s := v.share(kEmail); s >= 0.6 && b.extra[i] == 0 {
		byValue(contact.Email, 0.55+0.2*s, "emails", s)
	}
	if s := v.share(kLinkedIn); s >= 0.8 {
		byValue(contact.LinkedIn, 0.65, "profile links", s)
	} else if s := v.share(kURL); s >= 0.8 && blank {
		byValue(contact.Website, 0.5, "web addresses", s)
	}
	if s := v.share(kPhoneSure); s >= 0.7 && v.share(kDate) < 0.2 && !v.provenID() {
		byValue(contact.Phone, 0.36+0.2*s*boolFloat(blank), "phone numbers", s)
	}
	if s := v.share(kRestricted); s >= 0.9 && v.share(kClosed) > 0 {
		b.add(i, valueCandidate(contact.OptOut, 0.7+0.02*v.fill(), fmt.Sprintf("values: %d%% words of restrictions", percent(s))))
	}
	if !blank {
		if len(b.senses[i]) == 0 && v.filled >= 5 && len(v.first) >= 5 {
			for _, guess := range provenGuesses(v) {
				byValue(guess.field, guess.score, guess.what, guess.share)
			}
		}
		return
	}
	for _, guess := range guesses(v) {
		byValue(guess.field, guess.score, guess.what, guess.share)
	}
}

// known tells whether a column's label is understood.
func (b *board) known(i int) bool {
	found := b.senses[i]
	return b.extra[i] > 0 || len(found) > 0 && !found[0].loose
}

// provenID tells whether four of five values are valid business ids.
func (v *values) provenID() bool {
	for _, k := range []idKind{idSIRET, idSIREN, idNIP, idOrgnr, idREGON, idABN} {
		if v.idShare(k) >= 0.8 {
			return true
		}
	}
	return false
}

func boolFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// guess is what the values of a column without a label suggest.
type guess struct {
	field contact.Field
	score float64
	what  string
	share float64
}

// guesses lists the fields a column without a label may hold.
func guesses(v *values) []guess {
	var out []guess
	try := func(f contact.Field, share, low, weight float64, what string) {
		if share >= low {
			out = append(out, guess{f, weight * (0.5 + 0.5*share), what, share})
		}
	}
	if v.share(kGender) >= 0.9 && v.share(kText) >= 0.9 && v.share(kYesNo) < 0.9 && len(v.first) >= 2 {
		try(contact.Gender, v.share(kGender), 0.9, 0.6, "genders")
		return out
	}
	if v.share(kCode2) < 0.5 {
		try(contact.NamePrefix, v.share(kHonorific), 0.8, 0.7, "titles of courtesy")
	}
	try(contact.Country, v.share(kCountry), 0.85, 0.62, "countries")
	try(contact.Region, v.share(kRegion), 0.85, 0.6, "regions")
	try(contact.PostalCode, v.share(kPostalSure), 0.7, 0.7, "postal codes")
	legal, given, person := v.share(kLegal), v.share(kGiven), v.share(kPerson)
	if v.share(kNumbered) < 0.4 {
		try(contact.Company, min(1, legal*1.2), 0.4, 0.65, "company words")
	}
	if legal < 0.2 {
		if person >= 0.6 {
			try(contact.FullName, min(person, given*1.3), 0.35, 0.7, "full names")
		}
		if person < 0.3 && v.share(kWord) > 0.8 {
			try(contact.FirstName, given, 0.35, 0.7, "given names")
		}
		try(contact.Title, v.share(kTitle), 0.4, 0.6, "job titles")
	}
	if v.share(kAddress) < 0.5 && v.share(kEmail) == 0 {
		try(contact.Street, v.share(kNumbered)*v.share(kText), 0.7, 0.6, "street lines")
	}
	try(contact.Address, v.share(kAddress), 0.6, 0.65, "addresses")
	return append(out, provenGuesses(v)...)
}

// provenGuesses lists the ids that at least four of five values prove.
func provenGuesses(v *values) []guess {
	var out []guess
	for _, k := range []struct {
		id    idKind
		field contact.Field
	}{{idNIP, contact.TaxID}, {idOrgnr, contact.TaxID}, {idSIRET, contact.RegistrationID}, {idUStID, contact.TaxID},
		{idSIREN, contact.RegistrationID}, {idREGON, contact.RegistrationID}, {idONRC, contact.RegistrationID}} {
		if share := v.idShare(k.id); share >= 0.8 {
			out = append(out, guess{k.field, 0.75 * (0.5 + 0.5*share), "valid " + idNames[k.id] + " numbers", share})
		}
	}
	return out
}
