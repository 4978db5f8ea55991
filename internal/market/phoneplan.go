package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/phone_fictional.csv
var fictionalFile string

var fictionalPrefixes = sync.OnceValue(func() []string {
	var prefixes []string
	for row := range dataRows(fictionalFile) {
		prefixes = append(prefixes, row[1])
	}
	return prefixes
})

// FictionalPhone tells whether an E.164 number lies in a range that is set
// aside for films and examples: nobody answers there.
func FictionalPhone(e164 string) bool {
	if strings.HasPrefix(e164, "+1") {
		return len(e164) == 12 && e164[5:10] == "55501"
	}
	for _, prefix := range fictionalPrefixes() {
		if strings.HasPrefix(e164, prefix) {
			return true
		}
	}
	return false
}

// DummyPhone tells whether an E.164 number was typed to fill a field: its
// last seven digits are all the same, or its last nine count up or down.
func DummyPhone(e164 string) bool {
	if len(e164) < 9 {
		return false
	}
	tail := e164[len(e164)-7:]
	if strings.Count(tail, tail[:1]) == len(tail) {
		return true
	}
	tail = e164[max(1, len(e164)-9):]
	return strings.Contains("0123456789", tail) || strings.Contains("9876543210", tail)
}

// NorthAmerican tells whether a country shares the North American numbering
// plan (+1).
func NorthAmerican(country string) bool {
	switch country {
	case "US", "CA", "PR", "DO", "JM", "BS", "BB", "BM", "TT", "AG", "AI", "DM", "GD", "GU", "KN", "KY", "LC", "MP",
		"MS", "SX", "TC", "VC", "VG", "VI", "AS":
		return true
	}
	return false
}

// TrunkZero tells whether national numbers of a country are written with a
// zero in front that is not dialled from abroad.
func TrunkZero(country string) bool {
	switch country {
	case "RO", "FR", "DE", "GB", "AU", "IE", "AT", "CH", "NL", "BE", "SE", "FI", "SK", "BG", "HR", "SI", "RS", "BA",
		"MK", "UA", "TR", "IL", "ZA", "NZ", "JP", "KR", "IN", "EG", "MA", "AL", "ME", "MD", "RE", "GP", "MQ", "GF", "YT":
		return true
	}
	return false
}
