package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/sift"
)

func explainCommand() command {
	return command{
		name: "explain", args: "KEY [DIR]",
		summary: "why a row or contact ended where it did",
		run:     runExplain,
		flags:   []string{"json", "jobs", "progress"},
		example: [2]example{
			{"goldpan explain list.csv:17", "the story of row 17, from the run in goldpan-out"},
			{"goldpan explain jan@firma.example out", "the story of everybody with this email in the run in out"},
		},
	}
}

func runExplain(ctx context.Context, c *call) error {
	if len(c.args) < 1 || len(c.args) > 2 {
		return &usageError{"explain takes a key and the folder of a run", "goldpan explain list.csv:17 out"}
	}
	dir := "goldpan-out"
	if len(c.args) == 2 {
		dir = c.args[1]
	}
	past, err := sift.PastRun(dir)
	if err != nil {
		return err
	}
	c.profile = past.Profile.Path
	p, err := c.loadProfile()
	if err != nil {
		return err
	}
	asOf, err := time.Parse(time.DateOnly, past.AsOf)
	if err != nil {
		return fmt.Errorf("%s: as_of in run.json: %w", dir, err)
	}
	b := newBars(c.progress, c.quiet, c.Err)
	stories, err := sift.Explain(ctx, sift.Again(past, p, asOf, c.jobs, b.Step), c.args[0])
	b.End()
	if err != nil {
		return err
	}
	if c.json {
		return printJSON(c.Out, stories)
	}
	for i := range stories {
		tell(c.Out, &stories[i])
	}
	return nil
}

// tell prints a story for a person.
func tell(w io.Writer, s *sift.Story) {
	head := "Contact"
	if s.ContactID != "" {
		head += " " + s.ContactID
	}
	fmt.Fprintf(w, "%s: %s\n", head, fate(s))
	for i, row := range s.Rows {
		if i == 0 {
			fmt.Fprintf(w, "\n  Row %s, as read:\n", row.Place)
		} else {
			fmt.Fprintf(w, "\n  Merged: row %s\n    because %s\n", row.Place, row.Evidence)
		}
		for _, cell := range row.Cells {
			fmt.Fprintf(w, "    %-24s %s\n", cell[0], oneLine(cell[1]))
		}
		fmt.Fprintln(w, "    as cleaned:")
		for _, f := range row.Cleaned {
			fmt.Fprintf(w, "      %-22s %s%s\n", f.Field, oneLine(f.Value), bracketed(f.From))
		}
	}
	if len(s.Rows) > 1 {
		fmt.Fprintln(w, "\n  Together:")
		for _, f := range s.Golden {
			fmt.Fprintf(w, "    %-24s %s%s\n", f.Field, oneLine(f.Value), bracketed(f.From))
		}
	}
	for _, h := range s.Hits {
		fmt.Fprintf(w, "\n  Held against: %s\n", h)
	}
	if len(s.Criteria) > 0 {
		fmt.Fprintln(w, "\n  Tests:")
		for _, e := range s.Criteria {
			fmt.Fprintf(w, "    %-9s %-16s %-8s %s, wanted %s\n", e.Test, e.Criterion, e.Answer, e.Have, e.Wanted)
		}
	}
	if len(s.Points) > 0 {
		fmt.Fprintln(w, "\n  Score:")
		for _, p := range s.Points {
			fmt.Fprintf(w, "    %-24s %-8s %+d  (%s)\n", p.Rule, p.Answer, p.Points, p.When)
		}
	}
	if d := s.Delivery; d != nil {
		fmt.Fprintf(w, "\n  Delivered: ")
		if d.Tier != "" { // there are score rules
			fmt.Fprintf(w, "tier %s, score %d, ", d.Tier, d.Score)
		}
		fmt.Fprintf(w, "reach %d\n", d.Reach)
		for _, line := range [][2]string{{"why", d.Why}, {"ask", d.Ask}, {"may call", d.MayCall}, {"may email", d.MayEmail},
			{"rule", d.Rule}, {"notice due", d.NoticeDue}, {"say", d.Statement}} {
			if line[1] != "" {
				fmt.Fprintf(w, "    %-12s %s\n", line[0], line[1])
			}
		}
	}
	fmt.Fprintln(w)
}

func fate(s *sift.Story) string {
	if s.Fate != contact.Rejected || s.Rejection == nil {
		return s.Fate.String()
	}
	var codes []string
	for _, r := range s.Rejection.Reasons {
		codes = append(codes, string(r))
	}
	return joinParts(": ", "rejected, "+strings.Join(codes, ", "), s.Rejection.Detail)
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "  [" + s + "]"
}

// oneLine shows a cell on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
