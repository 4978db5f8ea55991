package dedupe

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// lookalike is a made-up list with known truth.
type lookalike struct {
	rng   *rand.Rand
	rows  []*contact.Record
	truth []string
}

func newLookalike(seed uint64) *lookalike { return &lookalike{rng: rand.New(rand.NewPCG(seed, 1))} }

func (l *lookalike) pick(all ...string) string { return all[l.rng.IntN(len(all))] }

// slip exchanges two letters of a text now and then.
func (l *lookalike) slip(text string, share float64) string {
	if l.rng.Float64() > share || len(text) < 4 {
		return text
	}
	at := 1 + l.rng.IntN(len(text)-2)
	return text[:at] + text[at+1:at+2] + text[at:at+1] + text[at+2:]
}

// place makes a name of a town that nobody lives in.
func (l *lookalike) place() string {
	return l.pick("Ash", "Bar", "Brook", "Dun", "Elm", "Hart", "Ket", "Lang", "Mor", "Nor", "Pem", "Row", "Stan", "Thorn", "Wel") +
		l.pick("bourne", "bury", "croft", "dale", "field", "ford", "ham", "hurst", "ley", "mere", "ton", "wick", "worth")
}

func (l *lookalike) add(truth string, values map[contact.Field]string) {
	r := &contact.Record{ID: uint32(len(l.rows)), Origin: contact.Origin{Row: int32(len(l.rows) + 2)}}
	for field, value := range values {
		r.Values[field] = value
	}
	r.Values[contact.CompanyKey] = market.Key(r.Values[contact.Company])
	l.rows, l.truth = append(l.rows, r), append(l.truth, truth)
}

func (l *lookalike) score(t *testing.T) Accuracy {
	t.Helper()
	x := NewIndex(Config{Cut: "f1"})
	for _, r := range l.rows {
		x.Add(r)
	}
	res, err := x.Cluster(t.Context(), 2, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := Score(res.Contact, l.truth)
	t.Logf("precision %.3f recall %.3f F1 %.3f B-cubed %.3f", a.Precision, a.Recall, a.F1, a.BCubedF1)
	return a
}

// Affiliations are one column of free text: departments and countries come and
// go, and only the university tells.
func TestAffiliations(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand free texts, all with all: left out with -short")
	}
	l := newLookalike(5)
	for i := range 70 {
		town, country := l.place(), l.pick("USA", "Canada", "Germany", "India", "Japan")
		name := l.pick("University of "+town, town+" University", town+" Institute of Technology", town+" Research Laboratories")
		for range 3 + l.rng.IntN(14) {
			text := name
			if l.rng.IntN(3) == 0 {
				text = strings.NewReplacer("University", "Univ.", "Institute", "Inst.", "Laboratories", "Labs").Replace(text)
			}
			department := l.pick("Department of Computer Science", "Dept. of Computer Science", "Computer Science Dept.", "Dept. of Physics",
				"School of Engineering", "Dept. of Electrical Engineering and Computer Science", "Graduate School of Business")
			switch l.rng.IntN(3) {
			case 0:
				text = department + ", " + text
			case 1:
				text += ", " + department
			}
			text += l.pick("", ", "+country, ", "+town+", "+country)
			l.add(fmt.Sprint(i), map[contact.Field]string{contact.Company: l.slip(text, 0.05)})
		}
	}
	if a := l.score(t); a.F1 < 0.8 {
		t.Errorf("F1 %.3f of affiliations", a.F1)
	}
}

