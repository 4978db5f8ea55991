package profile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"goldpan/internal/contact"
	"goldpan/internal/qualify"
)

func customer(i int) *contact.Record {
	r := &contact.Record{}
	for f, v := range map[contact.Field]string{
		contact.Company: "Przykład", contact.Phone: "+48221234567", contact.Country: "PL", contact.Employees: fmt.Sprint(40 + i),
		contact.Revenue: fmt.Sprint(1000000 + i*1000), contact.Currency: "EUR", contact.Seniority: "director",
		contact.IndustryCode: "28.29.Z", contact.CodeSystem: "PKD2007", contact.Title: `Szef "produkcji"`,
	} {
		r.Values[f] = v
	}
	return r
}

// TestStarterIsAProfile: what init writes must itself be read without a
// mistake, whatever the values, as it stands and with every # taken away.
func TestStarterIsAProfile(t *testing.T) {
	full := NewStatistics()
	for i := range 100 {
		full.Count(customer(i))
	}
	for name, text := range map[string]string{
		"nothing":   Starter(NewStatistics(), false, nil),
		"lists":     Starter(full, false, []string{"list.csv"}),
		"customers": Starter(full, true, []string{"crm.csv"}),
	} {
		if p, mistakes := Parse([]byte(uncommented(text)), t.TempDir()); p == nil || len(p.Qualify.Criteria) < 9 {
			t.Errorf("%s: without its # signs it has %v:\n%s", name, mistakes, uncommented(text))
		}
		p, mistakes := Parse([]byte(text), t.TempDir())
		for _, m := range mistakes {
			t.Errorf("%s: %s\n%s", name, m.At("starter"), text)
		}
		if p == nil {
			continue
		}
		if asks := len(p.Qualify.Criteria) > 0; asks != (name == "customers") {
			t.Errorf("%s: asks something: %v", name, asks)
		}
	}
	if text := Starter(full, false, []string{"list.csv"}); !strings.Contains(text, `"NACE:28"`) || !strings.Contains(text, "rows: 100") {
		t.Errorf("values seen are not shown:\n%s", text)
	}
}

// uncommented takes the # away from the three tests, as a user would.
func uncommented(text string) string {
	lines := strings.Split(text, "\n")
	in := false
	for i, l := range lines {
		bare := strings.TrimPrefix(l, "# ")
		for _, test := range []string{"target:", "means:", "authority:"} {
			in = in || strings.HasPrefix(bare, test)
		}
		if in = in && l != ""; in {
			lines[i] = bare
		}
	}
	return strings.Join(lines, "\n")
}

func TestBackTest(t *testing.T) {
	p, mistakes := Parse([]byte("version: 1\ntarget: {employees: {min: 50}, country: {in: [PL]}}\nmeans: {revenue: {min: 1050000 EUR}}\n"), "")
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	plan, _ := qualify.Compile(p.Qualify)
	j, b := plan.NewJudge(qualify.Columns{}), NewBackTest()
	for i := range 100 {
		b.Count(j, &qualify.Subject{Rec: customer(i)})
	}
	want := "50 of your 100 customers would pass; 10 fail on employees at least 50, 50 fail on revenue at least 1050000 EUR"
	if got := b.Lines()[0]; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := b.Lines()[2]; got != "without revenue, 40 more would pass" {
		t.Errorf("got %s", got)
	}
}

// TestSchemaKnowsEveryKey checks that each key of the table is in the schema,
// and that a profile's own keys are described there.
func TestSchemaKnowsEveryKey(t *testing.T) {
	text := Schema()
	if !bytes.Equal(text, Schema()) {
		t.Error("the schema differs from call to call")
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	var check func(k *key, s map[string]any, path string)
	check = func(k *key, s map[string]any, path string) {
		if either, ok := s["anyOf"].([]any); ok {
			s = either[0].(map[string]any)
		}
		if k.shape == list {
			check(k.each, s["items"].(map[string]any), path+"[]")
		}
		if k.shape == mapping && len(k.keys) > 0 {
			properties := s["properties"].(map[string]any)
			for i := range k.keys {
				below, ok := properties[k.keys[i].name].(map[string]any)
				if !ok {
					t.Errorf("%s.%s is not in the schema", path, k.keys[i].name)
					continue
				}
				check(&k.keys[i], below, path+"."+k.keys[i].name)
			}
		}
	}
	top := table()
	check(&top, schema, "")
}
