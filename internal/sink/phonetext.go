package sink

import "strings"

// phoneGroups are how the digits behind a country code are written in groups,
// by code, first digits and length; as national numbering plans print them. A
// code without a line of its own is grouped by threes from the left.
var phoneGroups = []struct {
	code, start string
	digits      int
	groups      string
}{
	{"1", "", 10, "334"},
	{"33", "", 9, "12222"},
	{"40", "", 9, "333"},
	{"44", "20", 10, "244"},
	{"44", "7", 10, "46"},
	{"44", "", 10, "46"},
	{"47", "4", 8, "323"},
	{"47", "9", 8, "323"},
	{"47", "", 8, "2222"},
	{"48", "45", 9, "333"},
	{"48", "5", 9, "333"},
	{"48", "6", 9, "333"},
	{"48", "72", 9, "333"},
	{"48", "73", 9, "333"},
	{"48", "78", 9, "333"},
	{"48", "79", 9, "333"},
	{"48", "88", 9, "333"},
	{"48", "", 9, "2322"},
}

// PhoneText writes an E.164 number for reading: "+48 22 555 01 00". What is no
// such number is returned as it is.
func PhoneText(e164 string) string {
	if len(e164) < 8 || e164[0] != '+' || strings.Trim(e164[1:], "0123456789") != "" {
		return e164
	}
	digits := e164[1:]
	for _, g := range phoneGroups {
		rest, ok := strings.CutPrefix(digits, g.code)
		if ok && len(rest) == g.digits && strings.HasPrefix(rest, g.start) {
			return "+" + g.code + grouped(rest, g.groups)
		}
	}
	n := codeLength(digits)
	code, rest := digits[:n], digits[n:]
	return "+" + code + grouped(rest, strings.Repeat("3", max(0, len(rest)/3-1)))
}

// grouped puts a blank before each group; what is left over is the last one.
func grouped(digits, groups string) string {
	var b strings.Builder
	for _, g := range []byte(groups) {
		n := int(g - '0')
		b.WriteString(" " + digits[:n])
		digits = digits[n:]
	}
	if digits != "" {
		b.WriteString(" " + digits)
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
