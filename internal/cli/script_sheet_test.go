package cli

import (
	"context"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

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

// workbook makes a workbook of CSV files, a sheet each; a sheet whose name
// begins with a dot is hidden: workbook FILE SHEET=CSV...
func workbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: workbook FILE SHEET=CSV...")
	}
	f := excelize.NewFile()
	defer f.Close()
	for i, arg := range args[1:] {
		name, list, _ := strings.Cut(arg, "=")
		sheet := strings.TrimPrefix(name, ".")
		if i == 0 {
			ts.Check(f.SetSheetName("Sheet1", sheet))
		} else {
			_, err := f.NewSheet(sheet)
			ts.Check(err)
		}
		for r, cells := range readCSV(ts, list) {
			at, err := excelize.CoordinatesToCellName(1, r+1)
			ts.Check(err)
			ts.Check(f.SetSheetRow(sheet, at, &cells))
		}
		if sheet != name {
			ts.Check(f.SetSheetVisible(sheet, false))
		}
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0])))
}

// setCell writes into a workbook as a person would, by the header's label and
// the row of which a column holds a value: setcell FILE#SHEET COLUMN VALUE WHERE=VALUE.
func setCell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: setcell FILE#SHEET COLUMN VALUE WHERE=VALUE")
	}
	path, sheet := cutSheet(args[0])
	f, err := excelize.OpenFile(ts.MkAbs(path))
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(sheet)
	ts.Check(err)
	where, value, _ := strings.Cut(args[3], "=")
	target, key, done := -1, -1, false
	for r, cells := range rows {
		for c, cell := range cells {
			switch {
			case target < 0 && cell == args[1]:
				target = c
			case key < 0 && cell == where:
				key = c
			}
		}
		if target < 0 || key < 0 || key >= len(cells) || cells[key] != value {
			continue
		}
		at, err := excelize.CoordinatesToCellName(target+1, r+1)
		ts.Check(err)
		ts.Check(f.SetCellStr(sheet, at, args[2]))
		done = true
	}
	if !done {
		ts.Fatalf("%s: no row with %q and a column %q", args[0], args[3], args[1])
	}
	ts.Check(f.Save())
}
