package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// The committed samples are what listgen makes.
func TestSamplesAreCurrent(t *testing.T) {
	fresh := t.TempDir()
	if err := run([]string{"samples", fresh}, io.Discard); err != nil {
		t.Fatal(err)
	}
	files := 0
	err := filepath.WalkDir(fresh, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		name, err := filepath.Rel(fresh, path)
		if err != nil {
			return err
		}
		want, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		got, err := os.ReadFile(filepath.Join("..", "..", "samples", name))
		if err != nil {
			return err
		}
		if !bytes.Equal(got, want) {
			t.Errorf("samples/%s is not what listgen makes now: run go run ./cmd/listgen samples samples", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files != 10 {
		t.Errorf("%d files, want 10", files)
	}
}
