package columns

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"goldpan/internal/contact"
)

// applied maps a list and gives the fields of its first row, and the extras by
// their labels.
func applied(t *testing.T, l list, o Options) (fields map[string]string, extras map[string]string) {
	t.Helper()
	header, sample := l.table()
	m, problems := Map(header, sample, o)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var r contact.Record
	m.Apply(strings.Split(l.rows[0], "|"), &r)
	fields, extras = map[string]string{}, map[string]string{}
	for f := contact.FullName; f <= contact.LastMappable; f++ {
		if r.Values[f] != "" {
			fields[f.String()] = r.Values[f]
		}
	}
	for _, e := range r.Extras {
		extras[header[e.Label]] = e.Value
	}
	return fields, extras
}

func TestApply(t *testing.T) {
	for _, test := range []struct {
		list    list
		options Options
		fields  map[string]string
		extras  map[string]string
	}{
		{list: list{header: "Firma|Ulica|Nr domu|Nr lokalu|Kod i miasto|Nr kierunkowy|Telefon", rows: []string{
			"Wilkon Sp. z o.o.|ul. Lipowa|12|4|26-600 Radom|48|5550111", "Brzozak s.c.|ul. Prosta|7||00-950 Warszawa|22|5550112"}},
			fields: map[string]string{"company": "Wilkon Sp. z o.o.", "street": "ul. Lipowa 12", "street2": "4", "city": "Radom",
				"postal_code": "26-600", "phone": "48 5550111"}},
		{list: list{header: "Company|Address|City, State ZIP|Phone|Ext", rows: []string{
			"Halloway Inc|12 Mill St|Springfield, IL 62701|(217) 555-0101|14", "Finchley LLC|9 Oak Ave|Dayton, OH 45402|(937) 555-0102|"}},
			fields: map[string]string{"company": "Halloway Inc", "street": "12 Mill St", "city": "Springfield", "region": "IL",
				"postal_code": "62701", "phone": "(217) 555-0101 ext. 14"}},
		{list: list{header: "Raison sociale|N° voie|Type de voie|Libellé voie|CP Ville", rows: []string{
			"Delvaire SARL|12|RUE|DES LILAS|69001 LYON", "Marchois SAS|4 bis|AVENUE|FOCH|44000 NANTES"}},
			fields: map[string]string{"company": "Delvaire SARL", "street": "12 RUE DES LILAS", "city": "LYON", "postal_code": "69001"}},
		{list: list{header: "Firma|Ulica|Nr domu|Kod|Miejscowość", rows: []string{"Wilkon Sp. z o.o.||12|96-321|Wola Polska", "Brzozak s.c.|Prosta|7|00-950|Warszawa"}},
			fields: map[string]string{"company": "Wilkon Sp. z o.o.", "street": "12", "postal_code": "96-321", "city": "Wola Polska"}},
		{list: list{header: "Firma|Mitarbeiter von|Mitarbeiter bis", rows: []string{"Moorfeld GmbH|50|99", "Brenneke KG|1|9"}},
			fields: map[string]string{"company": "Moorfeld GmbH", "employees": "50-99"}},
		{list: list{header: "FNAME|LNAME|DOB_YR|DOB_MO|DOB_DAY", rows: []string{"Peter|Halloway|1970|4|9", "Laura|Finchley|1982|11|30"}},
			fields: map[string]string{"first_name": "Peter", "last_name": "Halloway", "birth_date": "1970-04-09"}},
		{list: list{header: "Anrede|Titel|Vorname|Nachname", rows: []string{"Frau|Dr.|Eva|Birke", "Herr||Uwe|Wald", "Herr|Prof. Dr.|Jan|Feld"}},
			fields: map[string]string{"name_prefix": "Frau Dr.", "first_name": "Eva", "last_name": "Birke"}},
		{list: list{header: "Civilité|Titre|Prénom|Nom", rows: []string{"M|Monsieur|Jean|DELVAIRE", "Mme|Madame|Sophie|MARCHOIS"}},
			fields: map[string]string{"name_prefix": "M", "first_name": "Jean", "last_name": "DELVAIRE"}},
		{list: list{header: "first|last|by|bm|bd", rows: []string{"Marco|Moorfeld|1942|6|7", "Katharina|Brenneke|1967|4|15"}},
			options: Options{Overrides: map[string]string{"by+bm+bd": "birth_date"}},
			fields:  map[string]string{"first_name": "Marco", "last_name": "Moorfeld", "birth_date": "1942-06-07"}},
		{list: list{header: "Company|Phone|DNC|TPS Flag|Email Opt Out|Unsubscribed", rows: []string{
			"Halloway Ltd|020 7946 0101|No|Yes|0|0", "Finchley Ltd|020 7946 0102|No|No|1|0"}},
			fields: map[string]string{"company": "Halloway Ltd", "phone": "020 7946 0101", "do_not_call": "yes", "do_not_email": "no"}},
		{list: list{header: "nom|prenom|email|optin_email|optin_sms", rows: []string{"DELVAIRE|Jean|j@delvaire.example|1|0", "MARCHOIS|Sophie|s@marchois.example|0|0"}},
			fields: map[string]string{"last_name": "DELVAIRE", "first_name": "Jean", "email": "j@delvaire.example", "consent": "yes", "consent_scope": "email"}},
		{list: list{header: "Email|Zgoda marketingowa", rows: []string{"a@wilkon.example|2024-03-01", "b@wilkon.example|nie"}},
			fields: map[string]string{"email": "a@wilkon.example", "consent": "2024-03-01"}},
		{list: list{header: "Person - Email|Person - Marketing status", rows: []string{"a@wilkon.example|Unsubscribed", "b@wilkon.example|Subscribed"}},
			fields: map[string]string{"email": "a@wilkon.example", "consent": "no", "do_not_email": "yes"}},
		{list: list{header: "Email|Lead Status", rows: []string{"a@wilkon.example|Do Not Contact", "b@wilkon.example|New", "c@wilkon.example|Working"}},
			fields: map[string]string{"email": "a@wilkon.example", "stage": "Do Not Contact", "opt_out": "yes"}},
		{list: list{header: "Email|Tags", rows: []string{"a@wilkon.example|VIP; do not call", "b@wilkon.example|", "c@wilkon.example|VIP"}},
			fields: map[string]string{"email": "a@wilkon.example", "do_not_call": "yes"}, extras: map[string]string{"Tags": "VIP; do not call"}},
		{list: list{header: "Email|GDPR status", rows: []string{"a@wilkon.example|Withdrawn", "b@wilkon.example|Consent given", "c@wilkon.example|Unknown"}},
			fields: map[string]string{"email": "a@wilkon.example", "consent": "no", "opt_out": "yes"}},
		{list: list{header: "Email|Notes", rows: []string{"a@wilkon.example|please do not call before ten", "b@wilkon.example|remove the spare part"}},
			fields: map[string]string{"email": "a@wilkon.example", "notes": "please do not call before ten"}},
		{list: list{header: "Email|Email Status|Email 2|Score Z", rows: []string{
			"|Verified|a@wilkon.example|7", "b@wilkon.example|Verified|c@wilkon.example|8", "d@wilkon.example|Catch-All|e@wilkon.example|9"}},
			fields: map[string]string{"email2": "a@wilkon.example"}, extras: map[string]string{"Email Status": "Verified", "Score Z": "7"}},
		{list: list{header: "Email|Result", rows: []string{"b@wilkon.example|accept_all", "d@wilkon.example|deliverable", "e@wilkon.example|undeliverable"}},
			fields: map[string]string{"email": "b@wilkon.example", "email_status": "catch_all"}},
		{list: list{header: "Name|Person City|Company Street|Company City|Company Zip", rows: []string{
			"Anna Brzozak||12 Mill Lane|Leeds|LS12 4AP", "Peter Halloway|York|9 High St|Leeds|LS1 4AP"}},
			fields: map[string]string{"full_name": "Anna Brzozak", "street": "12 Mill Lane", "city": "Leeds", "postal_code": "LS12 4AP"}},
		{list: list{header: "Name|Person City|Company Street|Company City|Company Zip", rows: []string{
			"Peter Halloway|York|9 High St|Leeds|LS1 4AP", "Anna Brzozak||12 Mill Lane|Leeds|LS12 4AP"}},
			fields: map[string]string{"full_name": "Peter Halloway", "city": "York"},
			extras: map[string]string{"Company Street": "9 High St", "Company City": "Leeds", "Company Zip": "LS1 4AP"}},
		{list: list{header: "Company|Company Revenue Min (Millions USD)|Company Revenue Max (Millions USD)", rows: []string{"Halloway Inc|1.0|2.5", "Finchley LLC|10.0|25.0"}},
			fields: map[string]string{"company": "Halloway Inc", "revenue": "1.0-2.5"}},
		{list: list{header: "Navn|Orgnr|Konkurs|Under avvikling", rows: []string{"Tunheim Bygg AS|923609016|J|N", "Brekkhus AS|984851006|N|N"}},
			fields: map[string]string{"company": "Tunheim Bygg AS", "tax_id": "923609016", "company_status": "Konkurs"}},
		{list: list{header: "Firma|PESEL|Uwagi", rows: []string{"Wilkon Sp. z o.o.|44051401359|ok", "Brzozak s.c.|44051401359|ok"}},
			options: Options{Overrides: map[string]string{"Uwagi": "-"}},
			fields:  map[string]string{"company": "Wilkon Sp. z o.o."}},
		{list: list{header: "Firma|Geschäftsführer|Telefon", rows: []string{"Moorfeld GmbH|Sabine Moorfeld|0231 555011", "Brenneke KG|Klaus Brenneke|0231 555012"}},
			fields: map[string]string{"company": "Moorfeld GmbH", "full_name": "Sabine Moorfeld", "title": "Geschäftsführer", "phone": "0231 555011"}},
		{list: list{header: "Raison sociale|Dirigeant 1 - Nom|Dirigeant 1 - Prénom", rows: []string{"Delvaire SARL|DELVAIRE|Jean", "Marchois SAS||"}},
			fields: map[string]string{"company": "Delvaire SARL", "last_name": "DELVAIRE", "first_name": "Jean", "title": "Dirigeant"}},
		{list: list{header: "Firma|Daglig leder|Stilling", rows: []string{"Tunheim Bygg AS|Kari Tunheim|CEO"}},
			fields: map[string]string{"company": "Tunheim Bygg AS", "full_name": "Kari Tunheim", "title": "CEO"}},
		{list: list{header: "Location|Name", rows: []string{"Springfield, Illinois, United States|Anna Brzozak", "Lyon, Auvergne, France|Jean Delvaire"}},
			fields: map[string]string{"full_name": "Anna Brzozak", "city": "Springfield", "region": "Illinois", "country": "United States"}},
	} {
		fields, extras := applied(t, test.list, test.options)
		if diff := cmp.Diff(test.fields, fields); diff != "" {
			t.Errorf("%s fields (-want +got):\n%s", test.list.header, diff)
		}
		if test.extras == nil {
			test.extras = map[string]string{}
		}
		if diff := cmp.Diff(test.extras, extras); diff != "" {
			t.Errorf("%s extras (-want +got):\n%s", test.list.header, diff)
		}
	}
}

