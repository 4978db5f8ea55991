package sheet

import "strings"

// saysDate tells whether letters are parts of dates. A section with places for
// digits is a number, and its letters a unit, unless the places are those of
// .000 seconds.
func (s *section) saysDate() bool {
	units := ""
	for i, p := range s.parts {
		switch p.what {
		case partElapsed:
			return true
		case partDate:
			units += strings.ToLower(p.text[:1])
		case partGeneral, partText:
			return false
		case partPlace:
			if !strings.HasSuffix(units, "s") || p.text != "0" || s.parts[i-1].what != partPoint && s.parts[i-1].what != partPlace {
				return false
			}
		}
	}
	return strings.ContainsAny(units, "ymdhs")
}

// settleDate decides which m are minutes, and turns what means nothing in a
// date into text.
func (s *section) settleDate() {
	last := byte(0) // the unit before
	for i := range s.parts {
		p := &s.parts[i]
		switch p.what {
		case partElapsed:
			last = p.text[0]
		case partDate:
			if p.text[0] != 'A' {
				p.text = strings.ToLower(p.text)
			}
			if p.text[0] == 'm' && len(p.text) <= 2 && (last == 'h' || s.unitBehind(i) == 's') {
				p.text = "n" + p.text[1:] // minutes
			}
			last = p.text[0]
		case partPoint:
			n := 0
			for i+1+n < len(s.parts) && s.parts[i+1+n].text == "0" {
				n++
			}
			if last == 's' && n > 0 {
				p.what, p.text = partSecond, "."+strings.Repeat("0", n)
				for k := range n {
					s.parts[i+1+k] = codePart{partLiteral, ""}
				}
			} else {
				p.what = partLiteral
			}
		case partLiteral, partSecond:
		case partGeneral, partText:
			p.what, p.text = partLiteral, ""
		default:
			p.what = partLiteral
		}
	}
}

// unitBehind is the next unit of time behind a codePart.
func (s *section) unitBehind(i int) byte {
	for _, p := range s.parts[i+1:] {
		if p.what == partDate || p.what == partElapsed {
			return p.text[0] | 0x20
		}
	}
	return 0
}

// settleNumber counts places and decides what commas mean: between places they
// group digits, behind the last one they divide by a thousand.
func (s *section) settleNumber() {
	behind, last := false, -1
	fractions, powers := false, false
	for i := range s.parts {
		switch p := &s.parts[i]; p.what {
		case partPlace:
			if powers {
				p.what = partLiteral // nothing but text follows an exponent
				continue
			}
			if behind {
				s.decimals++
			} else {
				s.whole++
			}
			last = i
		case partPoint:
			if behind {
				p.what = partLiteral
			}
			behind = true
		case partPercent:
			s.percents++
		case partDate:
			p.what = partLiteral
			s.letters = true
		case partExponent:
			if powers || last < 0 {
				p.what = partLiteral
			}
			powers = powers || last >= 0
		case partSlash:
			if fractions || last < 0 {
				p.what = partLiteral
			}
			fractions = fractions || last >= 0
		}
	}
	s.settleCommas(last)
}

func (s *section) settleCommas(last int) {
	first := -1
	for i := range s.parts {
		p := &s.parts[i]
		if p.what == partPlace && first < 0 {
			first = i
		}
		if p.what != partGroup {
			continue
		}
		next := i + 1
		for next < len(s.parts) && s.parts[next].what == partGroup {
			next++
		}
		switch {
		case first < 0:
			p.what = partLiteral
		case i > last || next < len(s.parts) && s.parts[next].what == partPoint:
			s.scale++
		default:
			s.thousands = true
		}
	}
}

// numberKind says what kind of number the section shows.
func (s *section) numberKind() formatKind {
	for _, p := range s.parts {
		if p.what == partGeneral || p.what == partText {
			return general
		}
	}
	switch {
	case s.whole+s.decimals == 0:
		return worded
	case s.percents > 0:
		return percent
	case s.isMask():
		return masked
	}
	return number
}

// dateKind tells dates from times, and from dates that are rather damaged
// ranges.
func (s *section) dateKind() formatKind {
	var year, month, named, day, hour, other bool
	for _, p := range s.parts {
		switch {
		case p.what == partElapsed:
			hour = true
		case p.what != partDate:
			other = other || p.what == partLiteral && strings.Trim(p.text, " -/.,") != ""
		case strings.IndexByte("yeb", p.text[0]) >= 0:
			year = true
		case p.text[0] == 'm':
			month, named = true, named || len(p.text) >= 3
		case p.text[0] == 'd':
			day = day || len(p.text) < 4
		default:
			hour = true
		}
	}
	switch {
	case (year || day || month) && hour:
		return dateTime
	case hour:
		return clock
	case named && year && !day:
		return monthYear
	case named && day && !year:
		return dayMonth
	case month && !year && !day && other:
		return general // a unit such as "m"
	}
	return date
}

// isMask recognises codes such as 00000, 00-000 or (000) 000-0000: only places
// and signs between them, and more than a plain 0.
func (s *section) isMask() bool {
	zeros, between, inside := 0, false, false
	mask := ""
	for _, p := range s.parts {
		switch p.what {
		case partPlace:
			if p.text == "?" {
				return false
			}
			if p.text == "0" {
				zeros++
			}
			inside = inside || between
		case partLiteral, partSlash:
			if strings.Trim(p.text, "-/ ()+") != "" {
				return false
			}
			between = between || strings.Trim(mask, " ()+") != "" && strings.ContainsAny(p.text, "-/ ")
		default:
			return false
		}
		mask += p.text
	}
	s.mask = strings.TrimSpace(mask)
	return zeros >= 2 || s.whole >= 4 && inside
}
