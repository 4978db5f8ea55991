package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"goldpan/internal/sift"
)

func dedupeCommand() command {
	return command{
		name: "dedupe", args: "LIST...",
		summary: "only find duplicates: each row with its cluster",
		run:     runDedupe,
		flags: []string{"profile", "out", "map", "sheet", "header-row", "encoding", "delimiter", "country", "as-of",
			"decisions", "cut", "compare", "truth", "json", "jobs", "progress", "log"},
		exits: []int{exitPartly},
		example: [2]example{
			{"goldpan dedupe list.csv > clusters.csv", "each row of the list with the cluster it belongs to"},
			{"goldpan dedupe --cut f1 --truth cluster list.csv -o clusters.csv", "how good the clusters are, where a column knows"},
		},
	}
}

func runDedupe(ctx context.Context, c *call) error {
	job, err := c.job()
	if err != nil {
		return err
	}
	b := newBars(c.progress, c.quiet, c.Err)
	job.Progress = b.Step
	var report *sift.DedupeReport
	err = c.output(ctx, func(w io.Writer) error {
		rows := w
		if c.json && (c.out == "" || c.out == "-") {
			rows = io.Discard // the report alone was asked for
		}
		var err error
		report, err = sift.Dedupe(ctx, job, c.truth, rows)
		b.End()
		if err == nil && c.json {
			err = printJSON(c.Out, report)
		}
		return err
	})
	if err != nil {
		return err
	}
	c.dedupeReport(report)
	return c.unreadable(report.Unreadable)
}

func (c *call) dedupeReport(r *sift.DedupeReport) {
	if r.SkippedBlocks > 0 {
		c.message("warning", fmt.Sprintf("%d blocks were too large to compare; %d pairs were not looked at", r.SkippedBlocks, r.SkippedPairs))
	}
	if c.json {
		return
	}
	c.say(fmt.Sprintf("%s rows, %s clusters, %s accounts; %s of about %s candidate pairs compared; merged from %.1f%% on",
		grouped(r.Rows), grouped(r.Clusters), grouped(r.Accounts), grouped(int(r.Pairs)), grouped(int(r.Proposed)), 100*r.Threshold))
	c.say(fmt.Sprintf("expected precision %.4f, expected recall %.4f (estimated without labels)", r.Precision, r.Recall))
	if s := r.Score; s != nil {
		fmt.Fprintf(c.Err, "truth: precision %.4f  recall %.4f  F1 %.4f  (%d true pairs, %d found, %d right)\n",
			s.Precision, s.Recall, s.F1, s.TruePairs, s.FoundPairs, s.RightPairs)
		fmt.Fprintf(c.Err, "B-cubed: precision %.4f  recall %.4f  F1 %.4f\n", s.BCubedPrecision, s.BCubedRecall, s.BCubedF1)
		fmt.Fprintf(c.Err, "best reachable: F1 %.4f of pairs, at the cut %.4f\n", s.BestF1, s.BestCut)
	}
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
