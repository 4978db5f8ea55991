package sift

import (
	"context"
	"strings"

	"goldpan/internal/clean"
	"goldpan/internal/columns"
	"goldpan/internal/contact"
	"goldpan/internal/source"
	"goldpan/internal/suppress"
)

// loadTable reads a table the way lists are read. Its header, and rows that
// could not be parsed, are searched for what says by itself what it is: an
// entry must not be lost to a missing header or a stray quote.
func (run *run) loadTable(ctx context.Context, t *source.Table, loader *suppress.Loader) error {
	m, _ := columns.Map(t.Header, t.Sample, columns.Options{Country: run.job.Country, Path: t.List.Path})
	if m.Hints.Country == "" {
		m.Hints.Country = run.country()
	}
	config := run.cleanConfig()
	config.Country = m.Hints.Country
	c := clean.New(config)
	if t.HeaderRow > 0 {
		loose(loader, t.Header, t.HeaderRow)
	}
	says := readBlockColumns(t.Header, loader.List().Kind)
	var r contact.Record
	for row, err := range t.Rows(ctx) {
		switch {
		case err != nil:
			return err
		case row.Kind == source.BadRow, row.Kind == source.BadEncodingRow:
			loose(loader, strings.FieldsFunc(row.Raw, func(r rune) bool { return strings.ContainsRune(",;\t|\n\"", r) }), row.Number)
		case row.Kind == source.DataRow:
			r.Reset()
			m.Apply(row.Cells, &r)
			numbers := [...]string{r.Get(contact.Phone), r.Get(contact.Phone2), r.Get(contact.Mobile), r.Get(contact.Switchboard)}
			c.Clean(&r, &m.Hints)
			says.apply(row.Cells, &r)
			for _, cell := range row.Cells {
				loader.Digest(strings.TrimSpace(cell), &r) // as it stands: cleaning may see a number in it
			}
			loader.Record(&r, row.Number)
			run.alike.add(&r, loader)
			if by := r.Get(contact.CountryBy); by == "" || by == "list" {
				for _, number := range numbers {
					loader.National(number, &r)
				}
			}
		}
	}
	return nil
}

// loose adds the cells that are emails, numbers, domains or hashes by
// themselves; that there are none is no fault of a header.
func loose(loader *suppress.Loader, cells []string, row int) {
	unusable := loader.Loaded.Unusable
	loader.Cells(cells, row)
	loader.Loaded.Unusable = unusable
}
