package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"

	"goldpan/internal/market"
)

// Mail is one email address in normal form.
type Mail struct {
	Address string // local part as written, domain in lower-case ASCII
	Domain  string // the part behind the @
	Kind    string // personal, role, free, disposable
	Key     string // match key: lower case, without the provider's dots and tags; never write to it
	Hint    string // domain that was probably meant, never applied
	Codes   []string
}

// Email reads the first address of a cell. ok is false when there is none.
func Email(text string) (mail Mail, ok bool) {
	text = strings.TrimSpace(text)
	if mail, ok = plainMail(text); ok {
		return mail, true
	}
	if all := Emails(text); len(all) > 0 {
		return all[0], true
	}
	return Mail{}, false
}

// MatchEmail is the match key of an address; "" when the text is none.
func MatchEmail(text string) string {
	mail, _ := Email(text)
	return mail.Key
}

// SuggestDomain tells the domain that was probably meant by the one behind the
// @, also where the text is no address ("anna@wp.p", "anna@firma,pl"); "" where
// nothing suggests itself.
func SuggestDomain(text string) string {
	if mail, ok := Email(text); ok {
		return mail.Hint
	}
	at := strings.LastIndexByte(text, '@')
	if at < 1 {
		return ""
	}
	domain := strings.ToLower(strings.Trim(text[at+1:], " .,;>"))
	if mended := strings.ReplaceAll(domain, ",", "."); mended != domain && soundDomain(mended) {
		return mended
	}
	return market.MailTypo(domain)
}

// Emails reads every address of a cell: wrapping is undone ("<a@b.pl>",
// "mailto:", display names, "(at)"), several addresses are divided.
func Emails(text string) []Mail {
	text = strings.TrimSpace(text)
	if mail, ok := plainMail(text); ok {
		return []Mail{mail}
	}
	var mails []Mail
	for _, piece := range mailPieces(text) {
		mail, ok := parseMail(piece)
		if !ok || repeated(mails, mail.Key) {
			continue
		}
		if piece != text {
			mail.Codes = append(mail.Codes, "unwrapped")
		}
		mails = append(mails, mail)
	}
	return mails
}

func repeated(mails []Mail, key string) bool {
	for i := range mails {
		if mails[i].Key == key {
			return true
		}
	}
	return false
}

// plainMail takes the common shape: letters, digits and . _ + - before the @,
// a domain of letters, digits, hyphens and dots behind it, nothing around.
func plainMail(text string) (Mail, bool) {
	at := -1
	upper := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z' || isDigit(c) || c == '.' || c == '-':
		case c >= 'A' && c <= 'Z':
			upper = upper || at >= 0
		case (c == '_' || c == '+') && at < 0:
		case c == '@' && at < 0:
			at = i
		default:
			return Mail{}, false
		}
	}
	if at < 1 {
		return Mail{}, false
	}
	local, domain := text[:at], text[at+1:]
	if upper {
		domain = strings.ToLower(domain)
		text = local + "@" + domain
	}
	if !soundLocal(local) || !soundDomain(domain) || len(text) > 254 {
		return Mail{}, false
	}
	return classify(text, local, domain), true
}

// parseMail checks one address by RFC 5321 (dot-atoms, quoted strings, address
// literals) with the internationalised forms of RFC 6531.
func parseMail(text string) (Mail, bool) {
	if mail, ok := plainMail(text); ok {
		return mail, true
	}
	at := strings.LastIndexByte(text, '@')
	if at < 1 || at == len(text)-1 || !utf8.ValidString(text) {
		return Mail{}, false
	}
	local, domain := text[:at], text[at+1:]
	if !soundLocal(local) && !soundQuoted(local) {
		return Mail{}, false
	}
	domain, ok := asciiDomain(domain)
	if !ok {
		return Mail{}, false
	}
	text = local + "@" + domain
	if len(text) > 254 {
		return Mail{}, false
	}
	return classify(text, local, domain), true
}

// asciiDomain lowers a domain and writes an international one in its ASCII
// form. Address literals in brackets stay as they are.
func asciiDomain(domain string) (string, bool) {
	if strings.HasPrefix(domain, "[") {
		return domain, addressLiteral(domain)
	}
	if isASCII(domain) {
		domain = strings.ToLower(domain)
		return domain, soundDomain(domain)
	}
	ascii, err := idna.Lookup.ToASCII(norm.NFKC.String(domain))
	if err != nil {
		return "", false
	}
	return ascii, soundDomain(ascii)
}

