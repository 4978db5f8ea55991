package dedupe

import (
	"math"
	"strings"
	"testing"

	"goldpan/internal/contact"
)

func TestScore(t *testing.T) {
	// Rows 0-2 are one contact, 3 and 4 another, 5 is nobody's. Found: 0 and
	// 1, 2 and 3, 4, 5. One of two pairs is right, one of four is found.
	a := Score([]uint32{0, 0, 2, 2, 4, 5}, []string{"a", "a", "a", "b", "b", ""})
	near := func(name string, got, want float64) {
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s = %v, want %v", name, got, want)
		}
	}
	near("precision", a.Precision, 0.5)
	near("recall", a.Recall, 0.25)
	near("F1", a.F1, 1.0/3)
	near("B-cubed precision", a.BCubedPrecision, (1+1+0.5+0.5+1+1)/6)
	near("B-cubed recall", a.BCubedRecall, (2.0/3+2.0/3+1.0/3+0.5+0.5+1)/6)
	if a.TruePairs != 4 || a.FoundPairs != 2 || a.RightPairs != 1 {
		t.Errorf("pairs: %+v", a)
	}
}

func TestBestCut(t *testing.T) {
	rows := crowd(1500)
	x := NewIndex(Default())
	of := make([]string, len(rows))
	for i, r := range rows {
		c := *r
		c.ID, c.Origin = uint32(i), contact.Origin{Row: int32(i)}
		x.Add(&c)
		of[i] = r.Values[contact.Email]
	}
	res, err := x.Cluster(t.Context(), 1, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if cut, f1 := res.BestCut(of); f1 != 1 || cut < 0.5 {
		t.Errorf("BestCut = %v with F1 %v, want all pairs right", cut, f1)
	}
	if a := Score(res.Contact, of); a.F1 != 1 {
		t.Errorf("%+v", a)
	}
	all := res.Evidence(0, 1)
	line := Waterfall(all, res.Probability(0, 1))
	for _, part := range []string{"same email +", "same family name +", "any two rows -", "100.0%"} {
		if !strings.Contains(line, part) {
			t.Errorf("%q lacks %q", line, part)
		}
	}
	if best, p := res.Kept(1); best != 0 || p < 0.99 {
		t.Errorf("Kept(1) = %d, %v", best, p)
	}
	if best, p := res.Kept(2); best != 2 || p != 0 {
		t.Errorf("Kept(2) = %d, %v, but it was not merged", best, p)
	}
}

func TestLevels(t *testing.T) {
	for text, want := range map[string]string{"1979-03-14": "1979-03-14", "19790314": "1979-03-14", "14.03.1979": "1979-03-14", "1979-31-04": "1979-04-31",
		"1979-03": "1979-03", "1979-13-55": "1979", "1979-02-77": "1979-02"} {
		if packDate(text) != packDate(want) || packDate(text) == 0 {
			t.Errorf("packDate(%s) = %d, want that of %s", text, packDate(text), want)
		}
	}
	for _, text := range []string{"", "soon", "12", "14-3", "79-03-14", "0000-01-01", "1979-03-14-15", "123456789"} {
		if packDate(text) != 0 {
			t.Errorf("packDate(%s) = %d, want none", text, packDate(text))
		}
	}
	for _, tt := range [][2]string{{"zmyslony", "zmyslona"}, {"gladki", "gladka"}, {"novak", "novakova"}, {"ivanov", "ivanova"}} {
		if familyStem(tt[0]) != familyStem(tt[1]) {
			t.Errorf("%s and %s are no family", tt[0], tt[1])
		}
	}
	for _, tt := range [][2]string{{"svcs", "services"}, {"ctr", "center"}, {"intl", "international"}, {"grp", "group"}} {
		if !abbreviates(tt[0], tt[1]) {
			t.Errorf("%s does not abbreviate %s", tt[0], tt[1])
		}
	}
	if abbreviates("ball", "baseball") || abbreviates("car", "carter") {
		t.Error("vowels are no abbreviation")
	}
	none := func(a, b string) bool { return false }
	bob := func(a, b string) bool { return a+b == "bobrobert" }
	for _, tt := range []struct {
		a, b string
		want level
	}{{"jan", "jan", firstSame}, {"j", "jan", firstInitial}, {"jean pierre", "j p", firstInitial}, {"bob", "robert", firstVariant},
		{"anna maria", "anna", firstVariant}, {"grzegrz", "grzegorz", firstClose}, {"kamil", "kamila", firstSimilar}, {"adam", "ewa", different}} {
		if got := firstLevel(tt.a, tt.b, bob, false); got != tt.want {
			t.Errorf("firstLevel(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
	for _, tt := range []struct {
		a, b string
		want level
	}{{"nowak", "nowak", lastSame}, {"kowalski", "kowalska", lastPart}, {"nowak", "kowalska nowak", lastPart}, {"mueller", "muller", lastPart},
		{"johansen", "johanssen", lastClose}, {"nowak", "lis", different}} {
		if got := lastLevel(tt.a, tt.b, false); got != tt.want {
			t.Errorf("lastLevel(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
	for _, tt := range []struct {
		a, b string
		want level
	}{{"1979-03-14", "1979-03-14", dateSame}, {"1979-03-12", "1979-12-03", dateClose}, {"1979-03-14", "1978-03-14", dateClose},
		{"1979-03-14", "1952-03-14", datePart}, {"1979-03-30", "1979-04-02", datePart}, {"1979", "1979-03-14", dateNear}, {"1979-03-14", "1952-08-01", different}} {
		if got := dateLevel(packDate(tt.a), packDate(tt.b)); got != tt.want {
			t.Errorf("dateLevel(%s, %s) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
	for _, tt := range []struct {
		a, b string
		want level
	}{{"jan@gmial.example", "jan@gmail.example", emailClose}, {"anna.lis@a.example", "anna.lis@other.test", emailLocal},
		{"chef@rev.example", "chef@dep.example", emailLocal}, {"jan@wilkbudowa.example", "jan@wlikbudova.example", emailClose},
		{"j.lis2@a.example", "j.lis@a.example", emailTwin}, {"a.nowak@firm.example", "b.nowak@firm.example", emailOther}} {
		if got := emailLevel(tt.a, tt.b); got != tt.want {
			t.Errorf("emailLevel(%s, %s) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
	if firstLevel("", "", none, false) != firstSame {
		t.Error("equal texts are the same")
	}
}
