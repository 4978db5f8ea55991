package sheet

import (
	"math"
	"strconv"
	"strings"
)

// appendShown appends a number as the section displays it. bare tells that the
// section stands for the sign. lost tells that the display does not say all of
// the number, or that it cannot be told here.
func (s *section) appendShown(dst []byte, n float64, bare, epoch1904 bool) (shown []byte, lost bool) {
	if s.date {
		return s.appendDateShown(dst, n, epoch1904)
	}
	d := decimalOf(n)
	if bare {
		d.negative = false
	}
	switch {
	case s.has(partExponent):
		return s.appendScientific(dst, d)
	case s.has(partSlash):
		return s.appendFraction(dst, math.Abs(n), d.negative)
	}
	if s.has(partGeneral) {
		return s.appendGeneral(dst, math.Abs(n), d.negative), false
	}
	d.point += 2*s.percents - 3*s.scale
	lost = d.round(s.decimals)
	if s.percents > 0 {
		lost = false // percentages are kept as displayed
	}
	if s.whole+s.decimals == 0 {
		lost = false // and so are words
	} else if d.negative && !d.isZero() {
		dst = append(dst, '-')
	}
	whole, part := d.split()
	places, behind := 0, false
	for _, p := range s.parts {
		switch {
		case p.what == partPoint:
			if behind = true; s.whole == 0 {
				dst = append(dst, whole...)
			}
			dst = append(dst, '.')
		case p.what == partPlace && behind:
			dst, part = appendDecimal(dst, part, p.text[0])
		case p.what == partPlace:
			dst = s.appendPlace(dst, whole, places, p.text[0])
			places++
		case p.what == partGroup:
		default:
			dst = append(dst, p.text...)
		}
	}
	return dst, lost
}

// appendGeneral appends a number with all its digits and what stands around it.
func (s *section) appendGeneral(dst []byte, n float64, negative bool) []byte {
	if negative {
		dst = append(dst, '-')
	}
	for _, p := range s.parts {
		if p.what == partGeneral {
			dst = appendGeneral(dst, n)
		} else {
			dst = append(dst, p.text...)
		}
	}
	return dst
}

func (s *section) has(what byte) bool {
	for _, p := range s.parts {
		if p.what == what {
			return true
		}
	}
	return false
}

// appendPlace appends what stands in the place before the point with the given
// index from the left: its digit, and in the first place all digits before.
func (s *section) appendPlace(dst []byte, whole string, index int, kind byte) []byte {
	left := s.whole - 1 - index // places to the right of this one
	if index == 0 {
		for len(whole) > s.whole {
			dst = s.appendGrouped(dst, whole[0], len(whole)-1)
			whole = whole[1:]
		}
	}
	switch {
	case left < len(whole):
		return s.appendGrouped(dst, whole[len(whole)-1-left], left)
	case kind == '0':
		return s.appendGrouped(dst, '0', left)
	case kind == '?':
		return append(dst, ' ')
	}
	return dst
}

// appendGrouped appends a digit with so many behind it.
func (s *section) appendGrouped(dst []byte, digit byte, behind int) []byte {
	dst = append(dst, digit)
	if s.thousands && behind > 0 && behind%3 == 0 {
		dst = append(dst, ',')
	}
	return dst
}

// appendDecimal appends what stands in a place behind the point.
func appendDecimal(dst []byte, part string, kind byte) ([]byte, string) {
	switch {
	case part != "":
		return append(dst, part[0]), part[1:]
	case kind == '0':
		return append(dst, '0'), ""
	case kind == '?':
		return append(dst, ' '), ""
	}
	return dst, ""
}

