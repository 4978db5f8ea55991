package sift

import "time"

// Progress is told how far a phase is; total 0 means unknown. It may be
// called often and must be quick.
type Progress func(phase string, done, total int64)

// Phase is a finished part of a run and how long it took.
type Phase struct {
	Name    string
	Seconds float64
}

// clock measures the phases of a run.
type clock struct {
	began  time.Time
	last   time.Time
	phases []Phase
}

func startClock() *clock {
	now := time.Now()
	return &clock{began: now, last: now}
}

// lap ends a phase.
func (c *clock) lap(name string) {
	now := time.Now()
	c.phases = append(c.phases, Phase{name, now.Sub(c.last).Seconds()})
	c.last = now
}

func (c *clock) seconds() float64 { return c.last.Sub(c.began).Seconds() }
