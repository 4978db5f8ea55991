package market

import (
	"maps"
	"slices"
	"sync"
)

var officialRegions = sync.OnceValue(func() map[string][]string {
	byCountry := map[string][]string{}
	for country, names := range regionNames() {
		byCountry[country] = slices.Compact(slices.Sorted(maps.Values(names)))
	}
	return byCountry
})

// Regions lists the regions of a country by the names goldpan writes, sorted;
// none where it knows none. The list is shared: do not change it.
func Regions(country string) []string { return officialRegions()[country] }
