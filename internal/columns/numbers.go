package columns

import (
	"strconv"
	"strings"
	"unicode"

	"goldpan/internal/checkdigit"
	"goldpan/internal/market"
)

// lookNumbers counts what the digits of a value say.
func (v *values) lookNumbers(s *shape) {
	n := len(s.digits)
	if n == 0 {
		return
	}
	text := s.text
	pure := s.letters == 0 && n == len(text)
	v.add(kDigits, pure)
	if pure && n < len(v.digits) {
		v.digits[n] += v.weight
	}
	if pure && n <= 4 {
		if i, err := strconv.Atoi(text); err == nil {
			v.ints = append(v.ints, small{i, v.weight})
			v.add(kYear, n == 4 && i >= 1850 && i <= 2035)
		}
	}
	v.lookPhone(s)
	v.lookMoney(s)
	v.add(kStars, len(text) == 3 && text[0] >= '1' && text[0] <= '5' && oneOf(text[1], ".,") && isDigit(text[2]))
	v.add(kDate, looksDate(text))
	v.lookPostal(s)
	v.add(kIDShape, s.letters <= 6 && n >= 3 && len(s.words) <= 6 && n >= s.letters)
	v.add(kCodeShape, looksCode(text))
	v.add(kHash, len(text) >= 15 && s.letters > 0 && len(s.words) == 1 || strings.Count(text, "-") == 4 && len(text) == 36)
}

func (v *values) lookPhone(s *shape) {
	n, text := len(s.digits), s.text
	if at := strings.IndexAny(text, "/;,|\n"); n > 13 && at > 0 { // several numbers in one cell
		if one := shapeOf(strings.TrimSpace(text[:at])); len(one.digits) >= 7 {
			v.lookPhone(&one)
			return
		}
	}
	if n < 7 || n > 17 || s.letters > 6 || s.letters == 0 && (n > 15 || n > 13 && n == len(text)) {
		return
	}
	if s.letters > 0 && !phoneLetters(s) || looksDate(text) || strings.ContainsAny(text, ":,") && s.letters == 0 {
		return
	}
	grouped := false
	for i := range len(text) {
		grouped = grouped || oneOf(text[i], " ()/.-") && i > 0
	}
	if strings.Count(text, ".") == 1 && s.others == 1 && text[0] != '+' { // a decimal
		return
	}
	v.kinds[kPhone] += v.weight
	sure := text[0] == '+' || text[0] == '(' || strings.HasPrefix(text, "00") || grouped && n >= 8 || text[0] == '0' && n >= 9 && n <= 11
	v.add(kPhoneSure, sure && !validSSN(text))
	v.add(kMobile, mobileStart(s.digits, text[0] == '+' || strings.HasPrefix(s.digits, "00")))
	if text[0] == '+' {
		if c := countryOfPhone(s.digits); c != "" {
			v.country[c] += v.weight
		}
	}
}

// phoneLetters allows the words that stand in phone cells.
func phoneLetters(s *shape) bool {
	for _, word := range s.words {
		word = strings.Trim(word, "0123456789")
		switch word {
		case "", "x", "ext", "tel", "tlf", "wew", "int", "p", "m", "t", "fax", "mob", "poste", "linje", "e", "kom", "dw":
		default:
			return false
		}
	}
	return true
}

// mobileStart tells mobiles of the home markets by their first digits: with
// the country code, or in national writing where it leaves no doubt.
func mobileStart(d string, international bool) bool {
	d = strings.TrimPrefix(d, "00")
	if international {
		for _, p := range [...]string{"485", "486", "487", "4888", "407", "474", "479", "336", "337", "4915", "4916", "4917", "447", "614"} {
			if strings.HasPrefix(d, p) {
				return true
			}
		}
		return false
	}
	switch {
	case len(d) == 10 && d[0] == '0': // FR, RO
		return d[1] == '7' || d[1] == '6'
	case len(d) == 11 && d[0] == '0': // GB, DE
		return d[1] == '7' || d[1] == '1' && d[2] >= '5' && d[2] <= '7'
	case len(d) == 12 && d[0] == '0':
		return d[1] == '1' && d[2] >= '5' && d[2] <= '7'
	case len(d) == 9: // PL
		return d[0] == '5' || d[0] == '6' || d[0] == '7' && d[1] != '1' && d[1] != '4' && d[1] != '5' && d[1] != '7' || d[:2] == "88"
	case len(d) == 8: // NO
		return d[0] == '4' || d[0] == '9'
	}
	return false
}

