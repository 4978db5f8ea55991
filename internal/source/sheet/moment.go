package sheet

import (
	"math"
	"strconv"
	"time"
)

// moment is a serial date taken apart. It can be a day that never was, for
// Excel counts 0 January and 29 February 1900.
type moment struct {
	year, month, day, weekday int // weekday from Sunday 0
	hour, minute, second      int
	part                      int     // of the second, in units of the precision asked for
	days                      float64 // the serial itself
}

// lastSerial is the day after 31 December 9999.
const lastSerial = 2958466

// momentOf takes a serial date apart, rounded to decimals of a second.
func momentOf(n float64, epoch1904 bool, decimals int) moment {
	unit := math.Pow10(decimals)
	days := math.Floor(n)
	units := int64(math.Round((n - days) * 86400 * unit))
	if units >= int64(86400*unit) {
		units -= int64(86400 * unit)
		days++
	}
	seconds := int(units / int64(unit))
	m := moment{days: n, part: int(units % int64(unit)), hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60}
	switch {
	case days == 0 && !epoch1904:
		m.year, m.month, m.day, m.weekday = 1900, 1, 0, 6
		return m
	case days == 60 && !epoch1904:
		m.year, m.month, m.day, m.weekday = 1900, 2, 29, 3
		return m
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if epoch1904 {
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if days < 60 {
		days++
	}
	t := start.AddDate(0, 0, int(days))
	m.year, m.month, m.day, m.weekday = t.Year(), int(t.Month()), t.Day(), int(t.Weekday())
	if days <= 60 && !epoch1904 {
		m.weekday = (m.weekday + 6) % 7 // Excel's weekdays before March 1900 are off by one
	}
	return m
}

// appendDate appends 2006-01-02.
func (m moment) appendDate(dst []byte) []byte {
	dst = appendPadded(dst, m.year, 4)
	dst = appendPadded(append(dst, '-'), m.month, 2)
	return appendPadded(append(dst, '-'), m.day, 2)
}

// appendClock appends 15:04:05.
func (m moment) appendClock(dst []byte) []byte {
	dst = appendPadded(dst, m.hour, 2)
	dst = appendPadded(append(dst, ':'), m.minute, 2)
	return appendPadded(append(dst, ':'), m.second, 2)
}

// appendPadded appends a number that is not negative with at least so many
// digits.
func appendPadded(dst []byte, n, digits int) []byte {
	for limit := int(math.Pow10(digits - 1)); limit > 1 && n < limit; limit /= 10 {
		dst = append(dst, '0')
	}
	return strconv.AppendInt(dst, int64(n), 10)
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

var weekdays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
