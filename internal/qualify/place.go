package qualify

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// buildDistance compiles kilometres from a place. A contact's own coordinates
// (columns latitude and longitude) count first, else the middle of its town;
// towns that are not in the table are unknown.
func buildDistance(p *Plan, c Criterion) (check, []contact.Problem) {
	var problems []contact.Problem
	at, ok := placeOf(c.From, p.config.Country)
	if !ok {
		problems = append(problems, contact.Problem{Path: c.path() + ".from",
			Message: quoted(c.From) + ` is no place we know; write "latitude,longitude" such as "52.23,21.01"`})
	}
	if c.MaxKm <= 0 {
		problems = append(problems, contact.Problem{Path: c.path() + ".max_km", Message: "max_km is a number of kilometres above 0"})
	}
	if problems != nil {
		return check{}, problems
	}
	away := func(j *Judge, s *Subject) (km float64, ok bool) {
		here, ok := j.coordinates(s)
		return kilometres(at, here), ok
	}
	return check{
		wanted: p.say("within", "{n}", number(c.MaxKm), "{c}", c.From),
		answer: func(j *Judge, s *Subject) contact.Answer {
			km, ok := away(j, s)
			if !ok {
				return contact.Unknown
			}
			return yesIf(km <= c.MaxKm)
		},
		have: func(j *Judge, s *Subject) string {
			if km, ok := away(j, s); ok {
				return p.say("away", "{c}", s.Rec.Values[contact.City], "{n}", strconv.FormatFloat(km, 'f', 0, 64))
			}
			return p.say("nowhere", "{c}", s.Rec.Values[contact.City])
		},
		looser: func(j *Judge, s *Subject) (Step, bool) {
			km, ok := away(j, s)
			return stepTo(span{km, km}, math.Inf(-1), c.MaxKm), ok
		},
	}, nil
}

// placeOf reads "latitude,longitude", "town" or "country:town".
func placeOf(text, country string) (market.Point, bool) {
	if lat, lon, ok := strings.Cut(text, ","); ok {
		if p, ok := pointOf(lat, lon); ok {
			return p, true
		}
	}
	if code, town, ok := strings.Cut(text, ":"); ok && len(code) == 2 {
		country, text = strings.ToUpper(code), town
	}
	return market.Place(country, text)
}

func pointOf(lat, lon string) (market.Point, bool) {
	a, err := strconv.ParseFloat(strings.TrimSpace(lat), 64)
	b, err2 := strconv.ParseFloat(strings.TrimSpace(lon), 64)
	ok := err == nil && err2 == nil && a >= -90 && a <= 90 && b >= -180 && b <= 180
	return market.Point{Lat: a, Lon: b}, ok
}

// coordinates finds where a contact is.
func (j *Judge) coordinates(s *Subject) (market.Point, bool) {
	if len(j.latitude) > 0 && len(j.longitude) > 0 {
		lat, lon := "", ""
		for _, x := range s.Rec.Extras {
			switch {
			case slices.Contains(j.latitude, int(x.Label)):
				lat = x.Value
			case slices.Contains(j.longitude, int(x.Label)):
				lon = x.Value
			}
		}
		if p, ok := pointOf(strings.ReplaceAll(lat, ",", "."), strings.ReplaceAll(lon, ",", ".")); ok {
			return p, true
		}
	}
	if city := s.Rec.Values[contact.City]; city != "" {
		return market.Place(j.country(s), city)
	}
	return market.Point{}, false
}

// coordinateLabels are the usual labels of coordinate columns.
var coordinateLabels = [2][]string{
	{"latitude", "lat", "gps latitude", "szerokość geograficzna", "latitudine", "breddegrad", "breite"},
	{"longitude", "lon", "lng", "long", "gps longitude", "długość geograficzna", "longitudine", "lengdegrad", "länge"},
}

// coordinateColumns are the labels of columns that distances read.
func (p *Plan) coordinateColumns() []string {
	if !slices.ContainsFunc(p.config.Criteria, func(c Criterion) bool { return c.Name == "distance" && !c.Custom }) {
		return nil
	}
	return slices.Concat(coordinateLabels[0], coordinateLabels[1])
}

// extrasNamed are the extra columns with one of the labels.
func extrasNamed(columns Columns, labels []string) []int {
	wanted := keys(labels)
	var found []int
	for i, have := range columns.Extras {
		if slices.Contains(wanted, market.Key(have)) {
			found = append(found, i)
		}
	}
	return found
}

// kilometres is the great-circle distance by the haversine formula
// (R. W. Sinnott, Sky and Telescope 68, 1984) on a sphere of 6371 km.
func kilometres(a, b market.Point) float64 {
	rad := math.Pi / 180
	lat, lon := (b.Lat-a.Lat)*rad/2, (b.Lon-a.Lon)*rad/2
	h := math.Sin(lat)*math.Sin(lat) + math.Cos(a.Lat*rad)*math.Cos(b.Lat*rad)*math.Sin(lon)*math.Sin(lon)
	return 2 * 6371 * math.Asin(math.Min(1, math.Sqrt(h)))
}
