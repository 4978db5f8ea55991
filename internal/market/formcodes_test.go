package market

import "testing"

func TestLegalFormCode(t *testing.T) {
	for text, want := range map[string]string{
		"sp_zoo": "sp_zoo", "Sp. z o.o.": "sp_zoo", "GmbH": "gmbh", "gmbh": "gmbh", "S.R.L.": "srl", "jdg": "jdg", "SAS": "sas",
	} {
		if code, ok := LegalFormCode(text); !ok || code != want {
			t.Errorf("%q: %q %v, want %q", text, code, ok, want)
		}
	}
	if code, ok := LegalFormCode("limited liability zoo"); ok {
		t.Errorf("nonsense is %q", code)
	}
	if codes := LegalFormCodes(); len(codes) < 40 {
		t.Errorf("only %d codes", len(codes))
	}
}
