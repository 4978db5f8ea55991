package cli

import (
	"context"

	"github.com/rogpeppe/go-internal/testscript"

	"goldpan/internal/source"
)

// sheetCell wants a cell of a workbook's sheet, read as goldpan reads it:
// sheetcell FILE#SHEET COLUMN VALUE WHERE=VALUE...
func sheetCell(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: [!] sheetcell FILE#SHEET COLUMN VALUE [WHERE=VALUE...]")
	}
	path, sheet := cutSheet(args[0])
	f, err := source.Open(context.Background(), ts.MkAbs(path), source.Options{Sheet: sheet})
	ts.Check(err)
	defer f.Close()
	rows := [][]string{f.Tables[0].Header}
	for row, err := range f.Tables[0].Rows(context.Background()) {
		ts.Check(err)
		rows = append(rows, append([]string(nil), row.Cells...))
	}
	matchCell(ts, neg, args, rows)
}

func cutSheet(name string) (path, sheet string) {
	for i := len(name) - 1; i > 0; i-- {
		if name[i] == '#' {
			return name[:i], name[i+1:]
		}
	}
	return name, ""
}
