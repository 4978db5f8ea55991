package market

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

//go:embed data/country_aliases.csv
var countryAliases string

// countryLanguages are the languages whose country names are understood, first
// goldpan's own six; "no", since the tables take "nb" for Danish; the names come from the CLDR tables of golang.org/x/text.
var countryLanguages = []string{
	"en", "pl", "ro", "no", "fr", "de", "sv", "da", "fi", "nl", "it", "es", "pt", "cs", "sk", "hu",
	"hr", "sl", "sr-Latn", "bg", "et", "lv", "lt", "el", "tr", "uk", "ru", "ca", "is",
}

// countryTable is built once: names and codes to alpha-2 and back.
type countryTable struct {
	byName  map[string]string
	spelled map[string]string // of byName the longer names in goldpan's languages
	codes   []string
	known   map[string]bool
}

var countries = sync.OnceValue(func() countryTable {
	t := countryTable{byName: make(map[string]string, 9000), spelled: make(map[string]string, 2000), known: make(map[string]bool, 300)}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.Canonicalize() != region || region.String() != code {
				continue
			}
			t.codes = append(t.codes, code)
			t.known[code] = true
		}
	}
	for _, lang := range countryLanguages {
		names := display.Regions(language.MustParse(lang))
		if names == nil {
			continue
		}
		for _, code := range t.codes {
			key := Key(names.Name(language.MustParseRegion(code)))
			if _, taken := t.byName[key]; key != "" && !taken {
				t.byName[key] = code
			}
		}
	}
	for _, code := range t.codes {
		t.byName[strings.ToLower(code)] = code
		if iso3 := language.MustParseRegion(code).ISO3(); len(iso3) == 3 && iso3 != "ZZZ" {
			t.byName[strings.ToLower(iso3)] = code
		}
	}
	for row := range dataRows(countryAliases) {
		t.byName[Key(row[1])] = row[0]
		t.spell(Key(row[1]))
	}
	for _, lang := range countryLanguages[:6] {
		names := display.Regions(language.MustParse(lang))
		for _, code := range t.codes {
			t.spell(Key(names.Name(language.MustParseRegion(code))))
		}
	}
	return t
})

// spell notes a name that may be recognised with a slip.
func (t *countryTable) spell(key string) {
	if len(key) >= misspeltFrom {
		t.spelled[key] = t.byName[key]
	}
}

// Country finds the ISO 3166 alpha-2 code of a country by its name in any of
// the languages of the CLDR tables, by its alpha-2 or alpha-3 code, or by a
// usual short form ("UK", "U.S.A.", "Deutschl."). Case, diacritics and
// punctuation do not matter.
func Country(text string) (code string, ok bool) {
	if IsCountryCode(text) {
		return text, true
	}
	var room [64]byte
	code, ok = countries().byName[string(AppendKey(room[:0], text))]
	if !ok && strings.ContainsAny(text, "(,/-–|") {
		return countryTwice(text)
	}
	return code, ok
}

// countryTwice finds a country that is named twice: "DE - Germany",
// "Switzerland (CH)", "Česko / Czechia". All that is said must mean the same.
func countryTwice(text string) (code string, ok bool) {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("(),/-–|", r) }) {
		key := Key(part)
		if key == "" {
			continue
		}
		one := countries().byName[key]
		if one == "" || code != "" && code != one {
			return "", false
		}
		code = one
	}
	return code, code != ""
}

// misspeltFrom is the least number of characters of a country's name that is
// recognised with a slip: shorter names are too close to each other.
const misspeltFrom = 6

// MisspeltCountry finds the one country whose name in goldpan's languages is a
// single slip away: a character wrong, missing, too many, or two swapped
// ("Germnay", "Unites States"). The first character must be right. It looks at
// every name: remember what it says.
func MisspeltCountry(text string) (code string, ok bool) {
	key := Key(text)
	if len(key) < misspeltFrom-1 {
		return "", false
	}
	for name, one := range countries().spelled {
		if name[0] != key[0] || !oneSlip(name, key) {
			continue
		}
		if code != "" && code != one {
			return "", false
		}
		code = one
	}
	return code, code != ""
}

// oneSlip tells whether one character inserted, left out or replaced, or two
// neighbours swapped, make b of a.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return i < len(a) && (a[i+1:] == b[i+1:] ||
		i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:])
}

// IsCountryCode tells whether code is an ISO 3166 alpha-2 code in capitals.
func IsCountryCode(code string) bool { return len(code) == 2 && countries().known[code] }

// CountryCodes lists the known alpha-2 codes in alphabetical order.
func CountryCodes() []string { return append([]string(nil), countries().codes...) }

// CountryName is the name of a country in one of goldpan's languages ("en",
// "pl", "ro", "no", "fr", "de"); the code itself where there is none.
func CountryName(code, lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.English
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	if name := display.Regions(tag).Name(region); name != "" {
		return name
	}
	return code
}

// CountryOfDomain reads the country off the last label of a domain name. It
// is weak evidence, and none at all where the top-level domain is sold to
// everyone (co, io, me, tv and the like).
func CountryOfDomain(domain string) string {
	tld := domain[strings.LastIndexByte(domain, '.')+1:]
	if len(tld) != 2 {
		return ""
	}
	switch tld {
	case "uk":
		return "GB"
	case "ac", "ai", "am", "as", "bz", "cc", "cd", "co", "dj", "eu", "fm", "gg", "gl", "im", "io", "is",
		"la", "li", "ly", "me", "ms", "mu", "nu", "pm", "pw", "sc", "sh", "st", "su", "sx", "tk", "tl",
		"to", "tv", "vc", "vg", "ws":
		return ""
	}
	if code := strings.ToUpper(tld); IsCountryCode(code) {
		return code
	}
	return ""
}
