package main

import (
	"strconv"
	"strings"
)

// polish is a CSV for Polish Excel: Windows-1250, semicolons, three title
// lines, surname first, revenue in thousands, consent columns.
func (s *sampler) polish() error {
	leads := s.of("PL", 1, 0.09)
	rows := table(leads, []column{
		{"Lp.", func(l *lead) string { return strconv.Itoa(l.number) }},
		{"Nazwa firmy", troubled("w likwidacji", "w restrukturyzacji")},
		{"NIP", some(0.9, func(l *lead) string {
			n := nip(l.key(1))
			if l.draw.chance(0.4) {
				n = n[:3] + "-" + n[3:6] + "-" + n[6:8] + "-" + n[8:]
			}
			return n
		})},
		{"Imię i nazwisko", func(l *lead) string {
			if l.draw.chance(0.07) {
				return l.draw.one([]string{"mgr ", "mgr inż. ", "inż. ", "dr inż. "}) + surnameFirst(l)
			}
			return surnameFirst(l)
		}},
		{"Stanowisko", cell(jobTitle)},
		{"Telefon", twoPhones(" lub ", ", ")},
		{"Tel. kom.", cell(mobile)},
		{"E-mail", cell(email)},
		{"Ulica", cell(street)},
		{"Kod pocztowy", cell(postalCode)},
		{"Miejscowość", cell(city)},
		{"Województwo", cell(region)},
		{"PKD", some(0.92, pkd)},
		{"Branża", func(l *lead) string { return l.card.firm.industry.text[1] }},
		{"Zatrudnienie", staff(func(l *lead, n int) string {
			if l.draw.chance(0.3) {
				return "od " + band(n, []int{0, 9, 49, 249, 999}, " do ")
			}
			return staffText(l.draw, l.card.firm.plan.country, n)
		})},
		{"Przychody (tys. zł)", money(1000, " ")},
		{"WWW", cell(website)},
		{"Zgoda marketingowa", consent("TAK", "NIE")},
		{"Data zgody", consentDate},
		{"Zakres zgody", consentScope("telefon i e-mail", "e-mail", "telefon, SMS")},
		{"Sprzeciw", some(0.02, constant("TAK"))},
	})
	title := "Baza producentów – żywność, kosmetyki, chemia, opakowania\n" +
		"Stan na: 28.10.2026, źródło: rejestry publiczne i wywiad telefoniczny\n" +
		"Licencja jednorazowa. Wszystkie dane zmyślone (plik przykładowy)\n"
	return s.file("lists/pl-producenci.csv", crlf(title)+text(rows, ';', true), windows1250)
}

// pkd is the class in PKD 2025: most have one subclass, Z.
func pkd(l *lead) string {
	switch code := l.card.firm.industry.code; code {
	case "41.00", "62.10":
		return code + ".B"
	default:
		return code + ".Z"
	}
}

func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

// norwegian is "Unicode text" saved as .csv: UTF-16, tabs, town in capitals.
func (s *sampler) norwegian() error {
	rows := table(s.of("NO", 3, 0.1), []column{
		{"Orgnr", some(0.93, func(l *lead) string {
			n := orgnr(l.key(3))
			if l.draw.chance(0.5) {
				n = n[:3] + " " + n[3:6] + " " + n[6:]
			}
			return n
		})},
		{"Firmanavn", troubled("under avvikling", "konkursbo")},
		{"Næringskode", some(0.9, func(l *lead) string { return l.card.firm.industry.rev2 + "0" })},
		{"Bransje", func(l *lead) string { return l.card.firm.industry.text[3] }},
		{"Kontaktperson", nameFirst},
		{"Stilling", cell(jobTitle)},
		{"Telefon", cell(phone)},
		{"Mobil", cell(mobile)},
		{"E-post", cell(email)},
		{"Besøksadresse", cell(street)},
		{"Postnr", cell(postalCode)},
		{"Poststed", func(l *lead) string { return strings.ToUpper(l.cells[city]) }},
		{"Fylke", cell(region)},
		{"Antall ansatte", staff(func(l *lead, n int) string { return strconv.Itoa(n) })},
		{"Omsetning (TNOK)", money(1000, " ")},
		{"Rating", func(l *lead) string { return []string{"AAA", "AA", "AA", "A", "A", "B", "C", "AN", ""}[l.key(9)%9] }},
		{"Nettside", cell(website)},
		{"Reservert", some(0.02, constant("Ja"))},
	})
	return s.file("lists/no-industri.csv", text(rows, '\t', true), utf16LE)
}

