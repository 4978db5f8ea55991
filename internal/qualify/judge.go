package qualify

import (
	"math"
	"slices"
	"strings"
	"time"

	"goldpan/internal/contact"
	"goldpan/internal/market"
)

// Judge judges for one goroutine.
type Judge struct {
	plan                *Plan
	eval                *evaluator
	scratch             []byte
	tested              bool // whether the last contact came to the tests
	detail              []byte
	keys                map[string]string // texts of few different values and their keys
	answers             []contact.Answer
	industries          map[[3]string]*industryOf
	latitude, longitude []int // extra columns that hold them, each list its own
}

// NewJudge makes a judge that knows where the lists' columns went.
func (p *Plan) NewJudge(columns Columns) *Judge {
	return &Judge{plan: p, eval: newEvaluator(p, columns), keys: make(map[string]string),
		answers: make([]contact.Answer, len(p.checks)), industries: make(map[[3]string]*industryOf),
		latitude: extrasNamed(columns, coordinateLabels[0]), longitude: extrasNamed(columns, coordinateLabels[1])}
}

// maxKeys bounds what a judge remembers.
const maxKeys = 1 << 15

// key is the match key of a value that repeats much, remembered.
func (j *Judge) key(text string) string {
	if text == "" {
		return ""
	}
	if k, ok := j.keys[text]; ok {
		return k
	}
	if len(j.keys) >= maxKeys {
		clear(j.keys)
	}
	k := market.Key(text)
	j.keys[strings.Clone(text)] = k
	return k
}

// folded is the match key of a text in scratch memory, good until the next
// call.
func (j *Judge) folded(text string) []byte {
	j.scratch = market.AppendKey(j.scratch[:0], text)
	return j.scratch
}

// country is the contact's country, or the one the profile assumes.
func (j *Judge) country(s *Subject) string {
	if c := s.Rec.Values[contact.Country]; c != "" {
		return c
	}
	return j.plan.config.Country
}

// Subject is a contact to be judged: its golden record and what the run knows
// beside it.
type Subject struct {
	Rec       *contact.Record
	Members   int // rows merged into it
	Lists     int // different lists among them
	Vendor    string
	Purchased time.Time // zero unknown
	Planned   time.Time // first contact planned; zero unknown
	Blocked   contact.Channel
	Screened  contact.Channel // channels screened by a fresh file
	// Household is the other rows of the household, where UsesHousehold. Rows
	// that bear the contact's own name are not read.
	Household []*contact.Record
}

// Verdict is the judgement on a contact.
type Verdict struct {
	Target, Means, Authority contact.Answer
	Fate                     contact.Fate
	Reasons                  []contact.Reason // all, in the order of the profile
	Detail                   string           // the reasons in words, with evidence
	NearMiss                 string           // name of the one criterion that rejected it, "" none or several
	AuthorityOnlyNo          bool             // rejected for the person's authority alone
	Missing                  []string         // fields and columns that would settle what is unknown
	Score                    int              // 0-100; see Plan.Scores
	Tier                     string
	Reach                    int // 1 (best) to 5
	Why                      string
	Ask                      []string // at most three questions
	MayCall, MayEmail        string   // yes, needs-consent, needs-screening, no; "" no such channel
	CallRule, EmailRule      string   // ids of the contact rules
	NoticeDue                string   // ISO date, "" none
	Temperature              string
	Complete                 int
}

// Judge judges one contact. The verdict's slices are reused.
func (j *Judge) Judge(s *Subject, v *Verdict) {
	*v = Verdict{Reasons: v.Reasons[:0], Missing: v.Missing[:0], Ask: v.Ask[:0]}
	j.detail = j.detail[:0]
	switch j.tested = j.identified(s, v); {
	case j.tested:
		j.test(s, v)
		j.decide(s, v)
	case slices.Contains(unreachable, v.Reasons[0]):
		j.test(s, v) // which of them a number would be worth its price for
		v.Target, v.Means, v.Authority = contact.NotAsked, contact.NotAsked, contact.NotAsked
	}
	v.Detail = string(j.detail)
	if v.Fate == contact.Rejected && !v.AuthorityOnlyNo {
		return
	}
	j.grade(s, v)
	if v.Fate != contact.Rejected {
		j.explainToRep(s, v, "")
	}
}

// unreachable are the reasons of those who are known but cannot be reached.
var unreachable = []contact.Reason{contact.NoChannel, contact.UnusableEmail, contact.UnusablePhone}

// test answers every criterion and joins the answers to tests.
func (j *Judge) test(s *Subject, v *Verdict) {
	var tests [numTests]contact.Answer
	for i := range j.plan.checks {
		c := &j.plan.checks[i]
		a := c.answer(j, s)
		j.answers[i] = a
		if a == contact.Unknown {
			switch c.criterion.Unknown {
			case RejectUnknown:
				a = contact.No
			case PassUnknown:
				a = contact.Yes
			}
		}
		t := &tests[c.criterion.Test]
		if *t == contact.NotAsked {
			*t = a
		} else {
			*t = both(*t, a)
		}
		if a == contact.No {
			j.reject(v, c.reason, c.have(j, s), c.but)
			if j.answers[i] == contact.Unknown {
				j.detail = append(j.detail, j.plan.say("unknown")...)
			}
		}
	}
	v.Target, v.Means, v.Authority = tests[Target], tests[Means], tests[Authority]
}

// reject adds a reason and its words.
func (j *Judge) reject(v *Verdict, reason contact.Reason, words ...string) {
	v.Fate = contact.Rejected
	v.Reasons = append(v.Reasons, reason)
	if len(j.detail) > 0 {
		j.detail = append(j.detail, "; "...)
	}
	for _, w := range words {
		j.detail = append(j.detail, w...)
	}
}

