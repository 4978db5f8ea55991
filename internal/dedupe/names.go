package dedupe

import (
	"strings"

	"goldpan/internal/market"
	"goldpan/internal/similar"
)

// firstLevel compares two given names in key form. variant says whether two
// names are usual forms of one (Bob, Robert); soundAlike, whether their phonetic keys
// are the same.
func firstLevel(a, b string, variant func(a, b string) bool, soundAlike bool) level {
	switch {
	case a == b:
		return firstSame
	case initialOf(a, b) || initialOf(b, a):
		return firstInitial
	case variant(a, b):
		return firstVariant
	case !soundAlike && similar.AtMost(a, b) < tooUnlike && !strings.Contains(a, " ") && !strings.Contains(b, " "):
		return different // none of what follows can be
	case partOf(a, b) || compact(a) == compact(b) || unfolded(a) == unfolded(b):
		return firstVariant
	case misspelt(a, b):
		if twoNames(a, b) {
			return firstSimilar
		}
		return firstClose
	case soundAlike || alikeBy(a, b, 0.80):
		return firstSimilar
	}
	return different
}

// tooUnlike is the bound of similarity below which two single names are no
// forms of one name by their letters.
const tooUnlike = 0.8

// twoNames tells whether two nearly equal names are both names in their own
// right, and so no slip of each other: Kamil and Kamila, Marion and Martin.
func twoNames(a, b string) bool { return market.GivenName(a) && market.GivenName(b) }

// lastLevel compares two family names in key form.
func lastLevel(a, b string, soundAlike bool) level {
	switch {
	case a == b:
		return lastSame
	case !soundAlike && similar.AtMost(a, b) < tooUnlike && !strings.Contains(a, " ") && !strings.Contains(b, " "):
		return different // none of what follows can be
	case partOf(a, b) || stem(a) == stem(b) || compact(a) == compact(b) || unfolded(a) == unfolded(b):
		return lastPart
	case misspelt(a, b):
		if min(len(a), len(b)) <= 3 && len(a) == len(b) {
			return lastSimilar // in three letters one is much: Kos and Kot
		}
		return lastClose
	case soundAlike || alikeBy(a, b, 0.82):
		return lastSimilar
	}
	return different
}

func middleLevel(a, b string) level {
	switch {
	case a == b:
		return middleSame
	case initialOf(a, b) || initialOf(b, a):
		return middleInitial
	case misspelt(a, b) || partOf(a, b):
		return middleClose
	}
	return different
}

// misspelt tells whether one name is likely a slip of the other: one edit, two
// in a name of six letters or more, or nearly the same to Jaro and Winkler.
func misspelt(a, b string) bool {
	short := min(len(a), len(b))
	if short < 2 {
		return false
	}
	if similar.OneEdit(a, b) {
		return short >= 3 || len(a) != len(b)
	}
	if short >= 6 && similar.Within(a, b, 2) {
		return true
	}
	return max(len(a), len(b))-short <= 2 && alikeBy(a, b, 0.92)
}

// alikeBy asks for a Jaro-Winkler similarity, unlike texts in passing.
func alikeBy(a, b string, least float64) bool {
	return similar.AtMost(a, b) >= least && similar.JaroWinkler(a, b) >= least
}

// initialOf tells whether a holds only initials that fit the names of b as far
// as there are both ("j p" and "jean pierre", "j" and "jan", "j m" and "jan").
func initialOf(a, b string) bool {
	for first := true; a != ""; first = false {
		var one, name string
		one, a, _ = strings.Cut(a, " ")
		name, b, _ = strings.Cut(b, " ")
		if len(one) != 1 || first && len(name) < 2 || name != "" && one[0] != name[0] {
			return false
		}
	}
	return true
}

// partOf tells whether every word of the shorter name stands in the longer.
func partOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 || !strings.Contains(b, " ") {
		return false
	}
	for word := range strings.FieldsSeq(a) {
		if !hasWord(b, word) {
			return false
		}
	}
	return true
}

func hasWord(text, word string) bool {
	for w := range strings.FieldsSeq(text) {
		if w == word {
			return true
		}
	}
	return false
}

