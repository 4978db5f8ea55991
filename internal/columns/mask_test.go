package columns

import (
	"strings"
	"testing"
)

// TestMaskColumns: which columns are masked, and which look alike but are not.
// The ids are specimens that belong to nobody.
func TestMaskColumns(t *testing.T) {
	for _, l := range []list{
		{"Nazwisko|PESEL", []string{"Wilczak|44051401359", "Brzozak|02070803628"}, "last_name|masked"},
		{"Nazwisko|Numer", []string{"Wilczak|44051401359", "Brzozak|02070803628"}, "last_name|masked"},
		{"Nume|Prenume|CNP", []string{"Popazan|Ion|1630615123457", "Dragulin|Elena|"}, "last_name|first_name|masked"},
		{"Etternavn|Fornavn|Fødselsnummer", []string{"Tunheim|Kari|13097248022"}, "last_name|first_name|masked"},
		{"name|ssn", []string{"Peter Halloway|123-45-6789", "Laura Finchley|219-09-9999"}, "full_name|masked"},
		{"company|Tax ID", []string{"Halloway|123-45-6789", "Finchley|219-09-9999", "Orrell|078-05-1120", "Brook|321-54-9876", "Hill|457-55-5462"}, "company|masked"},
		{"company|Tax ID", []string{"Halloway Inc|94-2404110", "Finchley LLC|91-1144442", "Orrell LLC|13-0871985", "Brook Inc|36-2361282", "Hill LLC|20-0493570"}, "company|tax_id"},
		{"name|soc_sec_id", []string{"Peter Halloway|9786278", "Laura Finchley|9479653"}, "full_name|masked"},
		{"name|code", []string{"Peter Halloway|123-45-6789", "Laura Finchley|219-09-9999"}, "full_name|masked"},
		{"Name|Kontonummer", []string{"Kari Tunheim|12345678911", "Ole Brekkhus|12345678903"}, "full_name|masked"},
		{"Firma|IBAN", []string{"Moorfeld GmbH|DE89370400440532013000", "Brenneke KG|DE02120300000000202051"}, "company|masked"},
		{"Firma|Bank", []string{"Moorfeld GmbH|DE89 3704 0044 0532 0130 00", "Brenneke KG|DE02 1203 0000 0000 2020 51"}, "company|masked"},
		{"Name|Card", []string{"Peter Halloway|4111 1111 1111 1111", "Laura Finchley|5500 0000 0000 0004"}, "full_name|masked"},
		{"Name|Ref", []string{"Peter Halloway|QQ123456C", "Laura Finchley|AB123456C"}, "full_name|external_id"},

		{"Name|ID-Nr.", []string{"Klaus Brenneke|1001", "Sabine Moorfeld|1002"}, "full_name|external_id"},
		{"Name|IdNr", []string{"Klaus Brenneke|36574261809", "Sabine Moorfeld|86095742719"}, "full_name|masked"},
		{"Raison sociale|SIRET", []string{"Delvaire SARL|55203253400646", "Marchois SAS|35600000000048"}, "company|registration_id"},
		{"Raison sociale|Num", []string{"Delvaire SARL|55203253400646", "Marchois SAS|35600000049837"}, "company|"},
		{"Firma|NIP|REGON|KRS", []string{"Wilkon Sp. z o.o.|7740001454|610188201|0000028860", "Brzozak SA|5250007738|016298263|0000026438"},
			"company|tax_id|registration_id|"},
		{"Navn|Organisasjonsnummer", []string{"Tunheim Bygg AS|923609016", "Brekkhus AS|984851006"}, "company|tax_id"},
		{"Firma|Telefon", []string{"Wilkon Sp. z o.o.|48601555011", "Brzozak SA|48601555012"}, "company|phone"},
		{"Firma|ABN", []string{"Finchley Pty Ltd|51824753556", "Orrell Pty Ltd|33051775556"}, "company|tax_id"},
	} {
		check(t, l)
	}
}

func TestMask(t *testing.T) {
	header, sample := list{header: "Nazwisko|PESEL|Uwagi", rows: []string{"Wilczak|44051401359|ok"}}.table()
	m, _ := Map(header, sample, Options{})
	for _, test := range []struct {
		cells, want string
		n           int
	}{
		{"Wilczak|44051401359|ok", "Wilczak|***|ok", 1},
		{"Wilczak|brak|ok", "Wilczak|brak|ok", 0},
		{"Wilczak||PESEL: 44051401359, dzwonić po 12", "Wilczak||PESEL: ***, dzwonić po 12", 1},
		{"Wilczak||PESEL nr 440514 01359", "Wilczak||PESEL nr ***", 1},
		{"Wilczak||tel. 601555011", "Wilczak||tel. 601555011", 0},
		{"Wilczak||NIP 7740001454", "Wilczak||NIP 7740001454", 0},
		{"Wilczak||IBAN DE89 3704 0044 0532 0130 00", "Wilczak||IBAN ***", 1},
		{"Wilczak||souvenir 123456789", "Wilczak||souvenir 123456789", 0},
		{"Wilczak||SSN 123-45-6789 / CNP 1630615123457", "Wilczak||SSN *** / CNP ***", 2},
		{"Wilczak", "Wilczak", 0},
	} {
		cells := strings.Split(test.cells, "|")
		if n := m.Mask(cells); n != test.n || strings.Join(cells, "|") != test.want {
			t.Errorf("%q became %q (%d), want %q (%d)", test.cells, strings.Join(cells, "|"), n, test.want, test.n)
		}
	}
	notes, _ := Map([]string{"Uwagi"}, [][]string{{"PESEL 44051401359"}}, Options{})
	if got := notes.Columns[0].Samples[0]; got != "PESEL ***" {
		t.Errorf("a sample shows %q", got)
	}
	if len(m.Columns[1].Samples) != 1 || m.Columns[1].Samples[0] != Masked {
		t.Errorf("samples of a masked column: %q", m.Columns[1].Samples)
	}
}

func FuzzMask(f *testing.F) {
	f.Add("PESEL: 44051401359")
	f.Add("card 4111 1111 1111 1111 x ssn")
	f.Add("İ IBAN DE89")
	header, sample := list{header: "a|b", rows: []string{"x|y"}}.table()
	m, _ := Map(header, sample, Options{})
	f.Fuzz(func(t *testing.T, text string) {
		cells := []string{text, ""}
		if m.Mask(cells) == 0 && cells[0] != text {
			t.Errorf("%q changed to %q without being counted", text, cells[0])
		}
		again := []string{cells[0], ""}
		if n := m.Mask(again); n > 0 {
			t.Errorf("%q was masked to %q, which is masked again to %q", text, cells[0], again[0])
		}
	})
}

// TestMayHoldLabel holds the fast way out to a plain count.
func TestMayHoldLabel(t *testing.T) {
	for _, text := range []string{"", "PESEL 44051401359", "12345 abc", "123456 ab", "123456 abc", "ab1c23456", "tel. 22 828 12 34", "żółć 123456",
		"żółćabc 123456", "44051401359", strings.Repeat("a1", 5000)} {
		digits, letters := 0, 0
		for _, c := range []byte(text) {
			if isDigit(c) {
				digits++
			}
			if isLetter(c) {
				letters++
			}
		}
		if got, want := mayHoldLabel(text), digits >= 6 && letters >= 3; got != want {
			t.Errorf("%.20q: got %t, want %t", text, got, want)
		}
	}
}
