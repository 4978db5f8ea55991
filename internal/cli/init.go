package cli

import (
	"context"
	"fmt"
	"io"

	"goldpan/internal/profile"
	"goldpan/internal/sift"
)

func initCommand() command {
	return command{
		name: "init", args: "[LIST...]",
		summary: "write a commented starter profile, from lists or from real customers",
		run:     runInit,
		flags: []string{"out", "from", "map", "sheet", "header-row", "encoding", "delimiter", "country", "as-of", "jobs",
			"progress", "log"},
		exits: []int{exitPartly},
		example: [2]example{
			{"goldpan init list.xlsx -o profile.yaml", "a profile with the list's own industries, countries and titles to choose from"},
			{"goldpan init --from customers.csv -o profile.yaml", "a profile of what most of your customers have in common"},
		},
	}
}

func runInit(ctx context.Context, c *call) error {
	customers := len(c.from) > 0
	sources := c.args
	if customers {
		if len(c.args) > 0 {
			return &usageError{"init takes lists or --from, not both", "goldpan init --from customers.csv"}
		}
		sources = c.from
	}
	statistics := profile.NewStatistics()
	var unreadable []sift.Unreadable
	if len(sources) > 0 {
		c.args = sources
		job, err := c.job()
		if err != nil {
			return err
		}
		b := newBars(c.progress, c.quiet, c.Err)
		job.Progress = b.Step
		statistics, unreadable, err = sift.Survey(ctx, job)
		b.End()
		if err != nil {
			return err
		}
	}
	err := c.output(ctx, func(w io.Writer) error {
		_, err := io.WriteString(w, profile.Starter(statistics, customers, sources))
		return err
	})
	if err != nil {
		return err
	}
	if c.out != "" {
		c.say(fmt.Sprintf("wrote %s; next: goldpan sift -p %s LIST", c.out, c.out))
	}
	return c.unreadable(unreadable)
}
