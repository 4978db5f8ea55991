package suppress

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"goldpan/internal/contact"
)

// respell writes a text another way that means the same.
func respell(r *rand.Rand, kind, text string) string {
	pick := func(ways ...string) string { return ways[r.IntN(len(ways))] }
	switch kind {
	case "email":
		return pick(text, strings.ToUpper(text), "  "+text+" ", `"`+text+`"`, "mailto:"+text)
	case "phone": // of +48 and nine digits
		n := text[3:]
		return pick(text, n, "0048"+n, "+48 "+n[:2]+" "+n[2:5]+" "+n[5:], "("+n[:2]+") "+n[2:5]+"-"+n[5:7]+"-"+n[7:], n[:3]+"."+n[3:6]+"."+n[6:], "tel. "+n)
	case "domain":
		return pick(text, "@"+text, "www."+text, "https://"+strings.ToUpper(text)+"/kontakt", "*@"+text, "http://www."+text)
	case "tax":
		return pick(text[:3]+"-"+text[3:6]+"-"+text[6:8]+"-"+text[8:], "PL"+text, "PL "+text, "pl"+text, text[:3]+" "+text[3:])
	}
	return pick(text, strings.ToUpper(text), " "+text, text+" Sp. z o.o.", strings.ReplaceAll(text, " ", "  "))
}

// However an entry is spelled, the row that it means is hit, its neighbour is
// not, and a list for one channel closes only that one.
func TestRespelledEntriesHit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 2000 {
		email := fmt.Sprintf("person%d@firm%d.example", i, i)
		phone := fmt.Sprintf("+4860%07d", r.IntN(10_000_000))
		domain := fmt.Sprintf("brand%d.example", i)
		tax := fmt.Sprintf("%d", 5_200_000_000+r.IntN(99_999_999))
		firm := fmt.Sprintf("próbna firma nr %dx", i)
		cfg := testConfig()
		rows := map[string]*contact.Record{
			"email":   record("email", email, "email_key", email),
			"phone":   record([]string{"phone", "phone2", "mobile", "switchboard", "best_phone"}[r.IntN(5)], phone),
			"domain":  record([]string{"email_domain", "web_domain"}[r.IntN(2)], domain),
			"tax":     record("tax_id", tax, "country", "PL"),
			"company": record("company_key", cfg.Company(firm, "PL"), "country", "PL"),
		}
		entries := map[string]string{"email": email, "phone": phone, "domain": domain, "tax": tax, "company": firm}
		for kind, entry := range entries {
			line := respell(r, kind, entry)
			l := List{Channel: []contact.Channel{contact.CallChannel, contact.EmailChannel, contact.AllChannels, contact.NoChannels}[r.IntN(4)]}
			s, _ := setOf(t, l, line+"\n")
			for other, row := range rows {
				hits := s.Match(row)
				if other != kind {
					if hits != nil {
						t.Fatalf("%q hits by %s", line, other)
					}
					continue
				}
				if len(hits) != 1 || hits[0].Channel != l.channel() || hits[0].Reason != contact.Suppressed {
					t.Fatalf("%s %q: %+v", kind, line, hits)
				}
			}
		}
	}
}

// Keys of all kinds and lists live side by side: what was added is found on its
// list and nowhere else, in whatever order it came.
func TestTableKeepsListsApart(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	s := NewSet(testConfig())
	loaders := []*Loader{s.Add(List{File: "a"}), s.Add(List{File: "b"}), s.Add(List{File: "c"})}
	on := map[int]map[int]bool{}
	for range 30_000 {
		n, l := r.IntN(12_000), r.IntN(3)
		loaders[l].Line(fmt.Sprintf("+48%09d", n), 1)
		if on[n] == nil {
			on[n] = map[int]bool{}
		}
		on[n][l] = true
	}
	s.Seal()
	for n := range 13_000 {
		hits := s.Match(record("phone", fmt.Sprintf("+48%09d", n)))
		if len(hits) != len(on[n]) {
			t.Fatalf("%d: %d hits, %d lists", n, len(hits), len(on[n]))
		}
		for _, h := range hits {
			if !on[n][h.List] {
				t.Fatalf("%d is not on %d", n, h.List)
			}
		}
	}
}

func TestMatchIsSafeForManyGoroutines(t *testing.T) {
	s, _ := setOf(t, List{}, "+48601234567\n@example.pl\n")
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for range 1000 {
				if len(s.Match(record("phone", "+48601234567"))) != 1 {
					t.Error("lost a hit")
				}
			}
		})
	}
}

func TestMatchAllocatesNothingWithoutHit(t *testing.T) {
	s, _ := setOf(t, List{}, "+48601234567\n@example.pl\nd41d8cd98f00b204e9800998ecf8427e\nPróbna firma\n5261040828\n",
		record("first_key", "jan", "last_key", "nowak", "postal_key", "00100", "street_key", "prosta", "house_number", "1", "city_key", "lodz"))
	rec := record("first_key", "ewa", "last_key", "lis", "postal_key", "00100", "company_key", "inna firma", "country", "PL", "city_key", "lodz",
		"email", "Ewa@inna.example", "email_key", "ewa@inna.example", "email_domain", "inna.example", "tax_id", "5260000000", "address_key", "prosta 2",
		"phone", "+48225550100", "mobile", "+48601234568", "bad_phone", "07700 900 001")
	if n := testing.AllocsPerRun(1000, func() {
		if s.Match(rec) != nil {
			t.Fatal("a stranger is hit")
		}
	}); n != 0 {
		t.Errorf("%v allocations a row", n)
	}
}
