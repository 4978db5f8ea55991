package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// repeat writes n rows.
func repeat(n int, row func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(row(i))
	}
	return b.String()
}

// TestGovernment reads invented files in the manner of statistical offices and
// open-data portals: preambles, units, labels that count, notes, totals.
func TestGovernment(t *testing.T) {
	ages := make([]string, 30)
	for i := range ages {
		ages[i] = fmt.Sprint(i)
	}
	years := make([]string, 25)
	for i := range years {
		years[i] = fmt.Sprint(1996 + i)
	}
	for name, c := range map[string]struct {
		text   string
		header []string
		row    int // of the header
		counts map[RowKind]int
		first  string // row
	}{
		"ages as labels": {
			"\"Table 1: Population estimates by region, 2020\"\n\"Source: the Office, 12 May 2021\"\n\"\"\n\"Code\",\"Name\",\"All ages\",\"" + strings.Join(ages, `","`) + "\"\n" +
				repeat(20, func(i int) string {
					return fmt.Sprintf("\"E%08d\",\"Region %d, North\",%d%s\n", i, i, 5000+i, strings.Repeat(fmt.Sprintf(",%d", 4000+i*37), 30))
				}) + "\"\"\n\"Notes\"\n\"1. Figures may not sum due to rounding, and other things.\"\n\"2. More notes\"\n",
			append([]string{"Code", "Name", "All ages"}, ages...), 4, map[RowKind]int{DataRow: 20, FooterRow: 3}, "E00000000"},
		"years as labels": {
			"\ufeff\"Data Source\",\"Indicators of the World\",\n\n\"Last Updated Date\",\"2021-07-30\",\n\n\"Country Name\",\"Country Code\",\"" + strings.Join(years, `","`) + "\",\n" +
				repeat(20, func(i int) string {
					return fmt.Sprintf("\"Land %d, The\",\"L%02d\"%s,\n", i, i, strings.Repeat(fmt.Sprintf(",\"%d.5\"", 100+i), 25))
				}),
			append([]string{"Country Name", "Country Code"}, years...), 5, map[RowKind]int{DataRow: 20}, "Land 0, The"},
		"unit row and a rule": {
			"Tabelle: 12411-0001\nBevölkerung: Stichtag\nFortschreibung des Bevölkerungsstandes\nDeutschland\nStichtag;Bevölkerungsstand\n;Anzahl\n" +
				repeat(20, func(i int) string { return fmt.Sprintf("31.12.%d;%d\n", 1950+i, 50000000+i) }) +
				"__________\nDie Angaben beziehen sich auf den Gebietsstand ab 1990.\n© Amt, 2021\nStand: 13.12.2021 / 10:00:00\n",
			[]string{"Stichtag", "Bevölkerungsstand Anzahl"}, 5, map[RowKind]int{DataRow: 20, RepeatedHeader: 1, FooterRow: 3}, "31.12.1950"},
		"group row and a total": {
			"Urząd Statystyczny;;;;\nStan na dzień 31.12.2020;;;;\n;;;;\nKod;Nazwa;Ludność;;Uwagi\n;;ogółem;kobiety;\n" +
				repeat(20, func(i int) string { return fmt.Sprintf("%07d;Gmina %d;%d;%d;\n", 146000+i, i, 1000*i+7, 500*i+3) }) + "Razem;;20000;10000;\n;;;;\nŹródło: Urząd;;;;\n",
			[]string{"Kod", "Nazwa", "Ludność ogółem", "Ludność kobiety", "Uwagi"}, 4, map[RowKind]int{DataRow: 20, TotalRow: 1, FooterRow: 1}, "0146000"},
		"count below": {
			"Rapport des entreprises\r\nExtraction du 12/03/2021\r\n\r\nSIREN;Dénomination;Adresse;CP;Ville\r\n" +
				repeat(12, func(i int) string {
					return fmt.Sprintf("%09d;Société %d;%d rue de l'Église;0%d;Orléans\r\n", 123456789+i, i, i+1, 1000+i)
				}) + "\r\nNombre de lignes : 12\r\n",
			[]string{"SIREN", "Dénomination", "Adresse", "CP", "Ville"}, 4, map[RowKind]int{DataRow: 12, FooterRow: 1}, "123456789"},
		"total at the right": {
			"Department spend over 25k\nDepartment,Entity,Date,Supplier,Transaction,Amount\n" +
				repeat(12, func(i int) string {
					return fmt.Sprintf("DfX,Core,%02d/03/2020,\"ACME, Ltd %d\",%d,\"%d,345.00\"\n", i+1, i, 50000+i, i+1)
				}) + ",,,,Total,\"345,000.00\"\n",
			[]string{"Department", "Entity", "Date", "Supplier", "Transaction", "Amount"}, 2, map[RowKind]int{DataRow: 12, TotalRow: 1}, "DfX"},
		"prose above, notes below": {
			"Spending of the county, by supplier, and refunds\nPeriod: April, 2021\nSupplier,Purpose\n" +
				repeat(12, func(i int) string { return fmt.Sprintf("Firm %c,Repairs of roads\n", 'A'+i) }) +
				"Notes:\n1. Suppliers are named as they sign, and may change.\n(2) Refunds, if any, are left out\nContact: office@example.com, +44 20 7946 0000\n",
			[]string{"Supplier", "Purpose"}, 3, map[RowKind]int{DataRow: 12, FooterRow: 4}, "Firm A"},
		"settings above two columns": {
			"Region:,North\nYear:,2021\nCity,Country\n" + repeat(9, func(i int) string { return fmt.Sprintf("City %c,Norway\n", 'A'+i) }) + "(9 rows affected)\n",
			[]string{"City", "Country"}, 3, map[RowKind]int{DataRow: 9, FooterRow: 1}, "City A"},
		"years and units below a group": {
			"Kod;Nazwa;ludność;ludność;ludność\n;;2018;2019;2020\n;;[osoba];[osoba];[osoba]\n" +
				repeat(12, func(i int) string { return fmt.Sprintf("%07d;Gmina %d;%d;%d;%d\n", i, i, 1000+i, 1001+i, 1002+i) }),
			[]string{"Kod", "Nazwa", "ludność 2018 [osoba]", "ludność 2019 [osoba]", "ludność 2020 [osoba]"}, 1, map[RowKind]int{DataRow: 12}, "0000000"},
		"numbers of columns": {
			"Lp.;Firma;Miejscowość;Kwota\n(1);(2);(3);(4)\n" + repeat(9, func(i int) string { return fmt.Sprintf("%d;Firma %d;Kraków;%d,50\n", i+1, i, i*100) }),
			[]string{"Lp.", "Firma", "Miejscowość", "Kwota"}, 1, map[RowKind]int{DataRow: 9}, "1"},
		"labels in two languages": {
			"Kraj;Liczba;Udział\nCountry;Number;Share\n" + repeat(9, func(i int) string { return fmt.Sprintf("Land %d;%d;%d,2\n", i, i*7, i) }),
			[]string{"Kraj Country", "Liczba Number", "Udział Share"}, 1, map[RowKind]int{DataRow: 9}, "Land 0"},
		"pages": {
			"Register\nPage 1 of 2\n\nCode,Name,Amount\n" + repeat(5, func(i int) string { return fmt.Sprintf("%03d,Firm %d,%d.00\n", i, i, i*10) }) +
				"\nPage 2 of 2\n\nCode,Name,Amount\n" + repeat(4, func(i int) string { return fmt.Sprintf("%03d,Firm %d,%d.00\n", i+5, i, i*10) }) + ",,95.00\n",
			[]string{"Code", "Name", "Amount"}, 4, map[RowKind]int{DataRow: 9, RepeatedHeader: 1, FooterRow: 1, TotalRow: 1}, "000"},
		"columns aligned with blanks": {
			"ID     Name            City          Amount\n" + repeat(12, func(i int) string {
				return fmt.Sprintf("%-6d %-15s %-11s %8d\n", i, fmt.Sprintf("Firm %d", i), "Oslo", i*100)
			}),
			[]string{"ID", "Name", "City", "Amount"}, 1, map[RowKind]int{DataRow: 12}, "0"},
	} {
		t.Run(name, func(t *testing.T) {
			tables := readText(t, c.text, Options{})
			if len(tables) != 1 {
				t.Fatalf("%d tables", len(tables))
			}
			tb := tables[0]
			if diff := cmp.Diff(c.header, tb.Header); diff != "" {
				t.Error(diff)
			}
			if tb.HeaderRow != c.row {
				t.Errorf("header in row %d, want %d", tb.HeaderRow, c.row)
			}
			counts := map[RowKind]int{}
			for i, r := range allRows(t, tb) {
				counts[r.Kind]++
				if i == 0 && r.Cells[0] != c.first {
					t.Errorf("first row %q", r.Cells)
				}
			}
			if diff := cmp.Diff(c.counts, counts); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestFirstRowOfNumbers keeps a first row 1, 2, 3 where numbers follow.
func TestFirstRowOfNumbers(t *testing.T) {
	rows := [][]string{{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}}
	header := []string{"a", "b", "c"}
	checkTable(t, readText(t, plainDialect.table(header, rows), Options{}), header, rows)
}

// TestStacked reads tables one below the other: the first shorter than the
// second, and two of the same width with other kinds of values.
func TestStacked(t *testing.T) {
	staff := "name,city,role,since\n" + repeat(3, func(i int) string { return fmt.Sprintf("Person %c,Oslo,buyer,unknown\n", 'A'+i) })
	wide := "id,firm,amount,date,paid\n" + repeat(8, func(i int) string { return fmt.Sprintf("%d,Firm %c,%d.50,2026-01-%02d,yes\n", i, 'A'+i, i*7, i+1) })
	sums := "id,amount,tax,year\n" + repeat(5, func(i int) string { return fmt.Sprintf("%d,%d.50,%d.10,2020\n", i, i*9, i) })
	for name, text := range map[string]string{"short first": staff + "\n" + wide, "same width": staff + "\n" + sums, "no blank line": sums + wide} {
		t.Run(name, func(t *testing.T) {
			tables, rows := readText(t, text, Options{}), 0
			for _, tb := range tables {
				if tb.HeaderRow == 0 {
					t.Error("a table without header")
				}
				rows += len(dataOf(allRows(t, tb)))
			}
			if want := strings.Count(strings.ReplaceAll(text, "\n\n", "\n"), "\n") - 2; len(tables) != 2 || rows != want {
				t.Errorf("%d tables of %d rows, want 2 of %d", len(tables), rows, want)
			}
		})
	}
}

// TestTotals knows sums and subtotals in the languages of the lists, and tells
// them from firms that only sound like it.
func TestTotals(t *testing.T) {
	for _, word := range []string{"Total", "Sub-total:", "Grand Total", "TOTALS", "Razem", "Suma", "Ogółem", "ŁĄCZNIE", "Total general", "Totalt", "Sum", "Delsum", "I alt", "Sous-total", "Total général", "Summe", "Zwischensumme", "Gesamt", "Insgesamt", "Total (12)"} {
		if !isTotal([]string{word, "", "12", ""}) {
			t.Errorf("%s is no total", word)
		}
	}
	if !isTotal([]string{"Subtotal North", "", "12", ""}) {
		t.Error("a subtotal with its group's name is none")
	}
	for _, row := range [][]string{{"Subtotal North", "Oslo", "12", ""}, {"Total Energies", "Paris", "12"}, {"Sum", "Oslo", "12"}, {"Summer Ltd", "", "5"}, {"Gesamt GmbH", "", ""}, {"Razem Sp. z o.o.", "", "3"}} {
		if isTotal(row) {
			t.Errorf("%q is a total", row)
		}
	}
}

// TestCleaning is what cells lose on the way in.
func TestCleaning(t *testing.T) {
	for cell, want := range map[string]string{
		"plain":                     "plain",
		"a\x00b\x07c":               "abc",
		"Tom &amp; Jerry":           "Tom & Jerry",
		"Caf&#233; &quot;Bar&quot;": `Café "Bar"`,
		"R&D; Sales":                "R&D; Sales",
		"<b>Bold</b> Ltd<br/>Oslo":  "Bold Ltd Oslo",
		"5 < 6 > 4":                 "5 < 6 > 4",
		"Jan <jan@example.com>":     "Jan <jan@example.com>",
		"'=1+1":                     "=1+1",
		"'@home":                    "@home",
		"' +48 22":                  " +48 22",
		"'t Hof":                    "'t Hof",
		"'quoted'":                  "'quoted'",
		"two\nlines":                "two\nlines",
	} {
		if got := (cleaning{guarded: true}).cells([]string{cell})[0]; got != want {
			t.Errorf("%q became %q, want %q", cell, got, want)
		}
		raw := (cleaning{verbatim: true, guarded: true}).cells([]string{cell})[0]
		if keep := strings.NewReplacer("\x00", "", "\x07", "").Replace(cell); raw != keep {
			t.Errorf("%q became %q although verbatim", cell, raw)
		}
	}
}
