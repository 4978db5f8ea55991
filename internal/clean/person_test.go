package clean

import (
	"strings"
	"testing"
)

func TestSplitName(t *testing.T) {
	for _, c := range []struct{ full, country, order, want string }{ // want: prefix|first|middle|last|suffix|nickname
		// Usual orders
		{"KOWALSKI Jan", "PL", "", "|Jan||Kowalski||"},
		{"Kowalski Jan", "PL", "", "|Jan||Kowalski||"},
		{"Jan Kowalczyk", "PL", "", "|Jan||Kowalczyk||"},
		{"Kowalska-Nowak Anna", "PL", "last-first", "|Anna||Kowalska-Nowak||"},
		{"POPESCU I. Maria", "RO", "", "|Maria|I.|Popescu||"},
		{"Popescu Maria", "RO", "", "|Maria||Popescu||"},
		{"Hansen, Kari", "NO", "", "|Kari||Hansen||"},
		{"DUPONT Jean", "FR", "", "|Jean||Dupont||"},
		{"Jean DUPONT", "FR", "", "|Jean||Dupont||"},
		{"Jean-Pierre DE LA FONTAINE", "FR", "", "|Jean-Pierre||de la Fontaine||"},
		{"Müller, Hans", "DE", "", "|Hans||Müller||"},
		{"MÜLLER HANS", "DE", "last-first", "|Hans||Müller||"},
		{"Smith, John", "GB", "", "|John||Smith||"},
		{"Van den Berg Jan", "NL", "last-first", "|Jan||Van den Berg||"},
		{"Anna Nowak", "PL", "last-first", "|Anna||Nowak||"},
		{"Schmidt Thomas", "DE", "", "|Thomas||Schmidt||"},
		{"Birke Hans-Peter", "DE", "", "|Hans-Peter||Birke||"},
		{"Wronescu Zorel", "RO", "", "|Zorel||Wronescu||"},
		{"Peter Hans", "DE", "", "|Peter||Hans||"},
		{"Kranzhuber Sabine", "DE", "", "|Sabine||Kranzhuber||"},
		{"Roselinde Heinz", "DE", "", "|Roselinde||Heinz||"},
		{"HERON J A", "GB", "", "|J|A|Heron||"},
		{"Heron JA", "GB", "", "|JA||Heron||"},
		{"SMITH JOHN A", "US", "", "|John|A|Smith||"},
		{"Ramesh K", "IN", "", "|Ramesh||K||"},
		{"MOULIN née DURAND Claire", "FR", "", "|Claire||Moulin||"},
		{"Eva Birke, geb. Stein", "DE", "", "|Eva||Birke||"},
		{"Martin Sophie", "FR", "", "|Sophie||Martin||"},
		{"Le Goff Claire", "FR", "", "|Claire||Le Goff||"},
		{"EL AMRANI Samira", "FR", "", "|Samira||El Amrani||"},
		{"Dunca Șt. Ion", "RO", "", "|Ion|Șt.|Dunca||"},
		{"HERON JOHN & MARY", "", "", "|John & Mary||Heron||"},
		{"HERON,ROBIN,Q", "", "", "|Robin|Q|Heron||"},
		{"Robin Heron, RN, BSN", "", "", "|Robin||Heron|RN, BSN|"},
		// Family name first
		{"Nagy István", "HU", "", "|István||Nagy||"},
		{"Wang Xiaoming", "CN", "", "|Xiaoming||Wang||"},
		{"Xiaoming Wang", "CN", "", "|Xiaoming||Wang||"},
		{"王小明", "CN", "", "|小明||王||"},
		{"Kim Min-jun", "KR", "", "|Min-jun||Kim||"},
		{"김민준", "KR", "", "|민준||김||"},
		{"Nguyễn Văn Minh", "VN", "", "|Minh|Văn|Nguyễn||"},
		{"Tanaka Hiroshi", "JP", "", "|Hiroshi||Tanaka||"},
		{"Hiroshi Tanaka", "JP", "", "|Hiroshi||Tanaka||"},
		// Honorifics and titles of six languages
		{"Pan Jan Wilk", "PL", "", "Pan|Jan||Wilk||"},
		{"Pani Anna Maria Wilk", "PL", "", "Pani|Anna|Maria|Wilk||"},
		{"mgr inż. Jan Wilk", "PL", "", "mgr inż.|Jan||Wilk||"},
		{"dr hab. inż. Anna Wilk", "PL", "", "dr hab. inż.|Anna||Wilk||"},
		{"prof. dr hab. Anna Wilk", "PL", "", "prof. dr hab.|Anna||Wilk||"},
		{"lek. med. Anna Wilk", "PL", "", "lek. med.|Anna||Wilk||"},
		{"Wilk Jan dr inż.", "PL", "last-first", "dr inż.|Jan||Wilk||"},
		{"ROBIN M HERON MR", "US", "", "Mr|Robin|M|Heron||"},
		{"Dl. Ion Brad", "RO", "", "Dl.|Ion||Brad||"},
		{"D-na Maria Brad", "RO", "", "D-na|Maria||Brad||"},
		{"Ing. Ion Brad", "RO", "", "Ing.|Ion||Brad||"},
		{"Herr Ola Fjell", "NO", "", "Herr|Ola||Fjell||"},
		{"siv.ing. Kari Fjell", "NO", "", "siv.ing.|Kari||Fjell||"},
		{"M. Jean Moulin", "FR", "", "M.|Jean||Moulin||"},
		{"M Jean Moulin", "FR", "", "M|Jean||Moulin||"},
		{"dr n. med. Anna Wilk", "PL", "", "dr n. med.|Anna||Wilk||"},
		{"r. pr. Anna Wilk", "PL", "", "r. pr.|Anna||Wilk||"},
		{"Rear Admiral Robin Heron", "US", "", "Rear Admiral|Robin||Heron||"},
		{"M. Night", "US", "", "|M.||Night||"},
		{"Mme Claire Moulin", "FR", "", "Mme|Claire||Moulin||"},
		{"Me Claire Moulin", "FR", "", "Me|Claire||Moulin||"},
		{"Prof. Dr. med. Hans Birke", "DE", "", "Prof. Dr. med.|Hans||Birke||"},
		{"Dipl.-Ing. Hans Birke", "DE", "", "Dipl.-Ing.|Hans||Birke||"},
		{"Dr.-Ing. Hans Birke", "DE", "", "Dr.-Ing.|Hans||Birke||"},
		{"Frau Dr. Eva Birke", "DE", "", "Frau Dr.|Eva||Birke||"},
		{"Herrn Dr. Hans Birke", "DE", "", "Herrn Dr.|Hans||Birke||"},
		{"Hans Birke, Dipl.-Ing.", "DE", "", "|Hans||Birke|Dipl.-Ing.|"},
		{"Birke, Dr. Hans", "DE", "", "Dr.|Hans||Birke||"},
		{"Rt. Hon. John Heron", "GB", "", "Rt. Hon.|John||Heron||"},
		// Suffixes
		{"Heron, Jr., John", "US", "", "|John||Heron|Jr.|"},
		{"John Heron, Jr., CPA, MBA", "US", "", "|John||Heron|Jr., CPA, MBA|"},
		{"John Heron MD", "US", "", "|John||Heron|MD|"},
		{"John Heron III", "US", "", "|John||Heron|III|"},
		{"Hans Birke jun.", "DE", "", "|Hans||Birke|jun.|"},
		{"JOHN HERON JR", "US", "", "|John||Heron|Jr|"},
		{"john heron phd", "US", "", "|John||Heron|PhD|"},
		// Particles
		{"Ursula von der Birke", "DE", "", "|Ursula||von der Birke||"},
		{"Karl von und zu Birke", "DE", "", "|Karl||von und zu Birke||"},
		{"Karl Freiherr von Birke", "DE", "", "|Karl||Freiherr von Birke||"},
		{"Birke, Dr. Karl Freiherr von", "DE", "", "Dr.|Karl||Freiherr von Birke||"},
		{"URSULA VON DER BIRKE", "DE", "", "|Ursula||von der Birke||"},
		{"Jean d'Alembert", "FR", "", "|Jean||d'Alembert||"},
		{"Jean du Moulin", "FR", "", "|Jean||du Moulin||"},
		{"Omar bin Salem", "", "", "|Omar||bin Salem||"},
		{"Ahmed al-Heron", "", "", "|Ahmed||al-Heron||"},
		{"Ana Ruiz y Vega", "ES", "", "|Ana||Ruiz y Vega||"},
		{"José Luis Vega Mar", "ES", "", "|José|Luis|Vega Mar||"},
		{"Mary St. John", "GB", "", "|Mary||St. John||"},
		{"Goethe, Johann Wolfgang von", "DE", "", "|Johann|Wolfgang|von Goethe||"},
		{"von Streit", "", "", "|||von Streit||"},
		{"DE LA ROSA", "", "", "|||de la Rosa||"},
		{"Q. XAVIER DE LA VEGA III", "", "", "|Q.|Xavier|de la Vega|III|"},
		// Double names
		{"Anne-Lise Nordmann Hansen", "NO", "", "|Anne-Lise|Nordmann|Hansen||"},
		{"J.-P. Moulin", "FR", "", "|J.-P.||Moulin||"},
		{"Claire Moulin (née Durand)", "FR", "", "|Claire||Moulin||"},
		{"Eva Birke geb. Stein", "DE", "", "|Eva||Birke||"},
		{"Claire Moulin née Durand", "FR", "", "|Claire||Moulin||"},
		// Nicknames
		{"William \"Bill\" Heron", "US", "", "|William||Heron||Bill"},
		{"William (Bill) Heron", "US", "", "|William||Heron||Bill"},
		{"William 'Bill' Heron", "US", "", "|William||Heron||Bill"},
		{"Małgorzata „Gosia” Wilk", "PL", "", "|Małgorzata||Wilk||Gosia"},
		// Couples
		{"Mr. and Mrs. John Heron", "US", "", "Mr. and Mrs.|John||Heron||"},
		{"John & Jane Heron", "US", "", "|John & Jane||Heron||"},
		{"Jan i Anna Wilk", "PL", "", "|Jan i Anna||Wilk||"},
		{"Kari Fjell og Ola Berg", "NO", "", "|Kari||Fjell||"},
		{"Kari Fjell/Ola Berg", "NO", "", "|Kari||Fjell||"},
		{"KOWALCZYK - WILK ANNA", "PL", "", "|Anna||Kowalczyk-Wilk||"},
		{"Anna MOULIN/DURAND", "FR", "", "|Anna||Moulin/Durand||"},
		// Case
		{"O'CALLAGHAN, MARY", "", "", "|Mary||O'Callaghan||"},
		{"JP Heron", "", "", "|JP||Heron||"},
		{"peter deVries", "", "", "|Peter||deVries||"},
		{"marie GONVIER", "FR", "", "|Marie||Gonvier||"},
		{"jean-pierre MOULIN", "FR", "", "|Jean-Pierre||Moulin||"},
		{"Jean-pierre Moulin", "FR", "", "|Jean-Pierre||Moulin||"},
		{"Min-jun Kim", "KR", "", "|Min-jun||Kim||"},
		{"Vincent van der post", "NL", "", "|Vincent||van der Post||"},
		{"J.A. DE BOER", "NL", "", "|J.A.||de Boer||"},
		{"E.T. Heron, II", "US", "", "|E.T.||Heron|II|"},
		{"Dipl.-Ing. (FH) Hans Birke", "DE", "", "Dipl.-Ing. (FH)|Hans||Birke||"},
		{"Dipl.-Braumeisterin Eva Birke", "DE", "", "Dipl.-Braumeisterin|Eva||Birke||"},
		{"JR Heron", "US", "", "|JR||Heron||"},
		{"PROF. DR HAB. JAN WILK", "PL", "", "prof. dr hab.|Jan||Wilk||"},
		{"ŁUKASZ ŻAK", "PL", "", "|Łukasz||Żak||"},
		{"ȘTEFAN ȚEPEȘ", "RO", "", "|Ștefan||Țepeș||"},
		{"ØYSTEIN ÅS", "NO", "", "|Øystein||Ås||"},
		{"anna-maria o'neill", "IE", "", "|Anna-Maria||O'Neill||"},
		// Damage
		{"  John \u00a0 Heron ", "", "", "|John||Heron||"},
		{"Dr.John Heron", "", "", "Dr.|John||Heron||"},
		{"", "", "", "|||||"},
	} {
		p := SplitName(c.full, c.country, c.order)
		if got := strings.Join([]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix, p.Nickname}, "|"); got != c.want {
			t.Errorf("SplitName(%q, %q, %q) = %s, want %s", c.full, c.country, c.order, got, c.want)
		}
	}
}

