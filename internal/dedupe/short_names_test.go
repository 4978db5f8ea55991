package dedupe

import (
	"context"
	"testing"

	"goldpan/internal/contact"
)

// In short names a letter is much: Kos and Kot are two families, and their
// firms two firms. Jan and Janusz are two given names, not one in two forms.
func TestShortNamesStayApart(t *testing.T) {
	row := func(id uint32, first, last, company, form, phone string) *contact.Record {
		r := &contact.Record{ID: id, Origin: contact.Origin{Row: int32(id) + 2}}
		for f, v := range map[contact.Field]string{
			contact.FirstName: first, contact.FirstKey: first, contact.LastName: last, contact.LastKey: last,
			contact.Company: company, contact.CompanyKey: company, contact.LegalForm: form,
			contact.Phone: phone, contact.PhoneKind: "mobile", contact.BestPhone: phone, contact.Country: "PL",
			contact.City: "Łódź", contact.CityKey: "lodz",
		} {
			r.Set(f, v)
		}
		return r
	}
	for name, rows := range map[string][]*contact.Record{
		"two families": {row(0, "jan", "kos", "kos maszyny", "sa", "+48450111001"), row(1, "jan", "kot", "kot maszyny", "sp_zoo", "+48450111002"),
			row(2, "ewa", "wilk", "huta wilk", "sa", "+48450111003")},
		"two given names": {row(0, "jan", "kos", "kos maszyny", "sa", "+48450111001"), row(1, "janusz", "kos", "kos maszyny", "sa", "+48450111002"),
			row(2, "ewa", "wilk", "huta wilk", "sa", "+48450111003")},
	} {
		x := NewIndex(Default())
		for _, r := range rows {
			x.Add(r)
		}
		res, err := x.Cluster(context.Background(), 1, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if res.Contact[0] == res.Contact[1] {
			t.Errorf("%s were merged: %s", name, Waterfall(res.Evidence(0, 1), res.Probability(0, 1)))
		}
	}
}
