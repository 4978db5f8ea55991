package sink

import (
	"bytes"
	"fmt"
	"iter"
	"os"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// sampleRows are invented contacts.
func sampleRows(n int) iter.Seq[CallRow] {
	firms := []string{"Zakłady Próbne Sp. z o.o.", "Ambalaj Exemplu S.R.L.", "Prøve Emballasje AS", "Conserverie d'Essai SAS", "Muster Abfüllwerk GmbH & Co. KG"}
	names := []string{"Ewa Próbna", "Ion Exemplu", "Kari Prøve", "Anne d'Essai", "Dr. Max Mustermann"}
	titles := []string{"Dyrektor zakupów", "Director general", "Innkjøpssjef", "Directrice des achats et de la logistique", "Technischer Leiter"}
	phones := []string{"+48225550100", "+40721555010", "+4722555010", "+33155501001", "+4930555010020"}
	return func(yield func(CallRow) bool) {
		for i := range n {
			k := i % 5
			row := CallRow{Number: i + 1, Tier: string(rune('A' + i*3/max(n, 1))), Reach: 1 + i%5, Company: firms[k], Name: names[k], Title: titles[k],
				Phone: phones[k], CallBetween: "9–12, 14–17", Why: fmt.Sprintf("Manufacturer, %d staff, %s, direct phone", 40+i*7, titles[k]),
				Ask: "Turnover of the last year? Who signs orders above 250,000 EUR?", Email: fmt.Sprintf("contact%d@example.com", i),
				Phone2: "+442079460000", City: "Łódź", Source: fmt.Sprintf("inbox/acme-2026.xlsx#Lista:%d", i+5), ContactID: fmt.Sprintf("c%013d", i),
				Rule: "PL-call-business-1", RuleText: "Consent of the subscriber before the first call", NoticeDue: "2026-12-01"}
			if !yield(row) {
				return
			}
		}
	}
}

func sampleList(lang string, rows int) *CallList {
	return &CallList{
		Lang: lang, AsOf: "2026-11-22",
		Summary: Summary{Profile: "samples/profile.yaml", Rows: 2013, Unique: 1480, InMarket: 412, Callable: 187,
			Lists: []ListScore{
				{List: contact.List{Path: "inbox/acme-2026.xlsx", Sheet: "Lista"}, Vendor: "Acme Data", Rows: 812, Merged: 120, Rejected: 500, Prospects: 150, Suspects: 42, Callable: 90, PerContact: "13.33 EUR"},
				{List: contact.List{Path: "inbox/exhibitors.csv"}, Rows: 1201, Merged: 413, Rejected: 568, Prospects: 160, Suspects: 60, Callable: 97},
				{List: contact.List{Path: "inbox/broken.xls"}, Error: "is encrypted: ask the vendor for a copy without a password"},
			},
			Reasons: []ReasonCount{{"target-employees", 401}, {contact.TooThin, 220}, {"target-industry", 180}, {contact.Customer, 61}, {contact.Suppressed, 33}, {contact.BadRow, 2}},
			Best:    slices.Collect(sampleRows(5)),
			Notes:   []string{"dnc.txt: age unknown: give the list a date in the profile."},
		},
		Reps:       []RepSheet{{Name: "Ewa", Rows: sampleRows(rows)}, {Name: "Jan O'Brien", Rows: sampleRows(rows / 2)}},
		Reserve:    sampleRows(rows / 3),
		Consent:    sampleRows(12),
		WriteFirst: sampleRows(7),
		Gaps: func(yield func(GapRow) bool) {
			yield(GapRow{Company: "Zakłady Próbne Sp. z o.o.", Missing: "employees", Question: "How many people work for you?", Contacts: 3,
				Best: "Ewa Próbna, Dyrektor zakupów", Phone: "+48225550100", Website: "proba.example", TaxID: "5260000000", City: "Łódź", Country: "PL", AccountID: "a000"})
		},
		Review: func(yield func(ReviewRow) bool) {
			side := ReviewSide{Place: Place{contact.List{Path: "inbox/a.csv"}, 17}, Name: "Ewa Próbna", Company: "Zakłady Próbne", Email: "ewa@example.com", Phone: "+48225550100", City: "Łódź"}
			for range 3 {
				if !yield(ReviewRow{Probability: 0.83, Evidence: "same company +6.1, surname 1 letter off +4.1, no email 0.0", A: side, B: side}) {
					return
				}
			}
		},
		Legend: Legend{Tiers: []LegendEntry{{"A", "70 points and more"}}, Criteria: []LegendEntry{{"target-employees", "20 to 500 employees"}},
			Rules: []LegendEntry{{"PL-call-business-1", "Poland: calls to businesses need consent (Electronic Communications Law, art. 398)"}}},
	}
}

func TestCallListReadsBack(t *testing.T) {
	var buf bytes.Buffer
	if err := sampleList("en", 40).Write(&buf); err != nil {
		t.Fatal(err)
	}
	if path := os.Getenv("GOLDPAN_KEEP"); path != "" { // to look at it
		os.WriteFile(path, buf.Bytes(), 0o600)
	}
	f, err := excelize.OpenReader(bytes.NewReader(buf.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := []string{"Summary", "Ewa", "Jan O’Brien", "Reserve", "Needs consent", "Write first", "Gaps", "Review", "Legend"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets %q", got)
	}
	rows, err := f.GetRows("Ewa")
	if err != nil {
		t.Fatal(err)
	}
	head := []string{"#", "Grade", "Company", "Name", "Title", "Phone", "Call between", "Why", "Ask", "Outcome", "Next date", "Notes",
		"Better contact", "second phone", "Email", "City", "Source", "contact_id"}
	if !slices.Equal(rows[0], head) {
		t.Errorf("header %q", rows[0])
	}
	if len(rows) != 41 || rows[1][1] != "A1" || rows[1][5] != "+48 22 555 01 00" || rows[40][17] != "c0000000000039" {
		t.Errorf("rows %d, first %q, last %q", len(rows), rows[1], rows[len(rows)-1])
	}
	for _, sheet := range f.GetSheetList() {
		rows, _ := f.GetRows(sheet)
		for r, row := range rows {
			for c := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := f.GetCellFormula(sheet, cell); formula != "" {
					t.Fatalf("%s!%s holds a formula", sheet, cell)
				}
			}
		}
	}
	checks, _ := f.GetDataValidations("Ewa")
	if len(checks) != 2 || checks[0].Sqref != "J2:J41" || checks[1].Sqref != "K2:K41" {
		t.Errorf("validations %+v", checks)
	}
}

func TestCallListSameBytes(t *testing.T) {
	var first []byte
	for range 5 {
		var buf bytes.Buffer
		if err := sampleList("pl", 30).Write(&buf); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = buf.Bytes()
		} else if !bytes.Equal(first, buf.Bytes()) {
			t.Fatal("the same list gave other bytes")
		}
	}
}

func TestCallListWithoutRows(t *testing.T) {
	var buf bytes.Buffer
	if err := (&CallList{AsOf: "2026-11-22"}).Write(&buf); err != nil {
		t.Fatal(err)
	}
	if got := readBack(t, buf.Bytes()); len(got) != 3 || len(got["Call list"]) != 2 || got["Call list"][1][2] != "Nobody to call in this round." {
		t.Errorf("got %v", got)
	}
}

func TestPhoneText(t *testing.T) {
	for in, want := range map[string]string{
		"+48225550100": "+48 22 555 01 00", "+48601234567": "+48 601 234 567", "+4722555010": "+47 22 55 50 10", "+4741234567": "+47 412 34 567",
		"+33155501001": "+33 1 55 50 10 01", "+12125550100": "+1 212 555 0100", "+442079460000": "+44 20 7946 0000",
		"+40721555010": "+40 721 555 010", "+4930555010020": "+49 30 555 010 020", "+491701234567": "+49 170 123 4567", "+48585550100": "+48 58 555 01 00",
		"+441632960001": "+44 1632 960001", "+441514960126": "+44 151 496 0126", "+40215550100": "+40 21 555 01 00", "+35312345678": "+353 123 456 78", "": "", "022 555": "022 555",
	} {
		if got := PhoneText(in); got != want {
			t.Errorf("PhoneText(%s) = %q, want %q", in, got, want)
		}
	}
}

// Every text is there in every language and no cell of the table is empty.
func TestTextsAreComplete(t *testing.T) {
	keys := []string{"sheet.summary", "check.word", "legend.law"}
	for _, o := range contact.Outcomes() {
		keys = append(keys, "outcome."+o)
	}
	for _, r := range contact.Reasons() {
		keys = append(keys, "reason."+string(r))
	}
	for _, c := range slices.Concat(callColumns, ruleColumns) {
		if c.key != "contact_id" {
			keys = append(keys, c.key)
		}
	}
	for _, lang := range contact.Languages() {
		for _, key := range keys {
			text := market.WorkbookText(lang, key)
			if text == key {
				t.Errorf("%s has no %s", lang, key)
			}
		}
	}
}

func TestWrappedLines(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "short": 1, "twenty characters ok": 1, "twenty characters and more": 2, "one\ntwo": 2, "\n": 1,
		"Donaudampfschifffahrtsgesellschaftskapitän": 2, "a b c d e f g h i j k l m n o p": 2,
	} {
		if got := wrappedLines(text, 20); got != want {
			t.Errorf("wrappedLines(%q) = %d, want %d", text, got, want)
		}
	}
}
