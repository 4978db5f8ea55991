package clean

import (
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Employees reads a head count or a band and writes it as "120", "51-200" or
// "250+"; "under 10" is "0-9", and so is "mikroprzedsiębiorstwo". ok is false when the text is neither.
func Employees(text string, hint contact.Hint) (string, bool) {
	text = strings.TrimSpace(text)
	if allDigits(text) && len(text) <= 7 && hint.System != "INSEE" && !hint.Damaged {
		return withUnit(text, hint.Unit), true
	}
	if hint.System == "INSEE" {
		if band := market.InseeBand(strings.ToUpper(text)); band != "" {
			return band, true
		}
	}
	text = withoutYear(composed(text))
	if hint.Damaged {
		if band, ok := undatedBand(text); ok {
			return band, true
		}
	}
	if countDigits(text) == 0 {
		band := market.SizeClass(text)
		return band, band != ""
	}
	return readBand(text, hint)
}

// withoutYear takes the year of a count off its end: "120 (2024)".
func withoutYear(text string) string {
	n := len(text)
	if n < 8 || text[n-1] != ')' || text[n-6] != '(' || !allDigits(text[n-5:n-1]) || text[n-5] != '1' && text[n-5] != '2' {
		return text
	}
	return strings.TrimRight(text[:n-6], " ")
}

// withUnit multiplies a plain count where the header gives a unit.
func withUnit(digits string, unit float64) string {
	if unit <= 0 && digits[0] != '0' {
		return digits
	}
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return digits
	}
	if unit > 0 {
		v *= unit
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// bandWords are the words of bands and counts. They are replaced by signs
// before the numbers are read.
var bandWords = map[string]string{
	"to": "to", "do": "to", "a": "-", "bis": "to", "til": "to", "and": "-", "la": "-", "et": "-", "och": "-", "og": "-", "und": "-", "si": "-",
	"over": ">", "above": ">", "powyzej": ">", "ponad": ">", "peste": ">", "uber": ">", "ueber": ">", "mehr": ">", "more": ">",
	"plus": "+", "greater": ">", "mer": ">", "plusde": ">", "wiecej": ">", "od": "od", "from": "od", "fra": "od", "de": "od", "von": "od",
	"ab": "od", "dela": "od", "intre": "od", "between": "od", "zwischen": "od", "entre": "od", "mellom": "od", "miedzy": "od",
	"under": "<", "below": "<", "ponizej": "<", "sub": "<", "unter": "<", "moins": "<", "less": "<", "fewer": "<", "mindre": "<", "faerre": "<", "flere": ">", "putin": "<", "weniger": "<", "mniej": "<",
	"maks": "<=", "max": "<=", "maximum": "<=", "hochstens": "<=", "up": "<=", "jusqu": "<=", "pana": "<=", "inntil": "<=", "opptil": "<=",
	"min": "od", "minimum": "od", "minst": "od", "mindestens": "od", "least": "od", "minim": "od", "co": "", "najmniej": "", "at": "",
	"k": "k", "tys": "k", "tsd": "k", "mii": "k", "thousand": "k", "tusen": "k",
	"ok": "~", "ca": "~", "env": "~", "about": "~", "approx": "~", "circa": "~", "approximately": "~", "environ": "~", "etwa": "~", "omtrent": "~",
	"around": "~", "okolo": "~", "aprox": "~", "circ": "~", "rundt": "~", "cca": "~", "rund": "~",
}

// readBand reads counts and bands in words: "od 51 do 200", "< 10", "10 000+",
// "1,2k", "20 à 49 salariés".
func readBand(text string, hint contact.Hint) (string, bool) {
	var values [3]float64
	n := 0
	less, above, more, atMost, ranged, from := false, false, false, false, false, false
	if text == "" || text[0] == '-' {
		return "", false
	}
	for _, token := range bandTokens(text) {
		if isDigit(token[0]) {
			// A sign before three digits parts thousands: nobody counts a
			// thousandth of a person.
			v, ok := parseNumber(token, hint.Decimal, strings.Contains(token, ","))
			if !ok || n == len(values) {
				return "", false
			}
			values[n] = v
			n++
			continue
		}
		switch token {
		case "<":
			less = true
		case "<=":
			atMost = true
		case ">", "+":
			more = more || n > 0    // "250+", "250 and more"
			above = above || n == 0 // "> 250", "more than 250"
		case "to":
			ranged, atMost = ranged || n > 0, atMost || n == 0 // "do 10"
		case "-":
			ranged = ranged || n > 0
		case "od":
			from = true
		case "k":
			if n > 0 {
				values[n-1] *= 1000
				if n == 2 && values[0] < 1000 && values[0]*1000 <= values[1] {
					values[0] *= 1000 // "1-5k"
				}
			}
		}
	}
	unit := hint.Unit
	if unit <= 0 {
		unit = 1
	}
	lo, hi := int64(values[0]*unit), int64(values[1]*unit)
	switch {
	case n == 2 && lo <= hi:
		if lo == hi {
			return strconv.FormatInt(lo, 10), true
		}
		return strconv.FormatInt(lo, 10) + "-" + strconv.FormatInt(hi, 10), true
	case n != 1 || lo < 0:
		return "", false
	case less && lo > 1:
		return "0-" + strconv.FormatInt(lo-1, 10), true
	case less || atMost && lo == 0:
		return "0", true
	case atMost:
		return "0-" + strconv.FormatInt(lo, 10), true
	case above:
		return strconv.FormatInt(lo+1, 10) + "+", true
	case more, from && !ranged:
		return strconv.FormatInt(lo, 10) + "+", true
	}
	return strconv.FormatInt(lo, 10), true
}

// bandTokens cuts a band into numbers, known words and signs.
func bandTokens(text string) []string {
	var tokens []string
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isDigit(c):
			end := numberEnd(text, i)
			tokens = append(tokens, text[i:end])
			i = end
		case c == '<' || c == '>':
			sign := string(c)
			i++
			if i < len(text) && text[i] == '=' {
				i++
				sign = map[string]string{"<": "<=", ">": "od"}[sign]
			}
			tokens = append(tokens, sign)
		case c == '+' || c == '-':
			tokens = append(tokens, string(c))
			i++
		case strings.HasPrefix(text[i:], "–") || strings.HasPrefix(text[i:], "—"):
			tokens = append(tokens, "-")
			i += len("–")
		case strings.HasPrefix(text[i:], "≥"):
			tokens = append(tokens, "od")
			i += len("≥")
		case strings.HasPrefix(text[i:], "≤"):
			tokens = append(tokens, "<=")
			i += len("≤")
		case isLetter(c) || c >= 0x80:
			end := i
			for end < len(text) && (isLetter(text[end]) || text[end] >= 0x80) && !strings.HasPrefix(text[end:], "–") && !strings.HasPrefix(text[end:], "—") {
				end++
			}
			if sign := bandWords[market.Key(text[i:end])]; sign != "" {
				tokens = append(tokens, sign)
			}
			i = max(end, i+1)
		default:
			i++
		}
	}
	return tokens
}

// numberEnd finds the end of the number that starts at i: digits, with group
// or decimal signs between digits.
func numberEnd(text string, i int) int {
	end := i
	for j := i; j < len(text); j++ {
		c := text[j]
		if isDigit(c) {
			end = j + 1
			continue
		}
		if (c == '.' || c == ',' || c == '\'') && j+1 < len(text) && isDigit(text[j+1]) {
			continue
		}
		if c == ' ' && j == end && groupAt(text, j) && end-i <= 14 {
			continue
		}
		break
	}
	return end
}

// undatedBand gives back the band that a spreadsheet turned into a date:
// "Oct-49" was 10-49, "05-Jan" 1-5, "01.05.2026" 1-5.
func undatedBand(text string) (string, bool) {
	day, month, year, ok := looseDate(text)
	if !ok {
		return "", false
	}
	lo, hi := month, day
	if day == 0 {
		hi = year
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	if lo == 0 || hi > 99 {
		return "", false
	}
	return strconv.Itoa(lo) + "-" + strconv.Itoa(hi), true
}
