package dedupe

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// somebody makes a record of fields and values, with the keys that cleaning
// derives.
func somebody(pairs ...any) *contact.Record {
	r := new(contact.Record)
	for i := 0; i < len(pairs); i += 2 {
		r.Set(pairs[i].(contact.Field), pairs[i+1].(string))
	}
	for key, of := range map[contact.Field]contact.Field{contact.FirstKey: contact.FirstName, contact.LastKey: contact.LastName,
		contact.MiddleKey: contact.MiddleName, contact.CompanyKey: contact.Company, contact.CityKey: contact.City,
		contact.EmailKey: contact.Email, contact.AddressKey: contact.Street, contact.PostalKey: contact.PostalCode} {
		if key == contact.EmailKey {
			r.Set(key, r.Get(of))
		} else if r.Get(key) == "" {
			r.Set(key, market.Key(r.Get(of)))
		}
	}
	return r
}

// crowd is a list of n unlike people at unlike firms, so that weights are
// learned as in a real list. Every tenth person has a second row.
func crowd(n int) []*contact.Record {
	var all []*contact.Record
	random := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"ba", "de", "ki", "lo", "mu", "na", "po", "ri", "sa", "te", "vo", "zu", "gra", "sto", "ble",
		"fern", "hol", "jun", "kwi", "lim", "orn", "pek", "rutz", "schi", "tref", "ulv", "wan", "xel", "yng"}
	word := func(n int) string {
		s := ""
		for range n {
			s += syllables[random.IntN(len(syllables))]
		}
		return s
	}
	for i := range n {
		firm := word(4) + " " + word(3)
		city := word(2)
		r := somebody(contact.FirstName, word(3), contact.LastName, word(5), contact.Company, firm,
			contact.Email, fmt.Sprintf("%s%d@%s.example", word(2), i, word(4)), contact.EmailKind, "personal",
			contact.Phone, fmt.Sprintf("+4822%07d", random.IntN(1e7)), contact.PhoneKind, "fixed",
			contact.Street, word(3)+" "+fmt.Sprint(1+random.IntN(99)), contact.City, city, contact.PostalCode, fmt.Sprintf("%05d", random.IntN(99999)))
		all = append(all, r)
		if i%10 == 0 {
			again := *r
			again.Values[contact.Phone] = ""
			all = append(all, &again)
		}
	}
	return all
}

