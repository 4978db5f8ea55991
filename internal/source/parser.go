package source

import (
	"slices"
	"strings"

	"goldpan/internal/source/delimited"
)

// parser turns the lines of a table into rows.
type parser struct {
	t       *Table
	row     []string
	pending []Row // lone texts that are footers if nothing follows
	last    int   // number of the last row that did not wait
	ended   bool  // that row was a total or a rule
	short   *line // a line with too few cells, waiting for the rest of its row
}

func newParser(t *Table) *parser { return &parser{t: t} }

// maxPending bounds how many rows may wait to be called footers.
const maxPending = 64

// take gives one line to the consumer as a row. It says no when the consumer
// has had enough.
func (p *parser) take(l line, yield func(Row, error) bool) bool {
	if p.short != nil {
		first := *p.short
		p.short = nil
		if joined, ok := p.join(first, l); ok {
			return p.give(joined, yield)
		}
		if !p.give(first, yield) {
			return false
		}
	}
	if width := p.t.span.width; p.t.isFlat && width > 3 && len(l.cells) < width && len(l.cells) > 1 && !blankCells(l.cells) {
		l.cells, l.raw = append([]string(nil), l.cells...), append([]byte(nil), l.raw...)
		p.short = &l
		return true
	}
	return p.give(l, yield)
}

// join puts together a row that a line break in an unquoted cell has cut in
// two: the cells must be as many as usual, and each like its column.
func (p *parser) join(a, b line) (line, bool) {
	n := len(a.cells)
	if b.number != a.number+1 || p.t.span.left > 0 || n+len(b.cells)-1 != p.t.span.width || len(p.t.shape.columns) != p.t.span.width {
		return line{}, false
	}
	cells := append([]string(nil), a.cells...)
	cells[n-1] += "\n" + b.cells[0]
	cells = append(cells, b.cells[1:]...)
	if !p.t.shape.fits(cells) {
		return line{}, false
	}
	raw := append(append(append([]byte(nil), a.raw...), '\n'), b.raw...)
	return line{number: a.number, cells: cells, raw: raw, garbled: a.garbled || b.garbled}, true
}

// give makes a row of a line and gives it to the consumer.
func (p *parser) give(l line, yield func(Row, error) bool) bool {
	if blankCells(l.cells) {
		return true
	}
	row := p.classify(l)
	if row.Kind == DataRow && !l.spotless && blankCells(row.Cells) {
		return true // nothing but control characters or markup
	}
	if len(p.pending) < maxPending && (row.Kind == DataRow && p.lone(row.Cells) || p.note(l) && held(row.Cells) <= len(l.cells)) {
		row.Cells = append([]string(nil), row.Cells...)
		p.pending = append(p.pending, row)
		return true
	}
	for _, waiting := range p.pending {
		if text := noteText(waiting); row.Kind == RepeatedHeader && waiting.Kind == DataRow && readsLikeFooter(text) {
			waiting.Kind, waiting.Why, waiting.Raw = FooterRow, "text between two pages", text
		}
		if !yield(waiting, nil) {
			return false
		}
	}
	p.pending = p.pending[:0]
	p.last, p.ended = row.Number, row.Kind == TotalRow || row.Why == "a rule"
	return yield(row, nil)
}

// note tells whether a line of a text file with too few cells reads like text
// below the table, perhaps with a delimiter in it.
func (p *parser) note(l line) bool {
	if !p.t.isFlat || len(l.raw) > 1000 || len(l.cells) > 2*p.t.span.width {
		return false
	}
	if len(l.cells) >= p.t.span.width && (len(l.cells) < 2 || p.t.shape.spaced || !strings.HasPrefix(l.cells[1], " ")) {
		return false // a text with as many delimiters as a row has blanks behind them
	}
	return readsLikeFooter(string(l.raw)) || len(l.cells) < p.t.span.width && isProse(l)
}

