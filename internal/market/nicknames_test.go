package market

import "testing"

func TestSameGivenName(t *testing.T) {
	for _, pair := range [][2]string{{"bob", "robert"}, {"robert", "bobby"}, {"kasia", "katarzyna"}, {"jack", "john"}, {"jim", "jimmy"},
		{"gica", "gheorghe"}, {"lise", "elisabeth"}, {"sepp", "josef"}, {"peggy", "margaret"}, {"tony", "anthony"}} {
		if !SameGivenName(pair[0], pair[1]) || !SameGivenName(pair[1], pair[0]) {
			t.Errorf("%s and %s are not one name", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"christopher", "christine"}, {"patrick", "patricia"}, {"john", "robert"}, {"", "robert"}, {"piotr", "pawel"}} {
		if SameGivenName(pair[0], pair[1]) {
			t.Errorf("%s and %s are taken for one name", pair[0], pair[1])
		}
	}
}

// Every name of the file is in key form: others would never be found.
func TestNicknamesAreKeys(t *testing.T) {
	for name := range nicknameRows() {
		if Key(name) != name {
			t.Errorf("%q is not in key form: %q", name, Key(name))
		}
	}
}
