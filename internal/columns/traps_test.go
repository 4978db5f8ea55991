package columns

import (
	"strings"
	"testing"
)

// list is a header and, below it, rows that are repeated to thirty.
type list struct {
	header string // divided by "|"
	rows   []string
	want   string // what each column becomes, divided by "|"
}

func (l list) table() (header []string, sample [][]string) {
	for i := range 30 {
		if len(l.rows) > 0 {
			sample = append(sample, strings.Split(l.rows[i%len(l.rows)], "|"))
		}
	}
	return strings.Split(l.header, "|"), sample
}

func check(t *testing.T, l list) *Mapping {
	t.Helper()
	header, sample := l.table()
	m, problems := Map(header, sample, Options{})
	if len(problems) > 0 {
		t.Error(problems)
	}
	want := strings.Split(l.want, "|")
	for i, c := range m.Columns {
		if got := described(c); i >= len(want) || got != want[i] {
			t.Errorf("%s: column %d %q is %q by %q %.2f (%v)", l.header, i, c.Label, got, c.Rule, c.Confidence, c.Samples)
		}
	}
	return m
}

// TestTraps holds labels whose meaning hangs on what stands beside and below.
func TestTraps(t *testing.T) {
	persons := []string{"Anna Brzozak", "Marek Wilczak", "Karin Moorfeld", "Jean Delvaire", "Peter Halloway"}
	firms := []string{"Wilkon Sp. z o.o.", "Tunheim Bygg AS", "Delvaire SARL", "Moorfeld GmbH", "Halloway Tools Ltd"}
	for _, l := range []list{
		{"Name", persons, "full_name"},
		{"Name", firms, "company"},
		{"Navn", firms, "company"},
		{"name", []string{"wilkon s a lipowa 12 26 600 radom poland", "moorfeld ag hauptstrasse 7 50667 koeln germany", "delvaire s a 12 rue des lilas lyon france"}, "company"},
		{"title|categoryName|street|city|website|totalScore|reviewsCount", []string{"Halloway Tools Ltd|Hardware store|1 Mill Lane|Leeds|halloway.example|4.5|120", "Finchley Foods|Grocery store|9 High St|York|finchley.example|3.9|88"},
			"company|industry|street|city|website||"},
		{"name|rating|reviews|phone", []string{"Halloway Tools Ltd|4.5|120|020 7946 0101", "Finchley Group|3.9|88|020 7946 0102"}, "company|||phone"},
		{"First Name|Last Name|URL|Company|Position", []string{"Anna|Brzozak|https://www.linkedin.com/in/anna-b|Wilkon Ltd|Buyer", "Peter|Halloway|https://www.linkedin.com/in/ph|Halloway Ltd|CEO"}, "first_name|last_name|linkedin|company|title"},
		{"Residence Address|Residence City|Mailing Address|Mailing City|Last Name", []string{"1 Elm St|Graham|PO Box 5|Mebane|Halloway", "9 Oak Dr|Burlington|||Finchley"}, "street|city|||last_name"},
		{"Revenue 2022|Revenue 2024|Revenue 2023|Company", []string{"100000|120000|110000|Halloway Ltd", "200000|220000|210000|Finchley Ltd"}, "|revenue||company"},
		{"Email|Email Status|Email 2|Email 2 Status", []string{"a@wilkon.example|valid|b@wilkon.example|invalid", "c@wilkon.example|catch-all|d@wilkon.example|valid"}, "email|email_status|email2|"},
		{"Navn", []string{"Kari Tunheim", "Ole Brekkhus", "Ingrid Sandmo", "Lars Vikbakk"}, "full_name"},
		{"Nom|Prénom", []string{"DELVAIRE|Jean", "MARCHOIS|Sophie", "LAMBRAC|Pierre"}, "last_name|first_name"},
		{"Nom|Ville", []string{"Delvaire SARL|Lyon", "Marchois et Fils SAS|Nantes", "Garage Lambrac|Dijon"}, "company|city"},
		{"Nume|Prenume|Firma", []string{"Popazan|Ion|Popazan SRL", "Dragulin|Elena|Carpat Trans SRL"}, "last_name|first_name|company"},
		{"Nume|CUI", []string{"Popazan SRL|1590082", "Carpat Trans SA|2816464"}, "company|tax_id"},
		{"Name|Vorname|Firma", []string{"Moorfeld|Sabine|Moorfeld GmbH", "Brenneke|Klaus|Brenneke KG"}, "last_name|first_name|company"},
		{"Nazwa|Nazwisko|Imię", []string{"Wilkon Sp. z o.o.|Wilczak|Marek", "Brzozak s.c.|Brzozak|Anna"}, "company|last_name|first_name"},
		{"Company|Name", []string{"Wilkon Ltd|Anna Brzozak", "Halloway Inc|Peter Halloway"}, "company|full_name"},
		{"Title|First Name|Last Name", []string{"Mr|Peter|Halloway", "Mrs|Laura|Finchley", "Dr|Mark|Orrell"}, "name_prefix|first_name|last_name"},
		{"Title|First Name|Last Name", []string{"Sales Director|Peter|Halloway", "CEO|Laura|Finchley", "Buyer|Mark|Orrell"}, "title|first_name|last_name"},
		{"Titre|Nom|Prénom", []string{"M.|DELVAIRE|Jean", "Mme|MARCHOIS|Sophie"}, "name_prefix|last_name|first_name"},
		{"Titre|Nom|Prénom", []string{"Gérant|DELVAIRE|Jean", "Directrice commerciale|MARCHOIS|Sophie"}, "title|last_name|first_name"},
		{"Titel|Vorname|Nachname", []string{"Dr.|Sabine|Moorfeld", "Prof. Dr.|Klaus|Brenneke", "|Jan|Ottens"}, "name_prefix|first_name|last_name"},
		{"Tittel|Navn|Bedrift", []string{"Daglig leder|Kari Tunheim|Tunheim Bygg AS", "Innkjøpssjef|Ole Brekkhus|Brekkhus AS"}, "title|full_name|company"},
		{"Firma|Land|Poststed", []string{"Tunheim Bygg AS|Norge|BERGEN", "Brekkhus AS|Sverige|OSLO"}, "company|country|city"},
		{"Firma|Land|Ort", []string{"Moorfeld GmbH|Bayern|München", "Brenneke KG|Hessen|Kassel", "Ottens AG|Sachsen|Leipzig"}, "company|region|city"},
		{"Firma|Land|Ort", []string{"Moorfeld GmbH|Deutschland|München", "Brenneke KG|Österreich|Linz"}, "company|country|city"},
		{"Société|CA|CP|Ville", []string{"Delvaire SARL|1 200 000|69001|LYON", "Marchois SAS|850 000|44000|NANTES"}, "company|revenue|postal_code|city"},
		{"Firma|CIF|CP|Localitate", []string{"Popazan SRL|1590082|310010|Arad", "Carpat SA|2816464|400001|Cluj-Napoca"}, "company|tax_id|postal_code|city"},
		{"Nom|Prénom|Portable", []string{"DELVAIRE|Jean|06 39 98 12 34", "MARCHOIS|Sophie|06 39 98 12 35"}, "last_name|first_name|mobile"},
		{"Prénom dirigeant|Nom dirigeant|Raison sociale", []string{"Jean|MOULIN|Delvaire SARL", "Anne|PETIT|Marchois SAS"}, "first_name|last_name|company"},
		{"Nom dirigeant|Raison sociale", []string{"Jean MOULIN|Delvaire SARL", "Anne PETIT|Marchois SAS"}, "full_name|company"},
		{"Ville|INSEE", []string{"Lyon|69381", "Nantes|44109", "Ajaccio|2A004"}, "city|"},
		{"Nom|Prénom|INSEE", []string{"DELVAIRE|Jean|180046938112341", "MARCHOIS|Sophie|279054410935625"}, "last_name|first_name|masked"},
		{"Nom|Tel", []string{"Jean Delvaire|06 39 98 12 34", "Sophie Marchois|06 39 98 12 35"}, "full_name|phone"},
		{"Email|Name", []string{"see website|Anna Brzozak", "ask|Marek Wilczak"}, "|full_name"},
		{"Contact|Firma", []string{"anna@wilkon.example|Wilkon Sp. z o.o.", "marek@brzozak.example|Brzozak s.c."}, "email|company"},
		{"Status|Email", []string{"valid|anna@wilkon.example", "catch-all|marek@brzozak.example", "invalid|x@y.example"}, "email_status|email"},
		{"Status|Company", []string{"Active|Halloway Ltd", "Dissolved|Finchley Ltd", "Liquidation|Orrell Ltd"}, "company_status|company"},
		{"Status|Company|Email", []string{"New|Halloway Ltd|p@h.example", "Contacted|Finchley Ltd|l@f.example", "Qualified|Orrell Ltd|m@o.example"}, "stage|company|email"},
		{"name|addr|city|phone|type", []string{
			"boca verde|13 1st ave.|new york|212/555-0108|latin", "stambul kitchen|386 3rd ave.|new york|212/555-0181|turkish",
			"shaan mahal|57 w. 48th st.|new york|212/555-0840|asian", "the corner grill|9 elm st.|boston|617/555-0121|american",
			"maison delvaire|2 oak blvd.|los angeles|310/555-0144|french", "lotus garden|88 pine rd.|chicago|312/555-0133|chinese"},
			"company|street|city|phone|"},
		{"fname_c1|fname_c2|lname_c1|lname_c2|by|bm|bd", []string{"MARCO||MOORFELD||1942|6|7", "KATHARINA||BRENNEKE||1967|4|15", "ANGELA||OTTENS||1948|5|30"},
			"first_name|middle_name|last_name||birth_date/birth_year|birth_date/birth_month|birth_date/birth_day"},
		{"Département|Service", []string{"69|Achats", "44|Ventes", "2A|Direction"}, "region|department"},
		{"Phone|Phone|Mobile", []string{"020 7946 0101|020 7946 0102|07700 900123", "020 7946 0103|020 7946 0104|07700 900124"}, "phone|phone2|mobile"},
		{"Company Phone|Direct Phone", []string{"020 7946 0101|020 7946 0102", "020 7946 0103|020 7946 0104"}, "switchboard|phone"},
		{"Personal Email|Work Email", []string{"a.b@mail.example|anna@wilkon.example", "m.w@mail.example|marek@wilkon.example"}, "email2|email"},
		{"Company City|Person City|Name", []string{"Leeds|York|Anna Brzozak", "Dayton|Springfield|Peter Halloway"}, "city/fallback|city|full_name"},
		{"given_name|surname|street_number|address_1|address_2|suburb|postcode|state|date_of_birth|soc_sec_id",
			[]string{"lachlan|finchley|14|hay street|callitris|berkeley vale|4740|wa|19800916|9786278", "jasmine|orrell|13|mahon place||belmont|2085|qld|19510302|9479653"},
			"first_name|last_name|street/house_number|street|street2|city|postal_code|region|birth_date|masked"},
		{"Id|Source|Site name|Address|Zip|Phone|Fax|Program Name|Email Address", []string{
			"1|CPS_list|Halloway Child Care / Main|1 N. Ogden|60607|2262649|2262650|Head Start|", "2|DFSS|Finchley Academy|10 S. Kedzie|60612|5330107||Child Care|info@finchley.example"},
			"external_id|source|company|street|postal_code|phone|fax||email"},
		{"voter_id|first_name|middle_name|last_name|name_prefix|name_suffix|age|gender|race|ethnic|street_address|city|state|zip_code|full_phone_num|birth_place|register_date|download_month", []string{
			"100|peter|lee|halloway|||44|m|w|nl|12 elm st|graham|nc|27253|3365550101|nc|2001-02-03|2014-01", "101|laura|ann|finchley||jr|61|f|b|nl|9 oak dr|mebane|nc|27302|3365550102|va|1999-05-06|2014-01"},
			"external_id|first_name|middle_name|last_name|name_prefix|name_suffix|age|gender|||street|city|region|postal_code|phone|||"},
		{"Firma|Telefon", []string{"Wilkon Sp. z o.o.|22 555 01 11 / 601 555 011", "Brzozak s.c.|22 555 01 12; 22 555 01 13"}, "company|phone"},
		{"Name|Zip|Phone|DOB", []string{"Anna Brzozak|60607.0|3125550101.0|29254", "Peter Halloway|60612.0|3125550102.0|31000"}, "full_name|postal_code|phone|birth_date"},
		{"rank|contact_id|fate|score|first_name|last_name|company|email|phone|may_call|ask_about", []string{"1|cabcdefghijklm|prospect|85|Anna|Brzozak|Wilkon Ltd|a@wilkon.example|+48225550111|yes|who decides"},
			"||||first_name|last_name|company|email|phone||"},
		{"Company|Phone|Direct Marketing Status", []string{"Halloway Ltd|020 7946 0101|Yes", "Finchley Ltd|020 7946 0102|No"}, "company|phone|"},
		{"Company|Phone|Direct Marketing Status", []string{"Halloway Ltd|020 7946 0101|Opted out", "Finchley Ltd|020 7946 0102|No restriction"}, "company|phone|opt_out"},
		{"Company|Phone|Contact Preference", []string{"Halloway Ltd|020 7946 0101|Do not call", "Finchley Ltd|020 7946 0102|OK"}, "company|phone|opt_out"},
		{"Company|Phone|Lead Status", []string{"Halloway Ltd|020 7946 0101|Do not contact", "Finchley Ltd|020 7946 0102|Qualified", "Orrell Ltd|020 7946 0103|New"}, "company|phone|stage"},
		{"Firma|Miejsc.|Stanow.|Branż.", []string{"Wilkon Sp. z o.o.|Radom|Prezes zarządu|opakowania", "Brzozak s.c.|Kielce|Kierownik zakupów|transport"}, "company|city|title|industry"},
		{"Etternavn, Fornavn|Oms. i 1000 kr|Ans.|Firma", []string{"Tunheim, Kari|12 500|12|Tunheim Bygg AS", "Brekkhus, Ole|3 400|4|Brekkhus AS"}, "full_name|revenue|employees|company"},
		{"Last/First Name|Company", []string{"Brzozak Anna|Wilkon Ltd", "Halloway Peter|Halloway Inc"}, "full_name|company"},
		{"First Name|Last Name", []string{"Anna|Brzozak", "Peter|Halloway"}, "first_name|last_name"},
		{"Provider Name|Physical Address|Phy City|Phy State|Phy Zip|Mailing Address|Mail City|Admin First|Admin Last", []string{
			"Little Oaks Daycare|12 Elm St|Austin|TX|78701|PO Box 5|Austin|Laura|Finchley", "Sunny Steps|9 Pine Rd|Dallas|TX|75201|9 Pine Rd|Dallas|Peter|Halloway"},
			"company|street|city|region|postal_code|||first_name|last_name"},
		{"Kontakt|E-post|Orgnr|Mobil", []string{"Kari Tunheim|kari@tunheim.example|923609016|905 55 011", "Ole Brekkhus|ole@brekkhus.example|984851006|415 55 012"}, "full_name|email|tax_id|mobile"},
	} {
		check(t, l)
	}
}