// countryOfPhone is the home market of an international number.
func countryOfPhone(d string) string {
	d = strings.TrimPrefix(d, "00")
	for _, p := range [...][2]string{{"48", "PL"}, {"40", "RO"}, {"47", "NO"}, {"33", "FR"}, {"49", "DE"}, {"44", "GB"}, {"61", "AU"}} {
		if strings.HasPrefix(d, p[0]) && len(d) >= 10 {
			return p[1]
		}
	}
	if len(d) == 11 && d[0] == '1' {
		return "US"
	}
	return ""
}

// lookMoney counts whole numbers, decimals, money and bands.
func (v *values) lookMoney(s *shape) {
	text := strings.TrimSpace(s.text)
	core := strings.Trim(text, "+-<>~≥≤ ")
	plain := core != ""
	for i := range len(core) {
		if !isDigit(core[i]) && !oneOf(core[i], " .,'\u00a0") && core[i] < 0x80 {
			plain = false
		}
	}
	if plain && s.letters == 0 && !strings.Contains(core, "-") {
		last := strings.LastIndexAny(core, ".,")
		whole := last < 0 || len(core)-last == 4
		v.add(kInt, whole)
		v.kinds[kNumber] += v.weight
	}
	v.add(kBand, looksBand(s))
	v.add(kMoney, looksMoney(s))
}

// looksBand takes "51-200", "250+", "1 to 4", "od 51 do 200", "Nov-50".
func looksBand(s *shape) bool {
	if s.letters > 24 || len(s.digits) > 24 || looksDate(s.text) && s.letters == 0 {
		return false
	}
	text := s.text
	if strings.HasSuffix(text, "+") || strings.HasPrefix(text, "<") || strings.HasPrefix(text, ">") {
		return true
	}
	numbers := 0
	for _, word := range s.words {
		if word[0] >= '0' && word[0] <= '9' {
			numbers++
			continue
		}
		switch word {
		case "to", "do", "od", "a", "de", "la", "bis", "von", "til", "fra", "from", "employees", "ansatte", "salaries",
			"mitarbeiter", "osob", "pracownikow", "angajati", "and", "over", "under", "less", "more", "than", "moins",
			"plus", "ponizej", "powyzej", "sub", "peste", "unter", "uber", "ueber", "mellom", "entre", "between", "k", "m", "i", "og", "et", "und":
		default:
			if len(word) >= 3 && len(word) <= 5 && strings.IndexByte(text, '-') > 0 && numbers <= 1 && len(s.words) == 2 {
				continue // a month: a band that a spreadsheet took for a date
			}
			return false
		}
	}
	return numbers >= 2 && (s.letters > 0 || strings.ContainsAny(text, "-–—")) || numbers == 1 && s.letters > 0
}

// looksMoney wants a currency or a unit word beside the digits.
func looksMoney(s *shape) bool {
	if s.letters > 14 {
		return false
	}
	if strings.ContainsAny(s.text, "€$£") {
		return true
	}
	for _, word := range s.words {
		word = strings.Trim(word, "0123456789")
		if word == "" {
			continue
		}
		if _, ok := market.HeaderUnitWord(word); ok {
			return true
		}
	}
	return false
}

// looksCode tells industry codes of the home markets by their writing:
// 62.01.Z, 6201Z, C10.51, 62010, "3571, 3572", "62020 - Consultancy".
func looksCode(text string) bool {
	if i := strings.Index(text, " - "); i > 0 {
		text = text[:i]
	}
	text, _, _ = strings.Cut(text, ",")
	text, _, _ = strings.Cut(text, ";")
	text = strings.TrimSpace(text)
	n, letters := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case isDigit(c):
			n++
		case isUpper(c) && (i == 0 || i == len(text)-1):
			letters++
		case c == '.':
		default:
			return false
		}
	}
	return n >= 2 && n <= 8 && letters <= 2
}

// lookPostal counts postal codes.
func (v *values) lookPostal(s *shape) {
	text := s.text
	if len(text) < 3 || len(text) > 10 {
		return
	}
	if c := market.CountryOfPostal(text); c != "" {
		v.kinds[kPostal] += v.weight
		v.kinds[kPostalSure] += v.weight
		v.country[c] += v.weight
		return
	}
	pure := len(s.digits) == len(text)
	v.add(kPostal, pure && len(text) >= 4 && len(text) <= 6 || pure && len(text) == 9 ||
		s.letters > 0 && s.letters <= 4 && len(s.digits) >= 1 && len(s.digits) <= 5 && len(s.words) <= 2 && len(text) >= 5 && text == strings.ToUpper(text))
}

