package sink

import (
	"strconv"
	"strings"
)

// maxSheetName is Excel's limit for the name of a sheet, in UTF-16 units.
const maxSheetName = 31

// SheetName makes a name that every spreadsheet accepts for a sheet: at most 31
// characters, none of []:*?/\, no apostrophe at either end, not "History", and
// not taken yet whatever its case. The result is added to taken, which may be
// nil.
func SheetName(name string, taken map[string]bool) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\`, r):
			return '-'
		case r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	trim := func(s string) string { return strings.Trim(s, " '") }
	name = trim(cutUTF16(trim(name), maxSheetName))
	if name == "" {
		name = "Sheet"
	}
	if strings.EqualFold(name, "History") {
		name += "_" // reserved by Excel
	}
	if taken == nil {
		return name
	}
	base := name
	for n := 2; taken[strings.ToLower(name)]; n++ {
		suffix := " (" + strconv.Itoa(n) + ")"
		name = trim(cutUTF16(base, maxSheetName-len(suffix))) + suffix
	}
	taken[strings.ToLower(name)] = true
	return name
}
