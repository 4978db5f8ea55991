package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"goldpan/internal/sift"
)

// output is where a command that writes one CSV writes it: stdout, or a file
// that appears whole or not at all, readable by its owner only.
func (c *call) output(ctx context.Context, fill func(io.Writer) error) error {
	if c.out == "" || c.out == "-" {
		w := bufio.NewWriterSize(c.Out, 1<<16)
		if err := fill(w); err != nil {
			return err
		}
		return w.Flush()
	}
	for _, arg := range c.args {
		if same, err := sameFile(arg, c.out); err == nil && same {
			return &usageError{fmt.Sprintf("%s is both a list and the output", c.out), "name another file with -o"}
		}
	}
	if info, err := os.Stat(c.out); err == nil && info.IsDir() {
		return &usageError{fmt.Sprintf("%s is a folder", c.out), "name a file with -o"}
	}
	f, err := os.CreateTemp(filepath.Dir(c.out), ".goldpan-*")
	if err != nil {
		return cannotWrite(c.out, err)
	}
	defer os.Remove(f.Name())
	w := bufio.NewWriterSize(f, 1<<16)
	err = fill(w)
	if err == nil {
		err = w.Flush()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), c.out); err != nil {
		return cannotWrite(c.out, err)
	}
	return nil
}

// cannotWrite says why an output cannot be written, without the name of the
// temporary file.
func cannotWrite(path string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return &sift.Refusal{What: fmt.Sprintf("%s: cannot be written: %v", path, err),
		Hint: "check that the folder " + filepath.Dir(path) + " is there and that you may write in it"}
}

func sameFile(a, b string) (bool, error) {
	x, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	y, err := os.Stat(b)
	if err != nil {
		return false, err
	}
	return os.SameFile(x, y), nil
}
