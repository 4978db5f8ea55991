package clean

import (
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// missingWords are the keys of what lists write where they know nothing, in
// the six languages and the spreadsheets' and databases' own words.
var missingWords = wordSet(`
	n a|na|nan|null|nil|none|no|not available|not applicable|not provided|not specified|not given|not known|not found
	no data|no value|no information|no info|unknown|undefined|undisclosed|unspecified|blank|empty|missing|tbd|tba|tbc
	to be confirmed|not disclosed|void|no answer|dont know|do not know|ref|value|div 0|error|err|name unknown|nobody
	brak|brak danych|brak informacji|b d|bd|n d|nd|nie dotyczy|nie podano|nieznany|nieznana|nieznane|nie ma|nie wiadomo
	nie posiada|nie posiadam|bez telefonu|bez maila|bez e maila|brak tel|brak e mail|brak e maila|brak email|nie podal|nie podala
	nie okreslono|arg|puste|do uzupelnienia|brak nr|brak numeru|brak adresu|brak maila|brak emaila|brak telefonu
	lipsa|lipseste|necunoscut|necunoscuta|nespecificat|fara|fara date|nu exista|nu are|nu se aplica|nedeclarat|nu stiu
	nu este cazul|nu detine|nu a comunicat|fara telefon|fara email
	ikke relevant|har ikke|ingen telefon|ingen epost|ingen e post
	ukjent|ikke oppgitt|ikke angitt|mangler|ingen|ikke kjent|ikke tilgjengelig|ikke registrert|uoppgitt|tom
	inconnu|inconnue|non renseigne|non renseignee|non communique|non disponible|non precise|n c|nc|n r|nr|neant|aucun
	pas de mail|pas d email|pas de tel|pas de telephone|idem|voir ci dessus|a completer
	aucune|vide|sans|sans objet|non applicable|a renseigner|non diffusible|nd non diffusible|pas de donnees
	k a|ka|keine angabe|keine angaben|keine|unbekannt|nicht bekannt|nicht vorhanden|nicht angegeben|ohne|ohne angabe
	keine e mail|keine email|keine mail|kein telefon|keine telefonnummer|siehe oben|wie oben
	withheld|confidential|redacted|hidden|as above|see above|same as above|t b c|t b d|t b a
	entfallt|entfaellt|fehlt|leer|nicht verfugbar|nicht verfuegbar|nv|n v|nicht zutreffend
	x|xx|xxx|xxxx|xxxxx`)

// shortCodes are missing words that are also real values of some fields: a
// state, a country, a given name, a company.
var shortCodes = wordSet(`na|nan|nd|nc|nr|no|x|xx|nv|bd|ka|sans|ohne|nil|value|name|err|ref|void|tom|n c|n d|n v`)

// familyWords are missing words that families bear: with one capital they are
// names.
var familyWords = wordSet(`blank|fara|leer|brak|ingen|void|nobody`)

func nameField(f contact.Field) bool {
	return f == contact.FirstName || f == contact.LastName || f == contact.FullName
}

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, line := range strings.Split(text, "\n") {
		for _, word := range strings.Split(line, "|") {
			if word = strings.TrimSpace(word); word != "" {
				set[word] = true
			}
		}
	}
	return set
}

// missingStarts has bit c of [a][b] set where a missing word may begin with the
// letters a, b and c; 0 stands for the end and for any sign, which a text may
// have between them.
var missingStarts = func() (starts [27][27]uint32) {
	for word := range missingWords {
		a, b, c := letterIndex(word, 0), letterIndex(word, 1), letterIndex(word, 2)
		starts[a][0] |= 1
		starts[a][b] |= 1 | 1<<c
	}
	starts[letterIndex("no", 0)][letterIndex("no", 1)] |= 1 // "no email"
	return starts
}()

// mayBeMissing turns most texts away by their first letters.
func mayBeMissing(text string) bool {
	a, b, c := letterIndex(text, 0), letterIndex(text, 1), 0
	if b > 0 {
		c = letterIndex(text, 2)
	}
	return a == 0 || missingStarts[a][b]&(1<<c) != 0
}

