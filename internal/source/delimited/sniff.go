package delimited

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Guess is the dialect that explains a sample best.
type Guess struct {
	Dialect
	Confidence float64 // 0 to 1: how far the best stands before the next
	Width      int     // usual number of cells in a record
	Skip       int     // bytes of a "sep=;" line at the start
}

// What is looked at: enough rows to be sure, few enough to be quick.
const (
	sniffBytes = 256 << 10
	sniffRows  = 400
)

// Sniff finds the dialect of a text from its beginning. complete says that
// sample is the whole text. A delimiter that is given (not nil) is kept, and
// the rest is found around it.
//
// The method follows van den Burg, Nazábal and Sutton, "Wrangling messy CSV
// files by detecting row and type patterns" (2019): of all dialects the one
// wins whose rows have the same width and whose cells look like values.
func Sniff(sample []byte, complete bool, given *string, runs bool) Guess {
	skip := 0
	if d, n := separatorLine(sample); n > 0 {
		skip = n
		if given == nil {
			given = &d
		}
		sample = sample[n:]
	}
	if len(sample) > sniffBytes {
		sample, complete = sample[:sniffBytes], false
	}
	if !complete {
		if i := bytes.LastIndexAny(sample, "\r\n"); i > 0 {
			sample = sample[:i+1]
		}
	}
	end := sniffLineEnd(sample)
	best, second := Guess{}, 0.0
	top := -1.0
	for _, d := range candidates(sample, given, runs) {
		d.LineEnd = end
		score, width := rate(sample, d)
		if score > top {
			second, top = max(top, 0), score
			best = Guess{Dialect: d, Width: width}
		} else if score > second && d.Delimiter != best.Delimiter {
			second = score
		}
	}
	if best.Quote == 0 && !quotesCells(sample, best.Dialect, '"') {
		best.Quote = '"' // none in the sample; further down there may be
	}
	best.findPadding(sample)
	best.Skip = skip
	best.Confidence = confidence(top, second)
	return best
}

// confidence turns the scores of the best and the next delimiter into 0 to 1.
func confidence(top, second float64) float64 {
	if top <= 0 {
		return 0
	}
	return min(0.99, 0.5+0.5*(top-second)/top)
}

// separatorLine reads the line "sep=;" that tells spreadsheets the delimiter.
func separatorLine(sample []byte) (delimiter string, length int) {
	text := bytes.TrimPrefix(sample, []byte(`"`))
	if len(text) < 5 || !bytes.EqualFold(text[:4], []byte("sep=")) {
		return "", 0
	}
	end := bytes.IndexAny(sample, "\r\n")
	if end < 0 {
		return "", 0
	}
	delimiter = strings.Trim(string(sample[:end]), `"`)[4:]
	if delimiter == "" || len(delimiter) > 2 {
		return "", 0
	}
	next := end + 1
	if sample[end] == '\r' && next < len(sample) && sample[next] == '\n' {
		next++
	}
	return delimiter, next
}

// sniffLineEnd counts the line ends of a sample. A CR alone counts as one
// only where it is common: a few of them are breaks inside cells.
func sniffLineEnd(sample []byte) LineEnd {
	var lf, crlf, cr int
	quoted := false
	for i, c := range sample {
		switch c {
		case '"':
			quoted = !quoted
		case '\n':
			if i > 0 && sample[i-1] == '\r' {
				crlf++
			} else {
				lf++
			}
		case '\r':
			if (i+1 >= len(sample) || sample[i+1] != '\n') && !quoted {
				cr++
			}
		}
	}
	switch {
	case cr > 0 && lf+crlf == 0:
		return CR
	case cr > 1 && cr*10 > lf+crlf, cr == 1 && lf+crlf <= 3:
		return Any
	case crlf > 0 && lf == 0:
		return CRLF
	}
	return LF
}

type single struct {
	text  string
	trust float64
}

// singles are the usual delimiters and how readily each is believed.
var singles = [...]single{
	{",", 1}, {";", 1}, {"\t", 1.05}, {"|", 1}, {"^", .9}, {"~", .85}, {":", .55}, {" ", .45},
	{"\x01", 1}, {"\x1f", 1}, {"\x1e", 1}, {"\x02", 1}, {"\x14", 1}, {"¬", .9}, {"¦", .9}, {"§", .8},
	{"#", .6}, {"@", .3}, {"$", .4}, {"%", .4}, {"&", .5}, {"*", .5}, {"!", .5}, {"_", .3}, {"/", .25}, {"=", .4},
}

