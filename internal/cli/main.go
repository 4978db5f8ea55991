// Package cli is goldpan on the command line: one file per command, flags,
// progress, exit codes. It decides nothing about contacts.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"goldpan/internal/sift"
	"goldpan/internal/sink"
)

// Exit codes, as every command's help lists them.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartly      = 3
	exitInterrupted = 130
)

// Streams are the three files a process talks through.
type Streams struct {
	In       *os.File
	Out, Err io.Writer
}

// command is one verb of the program.
type command struct {
	name    string
	args    string // as the usage line shows them
	summary string // one line
	run     func(ctx context.Context, c *call) error
	flags   []string // names of the flags it takes
	exits   []int    // exit codes beyond 0, 1, 2 and 130
	example [2]example
}

type example struct{ line, says string }

func commands() []command {
	return []command{siftCommand(), dedupeCommand(), cleanCommand(), inspectCommand(), initCommand(), checkCommand(),
		explainCommand(), diffCommand()}
}

// Main runs the program and returns its exit code.
func Main(ctx context.Context, args []string, std Streams) int {
	spareMemory()
	err := dispatch(ctx, args, std)
	return report(ctx, err, newSpeaker(std.Err, args))
}

func dispatch(ctx context.Context, args []string, std Streams) error {
	if len(args) == 0 {
		fmt.Fprint(std.Err, overview())
		return &usageError{}
	}
	switch args[0] {
	case "-h", "--help", "help":
		if len(args) > 1 && args[0] == "help" {
			return dispatch(ctx, []string{args[1], "--help"}, std)
		}
		fmt.Fprint(std.Out, overview())
		return nil
	case "--version", "version":
		fmt.Fprintln(std.Out, "goldpan", Version())
		return nil
	}
	for _, cmd := range commands() {
		if cmd.name == args[0] {
			c, err := parseCall(cmd, args[1:], std)
			if err != nil || c == nil {
				return err
			}
			return cmd.run(ctx, c)
		}
	}
	return &usageError{
		what: fmt.Sprintf("unknown command %q", args[0]),
		hint: "goldpan --help lists the commands; to sift a list: goldpan sift " + args[0],
	}
}

// report prints an error the way every error is printed, and picks the code.
func report(ctx context.Context, err error, say speaker) int {
	if err == nil {
		return exitDone
	}
	var usage *usageError
	var partly *partlyError
	var refused *sift.Refusal
	var unwritten *sink.Error
	switch {
	case ctx.Err() != nil:
		say.message("error", "interrupted; nothing was written")
		return exitInterrupted
	case errors.As(err, &usage):
		if usage.what != "" {
			say.message("error", usage.what)
		}
		say.hint(usage.hint)
		return exitUsage
	case errors.As(err, &partly):
		return exitPartly
	case errors.As(err, &refused):
		for _, line := range refused.Lines {
			say.mistake(line)
		}
		if len(refused.Lines) == 0 {
			say.message("error", refused.What)
		}
		say.hint(refused.Hint)
		if refused.Usage {
			return exitUsage
		}
		return exitFailed
	}
	if errors.As(err, &unwritten) {
		say.message("error", unwritten.Error())
		say.hint(unwritten.Hint)
		if unwritten.Usage {
			return exitUsage
		}
		return exitFailed
	}
	say.message("error", err.Error())
	if errors.Is(err, syscall.ENOSPC) {
		say.hint("make room, or name a folder on another disk with -o; nothing was left half-written")
	}
	return exitFailed
}

// usageError is a call that cannot be obeyed: exit 2.
type usageError struct{ what, hint string }

func (e *usageError) Error() string { return e.what }

// partlyError says that the work is done but some lists could not be read:
// exit 3. What and why has been said already.
type partlyError struct{ lists int }

func (e *partlyError) Error() string {
	return fmt.Sprintf("%d lists could not be read", e.lists)
}

func overview() string {
	var b strings.Builder
	b.WriteString("goldpan pans bought contact lists for gold: lists in, a ranked call list and a\nrejection report out. Everything stays on this machine.\n\nusage: goldpan COMMAND [flags] ...\n\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-8s %-10s %s\n", c.name, c.args, c.summary)
	}
	b.WriteString("\nFirst time: goldpan sift list.xlsx\nEach command explains itself: goldpan COMMAND --help\n")
	return b.String()
}
