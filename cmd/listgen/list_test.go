package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// made runs listgen and reads back what it wrote.
type made struct {
	dir, list, truth string
	bytes            []byte
	rows             [][]string // with the header, and title lines if any
	who              [][]string // truth, without its header
}

func makeList(t *testing.T, name string, args ...string) made {
	t.Helper()
	m := made{dir: t.TempDir()}
	m.list, m.truth = filepath.Join(m.dir, name), filepath.Join(m.dir, "truth.csv")
	if err := run(append(args, "-o", m.list, "--truth", m.truth), io.Discard); err != nil {
		t.Fatal(err)
	}
	var err error
	if m.bytes, err = os.ReadFile(m.list); err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(name) == ".csv" {
		m.rows = readCSV(t, m.list)
	}
	m.who = readCSV(t, m.truth)[1:]
	return m
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestListShape(t *testing.T) {
	m := makeList(t, "list.csv", "--rows", "20000", "--seed", "3")
	rows := m.rows[1:]
	if len(rows) != 20000 || len(m.who) != 20000 {
		t.Fatalf("%d rows, %d in truth, want 20000", len(rows), len(m.who))
	}
	for i, row := range rows {
		if len(row) != 16 {
			t.Fatalf("row %d has %d cells", i+2, len(row))
		}
	}
	if mean := len(m.bytes) / len(m.rows); mean < 210 || mean > 250 {
		t.Errorf("%d bytes a row, want about 230", mean)
	}

	clusters := map[string][]string{}
	for i, who := range m.who {
		clusters[who[1]] = append(clusters[who[1]], strings.Join(rows[i], "|"))
	}
	var extra, exact, large int
	for _, c := range clusters {
		extra += len(c) - 1
		slices.Sort(c)
		exact += len(c) - len(slices.Compact(c))
		if len(c) > 5 {
			large++
		}
	}
	if share := float64(extra) / float64(len(rows)); share < 0.2 || share > 0.3 {
		t.Errorf("%.1f%% of the rows are duplicates, want 20 to 30", 100*share)
	}
	if share := float64(exact) / float64(extra); share < 0.05 || share > 0.2 {
		t.Errorf("%.1f%% of the duplicates are letter by letter, want some, at most 20", 100*share)
	}
	if large*20 > len(clusters) {
		t.Errorf("%d of %d contacts have more than five rows", large, len(clusters))
	}
}

func TestSameSeedSameList(t *testing.T) {
	a := makeList(t, "list.csv", "--rows", "500", "--seed", "7")
	b := makeList(t, "list.csv", "--rows", "500", "--seed", "7")
	c := makeList(t, "list.csv", "--rows", "500", "--seed", "8")
	if !bytes.Equal(a.bytes, b.bytes) {
		t.Error("two lists of one seed differ")
	}
	if bytes.Equal(a.bytes, c.bytes) {
		t.Error("lists of two seeds are the same")
	}
}

// Truth counts rows as a spreadsheet does: title and blank lines too.
func TestTruthNamesTheRow(t *testing.T) {
	for _, args := range [][]string{{"--rows", "800"}, {"--rows", "800", "--preamble"}} {
		m := makeList(t, "list.csv", args...)
		lines := map[int]string{}
		scan := bufio.NewScanner(bytes.NewReader(m.bytes))
		for n := 1; scan.Scan(); n++ {
			lines[n] = scan.Text()
		}
		tables, err := readTables()
		if err != nil {
			t.Fatal(err)
		}
		w := newWorld(tables, 1, bought(800))
		for _, who := range m.who {
			n, _ := strconv.Atoi(who[0])
			cells, err := csv.NewReader(strings.NewReader(lines[n])).Read()
			if err != nil {
				t.Fatalf("%v: row %d: %v", args, n, err)
			}
			c, _ := strconv.Atoi(who[1][1:])
			found := false
			for v := range uint32(w.copies[c-1]) {
				row := w.row(uint32(c-1), v)
				found = found || slices.Equal(cells, row[:])
			}
			if !found {
				t.Fatalf("%v: row %d is not contact %s: %q", args, n, who[1], lines[n])
			}
		}
	}
}

// What identifies one person identifies no other, and namesakes, families and
// people who changed jobs occur.
func TestPeople(t *testing.T) {
	tables, err := readTables()
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(tables, 5, bought(30000))
	emails, mobiles := map[string]uint32{}, map[string]uint32{}
	names, jobs := map[string]int{}, map[uint32]int{}
	var front, relatives int
	for c := range uint32(len(w.contacts)) {
		k, person := w.card(c), w.contacts[c].person
		if k.role {
			front++
		} else if other, taken := emails[k.email]; taken && other != c {
			t.Errorf("contacts %d and %d share %s", other, c, k.email)
		}
		if !k.role {
			emails[k.email] = c
		}
		tel := countryCodes[k.firm.plan.country] + k.who.mobile.digits()
		if other, taken := mobiles[tel]; taken && other != person {
			t.Errorf("people %d and %d share %s", other, person, tel)
		}
		mobiles[tel] = person
		names[k.who.first+" "+k.who.last]++
		jobs[person]++
		if k.firm.plan.kin != w.contacts[c].firm {
			relatives++
			kin := w.firm(k.firm.plan.kin)
			if kin.street != k.firm.street || kin.postal != k.firm.postal || w.familyName(k.firm.plan.kin) != k.who.lastMan {
				t.Errorf("%s is no relative at one address of %s", k.firm.core, kin.core)
			}
		}
	}
	var namesakes, moved int
	for _, n := range names {
		if n > 1 {
			namesakes += n
		}
	}
	for _, n := range jobs {
		if n > 1 {
			moved++
		}
	}
	for what, n := range map[string]int{"namesakes": namesakes, "job changes": moved, "role mailboxes": front, "relatives": relatives} {
		if n < 20 {
			t.Errorf("%d %s in %d contacts", n, what, len(w.contacts))
		}
	}
}

// The rows of a contact are spread over the list.
func TestDuplicatesStandApart(t *testing.T) {
	m := makeList(t, "list.csv", "--rows", "5000")
	beside := 0
	for i := 1; i < len(m.who); i++ {
		if m.who[i][1] == m.who[i-1][1] {
			beside++
		}
	}
	if beside > 25 {
		t.Errorf("%d duplicates stand beside their like", beside)
	}
}

func TestWorkbookReadsBack(t *testing.T) {
	text := makeList(t, "list.csv", "--rows", "300", "--preamble")
	m := makeList(t, "list.xlsx", "--rows", "300", "--preamble")
	book, err := excelize.OpenFile(m.list)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(rows), 304; got != want {
		t.Fatalf("%d rows, want %d", got, want)
	}
	for i, row := range rows[3:] { // GetRows drops empty cells at the end
		want := text.rows[i+2] // encoding/csv skips the blank line
		if got := append(row, make([]string, columns-len(row))...); !slices.Equal(got, want) {
			t.Fatalf("row %d is %q, in the CSV %q", i+4, got, want)
		}
	}
}

func TestSuppressionList(t *testing.T) {
	stop := filepath.Join(t.TempDir(), "stop.csv")
	m := makeList(t, "list.csv", "--rows", "4000", "--suppressed", "0.05", "--suppress-out", stop)
	listed := map[string]bool{}
	for _, who := range m.who {
		if who[4] == "yes" {
			listed[who[1]] = true
		}
	}
	entries := readCSV(t, stop)[1:]
	if len(entries) != len(listed) || len(listed) < 100 {
		t.Fatalf("%d entries for %d suppressed contacts", len(entries), len(listed))
	}
	hashed := 0
	for _, e := range entries {
		if len(e[0])+len(e[1])+len(e[3]) == 0 {
			t.Fatalf("entry %q names nobody", e)
		}
		if !strings.Contains(e[0], "@") && len(e[0]) >= 32 {
			hashed++
		}
	}
	if hashed == 0 {
		t.Error("no entry is a hash")
	}
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{
		{}, {"-o", "list.pdf"}, {"-o", "list.csv", "--rows", "0"}, {"-o", "list.csv", "--suppressed", "2"},
		{"-o", "list.csv", "extra"}, {"--nonsense"},
	} {
		if err := run(args, io.Discard); err == nil {
			t.Errorf("%q is accepted", args)
		}
	}
}
