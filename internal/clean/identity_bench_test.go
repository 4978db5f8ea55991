package clean

import "testing"

// The benchmarks run over usual rows of a bought list, a row an operation.

var benchNames = [...]struct{ full, first, last, country string }{
	{"Jan Kowalczyk", "Jan", "Kowalczyk", "PL"}, {"Hansen, Kari", "Kari", "Hansen", "NO"}, {"DUPUIS Jean", "JEAN", "DUPUIS", "FR"},
	{"Dr. Hans Birke", "Dr. Hans", "Birke", "DE"}, {"John A. Heron", "John A.", "Heron", "US"}, {"POPESCU IOANA", "IOANA", "POPESCU", "RO"},
	{"Ursula von der Birke", "Ursula", "von der Birke", "DE"}, {"Małgorzata Wiśniewska", "Małgorzata", "Wiśniewska", "PL"},
}

var benchFirms = [...]struct{ text, country string }{
	{"Mazur Transport Sp. z o.o.", "PL"}, {"SC BRAD IMPEX SRL", "RO"}, {"Fjell Bygg AS", "NO"}, {"Moulin et Fils SARL", "FR"},
	{"Birke Maschinenbau GmbH & Co. KG", "DE"}, {"Heron Foods, Inc.", "US"}, {"Heron Engineering Ltd", "GB"}, {"Łoś S.A.", "PL"},
}

var benchTitles = [...]struct{ text, country string }{
	{"Kierownik działu zakupów", "PL"}, {"Director comercial", "RO"}, {"Daglig leder", "NO"}, {"Responsable informatique", "FR"},
	{"Vertriebsleiterin", "DE"}, {"VP Sales", "US"}, {"Managing Director", "GB"}, {"Senior Software Engineer", "US"},
}

func BenchmarkSplitName(b *testing.B) {
	b.ReportAllocs()
	for i := range b.N {
		n := &benchNames[i%len(benchNames)]
		SplitName(n.full, n.country, "")
	}
}

func BenchmarkPersonParts(b *testing.B) {
	b.ReportAllocs()
	for i := range b.N {
		n := &benchNames[i%len(benchNames)]
		PersonParts("", n.first, "", n.last, "", n.country)
	}
}

func BenchmarkParseCompany(b *testing.B) {
	b.ReportAllocs()
	for i := range b.N {
		f := &benchFirms[i%len(benchFirms)]
		ParseCompany(f.text, f.country)
	}
}

func BenchmarkParseTitle(b *testing.B) {
	b.ReportAllocs()
	for i := range b.N {
		j := &benchTitles[i%len(benchTitles)]
		ParseTitle(j.text, j.country)
	}
}