func compact(s string) string {
	if !strings.Contains(s, " ") {
		return s
	}
	return strings.ReplaceAll(s, " ", "")
}

// lettersApart is by how many letters two texts differ in length, spaces not
// counted: over two, neither is a slip of the other.
func lettersApart(a, b string) int {
	n := len(a) - strings.Count(a, " ") - len(b) + strings.Count(b, " ")
	return max(n, -n)
}

// unfolded undoes the two-letter spellings of umlauts and å, so that Mueller
// and Muller, Haakon and Hakon are one.
func unfolded(s string) string {
	for i := 1; i < len(s); i++ {
		if s[i] == 'e' && (s[i-1] == 'a' || s[i-1] == 'o' || s[i-1] == 'u') || s[i] == 'a' && s[i-1] == 'a' {
			return umlauts.Replace(s)
		}
	}
	return s
}

var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", "aa", "a")

// stem is a family name without the ending that tells man from woman in
// Polish (Kowalski and Kowalska, Zmyslony and Zmyslona) and Russian.
func stem(last string) string {
	if last == "" {
		return last
	}
	switch last[len(last)-1] {
	case 'i', 'a', 'y': // the last letters of all endings
	default:
		return last
	}
	for _, ending := range [...][2]string{{"ski", "sk"}, {"ska", "sk"}, {"cki", "ck"}, {"cka", "ck"}, {"dzki", "dzk"}, {"dzka", "dzk"},
		{"owna", ""}, {"ova", "ov"}, {"eva", "ev"}, {"ny", "n"}, {"na", "n"}, {"ly", "l"}, {"la", "l"}, {"ty", "t"}, {"ta", "t"},
		{"wy", "w"}, {"wa", "w"}, {"chy", "ch"}, {"cha", "ch"}, {"ki", "k"}, {"ka", "k"}} {
		if head, ok := strings.CutSuffix(last, ending[0]); ok && len(head) >= 2 {
			return head + ending[1]
		}
	}
	return last
}

// dateLevel compares two packed dates.
func dateLevel(a, b uint32) level {
	if a == b {
		return dateSame
	}
	ya, ma, da := unpackDate(a)
	yb, mb, db := unpackDate(b)
	if ma == 0 || mb == 0 || da == 0 || db == 0 {
		return partialDate(ya, ma, yb, mb)
	}
	if ya == yb && ma == db && da == mb {
		return dateClose
	}
	same := 0
	for _, equal := range [...]bool{ya == yb, ma == mb, da == db} {
		if equal {
			same++
		}
	}
	if same == 2 {
		if ya != yb && oneDigit(ya, yb) || ma != mb && oneDigit(ma, mb) || da != db && oneDigit(da, db) {
			return dateClose
		}
		return datePart
	}
	days := (ya-yb)*365 + (ma-mb)*30 + da - db
	if days < 0 {
		days = -days
	}
	switch {
	case days <= 31:
		return datePart
	case ya == yb || days <= 370:
		return dateNear
	}
	return different
}

// partialDate compares dates of which one lacks its day or month: agreement
// as far as known is a part.
func partialDate(ya, ma, yb, mb int) level {
	switch {
	case ya == yb && (ma == mb && ma != 0):
		return datePart
	case ya == yb && (ma == 0 || mb == 0), ya-yb == 1, yb-ya == 1:
		return dateNear
	}
	return different
}

// oneDigit tells whether two numbers differ in one digit, in the order of two
// neighbouring ones, or by one.
func oneDigit(a, b int) bool {
	if a-b == 1 || b-a == 1 {
		return true
	}
	var wrong [4]int
	n := 0
	for i, power := 0, 1; i < 4; i, power = i+1, power*10 {
		if a/power%10 != b/power%10 {
			wrong[n] = i
			n++
		}
	}
	if n == 1 {
		return true
	}
	if n != 2 || wrong[1] != wrong[0]+1 {
		return false
	}
	tens := 1
	for range wrong[0] {
		tens *= 10
	}
	low := func(x int) int { return x / tens % 10 }
	high := func(x int) int { return x / tens / 10 % 10 }
	return low(a) == high(b) && high(a) == low(b)
}
