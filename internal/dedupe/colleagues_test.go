package dedupe

import (
	"context"
	"fmt"
	"testing"

	"goldpan/internal/contact"
)

// Colleagues share everything that belongs to their company: tax id, domain,
// website, address, switchboard, industry, size. However much of that agrees,
// two people with different names are two contacts of one account.
func TestColleaguesStayApart(t *testing.T) {
	for _, people := range []int{2, 3, 12} {
		for _, firms := range []int{1, 40} {
			x := NewIndex(Default())
			id := uint32(0)
			for f := range firms {
				for p := range people {
					x.Add(colleague(id, f, p))
					id++
				}
			}
			res, err := x.Cluster(context.Background(), 1, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i := range id {
				if res.Contact[i] != i {
					t.Fatalf("%d people at each of %d firms: row %d was merged into %d (%s)", people, firms, i, res.Contact[i],
						Waterfall(res.Evidence(i, res.Contact[i]), res.Probability(i, res.Contact[i])))
				}
				if first := i - i%uint32(people); res.Account[i] != first {
					t.Errorf("%d people at each of %d firms: row %d has account %d, want %d", people, firms, i, res.Account[i], first)
				}
			}
		}
	}
}

func colleague(id uint32, firm, person int) *contact.Record {
	first := []string{"adam", "beata", "cezary", "dorota", "edward", "felicja", "gustaw", "halina", "igor", "janina", "kamil", "lidia"}[person]
	last := []string{"wilk", "zajac", "bocian", "sowa", "kos", "lis", "wrona", "dudek", "czapla", "jelen", "sarna", "bober"}[(person*5+firm)%12]
	r := &contact.Record{ID: id, Origin: contact.Origin{Row: int32(id) + 2}}
	domain := fmt.Sprintf("fabryka%d.example", firm)
	for f, v := range map[contact.Field]string{
		contact.FirstName: first, contact.FirstKey: first, contact.LastName: last, contact.LastKey: last,
		contact.Company: fmt.Sprintf("Fabryka %d sp. z o.o.", firm), contact.CompanyKey: fmt.Sprintf("fabryka %d", firm),
		contact.TaxID: fmt.Sprintf("52500%05d", firm), contact.Website: "www." + domain, contact.WebDomain: domain,
		contact.Email: first + "." + last + "@" + domain, contact.EmailKey: first + "." + last + "@" + domain,
		contact.EmailKind: "personal", contact.EmailDomain: domain,
		contact.Phone: fmt.Sprintf("+4822%07d", 1000+firm), contact.PhoneKind: "fixed", contact.BestPhone: fmt.Sprintf("+4822%07d", 1000+firm),
		contact.Street: "ul. Prosta 5", contact.StreetKey: "prosta", contact.HouseNumber: "5", contact.AddressKey: "prosta 5",
		contact.City: "Łódź", contact.CityKey: "lodz", contact.PostalCode: "90-001", contact.PostalKey: "90001", contact.Country: "PL",
		contact.Industry: "packaging", contact.Employees: "120",
	} {
		r.Set(f, v)
	}
	return r
}