// Branches of chains share the name and often the number of the head office;
// each has an address of its own.
func TestChains(t *testing.T) {
	l := newLookalike(7)
	chains := make([][2]string, 12)
	for i := range chains {
		chains[i] = [2]string{l.pick("Little", "Happy", "First", "Golden", "Bright") + " " + l.place() + " " + l.pick("Nursery", "Day Care", "Kindergarten"),
			fmt.Sprintf("+1312555%04d", l.rng.IntN(10000))}
	}
	for i := range 400 {
		chain := chains[l.rng.IntN(len(chains))]
		name, phone := chain[0]+" - "+l.place(), chain[1]
		if l.rng.IntN(2) == 0 {
			name = l.place() + " " + l.pick("Academy", "Preschool", "Learning Center")
		}
		if l.rng.IntN(2) == 0 {
			phone = fmt.Sprintf("+1312666%04d", l.rng.IntN(10000))
		}
		house, street := fmt.Sprint(100+l.rng.IntN(9000)), strings.ToLower(l.place())
		for range 1 + l.rng.IntN(4) {
			said := l.slip(name, 0.1)
			if l.rng.IntN(6) == 0 {
				said, _, _ = strings.Cut(said, " - ")
			}
			road := l.slip(street, 0.1)
			values := map[contact.Field]string{contact.Company: said, contact.StreetKey: road, contact.HouseNumber: house, contact.AddressKey: house + " " + road + " st"}
			if l.rng.IntN(3) > 0 {
				values[contact.Phone] = phone
			}
			l.add(fmt.Sprint(i), values)
		}
	}
	if a := l.score(t); a.F1 < 0.94 {
		t.Errorf("F1 %.3f of branches of chains", a.F1)
	}
}

// In a list whose rows of one address are born on one day, slips aside, another
// given name is a wrong name; where they are born on others, it is a family's.
func TestFamiliesByBirth(t *testing.T) {
	for _, slips := range []int{0, 15, 100} { // birth dates that are others, in hundredths
		l, family := newLookalike(9), slips == 100
		for i := range 900 {
			last, street, postal := strings.ToLower(l.place()), strings.ToLower(l.place()), fmt.Sprint(1000+l.rng.IntN(300))
			house, born := fmt.Sprint(1+l.rng.IntN(900)), fmt.Sprintf("19%02d-%02d-%02d", 30+l.rng.IntN(60), 1+l.rng.IntN(12), 1+l.rng.IntN(28))
			for member := range 2 {
				truth := fmt.Sprint(i)
				if family {
					truth = fmt.Sprint(i, member)
				}
				if l.rng.IntN(100) < slips {
					born = fmt.Sprintf("19%02d-%02d-%02d", 30+l.rng.IntN(60), 1+l.rng.IntN(12), 1+l.rng.IntN(28))
				}
				values := map[contact.Field]string{contact.FirstKey: l.pick("anna", "peter", "karen", "walter", "rosa", "oliver"), contact.LastKey: last,
					contact.StreetKey: street, contact.HouseNumber: house, contact.AddressKey: house + " " + street, contact.PostalKey: postal, contact.CityKey: "elmford"}
				if l.rng.IntN(3) > 0 {
					values[contact.BirthDate] = born
				}
				l.add(truth, values)
			}
		}
		a := l.score(t)
		if !family && a.Recall < 0.85 || family && a.FoundPairs > 400 {
			t.Errorf("%d%% other birth dates: %+v", slips, a)
		}
	}
}

// Where names at one desk differ in many pairs and agree in as many, a business
// has several names; in a list without duplicates two firms share a desk.
func TestNamesAtOneDesk(t *testing.T) {
	for _, aliases := range []bool{true, false} {
		l := newLookalike(4)
		for i := range 250 {
			house, street, phone := fmt.Sprint(1+l.rng.IntN(900)), strings.ToLower(l.place()), fmt.Sprint(2000000+l.rng.IntN(7000000))
			names := [2]string{l.place() + " nursery", l.place() + " day care"}
			for row := range 3 {
				truth, name := fmt.Sprint(i), names[0]
				switch {
				case aliases && l.rng.IntN(4) == 0:
					name = names[1]
				case !aliases && row == 2:
					continue
				case !aliases:
					truth, name = fmt.Sprint(i, row), names[row]
				}
				name = l.slip(name, 0.2) + l.pick("", "", " Too", " Annex", " Center")
				l.add(truth, map[contact.Field]string{contact.Company: name, contact.BadPhone: phone,
					contact.StreetKey: street, contact.HouseNumber: house, contact.AddressKey: house + " " + street})
			}
		}
		a := l.score(t)
		if aliases && a.F1 < 0.9 || !aliases && a.FoundPairs > 10 {
			t.Errorf("aliases %v: %+v", aliases, a)
		}
	}
}