// decide draws the fate from the tests.
func (j *Judge) decide(s *Subject, v *Verdict) {
	failed := len(v.Reasons)
	if failed == 1 {
		for i := range j.plan.checks {
			if j.plan.checks[i].reason == v.Reasons[0] {
				v.NearMiss = j.plan.checks[i].criterion.Name
			}
		}
	}
	authorityOnly := v.authorityOnly()
	required := false
	if failed == 0 || authorityOnly || len(j.plan.config.Require) > 0 {
		j.permissions(s, v)
		required = j.required(s, v)
	}
	if required || failed > 0 {
		v.Fate = contact.Rejected
		if required {
			v.NearMiss = ""
		}
		v.AuthorityOnlyNo = authorityOnly && !required
		return
	}
	yes, unknown := 0, 0
	for _, a := range [3]contact.Answer{v.Target, v.Means, v.Authority} {
		switch a {
		case contact.Yes:
			yes++
		case contact.Unknown:
			unknown++
		}
	}
	switch {
	case unknown == 0:
		v.Fate = contact.Prospect
	case yes > 0:
		v.Fate = contact.Suspect
	}
	j.missing(s, v)
	if v.Fate == contact.NoFate {
		j.reject(v, contact.TooThin, j.plan.say("too_thin", "{v}", strings.Join(v.Missing, ", ")))
	}
}

// authorityOnly tells whether but for the person's authority the company
// would be delivered: nothing else says no, and something says yes or nothing
// else is asked.
func (v *Verdict) authorityOnly() bool {
	others := [2]contact.Answer{v.Target, v.Means}
	return v.Authority == contact.No && !slices.Contains(others[:], contact.No) &&
		(slices.Contains(others[:], contact.Yes) || !slices.Contains(others[:], contact.Unknown))
}

// missing names the fields and columns that would settle what is unknown.
func (j *Judge) missing(s *Subject, v *Verdict) {
	for i := range j.plan.checks {
		c := &j.plan.checks[i]
		if j.answers[i] != contact.Unknown || c.criterion.Unknown != Keep {
			continue
		}
		before := len(v.Missing)
		if c.lacks != nil {
			for _, label := range c.lacks(j, s) {
				v.lack(label)
			}
		}
		if len(v.Missing) > before {
			continue
		}
		if len(c.fields) > 0 {
			v.lack(c.fields[0].String())
		} else {
			v.lack(c.criterion.Name)
		}
	}
}

// lack notes a field or column that would be needed, once.
func (v *Verdict) lack(label string) {
	if !slices.Contains(v.Missing, label) {
		v.Missing = append(v.Missing, label)
	}
}

// required checks what the profile requires beyond the tests.
func (j *Judge) required(s *Subject, v *Verdict) bool {
	before := len(v.Reasons)
	for _, need := range j.plan.config.Require {
		switch {
		case need == "interest" && !interested(s.Rec):
			j.reject(v, contact.NoInterest, j.plan.say("no_interest"))
		case need == "contact" && !s.Rec.Has(contact.LastContact):
			j.reject(v, contact.NoContact, j.plan.say("no_contact"))
		case need == "consent" && v.MayCall != "yes" && v.MayEmail != "yes":
			j.reject(v, contact.ConsentRequired, j.plan.say("no_consent")+ruleIDs(v))
		}
	}
	if !slices.Contains(j.plan.config.Require, "consent") && closed(v.MayCall) && closed(v.MayEmail) &&
		(v.MayCall == "no" || v.MayEmail == "no") {
		j.reject(v, contact.ConsentRequired, j.plan.say("no_permission")+ruleIDs(v))
	}
	return len(v.Reasons) > before
}

// closed tells that a channel is not there or may not be used.
func closed(may string) bool { return may == "" || may == "no" }

func ruleIDs(v *Verdict) string {
	switch {
	case v.CallRule != "" && v.EmailRule != "" && v.CallRule != v.EmailRule:
		return " (" + v.CallRule + ", " + v.EmailRule + ")"
	case v.CallRule != "":
		return " (" + v.CallRule + ")"
	case v.EmailRule != "":
		return " (" + v.EmailRule + ")"
	}
	return ""
}

// KeepCompany turns a contact rejected for the person's authority alone into
// a suspect whose question is who decides.
func (j *Judge) KeepCompany(s *Subject, v *Verdict) {
	v.Fate = contact.Suspect
	v.Reasons, v.Detail, v.NearMiss = v.Reasons[:0], "", ""
	j.explainToRep(s, v, market.Text(j.language(), "ask.decider"))
}

// grade gives score, tier and reach.
func (j *Judge) grade(s *Subject, v *Verdict) {
	v.Complete = completeness(s.Rec)
	v.Reach = j.reachOf(s, v)
	v.Temperature = "cold"
	if interested(s.Rec) {
		v.Temperature = "cold (vendor says: " + s.Rec.Values[contact.Interest] + ")"
	}
	if len(j.plan.score) == 0 {
		return
	}
	for i := range j.plan.score {
		r := &j.plan.score[i]
		if j.eval.answer(&r.expr.root, s) == contact.Yes {
			v.Score += r.rule.Points
		}
	}
	v.Score = int(math.Max(0, math.Min(100, float64(v.Score))))
	for _, t := range j.plan.tiers {
		if v.Score >= t.From {
			v.Tier = t.Letter
			return
		}
	}
	if n := len(j.plan.tiers); n > 0 {
		v.Tier = j.plan.tiers[n-1].Letter
	}
}
