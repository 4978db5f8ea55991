package cli

import (
	"encoding/json"
	"fmt"
)

// message writes one line to stderr: "goldpan: TEXT", or with --log json an
// object that a log collector reads.
func (c *call) message(level, text string) {
	if c.log != "json" {
		fmt.Fprintln(c.Err, "goldpan:", text)
		return
	}
	line, err := json.Marshal(struct {
		Level   string `json:"level"`
		Message string `json:"message"`
	}{level, text})
	if err == nil {
		fmt.Fprintf(c.Err, "%s\n", line)
	}
}
