package clean

import (
	"strings"

	"goldpan/internal/market"
)

// yesWords and noWords are the keys of consent and restriction cells in the
// six languages; the restriction words stand in a cell of a restriction column.
var (
	yesWords = wordSet(`yes|y|true|t|1|x|xx|on|ok|opt in|optin|opted in|granted|given|agreed|checked|accepted|consent|subscribed|v|1 0
		tak|wyrazona|jest|udzielona|zgoda|prawda|da|exprimat|acordat|adevarat|ja|j|samtykket|gitt|sann|oui|o|vrai|accord
		accepte|consenti|wahr|erteilt|eingewilligt|zugestimmt|vorhanden|si|dnc|tps|ctps|do not call|do not contact|do not email|opt out
		opted out|optout|unsubscribed|suppressed|blocked|reserved|registered|listed|nie dzwonic|wypisany|sprzeciw|dezabonat
		reservert|reservasjon|avmeldt|opposition|bloctel|desinscrit|widerspruch|gesperrt|sperrvermerk|abgemeldet|invalid`)
	noWords = wordSet(`no|n|false|f|0|off|opt out|none|not granted|withdrawn|refused|revoked|unsubscribed|unchecked|declined|denied|0 0
		nie|brak|brak zgody|odmowa|wycofana|falsz|nu|refuzat|retras|fals|nei|ikke samtykket|trukket|usann|non|refus|refuse
		retire|faux|nein|verweigert|widerrufen|falsch|opted out|optout|not opted in|opted in|optin|opt in`)
)

// Flag reads a yes/no cell of the six languages: "yes", "no" or "" where it
// says neither. In a consent column "opt-out" is a no, in a restriction column
// a yes: restriction says which kind the column is.
func Flag(text string, restriction bool) string {
	if len(text) > 40 {
		return ""
	}
	var room [64]byte
	key := market.AppendKey(room[:0], text)
	switch text {
	case "✓", "✔", "☑", "☒", "✗":
		return map[bool]string{true: "yes", false: "no"}[text != "✗"]
	}
	if restriction {
		switch string(key) {
		case "opted in", "optin", "opt in", "consent", "subscribed":
			return "no"
		}
		if yesWords[string(key)] {
			return "yes"
		}
		if noWords[string(key)] {
			return "no"
		}
		return ""
	}
	if consentYes(string(key)) {
		return "yes"
	}
	if noWords[string(key)] {
		return "no"
	}
	return ""
}

// consentYes keeps the words of restriction out of a consent column.
func consentYes(key string) bool {
	if !yesWords[key] {
		return false
	}
	for _, word := range []string{"opt out", "opted out", "optout", "unsubscribed", "suppressed", "blocked", "dnc", "do not", "sprzeciw", "wypisany",
		"dezabonat", "reserv", "avmeldt", "opposition", "desinscrit", "widerspruch", "gesperrt", "abgemeldet", "nie dzwonic", "invalid", "tps", "sperr"} {
		if strings.HasPrefix(key, word) {
			return false
		}
	}
	return true
}

// Gender reads a gender cell or a courtesy title: "m", "f" or "".
func Gender(text string) string {
	var room [32]byte
	if len(text) > 24 {
		return ""
	}
	switch string(market.AppendKey(room[:0], text)) {
	case "m", "male", "man", "mr", "men", "mezczyzna", "mezczyzni", "pan", "masculin", "barbat", "barbatesc", "mann", "han", "homme", "h", "monsieur",
		"mannlich", "maennlich", "herr", "masculine", "masc", "domnul", "dl", "boy", "masculino", "hr":
		return "m"
	case "f", "female", "woman", "mrs", "ms", "miss", "women", "k", "kobieta", "kobiety", "pani", "feminin", "femeie", "femeiesc", "kvinne", "hun",
		"femme", "madame", "mme", "mlle", "weiblich", "w", "frau", "feminine", "fem", "doamna", "dna", "girl", "feminino", "zenski", "fr":
		return "f"
	}
	return ""
}
