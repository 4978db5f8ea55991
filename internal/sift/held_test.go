package sift

import (
	"strings"
	"testing"

	"goldpan/internal/contact"
	"goldpan/internal/market"
	"goldpan/internal/suppress"
)

// What a contact was found by is said in each language, and names its list.
func TestHitDetailInEachLanguage(t *testing.T) {
	set := suppress.NewSet(suppress.Config{})
	set.Add(suppress.List{File: "crm.csv", Kind: suppress.Customers})
	hit := suppress.Hit{Kind: suppress.Customers, Channel: contact.AllChannels, By: "domain", Owner: "Ewa", OpenDeal: true}
	for lang, want := range map[string]string{
		"en": "on crm.csv by domain, open deal, owner Ewa",
		"pl": "na liście crm.csv według: domena, otwarta szansa sprzedaży, opiekun Ewa",
		"de": "auf crm.csv nach Domain, offenes Geschäft, zuständig Ewa",
	} {
		run := &run{job: Job{Language: lang}, blocks: set}
		if got := run.hitDetail(hit); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for _, lang := range contact.Languages() {
		for _, by := range strings.Split("email|phone|domain|company|tax id|hashed email|hashed phone|name and company|name and postal code|name and address|likeness", "|") {
			if market.Text(lang, "held.by."+by) == "" {
				t.Errorf("%s has no word for %q", lang, by)
			}
		}
	}
}
