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

var mailDomains = sync.OnceValue(func() map[string]MailProvider {
	domains := map[string]MailProvider{}
	for row := range dataRows(mailDomainFile) {
		kind := FreeMail
		if row[0] == "disposable" {
			kind = DisposableMail
		}
		for _, domain := range strings.Fields(row[2]) {
			domains[domain] = kind
		}
	}
	return domains
})

// MailDomain classes a mail domain given in lower case. Subdomains of
// disposable providers are disposable too.
func MailDomain(domain string) MailProvider {
	domains := mailDomains()
	if kind, ok := domains[domain]; ok {
		return kind
	}
	for rest := domain; ; {
		dot := strings.IndexByte(rest, '.')
		if dot < 0 {
			return CompanyMail
		}
		rest = rest[dot+1:]
		if domains[rest] == DisposableMail {
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

var mailRoles = sync.OnceValue(func() map[string]MailRole {
	roles := map[string]MailRole{}
	for row := range dataRows(mailRoleFile) {
		role := map[string]MailRole{"generic": GenericRole, "function": FunctionRole, "never": NeverRole}[row[0]]
		for _, word := range strings.Fields(row[2]) {
			if _, taken := roles[word]; !taken {
				roles[word] = role
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
	if role, ok := roles[local]; ok {
		return role
	}
	if trimmed := strings.TrimRight(local, "0123456789"); trimmed != local && trimmed != "" {
		if role, ok := roles[strings.TrimRight(trimmed, "-_.")]; ok {
			return role
		}
	}
	cut := strings.IndexAny(local, "-_.+")
	if cut < 3 {
		return NoRole
	}
	// "mark.it" and "post.anna" are people as often as roles: only words that
	// are no given name, followed by a short tag, count.
	if role := roles[local[:cut]]; role != NoRole && (len(local)-cut-1 <= 3 || roles[local[cut+1:]] != NoRole) {
		return role
	}
	return NoRole
}

var mailTypos = sync.OnceValue(func() map[string]string {
	typos := map[string]string{}
	for row := range dataRows(mailTypoFile) {
		for _, typo := range strings.Fields(row[1]) {
			typos[typo] = row[0]
		}
	}
	return typos
})

// MailTypo suggests the domain that was probably meant, "" where the typed one
// is well known or resembles none. Whole domains are looked up first, then a
// misspelt last label (".con" for ".com").
func MailTypo(domain string) string {
	if _, known := mailDomains()[domain]; known {
		return ""
	}
	typos := mailTypos()
	if meant, ok := typos[domain]; ok {
		return meant
	}
	dot := strings.LastIndexByte(domain, '.')
	if dot < 0 {
		return ""
	}
	name, tld := domain[:dot], domain[dot:]
	if meant, ok := typos[tld]; ok {
		if whole := typos[name+meant]; whole != "" {
			return whole
		}
		return name + meant
	}
	return ""
}
