package clean

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"goldpan/internal/market"
)

var numbers = flag.Int("numbers", 6000, "how many numbers the test against the library draws")

var drawnCountries = strings.Fields("PL RO NO FR DE GB US CA AU IE AT CH NL BE LU DK SE FI IT ES PT CZ SK HU BG HR GR LT UA TR")

// TestPhoneAgainstLibrary draws numbers of thirty countries in every usual
// spelling, whole and damaged, and reads each here and by the library: same
// number, same validity. The differences that are meant are listed in justified.
func TestPhoneAgainstLibrary(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	differ, meant, valid := 0, 0, 0
	for range *numbers {
		country := drawnCountries[random.IntN(len(drawnCountries))]
		text := drawSpelling(random, drawNumber(random, country), country)
		want := ""
		if parsed, err := phonenumbers.Parse(text, country); err == nil && phonenumbers.IsValidNumber(parsed) {
			want = phonenumbers.Format(parsed, phonenumbers.E164)
			valid++
		}
		n, _ := Phone(text, country)
		if n.E164 == want {
			continue
		}
		if why := justified(text, country, n.E164, want); why != "" {
			meant++
			continue
		}
		if differ++; differ <= 20 {
			t.Errorf("%q in %s: %q here, %q by the library", text, country, n.E164, want)
		}
	}
	t.Logf("%d numbers, %d valid, %d differ as meant, %d otherwise", *numbers, valid, meant, differ)
}

// justified names the reason why a number is read differently on purpose.
func justified(text, country, here, library string) string {
	digits := onlyDigits(text)
	switch {
	case here != "" && market.FictionalPhone(here):
		return "a range for films that the plan calls unused is kept, and noted"
	case library == "" && strings.HasPrefix(here, "+48") && strings.Contains(digits, "0"+here[3:]):
		return "the Polish trunk zero of before 2010"
	case country == "DE" && strings.HasPrefix(digits, "49") && here == "+"+digits:
		return "a German country code without its plus, not one of the 049.. areas"
	case here == "" && same([]byte(digits)):
		return "one and the same digit"
	case library == "" && here == "+"+strings.TrimPrefix(digits, "0"):
		return "another country's code without its plus"
	case library == "" && strings.HasPrefix(text, "00") && here != "":
		return "00 leads abroad also where the own country dials otherwise"
	case library == "" && strings.Contains(text, "(0)"):
		return "a trunk zero in parentheses is no part of the number"
	}
	return ""
}

// drawNumber makes national digits of a country: an example of some kind with
// its tail drawn anew, now and then with a digit too many or too few.
func drawNumber(random *rand.Rand, country string) *phonenumbers.PhoneNumber {
	kinds := []phonenumbers.PhoneNumberType{phonenumbers.FIXED_LINE, phonenumbers.MOBILE, phonenumbers.MOBILE, phonenumbers.FIXED_LINE, phonenumbers.TOLL_FREE,
		phonenumbers.SHARED_COST, phonenumbers.VOIP, phonenumbers.PREMIUM_RATE}
	var number *phonenumbers.PhoneNumber
	for number == nil {
		number = phonenumbers.GetExampleNumberForType(country, kinds[random.IntN(len(kinds))])
	}
	digits := []byte(phonenumbers.GetNationalSignificantNumber(number))
	keep := random.IntN(4)
	for i := keep; i < len(digits); i++ {
		digits[i] = byte('0' + random.IntN(10))
	}
	switch random.IntN(20) {
	case 0:
		digits = digits[:len(digits)-1]
	case 1:
		digits = append(digits, byte('0'+random.IntN(10)))
	}
	value := uint64(atoi(string(digits)))
	number.NationalNumber = &value
	return number
}

// drawSpelling writes a number as lists do.
func drawSpelling(random *rand.Rand, number *phonenumbers.PhoneNumber, country string) string {
	national := phonenumbers.Format(number, phonenumbers.NATIONAL)
	e164 := phonenumbers.Format(number, phonenumbers.E164)
	switch random.IntN(12) {
	case 0:
		return e164
	case 1:
		return phonenumbers.Format(number, phonenumbers.INTERNATIONAL)
	case 2:
		return "00" + e164[1:]
	case 3:
		return onlyDigits(national)
	case 4:
		return strings.NewReplacer(" ", ".", "-", ".").Replace(national)
	case 5:
		return strings.NewReplacer(" ", "-").Replace(national)
	case 6:
		return phonenumbers.GetNationalSignificantNumber(number)
	case 7:
		return strings.Replace(national, " ", "/", 1)
	case 8:
		return fmt.Sprintf("+%d (0) %s", number.GetCountryCode(), phonenumbers.GetNationalSignificantNumber(number))
	case 9:
		return e164[1:]
	case 10:
		return "tel. " + national
	}
	return national
}

// TestPhoneExamples reads the library's example numbers of all regions and
// kinds in all three forms.
func TestPhoneExamples(t *testing.T) {
	for country := range phonenumbers.GetSupportedRegions() {
		for _, kind := range []phonenumbers.PhoneNumberType{phonenumbers.FIXED_LINE, phonenumbers.MOBILE, phonenumbers.TOLL_FREE, phonenumbers.PREMIUM_RATE, phonenumbers.VOIP} {
			number := phonenumbers.GetExampleNumberForType(country, kind)
			if number == nil || !phonenumbers.IsValidNumber(number) {
				continue
			}
			want := phonenumbers.Format(number, phonenumbers.E164)
			for _, form := range []phonenumbers.PhoneNumberFormat{phonenumbers.E164, phonenumbers.INTERNATIONAL, phonenumbers.NATIONAL} {
				text := phonenumbers.Format(number, form)
				if again, err := phonenumbers.Parse(text, country); err != nil || phonenumbers.Format(again, phonenumbers.E164) != want {
					continue // the library does not read its own form
				}
				if n, ok := Phone(text, country); !ok || n.E164 != want {
					t.Errorf("%s %q: got %q, want %s", country, text, n.E164, want)
				}
			}
		}
	}
	for code := range phonenumbers.GetSupportedGlobalNetworkCallingCodes() {
		want := phonenumbers.Format(phonenumbers.GetExampleNumberForNonGeoEntity(code), phonenumbers.E164)
		if n, ok := Phone(want, "PL"); !ok || n.E164 != want {
			t.Errorf("%s: got %q", want, n.E164)
		}
	}
}
