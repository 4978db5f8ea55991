package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// formatKind is what a number format makes of a number, as far as a list
// cares.
type formatKind uint8

const (
	general formatKind = iota // the number with all its digits
	date
	dateTime
	clock
	percent
	masked    // digits in a pattern: 00000, 00-000
	monthYear // mmm-yy: as displayed, since it is rather a damaged range
	dayMonth  // d-mmm: likewise
)

// format is a number format understood.
type format struct {
	kind     formatKind
	decimals int    // of percent
	mask     string // of masked: 0 and # stand for digits, the rest is literal
}

// builtin are the formats that need no code (ECMA-376 part 1, 18.8.30).
func builtin(id int) format {
	switch {
	case id == 9:
		return format{kind: percent}
	case id == 10:
		return format{kind: percent, decimals: 2}
	case id == 16:
		return format{kind: dayMonth}
	case id == 17:
		return format{kind: monthYear}
	case id == 14 || id == 15 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58:
		return format{kind: date}
	case id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47 || id == 55 || id == 56:
		return format{kind: clock}
	case id == 22:
		return format{kind: dateTime}
	}
	return format{}
}

// parseFormat understands a format code by its first section.
func parseFormat(code string) format {
	section := firstSection(code)
	plain := stripLiterals(section)
	lower := strings.ToLower(plain)
	if strings.Contains(lower, "general") || plain == "@" {
		return format{}
	}
	if f, ok := dateFormat(lower); ok {
		return f
	}
	if strings.Contains(plain, "%") {
		_, after, _ := strings.Cut(plain, ".")
		return format{kind: percent, decimals: strings.Count(after, "0") + strings.Count(after, "#")}
	}
	if mask, ok := digitMask(section); ok {
		return format{kind: masked, mask: mask}
	}
	return format{}
}

// firstSection is the part of a format code for positive numbers.
func firstSection(code string) string {
	quoted := false
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\':
			i++
		case '"':
			quoted = !quoted
		case ';':
			if !quoted {
				return code[:i]
			}
		}
	}
	return code
}

// stripLiterals takes away quoted and escaped text, colours, conditions and
// locales; elapsed time such as [h] stays.
func stripLiterals(section string) string {
	var b strings.Builder
	for i := 0; i < len(section); i++ {
		switch section[i] {
		case '\\', '_', '*':
			i++
		case '"':
			if end := strings.IndexByte(section[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '[':
			end := strings.IndexByte(section[i:], ']')
			if end < 0 {
				return b.String()
			}
			if inner := strings.ToLower(section[i+1 : i+end]); strings.Trim(inner, "hms") == "" {
				b.WriteString(inner)
			}
			i += end
		default:
			b.WriteByte(section[i])
		}
	}
	return b.String()
}

// dateFormat recognises dates and times in a lower-case code.
func dateFormat(code string) (format, bool) {
	code = strings.ReplaceAll(code, "am/pm", "h")
	code = strings.ReplaceAll(code, "a/p", "h")
	years := strings.ContainsAny(code, "ye")
	days := strings.ContainsAny(code, "d")
	hours := strings.ContainsAny(code, "h")
	seconds := strings.ContainsAny(code, "s")
	months := strings.Contains(code, "m")
	if strings.ContainsAny(code, "0#?") && !seconds {
		return format{}, false
	}
	if strings.Contains(code, "e") && !strings.ContainsAny(code, "ymd") {
		return format{}, false
	}
	switch {
	case (years || days) && (hours || seconds):
		return format{kind: dateTime}, true
	case hours || seconds:
		return format{kind: clock}, true
	case strings.Contains(code, "mmm") && years && !days:
		return format{kind: monthYear}, true
	case strings.Contains(code, "mmm") && days && !years && !strings.Contains(code, "dddd"):
		return format{kind: dayMonth}, true
	case years || days || months && strings.Trim(code, "m -/.,") == "":
		return format{kind: date}, true
	}
	return format{}, false
}

// digitMask understands codes such as 00000, 00-000 or (000) 000-0000: only
// digits' places and literals, and more than a plain 0.
func digitMask(section string) (string, bool) {
	var b strings.Builder
	zeros, literals, places := 0, 0, 0
	for i := 0; i < len(section); i++ {
		switch c := section[i]; c {
		case '0':
			zeros, places = zeros+1, places+1
			b.WriteByte(c)
		case '#':
			places++
			b.WriteByte(c)
		case '-', ' ', '(', ')', '/', '+':
			literals++
			b.WriteByte(c)
		case '\\':
			if i++; i < len(section) {
				if strings.IndexByte("0#", section[i]) >= 0 {
					return "", false
				}
				literals++
				b.WriteByte(section[i])
			}
		case '"':
			end := strings.IndexByte(section[i+1:], '"')
			if end < 0 || strings.ContainsAny(section[i+1:i+1+end], "0#") {
				return "", false
			}
			if inner := section[i+1 : i+1+end]; strings.Trim(inner, "-/ ()+") != "" {
				return "", false // a unit or currency, not part of the code
			} else {
				literals += len(inner)
				b.WriteString(inner)
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(section[i:], ']')
			if end < 0 || strings.ContainsAny(section[i:i+end], "<>=$") {
				return "", false
			}
			i += end
		default:
			return "", false
		}
	}
	mask := strings.TrimSpace(b.String())
	inside := strings.ContainsAny(strings.Trim(mask, " ()+"), "-/ ")
	return mask, zeros >= 2 || places >= 4 && inside
}

// appendNumber appends a number as its format shows it.
func (f format) appendNumber(dst, raw []byte, epoch1904 bool) []byte {
	if f.kind == general && plainInteger(raw) {
		return append(dst, raw...)
	}
	n, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return append(dst, raw...)
	}
	return f.appendFloat(dst, n, epoch1904)
}

// appendFloat appends a finite number as its format shows it.
func (f format) appendFloat(dst []byte, n float64, epoch1904 bool) []byte {
	switch f.kind {
	case percent:
		return append(strconv.AppendFloat(dst, round15(n*100), 'f', f.decimals, 64), '%')
	case masked:
		if n >= 0 && n < 1e15 {
			return appendMasked(dst, f.mask, uint64(math.Round(n)))
		}
	case date, dateTime, clock, monthYear, dayMonth:
		if n >= 0 && n < 2958466 {
			return f.appendTime(dst, n, epoch1904)
		}
	}
	return appendGeneral(dst, n)
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

// serialTime is the moment of a serial date. Serial 60 is the 29 February 1900
// that never was.
func serialTime(n float64, epoch1904 bool) time.Time {
	days := math.Floor(n)
	seconds := math.Round((n - days) * 86400)
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if epoch1904 {
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if days < 60 {
		days++
	}
	return start.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
}

func (f format) appendTime(dst []byte, n float64, epoch1904 bool) []byte {
	t := serialTime(n, epoch1904)
	if n < 1 && !epoch1904 && f.kind != clock && n > 0 {
		return t.AppendFormat(dst, "15:04:05")
	}
	switch f.kind {
	case date:
		return t.AppendFormat(dst, "2006-01-02")
	case monthYear:
		return t.AppendFormat(dst, "Jan-06")
	case dayMonth:
		return t.AppendFormat(dst, "2-Jan")
	case clock:
		if n >= 1 {
			hours := int64(math.Round(n * 86400))
			dst = strconv.AppendInt(dst, hours/3600, 10)
			return serialTime(n-math.Floor(n), epoch1904).AppendFormat(dst, ":04:05")
		}
		return t.AppendFormat(dst, "15:04:05")
	}
	return t.AppendFormat(dst, "2006-01-02 15:04:05")
}
