package columns

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// dataFolder is where the lists that nobody on the project wrote are kept.
func dataFolder(t *testing.T) string {
	folder := os.Getenv("GOLDPAN_DATA")
	if folder == "" {
		folder = "../../../shared/data"
	}
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("no lists at %s: set GOLDPAN_DATA", folder)
	}
	return folder
}

// readList reads the header and a sample of a CSV file.
func readList(t *testing.T, path string) (header []string, sample [][]string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatal(path, err)
	}
	rows[0][0] = strings.TrimPrefix(rows[0][0], "\ufeff")
	return rows[0], rows[1:min(len(rows), 2001)]
}

// TestRealHeaders pins how lists that others made are read.
func TestRealHeaders(t *testing.T) {
	folder := dataFolder(t)
	people := map[string]string{"prefix": "name_prefix", "first_name": "first_name", "last_name": "last_name", "job": "title",
		"company": "company", "email": "email", "phone": "phone", "street": "street", "postcode": "postal_code", "city": "city", "country": "country"}
	febrl := map[string]string{"given_name": "first_name", "surname": "last_name", "street_number": "street/house_number",
		"address_1": "street", "address_2": "street2", "suburb": "city", "postcode": "postal_code", "state": "region",
		"date_of_birth": "birth_date", "soc_sec_id": "masked"}
	dqbench := map[string]string{"first_name": "first_name", "last_name": "last_name", "email": "email", "phone": "phone",
		"address": "street", "city": "city", "state": "region", "zip": "postal_code", "company": "company"}
	tests := []struct {
		path string
		want map[string]string
	}{
		{"lists/people_de_DE.csv", people}, {"lists/people_en_GB.csv", people}, {"lists/people_en_US.csv", people},
		{"lists/people_no_NO.csv", people}, {"lists/people_pl_PL.csv", people},
		{"lists/northwind_customers.csv", map[string]string{"customerID": "external_id", "companyName": "company",
			"contactName": "full_name", "contactTitle": "title", "address": "street", "city": "city", "region": "region",
			"postalCode": "postal_code", "country": "country", "phone": "phone", "fax": "fax"}},
		{"linkage/febrl1/list.csv", febrl}, {"linkage/febrl2/list.csv", febrl},
		{"linkage/dqbench_er_t1/list.csv", dqbench}, {"linkage/dqbench_er_t2/list.csv", dqbench},
		{"linkage/splink_fake_1000/list.csv", map[string]string{"first_name": "first_name", "surname": "last_name",
			"dob": "birth_date", "city": "city", "email": "email"}},
	}
	for _, test := range tests {
		header, sample := readList(t, filepath.Join(folder, test.path))
		m, problems := Map(header, sample, Options{Path: test.path})
		if len(problems) > 0 {
			t.Errorf("%s: %v", test.path, problems)
		}
		for _, c := range m.Columns {
			if want, ok := test.want[c.Label]; ok && described(c) != want {
				t.Errorf("%s: column %q is %q by %q, want %q", test.path, c.Label, described(c), c.Rule, want)
			}
		}
	}
}

// described is a column's field and part for comparing.
func described(c Column) string {
	switch {
	case c.Masked:
		return "masked"
	case c.Left:
		return "-"
	case c.Fed != "":
		return "fed " + c.Fed
	case c.Field == 0:
		return ""
	case c.Part != "":
		return c.Field.String() + "/" + string(c.Part)
	}
	return c.Field.String()
}
