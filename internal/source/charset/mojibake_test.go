package charset

import (
	"strings"
	"testing"
)

// misread is UTF-8 read as a code page.
func misread(t *testing.T, text, page string) string {
	t.Helper()
	return decode(t, []byte(text), page)
}

func TestRepair(t *testing.T) {
	for lang, text := range texts {
		words := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' })
		for _, page := range []string{"windows-1252", "windows-1250", "iso-8859-1", "macintosh"} {
			var once, twice []string
			for _, w := range words {
				o := misread(t, w, page)
				once = append(once, o)
				twice = append(twice, misread(t, o, page))
			}
			if r := FindRepair(words); r != nil {
				t.Errorf("%s: sound text taken for mojibake of %s", lang, r.Page)
			}
			for times, bad := range map[int][]string{1: once, 2: twice} {
				r := FindRepair(bad)
				if r == nil || r.Times != times {
					t.Errorf("%s read as %s %d times: %+v", lang, page, times, r)
					continue
				}
				for i, w := range words {
					if got := r.Text(bad[i]); got != w {
						t.Errorf("%s read as %s %d times: %q, want %q", lang, page, times, got, w)
					}
				}
			}
		}
	}
}

// TestNoRepair leaves alone what only looks like mojibake here and there.
func TestNoRepair(t *testing.T) {
	for _, words := range [][]string{
		{"SÃO PAULO", "SÃO JOSÉ", "AÇÃO"},
		{"Müller®", "Größe", "NESTLÉ®"},
		{"plain", "ASCII"},
	} {
		if r := FindRepair(words); r != nil {
			t.Errorf("%q taken for mojibake of %s", words, r.Page)
		}
	}
}

// TestMend repairs single texts and leaves sound ones alone.
func TestMend(t *testing.T) {
	for garbled, want := range map[string]string{
		"CafÃ© Zorn":              "Café Zorn",
		"MÃ¼ller, Łódź":           "Müller, Łódź",
		"WrocÅ‚aw":                "Wrocław",
		"BÅ\u0082aszczyk":         "Błaszczyk",
		"ÃƒÂ–sterreich":           "Österreich",
		"Ă–sterreich":             "Österreich",
		"KrakĂłw":                 "Kraków",
		"L‚Äôh√¥tel":              "L’hôtel",
		"M├╝ller & S├╢hne":        "Müller & Söhne",
		"РџСЂРёРІРµС‚":            "Привет",
		"ДЊenД›k":                 "Čeněk",
		"voilÃ  le travail":       "voilà le travail",
		"Ã la carte":              "à la carte",
		"10Â €":                   "10\u00a0 €",
		"â€œWordâ€\u009d, itâ€™s": "“Word”, it’s",
		"â€œWordâ€\ufffd":         "“Word”",
		"\u0093Word\u0094":        "“Word”",
		"ðŸ˜€ hi":                 "😀 hi",
		"Ð\u009fÑ\u0080Ð¸":        "При",
	} {
		if got := Mend(garbled); got != want {
			t.Errorf("%q: %q, want %q", garbled, got, want)
		}
	}
	for _, sound := range []string{"NESTLÉ®", "SÃO PAULO", "AMANHÃ VAI", "IRMÃ’S", "x = √π", "MÜLLER…", "CAFÉ—BAR", "É “X”", "┌─┐│x│└─┘", "ПРИВЕТ", "Müller™", "HOT¡¡",
		"4288×…", "AHÅ™, the sofa", "Ä – Ö", "Œuvre", "Άλφα", "日本語", "ÎŢI"} {
		if got := Mend(sound); got != sound {
			t.Errorf("%q becomes %q", sound, got)
		}
	}
	r := FindRepair([]string{"Müller", "Größe", "CafÃ©", "Łódź"})
	if r == nil || r.Text("CafÃ©") != "Café" || r.Text("Größe") != "Größe" {
		t.Errorf("one garbled cell among sound ones: %+v", r)
	}
}

func FuzzMend(f *testing.F) {
	f.Add("CafÃ© Ã  la")
	f.Add("‚Äô├╢Ă–")
	f.Fuzz(func(t *testing.T, text string) {
		if once := Mend(text); Mend(once) != once {
			t.Errorf("%q becomes %q, then %q", text, once, Mend(once))
		}
	})
}
