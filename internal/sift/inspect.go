package sift

import (
	"context"
	"encoding/csv"
	"io"

	"goldpan/internal/columns"
	"goldpan/internal/source"
)

// Reading is how one table is read.
type Reading struct {
	Table   *source.Table
	Mapping *columns.Mapping
}

// Inspection is how a job's lists are read.
type Inspection struct {
	Readings   []Reading
	Hidden     []source.HiddenSheet
	Unreadable []Unreadable
	LeftOut    []string
}

// Inspect opens and maps lists without sifting them, and hands what it found
// to show while they are open.
func Inspect(ctx context.Context, job Job, show func(*Inspection) error) error {
	run, err := prepare(job)
	if err != nil {
		return err
	}
	defer run.closeLists()
	if err := run.openLists(ctx); err != nil {
		return err
	}
	in := &Inspection{Unreadable: run.unreadable, LeftOut: run.notes}
	for _, l := range run.lists {
		in.Readings = append(in.Readings, Reading{l.table, l.mapping})
	}
	for _, f := range run.files {
		in.Hidden = append(in.Hidden, f.Hidden...)
	}
	return show(in)
}

// WriteTable writes a table exactly as read, header first, as UTF-8 CSV; only
// personal ids are masked. A row that could not be parsed is written with the
// cells it has, so that every row is accounted for.
func (r Reading) WriteTable(ctx context.Context, w io.Writer) error {
	c := csv.NewWriter(w) // unguarded: the cells as they are
	if err := c.Write(r.Table.Header); err != nil {
		return err
	}
	for row, err := range r.Table.Rows(ctx) {
		if err != nil {
			return err
		}
		cells := row.Cells
		switch row.Kind {
		case source.DataRow:
			r.Mapping.Mask(cells)
		case source.BadRow, source.BadEncodingRow:
			if len(cells) == 0 {
				cells = []string{row.Raw}
			}
		default:
			continue
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
