package parallel

import (
	"context"
	"errors"
	"iter"
	"sync/atomic"
	"testing"
	"time"
)

func count(n int, err error) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, nil) {
				return
			}
		}
		if err != nil {
			yield(0, err)
		}
	}
}

func TestMapKeepsOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		next := 0
		for got, err := range Map(context.Background(), workers, count(500, nil), func() func(int) (int, error) {
			return func(i int) (int, error) {
				if i%7 == 0 {
					time.Sleep(time.Microsecond)
				}
				return 3 * i, nil
			}
		}) {
			if err != nil || got != 3*next {
				t.Fatalf("workers %d: got %d, %v, want %d", workers, got, err, 3*next)
			}
			next++
		}
		if next != 500 {
			t.Fatalf("workers %d: %d results", workers, next)
		}
	}
}

func TestMapStopsAtTheFirstError(t *testing.T) {
	broken := errors.New("broken")
	for _, workers := range []int{1, 3} {
		for name, in := range map[string]iter.Seq2[int, error]{"input": count(10, broken), "work": count(20, nil)} {
			good, last := 0, error(nil)
			for _, err := range Map(context.Background(), workers, in, func() func(int) (int, error) {
				return func(i int) (int, error) {
					if i == 10 {
						return 0, broken
					}
					return i, nil
				}
			}) {
				if err != nil {
					last = err
					continue
				}
				good++
			}
			if good != 10 || !errors.Is(last, broken) {
				t.Errorf("%s, workers %d: %d good, error %v", name, workers, good, last)
			}
		}
	}
}

func TestMapEndsWhenCancelled(t *testing.T) {
	for _, workers := range []int{1, 2} {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		var last error
		n := 0
		for _, err := range Map(ctx, workers, count(1<<30, nil), func() func(int) (int, error) {
			return func(i int) (int, error) { return i, nil }
		}) {
			if last = err; err != nil {
				break
			}
			if n++; n == 100 {
				cancel()
			}
		}
		if !errors.Is(last, context.Canceled) {
			t.Errorf("workers %d: last error %v", workers, last)
		}
	}
}

func TestMapLeavesNothingRunning(t *testing.T) {
	var running atomic.Int32
	in := func(yield func(int, error) bool) {
		running.Add(1)
		defer running.Add(-1)
		for i := 0; yield(i, nil); i++ {
		}
	}
	for range Map(context.Background(), 2, in, func() func(int) (int, error) {
		return func(i int) (int, error) { return i, nil }
	}) {
		break
	}
	if n := running.Load(); n != 0 {
		t.Errorf("%d readers still running", n)
	}
}
