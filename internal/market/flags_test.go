package market

import "testing"

func TestEmailStatus(t *testing.T) {
	for text, want := range map[string]string{
		"valid": "valid", "Verified": "valid", "deliverable": "valid", "safe": "valid", "ok": "valid",
		"catch-all": "catch_all", "Catch All": "catch_all", "accept_all": "catch_all", "ok_for_all": "catch_all", "Extrapolated": "catch_all",
		"unknown": "unknown", "risky": "unknown", "riskier": "unknown", "greylisted": "unknown",
		"invalid": "invalid", "do_not_mail": "invalid", "spamtrap": "invalid", "undeliverable": "invalid",
		"role_based": "role", "disposable": "disposable", "ok|ok_for_all": "catch_all", "ok|risky": "unknown", "": "", "Radom": "",
	} {
		got, ok := EmailStatus(text)
		if got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestFlags(t *testing.T) {
	for text, want := range map[string]string{
		"Yes": "yes", "1": "yes", "TAK": "yes", "DNC": "yes", "Do not call": "yes", "TPS": "yes", "Do Not Allow": "yes", "2024-05-01": "yes",
		"No": "no", "0": "no", "nie": "no", "No restriction": "no", "Allow": "no", "not listed": "no",
		"": "", "-": "", "unknown": "", "N/A": "",
	} {
		if got, _ := Restricted(text); got != want {
			t.Errorf("restriction %q is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"yes": "yes", "Subscribed": "yes", "opt-in": "yes", "tak": "yes", "erteilt": "yes",
		"no": "no", "Unsubscribed": "no", "not_subscribed": "no", "brak zgody": "no", "widerrufen": "no",
		"": "", "2024-05-01": "", "by phone only": "",
	} {
		if got := Consented(text); got != want {
			t.Errorf("consent %q is %q, want %q", text, got, want)
		}
	}
}

func TestVendorOfPath(t *testing.T) {
	for path, want := range map[string]string{
		"in/ZoomInfo export 2026.csv": "ZoomInfo", `C:\lists\apollo-contacts.csv`: "Apollo", "lusha_berlin.xlsx": "Lusha",
		"in/apollonia.csv": "", "customers.csv": "", "": "",
	} {
		if got := VendorOfPath(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}

func TestHeaderUnits(t *testing.T) {
	for word, want := range map[string]HeaderUnit{
		"TNOK": {1000, "NOK"}, "k€": {1000, "EUR"}, "tys.": {1000, ""}, "Mio": {1e6, ""}, "$M": {1e6, "USD"}, "zł": {1, "PLN"},
	} {
		if got, ok := HeaderUnitWord(word); !ok || got != want {
			t.Errorf("%q is %+v, %v; want %+v", word, got, ok, want)
		}
	}
	if _, ok := HeaderUnitWord("revenue"); ok {
		t.Error("revenue is no unit")
	}
}

func TestObjection(t *testing.T) {
	for text, want := range map[string]string{
		"Do Not Contact": "all", "DNC": "all", "Opted-out": "all", "Sprzeciw": "all", "Werbesperre": "all", "Ne plus contacter": "all",
		"do not call": "call", "Nie dzwonić": "call", "Bloctel": "call", "Unsubscribed": "email", "désinscrit": "email", "Avmeldt": "email",
		"": "", "yes": "", "Active": "", "Closed - Not Converted": "", "Withdrawn": "", "do not call before ten": "",
	} {
		if got := Objection(text, false); got != want {
			t.Errorf("%q closes %q, want %q", text, got, want)
		}
	}
	if got := Objection("Withdrawn", true); got != "all" {
		t.Errorf("a withdrawn consent closes %q", got)
	}
}
