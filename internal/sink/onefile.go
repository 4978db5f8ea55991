package sink

import (
	"io"
	"os"
	"path/filepath"
	"strings"
)

// WriteFile writes one output file, readable by its owner only: it appears
// whole or not at all. What dead processes left of it is removed first. The
// error is an [*Error], or fill's.
func WriteFile(path string, fill func(io.Writer) error) error {
	cannot := func(err error) error {
		return &Error{Path: path, Cause: plainCause("cannot be written", err), Err: err,
			Hint: "check that you may write in " + filepath.Dir(path) + ", or name another file with -o"}
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &Error{Path: path, Cause: "is a folder, and one file is written here", Hint: "name a file with -o", Usage: true}
	}
	place, err := resolve(path)
	if err != nil {
		return cannot(err)
	}
	sweepFiles(place)
	f, err := os.CreateTemp(filepath.Dir(place), workPrefix(place)+ownerMark()+".*")
	if err != nil {
		return cannot(err)
	}
	defer os.Remove(f.Name()) // after the rename there is nothing to remove
	if err := fill(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return cannot(err)
	}
	if err := f.Close(); err != nil {
		return cannot(err)
	}
	if err := os.Rename(f.Name(), place); err != nil {
		return cannot(err)
	}
	return nil
}

// sweepFiles removes the half-written files of dead processes beside place.
// One that cannot be removed is no reason to fail.
func sweepFiles(place string) {
	parent := filepath.Dir(place)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return
	}
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasSuffix(e.Name(), ".old") && abandoned(e.Name(), workPrefix(place)) {
			_ = os.Remove(filepath.Join(parent, e.Name()))
		}
	}
}
