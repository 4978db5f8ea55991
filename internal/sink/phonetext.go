package sink

import "strings"

// phoneGroup is how the digits behind a country code are grouped.
type phoneGroup struct {
	code   string // country calling code
	starts string // first digits of the numbers meant, blank-separated; "" all
	digits int    // behind the code; 0 any
	groups string // lengths of the first groups; what is left goes by threes
}

// phoneGroups follow the way numbers are printed in each country (ITU-T E.123
// and the national numbering plans). The first that fits is taken.
var phoneGroups = [...]phoneGroup{
	{"1", "", 10, "33"},
	{"33", "", 9, "12222"},
	{"40", "21 31", 9, "2322"},
	{"44", "20 23 24 28 29", 10, "244"},
	{"44", "11 121 131 141 151 161 191", 10, "33"},
	{"44", "", 10, "46"},
	{"47", "4 9", 8, "323"},
	{"47", "", 8, "2222"},
	{"48", "45 50 51 53 57 60 66 69 72 73 78 79 88", 9, "333"},
	{"48", "", 9, "2322"},
	{"49", "30 40 69 89", 0, "2"},
	{"49", "15 16 17", 0, "3"},
	{"49", "", 0, "4"},
}

// fits tells whether the group is meant for the digits behind the code.
func (g *phoneGroup) fits(rest string) bool {
	if g.digits != 0 && len(rest) != g.digits || len(rest) < 5 {
		return false
	}
	for start := range strings.SplitSeq(g.starts, " ") {
		if strings.HasPrefix(rest, start) {
			return true
		}
	}
	return false
}

// PhoneText writes an E.164 number for reading: "+48 22 555 01 00". What is no
// such number is returned as it is.
func PhoneText(e164 string) string {
	if len(e164) < 8 || e164[0] != '+' || strings.Trim(e164[1:], "0123456789") != "" {
		return e164
	}
	digits := e164[1:]
	for _, g := range phoneGroups {
		if rest, ok := strings.CutPrefix(digits, g.code); ok && g.fits(rest) {
			return "+" + g.code + grouped(rest, g.groups)
		}
	}
	n := codeLength(digits)
	return "+" + digits[:n] + grouped(digits[n:], "")
}

// grouped puts a blank before each group; what the groups leave goes by threes,
// the last of up to four.
func grouped(digits, groups string) string {
	var b strings.Builder
	for digits != "" {
		n := 3
		if groups != "" {
			n, groups = int(groups[0]-'0'), groups[1:]
		} else if len(digits) <= 4 {
			n = len(digits)
		}
		n = min(n, len(digits))
		b.WriteString(" " + digits[:n])
		digits = digits[n:]
	}
	return b.String()
}

// codeLength is the length of the country calling code, by the zones of E.164.
func codeLength(digits string) int {
	switch {
	case digits[0] == '1' || digits[0] == '7':
		return 1
	case strings.Contains(" 20 27 28 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ",
		" "+digits[:2]+" "):
		return 2
	}
	return 3
}

func phoneWithExt(e164, ext string) string {
	text := PhoneText(e164)
	if text != "" && ext != "" {
		text += " x" + ext
	}
	return text
}
