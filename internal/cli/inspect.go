package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"goldpan/internal/columns"
	"goldpan/internal/contact"
	"goldpan/internal/sift"
)

func inspectCommand() command {
	return command{
		name: "inspect", args: "LIST...",
		summary: "how each list is read: which column is which field and why",
		run:     runInspect,
		flags: []string{"profile", "out", "map", "sheet", "header-row", "encoding", "delimiter", "country",
			"json", "table", "log"},
		exits: []int{exitPartly},
		example: [2]example{
			{"goldpan inspect list.xlsx", "encoding, header row, and each column with its field"},
			{"goldpan inspect --table list.csv > table.csv", "the table exactly as read, as UTF-8 CSV"},
		},
	}
}

func runInspect(ctx context.Context, c *call) error {
	job, err := c.job()
	if err != nil {
		return err
	}
	job.Verbatim = c.table
	var unreadable []sift.Unreadable
	err = sift.Inspect(ctx, job, func(in *sift.Inspection) error {
		unreadable = in.Unreadable
		return c.output(ctx, func(w io.Writer) error {
			switch {
			case c.table:
				return c.tables(ctx, w, in.Readings)
			case c.json:
				return printJSON(w, inspectJSON(in))
			}
			for _, r := range in.Readings {
				page(w, r)
			}
			for _, h := range in.Hidden {
				fmt.Fprintf(w, "%s  hidden, not read: %d rows with its header\n", h.List, h.Rows)
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	return c.unreadable(unreadable)
}

// tables writes the table of one list: the first sheet of a workbook, as a
// spreadsheet's own CSV export does, and every table that stands on it.
func (c *call) tables(ctx context.Context, w io.Writer, all []sift.Reading) error {
	for i, r := range all {
		if r.Table.List.Path != all[0].Table.List.Path {
			return &usageError{"--table writes one list, and there are more", "name one file"}
		}
		if sheetOf(r) != sheetOf(all[0]) {
			c.say(fmt.Sprintf("%s is not written; --sheet %q writes it", r.Table.List, sheetOf(r)))
			continue
		}
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := r.WriteTable(ctx, w); err != nil {
			return err
		}
	}
	return nil
}

// sheetOf is the sheet that a table stands on: further tables of a sheet are
// named "SHEET, table 2".
func sheetOf(r sift.Reading) string {
	sheet := r.Table.List.Sheet
	if i := strings.LastIndex(sheet, "table "); i == 0 || i > 1 && sheet[i-2:i] == ", " {
		sheet = sheet[:max(0, i-2)]
	}
	return sheet
}

// page prints how one table is read: a page for ten seconds.
func page(w io.Writer, r sift.Reading) {
	t, m := r.Table, r.Mapping
	facts := []string{t.Format, t.Encoding}
	if t.Delimiter != "" {
		facts = append(facts, "delimiter "+shownDelimiter(t.Delimiter))
	}
	if t.HeaderRow > 0 {
		facts = append(facts, fmt.Sprintf("header in row %d", t.HeaderRow))
	} else {
		facts = append(facts, "no header")
	}
	if m.Hints.Country != "" {
		facts = append(facts, "country "+m.Hints.Country)
	}
	if m.Vendor != "" {
		facts = append(facts, "layout "+m.Vendor)
	}
	if t.Confidence > 0 {
		facts = append(facts, fmt.Sprintf("%.0f%% sure", 100*t.Confidence))
	}
	fmt.Fprintf(w, "%s\n  %s\n\n", t.List, joinParts(", ", facts...))
	fmt.Fprintf(w, "  %-28s %-22s %5s %5s  %-30s %s\n", "column", "field", "sure", "full", "because", "values")
	for i := range m.Columns {
		col := &m.Columns[i]
		fmt.Fprintf(w, "  %-28s %-22s %5s %4.0f%%  %-30s %s\n", clip(oneLine(col.Label), 28), fieldOf(col), sure(col), 100*col.Fill,
			clip(col.Rule, 30), clip(samples(col), 60))
		if col.Implied != "" {
			fmt.Fprintf(w, "  %28s - gives the job title %q\n", "", col.Implied)
		}
		for _, warning := range col.Warnings {
			fmt.Fprintf(w, "  %28s ! %s\n", "", warning)
		}
	}
	for _, warning := range m.Warnings {
		fmt.Fprintf(w, "  ! %s\n", warning)
	}
	for _, note := range t.Notes {
		fmt.Fprintf(w, "  - %s\n", note)
	}
	fmt.Fprintln(w)
}

func fieldOf(c *columns.Column) string {
	switch {
	case c.Masked:
		return "(masked)"
	case c.Left:
		return "(left out)"
	case c.Fed != "":
		return "(goldpan)"
	case c.Field == contact.NoField:
		return "(extra)"
	case c.Part != "":
		return c.Field.String() + ": " + string(c.Part)
	}
	return c.Field.String()
}

func sure(c *columns.Column) string {
	if c.Field == contact.NoField {
		return ""
	}
	return fmt.Sprintf("%.0f%%", 100*c.Confidence)
}

func samples(c *columns.Column) string {
	shown := make([]string, len(c.Samples))
	for i, s := range c.Samples {
		shown[i] = oneLine(s)
	}
	return strings.Join(shown, " | ")
}

func shownDelimiter(d string) string {
	if d == "\t" {
		return "tab"
	}
	return d
}

// clip shortens a text to n characters.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

type inspectedTable struct {
	Path       string            `json:"path"`
	Sheet      string            `json:"sheet"`
	Format     string            `json:"format"`
	Encoding   string            `json:"encoding"`
	Delimiter  string            `json:"delimiter"`
	Quote      string            `json:"quote"`
	LineEnd    string            `json:"line_end"`
	Confidence float64           `json:"confidence"`
	HeaderRow  int               `json:"header_row"`
	Country    string            `json:"country"`
	Vendor     string            `json:"vendor"`
	Layout     string            `json:"layout"`
	Columns    []inspectedColumn `json:"columns"`
	Warnings   []string          `json:"warnings"`
	Notes      []string          `json:"notes"`
}

type inspectedColumn struct {
	Label      string   `json:"label"`
	Field      string   `json:"field"`
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"`
	Fill       float64  `json:"fill"`
	Samples    []string `json:"samples"`
	Masked     bool     `json:"masked"`
	Unit       float64  `json:"unit,omitempty"`
	Currency   string   `json:"currency,omitempty"`
	Warnings   []string `json:"warnings,omitempty"`
}

func inspectJSON(in *sift.Inspection) any {
	out := struct {
		Tables     []inspectedTable  `json:"tables"`
		Hidden     []string          `json:"hidden"`
		Unreadable []sift.Unreadable `json:"unreadable"`
	}{Tables: []inspectedTable{}, Hidden: []string{}, Unreadable: in.Unreadable}
	for _, r := range in.Readings {
		t, m := r.Table, r.Mapping
		table := inspectedTable{
			Path: t.List.Path, Sheet: t.List.Sheet, Format: t.Format, Encoding: t.Encoding, Delimiter: t.Delimiter,
			Quote: t.Quote, LineEnd: t.LineEnd, Confidence: t.Confidence, HeaderRow: t.HeaderRow, Country: m.Hints.Country,
			Vendor: m.Vendor, Layout: m.Layout, Warnings: m.Warnings, Notes: t.Notes,
		}
		for i := range m.Columns {
			c := &m.Columns[i]
			table.Columns = append(table.Columns, inspectedColumn{c.Label, c.Field.String(), c.Confidence, c.Rule, c.Fill, c.Samples,
				c.Masked, c.Unit, c.Currency, c.Warnings})
		}
		out.Tables = append(out.Tables, table)
	}
	for _, h := range in.Hidden {
		out.Hidden = append(out.Hidden, h.List.String())
	}
	return out
}
