package clean

import (
	"testing"

	"goldpan/internal/contact"
)

func TestDate(t *testing.T) {
	for _, c := range []struct{ in, order, want string }{
		{"2024-05-12", "", "2024-05-12"}, {"12.05.2024", "", "2024-05-12"}, {"12/05/2024", "dmy", "2024-05-12"}, {"05/12/2024", "mdy", "2024-05-12"},
		{"05/13/2024", "", "2024-05-13"}, {"13/05/2024", "mdy", "2024-05-13"}, {"1.2.2024", "", "2024-02-01"}, {"2024/05/12", "", "2024-05-12"},
		{"12-05-2024", "", "2024-05-12"}, {"2024-05-12 14:30:00", "", "2024-05-12"}, {"2024-05-12T14:30:00Z", "", "2024-05-12"},
		{"12 May 2024", "", "2024-05-12"}, {"May 12, 2024", "", "2024-05-12"}, {"12 maja 2024 r.", "", "2024-05-12"}, {"12 mai 2024", "", "2024-05-12"},
		{"12. mai 2024", "", "2024-05-12"}, {"12. Mai 2024", "", "2024-05-12"}, {"1er janvier 2024", "", "2024-01-01"}, {"3 martie 2024", "", "2024-03-03"},
		{"12-May-24", "", "2024-05-12"}, {"12.05.24", "", "2024-05-12"}, {"12.05.78", "", "1978-05-12"}, {"78-05-12", "ymd", "1978-05-12"},
		{"May 2024", "", "2024-05"}, {"05/2024", "", "2024-05"}, {"2024-05", "", "2024-05"}, {"2024", "", "2024"}, {"1987", "", "1987"},
		{"20240512", "", "2024-05-12"}, {"45424", "", "2024-05-12"}, {"45424.5", "", "2024-05-12"}, {"29.02.2024", "", "2024-02-29"},
		{"Monday, 12 May 2025", "", "2025-05-12"}, {"12th of May 2024", "", "2024-05-12"}, {"31. desember 2023", "", "2023-12-31"},
		{"15 grudnia 2023", "", "2023-12-15"}, {"050680", "", "1980-06-05"}, {"800605", "", "1980-06-05"}, {"050612", "", ""}, {"ur. 3.04.1975", "", "1975-04-03"}, {"7 XI 1961", "", "1961-11-07"}, {"07.XI.1961 r.", "", "1961-11-07"}, {"15 février 2023", "", "2023-02-15"}, {"15. März 2023", "", "2023-03-15"}, {"5/12/2024 10:15 AM", "mdy", "2024-05-12"},
		{`="2024-05-12"`, "", "2024-05-12"},
		// days that mean "unknown", and no days at all
		{"1900-01-01", "", ""}, {"1970-01-01", "", ""}, {"01.01.1901", "", ""}, {"1899-12-30", "", ""}, {"30.02.2024", "", ""}, {"29.02.2023", "", ""},
		{"0000-00-00", "", ""}, {"99.99.9999", "", ""}, {"brak", "", ""}, {"12.13.2024", "", "2024-12-13"}, {"32.01.2024", "", ""}, {"pending", "", ""},
		{"1400-05-12", "", ""}, {"12", "", ""}, {"", "", ""}, {"Kowalski 2024", "", ""},
	} {
		got, ok := Date(c.in, contact.Hint{Dates: c.order})
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%q %s: got %q, want %q", c.in, c.order, got, c.want)
		}
		if again, _ := Date(got, contact.Hint{Dates: c.order}); again != got {
			t.Errorf("%q: %q becomes %q", c.in, got, again)
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add("12.05.2024", "dmy")
	f.Add("May 12, 2024", "mdy")
	f.Add("45424.5", "")
	f.Fuzz(func(t *testing.T, s, order string) {
		got, ok := Date(s, contact.Hint{Dates: order})
		if !ok {
			return
		}
		if again, _ := Date(got, contact.Hint{Dates: order}); again != got {
			t.Errorf("%q gives %q, which gives %q", s, got, again)
		}
	})
}

func FuzzMoney(f *testing.F) {
	f.Add("1,5 mln zł", "PL")
	f.Add("$10MM-$20MM", "US")
	f.Fuzz(func(t *testing.T, s, country string) {
		got, ok := Money(s, contact.Hint{}, country)
		if !ok {
			return
		}
		if again, ok := Money(got.Value, contact.Hint{Decimal: '.'}, country); !ok || again.Value != got.Value {
			t.Errorf("%q gives %q, which gives %q", s, got.Value, again.Value)
		}
		band, ok := Employees(s, contact.Hint{})
		if again, _ := Employees(band, contact.Hint{}); ok && again != band {
			t.Errorf("%q gives %q, which gives %q", s, band, again)
		}
	})
}
