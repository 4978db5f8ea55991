package sift

import (
	"fmt"
	"strings"

	"goldpan/internal/qualify"
	"goldpan/internal/sink"
)

// relaxations says, for every criterion that alone rejected somebody, how many
// and what the next looser value would add.
func relaxations(c *contacts) []string {
	var out []string
	for _, r := range c.relaxing.Report() {
		if r.Alone == 0 {
			continue
		}
		text := fmt.Sprintf("%s %s alone rejected %d contacts", r.Test, r.Criterion, r.Alone)
		var looser []string
		for _, l := range r.Loosen {
			looser = append(looser, loosened(l))
		}
		if len(looser) > 0 {
			text += "; loosened: " + strings.Join(looser, ", ")
		}
		out = append(out, text)
	}
	return out
}

func loosened(l qualify.Looser) string {
	if l.From == "" {
		return fmt.Sprintf("with %s +%d", l.To, l.Adds)
	}
	return fmt.Sprintf("%s to %s +%d", l.From, l.To, l.Adds)
}

// runRelaxing is the same for run.json.
func runRelaxing(c *contacts) []sink.RunRelaxing {
	out := []sink.RunRelaxing{}
	for _, r := range c.relaxing.Report() {
		entry := sink.RunRelaxing{Test: r.Test, Criterion: r.Criterion, Alone: r.Alone}
		for _, l := range r.Loosen {
			entry.Looser = append(entry.Looser, sink.RunLooser{From: l.From, To: l.To, Adds: l.Adds})
		}
		out = append(out, entry)
	}
	return out
}
