package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/postal_codes.csv
var postalFile string

// postalShape is how a country writes its postal codes: "9" stands for a
// digit, "A" for a letter, "*" for either, anything else for itself.
type postalShape struct {
	shapes []string
	lead   string // letters that may stand before the code and are no part of it
}

var postalShapes = sync.OnceValue(func() map[string]postalShape {
	byCountry := map[string]postalShape{}
	for row := range dataRows(postalFile) {
		byCountry[row[0]] = postalShape{shapes: strings.Split(row[1], "|"), lead: row[2]}
	}
	return byCountry
})

// PostalCode writes a postal code as the country's post does: "00-950",
// "SW1A 1AA", "02134-1002". A zero in front that a spreadsheet lost comes
// back (restored). ok is false when the text is no code of that country, in
// which case code is the text with its blanks tidied; countries without a
// known shape take any text.
func PostalCode(country, text string) (code string, restored, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", false, true
	}
	var buf [24]byte
	signs, letters := buf[:0], false
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
			letters = true
		case c >= 'A' && c <= 'Z':
			letters = true
		case c >= '0' && c <= '9':
		case c == ' ' || c == '-' || c == '.' || c == '\t' || c == '\'':
			continue
		default:
			return tidy(text), false, false
		}
		if len(signs) == cap(signs) {
			return tidy(text), false, false
		}
		signs = append(signs, c)
	}
	shape, known := postalShapes()[country]
	if !known {
		return tidy(text), false, true
	}
	if country == "GB" {
		return britishCode(signs, text)
	}
	if letters && shape.lead != "" {
		for _, lead := range strings.Split(shape.lead, "|") {
			if rest, found := strings.CutPrefix(string(signs), lead); found && rest != "" && rest[0] <= '9' {
				signs = []byte(rest)
				break
			}
		}
	}
	if strings.HasSuffix(text, ".0") && len(signs) > 1 { // a number's decimal from a spreadsheet
		signs = signs[:len(signs)-1]
	}
	for _, form := range shape.shapes {
		if code, ok = fit(form, signs); ok {
			return code, false, sound(country, code)
		}
	}
	if padded, lost := restoreZeros(shape.shapes[0], signs); lost {
		if code, ok = fit(shape.shapes[0], padded); ok {
			return code, true, sound(country, code)
		}
	}
	return tidy(text), false, false
}

// fit writes signs in a shape, or says that they do not fit.
func fit(shape string, signs []byte) (string, bool) {
	var buf [16]byte
	out, n := buf[:0], 0
	for i := 0; i < len(shape); i++ {
		want := shape[i]
		if want == ' ' || want == '-' {
			out = append(out, want)
			continue
		}
		if n == len(signs) {
			return "", false
		}
		c := signs[n]
		digit := c <= '9'
		if want == '9' && !digit || want == 'A' && digit || want != '9' && want != 'A' && want != '*' && want != c {
			return "", false
		}
		out = append(out, c)
		n++
	}
	if n != len(signs) {
		return "", false
	}
	return string(out), true
}

// restoreZeros pads digits to the length of a shape of digits only. Up to two
// zeros are believed lost, and never for codes that cannot begin with one.
func restoreZeros(shape string, digits []byte) ([]byte, bool) {
	want := 0
	for i := 0; i < len(shape); i++ {
		switch shape[i] {
		case '9':
			want++
		case ' ', '-':
		default:
			return nil, false
		}
	}
	for _, c := range digits {
		if c > '9' {
			return nil, false
		}
	}
	lost := want - len(digits)
	if lost < 1 || lost > 2 || len(digits) < 2 {
		return nil, false
	}
	return append([]byte("00")[:lost:lost], digits...), true
}

// sound refuses codes that have the shape but were never given out.
func sound(country, code string) bool {
	switch country {
	case "DE":
		return code >= "01001" && code <= "99998"
	case "NO":
		return code >= "0001" && code <= "9991"
	case "FR":
		return code >= "01000" && code <= "98999"
	}
	return true
}

