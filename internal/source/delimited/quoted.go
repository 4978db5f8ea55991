package delimited

import (
	"bytes"
	"io"
	"strings"
)

// quoted reads a record whose first line holds a quote. It prefers the
// reading with the fewest oddities: the line as its quotes say; with stray
// quotes inside a cell whose neighbours are quoted too; with quotes that are
// part of the text, as in "ACME" Ltd; the record over several lines; and last
// the line alone with an open quote taken for dirt. It returns the offset
// behind the record.
func (r *Reader) quoted(line []byte, next int) (int, error) {
	if r.framedPlainly(line) {
		r.bridgeBefore()
		return next, nil
	}
	closed, strays := r.scan(line, asSaid)
	if n := len(line); closed && strays > 0 && r.width > 0 && n > 1 && line[0] == r.d.Quote && line[n-1] == r.d.Quote {
		// All cells seem to be quoted: a cell ends where the next one opens.
		if framed, n := r.scan(line, asFramed); framed && r.fits() {
			r.take(line, n)
			return next, nil
		}
		closed, strays = r.scan(line, asSaid)
	}
	if closed && (strays == 0 || strays < openingStray && r.fits()) {
		r.take(line, strays)
		r.bridgeBefore()
		return next, nil
	}
	if strays > 0 && r.width > 0 {
		for _, how := range [...]reading{asFramed, asTight} {
			if ended, n := r.scan(line, how); ended && n < openingStray && r.fits() {
				r.take(line, n)
				return next, nil
			}
		}
	}
	whole, _ := r.scan(line, asText)
	if whole && r.fits() {
		r.take(line, 1)
		return next, nil
	}
	if closed && r.bridges() {
		r.take(line, 1)
		r.bridge(r.opened)
		return next, nil
	}
	if closed {
		_, strays = r.scan(line, asSaid)
		r.take(line, strays)
		return next, nil
	}
	end, ok, err := r.across(next)
	if err != nil {
		return 0, err
	}
	if ok {
		data := r.buf[r.pos : r.pos+end.text]
		_, strays = r.scan(data, asSaid)
		r.take(data, strays)
		return end.next, nil
	}
	line = r.buf[r.pos : r.pos+len(line)]
	r.scan(line, asText)
	bridges := r.bridges()
	r.take(line, 0)
	r.rec.Trouble |= OpenQuote
	if bridges {
		r.bridge(r.opened)
	}
	return next, nil
}

// bridges tells whether the text scanned last has too many cells, and a quote
// that opens and is never closed says which of them are one.
func (r *Reader) bridges() bool {
	return r.width > 1 && r.opened >= 0 && len(r.ends) > r.width && r.opened < r.width
}

// bridge makes one cell of those from first on, as many as are too many.
func (r *Reader) bridge(first int) {
	cells := r.rec.Cells
	last := first + len(cells) - r.width
	cells[first] = strings.Join(cells[first:last+1], r.d.Delimiter)
	r.rec.Cells = append(cells[:first+1], cells[last+1:]...)
}

