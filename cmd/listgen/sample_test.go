package main

import (
	"archive/zip"
	"bytes"
	"fmt"
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
		want, err := content(path)
		if err != nil {
			return err
		}
		got, err := content(filepath.Join("..", "..", "samples", name))
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

// content is what a file says: of a workbook its parts unpacked, for another
// release of Go may pack them another way.
func content(path string) ([]byte, error) {
	if filepath.Ext(path) != ".xlsx" {
		return os.ReadFile(path)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	var all bytes.Buffer
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return nil, err
		}
		fmt.Fprintln(&all, part.Name)
		if _, err := io.Copy(&all, r); err != nil {
			return nil, err
		}
		r.Close()
	}
	return all.Bytes(), nil
}
