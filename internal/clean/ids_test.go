package clean

import (
	"testing"

	"goldpan/internal/contact"
)

func TestValidID(t *testing.T) {
	for _, c := range []struct {
		kind           string
		valid, invalid []string
	}{
		{"nip", []string{"7740001454", "774-000-14-54", "774-00-01-454", "PL7740001454", "5250007738"}, []string{"7740001455", "7740001544", "1000000160", "774000145"}},
		{"regon", []string{"610188201", "016298263", "12345678512347"}, []string{"610188202", "016298236", "000000000"}},
		{"krs", []string{"0000028860", "0000026438"}, []string{"28860", "00000288600"}},
		{"cui", []string{"1590082", "RO 1590082", "2816464"}, []string{"1590083", "2816446", "01590082"}},
		{"onrc", []string{"J40/8302/1997", "J04/2621/1992", "J1997008302407", "J1992002621040", "J2012000750528"}, []string{"X52/750/2012", "J2012000750529", "J60/1/1999", "J40/1/1980"}},
		{"orgnr", []string{"923609016", "923 609 016", "NO923609016MVA", "984851006"}, []string{"923609017", "984851060", "910000080", "123609016"}},
		{"siren", []string{"542051180", "542 051 180", "552032534"}, []string{"542051181", "552032543"}},
		{"siret", []string{"55203253400646", "35600000000048", "35600000049837"}, []string{"55203253400647", "35600000049838"}},
		{"vat", []string{"FR59542051180", "FR27552032534", "DE143454214", "DE123475223", "GB220430231", "GB232128892", "GB 220 4302 31", "PL7740001454",
			"ATU13585627", "BE0403019261", "BG175074752", "CY10259033P", "CZ25123891", "DK13585628", "EE100931558", "EL094259216", "ESB58378431",
			"ES54362315K", "FI20774740", "FR40303265045", "HR33392005961", "HU12892312", "IE6433435F", "IE8D79739I", "IT00743110157",
			"LT119511515", "LU15027442", "LV40003521600", "MT11679112", "NL004495445B01", "PT501964843", "RO18547290", "SE123456789701",
			"SI50223054", "SK2022749619", "CHE107787577MWST", "NO923609016MVA", "GBGD001", "GBHA500"},
			[]string{"FR60542051180", "DE143454215", "DE123475232", "GB220430232", "GB232128829", "ATU13585626", "BE0403019262", "BG175074751",
				"CY10259033Z", "CZ25123890", "DK13585627", "EE100931559", "EL123456781", "ESB58378430", "FI20774741", "HR33392005962",
				"HU12892313", "IE6433435E", "IT00743110158", "LT100001919018", "LU15027443", "LV40003521601", "MT11679113", "NL123456789B90",
				"PT501964842", "SE123456789101", "SI50223055", "SK2022749618", "CHE107787578", "GBGD500", "XX123"}},
		{"ustid", []string{"DE143454214", "143454214"}, []string{"DE143454215", "DE043454214"}},
		{"crn", []string{"00445790", "SC045551"}, []string{"445790", "AB12", "ZZ045551"}},
		{"ein", []string{"94-2404110", "91-1144442"}, []string{"07-1144442", "911-14-4442"}},
		{"abn", []string{"51824753556", "51 824 753 556", "33051775556"}, []string{"51824753557", "33051775565"}},
		{"lei", []string{"529900T8BM49AURSDO55", "5493000IBP32UQZ0KL24"}, []string{"529900T8BM49AURSDO56"}},
		{"pesel", []string{"44051401359"}, []string{"44051401358"}},
		{"cnp", []string{"1630615123457"}, []string{"1630615123458"}},
		{"fodselsnummer", []string{"15076500565", "21016400952"}, []string{"15076500566"}},
		{"steuerid", []string{"36574261809"}, []string{"36574261808", "36574261890"}},
		{"nir", []string{"295109912611193", "2 95 10 99 126 111 93"}, []string{"295109912611199"}},
		{"nino", []string{"HH207581A"}, []string{"NT207581A", "HH207581E"}},
		{"ssn", []string{"536-90-4399"}, []string{"000-90-4399", "666-90-4399", "900-90-4399"}},
		{"iban", []string{"GB82 WEST 1234 5698 7654 32", "DE89370400440532013000", "PL61109010140000071219812874"}, []string{"GB82WEST12345698765431", "DE8937040044053201300"}},
		{"card", []string{"4111 1111 1111 1111", "5500005555555559"}, []string{"4111111111111112"}},
	} {
		for _, s := range c.valid {
			if !ValidID(c.kind, s) {
				t.Errorf("%s %s: refused", c.kind, s)
			}
		}
		for _, s := range c.invalid {
			if ValidID(c.kind, s) {
				t.Errorf("%s %s: taken", c.kind, s)
			}
		}
	}
	if ValidID("nothing", "1") {
		t.Error("an unknown kind has no valid numbers")
	}
}

