package clean

import "goldpan/internal/market"

// Country finds the ISO 3166 alpha-2 code of a country by name or code: see
// market.Country.
func Country(text string) (string, bool) { return market.Country(text) }

// PostalCode writes a postal code in its country's form: see market.PostalCode.
func PostalCode(text, country string) (string, bool) {
	code, _, ok := market.PostalCode(country, text)
	return code, ok
}
