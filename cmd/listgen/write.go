package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sink takes the list's rows one by one.
type sink interface {
	row(cells []string) error
	close() error
}

// preamble is what vendors put above the header. Its blank line counts as a
// row of the spreadsheet.
var preamble = [][]string{{"Contact list, all markets"}, {"Licensed for single use. Made by listgen; everybody in it is invented."}, {""}}

// write makes the list and what goes with it, row by row.
func (o options) write(w *world) (err error) {
	list, err := openList(o.out)
	if err != nil {
		return err
	}
	truth, err := openTruth(o.truth)
	if err != nil {
		return errors.Join(err, list.close())
	}
	stop, err := openSuppress(o.suppressOut)
	if err != nil {
		return errors.Join(err, list.close(), truth.close())
	}
	err = o.rowsTo(w, list, truth, stop)
	return errors.Join(err, list.close(), truth.close(), stop.close())
}

func (o options) rowsTo(w *world, list, truth sink, stop *suppressList) error {
	line := 1
	if o.preamble {
		for _, cells := range preamble {
			if err := list.row(cells); err != nil {
				return err
			}
			line++
		}
	}
	if err := list.row(header[:]); err != nil {
		return err
	}
	for _, place := range w.order() {
		line++
		c, v := place&(1<<28-1), place>>28
		row := w.row(c, v)
		if err := list.row(row[:]); err != nil {
			return err
		}
		plan := w.contacts[c]
		listed := "no"
		if w.suppressed(plan.person, o.suppressed) {
			listed = "yes"
			if v == 0 {
				if err := stop.add(w, c); err != nil {
					return err
				}
			}
		}
		who := []string{strconv.Itoa(line), id('c', c), id('p', plan.person), id('a', plan.firm), listed}
		if err := truth.row(who); err != nil {
			return err
		}
	}
	return nil
}

func id(kind byte, n uint32) string { return string(kind) + strconv.Itoa(int(n)+1) }

// openList opens the list by its extension.
func openList(path string) (sink, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return openCSV(path)
	case ".xlsx":
		return openXLSX(path)
	}
	return nil, fmt.Errorf("%s: a list is written as .csv or .xlsx", path)
}

func openTruth(path string) (sink, error) {
	if path == "" {
		return nothing{}, nil
	}
	s, err := openCSV(path)
	if err != nil {
		return nil, err
	}
	return s, s.row([]string{"row", "contact_id", "person_id", "account_id", "suppressed"})
}

// nothing is the sink of what nobody asked for.
type nothing struct{}

func (nothing) row([]string) error { return nil }
func (nothing) close() error       { return nil }

type csvSink struct {
	file *os.File
	buf  *bufio.Writer
	csv  *csv.Writer
}

func openCSV(path string) (*csvSink, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	buf := bufio.NewWriterSize(f, 1<<20)
	return &csvSink{f, buf, csv.NewWriter(buf)}, nil
}

func (s *csvSink) row(cells []string) error {
	if len(cells) == 1 && cells[0] == "" { // a blank line, not a quoted nothing
		s.csv.Flush()
		_, err := s.buf.WriteString("\n")
		return err
	}
	return s.csv.Write(cells)
}

func (s *csvSink) close() error {
	s.csv.Flush()
	return errors.Join(s.csv.Error(), s.buf.Flush(), s.file.Close())
}

type xlsxSink struct {
	path  string
	book  *excelize.File
	sheet *excelize.StreamWriter
	line  int
	cells []any
}

func openXLSX(path string) (*xlsxSink, error) {
	book := excelize.NewFile()
	sheet, err := book.NewStreamWriter("Sheet1")
	return &xlsxSink{path: path, book: book, sheet: sheet}, err
}

func (s *xlsxSink) row(cells []string) error {
	s.line++
	if s.line > excelize.TotalRows {
		return fmt.Errorf("%s: a sheet ends at row %d; make fewer rows or a .csv", s.path, excelize.TotalRows)
	}
	s.cells = s.cells[:0]
	for _, c := range cells {
		s.cells = append(s.cells, c)
	}
	return s.sheet.SetRow("A"+strconv.Itoa(s.line), s.cells)
}

func (s *xlsxSink) close() error {
	if err := s.sheet.Flush(); err != nil {
		return err
	}
	return errors.Join(save(s.book, s.path), s.book.Close())
}

// save writes a workbook as an ordinary file; SaveAs would make it executable.
func save(book *excelize.File, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(book.Write(f), f.Close())
}
