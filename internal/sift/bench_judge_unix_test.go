//go:build unix

package sift

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/profile"
)

// TestBenchJudging is part of `make bench`: what twenty criteria, five of them
// expressions, and a do-not-contact list of a million lines add to a run.
//
// A run that asks nothing delivers more contacts, and packing those would drown
// the difference of two runs. So what is added is measured by itself: reading
// the list; looking every row up in it; and judging every contact, with holding
// it against its hits and counting what was unknown and what alone rejected it.
// Gathering the contacts and merging their rows, which every run does, stands
// outside the clock. One processor works; a run shares the latter two among all
// that it has.
func TestBenchJudging(t *testing.T) {
	dir, rows := benchRows(t)
	n := rows[len(rows)-1]
	p, mistakes, err := profile.Load("testdata/bench-twenty.yaml")
	if err != nil || len(mistakes) > 0 {
		t.Fatal(err, mistakes)
	}
	ctx := context.Background()
	run, all, who, cleanUp, err := matched(ctx, Job{Lists: []string{benchList(t, dir, n)}, Profile: p, Jobs: 2, AsOf: asOf,
		Suppress: []string{stopList(t, dir)}})
	if err != nil {
		t.Fatal(err)
	}
	defer cleanUp()

	reading := leastCost(t, func(c *stopwatch) error {
		c.start()
		defer c.stop()
		return run.loadReferences(ctx)
	})
	matching := leastCost(t, func(c *stopwatch) error {
		return run.eachContact(ctx, all, who, c, func(_ *judging, _ *contact.Record, members []*contact.Record) {
			for _, m := range members {
				run.blocks.Match(m)
			}
		})
	})
	judged, passed := 0, 0
	judging := leastCost(t, func(c *stopwatch) error {
		judged, passed = 0, 0
		return run.eachContact(ctx, all, who, c, func(j *judging, golden *contact.Record, members []*contact.Record) {
			judged++
			if _, ok := j.decide(&outcome{}, j.subject(golden, members), members); ok {
				passed++
			}
		})
	})
	fmt.Printf("\njudging %d contacts by twenty criteria, %d of them pass; a million lines not to contact:\n", judged, passed)
	print := func(what string, c cost) {
		fmt.Printf("  %-20s %6.2f s, %6.2f s of processor time\n", what, c.wall.Seconds(), c.cpu.Seconds())
	}
	print("reading the list", reading)
	print("looking rows up", matching)
	print("judging", judging)
	two := reading.cpu + (matching.cpu+judging.cpu)/2
	fmt.Printf("  %-20s %6.2f s\n", "on two processors", two.Seconds())
	if passed == 0 || passed == judged {
		t.Errorf("%d of %d contacts pass: that measures nothing", passed, judged)
	}
}

// atOnce is how many contacts are merged before the clock is started for them:
// enough that reading it costs nothing, few enough that they are still in the
// processor's cache, as in a run.
const atOnce = 16

// eachContact gathers, decodes and merges the contacts as the second pass does
// and calls do with each; the clock runs while it does.
func (run *run) eachContact(ctx context.Context, all *rows, who *dedupe.Result, clock *stopwatch,
	do func(*judging, *contact.Record, []*contact.Record)) error {
	type gathered struct {
		golden  contact.Record
		members []*contact.Record
	}
	j := run.newJudging(all, who, nil)
	records := make([][]contact.Record, atOnce) // of each group, used again and again
	var contacts []gathered
	for g, err := range run.gather(ctx, all, who) {
		if err != nil {
			return err
		}
		for i := range g.groups {
			j.records = records[i%atOnce]
			if err := j.load(g, i); err != nil {
				return err
			}
			records[i%atOnce] = j.records
			for _, members := range j.contacts() {
				golden, _, _ := run.merge(members)
				contacts = append(contacts, gathered{golden, members})
			}
			if i%atOnce < atOnce-1 && i < len(g.groups)-1 {
				continue
			}
			clock.start()
			for k := range contacts {
				do(j, &contacts[k].golden, contacts[k].members)
			}
			clock.stop()
			contacts = contacts[:0]
		}
	}
	return nil
}

// cost is what a piece of work took, by the clock and by the processors.
type cost struct{ wall, cpu time.Duration }

// stopwatch adds up the cost of what happens between start and stop.
type stopwatch struct {
	t     *testing.T
	began time.Time
	used  time.Duration
	cost
}

func (c *stopwatch) start() { c.began, c.used = time.Now(), processorTime(c.t) }

func (c *stopwatch) stop() {
	c.cpu += processorTime(c.t) - c.used
	c.wall += time.Since(c.began)
}

// leastCost does a piece of work three times and gives the cheapest: whatever
// else the machine does only adds.
func leastCost(t *testing.T, work func(*stopwatch) error) cost {
	t.Helper()
	var least cost
	for i := range 3 {
		c := stopwatch{t: t}
		if err := work(&c); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			least = c.cost
		}
		least = cost{min(least.wall, c.wall), min(least.cpu, c.cpu)}
	}
	return least
}

// processorTime is what this process has used of all processors.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// stopList makes a list of a million invented numbers and addresses once.
func stopList(t *testing.T, dir string) string {
	path := filepath.Join(dir, "stop-1000000.txt")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	for i := range 500_000 {
		fmt.Fprintf(w, "+4845%07d\nnobody%d@stop%d.example\n", i*19%10_000_000, i, i%977)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
