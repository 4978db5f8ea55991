package main

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Every country has what firms and people are made of.
func TestTables(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	for i, country := range countries {
		l := &tables.lands[i]
		if n := (len(l.women) + len(l.men)) * (len(l.surnames) + len(l.stems)*len(l.tails)); n < 30000 {
			t.Errorf("%s: only %d names", country, n)
		}
		for _, names := range [][]given{l.women, l.men} {
			for _, n := range names {
				if mailPart(n.name) == "" {
					t.Errorf("%s: no address can be made of %q", country, n.name)
				}
			}
		}
		if len(l.places) < 15 || len(l.streets) < 20 || len(l.forms) < 3 || len(l.patterns) < 6 {
			t.Errorf("%s: %d places, %d streets, %d legal forms, %d name patterns", country,
				len(l.places), len(l.streets), len(l.forms), len(l.patterns))
		}
		for area, blocks := range l.blocks {
			for _, b := range blocks {
				if strings.Trim(b, "0123456789xy ") != "" {
					t.Errorf("%s %s: %q is no block", country, area, b)
				}
			}
		}
	}
	for _, in := range tables.industries {
		for i, language := range languages {
			if in.text[i] == "" || in.words[i][0] == "" {
				t.Errorf("industry %s has no words in %s", in.code, language)
			}
		}
	}
}

// The first numbers of a block are all different.
func TestNumbersDiffer(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	for i, country := range countries {
		l := &tables.lands[i]
		for _, area := range []string{"mobile", l.places[0].areas[0]} {
			if country == "US" && area == "mobile" {
				continue
			}
			seen := map[string]bool{}
			for n := range uint32(5000) {
				s := l.number(area, n).digits()
				if seen[s] {
					t.Fatalf("%s %s: number %d is given a second time: %s", country, area, n, s)
				}
				seen[s] = true
			}
		}
	}
}

// Where a country sets numbers aside for fiction, small lists use no others.
func TestFictionFirst(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ country, area, begins string }{
		{"UK", "mobile", "7700900"}, {"UK", "20", "2079460"}, {"US", "312", "31255501"}, {"FR", "1", "19900"},
		{"FR", "mobile", "63998"}, {"DE", "30", "3023125"}, {"DE", "mobile", "17604069"},
	} {
		l, err := tables.land(c.country)
		if err != nil {
			t.Fatal(err)
		}
		for n := range uint32(100) {
			if got := l.number(c.area, n).digits(); !strings.HasPrefix(got, c.begins) {
				t.Fatalf("%s %s: %s does not begin with %s", c.country, c.area, got, c.begins)
			}
		}
	}
}

// Check digits of numbers that the registers have published.
func TestCheckDigits(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want int
	}{
		{"NIP 7740001454", nipCheck("774000145"), 4}, {"NIP 5250007738", nipCheck("525000773"), 8},
		{"NIP never issued", nipCheck("100000016"), 10},
		{"CUI 1590082", cuiCheck("159008"), 2}, {"CUI 2816464", cuiCheck("281646"), 4},
		{"orgnr 923609016", orgnrCheck("92360901"), 6}, {"orgnr 984851006", orgnrCheck("98485100"), 6},
		{"USt-IdNr DE143454214", ustCheck("14345421"), 4}, {"USt-IdNr DE123475223", ustCheck("12347522"), 3},
	} {
		if c.got != c.want {
			t.Errorf("%s: check digit %d, want %d", c.name, c.got, c.want)
		}
	}
	for body, want := range map[string]string{"55203253": "552032534", "5520325340064": "55203253400646"} {
		if got := luhn(body); got != want {
			t.Errorf("luhn(%s) = %s, want %s", body, got, want)
		}
	}
}

func TestPolishWomen(t *testing.T) {
	for man, woman := range map[string]string{"Kowalski": "Kowalska", "Sawicki": "Sawicka", "Zawadzki": "Zawadzka",
		"Nowak": "Nowak", "Zieliński-Bąk": "Zielińska-Bąk"} {
		if got := polishWoman(man); got != woman {
			t.Errorf("polishWoman(%s) = %s, want %s", man, got, woman)
		}
	}
}

// The encoders agree with a library's decoders.
func TestEncodings(t *testing.T) {
	const polish, french, norse = "Zażółć gęślą jaźń – ŁÓDŹ €", "Œuvre à 12 €, Noël, cœur", "Blåbær\tsyltetøy"
	b, err := windows1250(polish)
	check(t, b, err, polish, charmap.Windows1250.NewDecoder().Bytes)
	b, err = latin9(french)
	check(t, b, err, french, charmap.ISO8859_15.NewDecoder().Bytes)
	b, err = utf16LE(norse)
	check(t, b, err, norse, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes)
	if _, err := windows1250("ș"); err == nil {
		t.Error("windows1250 takes a letter it lacks")
	}
}

func check(t *testing.T, b []byte, err error, want string, decode func([]byte) ([]byte, error)) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := decode(b); err != nil || string(got) != want {
		t.Errorf("decoded to %q, %v, want %q", got, err, want)
	}
}
