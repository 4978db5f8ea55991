package market

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSections(t *testing.T) {
	for _, c := range []struct{ revision, letter, first, last string }{
		{"2", "C", "10", "33"}, {"2", "G", "45", "47"}, {"2.1", "G", "46", "47"}, {"2", "K", "64", "66"},
		{"2.1", "K", "61", "63"}, {"2", "U", "99", "99"}, {"2.1", "V", "99", "99"},
	} {
		d := SectionDivisions(c.revision, c.letter)
		if len(d) == 0 || d[0] != c.first || d[len(d)-1] != c.last {
			t.Errorf("section %s of %s is %v", c.letter, c.revision, d)
		}
	}
	if SectionDivisions("2", "V") != nil || slices.Contains(SectionDivisions("2.1", "G"), "45") {
		t.Error("Rev. 2 has a section V, or Rev. 2.1 a division 45")
	}
}

// TestUSCodes wants every two-digit prefix of both US systems that is in use
// to have an answer, and every answer to be a NACE division.
func TestUSCodes(t *testing.T) {
	for _, p := range strings.Fields("11 21 22 23 31 32 33 42 44 45 48 49 51 52 53 54 55 56 61 62 71 72 81 92") {
		if NACEOfUS("NAICS", p+"1") == nil {
			t.Errorf("NAICS %s has no division", p)
		}
	}
	for _, p := range strings.Fields("01 02 07 08 09 10 12 13 14 15 16 17 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 " +
		"40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 67 70 72 73 75 76 78 79 80 81 82 83 84 86 87 88 91 92 93 94 95 96 97") {
		if NACEOfUS("SIC-US", p+"11") == nil {
			t.Errorf("SIC %s has no division", p)
		}
	}
	divisions := make(map[string]bool)
	for letter := 'A'; letter <= 'V'; letter++ {
		for _, d := range SectionDivisions("2.1", string(letter)) {
			divisions[d] = true
		}
	}
	for system, table := range industries().us {
		for prefix, to := range table {
			for _, d := range to {
				if !divisions[d] {
					t.Errorf("%s %s leads to %s, no division of Rev. 2.1", system, prefix, d)
				}
			}
		}
	}
	for _, c := range []struct {
		system, code string
		want         []string
	}{
		{"NAICS", "333993", []string{"28"}}, {"NAICS", "3254", []string{"21"}}, {"SIC-US", "7372", []string{"62", "63"}},
		{"SIC-US", "2834", []string{"21"}}, {"NAICS", "99", nil},
	} {
		if diff := cmp.Diff(c.want, NACEOfUS(c.system, c.code)); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", c.system, c.code, diff)
		}
	}
}

func TestNACE21Of(t *testing.T) {
	for code, want := range map[string][]string{
		"28": {"28"}, "2829": {"2829"}, "6201": {"6210"}, "45": {"46", "47", "95"}, "4520": {"9531"}, "6312": {"6039"},
	} {
		if diff := cmp.Diff(want, NACE21Of(code)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
}

func TestNACEOfWords(t *testing.T) {
	for text, want := range map[string]string{
		"Packaging": "17 22", "Producent opakowań": "17 22", "Maschinenbau": "28", "Produkcja maszyn": "28",
		"Computer Software": "62", "Oprogramowanie": "62", "Programvareutvikling": "62", "Transport routier de fret": "49",
		"Construcții de mașini": "28", "Bygg og anlegg": "41 42 43", "Hôtellerie": "55", "Restauration": "56",
		"Immobilien": "68", "Rechtsanwaltskanzlei": "69", "Food Production": "10", "Industria alimentară": "10",
		"Einzelhandel": "47", "Grosshandel mit Holz": "46", "Information Technology & Services": "62", "IT": "62", "Italian cuisine": "", "Food": "10",
		"Food & Beverages": "10 11", "Building Materials": "23", "Produkcja farb i lakierów": "20", "Bearbeiding av fisk": "10",
		"Transformation de la viande": "10", "Güterbeförderung": "49", "Oil & Energy": "35", "Internet": "63",
		"Barrister": "", "Qqq": "",
	} {
		if got := strings.Join(NACEOfWords(Key(text)), " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestIndustrySystems(t *testing.T) {
	for name, want := range map[string]IndustrySystem{
		"PKD 2007": {"PKD", "NACE", "2"}, "pkd": {"PKD", "NACE", ""}, "NACE Rev. 2.1": {"NACE", "NACE", "2.1"},
		"SIC": {"SIC-US", "SIC-US", ""}, "SIC-UK": {"SIC-UK", "NACE", "2"}, "NAICS": {"NAICS", "NAICS", ""},
	} {
		got, ok := ParseIndustrySystem(name)
		if !ok || got != want {
			t.Errorf("%s: %v %v, want %v", name, got, ok, want)
		}
	}
	if _, ok := ParseIndustrySystem("PKX"); ok {
		t.Error("PKX is read as a system")
	}
	if !slices.IsSorted(IndustrySystems()) {
		t.Error("the systems are not sorted")
	}
}