// severals are delimiters of more than one character.
var severals = [...]string{"||", "~|~", "::", "|~|", ";;", ",,", "^^", "~~", "\t\t", "##", "@@", "$$", "|;|", "#|#", "^|^", "<>", ", ", "; ", " | ", " ; ", "|| ", " , ", "~^~", "|^|", "&&", "%%", "**", "==", "->", "=>"}

func trust(delimiter string, runs bool) float64 {
	if delimiter == "" {
		return 1
	}
	if runs {
		return map[string]float64{" ": .4, "  ": .8}[delimiter]
	}
	for _, s := range singles {
		if s.text == delimiter {
			return s.trust
		}
	}
	if len(delimiter) <= utf8.UTFMax && utf8.RuneCountInString(delimiter) == 1 {
		return .6 // no sign anybody expects
	}
	return 1.02
}

// candidates lists the dialects worth rating: only those whose signs occur.
func candidates(sample []byte, given *string, runs bool) []Dialect {
	var delimiters []Dialect
	if given != nil {
		delimiters = []Dialect{{Delimiter: *given, Runs: runs}}
	} else {
		delimiters = append(delimiters, Dialect{})
		for _, s := range singles {
			if bytes.Contains(sample, []byte(s.text)) && !onlyDoubled(sample, s.text) {
				delimiters = append(delimiters, Dialect{Delimiter: s.text})
			}
		}
		for _, s := range severals {
			if plausible(sample, s) {
				delimiters = append(delimiters, Dialect{Delimiter: s})
			}
		}
		for _, sign := range steadySigns(sample) {
			delimiters = append(delimiters, Dialect{Delimiter: sign})
		}
		if bytes.Contains(sample, []byte("  ")) {
			delimiters = append(delimiters, Dialect{Delimiter: " ", Runs: true}, Dialect{Delimiter: "  ", Runs: true})
		}
	}
	var all []Dialect
	for _, d := range delimiters {
		all = append(all, d)
		for _, quote := range []byte(`"'` + rareQuotes) {
			if !quotesCells(sample, d, quote) || strings.IndexByte(rareQuotes, quote) >= 0 && !quotesOnly(sample, d, quote) {
				continue
			}
			d.Quote = quote
			d.Blanks = d.Delimiter != " " && blanksBeforeQuotes(sample, d)
			d.Backslash = false
			all = append(all, d)
			if bytes.Contains(sample, []byte{'\\', quote}) {
				d.Backslash = true
				all = append(all, d)
			}
		}
	}
	return all
}

// steadySigns lists signs that are no usual delimiter, but stand equally often
// in every line: somebody took care that they do.
func steadySigns(sample []byte) []string {
	const lines = 50
	var first map[rune]int
	n := 0
	for line := range bytes.Lines(sample) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			continue
		}
		if n++; n > lines || len(line) > 1<<16 {
			break
		}
		counts := map[rune]int{}
		for _, r := range string(line) {
			if r >= ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(`"'-.+()[]{}<>\\?`, r) {
				counts[r]++
			}
		}
		if first == nil {
			first = counts
			continue
		}
		for r, times := range first {
			if counts[r] != times {
				delete(first, r)
			}
		}
	}
	var signs []string
	for r := range first {
		if sign := string(r); n > 1 && !knownSingle(sign) {
			signs = append(signs, sign)
		}
	}
	slices.Sort(signs)
	return signs[:min(len(signs), 8)]
}

func knownSingle(sign string) bool {
	return slices.ContainsFunc(singles[:], func(s single) bool { return s.text == sign })
}

// plausible tells whether a delimiter of several characters stands wherever
// its first character does: "a||b" and never "a|b".
func plausible(sample []byte, delimiter string) bool {
	n := bytes.Count(sample, []byte(delimiter))
	if n < 2 {
		return false
	}
	key := strings.Trim(delimiter, " ")[:1]
	total := bytes.Count(sample, []byte(key))
	per := strings.Count(delimiter, key)
	if strings.Contains(delimiter, " ") {
		return n >= 6 && float64(n*per) >= .97*float64(total)
	}
	return float64(n*per) >= .9*float64(total)
}

