package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"

	"goldpan/internal/sink"
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
	return sink.WriteFile(c.out, func(f io.Writer) error {
		w := bufio.NewWriterSize(f, 1<<16)
		if err := fill(w); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return w.Flush()
	})
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
