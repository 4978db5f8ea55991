package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// bars draws one progress bar per phase of a run on a terminal, and nothing
// anywhere else.
type bars struct {
	w     io.Writer
	on    bool
	phase string
	bar   *progressbar.ProgressBar
}

// newBars decides from --progress, --quiet and whether w is a terminal.
func newBars(mode string, quiet bool, w io.Writer) *bars {
	on := mode == "always"
	if mode == "auto" && !quiet {
		on = isTerminal(w)
	}
	return &bars{w: w, on: on}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Step reports progress within a phase; total 0 means unknown.
func (b *bars) Step(phase string, done, total int64) {
	if !b.on {
		return
	}
	if phase != b.phase {
		b.End()
		b.phase = phase
		if total <= 0 {
			total = -1
		}
		b.bar = progressbar.NewOptions64(total,
			progressbar.OptionSetWriter(b.w),
			progressbar.OptionSetDescription(fmt.Sprintf("%-22s", phase)),
			progressbar.OptionSetWidth(28),
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("rows"),
			progressbar.OptionSetPredictTime(true),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		)
	}
	if total > 0 && b.bar.GetMax64() != total {
		b.bar.ChangeMax64(total)
	}
	// A failed write to a terminal is no reason to stop a run.
	_ = b.bar.Set64(done)
}

// End clears the bar that is drawn.
func (b *bars) End() {
	if b.bar != nil {
		_ = b.bar.Clear()
		b.bar = nil
	}
	b.phase = ""
}