// soundLocal checks a local part as a dot-atom of at most 64 bytes.
func soundLocal(local string) bool {
	if local == "" || len(local) > 64 || local[0] == '.' || local[len(local)-1] == '.' {
		return false
	}
	for i := 0; i < len(local); i++ {
		switch c := local[i]; {
		case isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '+':
		case c == '.':
			if local[i+1] == '.' {
				return false
			}
		case c >= utf8.RuneSelf: // RFC 6531
		case strings.IndexByte("!#$%&'*/=?^`{|}~", c) >= 0:
		default:
			return false
		}
	}
	return true
}

// soundQuoted checks a local part that is a quoted string of RFC 5321.
func soundQuoted(local string) bool {
	if len(local) < 2 || len(local) > 64 || local[0] != '"' || local[len(local)-1] != '"' {
		return false
	}
	inner := local[1 : len(local)-1]
	for i := 0; i < len(inner); i++ {
		switch c := inner[i]; {
		case c == '\\':
			i++
			if i == len(inner) || inner[i] < ' ' || inner[i] > '~' {
				return false
			}
		case c == '"' || c < ' ' || c == 0x7F:
			return false
		}
	}
	return true
}

// soundDomain checks a lower-case ASCII domain name: labels of 1 to 63 letters,
// digits and inner hyphens, a dot, a last label of letters (or xn--).
func soundDomain(domain string) bool {
	if len(domain) > 253 {
		return false
	}
	start, dots := 0, 0
	for i := 0; i <= len(domain); i++ {
		if i < len(domain) && domain[i] != '.' {
			if c := domain[i]; !(c >= 'a' && c <= 'z' || isDigit(c) || c == '-') {
				return false
			}
			continue
		}
		label := domain[start:i]
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		if i < len(domain) {
			dots++
			start = i + 1
		}
	}
	tld := domain[start:]
	if dots == 0 || len(tld) < 2 {
		return false
	}
	if strings.HasPrefix(tld, "xn--") {
		return true
	}
	for i := 0; i < len(tld); i++ {
		if !isLetter(tld[i]) {
			return false
		}
	}
	return true
}

// taggedProviders ignore what follows a plus sign in the local part.
var taggedProviders = wordSet(`outlook.com|hotmail.com|live.com|msn.com|icloud.com|me.com|mac.com|proton.me|protonmail.com|
	protonmail.ch|pm.me|fastmail.com|fastmail.fm`)

// classify fills in kind, key and hint of a checked address.
func classify(text, local, domain string) Mail {
	mail := Mail{Address: text, Domain: domain}
	low := strings.ToLower(local)
	keyLocal, keyDomain := low, domain
	switch {
	case domain == "gmail.com" || domain == "googlemail.com":
		keyDomain = "gmail.com"
		keyLocal = untagged(keyLocal)
		if strings.IndexByte(keyLocal, '.') >= 0 && keyLocal[0] != '"' {
			keyLocal = strings.ReplaceAll(keyLocal, ".", "")
		}
	case strings.IndexByte(low, '+') > 0 && taggedProviders[domain]:
		keyLocal = untagged(keyLocal)
	}
	if keyLocal == local && keyDomain == domain {
		mail.Key = text
	} else {
		mail.Key = keyLocal + "@" + keyDomain
	}
	provider := market.MailDomain(domain)
	switch {
	case provider == market.DisposableMail:
		mail.Kind = "disposable"
	case market.MailLocal(low) != market.NoRole:
		mail.Kind = "role"
	case provider == market.FreeMail:
		mail.Kind = "free"
	default:
		mail.Kind = "personal"
	}
	if provider == market.CompanyMail {
		if mail.Hint = market.MailTypo(domain); mail.Hint != "" {
			mail.Codes = []string{"suggest:" + mail.Hint}
		}
	}
	return mail
}

// ofCompany tells whether no provider that we know stands behind the address.
// All kinds but a role's follow from that already.
func (m *Mail) ofCompany() bool {
	return m.Kind == "personal" || m.Kind == "role" && market.MailDomain(m.Domain) == market.CompanyMail
}

// untagged cuts the +tag off a local part.
func untagged(local string) string {
	if plus := strings.IndexByte(local, '+'); plus > 0 {
		return local[:plus]
	}
	return local
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
