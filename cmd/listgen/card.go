package main

import (
	"strconv"
	"strings"
)

// card is a contact as it truly is; rows show it more or less well.
type card struct {
	firm  firm
	who   person
	title *title
	email string
	role  bool // the email is the firm's, not the person's
}

// card draws contact c.
func (w *world) card(c uint32) card {
	plan := w.contacts[c]
	k := card{who: w.person(plan.person), firm: w.firm(plan.firm)}
	d := w.dice.of(jobKind, uint64(c))
	k.title = &w.titles[d.from(w.titleBags[string(k.firm.plan.size)])]
	owner := k.firm.plan.owner == plan.person
	if owner && k.firm.plan.size == 's' && d.chance(0.8) {
		k.title = &w.titles[d.IntN(2)] // owner, ceo: the first two
	}
	sole := k.firm.form == nil // nobody else is owner, president or director there
	switch {
	case k.firm.plan.kin != plan.firm, k.firm.plan.family && owner, sole && owner:
		k.title = &w.titles[0]
	case sole && k.title.level == "top":
		k.title = &w.titles[len(w.titles)-3] // specialist
	}
	k.mail(d)
	if n := w.namesakes(c, &k); n > 0 && !k.role {
		name, domain, _ := strings.Cut(k.email, "@")
		k.email = name + strconv.Itoa(n+1) + "@" + domain
	}
	return k
}

// namesakes counts the colleagues before contact c who would have the same
// address: a firm gives it only once.
func (w *world) namesakes(c uint32, k *card) int {
	own := local(k.firm.mailStyle, mailPart(k.who.first), mailPart(k.who.last))
	n := 0
	for i := int(c) - 1; i >= 0 && w.contacts[i].firm == w.contacts[c].firm; i-- {
		p := w.person(w.contacts[i].person)
		if own == local(k.firm.mailStyle, mailPart(p.first), mailPart(p.last)) {
			n++
		}
	}
	return n
}

// mail makes the address: the firm's way of writing names, its front door,
// or for the smallest an invented long name at a provider.
func (k *card) mail(d *dice) {
	first, last := mailPart(k.who.first), mailPart(k.who.last)
	if k.firm.freeMail != "" {
		trade, _, _ := strings.Cut(k.firm.slug, "-")
		k.email = first + "." + last + "." + trade + strconv.Itoa(k.firm.number) + "@" + k.firm.freeMail
		return
	}
	if d.chance(0.09) {
		k.role = true
		k.email = d.one(frontDoors[k.firm.plan.country]) + "@" + k.firm.domain
		return
	}
	k.email = local(k.firm.mailStyle, first, last) + "@" + k.firm.domain
}

// local is the part before the @ in a firm's style.
func local(style int, first, last string) string {
	switch style {
	case 0, 1, 2, 3:
		return first + "." + last
	case 4, 5:
		return first[:1] + "." + last
	case 6:
		return first[:1] + last
	case 7:
		return last + "." + first
	case 8:
		return first + last[:1]
	}
	return first
}

func mailPart(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, ascii(strings.ToLower(name)))
}

var frontDoors = [len(countries)][]string{
	{"biuro", "sekretariat", "kontakt", "zakupy", "handlowy"}, {"office", "contact", "secretariat", "achizitii"},
	{"post", "firmapost", "kontakt", "innkjop"}, {"contact", "accueil", "achats", "commercial"},
	{"info", "kontakt", "einkauf", "zentrale"}, {"info", "enquiries", "office", "purchasing"},
	{"info", "sales", "office", "purchasing"},
}
