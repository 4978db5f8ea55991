package sift

import (
	"encoding/base32"
	"encoding/binary"

	"github.com/cespare/xxhash/v2"

	"goldpan/internal/contact"
)

// alphabet is RFC 4648's base32hex in lower case: it sorts as the number does.
var alphabet = base32.NewEncoding("0123456789abcdefghijklmnopqrstuv").WithPadding(base32.NoPadding)

// identifier writes a 64-bit hash as the id of a contact (c), person (p),
// account (a) or household (h): the letter and 13 characters.
func identifier(kind byte, hash uint64) string {
	var raw [8]byte
	binary.BigEndian.PutUint64(raw[:], hash)
	return string(kind) + alphabet.EncodeToString(raw[:])
}

// key is the strongest thing that names a contact or a group: a lower rank is
// stronger. Groups take the strongest key of their members, so that the id
// does not depend on which member came first.
type key struct {
	rank uint8 // 0 is none
	hash uint64
}

// stronger is the better key; ties fall to the smaller hash.
func (k key) stronger(other key) key {
	switch {
	case other.rank == 0:
		return k
	case k.rank == 0, other.rank < k.rank, other.rank == k.rank && other.hash < k.hash:
		return other
	}
	return k
}

// keyOf hashes the parts of the first of the given combinations that is
// complete.
func keyOf(combinations ...[]string) key {
	for rank, parts := range combinations {
		complete := true
		for _, p := range parts {
			complete = complete && p != ""
		}
		if complete {
			return key{uint8(rank + 1), hashParts(parts)}
		}
	}
	return key{}
}

func hashParts(parts []string) uint64 {
	h := xxhash.New()
	for _, p := range parts {
		// Digests never fail to take input.
		_, _ = h.WriteString(p)
		_, _ = h.Write([]byte{0})
	}
	return h.Sum64()
}

func nameKey(r *contact.Record) string {
	if r.Values[contact.LastKey] == "" {
		return r.Values[contact.FirstKey]
	}
	return r.Values[contact.LastKey] + " " + r.Values[contact.FirstKey]
}

// contactKey follows the specification: email; phone and name; tax id and
// name; name, company and postal code. A role address names nobody, so it
// counts only with the name beside it.
func contactKey(r *contact.Record) key {
	email := r.Values[contact.EmailKey]
	if r.Values[contact.EmailKind] == "role" && nameKey(r) != "" {
		email += "\x00" + nameKey(r)
	}
	k := keyOf(
		[]string{email},
		[]string{r.Values[contact.BestPhone], nameKey(r)},
		[]string{r.Values[contact.TaxID], nameKey(r)},
	)
	if k.rank > 0 {
		return k
	}
	return key{4, hashParts([]string{nameKey(r), r.Values[contact.CompanyKey], r.Values[contact.PostalKey]})}
}

// personKey names the human, whoever employs them.
func personKey(r *contact.Record) key {
	private := ""
	if k := r.Values[contact.EmailKind]; k == "free" {
		private = r.Values[contact.EmailKey]
	}
	return keyOf(
		[]string{private},
		[]string{r.Values[contact.Mobile], nameKey(r)},
		[]string{r.Values[contact.EmailKey], nameKey(r)},
		[]string{nameKey(r), r.Values[contact.CompanyKey], r.Values[contact.PostalKey]},
		[]string{nameKey(r), r.Values[contact.PostalKey]},
		[]string{nameKey(r)},
	)
}

// accountKey names the company.
func accountKey(r *contact.Record) key {
	return keyOf(
		[]string{r.Values[contact.TaxID]},
		[]string{r.Values[contact.EmailDomain]},
		[]string{r.Values[contact.WebDomain]},
		[]string{r.Values[contact.CompanyKey], r.Values[contact.PostalKey]},
		[]string{r.Values[contact.CompanyKey], r.Values[contact.CityKey]},
		[]string{r.Values[contact.CompanyKey]},
	)
}

// householdKey names a family at an address.
func householdKey(r *contact.Record) key {
	return keyOf(
		[]string{r.Values[contact.AddressKey], r.Values[contact.PostalKey], r.Values[contact.LastKey]},
		[]string{r.Values[contact.AddressKey], r.Values[contact.CityKey], r.Values[contact.LastKey]},
	)
}
