package contact

import "strconv"

// List names one input: a file, or one sheet of a workbook.
type List struct {
	Path  string // as given on the command line or in the profile
	Sheet string // "" for files without sheets
}

// String is the path, with the sheet behind "#" where there is one.
func (l List) String() string {
	if l.Sheet == "" {
		return l.Path
	}
	return l.Path + "#" + l.Sheet
}

// Origin is where a row stands: the index of its list in the run's sorted
// lists and the number a spreadsheet shows beside the row (1 is the first).
type Origin struct {
	List int32
	Row  int32
}

// Record is one row on its way through a run: plain data, no behaviour beyond
// look-ups. Strings are immutable and may be kept; the slices belong to
// whoever made the record.
type Record struct {
	ID     uint32 // dense, in input order; indexes every per-row slice
	Origin Origin
	// Raw holds the cells as read, in the list's column order, with personal
	// ids and card numbers already masked.
	Raw []string
	// Values holds the fields: as mapped before cleaning, in normal form after.
	Values [NumFields]string
	// Extras are the columns mapped to no field.
	Extras []Extra
	// Notes say what cleaning changed.
	Notes []Note
}

// Extra is a value of a column that maps to no field. Label indexes the run's
// table of extra labels.
type Extra struct {
	Label uint16
	Value string
}

// Note says what cleaning did to a field, as a code in kebab-case
// ("case-restored", "suggest:gmail.com").
type Note struct {
	Field Field
	Code  string
}

// String is the note as the outputs write it: field:code.
func (n Note) String() string { return n.Field.String() + ":" + n.Code }

// Note adds a note to the record, once.
func (r *Record) Note(f Field, code string) {
	n := Note{f, code}
	for _, have := range r.Notes {
		if have == n {
			return
		}
	}
	r.Notes = append(r.Notes, n)
}

// Get is the value of a field.
func (r *Record) Get(f Field) string { return r.Values[f] }

// Set replaces the value of a field.
func (r *Record) Set(f Field, v string) { r.Values[f] = v }

// Has tells whether the field holds anything.
func (r *Record) Has(f Field) bool { return r.Values[f] != "" }

// FullName joins first, middle and last name, or gives FullName where the
// parts are unknown.
func (r *Record) FullName() string {
	first, middle, last := r.Values[FirstName], r.Values[MiddleName], r.Values[LastName]
	name := first
	for _, part := range [2]string{middle, last} {
		if part == "" {
			continue
		}
		if name != "" {
			name += " "
		}
		name += part
	}
	if name == "" {
		return r.Values[FullName]
	}
	return name
}

// Reset empties the record for reuse, keeping its slices' memory.
func (r *Record) Reset() {
	raw, extras, notes := r.Raw[:0], r.Extras[:0], r.Notes[:0]
	*r = Record{Raw: raw, Extras: extras, Notes: notes}
}

// Row names an origin for a person: "path#sheet:row".
func (l List) Row(number int32) string {
	return l.String() + ":" + strconv.Itoa(int(number))
}
