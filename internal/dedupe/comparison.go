package dedupe

import (
	"math"

	"goldpan/internal/market"
)

// comparison is one thing two rows are compared by.
type comparison int

const (
	cmpFirst comparison = iota
	cmpLast
	cmpMiddle
	cmpOrder
	cmpBirth
	cmpEmail
	cmpPhone
	cmpOrg
	cmpStreet
	cmpPlace
	cmpStreet2
	cmpGender
	cmpTitle
	cmpIndustry
	cmpID
	cmpExtra
	comparisons = cmpExtra + maxCompared
)

// A level is how far two values agree, 0 where one is missing. The levels of
// each comparison stand in the order of the built-in weights.
type level uint8

const (
	missing   level = 0
	different level = 1

	firstSimilar level = 2
	firstInitial level = 3
	firstClose   level = 4
	firstVariant level = 5
	firstSame    level = 6

	lastSimilar level = 2
	lastPart    level = 3
	lastClose   level = 4
	lastSame    level = 5

	middleInitial level = 2
	middleClose   level = 3
	middleSame    level = 4

	orderStraight level = 1
	orderSwapped  level = 2

	dateNear  level = 2
	datePart  level = 3
	dateClose level = 4
	dateSame  level = 5

	emailTwin   level = 1 // but for a number the same: how a provider tells namesakes apart
	emailOther  level = 2
	emailLocal  level = 3
	emailClose  level = 4
	emailShared level = 5
	emailNamed  level = 6 // the same or nearly, and made of the names that agree too
	emailSame   level = 7

	phoneClose  level = 2
	phoneShared level = 3
	phoneSame   level = 4

	orgWeak    level = 2
	orgPartial level = 3
	orgStrong  level = 4
	orgDomain  level = 5
	orgCompany level = 6
	orgBoth    level = 7

	streetNumber level = 2
	streetStreet level = 3
	streetClose  level = 4
	streetSame   level = 5

	placeArea   level = 2 // other codes of one postal area
	placeNear   level = 3
	placeCity   level = 4
	placePostal level = 5
	placeBoth   level = 6

	textPartial level = 2
	textClose   level = 3
	textSame    level = 4

	numberNear  level = 2
	numberClose level = 3
	numberSame  level = 4

	genderSame level = 2

	idConflict level = 1
	idSame     level = 2

	levels = 8
)

// comparisonNames are the names in the table of built-in weights.
var comparisonNames = [cmpExtra]string{"first_name", "last_name", "middle_name", "name_order", "birth_date", "email",
	"phone", "organisation", "street", "place", "street2", "gender", "title", "industry", "identifier"}

var extraWeights = map[extraKind]string{extraText: "text", extraNumber: "number", extraDate: "date"}

// outcome is what comparing two rows gave.
type outcome struct {
	levels [comparisons]level
	// rarity is how seldom the value that agrees is, in bits: -log2 of its
	// share; 0 where the comparison knows no frequencies.
	rarity [comparisons]float32
	// orgLike is the similarity of the company names in [0,1].
	orgLike float32
	// worded is set where the rarity of the organisation is the evidence of
	// its name as a whole.
	worded bool
}

// pattern packs the levels, three bits each.
type pattern uint64

func (o *outcome) pattern() pattern {
	var p pattern
	for c := range comparisons {
		p |= pattern(o.levels[c]) << (3 * c)
	}
	return p
}

// tallyKey is what learning keeps of an outcome: its pattern, and the rarity of
// what agrees wholly, in bits. Without it a list with two hundred people of
// one name would be learned to be two hundred rows of one person.
type tallyKey struct {
	pattern pattern
	// rarities hold first name, last name, organisation, place and the rarest
	// extra column, five bits each.
	rarities uint32
}

func (o *outcome) key() tallyKey {
	t := tallyKey{pattern: o.pattern()}
	if o.worded && o.levels[cmpOrg] != missing {
		t.rarities = wordedSlot(o.rarity[cmpOrg])
	}
	for c := range comparisons {
		if c == cmpOrg && o.worded {
			continue
		}
		if at, ok := raritySlot(c); ok && whole(c, o.levels[c]) {
			held := t.rarities >> (5 * at) & 31
			t.rarities += (max(held, uint32(min(31, o.rarity[c]+0.5))) - held) << (5 * at)
		}
	}
	return t
}

// wordedSlot keeps the evidence of a name in the five bits of its rarity, in
// whole bits from leastWorded on.
func wordedSlot(bits float32) uint32 {
	at, _ := raritySlot(cmpOrg)
	return uint32(min(31, max(0, math.Round(float64(bits))-leastWorded))) << (5 * at)
}

const leastWorded = -12

// rarity is the rarity of what agrees in a comparison.
func (t tallyKey) rarity(c comparison) float64 {
	at, _ := raritySlot(c)
	return float64(t.rarities >> (5 * at) & 31)
}

func raritySlot(c comparison) (int, bool) {
	switch {
	case c == cmpFirst:
		return 0, true
	case c == cmpLast:
		return 1, true
	case c == cmpOrg:
		return 2, true
	case c == cmpPlace:
		return 3, true
	case c >= cmpExtra:
		return 4, true
	}
	return 0, false
}

func (p pattern) level(c comparison) level { return level(p >> (3 * c) & 7) }

// weights are m and u of every level of every comparison.
type weights [comparisons][levels]struct{ m, u float64 }

// builtin are the shipped weights, extra columns by their kind.
func builtin(extras []extraColumn) *weights {
	w := new(weights)
	for c := range comparisons {
		var name string
		switch {
		case c < cmpExtra:
			name = comparisonNames[c]
		case int(c-cmpExtra) < len(extras):
			name = extraWeights[extras[c-cmpExtra].kind]
		}
		at := 0
		for _, lw := range market.LinkageWeights() {
			if lw.Comparison == name {
				at++
				w[c][at].m, w[c][at].u = lw.M, lw.U
			}
		}
	}
	return w
}