// bridgeBefore does the same where a record with too many cells has one that
// only ends in a quote: its opening quote is missing. An inch mark behind a
// number is none.
func (r *Reader) bridgeBefore() {
	extra, at := len(r.rec.Cells)-r.width, -1
	if r.width < 2 || extra <= 0 || extra > 8 {
		return
	}
	for i, cell := range r.rec.Cells {
		if n := len(cell); n > 1 && strings.IndexByte(cell, r.d.Quote) == n-1 {
			if at >= 0 {
				return
			}
			at = i
		}
	}
	if at < extra {
		return
	}
	cell := strings.TrimSuffix(r.rec.Cells[at], string(rune(r.d.Quote)))
	if isDigit(cell[len(cell)-1]) && strings.ContainsFunc(cell, func(c rune) bool { return !strings.ContainsRune("0123456789.,", c) }) {
		return
	}
	r.rec.Cells[at] = cell
	r.bridge(at - extra)
	r.rec.Trouble |= StrayQuote
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// framedPlainly reads the usual record with quotes in one step: cells that are
// quoted as a whole, with no quote inside, beside cells without quotes. It says
// no, and changes nothing, where anything else stands in the line.
func (r *Reader) framedPlainly(line []byte) bool {
	if len(r.d.Delimiter) != 1 || r.d.Runs || r.d.Blanks || r.d.Backslash {
		return false
	}
	quote, delimiter := r.d.Quote, r.d.Delimiter[0]
	bounds, dirty := r.ends[:0], false // start and end of each cell
	for i := 0; ; i++ {
		start, framed := i, i < len(line) && line[i] == quote
		if framed {
			i++
			start++
		}
		for ; i < len(line); i++ {
			c := line[i]
			if framed && c == quote || !framed && c == delimiter {
				break
			}
			dirty = dirty || r.classes[c] == dirtyByte
		}
		bounds = append(bounds, start, i)
		if framed {
			if i++; i > len(line) {
				return false // never closed
			}
		}
		if i == len(line) {
			break
		}
		if line[i] != delimiter {
			return false
		}
	}
	r.ends = bounds
	text, cells := string(line), r.cells[:0]
	for i := 0; i < len(bounds); i += 2 {
		cells = append(cells, text[bounds[i]:bounds[i+1]])
	}
	r.rec.Cells, r.rec.Dirty = cells, dirty
	r.rec.Blank = len(cells) == 1 && isBlank(cells[0])
	return true
}

// take makes the record in hand of the text scanned last.
func (r *Reader) take(data []byte, strays int) {
	r.rec.Raw, r.rec.Cells = data, r.strings()
	if strays > 0 {
		r.rec.Trouble |= StrayQuote
	}
	r.rec.Blank = len(r.rec.Cells) == 1 && isBlank(r.rec.Cells[0])
}

// fits tells whether the text scanned last has as many cells as usual.
func (r *Reader) fits() bool { return r.width == 0 || len(r.ends) == r.width }

// extent is where a record ends: its text, and the start of the next.
type extent struct{ text, next int }

// swallowed is how many lines that look like whole records a quoted cell may
// span before its quote is taken for a stray one.
const swallowed = 4

// How many bytes of records may be looked at again for a closing quote, in all
// and for every byte read: few where the number of quotes says that there is
// none, more where there may be one. Beyond that a quote is taken for a stray
// one, so that a file of stray quotes takes no longer than its size allows.
const (
	rescanBytes = 4 << 20
	rescanTimes = 4
)

// mayRescan tells whether a record of n bytes may be looked at again.
func (r *Reader) mayRescan(n int, likely bool) bool {
	allowed := rescanBytes + rescanTimes*r.passed
	if likely {
		allowed *= 4
	}
	if r.rescanned+n > allowed {
		return false
	}
	r.rescanned += n
	return true
}

// across looks for the line on which the record's open quote is closed. It
// says no when the quote rather swallowed other records.
func (r *Reader) across(next int) (extent, bool, error) {
	whole, quotes := 0, bytes.Count(r.buf[r.pos:r.pos+next], []byte{r.d.Quote})
	alone := r.standsAlone(withoutCR(bytes.TrimSuffix(r.buf[r.pos:r.pos+next], []byte("\n"))))
	for {
		line, after, err := r.line(next)
		if err == io.EOF || err == ErrLong {
			return extent{}, false, nil
		}
		if err != nil {
			return extent{}, false, err
		}
		end := extent{next + len(line), after}
		if end.text > r.max || !r.mayRescan(len(line)/4, true) {
			return extent{}, false, nil
		}
		n := bytes.Count(line, []byte{r.d.Quote})
		quotes += n
		alone = alone && r.standsAlone(line)
		likely := quotes%2 == 0 || r.d.Backslash
		if n > 0 && likely && !r.mayRescan(0, true) {
			return extent{}, false, nil
		}
		if n > 0 && r.mayRescan(end.text, likely) {
			closed, strays := r.scan(r.buf[r.pos:r.pos+end.text], asSaid)
			if closed {
				throughout := strays == 0 && r.buf[r.pos] == r.d.Quote && r.buf[r.pos+end.text-1] == r.d.Quote // all its cells seem to be quoted
				return end, (throughout || !alone) && r.believable(len(r.ends), strays, whole), nil
			}
			if strays > 2 && whole > 0 {
				return extent{}, false, nil
			}
		}
		if r.width > 1 && r.wholeRecord(line) {
			if whole++; whole > swallowed && r.width > 2 || whole > 200 {
				return extent{}, false, nil
			}
		}
		next = after
	}
}

// leastAlone is how many cells a table must have for its lines to prove that
// they are records: an address over two lines holds a few commas as well.
const leastAlone = 4

// standsAlone tells whether a line, one of those a quoted cell would span,
// is rather a record of its own: by one of the readings of its quotes it has as
// many cells as usual, and none but quoted ones start with a blank.
func (r *Reader) standsAlone(line []byte) bool {
	if r.width < leastAlone {
		return false
	}
	for _, how := range [...]reading{asSaid, asFramed, asTight, asText} {
		closed, strays := r.scan(line, how)
		if (how == asText || closed && strays < openingStray) && r.fits() && !r.spaced() {
			return true
		}
	}
	return false
}

// spaced tells whether a cell of the text scanned last starts with a blank, as
// behind the commas of a sentence.
func (r *Reader) spaced() bool {
	if r.d.Padded || r.d.Blanks || r.d.Runs {
		return false
	}
	start := 0
	for _, end := range r.ends {
		if start < end && r.text[start] == ' ' {
			return true
		}
		start = end
	}
	return false
}

// believable weighs a record over several lines: its cells fit the table, or
// at least nothing in it fits better.
func (r *Reader) believable(cells, strays, whole int) bool {
	fits := r.width == 0 || cells == r.width
	if strays == 0 && fits {
		return true
	}
	if strays == 0 && whole == 0 {
		return true
	}
	return fits && whole == 0 && strays < openingStray
}

// wholeRecord tells whether a line is a record by itself.
func (r *Reader) wholeRecord(line []byte) bool {
	if r.count(line) == r.width {
		return true
	}
	if bytes.IndexByte(line, r.d.Quote) < 0 {
		return false
	}
	closed, strays := r.scan(line, asSaid)
	return closed && strays == 0 && len(r.ends) == r.width
}

// count is how many cells a line has when its quotes mean nothing.
func (r *Reader) count(line []byte) int {
	switch {
	case r.d.Delimiter == "":
		return 1
	case r.d.Runs:
		return len(splitRuns(string(line), len(r.d.Delimiter), nil))
	}
	return bytes.Count(line, []byte(r.d.Delimiter)) + 1
}
