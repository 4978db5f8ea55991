package source

import (
	"fmt"
	"html"
	"strings"

	"goldpan/internal/source/charset"
)

// cleaning takes from cells what is no part of their text.
type cleaning struct {
	verbatim bool
	guarded  bool            // a text file: goldpan's own have guarded formulas
	repair   *charset.Repair // of mojibake, nil where there is none
}

// needed tells whether a row must be looked at; spotless says that reading saw
// no dirty byte in it.
func (c cleaning) needed(spotless bool) bool { return !spotless || c.repair != nil }

// cells cleans a row in place.
func (c cleaning) cells(cells []string) []string {
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		if c.repair != nil {
			cell = c.repair.Text(cell)
			cells[i] = cell
		}
		if suspicious(cell) {
			cells[i] = c.cell(cell)
		}
	}
	return cells
}

// findMojibake decides over the sample whether the table's text was garbled,
// and repairs the header.
func (t *Table) findMojibake(body [][]string) {
	const enough = 1000
	texts := append([]string(nil), t.Header...)
	for _, row := range body {
		for _, cell := range row {
			if len(texts) < enough && hasHigh(cell) {
				texts = append(texts, cell)
			}
		}
	}
	if t.clean.repair = charset.FindRepair(texts); t.clean.repair == nil {
		return
	}
	for i, label := range t.Header {
		t.Header[i] = t.clean.repair.Text(label)
	}
	if t.clean.repair.Page == "" {
		t.Notes = append(t.Notes, "garbled letters repaired in single cells: UTF-8 had been read as another encoding")
		return
	}
	times := ""
	if t.clean.repair.Times > 1 {
		times = " twice"
	}
	t.Notes = append(t.Notes, fmt.Sprintf("garbled letters repaired: UTF-8 had been read as %s%s", t.clean.repair.Page, times))
}

// hasHigh tells whether a text has letters beyond ASCII.
func hasHigh(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return true
		}
	}
	return false
}

// suspicious looks for any byte that cleaning could take offence at.
func suspicious(cell string) bool {
	if cell[0] == '\'' {
		return true
	}
	for i := 0; i < len(cell); i++ {
		if dirty[cell[i]] {
			return true
		}
	}
	return false
}

// dirty marks control bytes, markup, and the first bytes of invisible
// characters.
var dirty = [256]bool{0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true, 8: true, 11: true, 12: true, 14: true, 15: true,
	16: true, 17: true, 18: true, 19: true, 20: true, 21: true, 22: true, 23: true, 24: true, 25: true, 26: true, 27: true, 28: true, 29: true, 30: true, 31: true,
	127: true, '&': true, '<': true}

// cell cleans one cell.
func (c cleaning) cell(cell string) string {
	cell = withoutControls(cell)
	if c.verbatim {
		return cell
	}
	if c.guarded {
		cell = unguard(cell)
	}
	if strings.IndexByte(cell, '<') >= 0 {
		cell = withoutTags(cell)
	}
	if strings.IndexByte(cell, '&') >= 0 && strings.IndexByte(cell, ';') > 0 {
		cell = strings.ReplaceAll(html.UnescapeString(cell), "\u00a0", " ")
	}
	return cell
}

// withoutControls leaves out control characters but tab and line ends.
func withoutControls(cell string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f {
			return -1
		}
		return r
	}, cell)
}

// unguard takes off the ' that goldpan's own CSV files put before text that a
// spreadsheet would take for a formula.
func unguard(cell string) string {
	if len(cell) < 2 || cell[0] != '\'' {
		return cell
	}
	rest := strings.TrimLeft(cell[1:], " ")
	if rest == "" {
		return cell
	}
	switch rest[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return cell[1:]
	}
	for _, wide := range [...]string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(rest, wide) {
			return cell[1:]
		}
	}
	return cell
}

// tags that show up in cells copied from web pages.
var tags = map[string]bool{"br": true, "p": true, "b": true, "i": true, "u": true, "em": true, "strong": true, "span": true, "div": true, "a": true,
	"font": true, "li": true, "ul": true, "ol": true, "td": true, "tr": true, "small": true, "sup": true, "sub": true, "h1": true, "h2": true, "h3": true, "nobr": true, "img": true, "hr": true}

// withoutTags takes HTML tags out of a cell; a break or paragraph leaves a
// blank.
func withoutTags(cell string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(cell, '<')
		if open < 0 {
			b.WriteString(cell)
			break
		}
		end := strings.IndexByte(cell[open:], '>')
		if end < 0 {
			b.WriteString(cell)
			break
		}
		name := strings.ToLower(strings.Trim(cell[open+1:open+end], "/ "))
		if i := strings.IndexAny(name, " \t\n"); i > 0 {
			name = name[:i]
		}
		if !tags[name] {
			b.WriteString(cell[:open+1])
			cell = cell[open+1:]
			continue
		}
		b.WriteString(cell[:open])
		cell = cell[open+end+1:]
		switch name {
		case "br", "p", "div", "li", "tr", "td", "hr":
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
		}
	}
	return strings.TrimSpace(b.String())
}
