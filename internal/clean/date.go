package clean

import (
	"strconv"
	"strings"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Date reads a date and writes it as "2006-01-02", "2006-01" or "2006". The
// order of day and month is the column's (hint.Dates); without it, a number
// above twelve tells, else the day is first. Times of day are dropped. Days
// that systems write for "unknown" (1900-01-01, 1970-01-01, 01.01.1901) and
// years before 1500 are no dates. Two-digit years are the latest that are not
// more than ten years after 2026.
func Date(text string, hint contact.Hint) (string, bool) {
	text = strings.TrimSpace(text)
	if len(text) >= 10 && text[4] == '-' && text[7] == '-' { // the usual case
		if y, m, d, ok := isoDate(text); ok {
			return writeDate(y, m, d)
		}
	}
	var t dateText
	if !t.read(composed(unwrapCell(text))) {
		return "", false
	}
	year, month, day, ok := t.order(hint.Dates)
	if !ok {
		return "", false
	}
	return writeDate(year, month, day)
}

func isoDate(text string) (year, month, day int, ok bool) {
	if len(text) > 10 && text[10] != ' ' && text[10] != 'T' && text[10] != 't' {
		return 0, 0, 0, false
	}
	y, err1 := strconv.Atoi(text[:4])
	m, err2 := strconv.Atoi(text[5:7])
	d, err3 := strconv.Atoi(text[8:10])
	return y, m, d, err1 == nil && err2 == nil && err3 == nil
}

// writeDate checks a date against the calendar and writes what is known.
func writeDate(year, month, day int) (string, bool) {
	if year < 1500 || year > 2100 || month < 0 || month > 12 || day < 0 || day > 31 {
		return "", false
	}
	switch {
	case month == 1 && day == 1 && (year == 1899 || year == 1900 || year == 1901 || year == 1970),
		year == 1899 && month == 12 && day >= 30: // the day before a spreadsheet's first
		return "", false
	}
	var room [10]byte
	out := strconv.AppendInt(room[:0], int64(year), 10)
	if month == 0 {
		return string(out), true
	}
	if day > daysIn(year, month) {
		return "", false
	}
	out = append(out, '-', byte('0'+month/10), byte('0'+month%10))
	if day > 0 {
		out = append(out, '-', byte('0'+day/10), byte('0'+day%10))
	}
	return string(out), true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// dateText holds the numbers of a written date and a month in words.
type dateText struct {
	values [3]int
	widths [3]int
	n      int
	month  int // 1-12 when written in words
	at     int // how many numbers stand before the word
}

// read takes the date's numbers and month word from a text; the time of day,
// weekdays and ordinal endings are passed over.
func (t *dateText) read(text string) bool {
	if serial, ok := serialDate(text); ok {
		*t = serial
		return true
	}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isDigit(c):
			end := i
			for end < len(text) && isDigit(text[end]) {
				end++
			}
			if end < len(text) && text[end] == ':' {
				return t.complete() // the time of day
			}
			if t.n == 3 {
				return t.complete()
			}
			v, err := strconv.Atoi(text[i:end])
			if err != nil || end-i > 8 {
				return false
			}
			t.values[t.n], t.widths[t.n] = v, end-i
			t.n++
			i = end
			if i < len(text) && text[i] == 'T' && t.n == 3 {
				return true
			}
		case isLetter(c) || c >= 0x80:
			end := i
			for end < len(text) && (isLetter(text[end]) || text[end] >= 0x80) {
				end++
			}
			word := text[i:end]
			i = end
			if month := market.Month(word); month > 0 && t.month == 0 {
				t.month, t.at = month, t.n
			} else if !market.DateFiller(word) {
				return false
			}
		case c == '-' || c == '.' || c == '/' || c == ' ' || c == ',' || c == '\'' || c == '(' || c == ')':
			i++
		default:
			return false
		}
	}
	return t.complete()
}

func (t *dateText) complete() bool {
	return t.n >= 1 && (t.n > 1 || t.month > 0 || t.widths[0] == 4 || t.widths[0] == 8 || t.widths[0] == 6)
}

