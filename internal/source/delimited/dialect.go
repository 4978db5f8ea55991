// Package delimited reads delimited text: rows of cells parted by a delimiter,
// with or without quotes, in whatever dialect the file shows. The text must
// already be UTF-8.
//
// Unlike encoding/csv it never gives up and never swallows the rest of a file:
// a quote that is not closed costs at most the row it stands in, every byte
// belongs to exactly one record, and a record says what was wrong with it.
package delimited

import "strings"

// LineEnd says which bytes end a record.
type LineEnd uint8

// The line ends. LF covers LF, CRLF and both mixed; Any also takes a CR alone.
const (
	LF LineEnd = iota
	CRLF
	CR
	Any
)

var lineEndNames = [...]string{"lf", "crlf", "cr", "mixed"}

// String is the line end as inspect shows it.
func (e LineEnd) String() string { return lineEndNames[e] }

// Dialect is how a file marks its cells and records.
type Dialect struct {
	Delimiter string  // "" when a line is one cell
	Runs      bool    // a run of blanks, at least as many as Delimiter has, is one delimiter
	Quote     byte    // 0, '"', '\'' or one of rareQuotes
	Backslash bool    // a backslash escapes quote, delimiter and itself
	Blanks    bool    // blanks may stand between delimiter and quote
	Padded    bool    // blanks around a cell are no part of it
	LineEnd   LineEnd // which bytes end a record
}

// QuoteName is the quote for people, "none" without one.
func (d Dialect) QuoteName() string {
	if d.Quote == 0 {
		return "none"
	}
	return string(rune(d.Quote))
}

// pair is a doubled quote.
func (d Dialect) pair() []byte { return []byte{d.Quote, d.Quote} }

// EscapeName says how a quote inside a quoted cell is written.
func (d Dialect) EscapeName() string {
	switch {
	case d.Backslash:
		return `\`
	case d.Quote == 0:
		return "none"
	}
	return "doubled"
}

// delimiterWords are names people give on a command line.
var delimiterWords = map[string]string{
	"comma": ",", "semicolon": ";", "tab": "\t", `\t`: "\t", "pipe": "|", "caret": "^",
	"colon": ":", "space": " ", "spaces": "  ", "none": "",
}

// ParseDelimiter understands what a person writes for a delimiter: the
// characters themselves or a word such as tab. ok is false for what can
// never part cells: a quote, a line end, or more than 8 bytes.
func ParseDelimiter(text string) (delimiter string, runs, ok bool) {
	if word, known := delimiterWords[strings.ToLower(text)]; known {
		return word, word == "  ", true
	}
	if text == "" || len(text) > 8 || strings.ContainsAny(text, "\"\r\n") {
		return "", false, false
	}
	return text, false, true
}

// Spaced is the dialect with a blank behind every delimiter, where that is
// another one.
func (d Dialect) Spaced() Dialect {
	if d.Delimiter == "" || d.Runs || strings.Contains(d.Delimiter, " ") || d.Delimiter == "\t" {
		return d
	}
	d.Delimiter += " "
	d.Blanks = false
	return d
}
