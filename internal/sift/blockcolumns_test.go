package sift

import (
	"testing"

	"goldpan/internal/contact"
	"goldpan/internal/suppress"
)

func TestDealsOfCustomerLists(t *testing.T) {
	tests := []struct {
		name          string
		header, cells []string
		stage         string // as mapped, before
		want, last    string
	}{
		{"Pipedrive, open deals", []string{"Organization - Name", "Organization - Open deals", "Organization - Won deals"}, []string{"A", "2", "3"}, "", "open", ""},
		{"Pipedrive, won only", []string{"Organization - Open deals", "Organization - Won deals"}, []string{"0", "3"}, "", "won", ""},
		{"Pipedrive, lost at its stage", []string{"Deal - Status", "Deal - Stage", "Deal - Won time"}, []string{"Lost", "Proposal Made", ""}, "Proposal Made", "lost", ""},
		{"Pipedrive, won", []string{"Deal - Status", "Deal - Won time"}, []string{"Won", "2022-02-02 10:00:00"}, "", "won", "2022-02-02"},
		{"Salesforce, won long ago", []string{"Stage", "Close Date"}, []string{"Closed Won", "2019-02-01"}, "Closed Won", "Closed Won", "2019-02-01"},
		{"Salesforce, to be closed", []string{"Stage", "Close Date"}, []string{"Prospecting", "2027-02-01"}, "Prospecting", "Prospecting", ""},
		{"HubSpot, a customer", []string{"Lifecycle Stage", "Recent Deal Close Date"}, []string{"customer", "2026-01-05"}, "", "won", "2026-01-05"},
		{"HubSpot, a lead", []string{"Lifecycle Stage", "Number of open deals"}, []string{"lead", "0"}, "", "", ""},
		{"HubSpot, negotiating", []string{"Lifecycle Stage"}, []string{"opportunity"}, "", "open", ""},
	}
	for _, tt := range tests {
		var r contact.Record
		r.Values[contact.Stage] = tt.stage
		readBlockColumns(tt.header, suppress.Customers).apply(tt.cells, &r)
		if r.Get(contact.Stage) != tt.want || r.Get(contact.LastContact) != tt.last {
			t.Errorf("%s: stage %q, last %q; want %q, %q", tt.name, r.Get(contact.Stage), r.Get(contact.LastContact), tt.want, tt.last)
		}
	}
}

func TestChannelOfAnEntry(t *testing.T) {
	for cell, want := range map[string][2]string{
		"call": {"yes", ""}, "Telefon": {"yes", ""}, "do not call": {"yes", ""}, "E-mail": {"", "yes"}, "newsletter": {"", "yes"},
		"phone and email": {"yes", "yes"}, "all": {}, "SMS": {}, "phone, sms": {}, "": {},
	} {
		var r contact.Record
		readBlockColumns([]string{"Kanał"}, suppress.Suppression).apply([]string{cell}, &r)
		if got := [2]string{r.Get(contact.DoNotCall), r.Get(contact.DoNotEmail)}; got != want {
			t.Errorf("%q closes %q, want %q", cell, got, want)
		}
	}
}