// appendScientific appends 4.86E+10: in groups of as many powers as there are
// places before the point.
func (s *section) appendScientific(dst []byte, d decimal) ([]byte, bool) {
	whole := 0
	for _, p := range s.parts {
		if p.what == partPoint || p.what == partExponent {
			break
		}
		if p.what == partPlace {
			whole++
		}
	}
	step := max(1, whole)
	power, lost := 0, false
	for range 2 { // rounding up may take it into the next power
		power = 0
		if !d.isZero() {
			power = int(math.Floor(float64(d.point-1)/float64(step))) * step
		}
		if whole == 0 {
			power++
		}
		mantissa := d
		mantissa.digits = append([]byte(nil), d.digits...)
		mantissa.point -= power
		lost = mantissa.round(s.decimals) || lost
		mantissa.point += power
		d = mantissa
	}
	d.point -= power
	if d.negative && !d.isZero() {
		dst = append(dst, '-')
	}
	digits, part := d.split()
	mantissa := section{whole: whole, thousands: s.thousands}
	places, behind := 0, false
	for _, p := range s.parts {
		switch {
		case p.what == partPoint:
			behind = true
			dst = append(dst, '.')
		case p.what == partPlace && behind:
			dst, part = appendDecimal(dst, part, p.text[0])
		case p.what == partPlace:
			dst = mantissa.appendPlace(dst, digits, places, p.text[0])
			places++
		case p.what == partExponent:
			dst = append(dst, 'E')
			if power < 0 {
				dst = append(dst, '-')
			} else if p.text[0] == '+' {
				dst = append(dst, '+')
			}
			dst = appendPadded(dst, max(power, -power), max(1, strings.Count(p.text, "0")))
		case p.what == partGroup:
		default:
			dst = append(dst, p.text...)
		}
	}
	return dst, lost
}

// appendFraction appends 1 1/2. A number that is no fraction of the given
// denominator, or of one with as many digits as there are places, is lost.
func (s *section) appendFraction(dst []byte, n float64, negative bool) ([]byte, bool) {
	bar := 0
	for s.parts[bar].what != partSlash {
		bar++
	}
	most, given := 0, 0
	if text := s.parts[bar].text[1:]; text != "" {
		given, _ = strconv.Atoi(text)
	}
	tail := bar + 1
	for ; tail < len(s.parts) && s.parts[tail].what == partPlace; tail++ {
		most = most*10 + 9
	}
	top := bar // the first place of the numerator
	for top > 0 && s.parts[top-1].what == partPlace {
		top--
	}
	mixed := false
	for _, p := range s.parts[:top] {
		mixed = mixed || p.what == partPlace
	}
	whole := 0.0
	if mixed {
		whole, n = math.Floor(n), n-math.Floor(n)
	}
	num, den, ok := asFraction(n, min(most, 999), given)
	if !ok || whole > 1e15 || num > 1e15 || bar-top > 9 {
		return dst, true
	}
	if negative {
		dst = append(dst, '-')
	}
	for _, p := range s.parts[:top] {
		switch {
		case p.what != partPlace:
			dst = append(dst, p.text...)
		case whole >= 0 && (whole > 0 || p.text == "0" || num == 0):
			dst = strconv.AppendInt(dst, int64(whole), 10)
			whole = -1
		}
	}
	width := max(tail-bar-1, len(s.parts[bar].text)-1)
	if mixed && num == 0 {
		dst = append(dst, strings.Repeat(" ", bar-top+1+width)...)
	} else {
		numerator := strconv.FormatInt(int64(num), 10)
		dst = append(dst, strings.Repeat(" ", max(0, bar-top-len(numerator)))...)
		dst = append(append(dst, numerator...), '/')
		denominator := strconv.Itoa(den)
		dst = append(append(dst, denominator...), strings.Repeat(" ", max(0, width-len(denominator)))...)
	}
	for _, p := range s.parts[tail:] {
		dst = append(dst, p.text...)
	}
	return dst, false
}

// asFraction finds the smallest denominator up to most, or takes the given one.
func asFraction(n float64, most, given int) (num float64, den int, ok bool) {
	first, last := 1, most
	if given > 0 {
		first, last = given, given
	}
	for den := first; den <= last; den++ {
		num := math.Round(n * float64(den))
		if math.Abs(n*float64(den)-num) < 1e-9*max(1, num) {
			return num, den, true
		}
	}
	return 0, 0, false
}
