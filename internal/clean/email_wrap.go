package clean

import (
	"net/netip"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// mailPieces takes the wrapping off a cell and divides it into what may be
// addresses, in their order.
func mailPieces(text string) []string {
	if controlled(text) {
		return nil
	}
	text = composed(unwrapCell(text))
	if !isASCII(text) {
		text = fullWidth(text)
	}
	text = spelledAt(text)
	if strings.Count(text, "@") > 1 && strings.IndexByte(text, '"') < 0 {
		return dividedMail(text)
	}
	if piece := unwrapMail(text); piece != "" {
		return []string{piece}
	}
	return nil
}

// controlled tells a text with control characters that no line end explains;
// inside quotes not even those may stand. Such an address is broken, and what
// is left of it without them somebody else's.
func controlled(text string) bool {
	quoted := strings.IndexByte(text, '"') >= 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\t' || c == '\n' || c == '\r':
			if quoted {
				return true
			}
		case c < ' ' || c == 0x7F:
			return true
		}
	}
	return false
}

// dividedMail divides a cell of several addresses at blanks, semicolons,
// commas, bars and slashes.
func dividedMail(text string) []string {
	var pieces []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool {
		return r == ';' || r == ',' || r == '|' || r == ' ' || r == '/'
	}) {
		if strings.Count(part, "@") != 1 {
			if strings.Contains(part, "@") {
				return nil // "a@b@c": no telling what was meant
			}
			continue
		}
		pieces = append(pieces, unwrapMail(part))
	}
	return pieces
}

// unwrapMail takes labels, brackets, blanks and end signs off one address.
func unwrapMail(text string) string {
	if open := strings.IndexByte(text, '<'); open >= 0 {
		if end := strings.IndexByte(text[open:], '>'); end > 0 && strings.IndexByte(text[open:open+end], '@') > 0 {
			text = text[open+1 : open+end]
		}
	}
	text = strings.Trim(text, " <>;,")
	for _, label := range []string{"mailto:", "e-mail:", "email:", "mail:", "e-post:", "epost:", "courriel:"} {
		if len(text) > len(label) && strings.EqualFold(text[:len(label)], label) {
			text = strings.TrimSpace(text[len(label):])
		}
	}
	if cut := strings.IndexByte(text, '?'); cut > 0 && strings.IndexByte(text[:cut], '@') > 0 {
		text = text[:cut] // mailto:...?subject=
	}
	text = withoutComments(text)
	if strings.IndexByte(text, ' ') >= 0 && !strings.HasPrefix(text, `"`) {
		text = joinedMail(text)
	}
	for len(text) > 2 && (text[0] == '(' && text[len(text)-1] == ')' || text[0] == '\'' && text[len(text)-1] == '\'' ||
		text[0] == '[' && text[len(text)-1] == ']') {
		text = text[1 : len(text)-1]
	}
	return strings.TrimLeft(strings.TrimRight(text, ".,;: "), "'")
}

// joinedMail closes the blanks around "@" and "." and picks the word that
// holds the address: "jan . nowak @ firma.pl", "Jan Nowak jan@firma.pl".
func joinedMail(text string) string {
	for _, sign := range []string{"@", "."} {
		text = strings.ReplaceAll(text, " "+sign+" ", sign)
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, " @", "@"), "@ ", "@")
	words := strings.Fields(text)
	if len(words) == 2 && strings.IndexByte(words[1], '@') > 0 && lowerWord(words[0]) {
		return text // "john doe@firm.com": a dot may have been lost
	}
	for i, word := range words {
		if strings.IndexByte(word, '@') < 0 {
			continue
		}
		for i+1 < len(words) && (strings.HasSuffix(word, ".") || strings.HasPrefix(words[i+1], ".")) {
			word += words[i+1]
			i++
		}
		return word
	}
	return text
}

// lowerWord tells a word of small letters that heads no address.
func lowerWord(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	switch word {
	case "email", "mail", "mailto", "kontakt", "contact", "adres", "adresse", "courriel", "epost":
		return false
	}
	return true
}

// withoutComments drops remarks in parentheses before or behind an address:
// "jan@firma.pl (prywatny)".
func withoutComments(text string) string {
	open := strings.IndexByte(text, '(')
	end := strings.IndexByte(text, ')')
	if open < 0 || end < open || strings.ContainsAny(text[open+1:end], "(@") {
		return text
	}
	if rest := strings.TrimSpace(text[:open]); end == len(text)-1 && strings.IndexByte(rest, '@') > 0 {
		return rest
	}
	if rest := strings.TrimSpace(text[end+1:]); open == 0 && strings.IndexByte(rest, '@') > 0 {
		return rest
	}
	return text
}

// spelledAt undoes the spellings that hide an address from robots.
func spelledAt(text string) string {
	if strings.IndexByte(text, '@') >= 0 {
		return text
	}
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return text
	}
	for _, at := range []string{"(at)", "[at]", "{at}", "<at>", "(małpa)", "[małpa]", " małpa ", " malpa ", " (a) ", "(@)", " at ", "_at_", "-at-", " arobase "} {
		i := strings.Index(low, at)
		if i < 1 || strings.Count(low, at) != 1 {
			continue
		}
		local, domain := strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+len(at):])
		for _, dot := range []string{"(dot)", "[dot]", "{dot}", " dot ", "(kropka)", "[kropka]", " kropka ", "(punkt)", "[punkt]", " punkt ", "(point)", "[point]", " point ", "(punct)", " punct "} {
			local, domain = replaceFold(local, dot, "."), replaceFold(domain, dot, ".")
		}
		if strings.IndexByte(domain, '.') > 0 && strings.IndexByte(strings.TrimSpace(domain), ' ') < 0 {
			return strings.TrimSpace(local) + "@" + strings.TrimSpace(domain)
		}
	}
	return text
}

// replaceFold replaces a lower-case word in any case, with the blanks around.
func replaceFold(text, old, with string) string {
	for {
		i := strings.Index(strings.ToLower(text), old)
		if i < 0 {
			return text
		}
		text = strings.TrimSpace(text[:i]) + with + strings.TrimSpace(text[i+len(old):])
	}
}

// fullWidth writes full-width forms (U+FF01 to U+FF5E) as their ASCII signs.
func fullWidth(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case r == 0x3002 || r == 0xFF61: // ideographic full stops
			return '.'
		}
		return r
	}, norm.NFC.String(text))
}

// addressLiteral checks a domain in brackets: an IPv4 address, or an IPv6 one
// behind "IPv6:".
func addressLiteral(domain string) bool {
	if len(domain) < 3 || domain[len(domain)-1] != ']' {
		return false
	}
	inner := domain[1 : len(domain)-1]
	if v6, found := strings.CutPrefix(inner, "IPv6:"); found {
		addr, err := netip.ParseAddr(v6)
		return err == nil && addr.Is6() && addr.Zone() == ""
	}
	octets := strings.Split(inner, ".")
	for _, octet := range octets {
		if len(octet) > 3 || !allDigits(octet) || atoi(octet) > 255 {
			return false
		}
	}
	return len(octets) == 4
}
