//go:build unix

package sift

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/nyaruka/phonenumbers"

	"goldpan/internal/clean"
	"goldpan/internal/contact"
	"goldpan/internal/profile"
	"goldpan/internal/source"
)

// TestBenchCleaning is part of `make bench`: rows a second that two cores
// bring to normal form, of listgen's rows already read and mapped, beside
// nyaruka's Parse alone on the phone numbers of the same rows.
func TestBenchCleaning(t *testing.T) {
	dir, rows := benchRows(t)
	n := rows[0]
	mapped, hints := mappedRows(t, benchList(t, dir, n), min(n, 200_000))

	warm := clean.New(clean.Config{AsOf: benchDay})
	for i := range min(1000, len(mapped)) { // reads the tables
		r := contact.Record{Values: mapped[i]}
		warm.Clean(&r, hints)
	}
	cleaning := onTwoCores(len(mapped), func(from, to int) {
		c := clean.New(clean.Config{AsOf: benchDay})
		var r contact.Record
		for i := from; i < to; i++ {
			r.Reset()
			r.Values = mapped[i]
			c.Clean(&r, hints)
		}
	})
	type number struct{ text, country string }
	var numbers []number
	c := clean.New(clean.Config{AsOf: benchDay})
	for i := range mapped {
		r := contact.Record{Values: mapped[i]}
		c.Clean(&r, hints)
		for _, f := range [...]contact.Field{contact.Phone, contact.Mobile, contact.Phone2, contact.Switchboard} {
			if text := mapped[i][f]; text != "" {
				numbers = append(numbers, number{text, r.Values[contact.Country]})
			}
		}
	}
	library := onTwoCores(len(numbers), func(from, to int) {
		for _, n := range numbers[from:to] {
			_, _ = phonenumbers.Parse(n.text, n.country)
		}
	})
	fmt.Printf("\ncleaning, %d rows on two cores: %.2f s, %.0f rows/s; nyaruka's Parse alone on their %d numbers: %.2f s\n",
		len(mapped), cleaning.Seconds(), float64(len(mapped))/cleaning.Seconds(), len(numbers), library.Seconds())
}

var benchDay = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// mappedRows are the values of a list's first rows, as mapped before cleaning.
func mappedRows(t *testing.T, list string, rows int) ([][contact.NumFields]string, *contact.Hints) {
	job := Job{Lists: []string{list}, Profile: profile.Default(), DryRun: true, Out: filepath.Join(t.TempDir(), "dry"), Jobs: 2, AsOf: benchDay, Now: benchDay}
	run, cleanUp, err := start(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	defer cleanUp()
	l := run.lists[0]
	var values [][contact.NumFields]string
	var r contact.Record
	for row, err := range l.table.Rows(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Kind != source.DataRow {
			continue
		}
		if len(values) == rows {
			break
		}
		r.Reset()
		l.mapping.Apply(row.Cells, &r)
		values = append(values, r.Values)
	}
	return values, &l.mapping.Hints
}

// onTwoCores times work on two halves side by side.
func onTwoCores(n int, work func(from, to int)) time.Duration {
	began := time.Now()
	var both sync.WaitGroup
	both.Go(func() { work(0, n/2) })
	both.Go(func() { work(n/2, n) })
	both.Wait()
	return time.Since(began)
}
