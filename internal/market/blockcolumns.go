package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/block_columns.csv
var blockColumnFile string

var blockColumns = sync.OnceValue(func() map[[2]string]string {
	named := map[[2]string]string{}
	for row := range dataRows(blockColumnFile) {
		for label := range strings.SplitSeq(row[2], "|") {
			named[[2]string{row[0], label}] = row[1]
		}
	}
	return named
})

// CustomerColumn says what a column of a customer list tells of deals, by the
// key of its label: open, won, lost, status, position, ordered, closed; "" for
// any other column.
func CustomerColumn(key string) string { return blockColumns()[[2]string{"customers", key}] }

// SuppressionColumn says what a column of a do-not-contact list tells that no
// other list has, by the key of its label: channel; "" for any other column.
func SuppressionColumn(key string) string { return blockColumns()[[2]string{"suppression", key}] }

// ChannelWord says which channel a key word names: call or email, "-" for a
// word that names none and denies none ("and", "do not"), "" for any other.
func ChannelWord(word string) string { return blockColumns()[[2]string{"word", word}] }
