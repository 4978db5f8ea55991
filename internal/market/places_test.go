package market

import (
	"strings"
	"testing"
)

func TestPlacesAreAllRead(t *testing.T) {
	lines := 0
	for line := range strings.Lines(placesFile) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		lines++
		cells := strings.Split(line, ";")
		if len(cells) != 4 || !IsCountryCode(cells[0]) {
			t.Errorf("line %q is not country;names;latitude;longitude", line)
			continue
		}
		for _, name := range strings.Split(cells[1], "/") {
			p, ok := Place(cells[0], name)
			if !ok || p.Lat < -50 || p.Lat > 75 || p.Lon < -160 || p.Lon > 155 {
				t.Errorf("%s %s is at %v, %v", cells[0], name, p, ok)
			}
		}
	}
	if lines < 400 {
		t.Errorf("only %d places", lines)
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		country, town string
		lat           float64
	}{
		{"PL", "WARSZAWA", 52.23}, {"PL", "lodz", 51.76}, {"DE", "Muenchen", 48.14}, {"DE", "Munich", 48.14},
		{"RO", "Bucuresti", 44.43}, {"NO", "Tromso", 69.65}, {"", "Oslo", 59.91},
		{"US", "Birmingham", 33.52}, {"GB", "Birmingham", 52.48},
	} {
		if p, ok := Place(c.country, c.town); !ok || p.Lat != c.lat {
			t.Errorf("Place(%q, %q) = %v, %v; want latitude %v", c.country, c.town, p, ok, c.lat)
		}
	}
	for _, town := range []string{"", "Nowhere"} {
		if p, ok := Place("PL", town); ok {
			t.Errorf("Place of %q is %v", town, p)
		}
	}
}
