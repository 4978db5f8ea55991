package clean

import "strings"

// IndustryCode writes a code of an industry classification in the form of its
// system (NACE2, NACE2.1, PKD2007, PKD2025, CAEN2, CAEN3, NAF2, NAF2025,
// SN2007, WZ2008, SIC-UK, SIC-US, NAICS): "6210B" as "62.10.B" in PKD, "111"
// as "0111" in CAEN. Lost zeros come back where damaged says that the column
// lost them. ok is false when the text is no code; words behind a code
// ("62.01.Z - Działalność") are dropped.
func IndustryCode(text, system string, damaged bool) (code string, ok bool) {
	text = strings.TrimSpace(text)
	if cut := strings.IndexAny(text, " –|:;,"); cut > 0 && countDigits(text[:cut]) >= 1 {
		text = text[:cut]
	}
	var digits, letters []byte
	section := byte(0)
	dots := strings.Count(text, ".")
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case isDigit(c):
			if len(letters) > 0 {
				return "", false
			}
			digits = append(digits, c)
		case isLetter(c) && len(digits) == 0 && section == 0:
			section = c &^ 0x20
		case isLetter(c):
			letters = append(letters, c&^0x20)
		case c == '.' || c == '-' || c == '/':
		default:
			return "", false
		}
	}
	if len(digits) == 0 && section != 0 && len(text) == 1 {
		return string(section), true
	}
	if len(digits) == 0 || len(letters) > 1 || len(digits) > 8 {
		return "", false
	}
	d := restoreCodeZero(string(digits), system, damaged, dots > 0 && strings.IndexByte(text, '.') == 1)
	return codeForm(d, string(letters), system), true
}

// restoreCodeZero gives back the zero that a spreadsheet took: "1.11" was
// "01.11", and "111" in a damaged CAEN column "0111"; "62.1" was "62.10".
func restoreCodeZero(d, system string, damaged, shortDivision bool) string {
	switch system {
	case "NAICS":
		return d
	case "SIC-UK", "SN2007", "WZ2008":
		if (damaged || shortDivision) && len(d) == 4 {
			return "0" + d
		}
	default:
		if (damaged || shortDivision) && len(d) == 3 {
			return "0" + d
		}
	}
	return d
}

// codeForm writes the digits and the letter as the system prints them.
func codeForm(d, letter, system string) string {
	switch {
	case len(d) <= 2:
		return d
	case strings.HasPrefix(system, "PKD") && letter != "" && len(d) == 4:
		return d[:2] + "." + d[2:] + "." + letter
	case strings.HasPrefix(system, "NAF"):
		return d[:2] + "." + d[2:] + letter
	case strings.HasPrefix(system, "CAEN"), system == "SIC-UK", system == "SIC-US", system == "NAICS", system == "":
		return d + letter
	case strings.HasPrefix(system, "WZ") && len(d) == 5:
		return d[:2] + "." + d[2:4] + "." + d[4:]
	}
	return d[:2] + "." + d[2:] + letter
}

// nationalSystem is the industry classification of a country, without
// version: the text of a cell does not tell it.
func nationalSystem(country string) string {
	switch country {
	case "PL":
		return "PKD"
	case "RO":
		return "CAEN"
	case "FR":
		return "NAF"
	case "NO":
		return "SN"
	case "DE":
		return "WZ"
	case "GB":
		return "SIC-UK"
	case "US", "CA", "AU", "":
		return ""
	}
	return "NACE"
}

// industryInText finds a code of the country's classification that stands
// before the words of an industry, behind them in parentheses, or alone.
func industryInText(text, country string) (code, system string) {
	system = nationalSystem(country)
	if system == "" || len(text) < 4 {
		return "", ""
	}
	word, rest, _ := strings.Cut(text, " ")
	if !isDigit(text[0]) {
		open := strings.LastIndexByte(text, '(')
		if open < 0 || text[len(text)-1] != ')' {
			return "", ""
		}
		word, rest = text[open+1:len(text)-1], ""
	}
	word = strings.TrimRight(word, ":;,-")
	digits := countDigits(word)
	if digits < 4 || digits > 5 || digits == len(word) && digits == 4 && (system != "CAEN" || rest == "" && word[:2] >= "19" && word[:2] <= "20") {
		return "", "" // four bare digits are a code in Romania only, elsewhere a year or a count
	}
	for i := 0; i < len(word); i++ {
		if !isDigit(word[i]) && word[i] != '.' && !(isLetter(word[i]) && i == len(word)-1) {
			return "", ""
		}
	}
	if code, ok := IndustryCode(word, system, false); ok {
		return code, system
	}
	return "", ""
}