func TestSplitNameKinds(t *testing.T) {
	for _, c := range []struct {
		full, country        string
		company, placeholder bool
	}{
		{"Birke GmbH", "DE", true, false},
		{"Łoś Sp. z o.o.", "PL", true, false},
		{"Heron Consulting", "GB", true, false},
		{"Garage Moulin", "FR", true, false},
		{"Some Big Pharma, LLC", "", true, false},
		{"Jan Kowalski", "PL", false, true},
		{"Popescu Ion", "RO", false, true},
		{"Kari Nordmann", "NO", false, true},
		{"Jean Dupont", "FR", false, true},
		{"Max Mustermann", "DE", false, true},
		{"Erika Mustermann", "DE", false, true},
		{"Jane Doe", "US", false, true},
		{"Test Test", "", false, true},
		{"N/A", "", false, true},
		{"brak", "PL", false, true},
		{"lipsă", "RO", false, true},
		{"ukjent", "NO", false, true},
		{"inconnu", "FR", false, true},
		{"unbekannt", "DE", false, true},
		{"Anna Wilk", "PL", false, false},
		{"Victoria Banks", "GB", false, false},
	} {
		p := SplitName(c.full, c.country, "")
		if p.Company != c.company || p.Placeholder != c.placeholder {
			t.Errorf("SplitName(%q) company %v placeholder %v, want %v %v", c.full, p.Company, p.Placeholder, c.company, c.placeholder)
		}
	}
}

