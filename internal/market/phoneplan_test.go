package market

import (
	"fmt"
	"strings"
	"testing"
)

// TestFictionalClass holds the look at five digits to a look at every range,
// for numbers in and beside each.
func TestFictionalClass(t *testing.T) {
	ranges := fictionalRanges().ranges
	plain := func(e164 string) (kind string, ok bool) {
		for _, r := range ranges {
			if strings.HasPrefix(e164, r.prefix) && (r.country != "GB" || len(e164) == 13) && (r.country != "FR" && r.country != "AU" || len(e164) == 12) {
				return r.kind, true
			}
		}
		return "", false
	}
	found := 0
	for _, r := range ranges {
		for digit := range 100 {
			for _, cut := range []int{0, 1, 2} { // in the range, and where its last digits differ
				for _, length := range []int{11, 12, 13} {
					number := r.prefix[:len(r.prefix)-cut] + fmt.Sprintf("%02d", digit) + "1234567"
					number = number[:length]
					kind, _, ok := FictionalClass([]byte(number))
					if wantKind, want := plain(number); ok != want || kind != wantKind {
						t.Fatalf("%s: got %q %t, want %q %t", number, kind, ok, wantKind, want)
					}
					if ok {
						found++
					}
				}
			}
		}
	}
	if found < 1000 {
		t.Errorf("only %d of the numbers are fictional", found)
	}
	for _, text := range []string{"", "+44", "+44x/-.y7700", "+4477009000000000000"} {
		FictionalPhone(text)
	}
}
