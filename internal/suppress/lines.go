package suppress

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"io"
	"strings"

	"goldpan/internal/contact"
)

// ValueKind is what a loose value of a list is.
type ValueKind uint8

// The kinds of loose value.
const (
	NoValue ValueKind = iota // blank line, comment or heading
	EmailValue
	PhoneValue
	DomainValue
	TaxIDValue
	DigestValue // MD5, SHA-1 or SHA-256 in hex
	CompanyValue
)

// Value is one line of a list that has no columns.
type Value struct {
	Kind ValueKind
	Text string // without quotes; of a US DNC line the number as +1AAANNNNNNN, of a domain without scheme and path
}

// ParseLine tells what a line of a list without columns holds: an email, a
// phone in any spelling, a domain or web address ("@acme.com" too), a tax id, a
// hash in hex, or else a company. Lines of the US National Do Not Call Registry
// (AAA,NNNNNNN) are phones.
func ParseLine(line string) Value {
	text := strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF"))
	text = strings.TrimSpace(strings.Trim(text, `"';,`))
	if text == "" || text[0] == '#' || isHeading(text) {
		return Value{}
	}
	if isDNC(text) {
		return Value{PhoneValue, "+1" + text[:3] + text[4:]}
	}
	if IsDigest(text) {
		return Value{DigestValue, strings.ToLower(text)}
	}
	if at := strings.LastIndexByte(text, '@'); at >= 0 && !strings.Contains(text, " ") {
		if at == 0 || text[:at] == "*" {
			return Value{DomainValue, strings.ToLower(text[at+1:])}
		}
		return Value{EmailValue, strings.TrimPrefix(strings.TrimPrefix(text, "mailto:"), "MAILTO:")}
	}
	if looksLikePhone(text) {
		return Value{PhoneValue, text}
	}
	if domain := domainOf(text); domain != "" {
		return Value{DomainValue, domain}
	}
	if looksLikeTaxID(text) {
		return Value{TaxIDValue, text}
	}
	return Value{CompanyValue, text}
}

// isHeading knows first lines that name what follows.
func isHeading(text string) bool {
	switch strings.ToLower(text) {
	case "email", "e-mail", "emails", "email address", "adres e-mail", "adresse e-mail", "e-post",
		"phone", "phones", "phone number", "telephone", "telefon", "téléphone", "number", "domain", "domains", "domena", "domeniu", "domaine",
		"company", "firma", "firmă", "nazwa", "entreprise", "unternehmen", "nip", "cui", "orgnr", "vat", "tax id", "tax_id",
		"hash", "md5", "sha1", "sha256", "sha-1", "sha-256":
		return true
	}
	return false
}

// IsDigest tells whether text is an MD5, SHA-1 or SHA-256 sum in hex.
func IsDigest(text string) bool {
	switch len(text) {
	case 32, 40, 64:
	default:
		return false
	}
	letters := false
	for i := 0; i < len(text); i++ {
		c := text[i] | 0x20
		switch {
		case text[i] >= '0' && text[i] <= '9':
		case c >= 'a' && c <= 'f':
			letters = true
		default:
			return false
		}
	}
	return letters
}

// isDNC knows AAA,NNNNNNN.
func isDNC(s string) bool {
	if len(s) != 11 || s[3] != ',' {
		return false
	}
	return allDigits(s[:3]) && allDigits(s[4:])
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// looksLikePhone: nothing but digits and what stands between them, 7 to 15
// digits, an extension at most.
func looksLikePhone(s string) bool {
	body := strings.ToLower(s)
	for _, prefix := range [...]string{"tel:", "tel.", "tel ", "phone:", "mob.", "mob:"} {
		body = strings.TrimPrefix(body, prefix)
	}
	if i := strings.IndexAny(body, "x#"); i > 0 {
		body = body[:i]
	}
	body = strings.TrimSuffix(strings.TrimSpace(body), "ext.")
	digits := 0
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case isDigit(c):
			digits++
		case c == '+' && digits == 0:
		case strings.IndexByte(" ()-./\u00a0\t", c) >= 0:
		default:
			return false
		}
	}
	return digits >= 7 && digits <= 15
}

// domainOf is the domain of a domain name or web address, "" when s is none.
func domainOf(s string) string {
	d := strings.ToLower(s)
	_, after, found := strings.Cut(d, "://")
	if found {
		d = after
	}
	d, _, _ = strings.Cut(d, "/")
	d, _, _ = strings.Cut(d, ":")
	d = strings.TrimPrefix(strings.TrimPrefix(d, "*."), "www.")
	d = strings.Trim(d, ".")
	dot := strings.LastIndexByte(d, '.')
	if dot <= 0 || len(d)-dot-1 < 2 || strings.ContainsAny(d, " ,;()'\"&\t") {
		return ""
	}
	for _, c := range d[dot+1:] {
		if c < 'a' && c != '-' || c > 'z' && c < 0x80 {
			if !strings.HasPrefix(d[dot+1:], "xn--") {
				return ""
			}
		}
	}
	return d
}

// looksLikeTaxID: letters and digits only, at most punctuation between, more
// digits than letters, at least seven digits.
func looksLikeTaxID(s string) bool {
	digits, letters := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			digits++
		case isLetter(c) || isLetter(c-0x20):
			letters++
		case c == ' ' || c == '-' || c == '.' || c == '/':
		default:
			return false
		}
	}
	return digits >= 6 && letters <= 5 && digits > letters
}