// lookIDs counts identifiers that prove themselves.
func (v *values) lookIDs(s *shape) {
	n := len(s.digits)
	if n < 2 {
		return
	}
	upper := strings.ToUpper(strings.Map(func(r rune) rune {
		if oneOf(byte(r), " .-/") && r < 0x80 || r == 0xA0 || r == 0x202F {
			return -1
		}
		return r
	}, s.text))
	id := func(k idKind, yes bool) {
		if yes {
			v.ids[k] += v.weight
		}
	}
	if s.letters == 0 && s.others <= 6 {
		v.lookDigitIDs(s.digits, id)
	}
	if s.letters > 0 {
		v.lookLetterIDs(upper, id)
	}
	id(idSSN, validSSN(s.text))
	id(idEIN, len(s.text) == 10 && s.text[2] == '-' && n == 9)
	id(idONRC, onrcShape(strings.ToUpper(s.text)))
}

func (v *values) lookDigitIDs(d string, id func(idKind, bool)) {
	id(idNIP, checkdigit.NIP(d))
	id(idREGON, checkdigit.REGON(d))
	id(idKRS, len(d) == 10 && d[:3] == "000")
	id(idCUI, checkdigit.CUI(d))
	id(idOrgnr, checkdigit.OrgNr(d))
	id(idSIREN, checkdigit.SIREN(d))
	id(idSIRET, checkdigit.SIRET(d))
	id(idCRN, len(d) == 8)
	id(idABN, checkdigit.ABN(d))
	id(idPESEL, checkdigit.PESEL(d))
	id(idCNP, checkdigit.CNP(d))
	id(idFnr, checkdigit.Fodselsnummer(d))
	id(idNIR, checkdigit.NIR(d))
	id(idSteuer, checkdigit.SteuerID(d))
	id(idCard, validCard(d) && !checkdigit.SIRET(d))
}

func (v *values) lookLetterIDs(u string, id func(idKind, bool)) {
	rest := ""
	if len(u) > 2 {
		rest = u[2:]
	}
	switch {
	case strings.HasPrefix(u, "PL") && checkdigit.NIP(rest):
		id(idNIP, true)
		id(idVAT, true)
	case strings.HasPrefix(u, "RO") && checkdigit.CUI(rest):
		id(idCUI, true)
		id(idVAT, true)
	case strings.HasPrefix(u, "DE") && checkdigit.USt(rest):
		id(idUStID, true)
		id(idVAT, true)
	case strings.HasPrefix(u, "FR") && len(rest) == 11 && checkdigit.SIREN(rest[2:]):
		id(idVAT, true)
	case strings.HasPrefix(u, "GB") && digits(rest) && (len(rest) == 9 || len(rest) == 12):
		id(idVAT, true)
	case strings.HasSuffix(u, "MVA"):
		id(idOrgnr, checkdigit.OrgNr(strings.TrimPrefix(strings.TrimSuffix(u, "MVA"), "NO")))
	}
	id(idCRN, len(u) == 8 && isUpper(u[0]) && isUpper(u[1]) && digits(u[2:]))
	id(idLEI, checkdigit.LEI(u))
	id(idIBAN, checkdigit.IBAN(u))
	id(idNINO, checkdigit.NINO(u))
	id(idNIR, checkdigit.NIR(u))
}

// onrcShape is the old or the new number of the Romanian trade register.
func onrcShape(u string) bool {
	if len(u) < 8 || u[0] != 'J' && u[0] != 'F' && u[0] != 'C' {
		return false
	}
	if len(u) == 14 && digits(u[1:]) {
		return true
	}
	return strings.Count(u, "/") >= 2 && isDigit(u[1])
}

// staffCodes tells a column of the French register's staff bands: nothing else
// stands in it, and codes that no count is written like (NN, 03) or the label
// ("tranche d'effectif") say so. 11 and 12 alone are counts.
func staffCodes(w wording, v *values) bool {
	marked := strings.Contains(w.compact, "tranche")
	for text := range v.first {
		if market.InseeBand(strings.ToUpper(text)) == "" {
			return false
		}
		marked = marked || strings.EqualFold(text, "NN") || len(text) == 2 && text[0] == '0'
	}
	return marked && len(v.first) > 0
}

// currency is the one that at least half of the amounts name, if all that name
// one name the same: those that do not are in it too.
func (v *values) currency(country string) string {
	common, named := "", 0
	for text, n := range v.first {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Sc, r) }) {
			_, currency, _ := market.MoneyWord(word, country)
			switch {
			case currency == "":
				continue
			case common != "" && common != currency:
				return ""
			}
			common = currency
			named += n
			break
		}
	}
	if 2*named < v.filled {
		return ""
	}
	return common
}
