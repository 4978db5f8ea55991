package assign

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Period is a stretch of calendar time: "36 months", "10 working days". The
// zero value is none.
type Period struct {
	N    int
	Unit string // days, working days, weeks, months, years
}

// periodUnits are the units a person may write.
var periodUnits = map[string]string{
	"day": "days", "days": "days", "d": "days",
	"working day": "working days", "working days": "working days", "business days": "working days",
	"week": "weeks", "weeks": "weeks", "w": "weeks",
	"month": "months", "months": "months",
	"year": "years", "years": "years", "y": "years",
}

// ParsePeriod reads a number and a unit. The error says what would be right.
func ParsePeriod(text string) (Period, error) {
	text = strings.TrimSpace(text)
	end := 0
	for end < len(text) && text[end] >= '0' && text[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(text[:end])
	unit, ok := periodUnits[strings.Join(strings.Fields(strings.ToLower(text[end:])), " ")]
	if err != nil || !ok || n < 1 || n > 10000 {
		return Period{}, fmt.Errorf("%q is no period; write a number and a unit such as 31 days, 10 working days, 36 months", text)
	}
	return Period{n, unit}, nil
}

// String is the period as a person writes it.
func (p Period) String() string {
	if p.N == 0 {
		return ""
	}
	if p.N == 1 {
		return "1 " + strings.TrimSuffix(p.Unit, "s")
	}
	return strconv.Itoa(p.N) + " " + p.Unit
}

// After is the day that lies a period after another. Working days leave
// Saturdays and Sundays out.
func (p Period) After(day time.Time) time.Time { return p.move(day, 1) }

// Before is the day that lies a period before another.
func (p Period) Before(day time.Time) time.Time { return p.move(day, -1) }

func (p Period) move(day time.Time, sign int) time.Time {
	switch p.Unit {
	case "days":
		return day.AddDate(0, 0, sign*p.N)
	case "weeks":
		return day.AddDate(0, 0, sign*7*p.N)
	case "months":
		return day.AddDate(0, sign*p.N, 0)
	case "years":
		return day.AddDate(sign*p.N, 0, 0)
	case "working days":
		for left := p.N; left > 0; {
			day = day.AddDate(0, 0, sign)
			if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
				left--
			}
		}
	}
	return day
}
