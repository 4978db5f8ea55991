package qualify

import (
	"time"

	"goldpan/internal/contact"
)

// recordDate is the day a row was last known to be right: verified, updated,
// or bought; zero where nothing tells.
func recordDate(s *Subject) time.Time {
	for _, f := range [2]contact.Field{contact.VerifiedDate, contact.UpdatedDate} {
		if d, ok := parseDay(s.Rec.Values[f]); ok {
			return d
		}
	}
	return s.Purchased
}

// parseDay reads a date in normal form; a month or year stands for its first
// day.
func parseDay(text string) (time.Time, bool) {
	year, ok := digitsAt(text, 0, 4)
	if !ok {
		return time.Time{}, false
	}
	month, day := 1, 1
	if len(text) >= 7 && text[4] == '-' {
		if month, ok = digitsAt(text, 5, 2); !ok || month < 1 || month > 12 {
			return time.Time{}, false
		}
	} else if len(text) != 4 {
		return time.Time{}, false
	}
	if len(text) == 10 && text[7] == '-' {
		if day, ok = digitsAt(text, 8, 2); !ok || day < 1 || day > 31 {
			return time.Time{}, false
		}
	} else if len(text) > 7 {
		return time.Time{}, false
	}
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return d, d.Day() == day
}

func digitsAt(text string, from, n int) (int, bool) {
	if len(text) < from+n {
		return 0, false
	}
	v := 0
	for _, d := range []byte(text[from : from+n]) {
		if d -= '0'; d > 9 {
			return 0, false
		}
		v = v*10 + int(d)
	}
	return v, true
}

// buildAge compiles a demand on a person's age at the as-of day, from the
// date or year of birth, or an age that the list states.
func buildAge(p *Plan, c Criterion) (check, []contact.Problem) {
	problems := limitProblems(c)
	if problems != nil {
		return check{}, problems
	}
	lo, hi := bounds(c)
	return check{
		wanted: p.wantedBetween(c),
		answer: func(_ *Judge, s *Subject) contact.Answer {
			have, ok := ageSpan(s, p.asOf)
			if !ok {
				return contact.Unknown
			}
			return have.within(lo, hi)
		},
		have: func(_ *Judge, s *Subject) string {
			have, ok := ageSpan(s, p.asOf)
			switch {
			case !ok:
				return p.missing(contact.Age)
			case have.lo == have.hi:
				return p.fieldName(contact.Age) + " " + number(have.lo)
			}
			return p.fieldName(contact.Age) + " " + number(have.lo) + "-" + number(have.hi)
		},
		looser: func(_ *Judge, s *Subject) (Step, bool) {
			have, ok := ageSpan(s, p.asOf)
			return stepByOne(have, lo, hi), ok
		},
	}, nil
}

// ageSpan is a person's age in full years, or the two or more it may be.
func ageSpan(s *Subject, asOf time.Time) (span, bool) {
	birth := s.Rec.Values[contact.BirthDate]
	if born, ok := parseDay(birth); ok && len(birth) == 10 {
		years := float64(fullYears(born, asOf))
		return span{years, years}, true
	}
	if len(birth) < 4 {
		birth = s.Rec.Values[contact.BirthYear]
	}
	if year, ok := digitsAt(birth, 0, 4); ok {
		turns := float64(asOf.Year() - year)
		return span{turns - 1, turns}, true
	}
	have, ok := parseSpan(s.Rec.Values[contact.Age])
	if on := recordDate(s); ok && !on.IsZero() && on.Before(asOf) {
		// The list told the age then; it has grown since.
		passed := float64(fullYears(on, asOf))
		have = span{have.lo + passed, have.hi + passed}
		if on.AddDate(int(passed), 0, 0).Before(asOf) {
			have.hi++
		}
	}
	return have, ok
}

// fullYears counts the birthdays of someone born on a day until another.
// Born on 29 February, the birthday of other years is 28 February.
func fullYears(born, day time.Time) int {
	years := day.Year() - born.Year()
	if birthday(born, years).After(day) {
		years--
	}
	return years
}

// birthday is the day somebody born on a day turns so many years.
func birthday(born time.Time, years int) time.Time {
	d := time.Date(born.Year()+years, born.Month(), born.Day(), 0, 0, 0, 0, time.UTC)
	if d.Day() != born.Day() {
		return d.AddDate(0, 0, -1)
	}
	return d
}
