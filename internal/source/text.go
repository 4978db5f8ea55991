package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"goldpan/internal/contact"
	"goldpan/internal/source/charset"
	"goldpan/internal/source/delimited"
)

// How much of a text file is looked at before it is read: all of it for the
// encoding up to evidenceBytes, less once that is settled, the beginning for the rest.
const (
	evidenceBytes = 256 << 20
	settledBytes  = 8 << 20
	textSample    = 1 << 20
)

// text is a delimited text file.
type text struct {
	blob     *blob
	encoding string
	strays   string // encoding of cells that are not in encoding, "" if none
	guess    delimited.Guess
	nested   *delimited.Dialect // of records that are quoted as a whole
	given    *string
	runs     bool
	lim      Limits
}

// readText finds the tables of a text file.
func (f *File) readText(ctx context.Context, b *blob, list contact.List, o Options) error {
	if o.Sheet != "" {
		return &Error{Path: list.Path, Kind: Override, Detail: "it is a text file and has no sheet " + o.Sheet}
	}
	t := &text{blob: b, lim: o.Limits}
	if o.Delimiter != "" {
		d, runs, ok := delimited.ParseDelimiter(o.Delimiter)
		if !ok {
			return &Error{Path: list.Path, Kind: Override, Detail: fmt.Sprintf("%q cannot be a delimiter", o.Delimiter)}
		}
		t.given, t.runs = &d, runs
	}
	found, err := t.findEncoding(ctx, o.Encoding)
	if err != nil {
		return err
	}
	t.encoding, t.strays = found.Name, found.Strays
	sample, complete, err := t.sample()
	if err != nil {
		return err
	}
	if what := notText(sample); what != "" {
		return &Error{Path: list.Path, Kind: Binary, Detail: what, Hint: "export the list as CSV or XLSX"}
	}
	if len(bytes.TrimSpace(sample)) == 0 && complete {
		return &Error{Path: list.Path, Kind: Empty, Detail: "there is nothing but blanks in it"}
	}
	t.guess = delimited.Sniff(sample, complete, t.given, t.runs)
	if t.given != nil && *t.given != "" && t.guess.Width <= 1 {
		return &Error{Path: list.Path, Kind: Override, Detail: fmt.Sprintf("no row has the delimiter %q", *t.given), Hint: "leave --delimiter out and see what inspect finds"}
	}
	t.findNested(sample)
	table := &Table{List: list, Format: "csv", Encoding: t.encoding, Delimiter: t.guess.Delimiter, Quote: t.guess.QuoteName(),
		Escape: t.guess.EscapeName(), LineEnd: t.guess.LineEnd.String(), Confidence: min(found.Confidence, t.guess.Confidence),
		lines: t.lines, total: b.size, isFlat: true, dialect: t.guess.Dialect}
	if t.nested != nil {
		table.Delimiter, table.dialect = t.nested.Delimiter, *t.nested
		table.Notes = append(table.Notes, "every row is quoted as a whole")
	}
	if t.strays != "" {
		table.Notes = append(table.Notes, "some rows are in "+t.strays+", not in "+t.encoding+" as the rest")
	}
	if t.guess.Delimiter == "\t" {
		table.Format = "tsv"
	}
	if t.guess.Runs {
		table.Delimiter = "spaces"
	}
	return f.addTables(ctx, table, nil, o)
}

// findNested knows files whose rows were each put into one pair of quotes, as
// happens when a list is pasted into one column and saved again: nearly every
// line is one quoted cell, and what is inside splits evenly.
func (t *text) findNested(sample []byte) {
	outer := delimited.Dialect{Quote: '"', LineEnd: t.guess.LineEnd}
	if t.given != nil || t.guess.Skip > 0 || len(sample) == 0 {
		return
	}
	var inner bytes.Buffer
	rows, quoted := 0, 0
	in := delimited.NewReader(bytes.NewReader(sample), outer, 1, len(sample)+1)
	for rec, err := in.Next(); err == nil && rows < 300; rec, err = in.Next() {
		if rec.Blank {
			continue
		}
		rows++
		if rec.Trouble == 0 && rec.Raw[0] == '"' {
			quoted++
		}
		if quoted < rows-1 {
			return
		}
		inner.WriteString(strings.ReplaceAll(rec.Cells[0], "\n", " "))
		inner.WriteByte('\n')
	}
	g := delimited.Sniff(inner.Bytes(), true, nil, false)
	if rows < 2 || quoted < 2 || g.Width < 2 || strings.Trim(g.Delimiter, " :") == "" {
		return
	}
	even := 0
	for line := range bytes.Lines(inner.Bytes()) {
		if len(delimited.SplitLine(bytes.TrimRight(line, "\n"), g.Dialect)) == g.Width {
			even++
		}
	}
	if even*10 >= rows*9 {
		t.guess.Dialect, t.guess.Width, t.nested = outer, 1, &g.Dialect
	}
}