// TestFlippedDigit checks that every kind with a check digit notices one wrong
// digit in nearly all cases.
func TestFlippedDigit(t *testing.T) {
	for kind, s := range map[string]string{
		"nip": "7740001454", "regon": "610188201", "cui": "1590082", "orgnr": "923609016", "siren": "542051180", "siret": "55203253400646",
		"abn": "51824753556", "pesel": "44051401359", "cnp": "1630615123457", "steuerid": "36574261809", "lei": "529900T8BM49AURSDO55",
	} {
		taken := 0
		for i := range s {
			if !isDigit(s[i]) {
				continue
			}
			for d := byte('0'); d <= '9'; d++ {
				if d != s[i] && ValidID(kind, s[:i]+string(d)+s[i+1:]) {
					taken++
				}
			}
		}
		if taken > 2 {
			t.Errorf("%s: %d of %d wrong digits unnoticed", kind, taken, 9*len(s))
		}
	}
}

func TestReadID(t *testing.T) {
	for _, c := range []struct{ in, kind, country, text, readKind, code string }{
		{"774-000-14-54", "nip", "PL", "7740001454", "nip", ""},
		{"PL 774 000 14 54", "nip", "PL", "7740001454", "nip", ""},
		{"7740001455", "nip", "PL", "7740001455", "nip", "invalid-nip"},
		{"28860", "krs", "PL", "0000028860", "krs", "restored-zero"},
		{"16298263", "regon", "PL", "016298263", "regon", "restored-zero"},
		{"445790", "crn", "GB", "00445790", "crn", "restored-zero"},
		{"SC45551", "crn", "GB", "SC045551", "crn", "restored-zero"},
		{"5.52033E+13", "siret", "FR", "5.52033E+13", "siret", "damaged"},
		{"552 032 534 00646", "siret", "FR", "55203253400646", "siret", ""},
		{"RO1590082", "cui", "RO", "1590082", "cui", ""},
		{"911-14-4442", "ein", "US", "911144442", "ein", "invalid-ein"},
		{"Mannheim HRB 719915", "", "DE", "Mannheim HRB 719915", "register", ""},
		{"HRA 1234 B", "", "DE", "HRA 1234 B", "register", ""},
		{"HRB 7199151234", "", "DE", "HRB 7199151234", "register", "invalid-register"},
		{"12/345/67890", "", "DE", "12/345/67890", "steuernummer", ""},
		{"J40/8302/1997", "", "RO", "J40/8302/1997", "onrc", ""},
		{"NO 923 609 016 MVA", "orgnr", "NO", "923609016", "orgnr", ""},
		{"NO 923 609 016 MVA", "", "NO", "923609016", "orgnr", ""},
		{"PL7740001454", "vat", "PL", "7740001454", "nip", ""},
		{"143454214", "vat", "DE", "DE143454214", "vat", ""},
		{"DE143454214", "", "DE", "DE143454214", "vat", ""},
		{"143454214", "ustid", "", "DE143454214", "ustid", ""},
		{"143454215", "ustid", "DE", "143454215", "ustid", "invalid-ustid"},
		{"ATU13585627", "ustid", "AT", "ATU13585627", "ustid", ""},
		{"143454214", "vat", "", "143454214", "vat", ""},
		{"DE143454215", "vat", "", "DE143454215", "vat", "invalid-vat"},
		{"542 051 180", "crn", "FR", "542051180", "siren", ""},
		{"542051181", "crn", "FR", "542051181", "siren", "invalid-siren"},
		{"0403.019.261", "", "BE", "BE0403019261", "vat", ""},
		{"1955839661", "", "GB", "1955839661", "utr", ""},
		{"1955839662", "", "GB", "1955839662", "utr", "invalid-utr"},
		{"94-2404110", "ein", "US", "942404110", "ein", ""},
		{"7740001454.0", "", "PL", "7740001454", "nip", ""},
		{`="016298263"`, "regon", "PL", "016298263", "regon", ""},
		{"529900T8BM49AURSDO55", "", "", "529900T8BM49AURSDO55", "lei", ""},
		{"", "nip", "PL", "", "", ""},
	} {
		id := ReadID(c.in, contact.Hint{IDKind: c.kind}, c.country)
		code := ""
		if len(id.Codes) > 0 {
			code = id.Codes[0]
		}
		if id.Text != c.text || id.Kind != c.readKind || code != c.code {
			t.Errorf("%q: got %+v, want %s %s %s", c.in, id, c.text, c.readKind, c.code)
		}
		if again := ReadID(id.Text, contact.Hint{IDKind: c.kind}, c.country); again.Text != id.Text {
			t.Errorf("%q: %q becomes %q", c.in, id.Text, again.Text)
		}
	}
}