func TestOverrides(t *testing.T) {
	header := []string{"Firma", "Uwagi", "Firma"}
	_, problems := Map(header, nil, Options{Overrides: map[string]string{"Firma": "compny", "Nope": "email", "Uwagi+Nope": "notes"}})
	want := []string{"Firma", "Nope", "Uwagi+Nope"}
	var got []string
	for _, p := range problems {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	m, problems := Map(header, nil, Options{Overrides: map[string]string{"UWAGI ": "email", "firma": "-"}})
	if len(problems) > 0 || m.Field(contact.Email) != 1 || !m.Columns[0].Left {
		t.Errorf("%v %+v", problems, m.Columns)
	}
}

func TestFed(t *testing.T) {
	m := check(t, list{"goldpan_fate|goldpan_reason|goldpan_detail|goldpan_list|goldpan_sheet|goldpan_row|Firma",
		[]string{"rejected|no-channel||lists/a.csv||12|Wilkon Sp. z o.o."},
		"fed fate|fed reason|fed detail|fed list|fed sheet|fed row|company"})
	if m.Fed("row") != 5 || m.Fed("fate") != 0 || m.Fed("step") != -1 {
		t.Error(m.Fed("row"), m.Fed("fate"), m.Fed("step"))
	}
}

// TestApplyLosesNothing: every filled cell of a row that is not masked or left
// out ends in a field or an extra.
func TestApplyLosesNothing(t *testing.T) {
	header := strings.Split("Name|Misc|Phone|Phone|Phone|Phone|Phone|Email|Email|Email|Odd|Odd", "|")
	row := strings.Split("Anna Brzozak|a|+48 22 555 01 01|+48 22 555 01 02|+48 22 555 01 03|+48 22 555 01 04|+48 22 555 01 05|a@b.example|c@d.example|e@f.example|x|y", "|")
	sample := [][]string{row, row, row, row, row}
	m, _ := Map(header, sample, Options{})
	var r contact.Record
	m.Apply(row, &r)
	found := len(r.Extras)
	for f := contact.FullName; f <= contact.LastMappable; f++ {
		if r.Values[f] != "" {
			found++
		}
	}
	if found != len(row) {
		t.Errorf("%d of %d cells found again: %v", found, len(row), r.Extras)
	}
}

func BenchmarkApply(b *testing.B) {
	header := strings.Split("First Name|Last Name|Title|Company|Email|Email Status|Phone|Mobile|Street|City|Zip|Country|Employees|Revenue|Website|Notes", "|")
	row := strings.Split("Anna|Brzozak|CEO|Wilkon Ltd|a@wilkon.example|Verified|+48 22 555 01 01|+48 601 555 011|Lipowa 12|Radom|26-600|Poland|120|1200000|www.wilkon.example|ok", "|")
	m, _ := Map(header, [][]string{row, row, row}, Options{})
	var r contact.Record
	b.ReportAllocs()
	for b.Loop() {
		r.Extras = r.Extras[:0]
		m.Mask(row)
		m.Apply(row, &r)
	}
}