// britishCode checks and spaces a British postcode. The pattern is the one of
// the postal address file's guide: area, district, sector, unit.
func britishCode(signs []byte, text string) (string, bool, bool) {
	n := len(signs)
	if n < 5 || n > 7 {
		return tidy(strings.ToUpper(text)), false, false
	}
	out, in := string(signs[:n-3]), string(signs[n-3:])
	// In the inward code a letter O is a zero; typists mix them up.
	if in[0] == 'O' {
		in = "0" + in[1:]
	}
	code := out + " " + in
	if !isDigit(in[0]) || !inwardLetter(in[1]) || !inwardLetter(in[2]) || !outwardCode(out) {
		return tidy(strings.ToUpper(text)), false, false
	}
	return code, false, true
}

func inwardLetter(c byte) bool {
	return c >= 'A' && c <= 'Z' && strings.IndexByte("CIKMOV", c) < 0
}

func outwardCode(out string) bool {
	if out == "GIR" {
		return true
	}
	if !isUpper(out[0]) || strings.IndexByte("QVX", out[0]) >= 0 {
		return false
	}
	rest := out[1:]
	if rest != "" && isUpper(rest[0]) {
		if strings.IndexByte("IJZ", rest[0]) >= 0 {
			return false
		}
		rest = rest[1:]
		switch len(rest) { // AA9, AA99, AA9A
		case 1:
			return isDigit(rest[0])
		case 2:
			return isDigit(rest[0]) && (isDigit(rest[1]) || strings.IndexByte("ABEHMNPRVWXY", rest[1]) >= 0)
		}
		return false
	}
	switch len(rest) { // A9, A99, A9A
	case 1:
		return isDigit(rest[0])
	case 2:
		return isDigit(rest[0]) && (isDigit(rest[1]) || strings.IndexByte("ABCDEFGHJKPSTUW", rest[1]) >= 0)
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// tidy makes one space of every run of blanks.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// CountryOfPostal tells the country of a postal code by the letters before it
// ("A-1010" is Austrian), or by a shape that only one of the home markets
// uses: "00-950" is Polish, "SW1A 1AA" British. "" where neither tells.
func CountryOfPostal(text string) string {
	text = strings.TrimSpace(text)
	if country := countryOfLead(text); country != "" {
		return country
	}
	if len(text) == 6 && text[2] == '-' && digitsOnly(text[:2]) && digitsOnly(text[3:]) {
		return "PL"
	}
	if len(text) == 10 && text[5] == '-' && digitsOnly(text[:5]) && digitsOnly(text[6:]) {
		return "US"
	}
	if len(text) >= 5 && isLetter(text[0]) {
		if len(text) == 7 && text[3] == ' ' {
			if _, _, ok := PostalCode("CA", text); ok {
				return "CA"
			}
		}
		if _, _, ok := PostalCode("GB", text); ok && !numberedStreet(text) {
			return "GB"
		}
	}
	return ""
}

// numberedStreet tells the American "W 21st", which without its blank would be
// a code in London: a code's blank stands before its last three characters.
func numberedStreet(text string) bool {
	_, number, found := strings.Cut(text, " ")
	return found && len(number) > 3 && isDigit(number[0]) && isDigit(number[1])
}

var postalLeads = sync.OnceValue(func() map[string]string {
	owner := map[string]string{}
	for country, shape := range postalShapes() {
		for _, lead := range strings.Split(shape.lead, "|") {
			if other, taken := owner[lead]; taken && other != country {
				owner[lead] = ""
			} else {
				owner[lead] = country
			}
		}
	}
	return owner
})

// countryOfLead tells the country whose letters stand before a code of its
// shape and a hyphen: "A-1010", "CH-8001".
func countryOfLead(text string) string {
	lead, _, found := strings.Cut(text, "-")
	if !found || len(lead) == 0 || len(lead) > 3 {
		return ""
	}
	for i := 0; i < len(lead); i++ {
		if !isUpper(lead[i]) {
			return ""
		}
	}
	country := postalLeads()[lead]
	if country == "" {
		return ""
	}
	if _, restored, ok := PostalCode(country, text); !ok || restored {
		return ""
	}
	return country
}

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

func digitsOnly(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// HasPostalShape tells whether the shape of a country's codes is known.
func HasPostalShape(country string) bool {
	_, ok := postalShapes()[country]
	return ok
}
