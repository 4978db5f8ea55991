package market

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/phone_plans.csv
var phonePlanFile string

//go:embed data/phone_fictional.csv
var fictionalFile string

// phoneClass is what a numbering plan says of the numbers under a prefix.
type phoneClass struct {
	kind, country string // kind "none": no number is valid
	lengths       uint16 // bit n: n digits are valid
}

// phonePlan finds the class by the first five national digits; class 0 is
// "not known here".
type phonePlan struct {
	index   [100_000]uint16
	classes []phoneClass
}

var phonePlans = sync.OnceValue(func() map[int]*phonePlan {
	plans := map[int]*phonePlan{}
	for row := range dataRows(phonePlanFile) {
		calling, _ := strconv.Atoi(row[0])
		plan := plans[calling]
		if plan == nil {
			plan = &phonePlan{classes: make([]phoneClass, 1)}
			plans[calling] = plan
		}
		class := phoneClass{kind: row[4], country: row[5]}
		for _, length := range strings.Fields(row[3]) {
			n, _ := strconv.Atoi(length)
			class.lengths |= 1 << n
		}
		from, to := row[1], row[2]
		if len(from) == 4 { // all numbers of the four digits
			from, to = from+"0", to+"9"
		}
		first, _ := strconv.Atoi(from)
		last, _ := strconv.Atoi(to)
		number := plan.class(class)
		for prefix := first; prefix <= last; prefix++ {
			plan.index[prefix] = number
		}
	}
	return plans
})

// class gives a class its number.
func (p *phonePlan) class(class phoneClass) uint16 {
	for i, have := range p.classes {
		if have == class {
			return uint16(i)
		}
	}
	p.classes = append(p.classes, class)
	return uint16(len(p.classes) - 1)
}

// PhoneClass looks national digits (without trunk prefix) up in the numbering
// plan of a calling code. sure says that the plan knows: the number is then
// valid, or not when kind is empty; otherwise the library has to be asked.
func PhoneClass(calling int, national []byte) (kind, country string, sure bool) {
	plan := phonePlans()[calling]
	if plan == nil || len(national) < 6 || len(national) > 11 {
		return "", "", false
	}
	prefix := 0
	for _, c := range national[:5] {
		prefix = prefix*10 + int(c-'0')
	}
	class := &plan.classes[plan.index[prefix]]
	if class.kind == "none" {
		return "", "", true
	}
	return class.kind, class.country, class.lengths&(1<<len(national)) != 0
}

// fictionalRange is a range of numbers set aside for films.
type fictionalRange struct{ country, prefix, kind string }

// fictionalTable holds the ranges, and marks the five digits behind a country
// code of two with which one begins: few numbers need a look at the ranges.
type fictionalTable struct {
	ranges []fictionalRange
	begins [100_000/64 + 1]uint64 // a bit each
}

var fictionalRanges = sync.OnceValue(func() *fictionalTable {
	t := new(fictionalTable)
	for row := range dataRows(fictionalFile) {
		t.ranges = append(t.ranges, fictionalRange{row[0], row[1], row[2]})
		digits := row[1][len("+44"):]
		first, _ := strconv.Atoi((digits + "00000")[:5])
		last, _ := strconv.Atoi((digits + "99999")[:5])
		for n := first; n <= last; n++ {
			t.begins[n>>6] |= 1 << (n & 63)
		}
	}
	return t
})

// FictionalPhone tells whether an E.164 number lies in a range that is set
// aside for films and examples: nobody answers there.
func FictionalPhone(e164 string) bool {
	_, _, ok := FictionalClass(e164)
	return ok
}

// FictionalClass gives kind and country of an E.164 number that lies in a
// range set aside for films; ok is false for all other numbers.
func FictionalClass[T string | []byte](e164 T) (kind, country string, ok bool) {
	if len(e164) < 10 {
		return "", "", false
	}
	switch string(e164[1:3]) {
	case "44", "33", "49", "61":
	default:
		if e164[1] == '1' && len(e164) == 12 && string(e164[5:10]) == "55501" {
			return "unknown", "US", true
		}
		return "", "", false
	}
	table := fictionalRanges()
	begin := 0
	for i := 3; i < 8; i++ {
		begin = begin*10 + int(e164[i]-'0')
	}
	if begin >= 100_000 || table.begins[begin>>6]&(1<<(begin&63)) == 0 {
		return "", "", false
	}
	for i := range table.ranges {
		r := &table.ranges[i]
		if len(e164) >= len(r.prefix) && string(e164[:len(r.prefix)]) == r.prefix && (r.country != "GB" || len(e164) == 13) &&
			(r.country != "FR" && r.country != "AU" || len(e164) == 12) {
			return r.kind, r.country, true
		}
	}
	return "", "", false
}

// DummyPhone tells whether an E.164 number was typed to fill a field: its
// last seven digits are all the same, or its last nine count up or down.
func DummyPhone(e164 string) bool {
	if len(e164) < 9 {
		return false
	}
	if step := int(e164[len(e164)-1]) - int(e164[len(e164)-2]); step < -1 || step > 1 {
		return false // neither, as most numbers
	}
	tail := e164[len(e164)-7:]
	if strings.Count(tail, tail[:1]) == len(tail) {
		return true
	}
	tail = e164[max(1, len(e164)-9):]
	return strings.Contains("0123456789", tail) || strings.Contains("9876543210", tail)
}

// NorthAmerican tells whether a country shares the North American numbering
// plan (+1).
func NorthAmerican(country string) bool {
	switch country {
	case "US", "CA", "PR", "DO", "JM", "BS", "BB", "BM", "TT", "AG", "AI", "DM", "GD", "GU", "KN", "KY", "LC", "MP",
		"MS", "SX", "TC", "VC", "VG", "VI", "AS":
		return true
	}
	return false
}

// TrunkZero tells whether national numbers of a country are written with a
// zero in front that is not dialled from abroad.
func TrunkZero(country string) bool {
	switch country {
	case "RO", "FR", "DE", "GB", "AU", "IE", "AT", "CH", "NL", "BE", "SE", "FI", "SK", "BG", "HR", "SI", "RS", "BA",
		"MK", "UA", "TR", "IL", "ZA", "NZ", "JP", "KR", "IN", "EG", "MA", "AL", "ME", "MD", "RE", "GP", "MQ", "GF", "YT":
		return true
	}
	return false
}
