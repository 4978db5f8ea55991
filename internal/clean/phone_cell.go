package clean

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"goldpan/internal/market"
)

// phonePiece is one number cut from a cell, with its extension and what was
// done to get at it.
type phonePiece struct {
	text  string
	ext   string
	codes []string
}

// append reads the piece and appends its number, if it is a new one.
func (p phonePiece) append(numbers []Number, country string) []Number {
	d, plain := scanDialled(p.text)
	if !plain {
		return numbers
	}
	n, ok := d.resolve(country)
	if !ok || hasNumber(numbers, n.E164) {
		return numbers
	}
	return append(numbers, p.finish(n))
}

// finish adds to a number what stood around it.
func (p phonePiece) finish(n Number) Number {
	if p.ext != "" {
		n.Ext = p.ext
	}
	n.Codes = append(n.Codes, p.codes...)
	return n
}

// phonePieces divides a cell that is more than one plain number: wrapping,
// labels, several numbers, extensions, letters, a spreadsheet's damage.
func phonePieces(text, country string) []phonePiece {
	text = composed(unwrapCell(strings.TrimSpace(text)))
	if !isASCII(text) {
		text = asciiPhone(text)
	}
	text = zerosAsLetters(withoutDecimal(text))
	if whole, exact := scientific(text); exact {
		if whole == "" {
			return nil // digits are lost for good
		}
		return []phonePiece{{text: whole, codes: []string{"restored-number"}}}
	}
	var pieces []phonePiece
	text, last := cutExtension(text) // its digits must not look like a second number
	parts := dividePhones(text, country)
	for i, part := range parts {
		if i > 0 && faxLabel(part) {
			continue
		}
		part, ext := cutExtension(part)
		if ext == "" && i == len(parts)-1 {
			ext = last
		}
		part = dropLabel(part)
		if market.NorthAmerican(country) || strings.HasPrefix(part, "+1") {
			part = vanity(part)
		}
		part = strings.TrimSpace(strings.Trim(dropRemark(part), ":;,*_'\""))
		if plus := strings.LastIndexByte(part, '+'); plus > 0 {
			part = part[plus:] // "+48+48 601 ..."
		}
		if countDigits(part) < 4 {
			continue
		}
		piece := phonePiece{text: dialSigns(part), ext: ext}
		pieces = append(pieces, piece)
	}
	return pieces
}

// dropRemark cuts off what follows a whole number: "(Mo-Fr 9-17)", "option 4",
// "until 5pm".
func dropRemark(part string) string {
	for i := 0; i < len(part); i++ {
		if isLetter(part[i]) && countDigits(part[:i]) >= 7 {
			return strings.TrimRight(part[:i], " ,;.-(/")
		}
	}
	return part
}

// asciiPhone writes full-width digits, typographic hyphens and the like as
// ASCII.
func asciiPhone(text string) string {
	text = fullWidth(text)
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x2010 && r <= 0x2015, r == 0x2212:
			return '-'
		case r == 0xA0 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x3000:
			return ' '
		case r >= 0x0660 && r <= 0x0669: // Arabic digits
			return r - 0x0660 + '0'
		case r >= 0x06F0 && r <= 0x06F9:
			return r - 0x06F0 + '0'
		case r == '·' || r == '•' || r == '∙':
			return '.'
		}
		return r
	}, text)
}

// zerosAsLetters writes the zeros that somebody typed as the letter O, where no
// other letter stands among the digits.
func zerosAsLetters(text string) string {
	found := false
	for i := 0; i < len(text); i++ {
		if c := text[i]; c|0x20 == 'o' {
			if i > 0 && text[i-1] == ' ' && i+1 < len(text) && (text[i+1] == '.' || text[i+1] == ' ') {
				return text // "030 1234567 o. 0171 ...": or
			}
			found = true
		} else if isLetter(c) || c >= utf8.RuneSelf {
			return text
		}
	}
	if !found {
		return text
	}
	return strings.NewReplacer("O", "0", "o", "0").Replace(text)
}

