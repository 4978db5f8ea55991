package suppress

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"

	"github.com/cespare/xxhash/v2"

	"goldpan/internal/contact"
)

// keyKind is what a key identifies by. It is part of the hash.
type keyKind byte

const (
	byEmail keyKind = iota + 1
	byPhone
	byNational // a number without its country, for entries that do not tell it
	byDomain
	byTaxID
	byCompany       // company key, for entries that give no place
	byCompanyPlace  // company key and country, or city where no country is known
	byCompanyAnyhow // company key of entries that give a place, for rows that give none
	byName          // one name of a person, part of the keys below
	byNameCompany   // person at a company
	byNamePostal    // person and postal code
	byNameAddress   // person and address
	byMD5
	bySHA1
	bySHA256
	numKinds
)

// digestOf says what hashed entries may be hashes of.
type digestOf uint8

const (
	ofEmail digestOf = 1 << iota
	ofPhone
	ofAny = ofEmail | ofPhone
)

// digestKind is the kind of a digest by its length in bytes.
func digestKind(n int) keyKind {
	switch n {
	case md5.Size:
		return byMD5
	case sha1.Size:
		return bySHA1
	case sha256.Size:
		return bySHA256
	}
	return 0
}

// keys builds hashes without allocating. Each goroutine has its own, on the
// stack.
type keys struct {
	buf [256]byte
}

// of hashes a kind and the parts of a key; parts are kept apart by NUL.
func (k *keys) of(kind keyKind, parts ...string) uint64 {
	b := append(k.buf[:0], byte(kind))
	for _, p := range parts {
		b = append(b, 0)
		if kind >= byCompany && kind <= byNameAddress {
			b = appendSpelling(b, p)
		} else {
			b = append(b, p...)
		}
	}
	return xxhash.Sum64(b)
}

// named adds a person to the hash of a key. Which of the two names is the first
// makes no difference: lists mix their columns up.
func (k *keys) named(hash uint64, rec *contact.Record) uint64 {
	first, last := k.of(byName, rec.Values[contact.FirstKey]), k.of(byName, rec.Values[contact.LastKey])
	return hash ^ (first+last)*0x9E3779B97F4A7C15 // odd, so that no bit is lost
}

// appendSpelling appends a match key without what telegram spelling adds to it:
// "mueller" and "muller" (from Müller), "aarhus" and "arhus" get the same hash.
func appendSpelling(b []byte, key string) []byte {
	var last byte
	for i := 0; i < len(key); i++ {
		c := key[i]
		if c == 'e' && (last == 'a' || last == 'o' || last == 'u') || c == 'a' && last == 'a' {
			last = 0
			continue
		}
		b = append(b, c)
		last = c
	}
	return b
}

// digest hashes a digest.
func (k *keys) digest(sum []byte) uint64 {
	b := append(k.buf[:0], byte(digestKind(len(sum))), 0)
	return xxhash.Sum64(append(b, sum...))
}

// callingCode is the length of the country calling code at the start of an
// E.164 number without its plus, by the zones of ITU-T E.164 (list of 2016-11).
func callingCode(digits string) int {
	if len(digits) < 2 {
		return 0
	}
	switch digits[0] {
	case '1', '7':
		return 1
	}
	switch digits[:2] {
	case "20", "27", "28", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
		"51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86",
		"90", "91", "92", "93", "94", "95", "98":
		return 2
	}
	return min(3, len(digits))
}

// noTrunk tells whether numbers of a calling code are dialled inside the country
// without a leading zero (ITU-T, Dialling procedures, 2011-12).
func noTrunk(code string) bool {
	switch code {
	case "1", "7", "30", "34", "39", "45", "47", "48", "65", "351", "352", "354", "356", "357", "371", "372", "420", "423", "852":
		return true
	}
	return false
}
