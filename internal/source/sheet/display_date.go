package sheet

import "math"

// appendDateShown appends a serial date as the section displays it. Names of
// months and days are known in English only, and a year of two digits says
// what it is from 1930 to 2029, as Excel reads it back.
func (s *section) appendDateShown(dst []byte, n float64, epoch1904 bool) (shown []byte, lost bool) {
	if n < 0 || n >= lastSerial || s.kind == general || s.language > 0xFFFF || s.language >= 0xF400 {
		return dst, true
	}
	decimals, half := 0, false
	for _, p := range s.parts {
		if p.what == partSecond {
			decimals = max(decimals, min(len(p.text)-1, 3))
		}
		half = half || p.what == partDate && p.text[0] == 'A'
	}
	m := momentOf(n, epoch1904, decimals)
	for _, p := range s.parts {
		switch p.what {
		case partElapsed:
			dst = m.appendElapsed(dst, p.text, decimals)
		case partSecond:
			dst = appendPadded(append(dst, '.'), m.part, decimals)
		case partDate:
			if len(p.text) > 2 && (p.text[0] == 'm' || p.text[0] == 'd') && !s.english() {
				return dst, true
			}
			if p.text[0] == 'y' && len(p.text) < 3 && (m.year < 1930 || m.year > 2029) || p.text[0] == 'b' || p.text[0] == 'e' {
				return dst, true
			}
			dst = m.appendPart(dst, p.text, half)
		default:
			dst = append(dst, p.text...)
		}
	}
	return dst, s.kind == clock && !s.elapsed && n >= 1
}

// english tells whether names of months are English, by the primary language
// of the section.
func (s *section) english() bool { return s.language == 0 || s.language&0x3FF == 9 }

// appendElapsed appends hours, minutes or seconds that are not cut at the next
// larger unit.
func (m moment) appendElapsed(dst []byte, unit string, decimals int) []byte {
	seconds := int64(math.Round(m.days*86400*math.Pow10(decimals))) / int64(math.Pow10(decimals))
	switch unit[0] {
	case 'h':
		seconds /= 3600
	case 'm':
		seconds /= 60
	}
	return appendPadded(dst, int(seconds), len(unit))
}

// appendPart appends the part of a date that a code such as yyyy stands for; n
// are minutes.
func (m moment) appendPart(dst []byte, code string, half bool) []byte {
	size := len(code)
	switch code[0] {
	case 'y':
		if size < 3 {
			return appendPadded(dst, m.year%100, 2)
		}
		return appendPadded(dst, m.year, 4)
	case 'm':
		switch {
		case size == 3:
			return append(dst, months[m.month-1][:3]...)
		case size == 5:
			return append(dst, months[m.month-1][0])
		case size > 3:
			return append(dst, months[m.month-1]...)
		}
		return appendPadded(dst, m.month, size)
	case 'd':
		switch {
		case size == 3:
			return append(dst, weekdays[m.weekday][:3]...)
		case size > 3:
			return append(dst, weekdays[m.weekday]...)
		}
		return appendPadded(dst, m.day, size)
	case 'h':
		hour := m.hour
		if half {
			hour = (hour+11)%12 + 1
		}
		return appendPadded(dst, hour, min(size, 2))
	case 'n':
		return appendPadded(dst, m.minute, min(size, 2))
	case 's':
		return appendPadded(dst, m.second, min(size, 2))
	}
	am, pm := "AM", "PM"
	if code == "A/P" {
		am, pm = "A", "P"
	}
	if m.hour >= 12 {
		am = pm
	}
	return append(dst, am...)
}
