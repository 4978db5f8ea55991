package delimited

import "bytes"

// reading is how quotes are understood where they contradict the rules.
type reading uint8

const (
	// asSaid keeps a quoted cell open over quotes that neither end it nor are
	// escaped.
	asSaid reading = iota
	// asText takes a cell with such a quote for plain text, its quotes
	// included; an opening quote that is never closed is left out.
	asText
	// asFramed ends a quoted cell only where the next one is quoted too, or at
	// the end of the record.
	asFramed
	// asTight ends it only where no blank follows the delimiter: behind that
	// of ""Oak Farm", Ogre", a sentence goes on.
	asTight
)

// scan splits data, one record that may span lines, into r.text and r.ends,
// taking quotes away. closed is false when a quoted cell was never closed;
// strays counts quotes that no rule explains.
func (r *Reader) scan(data []byte, how reading) (closed bool, strays int) {
	r.text, r.ends = r.text[:0], r.ends[:0]
	r.how, r.opened = how, -1
	closed = true
	i := 0
	for {
		if r.d.Runs {
			for i < len(data) && isBlankByte(data[i]) {
				i++
			}
			if i == len(data) && len(r.ends) > 0 {
				return closed, strays
			}
		}
		at := i
		if r.d.Blanks {
			for at < len(data) && data[at] == ' ' {
				at++
			}
		}
		if r.d.Quote != 0 && at < len(data) && data[at] == r.d.Quote {
			start := len(r.text)
			end, ok, n := r.inside(data, at+1)
			strays += n
			switch {
			case how == asText && n > 0:
				r.text = r.text[:start]
				end = r.outside(data, at)
				switch bytes.Count(r.text[start:], r.text[start:start+1]) {
				case 1: // it opens what nothing closes
					r.text = append(r.text[:start], r.text[start+1:]...)
					r.opened = len(r.ends)
				case 3:
					if n := len(r.text); n > start+3 && bytes.HasSuffix(r.text, r.d.pair()) {
						r.text = append(r.text[:start], r.text[start+1:n-1]...)
					}
				}
			case !ok && how != asText:
				return false, strays
			case !ok:
				closed = false
				end = r.outside(data, at+1)
				r.opened = len(r.ends)
				if n := len(r.text); bytes.Count(r.text[start:], r.d.pair()) == 1 && bytes.HasSuffix(r.text, r.d.pair()) {
					r.text, r.opened = r.text[:n-1], -1 // "text"": one quote of the text before the one that closes
				}
			}
			i = end
		} else {
			i = r.outside(data, i)
		}
		r.ends = append(r.ends, len(r.text))
		if i >= len(data) {
			return closed, strays
		}
		i += r.delimiterAt(data, i)
		if i >= len(data) && !r.d.Runs {
			r.ends = append(r.ends, len(r.text))
			return closed, strays
		}
	}
}

// outside copies an unquoted cell and returns where its delimiter stands.
func (r *Reader) outside(data []byte, i int) int {
	if !r.d.Backslash && !r.d.Runs && r.d.Delimiter != "" {
		end := bytes.Index(data[i:], []byte(r.d.Delimiter))
		if end < 0 {
			end = len(data) - i
		}
		r.text = append(r.text, data[i:i+end]...)
		return i + end
	}
	for i < len(data) && r.delimiterAt(data, i) == 0 {
		if r.d.Backslash && data[i] == '\\' && r.escapes(data, i+1) {
			i++
		}
		r.text = append(r.text, data[i])
		i++
	}
	return i
}

// inside copies a quoted cell whose text starts at i and returns where its
// delimiter stands. ok is false when the cell never ends.
func (r *Reader) inside(data []byte, i int) (next int, ok bool, strays int) {
	start := len(r.text)
	quote := r.d.Quote
	for {
		n := r.special(data[i:])
		if n < 0 {
			r.text = r.text[:start]
			return i, false, strays
		}
		r.text = append(r.text, data[i:i+n]...)
		i += n
		if data[i] == '\\' && quote != '\\' {
			if r.escapes(data, i+1) {
				i++
			}
			r.text = append(r.text, data[i])
			i++
			continue
		}
		i++
		if !r.d.Backslash && i < len(data) && data[i] == quote {
			r.text = append(r.text, quote)
			i++
			if r.how == asFramed {
				// "Firm "A"",": one quote of the text, one of the frame.
				if end, ends := r.cellEnd(data, i); ends {
					return end, true, strays + 1
				}
			}
			continue
		}
		if end, ends := r.cellEnd(data, i); ends {
			return end, true, strays
		}
		if r.d.Backslash && i < len(data) && data[i] == quote {
			r.text = append(r.text, quote)
			i++
			continue
		}
		r.text = append(r.text, quote)
		strays++
		if r.opensAt(data, i-1) {
			strays += openingStray
		}
	}
}

// openingStray is what a quote counts more that stands where a cell starts,
// although another cell is still open: the sign of a quote never closed.
const openingStray = 10

// opensAt tells whether a cell starts at i, right behind a delimiter or at the
// start of a line.
func (r *Reader) opensAt(data []byte, i int) bool {
	if i == 0 || data[i-1] == '\n' || data[i-1] == '\r' {
		return true
	}
	d := r.d.Delimiter
	return d != "" && bytes.HasSuffix(data[:i], []byte(d))
}

// special finds the next quote, or backslash where those escape.
func (r *Reader) special(data []byte) int {
	n := bytes.IndexByte(data, r.d.Quote)
	if r.d.Backslash {
		limit := data
		if n >= 0 {
			limit = data[:n]
		}
		if b := bytes.IndexByte(limit, '\\'); b >= 0 {
			return b
		}
	}
	return n
}

// cellEnd tells whether a quoted cell may end at i: a delimiter or the end of
// the record follows, perhaps behind blanks.
func (r *Reader) cellEnd(data []byte, i int) (int, bool) {
	for at := i; ; at++ {
		if at >= len(data) {
			return at, true
		}
		if n := r.delimiterAt(data, at); n > 0 {
			next := at + n
			switch {
			case next >= len(data):
			case r.how == asFramed:
				return at, data[next] == r.d.Quote
			case r.how == asTight:
				return at, data[next] != ' '
			}
			return at, true
		}
		if data[at] != ' ' {
			return i, false
		}
	}
}

// escapes tells whether a backslash before i is an escape and no plain text.
func (r *Reader) escapes(data []byte, i int) bool {
	return i < len(data) && (data[i] == r.d.Quote || data[i] == '\\' || r.delimiterAt(data, i) > 0)
}

// delimiterAt is the length of the delimiter at i, 0 if there is none.
func (r *Reader) delimiterAt(data []byte, i int) int {
	d := r.d.Delimiter
	switch {
	case d == "":
		return 0
	case r.d.Runs:
		n := i
		for n < len(data) && isBlankByte(data[n]) {
			n++
		}
		if n-i < len(d) && n < len(data) && data[i] != '\t' {
			return 0
		}
		return n - i
	case data[i] != d[0]:
		return 0
	case len(d) == 1:
		return 1
	case len(data)-i >= len(d) && string(data[i:i+len(d)]) == d:
		return len(d)
	}
	return 0
}

func isBlankByte(b byte) bool { return b == ' ' || b == '\t' }