// clusterOf clusters the records of a case among a crowd; theirs are the first
// ids.
func clusterOf(t *testing.T, config Config, records []*contact.Record, decisions ...Decision) *Result {
	t.Helper()
	x := NewIndex(config)
	for i, r := range append(slices.Clone(records), crowd(1400)...) {
		c := *r
		c.ID, c.Origin = uint32(i), contact.Origin{Row: int32(i + 2)}
		x.Add(&c)
	}
	res, err := x.Cluster(context.Background(), 2, decisions, nil)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func apart(t *testing.T, what string, groups []uint32, n int) {
	t.Helper()
	for i := range n {
		if groups[i] != uint32(i) {
			t.Fatalf("%s: rows %d and %d were put together", what, groups[i], i)
		}
	}
}

func together(t *testing.T, what string, groups []uint32, n int) {
	t.Helper()
	for i := range n {
		if groups[i] != 0 {
			t.Errorf("%s: row %d was not put with row 0", what, i)
		}
	}
}

func TestFamilySharingOneMailbox(t *testing.T) {
	home := []any{contact.LastName, "Brandvold", contact.Email, "brandvold@online.example", contact.EmailKind, "free", contact.Phone, "+4722345678",
		contact.PhoneKind, "fixed", contact.Street, "Solbakken 4", contact.City, "Hamar", contact.PostalCode, "2315"}
	var family []*contact.Record
	for _, first := range []string{"Kari", "Ola", "Ingrid", "Torstein"} {
		family = append(family, somebody(append([]any{contact.FirstName, first}, home...)...))
	}
	for n := 2; n <= len(family); n++ {
		res := clusterOf(t, Default(), family[:n])
		apart(t, "a family", res.Contact, n)
		together(t, "a household", res.Household, n)
	}
}

func TestSwitchboardOfFourHundred(t *testing.T) {
	var staff []*contact.Record
	for i, r := range crowd(420) {
		if len(staff) == 400 {
			break
		}
		if i > 0 && r.Values[contact.LastName] == staff[len(staff)-1].Values[contact.LastName] {
			continue
		}
		c := *r
		for f, v := range map[contact.Field]string{contact.Phone: "+48227770000", contact.Company: "Hutaria Nova SA", contact.CompanyKey: "hutaria nova",
			contact.Street: "Prosta 1", contact.AddressKey: "prosta 1", contact.City: "Lublin", contact.CityKey: "lublin", contact.PostalCode: "20001", contact.PostalKey: "20001"} {
			c.Values[f] = v
		}
		c.Values[contact.Email], c.Values[contact.EmailKey] = "", ""
		staff = append(staff, &c)
	}
	res := clusterOf(t, Default(), staff)
	merged := 0
	for i := range staff {
		if res.Contact[i] != uint32(i) {
			merged++
		}
	}
	if merged > 4 {
		t.Errorf("%d of %d people behind one switchboard were merged", merged, len(staff))
	}
	together(t, "their account", res.Account, len(staff))
}

func TestHoldingWithOneMailbox(t *testing.T) {
	var firms []*contact.Record
	for i, r := range crowd(30) {
		if len(firms) == 30 || i > 0 && r.Values[contact.Company] == firms[len(firms)-1].Values[contact.Company] {
			continue
		}
		firms = append(firms, somebody(contact.Company, r.Values[contact.Company], contact.Email, "info@holding-atria.example", contact.EmailKind, "role",
			contact.EmailDomain, "holding-atria.example", contact.Phone, "+48225550000", contact.City, "Opole"))
	}
	res := clusterOf(t, Default(), firms)
	apart(t, "firms of a holding", res.Contact, len(firms))
	apart(t, "accounts of a holding", res.Account, len(firms))
}

func TestTwoHundredJohnSmiths(t *testing.T) {
	var smiths []*contact.Record
	for i := range 200 {
		smiths = append(smiths, somebody(contact.FirstName, "John", contact.LastName, "Smith", contact.City, "Leeds", contact.PostalCode, fmt.Sprintf("LS%d", 1+i%20),
			contact.Phone, fmt.Sprintf("+44113%07d", 2000000+i*7919%900000), contact.PhoneKind, "fixed",
			contact.Street, fmt.Sprintf("%s road %d", []string{"mill", "church", "park", "hill", "lake"}[i%5], 1+i)))
	}
	res := clusterOf(t, Default(), smiths)
	apart(t, "John Smith", res.Contact, len(smiths))
}

func TestJuniorAndSenior(t *testing.T) {
	house := []any{contact.FirstName, "Walter", contact.LastName, "Abernathy", contact.Street, "12 Oak Lane", contact.City, "Dayton", contact.PostalCode, "45401",
		contact.Phone, "+19375550143", contact.PhoneKind, "fixed"}
	res := clusterOf(t, Default(), []*contact.Record{
		somebody(append([]any{contact.NameSuffix, "Jr."}, house...)...), somebody(append([]any{contact.NameSuffix, "Sr."}, house...)...)})
	apart(t, "father and son", res.Contact, 2)
	together(t, "their household", res.Household, 2)
}

func TestChangeOfJobs(t *testing.T) {
	person := []any{contact.FirstName, "Grzegorz", contact.LastName, "Trzebiatowski", contact.Mobile, "+48601234567", contact.MobileKind, "mobile"}
	res := clusterOf(t, Default(), []*contact.Record{
		somebody(append([]any{contact.Company, "Stalmontex", contact.Email, "g.trzebiatowski@stalmontex.example", contact.EmailKind, "personal",
			contact.EmailDomain, "stalmontex.example", contact.City, "Gdynia", contact.Street, "Portowa 3"}, person...)...),
		somebody(append([]any{contact.Company, "Kablowia Polska", contact.Email, "trzebiatowski@kablowia.example", contact.EmailKind, "personal",
			contact.EmailDomain, "kablowia.example", contact.City, "Tychy", contact.Street, "Hutnicza 90"}, person...)...)})
	apart(t, "two jobs", res.Contact, 2)
	apart(t, "two employers", res.Account, 2)
	together(t, "one person", res.Person, 2)
}

func TestTwoBranchesOfOneChain(t *testing.T) {
	res := clusterOf(t, Default(), []*contact.Record{
		somebody(contact.Company, "Norrlands Byggvaror", contact.WebDomain, "norrlandsbygg.example", contact.Phone, "+4690111222", contact.PhoneKind, "fixed",
			contact.Street, "Storgatan 5", contact.City, "Umea", contact.PostalCode, "90321"),
		somebody(contact.Company, "Norrlands Byggvaror", contact.WebDomain, "norrlandsbygg.example", contact.Phone, "+4663333444", contact.PhoneKind, "fixed",
			contact.Street, "Kyrkgatan 77", contact.City, "Ostersund", contact.PostalCode, "83134")})
	apart(t, "two branches", res.Contact, 2)
	together(t, "one chain", res.Account, 2)
}

func TestCorpAndCorporation(t *testing.T) {
	res := clusterOf(t, Default(), []*contact.Record{
		somebody(contact.Company, "Quillmere Corp", contact.CompanyKey, "quillmere", contact.City, "Akron", contact.Phone, "+13305550171", contact.PhoneKind, "fixed"),
		somebody(contact.Company, "Quillmere Corporation", contact.CompanyKey, "quillmere", contact.City, "Akron", contact.Phone, "+13305550171", contact.PhoneKind, "fixed")})
	together(t, "Corp and Corporation", res.Contact, 2)
}

func TestCedillaAndComma(t *testing.T) {
	rows := func(last, city string) *contact.Record {
		return somebody(contact.FirstName, "Ștefania", contact.LastName, last, contact.Company, "Morărița", contact.City, city, contact.Phone, "+40264555111", contact.PhoneKind, "fixed")
	}
	res := clusterOf(t, Default(), []*contact.Record{rows("Coşbuc", "Timişoara"), rows("Coșbuc", "Timișoara")})
	together(t, "ş and ș", res.Contact, 2)
}

func TestMarriedName(t *testing.T) {
	who := []any{contact.FirstName, "Anneliese", contact.Email, "anneliese.w@posthaus.example", contact.EmailKind, "free", contact.Mobile, "+4915112345678",
		contact.MobileKind, "mobile", contact.City, "Fulda", contact.BirthDate, "1979-03-14"}
	res := clusterOf(t, Default(), []*contact.Record{
		somebody(append([]any{contact.LastName, "Wittekind"}, who...)...), somebody(append([]any{contact.LastName, "Grabowsky"}, who...)...)})
	together(t, "a married name", res.Contact, 2)
	mailbox := []any{contact.FirstName, "Anneliese", contact.Email, "anneliese.wittekind@posthaus.example", contact.EmailKind, "personal", contact.City, "Fulda"}
	res = clusterOf(t, Default(), []*contact.Record{
		somebody(append([]any{contact.LastName, "Wittekind"}, mailbox...)...), somebody(append([]any{contact.LastName, "Grabowsky"}, mailbox...)...)})
	together(t, "a mailbox kept under a married name", res.Contact, 2)
}

func TestIdenticalRows(t *testing.T) {
	same := somebody(contact.FirstName, "Elodie", contact.LastName, "Marchand", contact.Email, "e.marchand@fabrico.example", contact.EmailKind, "personal", contact.Company, "Fabrico")
	rows := make([]*contact.Record, 10_000)
	for i := range rows {
		rows[i] = same
	}
	start := time.Now()
	res := clusterOf(t, Default(), rows)
	together(t, "identical rows", res.Contact, len(rows))
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("ten thousand identical rows took %v", took)
	}
	if best, p := res.Kept(9_999); best == 9_999 || p != 1 {
		t.Errorf("Kept = %d, %v", best, p)
	}
}

