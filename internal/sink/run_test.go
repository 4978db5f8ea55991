package sink

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRunShape(t *testing.T) {
	run := &Run{Version: "1.0", AsOf: "2026-11-22", Profile: RunProfile{"p.yaml", "ab"}, Arguments: RunArguments{Lists: []string{"*.csv"}}, Started: "2026-11-22T18:00:00Z", Seconds: 1.2,
		Totals: RunTotals{Rows: 4, Prospects: 1, Suspects: 1, Merged: 1, Rejected: 1},
		Lists: []RunList{{Path: "a<b>.csv", Format: "csv", Encoding: "windows-1250", Delimiter: ";", HeaderRow: 4, Columns: map[string]string{"Firma": "company", "E-mail": "email"},
			RunTotals: RunTotals{Rows: 4}, Skipped: RunSkipped{Footer: 1}}},
		Reasons: map[string]int{"bad-row": 1}, Outputs: map[string]string{"prospects.csv": "cd"}}
	var buf bytes.Buffer
	if err := run.Write(&buf); err != nil {
		t.Fatal(err)
	}
	want := `{
  "version": "1.0",
  "as_of": "2026-11-22",
  "profile": {
    "path": "p.yaml",
    "sha256": "ab"
  },
  "arguments": {
    "lists": [
      "*.csv"
    ]
  },
  "references": [],
  "started": "2026-11-22T18:00:00Z",
  "seconds": 1.2,
  "totals": {
    "rows": 4,
    "prospects": 1,
    "suspects": 1,
    "merged": 1,
    "rejected": 1
  },
  "lists": [
    {
      "path": "a<b>.csv",
      "sheet": "",
      "sha256": "",
      "format": "csv",
      "encoding": "windows-1250",
      "delimiter": ";",
      "header_row": 4,
      "vendor": "",
      "layout": "",
      "columns": {
        "E-mail": "email",
        "Firma": "company"
      },
      "rows": 4,
      "prospects": 0,
      "suspects": 0,
      "merged": 0,
      "rejected": 0,
      "skipped": {
        "repeated-header": 0,
        "total": 0,
        "footer": 1
      },
      "error": ""
    }
  ],
  "reasons": {
    "bad-row": 1
  },
  "near_misses": {},
  "relaxing": [],
  "dedupe": {
    "pairs": 0,
    "clusters": 0,
    "threshold": 0,
    "skipped_blocks": 0
  },
  "outputs": {
    "prospects.csv": "cd"
  }
}
`
	if d := cmp.Diff(want, buf.String()); d != "" {
		t.Error(d)
	}
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, RunFile), buf.Bytes(), 0o600)
	back, err := ReadRun(dir)
	if err != nil {
		t.Fatal(err)
	}
	run.NearMisses, run.References, run.Relaxing = map[string]int{}, []RunReference{}, []RunRelaxing{}
	if d := cmp.Diff(run, back); d != "" {
		t.Error(d)
	}
}

func TestReadRunSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	var e *Error
	if _, err := ReadRun(dir); !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &e) || e.Hint == "" {
		t.Errorf("missing: %v", err)
	}
	os.WriteFile(filepath.Join(dir, RunFile), []byte("{"), 0o600)
	if _, err := ReadRun(dir); err == nil {
		t.Error("half a file was read")
	}
}
