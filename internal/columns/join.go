package columns

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// value puts the pieces of a field together.
func (j *join) value(cells []string, numberFirst bool) string {
	get := func(p Part) string {
		for _, s := range j.parts {
			if s.part == p && s.column < len(cells) {
				return strings.TrimSpace(cells[s.column])
			}
		}
		return ""
	}
	switch j.glue {
	case asDate:
		return j.date(cells, get)
	case asRange:
		return joinRange(get(RevenueMin)+get(EmployeesMin), get(RevenueMax)+get(EmployeesMax))
	case asPhone:
		return joinPhone(get(DialCode), get(""), get(Extension))
	case asStreet:
		return joinStreet(get(StreetType), get(""), get(HouseNumber)+get(HouseLetter), numberFirst)
	case asPrefix:
		return joinPrefix(get(""), get(Academic))
	case asZip:
		if zip, four := get(""), get(Zip4); len(zip) != 5 || len(four) != 4 {
			return zip
		} else {
			return zip + "-" + four
		}
	}
	sep := " "
	if j.glue == asUnit {
		sep = ", "
	}
	return j.all(cells, sep)
}

// all joins every piece that is there in the order of the columns.
func (j *join) all(cells []string, sep string) string {
	out, n := "", 0
	for _, s := range j.parts {
		if s.column >= len(cells) {
			continue
		}
		text := strings.TrimSpace(cells[s.column])
		if text == "" {
			continue
		}
		if n++; n == 1 {
			out = text
		} else {
			out += sep + text
		}
	}
	return out
}

// date joins year, month and day as an ISO date. Joined columns (--map
// by+bm+bd) are told apart by their values: the year has four digits, the
// order given is the order read.
func (j *join) date(cells []string, get func(Part) string) string {
	year, month, day := get(BirthYearOf), get(BirthMonth), get(BirthDay)
	if year == "" && month == "" && day == "" {
		var given []string
		for _, s := range j.parts {
			if s.column < len(cells) {
				given = append(given, strings.TrimSpace(cells[s.column]))
			}
		}
		if len(given) != 3 {
			return j.all(cells, " ")
		}
		year, month, day = given[0], given[1], given[2]
		if len(year) != 4 && len(day) == 4 {
			year, day = day, year
		}
	}
	if len(year) != 4 || !digits(year) {
		return ""
	}
	if len(month) < 1 || len(month) > 2 || !digits(month) {
		return year
	}
	if len(day) < 1 || len(day) > 2 || !digits(day) {
		return year + "-" + padTwo(month)
	}
	return year + "-" + padTwo(month) + "-" + padTwo(day)
}

func padTwo(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

func joinRange(lo, hi string) string {
	switch {
	case lo == "" || lo == hi:
		return hi
	case hi == "":
		return lo + "+"
	}
	return lo + "-" + hi
}

// joinPhone puts a dialling code before a number that has none and an
// extension behind it.
func joinPhone(code, number, extension string) string {
	if number == "" {
		return ""
	}
	if code != "" && !strings.HasPrefix(number, "+") && !strings.HasPrefix(number, "00") {
		number = code + " " + number
	}
	if extension != "" {
		number += " ext. " + extension
	}
	return number
}

// joinPrefix puts an academic title behind the form of address, once. Where
// the second column holds the form of address again, the first is enough.
func joinPrefix(address, title string) string {
	lower := strings.ToLower(title)
	switch {
	case title == "" || address != "" && market.NameMarks(strings.TrimRight(lower, "."))&market.PlainMark != 0 || strings.Contains(strings.ToLower(address), lower):
		return address
	case address == "" || strings.HasPrefix(lower, strings.ToLower(address)):
		return title
	}
	return address + " " + title
}

// joinStreet puts the type of street and the house number where the country
// writes them.
func joinStreet(kind, street, number string, numberFirst bool) string {
	if street == "" {
		if numberFirst {
			return ""
		}
		return number // villages without streets number their houses
	}
	if kind != "" && !strings.HasPrefix(strings.ToLower(street), strings.ToLower(kind)+" ") {
		street = kind + " " + street
	}
	switch {
	case number == "" || strings.HasSuffix(street, " "+number) || strings.HasPrefix(street, number+" "):
		return street
	case numberFirst:
		return number + " " + street
	}
	return street + " " + number
}

// numberFirst tells whether the list's country writes house numbers before
// the street; without a country, its labels' language tells.
func numberFirst(m *Mapping) bool {
	switch m.Hints.Country {
	case "FR", "GB", "US", "AU", "CA", "IE":
		return true
	case "":
		return m.HeaderLang != "pl" && m.HeaderLang != "ro" && m.HeaderLang != "no" && m.HeaderLang != "de"
	}
	return false
}

// splitCityLine takes "Springfield, IL 62701", "00-950 Warszawa", "75008
// PARIS" and "London SW1A 1AA" apart. What it cannot split stays the city.
func splitCityLine(text string, r *contact.Record) {
	text = strings.TrimSpace(text)
	city, code := text, ""
	words := strings.Fields(text)
	if n := len(words); n >= 2 {
		switch {
		case isPostalWord(words[0]):
			code, city = words[0], strings.Join(words[1:], " ")
		case n >= 3 && market.CountryOfPostal(words[n-2]+" "+words[n-1]) != "":
			code, city = words[n-2]+" "+words[n-1], strings.Join(words[:n-2], " ")
		case isPostalWord(words[n-1]):
			code, city = words[n-1], strings.Join(words[:n-1], " ")
		}
	}
	city = strings.Trim(city, " ,;-/")
	region, country := "", ""
	if i := strings.LastIndexByte(city, ','); i > 0 {
		if _, ok := market.Country(strings.TrimSpace(city[i+1:])); ok && (code == "" || strings.Count(city, ",") > 1) && !isState(strings.TrimSpace(city[i+1:])) {
			city, country = strings.TrimSpace(city[:i]), strings.TrimSpace(city[i+1:])
		}
	}
	if i := strings.LastIndexByte(city, ','); i > 0 {
		city, region = strings.TrimSpace(city[:i]), strings.TrimSpace(city[i+1:])
	} else if i := strings.LastIndexByte(city, ' '); i > 0 && len(city)-i == 3 && isUpper(city[i+1]) && isUpper(city[i+2]) && code != "" {
		city, region = strings.TrimSpace(city[:i]), city[i+1:]
	}
	set := func(f contact.Field, v string) {
		if r.Values[f] == "" {
			r.Values[f] = v
		}
	}
	set(contact.City, city)
	set(contact.PostalCode, code)
	set(contact.Region, region)
	set(contact.Country, country)
}

// isState tells whether two letters are an American state: "CA" and "DE" are
// countries as well, but not behind a city.
func isState(text string) bool {
	_, ok := market.Region("US", text)
	return ok && len(text) == 2
}

// isPostalWord tells whether one word is a postal code.
func isPostalWord(word string) bool {
	word = strings.Trim(word, ",")
	if digits(word) {
		return len(word) >= 4 && len(word) <= 6
	}
	return market.CountryOfPostal(word) != "" || len(word) > 5 && word[2] == '-' && isUpper(word[0]) && digits(word[3:])
}