// french is the CSV of a French list broker: ISO-8859-15, surnames in
// capitals, staff as bands, Bloctel and consent columns.
func (s *sampler) french() error {
	rows := table(s.of("FR", 4, 0.1), []column{
		{"Civilité", some(0.9, func(l *lead) string {
			if l.card.who.woman {
				return "Mme"
			}
			return l.draw.one([]string{"M.", "M."})
		})},
		{"NOM", func(l *lead) string { return strings.ToUpper(l.cells[lastName]) }},
		{"Prénom", cell(firstName)},
		{"Fonction", cell(jobTitle)},
		{"Raison sociale", troubled("(en liquidation judiciaire)", "en redressement judiciaire")},
		{"SIRET", some(0.9, func(l *lead) string {
			n := siret(l.key(4))
			if l.draw.chance(0.4) {
				n = n[:3] + " " + n[3:6] + " " + n[6:9] + " " + n[9:]
			}
			return n
		})},
		{"Code NAF", some(0.95, func(l *lead) string { return l.card.firm.industry.naf })},
		{"Activité", func(l *lead) string { return l.card.firm.industry.text[4] }},
		{"Effectif", staff(func(l *lead, n int) string {
			return strings.Replace(band(n, []int{0, 2, 5, 9, 19, 49, 99, 199, 249, 499, 999}, " à "), "+", " et plus", 1) + " salariés"
		})},
		{"CA (k€)", money(1000, " ")},
		{"Adresse", cell(street)},
		{"Code postal", cell(postalCode)},
		{"Ville", func(l *lead) string {
			if l.draw.chance(0.1) && l.cells[city] != "" {
				return strings.ToUpper(l.cells[city]) + " CEDEX"
			}
			return strings.ToUpper(l.cells[city])
		}},
		{"Téléphone", twoPhones(" / ", " ou ")},
		{"Portable", cell(mobile)},
		{"Courriel", cell(email)},
		{"Site web", cell(website)},
		{"Opt-in e-mail", oneOf("oui", "oui", "non", "")},
		{"Bloctel", some(0.06, constant("inscrit"))},
	})
	return s.file("lists/fr-decideurs.csv", text(rows, ';', true), latin9)
}

// american is a vendor's export in the ZoomInfo layout: people of the United
// States and, a third of them, people of the other lists as an American
// database has them: without accents, in English, with old titles.
func (s *sampler) american() error {
	var leads []lead
	d := newDice(sampleSeed)
	for c := range uint32(len(s.contacts)) {
		land := countries[s.firms[s.contacts[c].firm].country]
		d.of(sampleKind, uint64(c)<<8|6)
		switch {
		case land == "US":
			leads = append(leads, s.lead(c, 6, false))
		case land != "UK" && d.chance(0.14):
			l := s.lead(c, 6, false)
			l.translate()
			leads = append(leads, l)
		}
	}
	rows := table(s.settle(leads, 6), []column{
		{"ZoomInfo Contact ID", func(l *lead) string { return strconv.Itoa(7000000001 + int(mix(uint64(l.contact))%999999999)) }},
		{"Last Name", cell(lastName)},
		{"First Name", cell(firstName)},
		{"Job Title", cell(jobTitle)},
		{"Management Level", func(l *lead) string { return managementLevel(l.card.title) }},
		{"Direct Phone Number", func(l *lead) string {
			if l.cells[mobile] != "" || !l.draw.chance(0.4) {
				return ""
			}
			return vendorPhone(l.card.who.mobile, l.card.firm.plan.country)
		}},
		{"Email Address", cell(email)},
		{"Mobile phone", func(l *lead) string {
			if l.cells[mobile] == "" {
				return ""
			}
			return vendorPhone(l.card.who.mobile, l.card.firm.plan.country)
		}},
		{"Person City", cell(city)},
		{"Person State", func(l *lead) string { return l.cells[region] }},
		{"Person Zip Code", cell(postalCode)},
		{"Country", func(l *lead) string { return english[l.card.firm.plan.country] }},
		{"ZoomInfo Company ID", func(l *lead) string { return strconv.Itoa(340000000 + int(l.key(6)%99999999)) }},
		{"Company Name", cell(company)},
		{"Website", func(l *lead) string { return l.card.firm.domain }},
		{"Company HQ Phone", func(l *lead) string {
			if len(l.cells[phone]) < 10 { // missing, or junk
				return l.cells[phone]
			}
			return vendorPhone(l.card.firm.phone, l.card.firm.plan.country)
		}},
		{"Revenue (in 000s USD)", some(0.8, func(l *lead) string {
			usd := [len(countries)]float64{3.9, 4.5, 10.5, 0.91, 0.91, 0.78, 1}
			return strconv.Itoa(int(l.card.firm.revenue * 1000 / usd[l.card.firm.plan.country]))
		})},
		{"Employees", staff(func(l *lead, n int) string { return strconv.Itoa(n) })},
		{"Employee Range", func(l *lead) string { return band(l.card.firm.staff, []int{0, 4, 9, 19, 49, 99, 249, 499, 999}, " - ") }},
		{"SIC Code 1", func(l *lead) string { return l.card.firm.industry.usSIC }},
		{"Primary Industry", func(l *lead) string { return l.card.firm.industry.text[0] }},
		{"Company Street Address", cell(street)},
		{"Company City", cell(city)},
		{"Company State", cell(region)},
		{"Company Zip Code", cell(postalCode)},
		{"Company Country", func(l *lead) string { return english[l.card.firm.plan.country] }},
		{"Contact Accuracy Score", func(l *lead) string { return strconv.Itoa(70 + l.draw.IntN(30)) }},
		{"Notice Provided Date", some(0.4, constant("2026-09-15"))},
	})
	return s.file("lists/zoominfo-export.csv", text(rows, ',', false), utf8BOM)
}

