package clean

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"goldpan/internal/market"
)

var update = flag.Bool("update", false, "write the phone plans anew from the library's metadata")

// planCodes are the calling codes of the fast path.
var planCodes = []int{1, 33, 40, 44, 47, 48, 49}

// libraryClass judges national digits by the library.
func libraryClass(calling int, national string) (kind, country string) {
	number := &phonenumbers.PhoneNumber{}
	code, value := int32(calling), uint64(atoi(national))
	number.CountryCode, number.NationalNumber = &code, &value
	if !phonenumbers.IsValidNumber(number) {
		return "", ""
	}
	return libraryKind(phonenumbers.GetNumberType(number)), phonenumbers.GetRegionCodeForNumber(number)
}

// TestPhonePlans draws numbers at random and asks the library about each: what
// the plans claim must be so.
func TestPhonePlans(t *testing.T) {
	if *update {
		writePlans(t)
	}
	random := rand.New(rand.NewPCG(1, 2))
	claimed := 0
	for _, calling := range planCodes {
		for range 6000 {
			national := randomDigits(random, 7+random.IntN(5))
			kind, country, sure := market.PhoneClass(calling, []byte(national))
			if !sure {
				continue
			}
			claimed++
			if k, c := libraryClass(calling, national); k != kind || c != country {
				t.Errorf("+%d %s: plan says %s %s, library %s %s", calling, national, kind, country, k, c)
			}
		}
	}
	if claimed < 10000 {
		t.Errorf("only %d numbers of the plans were drawn", claimed)
	}
}

func randomDigits(random *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + random.IntN(10))
	}
	if b[0] == '0' {
		b[0] = '1' + byte(random.IntN(9))
	}
	return string(b)
}

// writePlans writes data/phone_plans.csv: for every four leading digits the
// lengths at which each probe is a valid number of one kind and region, and
// where probes differ the same for five. Prefixes at which they differ still
// are left to the library.
func writePlans(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	b.WriteString("# Numbering plans for the fast path: ranges of the first four or five national digits, the lengths that are\n" +
		"# valid there, kind and country; \"none\" where no number is valid. What is not listed is left to the library.\n" +
		"# Source: Google's libphonenumber metadata as in github.com/nyaruka/phonenumbers (Apache 2.0 and MIT), written by\n" +
		"# go test ./internal/clean -run TestPhonePlans -update; a test checks it. Checked 2026-11-22.\n" +
		"# calling code, from, to, lengths, kind, country\n")
	for _, calling := range planCodes {
		mixed := writeRanges(&b, random, calling, 1000, 9999)
		for _, prefix := range mixed {
			writeRanges(&b, random, calling, 10*prefix, 10*prefix+9)
		}
	}
	if err := os.WriteFile("../market/data/phone_plans.csv", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// writeRanges writes the rows of the prefixes from first to last, those alike
// as one, and gives back the prefixes of which nothing is sure.
func writeRanges(b *strings.Builder, random *rand.Rand, calling, first, last int) (mixed []int) {
	from, of := first, ""
	flush := func(to int) {
		if of != "" {
			fmt.Fprintf(b, "%d,%d,%d,%s\n", calling, from, to, of)
		}
	}
	for prefix := first; prefix <= last; prefix++ {
		row := planRow(random, calling, prefix)
		if row == "" {
			mixed = append(mixed, prefix)
		}
		if row != of {
			flush(prefix - 1)
			from, of = prefix, row
		}
	}
	flush(last)
	return mixed
}

// planRow probes one prefix at every length.
func planRow(random *rand.Rand, calling, prefix int) string {
	var lengths []string
	kind, country, none := "", "", true
	for length := 6; length <= 11; length++ {
		k, c, uniform := probe(random, calling, prefix, length)
		none = none && uniform && k == ""
		if !uniform || k == "" {
			continue
		}
		if kind != "" && (k != kind || c != country) {
			continue
		}
		kind, country = k, c
		lengths = append(lengths, fmt.Sprint(length))
	}
	switch {
	case none:
		return ",none,"
	case kind == "":
		return ""
	}
	return strings.Join(lengths, " ") + "," + kind + "," + country
}

// probe asks the library about three hundred numbers of a prefix and length,
// all of the next two digits among them; uniform tells that all got the same
// answer.
func probe(random *rand.Rand, calling, prefix, length int) (kind, country string, uniform bool) {
	for i := range 300 {
		tail := fmt.Sprintf("%02d%s", i%100, randomDigits(random, max(length-5, 1))[1:])
		k, c := libraryClass(calling, (fmt.Sprint(prefix) + tail)[:length])
		if i == 0 {
			kind, country = k, c
		}
		if k != kind || c != country {
			return "", "", false
		}
	}
	return kind, country, true
}