// scientific undoes a spreadsheet's "4.8601123456E+10" where no digit is
// lost. found tells that the text has this shape; the number is "" when
// digits are lost.
func scientific(text string) (number string, found bool) {
	e := strings.IndexAny(text, "eE")
	if e < 2 || e+2 >= len(text) || text[e+1] != '+' {
		return "", false
	}
	exponent, err := strconv.Atoi(text[e+2:])
	mantissa := strings.Replace(strings.Replace(text[:e], ",", ".", 1), ".", "", 1)
	if err != nil || !allDigits(mantissa) || exponent > 15 {
		return "", false
	}
	if len(mantissa)-1 != exponent {
		return "", true
	}
	return mantissa, true
}

// dividePhones cuts a cell at what stands between numbers: semicolons, bars,
// words ("lub", "sau", "kom."), and signs that also stand inside numbers where
// the whole is none and both sides could be.
func dividePhones(text, country string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '|' || r == '\n' })
	var whole []string
	for _, part := range parts {
		for _, part := range divideAtWords(part) {
			if d, plain := scanDialled(dropLabel(part)); plain {
				if _, ok := d.resolve(country); ok {
					whole = append(whole, part)
					continue
				}
			}
			out := []string{part}
			for _, sign := range []string{",", "/", "\\", " - ", "&", " ("} {
				out = divideEach(out, sign)
			}
			for _, part := range out {
				whole = append(whole, divideAtPlus(part)...)
			}
		}
	}
	return whole
}

// divideAtWords cuts a part at words between two numbers. A word before a
// short number leads an extension and does not cut.
func divideAtWords(part string) []string {
	var out []string
	for i := 1; i < len(part); i++ {
		if !isLetter(part[i]) || isLetter(part[i-1]) || countDigits(part[:i]) < 7 || countDigits(part[i:]) < 7 {
			continue
		}
		end := i
		for end < len(part) && !isDigit(part[end]) && part[end] != '+' && part[end] != '(' {
			end++
		}
		if digitRun(part[end:]) < 7 {
			continue
		}
		out = append(out, part[:i])
		if faxLabel(part[i:end]) {
			return out
		}
		part, i = part[end:], 0
	}
	return append(out, part)
}

// faxLabel tells the words before a number that nobody answers: "fax:", "faks".
func faxLabel(text string) bool {
	end := 0
	for end < len(text) && (isLetter(text[end]) || text[end] >= utf8.RuneSelf || end == 0 && text[0] == ' ') {
		end++
	}
	switch strings.ToLower(strings.TrimSpace(text[:end])) {
	case "fax", "faks", "telefax", "telefaks", "telecopie", "télécopie", "faksimile":
		return true
	}
	return false
}

// digitRun counts the digits up to the first letter.
func digitRun(s string) int {
	for i := 0; i < len(s); i++ {
		if isLetter(s[i]) {
			return countDigits(s[:i])
		}
	}
	return countDigits(s)
}

func divideEach(parts []string, sign string) []string {
	var out []string
	for _, part := range parts {
		low := strings.ToLower(part)
		at := strings.Index(low, sign)
		if at < 0 || len(low) != len(part) {
			out = append(out, part)
			continue
		}
		left, right := part[:at], part[at+len(sign):]
		switch l, r := countDigits(left), countDigits(right); {
		case l >= 7 && r >= 7 && (sign != " - " || l >= 8 && r >= 8): // a spaced hyphen also groups digits
			out = append(out, left)
			out = append(out, divideEach([]string{right}, sign)...)
		case l >= 7 && r > 0 && r <= 4 && sign[0] != ' ' && !strings.ContainsAny(low, "xw") && len(strings.TrimSpace(right)) <= 4:
			out = append(out, left) // "22 828 12 34/35": a range of lines, the first is dialled
		case l == 0 && r >= 5 && sign != "/":
			out = append(out, divideEach([]string{right}, sign)...)
		default:
			out = append(out, part)
		}
	}
	return out
}

