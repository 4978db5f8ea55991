package delimited

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	comma     = Dialect{Delimiter: ",", Quote: '"'}
	backslash = Dialect{Delimiter: ",", Quote: '"', Backslash: true}
)

func readAll(t testing.TB, d Dialect, width int, text string) (cells [][]string, troubles []Trouble) {
	t.Helper()
	// One byte at a time, so that every border between reads is met.
	r := NewReader(iotestOneByte{strings.NewReader(text)}, d, width, 1<<20)
	for {
		rec, err := r.Next()
		if err == io.EOF {
			return cells, troubles
		}
		if err != nil {
			t.Fatal(err)
		}
		cells = append(cells, append([]string(nil), rec.Cells...))
		troubles = append(troubles, rec.Trouble)
	}
}

type iotestOneByte struct{ r io.Reader }

func (o iotestOneByte) Read(p []byte) (int, error) { return o.r.Read(p[:min(1, len(p))]) }

func TestReader(t *testing.T) {
	for name, c := range map[string]struct {
		d     Dialect
		width int
		text  string
		want  [][]string
	}{
		"plain":                   {comma, 0, "a,b\n1,2\n", [][]string{{"a", "b"}, {"1", "2"}}},
		"no end":                  {comma, 0, "a,b\n1,2", [][]string{{"a", "b"}, {"1", "2"}}},
		"crlf":                    {comma, 0, "a,b\r\n1,2\r\n", [][]string{{"a", "b"}, {"1", "2"}}},
		"cr":                      {Dialect{Delimiter: ",", Quote: '"', LineEnd: CR}, 0, "a,b\r1,\"x\ry\"\r", [][]string{{"a", "b"}, {"1", "x\ry"}}},
		"any end":                 {Dialect{Delimiter: ",", Quote: '"', LineEnd: Any}, 0, "a\rb\nc\r\nd", [][]string{{"a"}, {"b"}, {"c"}, {"d"}}},
		"blank lines":             {comma, 0, "a\n\n\nb\n", [][]string{{"a"}, {""}, {""}, {"b"}}},
		"empty cells":             {comma, 0, ",,\n", [][]string{{"", "", ""}}},
		"quoted":                  {comma, 0, "\"a,b\",\"c\"\"d\",\"\"\n", [][]string{{"a,b", `c"d`, ""}}},
		"quoted break":            {comma, 0, "\"a\nb\",c\r\n\"d\r\ne\",f", [][]string{{"a\nb", "c"}, {"d\r\ne", "f"}}},
		"blanks after a quote":    {comma, 0, "\"a\" ,b\n", [][]string{{"a", "b"}}},
		"backslash":               {backslash, 0, `"a\"b","c\\d","e\f"` + "\n", [][]string{{`a"b`, `c\d`, `e\f`}}},
		"backslash outside":       {backslash, 0, `a\,b,c` + "\n", [][]string{{"a,b", "c"}}},
		"both escapes":            {backslash, 0, `"a""b",c` + "\n", [][]string{{`a"b`, "c"}}},
		"several characters":      {Dialect{Delimiter: "||", Quote: '"'}, 0, "a||\"b||c\"||d|e\n", [][]string{{"a", "b||c", "d|e"}}},
		"runs":                    {Dialect{Delimiter: " ", Runs: true, Quote: '"'}, 0, "  a   b\t c  \n\"d e\"  f\n", [][]string{{"a", "b", "c"}, {"d e", "f"}}},
		"no delimiter":            {Dialect{Quote: '"'}, 0, "a,b\n\"c\nd\"\n", [][]string{{"a,b"}, {"c\nd"}}},
		"quote in a cell":         {comma, 0, "a 5\" disk,b\n", [][]string{{`a 5" disk`, "b"}}},
		"stray quote inside":      {comma, 0, "\"say \"hi\" now\",b\n", [][]string{{`say "hi" now`, "b"}}},
		"never closed":            {comma, 2, "\"a,b\nc,d\ne,f\n", [][]string{{"a", "b"}, {"c", "d"}, {"e", "f"}}},
		"never closed at end":     {comma, 2, "a,b\nc,\"d\n", [][]string{{"a", "b"}, {"c", "d"}}},
		"closed by another":       {comma, 3, "1,\"a,x\n2,b,y\n3,\"c\",z\n4,d,w\n", [][]string{{"1", "a", "x"}, {"2", "b", "y"}, {"3", "c", "z"}, {"4", "d", "w"}}},
		"closed by the next":      {comma, 3, "1,\"a,x\n2,\"b\",y\n", [][]string{{"1", "a", "x"}, {"2", "b", "y"}}},
		"break and comma":         {comma, 2, "\"what,\n brings, you\n , today\",6\n", [][]string{{"what,\n brings, you\n , today", "6"}}},
		"quoted word":             {comma, 4, "1,\"ACME\" SIA,Riga,\"Foo\" SIA\n2,\"b\",c,\"d, e\"\n", [][]string{{"1", `"ACME" SIA`, "Riga", `"Foo" SIA`}, {"2", "b", "c", "d, e"}}},
		"quoted words, quoted":    {comma, 5, "1,\"ACME\" SIA,Riga,\"Foo\",x\n", [][]string{{"1", `"ACME" SIA`, "Riga", "Foo", "x"}}},
		"quote and comma inside":  {comma, 3, "\"1\",\"Firm \"A\", B\",\"c\"\n", [][]string{{"1", `Firm "A", B`, "c"}}},
		"quotes beside the frame": {comma, 3, "\"1\",\"Firm \"A\"\",\"\"All\", Oslo\"\n", [][]string{{"1", `Firm "A"`, `"All", Oslo`}}},
		"quote before the frame":  {comma, 3, "\"1\",\"Firm \"A\"\",\"c\"\n\"2\",\"\"All\"\",\"d\"\n", [][]string{{"1", `Firm "A"`, "c"}, {"2", `"All"`, "d"}}},
		"quoted word and break":   {comma, 2, "a,\"b\nc \"d\" e\"\nf,g\n", [][]string{{"a", "b\nc \"d\" e"}, {"f", "g"}}},
		"lone cr":                 {comma, 2, "a,b\r1,2\n3,4\n5,6\r", [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}},
		"lone cr, quoted":         {comma, 2, "\"a\",b\r1,\"x\ny\"\n", [][]string{{"a", "b"}, {"1", "x\ny"}}},
		"cr in a cell":            {comma, 2, "\"a\rb\",c\n", [][]string{{"a\rb", "c"}}},
		"cr cr lf and lf cr":      {comma, 2, "a,b\r\r\n1,2\n\r3,4\n", [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}}},
		"not closed":              {comma, 3, "1,\"Smith, Jones, Ltd,x\n2,\"A, B\",y\n", [][]string{{"1", "Smith, Jones, Ltd", "x"}, {"2", "A, B", "y"}}},
		"not closed, more quoted": {comma, 3, "1,\"Smith, Jones,\"x, y\"\n", [][]string{{"1", "Smith, Jones", "x, y"}}},
		"not opened":              {comma, 3, "1,Smith, Jones, Ltd\",x\n", [][]string{{"1", "Smith, Jones, Ltd", "x"}}},
		"number not opened":       {comma, 2, "1,200.50\",x\n", [][]string{{"1,200.50", "x"}}},
		"inches":                  {comma, 2, "a,Screen 15\",x\n", [][]string{{"a", "Screen 15\"", "x"}}},
		"quote before the end":    {comma, 2, "\"a\"\",b\nc,d\n", [][]string{{`a"`, "b"}, {"c", "d"}}},
		"padded":                  {Dialect{Delimiter: ",", Quote: '"', Blanks: true, Padded: true}, 0, "a , \"b, c\" ,  , d\n", [][]string{{"a", "b, c", "", "d"}}},
		"alone in its cell":       {comma, 5, "1,\",Riga,4,a\n2,5\" pipes,Ogre,5,b\n", [][]string{{"1", "", "Riga", "4", "a"}, {"2", "5\" pipes", "Ogre", "5", "b"}}},
		"alone, then unescaped":   {comma, 5, "1,\",Riga,4,\n2,\"\"Oaks\", Ogre\",Riga,5,\n", [][]string{{"1", "", "Riga", "4", ""}, {"2", `"Oaks", Ogre`, "Riga", "5", ""}}},
		"address over two lines":  {comma, 4, "1,ACME,\"Main St 5, Apt 3\nOgre, LV, Latvia\",x\n", [][]string{{"1", "ACME", "Main St 5, Apt 3\nOgre, LV, Latvia", "x"}}},
		"quotes mean nothing":     {Dialect{Delimiter: ","}, 0, "\"a,b\"\n", [][]string{{`"a`, `b"`}}},
		"blank before quote":      {Dialect{Delimiter: ",", Quote: '"', Blanks: true}, 0, "a, \"b,c\", d\n", [][]string{{"a", "b,c", " d"}}},
		"single quotes":           {Dialect{Delimiter: ",", Quote: '\''}, 0, "'it''s, so',\"b\"\n", [][]string{{"it's, so", `"b"`}}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := readAll(t, c.d, c.width, c.text)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTroubles(t *testing.T) {
	_, got := readAll(t, comma, 2, "a,b\n\"c,d\n\"e\"x\",f\n\xff,g\n")
	if diff := cmp.Diff([]Trouble{0, OpenQuote, StrayQuote, BadUTF8}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLongRecord(t *testing.T) {
	r := NewReader(strings.NewReader("a,b\n"+strings.Repeat("x", 1<<20)), comma, 2, 1<<16)
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); !errors.Is(err, ErrLong) {
		t.Error(err)
	}
}

// TestManyOpenQuotes is a file in which every row opens a quote: it must cost
// time in proportion to its size.
func TestManyOpenQuotes(t *testing.T) {
	text := strings.Repeat("1,\"two,3\n", 200_000)
	r := NewReader(strings.NewReader(text), comma, 3, 1<<20)
	n := 0
	for {
		rec, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if n++; len(rec.Cells) != 3 {
			t.Fatalf("record %d: %q", n, rec.Cells)
		}
	}
	if n != 200_000 {
		t.Errorf("%d records", n)
	}
}

// FuzzReader wants every byte of any text in exactly one record, in order, in
// every dialect.
func FuzzReader(f *testing.F) {
	f.Add("a,b\n\"c\nd\",e\r\n", ",", byte('"'), false, false, byte(0), 2)
	f.Add("a||'b\\'||c'\r\rd", "||", byte('\''), true, true, byte(3), 0)
	f.Add("  a b  \"c", " ", byte('"'), false, false, byte(2), 3)
	f.Fuzz(func(t *testing.T, text, delimiter string, quote byte, escaped, blanks bool, end byte, width int) {
		if len(delimiter) > 4 || strings.ContainsAny(delimiter, "\r\n\"'\\") || quote != 0 && quote != '"' && quote != '\'' {
			return
		}
		d := Dialect{Delimiter: delimiter, Quote: quote, Backslash: escaped, Blanks: blanks, Runs: delimiter == " " && escaped, LineEnd: LineEnd(end % 4)}
		r := NewReader(strings.NewReader(text), d, width%100, 1<<20)
		rest := []byte(text)
		for {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if len(rec.Cells) == 0 {
				t.Fatal("a record without cells")
			}
			if d.LineEnd <= CRLF && !bytes.HasPrefix(rest, rec.Raw) {
				rest = bytes.TrimLeft(rest, "\r") // of a line that ends in LF CR
			}
			if !bytes.HasPrefix(rest, rec.Raw) {
				t.Fatalf("record %q is not next in %q", rec.Raw, rest)
			}
			rest = rest[len(rec.Raw):]
			if crs := len(rest) - len(bytes.TrimLeft(rest, "\r")); crs > 0 && d.LineEnd <= CRLF {
				rest = bytes.TrimPrefix(rest[crs:], []byte("\n")) // CR CR LF, or a CR alone
				continue
			}
			switch {
			case bytes.HasPrefix(rest, []byte("\r\n")):
				rest = rest[2:]
			case len(rest) > 0 && (rest[0] == '\n' || rest[0] == '\r'):
				rest = rest[1:]
			case len(rest) > 0:
				t.Fatalf("no line end before %q", rest)
			}
		}
		if len(rest) > 0 {
			t.Fatalf("never read: %q", rest)
		}
	})
}

// FuzzRoundTrip writes cells as RFC 4180 says and wants them back.
func FuzzRoundTrip(f *testing.F) {
	f.Add("a", "b,c", "d\ne", `f"g`)
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		row := []string{a, b, c, d}
		var text strings.Builder
		for range 3 {
			for i, cell := range row {
				if i > 0 {
					text.WriteByte(',')
				}
				text.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
			}
			text.WriteString("\r\n")
		}
		got, _ := readAll(t, comma, 4, text.String())
		if diff := cmp.Diff([][]string{row, row, row}, got); diff != "" {
			t.Errorf("%q: %s", text.String(), diff)
		}
	})
}

// TestFramedPlainly compares the quick reading of quoted lines with the
// thorough one, over all lines of a few signs.
func TestFramedPlainly(t *testing.T) {
	const signs = `a,"' `
	quick, thorough := NewReader(nil, comma, 0, 100), NewReader(nil, comma, 0, 100)
	for n := range 6 * 6 * 6 * 6 * 6 * 6 * 6 {
		var line []byte
		for rest := n; rest > 0; rest /= 6 {
			if rest%6 > 0 {
				line = append(line, signs[rest%6-1])
			}
		}
		if !quick.framedPlainly(line) {
			continue
		}
		closed, strays := thorough.scan(line, asSaid)
		if want := thorough.strings(); !closed || strays > 0 || !cmp.Equal(want, quick.rec.Cells) {
			t.Fatalf("%s: quickly %q, thoroughly %q, %d strays", line, quick.rec.Cells, want, strays)
		}
		if dirty := bytes.ContainsRune(line, '\''); dirty != quick.rec.Dirty {
			t.Fatalf("%s: dirty %v", line, quick.rec.Dirty)
		}
	}
}

// TestStrayQuotesCost reads files full of quotes that nothing closes, with and
// without a known width: the work must not grow with the square of their size.
func TestStrayQuotesCost(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes of quotes: left out with -short")
	}
	for name, line := range map[string]string{
		"opens": "12,\"abc,x\n", "opens often": "\"a,\"b,\"c,x\n", "one cell": "\"abc\n", "odd": "1,\"a \"b\" c\", \"x\" y\n", "closes later": "1,\"a\nb\n\"c\n",
	} {
		for _, width := range []int{0, 3} {
			text := strings.Repeat(line, 1<<19/len(line))
			r := NewReader(strings.NewReader(text), comma, width, 1<<20)
			for {
				if _, err := r.Next(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatal(err)
				}
			}
			if most := 4*rescanBytes + 4*rescanTimes*len(text); r.rescanned > most {
				t.Errorf("%s, width %d: %d bytes looked at again, more than %d", name, width, r.rescanned, most)
			}
		}
	}
}
