package sheet

import (
	"math"
	"strconv"
	"strings"
)

// formatKind is what a number format makes of a number, as far as a list
// cares.
type formatKind uint8

const (
	general formatKind = iota // the number with all its digits
	number                    // likewise, but displayed with its decimals, groups and units
	date
	dateTime
	clock
	percent
	masked    // digits in a pattern: 00000, 00-000
	monthYear // mmm-yy: as displayed, since it is rather a damaged range
	dayMonth  // d-mmm: likewise
	worded    // no digits at all: "yes";"no"
)

// format is a number format understood: a section for each kind of number. The
// zero value is General.
type format struct {
	sections []section // of numbers
	text     *section  // of texts, nil to leave them as they are
	local    bool      // looks as the country of the reader has it
}

// builtinCodes are the formats that need no code (ECMA-376 part 1, 18.8.30).
// What looks otherwise in every country has no more than its kind here.
var builtinCodes = [...]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd hh:mm:ss",
	37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);(#,##0.00)",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

// builtin is a format that needs no code, General if there is none such.
func builtin(id int) format {
	switch {
	case id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58: // of East Asia
		id = 14
	case id >= 32 && id <= 35 || id == 55 || id == 56:
		id = 21
	case id < 0 || id >= len(builtinCodes) || builtinCodes[id] == "":
		return format{}
	}
	f := parseFormat(builtinCodes[id])
	f.local = id == 14 || id == 22
	return f
}

// parseFormat understands a format code.
func parseFormat(code string) format {
	f := format{}
	const most = 4
	for i, part := range splitSections(code) {
		if i == most {
			break
		}
		s := parseSection(part)
		switch {
		case s.isText():
			f.text = &s
		case i == most-1:
			f.text = &s // what it says of texts is that they are not shown
		default:
			f.sections = append(f.sections, s)
		}
	}
	return f
}

// isText tells whether a section is that of texts.
func (s *section) isText() bool {
	for _, p := range s.parts {
		if p.what == partText {
			return true
		}
	}
	return false
}

// choose finds the section for a number, nil for General. bare tells that the
// section says by itself that the number is negative.
func (f *format) choose(n float64) (s *section, bare bool) {
	all := f.sections
	switch {
	case len(all) == 0:
		return nil, false
	case all[0].condition != "" || len(all) > 1 && all[1].condition != "":
		return chooseByCondition(all, n)
	case len(all) == 1:
		return &all[0], false
	case n < 0:
		return &all[1], true
	case n == 0 && len(all) > 2:
		return &all[2], false
	}
	return &all[0], false
}

// chooseByCondition finds the first section whose condition holds; one without
// is for all that is left. A second section without a condition behind one for
// positive numbers is that of negative ones.
func chooseByCondition(all []section, n float64) (s *section, bare bool) {
	for i := range all {
		s := &all[i]
		if s.condition == "" && i == 1 && len(all) > 2 && n >= 0 {
			continue
		}
		if s.condition == "" || holds(n, s.condition, s.bound) {
			return s, n < 0 && (s.condition == "" && i > 0 && all[0].bound >= 0 && all[0].condition[0] == '>' || s.condition != "" && onlyNegative(s.condition, s.bound))
		}
	}
	return nil, false
}

func holds(n float64, condition string, bound float64) bool {
	switch condition {
	case "<":
		return n < bound
	case "<=":
		return n <= bound
	case ">":
		return n > bound
	case ">=":
		return n >= bound
	case "<>":
		return n != bound
	}
	return n == bound
}

func onlyNegative(condition string, bound float64) bool {
	return condition == "<" && bound <= 0 || condition == "<=" && bound < 0 || condition == "=" && bound < 0
}

// appendNumber appends a number as a list needs it.
func (f *format) appendNumber(dst, raw []byte, epoch1904 bool) []byte {
	if len(f.sections) == 0 && plainInteger(raw) {
		return append(dst, raw...)
	}
	n, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return append(dst, raw...)
	}
	return f.appendFloat(dst, n, epoch1904)
}

// appendFloat appends a finite number as a list needs it: codes, percentages
// and words as displayed, dates as ISO 8601, all others with all their digits.
func (f *format) appendFloat(dst []byte, n float64, epoch1904 bool) []byte {
	s, bare := f.choose(n)
	if s == nil {
		return appendGeneral(dst, n)
	}
	switch s.kind {
	case percent:
		d := decimalOf(n)
		d.point += 2
		d.round(s.decimals)
		return append(d.append(dst, s.decimals), '%')
	case masked:
		if n >= 0 && n < 1e15 && n == math.Trunc(n) {
			return appendMasked(dst, s.mask, uint64(n))
		}
	case worded:
		if s.letters {
			start := len(dst)
			if dst, lost := s.appendShown(dst, n, bare, epoch1904); !lost && len(dst) > start {
				return dst
			}
		}
	case date, dateTime, clock, monthYear, dayMonth:
		if n >= 0 && n < lastSerial {
			return s.appendTime(dst, n, epoch1904)
		}
	}
	return appendGeneral(dst, n)
}

