package clean

import (
	"strings"
	"testing"
)

// titleLevels are the levels of the market notes' table, section 3, with the
// words of each language as the table gives them.
var titleLevels = []struct{ level, country, titles string }{
	{"owner", "GB", "owner, proprietor, sole trader, founder, co-founder, business owner"},
	{"owner", "PL", "właściciel, właścicielka, współwłaściciel, współwłaścicielka, założyciel, założycielka, przedsiębiorca"},
	{"owner", "RO", "proprietar, patron, fondator, fondatoare, titular PFA, asociat unic"},
	{"owner", "NO", "eier, innehaver, gründer, medeier"},
	{"owner", "FR", "propriétaire, fondateur, fondatrice, dirigeant, dirigeante, chef d'entreprise, cheffe d'entreprise, gérant associé, gérante associée, micro-entrepreneur, artisan, exploitant agricole"},
	{"owner", "DE", "Inhaber, Inhaberin, Gründer, Gründerin, Unternehmer, Einzelunternehmer"},
	{"legal_rep", "GB", "Director, Managing Partner"},
	{"legal_rep", "US", "managing member"},
	{"legal_rep", "PL", "prezes zarządu, prezes, wiceprezes, członek zarządu, członkini zarządu, prokurent, komplementariusz, czł. zarz."},
	{"legal_rep", "RO", "administrator, administrator unic, reprezentant legal, director general, împuternicit, dir. gen., adm., DG"},
	{"legal_rep", "NO", "daglig leder, DL, administrerende direktør, adm. dir., adm.dir., AD, signaturberettiget, prokurist"},
	{"legal_rep", "FR", "gérant, gérante, cogérant, président, présidente, PDG, directeur général, DG, DG délégué, DGD, mandataire social"},
	{"legal_rep", "DE", "Geschäftsführer, Geschäftsführerin, GF, GGF, Vorstand, Vorstandsmitglied, Prokurist, Prokuristin, ppa., Komplementär"},
	{"partner", "GB", "partner, principal"},
	{"partner", "PL", "wspólnik, wspólniczka, partner"},
	{"partner", "RO", "asociat, asociată, partener"},
	{"partner", "NO", "partner, deltaker"},
	{"partner", "FR", "associé, associée"},
	{"partner", "DE", "Gesellschafter, Gesellschafterin, Partner, Partnerin"},
	{"c_level", "US", "CEO, COO, CFO, CIO, CTO, CMO, CRO, CHRO, CPO, CISO, CDO, president, chief people officer"},
	{"c_level", "PL", "dyrektor generalny, dyrektor naczelny, dyrektor zarządzający, dyrektor finansowy, dyrektor operacyjny"},
	{"c_level", "RO", "director executiv, director economic, director financiar, CFO, dir. ec."},
	{"c_level", "NO", "konsernsjef, konserndirektør, finansdirektør, økonomidirektør, HR-direktør, IT-direktør"},
	{"c_level", "FR", "directeur général adjoint, DGA, DAF, DSI, DRH, RSSI, directeur des opérations, secrétaire général, secrétaire générale"},
	{"c_level", "DE", "Vorstandsvorsitzender, Vorstandsvorsitzende, CEO, kaufmännischer Geschäftsführer, technische Geschäftsführerin"},
	{"board", "GB", "chair, chairman, non-executive director, NED, trustee"},
	{"board", "PL", "przewodniczący rady nadzorczej, członek rady nadzorczej"},
	{"board", "RO", "președinte CA, membru CA, cenzor"},
	{"board", "NO", "styreleder, styremedlem, varamedlem, nestleder"},
	{"board", "FR", "président du conseil, administrateur, membre du conseil de surveillance"},
	{"board", "DE", "Aufsichtsrat, Beirat"},
	{"vp", "US", "VP, SVP, EVP, AVP, Vice President"},
	{"vp", "PL", "wicedyrektor, zastępca dyrektora, z-ca dyr."},
	{"vp", "RO", "director adjunct, director general adjunct, vicepreședinte"},
	{"vp", "NO", "visedirektør, assisterende direktør"},
	{"vp", "FR", "vice-président, vice-présidente, directeur adjoint, directrice adjointe"},
	{"vp", "DE", "stellv. Geschäftsführer, stellv. Leiter"},
	{"director", "US", "director, regional director, sales director, IT director, plant director"},
	{"director", "PL", "dyrektor, dyrektorka, dyr. handlowy, dyr. sprzedaży, dyr. zakupów, dyr. IT, dyrektor zakładu, dyrektor oddziału, dyrektor regionalny"},
	{"director", "RO", "director comercial, director achiziții, director tehnic, director de producție, director vânzări, director marketing, director resurse umane, director zonal"},
	{"director", "NO", "direktør, avdelingsdirektør, salgsdirektør, innkjøpsdirektør, fabrikksjef"},
	{"director", "FR", "directeur commercial, directrice commerciale, directeur achats, directeur marketing, directeur technique, directeur de site, directeur d'usine, directeur d'agence, DT, DirCom"},
	{"director", "DE", "Direktor, Direktorin, Bereichsleiter, Bereichsleiterin, Werkleiter, Niederlassungsleiter, Niederlassungsleiterin"},
	{"head", "GB", "head of sales, lead of function, chief accountant, HoD"},
	{"head", "PL", "szef, szefowa, naczelnik, główny księgowy, główna księgowa, gł. ks."},
	{"head", "RO", "șef departament, șefă departament, șef serviciu, șef secție, contabil-șef"},
	{"head", "NO", "leder for innkjøp, økonomisjef, øk.sjef, IT-sjef, salgssjef, personalsjef, driftssjef, innkjøpssjef, fagsjef"},
	{"head", "FR", "responsable achats, responsable informatique, responsable marketing, responsable RH, RAF, RRH, RSI, chef de service, chef comptable, resp. achats"},
	{"head", "DE", "Leiter, Leiterin, Leitung, Einkaufsleiter, Einkaufsleiterin, IT-Leiter, Hauptbuchhalter, Betriebsleiter, Ltr. Einkauf, AL"},
	{"manager", "GB", "manager, general manager, branch manager, store manager, plant manager, office manager, GM"},
	{"manager", "PL", "kierownik, kierowniczka, menedżer, menedżerka, manager, kierownik biura, kierownik sklepu, kierownik produkcji, kierownik zakupów, kier. zakupów"},
	{"manager", "RO", "manager, responsabil, șef magazin, coordonator"},
	{"manager", "NO", "leder, avdelingsleder, avd.leder, butikksjef, kontorleder, enhetsleder, innkjøpsleder"},
	{"manager", "FR", "manager, chef de projet, cheffe de produit, chef des ventes, cadre, responsable de magasin"},
	{"manager", "DE", "Manager, Abteilungsleiter, Filialleiter, Marktleiter, Projektleiter"},
	{"buyer", "GB", "purchasing, sourcing, category manager, buyer"},
	{"buyer", "PL", "kupiec, specjalista ds. zakupów, zaopatrzeniowiec"},
	{"buyer", "RO", "responsabil achiziții, specialist achiziții"},
	{"buyer", "NO", "innkjøper, anskaffelsesrådgiver"},
	{"buyer", "FR", "acheteur, acheteuse, approvisionneur"},
	{"buyer", "DE", "Einkäufer, Einkäuferin, strategischer Einkauf"},
	{"team_lead", "GB", "team lead, supervisor, foreman, coordinator"},
	{"team_lead", "PL", "lider zespołu, brygadzista, mistrz, koordynator"},
	{"team_lead", "RO", "team leader, supervizor, maistru"},
	{"team_lead", "NO", "teamleder, arbeidsleder, formann, koordinator"},
	{"team_lead", "FR", "chef d'équipe, superviseur, coordinateur"},
	{"team_lead", "DE", "Teamleiter, Gruppenleiter, Meister, Vorarbeiter, TL"},
	{"senior", "GB", "senior, principal engineer, consultant, specialist, advisor"},
	{"senior", "PL", "starszy specjalista, ekspert, doradca, konsultant, radca"},
	{"senior", "RO", "specialist, consultant, consilier, expert"},
	{"senior", "NO", "seniorrådgiver, rådgiver, spesialist, fagansvarlig"},
	{"senior", "FR", "chargé de mission, chargée de mission, conseiller, consultant, ingénieur, expert"},
	{"senior", "DE", "Referent, Referentin, Berater, Beraterin, Spezialist, Ingenieur"},
	{"staff", "GB", "clerk, associate, analyst, engineer, developer, representative, officer"},
	{"staff", "PL", "specjalista, spec., referent, pracownik, przedstawiciel handlowy, handlowiec, księgowy, księgowa, inspektor"},
	{"staff", "RO", "agent, operator, referent, reprezentant vânzări, contabil, economist"},
	{"staff", "NO", "medarbeider, saksbehandler, selger, regnskapsfører"},
	{"staff", "FR", "employé, technicien, commercial, comptable, attaché, agent, technico-commercial, ADV"},
	{"staff", "DE", "Sachbearbeiter, Sachbearbeiterin, Mitarbeiter, Fachkraft, Vertriebsmitarbeiter, Kaufmann, Kauffrau"},
	{"assistant", "GB", "assistant, PA, EA, executive assistant, secretary, receptionist"},
	{"assistant", "PL", "asystent, asystentka, sekretarka, sekretariat, recepcja"},
	{"assistant", "RO", "asistent manager, asistentă manager, secretar, secretară, recepționer"},
	{"assistant", "NO", "sekretær, assistent, resepsjonist, kontormedarbeider"},
	{"assistant", "FR", "assistant de direction, assistante de direction, secrétaire, standardiste, hôtesse d'accueil, hôte d'accueil"},
	{"assistant", "DE", "Assistenz der GF, Assistentin der GF, Sekretär, Sekretärin, Empfang"},
	{"junior", "GB", "intern, trainee, apprentice, student, junior"},
	{"junior", "PL", "stażysta, praktykant, student, młodszy"},
	{"junior", "RO", "stagiar, intern, student, junior"},
	{"junior", "NO", "lærling, praktikant, student, trainee"},
	{"junior", "FR", "stagiaire, alternant, apprenti, étudiant"},
	{"junior", "DE", "Praktikant, Azubi, Werkstudent, Trainee, Junior"},
	{"official", "GB", "mayor, headteacher, bursar"},
	{"official", "PL", "burmistrz, wójt, prezydent miasta, skarbnik gminy, dyrektor szkoły, sekretarz gminy"},
	{"official", "RO", "primar, viceprimar, director școală, prefect"},
	{"official", "NO", "ordfører, kommunedirektør, rådmann, rektor, fylkesdirektør"},
	{"official", "FR", "maire, adjoint au maire, DGS, DST, proviseur, intendant"},
	{"official", "DE", "Bürgermeister, Kämmerer, Amtsleiter, Schulleiter, Dezernent"},
	{"external", "GB", "receiver, liquidator, former director, retired"},
	{"external", "PL", "likwidator, syndyk, nadzorca sądowy, były prezes, emeryt"},
	{"external", "RO", "lichidator, administrator judiciar, practician în insolvență, fost administrator, pensionar"},
	{"external", "NO", "bobestyrer, avviklingsstyre, revisor, tidligere daglig leder, pensjonist"},
	{"external", "FR", "liquidateur, mandataire judiciaire, administrateur judiciaire, commissaire aux comptes, ancien gérant, retraité"},
	{"external", "DE", "Insolvenzverwalter, Liquidator, Wirtschaftsprüfer, ehemals Geschäftsführer, Geschäftsführer i.R."},
}

