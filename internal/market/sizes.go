package market

import (
	_ "embed"
	"sync"
)

//go:embed data/staff_bands.csv
var staffBandFile string

var staffBands = sync.OnceValue(func() map[string]string {
	bands := map[string]string{}
	for row := range dataRows(staffBandFile) {
		bands[row[0]] = row[1]
	}
	return bands
})

// InseeBand is the staff band ("10-19", "10000+") behind a code of the French
// statistics office's tranche d'effectif; "" when the code is none.
func InseeBand(code string) string {
	if len(code) == 1 {
		code = "0" + code // a lost zero
	}
	return staffBands()[code]
}
