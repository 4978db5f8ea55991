package market

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"
)

// DealState says how a deal stands.
type DealState string

// The states of a deal. UnknownDeal is a stage that no table knows.
const (
	UnknownDeal DealState = ""
	OpenDeal    DealState = "open"
	WonDeal     DealState = "won"
	LostDeal    DealState = "lost"
)

//go:embed data/stages.csv
var stagesCSV string

var stages = sync.OnceValue(func() map[string]DealState {
	r := csv.NewReader(strings.NewReader(stagesCSV))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil // the file is embedded; a test reads it
	}
	known := make(map[string]DealState, len(rows))
	for _, row := range rows[1:] {
		known[row[0]] = DealState(row[1])
	}
	return known
})

// DealStage says how a deal stands whose CRM calls its stage so ("Closed Won",
// "IN_PROGRESS", "Proposal/Price Quote").
func DealStage(stage string) DealState {
	return stages()[strings.ReplaceAll(Key(stage), " ", "")]
}