// appendDisplayed appends a number exactly as displayed, or as appendFloat does
// where the display lost some of it or depends on who looks.
func (f *format) appendDisplayed(dst []byte, n float64, epoch1904 bool) []byte {
	s, bare := f.choose(n)
	if s == nil || f.local {
		return f.appendFloat(dst, n, epoch1904)
	}
	start := len(dst)
	shown, lost := s.appendShown(dst, n, bare, epoch1904)
	if lost || strings.TrimSpace(string(shown[start:])) == "" {
		return f.appendFloat(shown[:start], n, epoch1904)
	}
	return shown
}

// appendText appends a text as displayed.
func (f *format) appendText(dst, text []byte) []byte {
	if f.text == nil || !f.text.isText() {
		return append(dst, text...)
	}
	for _, p := range f.text.parts {
		if p.what == partText {
			dst = append(dst, text...)
		} else {
			dst = append(dst, p.text...)
		}
	}
	return dst
}

// plainInteger tells whether raw is an integer of at most 15 digits.
func plainInteger(raw []byte) bool {
	if len(raw) > 0 && raw[0] == '-' {
		raw = raw[1:]
	}
	if len(raw) == 0 || len(raw) > 15 || raw[0] == '0' && len(raw) > 1 {
		return false
	}
	for _, b := range raw {
		if b < '0' || b > '9' {
			return false
		}
	}
	return true
}

// appendGeneral appends a number with at most the 15 significant digits that
// Excel keeps, never in scientific notation below 10^21.
func appendGeneral(dst []byte, n float64) []byte {
	n = round15(n)
	if a := math.Abs(n); a != 0 && (a >= 1e21 || a < 1e-9) {
		return strconv.AppendFloat(dst, n, 'E', -1, 64)
	}
	return strconv.AppendFloat(dst, n, 'f', -1, 64)
}

// round15 takes away float noise: 0.30000000000000004 is 0.3.
func round15(n float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return n
	}
	return r
}

// appendMasked fills the digits of n into a mask from the right.
func appendMasked(dst []byte, mask string, n uint64) []byte {
	digits := strconv.FormatUint(n, 10)
	places := strings.Count(mask, "0") + strings.Count(mask, "#")
	started := false
	for i := 0; i < len(mask); i++ {
		if mask[i] != '0' && mask[i] != '#' {
			if started || mask[i] == '(' || mask[i] == '+' {
				dst = append(dst, mask[i])
			}
			continue
		}
		if !started && len(digits) > places {
			dst = append(dst, digits[:len(digits)-places]...)
			digits = digits[len(digits)-places:]
			started = true
		}
		if len(digits) == places {
			dst, digits = append(dst, digits[0]), digits[1:]
			started = true
		} else if mask[i] == '0' {
			dst = append(dst, '0')
			started = true
		}
		places--
	}
	return dst
}

// appendTime appends a serial date as ISO 8601, but for what may be a damaged
// range.
func (s *section) appendTime(dst []byte, n float64, epoch1904 bool) []byte {
	const year = 366 // of days: more are a moment rather than a duration
	m := momentOf(n, epoch1904, 0)
	switch {
	case s.kind == monthYear && n >= 1:
		return appendPadded(append(append(dst, months[m.month-1][:3]...), '-'), m.year%100, 2)
	case s.kind == dayMonth && n >= 1:
		return append(append(strconv.AppendInt(dst, int64(m.day), 10), '-'), months[m.month-1][:3]...)
	case s.kind == clock && n >= 1 && (n < year || s.elapsed):
		seconds := int64(math.Round(n * 86400))
		dst = strconv.AppendInt(dst, seconds/3600, 10)
		dst = appendPadded(append(dst, ':'), int(seconds/60%60), 2)
		return appendPadded(append(dst, ':'), int(seconds%60), 2)
	case n > 0 && n < 1 && !epoch1904 || s.kind == clock && n < 1:
		return m.appendClock(dst)
	case s.kind == dateTime || s.kind == clock:
		return m.appendClock(append(m.appendDate(dst), ' '))
	}
	return m.appendDate(dst)
}
