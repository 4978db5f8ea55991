package sift

import (
	"context"
	"io"
	"sync"

	"goldpan/internal/parallel"
	"goldpan/internal/sink"
	"goldpan/internal/source"
)

// CleanReport is what goldpan clean tells beside its rows.
type CleanReport struct {
	Rows, Bad  int
	Masked     int // personal ids and payment numbers
	Unreadable []Unreadable
}

// Clean only brings to normal form: it writes every row of the lists, none
// merged or dropped, as CSV.
func Clean(ctx context.Context, job Job, w io.Writer) (*CleanReport, error) {
	run, cleanUp, err := start(ctx, job)
	if err != nil {
		return nil, err
	}
	defer cleanUp()
	report := &CleanReport{Unreadable: run.unreadable}
	c := sink.NewCSV(w)
	if err := c.Row(sink.CleanColumns()...); err != nil {
		return nil, err
	}
	pool := &sync.Pool{New: func() any { return new(batch) }}
	for b, err := range parallel.Map(ctx, run.job.Jobs, batches(ctx, run.lists, pool), run.washing) {
		if err != nil {
			return nil, err
		}
		for i := range b.rows {
			if !isRow(b.rows[i].Kind) {
				continue
			}
			report.Rows++
			if b.rows[i].Kind != source.DataRow {
				report.Bad++
				b.records[i].Note(0, string(badReason(b.rows[i].Kind)))
			}
			if err := c.Clean(sink.Place{List: b.list.table.List, Row: int32(b.rows[i].Number)}, &b.records[i]); err != nil {
				return nil, err
			}
		}
		report.Masked += b.masked
		run.progress("cleaning", int64(report.Rows), estimate(report.Rows, run.bytesDone(), run.totalBytes()))
		pool.Put(b)
	}
	return report, c.Flush()
}
