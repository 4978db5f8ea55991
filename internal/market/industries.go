package market

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/industries.csv
var industriesFile string

// industryTable is the industry data, read once.
type industryTable struct {
	sections map[string][]string            // revision and letter to divisions
	moved    map[string][]string            // Rev. 2 code to Rev. 2.1 codes
	us       map[string]map[string][]string // system, prefix to NACE prefixes
	words    []industryWord                 // narrow before broad, longest first
}

type industryWord struct {
	key      string
	prefixes []string
}

// broad tells a word for a whole section ("production"), which says less than
// any narrower word beside it.
func (w industryWord) broad() bool { return len(w.prefixes) > 4 }

var industries = sync.OnceValue(func() industryTable { return readIndustries(industriesFile) })

func readIndustries(file string) industryTable {
	t := industryTable{sections: map[string][]string{}, moved: map[string][]string{},
		us: map[string]map[string][]string{"NAICS": {}, "SIC-US": {}}}
	for line := range strings.Lines(file) {
		cells := strings.Split(strings.TrimSpace(line), "|")
		switch cells[0] {
		case "section":
			for d := cells[3]; d <= cells[4]; d = nextDivision(d) {
				t.sections[cells[1]+cells[2]] = append(t.sections[cells[1]+cells[2]], d)
			}
		case "moved":
			t.moved[cells[1]] = strings.Fields(cells[2])
		case "us":
			t.us[cells[1]][cells[2]] = strings.Fields(cells[3])
		case "word":
			for _, w := range strings.Split(cells[2], ",") {
				t.words = append(t.words, industryWord{Key(w), strings.Fields(cells[1])})
			}
		}
	}
	slices.SortStableFunc(t.words, func(a, b industryWord) int {
		if a.broad() != b.broad() {
			return map[bool]int{true: 1, false: -1}[a.broad()]
		}
		return len(b.key) - len(a.key)
	})
	return t
}

// nextDivision counts a two-digit code up by one.
func nextDivision(d string) string {
	if d[1] == '9' {
		return string([]byte{d[0] + 1, '0'})
	}
	return string([]byte{d[0], d[1] + 1})
}

// IndustrySystem is a system of industry codes. Family is NACE for all
// national systems that share its first four digits (PKD, CAEN, NAF, SN, WZ,
// SIC-UK), else NAICS or SIC-US. Revision is "2", "2.1", or "" where the name
// leaves it open.
type IndustrySystem struct {
	Name     string // as CodeSystem spells it without its version: PKD
	Family   string
	Revision string
}

// industrySystems are the names of systems and what they are built on.
var industrySystems = map[string]IndustrySystem{
	"NACE": {"NACE", "NACE", ""}, "NACE2": {"NACE", "NACE", "2"}, "NACE2.1": {"NACE", "NACE", "2.1"},
	"PKD": {"PKD", "NACE", ""}, "PKD2007": {"PKD", "NACE", "2"}, "PKD2025": {"PKD", "NACE", "2.1"},
	"CAEN": {"CAEN", "NACE", ""}, "CAEN2": {"CAEN", "NACE", "2"}, "CAEN3": {"CAEN", "NACE", "2.1"},
	"NAF": {"NAF", "NACE", ""}, "APE": {"NAF", "NACE", ""}, "NAF2": {"NAF", "NACE", "2"}, "NAF2025": {"NAF", "NACE", "2.1"},
	"SN": {"SN", "NACE", ""}, "SN2007": {"SN", "NACE", "2"}, "SN2025": {"SN", "NACE", "2.1"},
	"WZ": {"WZ", "NACE", ""}, "WZ2008": {"WZ", "NACE", "2"}, "WZ2025": {"WZ", "NACE", "2.1"},
	"SIC-UK": {"SIC-UK", "NACE", "2"}, "UKSIC": {"SIC-UK", "NACE", "2"}, "SIC2007": {"SIC-UK", "NACE", "2"},
	"ISIC": {"ISIC", "NACE", "2"}, "NOGA": {"NOGA", "NACE", "2"},
	"NAICS": {"NAICS", "NAICS", ""}, "NAICS2022": {"NAICS", "NAICS", ""}, "NAICS2017": {"NAICS", "NAICS", ""},
	"SIC": {"SIC-US", "SIC-US", ""}, "SIC-US": {"SIC-US", "SIC-US", ""}, "USSIC": {"SIC-US", "SIC-US", ""},
}

// ParseIndustrySystem finds a system by the name of a profile or a record:
// NACE, NACE2, NACE2.1, PKD2007, "PKD 2025", NAF2, SIC-UK, NAICS.
func ParseIndustrySystem(name string) (IndustrySystem, bool) {
	s, ok := industrySystems[strings.ToUpper(strings.NewReplacer(" ", "", "_", "-", "REV.", "", "Rev.", "").Replace(name))]
	return s, ok
}

// IndustrySystems lists the names ParseIndustrySystem understands, sorted.
func IndustrySystems() []string {
	var names []string
	for n := range industrySystems {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// SectionDivisions lists the two-digit divisions of a section letter in a
// revision of NACE ("2" or "2.1"); nil where there is no such letter.
func SectionDivisions(revision, letter string) []string {
	return industries().sections[revision+letter]
}

// NACEOfUS gives the NACE prefixes that a NAICS or US SIC code may stand for,
// by the longest prefix known.
func NACEOfUS(system, code string) []string {
	table := industries().us[system]
	for n := len(code); n > 0; n-- {
		if prefixes, ok := table[code[:n]]; ok {
			return prefixes
		}
	}
	return nil
}

// NACE21Of gives the Rev. 2.1 codes that a Rev. 2 code became: itself, where
// it did not move.
func NACE21Of(code string) []string {
	moved := industries().moved
	for n := len(code); n >= 2; n-- {
		if to, ok := moved[code[:n]]; ok {
			return to
		}
	}
	return []string{code}
}

// NACEOfWords gives the NACE prefixes that words for an industry may stand
// for, by the longest word of the table found in the text (a match key, see
// Key), words for whole sections last; nil where no word is known.
func NACEOfWords(key string) []string {
	for _, w := range industries().words {
		if hasWordStart(key, w.key) {
			return w.prefixes
		}
	}
	return nil
}

// hasWordStart tells whether a key holds a word at the beginning of one of its
// words. Words of up to three letters must match whole.
func hasWordStart(key, word string) bool {
	for from := 0; ; {
		i := strings.Index(key[from:], word)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(word)
		if (i == 0 || key[i-1] == ' ') && (len(word) > 3 || end == len(key) || key[end] == ' ') {
			return true
		}
		from = i + 1
	}
}
