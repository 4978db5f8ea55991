package cli

import (
	"context"
	"fmt"
	"io"

	"goldpan/internal/sift"
)

func cleanCommand() command {
	return command{
		name: "clean", args: "LIST...",
		summary: "only bring to normal form: every row, none merged or dropped",
		run:     runClean,
		flags: []string{"profile", "out", "map", "sheet", "header-row", "encoding", "delimiter", "country", "as-of",
			"jobs", "progress", "log"},
		exits: []int{exitPartly},
		example: [2]example{
			{"goldpan clean list.xlsx -o clean.csv", "every row of the workbook in normal form"},
			{"goldpan clean --country PL - < list.csv", "the same as a filter, for rows that do not name their country"},
		},
	}
}

func runClean(ctx context.Context, c *call) error {
	job, err := c.job()
	if err != nil {
		return err
	}
	b := newBars(c.progress, c.quiet, c.Err)
	job.Progress = b.Step
	var report *sift.CleanReport
	err = c.output(ctx, func(w io.Writer) error {
		report, err = sift.Clean(ctx, job, w)
		b.End()
		return err
	})
	if err != nil {
		return err
	}
	c.say(fmt.Sprintf("%s rows in normal form, %s unreadable rows kept as they were, %s personal ids masked",
		grouped(report.Rows-report.Bad), grouped(report.Bad), grouped(report.Masked)))
	return c.unreadable(report.Unreadable)
}
