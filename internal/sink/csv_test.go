package sink

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

func TestGuarded(t *testing.T) {
	for cell, want := range map[string]bool{
		"": false, "Acme": false, "=1+1": true, "+SUM(A1)": true, "-cmd|x": true, "@SUM": true, "\tx": true, "\rx": true,
		"＝1": true, "＋x": true, "－x": true, "＠x": true, "  =1": true, "\u00a0=1": true, "\n=1": true, "\u3000＝1": true,
		"+48 22 555 01 00": false, "-5": false, "+1 (212) 555-0100": false, "-1.234,50": false, "+48/22": false,
		"+48 22 555 01 00 x3": true, "-": true, "+": true, " +48": true, "--5": true, "1=2": false, "'=1": false, "   ": false, "a\t=": false,
	} {
		if got := Guarded(cell); got != want {
			t.Errorf("Guarded(%q) = %v", cell, got)
		}
	}
}

func TestCSVLines(t *testing.T) {
	var buf bytes.Buffer
	c := NewCSV(&buf)
	for _, row := range [][]string{{"a", "b"}, {"x,y", `say "hi"`}, {"two\nlines", "=1"}, {"=\"x\"", "+48 1"}, {""}, {"", ""}, {"bad\xffbyte", "ż"}} {
		c.Row(row...)
	}
	c.Int(-3)
	c.Probability(0.98765)
	c.End()
	if err := c.Flush(); err != nil {
		t.Fatal(err)
	}
	want := "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",'=1\n\"'=\"\"x\"\"\",+48 1\n\"\"\n,\nbad\uFFFDbyte,ż\n-3,0.9877\n"
	if d := cmp.Diff(want, buf.String()); d != "" {
		t.Error(d)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("a", "b,c", "\"")
	f.Add("=1", "\r\n", " ＝")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var buf bytes.Buffer
		w := NewCSV(&buf)
		w.Row(a, b, c)
		w.Row("end", "", "")
		w.Flush()
		r := csv.NewReader(&buf)
		rows, err := r.ReadAll()
		if err != nil || len(rows) != 2 || len(rows[0]) != 3 {
			t.Fatalf("%q: %v, %v", []string{a, b, c}, rows, err)
		}
		for i, cell := range []string{a, b, c} {
			want := strings.ToValidUTF8(cell, "\uFFFD")
			if Guarded(cell) {
				want = "'" + want
			}
			// The reader takes CR LF inside a cell for LF.
			if want = strings.ReplaceAll(want, "\r\n", "\n"); rows[0][i] != want {
				t.Errorf("%q came back as %q", cell, rows[0][i])
			}
			if !utf8.ValidString(rows[0][i]) {
				t.Errorf("%q is not UTF-8", rows[0][i])
			}
		}
	})
}

