package clean

import (
	"strings"
	"testing"
)

func TestRestoreCity(t *testing.T) {
	for _, want := range []string{
		"Saint-Denis-en-Val", "L'Haÿ-les-Roses", "Villeneuve-d'Ascq", "Stratford-upon-Avon", "Weston-super-Mare", "King's Lynn", "O'Fallon", "McAllen",
		"Frankfurt am Main", "Halle (Saale)", "Bad Homburg vor der Höhe", "Bielsko-Biała", "Târgu Mureș", "Mo i Rana", "'s-Hertogenbosch", "Den Haag",
		"Capelle aan den IJssel", "Truth or Consequences", "Reggio nell'Emilia", "Las Palmas de Gran Canaria",
	} {
		for _, lost := range [2]string{strings.ToUpper(want), strings.ToLower(want)} {
			if got := restoreCity(lost, ""); got != want {
				t.Errorf("restoreCity(%q) = %q, want %q", lost, got, want)
			}
		}
	}
}
