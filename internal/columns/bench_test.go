package columns

import (
	"fmt"
	"testing"
)

// BenchmarkMap maps a wide list of 2,000 sampled rows with hardly two cells
// alike.
func BenchmarkMap(b *testing.B) {
	header := []string{"First Name", "Last Name", "Company", "Email", "Phone", "Street", "City", "Zip", "State", "Country", "Title", "Employees", "Revenue (in 000s USD)", "Website", "Notes", "Id"}
	var sample [][]string
	for i := range 2000 {
		sample = append(sample, []string{fmt.Sprintf("Anna%d", i), fmt.Sprintf("Brzozak%d", i), fmt.Sprintf("Wilkon %d Ltd", i),
			fmt.Sprintf("a%d@wilkon.example", i), fmt.Sprintf("+48 22 555 %04d", i), fmt.Sprintf("%d Mill Lane", i), fmt.Sprintf("Leeds %d", i),
			fmt.Sprintf("%05d", i), "Ohio", "United States", fmt.Sprintf("Director %d", i), fmt.Sprint(i), fmt.Sprint(i * 1000),
			fmt.Sprintf("www.wilkon%d.example", i), fmt.Sprintf("met at fair number %d and will call again", i), fmt.Sprint(100000 + i)})
	}
	b.ReportAllocs()
	for b.Loop() {
		Map(header, sample, Options{})
	}
}