// quotesCells tells whether cells of this dialect may be quoted: the quote
// stands at the start of a line or right behind a delimiter, and also at an
// end of one.
func quotesCells(sample []byte, d Dialect, quote byte) bool {
	opens, closes := false, false
	for i := 0; i < len(sample); i++ {
		n := bytes.IndexByte(sample[i:], quote)
		if n < 0 {
			break
		}
		i += n
		before, after := bytes.TrimRight(sample[:i], " "), bytes.TrimLeft(sample[i+1:], " ")
		tail := strings.TrimSpace(d.Delimiter)
		if tail == "" {
			tail = d.Delimiter
			before, after = sample[:i], sample[i+1:]
		}
		opens = opens || atEdge(before) || d.Delimiter != "" && bytes.HasSuffix(before, []byte(tail))
		closes = closes || len(after) == 0 || after[0] == '\n' || after[0] == '\r' || d.Delimiter != "" && bytes.HasPrefix(after, []byte(tail))
		if opens && (closes || quote == '"') {
			return true
		}
	}
	return false
}

// rareQuotes are signs that some exports set around cells instead of quotes.
const rareQuotes = "`|~$%*#^"

// quotesOnly tells whether a sign stands nowhere but around cells: every cell
// that starts with it ends with it, perhaps behind further delimiters.
func quotesOnly(sample []byte, d Dialect, quote byte) bool {
	if d.Delimiter == "" || d.Runs || strings.IndexByte(d.Delimiter, quote) >= 0 {
		return false
	}
	framed, open := 0, false
	for line := range bytes.Lines(sample) {
		for cell := range bytes.SplitSeq(bytes.TrimRight(line, "\r\n"), []byte(d.Delimiter)) {
			starts := len(cell) > 0 && cell[0] == quote
			ends := len(cell) > 0 && cell[len(cell)-1] == quote && (len(cell) > 1 || open)
			if !open && ends && !starts || !open && !starts && bytes.IndexByte(cell, quote) >= 0 {
				return false
			}
			if ends {
				framed++
			}
			open = (open || starts) && !ends
		}
	}
	return framed > 1
}

// onlyDoubled tells whether a sign never stands alone or in threes: two of
// them are the delimiter.
func onlyDoubled(sample []byte, sign string) bool {
	if !slices.Contains(severals[:], sign+sign) || sign == " " {
		return false
	}
	runs := 0
	for i := 0; i < len(sample); {
		n := bytes.Index(sample[i:], []byte(sign))
		if n < 0 {
			break
		}
		i += n
		start := i
		for i < len(sample) && sample[i] == sign[0] {
			i++
		}
		if (i-start)%2 != 0 {
			return false
		}
		runs++
	}
	return runs > 1
}

// findPadding notices that blanks stand before or behind nearly every
// delimiter: somebody lined the cells up, and the blanks are no part of them.
func (g *Guess) findPadding(sample []byte) {
	base := strings.Trim(g.Delimiter, " ")
	if len(base) != 1 || !strings.Contains(",;|", base) || g.Runs {
		return
	}
	_, rows, _ := bytes.Cut(sample, []byte("\n")) // labels are often written without
	all, before, behind, quoted := 0, 0, 0, false
	for i, c := range rows {
		switch {
		case c == g.Quote && g.Quote != 0:
			quoted = !quoted
		case c == base[0] && !quoted:
			all++
			if i > 0 && rows[i-1] == ' ' {
				before++
			}
			if i+1 == len(rows) || rows[i+1] == ' ' || rows[i+1] == '\n' || rows[i+1] == '\r' {
				behind++
			}
		}
	}
	const nearly = .97
	need := int(nearly*float64(all)) + 1
	if all < 4 || before < need && (behind < need || base != g.Delimiter) {
		return
	}
	g.Delimiter, g.Padded, g.Blanks = base, true, g.Quote != 0
}

func atEdge(before []byte) bool {
	return len(before) == 0 || before[len(before)-1] == '\n' || before[len(before)-1] == '\r'
}

// blanksBeforeQuotes tells whether quoted cells have a blank between the
// delimiter and their quote.
func blanksBeforeQuotes(sample []byte, d Dialect) bool {
	if d.Delimiter == "" {
		return false
	}
	with := bytes.Count(sample, []byte(d.Delimiter+" "+string(rune(d.Quote))))
	without := bytes.Count(sample, []byte(d.Delimiter+string(rune(d.Quote))))
	return with > without
}
