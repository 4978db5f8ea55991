package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// romanian is a workbook of two sheets, food and the rest: titles in merged
// cells, numbers as numbers, a totals row at the end.
func (s *sampler) romanian() error {
	var food, rest []lead
	for _, l := range s.of("RO", 2, 0.09) {
		if strings.HasPrefix(l.card.firm.industry.code, "10") || strings.HasPrefix(l.card.firm.industry.code, "11") {
			food = append(food, l)
		} else {
			rest = append(rest, l)
		}
	}
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", "Alimentar"); err != nil {
		return err
	}
	if _, err := book.NewSheet("Alte domenii"); err != nil {
		return err
	}
	if err := romanianSheet(book, "Alimentar", "Producători din industria alimentară", food); err != nil {
		return err
	}
	if err := romanianSheet(book, "Alte domenii", "Alți producători și distribuitori", rest); err != nil {
		return err
	}
	return save(book, filepath.Join(s.dir, "lists/ro-producatori.xlsx"))
}

func romanianSheet(book *excelize.File, sheet, title string, leads []lead) error {
	staffColumn, moneyColumn := 13, 14
	for i := range leads {
		leads[i].number = i + 1
	}
	rows := table(leads, []column{
		{"Nr. crt.", func(l *lead) string { return strconv.Itoa(l.number) }},
		{"Denumire firmă", troubled("- în insolvență", "- în lichidare")},
		{"CUI", some(0.93, func(l *lead) string {
			n := cui(l.key(2))
			if l.draw.chance(0.5) {
				n = "RO" + n
			}
			return n
		})},
		{"Cod CAEN", func(l *lead) string { return strings.Replace(l.card.firm.industry.code, ".", "", 1) }},
		{"Județ", cell(region)},
		{"Localitate", cell(city)},
		{"Adresă", cell(street)},
		{"Cod poștal", cell(postalCode)},
		{"Persoană de contact", func(l *lead) string {
			r := l.cells
			if l.draw.chance(0.2) && r[firstName] != "" {
				return strings.ToUpper(r[lastName]) + " " + l.draw.one([]string{"I.", "Gh.", "V.", "C.", "D."}) + " " + r[firstName]
			}
			return strings.TrimSpace(strings.ToUpper(r[lastName]) + " " + r[firstName])
		}},
		{"Funcția", cell(jobTitle)},
		{"Telefon", twoPhones(" / ", " sau ")},
		{"Mobil", cell(mobile)},
		{"E-mail", cell(email)},
		{"Nr. angajați", staff(func(l *lead, n int) string { return strconv.Itoa(n) })},
		{"Cifra de afaceri (lei)", money(1e6, "")},
		{"Acord marketing", consent("DA", "NU")},
		{"Data acordului", consentDate},
		{"Text acord", consentScope("telefon și e-mail", "e-mail", "apel telefonic")},
	})
	lines := [][]string{{title}, {"Extras la 30.10.2026. Toate datele sunt inventate (fișier exemplu)."}, nil}
	lines = append(lines, rows...)
	lines = append(lines, totals(rows, staffColumn, moneyColumn))
	whole := map[int]bool{0: true, 3: true, staffColumn: true, moneyColumn: true}
	if err := writeSheet(book, sheet, lines, whole); err != nil {
		return err
	}
	if err := book.MergeCell(sheet, "A1", "R1"); err != nil {
		return err
	}
	return book.MergeCell(sheet, "A2", "R2")
}

// totals is the last row: the sums of some columns.
func totals(rows [][]string, sums ...int) []string {
	line := make([]string, len(rows[0]))
	line[1] = "TOTAL"
	for _, i := range sums {
		sum := 0
		for _, row := range rows[1:] {
			n, _ := strconv.Atoi(row[i]) // an empty cell adds nothing
			sum += n
		}
		line[i] = strconv.Itoa(sum)
	}
	return line
}

// writeSheet fills a sheet; the whole columns hold numbers, all others text.
func writeSheet(book *excelize.File, sheet string, lines [][]string, whole map[int]bool) error {
	for y, line := range lines {
		cells := make([]any, len(line))
		for x, text := range line {
			cells[x] = text
			if n, err := strconv.Atoi(text); err == nil && whole[x] {
				cells[x] = n
			}
			if text == "" {
				cells[x] = nil
			}
		}
		if err := book.SetSheetRow(sheet, "A"+strconv.Itoa(y+1), &cells); err != nil {
			return err
		}
	}
	return book.SetColWidth(sheet, "A", "R", 18)
}

// german is a workbook in which every number is text, as a report generator
// leaves it: postal codes keep their zeros, thousands their points.
func (s *sampler) german() error {
	rows := table(s.of("DE", 5, 0.1), []column{
		{"Firma", troubled("i.L.", "i. Ins.")},
		{"Anrede", some(0.9, func(l *lead) string {
			if l.card.who.woman {
				return "Frau"
			}
			return "Herr"
		})},
		{"Titel", some(0.1, oneOf("Dr.", "Dipl.-Ing.", "Dr.-Ing.", "Dipl.-Kfm."))},
		{"Vorname", cell(firstName)},
		{"Nachname", cell(lastName)},
		{"Position", cell(jobTitle)},
		{"Straße", cell(street)},
		{"PLZ", cell(postalCode)},
		{"Ort", cell(city)},
		{"Bundesland", cell(region)},
		{"Telefon", cell(phone)},
		{"Mobil", cell(mobile)},
		{"E-Mail", cell(email)},
		{"Webseite", cell(website)},
		{"WZ 2008", some(0.9, func(l *lead) string { return l.card.firm.industry.rev2 + ".0" })},
		{"Branche", func(l *lead) string { return l.card.firm.industry.text[5] }},
		{"Mitarbeiter", staff(func(l *lead, n int) string { return grouped(float64(n), ".") })},
		{"Umsatz (TEUR)", money(1000, ".")},
		{"USt-IdNr.", some(0.8, func(l *lead) string { return ustID(l.key(5)) })},
		{"Bonitätsindex", some(0.7, func(l *lead) string { return strconv.Itoa(120 + int(l.key(10)%230)) })},
		{"Einwilligung", consent("ja", "nein")},
		{"Datum Einwilligung", consentDate},
		{"Umfang der Einwilligung", consentScope("Telefon und E-Mail", "E-Mail", "Telefon")},
		{"Werbesperre", some(0.03, constant("x"))},
	})
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", "Export"); err != nil {
		return err
	}
	if err := writeSheet(book, "Export", rows, nil); err != nil {
		return err
	}
	return save(book, filepath.Join(s.dir, "lists/de-hersteller.xlsx"))
}
