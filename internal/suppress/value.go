package suppress

import "strings"

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
