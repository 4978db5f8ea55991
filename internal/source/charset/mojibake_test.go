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
		{"Ã©", "Müller", "Größe", "Łódź"},
		{"plain", "ASCII"},
	} {
		if r := FindRepair(words); r != nil {
			t.Errorf("%q taken for mojibake of %s", words, r.Page)
		}
	}
}
