package main

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// suppressList is the do-not-contact list that goes with a generated list:
// the people on it stand there by email, hash, mobile, or name and company,
// in other spellings than the list has.
type suppressList struct{ sink }

func openSuppress(path string) (*suppressList, error) {
	if path == "" {
		return &suppressList{nothing{}}, nil
	}
	s, err := openCSV(path)
	if err != nil {
		return nil, err
	}
	return &suppressList{s}, s.row([]string{"email", "phone", "first_name", "last_name", "company", "postal_code"})
}

// add writes the entry of contact c by something its first row shows.
func (s *suppressList) add(w *world, c uint32) error {
	shown := w.row(c, 0)
	k := w.card(c)
	d := w.dice.of(suppressKind, uint64(c))
	land := k.firm.plan.country
	mail := strings.EqualFold(strings.TrimSpace(shown[email]), k.email) && !k.role
	tel := "+" + countryCodes[land] + k.who.mobile.digits()
	var entry [6]string
	switch way := d.IntN(6); {
	case mail && way == 0:
		entry[0] = strings.ToUpper(k.email)
	case mail && way == 1:
		sum := md5.Sum([]byte(strings.ToLower(k.email)))
		entry[0] = hex.EncodeToString(sum[:])
	case mail && way == 2:
		sum := sha256.Sum256([]byte(strings.ToLower(k.email)))
		entry[0] = strings.ToUpper(hex.EncodeToString(sum[:]))
	case shown[mobile] != "" && way == 3:
		sum := sha256.Sum256([]byte(tel))
		entry[1] = hex.EncodeToString(sum[:])
	case shown[mobile] != "":
		entry[1] = k.who.mobile.spelled(d, land)
	case mail:
		entry[0] = k.email
	default:
		entry[2], entry[3] = ascii(k.who.first), strings.ToUpper(k.who.last)
		entry[4], entry[5] = ascii(k.firm.core), k.firm.postal
	}
	return s.row(entry[:])
}
