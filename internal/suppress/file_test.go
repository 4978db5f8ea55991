package suppress

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"goldpan/internal/contact"
)

// One list in every wrapping gives the same entries.
func TestLoadFile(t *testing.T) {
	text := "+48601234567\r\n212,5550100\r\nZakłady Próbne\r\n"
	var zipped, gzipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	for i, line := range strings.SplitAfter(text, "\n") {
		w, _ := z.Create("part" + string(rune('a'+i)) + ".txt")
		w.Write([]byte(line))
	}
	z.Create("folder/")
	z.Close()
	g := gzip.NewWriter(&gzipped)
	g.Write([]byte(text))
	g.Close()
	wide := func(order binary.AppendByteOrder) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune("\uFEFF" + text + "𝄞")) {
			b = order.AppendUint16(b, u)
		}
		return b
	}
	for name, content := range map[string][]byte{"plain.txt": []byte(text), "bom.txt": []byte("\uFEFF" + text), "numbers.zip": zipped.Bytes(), "numbers.gz": gzipped.Bytes(),
		"le.txt": wide(binary.LittleEndian), "be.txt": wide(binary.BigEndian)} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		s := NewSet(testConfig())
		if err := s.Add(List{}).LoadFile(path); err != nil {
			t.Fatal(err)
		}
		s.Seal()
		for _, rec := range []*contact.Record{record("phone", "+48601234567"), record("phone", "+12125550100"), record("company_key", "zaklady probne")} {
			if len(s.Match(rec)) != 1 {
				t.Errorf("%s: no hit for %s%s", name, rec.Values[contact.Phone], rec.Values[contact.CompanyKey])
			}
		}
	}
	err := NewSet(testConfig()).Add(List{}).LoadFile("nowhere.txt")
	if err == nil || !strings.Contains(err.Error(), "nowhere.txt") {
		t.Errorf("missing file: %v", err)
	}
}

func TestChangeList(t *testing.T) {
	s, l := setOf(t, List{}, "212,5550100,2026-11-01,A\n212,5550101,2026-11-01,D\n")
	if s.Match(record("phone", "+12125550100")) == nil || s.Match(record("phone", "+12125550101")) != nil || l.Loaded.Entries != 1 {
		t.Errorf("loaded %+v", l.Loaded)
	}
}

func TestCells(t *testing.T) {
	s := NewSet(testConfig())
	l := s.Add(List{})
	for i, row := range [][]string{{"212", "5550100"}, {"", "Zakłady Próbne"}, {"Jan Nowak", "jan@example.com", "601 234 567"}, {"Jan", "Nowak"}, {""}} {
		l.Cells(row, i+1)
	}
	s.Seal()
	for _, rec := range []*contact.Record{record("phone", "+12125550100"), record("company_key", "zaklady probne"), record("email_key", "jan@example.com"), record("mobile", "+48601234567")} {
		if len(s.Match(rec)) != 1 {
			t.Errorf("no hit for %v", rec.Values)
		}
	}
	if s.Match(record("company_key", "jan nowak")) != nil || s.Match(record("company_key", "nowak")) != nil || l.Loaded.Unusable != 1 || l.Loaded.Entries != 3 {
		t.Errorf("loaded %+v", l.Loaded)
	}
}

// A number that no plan knows still stops the row that has the same.
func TestUnusableNumberHits(t *testing.T) {
	s, _ := setOf(t, List{}, "", record("bad_phone", "+44 (0)7700 900 764"))
	if len(s.Match(record("bad_phone", "07700-900764", "email_key", "a@b.pl"))) != 1 {
		t.Error("no hit")
	}
	if s.Match(record("bad_phone", "07700 900765")) != nil {
		t.Error("a stranger is hit")
	}
}