// finish settles the rows that waited: at the end of a table they are footers
// if they read like one.
func (p *parser) finish(yield func(Row, error) bool) {
	if p.short != nil && !p.give(*p.short, yield) {
		return
	}
	p.settle(p.pending)
	for _, row := range p.pending {
		if !yield(row, nil) {
			return
		}
	}
}

// classify decides what a line is and lines its cells up with the columns.
func (p *parser) classify(l line) Row {
	t := p.t
	cells := l.cells
	if t.span.left > 0 {
		cells = cells[min(t.span.left, len(cells)):]
	}
	row := Row{Number: l.number, Kind: DataRow}
	if l.garbled {
		row.Kind, row.Why = BadEncodingRow, "bytes that are no "+t.Encoding
	} else if len(cells) != t.span.width || t.isFlat && (p.spaced(cells) || framed(cells)) {
		if cells, row.Why = p.align(l, cells); row.Why == "" {
			p.row = cells
		}
		if row.Why != "" {
			row.Kind = BadRow
		}
	}
	if row.Kind != DataRow {
		row.Cells, row.Raw = cells, rawText(l)
		return row
	}
	if t.clean.needed(l.spotless) {
		cells = t.clean.cells(cells)
	}
	row.Cells = cells
	switch {
	case repeats(t.Header, cells):
		row.Kind, row.Why = RepeatedHeader, "the header again"
	case isRule(cells):
		row.Kind, row.Why = RepeatedHeader, "a rule"
	case isTotal(cells):
		row.Kind, row.Why = TotalRow, "a total"
	}
	if row.Kind != DataRow {
		row.Raw = rawText(l)
	}
	return row
}

// align brings a row to the width of the table. In a sheet every cell stands
// where its column is; in a text file a row may have lost its place.
func (p *parser) align(l line, cells []string) (aligned []string, why string) {
	width := p.t.span.width
	if p.t.isFlat {
		return p.alignText(l, cells)
	}
	if len(cells) > width && !blankCells(cells[width:]) {
		return cells, "a value right of the table"
	}
	row := append(p.row[:0], cells[:min(len(cells), width)]...)
	for len(row) < width {
		row = append(row, "")
	}
	return row, ""
}

// alignText does so for a row of a text file.
func (p *parser) alignText(l line, cells []string) (aligned []string, why string) {
	width, s := p.t.span.width, p.t.shape
	if len(cells) == width {
		d := p.t.dialect.Spaced()
		if framed(cells) {
			d = delimited.Dialect{Delimiter: p.t.dialect.Delimiter, Quote: '\''}
		}
		if other := delimited.SplitLine(l.raw, d); len(other) == width {
			return other, ""
		}
		return cells, ""
	}
	end := len(cells)
	for end > width && isBlank(cells[end-1]) {
		end--
	}
	if end == width && s.worst(cells[:end]) > .3 {
		return cells[:end], "" // only blank cells too many
	}
	if other := p.otherDialect(l.raw, len(cells)); other != nil {
		return other, ""
	}
	if end == width && len(s.columns) == width && len(cells)-width <= 8 {
		if joined, why := s.narrow(nil, cells, p.t.Delimiter); why == "" && s.worst(joined) > s.worst(cells[:end]) {
			return joined, ""
		}
	}
	return s.align(p.row[:0], cells[:end], width, p.t.Delimiter)
}

// framed tells whether every cell stands between apostrophes.
func framed(cells []string) bool {
	if len(cells) < 2 || len(cells[0]) < 2 || cells[0][0] != '\'' {
		return false
	}
	for _, c := range cells {
		if n := len(c); n < 2 || c[0] != '\'' || c[n-1] != '\'' {
			return false
		}
	}
	return true
}