// serialDate reads a spreadsheet's serial number: days since 1899-12-30, with
// or without a fraction for the time; 20,000 to 60,000 is 1954 to 2064.
func serialDate(text string) (dateText, bool) {
	whole, _, _ := strings.Cut(text, ".")
	if len(whole) != 5 || !allDigits(whole) || strings.Count(text, ".") > 1 || strings.ContainsAny(text, "-/ ") {
		return dateText{}, false
	}
	days, _ := strconv.Atoi(whole)
	if days < 5000 || days > 70000 {
		return dateText{}, false
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	return dateText{values: [3]int{day.Year(), int(day.Month()), day.Day()}, widths: [3]int{4, 2, 2}, n: 3}, true
}

// order decides which number is the year, the month and the day.
func (t *dateText) order(order string) (year, month, day int, ok bool) {
	v, w := t.values, t.widths
	switch {
	case t.month > 0 && t.n == 1:
		if w[0] == 4 {
			return v[0], t.month, 0, true
		}
		if w[0] <= 2 {
			return fullYear(v[0], 2), t.month, 0, true
		}
		return 0, 0, 0, false
	case t.month > 0:
		if w[0] == 4 { // 2024 May 12
			return v[0], t.month, v[1], true
		}
		return fullYear(v[1], w[1]), t.month, v[0], true
	case t.n == 1 && w[0] == 4:
		return v[0], 0, 0, true
	case t.n == 1 && w[0] == 8: // 20240512, or 12052024
		if y := v[0] / 10000; y >= 1500 && y <= 2100 && v[0]/100%100 <= 12 {
			return y, v[0] / 100 % 100, v[0] % 100, true
		}
		return byOrder(v[0]/1000000, v[0]/10000%100, v[0]%10000, order)
	case t.n == 1:
		if y := v[0] / 100; y >= 1900 && y <= 2100 && v[0]%100 >= 1 && v[0]%100 <= 12 { // 202405
			return y, v[0] % 100, 0, true
		}
		switch a, b, c := v[0]/10000, v[0]/100%100, v[0]%100; { // 050680 and 800605, where only one can be meant
		case w[0] == 6 && a > 31 && b <= 12 && c <= 31:
			return fullYear(a, 2), b, c, true
		case w[0] == 6 && a <= 31 && b <= 12 && c > 31:
			return fullYear(c, 2), b, a, true
		}
		return 0, 0, 0, false
	case t.n == 2:
		if w[0] == 4 {
			return v[0], v[1], 0, true
		}
		if w[1] == 4 {
			return v[1], v[0], 0, true
		}
		return 0, 0, 0, false
	case w[0] == 4:
		if v[1] > 12 && v[2] <= 12 { // 2024-31-12
			return v[0], v[2], v[1], true
		}
		return v[0], v[1], v[2], true
	case order == "ymd" && w[2] <= 2:
		return fullYear(v[0], w[0]), v[1], v[2], true
	}
	return byOrder(v[0], v[1], fullYear(v[2], w[2]), order)
}

// byOrder tells day and month apart.
func byOrder(a, b, year int, order string) (int, int, int, bool) {
	if order == "mdy" && a <= 12 || b > 12 && a <= 12 {
		a, b = b, a
	}
	return year, b, a, a >= 1 && b >= 1
}

// fullYear completes a two-digit year to one between 1937 and 2036.
func fullYear(v, width int) int {
	if width > 2 {
		return v
	}
	if v <= 36 {
		return 2000 + v
	}
	return 1900 + v
}

// looseDate reads what a spreadsheet makes of a band: "Oct-49", "5-janv",
// "1.mai", "01.05.2026". day is 0 where the second number is a year.
func looseDate(text string) (day, month, year int, ok bool) {
	var t dateText
	if !t.read(text) {
		return 0, 0, 0, false
	}
	switch {
	case t.month > 0 && t.n == 1 && t.values[0] > 31:
		return 0, t.month, t.values[0] % 100, true
	case t.month > 0 && t.n >= 1 && t.widths[0] <= 2:
		return t.values[0], t.month, 0, true
	case t.month == 0 && t.n == 3 && t.widths[0] == 4:
		return t.values[2], t.values[1], t.values[0] % 100, true
	case t.month == 0 && t.n == 3 && t.widths[2] == 4:
		return t.values[0], t.values[1], t.values[2] % 100, true
	}
	return 0, 0, 0, false
}
