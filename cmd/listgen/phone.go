package main

import "strings"

// countryCodes are the international prefixes, trunks the digit dialled before
// a national number.
var (
	countryCodes = [len(countries)]string{"48", "40", "47", "33", "49", "44", "1"}
	trunks       = [len(countries)]string{"", "0", "", "0", "0", "0", ""}
)

// groups are usual ways to space national numbers, the trunk digit not counted.
var (
	lineGroups = [len(countries)][][]int{
		{{2, 3, 2, 2}, {2, 3, 2, 2}, {3, 3, 3}}, {{3, 3, 3}, {2, 3, 4}}, {{2, 2, 2, 2}, {2, 2, 2, 2}, {3, 2, 3}},
		{{1, 2, 2, 2, 2}}, {{3, 8}, {2, 9}, {4, 7}}, {{3, 3, 4}, {2, 4, 4}}, {{3, 3, 4}},
	}
	mobileGroups = [len(countries)][][]int{
		{{3, 3, 3}}, {{3, 3, 3}}, {{3, 2, 3}, {2, 2, 2, 2}, {3, 2, 3}},
		{{1, 2, 2, 2, 2}}, {{3, 8}, {3, 4, 4}}, {{4, 6}, {4, 3, 3}}, {{3, 3, 4}},
	}
)

// spellPhone writes a national number in one of its country's spellings.
func spellPhone(d *dice, land uint8, national string, mobile bool) string {
	ways := lineGroups[land]
	if mobile {
		ways = mobileGroups[land]
	}
	ways = ways[d.IntN(len(ways)):]
	sizes := ways[0]
	code, trunk := countryCodes[land], trunks[land]
	switch style := d.IntN(12); {
	case style == 0:
		return "+" + code + national
	case style < 3:
		return "+" + code + " " + spaced(national, sizes, " ")
	case style == 3:
		return "00" + code + " " + spaced(national, sizes, " ")
	case style == 4:
		return trunk + national
	case style == 5 && trunk != "":
		return "+" + code + " (0)" + spaced(national, sizes, " ")
	case style == 6 && countries[land] != "FR":
		head, tail, _ := strings.Cut(spaced(national, sizes, " "), " ")
		return "(" + trunk + head + ") " + tail
	case style == 7:
		joint := "-"
		if countries[land] == "FR" || countries[land] == "RO" {
			joint = "."
		}
		return trunk + spaced(national, sizes, joint)
	case style == 8 && countries[land] == "DE":
		return trunk + strings.Replace(spaced(national, sizes, " "), " ", "/", 1)
	case style == 9 && countries[land] == "US":
		return "1-" + spaced(national, sizes, "-")
	case style == 10:
		return code + trunk[:0] + national
	}
	return trunk + spaced(national, sizes, " ")
}

// spaced cuts digits into groups of the sizes given; the rest stays together.
func spaced(s string, sizes []int, joint string) string {
	var b strings.Builder
	for _, n := range sizes {
		if n >= len(s) {
			break
		}
		b.WriteString(s[:n])
		b.WriteString(joint)
		s = s[n:]
	}
	b.WriteString(s)
	return b.String()
}
