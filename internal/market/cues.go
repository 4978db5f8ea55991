package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/cues.csv
var cuesFile string

// A Cue is a kind of word that shows what a column holds.
type Cue uint16

// The kinds of cue, as bits: one word may be several.
const (
	CueLegal     Cue = 1 << iota // a word of company names: legal forms, kinds of firm
	CueHonorific                 // Mr, Frau, dr inż.
	CueGender                    // m, female, kobieta
	CueYes
	CueNo
	CueStreet    // a word of street lines
	CueStatus    // what a register says of a company
	CueStage     // what a CRM says of a lead
	CueInterest  // hot, warm, cold
	CueSeniority // vendors' words for levels
)

var cueKinds = map[string]Cue{
	"legal": CueLegal, "honorific": CueHonorific, "gender": CueGender, "yes": CueYes, "no": CueNo,
	"street": CueStreet, "status": CueStatus, "stage": CueStage,
	"interest": CueInterest, "seniority": CueSeniority,
}

var cues = sync.OnceValue(func() map[string]Cue {
	words := map[string]Cue{}
	for row := range dataRows(cuesFile) {
		for word := range strings.SplitSeq(row[1], "|") {
			words[Key(word)] |= cueKinds[row[0]]
		}
	}
	return words
})

// Cues tells what a match key (see Key) is a cue for: one word or a whole
// value. Zero means nothing is known of it.
func Cues(key string) Cue { return cues()[key] }
