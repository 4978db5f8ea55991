package clean

import (
	"strings"

	"goldpan/internal/market"
)

// Rating brings a credit rating onto the common scale "0" (do not sell on
// credit) to "4" (best). The scale is the column's: one mark means different
// things on different scales. ok is false where the scale is not known or does
// not know the mark ("not scored", "new").
func Rating(text, scale string) (string, bool) {
	key := strings.ToUpper(strings.ReplaceAll(strings.TrimSpace(text), " ", ""))
	if key == "" {
		return "", false
	}
	switch scale {
	case "dnb":
		key = dnbRisk(key)
	case "bdf", "bdf-old":
		if len(key) > 1 && isLetter(key[0]) && !isLetter(key[1]) {
			key = key[1:] // the letter is the turnover
		}
	}
	if level, ok := market.CommonRating(scale, key); ok {
		return level, true
	}
	return market.RatingWord(text)
}

// dnbRisk takes the risk indicator off a rating such as "5A1" or "AA2": the
// digit at the end; the rest is the company's strength.
func dnbRisk(key string) string {
	if strings.HasPrefix(key, "NQ") {
		return "NQ"
	}
	if last := key[len(key)-1]; last >= '1' && last <= '4' && (len(key) == 1 || isLetter(key[len(key)-2])) {
		return key[len(key)-1:]
	}
	if len(key) > 1 && key[len(key)-1] == '-' {
		return "-"
	}
	return key
}
