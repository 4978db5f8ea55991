package sift

import (
	"context"
	"iter"
	"sync"

	"goldpan/internal/clean"
	"goldpan/internal/contact"
	"goldpan/internal/parallel"
	"goldpan/internal/profile"
	"goldpan/internal/qualify"
	"goldpan/internal/source"
)

// Survey counts what the rows of a job's lists hold, for a starter profile.
func Survey(ctx context.Context, job Job) (*profile.Statistics, []Unreadable, error) {
	run, cleanUp, err := start(ctx, job)
	if err != nil {
		return nil, nil, err
	}
	defer cleanUp()
	s := profile.NewStatistics()
	for r, err := range run.cleaned(ctx) {
		if err != nil {
			return nil, nil, err
		}
		s.Count(r)
	}
	return s, run.unreadable, nil
}

// BackTest judges the rows of a job's lists, known customers, by its profile.
func BackTest(ctx context.Context, job Job) (*profile.BackTest, []Unreadable, error) {
	run, cleanUp, err := start(ctx, job)
	if err != nil {
		return nil, nil, err
	}
	defer cleanUp()
	test := profile.NewBackTest()
	judge := run.plan.NewJudge(run.columns())
	for r, err := range run.cleaned(ctx) {
		if err != nil {
			return nil, nil, err
		}
		test.Count(judge, &qualify.Subject{Rec: r, Members: 1, Lists: 1})
	}
	return test, run.unreadable, nil
}

// cleaned yields the data rows of all lists in normal form. A record is valid
// until the next one.
func (run *run) cleaned(ctx context.Context) iter.Seq2[*contact.Record, error] {
	return func(yield func(*contact.Record, error) bool) {
		pool := &sync.Pool{New: func() any { return new(batch) }}
		for b, err := range parallel.Map(ctx, run.job.Jobs, batches(ctx, run.lists, pool), run.washing) {
			if err != nil {
				yield(nil, err)
				return
			}
			for i := range b.rows {
				if b.rows[i].Kind == source.DataRow && !yield(&b.records[i], nil) {
					return
				}
			}
			run.progress("reading and cleaning", int64(b.first)+int64(len(b.rows)), estimate(int(b.first), run.bytesDone(), run.totalBytes()))
			pool.Put(b)
		}
	}
}

// washing makes one worker's function.
func (run *run) washing() func(*batch) (*batch, error) {
	w := &washer{cleaners: map[string]*clean.Cleaner{}, config: run.cleanConfig(), blocks: run.blocks}
	return w.wash
}
