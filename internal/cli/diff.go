package cli

import (
	"context"
	"fmt"
	"io"

	"goldpan/internal/sift"
)

func diffCommand() command {
	return command{
		name: "diff", args: "DIR1 DIR2",
		summary: "who came, left, moved between two runs, and which list or rule did it",
		run:     runDiff,
		flags:   []string{"json"},
		example: [2]example{
			{"goldpan diff out-monday out-tuesday", "who is on the new call list and was not on the old one"},
			{"goldpan diff --json out-monday out-tuesday", "the same for a machine"},
		},
	}
}

func runDiff(ctx context.Context, c *call) error {
	if len(c.args) != 2 {
		return &usageError{"diff takes the folders of two runs", "goldpan diff out-monday out-tuesday"}
	}
	d, err := sift.Diff(ctx, c.args[0], c.args[1])
	if err != nil {
		return err
	}
	if c.json {
		return printJSON(c.Out, d)
	}
	fmt.Fprintf(c.Out, "rows %s -> %s, prospects %s -> %s, suspects %s -> %s\n", grouped(d.Before.Rows), grouped(d.After.Rows),
		grouped(d.Before.Prospects), grouped(d.After.Prospects), grouped(d.Before.Suspects), grouped(d.After.Suspects))
	if d.Profile != "" {
		fmt.Fprintln(c.Out, d.Profile)
	}
	for _, l := range d.Lists {
		fmt.Fprintln(c.Out, l)
	}
	changes(c.Out, "came", d.Came)
	changes(c.Out, "left", d.Left)
	changes(c.Out, "moved", d.Moved)
	fmt.Fprintf(c.Out, "\n%s stayed as they were\n", grouped(d.Stayed))
	return nil
}

func changes(w io.Writer, what string, all []sift.Change) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s %s:\n", grouped(len(all)), what)
	for _, c := range all {
		fmt.Fprintf(w, "  %s  %s\n      %s\n", c.ContactID, joinParts(", ", c.Name, c.Company, joinParts(" -> ", c.Before, c.After)), c.Because)
	}
}