func TestTitleLevels(t *testing.T) {
	for _, c := range titleLevels {
		for title := range strings.SplitSeq(c.titles, ", ") {
			for _, spelling := range [3]string{title, strings.ToUpper(title), strings.ToLower(title)} {
				if job := ParseTitle(spelling, c.country); job.Seniority != c.level {
					t.Errorf("ParseTitle(%q, %q) is %s, want %s", spelling, c.country, job.Seniority, c.level)
				}
			}
		}
	}
}

// titleDepartments are the departments of the same notes, with their words.
var titleDepartments = []struct{ department, words string }{
	{"purchasing", "procurement, purchasing, zakupy, zaopatrzenie, achiziții, aprovizionare, innkjøp, anskaffelse, achats, approvisionnement, Einkauf, Beschaffung"},
	{"finance", "finance, accounting, controlling, finanse, księgowość, financiar, economic, contabilitate, økonomi, regnskap, finans, DAF, RAF, comptabilité, Buchhaltung, Rechnungswesen"},
	{"it", "IT, ICT, information systems, informatyka, teleinformatyka, informatică, IKT, DSI, informatique, systèmes d'information, EDV"},
	{"security", "CISO, RSSI, bezpieczeństwo informacji, IT-sikkerhet, Informationssicherheit"},
	{"hr", "kadry, personalny, resurse umane, personal, HR, RH, ressources humaines, Personalwesen"},
	{"sales", "sprzedaż, handlowy, vânzări, comercial, salg, ventes, commercial, Vertrieb, Verkauf"},
	{"marketing", "marketing, markedsføring, marked, communication, kommunikasjon"},
	{"operations", "produkcja, producție, drift, produksjon, exploitation, usine, Betrieb, Fertigung"},
	{"technical", "technika, rozwój, tehnic, teknisk, forskning, R&D, F&E, bureau d'études"},
	{"logistics", "logistyka, magazyn, transport, lager, supply chain"},
	{"quality", "jakość, calitate, kvalitet, QHSE, HMS, Qualität"},
	{"facilities", "administracja, utrzymanie ruchu, mentenanță, eiendom, moyens généraux, facility"},
	{"legal", "prawny, juridic, juridisk, Recht, DPO, IOD, personvernombud"},
}

func TestTitleDepartments(t *testing.T) {
	for _, c := range titleDepartments {
		for word := range strings.SplitSeq(c.words, ", ") {
			if job := ParseTitle(word, ""); job.Department != c.department {
				t.Errorf("ParseTitle(%q) is of %s, want %s", word, job.Department, c.department)
			}
		}
	}
}
