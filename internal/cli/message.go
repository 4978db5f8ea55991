package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// speaker says things on stderr, for a person or (--log json) for a log
// collector.
type speaker struct {
	w    io.Writer
	json bool
}

// newSpeaker looks for --log json itself: what is wrong with the flags must be
// said in the right form too.
func newSpeaker(w io.Writer, args []string) speaker {
	at := slices.Index(args, "--log")
	asked := slices.Contains(args, "--log=json") || at >= 0 && at+1 < len(args) && args[at+1] == "json"
	return speaker{w, asked}
}

// message writes one line: "goldpan: TEXT", or an object.
func (s speaker) message(level, text string) { s.line(level, "goldpan: ", text) }

// mistake writes a line that begins with a place in a file.
func (s speaker) mistake(text string) { s.line("error", "", text) }

// hint says what would help, "" nothing.
func (s speaker) hint(text string) {
	if text != "" {
		s.line("hint", "hint: ", text)
	}
}

func (s speaker) line(level, mark, text string) {
	if !s.json {
		fmt.Fprintln(s.w, mark+text)
		return
	}
	line, err := json.Marshal(struct {
		Level   string `json:"level"`
		Message string `json:"message"`
	}{level, text})
	if err == nil {
		fmt.Fprintf(s.w, "%s\n", line)
	}
}
