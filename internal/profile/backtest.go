package profile

import (
	"fmt"
	"strings"

	"goldpan/internal/contact"
	"goldpan/internal/qualify"
)

// BackTest judges known customers by a profile: whoever buys should pass.
type BackTest struct {
	Customers int // judged
	Pass      int // no criterion says no
	Unknown   int // of those, nothing but unknown or some unknown
	Fails     []Failing
}

// Failing counts the customers that one criterion says no to.
type Failing struct {
	Criterion string // employees
	Wanted    string // 50-500
	Fail      int
	Alone     int // by no other criterion
}

// NewBackTest starts a test.
func NewBackTest() *BackTest { return &BackTest{} }

// Count judges one more customer. Reach, identity and suppression do not
// matter here: only the criteria.
func (b *BackTest) Count(j *qualify.Judge, s *qualify.Subject) {
	b.Customers++
	evidence := j.Explain(s)
	if b.Fails == nil {
		for _, e := range evidence {
			b.Fails = append(b.Fails, Failing{Criterion: e.Criterion, Wanted: e.Wanted})
		}
	}
	no, unknown, last := 0, 0, 0
	for i, e := range evidence {
		switch e.Answer {
		case contact.No:
			no, last = no+1, i
			b.Fails[i].Fail++
		case contact.Unknown:
			unknown++
		}
	}
	switch {
	case no == 1:
		b.Fails[last].Alone++
	case no == 0:
		b.Pass++
		if unknown > 0 {
			b.Unknown++
		}
	}
}

// Lines are the result in plain words: "214 of your 260 customers would pass;
// 31 fail on employees 50-500".
func (b *BackTest) Lines() []string {
	if b.Customers == 0 {
		return []string{"there are no customers to judge"}
	}
	first := fmt.Sprintf("%d of your %d customers would pass", b.Pass, b.Customers)
	var fails, lines []string
	for _, f := range b.Fails {
		if f.Fail > 0 {
			fails = append(fails, fmt.Sprintf("%d fail on %s %s", f.Fail, f.Criterion, f.Wanted))
			lines = append(lines, fmt.Sprintf("without %s, %d more would pass", f.Criterion, f.Alone))
		}
	}
	if len(fails) > 0 {
		first += "; " + strings.Join(fails, ", ")
	}
	if b.Unknown > 0 {
		lines = append(lines, fmt.Sprintf("of %d that pass something is unknown", b.Unknown))
	}
	return append([]string{first}, lines...)
}