// findEncoding looks at the bytes of the file, or checks what the user says.
func (t *text) findEncoding(ctx context.Context, given string) (charset.Guess, error) {
	if given != "" {
		name, ok := charset.Canonical(given)
		if !ok {
			return charset.Guess{}, &Error{Kind: Override, Detail: fmt.Sprintf("%q is no encoding that can be read", given), Hint: "for instance utf-8, windows-1250, iso-8859-2"}
		}
		return charset.Guess{Name: name, Confidence: 1}, nil
	}
	r, err := t.blob.open(nil)
	if err != nil {
		return charset.Guess{}, err
	}
	defer r.Close()
	var e charset.Evidence
	buf := make([]byte, 256<<10)
	for read := 0; read < evidenceBytes; {
		n, err := r.Read(buf)
		e.Add(buf[:n])
		read += n
		if err == io.EOF || read > settledBytes && e.Settled() {
			break
		}
		if err != nil {
			return charset.Guess{}, err
		}
		if err := ctx.Err(); err != nil {
			return charset.Guess{}, err
		}
	}
	return e.Guess(), nil
}

// decoded opens the file as UTF-8.
func (t *text) decoded(done *atomic.Int64) (io.Reader, io.Closer, error) {
	raw, err := t.blob.open(done)
	if err != nil {
		return nil, nil, err
	}
	r, err := charset.NewReader(raw, t.encoding)
	if err != nil {
		raw.Close()
		return nil, nil, err
	}
	return r, raw, nil
}

// sample reads the beginning of the file; complete tells that it is all.
func (t *text) sample() (sample []byte, complete bool, err error) {
	r, c, err := t.decoded(nil)
	if err != nil {
		return nil, false, err
	}
	defer c.Close()
	sample, err = io.ReadAll(io.LimitReader(r, textSample))
	return sample, len(sample) < textSample, err
}

// notText tells binary data from text: control bytes that no export writes.
func notText(sample []byte) string {
	if len(sample) > 64<<10 {
		sample = sample[:64<<10]
	}
	odd := 0
	for _, b := range sample {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b && b > 0x02 && b != 0x1e && b != 0x1f && b != 0x14 && b != 0x1a {
			odd++
		}
	}
	nul := bytes.Count(sample, []byte{0})
	if odd*50 > len(sample) && odd > 8 || nul*3 > len(sample) && len(sample) > 4 {
		return "it holds binary data, no text"
	}
	return ""
}

// lines yields the records of the file as a spreadsheet numbers them.
func (t *text) lines(ctx context.Context, done *atomic.Int64) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		src, c, err := t.decoded(done)
		if err != nil {
			yield(line{}, err)
			return
		}
		defer c.Close()
		number := 0
		if t.guess.Skip > 0 {
			number = 1
			if _, err := io.CopyN(io.Discard, src, int64(t.guess.Skip)); err != nil {
				yield(line{}, err)
				return
			}
		}
		in := delimited.NewReader(src, t.guess.Dialect, t.guess.Width, t.lim.MaxRow)
		for {
			rec, err := in.Next()
			if err == io.EOF {
				return
			}
			number++
			if number%1024 == 0 && err == nil {
				err = ctx.Err()
			}
			if errors.Is(err, delimited.ErrLong) {
				err = fmt.Errorf("%w: row %d is longer than %d bytes", errLimit, number, t.lim.MaxRow)
			}
			if err == nil && len(rec.Cells) > t.lim.MaxColumns {
				err = fmt.Errorf("%w: row %d has more than %d columns", errLimit, number, t.lim.MaxColumns)
			}
			if err != nil {
				yield(line{}, err)
				return
			}
			l := line{number: number, cells: rec.Cells, raw: rec.Raw, garbled: rec.Trouble&delimited.BadUTF8 != 0, spotless: !rec.Dirty}
			if t.nested != nil && len(l.cells) == 1 {
				l.cells = delimited.SplitLine([]byte(l.cells[0]), *t.nested)
				l.spotless = false
			}
			if l.garbled && t.strays != "" {
				l.garbled = false
				for i, cell := range l.cells {
					if !utf8.ValidString(cell) {
						l.cells[i] = charset.Decode([]byte(cell), t.strays)
					}
				}
			}
			if !yield(l, nil) {
				return
			}
		}
	}
}
