package clean

import "goldpan/internal/market"

// Key is the match key of a text: see market.Key.
func Key(s string) string { return market.Key(s) }

// GermanKey is the second match key of German and Norwegian texts: see
// market.GermanKey.
func GermanKey(s string) string { return market.GermanKey(s) }