// Line adds one line of a list without columns.
func (l *Loader) Line(text string, number int) {
	v := ParseLine(text)
	if v.Kind == NoValue {
		return
	}
	if l.value(v, number) {
		l.Loaded.Entries++
	} else {
		l.Loaded.Unusable++
	}
}

func (l *Loader) value(v Value, line int) bool {
	cfg := &l.set.cfg
	switch v.Kind {
	case EmailValue:
		key := cfg.Email(v.Text)
		if key == "" {
			return false
		}
		l.put(byEmail, l.plain, key)
	case PhoneValue:
		return l.phone(v.Text)
	case DomainValue:
		if l.isFree(v.Text) {
			l.refuse(line, freeMessage(v.Text))
			return false
		}
		l.put(byDomain, l.plain, v.Text)
	case TaxIDValue:
		id := idKey(v.Text)
		if id == "" {
			return false
		}
		l.put(byTaxID, l.plain, id)
	case DigestValue:
		return l.digest(v.Text, ofAny, l.plain)
	case CompanyValue:
		key := cfg.Company(v.Text, l.country)
		if key == "" {
			return false
		}
		l.put(byCompany, l.plain, key)
	}
	return true
}

// phone adds a number in any spelling. Bare digits may as well be a tax id, and
// are then taken for both; not so on a list of numbers not to call.
func (l *Loader) phone(text string) bool {
	number := l.set.cfg.Phone(text, l.country)
	if isE164(number) {
		l.put(byPhone, l.plain, number)
		if l.list.channel() == contact.CallChannel {
			return true
		}
	}
	if id := idKey(text); text[0] != '+' && text[0] != '0' && len(id) >= 8 && len(id) <= 14 {
		l.put(byTaxID, l.plain, id)
		return true
	}
	return isE164(number)
}

// digest adds a hash in hex; what is none is left alone.
func (l *Loader) digest(text string, of digestOf, ref uint32) bool {
	if !IsDigest(text) {
		return false
	}
	sum, err := hex.DecodeString(text)
	if err != nil {
		return false
	}
	var k keys
	l.set.tables[digestKind(len(sum))].add(k.digest(sum), ref, l.set.entries)
	l.set.hashed |= of
	return true
}

// maxLine is the longest line that is read as a value; longer ones are no list.
const maxLine = 64 << 10

// Load adds the lines of a list without columns: one value a line, or a number
// file as the US Do Not Call Registry and the British Telephone Preference
// Service deliver them. Numbers in those shapes, and numbers in E.164, are read
// without the phone function. The error is the reader's.
func (l *Loader) Load(r io.Reader) error {
	in := bufio.NewReaderSize(r, 64<<10)
	head, _ := in.Peek(16 << 10)
	tps := isTPS(head) && (l.list.Country == "" || l.list.Country == "GB")
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 64<<10), maxLine)
	var digits [24]byte
	for n := 1; lines.Scan(); n++ {
		line := trimEnd(lines.Bytes())
		number := dncNumber(digits[:0], line)
		if number == nil && tps {
			number = tpsNumber(digits[:0], line)
		}
		if number == nil && isPlainE164(line) {
			number = line
		}
		if number == nil {
			l.Line(string(line), n)
			continue
		}
		l.put(byPhone, l.plain, string(number))
		l.Loaded.Entries++
	}
	return lines.Err()
}

// isTPS tells whether the head of a file has the shape of the Telephone
// Preference Service: every line twelve characters wide and a number that
// begins with one zero, some of them split or padded with blanks.
func isTPS(head []byte) bool {
	lines := bytes.Split(head, []byte("\n"))
	padded := false
	for _, line := range lines[:len(lines)-1] { // the last may be cut
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) != 12 || tpsNumber(nil, trimEnd(line)) == nil {
			return false
		}
		padded = padded || bytes.IndexByte(line, ' ') >= 0
	}
	return padded
}

// dncNumber reads AAA,NNNNNNN; nil when the line is none.
func dncNumber(b, line []byte) []byte {
	if len(line) != 11 || line[3] != ',' || !digitBytes(line[:3]) || !digitBytes(line[4:]) {
		return nil
	}
	return append(append(append(b, "+1"...), line[:3]...), line[4:]...)
}

// tpsNumber reads a British number of the twelve-character shape: dial code of
// five left-justified and remainder of seven right-justified ("0207 3787244",
// "01635 506160"), or contiguous; nil when the line is none.
func tpsNumber(b, line []byte) []byte {
	if len(line) < 10 || len(line) > 12 || line[0] != '0' || line[1] == '0' {
		return nil
	}
	b = append(b, "+44"...)
	for i, c := range line[1:] {
		switch {
		case isDigit(c):
			b = append(b, c)
		case c != ' ' || i < 2 || i > 5: // the dial code has three digits at least
			return nil
		}
	}
	if len(b) < 12 || len(b) > 13 {
		return nil
	}
	return b
}

// isPlainE164 knows +48221234567.
func isPlainE164(b []byte) bool {
	return len(b) >= 9 && len(b) <= 16 && b[0] == '+' && b[1] != '0' && digitBytes(b[1:])
}

func digitBytes(b []byte) bool {
	for _, c := range b {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

func trimEnd(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] <= ' ' {
		b = b[:len(b)-1]
	}
	return b
}
