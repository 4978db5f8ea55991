package cli

import (
	"context"
	"fmt"

	"goldpan/internal/profile"
)

func checkCommand() command {
	return command{
		name: "check", args: "PROFILE",
		summary: "find every mistake in a profile",
		run:     runCheck,
		flags:   []string{"schema"},
		example: [2]example{
			{"goldpan check profile.yaml", "every mistake with its line and column"},
			{"goldpan check --schema > goldpan.schema.json", "a schema with which an editor completes keys"},
		},
	}
}

func runCheck(_ context.Context, c *call) error {
	if c.schema {
		_, err := c.Out.Write(profile.Schema())
		return err
	}
	if len(c.args) != 1 {
		return &usageError{"check takes one profile", "goldpan check profile.yaml"}
	}
	path := c.args[0]
	p, mistakes, err := profile.Load(path)
	if err != nil {
		return &usageError{err.Error(), "goldpan init writes a profile to start from"}
	}
	if len(mistakes) > 0 {
		return mistakesRefusal(path, mistakes)
	}
	for _, w := range p.Warnings {
		c.message("warning", w)
	}
	for _, key := range p.Pending {
		c.say(key + " is accepted but has no effect yet")
	}
	fmt.Fprintf(c.Out, "%s: no mistakes\n", path)
	return nil
}
