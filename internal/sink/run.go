package sink

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
)

// Run is run.json: everything countable about a run. The order of the fields is
// the order in the file.
type Run struct {
	Version    string            `json:"version"`
	AsOf       string            `json:"as_of"` // ISO date
	Profile    RunProfile        `json:"profile"`
	Arguments  RunArguments      `json:"arguments"`
	References []RunReference    `json:"references"`
	Started    string            `json:"started"` // RFC 3339
	Seconds    float64           `json:"seconds"`
	Totals     RunTotals         `json:"totals"`
	Lists      []RunList         `json:"lists"`
	Reasons    map[string]int    `json:"reasons"`
	NearMisses map[string]int    `json:"near_misses"`
	Relaxing   []RunRelaxing     `json:"relaxing"`
	Dedupe     RunDedupe         `json:"dedupe"`
	Outputs    map[string]string `json:"outputs"` // SHA-256 by file name
}

// RunProfile is the profile that was used; both empty without one.
type RunProfile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// RunArguments are the flags that stood beside the profile: what it takes to
// run the same again.
type RunArguments struct {
	Lists     []string          `json:"lists"`
	Language  string            `json:"language,omitempty"`
	Country   string            `json:"country,omitempty"`
	Map       map[string]string `json:"map,omitempty"`
	Sheet     string            `json:"sheet,omitempty"`
	HeaderRow int               `json:"header_row,omitempty"`
	Encoding  string            `json:"encoding,omitempty"`
	Delimiter string            `json:"delimiter,omitempty"`
	Cut       string            `json:"cut,omitempty"`
	Compare   map[string]string `json:"compare,omitempty"`
	Suppress  []string          `json:"suppress,omitempty"`
	Customers []string          `json:"customers,omitempty"`
	Decisions []string          `json:"decisions,omitempty"`
}

// RunReference is a list that rows were held against.
type RunReference struct {
	Path   string `json:"path"`
	Kind   string `json:"kind"` // customers, suppression, exclusion, decisions
	SHA256 string `json:"sha256"`
}

// RunTotals is the ledger: Rows is the sum of the others.
type RunTotals struct {
	Rows      int `json:"rows"`
	Prospects int `json:"prospects"`
	Suspects  int `json:"suspects"`
	Merged    int `json:"merged"`
	Rejected  int `json:"rejected"`
}

// RunList is one list: how it was read and where its rows ended.
type RunList struct {
	Path      string            `json:"path"`
	Sheet     string            `json:"sheet"`
	SHA256    string            `json:"sha256"`
	Format    string            `json:"format"`
	Encoding  string            `json:"encoding"`
	Delimiter string            `json:"delimiter"`
	HeaderRow int               `json:"header_row"`
	Vendor    string            `json:"vendor"`
	Layout    string            `json:"layout"`
	Columns   map[string]string `json:"columns"` // label to field
	RunTotals
	Skipped RunSkipped `json:"skipped"`
	Error   string     `json:"error"` // why it could not be read; "" when it was
}

// RunSkipped counts what stands among the rows of a list and is none.
type RunSkipped struct {
	RepeatedHeader int `json:"repeated-header"`
	Total          int `json:"total"`
	Footer         int `json:"footer"`
}

// RunRelaxing is what one criterion costs: the contacts that it alone rejected,
// and what looser values would add.
type RunRelaxing struct {
	Test      string      `json:"test"`
	Criterion string      `json:"criterion"`
	Alone     int         `json:"alone"`
	Looser    []RunLooser `json:"looser,omitempty"`
}

// RunLooser is one looser value.
type RunLooser struct {
	From string `json:"from"`
	To   string `json:"to"`
	Adds int    `json:"adds"`
}

// RunDedupe says what matching did.
type RunDedupe struct {
	Pairs         int64   `json:"pairs"`
	Clusters      int     `json:"clusters"`
	Threshold     float64 `json:"threshold"`
	SkippedBlocks int     `json:"skipped_blocks"`
}

// Write writes the run as indented JSON with a stable order: fields as
// declared, maps by key.
func (r *Run) Write(w io.Writer) error {
	full := *r
	full.Lists = append([]RunList{}, r.Lists...)
	full.References = append([]RunReference{}, r.References...)
	full.Relaxing = append([]RunRelaxing{}, r.Relaxing...)
	full.Arguments.Lists = append([]string{}, r.Arguments.Lists...)
	for i := range full.Lists {
		full.Lists[i].Columns = orEmpty(full.Lists[i].Columns)
	}
	full.Reasons, full.NearMisses, full.Outputs = orEmpty(r.Reasons), orEmpty(r.NearMisses), orEmpty(r.Outputs)
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(full); err != nil {
		return &Error{Path: RunFile, Cause: "cannot be written: " + err.Error(), Err: err}
	}
	_, err := w.Write(buf.Bytes())
	return err
}

// orEmpty makes a missing map an empty one: readers of run.json find {} where
// there is nothing, never null.
func orEmpty[V any](m map[string]V) map[string]V {
	if m == nil {
		return map[string]V{}
	}
	return m
}

// ReadRun reads the run.json of an output folder.
func ReadRun(dir string) (*Run, error) {
	path := filepath.Join(dir, RunFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, &Error{Path: path, Cause: plainCause("cannot be read", err), Err: err,
			Hint: "is " + dir + " a folder that goldpan sift wrote?"}
	}
	run := new(Run)
	if err := json.Unmarshal(text, run); err != nil {
		return nil, &Error{Path: path, Cause: "is not a run.json: " + err.Error(), Err: err}
	}
	return run, nil
}
