package main

import (
	"math"
	"strconv"
	"strings"
)

// countryCodes are the international prefixes, trunks the digit dialled before
// a national number.
var (
	countryCodes = [len(countries)]string{"48", "40", "47", "33", "49", "44", "1"}
	trunks       = [len(countries)]string{"", "0", "", "0", "0", "0", ""}
)

// number is a national significant number: its area code or a mobile's prefix
// where the country sets one apart, and the rest.
type number struct {
	area, rest string
	mobile     bool // never has an extension
}

// number is the n-th number of an area, or of the mobiles: a block's numbers
// come in a scrambled order, the next block only when it is used up. When all
// are, they start over, and unrelated firms share a number.
func (l *land) number(area string, n uint32) number {
	blocks, ok := l.blocks[area]
	if !ok {
		blocks = l.blocks["*"]
	}
	code := area
	if area == "mobile" {
		code = ""
	}
	for k := uint64(n); ; {
		for _, block := range blocks {
			room := uint64(math.Pow10(strings.Count(block, "x")))
			if strings.Contains(block, "y") {
				room *= 9
			}
			if k < room {
				n := fillNumber(block, (k*6180341+hash(area))%room)
				if prefix, rest, found := strings.Cut(n, " "); found {
					return number{prefix, rest, area == "mobile"}
				}
				return number{code, n, area == "mobile"}
			}
			k -= room
		}
	}
}

// fillNumber puts n into a block's x, any digit, and y, a digit but 0.
func fillNumber(block string, n uint64) string {
	b := []byte(block)
	for i := len(b) - 1; i >= 0; i-- {
		switch b[i] {
		case 'x':
			b[i] = '0' + byte(n%10)
			n /= 10
		case 'y':
			b[i] = '1' + byte(n%9)
			n /= 9
		}
	}
	return string(b)
}

// digits is the whole number without the trunk digit.
func (n number) digits() string { return n.area + n.rest }

// parts are the groups in which the country says the number.
func (n number) parts(d *dice, land uint8) []string {
	var parts []string
	if n.area != "" {
		parts = append(parts, n.area)
	}
	rest := n.rest
	ways := restGroups[len(rest)]
	if countries[land] == "FR" {
		ways = frenchGroups[len(rest)]
	}
	if countries[land] == "NO" && len(n.digits()) == 8 && n.area == "" {
		ways = norseMobile
	}
	way := ways[d.IntN(len(ways))]
	for _, size := range way[:len(way)-1] {
		parts = append(parts, rest[:size])
		rest = rest[size:]
	}
	return append(parts, rest)
}

// Usual ways to space the digits behind an area code, or of a mobile, by how
// many there are.
var (
	restGroups = [...][][]int{
		5: {{5}}, 6: {{2, 2, 2}, {3, 3}, {6}}, 7: {{3, 2, 2}, {3, 4}, {7}}, 8: {{4, 4}, {2, 2, 2, 2}}, 9: {{3, 3, 3}},
		10: {{4, 6}, {4, 3, 3}, {3, 7}}, 11: {{3, 8}, {4, 7}},
	}
	frenchGroups = [...][][]int{8: {{2, 2, 2, 2}}, 9: {{1, 2, 2, 2, 2}}}
	norseMobile  = [][]int{{3, 2, 3}, {2, 2, 2, 2}, {3, 2, 3}}
)

// spelled writes the number in one of its country's spellings.
func (n number) spelled(d *dice, land uint8) string {
	parts := n.parts(d, land)
	code, trunk := countryCodes[land], trunks[land]
	home := trunk + strings.Join(parts, " ")
	abroad := "+" + code + " " + strings.Join(parts, " ")
	switch style := d.IntN(14); {
	case style == 0:
		return "+" + code + n.digits()
	case style < 4:
		return abroad
	case style == 4:
		return "00" + code + " " + strings.Join(parts, " ")
	case style == 5:
		return trunk + n.digits()
	case style == 6 && trunk != "":
		return "+" + code + " (0)" + strings.Join(parts, " ")
	case style == 7 && n.area != "" && countries[land] != "FR" && countries[land] != "NO":
		return "(" + trunk + n.area + ") " + strings.Join(parts[1:], " ")
	case style == 8:
		joint := "-"
		if countries[land] == "FR" || countries[land] == "RO" {
			joint = "."
		}
		return trunk + strings.Join(parts, joint)
	case style == 9 && countries[land] == "DE":
		return trunk + parts[0] + "/" + strings.Join(parts[1:], "")
	case style == 10 && countries[land] == "US":
		return "1-" + strings.Join(parts, "-")
	case style == 10:
		return code + n.digits()
	case style == 11 && d.chance(0.3):
		return "tel. " + home
	case style == 12 && !n.mobile && d.chance(0.15):
		return home + extensions[land] + strconv.Itoa(10+d.IntN(190))
	}
	return home
}

// extensions are the words between a number and its extension.
var extensions = [len(countries)]string{" wew. ", " int. ", " linje ", " poste ", " App. ", " ext. ", " x"}
