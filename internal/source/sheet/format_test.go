package sheet

import (
	"strconv"
	"testing"
)

// TestFormats wants of each format and number what a list needs, and what a
// spreadsheet displays where that says all of it.
func TestFormats(t *testing.T) {
	for _, c := range []struct {
		code            string
		n               float64
		need, displayed string
	}{
		{"General", 48600123456, "48600123456", "48600123456"},
		{"0.00E+00", 48600123456, "48600123456", "48600123456"},
		{"0.00E+00", 48600000000, "48600000000", "4.86E+10"},
		{"##0.0E+0", 12300, "12300", "12.3E+3"},
		{"#,##0.00", 1234.5, "1234.5", "1,234.50"},
		{"#,##0.00", 1234.567, "1234.567", "1234.567"},
		{"#,##0.00_);(#,##0.00)", -1234.5, "-1234.5", "(1,234.50)"},
		{`_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)`, 0, "0", " $-   "},
		{`"$"#,##0`, -5, "-5", "-$5"},
		{"#,##0.00\\ [$zł-415]", 12.5, "12.5", "12.50 zł"},
		{`0.0,,"M"`, 1500000, "1500000", "1.5M"},
		{`0.0,,"M"`, 1540000, "1540000", "1540000"},
		{`0" kg"`, 12, "12", "12 kg"},
		{"#,##0 m", 12, "12", "12 m"},
		{".00", 1.5, "1.5", "1.50"},
		{"#.##", .5, "0.5", ".5"},
		{`General" pcs"`, 12, "12", "12 pcs"},
		{";;;", 12, "12", "12"},
		{"0%", .125, "13%", "13%"},
		{"0.0%", -.005, "-0.5%", "-0.5%"},
		{"00000", 1234, "01234", "01234"},
		{"00000", 1234.5, "1234.5", "1234.5"},
		{"000-00-0000", 1234567, "001-23-4567", "001-23-4567"},
		{"[<=9999999]###-####;(###) ###-####", 5550123, "555-0123", "555-0123"},
		{"[<=9999999]###-####;(###) ###-####", 2125550123, "(212) 555-0123", "(212) 555-0123"},
		{`"yes";"no";"none"`, 1, "yes", "yes"},
		{`"yes";"no";"none"`, -1, "no", "no"},
		{`"yes";"no";"none"`, 0, "none", "none"},
		{`[=1]"Yes";[=0]"No";0`, 0, "No", "No"},
		{`[=1]"Yes";[=0]"No";0`, 7, "7", "7"},
		{`[>=1000]0.0,"k";0`, 2500, "2500", "2.5k"},
		{"# ?/?", 1.5, "1.5", "1 1/2"},
		{"# ??/16", .3125, "0.3125", "  5/16"},
		{"# ?/?", 1.23, "1.23", "1.23"},
		{"m/d/yy", 46348, "2026-11-22", "11/22/26"},
		{"m/d/yy", 10000, "1927-05-18", "1927-05-18"},
		{"dd.mm.yyyy", 46348, "2026-11-22", "22.11.2026"},
		{"dd.mm.yyyy", 0, "1900-01-00", "00.01.1900"},
		{"dd.mm.yyyy", 60, "1900-02-29", "29.02.1900"},
		{"dddd, mmmm d, yyyy", 46348, "2026-11-22", "Sunday, November 22, 2026"},
		{"[$-409]d-mmm-yyyy;@", 46348, "2026-11-22", "22-Nov-2026"},
		{"[$-415]d mmmm yyyy;@", 46348, "2026-11-22", "2026-11-22"},
		{"[$-F800]dddd, mmmm dd, yyyy", 46348, "2026-11-22", "2026-11-22"},
		{"mmm-yy", 18568, "Nov-50", "Nov-50"},
		{"m/d/yyyy h:mm AM/PM", 46348.75, "2026-11-22 18:00:00", "11/22/2026 6:00 PM"},
		{"h:mm AM/PM", .5, "12:00:00", "12:00 PM"},
		{"h:mm", 46348.75, "2026-11-22 18:00:00", "2026-11-22 18:00:00"},
		{"[h]:mm", 1.5, "36:00:00", "36:00"},
		{"mm:ss.0", .5000058, "12:00:01", "00:00.5"},
		{"hh:mm:ss", .999999999, "00:00:00", "00:00:00"},
	} {
		f := parseFormat(c.code)
		if got := string(f.appendNumber(nil, strconv.AppendFloat(nil, c.n, 'g', -1, 64), false)); got != c.need {
			t.Errorf("%s of %v: %q, want %q", c.code, c.n, got, c.need)
		}
		if got := string(f.appendDisplayed(nil, c.n, false)); got != c.displayed {
			t.Errorf("%s of %v displayed: %q, want %q", c.code, c.n, got, c.displayed)
		}
	}
}

func TestTextFormats(t *testing.T) {
	for code, want := range map[string]string{"General": "x", "@": "x", `0;-0;0;"Mr "@`: "Mr x", `"Mr "@`: "Mr x", ";;;": "x", "0": "x"} {
		f := parseFormat(code)
		if got := string(f.appendText(nil, []byte("x"))); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

// FuzzFormat feeds format codes: none panics, and no number is lost without a
// word.
func FuzzFormat(f *testing.F) {
	for _, code := range []string{"[<=9]#?/??;[h]:mm:ss.00;0.0E+0;@", `_(* "x"#,##0.00,,%`, "[$-409]yyyy mmm ddd AM/PM b e", "0/0.0/?", "E+0]h0][m0"} {
		f.Add(code, 1234.5)
	}
	f.Fuzz(func(t *testing.T, code string, n float64) {
		if n != n || n-n != 0 || len(code) > 1000 {
			return
		}
		format := parseFormat(code)
		if len(format.appendDisplayed(nil, n, false)) == 0 || len(format.appendFloat(nil, n, true)) == 0 {
			t.Errorf("%q shows nothing of %v", code, n)
		}
	})
}
