package columns

import "strings"

// dateEvidence counts what the dates of a column tell about their order.
type dateEvidence struct {
	dayFirst, monthFirst, yearFirst, open int
	seen                                  map[int]int // years of four digits
}

// add looks at one value.
func (d *dateEvidence) add(text string, times int) {
	a, b, year, yearFirst, ok := dateParts(text)
	if ok && year > 1000 {
		if d.seen == nil {
			d.seen = map[int]int{}
		}
		d.seen[year] += times
	}
	switch {
	case !ok:
	case yearFirst:
		d.yearFirst += times
	case a > 12 && b <= 12:
		d.dayFirst += times
	case b > 12 && a <= 12:
		d.monthFirst += times
	default:
		d.open += times
	}
}

// years are the years between which nine of ten dates lie; zero without any.
func (d *dateEvidence) years() (early, late int) {
	total := 0
	for _, n := range d.seen {
		total += n
	}
	for before, year := 0, 1000; year < 3000; year++ {
		before += d.seen[year]
		if early == 0 && 20*before > total {
			early = year
		}
		if late == 0 && total > 0 && 20*before >= 19*total {
			late = year
		}
	}
	return early, late
}

// order is "dmy", "mdy", "ymd", or "" where the values do not tell.
func (d *dateEvidence) order() string {
	switch {
	case d.yearFirst > d.dayFirst+d.monthFirst+d.open:
		return "ymd"
	case d.dayFirst > 0 && d.dayFirst > 9*d.monthFirst:
		return "dmy"
	case d.monthFirst > 0 && d.monthFirst > 9*d.dayFirst:
		return "mdy"
	}
	return ""
}

// looksDate tells whether a value is a calendar date.
func looksDate(text string) bool {
	if _, _, _, _, ok := dateParts(text); ok {
		return true
	}
	return monthNamed(text)
}

// dateParts reads numeric dates: three groups divided by one sign, or eight
// digits yyyymmdd. A time behind is left out.
func dateParts(text string) (a, b, c int, yearFirst, ok bool) {
	if i := strings.IndexAny(text, " T"); i >= 8 {
		text = text[:i]
	}
	if len(text) == 8 && digits(text) {
		year, month, day := two(text)*100+two(text[2:]), two(text[4:]), two(text[6:])
		return month, day, year, true, year >= 1850 && year <= 2099 && monthDay(month, day)
	}
	if len(text) < 6 || len(text) > 11 {
		return
	}
	var groups [3]int
	var lengths [3]int
	g, sep := 0, byte(0)
	for i := range len(text) {
		ch := text[i]
		switch {
		case isDigit(ch):
			groups[g] = groups[g]*10 + int(ch-'0')
			lengths[g]++
		case oneOf(ch, "./-") && (sep == 0 || sep == ch) && lengths[g] > 0:
			sep = ch
			if g++; g > 2 {
				return 0, 0, 0, false, false
			}
		default:
			return
		}
	}
	if g != 2 || lengths[2] == 0 {
		return
	}
	if lengths[0] == 4 {
		return groups[1], groups[2], groups[0], true, monthDay(groups[1], groups[2]) && lengths[1] <= 2 && lengths[2] <= 2
	}
	valid := (lengths[2] == 4 || lengths[2] == 2) && lengths[0] <= 2 && lengths[1] <= 2 &&
		(monthDay(groups[1], groups[0]) || monthDay(groups[0], groups[1]))
	return groups[0], groups[1], groups[2], false, valid
}

// monthNamed takes "3 Mar 2024", "March 2024", "12. März 1980".
func monthNamed(text string) bool {
	if len(text) > 24 {
		return false
	}
	month, year := false, false
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" .,-/", r) }) {
		switch {
		case digits(word):
			year = year || len(word) == 4
			if len(word) > 4 {
				return false
			}
		case len(word) >= 3 && isMonth(word):
			month = true
		default:
			return false
		}
	}
	return month && year
}

func isMonth(word string) bool {
	for _, m := range [...]string{"jan", "feb", "fév", "mar", "mär", "apr", "avr", "may", "mai", "maj", "jun", "juin", "iun",
		"jul", "juil", "iul", "aug", "aoû", "aou", "sep", "oct", "okt", "nov", "dec", "des", "déc", "dez", "sty", "lut",
		"kwi", "cze", "lip", "sie", "wrz", "paź", "lis", "gru", "ian", "noi"} {
		if strings.HasPrefix(word, m) {
			return true
		}
	}
	return false
}

// decimalEvidence counts what a column's numbers tell about their decimals.
type decimalEvidence struct{ comma, point int }

// add looks at one value: a number with two kinds of separator, a repeated
// one, or one that is not followed by three digits tells.
func (d *decimalEvidence) add(text string, times int) {
	text = strings.Trim(text, "€$£ %+-złPLNROkEUSD.")
	comma, point := strings.LastIndexByte(text, ','), strings.LastIndexByte(text, '.')
	if comma < 0 && point < 0 || !isDigitAt(text, 0) || strings.ContainsAny(text, "/:@") {
		return
	}
	for _, r := range text {
		if (r < '0' || r > '9') && !strings.ContainsRune(" .,'\u00a0\u202f", r) {
			return
		}
	}
	switch {
	case comma >= 0 && point >= 0:
		if comma > point {
			d.comma += times
		} else {
			d.point += times
		}
	case comma >= 0:
		d.single(text, comma, &d.comma, &d.point, ",", times)
	default:
		d.single(text, point, &d.point, &d.comma, ".", times)
	}
}

// single judges a number with one kind of separator.
func (d *decimalEvidence) single(text string, at int, decimal, other *int, sep string, times int) {
	switch {
	case strings.Count(text, sep) > 1:
		*other += times
	case len(text)-at-1 != 3:
		*decimal += times
	}
}

func isDigitAt(s string, i int) bool { return i < len(s) && isDigit(s[i]) }

// sign is ',' or '.', or 0 where the values do not tell.
func (d *decimalEvidence) sign() byte {
	switch {
	case d.comma > 9*d.point && d.comma > 0:
		return ','
	case d.point > 9*d.comma && d.point > 0:
		return '.'
	}
	return 0
}
