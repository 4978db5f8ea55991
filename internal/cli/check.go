package cli

import (
	"context"
	"fmt"

	"goldpan/internal/profile"
	"goldpan/internal/sift"
)

func checkCommand() command {
	return command{
		name: "check", args: "PROFILE",
		summary: "find every mistake in a profile, or back-test it on customers",
		run:     runCheck,
		flags:   []string{"against", "schema", "as-of", "jobs", "progress"},
		example: [2]example{
			{"goldpan check profile.yaml", "every mistake with its line and column"},
			{"goldpan check profile.yaml --against customers.csv", "how many of your customers would pass, and what the others fail on"},
		},
	}
}

func runCheck(ctx context.Context, c *call) error {
	if c.schema {
		_, err := c.Out.Write(profile.Schema())
		return err
	}
	if len(c.args) != 1 {
		return &usageError{"check takes one profile", "goldpan check profile.yaml"}
	}
	c.profile = c.args[0]
	p, err := c.loadProfile()
	if err != nil {
		return err
	}
	for _, w := range p.Warnings {
		c.message("warning", w)
	}
	if c.ref == "" {
		fmt.Fprintf(c.Out, "%s: no mistakes%s\n", c.profile, asksNothing(p))
		return nil
	}
	return c.backTest(ctx)
}

// asksNothing says so of a profile that lets everybody pass.
func asksNothing(p *profile.Profile) string {
	if len(p.Qualify.Criteria) > 0 || len(p.Qualify.Require) > 0 {
		return ""
	}
	return ", but it asks nothing of a contact: give it a target, means or authority (goldpan init LIST proposes some)"
}

func (c *call) backTest(ctx context.Context) error {
	c.args = []string{c.ref}
	job, err := c.job()
	if err != nil {
		return err
	}
	b := newBars(c.progress, c.quiet, c.Err)
	job.Progress = b.Step
	test, unreadable, err := sift.BackTest(ctx, job)
	b.End()
	if err != nil {
		return err
	}
	for _, line := range test.Lines() {
		fmt.Fprintln(c.Out, line)
	}
	return c.unreadable(unreadable)
}
