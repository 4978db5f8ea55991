package market

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestKey(t *testing.T) {
	for _, c := range []struct{ in, key, german string }{
		{"", "", ""},
		{"abc", "abc", "abc"},
		{"  A.B,  c ", "a b c", "a b c"},
		{"Müller", "muller", "mueller"},
		{"Mueller", "mueller", "mueller"},
		{"Ås", "as", "aas"},
		{"Bjørn", "bjorn", "bjoern"},
		{"Łódź", "lodz", "lodz"},
		{"Größe", "grosse", "groesse"},
		{"Œuvre", "oeuvre", "oeuvre"},
		{"Ştefan Ţepeş", "stefan tepes", "stefan tepes"},
		{"Ștefan Țepeș", "stefan tepes", "stefan tepes"},
		{"O’Brien", "o brien", "o brien"},
		{"Jean–Luc", "jean luc", "jean luc"},
		{"a\u00a0b\u202fc", "a b c", "a b c"},
		{"so\u00adft\u200bly\ufeff", "softly", "softly"},
		{"Nguyễn Đức", "nguyen duc", "nguyen duc"},
		{"ÆRØ ıI", "aero ii", "aeroe ii"},
		{"ＡＢ１", "ab1", "ab1"},
		{"Иван", "иван", "иван"},
		{"£$%", "", ""},
	} {
		if got := Key(c.in); got != c.key {
			t.Errorf("Key(%q) = %q, want %q", c.in, got, c.key)
		}
		if got := GermanKey(c.in); got != c.german {
			t.Errorf("GermanKey(%q) = %q, want %q", c.in, got, c.german)
		}
		if got := Key(norm.NFD.String(c.in)); got != c.key {
			t.Errorf("Key of decomposed %q = %q, want %q", c.in, got, c.key)
		}
		if got := GermanKey(norm.NFD.String(c.in)); got != c.german {
			t.Errorf("GermanKey of decomposed %q = %q, want %q", c.in, got, c.german)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "a b", "Müller & Söhne", "\xff\xfe", "İstanbul", "a\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if k := Key(s); Key(k) != k {
			t.Errorf("Key is not idempotent on %q: %q, then %q", s, k, Key(k))
		}
		if k := GermanKey(s); GermanKey(k) != k {
			t.Errorf("GermanKey is not idempotent on %q", s)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		Key("Przedsiębiorstwo Handlowe Łódź")
		Key("Johnson Brothers")
		Key("johnson")
	}
}
