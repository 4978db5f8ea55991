// Package parallel is the one place where rows are worked on side by side.
package parallel

import (
	"context"
	"iter"
	"sync"
)

// Map runs work over the items of in on several goroutines and yields the
// results in the order of the items. work is called once for each goroutine,
// one after another, to make its own function, which may therefore keep
// scratch memory.
//
// An item should be worth about a tenth of a millisecond (a batch of a few
// hundred rows): measured on two cores, handing over single rows is slower
// than not being parallel at all.
//
// The first error, from in, from the function or from ctx, is yielded at its
// place in the order and ends the sequence. With one worker nothing runs
// beside the caller.
func Map[A, B any](ctx context.Context, workers int, in iter.Seq2[A, error], work func() func(A) (B, error)) iter.Seq2[B, error] {
	if workers <= 1 {
		return inline(ctx, in, work())
	}
	return func(yield func(B, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		// Whoever stops early must not leave a goroutine reading the input.
		defer running.Wait()
		defer cancel()

		type job struct {
			item A
			err  error
			done chan struct{}
			out  B
		}
		todo := make(chan *job, workers)
		order := make(chan *job, 2*workers)

		running.Go(func() {
			defer close(order)
			defer close(todo)
			for item, err := range in {
				j := &job{item: item, err: err, done: make(chan struct{})}
				if err != nil {
					close(j.done)
				}
				select {
				case order <- j:
				case <-ctx.Done():
					return
				}
				if err != nil {
					return
				}
				select {
				case todo <- j:
				case <-ctx.Done():
					close(j.done)
					return
				}
			}
		})
		for range workers {
			do := work() // here, so that work itself need not be safe for many goroutines
			running.Go(func() {
				for j := range todo {
					j.out, j.err = do(j.item)
					close(j.done)
				}
			})
		}
		for j := range order {
			select {
			case <-j.done:
			case <-ctx.Done():
				var none B
				yield(none, ctx.Err())
				return
			}
			if !yield(j.out, j.err) || j.err != nil {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			var none B
			yield(none, err)
		}
	}
}

func inline[A, B any](ctx context.Context, in iter.Seq2[A, error], do func(A) (B, error)) iter.Seq2[B, error] {
	return func(yield func(B, error) bool) {
		var none B
		for item, err := range in {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(none, err)
				return
			}
			out, err := do(item)
			if !yield(out, err) || err != nil {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(none, err)
		}
	}
}
