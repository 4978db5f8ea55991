// Goldpan pans bought contact lists for gold: lists in, a ranked call list and
// a rejection report out.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"goldpan/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := cli.Main(ctx, os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
	stop()
	os.Exit(code)
}