var english = [len(countries)]string{"Poland", "Romania", "Norway", "France", "Germany", "United Kingdom", "United States"}

// translate turns a European lead into what an American database knows of it.
func (l *lead) translate() {
	r := &l.cells
	for _, i := range [...]int{company, firstName, lastName, street, city, region} {
		r[i] = ascii(r[i])
	}
	r[jobTitle] = l.draw.one(englishNames(l.card.title))
	if l.draw.chance(0.5) {
		r[company] = ascii(l.card.firm.core)
	}
}

// vendorPhone is a number as one program writes them all: (336) 555-0135 at
// home, +48 22 0124790 abroad.
func vendorPhone(n number, land uint8) string {
	if countries[land] == "US" {
		return "(" + n.area + ") " + n.rest[:3] + "-" + n.rest[3:]
	}
	return strings.Join(strings.Fields("+"+countryCodes[land]+" "+n.area+" "+n.rest), " ")
}

func englishNames(t *title) []string {
	var names []string
	for _, n := range t.names[0] {
		names = append(names, n.man)
	}
	return names
}

func managementLevel(t *title) string {
	switch t.level {
	case "top":
		return "C-Level"
	case "head":
		return "Director"
	case "mid":
		return "Manager"
	}
	return "Non-Manager"
}

// troubled is the company's name, a few of them in liquidation.
func troubled(marks ...string) func(*lead) string {
	return func(l *lead) string {
		if l.cells[company] != "" && l.key(8)%60 == 0 {
			return l.cells[company] + " " + marks[l.key(7)%uint64(len(marks))]
		}
		return l.cells[company]
	}
}

// twoPhones puts the mobile behind the phone now and then.
func twoPhones(joints ...string) func(*lead) string {
	return func(l *lead) string {
		if l.cells[phone] == "" || !l.draw.chance(0.06) {
			return l.cells[phone]
		}
		return l.cells[phone] + l.draw.one(joints) + l.card.who.mobile.spelled(l.draw, l.card.firm.plan.country)
	}
}

// staff is the number of employees as the list shows it, missing in a tenth.
func staff(show func(l *lead, n int) string) func(*lead) string {
	return some(0.9, func(l *lead) string { return show(l, l.card.firm.staff) })
}

// money is the revenue in thousands or whole units, missing in a quarter.
func money(perMillion float64, by string) func(*lead) string {
	return some(0.75, func(l *lead) string { return grouped(l.card.firm.revenue*perMillion, by) })
}
