package source

import "strings"

// totalWords open a row of sums in the languages of the lists. They must stand
// alone in their cell, but for a colon, a count or the name of the group.
var totalWords = map[string]bool{
	"total": true, "totals": true, "subtotal": true, "sub-total": true, "sub total": true, "grand total": true, "sum": true, "overall total": true,
	"razem": true, "suma": true, "ogółem": true, "łącznie": true, "suma częściowa": true, "suma końcowa": true, "podsumowanie": true,
	"total general": true, "totaluri": true, "suma totală": true, "suma totala": true,
	"totalt": true, "sum totalt": true, "delsum": true, "i alt": true, "totalsum": true,
	"sous-total": true, "sous total": true, "total général": true, "total partiel": true, "somme": true, "totaux": true,
	"summe": true, "gesamt": true, "gesamtsumme": true, "zwischensumme": true, "insgesamt": true, "teilsumme": true, "gesamtergebnis": true,
}

// footerWords open a line below a table.
var footerWords = []string{
	"source", "sources", "generated", "exported", "created", "page ", "records", "total records", "number of records", "copyright", "©", "(c)", "confidential", "note", "notes", "end of", "--", "***", "* ", "data as of", "as of", "report", "contact", "eof", "last updated", "updated", "(continued", "disclaimer", "licence", "license", "remark", "remarks", "footnote", "footnotes", "data source", "prepared by", "compiled by",
	"źródło", "wygenerowano", "strona", "liczba rekordów", "uwaga", "uwagi", "stan na", "koniec", "poufne", "objaśnienia", "kontakt", "opracowanie", "opracował",
	"sursa", "sursă", "generat", "pagina", "numar", "număr", "notă", "nota", "note", "sfârșit", "observații", "observatii",
	"kilde", "kjelde", "generert", "side ", "antall", "merknad", "slutt", "oppdatert", "sist oppdatert",
	"généré", "exporté", "remarque", "fin du", "nombre", "édité", "lecture", "champ", "mise à jour", "dernière mise à jour",
	"quelle", "erstellt", "seite ", "anzahl", "hinweis", "ende", "stand", "vertraulich", "legende", "legend", "fußnote", "anmerkung", "anmerkungen", "zeichenerklärung", "stand vom",
	"zdroj", "poznámka", "forrás", "megjegyzés", "izvor", "napomena", "šaltinis", "fuente", "fonte",
}

// isTotal tells whether a row holds sums: it opens with such a word, and what
// follows are numbers or nothing.
func isTotal(cells []string) bool {
	first := 0
	for first < len(cells) && cells[first] == "" {
		first++
	}
	if first == len(cells) || len(cells) < 2 || !opensTotal(cells[first]) {
		return false
	}
	named := namesSubtotal(cells[first])
	if !named && !totalWords[totalWord(cells[first])] {
		return false
	}
	numbers, blanks := 0, 0
	for _, c := range cells[first+1:] {
		if isBlank(c) {
			blanks++
			continue
		}
		if k := kindOf(c); k != integer && k != decimal {
			return false
		}
		numbers++
	}
	if named {
		return numbers > 0 && blanks > 0
	}
	return numbers > 0 || first+1 < len(cells)
}

// namesSubtotal knows "Subtotal North" by words that no firm is called.
func namesSubtotal(cell string) bool {
	first, _, more := strings.Cut(strings.ToLower(cell), " ")
	switch first {
	case "subtotal", "sub-total", "zwischensumme", "sous-total", "delsum":
		return more
	}
	return false
}

// opensTotal is a cheap look at the first letters.
func opensTotal(cell string) bool {
	if len(cell) < 3 || len(cell) > 60 {
		return false
	}
	if cell[0] == ' ' || cell[0] == '*' || cell[0] == '=' {
		return true
	}
	switch string([]byte{cell[0] | 0x20, cell[1] | 0x20, cell[2] | 0x20}) {
	case "tot", "sub", "gra", "sum", "ove", "raz", "pod", "del", "i a", "sou", "som", "ges", "zwi", "ins", "tei":
		return true
	}
	return cell[0] == 0xC5 || cell[0] == 0xC4 || cell[0]|0x20 == 'o' && cell[1]|0x20 == 'g'
}