func TestColumnsAndLinesAgree(t *testing.T) {
	rec := &contact.Record{}
	for f := range contact.NumFields {
		rec.Values[f] = f.String()
	}
	place := Place{contact.List{Path: "list", Sheet: "sheet"}, 7}
	for _, c := range []struct {
		name    string
		columns []string
		write   func(*CSV)
	}{
		{"prospects", ProspectColumns(), func(w *CSV) {
			w.Prospect(&Prospect{Rank: 1, ContactID: "contact_id", Tier: "tier", Score: "score", Reach: "reach", Why: "why", AskAbout: "ask_about",
				Rep: "rep", PersonID: "person_id", AccountID: "account_id", HouseholdID: "household_id", Record: rec, MayCall: "may_call", MayEmail: "may_email",
				ContactRule: "contact_rule", NoticeDue: "notice_due", Temperature: "temperature", Vendor: "vendor", Purchased: "purchased",
				Place: place, MergedRows: "merged_rows"})
		}},
		{"rejects", RejectColumns(), func(w *CSV) {
			w.Reject(&Reject{Place: place, Reasons: []contact.Reason{"reason"}, Detail: "detail", Record: rec})
		}},
		{"duplicates", DuplicateColumns(), func(w *CSV) {
			w.Duplicate(&Duplicate{Place: place, ClusterID: "cluster_id", Kept: place, Evidence: "evidence"})
		}},
		{"dedupe", DedupeColumns(), func(w *CSV) { w.Clustered(place, "cluster_id", "account_id", 1) }},
		{"clean", CleanColumns(), func(w *CSV) { w.Clean(place, rec) }},
		{"review", ReviewColumns(), func(w *CSV) { w.Review(&ReviewRow{Evidence: "evidence"}) }},
	} {
		var buf bytes.Buffer
		w := NewCSV(&buf)
		c.write(w)
		w.Flush()
		row, err := csv.NewReader(&buf).Read()
		if err != nil || len(row) != len(c.columns) {
			t.Fatalf("%s: %d cells for %d columns, %v", c.name, len(row), len(c.columns), err)
		}
		for i, name := range c.columns {
			switch row[i] {
			case "", "0", "1", "7", "0.0000", "1.0000", "qualify":
			default:
				if row[i] != name && !strings.HasPrefix(name, "kept_") && name != "reasons" {
					t.Errorf("%s: %q stands under %s", c.name, row[i], name)
				}
			}
		}
	}
}

func TestProspectColumnsAreTheContract(t *testing.T) {
	want := "rank contact_id fate tier score reach target means authority why ask_about rep name_prefix first_name middle_name last_name " +
		"name_suffix title seniority department company person_id account_id household_id tax_id industry employees revenue currency street city " +
		"postal_code region country email email_kind phone mobile best_phone time_zone website birth_date may_call may_email contact_rule " +
		"notice_due temperature stage vendor purchased list sheet row merged_rows"
	if d := cmp.Diff(strings.Fields(want), ProspectColumns()); d != "" {
		t.Error(d)
	}
}

func TestCSVDoesNotAllocate(t *testing.T) {
	c := NewCSV(io.Discard)
	row := benchRow(1)
	if n := testing.AllocsPerRun(1000, func() { c.Row(row...) }); n != 0 {
		t.Errorf("%v allocations a row", n)
	}
}

func BenchmarkCSV(b *testing.B) {
	c := NewCSV(io.Discard)
	row := benchRow(1)
	size := len(strings.Join(row, ",")) + 1
	b.SetBytes(int64(size))
	for b.Loop() {
		c.Row(row...)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

func BenchmarkEncodingCSV(b *testing.B) {
	c := csv.NewWriter(io.Discard)
	row := benchRow(1)
	for b.Loop() {
		c.Write(row)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}

// TestCSVLinesOfAnother puts lines that another CSV formatted between its own.
func TestCSVLinesOfAnother(t *testing.T) {
	var apart, buf bytes.Buffer
	other := NewCSV(&apart)
	other.Row("b", "=2")
	other.Flush()
	c := NewCSV(&buf)
	c.Row("a", "1")
	if err := c.Lines(apart.Bytes()); err != nil {
		t.Fatal(err)
	}
	c.Row("c", "3")
	c.Flush()
	if got, want := buf.String(), "a,1\nb,'=2\nc,3\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestScanCell holds the table of bytes to the rule in words.
func TestScanCell(t *testing.T) {
	for _, text := range []string{"", "plain", "a,b", "a\"b", "a\nb", "a\rb", "ż", "ż,", "a;b\tc", "\xff", strings.Repeat("x", 300) + ","} {
		quote, ascii := scanCell(text)
		if want := strings.ContainsAny(text, ",\"\n\r"); quote != want {
			t.Errorf("%.20q: quote %t, want %t", text, quote, want)
		}
		if want := strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 }) < 0; ascii != want {
			t.Errorf("%.20q: ascii %t, want %t", text, ascii, want)
		}
	}
}