// letterIndex is 1 to 26 for an ASCII letter of either case, else 0.
func letterIndex(s string, i int) int {
	if i >= len(s) || !isLetter(s[i]) {
		return 0
	}
	return int(s[i]|0x20-'a') + 1
}

// Missing tells whether a cell only says that nothing is known: "b.d.",
// "n/a", "brak", "k.A.", "-", "NULL", "#N/A", "No tel_number".
func Missing(text string) bool { return missing(contact.NoField, text) }

// missing judges a cell of a field: short words that may be values of some
// fields ("NC" the state, "NO" the country) count only where they cannot.
func missing(f contact.Field, text string) bool {
	if len(text) > 24 {
		return false
	}
	if text == "" {
		return true
	}
	if text == `\N` || text[0] == '#' && sheetError(text) { // a database's export, a spreadsheet's formula
		return true
	}
	if c := text[0]; isDigit(c) || c == '+' && len(text) > 1 {
		return false
	}
	if !mayBeMissing(text) {
		return false
	}
	var room [64]byte
	key := market.AppendKey(room[:0], text)
	if len(key) == 0 {
		return plainSigns(text)
	}
	if missingWords[string(key)] {
		return !shortCodes[string(key)] && !(familyWords[string(key)] && nameField(f)) || countsAsMissing(f, text)
	}
	if len(key) > 3 && key[0] == 'n' && key[1] == 'o' && key[2] == ' ' {
		return fieldWord(string(key[3:]))
	}
	return false
}

// sheetError tells what a spreadsheet writes in place of a value it cannot work
// out, in any of its languages: #NAME?, #WERT!, #DZIEL/0!, #NV.
func sheetError(text string) bool {
	for i := 1; i < len(text)-1; i++ {
		if c := text[i]; !(c >= 'A' && c <= 'Z' || c >= 0x80 || c == '/' || c == '0') {
			return false
		}
	}
	switch text {
	case "#N/A", "#N/D", "#NV", "#I/T", "#IT":
		return true
	}
	return len(text) > 3 && (text[len(text)-1] == '!' || text[len(text)-1] == '?')
}

// plainSigns tells whether a text without letters and digits is all ASCII
// signs ("-", "???", "…"); letters of scripts that have no key are text.
func plainSigns(text string) bool {
	for _, r := range text {
		if r >= 0x80 && r != '–' && r != '—' && r != '…' && r != '‐' && r != '−' && r != '·' && r != '•' {
			return false
		}
	}
	return true
}

func countsAsMissing(f contact.Field, text string) bool {
	switch f {
	case contact.Region, contact.Country, contact.Company, contact.TradingName, contact.Stage, contact.Consent,
		contact.OptOut, contact.DoNotCall, contact.DoNotEmail, contact.Interest, contact.Credit, contact.LegalForm,
		contact.Notes, contact.ExternalID, contact.Employees, contact.MiddleName, contact.HouseNumber, contact.Gender:
		return text == "NaN" || text == "n/a" || text == "N/A" || text == "n.a." || text == "b.d." || text == "n.d." ||
			text == "n.c." || text == "k.A." || text == "B.D." || text == "N.A." ||
			text == "n/d" || text == "N/D" || text == "N.D." || text == "N.C." || text == "N/C"
	case contact.FirstName, contact.LastName, contact.FullName:
		return text == "NaN" || !strings.EqualFold(text, "tom") && (strings.ToUpper(text) == text || strings.ToLower(text) == text)
	}
	return true
}

// fieldWord tells whether a key names a field, as in "no email" and "no
// tel_number": placeholder texts of form tools.
func fieldWord(key string) bool {
	switch strings.ReplaceAll(key, " ", "") {
	case "email", "mail", "phone", "tel", "telnumber", "telephone", "phonenumber", "telephonenumber", "mobile", "mobilenumber",
		"fax", "faxnumber", "name", "firstname", "lastname", "address", "street", "city", "website", "web", "url", "title",
		"company", "companyname", "country", "postcode", "zip", "zipcode", "contact", "number", "emailaddress", "linkedin",
		"state", "region", "industry", "department":
		return true
	}
	return false
}
