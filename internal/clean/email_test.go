package clean

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/market"
)

func TestEmail(t *testing.T) {
	for _, c := range []struct{ in, address, kind, key, hint string }{
		{"anna.nowak@firma.pl", "anna.nowak@firma.pl", "personal", "anna.nowak@firma.pl", ""},
		{"Anna.Nowak@FIRMA.pl", "Anna.Nowak@firma.pl", "personal", "anna.nowak@firma.pl", ""},
		{" mailto:anna@firma.pl ", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"mailto:anna@firma.pl?subject=Oferta", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"<anna@firma.pl>", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"Anna Nowak <anna@firma.pl>", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{`"Nowak, Anna" <anna@firma.pl>`, "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna@firma.pl.", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna@firma.pl,", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna @ firma . pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna(at)firma.pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna [at] firma [dot] pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna małpa firma.pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna at firma.pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna＠firma．pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"E-mail: anna@firma.pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"anna@firma.pl (prywatny)", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"'anna@firma.pl", "anna@firma.pl", "personal", "anna@firma.pl", ""},
		{"info@müller.de", "info@xn--mller-kva.de", "role", "info@xn--mller-kva.de", ""},
		{"biuro@firma.pl", "biuro@firma.pl", "role", "biuro@firma.pl", ""},
		{"post@kommune.no", "post@kommune.no", "role", "post@kommune.no", ""},
		{"sales2@firm.co.uk", "sales2@firm.co.uk", "role", "sales2@firm.co.uk", ""},
		{"datenschutz@firma.de", "datenschutz@firma.de", "role", "datenschutz@firma.de", ""},
		{"an.na+liste@gmail.com", "an.na+liste@gmail.com", "free", "anna@gmail.com", ""},
		{"An.Na@googlemail.com", "An.Na@googlemail.com", "free", "anna@gmail.com", ""},
		{"an.na+x@outlook.com", "an.na+x@outlook.com", "free", "an.na@outlook.com", ""},
		{"an.na+x@firma.pl", "an.na+x@firma.pl", "personal", "an.na+x@firma.pl", ""},
		{"anna@wp.pl", "anna@wp.pl", "free", "anna@wp.pl", ""},
		{"anna@mailinator.com", "anna@mailinator.com", "disposable", "anna@mailinator.com", ""},
		{"anna@x.yopmail.com", "anna@x.yopmail.com", "disposable", "anna@x.yopmail.com", ""},
		{"anna@gmial.com", "anna@gmial.com", "personal", "anna@gmial.com", "gmail.com"},
		{"anna@gmail.con", "anna@gmail.con", "personal", "anna@gmail.con", "gmail.com"},
		{"anna@firma.con", "anna@firma.con", "personal", "anna@firma.con", "firma.com"},
		{"anna@laposte.fr", "anna@laposte.fr", "personal", "anna@laposte.fr", ""},
		{"anna@firma.co", "anna@firma.co", "personal", "anna@firma.co", ""},
		{`"anna nowak"@firma.pl`, `"anna nowak"@firma.pl`, "personal", `"anna nowak"@firma.pl`, ""},
	} {
		mail, ok := Email(c.in)
		got := [4]string{mail.Address, mail.Kind, mail.Key, mail.Hint}
		if want := [4]string{c.address, c.kind, c.key, c.hint}; !ok || got != want {
			t.Errorf("%q: got %q, want %q", c.in, got, want)
		}
	}
}

func TestEmailTypos(t *testing.T) {
	// The misspelt domains of the reference, and what was meant.
	for typo, meant := range map[string]string{
		"gmial.com": "gmail.com", "gmai.com": "gmail.com", "gmal.com": "gmail.com", "gamil.com": "gmail.com", "gnail.com": "gmail.com",
		"gmaill.com": "gmail.com", "gmail.co": "gmail.com", "gmail.cm": "gmail.com", "gmail.pl": "gmail.com", "gmail.fr": "gmail.com",
		"gmail.ro": "gmail.com", "hotmial.com": "hotmail.com", "hotmal.com": "hotmail.com", "hotmai.com": "hotmail.com",
		"hotmil.com": "hotmail.com", "yaho.com": "yahoo.com", "yahooo.com": "yahoo.com", "yhaoo.com": "yahoo.com",
		"outlok.com": "outlook.com", "outloook.com": "outlook.com", "outlook.con": "outlook.com", "iclod.com": "icloud.com",
		"wp.pll": "wp.pl", "wp.p": "wp.pl", "o2.p": "o2.pl", "onet.p": "onet.pl", "inetria.pl": "interia.pl", "yahoo.r": "yahoo.ro",
		"yaho.ro": "yahoo.ro", "yahoo.com.ro": "yahoo.ro", "onlin.no": "online.no", "online.n": "online.no", "orage.fr": "orange.fr",
		"oranage.fr": "orange.fr", "wandoo.fr": "wanadoo.fr", "wanado.fr": "wanadoo.fr", "free.f": "free.fr", "hotmail.f": "hotmail.fr",
		"sfr.f": "sfr.fr", "gmx.d": "gmx.de", "wed.de": "web.de", "t-onlin.de": "t-online.de", "tonline.de": "t-online.de",
		"t-online.d": "t-online.de", "firma.cmo": "firma.com", "firma,pl": "firma.pl", "firma.nte": "firma.net", "firma.ogr": "firma.org", "firma.fe": "firma.fr",
	} {
		if got := SuggestDomain("anna@" + typo); got != meant {
			t.Errorf("%s: suggests %q, want %q", typo, got, meant)
		}
	}
}

func TestEmailSyntax(t *testing.T) {
	valid := []string{
		"a@b.pl", "first.last@iana.org", "1234567890@iana.org", "test+test@iana.org", "_test@iana.org", "test-@iana.org", "!#$%&`*+/=?^'{|}~@iana.org",
		"test@e.com", "test@iana.a.museum", "test@iana.123.com", `"test"@iana.org`, `""@iana.org`, `"\a"@iana.org`, `"te st"@iana.org`, `"test\"test"@iana.org`,
		"test@xn--hxajbheg2az3al.xn--jxalpdlp", "test@[255.255.255.255]", "test@[IPv6:1111:2222:3333:4444:5555:6666:7777:8888]",
		"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl@iana.org", // 64
		"test@abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk.com",  // a label of 63
		"test@[01.2.3.004]", "test@c--n.com", "jörg@firma.de", "o'neill@firm.ie",
	}
	invalid := []string{
		"", "test", "@", "test@", "test@io", "@io", "@iana.org", ".test@iana.org", "test.@iana.org", "test..iana.org", "test_exa-mple.com",
		"te..st@iana.org", `test\@test@iana.org`, "test@test@iana.org", "test@-iana.org", "test@iana-.com", "test@.iana.org", "test@iana..com",
		"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm@iana.org", // 65
		"test@abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm.com", // a label of 65
		`"""@iana.org`, `"\"@iana.org`, `test"@iana.org`, `"test@iana.org`, `"test"test@iana.org`, `test"text"@iana.org`, `"test""test"@iana.org`,
		"test@[255.255.255]", "test@[255.255.255.255.255]", "test@[255.255.255.256]", "test@[1111:2222:3333:4444:5555:6666:7777:8888]",
		"test@[IPv6:1111:2222:3333:4444:5555:6666:7777]", "test@[IPv6:1111:2222:3333:4444:5555:6666:7777:888G]", "test@[255.255.255.255",
		"test@255.255.255.255", "test@firma.123", "test@firma_pl.com", "test@firma,pl", "a b@c d", "test@iana.org]", "test@iana!.org",
		"te\x00st@iana.org", "\"a\nb\"@iana.org", "((x)test@iana.org", "john doe@iana.org", "test@[1.2.3.4.]", "test@[1.2.3.+4]",
	}
	for _, s := range valid {
		if mail, ok := Email(s); !ok {
			t.Errorf("%s: refused", s)
		} else if again, _ := Email(mail.Address); again.Address != mail.Address {
			t.Errorf("%s: %q becomes %q", s, mail.Address, again.Address)
		}
	}
	for _, s := range invalid {
		if mail, ok := Email(s); ok {
			t.Errorf("%s: taken as %q", s, mail.Address)
		}
	}
}

func TestEmails(t *testing.T) {
	for in, want := range map[string][]string{
		"a@firma.pl; b@firma.pl":               {"a@firma.pl", "b@firma.pl"},
		"a@firma.pl, b@firma.pl":               {"a@firma.pl", "b@firma.pl"},
		"a@firma.pl / b@firma.pl":              {"a@firma.pl", "b@firma.pl"},
		"a@firma.pl b@firma.pl":                {"a@firma.pl", "b@firma.pl"},
		"a@firma.pl lub b@firma.pl":            {"a@firma.pl", "b@firma.pl"},
		"a@firma.pl; A@firma.pl":               {"a@firma.pl"},
		"Jan <a@firma.pl>, Ewa <b@firma.pl>":   {"a@firma.pl", "b@firma.pl"},
		"a@firma.pl|b@firma.pl|not an address": {"a@firma.pl", "b@firma.pl"},
	} {
		var got []string
		for _, mail := range Emails(in) {
			got = append(got, mail.Address)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func FuzzEmail(f *testing.F) {
	for _, s := range []string{"a@b.pl", "<a@b.pl>", `"a b"@c.pl`, "a (at) b (dot) pl", "mailto:ä@ö.de?x=@", "a@b.pl;c@d.pl"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, mail := range Emails(s) {
			again, ok := Email(mail.Address)
			if !ok || again.Address != mail.Address || again.Key != mail.Key || again.Kind != mail.Kind {
				t.Errorf("%q gives %q, which gives %q", s, mail.Address, again.Address)
			}
			if key := MatchEmail(mail.Key); key != mail.Key {
				t.Errorf("%q: the key of key %q is %q", s, mail.Key, key)
			}
		}
	})
}

// TestOfCompany holds what an address's kind says of its provider to the table
// of providers.
func TestOfCompany(t *testing.T) {
	for _, text := range []string{"anna@probne.pl", "biuro@probne.pl", "biuro@wp.pl", "anna@wp.pl", "anna@gmail.com", "info@mailinator.com",
		"anna@mailinator.com", "anna@x.mailinator.com", "noreply@probne.pl", "office@t-online.de"} {
		mail, ok := Email(text)
		if want := market.MailDomain(mail.Domain) == market.CompanyMail; !ok || mail.ofCompany() != want {
			t.Errorf("%s (%s): got %t, want %t", text, mail.Kind, mail.ofCompany(), want)
		}
	}
}