// What people decided holds against the model, both ways.
func TestDecisions(t *testing.T) {
	twins := []*contact.Record{
		somebody(contact.FirstName, "Mirela", contact.LastName, "Dobrescu", contact.Email, "mirela@dobrescu.example", contact.EmailKind, "personal"),
		somebody(contact.FirstName, "Mirela", contact.LastName, "Dobrescu", contact.Email, "mirela@dobrescu.example", contact.EmailKind, "personal"),
		somebody(contact.FirstName, "Yannick", contact.LastName, "Le Goff", contact.City, "Brest")}
	a, b, c := contact.Origin{Row: 2}, contact.Origin{Row: 3}, contact.Origin{Row: 4}
	res := clusterOf(t, Default(), twins)
	if res.Contact[1] != 0 || res.Contact[2] != 2 {
		t.Fatalf("without decisions: %v", res.Contact[:3])
	}
	res = clusterOf(t, Default(), twins, Decision{a, b, false}, Decision{a, c, true})
	if diff := cmp.Diff([]uint32{0, 1, 0}, res.Contact[:3]); diff != "" {
		t.Errorf("decided (-want +got):\n%s", diff)
	}
}

// The same rows in another order, and any number of jobs, give the same
// clusters.
func TestOrderAndJobsDoNotMatter(t *testing.T) {
	rows := crowd(3000)
	cluster := func(order []int, jobs int) map[[2]int]bool {
		x := NewIndex(Default())
		for id, i := range order {
			c := *rows[i]
			c.ID, c.Origin = uint32(id), contact.Origin{Row: int32(i)}
			x.Add(&c)
		}
		res, err := x.Cluster(context.Background(), jobs, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		pairs := map[[2]int]bool{}
		for id, first := range res.Contact {
			if int(first) != id {
				pairs[[2]int{min(order[id], order[first]), max(order[id], order[first])}] = true
			}
		}
		return pairs
	}
	straight := make([]int, len(rows))
	for i := range straight {
		straight[i] = i
	}
	want := cluster(straight, 1)
	if len(want) < 250 {
		t.Fatalf("only %d pairs found", len(want))
	}
	if diff := cmp.Diff(want, cluster(straight, 2)); diff != "" {
		t.Errorf("two jobs (-one +two):\n%s", diff)
	}
	random := rand.New(rand.NewPCG(3, 4))
	shuffled := slices.Clone(straight)
	random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	if diff := cmp.Diff(want, cluster(shuffled, 2)); diff != "" {
		t.Errorf("shuffled (-straight +shuffled):\n%s", diff)
	}
}

// Reference rows are matched against, as contacts and as companies, and never
// merged with each other.
func TestReferences(t *testing.T) {
	x := NewIndex(Default())
	rows := []*contact.Record{
		somebody(contact.FirstName, "Agnes", contact.LastName, "Holmqvist", contact.Company, "Skogsbo Trä", contact.Email, "agnes@skogsbo.example", contact.EmailKind, "personal", contact.EmailDomain, "skogsbo.example"),
		somebody(contact.FirstName, "Per", contact.LastName, "Lindahl", contact.Company, "Skogsbo Trä", contact.Email, "per@skogsbo.example", contact.EmailKind, "personal", contact.EmailDomain, "skogsbo.example")}
	for i, r := range append(rows, crowd(500)...) {
		c := *r
		c.ID, c.Origin = uint32(i), contact.Origin{Row: int32(i)}
		x.Add(&c)
	}
	customer := *rows[0]
	customer.ID = 7
	x.AddReference(&customer, 0)
	again := customer
	again.ID = 8
	x.AddReference(&again, 0)
	res, err := x.Cluster(context.Background(), 1, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []RefMatch
	for _, m := range res.References {
		m.Probability = 0
		got = append(got, m)
	}
	want := []RefMatch{{Row: 0, Set: 0, Ref: 7}, {Row: 1, Set: 0, Ref: 7, Account: true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("references (-want +got):\n%s", diff)
	}
	if res.Contact[0] != 0 || res.Contact[1] != 1 {
		t.Errorf("rows merged over the reference: %v", res.Contact[:2])
	}
}

func TestValidate(t *testing.T) {
	problems := Config{Cut: "precision=2", Compare: map[string]string{"job": "colour", "size": "number"}}.Validate()
	if len(problems) != 2 || problems[0].Path != "cut" || problems[1].Path != "compare.job" {
		t.Errorf("problems: %v", problems)
	}
	if problems := Default().Validate(); len(problems) != 0 {
		t.Errorf("the default has problems: %v", problems)
	}
}
