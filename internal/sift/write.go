package sift

import (
	"context"

	"goldpan/internal/dedupe"
	"goldpan/internal/ledger"
	"goldpan/internal/sink"
)

const dateOnly = "2006-01-02"

// write fills the output folder. run.json comes last: it holds the hashes of
// everything else.
func (run *run) write(ctx context.Context, folder *sink.Folder, all *rows, who *dedupe.Result, found *contacts, balance ledger.Balance) (*Summary, error) {
	sheets := run.newSheets()
	if err := run.writeProspects(ctx, folder, who, found, sheets); err != nil {
		return nil, err
	}
	doubtful := run.newReview(all, who)
	if err := run.writeRejects(ctx, folder, all, who, doubtful); err != nil {
		return nil, err
	}
	if err := run.writeReview(folder, doubtful); err != nil {
		return nil, err
	}
	summary := run.summarise(folder, found, sheets, balance)
	if err := run.writeCallList(folder, sheets, doubtful, summary, found, balance); err != nil {
		return nil, err
	}
	return summary, run.writeRun(folder, who, found, balance)
}

// writeFile creates a file of the output folder and fills it.
func writeFile(folder *sink.Folder, name string, fill func(*sink.File) error) error {
	f, err := folder.Create(name)
	if err != nil {
		return refuse(err)
	}
	if err := fill(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// writeCSV is writeFile for a CSV file with a header.
func writeCSV(folder *sink.Folder, name string, header []string, fill func(*sink.CSV) error) error {
	return writeFile(folder, name, func(f *sink.File) error {
		c := sink.NewCSV(f)
		if err := c.Row(header...); err != nil {
			return err
		}
		if err := fill(c); err != nil {
			return err
		}
		return c.Flush()
	})
}
