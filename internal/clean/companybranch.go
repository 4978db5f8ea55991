package clean

import (
	"strings"

	"goldpan/internal/market"
)

// cutBranch cuts the branch off the end: "Oddział w Krakowie", "Niederlassung
// Hamburg", "avd. Bergen".
func (w *companyWords) cutBranch(firm *Firm) {
	for i := 1; i < w.n; i++ {
		sure, known := branchWord(w.squeezed(i, i+1))
		if !known || !sure && !w.words[i].apart && len(market.FormsEnding(w.squeezed(i-1, i))) == 0 {
			continue
		}
		firm.Branch = strings.Trim(w.text[w.words[i].start:], " ,;)(-–")
		firm.Codes = append(firm.Codes, "branch-split")
		for j := i; j < w.n; j++ {
			w.words[j].gone = true
		}
		w.high = i
		return
	}
}

// branchWord knows the words that begin the name of a branch; sure ones need
// no other sign.
func branchWord(letters []byte) (sure, known bool) {
	switch string(letters) {
	case "oddzial", "niederlassung", "zweigniederlassung", "zweigstelle", "sucursala", "avd", "avdeling", "sivilavdeling":
		return true, true
	case "filia", "filiale", "agence", "branch", "standort", "etablissement", "succursale", "filial", "punct", "betriebsstatte", "werk":
		return false, true
	}
	return false, false
}
