package market

import "testing"

func TestTitleMisspelt(t *testing.T) {
	for word, level := range map[string]string{
		"geschaftsfuher":      "legal_rep", // one missing
		"praktikannt":         "junior",    // one too many
		"consulatnt":          "senior",    // exchanged
		"abteilungsleitor":    "manager",   // a wrong one
		"kunsultant":          "senior",
		"industriel":          "", // only a field: industrial
		"manger":              "", // too short to tell
		"xonsultant":          "", // the first letter counts
		"geschaftsfuhrungsfg": "",
	} {
		got := ""
		if e := TitleMisspelt([]byte(word)); e != nil {
			got = e.Level
		}
		if got != level {
			t.Errorf("TitleMisspelt(%q) has level %q, want %q", word, got, level)
		}
	}
}
