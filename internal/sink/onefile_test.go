package sink

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "clean.csv")
	// What a dead process left: its number is above any that a system gives.
	left := filepath.Join(dir, workPrefix(path)+hostMark()+".2147483646.1")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := WriteFile(path, func(w io.Writer) error {
		_, err := io.WriteString(w, "whole")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "whole" {
		t.Errorf("%q, %v", text, err)
	}
	broken := errors.New("broken")
	if err := WriteFile(path, func(w io.Writer) error {
		io.WriteString(w, "half")
		return broken
	}); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "whole" {
		t.Errorf("a failed run left %q", text)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files where one should be", len(entries))
	}
	var e *Error
	if err := WriteFile(dir, nil); !errors.As(err, &e) || !e.Usage {
		t.Errorf("a folder is taken for a file: %v", err)
	}
}
