//go:build unix

package sift

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/nyaruka/phonenumbers"

	"goldpan/internal/clean"
	"goldpan/internal/contact"
	"goldpan/internal/profile"
)

// TestBenchCleaning is part of `make bench`: rows a second that two cores
// bring to normal form, beside nyaruka's Parse alone on the phone numbers of
// the same rows. Each of two goroutines reads and maps every other batch of the
// list, as a run does; only its cleaning is timed.
func TestBenchCleaning(t *testing.T) {
	dir, rows := benchRows(t)
	list := benchList(t, dir, rows[0])
	for range 2 { // the first time reads the tables
		var halves [2]cleaned
		onTwoCores(func(half int) { halves[half] = cleanHalf(t, list, half) })
		n := halves[0].rows + halves[1].rows
		took := max(halves[0].took, halves[1].took)
		var library [2]time.Duration
		onTwoCores(func(half int) {
			began := time.Now()
			for _, n := range halves[half].numbers {
				_, _ = phonenumbers.Parse(n.text, n.country)
			}
			library[half] = time.Since(began)
		})
		numbers := len(halves[0].numbers) + len(halves[1].numbers)
		fmt.Printf("\ncleaning, %d rows on two cores: %.2f s, %.0f rows/s; nyaruka's Parse alone on their %d numbers: %.2f s\n",
			n, took.Seconds(), float64(n)/took.Seconds(), numbers, max(library[0], library[1]).Seconds())
	}
}

var benchDay = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// cleaned is what cleaning half a list took, and the phone numbers in it.
type cleaned struct {
	rows    int
	took    time.Duration
	numbers []asRead
}

// asRead is a phone number as it stands in the list, with its row's country.
type asRead struct{ text, country string }

func cleanHalf(t *testing.T, list string, half int) cleaned {
	run, cleanUp, err := start(t.Context(), Job{Lists: []string{list}, Profile: profile.Default(), Jobs: 1, AsOf: benchDay, Now: benchDay})
	if err != nil {
		t.Error(err)
		return cleaned{}
	}
	defer cleanUp()
	var all cleaned
	l, c := run.lists[0], clean.New(run.cleanConfig())
	records := make([]contact.Record, batchRows)
	rows := make([]*contact.Record, batchRows)
	for i := range rows {
		rows[i] = &records[i]
	}
	pool := &sync.Pool{New: func() any { return new(batch) }}
	odd := 0
	for b, err := range batches(t.Context(), run.lists, pool) {
		if err != nil {
			t.Error(err)
			break
		}
		if odd ^= 1; odd == half {
			pool.Put(b)
			continue
		}
		for i := range b.rows {
			records[i].Reset()
			l.mapping.Apply(b.rows[i].Cells, &records[i])
		}
		var texts [batchRows]string
		for i := range b.rows {
			texts[i] = records[i].Values[contact.Phone]
		}
		began := time.Now()
		c.CleanAll(rows[:len(b.rows)], &l.mapping.Hints)
		all.took += time.Since(began)
		all.rows += len(b.rows)
		for i := range b.rows {
			if texts[i] != "" {
				all.numbers = append(all.numbers, asRead{texts[i], records[i].Values[contact.Country]})
			}
		}
		pool.Put(b)
	}
	return all
}

func onTwoCores(work func(half int)) {
	var both sync.WaitGroup
	both.Go(func() { work(0) })
	both.Go(func() { work(1) })
	both.Wait()
}