// otherDialect reads a line again that may have been written with another
// delimiter or quote than the rest: that is proved by cells as many as usual,
// each like its column. cells is how many the usual reading gives: where these
// are nearly enough, only the usual delimiters are tried.
func (p *parser) otherDialect(raw []byte, cells int) []string {
	width := p.t.span.width
	if width < 2 || len(raw) > 1<<16 || len(p.t.shape.columns) != width {
		return nil
	}
	delimiters := [...]string{p.t.dialect.Delimiter, ";", "\t", "|", ",", ", ", "^", "||", " ", ":"}
	tried := delimiters[:]
	if cells < width && cells*2 > width || width < 3 {
		tried = tried[:4]
	}
	for _, delimiter := range tried {
		for _, quote := range [...]byte{'"', '\''} {
			d := delimited.Dialect{Delimiter: delimiter, Quote: quote, Backslash: p.t.dialect.Backslash}
			if d.Delimiter == p.t.dialect.Delimiter && quote == p.t.dialect.Quote || !strings.Contains(string(raw), delimiter) || delimiter == "" {
				continue
			}
			split := delimited.SplitLine(raw, d)
			if quote == '\'' && slices.ContainsFunc(split, startsQuoted) || quote == '"' && framed(split) {
				continue
			}
			if len(split) == width && (p.t.shape.fits(split) || (cells == 1 || cells*2 <= width) && p.cutElsewhere(split, delimiter)) {
				return split
			}
		}
	}
	return nil
}

func startsQuoted(cell string) bool { return strings.HasPrefix(cell, `"`) }

// cutElsewhere tells whether a line with few of the table's delimiters is a row in
// another, though no number or date in it proves so: as many cells as usual,
// none unlike its column, and no blanks behind the delimiters, as text has.
func (p *parser) cutElsewhere(split []string, delimiter string) bool {
	if delimiter != ";" && delimiter != "\t" && delimiter != "|" && delimiter != "," && delimiter != "^" || p.t.shape.worst(split) < unfit {
		return false
	}
	for _, c := range split {
		if c == "" || c[0] == ' ' {
			return false
		}
	}
	return true
}

// spaced tells whether a row of a text file has a blank before a cell where
// the other rows have none: its delimiter is perhaps ", ".
func (p *parser) spaced(cells []string) bool {
	if len(cells) < 3 || p.t.shape.spaced {
		return false
	}
	for _, c := range cells[1:] {
		if len(c) > 1 && c[0] == ' ' {
			return true
		}
	}
	return false
}

// rawText is a line as it stands in the file, or its cells where a file has
// no lines.
func rawText(l line) string {
	if l.raw != nil {
		return strings.ToValidUTF8(string(l.raw), "\uFFFD")
	}
	return strings.TrimRight(strings.Join(l.cells, "\t"), "\t")
}

func blankCells(cells []string) bool {
	for _, c := range cells {
		if !isBlank(c) {
			return false
		}
	}
	return true
}

func isBlank(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case ' ', '\t', '\r', '\n':
		case 0xC2:
			if i+1 >= len(text) || text[i+1] != 0xA0 {
				return false
			}
			i++
		default:
			return false
		}
	}
	return true
}

// repeats tells whether a row says the header again.
func repeats(header, cells []string) bool {
	said := 0
	for i, label := range header {
		if i >= len(cells) {
			return false
		}
		cell := cells[i]
		if cell != label {
			if isBlank(cell) && strings.HasPrefix(label, "column ") {
				continue
			}
			if len(cell) == 0 || len(cell) > len(label)+8 || len(cell) < len(label) || !strings.EqualFold(strings.TrimSpace(cell), strings.TrimSpace(label)) {
				return false
			}
		}
		said++
	}
	return said > 1
}

// isRule tells whether a row only draws a line: "-----".
func isRule(cells []string) bool {
	drawn := false
	for _, c := range cells {
		if c == "" {
			continue
		}
		if c[0] != '-' && c[0] != '=' && c[0] != '_' || len(c) < 3 || strings.Trim(c, "-=_+ ") != "" {
			return false
		}
		drawn = true
	}
	return drawn
}