func TestPersonParts(t *testing.T) {
	for _, c := range []struct{ prefix, first, middle, last, suffix, country, want string }{
		{"", "JOHN", "", "HERON", "", "US", "|John||Heron||"},
		{"", "john", "q.", "heron", "", "US", "|John|Q.|Heron||"},
		{"", "Dr. John", "", "Heron", "", "US", "Dr.|John||Heron||"},
		{"Mr.", "John", "", "Heron Jr.", "", "US", "Mr.|John||Heron|Jr.|"},
		{"", "John Heron", "", "", "", "US", "|John||Heron||"},
		{"", "", "", "John Heron", "", "US", "|John||Heron||"},
		{"", "", "", "Heron, John", "", "US", "|John||Heron||"},
		{"", "John Heron", "", "Heron", "", "US", "|John||Heron||"},
		{"", "John Heron", "", "John Heron", "", "US", "|John||Heron||"},
		{"", "Kowalczyk", "", "Małgorzata", "", "PL", "|Małgorzata||Kowalczyk||"},
		{"", "Müller", "", "Hans", "", "DE", "|Hans||Müller||"},
		{"", "DUPUIS", "", "Jean", "", "FR", "|Jean||Dupuis||"},
		{"", "Heron Robin", "", "Heron", "", "GB", "|Robin||Heron||"},
		{"", "Herr", "", "Birke", "", "DE", "Herr|||Birke||"},
		{"", "Hans von", "", "Birke", "", "DE", "|Hans||von Birke||"},
		{"", "Mr. & Mrs. Robin", "", "Heron", "", "US", "Mr. & Mrs.|Robin||Heron||"},
		{"", "Robin,", "", "Heron", "", "US", "|Robin||Heron||"},
		{"", "\"Robin", "", "Heron\"", "", "US", "|Robin||Heron||"},
		{"", "Robin", "", "Heron - CEO", "", "US", "|Robin||Heron||"},
		{"", "Anna", "", "WILK - ZAJĄC", "", "PL", "|Anna||Wilk-Zając||"},
		{"", "Jan", "", "Wilk dr inż.", "", "PL", "dr inż.|Jan||Wilk||"},
		{"", "Claire", "", "MOULIN née DURAND", "", "FR", "|Claire||Moulin||"},
		{"", "marie", "", "GONVIER", "", "FR", "|Marie||Gonvier||"},
		{"", "Vincent", "", "van der post", "", "NL", "|Vincent||van der Post||"},
		{"", "Henry", "", "heron viii", "", "", "|Henry||Heron|VIII|"},
		{"", "John", "", "deVries", "", "US", "|John||deVries||"},
		{"", "J.R.", "", "Heron", "", "US", "|J.R.||Heron||"},
		{"", "Accounts", "", "Payable", "", "US", "|||||"},
		{"", "FNU", "", "Heron", "", "US", "|||Heron||"},
		{"", "Martin", "", "Simon", "", "FR", "|Martin||Simon||"},
		{"", "John A.", "", "Heron", "", "US", "|John|A.|Heron||"},
		{"", "Mary Ann", "", "Heron", "", "US", "|Mary Ann||Heron||"},
		{"", "William (Bill)", "", "Heron", "", "US", "|William||Heron||Bill"},
		{"", "Jean", "", "DUPUIS", "", "FR", "|Jean||Dupuis||"},
		{"", "JP", "", "Heron", "", "US", "|JP||Heron||"},
		{"", "Ursula", "", "VON DER BIRKE", "", "DE", "|Ursula||von der Birke||"},
		{"", "", "", "BIRKE", "", "DE", "|||Birke||"},
		{"MR", "JOHN", "", "HERON", "JR", "US", "Mr|John||Heron|Jr|"},
		{"Dr.", "Dr. Eva", "", "Birke", "", "DE", "Dr.|Eva||Birke||"},
		{"", "Eva", "", "Birke, MBA", "", "DE", "|Eva||Birke|MBA|"},
		{"", "Vincent", "", "van der Post", "", "NL", "|Vincent||van der Post||"},
		{"", "", "", "", "", "", "|||||"},
	} {
		p := PersonParts(c.prefix, c.first, c.middle, c.last, c.suffix, c.country)
		if got := strings.Join([]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix, p.Nickname}, "|"); got != c.want {
			t.Errorf("PersonParts(%q, %q, %q, %q, %q) = %s, want %s", c.prefix, c.first, c.middle, c.last, c.suffix, got, c.want)
		}
	}
}
