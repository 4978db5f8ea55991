package market

import "testing"

func TestTimeZones(t *testing.T) {
	for _, c := range []struct{ country, region, want string }{
		{"PL", "mazowieckie", "Europe/Warsaw"}, {"RO", "", "Europe/Bucharest"}, {"US", "CA", "America/Los_Angeles"}, {"US", "", ""},
		{"FR", "La Réunion", "Indian/Reunion"}, {"FR", "Bretagne", "Europe/Paris"}, {"AU", "WA", "Australia/Perth"}, {"ZZ", "", ""},
	} {
		if got := TimeZone(c.country, c.region); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.country, c.region, got, c.want)
		}
	}
	for _, c := range []struct{ e164, country, want string }{
		{"+12125550123", "US", "America/New_York"}, {"+14155550123", "US", "America/Los_Angeles"}, {"+16045550123", "CA", "America/Vancouver"},
		{"+18005550123", "US", ""}, {"+48228281234", "PL", "Europe/Warsaw"},
	} {
		if got := PhoneZone(c.e164, c.country); got != c.want {
			t.Errorf("%s: got %q, want %q", c.e164, got, c.want)
		}
	}
}

// TestDataHangsTogether checks that regions named by one table are known to
// the others.
func TestDataHangsTogether(t *testing.T) {
	for country, prefixes := range postalRegions() {
		for prefix, region := range prefixes.regions {
			if name, ok := Region(country, region); !ok || name != region {
				t.Errorf("postal_regions: %s %s names %q, which regions.csv does not", country, prefix, region)
			}
		}
	}
	for country, zones := range timeZones() {
		for region := range zones.regions {
			if name, ok := Region(country, region); !ok || name != region {
				t.Errorf("timezones: %s %q is no region of regions.csv", country, region)
			}
		}
	}
	for code, area := range areaCodes() {
		if TimeZone(area[0], area[1]) == "" {
			t.Errorf("area_codes: %s lies in %v, which has no time zone", code, area)
		}
	}
	for country := range postalShapes() {
		if !IsCountryCode(country) {
			t.Errorf("postal_codes: %s is no country", country)
		}
	}
	for typo, meant := range mailTypos().entries {
		if _, known := mailDomains().get(typo); known {
			t.Errorf("mail_typos: %s is a provider of mail_domains.csv", typo)
		}
		if meant[0] != '.' && MailDomain(meant) != FreeMail {
			t.Errorf("mail_typos: %s is no provider of mail_domains.csv", meant)
		}
	}
}
