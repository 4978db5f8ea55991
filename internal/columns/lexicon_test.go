package columns

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"goldpan/internal/market"
)

// TestLexicon: every row of the header table names a known target and a sane
// weight, and no label stands under two sure targets of one language.
func TestLexicon(t *testing.T) {
	table, err := os.ReadFile("../market/data/headers.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for number, line := range strings.Split(string(table), "\n") {
		if line == "" || line[0] == '#' || strings.HasPrefix(line, "target,") {
			continue
		}
		rows++
		cells := strings.Split(line, ",")
		if len(cells) != 4 || len(cells[1]) != 2 || cells[3] == "" {
			t.Errorf("line %d: %q", number+1, line)
			continue
		}
		switch kind, rest, _ := strings.Cut(cells[0], ":"); kind {
		case "affix":
			if !strings.Contains("person company neutral second foreign", rest) {
				t.Errorf("line %d: affix %q", number+1, rest)
			}
		case "unit":
			factor, _, _ := strings.Cut(rest, ":")
			if n, err := strconv.ParseFloat(factor, 64); err != nil || n < 1 {
				t.Errorf("line %d: unit %q", number+1, rest)
			}
		default:
			if _, ok := parseTarget(cells[0]); !ok {
				t.Errorf("line %d: no target is called %q", number+1, cells[0])
			}
		}
		if cells[2] != "" {
			if w, err := strconv.ParseFloat(cells[2], 64); err != nil || w <= 0 || w > 1 {
				t.Errorf("line %d: weight %q", number+1, cells[2])
			}
		}
	}
	if rows < 500 {
		t.Errorf("only %d rows", rows)
	}
}

// TestLayoutTable: every rule of a layout names a known target, every layout
// can be recognised.
func TestLayoutTable(t *testing.T) {
	layouts := market.Layouts()
	if len(layouts) < 25 {
		t.Fatalf("only %d layouts", len(layouts))
	}
	for _, l := range layouts {
		if l.Need < 1 || l.Need > len(l.Signature) {
			t.Errorf("%s %s: %d of %d labels needed", l.Vendor, l.Name, l.Need, len(l.Signature))
		}
		for _, r := range l.Rules {
			if _, ok := parseTarget(r.Target); !ok || r.Label == "" || r.Unit < 0 {
				t.Errorf("%s: rule %+v", l.Vendor, r)
			}
		}
	}
}