// divideAtPlus cuts before every plus sign inside a part.
func divideAtPlus(part string) []string {
	var out []string
	for {
		at := strings.LastIndexByte(part, '+')
		if at < 1 || countDigits(part[:at]) < 7 {
			break
		}
		out = append([]string{part[at:]}, out...)
		part = part[:at]
	}
	return append([]string{part}, out...)
}

// extensionWords lead an extension, in lower case; the longest first.
var extensionWords = []string{"nebenstelle", "extension", "durchwahl", "wewnętrzny", "wewnetrzny", "interior", "apparat", "toestel", "interno", "wewn.",
	"linje", "klappe", "anexo", "ramal", "poste", "extn.", "extn", "ext.", "ext=", "wew.", "int.", "доб.", "доб", "ext", "wew", "int", "app.", "post", "dw", "kl.",
	"#", "x", "w."}

// cutExtension cuts an extension off a number: "x123", "wew. 12", "poste 4".
func cutExtension(part string) (number, ext string) {
	low := strings.ToLower(part)
	if len(low) != len(part) {
		return part, ""
	}
	for _, word := range extensionWords {
		at := strings.LastIndex(low, word)
		if at < 1 || countDigits(low[:at]) < 4 {
			continue
		}
		if isLetter(low[at-1]) && isLetter(word[0]) {
			continue
		}
		tail := strings.Trim(low[at+len(word):], " .:#-)=")
		if allDigits(tail) && len(tail) <= 7 {
			return strings.TrimRight(part[:at], " ,;.-(/"), tail
		}
	}
	return part, ""
}

// dropLabel drops words before and behind a number: "tel.", "kom:", "(Büro)".
func dropLabel(part string) string {
	start := strings.IndexAny(part, "+(0123456789")
	if start < 0 {
		return ""
	}
	for start < len(part) && part[start] == '(' && !parenNumber(part[start:]) {
		next := strings.IndexAny(part[start+1:], "+(0123456789")
		if next < 0 {
			return ""
		}
		start += next + 1
	}
	end := len(part)
	for end > start && !isDigit(part[end-1]) && part[end-1] != ')' {
		if isLetter(part[end-1]) && vanityLetters(part[start:end]) {
			break
		}
		end--
	}
	for end > start && part[end-1] == ')' && !strings.ContainsAny(part[strings.LastIndexByte(part[:end], '(')+1:end], "0123456789") {
		end = max(strings.LastIndexByte(part[:end], '('), start)
		for end > start && !isDigit(part[end-1]) {
			end--
		}
	}
	return part[start:end]
}

// parenNumber tells whether a parenthesis opens on a number.
func parenNumber(s string) bool {
	return len(s) > 1 && (isDigit(s[1]) || s[1] == '+' || s[1] == '0')
}

// vanityLetters tells whether a number ends in a word to be dialled.
func vanityLetters(s string) bool {
	letters := 0
	for i := 0; i < len(s); i++ {
		if isLetter(s[i]) {
			letters++
		}
	}
	digits := countDigits(s)
	return letters >= 3 && digits >= 3 && letters+digits >= 10 && letters+digits <= 14
}

// vanity turns the letters of a North American number into digits, by the
// keys of a telephone; letters beyond the length of a number are not dialled.
func vanity(part string) string {
	if !vanityLetters(part) {
		return part
	}
	out := []byte(part)
	for i, c := range out {
		if isLetter(c) {
			out[i] = "22233344455566677778889999"[c|0x20-'a']
		}
	}
	digits := onlyDigits(string(out))
	want := 10
	if digits[0] == '1' {
		want = 11
	}
	return digits[:min(want, len(digits))]
}

// dialSigns keeps the signs that matter for dialling.
func dialSigns(part string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r == '+', r == '(', r == ')', r == ' ', r == '-':
			return r
		case r == '[':
			return '('
		case r == ']':
			return ')'
		case r < 0x80 && isLetter(byte(r)):
			return r
		}
		return ' '
	}, part)
}
