package dedupe_test

import (
	"context"
	"encoding/csv"
	"os"
	"strconv"
	"testing"
	"time"

	"goldpan/internal/clean"
	"goldpan/internal/columns"
	"goldpan/internal/contact"
	"goldpan/internal/dedupe"
	"goldpan/internal/source"
)

// list is a list that went through reading, mapping and cleaning.
type list struct {
	header  []string
	records []*contact.Record
}

// read brings a list to normal form as a run does.
func read(t testing.TB, path string, overrides map[string]string) *list {
	t.Helper()
	ctx := context.Background()
	file, err := source.Open(ctx, path, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table := file.Tables[0]
	mapping, problems := columns.Map(table.Header, table.Sample, columns.Options{Overrides: overrides, Path: path})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	cleaner := clean.New(clean.Config{AsOf: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)})
	l := &list{header: table.Header}
	for row, err := range table.Rows(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if row.Kind != source.DataRow {
			continue
		}
		cells := append([]string(nil), row.Cells...)
		mapping.Mask(cells)
		r := &contact.Record{ID: uint32(len(l.records)), Origin: contact.Origin{Row: int32(row.Number)}}
		mapping.Apply(cells, r)
		cleaner.Clean(r, &mapping.Hints)
		l.records = append(l.records, r)
	}
	return l
}

// truth reads a column of a truth file by row number.
func truth(t testing.TB, path, column string, l *list) []string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for i, label := range rows[0] {
		if label == column {
			at = i
		}
	}
	if at < 0 {
		t.Fatalf("%s has no column %s", path, column)
	}
	byRow := map[int32]string{}
	for _, r := range rows[1:] {
		n, err := strconv.Atoi(r[0])
		if err != nil {
			t.Fatal(err)
		}
		byRow[int32(n)] = r[at]
	}
	of := make([]string, len(l.records))
	for i, r := range l.records {
		of[i] = byRow[r.Origin.Row]
	}
	return of
}

func index(l *list, config dedupe.Config) *dedupe.Index {
	config.Labels = l.header
	x := dedupe.NewIndex(config)
	for _, r := range l.records {
		x.Add(r)
	}
	return x
}
