package cli

import (
	"fmt"
	"strings"

	"goldpan/internal/sift"
)

// panWidth is the length of the longest bar, in characters.
const panWidth = 40

// pan prints the last lines of a run: a shrinking bar per step, the five best
// and the file to open.
func (c *call) pan(s *sift.Summary) {
	w := c.Err
	steps := []struct {
		name  string
		count int
	}{{"rows", s.Totals.Rows}, {"unique", s.Contacts}, {"in the market", s.InMarket}, {"callable", s.Callable}}
	if !s.Tested {
		steps = append(steps[:2], steps[3])
	}
	fmt.Fprintln(w)
	for _, step := range steps {
		fmt.Fprintf(w, "  %-14s %9s  %s\n", step.name, grouped(step.count), bar(step.count, s.Totals.Rows))
	}
	fmt.Fprintf(w, "\n  %s\n", balance(s))
	if len(s.Best) > 0 && c.atTerminal() {
		fmt.Fprintln(w, "\n  The best:")
		for i, b := range s.Best {
			fmt.Fprintf(w, "  %d. %-2s %s\n", i+1, b.Grade, joinParts(", ", b.Name, b.Title, b.Company, b.City, b.Phone))
			if b.Why != "" {
				fmt.Fprintf(w, "        %s\n", b.Why)
			}
		}
	}
	switch {
	case c.dryRun:
		fmt.Fprintln(w, "\n  Dry run: nothing was written.")
	case s.Open != "":
		fmt.Fprintf(w, "\n  Open: %s\n", s.Open)
	}
	switch {
	case s.Tested:
	case c.profile == "":
		fmt.Fprintf(w, "\n  No profile: nothing was tested against your market. Next: goldpan init %s\n", quoted(c.args))
	default:
		fmt.Fprintf(w, "\n  %s asks nothing of a contact: nothing was tested against your market.\n", c.profile)
	}
}

// quoted are arguments as they could be typed again.
func quoted(args []string) string {
	out := make([]string, len(args))
	for i, a := range args {
		switch {
		case a == "-":
			out[i] = "LIST"
		case strings.ContainsAny(a, " ()[]&;'*?$"):
			out[i] = `"` + a + `"`
		default:
			out[i] = a
		}
	}
	return strings.Join(out, " ")
}

// atTerminal tells whether somebody watches, or asked to see more. The log of a
// cron job never names a person.
func (c *call) atTerminal() bool { return c.verbose || isTerminal(c.Err) }

// balance is the ledger in one line.
func balance(s *sift.Summary) string {
	t := s.Totals
	return fmt.Sprintf("%s rows = %s prospects + %s suspects + %s merged + %s rejected", grouped(t.Rows),
		grouped(t.Prospects), grouped(t.Suspects), grouped(t.Merged), grouped(t.Rejected))
}

// bar is as long as its share of the whole; anything but nothing shows.
func bar(n, whole int) string {
	if n <= 0 || whole <= 0 {
		return ""
	}
	return strings.Repeat("█", max(1, n*panWidth/whole))
}

// grouped writes a count with spaces between thousands.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + " " + s[i:]
	}
	return s
}

func joinParts(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
