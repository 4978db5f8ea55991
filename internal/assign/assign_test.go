package assign

import (
	"testing"
	"time"
)

func TestNext(t *testing.T) {
	pool := Config{PerAccount: 2, Reps: []Rep{
		{Name: "Ewa", Territory: Territory{Country: []string{"PL"}}, Languages: []string{"pl"}, Capacity: 3},
		{Name: "Jan", Territory: Territory{Country: []string{"PL"}, PostalCode: []string{"00", "01"}}, Capacity: 3},
		{Name: "Kari", Territory: Territory{Country: []string{"NO"}}},
	}}.NewPool()
	pl := func(account uint32, postal string) Candidate {
		return Candidate{Account: account, Country: "PL", PostalCode: postal, Language: "pl"}
	}
	for i, step := range []struct {
		c     Candidate
		rep   int
		place Place
	}{
		{pl(1, "00-950"), 0, OnSheet},
		{pl(2, "00-950"), 1, OnSheet}, // the lighter of two that fit
		{pl(1, "00-950"), 0, OnSheet}, // an account stays with its rep
		{pl(1, "00-950"), 0, AlsoThere},
		{pl(3, "80-001"), 0, OnSheet}, // outside Jan's postal codes
		{pl(4, "80-001"), -1, Reserve},
		{Candidate{Account: 5, Country: "NO", Language: "no"}, 2, OnSheet},
		{Candidate{Account: 6, Country: "DE", Language: "de"}, -1, Reserve},
	} {
		rep, place := pool.Next(step.c)
		if rep != step.rep || place != step.place {
			t.Errorf("step %d: rep %d, place %d; want %d, %d", i, rep, place, step.rep, step.place)
		}
	}
}

func TestPeriod(t *testing.T) {
	friday := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ text, after, before string }{
		{"31 days", "2026-12-21", "2026-10-20"},
		{"1 working day", "2026-11-23", "2026-11-19"},
		{"10 working days", "2026-12-04", "2026-11-06"},
		{"36 months", "2029-11-20", "2023-11-20"},
		{"2 weeks", "2026-12-04", "2026-11-06"},
		{"1 year", "2027-11-20", "2025-11-20"},
	} {
		p, err := ParsePeriod(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := p.After(friday).Format(time.DateOnly); got != c.after {
			t.Errorf("%s after Friday is %s, want %s", c.text, got, c.after)
		}
		if got := p.Before(friday).Format(time.DateOnly); got != c.before {
			t.Errorf("%s before Friday is %s, want %s", c.text, got, c.before)
		}
		if p.String() != c.text {
			t.Errorf("%q is written %q", c.text, p.String())
		}
	}
	for _, bad := range []string{"", "days", "0 days", "ten days", "5 fortnights", "-3 days"} {
		if p, err := ParsePeriod(bad); err == nil {
			t.Errorf("%q is read as %v", bad, p)
		}
	}
}

func TestValidate(t *testing.T) {
	problems := Config{PerAccount: -1, Reps: []Rep{{Name: "Ewa"}, {Name: "ewa"}, {Capacity: -1, Languages: []string{"polish"}}}}.Validate()
	want := []string{"assign.reps[1].name", "assign.reps[2]", "assign.reps[2].capacity", "assign.reps[2].languages[0]", "assign.per_account"}
	if len(problems) != len(want) {
		t.Fatalf("%d problems, want %d: %v", len(problems), len(want), problems)
	}
	for i, p := range problems {
		if p.Path != want[i] {
			t.Errorf("problem %d at %s, want %s", i, p.Path, want[i])
		}
	}
}
