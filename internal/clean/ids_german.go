package clean

import "strings"

// germanID reads what has no check digit in German lists: an entry of the trade
// register ("Mannheim HRB 719915"; the court belongs to it) and a tax number
// as its office prints it ("12/345/67890").
func germanID(text string) (CompanyID, bool) {
	text = tidy(unwrapCell(text))
	for _, register := range [...]string{"HRA", "HRB", "GNR", "PR", "VR", "FN"} {
		at := indexFoldWord(text, register)
		if at < 0 || countDigits(text[at:]) == 0 {
			continue
		}
		number := strings.TrimLeft(text[at+len(register):], " .:-")
		number = strings.TrimSpace(strings.TrimPrefix(number, "Nr."))
		if len(number) > 0 && isDigit(number[0]) && countDigits(number) <= 6 {
			return CompanyID{Text: text, Kind: "register", Valid: true}, true
		}
		return CompanyID{Text: text, Kind: "register", Codes: []string{"invalid-register"}}, true
	}
	digits := onlyDigits(text)
	if strings.IndexByte(text, '/') > 0 && len(digits) >= 9 && len(digits) <= 11 && !hasLetter(text) {
		return CompanyID{Text: text, Kind: "steuernummer", Valid: true}, true
	}
	return CompanyID{}, false
}

// indexFoldWord finds a word in any case that no letter stands around.
func indexFoldWord(text, word string) int {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) && (i == 0 || !isLetter(text[i-1])) && (i+len(word) == len(text) || !isLetter(text[i+len(word)])) {
			return i
		}
	}
	return -1
}

func hasLetter(s string) bool {
	for i := 0; i < len(s); i++ {
		if isLetter(s[i]) {
			return true
		}
	}
	return false
}