// TestHeaderless maps lists without labels by their values alone.
func TestHeaderless(t *testing.T) {
	check(t, list{"column 1|column 2|column 3|column 4|column 5|column 6", []string{
		"Anna Brzozak|Wilkon Sp. z o.o.|anna@wilkon.example|+48 22 555 01 11|00-950|www.wilkon.example",
		"Marek Wilczak|Brzozak Ltd|marek@brzozak.example|+48 601 555 012|02-137|www.brzozak.example",
		"Peter Halloway|Halloway Tools GmbH|peter@halloway.example|+48 32 555 01 13|30-001|halloway.example"},
		"full_name|company|email|phone|postal_code|website"})
	check(t, list{"||", []string{"7740001454|Radom|x1", "5250007738|Kielce|y7"}, "tax_id||"})
}

// TestRegisters maps the files of company registers and other public lists.
func TestRegisters(t *testing.T) {
	for _, l := range []list{
		{"CompanyName|CompanyNumber|RegAddress.CareOf|RegAddress.POBox|RegAddress.AddressLine1|RegAddress.AddressLine2|RegAddress.PostTown|RegAddress.County|RegAddress.Country|RegAddress.PostCode|CompanyCategory|CompanyStatus|CountryOfOrigin|DissolutionDate|IncorporationDate|SICCode.SicText_1|PreviousName_1.CONDATE|PreviousName_1.CompanyName|URI",
			[]string{"HALLOWAY TOOLS LIMITED|00445799|||1 MILL LANE|WORTLEY|LEEDS|WEST YORKSHIRE|ENGLAND|LS12 4AP|Private Limited Company|Active|United Kingdom||12/03/1998|25730 - Manufacture of tools|||http://business.data.example/id/00445799",
				"FINCHLEY FOODS LTD|SC045559|||22 HIGH ST||GLASGOW||SCOTLAND|G1 1AA|Private Limited Company|Liquidation|United Kingdom||25/11/2004|10890 - Manufacture of food|01/02/2003|FINCHLEY LTD|http://business.data.example/id/SC045559"},
			"company|registration_id|||street|street2|city|region|country|postal_code|legal_form|company_status|||founded|industry_code|||"},
		{"Organisasjonsnummer|Navn|Organisasjonsform.kode|Næringskode 1|Næringskode 1.beskrivelse|Antall ansatte|Hjemmeside|Postadresse.adresse|Postadresse.poststed|Postadresse.postnummer|Forretningsadresse.adresse|Forretningsadresse.poststed|Forretningsadresse.postnummer|Forretningsadresse.kommune|Forretningsadresse.land|Konkurs|Under avvikling|Registreringsdato i Enhetsregisteret|Stiftelsesdato",
			[]string{"923609016|TUNHEIM BYGG AS|AS|41.200|Oppføring av bygninger|12|www.tunheim.example|Postboks 5|BERGEN|5803|Storgata 5|BERGEN|5003|BERGEN|Norge|N|N|19.02.1995|01.02.1995",
				"984851006|BREKKHUS DRIFT AS|AS|46.900|Engroshandel|4||||  |Havnegata 7|TROMSØ|9008|TROMSØ|Norge|N|N|21.03.2004|01.03.2004"},
			"tax_id|company|legal_form|industry_code|industry|employees|website||||street|city|postal_code||country|company_status/status_flag|company_status/status_flag|founded|"},
		{"DENUMIRE|CUI|COD_INMATRICULARE|DATA_INMATRICULARE|FORMA_JURIDICA|ADR_TARA|ADR_JUDET|ADR_LOCALITATE|ADR_DEN_STRADA|ADR_NR_STRADA|ADR_BLOC|ADR_COD_POSTAL|WEB",
			[]string{"POPAZAN SRL|1590082|J02/123/2001|12/03/2001|SRL|România|Arad|Arad|Strada Lungă|12|A1|310010|", "CARPAT TRANS SA|2816464|J12/456/1999|25/07/1999|SA|România|Cluj|Cluj-Napoca|Calea Florești|7||400001|www.carpat.example"},
			"company|tax_id|registration_id|founded|legal_form|country|region|city|street|street/house_number|street2/unit|postal_code|website"},
		{"Regon|Nip|Nazwa|Wojewodztwo|Powiat|Gmina|Miejscowosc|KodPocztowy|Ulica|NrNieruchomosci|NrLokalu|Typ|SilosID|DataZakonczeniaDzialalnosci",
			[]string{"610188201|7740001454|WILKON SP. Z O.O.|MAZOWIECKIE|radomski|Radom|Radom|26-600|ul. Lipowa|12|4|P|6|", "016298263|5250007738|BRZOZAK S.C.|MAZOWIECKIE|warszawski|Wola|Warszawa|00-950|ul. Prosta|7||P|6|"},
			"registration_id|tax_id|company|region|||city|postal_code|street|street/house_number|street2/unit|||"},
		{"siren|denominationUniteLegale|nomUniteLegale|prenom1UniteLegale|categorieJuridiqueUniteLegale|activitePrincipaleUniteLegale|trancheEffectifsUniteLegale|etatAdministratifUniteLegale|dateCreationUniteLegale",
			[]string{"542051180|DELVAIRE SARL|||5499|62.01Z|12|A|2001-03-12", "552032534||MARCHOIS|SOPHIE|1000|47.11B|NN|A|2014-07-25"},
			"registration_id|company|last_name|first_name|legal_form|industry_code|employees|company_status|founded"},
		{"county_desc|voter_reg_num|last_name|first_name|middle_name|name_suffix_lbl|res_street_address|res_city_desc|state_cd|zip_code|full_phone_number|race_code|party_cd|gender_code|birth_year|birth_state|age_at_year_end",
			[]string{"ALAMANCE|000009005990|HALLOWAY|PETER|LEE||1234 E MAIN ST|GRAHAM|NC|27253|3365550101|W|REP|M|1961|NC|62", "ALAMANCE|000009005991|FINCHLEY|LAURA|ANN||88 OAK DR|MEBANE|NC|27302|3365550102|B|DEM|F|1975|VA|48"},
			"|external_id|last_name|first_name|middle_name|name_suffix|street|city|region|postal_code|phone|||gender|birth_year||age"},
		{"Facility Name|License Number|Address|City|State|Zip Code|County|Phone|Capacity|Director Name|Facility Type",
			[]string{"Little Oaks Daycare|C12345|12 Elm St|Austin|TX|78701|Travis|(512) 555-0101|48|Laura Finchley|Center", "Sunny Steps Preschool|C12346|9 Pine Rd|Dallas|TX|75201|Dallas|(214) 555-0102|60|Peter Halloway|Home"},
			"company|registration_id|street|city|region|postal_code||phone||full_name|"},
		{"Exhibitor|Stand|Hall|Country|Website|Contact Person|E-mail", []string{"Moorfeld GmbH|A12|3|Germany|www.moorfeld.example|Sabine Moorfeld|s@moorfeld.example", "Wilkon Sp. z o.o.|B7|1|Poland|wilkon.example|Marek Wilczak|m@wilkon.example"},
			"company|||country|website|full_name|email"},
		{"applicant_name|person_address|person_ctry_code|city|state", []string{"Moorfeld GmbH|Hauptstr. 7, 50667 Köln|DE|Köln|", "Halloway, Peter|12 Mill Lane, Leeds LS12 4AP|GB|Leeds|", "Tunheim Bygg AS|Storgata 5, 5003 Bergen|NO|Bergen|"},
			"company|address|country|city|region"},
		{"Last Name|First Name|Middle Initial|House Number|Street|Zip|Household|Relationship|Sex|Age|Race|Occupation", []string{"Halloway|Peter|J|12|Elm St|27253|1|Head|M|44|W|Farmer", "Halloway|Laura|K|12|Elm St|27253|1|Wife|F|41|W|Teacher"},
			"last_name|first_name|middle_name|street/house_number|street|postal_code|household||gender|age||title"},
	} {
		check(t, l)
	}
}

