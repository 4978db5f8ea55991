package clean

import (
	"strconv"

	"github.com/nyaruka/phonenumbers"
)

// libraryNumber asks nyaruka/phonenumbers, a port of Google's libphonenumber
// with its metadata of all regions: right for every country, but fifty times
// slower than the fast path.
func libraryNumber(text, country string) (Number, bool) {
	if country == "" {
		country = "ZZ"
	}
	parsed, err := phonenumbers.Parse(text, country)
	if err != nil || !phonenumbers.IsValidNumber(parsed) {
		return Number{}, false
	}
	region := phonenumbers.GetRegionCodeForNumber(parsed)
	if len(region) != 2 {
		region = "" // 001: numbers of no country
	}
	return Number{
		E164:    phonenumbers.Format(parsed, phonenumbers.E164),
		Country: region,
		Kind:    libraryKind(phonenumbers.GetNumberType(parsed)),
	}, true
}

func libraryKind(t phonenumbers.PhoneNumberType) string {
	switch t {
	case phonenumbers.MOBILE, phonenumbers.PAGER:
		return "mobile"
	case phonenumbers.FIXED_LINE, phonenumbers.UAN:
		return "fixed"
	case phonenumbers.PREMIUM_RATE:
		return "premium"
	case phonenumbers.TOLL_FREE:
		return "tollfree"
	case phonenumbers.SHARED_COST:
		return "shared"
	case phonenumbers.VOIP:
		return "voip"
	}
	return "unknown"
}

// callingCode is the country's calling code, "0" for what is no country.
func callingCode(country string) string {
	return strconv.Itoa(phonenumbers.GetCountryCodeForRegion(country))
}
