package market

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/mail_domains.csv
var mailDomainFile string

//go:embed data/mail_roles.csv
var mailRoleFile string

//go:embed data/mail_typos.csv
var mailTypoFile string

// MailProvider says what kind of provider stands behind a mail domain.
type MailProvider uint8

// The kinds of mail provider. CompanyMail is every domain that no table knows.
const (
	CompanyMail MailProvider = iota
	FreeMail                 // free or internet provider's mail: says nothing about the company
	DisposableMail
)

var mailDomains = sync.OnceValue(func() *sieved[MailProvider] {
	domains := newSieved[MailProvider]()
	for row := range dataRows(mailDomainFile) {
		kind := FreeMail
		if row[0] == "disposable" {
			kind = DisposableMail
		}
		for _, domain := range strings.Fields(row[2]) {
			domains.put(domain, kind)
		}
	}
	return domains
})

// MailDomain classes a mail domain given in lower case. Subdomains of
// disposable providers are disposable too.
func MailDomain(domain string) MailProvider {
	domains := mailDomains()
	if kind, ok := domains.get(domain); ok {
		return kind
	}
	for rest := domain; ; {
		dot := strings.IndexByte(rest, '.')
		if dot < 0 {
			return CompanyMail
		}
		rest = rest[dot+1:]
		if kind, _ := domains.get(rest); kind == DisposableMail {
			return DisposableMail
		}
	}
}

// MailRole says what kind of mailbox a local part names.
type MailRole uint8

// The kinds of role mailbox. NoRole is a person's.
const (
	NoRole       MailRole = iota
	GenericRole           // the firm's front door: info, biuro, kontakt
	FunctionRole          // a function: sales, einkauf, ksiegowosc
	NeverRole             // never write there: abuse, noreply, datenschutz
)

var mailRoles = sync.OnceValue(func() *sieved[MailRole] {
	roles := newSieved[MailRole]()
	for row := range dataRows(mailRoleFile) {
		role := map[string]MailRole{"generic": GenericRole, "function": FunctionRole, "never": NeverRole}[row[0]]
		for _, word := range strings.Fields(row[2]) {
			if _, taken := roles.get(word); !taken {
				roles.put(word, role)
			}
		}
	}
	return roles
})

// MailLocal classes the local part of an address, given in lower case: the
// whole, then without its digits at the end, then its first word ("info-de",
// "sales.north", "biuro2").
func MailLocal(local string) MailRole {
	roles := mailRoles()
	if role, ok := roles.get(local); ok {
		return role
	}
	if last := len(local) - 1; last > 0 && local[last] >= '0' && local[last] <= '9' {
		if trimmed := strings.TrimRight(local, "0123456789"); trimmed != "" {
			if role, ok := roles.get(strings.TrimRight(trimmed, "-_.")); ok {
				return role
			}
		}
	}
	cut := 0
	for cut < len(local) && local[cut] != '.' && local[cut] != '-' && local[cut] != '_' && local[cut] != '+' {
		cut++
	}
	if cut < 3 || cut == len(local) {
		return NoRole
	}
	// "mark.it" and "post.anna" are people as often as roles: only words that
	// are no given name, followed by a short tag, count.
	role, _ := roles.get(local[:cut])
	if role != NoRole && len(local)-cut-1 > 3 {
		if second, _ := roles.get(local[cut+1:]); second == NoRole {
			return NoRole
		}
	}
	return role
}

var mailTypos = sync.OnceValue(func() *sieved[string] {
	typos := newSieved[string]()
	for row := range dataRows(mailTypoFile) {
		for _, typo := range strings.Fields(row[1]) {
			typos.put(typo, row[0])
		}
	}
	return typos
})

// MailTypo suggests the domain that was probably meant, "" where the typed one
// is well known or resembles none. Whole domains are looked up first, then a
// misspelt last label (".con" for ".com").
func MailTypo(domain string) string {
	if _, known := mailDomains().get(domain); known {
		return ""
	}
	typos := mailTypos()
	if meant, ok := typos.get(domain); ok {
		return meant
	}
	dot := strings.LastIndexByte(domain, '.')
	if dot < 0 {
		return ""
	}
	name, tld := domain[:dot], domain[dot:]
	if meant, ok := typos.get(tld); ok {
		if whole, ok := typos.get(name + meant); ok {
			return whole
		}
		return name + meant
	}
	return ""
}