// totalWord takes from a cell what is not the word: a colon, stars, a count.
func totalWord(cell string) string {
	word := strings.ToLower(strings.Trim(cell, " \t:*.="))
	if i := strings.IndexAny(word, ":("); i > 0 {
		word = word[:i]
	}
	return strings.TrimRight(word, " 0123456789")
}

// lone tells whether a row holds nothing but one text: a note, or a row almost
// empty.
func (p *parser) lone(cells []string) bool {
	if len(cells) < 2 || len(cells) == 2 && isBlank(cells[0]) {
		return false
	}
	held := 0
	for _, c := range cells {
		if c != "" && !isBlank(c) {
			if held++; held > 1 {
				return false
			}
		}
	}
	return held == 1
}

// settle tells which of the last rows of a table, lone texts all of them, are
// text below it: from the first that reads like a footer or a sentence, or
// that stands behind a rule, a total or a blank line before one that does.
func (p *parser) settle(rows []Row) {
	start := len(rows)
	for i := len(rows) - 1; i >= 0; i-- {
		text := noteText(rows[i])
		gap := rows[i].Number > p.last+1
		if i > 0 {
			gap = rows[i].Number > rows[i-1].Number+1
		}
		usual := p.t.shape.usual(0)
		sentence := strings.Count(text, " ") >= 4 && (len(text) > 3*usual || len(text) > 2*usual && strings.HasSuffix(text, "."))
		if readsLikeFooter(text) || sentence || p.ended || start < len(rows) && start == i+1 && gap {
			start = i
		}
	}
	if n := len(rows) - 1; n >= 0 && start > n && p.sum(rows[n].Cells) {
		rows[n].Kind, rows[n].Why = TotalRow, "a sum below its column"
		rows[n].Raw = noteText(rows[n])
	}
	for i := start; i < len(rows); i++ {
		rows[i].Kind, rows[i].Why = FooterRow, "text below the table"
		rows[i].Raw = noteText(rows[i])
	}
}

// sum tells whether a row holds nothing but one number, not in the first
// column, under numbers.
func (p *parser) sum(cells []string) bool {
	if len(cells) < 3 || len(cells) != len(p.t.shape.columns) || !isBlank(cells[0]) || held(cells) != 1 {
		return false
	}
	for c, cell := range cells {
		if k := kindOf(cell); k != blank {
			return (k == integer || k == decimal) && p.t.shape.fit(c, cell) > .7
		}
	}
	return false
}

// noteText is the text of a row that may stand below a table.
func noteText(row Row) string {
	if row.Raw != "" {
		return strings.TrimSpace(row.Raw)
	}
	return strings.TrimSpace(strings.Join(row.Cells, " "))
}

// countsRows knows lines such as "Total leads scanned: 192".
func countsRows(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	last := text[strings.LastIndexAny(text, " :=")+1:]
	return len(text) < 100 && totalWords[strings.TrimRight(first, ":")] && kindOf(last) == integer
}

// isNumberedNote knows notes such as "1. Figures are rounded", "(2) without
// tax", "a) own estimate", and counts such as "(12 rows affected)".
func isNumberedNote(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	label := strings.Trim(first, "()[].")
	if kindOf(label) == integer && (strings.HasPrefix(rest, "rows ") || strings.HasPrefix(rest, "row(s) ")) {
		return true
	}
	if strings.Count(rest, " ") < 1 || label == "" || len(label) > 3 {
		return rest == "rows" || rest == "records" || rest == "row(s)" || rest == "wierszy"
	}
	number := kindOf(label) == integer
	switch {
	case number && first[0] == '(' && first[len(first)-1] != ')':
		return strings.HasSuffix(text, ")")
	case first == label || !number && len(label) > 1:
		return false
	}
	return kindOf(rest) == words
}

func readsLikeFooter(text string) bool {
	text = strings.ToLower(strings.Trim(text, " \t\""))
	if countsRows(text) || isNumberedNote(text) {
		return true
	}
	for _, w := range footerWords {
		if strings.HasPrefix(text, w) {
			rest := text[len(w):]
			if rest == "" || strings.IndexAny(rest[:1], " :.-,;0123456789") == 0 || strings.HasSuffix(w, " ") || w == "--" || w == "***" || w == "©" {
				return true
			}
		}
	}
	return false
}
