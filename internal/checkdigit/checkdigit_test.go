package checkdigit

import "testing"

// Specimens as registers and the market reference publish them; none belongs
// to a person.
func TestSpecimens(t *testing.T) {
	for _, c := range []struct {
		name      string
		valid     func(string) bool
		good, bad []string
	}{
		{"NIP", NIP, []string{"7740001454", "5250007738"}, []string{"7740001455", "7740001544", "774000145"}},
		{"REGON", REGON, []string{"610188201", "016298263"}, []string{"610188202", "016298236"}},
		{"CUI", CUI, []string{"1590082", "2816464"}, []string{"1590083", "2816446"}},
		{"ONRC", ONRC, []string{"J1997008302407", "J2012000750528"}, []string{"J2012000750529"}},
		{"OrgNr", OrgNr, []string{"923609016", "984851006"}, []string{"923609017", "984851060"}},
		{"SIREN", SIREN, []string{"542051180", "552032534"}, []string{"542051181", "552032543"}},
		{"SIRET", SIRET, []string{"55203253400646", "35600000000048", "35600000049837"}, []string{"55203253400647", "35600000049838"}},
		{"VAT", VAT, []string{"FR59542051180", "FR27552032534", "DE143454214", "DE123475223", "GB220430231"},
			[]string{"FR60542051180", "DE143454215", "DE123475232", "GB220430232"}},
		{"UTR", UTR, []string{"1955839661"}, []string{"2955839661", "195583966"}},
		{"NHS", NHS, []string{"9434765870"}, []string{"9434765871", "0000000000"}},
		{"ISIN", ISIN, []string{"US0378331005", "DE0007164600"}, []string{"US0378331006", "DE0007164601"}},
		{"CRN", CRN, []string{"00445790", "SC045551"}, []string{"445790", "AB12"}},
		{"EIN", EIN, []string{"942404110", "911144442"}, []string{"071144442", "9111444421"}},
		{"ABN", ABN, []string{"51824753556", "33051775556"}, []string{"51824753557", "33051775565"}},
		{"PESEL", PESEL, []string{"44051401359"}, []string{"44051401358"}},
		{"CNP", CNP, []string{"1630615123457"}, []string{"1630615123456"}},
		{"SteuerID", SteuerID, []string{"36574261809"}, []string{"36574261808"}},
		{"IBAN", IBAN, []string{"DE89370400440532013000", "GB29NWBK60161331926819"}, []string{"DE89370400440532013001"}},
		{"Card", Card, []string{"4111111111111111"}, []string{"4111111111111112"}},
	} {
		for _, s := range c.good {
			if !c.valid(s) {
				t.Errorf("%s(%q) is false", c.name, s)
			}
		}
		for _, s := range append(c.bad, "", "x", "0") {
			if c.valid(s) {
				t.Errorf("%s(%q) is true", c.name, s)
			}
		}
	}
}
