package market

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/places.csv
var placesFile string

// Point is a place on the earth in degrees.
type Point struct{ Lat, Lon float64 }

// places maps country and key of the town's name to its middle.
var places = sync.OnceValue(func() map[[2]string]Point {
	table := make(map[[2]string]Point)
	for line := range strings.Lines(placesFile) {
		cells := strings.Split(strings.TrimSpace(line), ";")
		if len(cells) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		lat, err := strconv.ParseFloat(cells[2], 64)
		lon, err2 := strconv.ParseFloat(cells[3], 64)
		if err != nil || err2 != nil {
			continue // a test checks that every line is read
		}
		for _, name := range strings.Split(cells[1], "/") {
			at := Point{lat, lon}
			for _, key := range [2]string{Key(name), GermanKey(name)} {
				table[[2]string{cells[0], key}] = at
				if _, taken := table[[2]string{"", key}]; !taken {
					table[[2]string{"", key}] = at // without a country: the first of the file
				}
			}
		}
	}
	return table
})

// Place is the middle of a town of a country (alpha-2; "" any). Only larger
// towns of the home markets are known.
func Place(country, town string) (Point, bool) {
	p, ok := places()[[2]string{country, Key(town)}]
	if !ok {
		p, ok = places()[[2]string{country, CityKey(town)}]
	}
	return p, ok
}