// TestNeighbours maps columns without labels by what stands beside them.
func TestNeighbours(t *testing.T) {
	check(t, list{"column 1|column 2|column 3|column 4|column 5|column 6|column 7", []string{
		"Anna|Brzozak|12 Mill Lane|Leeds|WY|4125550101|1971-02-03", "Peter|Halloway|9 High St|Wakefield|WY|4125550102|1954-11-30",
		"Laura|Finchley|88 Oak Dr|Graham|NC|4125550103|1988-06-17", "Mark|Orrell|3 Elm Rd|Dayton|OH|4125550104|1966-01-09"},
		"first_name|last_name|street|city|region|phone|birth_date"})
	check(t, list{"column 1|column 2|column 3", []string{"Wilkon Sp. z o.o.|26-600|Radom", "Brzozak s.c.|00-950|Warszawa"}, "company|postal_code|city"})
	check(t, list{"column 1|column 2", []string{"217|5550101", "937|5550102"}, "phone/dial_code|phone"})
	check(t, list{"column 1", []string{"2175550101", "9375550102", "3125550103", "6145550104"}, "phone"})
	check(t, list{"column 1|column 2|column 3", []string{"1|Radom|true", "2|Kielce|false"}, "||"})
}

// A label that denies a consent must never be read as one.
func TestDeniedConsents(t *testing.T) {
	rows := []string{"a@wilkon.example|yes", "b@wilkon.example|no", "c@wilkon.example|"}
	for label, want := range map[string]string{
		"GDPR consent": "consent", "Contact allowed": "consent", "Newsletter (2025)": "consent",
		"No GDPR consent": "opt_out", "Consent withdrawn": "opt_out", "Newsletter désabonné le": "do_not_email",
		"Keine Einwilligung Telefon": "do_not_call",
	} {
		check(t, list{header: "Email|" + label, rows: rows, want: "email|" + want})
	}
}

// A column that counts rows is no house number where the street has its own.
func TestRowNumbersBesideStreets(t *testing.T) {
	check(t, list{header: "Nr|Ulica i nr|Kod", rows: []string{"1|Lipowa 3|00-950", "2|Leśna 14|00-951", "3|Polna 7a|00-952"},
		want: "|street|postal_code"})
	check(t, list{header: "Ulica|Nr|Kod", rows: []string{"Lipowa|3|00-950", "Leśna|14|00-951", "Polna|7a|00-952"},
		want: "street|street/house_number|postal_code"})
}
