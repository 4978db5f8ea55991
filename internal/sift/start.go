package sift

import (
	"context"
	"fmt"
	"os"

	"goldpan/internal/dedupe"
)

// start opens the lists of a command that writes no output folder. cleanUp
// closes them and removes what was temporary.
func start(ctx context.Context, job Job) (r *run, cleanUp func(), err error) {
	r, err = prepare(job)
	if err != nil {
		return nil, nil, err
	}
	if r.temp, err = os.MkdirTemp("", "goldpan-*"); err != nil {
		return nil, nil, fmt.Errorf("temporary folder: %w", err)
	}
	cleanUp = func() {
		r.closeLists()
		os.RemoveAll(r.temp)
	}
	if err = r.open(ctx); err != nil {
		cleanUp()
		return nil, nil, err
	}
	return r, cleanUp, nil
}

// matched is start, with every row read and its duplicates found.
func matched(ctx context.Context, job Job) (r *run, all *rows, who *dedupe.Result, cleanUp func(), err error) {
	r, finish, err := start(ctx, job)
	if err != nil {
		return nil, nil, nil, nil, err
	}
	cleanUp = finish
	if all, err = r.firstPass(ctx); err == nil {
		cleanUp = func() {
			all.close()
			finish()
		}
		who, err = r.whoIsWhom(ctx, all)
	}
	if err != nil {
		cleanUp()
		return nil, nil, nil, nil, err
	}
	return r, all, who, cleanUp, nil
}

// open opens the lists and reads what they are held against.
func (run *run) open(ctx context.Context) error {
	if err := run.openLists(ctx); err != nil {
		return err
	}
	if err := run.loadReferences(ctx); err != nil {
		return err
	}
	return run.loadDecisions(ctx)
}
